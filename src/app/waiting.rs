//! Words that wait for a place, since no box has them, and what was cut: which of them a key puts in next.
//!
//! All that came at once is one entry; what came another time is another. They are kept with the file over which they came,
//! or with the library, and what came last is put in first: each by itself.

use super::file::{BoxName, UnplacedWords};
use super::state::State;
use crate::assessment::next_unplaced;

/// The name of what was cut last, among the words that are kept.
pub const CUT: &str = "what was cut last";

/// The words that come next by the key that puts words back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PutIn {
    /// The last of the words that wait for a place.
    Waiting(UnplacedWords),
    /// The words that were cut or copied last.
    Cut(String),
}

impl State {
    /// Returns the words that wait for a place where the user is, what came last at the end.
    pub(super) fn waiting(&self) -> Vec<UnplacedWords> {
        let top = self.open_file();
        let library = self.library.kept.unplaced();
        let library = library.into_iter().map(|each| (None, each));
        // The one that lies on top comes first.
        let own = self.files().next().map(|file| file.kept.unplaced());
        let own = own.into_iter().flatten().map(|each| (top, each));
        let mut all: Vec<_> = library.chain(own).collect();
        all.sort_by_cached_key(|(_, (on, _))| (on.len(), (*on).to_owned()));
        let words = |(file, (on, words)): (_, (&str, &str))| UnplacedWords {
            name: BoxName {
                file,
                on: on.to_owned(),
            },
            words: words.to_owned(),
        };
        all.into_iter().map(words).collect()
    }

    /// Lets words wait for a place, with the file over which they came. What waits already is what came last, then.
    pub(super) fn let_wait(&mut self, words: &str) {
        self.was_placed(words);
        let names = self.waiting();
        let on = next_unplaced(names.iter().map(|each| each.name.on.as_str()));
        let file = self.open_file();
        self.set_words(&BoxName { file, on }, words);
    }

    /// Takes note that words that waited have a place.
    pub(super) fn was_placed(&mut self, words: &str) {
        for each in self.waiting() {
            if each.words == words {
                self.forget(Some(&each.name));
            }
        }
    }

    /// Returns what the key that puts words back puts in: what waits and came last, but what was cut or copied since comes
    /// before it.
    pub(super) fn put_in_next(&self) -> Option<PutIn> {
        let cut = Some(self.cut_or_copied()).filter(|cut| !cut.is_empty());
        let waiting = self.waiting().pop();
        match (waiting, cut) {
            (Some(waiting), None) => Some(PutIn::Waiting(waiting)),
            (Some(waiting), Some(_)) if !self.cut_first => Some(PutIn::Waiting(waiting)),
            (_, cut) => cut.map(PutIn::Cut),
        }
    }

    /// Keeps what was cut, until it is put back or something else is cut.
    pub(super) fn keep_cut(&mut self) {
        let (file, text) = (self.open_file(), self.clipboard.clone());
        self.kept(file).set(CUT, &text);
    }

    /// Returns what was cut or copied last, here or before the program was started.
    pub(super) fn cut_or_copied(&self) -> String {
        if !self.clipboard.is_empty() {
            return self.clipboard.clone();
        }
        let own = self.files().next().and_then(|file| file.kept.get(CUT));
        own.or_else(|| self.library.kept.get(CUT))
            .unwrap_or_default()
            .to_owned()
    }

    /// Takes note that a text that may have been cut stands in a draft again.
    pub(super) fn was_put_back(&mut self, text: &str) {
        for file in [self.open_file(), None] {
            if self.kept(file).get(CUT) == Some(text) {
                self.kept(file).set(CUT, "");
            }
        }
    }
}
