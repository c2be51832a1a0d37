//! The word and the sentence at a place in a text, and those at its end.

use std::ops::Range;

use super::prose::{Cursor, Erase};
use super::sentence::sentences;

/// Returns the word at a place, with the apostrophes and hyphens inside it; an empty stretch where none is there.
///
/// ```
/// use assay::text::{sentence_around, word_around};
///
/// let text = "It isn't so. Is it?";
/// assert_eq!(word_around(text, 5), 3..8);
/// assert_eq!(word_around(text, 2), 0..2);
/// assert_eq!(sentence_around(text, 5), 0..12);
/// ```
pub fn word_around(text: &str, at: usize) -> Range<usize> {
    let is_inside = |sign: char| sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '-');
    let before = text.get(..at).unwrap_or_default();
    let behind = text.get(at..).unwrap_or_default();
    let start = before.trim_end_matches(is_inside).len();
    let end = at + (behind.len() - behind.trim_start_matches(is_inside).len());
    let word = text.get(start..end).unwrap_or_default();
    let ends = |sign: char| !sign.is_alphanumeric();
    let inner = word.trim_start_matches(ends);
    let start = start + (word.len() - inner.len());
    start..start + inner.trim_end_matches(ends).len()
}

/// Returns the sentence at a place, or the one before where a blank is there; an empty stretch where none is.
pub fn sentence_around(text: &str, at: usize) -> Range<usize> {
    let mut all = sentences(text).into_iter().rev();
    all.find(|sentence| sentence.start <= at).unwrap_or(at..at)
}

/// Returns a text without its last character or, where that is asked for, its last word; and what was taken away.
///
/// ```
/// use assay::text::without_end;
///
/// assert_eq!(without_end("two words", false), ("two word", "s"));
/// assert_eq!(without_end("line\nwords", true), ("line\n", "words"));
/// assert_eq!(without_end("", true), ("", ""));
/// ```
pub fn without_end(text: &str, whole_word: bool) -> (&str, &str) {
    let what = match whole_word {
        true => Erase::WordBack,
        false => Erase::Back,
    };
    let erased = Cursor::at_end(text).erase(text, what);
    let at = erased.map_or(text.len(), |it| it.at);
    text.split_at_checked(at).unwrap_or((text, ""))
}
