//! The lists of an inspection: what each body was told, and what it answered.

use super::super::headings::grade_role;
use super::super::paint::{Painter, cells, scrolled};
use crate::app::layout::Area;
use crate::app::{Grid, InspectionLine, InspectionPage, LineContent};
use crate::assessment::Kind;
use crate::config::StyleRole;
use crate::text;

/// Returns what stands in a line of a list: a sign, the words, how they look.
fn words(grid: &Grid, line: InspectionLine) -> (&'static str, String, StyleRole) {
    let Some(body) = grid.bodies.get(line.row) else {
        return ("", String::new(), StyleRole::Text);
    };
    if let Some(why) = body.why() {
        return ("", format!("{} · {why}", body.name()), StyleRole::Dim);
    }
    let Some(read) = body.read() else {
        return ("", String::new(), StyleRole::Text);
    };
    match line.content {
        LineContent::Body => {
            let grade = read.assessment.overall.grade;
            let point = grade.and_then(|grade| read.framework.scale_point(grade));
            match (grade, point) {
                (Some(grade), Some(point)) => (
                    "",
                    format!("{} · {}", body.name(), point.words),
                    grade_role(grade),
                ),
                _ => ("", body.name().to_owned(), StyleRole::Heading),
            }
        }
        LineContent::Telling => {
            let telling = read.notice.key_figure.clone().unwrap_or_default();
            match telling.is_empty() {
                true => ("", "no figure is told".to_owned(), StyleRole::Dim),
                false => ("· ", telling, StyleRole::Context),
            }
        }
        LineContent::Need(nth) => match read.notice.needs.get(nth) {
            Some(need) if need.kind == Kind::Concern => {
                ("▼ ", need.text.clone(), StyleRole::Concern)
            }
            Some(need) => ("− ", need.text.clone(), StyleRole::Need),
            None => ("", String::new(), StyleRole::Text),
        },
        LineContent::Answer(nth) => match read.assessment.responses.get(nth) {
            Some(answer) => {
                let text_of_line = format!("“{}” – {}", answer.text.trim(), answer.by.trim());
                ("", text_of_line, StyleRole::Text)
            }
            None => ("", String::new(), StyleRole::Text),
        },
        LineContent::Nothing if grid.page == InspectionPage::Answers => {
            ("", "no answer yet".to_owned(), StyleRole::Dim)
        }
        LineContent::Nothing if read.assessment.findings.is_empty() => {
            ("", "nothing found yet".to_owned(), StyleRole::Dim)
        }
        LineContent::Nothing => ("", "nothing to put right".to_owned(), StyleRole::Dim),
    }
}

/// Returns how far a line is set in.
fn inset(line: InspectionLine) -> u16 {
    match line.content {
        LineContent::Body => 1,
        _ => 3,
    }
}

/// Returns the rows that a line takes: a body's name has a blank row above it, where it is not the first.
fn rows_of(grid: &Grid, line: InspectionLine, width: u16) -> u16 {
    let (sign, text_of_line, _) = words(grid, line);
    let room = width.saturating_sub(inset(line) + cells(sign) + 1).max(1);
    let rows = text::rows(&text_of_line, usize::from(room)).len();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

pub(super) fn draw(painter: &mut Painter<'_>, area: Area, grid: &Grid, top: &mut usize) {
    scrolled(top, grid.line, grid.lines.len(), area.height, |at| {
        let line = grid.lines.get(at);
        line.map_or(0, |line| rows_of(grid, *line, area.width).max(1))
    });
    let mut left = area;
    for (at, line) in grid.lines.iter().enumerate().skip(*top) {
        if left.height == 0 {
            return;
        }
        let (sign, text_of_line, role) = words(grid, *line);
        let row = left.top(rows_of(grid, *line, area.width).min(left.height));
        let role = match painter.selected(row, at == grid.line) {
            StyleRole::Text => role,
            selected => selected,
        };
        let x = painter.write(row.x + inset(*line), row.y, row.width, sign, role);
        let words = Area {
            x,
            width: row.width.saturating_sub(x + 1).max(1),
            ..row
        };
        painter.wrapped_and_cut(words, &text_of_line, role);
        left = left.below(row.height.max(1));
    }
}
