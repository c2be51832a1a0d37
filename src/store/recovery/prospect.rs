//! What opening a file would bring back, found without changing anything.

use std::path::Path;
use std::sync::Arc;

use super::belonging::FileJournals;
use super::handed_over::{replayed, shared};
use crate::store::edited::{EditedFile, FileDocument, OpenError};
use crate::store::frameworks::Frameworks;
use crate::store::journal::Replay;
use crate::store::seal::Passphrase;

/// The outcome that opening a file would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prospect {
    /// The file has all.
    Nothing,
    /// Edits come back.
    Edits,
    /// It is asked whether edits that were made elsewhere are this file's.
    Asks,
}

/// Returns what opening a file would bring back.
///
/// # Errors
/// The file cannot be read, or what is in it is refused.
pub(super) fn prospect<D: FileDocument>(
    state: &Path,
    path: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
) -> Result<Prospect, OpenError> {
    let (file, read) = match EditedFile::<D>::open(path, frameworks, passphrase) {
        // A save that never came to its end may be made again.
        Err(OpenError::Refused(_)) => return Ok(Prospect::Edits),
        opened => opened?,
    };
    let content = read.document;
    let sealed = file.passphrase().is_some();
    let journals = FileJournals::of(state, path, content.id(), sealed);
    let opened_by = passphrase.map(|passphrase| &**passphrase);
    let hash = file.base().hash;
    let mut own = journals.own::<D>(opened_by);
    Ok(match own.pop() {
        Some(last) => of_own(&journals, &last, &hash, &content, frameworks),
        None => of_moved(&journals.elsewhere::<D>(opened_by), &hash),
    })
}

fn of_own<D: FileDocument>(
    journals: &FileJournals,
    replay: &Replay<D>,
    hash: &str,
    content: &D,
    frameworks: &Frameworks,
) -> Prospect {
    let edits = |any: bool| {
        if any {
            Prospect::Edits
        } else {
            Prospect::Nothing
        }
    };
    if let Some(done) = replay.entries_in(hash) {
        return edits(replay.entries.len() > done);
    }
    let shared = shared(journals, replay, hash).unwrap_or(0);
    let shared = usize::try_from(shared.saturating_sub(replay.before)).unwrap_or(0);
    let common = replay.last_saved().max(shared);
    let Some(Some((mut common, mut ours, _))) = replayed(replay, common, frameworks) else {
        return Prospect::Nothing;
    };
    for document in [&mut common, &mut ours] {
        document.set_id(content.id().to_owned());
    }
    edits(D::merge(&common, &ours, content).0 != *content)
}

fn of_moved<D: FileDocument>(elsewhere: &[Replay<D>], hash: &str) -> Prospect {
    let own = elsewhere
        .iter()
        .find(|it| it.knows_as_last(hash))
        .map(|it| {
            it.entries_in(hash)
                .is_some_and(|done| it.entries.len() > done)
        });
    let waits = |it: &Replay<D>| {
        let known = it.entries_in(hash);
        it.entries.len() > known.unwrap_or_else(|| it.last_saved())
    };
    match own {
        Some(true) => Prospect::Edits,
        Some(false) | None if elsewhere.iter().any(waits) => Prospect::Asks,
        Some(false) | None => Prospect::Nothing,
    }
}
