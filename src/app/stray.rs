//! Characters that are typed where no text is open.

use crate::text::fold;

/// Characters that were typed last where no text is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Stray {
    /// None.
    #[default]
    Nothing,
    /// Letters, each of which was taken for a command.
    Letters(LetterRun),
    /// Words, which are kept.
    Words(String),
}

/// Characters of which words are made that were typed one after the other at the speed of a hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterRun {
    /// All of them.
    letters: Vec<RunLetter>,
    /// The last of them, where it is a letter and did nothing: it may be the first of a word.
    pub(super) idle: Option<char>,
}

/// A character that was taken for a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BeforeKey {
    /// The number of steps of the draft that it has not changed; without a draft all there can be.
    pub(super) steps: usize,
    /// The number of pages, lists and boxes that lay over the screen.
    pub(super) overlays: usize,
}

/// The letters at the end of a run that are those of words.
#[derive(Debug)]
pub(super) struct WordsOfRun {
    /// The letters.
    pub(super) letters: String,
    /// The state before the first of them.
    pub(super) before: BeforeKey,
    /// True where any of them did nothing.
    pub(super) any_idle: bool,
    /// The number of those that took something back.
    pub(super) undone: usize,
}

/// Consonants with which words begin, abbreviations among them.
const BEGINNINGS: &str = "bl br cl cr ch cz dj dr dw fl fr fj gh gl gn gr kh kl kn kr ll mc mr ms ng ph pl pr ps pc pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw tv wh wr";

/// Signs that stand before a word.
const OPENING: [char; 5] = ['[', '(', '“', '"', '\''];

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
            let all = word.iter().all(|it| it.is_alphanumeric());
            all && (first.is_numeric() || may_begin(*first, *next))
        }
    }
}

impl LetterRun {
    /// Takes a character in that was taken for a command. Returns false where no word has it.
    pub(super) fn push(&mut self, letter: char, idle: bool, before: BeforeKey) -> bool {
        self.idle = (idle && letter.is_alphabetic()).then_some(letter);
        let letter = RunLetter {
            letter,
            idle,
            undid: false,
            before,
        };
        self.letters.push(letter);
        let letter = letter.letter;
        letter.is_alphanumeric() || letter == ' ' || OPENING.contains(&letter)
    }

    /// Takes note of the number of steps that the draft has now: what was taken back, or stands in another draft, was not
    /// made by these letters.
    pub(super) fn has_steps(&mut self, now: usize) {
        // What these letters did themselves may be taken back by one of them.
        let before = self.letters.iter().map(|it| it.before.steps).min();
        if let Some(last) = self.letters.last_mut() {
            last.undid = before.is_some_and(|before| now < before);
        }
        for letter in &mut self.letters {
            letter.before.steps = letter.before.steps.min(now);
        }
    }

    /// Returns its letters at the end which are those of words, where this comes behind them: the word that is being typed,
    /// from the first letter with which it can begin, and the words before it, as far as they can be words. What was typed
    /// before these is none of them.
    pub(super) fn words(&self, behind: &str) -> Option<WordsOfRun> {
        let letters: Vec<char> = self.letters.iter().map(|it| it.letter).collect();
        let mut start = letters
            .iter()
            .rposition(|it| *it == ' ')
            .map_or(0, |at| at + 1);
        let last: Vec<char> = letters
            .get(start..)?
            .iter()
            .copied()
            .chain(behind.chars())
            .collect();
        let last: Vec<char> = last.into_iter().take_while(|it| *it != ' ').collect();
        let begins = |at: &usize| last.get(*at..).is_some_and(may_be_word_on);
        let at = (0..last.len()).find(begins)?;
        start += at;
        while at == 0 && start > 0 {
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
        Some(WordsOfRun {
            letters: words.iter().map(|it| it.letter).collect(),
            before: words.first()?.before,
            any_idle: words.iter().any(|it| it.idle),
            undone: words.iter().filter(|it| it.undid).count(),
        })
    }
}

/// Returns true where letters may be the beginning of a word, which one by itself may be too.
fn may_be_word_on(word: &[char]) -> bool {
    may_be_word(word) || matches!(word, [one] if one.is_alphabetic())
}
