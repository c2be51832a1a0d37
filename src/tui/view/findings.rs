//! The middle pane: the rows of a page, with the text that is typed in.

use super::chart::Chart;
use super::editor::{focused, title};
use super::paint::{Painter, cells};
use super::problems::margin;
use super::prose::{ScreenPosition, lines, offers, prose};
use super::value::{kind_mark, tags, value, waiting_tags, waiting_words};
use super::years::{last_year, predecessor};
use crate::app::layout::{self, Area, Pane};
use crate::app::{
    Command, Detail, DraftEditor, EditorRow, Page, Scope, State, Typing, Uses, is_old, uses,
};
use crate::assessment::{Date, Finding, Place};
use crate::config::StyleRole;
use crate::text;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    area: Area,
    state: &State,
    editor: &DraftEditor,
    top: &mut usize,
) -> ScreenPosition {
    let (words, right) = heads(editor);
    title(painter, area, &words, &right, editor.pane == Pane::Findings);
    let content = area.content();
    if content.height == 0 || content.width == 0 {
        return None;
    }
    let sheet = FormPage {
        state,
        editor,
        focused: focused(state, editor, Pane::Findings),
        roomy: content.height >= 20,
        chart: Chart::of(editor),
    };
    keep_in_sight(&sheet, content, top);
    let bottom = content.y + content.height;
    let mut y = content.y;
    let mut cursor = None;
    for (at, row) in editor.rows.iter().enumerate().skip(*top) {
        if y >= bottom {
            break;
        }
        let left = Area {
            y,
            height: bottom - y,
            ..content
        };
        let (used, found) = sheet.row(painter, left, row, at == editor.row);
        y = y.saturating_add(used);
        cursor = cursor.or(found);
    }
    if let (Some(typing), Some((x, y))) = (&editor.typing, cursor) {
        offers(painter, content, typing, x, y);
    }
    cursor
}

fn heads(editor: &DraftEditor) -> (String, String) {
    let page = editor.page_title(editor.page);
    match (editor.detail, editor.page) {
        (Some(Detail::Finding(_)), _) => (format!("{page} › a finding"), String::new()),
        (Some(Detail::Figure(_)), _) => (format!("{page} › a figure"), String::new()),
        (Some(Detail::Evidence(_)), _) => (format!("{page} › an item"), String::new()),
        (None, Page::Evidence) => (page.to_owned(), editor.evidence_filter.title()),
        (None, Page::Heading(at)) => {
            let heading = editor.framework.headings.get(at);
            let pillar = heading.map_or("", |heading| heading.pillar.as_str());
            (page.to_owned(), pillar.to_owned())
        }
        (None, _) => (page.to_owned(), String::new()),
    }
}

/// Scrolls so that the row of the cursor is in sight, moving as little as that takes.
fn keep_in_sight(sheet: &FormPage<'_>, content: Area, top: &mut usize) {
    let editor = sheet.editor;
    *top = (*top)
        .min(editor.rows.len().saturating_sub(1))
        .min(editor.row);
    let selectable = |at: &usize| editor.rows.get(*at).is_some_and(EditorRow::is_selectable);
    // Standing on the first row, the lines above it are worth seeing too.
    if !(0..editor.row).any(|at| selectable(&at)) && editor.row < usize::from(content.height) / 2 {
        *top = 0;
    }
    let mut used = 0;
    for at in (0..=editor.row).rev() {
        let height = editor
            .rows
            .get(at)
            .map_or(0, |row| sheet.height(row, content.width));
        used += usize::from(height);
        if used > usize::from(content.height) {
            *top = (*top).max((at + 1).min(editor.row));
            break;
        }
        if at <= *top {
            break;
        }
    }
}

struct FormPage<'a> {
    state: &'a State,
    editor: &'a DraftEditor,
    focused: bool,
    roomy: bool,
    chart: Chart,
}

impl FormPage<'_> {
    fn height(&self, row: &EditorRow, width: u16) -> u16 {
        let rows = |words: &str, width: u16| lines(words, width);
        match row {
            EditorRow::Section(_) => 1 + u16::from(self.roomy),
            EditorRow::Question(words) => {
                rows(words, width.saturating_sub(2)) + u16::from(self.roomy)
            }
            EditorRow::Prompt(words) | EditorRow::Good(words) => {
                rows(words, width.saturating_sub(4))
            }
            EditorRow::NoFindings => 4,
            EditorRow::NoItems(words) => rows(words, width.saturating_sub(2)) + 2,
            EditorRow::Field(place, _) => {
                rows(&value(self.editor, place).0, layout::value_width(width))
            }
            EditorRow::Finding(_) | EditorRow::Outlook(_) => {
                let words = self.words(row);
                let words = words.as_str();
                let tags = match row {
                    EditorRow::Finding(at) => {
                        self.editor.assessment.findings.get(*at).map(|f| tags(f))
                    }
                    _ => None,
                };
                let tagged = u16::from(tags.is_some_and(|tags| !tags.is_empty()));
                rows(words, layout::finding_width(width)) + tagged + u16::from(self.roomy)
            }
            EditorRow::Evidence(at) => {
                let item = self.editor.assessment.evidence.get(*at);
                let title = item.map_or("", |item| item.title.as_str());
                1 + rows(title, layout::finding_width(width)) + u16::from(self.roomy)
            }
            EditorRow::Figure(_) | EditorRow::Scale | EditorRow::Graded(_) => 1,
            EditorRow::TrayItem(_) => {
                let words = self.words(row);
                1 + rows(&words, layout::finding_width(width)) + u16::from(self.roomy)
            }
            EditorRow::LastYear(id) => {
                rows(&last_year(self.editor, id).0, layout::value_width(width))
            }
            EditorRow::Predecessor => rows(&predecessor(self.editor).0, layout::value_width(width)),
        }
    }

    fn row(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let inner = |by: u16| Area {
            x: area.x + by,
            width: area.width.saturating_sub(by),
            ..area
        };
        match row {
            EditorRow::Section(words) => {
                let by = u16::from(self.roomy);
                painter.say(
                    area.x + 1,
                    area.y + by.min(area.height.saturating_sub(1)),
                    area.width,
                    words,
                    StyleRole::Dim,
                );
                (1 + by, None)
            }
            EditorRow::Question(words) => {
                let used = painter.wrapped(inner(1), words, StyleRole::Heading);
                (used + u16::from(self.roomy), None)
            }
            EditorRow::Prompt(words) => {
                painter.say(area.x + 1, area.y, 2, "?", StyleRole::Dim);
                (painter.wrapped(inner(3), words, StyleRole::Dim), None)
            }
            EditorRow::Good(words) => {
                painter.say(area.x + 1, area.y, 2, "✓", StyleRole::Good);
                (painter.wrapped(inner(3), words, StyleRole::Dim), None)
            }
            EditorRow::NoFindings => (self.no_findings(painter, inner(1)), None),
            EditorRow::NoItems(words) => {
                let used = painter.wrapped(inner(1), words, StyleRole::Dim);
                let key = self
                    .state
                    .keymap
                    .label(Scope::Findings, Command::Add)
                    .unwrap_or_default();
                let x = painter.say(area.x + 1, area.y + used, area.width, &key, StyleRole::Key);
                painter.say(
                    x + 1,
                    area.y + used,
                    area.width.saturating_sub(4),
                    "adds one",
                    StyleRole::Dim,
                );
                (used + 2, None)
            }
            EditorRow::Field(place, label) => {
                let told = self.editor.problems_of_row(row);
                let x = area.x + layout::label_width(area.width);
                margin(painter, x, area.y, &told);
                self.field(painter, area, place, label, chosen)
            }
            EditorRow::Finding(at) => match self.editor.assessment.findings.get(*at) {
                Some(finding) => self.finding(painter, area, row, finding, chosen),
                None => (0, None),
            },
            EditorRow::Outlook(_) => {
                self.item(painter, area, row, ("→", StyleRole::Text), "", chosen)
            }
            EditorRow::Evidence(at) => {
                let tags = self.evidence_tags(*at);
                self.item(painter, area, row, ("§", StyleRole::Context), &tags, chosen)
            }
            EditorRow::TrayItem(at) => {
                let item = self.editor.assessment.tray.get(*at);
                let tags = item.map(|item| waiting_tags(item)).unwrap_or_default();
                let mark = match item {
                    Some(item) if item.aside => ("–", StyleRole::Dim),
                    _ => ("?", StyleRole::Warning),
                };
                self.item(painter, area, row, mark, &tags, chosen)
            }
            EditorRow::Scale => (self.chart.scale(painter, area), None),
            EditorRow::Graded(id) => {
                let lit = chosen && self.focused;
                self.chart.grade(painter, area, id, lit);
                self.bar(painter, area, 1, chosen);
                (1, None)
            }
            EditorRow::LastYear(id) => {
                let (words, role) = last_year(self.editor, id);
                (told(painter, area, "Last year", &words, role), None)
            }
            EditorRow::Predecessor => {
                let (words, role) = predecessor(self.editor);
                (told(painter, area, "", &words, role), None)
            }
            EditorRow::Figure(at) => (self.figure(painter, area, *at, chosen), None),
        }
    }

    fn no_findings(&self, painter: &mut Painter<'_>, area: Area) -> u16 {
        painter.say(
            area.x,
            area.y,
            area.width,
            "Nothing found yet.",
            StyleRole::Dim,
        );
        let commands = [
            (Command::AddStrength, "a strength"),
            (Command::AddImprovement, "a need"),
            (Command::AddConcern, "a concern"),
            (Command::AddContext, "context"),
        ];
        let (mut x, mut y) = (area.x, area.y + 1);
        for (command, words) in commands {
            let key = self
                .state
                .keymap
                .label(Scope::Findings, command)
                .unwrap_or_default();
            let width = cells(&key) + cells(words) + 3;
            if x + width > area.x + area.width {
                (x, y) = (area.x, y + 1);
            }
            if y >= area.y + area.height {
                break;
            }
            x = painter.say(x, y, area.width, &key, StyleRole::Key);
            x = painter.say(x + 1, y, area.width, words, StyleRole::Dim) + 2;
        }
        y - area.y + 2
    }

    /// The row's bar: which row has the cursor, told by a sign as well as by a colour.
    fn bar(&self, painter: &mut Painter<'_>, area: Area, height: u16, chosen: bool) {
        if chosen {
            let role = if self.focused {
                StyleRole::RuleFocus
            } else {
                StyleRole::Rule
            };
            for y in 0..height.min(area.height) {
                painter.say(area.x, area.y + y, 1, "▌", role);
            }
        }
    }

    fn finding(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        finding: &Finding,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        self.item(
            painter,
            area,
            row,
            kind_mark(finding.kind),
            &tags(finding),
            chosen,
        )
    }

    fn item(
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
        let words = words.as_str();
        let indent = layout::FINDING_INDENT.min(area.width.saturating_sub(1));
        let inner = Area {
            x: area.x + indent,
            width: area.width.saturating_sub(indent),
            ..area
        };
        painter.say(area.x + 2.min(indent), area.y, 1, mark, role);
        margin(
            painter,
            area.x + 1,
            area.y,
            &self.editor.problems_of_row(row),
        );
        let typing = self.typing(place.as_ref()).filter(|_| chosen);
        let text_role = if chosen && self.focused {
            StyleRole::Selected
        } else {
            StyleRole::Text
        };
        let (mut used, cursor) = if words.is_empty() && typing.is_none() {
            painter.say(
                inner.x,
                inner.y,
                inner.width,
                "nothing written yet",
                StyleRole::Placeholder,
            );
            (1, None)
        } else {
            prose(
                painter,
                inner,
                words,
                typing,
                if typing.is_some() {
                    StyleRole::Text
                } else {
                    text_role
                },
            )
        };
        if !tags.is_empty() {
            if used < area.height {
                let room = usize::from(inner.width);
                painter.say(
                    inner.x,
                    inner.y + used,
                    inner.width,
                    &text::truncate(tags, room),
                    StyleRole::Dim,
                );
            }
            used += 1;
        }
        self.bar(painter, area, used, chosen);
        (used + u16::from(self.roomy), cursor)
    }

    /// The words of an item.
    fn words(&self, row: &EditorRow) -> String {
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

    /// What an item of evidence is, and what leans on it.
    fn evidence_tags(&self, at: usize) -> String {
        let assessment = &self.editor.assessment;
        let Some(item) = assessment.evidence.get(at) else {
            return String::new();
        };
        let uses = uses(assessment, &item.id);
        let date = Date::parse(&item.date).map_or(item.date.clone(), Date::spoken);
        let mut tags = vec![item.kind.replace('-', " "), date, item.place.clone()];
        let mut count = |many: usize, words: &str| {
            if many > 0 {
                tags.push(format!("{words} {many}"));
            }
        };
        count(uses.supports, "supports");
        count(uses.against, "weighs against");
        count(uses.figures, "figures");
        if uses == Uses::default() {
            tags.push("unused".to_owned());
        }
        if is_old(assessment, item) {
            tags.push("old".to_owned());
        }
        tags.retain(|words| !words.is_empty());
        tags.join(" · ")
    }

    fn figure(&self, painter: &mut Painter<'_>, area: Area, at: usize, chosen: bool) -> u16 {
        if let Some(figure) = self.editor.assessment.figures.get(at) {
            let words = format!(
                "{{{}}}  {} {}  {}",
                figure.id, figure.value, figure.unit, figure.label
            );
            let role = if chosen && self.focused {
                StyleRole::Selected
            } else {
                StyleRole::Text
            };
            let room = area.width.saturating_sub(2);
            painter.say(
                area.x + 2,
                area.y,
                room,
                &text::truncate(&words, usize::from(room)),
                role,
            );
        }
        let told = self.editor.problems_of_row(&EditorRow::Figure(at));
        margin(painter, area.x + 1, area.y, &told);
        self.bar(painter, area, 1, chosen);
        1
    }

    fn typing(&self, place: Option<&Place>) -> Option<&Typing> {
        let typing = self.editor.typing.as_ref()?;
        (place == Some(&typing.place)).then_some(typing)
    }

    fn field(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        place: &Place,
        label: &str,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let label_width = layout::label_width(area.width);
        let role = if chosen && self.focused {
            StyleRole::Selected
        } else {
            StyleRole::Label
        };
        let shown = text::truncate(label, usize::from(label_width.saturating_sub(1)));
        painter.say(area.x + 1, area.y, label_width, &shown, role);
        let by = 1 + label_width;
        let inner = Area {
            x: area.x + by,
            width: layout::value_width(area.width).min(area.width.saturating_sub(by)),
            ..area
        };
        let typing = self.typing(Some(place)).filter(|_| chosen);
        let (words, role) = value(self.editor, place);
        let (used, cursor) = match typing {
            Some(_) => {
                let own = self.editor.assessment.text(place).unwrap_or("");
                prose(painter, inner, own, typing, StyleRole::Text)
            }
            None => prose(painter, inner, &words, None, role),
        };
        self.bar(painter, area, used, chosen);
        (used, cursor)
    }
}

/// Something told beside the fields, that cannot be changed where it stands.
fn told(painter: &mut Painter<'_>, area: Area, label: &str, words: &str, role: StyleRole) -> u16 {
    let label_width = layout::label_width(area.width);
    let shown = text::truncate(label, usize::from(label_width.saturating_sub(1)));
    painter.say(area.x + 1, area.y, label_width, &shown, StyleRole::Dim);
    let by = 1 + label_width;
    let inner = Area {
        x: area.x + by,
        width: layout::value_width(area.width).min(area.width.saturating_sub(by)),
        ..area
    };
    painter.wrapped(inner, words, role)
}
