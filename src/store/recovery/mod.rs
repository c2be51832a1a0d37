//! From a file and its journal to the draft or inspection as it was on the screen last.

mod attach;
mod belonging;
mod handed_over;
mod names;
mod outside;
mod prospect;
mod rescued;
mod sealed;
mod standing;
mod unsaved;
mod whereabouts;
mod words;

pub(super) use belonging::FileJournals;
pub use handed_over::handed_over;
pub use outside::OutsideWords;
pub(super) use outside::held;
pub use rescued::{kept_beside, kept_beside_others};
pub use sealed::{any_is_locked, gone_sealed, locked_journal, set_locked_aside, unsaved_of_sealed};
pub use unsaved::{
    FileWaiting, UnsavedJournal, is_set_aside, save, text_of, unsaved_journals, waiting,
    waiting_by_id, waiting_in,
};

pub use whereabouts::Whereabouts;
pub use words::{WaitingWords, left_behind, unfinished, waiting_words, words_of_sealed};

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::attach::Recovery;
use self::standing::{JOURNAL, standing};
use super::copies::own_identity;
use super::disk;
use super::edited::{EditedFile, FileDocument, OpenError, ReadDocument};
use super::file::{folder_of, replace};
use super::format::{self, MAX_BYTES};
use super::frameworks::Frameworks;
use super::inspections::says_inspection;
use super::journal::{Base, Journal, JournalName, Replay, aside, hash};
use super::seal::Passphrase;
use crate::assessment::{Assessment, HistoryEntry, Inspection, Reopened};

/// From this size on a journal is begun anew when its draft is opened with nothing to recover. The one
/// before is kept.
pub const PRUNED_FROM: u64 = 4 * 1024 * 1024;

/// A file that was opened together with its journal.
#[derive(Debug)]
pub struct RecoveredOpening<D: FileDocument = Assessment> {
    /// The file.
    pub file: EditedFile<D>,
    /// The context that it is read and written with.
    pub context: D::Context,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// The document as it was on the screen last.
    pub reopened: Reopened<D>,
    /// The journal, to go on with; nothing where the file cannot be changed.
    pub journal: Option<Journal>,
    /// The words that are typed about it, and cannot go into its journal.
    pub outside: OutsideWords,
}

/// Opens a file that is only to be read: its journal is left alone.
///
/// # Errors
/// The file cannot be read, or what is in it is refused.
pub fn open_to_read<D: FileDocument>(
    state: &Path,
    path: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
) -> Result<RecoveredOpening<D>, OpenError> {
    let (file, read) = EditedFile::open(path, frameworks, passphrase)?;
    Ok(without_journal(state, file, read))
}

fn without_journal<D: FileDocument>(
    state: &Path,
    file: EditedFile<D>,
    read: ReadDocument<D>,
) -> RecoveredOpening<D> {
    let sealed = file.passphrase().is_some();
    let id = match sealed {
        true => read.document.id().to_owned(),
        false => own_identity(state, read.document.id(), file.path()).id,
    };
    let journals = FileJournals::of(state, file.path(), &id, sealed);
    let outside = OutsideWords::of_file(&journals, &file, &id, None);
    RecoveredOpening {
        file,
        context: read.context,
        read_only: read.read_only,
        reopened: Reopened {
            unanswered: outside.words.clone(),
            ..Reopened::plain(read.document)
        },
        journal: None,
        outside,
    }
}

/// Opens a draft, or an inspection, and brings back what its file does not have.
///
/// Nothing is written, unless another program has changed the file since it was last saved here (what that
/// program did is then noted in the journal as a step of its own), or the machine went down while the
/// file was written in place (it is then written again).
///
/// A draft that was taken over (`taken_over`) from a program that may go on writing its journal gets a journal of its
/// own, a copy of that one: so it is known what both have in common, whatever each of them does from there. The journal of a sealed draft is sealed too.
///
/// # Errors
/// The file cannot be read, or what is in it is refused.
pub fn open<D: FileDocument>(
    state: &Path,
    path: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
    taken_over: bool,
) -> Result<RecoveredOpening<D>, OpenError> {
    let (file, mut read): (EditedFile<D>, ReadDocument<D>) =
        match EditedFile::open(path, frameworks, passphrase) {
            Err(OpenError::Refused(refused)) => {
                let near = [folder_of(path).to_owned()];
                let mut journals = standing(state, &near, JOURNAL).into_iter();
                let half = journals.find_map(|journal| half_written(&journal, path));
                match half {
                    Some(text) => write_again(path, &text, frameworks)?,
                    None => return Err(OpenError::Refused(refused)),
                }
            }
            opened => opened?,
        };
    if read.read_only.is_some() {
        return Ok(without_journal(state, file, read));
    }
    let original = settle_identity(state, path, &file, &mut read.document);
    let mut recovery = Recovery::of(state, &file, &read.document, taken_over);
    recovery.report_copy(original.as_deref());
    let found = recovery.find(frameworks);
    let earlier: Vec<String> = found.iter().flat_map(Replay::hashes).collect();
    let half = found.as_ref().and_then(|replay| written_over(replay, path));
    let (mut file, read) = match half {
        Some(text) => {
            let (file, mut read) = write_again(path, &text, frameworks)?;
            settle_identity(state, path, &file, &mut read.document);
            recovery.begin_again(&file, &read.document);
            (file, read)
        }
        None => (file, read),
    };
    file.remember_earlier(earlier);
    if let Some(replay) = &found {
        file.remember_text(&replay.base.text);
    }
    recovery.offer_rescued(state, &file, frameworks);
    let journals = FileJournals::of(
        state,
        file.path(),
        read.document.id(),
        file.passphrase().is_some(),
    );
    let (mut journal, mut reopened) = recovery.attach(found, frameworks);
    let protection = Some(journal.protection().clone());
    let mut outside = OutsideWords::of_file(&journals, &file, read.document.id(), protection);
    outside.bring_into(&mut journal, &mut reopened.unanswered);
    Ok(RecoveredOpening {
        file,
        context: read.context,
        read_only: None,
        reopened,
        journal: Some(journal),
        outside,
    })
}

/// Gives a copy that was made outside Assay an identity of its own, with which it is saved next. Returns the file that
/// it is a copy of.
fn settle_identity<D: FileDocument>(
    state: &Path,
    path: &Path,
    file: &EditedFile<D>,
    document: &mut D,
) -> Option<PathBuf> {
    // What is sealed says nothing of itself outside its seal.
    if file.passphrase().is_some() {
        return None;
    }
    let own = own_identity(state, document.id(), path);
    document.set_id(own.id);
    own.original
}

/// Returns the text that a journal, of whichever kind, has of a save in place that never came to its end.
fn half_written(journal: &Path, path: &Path) -> Option<Arc<str>> {
    let draft = || written_over(&unsaved::read::<Assessment>(journal)?, path);
    let inspection = || written_over(&unsaved::read::<Inspection>(journal)?, path);
    draft().or_else(inspection)
}

/// Returns the text of a save in place that never came to its end, where the file is neither what it was before nor
/// what it was to be.
fn written_over<D: FileDocument>(replay: &Replay<D>, path: &Path) -> Option<Arc<str>> {
    let last = replay.marks.last().filter(|mark| !mark.done)?;
    let text = last.over.clone()?;
    let name = JournalName::new(&replay.name.id, path);
    let there = disk::read(path, MAX_BYTES).ok()?;
    let known = replay.entries_in(&hash(&there)).is_some();
    (name == replay.name && !known).then_some(text)
}

fn write_again<D: FileDocument>(
    path: &Path,
    text: &str,
    frameworks: &Frameworks,
) -> Result<(EditedFile<D>, ReadDocument<D>), OpenError> {
    // The words are in the journal whole, so that the file may be written in place once more.
    replace(path, text.as_bytes(), &mut || true, &|_| true)?;
    EditedFile::open(path, frameworks, None)
}

/// Returns the number of steps in a stretch of a journal: as many as undo takes back one by one.
fn count_steps<E>(entries: &[(i64, HistoryEntry<E>)]) -> usize {
    let begins = |(nth, (_, entry)): (usize, &(i64, HistoryEntry<E>))| match entry {
        HistoryEntry::Edit { joined, .. } => nth == 0 || !joined,
        HistoryEntry::OfAnother => false,
        HistoryEntry::Undo | HistoryEntry::Redo => true,
    };
    entries
        .iter()
        .enumerate()
        .filter(|entry| begins(*entry))
        .count()
}

/// Returns the time of the first of these, as people name it: the time of day, and the day where it is not today.
fn since<E>(pending: &[(i64, HistoryEntry<E>)]) -> String {
    let moment = pending.first().map(time).unwrap_or_default();
    let local = |moment: Timestamp| moment.to_zoned(TimeZone::system());
    let (then, now) = (local(moment), local(Timestamp::now()));
    let form = match then.date() == now.date() {
        true => "%H:%M",
        false => "%-d %b %H:%M",
    };
    then.strftime(form).to_string()
}

fn time<E>((time, _): &(i64, HistoryEntry<E>)) -> Timestamp {
    Timestamp::from_millisecond(*time).unwrap_or_default()
}

/// Begins the journal of a file anew, in which an earlier version has come back: this text. What was done after that
/// version is not to be taken for edits that wait. The journal before is set aside; words in boxes go on waiting.
pub(super) fn begin_anew(state: &Path, file: &Path, text: &str, passphrase: Option<&Passphrase>) {
    match says_inspection(text) {
        true => begin_anew_as::<Inspection>(state, file, text, passphrase),
        false => begin_anew_as::<Assessment>(state, file, text, passphrase),
    }
}

fn begin_anew_as<D: FileDocument>(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
) {
    let opening = format::read_opening("", text).ok();
    let id = opening.map(|opening| opening.id).unwrap_or_default();
    let journals = FileJournals::of(state, file, &id, passphrase.is_some());
    for replay in journals.own::<D>(passphrase) {
        let (name, places) = (journals.name.clone(), journals.places());
        let mut journal = replay.begin_anew(name, places, Base::new(text), replay.entries.len());
        // On the disk before the other one is out of sight.
        if journal.sync().is_ok() {
            set_aside(&replay.path);
        }
    }
}

/// Gives a journal that is not gone on with another name, which nothing has, so that it is kept and not met again.
pub fn set_aside(path: &Path) {
    let taken = |error: io::Error| error.kind() == io::ErrorKind::AlreadyExists;
    // Where it cannot be renamed, it stays where it is.
    let _ = aside(path).find(|to| !disk::place_new(path, to).is_err_and(taken));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn however_many_are_set_aside_at_once_none_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("a.journal");
        for nth in 0..100 {
            std::fs::write(&journal, nth.to_string()).unwrap();
            set_aside(&journal);
            assert!(!journal.exists());
        }
        let kept = std::fs::read_dir(folder.path()).unwrap();
        assert_eq!(kept.count(), 100);
    }
}
