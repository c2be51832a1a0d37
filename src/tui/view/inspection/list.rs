//! The lists of an inspection: what each body was told, and what it answered.

use super::super::paint::{Painter, cells, scrolled};
use super::super::tone::role_of;
use crate::app::layout::Area;
use crate::app::shown::line_words;
use crate::app::{Grid, InspectionLine, LineContent};
use crate::config::StyleRole;
use crate::text;

/// Returns how far a line is set in.
fn inset(line: InspectionLine) -> u16 {
    match line.content {
        LineContent::Body => 1,
        _ => 3,
    }
}

/// Returns the rows that a line takes: a body's name has a blank row above it, where it is not the first.
fn rows_of(grid: &Grid, line: InspectionLine, width: u16) -> u16 {
    let (sign, text_of_line, _) = line_words(grid, line);
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
        let (sign, text_of_line, tone) = line_words(grid, *line);
        let row = left.top(rows_of(grid, *line, area.width).min(left.height));
        let role = match painter.selected(row, at == grid.line) {
            StyleRole::Text => role_of(tone),
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
