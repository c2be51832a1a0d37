//! The words of the boxes of one file, or of the library, that are not answered, and what is to be noted of them.

use crate::assessment::{BoxEdit, Unanswered};

/// The words that stand in boxes, or stood there when they were closed, with what the journal does not have of them.
#[derive(Debug, Default)]
pub struct KeptWords {
    boxes: Unanswered,
    log: Vec<BoxEdit>,
}

impl KeptWords {
    /// Returns the words that a journal gave back.
    pub(super) fn new(boxes: Unanswered) -> Self {
        Self {
            boxes,
            log: Vec::new(),
        }
    }

    /// Returns the words of a box.
    pub(super) fn get(&self, on: &str) -> Option<&str> {
        self.boxes.get(on)
    }

    /// Lets these words stand in a box; without any, forgets it.
    pub(super) fn set(&mut self, on: &str, words: &str) {
        self.log.extend(self.boxes.set(on, words));
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
