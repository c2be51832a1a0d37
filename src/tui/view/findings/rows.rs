//! The rows of a page: how high each is, and what is drawn of it.

use super::super::paint::{Painter, cells};
use super::super::problems::margin;
use super::super::prose::{ScreenPosition, lines};
use super::super::tone::{kind_role, role_of};
use super::item::FormPage;
use crate::app::layout::{self, Area, Pane};
use crate::app::shown::WordTone;
use crate::app::{Command, EditorRow, Scope, shown};
use crate::assessment::Place;
use crate::config::StyleRole;

/// The words under an empty field that is typed in, where what it would have is in force from elsewhere.
const IN_FORCE: &str = "In force now; typing takes its place.";

impl FormPage<'_> {
    fn value_width(&self, width: u16) -> u16 {
        layout::value_width(width, self.editor.widest_label())
    }

    pub(super) fn height(&self, row: &EditorRow, width: u16, chosen: bool) -> u16 {
        match row {
            EditorRow::Section(_) => 1 + u16::from(self.roomy),
            EditorRow::Question(words) => {
                lines(words, width.saturating_sub(2)) + u16::from(self.roomy)
            }
            EditorRow::Prompt(words) | EditorRow::Good(words) => {
                lines(words, width.saturating_sub(4))
            }
            EditorRow::NoFindings => 4,
            EditorRow::NoItems(words) => lines(words, width.saturating_sub(2)) + 2,
            EditorRow::Field(place) => {
                let width = self.value_width(width);
                let help = self
                    .help(row, chosen)
                    .map_or(0, |words| lines(&words, width));
                let names = self.offered(Some(place), chosen);
                lines(&self.value(place, chosen).0, width) + names + help
            }
            EditorRow::Finding(_)
            | EditorRow::Outlook(_)
            | EditorRow::Evidence(_)
            | EditorRow::TrayItem(_) => {
                let width = layout::finding_width(width);
                let help = shown::item_help(self.editor, row).filter(|_| chosen);
                let below = [help.unwrap_or_default(), shown::item_tags(self.editor, row)];
                let below = below.iter().filter(|words| !words.is_empty());
                let below: u16 = below.map(|words| lines(words, width)).sum();
                let words = shown::item_words(self.editor, row);
                let names = self.offered(row.place().as_ref(), chosen);
                lines(&words.text, width) + names + below + u16::from(self.roomy)
            }
            EditorRow::Figure(at) => {
                let words = shown::figure_words(self.editor, *at);
                lines(&words, width.saturating_sub(3))
            }
            EditorRow::Scale | EditorRow::Graded(_) => 1,
            EditorRow::LastYear(id) => lines(
                &shown::last_year(self.editor, id).0,
                self.value_width(width),
            ),
            EditorRow::Predecessor => {
                lines(&shown::predecessor(self.editor).0, self.value_width(width))
            }
        }
    }

    pub(super) fn row(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let used = match row {
            EditorRow::Section(words) => {
                let by = u16::from(self.roomy);
                let y = area.y + by.min(area.height.saturating_sub(1));
                painter.write(area.x + 1, y, area.width, words, StyleRole::Dim);
                1 + by
            }
            EditorRow::Question(words) => {
                let used = painter.wrapped(area.inset(1), words, StyleRole::Heading);
                used + u16::from(self.roomy)
            }
            EditorRow::Prompt(words) => {
                painter.write(area.x + 1, area.y, 2, "?", StyleRole::Dim);
                painter.wrapped(area.inset(3), words, StyleRole::Dim)
            }
            EditorRow::Good(words) => {
                painter.write(area.x + 1, area.y, 2, "✓", StyleRole::Good);
                painter.wrapped(area.inset(3), words, StyleRole::Dim)
            }
            EditorRow::NoFindings => self.no_findings(painter, area.inset(1)),
            EditorRow::NoItems(words) => {
                let used = painter.wrapped(area.inset(1), words, StyleRole::Dim);
                let (key, y) = (self.key(Command::Add), area.y + used);
                let x = painter.write(area.x + 1, y, area.width, &key, StyleRole::Key);
                let room = area.width.saturating_sub(4);
                painter.write(x + 1, y, room, "adds one", StyleRole::Dim);
                used + 2
            }
            EditorRow::Scale => self.chart.scale(painter, area),
            EditorRow::Graded(id) => {
                let lit = chosen && self.focused;
                self.chart.grade(painter, area, id, lit);
                self.bar(painter, area, 1, chosen);
                1
            }
            EditorRow::LastYear(id) => {
                let (words, tone) = shown::last_year(self.editor, id);
                self.read_only_field(
                    painter,
                    area,
                    row.label().unwrap_or(""),
                    (&words, role_of(tone)),
                )
            }
            EditorRow::Predecessor => {
                let (words, tone) = shown::predecessor(self.editor);
                self.read_only_field(painter, area, "", (&words, role_of(tone)))
            }
            EditorRow::Figure(at) => self.figure(painter, area, *at, chosen),
            _ => return self.typed_row(painter, area, row, chosen),
        };
        (used, None)
    }

    /// Draws a row whose words are typed in place; returns the rows it takes, and the cursor where it is in it.
    fn typed_row(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        row: &EditorRow,
        chosen: bool,
    ) -> (u16, ScreenPosition) {
        let assessment = &self.editor.assessment;
        match row {
            EditorRow::Field(place) => {
                let label = place.shown_label().unwrap_or_default();
                let problems = self.editor.problems_of_row(row);
                let wide = layout::label_width(area.width, self.editor.widest_label());
                margin(painter, area.x + wide.saturating_sub(1), area.y, &problems);
                let help = self.help(row, chosen);
                self.field(painter, area, (place, label, help.as_deref()), chosen)
            }
            EditorRow::Finding(at) => match assessment.findings.get(*at) {
                Some(finding) => {
                    let mark = (finding.kind.sign(), kind_role(finding.kind));
                    self.item(painter, area, row, mark, chosen)
                }
                None => (0, None),
            },
            EditorRow::Evidence(_) => {
                self.item(painter, area, row, ("§", StyleRole::Context), chosen)
            }
            EditorRow::TrayItem(at) => {
                let mark = match assessment.tray.get(*at) {
                    Some(item) if item.aside => ("–", StyleRole::Dim),
                    _ => ("?", StyleRole::Warning),
                };
                self.item(painter, area, row, mark, chosen)
            }
            _ => self.item(painter, area, row, ("→", StyleRole::Text), chosen),
        }
    }

    /// Returns what is shown for a field. Where there are few rows, a grade says what it means where it is looked at.
    pub(super) fn value(&self, place: &Place, chosen: bool) -> (String, WordTone) {
        let short = match self.roomy || chosen {
            true => None,
            false => shown::value_in_short(self.editor, place),
        };
        short.unwrap_or_else(|| shown::value(self.editor, place))
    }

    /// Returns the line of help under a row: that of the cursor has one.
    fn help(&self, row: &EditorRow, chosen: bool) -> Option<String> {
        // Names that are offered stand where it would.
        let typing = self.editor.typing.as_ref();
        let offered = typing.is_some_and(|typing| typing.offers.list.shown().len() > 0);
        let asked = chosen && self.editor.pane == Pane::Findings;
        let in_force = asked && self.editor.types_over_stand_in();
        match in_force {
            true => Some(IN_FORCE.to_owned()),
            false => row.help().filter(|_| asked && !offered),
        }
    }

    /// Returns the key of a command here.
    fn key(&self, command: Command) -> String {
        self.state.key(Scope::Findings, command)
    }

    fn no_findings(&self, painter: &mut Painter<'_>, area: Area) -> u16 {
        let words = "Nothing found yet.";
        painter.write(area.x, area.y, area.width, words, StyleRole::Dim);
        let commands = [
            (Command::AddStrength, "a strength"),
            (Command::AddImprovement, "an area for improvement"),
            (Command::AddConcern, "a cause of concern"),
            (Command::AddContext, "context"),
        ];
        let (mut x, mut y) = (area.x, area.y + 1);
        for (command, words) in commands {
            let key = self.key(command);
            let width = cells(&key) + cells(words) + 3;
            if x + width > area.x + area.width {
                (x, y) = (area.x, y + 1);
            }
            if y >= area.bottom() {
                break;
            }
            x = painter.write(x, y, area.width, &key, StyleRole::Key);
            x = painter.write(x + 1, y, area.width, words, StyleRole::Dim) + 2;
        }
        y - area.y + 2
    }
}
