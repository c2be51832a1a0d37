//! Where things stand to which the mouse can point; what is drawn later lies on top.

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

impl Painter<'_> {
    /// Takes note of where something stands to which the mouse can point.
    pub(super) fn shows(&mut self, area: Area, target: PointerTarget) {
        if self.mouse {
            self.targets.push((area, target));
        }
    }

    /// Draws a row of the middle pane, to which the mouse can point wherever it has nothing that lies on top. What is drawn
    /// says how high it is.
    pub(super) fn shows_row<T>(
        &mut self,
        area: Area,
        at: Option<usize>,
        draw: impl FnOnce(&mut Self) -> (u16, T),
    ) -> (u16, T) {
        let first = self.targets.len();
        self.row = at;
        let (used, drawn) = draw(self);
        self.row = None;
        if let Some(at) = at.filter(|_| self.mouse) {
            let row = (area.top(used.min(area.height)), PointerTarget::Row(at));
            self.targets.insert(first.min(self.targets.len()), row);
        }
        (used, drawn)
    }

    /// Takes note of where a row of a text stands in which somebody could type, or does: of one that is shown in other words
    /// there is no telling which place is meant.
    pub(super) fn shows_words(&mut self, area: Area, words: &str, row: &Range<usize>, typed: bool) {
        let editor = self.state.editor.as_deref();
        let own = || {
            let row = editor?.rows.get(self.row?)?.place()?;
            editor?.assessment.text(&row)
        };
        if self.mouse && (typed || own() == Some(words)) {
            let target = PointerTarget::Words {
                row: self.row,
                start: row.start,
                end: row.end,
                left: area.x,
            };
            self.shows(area.row(0), target);
        }
    }

    /// Forgets what was drawn: something lies over it that is answered first.
    pub(super) fn cover(&mut self) {
        self.targets.clear();
    }

    /// Returns what the mouse can point to, where it stands.
    pub(super) fn into_targets(self) -> Vec<(Area, PointerTarget)> {
        self.targets
    }
}
