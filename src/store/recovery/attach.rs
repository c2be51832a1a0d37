//! How a journal that was found is gone on with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::{Attached, Doubtful, PRUNED_FROM, ReplayedEdits, set_aside, steps, time};
use crate::assessment::{History, HistoryEntry};
use crate::store::edited::{EditedFile, FileDocument};
use crate::store::frameworks::Frameworks;
use crate::store::journal::{
    Base, Cover, Journal, JournalName, Replay, SaveJournal, files, places,
};
use crate::store::seal::Passphrase;

/// What the journals have for a file.
pub(super) struct JournalFindings<D: FileDocument> {
    pub(super) replay: Option<Replay<D>>,
    told: Vec<String>,
    doubtful: Option<Doubtful<D>>,
}

/// What is known of the file before its journal is looked at.
pub(super) struct RecoveryContext<'a, D> {
    name: JournalName,
    places: Vec<PathBuf>,
    base: Base,
    said: &'a D,
    passphrase: Option<Arc<Passphrase>>,
    /// Whether it was taken over from a program that may go on writing its journal.
    pub(super) taken: bool,
}

impl<'a, D: FileDocument> RecoveryContext<'a, D> {
    pub(super) fn of(state: &Path, file: &EditedFile<D>, said: &'a D) -> Self {
        // A sealed draft says nothing of itself outside its seal.
        let id = match file.passphrase() {
            Some(_) => "",
            None => said.id(),
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
    fn read(&self, path: &Path) -> Option<Replay<D>> {
        Replay::read(path, self.passphrase.as_deref())
            .ok()
            .flatten()
    }

    /// The draft with what its journal has beyond its file.
    pub(super) fn attach(self, found: JournalFindings<D>, frameworks: &Frameworks) -> Attached<D> {
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
    fn begin(self) -> Attached<D> {
        // Where there is no randomness for a key, a journal would lie open: it goes nowhere instead.
        let cover = self.passphrase.as_deref().map(Cover::make).transpose();
        let (cover, places) = match cover {
            Ok(cover) => (cover.unwrap_or_default(), self.places),
            Err(_) => (Cover::default(), Vec::new()),
        };
        Attached {
            journal: Journal::new(self.name, places, self.base).under(cover),
            document: self.said.clone(),
            history: History::default(),
            recovered: None,
            conflicts: Vec::new(),
            told: Vec::new(),
            doubtful: None,
        }
    }

    /// The journal of this draft: the one written last where there are several, since a journal that is begun
    /// elsewhere has all of the one before it that was not saved. Or that of a draft that was moved here.
    pub(super) fn find(&self, state: &Path, frameworks: &Frameworks) -> JournalFindings<D> {
        let own = self.places.iter().flat_map(|place| files(place));
        let mut found: Vec<Replay<D>> = own
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
                told: Vec::new(),
                doubtful: None,
            },
            None => self.moved(state, frameworks),
        }
    }

    /// The journal of a draft of this identity that is no longer where it was.
    fn moved(&self, state: &Path, frameworks: &Frameworks) -> JournalFindings<D> {
        let mut found = JournalFindings {
            replay: None,
            told: Vec::new(),
            doubtful: None,
        };
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
                        "This {} was {was} before; its history came along.",
                        D::NAME
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
        replay: &Replay<D>,
        frameworks: &Frameworks,
        told: &mut Vec<String>,
    ) -> Option<Attached<D>> {
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
        let mut document = self.said.clone();
        let history = match replay.wind(done, &mut document) {
            Ok(history) => history,
            Err(stuck) => {
                told.push(format!("{stuck}; it is kept in {}", replay.path.display()));
                return None;
            }
        };
        let journal = self.go_on(replay, done, told)?;
        let recovered = self.recovered(&document, pending);
        Some(Attached {
            journal,
            document,
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
        replay: &Replay<D>,
        frameworks: &Frameworks,
        told: &mut Vec<String>,
    ) -> Option<Attached<D>> {
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
                "Another program changed this {}, and its journal does not fit any more; it is kept in {}",
                D::NAME,
                replay.path.display()
            ));
            return None;
        };
        let (merged, conflicts) = D::merge(&common, &ours, self.said);
        for (nth, edit) in ours.edits_to(&merged).into_iter().enumerate() {
            // An edit that was made of the two by comparing them fits the one that it was made for.
            let _ = history.make(edit, nth > 0, &mut ours);
        }
        history.close();
        let mut journal = self.go_on(replay, saved, told)?;
        // Where this cannot be written now it is with the first key, and told then.
        let _ = journal.append(&history.take_log(), Timestamp::now());
        let recovered = self.recovered(&ours, pending);
        if recovered.is_none() {
            let entries = journal.entries();
            journal.saved(&self.base.text, entries);
        }
        told.push(format!(
            "Another program changed this {}; undo goes back to before.",
            D::NAME
        ));
        Some(Attached {
            journal,
            document: ours,
            history,
            recovered,
            conflicts,
            told: Vec::new(),
            doubtful: None,
        })
    }

    /// What was brought back, where something was that the file does not have.
    fn recovered(
        &self,
        now: &D,
        pending: &[(i64, HistoryEntry<D::Edit>)],
    ) -> Option<ReplayedEdits<D>> {
        (now != self.said).then(|| ReplayedEdits {
            steps: steps(pending),
            since: pending.first().map(time).unwrap_or_default(),
            before: self.said.clone(),
        })
    }

    fn go_on(&self, replay: &Replay<D>, done: usize, told: &mut Vec<String>) -> Option<Journal> {
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
fn doubtful<D: FileDocument>(replay: &Replay<D>, frameworks: &Frameworks) -> Option<Doubtful<D>> {
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
        since: pending.first().map(time).unwrap_or_default(),
        steps: steps(pending),
        base,
        with,
    })
}

/// What the file said when the journal was begun.
fn before<D: FileDocument>(replay: &Replay<D>, frameworks: &Frameworks) -> Option<D> {
    if replay.base.text.is_empty() {
        return None;
    }
    let read = D::read("", &replay.base.text, frameworks);
    Some(read.ok()?.document)
}
