//! Text in soft-wrapped rows, with cursor, selection and what is offered.

use super::paint::{Painter, cells};
use crate::app::Typing;
use crate::app::layout::Area;
use crate::config::StyleRole;
use crate::text;

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
    typing: Option<&Typing>,
    role: StyleRole,
) -> (u16, ScreenPosition) {
    let rows = text::rows(words, usize::from(area.width.max(1)));
    let height = usize::from(area.height);
    let at = typing.map(|typing| typing.cursor.at());
    let row_at = at.map(|at| text::row_of(&rows, at));
    let skipped = match row_at {
        Some(row) if row >= height && height > 0 => row + 1 - height,
        _ => 0,
    };
    let selection = typing.and_then(|typing| typing.cursor.selection());
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

/// Draws the names that are offered, below the cursor or, where there is no room, above it.
pub(super) fn offers(painter: &mut Painter<'_>, content: Area, typing: &Typing, x: u16, y: u16) {
    let many = u16::try_from(typing.offers.len()).unwrap_or(u16::MAX);
    if many == 0 {
        return;
    }
    let widest = typing
        .offers
        .iter()
        .map(|offer| cells(&offer.text) + cells(&offer.note) + 5)
        .max();
    let width = widest.unwrap_or(0).min(content.width);
    let bottom = content.y + content.height;
    let top = if y + 1 + many <= bottom {
        y + 1
    } else {
        y.saturating_sub(many).max(content.y)
    };
    let left = x.min((content.x + content.width).saturating_sub(width));
    for (at, offer) in typing.offers.iter().enumerate() {
        let y = top + u16::try_from(at).unwrap_or(u16::MAX);
        if y >= bottom {
            break;
        }
        let chosen = typing.chosen == Some(at);
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
