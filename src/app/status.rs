//! The message in the line at the bottom.

/// A message in the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// True where something went wrong.
    pub bad: bool,
    /// The change that it tells of, where a letter made it: it stays told of while characters are typed.
    pub change: Option<String>,
}

impl StatusMessage {
    /// Returns a message about what has been done.
    pub(super) fn notice(text: String) -> Self {
        Self {
            text,
            bad: false,
            change: None,
        }
    }

    /// Returns a message about what went wrong. Of many lines there is room for the first.
    pub(super) fn warning(text: &str) -> Self {
        let text = text.lines().next().unwrap_or_default().to_owned();
        Self {
            text,
            bad: true,
            change: None,
        }
    }
}
