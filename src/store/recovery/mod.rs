//! From a file and its journal to the draft or inspection as it was on the screen last.

mod attach;
mod waiting;

pub use waiting::{UnsavedJournal, save, text_of, waiting};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use self::attach::RecoveryContext;
use super::disk;
use super::edited::{EditedFile, FileDocument, OpenError, ReadDocument};
use super::file::replace;
use super::format::MAX_BYTES;
use super::frameworks::Frameworks;
use super::journal::{Journal, JournalName, Replay, hash, places};
use super::seal::Passphrase;
use crate::assessment::{Assessment, Conflict, History, HistoryEntry};

/// From this size on a journal is begun anew when its draft is opened with nothing to recover. The one
/// before is kept.
pub const PRUNED_FROM: u64 = 4 * 1024 * 1024;

/// A draft, or an inspection, together with its journal.
#[derive(Debug)]
pub struct Attached<D: FileDocument = Assessment> {
    /// The journal, to go on with.
    pub journal: Journal,
    /// The document as it was on the screen last.
    pub document: D,
    /// What was done to it, for undo.
    pub history: History<D>,
    /// What was brought back, where something was.
    pub recovered: Option<ReplayedEdits<D>>,
    /// Where another program has changed the same values while the journal had more.
    pub conflicts: Vec<Conflict>,
    /// What there is to tell.
    pub told: Vec<String>,
    /// Edits of a draft of this identity that is gone, to be asked about.
    pub doubtful: Option<Doubtful<D>>,
}

/// Edits that were made to a draft of the same identity, in a file that is gone. Whether this draft is that one
/// is for its author to say: it was changed since.
#[derive(Clone, Debug)]
pub struct Doubtful<D> {
    /// The journal that they are in.
    pub journal: PathBuf,
    /// The file that they were made to.
    pub was: PathBuf,
    /// When the first of them was made.
    pub since: Timestamp,
    /// How many steps they are.
    pub steps: usize,
    /// That draft without them.
    pub base: D,
    /// That draft with them.
    pub with: D,
}

/// Edits that were not in the file.
#[derive(Clone, Debug)]
pub struct ReplayedEdits<D> {
    /// How many steps.
    pub steps: usize,
    /// When the first of them was made.
    pub since: Timestamp,
    /// The draft as its file has it.
    pub before: D,
}

/// A file that was opened together with its journal.
#[derive(Debug)]
pub struct RecoveredOpening<D: FileDocument = Assessment> {
    /// Its file.
    pub file: EditedFile<D>,
    /// What its file says.
    pub read: ReadDocument<D>,
    /// How it was on the screen last; nothing where it cannot be changed.
    pub attached: Option<Attached<D>>,
}

/// Opens a draft, or an inspection, and brings back what its file does not have.
///
/// Nothing is written, unless another program has changed the file since it was last saved here (what that
/// program did is then noted in the journal as a step of its own), or the machine went down while the
/// file was written in place (it is then written again).
///
/// A draft that was `taken` over from a program that may go on writing its journal gets a journal of its
/// own, which begins with what that one has. The journal of a sealed draft is sealed too.
///
/// # Errors
/// The file cannot be read, or what is in it is refused.
pub fn open<D: FileDocument>(
    state: &Path,
    path: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
    taken: bool,
) -> Result<RecoveredOpening<D>, OpenError> {
    let opened = match EditedFile::open(path, frameworks, passphrase) {
        Err(OpenError::Refused(refused)) => {
            let name = JournalName::new("", path);
            let beside = places(state, &name).into_iter().skip(1);
            let half = beside
                .chain(waiting::journals(state))
                .filter_map(|journal| Replay::<D>::read(&journal, None).ok().flatten())
                .find_map(|replay| written_over(&replay, path));
            match half {
                Some(text) => write_again(path, &text, frameworks)?,
                None => return Err(OpenError::Refused(refused)),
            }
        }
        opened => opened?,
    };
    let (mut file, mut read): (EditedFile<D>, ReadDocument<D>) = opened;
    if read.read_only.is_some() {
        return Ok(RecoveredOpening {
            file,
            read,
            attached: None,
        });
    }
    let found = RecoveryContext::of(state, &file, &read.document).find(state, frameworks);
    let half = found
        .replay
        .as_ref()
        .and_then(|replay| written_over(replay, path));
    if let Some(text) = half {
        (file, read) = write_again(path, &text, frameworks)?;
    }
    let mut ground = RecoveryContext::of(state, &file, &read.document);
    ground.taken = taken;
    let attached = ground.attach(found, frameworks);
    Ok(RecoveredOpening {
        file,
        read,
        attached: Some(attached),
    })
}

/// The text of a save in place that never came to its end, where the file is neither what it was before nor
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

/// How many steps a stretch of a journal has: as many as undo takes back one by one.
fn steps<E>(entries: &[(i64, HistoryEntry<E>)]) -> usize {
    let begins = |(nth, (_, entry)): (usize, &(i64, HistoryEntry<E>))| match entry {
        HistoryEntry::Edit { joined, .. } => nth == 0 || !joined,
        HistoryEntry::Undo | HistoryEntry::Redo => true,
    };
    entries
        .iter()
        .enumerate()
        .filter(|entry| begins(*entry))
        .count()
}

fn time<E>((time, _): &(i64, HistoryEntry<E>)) -> Timestamp {
    Timestamp::from_millisecond(*time).unwrap_or_default()
}

/// Gives a journal that is not gone on with another name, so that it is kept and not met again.
pub fn set_aside(path: &Path) {
    let now = Timestamp::now().as_millisecond();
    let _ = disk::rename(path, &path.with_extension(format!("{now}.kept")));
}
