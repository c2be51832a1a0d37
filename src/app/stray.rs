//! Characters that are typed where no text is open.

mod words;

use std::sync::Arc;

use super::file::{BoxName, FileKind};
use crate::assessment::Assessment;
use words::{
    INNER, OF_AMOUNT, OPENING, ends, is_cut, is_known, is_meant, may_be_word, may_be_word_on,
};
pub(super) use words::{is_last_ended_by, may_begin};

/// Characters that were typed last where no text is open.
#[derive(Clone, Debug, Default)]
pub(super) enum Stray {
    /// None.
    #[default]
    Nothing,
    /// Letters, each of which was taken for a command.
    Letters(LetterRun),
    /// Words, which are kept; with what their first letters did, where that stands so far.
    Words(String, Option<Box<WordsOfRun>>),
}

/// Characters of which words are made that were typed one after the other at the speed of a hand.
#[derive(Clone, Debug, Default)]
pub(super) struct LetterRun {
    /// All of them.
    letters: Vec<RunLetter>,
    /// The first that was put right, where none stands before it: the next one stands in its place.
    erased: Option<RunLetter>,
    /// True where the one that opened what is behind them was put right: it was no command.
    opener_erased: bool,
    /// The number of them that were put right.
    many_erased: usize,
    /// The characters that went into the text, box or list which the last of them opened.
    behind: Option<Behind>,
    /// The last of them, where it is a letter and did nothing: it may be the first of a word.
    pub(super) idle: Option<char>,
}

/// Characters that were typed into what letters opened.
#[derive(Clone, Debug)]
pub(super) struct Behind {
    /// The characters.
    pub(super) typed: String,
    /// True where the first of them stands at a word.
    pub(super) at_word: bool,
    /// The box that they went into, where it was one, with the words that had waited in it.
    pub(super) in_box: Option<(BoxName, String)>,
}

/// A character that was taken for a command.
#[derive(Clone, Debug)]
struct RunLetter {
    letter: char,
    /// True where it did nothing.
    idle: bool,
    /// True where it took back what was done to the draft before any of them.
    undid: bool,
    /// The state before it.
    before: BeforeKey,
}

/// The state of the screen before a key.
#[derive(Clone, Debug)]
pub(super) struct BeforeKey {
    /// The kind of the file that lies on top.
    pub(super) open: Option<FileKind>,
    /// The draft, with the number of changes to it.
    pub(super) draft: Option<(u64, Arc<Assessment>)>,
    /// The number of steps that it had.
    pub(super) depth: usize,
    /// The number of steps of it that the key has not changed; where nothing is open all there can be.
    pub(super) steps: usize,
    /// The number of pages, lists and boxes that lay over the screen.
    pub(super) overlays: usize,
}

/// The letters at the end of a run that are those of words.
#[derive(Clone, Debug)]
pub(super) struct WordsOfRun {
    /// The letters.
    pub(super) letters: String,
    /// The state before the first of them.
    pub(super) before: BeforeKey,
    /// True where any of them did nothing.
    pub(super) any_idle: bool,
    /// True where one of them took something back.
    pub(super) undid: bool,
    /// The box that what is behind them went into, with the words that had waited in it.
    pub(super) in_box: Option<(BoxName, String)>,
}

impl LetterRun {
    /// Takes a character in that was taken for a command. Returns false where no word has it.
    pub(super) fn push(&mut self, letter: char, idle: bool, before: BeforeKey) -> bool {
        self.idle = (idle && letter.is_alphabetic()).then_some(letter);
        let erased = self.erased.take();
        self.letters.push(RunLetter {
            letter,
            idle,
            undid: erased.as_ref().is_some_and(|it| it.undid),
            before: erased.map_or(before, |it| it.before),
        });
        letter.is_alphanumeric()
            || letter == ' '
            || OPENING.contains(&letter)
            || OF_AMOUNT.contains(&letter)
            // Where a sign does something it is a key.
            || idle && INNER.contains(&letter)
    }

    /// Takes the last character away, which was put right. What it did belongs to the letter before it, or to the next; it may
    /// have `opened` the text in which the hand is now.
    pub(super) fn erase(&mut self, opened: bool) {
        self.idle = None;
        if let Some(behind) = &mut self.behind
            && behind.typed.pop().is_some()
        {
            return;
        }
        let Some(last) = self.letters.pop() else {
            return;
        };
        self.many_erased += 1;
        self.opener_erased |= opened || self.behind.take().is_some();
        match self.letters.last_mut() {
            Some(before) => before.undid |= last.undid,
            None => self.erased = Some(last),
        }
    }

    /// Takes the characters of the last word away, which is put right.
    pub(super) fn erase_word(&mut self, opened: bool) {
        let all = |run: &Self| run.letters.len() + run.behind().chars().count();
        let ends = |run: &Self| match run.behind().chars().next_back() {
            Some(last) => last == ' ',
            None => run.letters.last().is_none_or(|it| it.letter == ' '),
        };
        while all(self) > 0 {
            self.erase(opened);
            if ends(self) {
                return;
            }
        }
    }

    /// Returns true where something went into what they opened, and they are one word with it that nobody meant as keys: one
    /// that is known, or one of which a letter did something. `steps` is the number of steps of what is open now.
    pub(super) fn is_known_as_one(&self, steps: usize) -> bool {
        let Some(behind) = self.behind.as_ref().filter(|it| !it.typed.is_empty()) else {
            return false;
        };
        let letters = self.letters.iter().map(|it| it.letter);
        let whole: String = letters.chain(behind.typed.chars()).collect();
        match self.letters.len() {
            1 => behind.at_word && is_known(&whole),
            _ => self.did_anything(steps),
        }
    }

    /// Returns true where one of them did nothing.
    pub(super) fn any_idle(&self) -> bool {
        self.letters.iter().any(|it| it.idle)
    }

    /// Returns true where what is open now, of which this is the number of steps, is not as it was before them, or one of them
    /// did nothing.
    pub(super) fn did_anything(&self, steps: usize) -> bool {
        let all = || self.letters.iter().chain(&self.erased);
        all().any(|it| it.idle || it.undid || steps > it.before.steps)
    }

    /// Returns true where the one that opened the text was put right in it.
    pub(super) fn is_opener_erased(&self) -> bool {
        self.opener_erased
    }

    /// Returns true where none of them stands, and one alone was put right: whoever opens a text to erase its end is at work
    /// in it.
    pub(super) fn is_over(&self) -> bool {
        self.letters.is_empty() && self.many_erased < 2
    }

    /// Takes note of the number of steps that what is open has now: what was taken back, or stands in another file, was not
    /// made by these letters.
    pub(super) fn has_steps(&mut self, open: Option<FileKind>, now: usize) {
        if self.letters.last().is_some_and(|it| it.before.open != open) {
            return;
        }
        // What these letters did themselves may be taken back by one of them.
        let before = self.letters.iter().map(|it| it.before.steps).min();
        if let Some(last) = self.letters.last_mut() {
            last.undid |= before.is_some_and(|before| now < before);
        }
        for letter in &mut self.letters {
            letter.before.steps = letter.before.steps.min(now);
        }
    }

    /// Returns its letters at the end which are those of words, where this comes behind them: the word that is being typed,
    /// from the first letter with which it can begin, and the words before it, as far as they can be words. What was typed
    /// before these is none of them.
    pub(super) fn words(&self, behind: &str) -> Option<WordsOfRun> {
        self.words_from(behind, None)
    }

    /// Returns the same where the last word is known to begin with the letter at this place, or with its first behind that.
    pub(super) fn words_from(&self, behind: &str, whole: Option<usize>) -> Option<WordsOfRun> {
        let letters: Vec<char> = self.letters.iter().map(|it| it.letter).collect();
        let mut start = letters
            .iter()
            .rposition(|it| *it == ' ')
            .map_or(0, |at| at + 1);
        start = start.max(whole.unwrap_or_default());
        let last: Vec<char> = letters
            .get(start..)?
            .iter()
            .copied()
            .chain(behind.chars())
            .collect();
        let last: Vec<char> = last.into_iter().take_while(|it| *it != ' ').collect();
        let begins = |at: &usize| whole.is_some() || last.get(*at..).is_some_and(may_be_word_on);
        let at = (0..last.len()).find(begins)?;
        start += at;
        while at == 0 && start > 0 && letters.get(start - 1) == Some(&' ') {
            let before = letters.get(..start - 1)?;
            let first = before
                .iter()
                .rposition(|it| *it == ' ')
                .map_or(0, |at| at + 1);
            if !before.get(first..).is_some_and(may_be_word) {
                break;
            }
            start = first;
        }
        let words = self.letters.get(start..)?;
        let mut before = words.first().or(self.erased.as_ref())?.before.clone();
        // What one of them closed lies there no more, and another may have opened something else.
        let overlays = words.iter().map(|it| it.before.overlays);
        before.overlays = overlays.min().unwrap_or(before.overlays);
        Some(WordsOfRun {
            letters: words.iter().map(|it| it.letter).collect(),
            before,
            any_idle: words.iter().any(|it| it.idle),
            undid: words.iter().chain(&self.erased).any(|it| it.undid),
            in_box: self.behind.as_ref().and_then(|it| it.in_box.clone()),
        })
    }

    /// Returns true for the place of the last letter.
    pub(super) fn is_last(&self, at: usize) -> bool {
        at + 1 == self.letters.len()
    }

    /// Returns the characters that went into what the last of these opened.
    pub(super) fn behind(&self) -> &str {
        self.behind.as_ref().map_or("", |it| &it.typed)
    }

    /// Takes a character in that goes into what the last of these opened, which is as `opened` says at the first.
    pub(super) fn goes_into(&mut self, typed: char, opened: impl FnOnce() -> Behind) {
        self.behind.get_or_insert_with(opened).typed.push(typed);
    }

    /// Returns the draft before the last of these, where it had as many changes.
    pub(super) fn draft_at(&self, changes: u64) -> Option<Arc<Assessment>> {
        let (at, draft) = self.letters.last()?.before.draft.as_ref()?;
        (*at == changes).then(|| Arc::clone(draft))
    }

    /// Returns the place among the letters of the first of a word, or an amount, that they make with what is behind them and
    /// that a character ends: of all behind the last blank, or of those behind the last that opened a page. Where a single
    /// letter opened what the rest went into, and that is a word by itself, it may have been a command.
    /// With `modal` keys a part of a word is a command and what it is done to: there the word must be one that is known.
    pub(super) fn word_ended_by(&self, end: char, modal: bool) -> Option<usize> {
        let blank = self.letters.iter().rposition(|it| it.letter == ' ');
        let first = blank.map_or(0, |at| at + 1);
        let two = self.letters.windows(2).enumerate().skip(first);
        let mut opened = two.filter(|(_, two)| match two {
            [one, next] => one.before.overlays < next.before.overlays,
            _ => false,
        });
        let behind_page = opened.next_back().map(|(at, _)| at + 1);
        let starts = std::iter::once(first).chain(behind_page);
        starts
            .into_iter()
            .find(|at| self.is_word_from(*at, end, modal))
    }

    fn is_word_from(&self, at: usize, end: char, modal: bool) -> bool {
        let letters = self.letters.get(at..).unwrap_or_default();
        let alone = letters.len() == 1 && !self.opener_erased;
        let apart = alone && self.behind.as_ref().is_some_and(|it| !it.at_word);
        let behind = self.behind();
        let letters = letters.iter().map(|it| it.letter);
        let whole: String = letters.chain(behind.chars()).collect();
        // Whoever begins a word anew after all of its letters did something begins it as before.
        let first = |it: &RunLetter| whole.starts_with(it.letter);
        if self.letters.is_empty() && !self.erased.as_ref().is_some_and(first) {
            return false;
        }
        let digits = behind.starts_with(|it: char| it.is_ascii_digit());
        let alone = apart && (digits || is_known(behind) || ["a", "A", "I"].contains(&behind));
        ends(end, &whole)
            && (is_meant(&whole) && !alone || !apart && !modal && is_cut(&whole, behind))
    }
}
