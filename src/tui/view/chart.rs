//! The grades on their scale, in cells: ● is this year, ○ last year, ◉ both, and a sign says which way it went. Colour
//! only repeats what the place says.

use super::paint::{Painter, cells};
use super::tone::{grade_role, role_of};
use crate::app::layout::Area;
use crate::app::shown::WordTone;
use crate::app::{DraftEditor, Page};
use crate::assessment::{Grade, JudgmentState, Strip, StripRow, strip};
use crate::config::StyleRole;
use crate::text;

/// The chart of a draft's grades; nothing is worked out where it is not shown.
#[derive(Debug, Default)]
pub(super) struct Chart {
    strip: Strip,
    grades: Vec<Grade>,
}

/// The columns of a grade where there is room, and where there is little.
const WIDE: u16 = 10;
const NARROW: u16 = 3;

impl Chart {
    pub(super) fn of(editor: &DraftEditor) -> Self {
        if editor.page != Page::Overall || editor.detail().is_some() {
            return Self::default();
        }
        let scale = editor.framework.scale.iter();
        Self {
            strip: strip(&editor.assessment, &editor.framework, &editor.predecessor),
            grades: scale.map(|point| point.grade).collect(),
        }
    }

    /// Returns the columns of one grade, and where the first begins.
    fn columns(&self, area: Area) -> (u16, u16) {
        let many = u16::try_from(self.grades.len()).unwrap_or(u16::MAX);
        let sign = 3;
        let wide = area.width >= many.saturating_mul(WIDE) + 24 + sign;
        let column = if wide { WIDE } else { NARROW };
        let all = many.saturating_mul(column) + sign;
        (column, area.x + area.width.saturating_sub(all))
    }

    /// Draws the scale above the grades, with its signs where there is room. Returns the rows that it takes.
    pub(super) fn scale(&self, painter: &mut Painter<'_>, area: Area) -> u16 {
        let (column, from) = self.columns(area);
        let strip = &self.strip;
        let legend = match (&strip.last_year, strip.apart) {
            (Some(_), Some(apart)) => format!("● now · {}", apart.words()),
            (Some(year), None) if year.is_empty() => "● now ○ last year".to_owned(),
            (Some(year), None) => format!("● now ○ {year}"),
            (None, _) => String::new(),
        };
        let room = from.saturating_sub(area.x + 2);
        let legend = text::truncate(&legend, usize::from(room)).into_owned();
        let role = if strip.apart.is_some() {
            StyleRole::Warning
        } else {
            StyleRole::Dim
        };
        painter.write(area.x + 1, area.y, room, &legend, role);
        for (at, grade) in self.grades.iter().enumerate() {
            let x = from + u16::try_from(at).unwrap_or(0) * column;
            let words = match column {
                NARROW => grade.letter(),
                _ => grade.short(false),
            };
            painter.write(x, area.y, column, words, grade_role(*grade));
        }
        1
    }

    /// Draws the grade of a heading, a pillar or the whole at its place.
    pub(super) fn grade(&self, painter: &mut Painter<'_>, area: Area, id: &str, lit: bool) {
        let Some(row) = self.strip.rows.iter().find(|row| row.id == id) else {
            return;
        };
        let (column, from) = self.columns(area);
        let role = match (lit, row.above) {
            (true, _) => StyleRole::Selected,
            (false, true) => StyleRole::Heading,
            (false, false) => StyleRole::Text,
        };
        let title = match row.title.as_str() {
            "" => "The whole",
            title => title,
        };
        let indent = if row.above { 1 } else { 2 };
        let room = from.saturating_sub(area.x + indent + 1);
        painter.clip(area.x + indent, area.y, room, title, role);
        match state(row) {
            Some(words) => {
                painter.write(from, area.y, area.width, words, StyleRole::Dim);
            }
            None => self.places(painter, row, (from, area.y), column),
        }
        let sign = row.direction.sign();
        let right = area.x + area.width.saturating_sub(1 + cells(sign));
        painter.write(
            right,
            area.y,
            1,
            sign,
            role_of(WordTone::Direction(row.direction)),
        );
    }

    fn places(&self, painter: &mut Painter<'_>, row: &StripRow, (x, y): (u16, u16), column: u16) {
        for (at, grade) in self.grades.iter().enumerate() {
            let x = x + u16::try_from(at).unwrap_or(0) * column;
            let (sign, role) = match (row.now == Some(at), row.before == Some(at)) {
                (true, true) => ("◉", grade_role(*grade)),
                (true, false) if row.carried_over => ("↩", grade_role(*grade)),
                (true, false) => ("●", grade_role(*grade)),
                (false, true) => ("○", StyleRole::Text),
                (false, false) => ("·", StyleRole::Dim),
            };
            painter.write(x, y, 1, sign, role);
        }
    }
}

/// Returns what is said in place of a grade.
fn state(row: &StripRow) -> Option<&'static str> {
    match row.state? {
        JudgmentState::Narrative => Some("narrative"),
        JudgmentState::NotInspected => Some("not insp."),
        JudgmentState::CarriedOver => None,
    }
}
