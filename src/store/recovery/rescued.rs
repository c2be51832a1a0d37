//! Words that went into a file beside their own, since that could not be written: they are offered to their own until
//! somebody has brought them in, or the file beside it is gone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::belonging::FileJournals;
use super::handed_over::replayed;
use super::standing::whole;
use super::{count_steps, since};
use crate::assessment::{Assessment, EditsFrom, Inspection, MovedEdits};
use crate::store::copies::own_identity;
use crate::store::draft_lock::lock_draft;
use crate::store::edited::{EditedFile, FileDocument};
use crate::store::frameworks::Frameworks;
use crate::store::identity::is_sealed_name;
use crate::store::inspections::is_inspection;
use crate::store::journal::{Replay, hash};
use crate::store::rescues::{rescued_from, rescues_in, rescues_of};
use crate::store::seal::Passphrase;

/// A file beside another with words that this has not.
pub(super) enum Rescue<D: FileDocument> {
    /// The words, as edits to be brought in, and the journal that they are in.
    Edits(Box<MovedEdits<D>>, Box<Replay<D>>),
    /// It cannot be looked into now: a program has it open, or it does not open.
    Closed(PathBuf),
}

/// Returns the files beside this one with words that it has not: it has this text, and this content.
pub(super) fn rescues<D: FileDocument>(
    state: &Path,
    file: &EditedFile<D>,
    content: &D,
    frameworks: &Frameworks,
) -> Vec<Rescue<D>> {
    let all = rescues_of(file.path()).into_iter();
    let waits = |rescue: PathBuf| {
        let Ok(_lock) = lock_draft(&rescue, state) else {
            return Some(Rescue::Closed(rescue));
        };
        let text = file.text().unwrap_or_default();
        match edits_in(
            state,
            &rescue,
            (text, content),
            file.passphrase(),
            frameworks,
        ) {
            Ok(found) => {
                found.map(|(edits, replay)| Rescue::Edits(Box::new(edits), Box::new(replay)))
            }
            Err(NotRead) => may_have_words(state, &rescue).then_some(Rescue::Closed(rescue)),
        }
    };
    all.filter_map(waits).collect()
}

/// Edits, and the journal that they are in.
type FoundEdits<D> = (MovedEdits<D>, Replay<D>);

/// A file cannot be read.
struct NotRead;

/// Returns the edits in a file beside another that the other one has not, which has this text and this content.
fn edits_in<D: FileDocument>(
    state: &Path,
    rescue: &Path,
    (text, content): (&str, &D),
    passphrase: Option<&Arc<Passphrase>>,
    frameworks: &Frameworks,
) -> Result<Option<FoundEdits<D>>, NotRead> {
    let opened = EditedFile::<D>::open(rescue, frameworks, passphrase);
    let (file, read) = opened.map_err(|_| NotRead)?;
    let passphrase = file.passphrase();
    let id = match passphrase {
        Some(_) => read.document.id().to_owned(),
        None => own_identity(state, read.document.id(), rescue).id,
    };
    let journals = FileJournals::of(state, rescue, &id, passphrase.is_some());
    let own = journals
        .own::<D>(passphrase.map(|passphrase| &**passphrase))
        .pop();
    Ok(own.and_then(|replay| {
        // Before they went to the file beside it, the journal was this one's: it knows what both have.
        let known = replay.entries_in(&hash(text.as_bytes())).unwrap_or(0);
        let (mut base, mut with, _) = replayed(&replay, known, frameworks)??;
        for document in [&mut base, &mut with] {
            document.set_id(content.id().to_owned());
        }
        if D::merge(&base, &with, content).0 == *content {
            return None;
        }
        let pending = replay.entries.get(known..).unwrap_or_default();
        let edits = MovedEdits {
            journal: replay.path.clone(),
            from: EditsFrom::Beside,
            was: rescue.display().to_string(),
            since: since(pending),
            steps: count_steps(pending),
            base: Box::new(base),
            with: Box::new(with),
        };
        Some((edits, replay))
    }))
}

/// Returns true where a file that was not read may have words in it: its journal was not set aside, as far as that can be
/// known.
fn may_have_words(state: &Path, rescue: &Path) -> bool {
    let locked = FileJournals::of(state, rescue, "", true).left_locked::<Assessment>(&[]);
    !is_sealed_name(rescue) || !locked.is_empty()
}

/// Returns the files beside this one with words that it has not, as far as that is known without opening what is sealed.
pub fn kept_beside(state: &Path, file: &Path, frameworks: &Frameworks) -> Vec<PathBuf> {
    match is_inspection(file) {
        true => kept_beside_as::<Inspection>(state, file, frameworks),
        false => kept_beside_as::<Assessment>(state, file, frameworks),
    }
}

fn kept_beside_as<D: FileDocument>(
    state: &Path,
    file: &Path,
    frameworks: &Frameworks,
) -> Vec<PathBuf> {
    let mut all = rescues_of(file);
    if all.is_empty() {
        return all;
    }
    let opened = EditedFile::<D>::open(file, frameworks, None).ok();
    all.retain(|rescue| {
        let found = opened.as_ref().ok_or(NotRead).and_then(|(file, read)| {
            let of = (file.text().unwrap_or_default(), &read.document);
            edits_in(state, rescue, of, None, frameworks)
        });
        match found {
            Ok(found) => found.is_some(),
            Err(NotRead) => may_have_words(state, rescue),
        }
    });
    all
}

/// Returns the files of these folders with words that others have not, beside which they were made, each with that.
pub fn kept_beside_others(
    state: &Path,
    folders: &[PathBuf],
    frameworks: &Frameworks,
) -> Vec<(PathBuf, PathBuf)> {
    let folders: BTreeSet<PathBuf> = folders.iter().map(|folder| whole(folder)).collect();
    let rescues = folders.iter().flat_map(|folder| rescues_in(folder));
    let others: BTreeSet<PathBuf> = rescues
        .filter_map(|rescue| rescued_from(&rescue))
        .filter(|file| file.symlink_metadata().is_ok())
        .collect();
    let kept = others.into_iter().flat_map(|file| {
        let rescues = kept_beside(state, &file, frameworks).into_iter();
        rescues.map(move |rescue| (rescue, file.clone()))
    });
    kept.collect()
}
