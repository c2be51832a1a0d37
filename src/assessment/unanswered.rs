//! Words that stand in boxes which nobody has answered yet: neither edits nor nothing.

use std::collections::BTreeMap;

use crate::text::{Splice, splice_between};

/// The name under which words wait that no box has: what was pasted where no text was open, what was typed into a box
/// that cannot be opened any more, and what a box had elsewhere beside what it has here. Those that came later have a
/// number behind it: each is an entry by itself.
const UNPLACED: &str = "words that wait for a place";

/// The name under which words are kept that went because their typist typed on: what a box had before, what was cut before
/// the last cut, what undo took out of the draft before the next edit. Nobody is told of them; they are listed.
const EARLIER: &str = "earlier words";

/// The most entries of earlier words that are prose, and the most of others; the oldest goes first.
pub const MOST_EARLIER: usize = 50;

/// The most words, and the most characters, of what is quickly typed again.
const SHORT: (usize, usize) = (2, 20);

/// Returns true where words are more than is quickly typed again.
pub fn is_prose(words: &str) -> bool {
    let words = words.trim();
    let (most_words, most_characters) = SHORT;
    words.split_whitespace().count() > most_words || words.chars().count() > most_characters
}

/// Returns true where there is a word: more than a letter or a digit by itself.
pub fn has_word(words: &str) -> bool {
    let is_word = |word: &str| word.chars().filter(|it| it.is_alphanumeric()).count() > 1;
    words.split_whitespace().any(is_word)
}

/// Returns the number of the entry of that name in a list, 1 for the first; `None` for the name of anything else.
fn entry(list: &str, on: &str) -> Option<u64> {
    match on.strip_prefix(list)? {
        "" => Some(1),
        behind => behind.strip_prefix(' ')?.parse().ok(),
    }
}

/// Returns true where it is the name of words that wait for a place, and of no box.
pub fn is_unplaced(on: &str) -> bool {
    entry(UNPLACED, on).is_some()
}

/// Returns true where it is the name of earlier words, and of no box.
pub fn is_earlier(on: &str) -> bool {
    entry(EARLIER, on).is_some()
}

/// Returns the name of an entry that comes behind all of these, among the words that wait for a place.
pub fn next_unplaced<'a>(names: impl Iterator<Item = &'a str>) -> String {
    next(UNPLACED, names)
}

fn next<'a>(list: &str, names: impl Iterator<Item = &'a str>) -> String {
    match names.filter_map(|on| entry(list, on)).max() {
        None => list.to_owned(),
        Some(last) => format!("{list} {}", last.saturating_add(1)),
    }
}

/// Words that were kept under a name until a step of the history put them in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedWords {
    /// The name.
    pub on: String,
    /// The words.
    pub words: String,
}

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

    /// Returns the words that wait for a place, each entry with its name: what came last stands last.
    pub fn unplaced(&self) -> Vec<(&str, &str)> {
        self.listed(UNPLACED)
    }

    /// Returns the earlier words, each entry with its name: what came last stands last.
    pub fn earlier(&self) -> Vec<(&str, &str)> {
        self.listed(EARLIER)
    }

    fn listed(&self, list: &str) -> Vec<(&str, &str)> {
        let all = self.iter();
        let mut all: Vec<_> = all.filter(|(on, _)| entry(list, on).is_some()).collect();
        all.sort_by_key(|(on, _)| entry(list, on));
        all
    }

    /// Takes words that were typed into a box elsewhere. Where the box has others, and the ones have not the others in
    /// them, these wait for a place by themselves: each is offered once, and no text is made of two. Returns the changes.
    ///
    /// ```
    /// use assay::assessment::Unanswered;
    ///
    /// let mut words = Unanswered::default();
    /// words.take_in("title", "The Wex");
    /// words.take_in("title", "The Wexmoor estuary");
    /// words.take_in("title", "Wexmoor");
    /// assert_eq!(words.get("title"), Some("The Wexmoor estuary"));
    /// words.take_in("title", "The coast");
    /// words.take_in("title", "The hills");
    /// assert_eq!(words.get("title"), Some("The Wexmoor estuary"));
    /// let waiting: Vec<&str> = words.unplaced().iter().map(|(_, words)| *words).collect();
    /// assert_eq!(waiting, ["The coast", "The hills"]);
    /// ```
    pub fn take_in(&mut self, on: &str, words: &str) -> Option<BoxEdit> {
        match self.get(on) {
            _ if is_earlier(on) => self.add(EARLIER, words),
            Some(here) if here.contains(words) => None,
            Some(here) if !words.contains(here) => self.wait(words),
            None if is_unplaced(on) => self.wait(words),
            _ => self.set(on, words),
        }
    }

    /// Lets words wait for a place, in an entry of their own; none wait twice. Returns the change, if there is one.
    pub fn wait(&mut self, words: &str) -> Option<BoxEdit> {
        self.add(UNPLACED, words)
    }

    /// Keeps words among the earlier ones, where they do not wait for a place already. Returns the changes: one entry goes
    /// where there are too many of its sort.
    ///
    /// ```
    /// use assay::assessment::{MOST_EARLIER, Unanswered};
    ///
    /// let mut words = Unanswered::default();
    /// for nth in 0..=MOST_EARLIER {
    ///     words.keep_earlier(&format!("({nth})"));
    /// }
    /// words.keep_earlier("(7)");
    /// assert_eq!(words.earlier().len(), MOST_EARLIER);
    /// assert_eq!(words.earlier().first().unwrap().1, "(1)");
    /// words.keep_earlier("No word pushes a sentence out.");
    /// assert_eq!(words.earlier().len(), MOST_EARLIER + 1);
    /// ```
    pub fn keep_earlier(&mut self, words: &str) -> Vec<BoxEdit> {
        if self
            .unplaced()
            .iter()
            .any(|(_, other)| other.contains(words))
        {
            return Vec::new();
        }
        let added = self.add(EARLIER, words);
        let mut alike = self.earlier();
        alike.retain(|(_, other)| is_prose(other) == is_prose(words));
        let oldest = alike.first().filter(|_| alike.len() > MOST_EARLIER);
        let oldest = oldest.map(|(on, _)| (*on).to_owned());
        let gone = oldest.and_then(|on| self.set(&on, ""));
        added.into_iter().chain(gone).collect()
    }

    fn add(&mut self, list: &str, words: &str) -> Option<BoxEdit> {
        let there = self.listed(list);
        if there.iter().any(|(_, other)| other.contains(words)) {
            return None;
        }
        let less = there.iter().find(|(_, other)| words.contains(other));
        let on = match less {
            Some((on, _)) => (*on).to_owned(),
            None => next(list, there.iter().map(|(on, _)| *on)),
        };
        self.set(&on, words)
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
