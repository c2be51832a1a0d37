//! The text that a journal begins with, and what a save needs of a journal.

use std::sync::Arc;

use sha2::{Digest, Sha256};

/// Returns the hash of a text by which it is known again: SHA-256, in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    text
}

/// The text of a draft's file when a journal was begun, or when it was last saved; whoever has it shares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The hash of the text.
    pub hash: String,
    /// The text.
    pub text: Arc<str>,
}

impl Base {
    /// Returns the base that a text is.
    pub fn new(text: &str) -> Self {
        Self {
            hash: hash(text.as_bytes()),
            text: text.into(),
        }
    }
}

/// The part of a journal that a save needs.
pub trait SaveJournal {
    /// Notes that a text is about to be saved that has in it the first so many of the entries that were handed in.
    fn saving(&mut self, hash: &str, entries: u64);

    /// Brings a text that is about to be written over the old one to the disk, whole. Returns false
    /// where it is not.
    fn writing_over(&mut self, hash: &str, entries: u64, text: &str) -> bool;

    /// Notes that it was saved.
    fn saved(&mut self, text: &Base, entries: u64);
}

/// No journal: for a save that has nothing to lose.
#[derive(Debug)]
pub struct NoSaveJournal;

impl SaveJournal for NoSaveJournal {
    fn saving(&mut self, _: &str, _: u64) {}

    fn writing_over(&mut self, _: &str, _: u64, _: &str) -> bool {
        false
    }

    fn saved(&mut self, _: &Base, _: u64) {}
}
