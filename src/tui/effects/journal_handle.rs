//! The journals of the files that are open, as the loop reaches them.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::outside_journal::OutsideJournal;
use crate::app::{BoxJournal, FileKind, FileNews, JournalNote, Message};
use crate::assessment::{BoxEdit, JournalStanding};
use crate::store::journal::JournalThread;
use crate::store::recovery::OutsideWords;

/// The journals of an open file.
#[derive(Debug, Default)]
struct FileJournalThreads {
    own: Option<JournalThread>,
    /// For the words that cannot go into its own.
    outside: Option<OutsideJournal>,
}

/// The journals of the draft and of the inspection that are open, and of the library, to be written to before a frame
/// is drawn. Clones are the same.
#[derive(Clone, Debug)]
pub struct JournalHandle {
    draft: Arc<Mutex<FileJournalThreads>>,
    inspection: Arc<Mutex<FileJournalThreads>>,
    library: Arc<Mutex<OutsideJournal>>,
    inbox: Sender<Message>,
}

fn locked<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

impl JournalHandle {
    /// Returns a handle with no file open. The words that wait in boxes of the library are reported.
    pub(super) fn new(state: &Path, inbox: &Sender<Message>) -> Self {
        let found = OutsideWords::of_library(state);
        if !found.words.is_empty() {
            // Nobody listens once the screen has closed.
            let _ = inbox.send(Message::Unanswered(found.words.clone()));
        }
        Self {
            draft: Arc::default(),
            inspection: Arc::default(),
            library: Arc::new(Mutex::new(OutsideJournal::new(found, inbox))),
            inbox: inbox.clone(),
        }
    }

    fn of(&self, kind: FileKind) -> MutexGuard<'_, FileJournalThreads> {
        locked(match kind {
            FileKind::Draft => &self.draft,
            FileKind::Inspection => &self.inspection,
        })
    }

    pub(super) fn thread(&self, kind: FileKind) -> Option<JournalThread> {
        self.of(kind).own.clone()
    }

    /// Takes other journals up; those before are closed.
    pub(super) fn take_up(
        &self,
        kind: FileKind,
        own: Option<JournalThread>,
        outside: Option<OutsideJournal>,
    ) {
        let before = std::mem::replace(&mut *self.of(kind), FileJournalThreads { own, outside });
        if let Some(own) = before.own {
            own.close();
        }
        if let Some(mut outside) = before.outside {
            outside.close();
        }
    }

    /// Lets go of the words of a file that stand outside its journal, for whoever opens it next.
    pub(super) fn release(&self, kind: FileKind) {
        if let Some(outside) = &mut self.of(kind).outside {
            outside.close();
        }
    }

    /// Brings the words in boxes of the library to the disk.
    pub(super) fn close_library(&self) {
        locked(&self.library).close();
    }

    /// Writes down what was done.
    pub fn note(&self, note: &JournalNote) {
        let now = Timestamp::now();
        let (draft, inspection) = (FileKind::Draft, FileKind::Inspection);
        match note {
            JournalNote::Draft(entries) => match self.thread(draft) {
                Some(own) => own.append(entries, now),
                None => self.report_missing(draft),
            },
            JournalNote::Inspection(entries) => match self.thread(inspection) {
                Some(own) => own.append(entries, now),
                None => self.report_missing(inspection),
            },
            JournalNote::Boxes(journal, edits) => self.note_boxes(*journal, edits, now),
        }
    }

    fn note_boxes(&self, journal: BoxJournal, edits: &[BoxEdit], now: Timestamp) {
        match journal {
            BoxJournal::Own(kind) => match self.thread(kind) {
                Some(own) => own.append_boxes(edits, now),
                None => self.report_missing(kind),
            },
            BoxJournal::Outside(kind) => match &mut self.of(kind).outside {
                Some(outside) => outside.note(edits, now),
                None => self.report_missing(kind),
            },
            BoxJournal::Library => locked(&self.library).note(edits, now),
        }
    }

    /// Reports that something of a file was to be noted and there is no journal of it: nothing is kept in silence in memory
    /// alone.
    fn report_missing(&self, kind: FileKind) {
        let standing = JournalStanding::Nowhere("no journal of it is open".to_owned());
        let _ = self
            .inbox
            .send(Message::File(kind, FileNews::Journal(standing)));
    }
}
