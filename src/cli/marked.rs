//! The one way out of the program beside the screen: nothing hidden leaves it.

use std::io::{self, Write};
use std::path::Path;

use crate::text::{printable, visible_line};

/// Returns a path as it is printed.
pub(super) fn shown_path(path: &Path) -> String {
    visible_line(&path.display().to_string()).into_owned()
}

/// A writer that shows control and deceptive characters as marks ([`printable`]) and lets newlines, tabs and
/// every other character through. What is not UTF-8 becomes `\u{FFFD}`.
///
/// Results, errors and the words of a panic all go through one, so that no command has to think of it. What
/// must keep such characters for another program, as JSON does, escapes them before.
pub(super) struct Marked<W: Write> {
    to: W,
    /// The first bytes of a character of which the rest is still to come.
    begun: Vec<u8>,
}

impl<W: Write> Marked<W> {
    pub(super) fn new(to: W) -> Self {
        Self {
            to,
            begun: Vec::new(),
        }
    }

    /// Writes a file that is no text as it is. It must not go to a terminal, which would obey it.
    ///
    /// # Errors
    /// Whoever reads has gone, or the disk is full.
    pub(super) fn write_file(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.flush()?;
        self.to.write_all(bytes)?;
        self.to.flush()
    }
}

impl<W: Write> Write for Marked<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (good, wrong) = match std::str::from_utf8(rest) {
                Ok(_) => (rest.len(), Some(0)),
                Err(error) => (error.valid_up_to(), error.error_len()),
            };
            let (text, behind) = rest.split_at_checked(good).unwrap_or((rest, &[]));
            let text = std::str::from_utf8(text).unwrap_or_default();
            self.to.write_all(printable(text).as_bytes())?;
            let Some(wrong) = wrong else {
                self.begun = behind.to_vec();
                break;
            };
            if wrong > 0 {
                self.to.write_all("\u{FFFD}".as_bytes())?;
            }
            rest = behind.get(wrong..).unwrap_or_default();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.begun).is_empty() {
            self.to.write_all("\u{FFFD}".as_bytes())?;
        }
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(parts: &[&[u8]]) -> String {
        let mut to = Vec::new();
        let mut out = Marked::new(&mut to);
        for part in parts {
            out.write_all(part).unwrap();
        }
        out.flush().unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn nothing_hidden_leaves_the_program() {
        let hostile = "a\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2029}\u{e0041}\r";
        assert_eq!(
            written(&[hostile.as_bytes()]),
            "a␛]0;x␇\u{fffd}2J\u{fffd}\u{fffd}\u{fffd}␍"
        );
        assert_eq!(written(&[b"a\tb\nc"]), "a\tb\nc");
        assert_eq!(
            written(&[b"a\xffb\xe2\x80"]),
            "a\u{fffd}b\u{fffd}",
            "bytes that are no text are no way round"
        );
    }

    #[test]
    fn a_character_that_comes_in_pieces_is_looked_at_whole() {
        let text = "子\u{202e}é\u{9b}";
        for cut in 0..=text.len() {
            let (one, two) = text.as_bytes().split_at(cut);
            assert_eq!(written(&[one, two]), "子\u{fffd}é\u{fffd}");
        }
    }
}
