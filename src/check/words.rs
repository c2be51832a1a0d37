//! A text as words with their places, for rules that look at how it is written.

use std::borrow::Cow;

use crate::text::ligature;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The word without the signs around it; a figure keeps its £ and %, a name in braces its braces.
    pub(super) text: &'t str,
    /// The byte at which it begins.
    pub(super) at: usize,
    /// True where it opens a sentence.
    pub(super) opens: bool,
    /// True where a sign parts it from the next word, or nothing follows.
    pub(super) parted: bool,
}

impl Word<'_> {
    /// Returns the byte at which it ends.
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Returns true if it is this word, whatever its capitals.
    pub(super) fn is(&self, other: &str) -> bool {
        self.text.eq_ignore_ascii_case(other)
    }

    /// Returns it in small letters.
    pub(super) fn small(&self) -> Cow<'_, str> {
        small(self.text)
    }

    /// Returns true if it begins with a capital.
    pub(super) fn has_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Returns true if it is one of these words, whatever its capitals.
    pub(super) fn is_one_of(&self, others: &[&str]) -> bool {
        others.iter().any(|other| self.is(other))
    }
}

/// Splits a text into its words.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6 + 1);
    let mut opens = true;
    let mut at = 0;
    for run in text.split(char::is_whitespace) {
        let start = at;
        // Every blank that splits is cut off again by its own length.
        at += run.len();
        at += text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        if run.is_empty() {
            continue;
        }
        let front = |sign: char| !(sign.is_alphanumeric() || matches!(sign, '£' | '{'));
        let back = |sign: char| !(sign.is_alphanumeric() || matches!(sign, '%' | '}'));
        let (first, last) = (run.bytes().next(), run.bytes().next_back());
        let is_letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
        let core = match is_letter(first) {
            true => run,
            false => run.trim_start_matches(front),
        };
        let lead = run.len() - core.len();
        let word = match is_letter(last) {
            true => core,
            false => core.trim_end_matches(back),
        };
        if word.is_empty() {
            // A dash, or another sign that stands alone.
            if let Some(last) = found.last_mut() {
                last.parted = true;
            }
            continue;
        }
        if lead > 0
            && let Some(last) = found.last_mut()
        {
            last.parted = true;
        }
        let tail = core.get(word.len()..).unwrap_or_default();
        found.push(Word {
            text: word,
            at: start + lead,
            opens,
            parted: !tail.is_empty() && tail != "'" && tail != "’",
        });
        opens = tail.contains(['.', '!', '?']);
    }
    if let Some(last) = found.last_mut() {
        last.parted = true;
    }
    found
}

/// Returns a word in small letters: most have no others.
pub(super) fn small(word: &str) -> Cow<'_, str> {
    let is_small = |sign: u8| sign.is_ascii() && !sign.is_ascii_uppercase();
    match word.bytes().all(is_small) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

/// Returns a word with the letters of its ligatures.
pub(super) fn spelt_out(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || !word.chars().any(|sign| ligature(sign).is_some()) {
        return Cow::Borrowed(word);
    }
    let mut letters = String::with_capacity(word.len());
    for sign in word.chars() {
        match ligature(sign) {
            Some(several) => letters.push_str(several),
            None => letters.push(sign),
        }
    }
    Cow::Owned(letters)
}

/// Returns true if `words` begin with the phrase, with no sign between its words.
pub(super) fn begin_with(words: &[Word<'_>], phrase: &[&str]) -> bool {
    let last = phrase.len().saturating_sub(1);
    words.len() >= phrase.len()
        && words
            .iter()
            .zip(phrase)
            .enumerate()
            .all(|(nth, (word, wanted))| word.is(wanted) && (nth == last || !word.parted))
}

/// A number as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its digits, without commas.
    pub(super) digits: String,
    /// True where a £ or a % stands with it.
    pub(super) marked: bool,
    /// True where it has a comma in its thousands.
    pub(super) comma: bool,
    /// True where it has a fraction.
    pub(super) fraction: bool,
}

impl Numeral {
    /// Parses a word as a number: digits, with commas, a fraction, £ or %.
    pub(super) fn of(word: &str) -> Option<Self> {
        // Most words are told from numbers by their first letter.
        if !word.starts_with(|sign: char| sign.is_ascii_digit() || sign == '£') {
            return None;
        }
        let bare = word.strip_prefix('£').unwrap_or(word);
        let bare = bare.strip_suffix('%').unwrap_or(bare);
        let bare = match word.starts_with('£') {
            true => bare.trim_end_matches(['m', 'b', 'n', 'k']),
            false => bare,
        };
        let plain = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
        if !bare.starts_with(|sign: char| sign.is_ascii_digit()) || !bare.chars().all(plain) {
            return None;
        }
        (bare.matches('.').count() < 2).then(|| Self {
            digits: bare.replace(',', ""),
            marked: bare.len() < word.len(),
            comma: bare.contains(','),
            fraction: bare.contains('.'),
        })
    }

    /// Returns its value, or `None` where it has a fraction or is too large.
    pub(super) fn whole(&self) -> Option<u64> {
        self.digits.parse().ok()
    }

    /// Returns true if it looks like a year.
    pub(super) fn is_year(&self) -> bool {
        let year = self
            .whole()
            .is_some_and(|whole| (1900..=2100).contains(&whole));
        year && self.digits.len() == 4 && !self.marked && !self.comma
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, clippy::string_slice)]
    use super::*;

    #[test]
    fn words_know_their_places_and_what_parts_them() {
        let text = "“The  force, {calls} of £3.2m (94%) – so.” It’s done";
        let words = words(text);
        for word in &words {
            assert_eq!(&text[word.at..word.end()], word.text);
        }
        let of = |word: &Word| (word.text.to_owned(), word.opens, word.parted);
        let found: Vec<_> = words.iter().map(of).collect();
        let is = |word: &str, opens, parted| (word.to_owned(), opens, parted);
        assert_eq!(
            found,
            [
                is("The", true, false),
                is("force", false, true),
                is("{calls}", false, false),
                is("of", false, false),
                is("£3.2m", false, true),
                is("94%", false, true),
                is("so", false, true),
                is("It’s", true, false),
                is("done", false, true),
            ]
        );
        assert!(begin_with(&words[2..], &["{CALLS}", "of"]));
        assert!(
            !begin_with(&words[1..], &["force", "{calls}"]),
            "a comma stands between"
        );
    }

    #[test]
    fn numbers_are_told_from_what_only_has_digits() {
        assert_eq!(
            Numeral::of("50,000").map(|n| n.digits),
            Some("50000".into())
        );
        assert!(Numeral::of("94%").is_some_and(|n| n.marked && n.digits == "94"));
        assert!(Numeral::of("£3.2m").is_some_and(|n| n.marked && n.fraction));
        for other in ["2021/22", "19th", "12-month", "f3", "3D", "1.2.3", ""] {
            assert_eq!(Numeral::of(other), None, "{other}");
        }
    }
}
