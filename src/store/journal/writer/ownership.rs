//! Whose a journal is to write, which is known without asking again and again: who takes a document over sets the file
//! of its journal aside, and a look at the file costs next to nothing. Only where it is not there, or not yet, the lock
//! is looked at, which may lie on a disk far away.

use std::sync::{Arc, Weak};

use super::Journal;
use crate::store::disk;
use crate::store::lock::Lock;

/// Whose a journal is to write.
#[derive(Debug, Default)]
pub(super) enum Ownership {
    /// Nobody else asks for the document.
    #[default]
    Sole,
    /// This program's for as long as the lock of the document is.
    Under(Weak<Lock>),
    /// Somebody else's, who has taken the document over: what is still written stands aside.
    Lost,
}

impl Journal {
    /// Lets the journal be this program's for as long as the lock of its document is; without a lock, for good.
    pub fn own_under(&mut self, lock: Option<&Arc<Lock>>) {
        self.ownership = lock.map_or(Ownership::Sole, |lock| {
            Ownership::Under(Arc::downgrade(lock))
        });
    }

    /// Returns true where somebody else has taken its document over, as far as that was seen.
    pub(in crate::store::journal) fn is_aside(&self) -> bool {
        matches!(self.ownership, Ownership::Lost)
    }

    /// Looks at its file, and returns true where somebody else has taken its document over.
    pub(in crate::store::journal) fn was_set_aside(&mut self) -> bool {
        self.is_astray();
        self.is_aside()
    }

    /// Returns true where somebody else has taken its document over.
    pub(super) fn is_lost(&mut self) -> bool {
        self.is_lost_as(false)
    }

    /// The same, where its file is astray or not. Whoever takes a document over sets the file aside first, and takes the
    /// lock away when the document is closed.
    fn is_lost_as(&mut self, astray: bool) -> bool {
        let lost = match &self.ownership {
            Ownership::Sole => false,
            Ownership::Under(lock) => lock
                .upgrade()
                .is_none_or(|lock| !lock.is_ours() || astray && lock.is_gone()),
            Ownership::Lost => true,
        };
        if lost {
            self.ownership = Ownership::Lost;
        }
        lost
    }

    /// Returns true where its file has no name any more, though nobody has taken the document over: it was deleted or
    /// moved. Whoever does take it over sets the file aside, and that is seen here too.
    pub(super) fn is_astray(&mut self) -> bool {
        let Some(open) = &self.file else {
            return false;
        };
        match disk::is_still_at(&open.file, &open.path) {
            Ok(true) => false,
            Ok(false) => {
                self.is_lost_as(true);
                false
            }
            Err(error) => disk::is_absent(&error) && !self.is_lost_as(true),
        }
    }
}
