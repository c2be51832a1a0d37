//! The lock under which a command writes a draft, and why it is not to be had.

use std::path::Path;

use super::door::DoorError;
use super::file::FileError;
use super::lock::{self, Lock, LockDoubt, Locking};

/// The reason why a command did not write a draft.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// It is not to be written, or cannot be.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// It cannot be brought together or saved, for this reason.
    #[error("{0}")]
    Unusable(String),
}

/// Takes a draft's lock, so that every Assay that has it open is kept from being overwritten, and every other
/// from opening it meanwhile.
///
/// # Errors
/// Another program has it open, or may have; or it cannot be locked.
pub(super) fn lock_draft(draft: &Path, state: &Path) -> Result<Lock, DoorError> {
    let refused = |what: String, hint| Err(DoorError::Refused(FileError::new(draft, what, hint)));
    match lock::lock(draft, &state.join(LOCKS)) {
        Ok(Locking::Ours(lock)) => Ok(lock),
        Ok(Locking::Held(holder)) => {
            let hint = "let it be closed there, then try again";
            refused(format!("{holder} has it open"), hint)
        }
        Ok(Locking::Doubtful(holder, doubt)) => {
            let why = match doubt {
                LockDoubt::OtherHost => "it cannot be seen from here whether that has ended",
                LockDoubt::Unreadable => "the lock may not be read",
            };
            let hint = "open the draft, where you can take it over, then try again";
            refused(format!("{holder} may have it open, and {why}"), hint)
        }
        Err(error) => {
            let what = format!("it cannot be locked: {error}");
            let hint = "look who has it, then try again";
            Err(FileError::new(draft, what, hint).into())
        }
    }
}

/// The folder, in the state folder, for locks of drafts whose own folder takes none.
pub(super) const LOCKS: &str = "locks";
