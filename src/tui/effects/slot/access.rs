//! Asking for a file to write, and waiting for it where somebody else has it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::thread;

use super::{FileSlot, ShownDocument, WantedFile, WriteAccess, locks};
use crate::app::{FileNews, Message};
use crate::store::EditedFile;
use crate::store::lock::{self, LockDoubt, LockWait, Locking};

impl<D: ShownDocument> FileSlot<D> {
    pub(super) fn locks(&self) -> PathBuf {
        locks(&self.state)
    }

    pub(in crate::tui::effects) fn ask_for(&self, path: &Path) -> WriteAccess {
        let held = self.open.as_ref().and_then(|open| open.lock.as_deref());
        match lock::lock_again(path, &self.locks(), held) {
            Ok(Locking::Ours(lock)) => Ok(Some(lock)),
            Ok(Locking::Held(holder)) => {
                self.wait_for(path);
                Err(format!("Open elsewhere: {holder}"))
            }
            Ok(Locking::Doubtful(holder, LockDoubt::OtherHost)) => {
                Err(format!("Perhaps still open elsewhere: {holder}"))
            }
            Ok(Locking::Doubtful(_, LockDoubt::Unreadable)) => {
                Err("Perhaps open elsewhere, by another user".to_owned())
            }
            // Where no lock can be made, the look at the file before each save has to do.
            Err(_) => Ok(None),
        }
    }

    /// Waits, on a thread of its own, until whoever has the file lets go of it, or until nobody wants it any more.
    pub(super) fn wait_for(&self, path: &Path) {
        let wait = Arc::new(LockWait::default());
        let wanted = WantedFile {
            path: path.to_owned(),
            wait: Arc::clone(&wait),
        };
        self.freed().wanted = Some(wanted);
        let (path, locks) = (path.to_owned(), self.locks());
        let (freed, inbox) = (Arc::clone(&self.freed), self.inbox.clone());
        thread::spawn(move || {
            if let Ok(Some(lock)) = wait.lock(&path, &locks) {
                let mut freed = freed.lock().unwrap_or_else(PoisonError::into_inner);
                // Where something else has been opened since, the lock is let go again.
                if !wait.is_given_up() {
                    freed.lock = Some(lock);
                    let _ = inbox.send(Message::File(D::KIND, FileNews::Freed));
                }
            }
        });
    }

    pub(in crate::tui::effects) fn who_took_over(&self) -> String {
        let locking = self.path().map(|path| lock::lock(path, &self.locks()));
        match locking {
            Some(Ok(Locking::Held(holder) | Locking::Doubtful(holder, LockDoubt::OtherHost))) => {
                format!("Taken over: {holder}")
            }
            _ => "Taken over by another Assay".to_owned(),
        }
    }

    /// Tells once more that the file is free, where it is had and could not be read until now.
    pub(super) fn try_again(&self) {
        let is_had = self.freed().lock.is_some();
        let is_read =
            |path| EditedFile::<D>::open(path, &self.frameworks, self.passphrase.as_ref()).is_ok();
        if is_had && self.path().is_some_and(is_read) {
            let _ = self.inbox.send(Message::File(D::KIND, FileNews::Freed));
        }
    }
}
