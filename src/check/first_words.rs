//! Things that are looked up by the first word of a phrase. Most words of a text open none, which is told by their length
//! and first letter alone.

use std::collections::HashMap;

use super::words::small;

/// Things by a first word, whatever its capitals.
#[derive(Debug)]
pub(super) struct FirstWords<T> {
    by_word: HashMap<String, Vec<T>>,
    /// For each first letter, a bit for each length that a word with it has.
    lengths: [u64; 32],
}

impl<T> Default for FirstWords<T> {
    fn default() -> Self {
        Self {
            by_word: HashMap::new(),
            lengths: [0; 32],
        }
    }
}

impl<T> FirstWords<T> {
    /// Files a thing under a word.
    pub(super) fn add(&mut self, word: &str, thing: T) {
        let word = word.to_lowercase();
        if let Some((letter, length)) = look(&word)
            && let Some(lengths) = self.lengths.get_mut(letter)
        {
            *lengths |= length;
        }
        self.by_word.entry(word).or_default().push(thing);
    }

    /// Returns the things that are filed under a word.
    pub(super) fn get(&self, word: &str) -> Option<&Vec<T>> {
        let may = look(word).is_none_or(|(letter, length)| {
            let lengths = self.lengths.get(letter);
            lengths.is_some_and(|lengths| lengths & length != 0)
        });
        match may {
            true => self.by_word.get(&*small(word)),
            false => None,
        }
    }

    /// Returns all things.
    #[cfg(any(test, feature = "spelling"))]
    pub(super) fn all(&self) -> impl Iterator<Item = &T> {
        self.by_word.values().flatten()
    }
}

/// Returns the number of the first letter of a word and the bit of its length; `None` where its small letters may be others.
fn look(word: &str) -> Option<(usize, u64)> {
    let first = word.bytes().next().filter(|_| word.is_ascii())?;
    Some((usize::from(first & 31), 1 << word.len().min(63)))
}
