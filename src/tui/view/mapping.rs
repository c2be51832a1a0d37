//! The table of headings, old and new, before the framework is changed.

use super::overlay::{frame, scrolled};
use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{MappingRow, MappingTable, State};
use crate::assessment::Likeness;
use crate::config::StyleRole;
use crate::text;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    state: &State,
    table: &MappingTable,
    top: &mut usize,
) {
    let inner = frame(
        painter,
        state,
        110,
        u16::try_from(table.rows.len())
            .unwrap_or(u16::MAX)
            .saturating_add(7),
        &table.title(),
        crate::app::Scope::Mapping,
    );
    let mut list = inner;
    let note = table.note();
    if !note.is_empty() && list.height > 3 {
        let room = usize::from(list.width);
        let words = text::truncate(&note, room).into_owned();
        painter.say(list.x, list.y, list.width, &words, StyleRole::Warning);
        list.y += 1;
        list.height -= 1;
    }
    scrolled(top, table.at, usize::from(list.height));
    for (line, (at, row)) in (0..list.height).zip(table.rows.iter().enumerate().skip(*top)) {
        let area = Area {
            y: list.y + line,
            height: 1,
            ..list
        };
        draw_row(painter, area, table, row, at == table.at);
    }
}

/// Old heading, what it holds, an arrow, new heading, why; the last give way first.
fn draw_row(
    painter: &mut Painter<'_>,
    area: Area,
    table: &MappingTable,
    row: &MappingRow,
    chosen: bool,
) {
    let role = if chosen {
        StyleRole::Selected
    } else {
        StyleRole::Text
    };
    if chosen {
        let style = painter.style(role);
        painter.tint(area, style);
        painter.say(area.x, area.y, 1, "▌", StyleRole::RuleFocus);
    }
    let dim = if chosen { role } else { StyleRole::Dim };
    let mut left = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    };
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
    let words = text::truncate(&row.title, usize::from(old.width)).into_owned();
    painter.say(old.x, old.y, old.width, &words, role);
    painter.say(left.x + half - 1, left.y, 2, "→ ", dim);
    let new = Area {
        x: left.x + half + 1,
        width: left.width.saturating_sub(half + 1),
        ..left
    };
    let (words, new_role) = match table.goes_to(row) {
        Some(title) => {
            // What words alone suggest wants a look.
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
    let words = text::truncate(&words, usize::from(new.width)).into_owned();
    painter.say(new.x, new.y, new.width, &words, new_role);
}
