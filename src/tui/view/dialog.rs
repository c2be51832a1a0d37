//! The box in which overlays are drawn.

use super::marking;
use super::paint::Painter;
use crate::app::layout::Area;
use crate::app::{Scope, State};
use crate::config::StyleRole;
use crate::text;

/// Draws a box in the middle of the screen, as large as asked while there is room; the whole screen where there
/// is little. Returns the area inside it, above a line of keys.
pub(super) fn frame(
    painter: &mut Painter<'_>,
    state: &State,
    width: u16,
    height: u16,
    title: &str,
    scope: Scope,
) -> Area {
    let all = state.size;
    let small = all.width < 30 || all.height < 10;
    let (width, height) = if small {
        (all.width, all.height)
    } else {
        (width.min(all.width - 4), height.min(all.height - 2))
    };
    let area = Area {
        x: (all.width - width) / 2,
        y: (all.height - height) / 2,
        width,
        height,
    };
    painter.clear(area, StyleRole::Text);
    if area.height == 0 || area.width == 0 {
        return area;
    }
    if small {
        // The header is covered, and the marking must not be.
        let room = area.width - marking::draw_over(painter, state, area);
        painter.clip(area.x, area.y, room, title, StyleRole::Title);
        let foot = u16::from(area.height > 3);
        painter.keys(area.below(area.height - 1).top(foot), state, scope);
        return area.below(1).top(area.height.saturating_sub(1 + foot));
    }
    border(painter, area);
    let room = area.width.saturating_sub(6);
    let words = format!(" {} ", text::truncate(title, usize::from(room)));
    let inner = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area
    };
    painter.write(inner.x, inner.y, inner.width, &words, StyleRole::Title);
    painter.keys(inner.row(area.height - 2), state, scope);
    inner.below(1).top(area.height.saturating_sub(3))
}

fn border(painter: &mut Painter<'_>, area: Area) {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    for x in area.x..=right {
        painter.write(x, area.y, 1, "─", StyleRole::RuleFocus);
        painter.write(x, bottom, 1, "─", StyleRole::RuleFocus);
    }
    for y in area.y..=bottom {
        painter.write(area.x, y, 1, "│", StyleRole::RuleFocus);
        painter.write(right, y, 1, "│", StyleRole::RuleFocus);
    }
    for (x, y, corner) in [
        (area.x, area.y, "╭"),
        (right, area.y, "╮"),
        (area.x, bottom, "╰"),
        (right, bottom, "╯"),
    ] {
        painter.write(x, y, 1, corner, StyleRole::RuleFocus);
    }
}
