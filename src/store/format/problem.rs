//! Problems of a file: what is wrong, where, and what would be right.

use std::fmt;

use crate::text::{visible, visible_line};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The problem.
    pub what: String,
    /// The advice: what would be right.
    pub hint: String,
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}; {}",
            self.line, self.column, self.what, self.hint
        )
    }
}

/// A file that cannot be used as it stands.
///
/// It is shown as one line for each problem, `FILE:LINE:COLUMN: what is wrong; what would be right`,
/// which editors and scripts can follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file, as the user named it.
    pub name: String,
    /// The problems, in the order of the file; the first [`Refused::MOST`] at most.
    pub problems: Vec<FileProblem>,
    /// The number of problems beyond those.
    pub more: usize,
}

impl Refused {
    /// The most problems that are reported; the rest is counted.
    pub const MOST: usize = 20;
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = visible_line(&self.name);
        for (nth, problem) in self.problems.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{name}:{problem}")?;
        }
        if self.more > 0 {
            write!(f, "\n{name}: and {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

/// A problem that is still tied to a byte of the text. Lines are only counted for those that are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LocatedProblem {
    /// The byte at which it is.
    pub(crate) at: usize,
    /// The problem.
    pub(crate) what: String,
    /// The advice: what would be right.
    pub(crate) hint: String,
}

impl LocatedProblem {
    pub(super) fn new(at: usize, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            at,
            what: what.into(),
            hint: hint.into(),
        }
    }
}

/// Returns the line and column of a byte, both from 1; the column counts characters. For more than one byte of a text,
/// make [`LineStarts`].
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let on_line = before.get(start..).unwrap_or_default();
    // A byte order mark takes no room on the screen.
    let column = on_line.trim_start_matches('\u{feff}').chars().count() + 1;
    (line, column)
}

/// The lines of a text by where they begin, for any number of questions: each costs a look into a table, also where
/// the whole text is one line.
#[derive(Debug)]
pub(crate) struct LineStarts<'a> {
    text: &'a str,
    /// The bytes at which the lines begin.
    starts: Vec<usize>,
    /// The number of characters before each block of the text.
    before: Vec<usize>,
}

impl<'a> LineStarts<'a> {
    /// The bytes of a block.
    const BLOCK: usize = 128;

    pub(crate) fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut many = 0;
        let blocks = text.as_bytes().chunks(Self::BLOCK);
        let before = blocks.map(|block| {
            let before = many;
            many += characters(block);
            before
        });
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
            before: before.collect(),
        }
    }

    /// Returns the line and column of a byte, both from 1; the column counts characters.
    pub(crate) fn place(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied();
        let start = start.unwrap_or_default();
        // A byte order mark takes no room on the screen. It stands at the beginning, or is told.
        let mark = usize::from(start == 0 && at > 0 && self.text.starts_with('\u{feff}'));
        let column = self.characters_to(at) - self.characters_to(start) - mark;
        (line, column + 1)
    }

    /// Returns the number of characters before a byte.
    fn characters_to(&self, at: usize) -> usize {
        let block = at / Self::BLOCK;
        let before = self.before.get(block).copied();
        let rest = self.text.as_bytes().get(block * Self::BLOCK..at);
        match before {
            Some(before) => before + rest.map_or(0, characters),
            // The text ends where a block ends.
            None => self.before.last().copied().unwrap_or_default() + self.last_block(),
        }
    }

    fn last_block(&self) -> usize {
        let blocks = self.text.as_bytes().chunks(Self::BLOCK);
        blocks.last().map_or(0, characters)
    }
}

/// Returns how many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    #[cfg(test)]
    tests::READ.with(|read| read.set(read.get() + bytes.len()));
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

/// Problems in the order of the file, with their lines, and how many more there are.
pub(super) fn located(
    text: &str,
    mut found: Vec<LocatedProblem>,
    most: usize,
) -> (Vec<FileProblem>, usize) {
    found.sort_by_key(|problem| problem.at);
    let more = found.len().saturating_sub(most);
    found.truncate(most);
    if found.is_empty() {
        return (Vec::new(), more);
    }
    let lines = LineStarts::of(text);
    let problem = |found: LocatedProblem| {
        let (line, column) = lines.place(found.at);
        FileProblem {
            line,
            column,
            what: found.what,
            hint: found.hint,
        }
    };
    (found.into_iter().map(problem).collect(), more)
}

/// Words of a file, fit to be quoted in a message: on one line, hidden characters made visible, and
/// cut to a sensible length.
pub(crate) fn shown(words: &str) -> String {
    const MOST: usize = 60;
    let start: String = words.chars().take(MOST).collect();
    let mut quoted = visible(&start).replace('\n', "␊");
    if words.chars().nth(MOST).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        /// The bytes that were read to count characters.
        pub(super) static READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }

    #[test]
    fn a_place_costs_two_blocks_at_most_however_long_the_text_and_its_lines() {
        for text in ["a line of some words\n".repeat(10_000), "x".repeat(300_000)] {
            let lines = LineStarts::of(&text);
            READ.with(|read| assert!(read.replace(0) <= text.len()));
            let questions = text.len() / 21;
            for at in 0..questions {
                lines.place(at * 21);
            }
            let most = questions * 2 * LineStarts::BLOCK;
            READ.with(|read| assert!(read.replace(0) <= most));
        }
    }

    #[test]
    fn a_table_of_lines_says_of_each_byte_what_counting_says() {
        let long = format!("é{}\n\n{}", "ab👩 ".repeat(700), "x".repeat(2048));
        for text in ["", "\n", "\u{feff}a\nb", "a\r\né\n", "\u{feff}", &long] {
            let lines = LineStarts::of(text);
            for at in
                (0..=text.len() + 2).filter(|at| *at > text.len() || text.is_char_boundary(*at))
            {
                assert_eq!(
                    lines.place(at),
                    line_and_column(text, at),
                    "{at} in {text:?}"
                );
            }
        }
    }
}
