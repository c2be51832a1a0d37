//! Text in soft-wrapped rows, with cursor, selection and what is offered.

use std::ops::Range;

use super::paint::{Painter, cells};
use crate::app::TextField;
use crate::app::layout::Area;
use crate::config::StyleRole;
use crate::text::{self, Cursor};

pub(super) type ScreenPosition = Option<(u16, u16)>;

/// Returns how many rows words take in a width.
pub(super) fn lines(words: &str, width: u16) -> u16 {
    let rows = text::rows(words, usize::from(width.max(1))).len();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Draws text in soft-wrapped rows, with cursor and selection where it is typed in. A text taller than its area
/// is shown around the cursor.
pub(super) fn prose(
    painter: &mut Painter<'_>,
    area: Area,
    words: &str,
    cursor: Option<&Cursor>,
    role: StyleRole,
) -> (u16, ScreenPosition) {
    prose_with_figures(painter, area, (words, &[]), cursor, role)
}

/// Draws the same of a text in which the values of figures stand.
pub(super) fn prose_with_figures(
    painter: &mut Painter<'_>,
    area: Area,
    (words, figures): (&str, &[Range<usize>]),
    cursor: Option<&Cursor>,
    role: StyleRole,
) -> (u16, ScreenPosition) {
    let rows = text::rows(words, usize::from(area.width.max(1)));
    let height = usize::from(area.height);
    let at = cursor.map(Cursor::at);
    let row_at = at.map(|at| text::row_of(&rows, at));
    let skipped = match row_at {
        Some(row) if row >= height && height > 0 => row + 1 - height,
        _ => 0,
    };
    let selection = cursor.and_then(Cursor::selection);
    let base = painter.style(role);
    let found = painter.found_in(words);
    let misspelt = match cursor {
        Some(_) => painter.misspelt_in(words),
        None => Vec::new(),
    };
    for (y, row) in (area.y..).zip(rows.iter().skip(skipped).take(height)) {
        let part = words.get(row.range.clone()).unwrap_or_default();
        painter.write_styled(area.x, y, area.width, part.trim_end_matches('\n'), base);
        let cells = Area { y, ..area };
        // A value stands for its name, and so no place in it is one of the text.
        if figures.is_empty() {
            painter.shows_words(cells, words, &row.range, cursor.is_some());
        }
        for range in figures {
            mark_words(painter, cells, words, &row.range, range, StyleRole::Figure);
        }
        for range in &misspelt {
            mark_words(
                painter,
                cells,
                words,
                &row.range,
                range,
                StyleRole::Misspelt,
            );
        }
        for range in &found {
            mark_words(painter, cells, words, &row.range, range, StyleRole::Matched);
        }
        if let Some(selection) = &selection {
            let role = StyleRole::Selection;
            mark_words(painter, cells, words, &row.range, selection, role);
        }
    }
    let cursor = match (at, row_at) {
        (Some(at), Some(row)) => {
            let column = text::column_of(words, &rows, at);
            let x = area.x
                + u16::try_from(column)
                    .unwrap_or(u16::MAX)
                    .min(area.width.saturating_sub(1));
            let y = area.y + u16::try_from(row - skipped).unwrap_or(u16::MAX);
            Some((x, y.min(area.y + area.height.saturating_sub(1))))
        }
        _ => None,
    };
    let used = u16::try_from(rows.len() - skipped).unwrap_or(u16::MAX);
    (used.max(1), cursor)
}

/// Lays a role over the part of a row of a text that lies in a stretch of it.
pub(super) fn mark_words(
    painter: &mut Painter<'_>,
    cells_of_row: Area,
    words: &str,
    row: &Range<usize>,
    range: &Range<usize>,
    role: StyleRole,
) {
    let start = range.start.clamp(row.start, row.end);
    let end = range.end.clamp(row.start, row.end);
    if start >= end {
        return;
    }
    let before = cells(words.get(row.start..start).unwrap_or_default());
    let width = cells(words.get(start..end).unwrap_or_default());
    let style = painter.style(role);
    let marked = Area {
        x: cells_of_row.x + before,
        width: width.min(cells_of_row.width.saturating_sub(before)),
        height: 1,
        ..cells_of_row
    };
    painter.tint(marked, style);
}

/// Draws the line of a field, shown around the cursor where it is long; a secret as a sign a character: how many there
/// are helps whoever types, and whoever looks little. Returns the cursor's column.
pub(super) fn line(painter: &mut Painter<'_>, area: Area, field: &TextField, secret: bool) -> u16 {
    let room = area.width.saturating_sub(2);
    let x = painter.write(area.x, area.y, area.width, "› ", StyleRole::Key);
    let shown_as = |words: &str| match secret {
        true => "•".repeat(words.chars().count()),
        false => words.to_owned(),
    };
    let part = |range| field.text().get(range).unwrap_or_default();
    let at = field.cursor().at();
    let (before, whole) = (shown_as(part(0..at)), shown_as(field.text()));
    let skipped = cells(&before).saturating_sub(room.saturating_sub(1));
    let rows = text::rows(&whole, usize::MAX);
    let from = rows
        .first()
        .map_or(0, |row| text::at_column(&whole, row, usize::from(skipped)));
    painter.write(
        x,
        area.y,
        room,
        whole.get(from..).unwrap_or_default(),
        StyleRole::Text,
    );
    if !secret {
        let shown = Area {
            x,
            width: room,
            ..area
        };
        painter.shows_words(shown, &whole, &(from..whole.len()), true);
    }
    let column =
        |words: &str| x + cells(words).saturating_sub(cells(whole.get(..from).unwrap_or_default()));
    if let Some(selection) = field.cursor().selection() {
        let left = column(&shown_as(part(0..selection.start)));
        let right = column(&shown_as(part(0..selection.end))).min(x + room);
        let style = painter.style(StyleRole::Selection);
        let cells = Area {
            x: left,
            width: right.saturating_sub(left),
            height: 1,
            ..area
        };
        painter.tint(cells, style);
    }
    column(&before)
}
