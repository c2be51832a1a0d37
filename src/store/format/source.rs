//! From bytes to a tree in which each value knows where it stands.

use toml_edit::{Document, TomlError};

use super::limits::{MAX_BYTES, headers, too_many};
use super::problem::{LocatedProblem, Refused, located, shown};
use crate::text::counted;

/// Returns the text of a file's bytes.
///
/// # Errors
/// The bytes are not UTF-8; the problem has the place.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Refused> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let text = String::from_utf8_lossy(bytes.get(..good).unwrap_or_default());
        let wrong = bytes.get(good).copied().unwrap_or_default();
        let what = format!("the byte {wrong:#04x} is not UTF-8 text");
        let found = LocatedProblem::new(good, what, "save the file as UTF-8");
        refused(name, &text, vec![found])
    })
}

/// Returns the bytes at which the headers of a text from anywhere begin.
///
/// # Errors
/// The text is too large, or goes too deep.
pub(super) fn measured(name: &str, text: &str) -> Result<Vec<usize>, Refused> {
    if text.len() as u64 > MAX_BYTES {
        let what = format!("the file has {}", counted(text.len(), "byte"));
        let hint =
            format!("{MAX_BYTES} are the most that are read; is it the file that was meant?");
        let found = LocatedProblem::new(0, what, hint);
        return Err(refused(name, text, vec![found]));
    }
    headers(text).map_err(|deep| refused(name, text, vec![deep]))
}

/// Returns the tree of a text from anywhere; `most` is how many items a list or table may have.
///
/// # Errors
/// The text is too large, goes too deep, holds too many of something, or is not TOML.
pub(crate) fn parse<'a>(
    name: &str,
    text: &'a str,
    most: usize,
) -> Result<Document<&'a str>, Refused> {
    measured(name, text)?;
    parse_measured(name, text, most)
}

/// Returns the tree of a text that is neither too large nor too deep.
///
/// # Errors
/// The text holds too many of something, or is not TOML.
pub(super) fn parse_measured<'a>(
    name: &str,
    text: &'a str,
    most: usize,
) -> Result<Document<&'a str>, Refused> {
    let document = Document::parse(text);
    let document = document.map_err(|error| refused(name, text, vec![syntax(text, &error)]))?;
    match too_many(document.as_table(), most) {
        Some(many) => Err(refused(name, text, vec![many])),
        None => Ok(document),
    }
}

#[cfg(test)]
thread_local! {
    /// The bytes of the texts that were parsed so.
    pub(super) static PARSED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Returns the tree of a text that has been read before, or was just made here.
pub(super) fn parse_known(text: &str) -> Option<Document<&str>> {
    #[cfg(test)]
    PARSED.set(PARSED.get() + text.len());
    Document::parse(text).ok()
}

/// Returns the refusal of a file for these problems.
pub(crate) fn refused(name: &str, text: &str, found: Vec<LocatedProblem>) -> Refused {
    let (problems, more) = located(text, found, Refused::MOST);
    Refused {
        name: name.to_owned(),
        problems,
        more,
    }
}

/// The parser's messages, each with what is wrong in plain words, and what would be right. The first row of which the
/// parser's words have the beginning counts.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "duplicate key",
        "stands twice here",
        "keep one of the two, and give a list's tables double brackets, [[…]]",
    ),
    (
        "string values must be quoted",
        "is not in quotes",
        "write it between \"…\"",
    ),
    (
        "invalid basic string",
        "a text in quotes is not closed on its line, or a \\ or \" inside it is not escaped",
        "end it with \", and write \\\\ and \\\" inside it",
    ),
    (
        "invalid multi-line",
        "a text in triple quotes is not closed",
        "end it with the three quotes that it began with",
    ),
    (
        "invalid literal string",
        "a text in single quotes is not closed on its line",
        "end it with ', or write it between \"…\"",
    ),
    (
        "key with no value",
        "a key stands alone",
        "write key = value; a comment begins with #",
    ),
    (
        "missing value",
        "a key has no value",
        "write \"\" for an empty text, or take the line out",
    ),
    (
        "missing assignment",
        "the = between key and value is missing",
        "write key = value",
    ),
    (
        "missing comma",
        "a comma is missing between two values",
        "write a comma after each value but the last",
    ),
    ("extra comma", "there is a comma too many", "take it out"),
    (
        "unclosed array table",
        "the header is not closed",
        "end it with ]]",
    ),
    (
        "unclosed table",
        "the header is not closed",
        "end it with ]",
    ),
    ("unclosed array", "the list is not closed", "end it with ]"),
    (
        "unclosed inline table",
        "the braces are not closed",
        "end them with }",
    ),
    (
        "carriage return",
        "a carriage return stands alone",
        "end lines as Unix or Windows does, or write \\r inside quotes",
    ),
    (
        "invalid comment character",
        "a comment holds a control character",
        "take it out",
    ),
    (
        "invalid unquoted key",
        "the key holds a character that it may not",
        "write it with a–z, 0–9 and -, or between \"…\"",
    ),
    (
        "unexpected leading zero",
        "the number begins with a zero",
        "take the zero out, or write the value between \"…\"",
    ),
    (
        "integer number overflowed",
        "the number is too large",
        "write it between \"…\"",
    ),
];

/// Returns the problem of a line that a version control system wrote between two versions of a file.
fn conflict(text: &str, at: usize) -> Option<LocatedProblem> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .into_iter()
        .find(|marker| line.starts_with(marker))?;
    let what = format!("\"{marker}\" is a conflict marker of a version control system");
    let hint = "keep what is right of the two versions, and take the markers out";
    Some(LocatedProblem::new(start, what, hint))
}

/// Returns what the parser found wrong, in plain words.
fn syntax(text: &str, error: &TomlError) -> LocatedProblem {
    let span = error.span().unwrap_or_default();
    let there = text.get(span.clone()).unwrap_or_default();
    if let Some(conflict) = conflict(text, span.start) {
        return conflict;
    }
    let known = SYNTAX
        .iter()
        .find(|(begins, ..)| error.message().starts_with(begins));
    let control = there
        .chars()
        .next()
        .filter(|c| c.is_control() && !matches!(c, '\r' | '\n'));
    let (what, hint) = match known {
        // Whatever the parser takes it for.
        Some((begins, ..)) if begins.starts_with("invalid") && control.is_some() => {
            let code = control.map_or(0, u32::from);
            (
                format!("a control character stands here (U+{code:04X})"),
                format!("take it out, or write \\u{code:04X} between \"…\""),
            )
        }
        Some((_, "is not in quotes", _)) if there.trim().is_empty() => (
            "a key has no value".to_owned(),
            "write \"\" for an empty text, or take the line out".to_owned(),
        ),
        Some((_, what @ ("stands twice here" | "is not in quotes"), hint)) => {
            (format!("\"{}\" {what}", shown(there)), (*hint).to_owned())
        }
        Some((_, what, hint)) => ((*what).to_owned(), (*hint).to_owned()),
        None => (
            format!("this is not TOML ({})", shown(error.message())),
            "write key = value, [table] or [[list]], with texts between \"…\"".to_owned(),
        ),
    };
    LocatedProblem::new(span.start, what, hint)
}
