//! The words in boxes that are about no open file: what a new draft, an inspection or a file is to be called.
//!
//! Each program has a journal of its own for them, which the system holds for it as it holds a lock. What a program
//! that has ended left behind is taken over by the next; a journal that is held belongs to a program that lives.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::assessment::{Assessment, BoxEdit, Unanswered};
use crate::store::disk;
use crate::store::journal::{Base, Journal, JournalName, Replay, temporary};

/// The name of what these journals belong to.
const LIBRARY: &str = "library";

/// The words that programs which have ended left in boxes.
#[derive(Debug)]
pub struct LibraryWords {
    /// The words.
    pub words: Unanswered,
    state: PathBuf,
    /// Their journals, held so that no other program takes them over.
    ended: Vec<(PathBuf, File)>,
}

impl LibraryWords {
    /// Returns the words that wait.
    pub fn find(state: &Path) -> Self {
        let mut found: Vec<_> = journals(state).filter_map(|path| ended(&path)).collect();
        found.sort_by_key(|(replay, _)| replay.boxes_at);
        let mut words = Unanswered::default();
        for (on, text) in found.iter().flat_map(|(replay, _)| replay.boxes.iter()) {
            words.join(on, text);
        }
        Self {
            words,
            state: state.to_owned(),
            ended: found
                .into_iter()
                .map(|(replay, file)| (replay.path, file))
                .collect(),
        }
    }

    /// Begins a journal with all these words and the changes to them. What has the words now goes.
    ///
    /// # Errors
    /// It can be written nowhere yet; that is tried again with the next change.
    pub fn begin(self, edits: &[BoxEdit], now: Timestamp) -> (Journal, io::Result<()>) {
        let name = JournalName {
            id: LIBRARY.to_owned(),
            draft: PathBuf::from(LIBRARY),
        };
        let file = format!("{}-{}.journal", now.as_millisecond(), std::process::id());
        let places = folders(&self.state).map(|folder| folder.join(&file));
        let mut journal = Journal::new(name, places.to_vec(), Base::new(""))
            .held()
            .with_boxes(self.words);
        let written = journal.append_boxes(edits, now.as_millisecond());
        let written = written.and_then(|()| journal.sync());
        if written.is_ok() {
            for (path, _) in &self.ended {
                let _ = disk::remove(path);
            }
        }
        (journal, written)
    }
}

fn folders(state: &Path) -> [PathBuf; 2] {
    [
        state.join("journals").join(LIBRARY),
        temporary().join(LIBRARY),
    ]
}

/// Returns every journal of a library.
pub(super) fn journals(state: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = |folder: PathBuf| std::fs::read_dir(folder).ok().into_iter().flatten();
    let paths = folders(state).into_iter().flat_map(entries);
    let paths = paths.flatten().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "journal"))
}

/// Returns the journal of a program that has ended, held.
fn ended(path: &Path) -> Option<(Replay<Assessment>, File)> {
    let file = disk::open(path, true).ok()?;
    if !disk::try_hold(&file).ok()? {
        return None;
    }
    Some((Replay::read(path, None).ok()??, file))
}
