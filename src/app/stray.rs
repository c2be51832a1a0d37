//! Characters that are typed where no text is open.

use std::sync::Arc;

use super::file::{BoxName, FileKind};
use crate::assessment::Assessment;
use crate::grammar::is_word;
use crate::text::fold;

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

/// Consonants with which words begin, abbreviations among them.
const BEGINNINGS: &str = "bl br cl cr ch cz dj dr dw fl fr fj gh gl gn gr kh kl kn kr ll mc mr ms ng ph pl pr ps pc pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw tv wh wr xm";

/// Signs that stand before a word.
const OPENING: [char; 5] = ['[', '(', '“', '"', '\''];

/// Signs that stand behind a word, and the end of what is typed.
const ENDS: [char; 9] = ['\n', ',', '.', ';', ':', '?', '!', '’', '\''];

/// Signs that stand inside a word or behind it: "E-mail", "e.g.", "n/a".
const INNER: [char; 5] = ['-', '.', '/', '’', '\''];

/// Signs that stand at the digits of an amount.
const OF_AMOUNT: [char; 6] = ['£', '$', '€', '%', ',', '.'];

/// Returns true where a word may begin with two letters; a letter may be one by itself.
pub(super) fn may_begin(first: char, next: char) -> bool {
    if !next.is_alphabetic() {
        return true;
    }
    let is_vowel = |letter: char| !letter.is_ascii() || "aeiouy".contains(letter);
    let folded = fold(&String::from_iter([first, next]));
    let mut letters = folded.chars();
    let (one, two) = (
        letters.next().unwrap_or(first),
        letters.next().unwrap_or(next),
    );
    match (first.is_uppercase(), next.is_uppercase()) {
        (false, true) => false,
        (true, true) => true,
        _ if two == 'q' => "aes".contains(one),
        _ if one == 'u' => "bglmnprstvk".contains(two),
        _ if is_vowel(one) || is_vowel(two) => true,
        _ => BEGINNINGS
            .split(' ')
            .any(|begins| begins.chars().eq([one, two])),
    }
}

/// Returns true where letters may be a word or its beginning. One by itself is none, but for those that are.
fn may_be_word(word: &[char]) -> bool {
    let word = match word {
        [sign, rest @ ..] if OPENING.contains(sign) => rest,
        word => word,
    };
    match word {
        [] => false,
        [one] => one.is_numeric() || ['a', 'A', 'I'].contains(one),
        [first, next, ..] => {
            let all = word
                .iter()
                .all(|it| it.is_alphanumeric() || INNER.contains(it));
            all && (first.is_numeric() || may_begin(*first, *next))
                || is_amount(&String::from_iter(word))
        }
    }
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
        self.opener_erased |= opened || self.behind.take().is_some();
        match self.letters.last_mut() {
            Some(before) => before.undid |= last.undid,
            None => self.erased = Some(last),
        }
    }

    /// Returns true where it has no letters.
    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_empty()
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
        let mut before = words.first()?.before.clone();
        // What one of them closed lies there no more, and another may have opened something else.
        let overlays = words.iter().map(|it| it.before.overlays);
        before.overlays = overlays.min().unwrap_or(before.overlays);
        Some(WordsOfRun {
            letters: words.iter().map(|it| it.letter).collect(),
            before,
            any_idle: words.iter().any(|it| it.idle),
            undid: words.iter().any(|it| it.undid),
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
    pub(super) fn word_ended_by(&self, end: char) -> Option<usize> {
        let blank = self.letters.iter().rposition(|it| it.letter == ' ');
        let first = blank.map_or(0, |at| at + 1);
        let two = self.letters.windows(2).enumerate().skip(first);
        let mut opened = two.filter(|(_, two)| match two {
            [one, next] => one.before.overlays < next.before.overlays,
            _ => false,
        });
        let behind_page = opened.next_back().map(|(at, _)| at + 1);
        let starts = std::iter::once(first).chain(behind_page);
        starts.into_iter().find(|at| self.is_word_from(*at, end))
    }

    fn is_word_from(&self, at: usize, end: char) -> bool {
        let letters = self.letters.get(at..).unwrap_or_default();
        let alone = letters.len() == 1 && !self.opener_erased;
        let apart = alone && self.behind.as_ref().is_some_and(|it| !it.at_word);
        let behind = self.behind();
        let letters = letters.iter().map(|it| it.letter);
        let whole: String = letters.chain(behind.chars()).collect();
        let digits = behind.starts_with(|it: char| it.is_ascii_digit());
        let alone = apart && (digits || is_known(behind) || ["a", "A", "I"].contains(&behind));
        ends(end, &whole) && (is_meant(&whole) && !alone || !apart && is_cut(&whole, behind))
    }
}

/// Returns true where a character stands behind a word.
fn ends(end: char, word: &str) -> bool {
    end == ' ' || ENDS.contains(&end) && word.chars().count() > 3
}

/// Returns true where a character ends the last of these words, and that is known.
pub(super) fn is_last_ended_by(words: &str, end: char) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    ends(end, last) && is_meant(last)
}

/// Returns words without their first letter, where that was a command and the first of them, which a character ends here,
/// begins behind it: "cunder", where "c" opened a list.
pub(super) fn without_command(words: &str, end: char) -> &str {
    let mut letters = words.chars();
    let first = letters.next();
    let behind = letters.as_str();
    // A name may begin with a capital.
    let meant = |it: char| it.is_lowercase() || it.is_uppercase() && behind.len() > 3;
    let is_first = !words.contains(' ') && ends(end, words) && first.is_some_and(meant);
    let is_first = is_first && behind.starts_with(char::is_alphabetic);
    match is_first && !is_known(words) && is_known(behind) {
        true => behind,
        false => words,
    }
}

/// Returns true for a word, or an amount, that nobody types as commands.
fn is_meant(word: &str) -> bool {
    is_amount(word) && word.chars().count() > 1 || is_known(word)
}

/// Returns true where letters that no word begins with, or the rest of a name, stand at the end of a word: "kent", of which
/// "nt" went into a text, "Mary".
fn is_cut(whole: &str, end: &str) -> bool {
    let all: Vec<char> = whole.chars().collect();
    let mut letters = end.chars();
    let begins = match (letters.next(), letters.next()) {
        (None, _) => return false,
        // A letter by itself is a word where it is one of these.
        (Some(one), None) => !one.is_alphabetic() || ['a', 'A', 'I'].contains(&one),
        (Some(first), Some(next)) => first.is_uppercase() || may_begin(first, next),
    };
    let name = all.first().is_some_and(|it| it.is_uppercase()) && !is_known(end);
    all.len() > 3 && may_be_word(&all) && !has_capital_inside(whole) && (!begins || name)
}

/// Returns true where a capital stands behind the first letter, and not all are capitals: a text begins there.
fn has_capital_inside(word: &str) -> bool {
    let capitals = word.chars().skip(1).filter(|it| it.is_uppercase()).count();
    capitals > 0 && !word.chars().all(char::is_uppercase)
}

/// Words of two letters.
const SHORT: &str =
    "ah am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we";

/// Returns true for a word of more than one letter.
fn is_known(word: &str) -> bool {
    let small = fold(word);
    let known = match small.chars().count() {
        0 | 1 => false,
        2 => SHORT.split(' ').any(|short| short == small),
        _ => is_word(&small),
    };
    known && small.chars().all(char::is_alphabetic) && !has_capital_inside(word)
}

/// Returns true for digits with what stands at them: "94%", "£3m", "Q3", "12th".
fn is_amount(word: &str) -> bool {
    let is_first =
        |it: char| it.is_ascii_uppercase() || OF_AMOUNT.iter().take(3).any(|sign| *sign == it);
    let digits = word.strip_prefix(is_first).unwrap_or(word);
    let rest = digits.trim_start_matches(|it: char| it.is_ascii_digit() || ",.".contains(it));
    let unit = ["", "%", "m", "bn", "k", "th", "st", "nd", "rd", "s"].contains(&rest);
    unit && digits.starts_with(|it: char| it.is_ascii_digit())
}

/// Returns true where letters may be the beginning of a word, which one by itself may be too.
fn may_be_word_on(word: &[char]) -> bool {
    may_be_word(word) || matches!(word, [one] if one.is_alphabetic())
}
