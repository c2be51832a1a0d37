//! What a journal is begun on, and what a save needs of it.

use std::sync::Arc;

use sha2::{Digest, Sha256};

/// The hash of a text by which it is known again: SHA-256, in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    text
}

/// What a draft's file said when a journal was begun, or when it was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The hash of the text.
    pub hash: String,
    /// The text.
    pub text: Arc<str>,
}

impl Base {
    /// The base that a text is.
    pub fn new(text: &str) -> Self {
        Self {
            hash: hash(text.as_bytes()),
            text: text.into(),
        }
    }
}

/// What a save needs of a journal.
pub trait SaveJournal {
    /// A text is about to be saved that has in it the first so many of the entries that were handed in.
    fn saving(&mut self, hash: &str, entries: u64);

    /// The text is about to be written over the old one, in place: it is to be safe on the disk whole. False
    /// where it is not.
    fn writing_over(&mut self, hash: &str, entries: u64, text: &str) -> bool;

    /// It was saved.
    fn saved(&mut self, text: &str, entries: u64);
}

/// No journal: for a save that has nothing to lose.
#[derive(Debug)]
pub struct NoSaveJournal;

impl SaveJournal for NoSaveJournal {
    fn saving(&mut self, _: &str, _: u64) {}

    fn writing_over(&mut self, _: &str, _: u64, _: &str) -> bool {
        false
    }

    fn saved(&mut self, _: &str, _: u64) {}
}
