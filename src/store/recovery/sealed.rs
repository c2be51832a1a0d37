//! Edits of sealed drafts that stand in journals only. Nobody knows without a passphrase what waits in these.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::belonging::FileJournals;
use super::names::{name_of_copy, short_name};
use super::set_aside;
use super::standing::{JOURNAL, KEPT, standing};
use super::unsaved::{UnsavedJournal, beyond, is_of_inspection, tell_apart, there_or_gone};
use crate::assessment::{Assessment, Inspection};
use crate::store::door::DoorError;
use crate::store::draft_lock::lock_draft;
use crate::store::edited::FileDocument;
use crate::store::format;
use crate::store::journal::{JournalHead, OUTSIDE, Replay, hash, is_beside};
use crate::store::seal::Passphrase;

/// Returns every journal of a sealed draft or inspection, which has this text, with edits that the file does not have, the
/// newest first; those that were set aside too.
pub fn unsaved_of_sealed(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: &Passphrase,
) -> Vec<UnsavedJournal> {
    let opening = format::read_opening("", text).ok();
    let id = opening.map(|opening| opening.id).unwrap_or_default();
    let journals = FileJournals::of(state, file, &id, true);
    let all = journals.all(Some(passphrase)).into_iter();
    let is_inspection = is_of_inspection(&journals, text, Some(passphrase));
    let unsaved = all.filter_map(|path| match is_inspection {
        true => unsaved_from::<Inspection>(&path, text, passphrase),
        false => unsaved_from::<Assessment>(&path, text, passphrase),
    });
    let mut unsaved: Vec<UnsavedJournal> = unsaved.collect();
    unsaved.sort_by_key(|journal| std::cmp::Reverse(journal.until));
    tell_apart(&mut unsaved);
    unsaved
}

fn unsaved_from<D: FileDocument>(
    journal: &Path,
    text: &str,
    passphrase: &Passphrase,
) -> Option<UnsavedJournal> {
    let replay = Replay::<D>::read(journal, Some(passphrase)).ok()??;
    let done = replay.entries_in(&hash(text.as_bytes()));
    let whereabouts = there_or_gone(&replay.name.draft);
    let done = done.unwrap_or_else(|| replay.last_saved());
    beyond(&replay, done, whereabouts)
}

/// Returns the journal of a sealed draft that has this name in a list, and the draft.
pub fn locked_journal(state: &Path, near: &[PathBuf], name: &str) -> Option<(PathBuf, PathBuf)> {
    let endings = [JOURNAL, KEPT].into_iter();
    let mut all = endings.flat_map(|ending| standing(state, near, ending));
    let found = all.find(|path| short_name(path) == name || name_of_copy(path) == name)?;
    let head = JournalHead::read(&found).filter(|head| head.locked)?;
    Some((found, head.name.draft))
}

/// Returns true where a journal of a sealed draft is kept: nobody knows without its passphrase whether edits wait in it.
pub fn any_is_locked(state: &Path, near: &[PathBuf]) -> bool {
    let endings = [JOURNAL, OUTSIDE].into_iter();
    let mut journals = endings.flat_map(|ending| standing(state, near, ending));
    journals.any(|path| JournalHead::read(&path).is_some_and(|head| head.locked))
}

/// Returns the sealed drafts that are gone and of which a journal is kept.
pub fn gone_sealed(state: &Path, near: &[PathBuf]) -> Vec<PathBuf> {
    let endings = [JOURNAL, OUTSIDE].into_iter();
    let journals = endings.flat_map(|ending| standing(state, near, ending));
    let gone = journals.filter_map(|path| {
        let head = JournalHead::read(&path).filter(|head| head.locked)?;
        // What is inside one that was moved is not known.
        let known = head.name.is_named(&path) || is_beside(&path);
        (known && head.name.draft.symlink_metadata().is_err()).then_some(head.name.draft)
    });
    let gone: BTreeSet<PathBuf> = gone.collect();
    gone.into_iter().collect()
}

/// Sets a journal of a sealed file aside, which another passphrase opens than the file: what waits in it was written to a
/// file of its own. Where a program has the file open, it stays.
///
/// # Errors
/// Another program has the file open, or may have.
pub fn set_locked_aside(state: &Path, unsaved: &UnsavedJournal) -> Result<(), DoorError> {
    let _lock = lock_draft(&unsaved.draft, state)?;
    set_aside(&unsaved.journal);
    Ok(())
}
