//! Waiting for a draft that another program has open, which can be given up.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::{Holder, Lock, LockOpening, SettledLock, of_file, open, open_apart, settle};
use crate::store::disk;

/// A wait for a draft's lock.
#[derive(Debug, Default)]
pub struct LockWait {
    /// True once it was given up. Whoever looks for a lock holds this: once it is given up, no lock is made for it that
    /// could keep this same program out, which may be opening the draft again.
    given_up: Mutex<bool>,
}

impl LockWait {
    /// Asks for a draft, and waits for as long as another program has it open: without asking again and again,
    /// and without an end. It belongs on a thread of its own. The answer is `None` where the wait was given up.
    ///
    /// # Errors
    /// No lock can be made; or there is one that nothing holds and of which nobody knows whether it is left over
    /// ([`super::Locking::Doubtful`]), so that there is nothing to wait for.
    pub fn lock(&self, draft: &Path, fallback: &Path) -> io::Result<Option<Lock>> {
        let Some(mut lock) = self.lock_one(draft, &|| open(draft, fallback))? else {
            return Ok(None);
        };
        // Held while the other is waited for, it would take the file from whoever has it by its other lock.
        let by_file =
            of_file(draft, fallback).map(|path| self.lock_one(draft, &|| open_apart(&path)));
        if let Some(Ok(Some(by_file))) = by_file {
            lock.by_file = OnceLock::from(Arc::new(by_file));
        }
        Ok(Some(lock).filter(|_| !self.is_given_up()))
    }

    /// Gives the wait up: it has no lock from now on, and ends without one as soon as whoever it waits for lets go.
    pub fn give_up(&self) {
        *self.given_up() = true;
    }

    /// Returns true where it was given up.
    pub fn is_given_up(&self) -> bool {
        *self.given_up()
    }

    fn given_up(&self) -> MutexGuard<'_, bool> {
        self.given_up.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_one(
        &self,
        draft: &Path,
        opens: &dyn Fn() -> io::Result<LockOpening>,
    ) -> io::Result<Option<Lock>> {
        loop {
            let given_up = self.given_up();
            if *given_up {
                return Ok(None);
            }
            let (path, file) = match opens()? {
                LockOpening::Lock(path, file) => (path, file),
                LockOpening::Closed(holder) => return doubtful(&holder),
            };
            let settled = if disk::try_hold(&file)? {
                settle(draft, path, file)?
            } else {
                drop(given_up);
                self.wait_for(draft, path, file)?
            };
            match settled {
                SettledLock::Ours(lock) => return Ok(Some(lock)),
                SettledLock::OtherHost(holder) => return doubtful(&holder),
                // The file that was waited for has been taken away or replaced: the next one is waited for.
                SettledLock::Gone => {}
            }
        }
    }

    fn wait_for(&self, draft: &Path, path: PathBuf, file: File) -> io::Result<SettledLock> {
        disk::hold(&file)?;
        let given_up = self.given_up();
        if *given_up {
            return Ok(SettledLock::Gone);
        }
        settle(draft, path, file)
    }
}

fn doubtful<T>(holder: &Holder) -> io::Result<T> {
    let why = format!("{holder} may have it open, and cannot be waited for");
    Err(io::Error::new(io::ErrorKind::Unsupported, why))
}
