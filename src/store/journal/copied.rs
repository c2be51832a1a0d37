//! The records of a journal in another file, as those of another draft.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::head::{first_line, moved_line};
use super::open::{OpenJournal, sync_file};
use super::place::JournalName;
use super::protection::RecordProtection;
use super::record::{self, MOST};
use crate::store::disk;

/// Writes a journal that is written with the same protection anew, as one of another file, to go on in; the old one stays.
///
/// # Errors
/// It is no journal any more, or cannot be read or written; nothing new is there then.
pub(super) fn rewritten(
    from: &Path,
    name: &JournalName,
    protection: &RecordProtection,
    to: PathBuf,
) -> io::Result<OpenJournal> {
    let bytes = disk::read(from, MOST)?;
    let (text, _) = record::read(&bytes, 0).ok_or(io::ErrorKind::InvalidData)?;
    let is_journal = serde_json::from_str::<Json>(text).is_ok_and(|it| it.get("journal").is_some());
    if !is_journal {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let file = disk::create(&to)?;
    write(to, file, name, protection, records(&bytes, protection))
}

/// Writes the records into a new file, to the disk. Where that fails, no such file is left.
pub(super) fn write(
    path: PathBuf,
    file: File,
    name: &JournalName,
    protection: &RecordProtection,
    records: Vec<String>,
) -> io::Result<OpenJournal> {
    let mut lines = vec![first_line(name, protection)];
    lines.extend(records);
    // A record may say that the file was moved to where it was before.
    lines.push(moved_line(name));
    let mut open = OpenJournal::new(path, file);
    let written = open
        .write(&lines, protection)
        .and_then(|()| disk::truncate(&open.file, open.length))
        .and_then(|()| sync_file(&open.file, &open.path));
    // The space that was set aside behind the last record was given back.
    open.allocated = open.length;
    if written.is_err() {
        let _ = disk::remove(&open.path);
    }
    written.map(|()| open)
}

pub(super) fn records(bytes: &[u8], protection: &RecordProtection) -> Vec<String> {
    let mut records = Vec::new();
    let mut at = record::read(bytes, 0).map_or(bytes.len(), |(_, length)| length);
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
    records
}
