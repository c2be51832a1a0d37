//! A journal that goes along with a file that gets another name and another seal.

use std::io;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use super::head::{first_line, moved_line};
use super::open::{OpenJournal, sync_file};
use super::place::JournalName;
use super::protection::RecordProtection;
use super::record;
use super::replay::MOST;
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
    let Some(records) = records(&disk::read(from, MOST)?, passphrase) else {
        return Ok(false);
    };
    let mut lines = vec![first_line(name, protection)];
    lines.extend(records);
    // A record may say that the file was moved to where it was before.
    lines.push(moved_line(name));
    if let Some(folder) = to.parent() {
        disk::make_folder(folder)?;
    }
    let mut open = OpenJournal {
        path: to.to_owned(),
        file: Arc::new(disk::create(to)?),
        records: 0,
        length: 0,
        allocated: 0,
    };
    let written = open
        .write(&lines, protection)
        .and_then(|()| disk::truncate(&open.file, open.length))
        .and_then(|()| sync_file(&open.file, to));
    if written.is_err() {
        let _ = disk::remove(to);
    }
    written.map(|()| true)
}

/// Returns the text of every record but the head, as far as they are whole.
fn records(bytes: &[u8], passphrase: Option<&Passphrase>) -> Option<Vec<String>> {
    let (text, mut at) = record::read(bytes, 0)?;
    let head: Json = serde_json::from_str(text).ok()?;
    head.get("journal")?;
    let protection = RecordProtection::of(&head, passphrase)?;
    let mut records = Vec::new();
    for nth in 1.. {
        let Some((text, length)) = bytes.get(at..).and_then(|rest| record::read(rest, nth)) else {
            break;
        };
        let Some(text) = protection.reveal(nth, text) else {
            break;
        };
        records.push(text.into_owned());
        at += length;
    }
    Some(records)
}
