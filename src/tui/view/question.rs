//! Questions that are answered by typing.

use super::dialog::frame;
use super::paint::{Painter, cells};
use super::prose::ScreenPosition;
use crate::app::layout::Area;
use crate::app::{Question, Scope, State};
use crate::config::StyleRole;
use crate::text;

/// Draws a question whose answer is a whole sentence: in rows, with what helps below.
fn draw_prose_question(
    painter: &mut Painter<'_>,
    state: &State,
    question: &Question,
) -> ScreenPosition {
    let inner = frame(painter, state, 84, 14, &question.title, Scope::Asking);
    if inner.height == 0 || inner.width == 0 {
        return None;
    }
    let rows = text::rows(&question.text, usize::from(inner.width));
    let at = text::row_of(&rows, question.cursor.at());
    let room = usize::from(inner.height.saturating_sub(2).max(1));
    let top = (at + 1).saturating_sub(room);
    let mut y = inner.y;
    for row in rows.iter().skip(top).take(room) {
        let words = question.text.get(row.range.clone()).unwrap_or_default();
        let words = words.trim_end_matches('\n');
        painter.write(inner.x, y, inner.width, words, StyleRole::Text);
        y += 1;
    }
    let below = inner.below(y + 1 - inner.y);
    painter.wrapped(below, &question.help, StyleRole::Dim);
    let column = text::column_of(&question.text, &rows, question.cursor.at());
    let column = u16::try_from(column).unwrap_or(0).min(inner.width - 1);
    let down = u16::try_from(at.saturating_sub(top)).unwrap_or(0);
    Some((inner.x + column, inner.y + down))
}

pub(super) fn draw(
    painter: &mut Painter<'_>,
    state: &State,
    question: &Question,
) -> ScreenPosition {
    if question.asked.is_prose() {
        return draw_prose_question(painter, state, question);
    }
    let inner = frame(painter, state, 72, 13, &question.title, Scope::Asking);
    if inner.height == 0 {
        return None;
    }
    let cursor = answer(painter, inner, question);
    let (words, role) = match &question.refused {
        Some(why) => (why.as_str(), StyleRole::Error),
        None => (question.help.as_str(), StyleRole::Dim),
    };
    let mut left = inner.below(1);
    if left.height > 0 {
        left = left.below(painter.wrapped(left, words, role));
    }
    for (line, (at, offer)) in (0..left.height).zip(question.offers.iter().enumerate()) {
        let row = left.row(line);
        let (mark, role) = match question.chosen == Some(at) {
            true => ("▌ ", StyleRole::OfferChosen),
            false => ("  ", StyleRole::Offer),
        };
        let words = format!("{mark}{}", offer.text);
        let end = painter.write(row.x, row.y, row.width, &words, role);
        let room = (row.x + row.width).saturating_sub(end + 2);
        painter.write(end + 2, row.y, room, &offer.note, StyleRole::Dim);
    }
    Some((cursor, inner.y))
}

/// Draws the line that is typed in, with the cursor; returns its column.
fn answer(painter: &mut Painter<'_>, area: Area, question: &Question) -> u16 {
    let room = area.width.saturating_sub(2);
    let x = painter.write(area.x, area.y, area.width, "› ", StyleRole::Key);
    let hidden;
    let (answer, at) = if question.asked.is_secret() {
        // A sign a character: how many there are helps whoever types, and whoever looks little.
        let signs = |words: &str| "•".repeat(words.chars().count());
        let before = question.text.get(..question.cursor.at());
        let at = signs(before.unwrap_or_default()).len();
        hidden = signs(&question.text);
        (hidden.as_str(), at)
    } else {
        (question.text.as_str(), question.cursor.at())
    };
    // A long answer is shown around the cursor.
    let before = answer.get(..at).unwrap_or_default();
    let skipped = cells(before).saturating_sub(room.saturating_sub(1));
    let whole = text::rows(answer, usize::MAX);
    let from = whole
        .first()
        .map_or(0, |row| text::at_column(answer, row, usize::from(skipped)));
    let shown = answer.get(from..).unwrap_or_default();
    painter.write(x, area.y, room, shown, StyleRole::Text);
    x + cells(answer.get(from..at).unwrap_or_default())
}
