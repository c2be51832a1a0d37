//! The journals of the files that are open, as the loop reaches them.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::library_journal::LibraryJournal;
use crate::app::{FileKind, JournalNote, Message};
use crate::store::journal::JournalThread;

/// The journals of the draft and of the inspection that are open, and of the library, to be written to before a frame
/// is drawn. Clones are the same.
#[derive(Clone, Debug)]
pub struct JournalHandle {
    draft: Arc<Mutex<Option<JournalThread>>>,
    inspection: Arc<Mutex<Option<JournalThread>>>,
    library: Arc<Mutex<LibraryJournal>>,
}

impl JournalHandle {
    /// Returns a handle with no file open. The words that wait in boxes of the library are reported.
    pub(super) fn new(state: &Path, inbox: &Sender<Message>) -> Self {
        let library = LibraryJournal::new(state, inbox);
        Self {
            draft: Arc::default(),
            inspection: Arc::default(),
            library: Arc::new(Mutex::new(library)),
        }
    }

    fn of(&self, kind: FileKind) -> &Mutex<Option<JournalThread>> {
        match kind {
            FileKind::Draft => &self.draft,
            FileKind::Inspection => &self.inspection,
        }
    }

    pub(super) fn thread(&self, kind: FileKind) -> Option<JournalThread> {
        let held = self.of(kind).lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes another journal up; the one before is closed.
    pub(super) fn take_up(&self, kind: FileKind, thread: Option<JournalThread>) {
        let held = self.of(kind).lock();
        let mut held = held.unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *held, thread);
        drop(held);
        if let Some(before) = before {
            before.close();
        }
    }

    /// Brings the words in boxes of the library to the disk.
    pub(super) fn close_library(&self) {
        let held = self.library.lock();
        held.unwrap_or_else(PoisonError::into_inner).close();
    }

    /// Writes down what was done.
    pub fn note(&self, note: &JournalNote) {
        let now = Timestamp::now();
        let (draft, inspection) = (FileKind::Draft, FileKind::Inspection);
        match note {
            JournalNote::Draft(entries) => {
                self.thread(draft).inspect(|it| it.append(entries, now));
            }
            JournalNote::Inspection(entries) => {
                self.thread(inspection)
                    .inspect(|it| it.append(entries, now));
            }
            JournalNote::Boxes(Some(kind), edits) => {
                self.thread(*kind).inspect(|it| it.append_boxes(edits, now));
            }
            JournalNote::Boxes(None, edits) => {
                let held = self.library.lock();
                let mut library = held.unwrap_or_else(PoisonError::into_inner);
                library.note(edits, now);
            }
        }
    }
}
