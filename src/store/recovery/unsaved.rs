//! Edits that stand in journals only, and bringing them back without the screen.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{count_steps, library, open, time};
use crate::assessment::{Assessment, Inspection, Unanswered};
use crate::store::claim::{ClaimError, claim};
use crate::store::disk;
use crate::store::door::write_new;
use crate::store::edited::FileDocument;
use crate::store::format::{self, RemovedText};
use crate::store::frameworks::Frameworks;
use crate::store::inspections::{is_inspection, says_inspection};
use crate::store::journal::{JournalName, Replay, files, hash, places, temporary};
use crate::store::seal::Passphrase;

/// A journal with edits that are not in their draft's or inspection's file.
#[derive(Clone, Debug)]
pub struct UnsavedJournal {
    /// A few letters that stay its name whatever else waits, and are no word and no number.
    pub name: String,
    /// The draft.
    pub draft: PathBuf,
    /// The journal.
    pub journal: PathBuf,
    /// True where the draft's file is there.
    pub there: bool,
    /// The number of steps that the file does not have.
    pub steps: usize,
    /// The time of the first of them.
    pub since: Timestamp,
    /// The time of the last.
    pub until: Timestamp,
}

/// Returns every journal with edits that wait to be brought back, the newest first; with `all` also those that were
/// set aside.
pub fn unsaved_journals(state: &Path, all: bool) -> Vec<UnsavedJournal> {
    let kept = all.then(|| folders(state, "kept"));
    let mut unsaved: Vec<UnsavedJournal> = journals(state)
        .iter()
        .chain(kept.iter().flatten())
        .filter_map(|path| waiting_in(path, None))
        .collect();
    unsaved.sort_by_key(|journal| std::cmp::Reverse(journal.until));
    unsaved
}

/// Returns true where edits of a draft or an inspection wait to be brought back.
pub fn waits(state: &Path, file: &Path) -> bool {
    let file = JournalName::new("", file).draft;
    let waiting = unsaved_journals(state, false);
    waiting.iter().any(|one| one.draft == file)
}

/// Returns the journal with edits that wait to be brought back into this file, which has this text, sealed with the
/// passphrase where there is one.
pub fn waiting(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: Option<&Passphrase>,
) -> Option<UnsavedJournal> {
    // What is sealed says nothing of itself outside its seal.
    let id = match passphrase {
        Some(_) => None,
        None => format::read_opening("", text)
            .map(|opening| opening.id)
            .ok(),
    };
    let name = JournalName::new(&id.unwrap_or_default(), file);
    let places = places(state, &name);
    let found = places.iter().flat_map(|place| files(place));
    let found = found.filter_map(|journal| waiting_in(&journal, passphrase));
    let of_file = found.filter(|waiting| waiting.draft == name.draft);
    of_file.max_by_key(|waiting| waiting.until)
}

fn waiting_in(journal: &Path, passphrase: Option<&Passphrase>) -> Option<UnsavedJournal> {
    let replay = Replay::<Assessment>::read(journal, passphrase).ok()??;
    match says_inspection(&replay.base.text) {
        true => unsaved_in(&Replay::<Inspection>::read(journal, passphrase).ok()??),
        false => unsaved_in(&replay),
    }
}

/// Words that were typed into a box and that nobody has answered with.
#[derive(Clone, Debug)]
pub struct WaitingWords {
    /// The draft or inspection that they are about; none where they were typed in the library.
    pub file: Option<PathBuf>,
    /// The name of the box: what it is about.
    pub on: String,
    /// The words.
    pub words: String,
}

/// Returns the words in every box that nobody has answered, those of the library last. What is sealed tells nothing.
pub fn waiting_words(state: &Path) -> Vec<WaitingWords> {
    let library: Vec<PathBuf> = library::journals(state).collect();
    let files = journals(state);
    let files = files.iter().filter(|path| !library.contains(path));
    let boxes = |path: &Path| -> Option<(PathBuf, Unanswered)> {
        let replay = read::<Assessment>(path)?;
        let boxes = match says_inspection(&replay.base.text) {
            true => read::<Inspection>(path)?.boxes,
            false => replay.boxes,
        };
        Some((replay.name.draft, boxes))
    };
    let about_files = files.filter_map(|path| {
        let (file, words) = boxes(path)?;
        Some((Some(file), words))
    });
    let others = library
        .iter()
        .filter_map(|path| Some((None, boxes(path)?.1)));
    let waiting = |(file, words): (Option<PathBuf>, Unanswered)| {
        let waiting = words.iter().map(|(on, words)| WaitingWords {
            file: file.clone(),
            on: on.to_owned(),
            words: words.to_owned(),
        });
        waiting.collect::<Vec<_>>()
    };
    about_files.chain(others).flat_map(waiting).collect()
}

pub(super) fn read<D: FileDocument>(journal: &Path) -> Option<Replay<D>> {
    Replay::read(journal, None).ok().flatten()
}

/// Returns the name of a journal for people, made of where it stands.
fn short_name(journal: &Path) -> String {
    // No vowels, so that no word comes of it.
    const LETTERS: &[u8; 16] = b"bcdfghjkmnpqrstv";
    let digits = hash(journal.as_os_str().as_encoded_bytes());
    let digits = digits.chars().filter_map(|digit| digit.to_digit(16));
    let letters = digits.filter_map(|digit| LETTERS.get(usize::try_from(digit).ok()?));
    letters.take(6).map(|letter| char::from(*letter)).collect()
}

fn unsaved_in<D: FileDocument>(replay: &Replay<D>) -> Option<UnsavedJournal> {
    let draft = &replay.name.draft;
    let text = disk::read(draft, format::MAX_BYTES).ok();
    let done = match &text {
        Some(bytes) => replay.entries_in(&hash(bytes)),
        None => None,
    };
    let done = done.unwrap_or_else(|| replay.last_saved());
    let pending = replay.entries.get(done..)?;
    let last = pending.last()?;
    Some(UnsavedJournal {
        name: short_name(&replay.path),
        draft: draft.clone(),
        journal: replay.path.clone(),
        there: text.is_some(),
        steps: count_steps(pending),
        since: time(pending.first()?),
        until: time(last),
    })
}

/// Returns every journal in the state folder and the temporary one.
pub(super) fn journals(state: &Path) -> Vec<PathBuf> {
    folders(state, "journal")
}

/// Returns every file of this ending in the folders of journals.
fn folders(state: &Path, ending: &str) -> Vec<PathBuf> {
    let folder = |path: &Path| {
        let entries = std::fs::read_dir(path).ok().into_iter().flatten();
        entries.flatten().map(|entry| entry.path())
    };
    let folders = folder(&state.join("journals")).chain([temporary()]);
    folders
        .flat_map(|path| folder(&path).collect::<Vec<_>>())
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect()
}

/// Brings what a file's journal has into it, as opening and saving it would, under the file's lock; where the file is
/// gone, into a new one in its place. Gives how many steps that were.
///
/// # Errors
/// Another program has it open, or it cannot be read or saved.
pub fn save(
    state: &Path,
    unsaved: &UnsavedJournal,
    frameworks: &Frameworks,
) -> Result<usize, ClaimError> {
    let file = &unsaved.draft;
    let _lock = claim(file, state)?;
    if !unsaved.there {
        let text = text_of(&unsaved.journal, frameworks).map_err(ClaimError::Unusable)?;
        write_new(file, text.as_bytes())?;
    }
    let steps = match is_inspection(file) {
        true => save_as::<Inspection>(state, file, frameworks),
        false => save_as::<Assessment>(state, file, frameworks),
    };
    let steps = steps.map_err(ClaimError::Unusable)?;
    Ok(if unsaved.there { steps } else { unsaved.steps })
}

fn save_as<D: FileDocument>(
    state: &Path,
    file: &Path,
    frameworks: &Frameworks,
) -> Result<usize, String> {
    let opening =
        open::<D>(state, file, frameworks, None, false).map_err(|error| error.to_string())?;
    let Some(mut journal) = opening.journal else {
        return Ok(0);
    };
    let (mut file, reopened) = (opening.file, opening.reopened);
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
pub fn text_of(journal: &Path, frameworks: &Frameworks) -> Result<String, String> {
    let name = journal.display();
    let broken = || format!("{name}: it is no journal of Assay's, or its head is damaged");
    let replay =
        Replay::<Assessment>::read(journal, None).map_err(|why| format!("{name}: {why}"))?;
    let replay = replay.ok_or_else(broken)?;
    match says_inspection(&replay.base.text) {
        true => text_in(&read::<Inspection>(journal).ok_or_else(broken)?, frameworks),
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
