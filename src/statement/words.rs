//! The signs of a sentence: blanks, full stops, words.

/// Returns the text as one line, with single blanks and none at the ends.
pub(super) fn collapse(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Counts the words of a text.
pub fn count(text: &str) -> usize {
    let mut words = 0;
    let mut is_counted = false;
    for sign in text.chars() {
        if sign.is_whitespace() {
            is_counted = false;
        } else if !is_counted && sign.is_alphanumeric() {
            is_counted = true;
            words += 1;
        }
    }
    words
}

/// Returns the text without closing quotes and brackets at its end.
pub(super) fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['"', '\'', '”', '’', ')', ']'])
}

/// Adds the full stop where none is.
pub(super) fn with_stop(mut text: String) -> String {
    if !without_closers(&text).ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text
}

/// Returns the text without the full stop at its very end; an ellipsis is none, nor is that of "p.m.".
pub(super) fn without_stop(text: &str) -> &str {
    match text.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') && !is_initials(rest) => rest,
        _ => text,
    }
}

/// Returns true where a text ends with letters that each take a stop: "p.m", "U.K".
fn is_initials(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or(text);
    let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(letter)
}

/// Puts a text into a slot of the framework's words: what stands before it, a blank where there is none, the text, and
/// what stands after it. The text gives up its full stop, and the whole takes it back.
pub(super) fn in_words(before: &str, text: &str, after: &str) -> String {
    let gap = if before.is_empty() || before.ends_with(' ') {
        ""
    } else {
        " "
    };
    with_stop(format!("{before}{gap}{}{after}", without_stop(text)))
}

/// Returns true where a text ends with a plain full stop, so that the sentence can be continued.
pub(super) fn ends_plainly(text: &str) -> bool {
    without_stop(text).len() < text.len()
}

/// Splits a text at its first blank: the first word, with the signs around it, and the rest.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

/// Returns the word without the signs around it.
pub(super) fn bare_word(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// Returns true where the words already have an "also".
pub(super) fn has_also(text: &str) -> bool {
    // Most texts have no such letters at all.
    let mut letters = text.as_bytes().windows(4);
    letters.any(|four| four.eq_ignore_ascii_case(b"also"))
        && text
            .split_whitespace()
            .any(|word| bare_word(word).eq_ignore_ascii_case("also"))
}

/// Returns "one", "one and two", "one, two and three".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}
