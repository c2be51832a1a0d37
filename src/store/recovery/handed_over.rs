//! The last version that two programs have in common, one of which has taken a file over from the other.
//!
//! Whoever takes a file over goes on with a copy of its journal, so that both journals begin with what was handed over. A
//! program notes a text in its own before it writes the file: of a text that is met in the file the journals say who
//! wrote it, and how many of their entries it has. The version that a merge begins with follows from that; the file
//! itself may never have said it.

use std::path::Path;

use super::belonging::FileJournals;
use crate::assessment::History;
use crate::store::edited::{EditedFile, FileDocument};
use crate::store::frameworks::Frameworks;
use crate::store::journal::Replay;

/// Returns the last version that this program and whoever wrote the text in the file have both seen, where one has taken
/// the file over from the other: `before`, which the file had, or what was handed over since. `met` is the number of
/// entries that were there when the file was last read or written here.
pub fn handed_over<D: FileDocument>(
    state: &Path,
    file: &EditedFile<D>,
    before: &D,
    (own, met): (&Replay<D>, u64),
    frameworks: &Frameworks,
) -> Option<D> {
    let (id, sealed) = (before.id(), file.passphrase().is_some());
    let journals = FileJournals::of(state, file.path(), id, sealed);
    file.text()?;
    let entries = shared(&journals, own, &file.base().hash)?;
    let later = || {
        let entries = usize::try_from(entries - own.before).ok()?;
        let mut document = version(own, entries, frameworks)??;
        document.set_id(id.to_owned());
        Some(document)
    };
    let later = (entries > met).then(later).flatten();
    Some(later.unwrap_or_else(|| before.clone()))
}

/// Returns the number of its entries that a journal has in common with a text of this hash that another program wrote;
/// `None` where neither has taken the file over from the other.
pub(super) fn shared<D: FileDocument>(
    journals: &FileJournals,
    own: &Replay<D>,
    hash: &str,
) -> Option<u64> {
    let paths = journals.own_and_set_aside().into_iter();
    let others = paths.filter_map(|path| own.read_alike(&path));
    let others = others.filter(|other| own.is_begun_as(other) || own.shared(other) > 0);
    let shared = others.filter_map(|other| Some(other.all_in(hash)?.min(own.shared(&other))));
    shared.max()
}

/// Returns the document with the first so many entries of a journal. `None` where it is not known what the journal was
/// begun on; `Some(None)` where it does not fit that.
pub(super) fn version<D: FileDocument>(
    replay: &Replay<D>,
    entries: usize,
    frameworks: &Frameworks,
) -> Option<Option<D>> {
    if replay.base.text.is_empty() {
        return None;
    }
    let read = D::read("", &replay.base.text, frameworks);
    let mut document = read.ok()?.document;
    let mut until = replay.clone();
    until.entries.truncate(entries);
    Some(until.apply_to(0, &mut document).is_ok().then_some(document))
}

/// Returns the document with the first so many entries of a journal, the document with all that it has, and the history of
/// that. `None` where it is not known what the journal was begun on; `Some(None)` where it does not fit that.
pub(super) fn replayed<D: FileDocument>(
    replay: &Replay<D>,
    entries: usize,
    frameworks: &Frameworks,
) -> Option<Option<(D, D, History<D>)>> {
    let base = version(replay, entries, frameworks)?;
    let mut with = version(replay, 0, frameworks)??;
    let history = replay.apply_to(0, &mut with).ok();
    Some(
        base.zip(history)
            .map(|(base, history)| (base, with, history)),
    )
}
