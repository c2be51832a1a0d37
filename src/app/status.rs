//! The message in the line at the bottom.

use super::state::State;

/// A message in the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// True where something went wrong.
    pub bad: bool,
}

impl State {
    /// Says what has been done.
    pub(super) fn inform(&mut self, text: impl Into<String>) {
        self.status = Some(StatusMessage {
            text: text.into(),
            bad: false,
        });
    }

    /// Reports what was done, or why it could not be.
    pub(super) fn report(&mut self, done: Result<String, String>) {
        if let Some(message) = self.warn_on_err(done) {
            self.inform(message);
        }
    }

    /// Warns of what went wrong. Of many lines there is room for the first.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.status = Some(StatusMessage {
            text: text.lines().next().unwrap_or_default().to_owned(),
            bad: true,
        });
    }

    /// Returns the value, or warns of what went wrong.
    pub(super) fn warn_on_err<T>(&mut self, done: Result<T, String>) -> Option<T> {
        match done {
            Ok(value) => Some(value),
            Err(why) => {
                self.warn(why);
                None
            }
        }
    }
}
