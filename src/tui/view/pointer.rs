//! Where the mouse can point to sentences.

use std::ops::Range;

use super::paint::{Painter, cells};
use super::wrapping::WrappedSentences;
use crate::app::PointerTarget;
use crate::app::layout::Area;

/// Takes note of where the sentences of a row stand; with their paragraph and the first
/// sentence of their piece.
pub(super) fn shows_sentences(
    painter: &mut Painter<'_>,
    area: Area,
    piece: &WrappedSentences,
    row: &Range<usize>,
    (paragraph, first): (usize, usize),
) {
    if !painter.mouse {
        return;
    }
    let columns = |range: Range<usize>| cells(piece.text.get(range).unwrap_or_default());
    for (nth, range) in piece.ranges.iter().enumerate() {
        let (from, to) = (range.start.max(row.start), range.end.min(row.end));
        if from < to {
            let words = Area {
                x: area.x + columns(row.start..from),
                width: columns(from..to),
                height: 1,
                ..area
            };
            painter.shows(words, PointerTarget::Sentence((paragraph, first + nth)));
        }
    }
}
