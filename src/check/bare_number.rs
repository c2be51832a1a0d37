//! A number in prose as the figure that it would be.

use std::ops::Range;

use super::numbers::is_in_name;
use super::words::{Numeral, Word, words};
use crate::assessment::Figure;

/// A number in a text, as a figure of the ledger that has no name yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BareNumber {
    /// The bytes of the text that its name takes the place of.
    pub range: Range<usize>,
    /// Its value, its unit, and the whole that it was drawn from.
    pub figure: Figure,
    /// True where the text speaks of a part and its whole, "11 of 40".
    pub part: bool,
}

/// Returns the number that a byte of a text is in, or right behind: "12 per cent", "£3.2 million", "11 of 40", "1,200".
/// `None` where none does, or where it is of a sort that the ledger has no unit for.
///
/// ```
/// use assay::check::bare_number;
///
/// let text = "The force answers 12 per cent of calls.";
/// let number = bare_number(text, 18).unwrap();
/// assert_eq!(&text[number.range], "12 per cent");
/// assert_eq!((number.figure.value.as_str(), number.figure.unit.as_str()), ("12", "percent"));
/// ```
pub fn bare_number(text: &str, at: usize) -> Option<BareNumber> {
    let words = words(text);
    let mut numbers = (0..words.len()).filter_map(|here| read(&words, here));
    numbers.find(|number| (number.range.start..=number.range.end).contains(&at))
}

/// Returns the first number in a text that counts something: no year, no part of a date or a name.
pub fn first_bare_number(text: &str) -> Option<BareNumber> {
    let words = words(text);
    let counts = (0..words.len()).filter(|here| !is_in_name(&words, *here));
    counts.filter_map(|here| read(&words, here)).next()
}

/// Returns the first number in a text that belongs to a date or a name, and so counts nothing: "2025".
pub fn number_in_name(text: &str) -> Option<&str> {
    let words = words(text);
    let at = (0..words.len()).find(|here| is_in_name(&words, *here))?;
    words.get(at).map(|word| word.text)
}

/// Reads the number that a word begins, if it begins one.
fn read(words: &[Word<'_>], here: usize) -> Option<BareNumber> {
    let word = words.get(here)?;
    let numeral = Numeral::of(word.text)?;
    // The word so many behind, where no sign parts them.
    let behind = |many: usize| {
        let between = words.get(here..here + many)?;
        let joined = between.iter().all(|word| !word.parted);
        words.get(here + many).filter(|_| joined)
    };
    let is = |many: usize, other: &str| behind(many).is_some_and(|word| word.is(other));
    let (unit, taken) = if word.text.starts_with('£') {
        let large = word
            .text
            .trim_start_matches(|sign: char| !sign.is_alphabetic());
        match large {
            "" if is(1, "million") => ("£ million", 1),
            "" if is(1, "billion") => ("£ billion", 1),
            "" => ("£", 0),
            "m" => ("£ million", 0),
            "b" | "bn" => ("£ billion", 0),
            _ => return None,
        }
    } else if word.text.ends_with('%') {
        ("percent", 0)
    } else if is(1, "percent") {
        ("percent", 1)
    } else if is(1, "per") && is(2, "cent") {
        ("percent", 2)
    } else {
        ("", 0)
    };
    let mut figure = Figure {
        value: numeral.digits,
        unit: unit.to_owned(),
        ..Figure::default()
    };
    let mut end = behind(taken).unwrap_or(word).end();
    let of = match () {
        () if is(1, "of") => 2,
        () if is(1, "out") && is(2, "of") => 3,
        () => 0,
    };
    let whole = behind(of).filter(|_| of > 0);
    let whole = whole.and_then(|word| Some((Numeral::of(word.text)?, word.end())));
    let part = whole.filter(|(whole, _)| unit.is_empty() && !whole.marked);
    if let Some((whole, last)) = &part {
        figure.of.clone_from(&whole.digits);
        end = *last;
    }
    Some(BareNumber {
        range: word.at..end,
        figure,
        part: part.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_with_its_unit_and_its_whole() {
        for (text, words, value, unit, of) in [
            ("It has 1,200 officers.", "1,200", "1200", "", ""),
            ("Only 12% do.", "12%", "12", "percent", ""),
            (
                "Only 10.3 percent do.",
                "10.3 percent",
                "10.3",
                "percent",
                "",
            ),
            ("It cost £3.2m.", "£3.2m", "3.2", "£ million", ""),
            (
                "It cost £3.2 million.",
                "£3.2 million",
                "3.2",
                "£ million",
                "",
            ),
            ("It cost £500, and per head.", "£500", "500", "£", ""),
            ("In 11 of 40 files.", "11 of 40", "11", "", "40"),
            ("In 11 out of 40 files.", "11 out of 40", "11", "", "40"),
            ("In 11 of the files.", "11", "11", "", ""),
        ] {
            let at = text.find(words).unwrap_or_default();
            let found = bare_number(text, at).map(|it| {
                let figure = it.figure;
                (
                    text.get(it.range).unwrap_or_default(),
                    figure.value,
                    figure.unit,
                    figure.of,
                )
            });
            let expected = (words, value.to_owned(), unit.to_owned(), of.to_owned());
            assert_eq!(found, Some(expected), "{text}");
            // From behind it, it is the same.
            assert_eq!(bare_number(text, at), bare_number(text, at + words.len()));
        }
        for (text, at) in [("No number.", 4), ("It cost £3k.", 8), ("{calls} 12", 2)] {
            assert_eq!(bare_number(text, at), None, "{text}");
        }
    }
}
