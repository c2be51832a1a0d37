//! Writing a journal.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value as Json, json};

use self::ownership::Ownership;
use super::base::{Base, SaveJournal};
use super::boxes;
use super::edits::JournalEdit;
use super::head::first_line;
use super::open::{OpenJournal, create, create_aside};
use super::place::JournalName;
use super::protection::RecordProtection;
use crate::assessment::{BoxEdit, HistoryEntry, Unanswered};
use crate::store::disk;

mod met;
mod moving;
mod ownership;
mod syncing;
#[cfg(test)]
mod tests;

/// The journal of an open draft. Its file is made with the first entry.
#[derive(Debug)]
pub struct Journal {
    name: JournalName,
    places: Vec<PathBuf>,
    protection: RecordProtection,
    at: usize,
    file: Option<OpenJournal>,
    /// The text of the file at the last save, and the number of entries that it had in it.
    base: Base,
    saved: u64,
    /// The entries since then, as they are spelt: what a journal that is begun elsewhere must have.
    since: Vec<String>,
    /// The number of entries when the file was last read or written.
    met: u64,
    /// The entry with which it was begun, and its number.
    origin: Option<(u64, String)>,
    /// The words in boxes that are not answered, which it must have too.
    boxes: Unanswered,
    /// True where the system is to hold its file for this program.
    held: bool,
    ownership: Ownership,
    /// The files that it had before, in places that failed.
    left: Vec<PathBuf>,
    /// The file of which it is known that it came to the disk, the last of them.
    synced: Option<PathBuf>,
}

impl Journal {
    /// Returns a journal that is not begun yet, which may stand in these places, the best first.
    pub fn new(name: JournalName, places: Vec<PathBuf>, base: Base) -> Self {
        Self {
            name,
            places,
            protection: RecordProtection::default(),
            at: 0,
            file: None,
            base,
            saved: 0,
            since: Vec::new(),
            met: 0,
            origin: None,
            boxes: Unanswered::default(),
            held: false,
            ownership: Ownership::default(),
            left: Vec::new(),
            synced: None,
        }
    }

    /// Returns a journal that is not begun yet and is to have these entries beyond its base.
    pub(super) fn begin_with(
        name: JournalName,
        places: Vec<PathBuf>,
        base: Base,
        entries: u64,
        since: Vec<String>,
    ) -> Self {
        let mut journal = Self::new(name, places, base);
        (journal.saved, journal.met) = (entries, entries);
        journal.since = since;
        journal
    }

    /// Goes on with a journal that was read: behind its last good record. `entries` are those that
    /// `base` has in it already, `since` those that it has not.
    ///
    /// # Errors
    /// It cannot be opened or cut off behind its last good record.
    pub(super) fn resume(
        name: JournalName,
        places: Vec<PathBuf>,
        base: Base,
        protection: RecordProtection,
        (path, records, length): (&Path, u64, u64),
        entries: u64,
        since: Vec<String>,
    ) -> io::Result<Self> {
        let file = disk::open(path, true)?;
        disk::truncate(&file, length)?;
        Ok(Self {
            name,
            places,
            protection,
            at: 0,
            file: Some(OpenJournal {
                path: path.to_owned(),
                file: Arc::new(file),
                records,
                length,
                allocated: length,
            }),
            base,
            saved: entries,
            since,
            met: entries,
            origin: None,
            boxes: Unanswered::default(),
            held: false,
            ownership: Ownership::default(),
            left: Vec::new(),
            synced: None,
        })
    }

    /// Returns the journal with words in boxes that it has already, or is to have once it is begun.
    #[must_use]
    pub fn with_boxes(mut self, boxes: Unanswered) -> Self {
        self.boxes = boxes;
        self
    }

    /// Returns the journal as one whose file the system holds for this program, so that others see that it lives.
    #[must_use]
    pub fn held(mut self) -> Self {
        self.held = true;
        self
    }

    /// Returns the journal with its records protected so. To be called before the first entry.
    #[must_use]
    pub fn under(mut self, protection: RecordProtection) -> Self {
        self.protection = protection;
        self
    }

    /// Returns how its records are protected.
    pub fn protection(&self) -> &RecordProtection {
        &self.protection
    }

    /// Returns its file, or `None` before its first entry, or where it could not be written.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|open| open.path.as_path())
    }

    /// Returns true where it stands in the best of its places.
    pub fn is_at_home(&self) -> bool {
        self.at == 0
    }

    /// Returns true where all that was handed in since the last save is written.
    pub(super) fn is_written(&self) -> bool {
        self.file.is_some() || self.is_empty()
    }

    /// Returns true where there is nothing that could be lost.
    fn is_empty(&self) -> bool {
        self.since.is_empty() && self.boxes.is_empty()
    }

    /// Appends entries, made now.
    ///
    /// # Errors
    /// They could be written nowhere. They are kept and written with the next.
    pub fn append<E: JournalEdit>(
        &mut self,
        entries: &[HistoryEntry<E>],
        now: Timestamp,
    ) -> io::Result<()> {
        let time = now.as_millisecond();
        self.append_lines(entries.iter().map(|entry| line(time, entry)).collect())
    }

    /// Appends entries as they are spelt in [`line`].
    pub(super) fn append_lines(&mut self, lines: Vec<String>) -> io::Result<()> {
        self.takes(&lines);
        self.write_lines(&lines)
    }

    /// Notes changes of the words in boxes, made at this time.
    ///
    /// # Errors
    /// They could be written nowhere. They are kept and written with the next.
    pub fn append_boxes(&mut self, edits: &[BoxEdit], time: i64) -> io::Result<()> {
        let record = |edit| boxes::encode(&self.name, time, edit);
        let lines: Vec<String> = edits.iter().map(record).collect();
        for edit in edits {
            self.boxes.apply(edit);
        }
        match self.file.is_none() && self.is_empty() {
            true => Ok(()),
            false => self.write_lines(&lines),
        }
    }

    /// Writes entries that are among those since the last save; where that fails, all of those in the next
    /// place.
    fn write_lines(&mut self, lines: &[String]) -> io::Result<()> {
        loop {
            let done = match &mut self.file {
                Some(open) => open.write(lines, &self.protection),
                None => self.begin(),
            };
            match done {
                // Begun anew it has all that the document's file has not.
                Ok(()) if self.is_astray() => self.file = None,
                Ok(()) => return Ok(()),
                Err(error) => self.leave_place(error)?,
            }
        }
    }

    /// Writes a mark behind the entries since the last save.
    fn write_mark(&mut self, mark: &Json) -> io::Result<()> {
        let mark = [mark.to_string()];
        loop {
            if self.file.is_none() {
                // A file that is begun has the entries, and not yet the mark.
                self.write_lines(&[])?;
            }
            match self
                .file
                .as_mut()
                .map(|open| open.write(&mark, &self.protection))
            {
                Some(Ok(())) => return Ok(()),
                Some(Err(error)) => self.leave_place(error)?,
                None => return Err(io::ErrorKind::NotFound.into()),
            }
        }
    }

    /// Begins a file in the present place: with the base and all entries since.
    fn begin(&mut self) -> io::Result<()> {
        let Some(place) = self.places.get(self.at) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        if let Some(folder) = place.parent() {
            disk::make_folder(folder)?;
        }
        let place = place.clone();
        let (path, file) = match self.is_lost() {
            true => create_aside(&place)?,
            false => create(&place)?,
        };
        if self.held && !disk::try_hold(&file)? {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let mut open = OpenJournal::new(path, file);
        let base = json!({
            "base": self.base.hash,
            "entries": self.saved,
            "text": &*self.base.text,
        });
        let mut lines = vec![first_line(&self.name, &self.protection), base.to_string()];
        lines.extend_from_slice(&self.since);
        let now = Timestamp::now().as_millisecond();
        let words = self.boxes.edits();
        lines.extend(words.map(|edit| boxes::encode(&self.name, now, &edit)));
        if let Err(error) = open.write(&lines, &self.protection) {
            // Left lying about, it would take one of the names that the next attempts need: while a disk is
            // full there is one with every key.
            let _ = disk::remove(&open.path);
            return Err(error);
        }
        self.file = Some(open);
        Ok(())
    }

    fn mark(&mut self, mark: &Json) -> io::Result<()> {
        if self.file.is_none() && self.is_empty() {
            // Nothing was done yet that could be lost.
            return Ok(());
        }
        self.write_mark(mark)
    }

    /// Gives back the space that was set aside and not used, and the hold on the file.
    pub(super) fn release_space(&mut self) {
        if self.held
            && let Some(open) = &self.file
        {
            // Not left to whichever thread closes it last.
            let _ = open.file.unlock();
        }
        if let Some(open) = &mut self.file
            && open.allocated > open.length
            && disk::truncate(&open.file, open.length).is_ok()
        {
            open.allocated = open.length;
        }
    }

    /// Notes that a text is about to be saved, as [`SaveJournal::saving`] does, and does not wait for the disk.
    pub(super) fn note_saving(&mut self, hash: &str, entries: u64) -> io::Result<()> {
        self.mark(&json!({ "saving": hash, "entries": entries }))
    }
}

impl SaveJournal for Journal {
    fn saving(&mut self, hash: &str, entries: u64) {
        // Where it cannot be noted, the save itself is what keeps the words.
        let noted = self.note_saving(hash, entries);
        let _ = noted.and_then(|()| self.sync());
    }

    fn writing_over(&mut self, hash: &str, entries: u64, text: &str) -> bool {
        let mark = json!({ "saving": hash, "entries": entries, "text": text });
        let noted = self.write_mark(&mark);
        noted.and_then(|()| self.sync()).is_ok()
    }

    fn saved(&mut self, text: &Base, entries: u64) {
        self.base.clone_from(text);
        let gone = entries.saturating_sub(self.saved);
        let gone = usize::try_from(gone).unwrap_or(0).min(self.since.len());
        self.since.drain(..gone);
        self.saved += u64::try_from(gone).unwrap_or(0);
        self.met = self.met.max(entries);
        // The mark before the save says which entries it has; this one says that it came to its end.
        let mark = json!({ "saved": self.base.hash, "entries": entries });
        let _ = self.mark(&mark);
        if self.is_empty() {
            self.forget_left();
        }
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.release_space();
    }
}

/// Returns an entry that was made at this time as a journal spells it.
pub(super) fn line<E: JournalEdit>(time: i64, entry: &HistoryEntry<E>) -> String {
    Json::Array(vec![json!(time), E::encode(entry)]).to_string()
}
