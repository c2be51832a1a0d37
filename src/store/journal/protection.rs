//! The protection of a journal's records: not at all, or locked with a key that a passphrase opens.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use serde_json::Value as Json;

use super::base::hash;
use crate::store::seal::{Passphrase, SealError, SealKey};

/// The character that a locked record begins with; JSON never does.
const LOCKED: char = '~';

/// The context that locked records are bound to beside their number.
const CONTEXT: &[u8] = b"assay journal";

/// The protection of records: open, or locked with a key.
#[derive(Clone, Debug, Default)]
pub enum RecordProtection {
    /// They can be read by whoever can read the file.
    #[default]
    Open,
    /// They are locked: the draft is sealed.
    Locked(Arc<JournalKey>),
}

/// The key of a journal, and the same sealed with the draft's passphrase, for the journal's head.
#[derive(Debug)]
pub struct JournalKey {
    key: SealKey,
    sealed: String,
    mark: String,
}

impl RecordProtection {
    /// Returns a protection with a key of its own. It takes about a second: the key is sealed with the passphrase.
    ///
    /// A journal of a draft that was moved is found by the identity that is inside, and to open one takes a second. So
    /// the head has a mark of the identity: eight bits of a hash, few enough to tell nobody anything, and enough that
    /// of many journals hardly another one is opened.
    ///
    /// # Errors
    /// There is no randomness to be had; or this Assay cannot seal.
    pub fn make(passphrase: &Passphrase, id: &str) -> Result<Self, SealError> {
        let key = SealKey::make()?;
        let sealed = hex(&key.sealed(passphrase)?);
        let mark = Self::mark(id);
        Ok(Self::Locked(Arc::new(JournalKey { key, sealed, mark })))
    }

    /// Returns the mark of an identity.
    pub fn mark(id: &str) -> String {
        let whole = hash([CONTEXT, id.as_bytes()].concat().as_slice());
        whole.chars().take(2).collect()
    }

    /// Returns the protection that a journal's head names, or `None` where the passphrase does not open it, or is
    /// wanted and not given.
    pub(super) fn of(head: &Json, passphrase: Option<&Passphrase>) -> Option<Self> {
        let Some(sealed) = head.get("key") else {
            return Some(Self::Open);
        };
        let sealed = sealed.as_str()?.to_owned();
        let key = SealKey::unsealed(&unhex(&sealed)?, passphrase?).ok()?;
        let mark = head.get("mark").and_then(Json::as_str);
        let mark = mark.unwrap_or_default().to_owned();
        Some(Self::Locked(Arc::new(JournalKey { key, sealed, mark })))
    }

    /// Returns the protection where it is the one that a journal's head names.
    pub(super) fn if_named_in(&self, head: &Json) -> Option<Self> {
        let named = head.get("key").map(Json::as_str);
        (named == self.key().map(|(sealed, _)| Some(sealed))).then(|| self.clone())
    }

    /// Returns the sealed key and the mark for a journal's head, or `None` where records are open.
    pub(super) fn key(&self) -> Option<(&str, &str)> {
        match self {
            Self::Open => None,
            Self::Locked(locked) => Some((&locked.sealed, &locked.mark)),
        }
    }

    /// Returns a record's text as it stands in the file.
    pub(super) fn protect<'a>(&self, nth: u64, text: &'a str) -> io::Result<Cow<'a, str>> {
        match self {
            Self::Open => Ok(text.into()),
            Self::Locked(locked) => {
                let text = locked.key.lock(nth, CONTEXT, text.as_bytes());
                let text = text.map_err(io::Error::other)?;
                Ok(format!("{LOCKED}{text}").into())
            }
        }
    }

    /// Returns the text of a record that stands in a file, or `None` where it cannot be unlocked.
    pub(super) fn reveal<'a>(&self, nth: u64, text: &'a str) -> Option<Cow<'a, str>> {
        match (self, text.strip_prefix(LOCKED)) {
            (Self::Open, None) => Some(text.into()),
            (Self::Locked(locked), Some(text)) => {
                let bytes = locked.key.open(nth, CONTEXT, text)?;
                Some(String::from_utf8(bytes).ok()?.into())
            }
            _ => None,
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    let digits = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
        .collect();
    let digits = digits?;
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(high << 4 | low),
        _ => None,
    };
    digits.chunks(2).map(pair).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn digits_and_bytes_go_both_ways() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(unhex(&hex(&all)).unwrap(), all);
        assert_eq!(unhex("0"), None);
        assert_eq!(unhex("0g"), None);
    }

    #[test]
    fn an_open_record_is_never_taken_for_a_locked_one() {
        let protection = RecordProtection::Open;
        assert_eq!(protection.reveal(0, "~abc"), None);
        assert_eq!(protection.reveal(0, "[1]").unwrap(), "[1]");
    }
}
