//! Words that wait for a place, since no box has them, and what was cut: which of them a key puts in next.
//!
//! All that came at once is one entry; what came another time is another. They are kept with the file over which they came,
//! or with the library, and what came last is put in first: each by itself.
//!
//! A step of the draft that puts some of it in knows what that was: while the step is taken back, it waits again.
//!
//! What goes because its typist types on is among the **earlier words**, where it is prose: what a box had, what was cut
//! before the last cut, what was taken back before redo was emptied by an edit. The list of what waits has them, and
//! `assay recover --all`; nobody is told of them, and of many the oldest go.

use super::file::{BoxName, UnplacedWords};
use super::kept::KeptWords;
use super::state::State;
use crate::assessment::{PlacedWords, is_earlier, is_unplaced, next_unplaced};

/// The most words, and the most characters, of what is quickly typed again.
const SHORT: (usize, usize) = (2, 20);

/// Returns true where words are more than is quickly typed again.
pub fn is_prose(words: &str) -> bool {
    let words = words.trim();
    let (most_words, most_characters) = SHORT;
    words.split_whitespace().count() > most_words || words.chars().count() > most_characters
}

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
        self.listed(KeptWords::unplaced)
    }

    /// Returns the earlier words where the user is, what came last at the end.
    pub(super) fn earlier(&self) -> Vec<UnplacedWords> {
        self.listed(KeptWords::earlier)
    }

    fn listed(&self, list: fn(&KeptWords) -> Vec<(&str, &str)>) -> Vec<UnplacedWords> {
        let top = self.open_file();
        let library = list(&self.library.kept);
        let library = library.into_iter().map(|each| (None, each));
        // The one that lies on top comes first.
        let own = self.files().next().map(|file| list(&file.kept));
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
        for each in self.kept_as(words) {
            self.forget(Some(&each.name));
        }
        let names = self.waiting();
        let on = next_unplaced(names.iter().map(|each| each.name.on.as_str()));
        let file = self.open_file();
        self.set_words(&BoxName { file, on }, words);
    }

    /// Returns the entries that have these words.
    fn kept_as(&self, words: &str) -> Vec<UnplacedWords> {
        let all = self.waiting().into_iter().chain(self.earlier());
        all.filter(|each| each.words == words).collect()
    }

    /// Takes note that the last step of the draft gave words a place that had waited for one.
    pub(super) fn was_placed(&mut self, words: &str) {
        for each in self.kept_as(words) {
            self.took_place(&each.name);
        }
    }

    /// Takes note that the last step of the draft put in what is kept under a name.
    pub(super) fn took_place(&mut self, name: &BoxName) {
        let words = self.kept(name.file).get(&name.on).map(str::to_owned);
        let Some(words) = words else {
            return;
        };
        self.forget(Some(name));
        if let Some(editor) = &mut self.editor {
            let on = name.on.clone();
            editor.was_placed(PlacedWords { on, words });
        }
    }

    /// Takes the last step of the draft back, or makes it again. What waited for a place before it was made waits again while
    /// it is taken back. Returns what the step had done, in words, or `None` where there is none.
    pub(super) fn step_draft(&mut self, back: bool) -> Option<String> {
        let step = self.editor.as_mut()?.undo_redo(back)?;
        for placed in &step.placed {
            match back {
                true => self.waits_again(placed),
                false => self.waits_no_more(placed),
            }
        }
        Some(step.told)
    }

    fn waits_again(&mut self, placed: &PlacedWords) {
        let PlacedWords { on, words } = placed;
        let file = self.open_file();
        let kept = [file, None].map(|file| self.kept(file).get(on).is_some());
        match kept.contains(&true) {
            false => self.kept(file).set(on, words),
            true if is_unplaced(on) => self.let_wait(words),
            true => self.keep_earlier(words),
        }
        self.cut_first &= !is_unplaced(on);
    }

    fn waits_no_more(&mut self, placed: &PlacedWords) {
        match is_unplaced(&placed.on) || is_earlier(&placed.on) {
            true => {
                for each in self.kept_as(&placed.words) {
                    self.forget(Some(&each.name));
                }
            }
            false => self.clear_cut(&placed.words),
        }
    }

    /// Keeps words among the earlier ones, where they do not wait already.
    pub(super) fn keep_earlier(&mut self, words: &str) {
        let waits = |each: &UnplacedWords| each.words.contains(words);
        if !words.trim().is_empty() && !self.waiting().iter().any(waits) {
            let file = self.open_file();
            self.kept(file).keep_earlier(words);
        }
    }

    /// Keeps what was taken back and can be made again no more, as one entry.
    pub(super) fn keep_taken_back(&mut self) {
        let Some(editor) = &mut self.editor else {
            return;
        };
        let mut words = editor.take_taken_back();
        let waiting = self.waiting();
        words.retain(|it| {
            !waiting
                .iter()
                .any(|each| each.words.contains(it.gone.trim()))
        });
        let gone: Vec<&str> = words.iter().map(|it| it.gone.as_str()).collect();
        if is_prose(&gone.join("\n")) {
            let texts: Vec<&str> = words.iter().map(|it| it.text.as_str()).collect();
            self.keep_earlier(&texts.join("\n"));
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

    /// Keeps what was cut, until it is put back or something else is cut. What was cut before it is among the earlier words
    /// then.
    pub(super) fn keep_cut(&mut self) {
        let (file, text) = (self.open_file(), self.clipboard.clone());
        let before = self.kept(file).get(CUT).map(str::to_owned);
        self.kept(file).set(CUT, &text);
        if let Some(before) = before.filter(|it| is_prose(it) && !text.contains(it)) {
            self.keep_earlier(&before);
        }
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

    /// Takes note that the last step of the draft put in a text that may have been cut.
    pub(super) fn was_put_back(&mut self, text: &str) {
        for file in [self.open_file(), None] {
            if self.kept(file).get(CUT) == Some(text) {
                let on = CUT.to_owned();
                self.took_place(&BoxName { file, on });
            }
        }
    }

    fn clear_cut(&mut self, text: &str) {
        for file in [self.open_file(), None] {
            if self.kept(file).get(CUT) == Some(text) {
                self.kept(file).set(CUT, "");
            }
        }
    }
}
