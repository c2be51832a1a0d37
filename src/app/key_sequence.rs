//! Keys that are pressed one after the other for one command.

use std::fmt;

use super::key::{Code, Key};

/// One key, or several of which each waits for the next.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeySequence(Vec<Key>);

impl KeySequence {
    /// The most keys of one.
    pub const MOST: usize = 4;

    /// Reads keys with a blank between them: `ctrl-s`, `ctrl-x ctrl-s`.
    ///
    /// # Errors
    /// A part of the text names no key; the message says which. Or there is none, or more than [`Self::MOST`].
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = match text.contains(' ') && text != " " {
            true => text.split(' ').filter(|part| !part.is_empty()).collect(),
            false => vec![text],
        };
        if parts.is_empty() || parts.len() > Self::MOST {
            return Err(format!("\"{text}\" is not from one to {} keys", Self::MOST));
        }
        let keys: Result<Vec<Key>, String> = parts.into_iter().map(Key::parse).collect();
        keys.map(Self)
    }

    /// Returns keys that were pressed, one at least.
    pub(super) fn from_keys(keys: &[Key]) -> Self {
        Self(keys.to_vec())
    }

    /// Returns the keys.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Returns true where the first of them types a character, so that it is text where text is taken.
    pub fn begins_typed(&self) -> bool {
        self.0.first().is_some_and(|key| key.typed().is_some())
    }

    /// Returns it as a label on the screen: `Ctrl-X Ctrl-S`.
    pub fn label(&self) -> String {
        label(&self.0)
    }
}

/// Returns keys as a label on the screen.
pub(super) fn label(keys: &[Key]) -> String {
    let labels: Vec<String> = keys.iter().map(|key| key.label()).collect();
    labels.join(" ")
}

impl From<Key> for KeySequence {
    fn from(key: Key) -> Self {
        Self(vec![key])
    }
}

impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, key) in self.0.iter().enumerate() {
            let gap = if nth > 0 { " " } else { "" };
            // A blank that is a key would be none between two.
            match key.code {
                Code::Char(' ') if key.typed().is_some() => write!(f, "{gap}space")?,
                _ => write!(f, "{gap}{key}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_sequence_is_written_as_it_is_read() {
        for text in ["ctrl-s", "ctrl-x ctrl-s", "g g", "space", "alt-<"] {
            assert_eq!(KeySequence::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(KeySequence::parse(" ").unwrap().to_string(), "space");
        assert_eq!(KeySequence::parse("ctrl-x  u").unwrap().label(), "Ctrl-X u");
        for text in ["", "ctrl-x crtl-s", "a b c d e", "  "] {
            assert!(KeySequence::parse(text).is_err(), "{text}");
        }
    }
}
