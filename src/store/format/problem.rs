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

/// Returns the line and column of a byte, both from 1; the column counts characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let on_line = before.get(start..).unwrap_or_default();
    // A byte order mark takes no room on the screen.
    let column = on_line.chars().filter(|c| *c != '\u{feff}').count() + 1;
    (line, column)
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
    // Counted on from one problem to the next: there may be as many as there are lines.
    let (mut at, mut before) = (0, 0);
    let problem = |found: LocatedProblem| {
        let place = found.at.min(text.len()).max(at);
        let between = text.get(at..place).unwrap_or_default();
        before += between.bytes().filter(|byte| *byte == b'\n').count();
        at = place;
        let start = text.get(..at).and_then(|text| text.rfind('\n'));
        let line = text.get(start.map_or(0, |newline| newline + 1)..);
        let (_, column) =
            line_and_column(line.unwrap_or_default(), at - start.map_or(0, |n| n + 1));
        FileProblem {
            line: before + 1,
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
