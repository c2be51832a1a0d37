//! The one door through which a command comes to write a draft, or to give it another name: it takes the lock, and
//! refuses while words wait that the file does not have.

use std::path::Path;

use super::door::DoorError;
use super::draft_lock::lock_draft;
use super::file::{FileError, read_bytes};
use super::lock::Lock;
use super::recovery;
use super::seal::{Passphrase, is_sealed, unseal};

/// Takes a draft's lock, and looks whether edits of it wait in a journal. One that is sealed is looked into by
/// [`refuse_waiting`] once it is open.
///
/// # Errors
/// Another program has it open, or may have; or it cannot be locked; or edits of it wait.
pub(super) fn claim(draft: &Path, state: &Path) -> Result<Lock, DoorError> {
    let lock = lock_draft(draft, state)?;
    let bytes = read_bytes(draft).ok().filter(|bytes| !is_sealed(bytes));
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    refuse_waiting(draft, text.as_deref().unwrap_or_default(), None, state)?;
    Ok(lock)
}

/// Refuses a draft of which edits wait. `text` is what stands in it, out of its seal where it has one, which the
/// passphrase opens.
///
/// # Errors
/// Edits of it wait.
pub(super) fn refuse_waiting(
    draft: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
    state: &Path,
) -> Result<(), DoorError> {
    match recovery::waiting(state, draft, text, passphrase) {
        None => Ok(()),
        Some(edits) => {
            let what = match edits.asks {
                true => "edits wait that may be its own, made to a draft that is gone",
                false => "edits of it wait in its journal, and are not in the file",
            };
            let hint = "open it, which brings them back, or bring them back with `assay recover`; then try again";
            Err(DoorError::Refused(FileError::new(draft, what, hint)))
        }
    }
}

/// Refuses a sealed draft, of these bytes, of which edits wait.
///
/// # Errors
/// Edits of it wait; or the passphrase is not given, or does not open it.
pub(super) fn refuse_waiting_in(
    draft: &Path,
    sealed: &[u8],
    opened_by: Option<&Passphrase>,
    state: &Path,
) -> Result<(), DoorError> {
    let refused = |what: String| {
        let hint = "give the passphrase that opens the draft";
        DoorError::from(FileError::new(draft, what, hint))
    };
    let passphrase = opened_by.ok_or_else(|| {
        refused("whether edits of it wait can be seen with its passphrase only".to_owned())
    })?;
    let plain = unseal(sealed, passphrase).map_err(|why| refused(why.to_string()))?;
    let text = String::from_utf8_lossy(&plain);
    refuse_waiting(draft, &text, Some(passphrase), state)
}
