//! Two versions side by side; in a narrow window, one below the other.

use super::dialog::frame;
use super::paint::{Painter, cells, scrolled};
use super::prose::lines;
use crate::app::layout::Area;
use crate::app::{ComparedValue, Comparison};
use crate::config::StyleRole;
use crate::text::{self, DiffPiece, word_difference};

/// From this width the two versions stand side by side.
const SIDE_BY_SIDE: u16 = 56;

/// The sign for a version that has no words.
const NOTHING: &str = "–";

/// One of the two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ComparisonSide {
    Left,
    Right,
}

pub(super) fn draw(painter: &mut Painter<'_>, comparison: &Comparison, top: &mut usize) {
    let title = comparison.title();
    let inner = frame(painter, 110, u16::MAX, &title, painter.state.scope());
    if inner.width < 6 || inner.height == 0 {
        return;
    }
    let foot = painter.state.for_reading().filter(|_| inner.height > 5);
    let inner = match foot {
        Some(words) => {
            let last = inner.bottom() - 1;
            painter.clip(inner.x, last, inner.width, &words, StyleRole::Lit);
            inner.top(inner.height - 1)
        }
        None => inner,
    };
    let wide = inner.width >= SIDE_BY_SIDE;
    let (left, right) = comparison.sides();
    let mut y = inner.y;
    if wide && inner.height > 4 {
        let columns = halves(inner);
        painter.write(columns.0.x, y, columns.0.width, left, StyleRole::Dim);
        painter.write(columns.1.x, y, columns.1.width, right, StyleRole::Dim);
        y += 1;
    }
    let bottom = inner.bottom();
    // The last pair needs no blank row behind it.
    let (many, room) = (comparison.pairs.len(), bottom - y + 1);
    scrolled(top, comparison.at, many, room, |at| {
        let pair = comparison.pairs.get(at);
        pair.map_or(0, |pair| height(pair, inner, wide).saturating_add(1))
    });
    for (nth, pair) in comparison.pairs.iter().enumerate().skip(*top) {
        if y >= bottom {
            return;
        }
        let area = Area {
            y,
            height: bottom - y,
            ..inner
        };
        y += draw_pair(
            painter,
            area,
            pair,
            nth == comparison.at,
            wide,
            (left, right),
        ) + 1;
    }
}

fn height(pair: &ComparedValue, inner: Area, wide: bool) -> u16 {
    let words = |text: &Option<String>, width| lines(text.as_deref().unwrap_or(NOTHING), width);
    if wide {
        let columns = halves(inner);
        let left = words(&pair.left, columns.0.width);
        1 + left.max(words(&pair.right, columns.1.width))
    } else {
        let width = inner.width - 2;
        3 + words(&pair.left, width) + words(&pair.right, width)
    }
}

fn halves(area: Area) -> (Area, Area) {
    let width = (area.width - 4) / 2;
    let left = Area {
        x: area.x + 2,
        width,
        ..area
    };
    let right = Area {
        x: area.x + 4 + width,
        ..left
    };
    (left, right)
}

fn draw_pair(
    painter: &mut Painter<'_>,
    area: Area,
    pair: &ComparedValue,
    chosen: bool,
    wide: bool,
    (left, right): (&str, &str),
) -> u16 {
    let (bar, role) = if chosen {
        ("▌", StyleRole::RuleFocus)
    } else {
        (" ", StyleRole::Heading)
    };
    if chosen {
        painter.choice_at(area.x, area.y);
    }
    painter.write(area.x, area.y, 1, bar, StyleRole::RuleFocus);
    let room = area.width.saturating_sub(2);
    painter.clip(area.x + 2, area.y, room, &pair.what, role);
    if wide {
        let inner = area.inset(2).below(1);
        let columns = halves(inner);
        let columns = (
            Area {
                x: inner.x,
                ..columns.0
            },
            columns.1,
        );
        let used = words(painter, columns.0, pair, ComparisonSide::Left);
        1 + used.max(words(painter, columns.1, pair, ComparisonSide::Right))
    } else {
        let mut place = area.inset(2).below(1);
        for (side, called) in [(ComparisonSide::Left, left), (ComparisonSide::Right, right)] {
            if place.height == 0 {
                break;
            }
            painter.write(place.x, place.y, place.width, called, StyleRole::Dim);
            place = place.below(1);
            place = place.below(words(painter, place, pair, side));
        }
        place.y - area.y
    }
}

/// Draws one version, with the words marked that the other has not.
fn words(painter: &mut Painter<'_>, area: Area, pair: &ComparedValue, side: ComparisonSide) -> u16 {
    let (left, right) = (
        pair.left.as_deref().unwrap_or_default(),
        pair.right.as_deref().unwrap_or_default(),
    );
    let (text, own) = match side {
        ComparisonSide::Left => (left, StyleRole::Removed),
        ComparisonSide::Right => (right, StyleRole::Added),
    };
    if text.is_empty() {
        let room = area.width.min(area.height);
        painter.write(area.x, area.y, room, NOTHING, StyleRole::Dim);
        return 1;
    }
    let mut marked = Vec::new();
    let mut at = 0;
    for piece in word_difference(left, right) {
        match (piece, side) {
            (DiffPiece::Same(part), _) => at += part.len(),
            (DiffPiece::Removed(part), ComparisonSide::Left)
            | (DiffPiece::Added(part), ComparisonSide::Right) => {
                marked.push(at..at + part.len());
                at += part.len();
            }
            _ => {}
        }
    }
    let mut y = area.y;
    for row in text::rows(text, usize::from(area.width.max(1))) {
        if y >= area.bottom() {
            break;
        }
        let mut x = area.x;
        let mut from = row.range.start;
        let shown = text.get(row.range.clone()).unwrap_or_default().trim_end();
        let end = row.range.start + shown.len();
        while from < end {
            let inside = marked.iter().find(|range| range.contains(&from));
            let next = marked
                .iter()
                .map(|range| range.start)
                .find(|start| *start > from);
            let to = inside
                .map(|range| range.end)
                .or(next)
                .unwrap_or(end)
                .min(end);
            let part = text.get(from..to).unwrap_or_default();
            let role = if inside.is_some() {
                own
            } else {
                StyleRole::Text
            };
            let room = area.room(x);
            painter.write(x, y, room, part, role);
            x += cells(part);
            from = to;
        }
        y += 1;
    }
    y - area.y
}
