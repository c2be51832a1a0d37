//! The journals of the files that are open, as the loop reaches them.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::app::{FileKind, JournalNote};
use crate::store::journal::JournalThread;

/// The journals of the draft and of the inspection that are open, to be written to before a frame is drawn. Clones are
/// the same.
#[derive(Clone, Debug, Default)]
pub struct JournalHandle {
    draft: Arc<Mutex<Option<JournalThread>>>,
    inspection: Arc<Mutex<Option<JournalThread>>>,
}

impl JournalHandle {
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
        }
    }
}
