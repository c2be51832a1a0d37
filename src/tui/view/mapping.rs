//! The table of headings, old and new, before the framework is changed.

use super::dialog::frame;
use super::list;
use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{MappingRow, MappingTable, Scope};
use crate::assessment::Likeness;
use crate::config::StyleRole;
use crate::text;

pub(super) fn draw(painter: &mut Painter<'_>, table: &MappingTable, top: &mut usize) {
    let many = u16::try_from(table.rows.len()).unwrap_or(u16::MAX);
    let (title, height) = (table.title(), many.saturating_add(7));
    let mut inner = frame(painter, 110, height, &title, Scope::Mapping);
    let note = table.note();
    if !note.is_empty() && inner.height > 3 {
        painter.clip(inner.x, inner.y, inner.width, &note, StyleRole::Warning);
        inner = inner.below(1);
    }
    for (area, chosen, row) in list::rows(painter, inner, table.rows.iter(), table.at, top) {
        draw_row(painter, area, table, row, chosen);
    }
}

/// Draws old heading, what it holds, an arrow, new heading, why; the last give way first.
fn draw_row(
    painter: &mut Painter<'_>,
    area: Area,
    table: &MappingTable,
    row: &MappingRow,
    chosen: bool,
) {
    let role = painter.selected(area, chosen);
    let dim = if chosen { role } else { StyleRole::Dim };
    let mut left = area.inset(2);
    let why = row.mapping.why.words();
    if left.width >= 80 {
        painter.right(left, why, dim);
        left.width = left.width.saturating_sub(18);
    }
    let half = left.width / 2;
    let mut old = Area {
        width: half.saturating_sub(2),
        ..left
    };
    let room = cells(&row.holds).min(old.width.saturating_sub(14));
    if room > 4 {
        let holds = text::truncate(&row.holds, usize::from(room)).into_owned();
        let taken = painter.right(old, &holds, dim);
        old.width = old.width.saturating_sub(taken + 1);
    }
    painter.clip(old.x, old.y, old.width, &row.title, role);
    painter.write(left.x + half - 1, left.y, 2, "→ ", dim);
    let new = left.inset(half + 1);
    let (words, new_role) = match table.goes_to(row) {
        Some(title) => {
            // What words alone suggest is to be reviewed.
            let sign = match row.mapping.why {
                Likeness::Words => "? ",
                _ => "",
            };
            (format!("{sign}{title}"), role)
        }
        None if row.holds.is_empty() => ("–".to_owned(), dim),
        None => {
            let role = if chosen { role } else { StyleRole::Warning };
            ("! the tray".to_owned(), role)
        }
    };
    painter.clip(new.x, new.y, new.width, &words, new_role);
}
