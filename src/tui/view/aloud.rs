//! The statement alone, to be read aloud: the pace above, the page with the sentence that is due, the keys below.

use super::marking;
use super::paint::{Painter, cells};
use super::statement::StatementView;
use crate::app::layout::{self, Area};
use crate::app::{DraftEditor, ReadAloud, Scope};
use crate::config::StyleRole;
use crate::text::counted;

pub(super) fn draw(painter: &mut Painter<'_>, editor: &DraftEditor, view: &mut StatementView) {
    let Some(reading) = painter.state.read_aloud() else {
        return;
    };
    let all = painter.state.size.area();
    let (head, page, foot) = layout::aloud(painter.state.size);
    if painter.has_ground(StyleRole::Page) {
        painter.lay(all, StyleRole::Page);
    }
    if head.height > 0 {
        let room = head.width - marking::right(painter, head, editor);
        pace(painter, head.top(1), room, reading);
    }
    view.draw_alone(painter, page, editor, reading.due());
    if foot.height > 0 && painter.state.scope() == Scope::Aloud {
        painter.keys(foot, Scope::Aloud);
    }
}

/// Draws how long it has taken, how long it takes yet, and the pace; in few columns in fewer words.
fn pace(painter: &mut Painter<'_>, row: Area, room: u16, reading: &ReadAloud) {
    let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    let (elapsed, left) = (clock(reading.elapsed()), clock(reading.left()));
    let pace = usize::try_from(reading.words_a_minute()).unwrap_or(usize::MAX);
    let pace = counted(pace, "word");
    let (sign, role) = match reading.is_running() {
        true => ("▸", StyleRole::PaneTitle),
        false => ("·", StyleRole::Dim),
    };
    let whole = format!("{sign} {elapsed} elapsed · {left} left · {pace} a minute");
    let words = match cells(&whole) < room {
        true => whole,
        false => format!("{sign} {elapsed} · {left} left · {pace}/min"),
    };
    painter.clip(row.x + 1, row.y, room.saturating_sub(1), &words, role);
}
