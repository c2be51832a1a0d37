//! The words in boxes that stand outside the journal of any open file: what a new draft, an inspection or a file is to be
//! called, and what is typed about a file that somebody else writes, whose journal is theirs.
//!
//! Each program has journals of its own for them, one for the library and one for each such file, which the system holds
//! for it as it holds a lock. A journal that is held belongs to a program that lives; what one that has ended left behind
//! is taken over by the next: the library's by whichever starts, a file's by whoever opens that file. A file's are
//! known as its own journal is, by its identity, wherever it was moved; and where the file is sealed, so are they.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::belonging::FileJournals;
use crate::assessment::{Assessment, BoxEdit, Unanswered};
use crate::store::disk;
use crate::store::edited::{EditedFile, FileDocument};
use crate::store::journal::{Base, Journal, JournalName, RecordProtection, Replay, outside};

/// The words of boxes outside the journals of files, and the journal for them, which is begun with the first change.
#[derive(Debug)]
pub struct OutsideWords {
    /// The words.
    pub words: Unanswered,
    name: JournalName,
    state: PathBuf,
    base: Base,
    /// None where nothing may be written: what is sealed is never kept open.
    protection: Option<RecordProtection>,
    /// The journals that the words came from, held so that no other program takes them over.
    ended: Vec<(PathBuf, File)>,
}

impl OutsideWords {
    /// Returns the words of the library that wait.
    pub fn of_library(state: &Path) -> Self {
        let mut words = Self {
            words: Unanswered::default(),
            name: FileJournals::library(),
            state: state.to_owned(),
            base: Base::new(""),
            protection: Some(RecordProtection::Open),
            ended: Vec::new(),
        };
        words.take_over(FileJournals::outside_library(state), |path| {
            let replay = Replay::<Assessment>::read(path, None);
            replay.ok().flatten().map(|replay| replay.boxes)
        });
        words
    }

    /// Returns the words that wait about a file, and that are not in its journal. `protection` is that of its journal,
    /// where it has one.
    pub(super) fn of_file<D: FileDocument>(
        journals: &FileJournals,
        file: &EditedFile<D>,
        id: &str,
        protection: Option<RecordProtection>,
    ) -> Self {
        let passphrase = file.passphrase().map(|it| &**it);
        let mut protection = protection;
        let mut words = Self {
            words: Unanswered::default(),
            name: journals.name.clone(),
            state: journals.state.clone(),
            base: file.base(),
            protection: None,
            ended: Vec::new(),
        };
        words.take_over(journals.outside_candidates(), |path| {
            let replay = Replay::<D>::read(path, passphrase).ok().flatten()?;
            protection.get_or_insert_with(|| replay.protection().clone());
            journals.is_ours(&replay).then_some(replay.boxes)
        });
        words.protection = match (protection, passphrase) {
            (Some(protection), _) => Some(protection),
            (None, Some(passphrase)) => RecordProtection::make(passphrase, id).ok(),
            (None, None) => Some(RecordProtection::Open),
        };
        words
    }

    /// Takes the words of journals that no program holds, the ones that were written first before the others.
    fn take_over(
        &mut self,
        paths: Vec<PathBuf>,
        mut read: impl FnMut(&Path) -> Option<Unanswered>,
    ) {
        let mut paths = paths;
        // Their names begin alike and go on with the time.
        paths.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
        for path in paths {
            let Some(file) = held(&path) else {
                continue;
            };
            if let Some(boxes) = read(&path) {
                for (on, text) in boxes.iter() {
                    self.words.take_in(on, text);
                }
                self.ended.push((path, file));
            }
        }
    }

    /// Brings the words into the file's own journal; what has them then goes. Where that cannot be, they wait where they
    /// are.
    pub(super) fn bring_into(&mut self, journal: &mut Journal, unanswered: &mut Unanswered) {
        let words = std::mem::take(&mut self.words);
        let joined = words
            .iter()
            .filter_map(|(on, text)| unanswered.take_in(on, text));
        let edits: Vec<BoxEdit> = joined.collect();
        let now = Timestamp::now().as_millisecond();
        let written = match edits.is_empty() {
            true => Ok(()),
            false => journal
                .append_boxes(&edits, now)
                .and_then(|()| journal.sync()),
        };
        match written {
            Ok(()) => self.remove_ended(),
            Err(_) => self.ended.clear(),
        }
    }

    fn remove_ended(&mut self) {
        for (path, _) in self.ended.drain(..) {
            let _ = disk::remove(&path);
        }
    }

    /// Takes note of whole words of boxes, whatever it had of them. Returns the changes that this is.
    pub fn change(&mut self, whole: &[BoxEdit]) -> Vec<BoxEdit> {
        let edits = whole.iter();
        edits
            .filter_map(|edit| self.words.set(&edit.on, &edit.splice.inserted))
            .collect()
    }

    /// Begins a journal with the words. What has them now goes.
    ///
    /// # Errors
    /// It can be written nowhere yet; that is tried again with the next change.
    pub fn begin(&mut self) -> (Journal, io::Result<()>) {
        let places = match self.protection {
            Some(_) => outside(&self.state, &self.name),
            None => Vec::new(),
        };
        let mut journal = Journal::new(self.name.clone(), places, self.base.clone())
            .under(self.protection.clone().unwrap_or_default())
            .held()
            .with_boxes(self.words.clone());
        let written = journal.sync();
        if written.is_ok() {
            self.remove_ended();
        }
        (journal, written)
    }
}

/// Opens a journal and holds it; `None` where a program that lives holds it.
pub(in crate::store) fn held(path: &Path) -> Option<File> {
    let file = disk::open(path, true).ok()?;
    disk::try_hold(&file).ok()?.then_some(file)
}
