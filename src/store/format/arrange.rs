//! The pieces of a file in their new order.

use std::collections::{HashMap, HashSet};

use super::layout::FileLayout;
use super::patch::TextPatch;

/// Something that stands at a new place.
pub(super) enum MovedPart {
    /// Pieces of the file: an item of a top list and what is nested under it.
    Group(Vec<usize>),
    /// Pieces of the file: an item that is nested under another.
    Nested(Vec<usize>),
    /// A text that the file did not have.
    Text(String),
}

/// The pieces that leave their places, and the parts that come elsewhere.
///
/// Places are named by the pieces of the file as it was, whether or not those stay: whatever
/// comes `after` a piece stands where that piece ended. Only what is `under` a piece goes with it.
#[derive(Default)]
pub(super) struct Arrangement {
    /// Items of top lists that are gone or stand elsewhere.
    pub(super) gone: HashSet<usize>,
    /// Nested items that are gone or stand elsewhere.
    pub(super) gone_nested: HashSet<usize>,
    /// The parts that come before a piece.
    pub(super) before: HashMap<usize, Vec<MovedPart>>,
    /// The parts that come after a piece.
    pub(super) after: HashMap<usize, Vec<MovedPart>>,
    /// The parts that come after a piece and belong to it.
    pub(super) under: HashMap<usize, Vec<MovedPart>>,
}

impl Arrangement {
    /// Returns the new text.
    pub(super) fn write(
        &self,
        patch: &mut TextPatch<'_>,
        layout: &FileLayout,
        eol: &str,
    ) -> String {
        let mut out = ArrangedText {
            arrangement: self,
            patch,
            layout,
            eol,
            text: String::new(),
            last: None,
        };
        for piece in 0..layout.pieces.len() {
            out.all(self.before.get(&piece));
            if !self.gone.contains(&piece) && !self.gone_nested.contains(&piece) {
                out.piece(piece);
            }
            out.all(self.after.get(&piece));
        }
        out.text
    }
}

struct ArrangedText<'o, 'p> {
    arrangement: &'o Arrangement,
    patch: &'o mut TextPatch<'p>,
    layout: &'o FileLayout,
    eol: &'o str,
    text: String,
    /// The piece that the text ends with.
    last: Option<usize>,
}

impl ArrangedText<'_, '_> {
    fn all(&mut self, moved: Option<&Vec<MovedPart>>) {
        for moved in moved.into_iter().flatten() {
            match moved {
                MovedPart::Group(pieces) => {
                    for piece in pieces {
                        if !self.arrangement.gone_nested.contains(piece) {
                            self.piece(*piece);
                        }
                    }
                }
                MovedPart::Nested(pieces) => pieces.iter().for_each(|piece| self.piece(*piece)),
                MovedPart::Text(text) => {
                    self.end_line();
                    self.part(text);
                    self.text.push_str(text);
                    self.last = None;
                }
            }
        }
    }

    fn piece(&mut self, piece: usize) {
        if let Some(range) = self
            .layout
            .pieces
            .get(piece)
            .filter(|range| !range.is_empty())
        {
            self.end_line();
            let next = self.last.map(|last| last + 1);
            if next != Some(piece) {
                self.part(self.patch.text(range.clone()));
            }
            self.patch.apply(range.clone(), &mut self.text);
            self.last = Some(piece);
        }
        self.all(self.arrangement.under.get(&piece));
    }

    /// Keeps a comment at the end of the text from becoming one of the table that now follows it.
    fn part(&mut self, next: &str) {
        let last = self.text.lines().next_back().unwrap_or_default();
        let first = next.lines().next().unwrap_or_default();
        if last.trim_start().starts_with('#') && !first.trim().is_empty() {
            self.text.push_str(self.eol);
        }
    }

    /// Ends the last line, where it lacks its end: it needs one once something follows.
    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str(self.eol);
        }
    }
}
