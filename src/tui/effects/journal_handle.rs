//! The journal of the draft that is open, as the loop reaches it.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::assessment::HistoryEntry;
use crate::store::journal::JournalThread;

/// The journal of the draft that is open, to be written to before a frame is drawn. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct JournalHandle(Arc<Mutex<Option<JournalThread>>>);

impl JournalHandle {
    pub(super) fn journal_thread(&self) -> Option<JournalThread> {
        let held = self.0.lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes another journal up; the one before is closed.
    pub(super) fn take_up(&self, journal_thread: Option<JournalThread>) {
        let held = self.0.lock();
        let before = std::mem::replace(
            &mut *held.unwrap_or_else(PoisonError::into_inner),
            journal_thread,
        );
        if let Some(before) = before {
            before.close();
        }
    }

    /// Writes down what was done.
    pub fn note(&self, entries: Vec<HistoryEntry>) {
        if let Some(journal_thread) = self.journal_thread() {
            journal_thread.append(entries, Timestamp::now());
        }
    }
}
