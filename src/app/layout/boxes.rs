//! The boxes that lie over a screen.

use super::{Area, Size};

/// The box of something that lies over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverlayBox {
    /// The whole of it.
    pub outer: Area,
    /// The area inside it, above its line of keys.
    pub inner: Area,
    /// True where it has a border; where there is little room it is the whole screen, without one.
    pub framed: bool,
}

/// A window of fewer columns or rows has no room to spare around a box.
const SMALL: (u16, u16) = (56, 14);

/// Lays out a box in the middle of the screen, as large as asked while there is room.
pub fn overlay(size: Size, width: u16, height: u16) -> OverlayBox {
    let all = size.area();
    if all.width < SMALL.0 || all.height < SMALL.1 {
        let foot = u16::from(all.height > 3);
        return OverlayBox {
            outer: all,
            inner: all.below(1).top(all.height.saturating_sub(1 + foot)),
            framed: false,
        };
    }
    let (width, height) = (width.min(all.width - 4), height.min(all.height - 2));
    let outer = Area {
        x: (all.width - width) / 2,
        y: (all.height - height) / 2,
        width,
        height,
    };
    let inner = Area {
        x: outer.x + 2,
        width: outer.width.saturating_sub(4),
        ..outer
    };
    OverlayBox {
        outer,
        inner: inner.below(1).top(outer.height.saturating_sub(3)),
        framed: true,
    }
}

/// Lays out a box of one field at the bottom of the screen, under what it narrows.
pub fn low(size: Size, width: u16) -> OverlayBox {
    let centred = overlay(size, width, 5);
    let rows = match centred.framed {
        true => centred.outer.height,
        false => 4.min(size.height),
    };
    let y = size.height - rows;
    let outer = Area {
        y,
        height: rows,
        ..centred.outer
    };
    OverlayBox {
        outer,
        inner: Area {
            y: y + 1,
            height: rows.saturating_sub(if centred.framed { 3 } else { 2 }),
            ..centred.inner
        },
        ..centred
    }
}

/// Lays out a page to be read.
pub fn page(size: Size) -> OverlayBox {
    overlay(size, 100, u16::MAX)
}
