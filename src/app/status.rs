//! The message in the line at the bottom.

/// A message in the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// True where something went wrong.
    pub bad: bool,
    /// True where it tells of a change that a letter made: it stays while characters are typed.
    pub is_of_change: bool,
}

impl StatusMessage {
    /// Returns a message about what has been done.
    pub(super) fn notice(text: String) -> Self {
        Self {
            text,
            bad: false,
            is_of_change: false,
        }
    }

    /// Returns a message about what went wrong. Of many lines there is room for the first.
    pub(super) fn warning(text: &str) -> Self {
        let text = text.lines().next().unwrap_or_default().to_owned();
        Self {
            text,
            bad: true,
            is_of_change: false,
        }
    }
}
