//! The protective marking of the open draft: on the screen as long as the draft is.

use super::paint::{Painter, cells};
use crate::app::DraftEditor;
use crate::app::layout::Area;
use crate::config::StyleRole;
use crate::text;

/// Writes the marking at the right edge of a row; returns the columns it takes. It is never left out and cut
/// off only where it is wider than the whole row.
pub(super) fn right(painter: &mut Painter<'_>, row: Area, editor: &DraftEditor) -> u16 {
    draw(painter, row, &editor.assessment.overall.marking)
}

/// Draws the same for a marking by itself.
pub(super) fn draw(painter: &mut Painter<'_>, row: Area, marking: &str) -> u16 {
    let words = of_words(marking);
    let words = text::truncate(&words, usize::from(row.width));
    painter.right(row, &words, StyleRole::Marking)
}

/// Draws the same in the title row of what covers the whole screen, the header with it.
pub(super) fn draw_over(painter: &mut Painter<'_>, row: Area) -> u16 {
    match (&painter.state.editor, &painter.state.grid) {
        (Some(editor), _) => right(painter, row, editor),
        (None, Some(grid)) => draw(painter, row, &grid.marking),
        (None, None) => 0,
    }
}

/// Returns the columns that the marking takes where there is room for it.
pub(super) fn width(editor: &DraftEditor) -> u16 {
    cells(&words(editor))
}

/// Returns the marking on one line with a blank at each end; empty where the draft has none.
fn words(editor: &DraftEditor) -> String {
    of_words(&editor.assessment.overall.marking)
}

/// Returns a marking on one line with a blank at each end; empty where there is none.
pub(super) fn of_words(marking: &str) -> String {
    let words: Vec<&str> = marking.split_whitespace().collect();
    match words.is_empty() {
        true => String::new(),
        false => format!(" {} ", words.join(" ")),
    }
}
