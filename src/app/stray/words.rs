//! Which letters may be a word, or its beginning, and which are one.

use crate::grammar::is_word;
use crate::text::fold;

/// Consonants with which words begin, abbreviations among them.
const BEGINNINGS: &str = "bl br cl cr ch cz dj dr dw fl fr fj gh gl gn gr gw kh kl kn kr ll mc mr ms ng ph pl pr ps pc pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw tv wh wr xm";

/// Signs that stand before a word.
pub(super) const OPENING: [char; 5] = ['[', '(', '“', '"', '\''];

/// Signs that stand behind a word, and the end of what is typed.
const ENDS: [char; 9] = ['\n', ',', '.', ';', ':', '?', '!', '’', '\''];

/// Signs that stand inside a word or behind it: "E-mail", "e.g.", "n/a".
pub(super) const INNER: [char; 5] = ['-', '.', '/', '’', '\''];

/// Signs that stand at the digits of an amount.
pub(super) const OF_AMOUNT: [char; 6] = ['£', '$', '€', '%', ',', '.'];

/// Returns true where a word may begin with two letters; a letter may be one by itself.
pub(in crate::app) fn may_begin(first: char, next: char) -> bool {
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
pub(super) fn may_be_word(word: &[char]) -> bool {
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

/// Returns true where a character stands behind a word.
pub(super) fn ends(end: char, word: &str) -> bool {
    end == ' ' || ENDS.contains(&end) && word.chars().count() > 3
}

/// Returns true where a character ends the last of these words, and that is known.
pub(in crate::app) fn is_last_ended_by(words: &str, end: char) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    ends(end, last) && is_meant(last)
}

/// Returns true for a word, or an amount, that nobody types as commands.
pub(super) fn is_meant(word: &str) -> bool {
    is_amount(word) && word.chars().count() > 1 || is_known(word)
}

/// Returns true where letters that no word begins with, or the rest of a name, stand at the end of a word: "kent", of which
/// "nt" went into a text, "Mary".
pub(super) fn is_cut(whole: &str, end: &str) -> bool {
    let all: Vec<char> = whole.chars().collect();
    let mut letters = end.chars();
    let begins = match (letters.next(), letters.next()) {
        (None, _) => return false,
        // A letter by itself is a word where it is one of these; behind few others it may have been a command.
        (Some(one), None) => {
            !one.is_alphabetic()
                || ['a', 'A', 'I'].contains(&one)
                || !whole.starts_with(char::is_uppercase)
        }
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

/// Returns a word without what is drawn together with it: "doesn't", "they're".
fn without_ending(word: &str) -> &str {
    match word.split_once(['\'', '’']) {
        Some((stem, "t")) => stem.strip_suffix('n').unwrap_or(stem),
        Some((stem, "s" | "re" | "ve" | "ll" | "d" | "m")) => stem,
        _ => word,
    }
}

/// Returns true for a word of more than one letter.
pub(super) fn is_known(word: &str) -> bool {
    let small = fold(without_ending(word));
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
pub(super) fn may_be_word_on(word: &[char]) -> bool {
    may_be_word(word) || matches!(word, [one] if one.is_alphabetic())
}
