//! The middle pane: the rows of a page, with the text that is typed in.

use super::bench::{focused, title};
use super::paint::{Painter, cells};
use super::problems::margin;
use super::prose::{Cursor, lines, offers, prose};
use super::value::{kind_mark, tags, value};
use crate::app::layout::{self, Area, Pane};
use crate::app::{Bench, Command, Detail, Page, Row, Scope, State, Typing, Uses, is_old, uses};
use crate::assessment::{Date, Finding, Place};
use crate::config::Role;
use crate::text;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    area: Area,
    state: &State,
    bench: &Bench,
    top: &mut usize,
) -> Cursor {
    let (words, right) = heads(bench);
    title(painter, area, &words, &right, bench.pane == Pane::Findings);
    let content = area.content();
    if content.height == 0 || content.width == 0 {
        return None;
    }
    let sheet = Sheet {
        state,
        bench,
        focused: focused(state, bench, Pane::Findings),
        roomy: content.height >= 20,
    };
    keep_in_sight(&sheet, content, top);
    let bottom = content.y + content.height;
    let mut y = content.y;
    let mut cursor = None;
    for (at, row) in bench.rows.iter().enumerate().skip(*top) {
        if y >= bottom {
            break;
        }
        let left = Area {
            y,
            height: bottom - y,
            ..content
        };
        let (used, found) = sheet.row(painter, left, row, at == bench.row);
        y = y.saturating_add(used);
        cursor = cursor.or(found);
    }
    if let (Some(typing), Some((x, y))) = (&bench.typing, cursor) {
        offers(painter, content, typing, x, y);
    }
    cursor
}

fn heads(bench: &Bench) -> (String, String) {
    let page = bench.page_title(bench.page);
    match (bench.detail, bench.page) {
        (Some(Detail::Finding(_)), _) => (format!("{page} › a finding"), String::new()),
        (Some(Detail::Figure(_)), _) => (format!("{page} › a figure"), String::new()),
        (Some(Detail::Evidence(_)), _) => (format!("{page} › an item"), String::new()),
        (None, Page::Evidence) => (page.to_owned(), bench.evidence_filter.title()),
        (None, Page::Heading(at)) => {
            let heading = bench.framework.headings.get(at);
            let pillar = heading.map_or("", |heading| heading.pillar.as_str());
            (page.to_owned(), pillar.to_owned())
        }
        (None, _) => (page.to_owned(), String::new()),
    }
}

/// Scrolls so that the row of the cursor is in sight, moving as little as that takes.
fn keep_in_sight(sheet: &Sheet<'_>, content: Area, top: &mut usize) {
    let bench = sheet.bench;
    *top = (*top)
        .min(bench.rows.len().saturating_sub(1))
        .min(bench.row);
    let selectable = |at: &usize| bench.rows.get(*at).is_some_and(Row::is_selectable);
    // Standing on the first row, the lines above it are worth seeing too.
    if !(0..bench.row).any(|at| selectable(&at)) && bench.row < usize::from(content.height) / 2 {
        *top = 0;
    }
    let mut used = 0;
    for at in (0..=bench.row).rev() {
        let height = bench
            .rows
            .get(at)
            .map_or(0, |row| sheet.height(row, content.width));
        used += usize::from(height);
        if used > usize::from(content.height) {
            *top = (*top).max((at + 1).min(bench.row));
            break;
        }
        if at <= *top {
            break;
        }
    }
}

struct Sheet<'a> {
    state: &'a State,
    bench: &'a Bench,
    focused: bool,
    roomy: bool,
}

impl Sheet<'_> {
    fn height(&self, row: &Row, width: u16) -> u16 {
        let rows = |words: &str, width: u16| lines(words, width);
        match row {
            Row::Section(_) => 1 + u16::from(self.roomy),
            Row::Question(words) => rows(words, width.saturating_sub(2)) + u16::from(self.roomy),
            Row::Prompt(words) | Row::Good(words) => rows(words, width.saturating_sub(4)),
            Row::NoFindings => 4,
            Row::NoItems(words) => rows(words, width.saturating_sub(2)) + 2,
            Row::Field(place, _) => rows(&value(self.bench, place).0, layout::value_width(width)),
            Row::Finding(_) | Row::Outlook(_) => {
                let words = row
                    .place()
                    .and_then(|place| self.bench.assessment.text(&place))
                    .unwrap_or("");
                let tags = match row {
                    Row::Finding(at) => self.bench.assessment.findings.get(*at).map(|f| tags(f)),
                    _ => None,
                };
                let tagged = u16::from(tags.is_some_and(|tags| !tags.is_empty()));
                rows(words, layout::finding_width(width)) + tagged + u16::from(self.roomy)
            }
            Row::Evidence(at) => {
                let item = self.bench.assessment.evidence.get(*at);
                let title = item.map_or("", |item| item.title.as_str());
                1 + rows(title, layout::finding_width(width)) + u16::from(self.roomy)
            }
            Row::Figure(_) => 1,
        }
    }

    fn row(&self, painter: &mut Painter<'_>, area: Area, row: &Row, chosen: bool) -> (u16, Cursor) {
        let inner = |by: u16| Area {
            x: area.x + by,
            width: area.width.saturating_sub(by),
            ..area
        };
        match row {
            Row::Section(words) => {
                let by = u16::from(self.roomy);
                painter.say(
                    area.x + 1,
                    area.y + by.min(area.height.saturating_sub(1)),
                    area.width,
                    words,
                    Role::Dim,
                );
                (1 + by, None)
            }
            Row::Question(words) => {
                let used = painter.wrapped(inner(1), words, Role::Heading);
                (used + u16::from(self.roomy), None)
            }
            Row::Prompt(words) => {
                painter.say(area.x + 1, area.y, 2, "?", Role::Dim);
                (painter.wrapped(inner(3), words, Role::Dim), None)
            }
            Row::Good(words) => {
                painter.say(area.x + 1, area.y, 2, "✓", Role::Good);
                (painter.wrapped(inner(3), words, Role::Dim), None)
            }
            Row::NoFindings => (self.no_findings(painter, inner(1)), None),
            Row::NoItems(words) => {
                let used = painter.wrapped(inner(1), words, Role::Dim);
                let key = self
                    .state
                    .keymap
                    .label(Scope::Findings, Command::Add)
                    .unwrap_or_default();
                let x = painter.say(area.x + 1, area.y + used, area.width, &key, Role::Key);
                painter.say(
                    x + 1,
                    area.y + used,
                    area.width.saturating_sub(4),
                    "adds one",
                    Role::Dim,
                );
                (used + 2, None)
            }
            Row::Field(place, label) => {
                let told = self.bench.problems_of_row(row);
                let x = area.x + layout::label_width(area.width);
                margin(painter, x, area.y, &told);
                self.field(painter, area, place, label, chosen)
            }
            Row::Finding(at) => match self.bench.assessment.findings.get(*at) {
                Some(finding) => self.finding(painter, area, row, finding, chosen),
                None => (0, None),
            },
            Row::Outlook(_) => self.item(painter, area, row, ("→", Role::Text), "", chosen),
            Row::Evidence(at) => {
                let tags = self.evidence_tags(*at);
                self.item(painter, area, row, ("§", Role::Context), &tags, chosen)
            }
            Row::Figure(at) => (self.figure(painter, area, *at, chosen), None),
        }
    }

    fn no_findings(&self, painter: &mut Painter<'_>, area: Area) -> u16 {
        painter.say(area.x, area.y, area.width, "Nothing found yet.", Role::Dim);
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
            x = painter.say(x, y, area.width, &key, Role::Key);
            x = painter.say(x + 1, y, area.width, words, Role::Dim) + 2;
        }
        y - area.y + 2
    }

    /// The row's bar: which row has the cursor, told by a sign as well as by a colour.
    fn bar(&self, painter: &mut Painter<'_>, area: Area, height: u16, chosen: bool) {
        if chosen {
            let role = if self.focused {
                Role::RuleFocus
            } else {
                Role::Rule
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
        row: &Row,
        finding: &Finding,
        chosen: bool,
    ) -> (u16, Cursor) {
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
        row: &Row,
        (mark, role): (&str, Role),
        tags: &str,
        chosen: bool,
    ) -> (u16, Cursor) {
        let place = row.place();
        let words = place
            .as_ref()
            .and_then(|place| self.bench.assessment.text(place))
            .unwrap_or("");
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
            &self.bench.problems_of_row(row),
        );
        let typing = self.typing(place.as_ref()).filter(|_| chosen);
        let text_role = if chosen && self.focused {
            Role::Selected
        } else {
            Role::Text
        };
        let (mut used, cursor) = if words.is_empty() && typing.is_none() {
            painter.say(
                inner.x,
                inner.y,
                inner.width,
                "nothing written yet",
                Role::Placeholder,
            );
            (1, None)
        } else {
            prose(
                painter,
                inner,
                words,
                typing,
                if typing.is_some() {
                    Role::Text
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
                    Role::Dim,
                );
            }
            used += 1;
        }
        self.bar(painter, area, used, chosen);
        (used + u16::from(self.roomy), cursor)
    }

    /// What an item of evidence is, and what leans on it.
    fn evidence_tags(&self, at: usize) -> String {
        let assessment = &self.bench.assessment;
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
        if let Some(figure) = self.bench.assessment.figures.get(at) {
            let words = format!(
                "{{{}}}  {} {}  {}",
                figure.id, figure.value, figure.unit, figure.label
            );
            let role = if chosen && self.focused {
                Role::Selected
            } else {
                Role::Text
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
        let told = self.bench.problems_of_row(&Row::Figure(at));
        margin(painter, area.x + 1, area.y, &told);
        self.bar(painter, area, 1, chosen);
        1
    }

    fn typing(&self, place: Option<&Place>) -> Option<&Typing> {
        let typing = self.bench.typing.as_ref()?;
        (place == Some(&typing.place)).then_some(typing)
    }

    fn field(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        place: &Place,
        label: &str,
        chosen: bool,
    ) -> (u16, Cursor) {
        let label_width = layout::label_width(area.width);
        let role = if chosen && self.focused {
            Role::Selected
        } else {
            Role::Label
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
        let (words, role) = value(self.bench, place);
        let (used, cursor) = match typing {
            Some(_) => {
                let own = self.bench.assessment.text(place).unwrap_or("");
                prose(painter, inner, own, typing, Role::Text)
            }
            None => prose(painter, inner, &words, None, role),
        };
        self.bar(painter, area, used, chosen);
        (used, cursor)
    }
}
