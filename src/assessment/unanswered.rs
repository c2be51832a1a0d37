//! Words that stand in boxes which nobody has answered yet: neither edits nor nothing.

use std::collections::BTreeMap;

use crate::text::{Splice, splice_between};

/// A change of the words in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxEdit {
    /// The name of the box: what it is about, by id, as “evidence for f3”.
    pub on: String,
    /// The change.
    pub splice: Splice,
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

    /// Lets words stand in a box beside those that stand there, unless the ones have the others in them.
    pub fn join(&mut self, on: &str, words: &str) -> Option<BoxEdit> {
        let both = joined(self.get(on), words);
        self.set(on, &both)
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
        self.boxes.iter().map(|(on, words)| BoxEdit {
            on: on.clone(),
            splice: Splice {
                at: 0,
                removed: String::new(),
                inserted: words.clone(),
            },
        })
    }

    fn put(&mut self, on: &str, words: String) {
        match words.is_empty() {
            true => self.boxes.remove(on),
            false => self.boxes.insert(on.to_owned(), words),
        };
    }
}

/// Returns what was typed into a box in one place and in another, as one.
pub fn joined(here: Option<&str>, there: &str) -> String {
    match here {
        None => there.to_owned(),
        Some(here) if here.contains(there) => here.to_owned(),
        Some(here) if there.contains(here) => there.to_owned(),
        Some(here) => format!("{here} {there}"),
    }
}
