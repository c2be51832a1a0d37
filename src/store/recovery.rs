//! From a draft's file and its journal to the draft as it was on the screen last.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::disk;
use super::drafts::{DraftFile, OpenError};
use super::file::replace;
use super::format::{self, Draft};
use super::frameworks::Frameworks;
use super::journal::{
    Base, Cover, Journal, JournalName, Replay, SaveJournal, files, hash, places, temporary,
};
use super::seal::Passphrase;
use crate::assessment::{Assessment, Conflict, History, HistoryEntry, edits, merge};

/// From this size on a journal is begun anew when its draft is opened with nothing to recover. The one
/// before is kept.
pub const PRUNED_FROM: u64 = 4 * 1024 * 1024;

/// A draft together with its journal.
#[derive(Debug)]
pub struct Attached {
    /// The journal, to go on with.
    pub journal: Journal,
    /// The draft as it was on the screen last.
    pub assessment: Assessment,
    /// What was done to it, for undo.
    pub history: History,
    /// What was brought back, where something was.
    pub recovered: Option<ReplayedEdits>,
    /// Where another program has changed the same values while the journal had more.
    pub conflicts: Vec<Conflict>,
    /// What there is to tell.
    pub told: Vec<String>,
    /// Edits of a draft of this identity that is gone, to be asked about.
    pub doubtful: Option<Doubtful>,
}

/// Edits that were made to a draft of the same identity, in a file that is gone. Whether this draft is that one
/// is for its author to say: it was changed since.
#[derive(Clone, Debug)]
pub struct Doubtful {
    /// The journal that they are in.
    pub journal: PathBuf,
    /// The file that they were made to.
    pub was: PathBuf,
    /// When the first of them was made.
    pub since: Timestamp,
    /// How many steps they are.
    pub steps: usize,
    /// That draft without them.
    pub base: Assessment,
    /// That draft with them.
    pub with: Assessment,
}

/// Edits that were not in the file.
#[derive(Clone, Debug)]
pub struct ReplayedEdits {
    /// How many steps.
    pub steps: usize,
    /// When the first of them was made.
    pub since: Timestamp,
    /// The draft as its file has it.
    pub before: Assessment,
}

/// A draft that was opened together with its journal.
#[derive(Debug)]
pub struct RecoveredOpening {
    /// Its file.
    pub file: DraftFile,
    /// The draft as its file has it.
    pub draft: Draft,
    /// The draft as it was on the screen last; nothing where it cannot be changed.
    pub attached: Option<Attached>,
}

/// Opens a draft and brings back what its file does not have.
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
pub fn open(
    state: &Path,
    path: &Path,
    frameworks: &Frameworks,
    passphrase: Option<&Arc<Passphrase>>,
    taken: bool,
) -> Result<RecoveredOpening, OpenError> {
    let opened = match DraftFile::open(path, frameworks, passphrase) {
        Err(OpenError::Refused(refused)) => {
            let name = JournalName::new("", path);
            let beside = places(state, &name).into_iter().skip(1);
            let half = beside
                .chain(journals(state))
                .filter_map(|journal| Replay::read(&journal, None).ok().flatten())
                .find_map(|replay| written_over(&replay, path));
            match half {
                Some(text) => write_again(path, &text, frameworks)?,
                None => return Err(OpenError::Refused(refused)),
            }
        }
        opened => opened?,
    };
    let (mut file, mut draft) = opened;
    if draft.read_only.is_some() {
        return Ok(RecoveredOpening {
            file,
            draft,
            attached: None,
        });
    }
    let found = RecoveryContext::of(state, &file, &draft.assessment).find(state, frameworks);
    let half = found
        .replay
        .as_ref()
        .and_then(|replay| written_over(replay, path));
    if let Some(text) = half {
        (file, draft) = write_again(path, &text, frameworks)?;
    }
    let mut ground = RecoveryContext::of(state, &file, &draft.assessment);
    ground.taken = taken;
    let attached = ground.attach(found, frameworks);
    Ok(RecoveredOpening {
        file,
        draft,
        attached: Some(attached),
    })
}

/// The text of a save in place that never came to its end, where the file is neither what it was before nor
/// what it was to be.
fn written_over(replay: &Replay, path: &Path) -> Option<Arc<str>> {
    let last = replay.marks.last().filter(|mark| !mark.done)?;
    let text = last.over.clone()?;
    let name = JournalName::new(&replay.name.id, path);
    let there = disk::read(path, format::MAX_BYTES).ok()?;
    let known = replay.entries_in(&hash(&there)).is_some();
    (name == replay.name && !known).then_some(text)
}

fn write_again(
    path: &Path,
    text: &str,
    frameworks: &Frameworks,
) -> Result<(DraftFile, Draft), OpenError> {
    // The words are in the journal whole, so that the file may be written in place once more.
    replace(path, text.as_bytes(), &mut || true, &|_| true)?;
    DraftFile::open(path, frameworks, None)
}

/// A draft that has no journal yet.
pub fn begin(state: &Path, file: &DraftFile, said: &Assessment) -> Attached {
    RecoveryContext::of(state, file, said).begin()
}

/// What the journals have for a draft.
#[derive(Default)]
struct JournalFindings {
    replay: Option<Replay>,
    told: Vec<String>,
    doubtful: Option<Doubtful>,
}

/// What is known of the draft before its journal is looked at.
struct RecoveryContext<'a> {
    name: JournalName,
    places: Vec<PathBuf>,
    base: Base,
    said: &'a Assessment,
    passphrase: Option<Arc<Passphrase>>,
    taken: bool,
}

impl<'a> RecoveryContext<'a> {
    fn of(state: &Path, file: &DraftFile, said: &'a Assessment) -> Self {
        // A sealed draft says nothing of itself outside its seal.
        let id = match file.passphrase() {
            Some(_) => "",
            None => &said.head.id,
        };
        let name = JournalName::new(id, file.path());
        Self {
            places: places(state, &name),
            base: Base::new(file.text().unwrap_or_default()),
            said,
            name,
            passphrase: file.passphrase().cloned(),
            taken: false,
        }
    }

    /// What is under this path, where it is a journal that can be read.
    fn read(&self, path: &Path) -> Option<Replay> {
        Replay::read(path, self.passphrase.as_deref())
            .ok()
            .flatten()
    }

    /// The draft with what its journal has beyond its file.
    fn attach(self, found: JournalFindings, frameworks: &Frameworks) -> Attached {
        let JournalFindings {
            replay,
            mut told,
            doubtful,
        } = found;
        let mut attached = None;
        if let Some(replay) = replay {
            attached = self.follow(&replay, frameworks, &mut told);
            if attached.is_none() {
                set_aside(&replay.path);
            }
        }
        Attached {
            told,
            doubtful,
            ..attached.unwrap_or_else(|| self.begin())
        }
    }

    /// The draft as its file has it, with a journal that is not begun.
    fn begin(self) -> Attached {
        // Where there is no randomness for a key, a journal would lie open: it goes nowhere instead.
        let cover = self.passphrase.as_deref().map(Cover::make).transpose();
        let (cover, places) = match cover {
            Ok(cover) => (cover.unwrap_or_default(), self.places),
            Err(_) => (Cover::default(), Vec::new()),
        };
        Attached {
            journal: Journal::new(self.name, places, self.base).under(cover),
            assessment: self.said.clone(),
            history: History::default(),
            recovered: None,
            conflicts: Vec::new(),
            told: Vec::new(),
            doubtful: None,
        }
    }

    /// The journal of this draft: the one written last where there are several, since a journal that is begun
    /// elsewhere has all of the one before it that was not saved. Or that of a draft that was moved here.
    fn find(&self, state: &Path, frameworks: &Frameworks) -> JournalFindings {
        let own = self.places.iter().flat_map(|place| files(place));
        let mut found: Vec<Replay> = own
            .filter_map(|path| self.read(&path))
            .filter(|replay| replay.name == self.name)
            .collect();
        found.sort_by_key(|replay| replay.entries.last().map(|(time, _)| *time));
        let last = found.pop();
        for replay in &found {
            // What it has beyond a save, the one that was begun after it has too.
            set_aside(&replay.path);
        }
        match last {
            Some(replay) => JournalFindings {
                replay: Some(replay),
                ..JournalFindings::default()
            },
            None => self.moved(state, frameworks),
        }
    }

    /// The journal of a draft of this identity that is no longer where it was.
    fn moved(&self, state: &Path, frameworks: &Frameworks) -> JournalFindings {
        let mut found = JournalFindings::default();
        let Ok(journals) = std::fs::read_dir(self.name.folder(state)) else {
            return found;
        };
        for path in journals.flatten().map(|entry| entry.path()) {
            if path.extension().is_none_or(|ending| ending != "journal") {
                continue;
            }
            let Some(mut replay) = self.read(&path) else {
                continue;
            };
            // One whose draft is still there belongs to that: this one is a copy.
            if replay.name.id != self.name.id || replay.name.draft.symlink_metadata().is_ok() {
                continue;
            }
            let was = replay.name.draft.display().to_string();
            if replay.entries_in(&self.base.hash).is_some() {
                let place = self.places.first();
                if place.is_some_and(|place| replay.moved(&self.name, place).is_ok()) {
                    found.told.push(format!(
                        "This draft was {was} before; its history came along."
                    ));
                    found.replay = Some(replay);
                }
                return found;
            }
            if replay.entries.len() > replay.last_saved() {
                found.doubtful = doubtful(&replay, frameworks);
                if found.doubtful.is_none() {
                    found.told.push(format!(
                        "Edits wait that were made to {was}, which is gone; `assay recover` shows them."
                    ));
                }
            }
        }
        found
    }

    /// The draft as the journal leaves it. Nothing where the journal does not fit; why is told.
    fn follow(
        &self,
        replay: &Replay,
        frameworks: &Frameworks,
        told: &mut Vec<String>,
    ) -> Option<Attached> {
        if replay.torn {
            told.push("The end of the journal was torn when the machine went down.".to_owned());
        }
        let Some(done) = replay.entries_in(&self.base.hash) else {
            return self.merge(replay, frameworks, told);
        };
        let pending = replay.entries.get(done..).unwrap_or_default();
        if pending.is_empty() && replay.length > PRUNED_FROM {
            told.push(format!(
                "Undo begins here: the journal had grown past {} MiB. The one before is kept.",
                PRUNED_FROM / (1024 * 1024)
            ));
            return None;
        }
        let mut assessment = self.said.clone();
        let history = match replay.wind(done, &mut assessment) {
            Ok(history) => history,
            Err(stuck) => {
                told.push(format!("{stuck}; it is kept in {}", replay.path.display()));
                return None;
            }
        };
        let journal = self.go_on(replay, done, told)?;
        let recovered = (assessment != *self.said).then(|| ReplayedEdits {
            steps: steps(pending),
            since: time(pending),
            before: self.said.clone(),
        });
        Some(Attached {
            journal,
            assessment,
            history,
            recovered,
            conflicts: Vec::new(),
            told: Vec::new(),
            doubtful: None,
        })
    }

    /// Another program has changed the file since it was last saved here: what was done there and what was
    /// done here are brought together.
    fn merge(
        &self,
        replay: &Replay,
        frameworks: &Frameworks,
        told: &mut Vec<String>,
    ) -> Option<Attached> {
        let (mut ours, mut common) = (before(replay, frameworks)?, before(replay, frameworks)?);
        let saved = replay.last_saved();
        let pending = replay.entries.get(saved..).unwrap_or_default();
        let wound = replay.wind(0, &mut ours);
        let history = wound.and_then(|history| {
            let mut until = replay.clone();
            until.entries.truncate(saved);
            until.wind(0, &mut common).map(|_| history)
        });
        let Ok(mut history) = history else {
            told.push(format!(
                "Another program changed this draft, and its journal does not fit any more; it is kept in {}",
                replay.path.display()
            ));
            return None;
        };
        let merged = merge(&common, &ours, self.said);
        for (nth, edit) in edits(&ours, &merged.assessment).into_iter().enumerate() {
            // An edit that was made of the two by comparing them fits the one that it was made for.
            let _ = history.make(edit, nth > 0, &mut ours);
        }
        history.close();
        let mut journal = self.go_on(replay, saved, told)?;
        // Where this cannot be written now it is with the first key, and told then.
        let _ = journal.append(&history.take_log(), Timestamp::now());
        let recovered = (ours != *self.said).then(|| ReplayedEdits {
            steps: steps(pending),
            since: time(pending),
            before: self.said.clone(),
        });
        if recovered.is_none() {
            let entries = journal.entries();
            journal.saved(&self.base.text, entries);
        }
        told.push("Another program changed this draft; undo goes back to before.".to_owned());
        Some(Attached {
            journal,
            assessment: ours,
            history,
            recovered,
            conflicts: merged.conflicts,
            told: Vec::new(),
            doubtful: None,
        })
    }

    fn go_on(&self, replay: &Replay, done: usize, told: &mut Vec<String>) -> Option<Journal> {
        let (name, places) = (self.name.clone(), self.places.clone());
        if self.taken {
            let mut journal = replay.begin_anew(name, places, self.base.clone(), done);
            // On the disk before the other one is out of sight.
            if journal.sync().is_ok() {
                set_aside(&replay.path);
            }
            return Some(journal);
        }
        match replay.go_on(name, places, self.base.clone(), done) {
            Ok(journal) => Some(journal),
            Err(error) => {
                told.push(format!(
                    "The journal {} cannot be written: {error}",
                    replay.path.display()
                ));
                None
            }
        }
    }
}

/// What a journal has beyond the last save of its draft. Nothing where it does not fit what it was begun on.
fn doubtful(replay: &Replay, frameworks: &Frameworks) -> Option<Doubtful> {
    let (mut with, mut base) = (before(replay, frameworks)?, before(replay, frameworks)?);
    replay.wind(0, &mut with).ok()?;
    let saved = replay.last_saved();
    let mut until = replay.clone();
    until.entries.truncate(saved);
    until.wind(0, &mut base).ok()?;
    let pending = replay.entries.get(saved..).unwrap_or_default();
    Some(Doubtful {
        journal: replay.path.clone(),
        was: replay.name.draft.clone(),
        since: time(pending),
        steps: steps(pending),
        base,
        with,
    })
}

/// What the draft said when the journal was begun.
fn before(replay: &Replay, frameworks: &Frameworks) -> Option<Assessment> {
    if replay.base.text.is_empty() {
        return None;
    }
    let draft = format::read("", &replay.base.text, &|id| frameworks.get(id));
    Some(draft.ok()?.assessment)
}

/// How many steps a stretch of a journal has: as many as undo takes back one by one.
fn steps(entries: &[(i64, HistoryEntry)]) -> usize {
    let begins = |(nth, (_, entry)): (usize, &(i64, HistoryEntry))| match entry {
        HistoryEntry::Edit { joined, .. } => nth == 0 || !joined,
        HistoryEntry::Undo | HistoryEntry::Redo => true,
    };
    entries
        .iter()
        .enumerate()
        .filter(|entry| begins(*entry))
        .count()
}

fn time(entries: &[(i64, HistoryEntry)]) -> Timestamp {
    let first = entries.first().map_or(0, |(time, _)| *time);
    Timestamp::from_millisecond(first).unwrap_or_default()
}

/// Gives a journal that is not gone on with another name, so that it is kept and not met again.
pub fn set_aside(path: &Path) {
    let now = Timestamp::now().as_millisecond();
    let _ = disk::rename(path, &path.with_extension(format!("{now}.kept")));
}

/// A journal with edits that are not in their draft's file.
#[derive(Clone, Debug)]
pub struct UnsavedJournal {
    /// The draft.
    pub draft: PathBuf,
    /// The journal.
    pub journal: PathBuf,
    /// Whether the draft's file is there.
    pub there: bool,
    /// How many steps wait.
    pub steps: usize,
    /// When the first of them was made.
    pub since: Timestamp,
    /// When the last was.
    pub until: Timestamp,
}

/// Every journal with edits that wait to be brought back, the newest first; with `all` also those that were
/// set aside.
pub fn waiting(state: &Path, all: bool) -> Vec<UnsavedJournal> {
    let kept = all.then(|| folders(state, "kept"));
    let mut waiting: Vec<UnsavedJournal> = journals(state)
        .iter()
        .chain(kept.iter().flatten())
        .filter_map(|path| Replay::read(path, None).ok().flatten())
        .filter_map(|replay| waits(&replay))
        .collect();
    waiting.sort_by_key(|waiting| std::cmp::Reverse(waiting.until));
    waiting
}

fn waits(replay: &Replay) -> Option<UnsavedJournal> {
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
        draft: draft.clone(),
        journal: replay.path.clone(),
        there: text.is_some(),
        steps: steps(pending),
        since: time(pending),
        until: time(std::slice::from_ref(last)),
    })
}

/// Every journal in the state folder and the temporary one.
fn journals(state: &Path) -> Vec<PathBuf> {
    folders(state, "journal")
}

/// Every file of this ending in the folders of journals.
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

/// Brings what a draft's journal has into its file, as opening and saving it would. Gives how many steps that
/// were.
///
/// # Errors
/// The draft cannot be read or saved, for this reason.
pub fn save(state: &Path, draft: &Path, frameworks: &Frameworks) -> Result<usize, String> {
    let opening = open(state, draft, frameworks, None, false).map_err(|error| error.to_string())?;
    let Some(mut attached) = opening.attached else {
        return Ok(0);
    };
    let mut file = opening.file;
    let steps = attached
        .recovered
        .as_ref()
        .map_or(0, |recovered| recovered.steps);
    let entries = attached.journal.entries();
    let saved = file.save(&attached.assessment, entries, &mut attached.journal);
    saved.map_err(|error| error.to_string())?;
    Ok(steps)
}

/// The text of a draft with all that its journal has: out of the journal alone, so that even a draft
/// whose file is gone comes back.
///
/// # Errors
/// Why it cannot be told.
pub fn text_of(replay: &Replay, frameworks: &Frameworks) -> Result<String, String> {
    let name = replay.path.display().to_string();
    let text = &replay.base.text;
    let draft = format::read(&name, text, &|id| frameworks.get(id));
    let draft = draft.map_err(|refused| refused.to_string())?;
    let mut assessment = draft.assessment.clone();
    replay
        .wind(0, &mut assessment)
        .map_err(|stuck| format!("{name}: {stuck}"))?;
    let mut removed_text = format::RemovedText::default();
    let said = format::save(
        text,
        &draft.assessment,
        &assessment,
        &draft.framework,
        &mut removed_text,
    );
    Ok(said.unwrap_or_else(|_| format::fresh(&assessment, &draft.framework)))
}
