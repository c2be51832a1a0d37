//! The words of the boxes of one file, or of the library, that are not answered, and what is to be noted of them.

use std::collections::BTreeSet;

use crate::assessment::{BoxEdit, Unanswered, is_earlier, is_unplaced};

/// The words that stand in boxes, or stood there when they were closed, with what the journal does not have of them.
#[derive(Debug, Default)]
pub struct KeptWords {
    boxes: Unanswered,
    log: Vec<BoxEdit>,
    /// The boxes that were typed in here, by name.
    typed: BTreeSet<String>,
    /// True where something was typed in one since the file was looked at.
    unlooked: bool,
    /// True where they go outside the file's own journal, which is somebody else's.
    outside: bool,
}

impl KeptWords {
    /// Returns the words that journals gave back; `outside` where they do not go into the file's own.
    pub(super) fn new(boxes: Unanswered, outside: bool) -> Self {
        Self {
            boxes,
            outside,
            ..Self::default()
        }
    }

    /// Returns the words of a box.
    pub(super) fn get(&self, on: &str) -> Option<&str> {
        self.boxes.get(on)
    }

    /// Lets these words stand in a box; without any, forgets it.
    pub(super) fn set(&mut self, on: &str, words: &str) {
        let edit = self.boxes.set(on, words);
        self.was_typed(edit);
    }

    fn was_typed(&mut self, edit: Option<BoxEdit>) {
        if let Some(edit) = edit {
            self.typed.insert(edit.on.clone());
            self.log.push(edit);
            self.unlooked = true;
        }
    }

    /// Takes what was typed of the same file until it was opened once more: that stays in its box, and what the box has
    /// besides waits for a place.
    pub(super) fn take_typed(&mut self, before: &Self) {
        for on in &before.typed {
            let (Some(words), here) = (before.get(on), self.get(on).map(str::to_owned)) else {
                continue;
            };
            match here {
                _ if is_earlier(on) => self.keep_earlier(words),
                Some(here) if here.contains(words) => {}
                None if is_unplaced(on) => self.add_unplaced(words),
                Some(here) if !words.contains(&here) => {
                    self.set(on, words);
                    self.add_unplaced(&here);
                }
                _ => self.set(on, words),
            }
        }
    }

    /// Lets words wait for a place beside those that do.
    pub(super) fn add_unplaced(&mut self, words: &str) {
        let edit = self.boxes.wait(words);
        self.was_typed(edit);
    }

    /// Keeps words among the earlier ones.
    pub(super) fn keep_earlier(&mut self, words: &str) {
        for edit in self.boxes.keep_earlier(words) {
            self.was_typed(Some(edit));
        }
    }

    /// Returns the earlier words, each entry with its name: what came last stands last.
    pub(super) fn earlier(&self) -> Vec<(&str, &str)> {
        self.boxes.earlier()
    }

    /// Returns the words that wait for a place, each entry with its name: what came last stands last.
    pub(super) fn unplaced(&self) -> Vec<(&str, &str)> {
        self.boxes.unplaced()
    }

    /// Returns the boxes that have words, by name, with these.
    pub(super) fn boxes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.boxes.iter()
    }

    /// Returns the names of the boxes that have words.
    pub(super) fn names(&self) -> Vec<String> {
        self.boxes.iter().map(|(on, _)| on.to_owned()).collect()
    }

    /// Returns true where words were typed since the file was looked at whose they are.
    pub(super) fn is_unlooked(&self) -> bool {
        self.unlooked
    }

    /// Takes note that the file is looked at; returns true where it was to be.
    pub(super) fn was_looked_at(&mut self) -> bool {
        std::mem::take(&mut self.unlooked)
    }

    /// Takes what a journal had of boxes that have no words here. Words that wait for a place wait beside those that do here.
    pub(super) fn take_in(&mut self, others: &Unanswered) {
        let waiting = others.unplaced();
        for edit in others.edits() {
            if self.boxes.get(&edit.on).is_none() {
                self.boxes.apply(&edit);
            } else if let Some((_, words)) = waiting.iter().find(|(on, _)| *on == edit.on) {
                self.add_unplaced(words);
            }
        }
    }

    /// Returns what has changed since this was asked last, for a journal. One outside the file's own is given the whole words
    /// of each box that changed, since it may have none of them yet; and where it is that from now on, of each box that was
    /// typed in here: the journal that somebody else has taken over has none of it perhaps.
    pub(super) fn take_log(&mut self, outside: bool) -> Vec<BoxEdit> {
        let log = std::mem::take(&mut self.log);
        if !outside {
            return log;
        }
        let changed = log.into_iter().map(|edit| edit.on);
        let boxes: BTreeSet<String> = match std::mem::replace(&mut self.outside, true) {
            true => changed.collect(),
            false => changed.chain(self.typed.iter().cloned()).collect(),
        };
        boxes
            .into_iter()
            .map(|on| {
                let words = self.boxes.get(&on).unwrap_or_default();
                BoxEdit::whole(&on, words)
            })
            .collect()
    }
}
