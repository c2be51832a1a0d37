//! The words of the boxes of one file, or of the library, that are not answered, and what is to be noted of them.

use std::collections::BTreeSet;

use crate::assessment::{BoxEdit, Unanswered};

/// The words that stand in boxes, or stood there when they were closed, with what the journal does not have of them.
#[derive(Debug, Default)]
pub struct KeptWords {
    boxes: Unanswered,
    log: Vec<BoxEdit>,
    /// The boxes that were typed in here, by name.
    typed: BTreeSet<String>,
    /// True where something was typed in one since the file was looked at.
    unlooked: bool,
}

impl KeptWords {
    /// Returns the words that a journal gave back.
    pub(super) fn new(boxes: Unanswered) -> Self {
        Self {
            boxes,
            ..Self::default()
        }
    }

    /// Returns the words of a box.
    pub(super) fn get(&self, on: &str) -> Option<&str> {
        self.boxes.get(on)
    }

    /// Lets these words stand in a box; without any, forgets it.
    pub(super) fn set(&mut self, on: &str, words: &str) {
        if let Some(edit) = self.boxes.set(on, words) {
            self.log.push(edit);
            self.typed.insert(on.to_owned());
            self.unlooked = true;
        }
    }

    /// Returns the words that were typed here, by the names of their boxes.
    pub(super) fn typed_here(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = self.typed.iter();
        names.filter_map(|on| Some((on.as_str(), self.get(on)?)))
    }

    /// Returns true where words were typed since the file was looked at whose they are.
    pub(super) fn is_unlooked(&self) -> bool {
        self.unlooked
    }

    /// Takes note that the file is looked at; returns true where it was to be.
    pub(super) fn was_looked_at(&mut self) -> bool {
        std::mem::take(&mut self.unlooked)
    }

    /// Takes what a journal had of boxes that have no words here.
    pub(super) fn take_in(&mut self, others: &Unanswered) {
        for edit in others.edits() {
            if self.boxes.get(&edit.on).is_none() {
                self.boxes.apply(&edit);
            }
        }
    }

    /// Returns what has changed since this was asked last, for the journal.
    pub(super) fn take_log(&mut self) -> Vec<BoxEdit> {
        std::mem::take(&mut self.log)
    }
}
