//! The protective marking of the open draft: on the screen as long as the draft is.

use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{Bench, State};
use crate::config::Role;
use crate::text;

/// Writes the marking at the right edge of a row; gives the columns it takes. It is never left out and cut
/// off only where it is wider than the whole row.
pub(super) fn right(painter: &mut Painter<'_>, row: Area, bench: &Bench) -> u16 {
    let words = words(bench);
    let words = text::truncate(&words, usize::from(row.width));
    painter.right(row, &words, Role::Marking)
}

/// The same in the title row of what covers the whole screen, the header with it.
pub(super) fn over(painter: &mut Painter<'_>, state: &State, row: Area) -> u16 {
    let bench = state.bench.as_deref();
    bench.map_or(0, |bench| right(painter, row, bench))
}

/// The columns that the marking takes where there is room for it.
pub(super) fn width(bench: &Bench) -> u16 {
    cells(&words(bench))
}

/// The marking on one line with a blank at each end; nothing where the draft has none.
fn words(bench: &Bench) -> String {
    let marking = &bench.assessment.overall.marking;
    let words: Vec<&str> = marking.split_whitespace().collect();
    match words.is_empty() {
        true => String::new(),
        false => format!(" {} ", words.join(" ")),
    }
}
