//! A journal that is written once more: of a file that gets another name and another seal, or is taken over.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::copied::{records, write};
use super::edits::JournalEdit;
use super::open::create;
use super::place::JournalName;
use super::protection::RecordProtection;
use super::record;
use super::record::MOST;
use super::replay::Replay;
use crate::assessment::Editable;
use crate::store::disk;
use crate::store::seal::Passphrase;

/// Writes a journal anew, whole, as one of another file and under another protection, to a path where nothing is yet;
/// the old one stays. Returns false where it is no journal, or one that the passphrase does not open.
///
/// # Errors
/// It cannot be read or written; nothing new is there then.
pub fn rewrite(
    from: &Path,
    passphrase: Option<&Passphrase>,
    name: &JournalName,
    protection: &RecordProtection,
    to: &Path,
) -> io::Result<bool> {
    let bytes = disk::read(from, MOST)?;
    let Some(records) = journal_records(&bytes, passphrase) else {
        return Ok(false);
    };
    if let Some(folder) = to.parent() {
        disk::make_folder(folder)?;
    }
    write(to.to_owned(), disk::create(to)?, name, protection, records).map(|_| true)
}

impl<D: Editable<Edit: JournalEdit>> Replay<D> {
    /// Copies it, as far as it was read, to the first of these places that takes it, as the journal of this file.
    ///
    /// # Errors
    /// It cannot be read, or written anywhere.
    pub fn copied(&self, name: &JournalName, places: &[PathBuf]) -> io::Result<Self> {
        let bytes = disk::read(&self.path, MOST)?;
        let whole = usize::try_from(self.length).unwrap_or(usize::MAX);
        let whole = bytes.get(..whole.min(bytes.len())).unwrap_or_default();
        let records = records(whole, self.protection());
        let mut failed = io::Error::from(io::ErrorKind::NotFound);
        for place in places {
            let made = disk::make_folder(place.parent().unwrap_or(Path::new("")))
                .and_then(|()| create(place))
                .and_then(|(path, file)| {
                    write(path, file, name, self.protection(), records.clone())
                });
            match made {
                Ok(open) => return Ok(self.at(name, open)),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }
}

/// Returns the text of every record of a journal but the head, as far as they are whole; `None` where it is none, or one
/// that the passphrase does not open.
fn journal_records(bytes: &[u8], passphrase: Option<&Passphrase>) -> Option<Vec<String>> {
    let (text, _) = record::read(bytes, 0)?;
    let head: Json = serde_json::from_str(text).ok()?;
    head.get("journal")?;
    let protection = RecordProtection::of(&head, passphrase)?;
    Some(records(bytes, &protection))
}
