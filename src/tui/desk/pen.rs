//! The journal of the draft that is open, as the loop reaches it.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::assessment::Entry;
use crate::store::journal::Scribe;

/// The journal of the draft that is open, to be written to before a frame is drawn. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Pen(Arc<Mutex<Option<Scribe>>>);

impl Pen {
    pub(super) fn scribe(&self) -> Option<Scribe> {
        let held = self.0.lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes another journal up; the one before is closed.
    pub(super) fn take_up(&self, scribe: Option<Scribe>) {
        let held = self.0.lock();
        let before = std::mem::replace(&mut *held.unwrap_or_else(PoisonError::into_inner), scribe);
        if let Some(before) = before {
            before.close();
        }
    }

    /// Writes down what was done.
    pub fn note(&self, entries: Vec<Entry>) {
        if let Some(scribe) = self.scribe() {
            scribe.append(entries, Timestamp::now());
        }
    }
}
