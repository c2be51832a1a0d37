//! Findings, items, figures and fields: the rows that the cursor goes to.

use super::super::chart::Chart;
use super::super::paint::Painter;
use super::super::problems::margin;
use super::super::prose::{ScreenPosition, prose};
use super::super::value::{value, waiting_words};
use crate::app::layout::{self, Area};
use crate::app::{DraftEditor, EditorRow, EvidenceUses, State, Typing, is_old, uses};
use crate::assessment::{Date, Kind, Place};
use crate::config::StyleRole;
use crate::text::{self, counted};

/// A page of the draft as rows.
pub(super) struct FormPage<'a> {
    pub(super) state: &'a State,
    pub(super) editor: &'a DraftEditor,
    pub(super) focused: bool,
    pub(super) roomy: bool,
    pub(super) chart: Chart,
}

impl FormPage<'_> {
    /// Draws the row's bar, which marks the row of the cursor by a sign as well as by a colour.
    pub(super) fn bar(&self, painter: &mut Painter<'_>, area: Area, height: u16, chosen: bool) {
        if !chosen {
            return;
        }
        let rows = area.top(height.min(area.height));
        if self.focused {
            painter.choice_at(area.x, area.y);
        }
        let role = match self.focused {
            true => StyleRole::RuleFocus,
            false => StyleRole::Rule,
        };
        // Where words are typed the ground is theirs, and what is selected of them can be seen.
        if self.focused && self.editor.typing.is_none() {
            painter.lay(rows, StyleRole::Selected);
        }
        for y in 0..rows.height {
            painter.write(area.x, area.y + y, 1, "▌", role);
        }
    }

    pub(super) fn item(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        (mark, role): (&str, StyleRole),
        tags: &str,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let place = row.place();
        let words = self.words(row);
        let indent = layout::FINDING_INDENT.min(area.width.saturating_sub(1));
        let inner = area.inset(indent);
        painter.write(area.x + 3.min(indent), area.y, 1, mark, role);
        if matches!(row, EditorRow::Finding(at) if self.editor.is_marked(*at)) {
            painter.write(area.x + 2.min(indent), area.y, 1, "●", StyleRole::Key);
        }
        let problems = self.editor.problems_of_row(row);
        margin(painter, area.x + 1, area.y, &problems);
        let typing = self.typing(place.as_ref()).filter(|_| chosen);
        let role = match typing {
            None if chosen && self.focused => StyleRole::Selected,
            _ => StyleRole::Text,
        };
        let (mut used, cursor) = if words.is_empty() && typing.is_none() {
            let words = "nothing written yet";
            painter.write(inner.x, inner.y, inner.width, words, StyleRole::Placeholder);
            (1, None)
        } else {
            prose(painter, inner, &words, typing.map(|it| &it.cursor), role)
        };
        if let Some(help) = self.item_help(row, chosen) {
            used += painter.wrapped(inner.below(used), &help, StyleRole::Dim);
        }
        if !tags.is_empty() {
            if used < area.height {
                let y = inner.y + used;
                painter.clip(inner.x, y, inner.width, tags, StyleRole::Dim);
            }
            used += 1;
        }
        self.bar(painter, area, used, chosen);
        (used + u16::from(self.roomy), cursor)
    }

    /// Returns what is to be written in an item, while it is: in a new finding, and in an item of the look-ahead.
    pub(super) fn item_help(&self, row: &EditorRow, chosen: bool) -> Option<String> {
        let place = row.place()?;
        let typing = self.typing(Some(&place)).filter(|_| chosen)?;
        let noun = self.editor.assessment.noun();
        match row {
            EditorRow::Outlook(_) => Some(format!(
                "Begin with “how the {noun} …”: what is said before it is put there. At most two are read aloud."
            )),
            EditorRow::Finding(at) if typing.fresh => {
                let kind = self.editor.assessment.findings.get(*at)?.kind;
                let begin = match kind {
                    Kind::Strength | Kind::Practice => format!("“The {noun} does …”"),
                    Kind::Improvement => format!("“The {noun} needs to …”"),
                    Kind::Concern => format!("“The {noun} does not …”"),
                    Kind::Context => format!("“The {noun} serves …”"),
                };
                Some(format!("In a sentence, as you would say it: {begin}."))
            }
            _ => None,
        }
    }

    /// Returns the words of an item.
    pub(super) fn words(&self, row: &EditorRow) -> String {
        let assessment = &self.editor.assessment;
        match row {
            EditorRow::TrayItem(at) => assessment
                .tray
                .get(*at)
                .map(|item| waiting_words(item))
                .unwrap_or_default(),
            _ => row
                .place()
                .and_then(|place| assessment.text(&place).map(str::to_owned))
                .unwrap_or_default(),
        }
    }

    /// Returns what an item of evidence is, and what rests on it.
    pub(super) fn evidence_tags(&self, at: usize) -> String {
        let assessment = &self.editor.assessment;
        let Some(item) = assessment.evidence.get(at) else {
            return String::new();
        };
        let uses = uses(assessment, &item.id);
        let date = Date::parse(&item.date).map_or(item.date.clone(), Date::spoken);
        let mut tags = vec![item.kind.replace('-', " "), date, item.place.clone()];
        let mut count = |many: usize, side: &str, of: &str| {
            if many > 0 {
                tags.push(format!("{side} {}", counted(many, of)));
            }
        };
        count(uses.supports, "for", "finding");
        count(uses.against, "against", "finding");
        count(uses.figures, "for", "figure");
        if uses == EvidenceUses::default() {
            tags.push("unused".to_owned());
        }
        if is_old(assessment, item) {
            tags.push("old".to_owned());
        }
        tags.retain(|words| !words.is_empty());
        tags.join(" · ")
    }

    pub(super) fn figure(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        at: usize,
        chosen: bool,
    ) -> u16 {
        if let Some(figure) = self.editor.assessment.figures.get(at) {
            let words = format!(
                "{{{}}}  {} {}  {}",
                figure.id, figure.value, figure.unit, figure.label
            );
            let role = match chosen && self.focused {
                true => StyleRole::Selected,
                false => StyleRole::Text,
            };
            let room = area.width.saturating_sub(3);
            painter.clip(area.x + 3, area.y, room, &words, role);
        }
        let problems = self.editor.problems_of_row(&EditorRow::Figure(at));
        margin(painter, area.x + 1, area.y, &problems);
        self.bar(painter, area, 1, chosen);
        1
    }

    fn typing(&self, place: Option<&Place>) -> Option<&Typing> {
        let typing = self.editor.typing.as_ref()?;
        (place == Some(&typing.place)).then_some(typing)
    }

    pub(super) fn field(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        (place, label, help): (&Place, &str, Option<&str>),
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let typing = self.typing(Some(place)).filter(|_| chosen);
        // Where words are typed the bar alone marks the row, and the name of the field is as it always is.
        let role = match chosen && self.focused && typing.is_none() {
            true => StyleRole::Selected,
            false => StyleRole::Label,
        };
        let inner = self.labelled(painter, area, label, role);
        let (words, role) = value(self.editor, place);
        let (mut used, cursor) = match typing {
            Some(_) => {
                let own = self.editor.assessment.text(place).unwrap_or("");
                prose(
                    painter,
                    inner,
                    own,
                    typing.map(|it| &it.cursor),
                    StyleRole::Text,
                )
            }
            None => prose(painter, inner, &words, None, role),
        };
        self.bar(painter, area, used, chosen);
        if let Some(help) = help {
            used += painter.wrapped(inner.below(used), help, StyleRole::Dim);
        }
        (used, cursor)
    }

    /// Draws a field that cannot be changed where it stands.
    pub(super) fn read_only_field(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        label: &str,
        (words, role): (&str, StyleRole),
    ) -> u16 {
        let inner = self.labelled(painter, area, label, StyleRole::Dim);
        painter.wrapped(inner, words, role)
    }

    /// Draws a label, and returns the room for what stands beside it.
    fn labelled(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        label: &str,
        role: StyleRole,
    ) -> Area {
        let widest = self.editor.widest_label();
        let wide = layout::label_width(area.width, widest);
        let room = wide.saturating_sub(layout::BEHIND_LABEL);
        let shown = text::truncate(label, usize::from(room));
        painter.write(area.x + 1, area.y, wide, &shown, role);
        let inner = area.inset(1 + wide);
        Area {
            width: layout::value_width(area.width, widest).min(inner.width),
            ..inner
        }
    }
}
