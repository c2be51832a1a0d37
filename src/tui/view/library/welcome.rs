//! The screen for whoever starts for the first time: what this is, and three ways to begin.

use crate::app::layout::Area;
use crate::app::shown::{WAYS, WHAT};
use crate::app::{Command, Scope};
use crate::config::StyleRole;
use crate::tui::view::paint::{Painter, cells};

pub(super) fn draw(painter: &mut Painter<'_>, area: Area) {
    let state = painter.state;
    let width = area.width.saturating_sub(4).min(74);
    let mut left = Area {
        x: area.x + (area.width.saturating_sub(width)) / 2,
        width,
        ..area
    };
    painter.choice_at(left.x, left.y);
    let airy = area.height >= 18;
    if airy {
        left = left.below(area.height / 6);
        painter.write(
            left.x,
            left.y,
            left.width,
            "Welcome to Assay",
            StyleRole::Title,
        );
        left = left.below(2);
    }
    let what = match area.height < 11 {
        true => "What you found and how you grade it, made into a statement. Saved as you type.",
        false => WHAT,
    };
    left = left.below(painter.wrapped(left, what, StyleRole::Text) + 1);
    for (command, title, words) in WAYS {
        let key = state.key(Scope::Library, command);
        let x = painter
            .write(left.x, left.y, left.width, &key, StyleRole::Key)
            .max(left.x + 3);
        painter.write(x, left.y, cells(title), title, StyleRole::Title);
        let beside = left.inset((x - left.x) + 16);
        left = match beside.width >= cells(words) {
            true => {
                painter.write(beside.x, left.y, beside.width, words, StyleRole::Dim);
                left.below(1)
            }
            false if left.height >= 9 => {
                let below = left.below(1).inset(3);
                left.below(1 + painter.wrapped(below, words, StyleRole::Dim))
            }
            false => left.below(1),
        };
        left = left.below(u16::from(airy));
    }
    left = left.below(u16::from(left.height > 1));
    let key = state.key(Scope::Library, Command::Help);
    let x = painter
        .write(left.x, left.y, left.width, &key, StyleRole::Key)
        .max(left.x + 3);
    let room = (left.x + left.width).saturating_sub(x);
    painter.write(
        x,
        left.y,
        room,
        "shows every key, wherever you are",
        StyleRole::Dim,
    );
}
