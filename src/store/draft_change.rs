//! A change that a command makes to a draft: read under its lock, and saved.

use std::path::Path;
use std::sync::Arc;

use super::claim::{claim, refuse_waiting_in};
use super::draft_lock::ClaimError;
use super::edited::DraftFile;
use super::file::read_bytes;
use super::frameworks::Frameworks;
use super::journal::NoSaveJournal;
use super::seal::{Passphrase, is_sealed};
use crate::assessment::Assessment;

/// Changes a draft under its lock, as it then stands. Nothing is written where the change is refused.
///
/// # Errors
/// Another program has it open, or edits of it wait, or it cannot be read, changed or saved.
pub fn change_draft(
    draft: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
    state: &Path,
    change: &dyn Fn(&mut Assessment) -> Result<(), String>,
) -> Result<(), ClaimError> {
    let unusable = |why: String| ClaimError::Unusable(format!("{}: {why}", draft.display()));
    let _lock = claim(draft, state)?;
    if let Some(sealed) = read_bytes(draft).ok().filter(|bytes| is_sealed(bytes)) {
        refuse_waiting_in(draft, &sealed, passphrase.map(Arc::as_ref), state)?;
    }
    let (mut file, read) = DraftFile::open(draft, frameworks, passphrase)
        .map_err(|error| unusable(error.to_string()))?;
    if let Some(why) = read.read_only {
        return Err(unusable(why));
    }
    let mut assessment = read.document;
    change(&mut assessment).map_err(unusable)?;
    let saved = file.save(&assessment, 0, &mut NoSaveJournal);
    saved.map_err(|error| unusable(error.to_string()))?;
    Ok(())
}
