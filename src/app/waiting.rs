//! Words that wait for a place, since no box has them, and what was cut: which of them a key puts in next.
//!
//! All that came at once is one entry; what came another time is another. They are kept with the file over which they came,
//! or with the library, and what came last is put in first: each by itself.
//!
//! A step of the draft that puts some of it in knows what that was: while the step is taken back, it waits again.
//!
//! What goes because its typist types on is among the **earlier words**, wherever it was typed: what a box had, what was
//! cut before the last cut, what was taken back before redo was emptied by an edit. Every word is; what is less
//! than one ([`has_word`]) is not. Of a text of which more is gone than is quickly typed again the whole is kept, else the
//! words alone. The list of what waits has them, and `assay recover --all`; nobody is told of them. Of many the oldest
//! go: texts by themselves and words by themselves, so that no slip of a key pushes a sentence out.

use super::command::Command;
use super::file::{BoxName, FileKind, KeptWith, UnplacedWords};
use super::kept::KeptWords;
use super::scope::Scope;
use super::state::State;
use crate::assessment::{
    PlacedWords, WordsTakenBack, has_word, is_earlier, is_prose, is_unplaced, next_unplaced,
};
use crate::text::paste;

/// The name of what was cut last, among the words that are kept.
pub const CUT: &str = "what was cut last";

/// The most texts that come in at once and wait each by itself.
const EACH: usize = 20;

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

    /// Returns the name under which words wait for a place.
    pub(super) fn name_of_waiting(&self, words: &str) -> Option<BoxName> {
        let mut waiting = self.waiting().into_iter();
        waiting.find(|each| each.words == words).map(|it| it.name)
    }

    /// Returns the words of a header that says that words wait, with the key that lists them.
    pub fn words_wait_told(&self) -> String {
        let scope = match (&self.editor, &self.grid) {
            (Some(_), _) => Scope::Headings,
            (None, Some(_)) => Scope::Inspection,
            (None, None) => Scope::Library,
        };
        let key = self.keymap.label(scope, Command::Waiting);
        key.map_or_else(
            || "words wait".to_owned(),
            |key| format!("words wait: {key}"),
        )
    }

    /// Returns the keys that list what waits and are rid of it, in a sentence; empty where there are none.
    pub(super) fn ways_out(&self, scope: Scope) -> String {
        let label = |command| self.keymap.label(scope, command);
        match (label(Command::Waiting), label(Command::ForgetWaiting)) {
            (Some(list), Some(forget)) if self.waiting().len() > 1 => {
                format!(" {list} lists all that waits, {forget} is rid of it.")
            }
            (_, Some(forget)) => format!(" {forget} is rid of it."),
            _ => String::new(),
        }
    }

    /// Returns the earlier words where the user is, what came last at the end.
    pub(super) fn earlier(&self) -> Vec<UnplacedWords> {
        self.listed(KeptWords::earlier)
    }

    fn listed(&self, list: fn(&KeptWords) -> Vec<(&str, &str)>) -> Vec<UnplacedWords> {
        let top = self.open_file();
        let library = list(&self.library.kept);
        let library = library.into_iter().map(|each| (KeptWith::Library, each));
        // The one that lies on top comes first.
        let own = self.files().next().map(|file| &file.kept);
        let arriving = self.words_arrive().and_then(|path| {
            let mut all = self.arriving.all();
            all.find(|(of, _)| *of == path).map(|(_, kept)| kept)
        });
        let own = match self.words_arrive() {
            Some(_) => arriving,
            None => own,
        };
        let own = own.into_iter().flat_map(list);
        let own = own.map(|each| (self.keeper(top), each));
        let mut all: Vec<_> = library.chain(own).collect();
        all.sort_by_cached_key(|(_, (on, _))| (on.len(), (*on).to_owned()));
        let words = |(with, (on, words)): (_, (&str, &str))| UnplacedWords {
            name: BoxName {
                with,
                on: on.to_owned(),
            },
            words: words.to_owned(),
        };
        all.into_iter().map(words).collect()
    }

    /// Lets words wait for a place, with the file over which they came. What waits already is what came last, then.
    pub fn let_wait(&mut self, words: &str) {
        for each in self.kept_as(words) {
            self.forget(Some(&each.name));
        }
        let names = self.waiting();
        let on = next_unplaced(names.iter().map(|each| each.name.on.as_str()));
        let with = self.keeper(self.open_file());
        self.set_words(&BoxName { with, on }, words);
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

    /// Takes note that the last step put in an answer: what waited for a place and stands in that has one.
    pub(super) fn was_answered_with(&mut self, answer: &str) {
        for each in self.waiting() {
            let words = paste(&each.words, false).text;
            if says(answer, words.trim()) {
                self.took_place(&each.name);
            }
        }
    }

    /// Takes note that the last step of the draft put in what is kept under a name.
    pub(super) fn took_place(&mut self, name: &BoxName) {
        let words = self.kept(&name.with).get(&name.on).map(str::to_owned);
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
        let keepers = self.keepers();
        let kept = keepers.each_ref().map(|it| self.kept(it).get(on).is_some());
        let [own, _] = keepers;
        match kept.contains(&true) {
            false => self.kept(&own).set(on, words),
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
    pub fn keep_earlier(&mut self, words: &str) {
        self.keep_earlier_with(&self.keeper(self.open_file()), words);
    }

    fn keep_earlier_with(&mut self, with: &KeptWith, words: &str) {
        if !words.trim().is_empty() && !self.waits_with(with, words) {
            self.kept(with).keep_earlier(words);
        }
    }

    /// Returns that with which is kept what is about the file on top, and the library.
    fn keepers(&self) -> [KeptWith; 2] {
        [self.keeper(self.open_file()), KeptWith::Library]
    }

    /// Returns true where words wait for a place there, or with the library.
    fn waits_with(&mut self, with: &KeptWith, words: &str) -> bool {
        [with, &KeptWith::Library].into_iter().any(|with| {
            let waiting = self.kept(with).unplaced();
            waiting.iter().any(|(_, waiting)| waiting.contains(words))
        })
    }

    /// Keeps what was taken back and can be made again no more, as one entry: whole texts where more of them is gone than is
    /// quickly typed again, else the words.
    pub(super) fn keep_taken_back(&mut self) {
        for kind in FileKind::ALL {
            let mut all = self.take_taken_back(kind);
            let with = KeptWith::File(kind);
            all.retain(|one| !self.waits_with(&with, &one.gone));
            let joined = |words: fn(&WordsTakenBack) -> &String| -> String {
                let words: Vec<&str> = all.iter().map(|one| words(one).as_str()).collect();
                words.join("\n")
            };
            let gone = joined(|one| &one.gone);
            let words = match is_prose(&gone) {
                true => joined(|one| &one.text),
                false => gone,
            };
            self.keep_earlier_with(&with, &words);
        }
    }

    /// Lets what was taken back wait for a place, where somebody else's change has taken the way to it.
    pub(super) fn let_taken_back_wait(&mut self, kind: FileKind) {
        if self.open_file() != Some(kind) {
            return;
        }
        let all = self.take_taken_back(kind);
        let all: Vec<&str> = all.iter().map(WordsTakenBack::worth_keeping).collect();
        match all.len() {
            0..=EACH => all.into_iter().for_each(|words| self.let_wait(words)),
            // Nobody goes through a list of so many.
            _ => self.let_wait(&all.join("\n")),
        }
    }

    fn take_taken_back(&mut self, kind: FileKind) -> Vec<WordsTakenBack> {
        let words = match kind {
            FileKind::Draft => self.editor.as_mut().map(|it| it.take_taken_back()),
            FileKind::Inspection => self.grid.as_mut().map(|it| it.take_taken_back()),
        };
        words.unwrap_or_default()
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
        let (with, text) = (self.keeper(self.open_file()), self.clipboard.clone());
        let before = self.kept(&with).get(CUT).map(str::to_owned);
        self.kept(&with).set(CUT, &text);
        // Of what is cut in the draft undo has every word.
        let in_box = !self.overlays.is_empty();
        let in_draft = std::mem::replace(&mut self.cut_in_draft, !in_box);
        let counts = |before: &String| match in_draft {
            true => is_prose(before),
            false => has_word(before),
        };
        if let Some(before) = before.filter(|it| counts(it) && !text.contains(it)) {
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
        for with in self.keepers() {
            if self.kept(&with).get(CUT) == Some(text) {
                let on = CUT.to_owned();
                self.took_place(&BoxName { with, on });
            }
        }
    }

    fn clear_cut(&mut self, text: &str) {
        for with in self.keepers() {
            if self.kept(&with).get(CUT) == Some(text) {
                self.kept(&with).set(CUT, "");
            }
        }
    }
}

/// Returns true where an answer says these words, and not only as a part of others.
fn says(answer: &str, words: &str) -> bool {
    let apart = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    !words.is_empty()
        && answer.match_indices(words).any(|(at, _)| {
            let (before, rest) = answer.split_at_checked(at).unwrap_or((answer, ""));
            let behind = rest.get(words.len()..).unwrap_or_default();
            apart(before.chars().next_back()) && apart(behind.chars().next())
        })
}
