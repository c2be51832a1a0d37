//! Findings, items, figures and fields: the rows that the cursor goes to.

use super::super::chart::Chart;
use super::super::paint::Painter;
use super::super::problems::margin;
use super::super::prose::{ScreenPosition, lines, prose, prose_with_figures};
use super::super::tone::role_of;
use crate::app::layout::{self, Area};
use crate::app::shown::ItemWords;
use crate::app::{DraftEditor, EditorRow, State, Typing, shown};
use crate::assessment::Place;
use crate::config::StyleRole;
use crate::text;

/// A page of the draft as rows.
pub(super) struct FormPage<'a> {
    pub(super) state: &'a State,
    pub(super) editor: &'a DraftEditor,
    pub(super) focused: bool,
    pub(super) roomy: bool,
    /// The most names that are shown at once of those that are offered.
    pub(super) most_offered: u16,
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
        // Where words are typed the ground is theirs, and what is selected of them can be seen.
        if self.focused && self.editor.typing.is_none() {
            painter.lay(rows, StyleRole::Selected);
        }
        for y in 0..rows.height {
            painter.bar(area.x, area.y + y, self.focused);
        }
    }

    pub(super) fn item(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        (mark, role): (&str, StyleRole),
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let place = row.place();
        let words = shown::item_words(self.editor, row);
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
        let ItemWords {
            text: words,
            figures,
        } = words;
        let (mut used, cursor) = if words.is_empty() && typing.is_none() {
            let words = "nothing written yet";
            painter.write(inner.x, inner.y, inner.width, words, StyleRole::Placeholder);
            (1, None)
        } else {
            let cursor = typing.map(|it| &it.cursor);
            prose_with_figures(painter, inner, (&words, &figures), cursor, role)
        };
        used += self.offers(
            painter,
            Area {
                x: area.x,
                width: area.width,
                ..inner.below(used)
            },
            typing,
            inner.x,
        );
        if let Some(help) = shown::item_help(self.editor, row).filter(|_| chosen) {
            used += painter.wrapped(inner.below(used), &help, StyleRole::Dim);
        }
        let tags = shown::item_tags(self.editor, row);
        if !tags.is_empty() {
            painter.wrapped(inner.below(used), &tags, StyleRole::Dim);
            used += lines(&tags, inner.width);
        }
        self.bar(painter, area, used, chosen);
        (used + u16::from(self.roomy), cursor)
    }

    pub(super) fn figure(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        at: usize,
        chosen: bool,
    ) -> u16 {
        let words = shown::figure_words(self.editor, at);
        let role = match chosen && self.focused {
            true => StyleRole::Selected,
            false => StyleRole::Text,
        };
        let inner = area.inset(3);
        painter.wrapped(inner, &words, role);
        let used = lines(&words, inner.width);
        let problems = self.editor.problems_of_row(&EditorRow::Figure(at));
        margin(painter, area.x + 1, area.y, &problems);
        self.bar(painter, area, used, chosen);
        used
    }

    pub(super) fn typing(&self, place: Option<&Place>) -> Option<&Typing> {
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
        let (words, tone) = self.value(place, chosen);
        let (mut used, cursor) = match typing {
            // What is in force from elsewhere is shown until something is typed.
            Some(typing) => prose(painter, inner, &words, Some(&typing.cursor), role_of(tone)),
            None => prose(painter, inner, &words, None, role_of(tone)),
        };
        let below = Area {
            x: area.x,
            width: area.width,
            ..inner.below(used)
        };
        let names = self.offers(painter, below, typing, inner.x);
        used += names;
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
