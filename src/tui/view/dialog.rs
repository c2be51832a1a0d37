//! The box in which overlays are drawn.

use super::marking;
use super::paint::Painter;
use crate::app::Scope;
use crate::app::layout::{self, Area, OverlayBox};
use crate::config::StyleRole;
use crate::text;

/// Draws a box in the middle of the screen, as large as asked while there is room; the whole screen where there
/// is little. Returns the area inside it, above a line of keys.
pub(super) fn frame(
    painter: &mut Painter<'_>,
    width: u16,
    height: u16,
    title: &str,
    scope: Scope,
) -> Area {
    framed(
        painter,
        layout::overlay(painter.state.size, width, height),
        title,
        scope,
    )
}

/// Draws a box that is laid out; returns the area inside it.
pub(super) fn framed(
    painter: &mut Painter<'_>,
    laid_out: OverlayBox,
    title: &str,
    scope: Scope,
) -> Area {
    let OverlayBox {
        outer: area,
        inner,
        framed,
    } = laid_out;
    let all = painter.state.size.area();
    // Beside the box nothing is left of rows that it covers: half words would be taken for some of its own.
    let band = Area {
        y: area.y,
        height: area.height,
        ..all
    };
    painter.clear(band, StyleRole::Text);
    let behind = painter.style(StyleRole::Behind);
    painter.tint(all, behind);
    painter.clear(area, StyleRole::Box);
    if area.height == 0 || area.width == 0 {
        return area;
    }
    // Where nothing in it is lit, it is read from its beginning.
    painter.choice_at(inner.x, inner.y);
    if !framed {
        // The header is covered, and the marking must not be.
        let room = area.width - marking::draw_over(painter, area);
        painter.clip(area.x, area.y, room, title, StyleRole::Title);
        let foot = u16::from(area.height > 3);
        painter.keys(area.below(area.height - 1).top(foot), scope);
        return inner;
    }
    let room = area.width.saturating_sub(6);
    let words = text::truncate(title, usize::from(room));
    let mut keys = Area {
        y: area.bottom() - 2,
        height: 1,
        ..inner
    };
    // A ground alone is too near to that of a page to show where the box ends.
    border(painter, area);
    let words = format!(" {words} ");
    painter.write(inner.x, area.y, inner.width, &words, StyleRole::Title);
    keys.x = keys.x.saturating_sub(1);
    painter.keys(keys, scope);
    inner
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
