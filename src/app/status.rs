//! The message in the line at the bottom.

use crate::check::{Problem, Severity};

/// A message in the line at the bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// True where something went wrong.
    pub bad: bool,
    /// The change that it tells of, where a letter made it: it stays told of while characters are typed.
    pub change: Option<String>,
    /// The weight of the problem that it tells of and leads to.
    pub weight: Option<Severity>,
    /// The same in so many rows as a low window has for it beside what it leads to, each cut to the width: what is wrong, and
    /// what would be right.
    pub brief: Option<[String; 2]>,
}

impl StatusMessage {
    /// Returns a message about what has been done.
    pub(super) fn notice(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// Returns a message about what went wrong. Of many lines there is room for the first.
    pub(super) fn warning(text: &str) -> Self {
        let text = text.lines().next().unwrap_or_default().to_owned();
        Self {
            text,
            bad: true,
            ..Self::default()
        }
    }

    /// Returns a message about a problem that was gone to, beginning with which of how many it is.
    pub(super) fn problem(which: &str, problem: &Problem, remedy: String) -> Self {
        let what = format!("{which} · {}", problem.what);
        Self {
            text: format!("{what}; {remedy}"),
            weight: Some(problem.severity),
            brief: Some([what, remedy]),
            ..Self::default()
        }
    }

    /// Puts words before those that it has; in a low window too.
    pub(super) fn begin_with(&mut self, words: &str) {
        self.text = format!("{words} {}", self.text).trim_end().to_owned();
        self.brief = None;
    }

    /// Puts words behind those that it has; in a low window too.
    pub(super) fn end_with(&mut self, words: &str) {
        self.text = format!("{} {words}", self.text).trim_start().to_owned();
        self.brief = None;
    }
}
