//! The walk through the example: the step that is to be done, in a box below the draft.

use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{Command, Scope, State};
use crate::config::StyleRole;
use crate::text;

/// Returns the rows that the walk takes in a window; none where there is no walk, or no room for it.
pub(super) fn height(state: &State) -> u16 {
    let Some((_, words)) = state.walk_step() else {
        return 0;
    };
    let rows = text::rows(&words, width(state)).len();
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1);
    match state.size.height {
        0..10 => 0,
        10..20 => rows.min(state.size.height / 2 - 1),
        height => (rows + 1).min(height / 2),
    }
}

fn width(state: &State) -> usize {
    usize::from(state.size.width.saturating_sub(4).clamp(1, 100))
}

/// Draws it in an area of the height that it takes.
pub(super) fn draw(painter: &mut Painter<'_>, area: Area) {
    let state = painter.state;
    let Some((walk, words)) = state.walk_step().filter(|_| area.height > 0) else {
        return;
    };
    painter.clear(area, StyleRole::Box);
    let inner = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area
    };
    let many = walk.many();
    let key = state.key(Scope::Headings, Command::Walk);
    // While something is typed the key is a letter.
    let typed = state.scope().takes_text();
    let head = |long: bool| {
        let title = match (walk.step(), long) {
            (Some(step), true) => format!("Step {} of {many} · {}", walk.at + 1, step.title),
            (Some(step), false) => format!("{}/{many} {}", walk.at + 1, step.title),
            (None, _) => "The walk is over".to_owned(),
        };
        let leave = match (typed, long) {
            (true, _) => String::new(),
            (false, true) => format!("{key} leaves the walk"),
            (false, false) => format!("{key} leaves"),
        };
        (title, leave)
    };
    let (title, leave) = match head(true) {
        (title, leave) if cells(&title) + cells(&leave) + 2 <= inner.width => (title, leave),
        _ => head(false),
    };
    let dots: String = (0..many)
        .map(|nth| if nth < walk.at { '●' } else { '○' })
        .collect();
    // Where there is little room, the step goes before how far it is.
    let mut left = inner.width.saturating_sub(cells(&title) + 2);
    let mut x = inner.x + inner.width;
    for (words, role) in [(leave, StyleRole::Dim), (dots, StyleRole::InBand)] {
        let wide = cells(&words);
        if wide + 2 <= left {
            x -= wide;
            painter.write(x, inner.y, wide, &words, role);
            x -= 2;
            left -= wide + 2;
        }
    }
    painter.clip(inner.x, inner.y, inner.width, &title, StyleRole::PaneTitle);
    let below = Area {
        width: u16::try_from(width(state)).unwrap_or(inner.width),
        ..inner.below(1)
    };
    painter.wrapped_and_cut(below, &words, StyleRole::Text);
}
