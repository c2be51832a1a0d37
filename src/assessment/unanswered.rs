//! Words that stand in boxes which nobody has answered yet: neither edits nor nothing.

use std::collections::BTreeMap;

use crate::text::{Splice, splice_between};

/// The name under which words wait that no box has: what was pasted where no text was open, what was typed into a box
/// that cannot be opened any more, and what a box had elsewhere beside what it has here.
pub const UNPLACED: &str = "words that wait for a place";

/// A change of the words in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxEdit {
    /// The name of the box: what it is about, by id, as “evidence for f3”.
    pub on: String,
    /// The change.
    pub splice: Splice,
}

impl BoxEdit {
    /// Returns the change that makes these words of an empty box.
    pub fn whole(on: &str, words: &str) -> Self {
        Self {
            on: on.to_owned(),
            splice: Splice {
                at: 0,
                removed: String::new(),
                inserted: words.to_owned(),
            },
        }
    }
}

/// The words in boxes that are not answered, by the names of the boxes. An empty box is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unanswered {
    boxes: BTreeMap<String, String>,
}

impl Unanswered {
    /// Returns the words that stand in a box.
    pub fn get(&self, on: &str) -> Option<&str> {
        self.boxes.get(on).map(String::as_str)
    }

    /// Returns each box with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let boxes = self.boxes.iter();
        boxes.map(|(on, words)| (on.as_str(), words.as_str()))
    }

    /// Returns true where no words wait.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// Lets these words stand in a box. Returns the change, or `None` where there is none.
    ///
    /// ```
    /// use assay::assessment::Unanswered;
    ///
    /// let (mut here, mut there) = (Unanswered::default(), Unanswered::default());
    /// for words in ["A", "An interview", "A view", ""] {
    ///     let edit = here.set("evidence for f3", words).unwrap();
    ///     assert!(there.apply(&edit));
    ///     assert_eq!(here, there);
    /// }
    /// assert!(here.is_empty());
    /// ```
    pub fn set(&mut self, on: &str, words: &str) -> Option<BoxEdit> {
        let before = self.get(on).unwrap_or_default();
        let splice = splice_between(before, words)?;
        self.put(on, words.to_owned());
        Some(BoxEdit {
            on: on.to_owned(),
            splice,
        })
    }

    /// Takes words that were typed into a box elsewhere. Where the box has others, and the ones have not the others in
    /// them, these wait for a place by themselves: each is offered once, and no text is made of two. Returns the changes.
    ///
    /// ```
    /// use assay::assessment::{UNPLACED, Unanswered};
    ///
    /// let mut words = Unanswered::default();
    /// words.take_in("title", "The Wex");
    /// words.take_in("title", "The Wexmoor estuary");
    /// words.take_in("title", "Wexmoor");
    /// assert_eq!(words.get("title"), Some("The Wexmoor estuary"));
    /// words.take_in("title", "The coast");
    /// assert_eq!(words.get("title"), Some("The Wexmoor estuary"));
    /// assert_eq!(words.get(UNPLACED), Some("The coast"));
    /// ```
    pub fn take_in(&mut self, on: &str, words: &str) -> Option<BoxEdit> {
        match self.get(on) {
            Some(here) if here.contains(words) => None,
            Some(here) if !words.contains(here) && on != UNPLACED => self.take_in(UNPLACED, words),
            here => {
                let both = beside(here, words);
                self.set(on, &both)
            }
        }
    }

    /// Makes a change that was made elsewhere. False where it does not fit; nothing is then changed.
    pub fn apply(&mut self, edit: &BoxEdit) -> bool {
        let mut words = self.get(&edit.on).unwrap_or_default().to_owned();
        let fits = edit.splice.apply(&mut words).is_ok();
        if fits {
            self.put(&edit.on, words);
        }
        fits
    }

    /// Returns the changes that make these words of nothing.
    pub fn edits(&self) -> impl Iterator<Item = BoxEdit> {
        let boxes = self.boxes.iter();
        boxes.map(|(on, words)| BoxEdit::whole(on, words))
    }

    fn put(&mut self, on: &str, words: String) {
        match words.is_empty() {
            true => self.boxes.remove(on),
            false => self.boxes.insert(on.to_owned(), words),
        };
    }
}

/// Returns words that wait for a place, and others that do, each on a line of its own and none twice.
pub fn beside(here: Option<&str>, there: &str) -> String {
    match here {
        None => there.to_owned(),
        Some(here) if here.contains(there) => here.to_owned(),
        Some(here) if there.contains(here) => there.to_owned(),
        Some(here) => format!("{here}\n{there}"),
    }
}
