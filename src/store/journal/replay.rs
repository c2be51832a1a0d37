//! Reading a journal, as far as it is whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;

use super::base::Base;
use super::boxes;
use super::edits::JournalEdit;
use super::head::{JournalHead, moved_line};
use super::open::OpenJournal;
use super::place::JournalName;
use super::protection::RecordProtection;
use super::record::{self, MOST};
use super::writer::{Journal, line};
use crate::assessment::{
    Assessment, BoxEdit, Editable, History, HistoryEntry, PlacedWords, Unanswered, is_unplaced,
};
use crate::store::disk;
use crate::store::seal::Passphrase;

/// A journal as it was read.
#[derive(Clone, Debug)]
pub struct Replay<D: Editable = Assessment> {
    /// Its file.
    pub path: PathBuf,
    /// The draft that it belongs to.
    pub name: JournalName,
    /// The text of the draft's file when the journal was begun.
    pub base: Base,
    /// The number of entries that the base had in it already; they are not here any more.
    pub before: u64,
    /// The entries since, with the time of each in milliseconds since 1970.
    pub entries: Vec<(i64, HistoryEntry<D::Edit>)>,
    /// The saves.
    pub marks: Vec<SaveMark>,
    /// The words in boxes that were not answered.
    pub boxes: Unanswered,
    /// The time at which they were typed in last, in milliseconds since 1970.
    pub boxes_at: Option<i64>,
    /// The words that waited for a place and were forgotten at once with an entry, with the number of entries then: it put
    /// them in.
    placed: Vec<(usize, PlacedWords)>,
    /// The number of its bytes that are whole.
    pub length: u64,
    /// True where something follows that is not.
    pub torn: bool,
    /// The entry with which it was begun, where that is in its base.
    pub(super) origin: Option<(u64, String)>,
    protection: RecordProtection,
    records: u64,
}

/// The most milliseconds between an entry and what was written with it.
const AT_ONCE: i64 = 50;

/// A save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveMark {
    /// The hash of the text that was saved.
    pub hash: String,
    /// The number of entries that it has in it, from the journal's beginning.
    pub entries: u64,
    /// True where the save came to its end; else it may have.
    pub done: bool,
    /// The whole text, where it was written over the old one in place: the file may be half the one and half
    /// the other.
    pub over: Option<Arc<str>>,
}

/// An entry does not fit what it should be made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the journal does not fit the draft from entry {0}")]
pub struct ReplayError(pub usize);

impl<D: Editable<Edit: JournalEdit>> Replay<D> {
    /// Reads a journal; `None` where the file is there and is none, or is locked and the passphrase does not open it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn read(path: &Path, passphrase: Option<&Passphrase>) -> io::Result<Option<Self>> {
        if !disk::metadata(path)?.is_file() {
            return Ok(None);
        }
        Ok(Self::of(path, &disk::read(path, MOST)?, passphrase))
    }

    /// Returns a journal from its bytes.
    pub fn of(path: &Path, bytes: &[u8], passphrase: Option<&Passphrase>) -> Option<Self> {
        Self::under(path, bytes, |head| RecordProtection::of(head, passphrase))
    }

    /// Reads another journal that is protected as this one is; `None` where it is not, or is no journal. No passphrase is
    /// tried, which would take a second.
    pub fn read_alike(&self, path: &Path) -> Option<Self> {
        let is_file = disk::metadata(path).is_ok_and(|there| there.is_file());
        let bytes = is_file.then(|| disk::read(path, MOST).ok())??;
        Self::under(path, &bytes, |head| self.protection.if_named_in(head))
    }

    fn under(
        path: &Path,
        bytes: &[u8],
        protection: impl Fn(&Json) -> Option<RecordProtection>,
    ) -> Option<Self> {
        let (text, mut at) = record::read(bytes, 0)?;
        let head: Json = serde_json::from_str(text).ok()?;
        let protection = protection(&head)?;
        let mut nth = 1;
        let mut next = || {
            let (text, length) = record::read(bytes.get(at..)?, nth)?;
            let json: Json = serde_json::from_str(&protection.reveal(nth, text)?).ok()?;
            at += length;
            nth += 1;
            Some((json, at, nth))
        };
        let name = JournalHead::of(&head)?.name;
        let (base, length, records) = next()?;
        let mut replay = Self {
            path: path.to_owned(),
            name,
            base: Base {
                hash: base.get("base")?.as_str()?.to_owned(),
                text: Arc::from(base.get("text")?.as_str()?),
            },
            before: base.get("entries")?.as_u64()?,
            entries: Vec::new(),
            marks: Vec::new(),
            boxes: Unanswered::default(),
            boxes_at: None,
            placed: Vec::new(),
            length: u64::try_from(length).ok()?,
            torn: false,
            origin: None,
            protection: protection.clone(),
            records,
        };
        while let Some((json, length, records)) = next() {
            // A record that is whole and says nothing known was written by a newer Assay: the end of what
            // can be made again here.
            if replay.add_record(&json).is_none() {
                break;
            }
            replay.length = u64::try_from(length).ok()?;
            replay.records = records;
        }
        let rest = bytes.get(usize::try_from(replay.length).ok()?..)?;
        replay.torn = rest.iter().any(|byte| *byte != 0);
        Some(replay)
    }

    fn add_record(&mut self, json: &Json) -> Option<()> {
        if let [time, entry] = json.as_array().map_or(&[] as &[Json], Vec::as_slice) {
            self.entries.push((time.as_i64()?, D::Edit::decode(entry)?));
            return Some(());
        }
        if let Some((time, edit)) = boxes::decode(json) {
            let BoxEdit { on, splice } = &edit;
            let last = self.entries.last().map(|(time, _)| *time);
            let at_once = last.is_some_and(|last| (0..=AT_ONCE).contains(&(time - last)));
            // One that does not fit was made on words that are not here: what is here is kept.
            let applied = self.boxes.apply(&edit);
            if applied && at_once && is_unplaced(on) && self.boxes.get(on).is_none() {
                let (on, words) = (on.clone(), splice.removed.clone());
                let placed = PlacedWords { on, words };
                self.placed.push((self.entries.len(), placed));
            }
            self.boxes_at = Some(time);
            return Some(());
        }
        if let Some(draft) = json.get("draft").and_then(Json::as_str) {
            self.name.draft = PathBuf::from(draft);
            return Some(());
        }
        let done = json.get("saved");
        let hash = done.or_else(|| json.get("saving"))?.as_str()?;
        self.marks.push(SaveMark {
            hash: hash.to_owned(),
            entries: json.get("entries")?.as_u64()?,
            done: done.is_some(),
            over: json.get("text").and_then(Json::as_str).map(Arc::from),
        });
        Some(())
    }

    /// Returns how its records are protected.
    pub fn protection(&self) -> &RecordProtection {
        &self.protection
    }

    /// Returns how many of [`Replay::entries`] a text of this hash has in it, or `None` where the journal never saw
    /// such a text.
    pub fn entries_in(&self, hash: &str) -> Option<usize> {
        let mark = self.marks.iter().rev().find(|mark| mark.hash == hash);
        match mark {
            Some(mark) => Some(self.place(mark.entries)),
            None => (self.base.hash == hash).then_some(0),
        }
    }

    /// Returns true where a text of this hash is what the file had last, as far as the journal knows: no save came to its end
    /// after it.
    pub fn knows_as_last(&self, hash: &str) -> bool {
        self.entries_in(hash)
            .is_some_and(|entries| entries >= self.last_saved())
    }

    /// Returns the hashes of the texts that the file had, as far as the journal saw them.
    pub fn hashes(&self) -> impl Iterator<Item = String> {
        let saves = self.marks.iter().map(|mark| &mark.hash);
        std::iter::once(&self.base.hash).chain(saves).cloned()
    }

    /// Returns how many of the entries the last save that came to its end has in it.
    pub fn last_saved(&self) -> usize {
        let mark = self.marks.iter().rev().find(|mark| mark.done);
        mark.map_or(0, |mark| self.place(mark.entries))
    }

    /// Returns the number of entries that the journal has from its beginning, those in its base among them.
    pub fn all(&self) -> u64 {
        self.before + u64::try_from(self.entries.len()).unwrap_or(0)
    }

    fn place(&self, entries: u64) -> usize {
        let place = usize::try_from(entries.saturating_sub(self.before)).unwrap_or(usize::MAX);
        place.min(self.entries.len())
    }

    /// Makes the entries from `done` on, in a document that has the others in it already, and gives the
    /// history of all of them.
    ///
    /// # Errors
    /// An entry does not fit: the document is then as it was before that entry.
    pub fn apply_to(&self, done: usize, document: &mut D) -> Result<History<D>, ReplayError> {
        let mut history = History::default();
        for (nth, (_, entry)) in self.entries.iter().enumerate() {
            // Whether it joined was settled when it was made: a step taken back and made again before it may have
            // been opened anew, which is no entry.
            if let HistoryEntry::Edit { joined: true, .. } = entry {
                history.reopen();
            }
            let made = match (entry, nth < done) {
                (HistoryEntry::Edit { edit, joined }, true) => {
                    history.remember(edit.clone(), *joined);
                    true
                }
                (HistoryEntry::Undo, true) => history.remember_undo(),
                (HistoryEntry::OfAnother, _) => {
                    // Where the step itself is in the base already, there is nothing to be told of.
                    history.remember_of_another();
                    true
                }
                (HistoryEntry::Redo, true) => history.remember_redo(),
                (HistoryEntry::Edit { edit, joined }, false) => {
                    history.make(edit.clone(), *joined, document).is_ok()
                }
                (HistoryEntry::Undo, false) => history.undo(document).is_some(),
                (HistoryEntry::Redo, false) => history.redo(document).is_some(),
            };
            if !made {
                return Err(ReplayError(nth));
            }
            let with = self.placed.iter().filter(|(at, _)| *at == nth + 1);
            with.for_each(|(_, words)| history.placed(words.clone()));
        }
        history.close();
        history.take_log();
        Ok(history)
    }

    /// Takes the journal along with a draft that was moved.
    ///
    /// # Errors
    /// It cannot be moved or written; it is then where it was.
    pub fn moved(&mut self, name: &JournalName, place: &Path) -> io::Result<()> {
        let file = disk::open(&self.path, true)?;
        disk::truncate(&file, self.length)?;
        let mut line = Vec::new();
        let record_text = moved_line(name);
        record::write(
            &mut line,
            self.records,
            &self.protection.protect(self.records, &record_text)?,
        );
        disk::write(&file, &line)?;
        self.records += 1;
        self.length += u64::try_from(line.len()).unwrap_or(0);
        disk::make_folder(place.parent().unwrap_or(Path::new("")))?;
        disk::rename(&self.path, place)?;
        self.path = place.to_owned();
        self.name = name.clone();
        Ok(())
    }

    /// Returns it as it stands in another file.
    pub(super) fn at(&self, name: &JournalName, open: OpenJournal) -> Self {
        Self {
            path: open.path,
            name: name.clone(),
            length: open.length,
            records: open.records,
            torn: false,
            ..self.clone()
        }
    }

    /// Returns what a journal that is written has beyond the last save of its file, as it would be read again.
    pub(super) fn of_lines(
        name: &JournalName,
        base: Base,
        before: u64,
        lines: &[String],
        protection: &RecordProtection,
    ) -> Self {
        let mut replay = Self {
            path: PathBuf::new(),
            name: name.clone(),
            base,
            before,
            entries: Vec::new(),
            marks: Vec::new(),
            boxes: Unanswered::default(),
            boxes_at: None,
            placed: Vec::new(),
            length: 0,
            torn: false,
            origin: None,
            protection: protection.clone(),
            records: 0,
        };
        let json = lines
            .iter()
            .map_while(|line| serde_json::from_str(line).ok());
        for json in json {
            if replay.add_record(&json).is_none() {
                break;
            }
        }
        replay
    }

    fn lines_from(&self, done: usize) -> Vec<String> {
        let since = self.entries.get(done..).unwrap_or_default().iter();
        since.map(|(time, entry)| line(*time, entry)).collect()
    }

    /// Returns a journal of its own that begins with what this one has beyond the first `done` of its entries, which
    /// `base` has in it.
    pub fn begin_anew(
        &self,
        name: JournalName,
        places: Vec<PathBuf>,
        base: Base,
        done: usize,
    ) -> Journal {
        let since = self.lines_from(done);
        let done = self.before + u64::try_from(done).unwrap_or(0);
        Journal::begin_with(name, places, base, done, since)
            .under(self.protection.clone())
            .with_boxes(self.boxes.clone())
    }

    /// Goes on writing behind the last good record, where `base` is the file's text now and has the first
    /// `done` of the entries in it.
    ///
    /// # Errors
    /// The journal cannot be opened.
    pub fn resume(
        &self,
        name: JournalName,
        places: Vec<PathBuf>,
        base: Base,
        done: usize,
    ) -> io::Result<Journal> {
        let since = self.lines_from(done);
        let done = self.before + u64::try_from(done).unwrap_or(0);
        let at = (self.path.as_path(), self.records, self.length);
        let journal =
            Journal::resume(name, places, base, self.protection.clone(), at, done, since)?;
        let begun = self.lines_from(0).into_iter().next();
        let origin = begun.map(|line| (self.before, line));
        Ok(journal.begun_with(origin).with_boxes(self.boxes.clone()))
    }
}

#[cfg(test)]
mod tests;
