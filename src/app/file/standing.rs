//! The save state of an open file.

use std::path::PathBuf;

use super::{NewPlace, OpenedFile};
use crate::app::exit::Exit;
use crate::app::kept::KeptWords;
use crate::assessment::{Descent, Editable, JournalStanding};

/// The state of an open file: what is safe on disk, what is on its way there, what is not yet, and whether it may
/// be changed.
#[derive(Debug)]
pub struct FileState {
    /// The file.
    pub path: PathBuf,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// True where it cannot be changed because somebody else has it.
    pub taken: bool,
    /// True where it is sealed.
    pub sealed: bool,
    /// The words in boxes that are about it.
    pub kept: KeptWords,
    /// Saved at this time of day.
    pub saved_at: Option<String>,
    /// The reason why the last save failed, where it did.
    pub not_saved: Option<String>,
    /// True where it stands beside the file that was opened, of which another program made something else.
    pub beside: bool,
    /// The facts about the file, where it is gone.
    pub missing: Option<MissingFile>,
    /// The state of the journal.
    pub journal: JournalStanding,
    /// The number of entries that the journal got since the file was opened.
    revision: u64,
    /// With how many of them the file is safe; `None` where it says something else.
    saved: Option<u64>,
    saving: Option<u64>,
    save_again: bool,
    /// True where somebody asked for the save that is under way, and is told what came of it.
    asked: bool,
    /// True where a save has failed that was to be the last before it is closed.
    held_open: bool,
    /// Where the words of this window are in whose place those of whoever has taken it over stand, until that is told.
    displaced: Option<String>,
    /// The way in which it is to be opened once more, as soon as nothing of it is left to save.
    reopening: Option<Reopening>,
}

/// The way in which a file that somebody else has is opened once more, to be changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Reopening {
    /// It is free.
    Freed,
    /// It is taken over.
    TakenOver,
}

/// A file that is no longer where it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingFile {
    /// The place where it is now, where that is known.
    pub now: Option<PathBuf>,
    /// True where what stood in it is kept neither as a version nor in a journal.
    pub unkept: bool,
}

impl FileState {
    /// Returns how it stands with a file that was opened just now.
    pub(in crate::app) fn new<D: Editable>(opened: &OpenedFile<D>) -> Self {
        Self {
            path: opened.path.clone(),
            read_only: opened.read_only.clone(),
            taken: opened.taken,
            sealed: opened.sealed,
            kept: KeptWords::new(
                opened.reopened.unanswered.clone(),
                opened.read_only.is_some(),
            ),
            saved_at: None,
            not_saved: None,
            beside: false,
            missing: None,
            journal: JournalStanding::default(),
            revision: 0,
            saved: opened.reopened.recovered.is_none().then_some(0),
            saving: None,
            save_again: false,
            asked: false,
            held_open: false,
            displaced: None,
            reopening: None,
        }
    }

    /// Takes note of where words of this window are now, in whose place those of whoever has taken it over stand.
    pub(in crate::app) fn was_displaced(&mut self, told: String) {
        self.displaced = Some(told);
    }

    /// Returns where words are that are no longer in their place, once.
    pub(in crate::app) fn take_displaced(&mut self) -> Option<String> {
        self.displaced.take()
    }

    /// Wants it to be opened once more.
    pub(in crate::app) fn wants_reopening(&mut self, how: Reopening) {
        self.reopening = Some(how);
    }

    /// Returns true where it is to be opened once more.
    pub(in crate::app) fn is_reopening(&self) -> bool {
        // A save that failed is not tried with every key.
        self.reopening.is_some() && self.not_saved.is_none() && !self.is_saving()
    }

    /// Returns how it is to be opened once more, where that is wanted and nothing of it is left to save: what was typed
    /// here last is in the file before another reading of that takes its place.
    pub(in crate::app) fn take_reopening(&mut self) -> Option<Reopening> {
        match self.is_unsaved() || self.is_saving() {
            true => None,
            false => self.reopening.take(),
        }
    }

    /// Returns true where something is not yet safe on disk.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.revision)
    }

    /// Returns what its author is to know where it is left unsaved: why, and where the words are.
    pub fn left_unsaved(&self) -> Option<String> {
        // Who has taken it over may have left words here that could not be saved any more.
        let own = self.is_unsaved() && self.not_saved.is_some();
        let concerns = match self.read_only {
            Some(_) => own,
            None => self.is_unsaved() || self.not_saved.is_some(),
        };
        if !concerns {
            return None;
        }
        let path = self.path.display();
        let why = self.not_saved.as_deref().unwrap_or("Not saved");
        Some(match (&self.missing, self.is_in_journal()) {
            (Some(_), true) => format!(
                "{path}: {why}; `assay history {path}` has what stood in it, `assay recover` what was typed since"
            ),
            (None, true) => format!(
                "{path}: {why}; the words are in the journal: they come back when it is opened, and `assay recover` lists them"
            ),
            _ if self.journal == JournalStanding::Aside => format!(
                "{path}: {why}; what was typed last is in a journal that was set aside: `assay recover --all` lists it"
            ),
            (_, false) => format!("{path}: {why}; what was typed last is in no file"),
        })
    }

    /// Returns true where a save is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Returns true where somebody else writes it, and its journal.
    pub(in crate::app) fn is_theirs(&self) -> bool {
        self.read_only.is_some() || self.journal == JournalStanding::Aside
    }

    /// Returns true where every edit is in the journal, or on its way there.
    pub(in crate::app) fn is_in_journal(&self) -> bool {
        let kept = self.missing.as_ref().is_none_or(|gone| !gone.unkept);
        kept && matches!(
            self.journal,
            JournalStanding::Safe | JournalStanding::Elsewhere(_)
        )
    }

    /// Returns true where a pause is to be reported, so that it is saved by itself.
    pub(in crate::app) fn wants_pause(&self, exit: Exit) -> bool {
        let tries = self.not_saved.is_none() || exit.tries_again() || !self.is_in_journal();
        // Words in a box are in the journal already; whether the file is still ours to have them, a look tells.
        let unlooked = self.kept.is_unlooked() && !self.is_theirs();
        unlooked || self.is_unsaved() && !self.is_saving() && tries
    }

    /// Returns how a version that another program wrote is taken: whoever only reads has nothing to keep against whoever
    /// writes.
    pub(in crate::app) fn seen_as(&self, descent: Descent) -> Descent {
        match (descent, &self.read_only) {
            (Descent::Older, Some(_)) => Descent::FromFile,
            (descent, _) => descent,
        }
    }

    /// Returns an error where it cannot be changed: why.
    pub(in crate::app) fn may_change(&self) -> Result<(), String> {
        self.read_only.clone().map_or(Ok(()), Err)
    }

    /// Returns the number of entries that the history got since it was opened.
    pub(in crate::app) fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns true where words wait for a place.
    pub fn words_wait(&self) -> bool {
        !self.kept.unplaced().is_empty()
    }

    /// Takes note of an entry of the history.
    pub(in crate::app) fn was_edited(&mut self) {
        self.revision += 1;
    }

    /// Begins to save what is not yet saved or on its way. Returns the revision that is to be saved. A save that is
    /// `asked` for is made all the same: it looks at the file itself.
    pub(in crate::app) fn begin_save(&mut self, asked: bool) -> Option<u64> {
        let asked = asked && self.read_only.is_none();
        // What cannot be changed has nothing to save, unless it was taken over just now.
        if !self.is_unsaved() && !asked {
            return None;
        }
        self.asked |= asked;
        // One save is under way at a time: what came since follows it, however often it was asked for.
        if self.saving.is_some() {
            self.save_again = self.saving != Some(self.revision);
            return None;
        }
        self.saving = Some(self.revision);
        self.saving
    }

    /// Returns true where its author knows that it is not saved, so that leaving is meant. Where the file is gone, that
    /// is asked once.
    pub(in crate::app) fn may_be_left(&self) -> bool {
        self.not_saved.is_some() && (self.missing.is_none() || self.held_open)
    }

    /// Returns true where it was to be closed before and could not be saved.
    pub(in crate::app) fn is_held_open(&self) -> bool {
        self.held_open
    }

    /// Takes note that it could not be closed, since it could not be saved.
    pub(in crate::app) fn hold_open(&mut self) {
        self.held_open = true;
    }

    /// Begins to save under another name. Returns the revision that is to be saved.
    pub(in crate::app) fn begin_save_as(&mut self) -> u64 {
        self.saving = Some(self.revision);
        self.revision
    }

    /// Returns true where somebody asked for the save that came to its end; asked once.
    pub(in crate::app) fn was_asked(&mut self) -> bool {
        std::mem::take(&mut self.asked)
    }

    /// Takes note of a save. True where another was asked for meanwhile.
    pub(in crate::app) fn was_saved(&mut self, revision: u64, at: String) -> bool {
        self.saved = self.saved.max(Some(revision));
        if self.saving == Some(revision) {
            self.saving = None;
        }
        self.saved_at = Some(at);
        self.not_saved = None;
        self.missing = None;
        self.held_open = false;
        std::mem::take(&mut self.save_again)
    }

    /// Takes note that the file has other words now, so that a save under way was not made.
    pub(in crate::app) fn was_overtaken(&mut self) {
        self.saving = None;
        self.save_again = false;
        self.saved = None;
    }

    /// Takes note that all that there is stands in the file, as somebody else wrote it. Where some of that `came` in, it is
    /// in the journal, and the save that follows writes nothing but that the file has it.
    pub(in crate::app) fn is_met(&mut self, came: bool) {
        self.not_saved = None;
        self.missing = None;
        if !came || self.read_only.is_some() {
            self.saved = Some(self.revision);
        }
    }

    /// Takes note that the file is gone: it has nothing of what there is.
    pub(in crate::app) fn is_gone(&mut self, missing: MissingFile, why: String) {
        self.was_not_saved(why);
        self.saved = None;
        self.missing = Some(missing);
    }

    /// Takes note that the file is in another place from here on.
    pub(in crate::app) fn went_on_at(&mut self, path: PathBuf, how: NewPlace) {
        self.path = path;
        self.beside = how == NewPlace::Beside;
        self.not_saved = None;
        self.missing = None;
    }

    /// Takes note that a save failed.
    pub(in crate::app) fn was_not_saved(&mut self, why: String) {
        self.saving = None;
        self.save_again = false;
        self.not_saved = Some(why);
    }
}
