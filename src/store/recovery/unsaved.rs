//! Edits that stand in journals only, and bringing them back without the screen.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::belonging::FileJournals;
use super::names::{name_of_copy, short_name};
use super::prospect::{Prospect, prospect};
use super::standing::{JOURNAL, KEPT, standing};
use super::whereabouts::{Finder, Whereabouts};
use super::{count_steps, open, time};
use crate::assessment::{Assessment, Inspection};
use crate::store::disk;
use crate::store::door::write_new;
use crate::store::draft_lock::{ClaimError, lock_draft};
use crate::store::edited::FileDocument;
use crate::store::format::{self, RemovedText};
use crate::store::frameworks::Frameworks;
use crate::store::inspections::{is_inspection, says_inspection};
use crate::store::journal::{Replay, hash};
use crate::store::seal::{Passphrase, seal};

/// A journal with edits that are not in their draft's or inspection's file.
#[derive(Clone, Debug)]
pub struct UnsavedJournal {
    /// A few letters that stay its name whatever else waits, and are no word and no number.
    pub name: String,
    /// The draft, where it is now, or was last.
    pub draft: PathBuf,
    /// The place where it was when the edits were made.
    pub was: PathBuf,
    /// The journal.
    pub journal: PathBuf,
    /// Where the draft's file is now.
    pub whereabouts: Whereabouts,
    /// True where it was set aside: another took its place.
    pub set_aside: bool,
    /// True where its file is gone, and whether this one is that is asked when it is opened.
    pub asks: bool,
    /// The number of steps that the file does not have.
    pub steps: usize,
    /// The time of the first of them.
    pub since: Timestamp,
    /// The time of the last.
    pub until: Timestamp,
}

/// Returns every journal with edits that wait to be brought back, the newest first; with `all` also those that were
/// set aside. Beside drafts they are looked for in the folders that are `near`, too. What is sealed tells nothing.
pub fn unsaved_journals(state: &Path, near: &[PathBuf], all: bool) -> Vec<UnsavedJournal> {
    let mut paths = standing(state, near, JOURNAL);
    if all {
        paths.extend(standing(state, near, KEPT));
    }
    let finder = Finder::new(state, near);
    let mut unsaved: Vec<UnsavedJournal> = paths
        .iter()
        .filter_map(|path| match Open::read(path)? {
            Open::Draft(replay) => unsaved_in(&replay, &finder),
            Open::Inspection(replay) => unsaved_in(&replay, &finder),
        })
        .collect();
    unsaved.sort_by_key(|journal| std::cmp::Reverse(journal.until));
    tell_apart(&mut unsaved);
    unsaved
}

/// Gives journals that have one name names of their own: the one that is gone on with keeps it.
pub(super) fn tell_apart(journals: &mut [UnsavedJournal]) {
    let mut known = BTreeSet::new();
    for kept in [false, true] {
        for one in journals.iter_mut() {
            if one.set_aside == kept && !known.insert(one.name.clone()) {
                one.name = name_of_copy(&one.journal);
            }
        }
    }
}

/// The edits that wait of a file, as far as one passphrase shows them.
#[derive(Clone, Debug, Default)]
pub struct FileWaiting {
    /// The journal with edits that wait to be brought back.
    pub edits: Option<UnsavedJournal>,
    /// True where a journal of it is kept that another passphrase opens.
    pub left_locked: bool,
}

/// Returns the journal with edits that wait to be brought back into this file, which has this text, sealed with the
/// passphrase where there is one. Where the text is empty, the file is not known: it is gone, or has another passphrase.
pub fn waiting(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
) -> Option<UnsavedJournal> {
    waiting_in(state, file, text, passphrase).edits
}

/// Returns what waits of this file, which has this text.
pub fn waiting_in(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
) -> FileWaiting {
    let opening = format::read_opening("", text).ok();
    let id = opening.map(|opening| opening.id).unwrap_or_default();
    waiting_by_id(state, file, (text, &id), passphrase)
}

/// Returns what waits of a file whose identity is known already.
pub fn waiting_by_id(
    state: &Path,
    file: &Path,
    (text, id): (&str, &str),
    passphrase: Option<&Passphrase>,
) -> FileWaiting {
    let journals = FileJournals::of(state, file, id, passphrase.is_some());
    match is_of_inspection(&journals, text, passphrase) {
        true => waiting_for::<Inspection>(journals, file, text, passphrase),
        false => waiting_for::<Assessment>(journals, file, text, passphrase),
    }
}

/// Returns true where a file is an inspection: its text says so, or where that is not known, what its journals were begun
/// on.
pub(super) fn is_of_inspection(
    journals: &FileJournals,
    text: &str,
    passphrase: Option<&Passphrase>,
) -> bool {
    let began = |replay: &Replay| says_inspection(&replay.base.text);
    match text.is_empty() {
        true => journals.own(passphrase).last().is_some_and(began),
        false => says_inspection(text),
    }
}

/// Returns the journals of a file where they should be, and those that were left elsewhere.
pub(super) fn found<D: FileDocument>(
    journals: &FileJournals,
    passphrase: Option<&Passphrase>,
) -> Vec<Replay<D>> {
    let mut found = journals.own::<D>(passphrase);
    found.extend(journals.elsewhere::<D>(passphrase));
    found
}

fn waiting_for<D: FileDocument>(
    journals: FileJournals,
    file: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
) -> FileWaiting {
    let found = found::<D>(&journals, passphrase);
    let left_locked = !journals.left_locked(&found).is_empty();
    let hash = hash(text.as_bytes());
    let waiting = found.iter().filter_map(|replay| {
        let done = replay.entries_in(&hash);
        let done = done.unwrap_or_else(|| replay.last_saved());
        // Of a file that is gone, this one may be another draft.
        let is_it = journals.is_under_own_name(replay) || replay.knows_as_last(&hash);
        let waiting = beyond(replay, done, there_or_gone(file))?;
        Some(UnsavedJournal {
            asks: !is_it,
            ..waiting
        })
    });
    let last = waiting.max_by_key(|waiting| waiting.until);
    let draft = journals.name.draft;
    FileWaiting {
        edits: last.map(|last| UnsavedJournal { draft, ..last }),
        left_locked,
    }
}

/// A journal that is not locked, by what it belongs to.
pub(super) enum Open {
    Draft(Replay<Assessment>),
    Inspection(Replay<Inspection>),
}

impl Open {
    pub(super) fn read(path: &Path) -> Option<Self> {
        let replay = read::<Assessment>(path)?;
        Some(match says_inspection(&replay.base.text) {
            true => Self::Inspection(read::<Inspection>(path)?),
            false => Self::Draft(replay),
        })
    }
}

pub(super) fn read<D: FileDocument>(journal: &Path) -> Option<Replay<D>> {
    Replay::read(journal, None).ok().flatten()
}

fn unsaved_in<D: FileDocument>(replay: &Replay<D>, finder: &Finder<'_>) -> Option<UnsavedJournal> {
    let whereabouts = finder.find(replay);
    let file = match &whereabouts {
        Whereabouts::Moved(now) | Whereabouts::Trashed(now) => now,
        Whereabouts::There | Whereabouts::MayBe(_) | Whereabouts::Replaced | Whereabouts::Gone => {
            &replay.name.draft
        }
    };
    let text = disk::read(file, format::MAX_BYTES).ok();
    let done = text.and_then(|bytes| replay.entries_in(&hash(&bytes)));
    let done = done.unwrap_or_else(|| replay.last_saved());
    beyond(replay, done, whereabouts)
}

/// Returns where a file is that is looked for in one place only.
pub(super) fn there_or_gone(file: &Path) -> Whereabouts {
    match file.symlink_metadata() {
        Ok(_) => Whereabouts::There,
        Err(_) => Whereabouts::Gone,
    }
}

/// Returns true where a journal was set aside: another took its place.
pub fn is_set_aside(journal: &Path) -> bool {
    journal.extension().is_some_and(|ending| ending == KEPT)
}

/// Returns what a journal has beyond so many of its entries.
pub(super) fn beyond<D: FileDocument>(
    replay: &Replay<D>,
    done: usize,
    whereabouts: Whereabouts,
) -> Option<UnsavedJournal> {
    let pending = replay.entries.get(done..)?;
    let last = pending.last()?;
    let was = replay.name.draft.clone();
    Some(UnsavedJournal {
        name: short_name(&replay.path),
        draft: match &whereabouts {
            Whereabouts::Moved(now) => now.clone(),
            _ => was.clone(),
        },
        was,
        set_aside: is_set_aside(&replay.path),
        asks: matches!(whereabouts, Whereabouts::MayBe(_)),
        journal: replay.path.clone(),
        whereabouts,
        steps: count_steps(pending),
        since: time(pending.first()?),
        until: time(last),
    })
}

/// Brings what a file's journal has into it, as opening and saving it would, under the file's lock; where the file is
/// gone, into a new one in its place. Gives how many steps that were. Where there is nothing to be brought back, nothing
/// is changed, journals neither.
///
/// # Errors
/// Another program has it open, or it cannot be read or saved.
pub fn save(
    state: &Path,
    unsaved: &UnsavedJournal,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
) -> Result<usize, ClaimError> {
    let file = &unsaved.draft;
    let _lock = lock_draft(file, state)?;
    let gone = matches!(
        unsaved.whereabouts,
        Whereabouts::Gone | Whereabouts::Trashed(_)
    );
    if gone {
        let opened_by = passphrase.map(|passphrase| &**passphrase);
        let text = text_of(&unsaved.journal, frameworks, opened_by);
        let text = text.map_err(ClaimError::Unusable)?.into_bytes();
        let sealed = opened_by.map(|passphrase| seal(&text, passphrase));
        let sealed = sealed.transpose();
        let sealed = sealed.map_err(|why| ClaimError::Unusable(why.to_string()))?;
        write_new(file, &sealed.unwrap_or(text))?;
    }
    match unsaved.whereabouts {
        Whereabouts::Replaced => return Ok(0),
        Whereabouts::MayBe(_) => return Err(ClaimError::Unusable(ASKS.to_owned())),
        _ if unsaved.set_aside && !gone => return Err(ClaimError::Unusable(ASIDE.to_owned())),
        _ => {}
    }
    let steps = match is_inspection(file) {
        true => save_as::<Inspection>(state, (file, gone), frameworks, passphrase),
        false => save_as::<Assessment>(state, (file, gone), frameworks, passphrase),
    };
    let steps = steps.map_err(ClaimError::Unusable)?;
    Ok(if gone { unsaved.steps } else { steps })
}

const ASKS: &str = "the draft that was edited is gone, and a file that may be it was changed since; open it, and it asks whether the edits are brought in";

const ASIDE: &str = "these edits were set aside, since others took their place; `--output FILE` writes them to a file of their own";

fn save_as<D: FileDocument>(
    state: &Path,
    (file, is_new): (&Path, bool),
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
) -> Result<usize, String> {
    if !is_new {
        let outcome = prospect::<D>(state, file, frameworks, passphrase);
        match outcome.map_err(|error| error.to_string())? {
            Prospect::Nothing => return Ok(0),
            Prospect::Asks => return Err(ASKS.to_owned()),
            Prospect::Edits => {}
        }
    }
    let opening = open::<D>(state, file, frameworks, passphrase, false);
    let opening = opening.map_err(|error| error.to_string())?;
    let Some(mut journal) = opening.journal else {
        return Ok(0);
    };
    let (mut file, reopened) = (opening.file, opening.reopened);
    if reopened.recovered.is_none() && !reopened.moved.is_empty() {
        return Err(ASKS.to_owned());
    }
    let steps = reopened.recovered.map_or(0, |recovered| recovered.steps);
    let entries = journal.entries();
    let saved = file.save(&reopened.document, entries, &mut journal);
    saved.map_err(|error| error.to_string())?;
    Ok(steps)
}

/// Returns the text of a file with all that its journal has: out of the journal alone, so that even one whose file is
/// gone comes back.
///
/// # Errors
/// The reason why it cannot be known.
pub fn text_of(
    journal: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Passphrase>,
) -> Result<String, String> {
    let name = journal.display();
    let broken = || format!("{name}: it is no journal of Assay's, or its head is damaged");
    let replay =
        Replay::<Assessment>::read(journal, passphrase).map_err(|why| format!("{name}: {why}"))?;
    let replay = replay.ok_or_else(broken)?;
    match says_inspection(&replay.base.text) {
        true => {
            let replay = Replay::<Inspection>::read(journal, passphrase)
                .ok()
                .flatten();
            text_in(&replay.ok_or_else(broken)?, frameworks)
        }
        false => text_in(&replay, frameworks),
    }
}

fn text_in<D: FileDocument>(replay: &Replay<D>, frameworks: &Frameworks) -> Result<String, String> {
    let name = replay.path.display().to_string();
    let text = &replay.base.text;
    let read = D::read(&name, text, frameworks).map_err(|refused| refused.to_string())?;
    let mut document = read.document.clone();
    replay
        .apply_to(0, &mut document)
        .map_err(|error| format!("{name}: {error}"))?;
    let mut removed = RemovedText::default();
    let patched = document.patched(text, &read.document, &read.context, &mut removed);
    Ok(patched.unwrap_or_else(|_| document.fresh(&read.context)))
}
