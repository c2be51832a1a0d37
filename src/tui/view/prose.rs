//! Text in soft-wrapped rows, with cursor, selection and what is offered.

use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{TextField, Typing};
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
    for (y, row) in (area.y..).zip(rows.iter().skip(skipped).take(height)) {
        let part = words.get(row.range.clone()).unwrap_or_default();
        painter.write_styled(area.x, y, area.width, part.trim_end_matches('\n'), base);
        if let Some(selection) = &selection {
            let start = selection.start.clamp(row.range.start, row.range.end);
            let end = selection.end.clamp(row.range.start, row.range.end);
            if start < end {
                let before = cells(words.get(row.range.start..start).unwrap_or_default());
                let width = cells(words.get(start..end).unwrap_or_default());
                let style = painter.style(StyleRole::Selection);
                let cells = Area {
                    x: area.x + before,
                    y,
                    width: width.min(area.width.saturating_sub(before)),
                    height: 1,
                };
                painter.tint(cells, style);
            }
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

/// Draws the names that are offered, below the cursor or, where there is no room, above it.
pub(super) fn offers(painter: &mut Painter<'_>, content: Area, typing: &Typing, x: u16, y: u16) {
    let many = u16::try_from(typing.offers.list.len()).unwrap_or(u16::MAX);
    if many == 0 {
        return;
    }
    let widest = typing
        .offers
        .list
        .iter()
        .map(|offer| cells(&offer.text) + cells(&offer.note) + 5)
        .max();
    let width = widest.unwrap_or(0).min(content.width);
    let bottom = content.bottom();
    let top = if y + 1 + many <= bottom {
        y + 1
    } else {
        y.saturating_sub(many).max(content.y)
    };
    let left = x.min((content.x + content.width).saturating_sub(width));
    for (at, offer) in typing.offers.list.iter().enumerate() {
        let y = top + u16::try_from(at).unwrap_or(u16::MAX);
        if y >= bottom {
            break;
        }
        let chosen = typing.offers.chosen == Some(at);
        let role = if chosen {
            StyleRole::OfferChosen
        } else {
            StyleRole::Offer
        };
        let (x, height) = (left, 1);
        painter.clear(
            Area {
                x,
                y,
                width,
                height,
            },
            role,
        );
        let mark = if chosen { "› " } else { "  " };
        let end = painter.write(left, y, width, &format!("{mark}{}", offer.text), role);
        let room = (left + width).saturating_sub(end + 1);
        painter.write(end + 1, y, room, &offer.note, role);
    }
}
