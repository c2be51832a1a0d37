//! Questions that are answered by typing.

use super::dialog::{frame, framed};
use super::list;
use super::paint::Painter;
use super::prose::{self, ScreenPosition};
use crate::app::layout::{self, Area};
use crate::app::{Question, QuestionKind, Scope};
use crate::config::StyleRole;

/// Rows for the words that a question is about, with the one below them.
const ABOUT: u16 = 4;

/// Draws a question whose answer is a whole sentence: in rows, with what helps below.
fn draw_prose_question(painter: &mut Painter<'_>, question: &Question) -> ScreenPosition {
    let inner = frame(
        painter,
        84,
        14 + of_about(painter, question),
        &question.title,
        Scope::Asking,
    );
    if inner.height == 0 || inner.width == 0 {
        return None;
    }
    let inner = about(painter, question, inner);
    let room = inner.top(inner.height.saturating_sub(2).max(1));
    let (words, cursor) = (question.field.text(), question.field.cursor());
    let (used, at) = prose::prose(painter, room, words, Some(cursor), StyleRole::Text);
    below(painter, question, inner.below(used.min(room.height) + 1));
    at
}

/// Returns the rows by which a box is higher for the words that it is about.
fn of_about(painter: &Painter<'_>, question: &Question) -> u16 {
    match painter.state.asked_about(question) {
        Some(_) => ABOUT,
        None => 0,
    }
}

/// Draws the words that a question is about, in as many rows as leave room for the answer. Returns the area that is left.
fn about(painter: &mut Painter<'_>, question: &Question, area: Area) -> Area {
    let Some(words) = painter.state.asked_about(question) else {
        return area;
    };
    // At the very least the answer and what helps with it.
    let room = area.height.saturating_sub(4).min(area.height / 3);
    if room == 0 {
        return area;
    }
    let used = painter.wrapped_and_cut(area.top(room), &words, StyleRole::Lit);
    area.below(used + u16::from(area.height > 9))
}

/// Draws what helps to answer, or why the answer was not taken. Returns the area that is left.
fn below(painter: &mut Painter<'_>, question: &Question, area: Area) -> Area {
    let restored = question.field.is_restored();
    let words = painter.state.help_of(question);
    let role = match (&question.refused, restored) {
        (Some(_), _) => StyleRole::Error,
        (None, true) => StyleRole::Notice,
        (None, false) => StyleRole::Dim,
    };
    match area.height {
        0 => area,
        _ => area.below(painter.wrapped(area, &words, role)),
    }
}

pub(super) fn draw(painter: &mut Painter<'_>, question: &Question) -> ScreenPosition {
    if question.asked.is_prose() {
        return draw_prose_question(painter, question);
    }
    let inner = match question.asked == QuestionKind::Filter {
        // What it narrows stays in sight.
        true => {
            let low = layout::low(painter.state.size, 72);
            framed(painter, low, &question.title, Scope::Asking)
        }
        false => frame(
            painter,
            72,
            13 + of_about(painter, question),
            &question.title,
            Scope::Asking,
        ),
    };
    if inner.height == 0 {
        return None;
    }
    let inner = about(painter, question, inner);
    let cursor = prose::line(painter, inner, &question.field, question.asked.is_secret());
    let left = below(painter, question, inner.below(1));
    let offers = &question.field.offers.list;
    if offers.shown().len() > 0 && left.height > 0 {
        list::draw(painter, left, offers, list::BOXED, &mut 0);
    }
    Some((cursor, inner.y))
}
