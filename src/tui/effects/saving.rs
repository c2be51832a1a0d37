//! Saving an open file, and what is found when it is looked at.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::EffectRunner;
use super::slot::{FileSlot, OpenFile, ShownDocument};
use crate::app::{FileContent, FileNews, FinishedPrint, Message, NewPlace};
use crate::assessment::Descent;
use crate::store::PrintContent;
use crate::store::journal::{JournalName, NoSaveJournal, places};
use crate::store::lock::Lock;
use crate::store::recovery;
use crate::store::{
    ExternalChange, FileDocument, FileError, FileStatus, SaveError, Saved, VersionReason, Versions,
    new_id, stem_of,
};
use crate::text::listed;

/// The bytes of a file as they were last read or written, and whether they are sealed.
type KnownBytes = Option<(Vec<u8>, bool)>;

impl<D: FileDocument> OpenFile<D> {
    fn known_bytes(&self) -> KnownBytes {
        let (bytes, sealed) = self.file.bytes()?;
        Some((bytes.to_owned(), sealed))
    }

    /// Keeps a version of the file; there may be none yet.
    fn keep(&self, version: &KnownBytes, why: VersionReason) -> Result<(), FileError> {
        let Some((bytes, sealed)) = version else {
            return Ok(());
        };
        let kept = self.versions.keep(bytes, *sealed, Timestamp::now(), why);
        kept.map(|_| ())
    }

    /// Keeps what a save replaced, the first time in an hour.
    fn keep_hourly(&mut self, before: &KnownBytes) -> Result<(), FileError> {
        let hour = Timestamp::now().as_second().div_euclid(3600);
        if self.kept != Some(hour) {
            self.keep(before, VersionReason::Saved)?;
            self.kept = Some(hour);
        }
        Ok(())
    }

    /// Takes what another program wrote in, `seen` being the last version that it and this one have both seen, where that
    /// is known; `lost` where it has taken the file over. What it replaced and what it wrote are kept, so that neither is gone whatever comes of the two.
    fn take_in(
        &self,
        before: &KnownBytes,
        mut change: ExternalChange<D>,
        seen: Option<D>,
        lost: bool,
    ) -> (ExternalChange<D>, Result<(), FileError>) {
        let theirs = self.known_bytes();
        let known = |(bytes, _): &(Vec<u8>, bool)| self.versions.has(bytes);
        let known = change.descent == Descent::Older || theirs.as_ref().is_some_and(known);
        let shared = seen.is_some();
        // Whoever has taken it over may well have undone something.
        change.descent = match (lost, known) {
            (true, _) => Descent::FromSuccessor,
            (false, true) => Descent::Older,
            (false, false) if shared => Descent::FromHolder,
            (false, false) => Descent::FromFile,
        };
        if let Some(seen) = seen.filter(|_| change.descent != Descent::Older) {
            change.base = seen;
        }
        let kept = self
            .keep(before, VersionReason::Replaced)
            .and_then(|()| self.keep(&theirs, VersionReason::Merged));
        (change, kept)
    }
}

impl EffectRunner {
    pub(super) fn save(&mut self, content: &FileContent, revision: u64) -> Message {
        let at = (self.now)();
        match content {
            FileContent::Draft(draft) => self.draft.save(draft, revision, at),
            FileContent::Inspection(inspection) => self.inspection.save(inspection, revision, at),
        }
    }

    pub(super) fn save_as(
        &mut self,
        content: &FileContent,
        revision: u64,
        name: String,
    ) -> Message {
        let at = (self.now)();
        match content {
            FileContent::Draft(draft) => self.draft.save_as(draft, revision, at, name),
            FileContent::Inspection(inspection) => {
                self.inspection.save_as(inspection, revision, at, name)
            }
        }
    }

    /// Writes prints beside what they are of, each to a file of its own. Those before one that cannot be written are told of.
    pub(super) fn write_prints(&self, prints: &[FinishedPrint], told: &str) -> Message {
        let Some(open) = self.draft.path().or(self.inspection.path()) else {
            return Message::Failed("No draft is open.".to_owned());
        };
        let name = |path: &Path| {
            path.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        let (mut paths, mut taken) = (Vec::new(), Vec::new());
        let mut failed = None;
        for print in prints {
            let content = PrintContent {
                bytes: &print.bytes,
                edition: &print.name,
            };
            match self.prints.write_beside(open, &print.ending, content) {
                Ok(printed) => {
                    // In one piece, so that it can be copied and looked up; those behind it stand beside it.
                    let whole = || std::path::absolute(&printed.path).ok();
                    paths.push(match paths.is_empty() {
                        true => whole()
                            .unwrap_or_else(|| printed.path.clone())
                            .display()
                            .to_string(),
                        false => name(&printed.path),
                    });
                    taken.extend(printed.taken.as_deref().map(name));
                }
                Err(error) => {
                    failed = Some(error.to_string());
                    break;
                }
            }
        }
        let paths = (!paths.is_empty()).then(|| format!("Printed to {}", listed(&paths, "and")));
        if let Some(why) = failed {
            let before = paths.map(|paths| format!("{paths}; ")).unwrap_or_default();
            return Message::Failed(format!("{before}{why}"));
        }
        let (many, taken) = (taken.len(), listed(&taken, "and"));
        let stays = match many {
            0 => String::new(),
            1 => format!("; {taken} is no print of this, or was changed since, and stays"),
            _ => format!("; {taken} are no prints of this, or were changed since, and stay"),
        };
        Message::Done(format!("{}{told}{stays}", paths.unwrap_or_default()))
    }
}

impl<D: ShownDocument> FileSlot<D> {
    /// Saves the open file; `at` is the time of day, for people.
    pub(super) fn save(&mut self, document: &D, revision: u64, at: String) -> Message {
        let news = |news| Message::File(D::KIND, news);
        let Some(open) = &mut self.open else {
            return Self::nothing_open();
        };
        if let Some(context) = document.context(&self.frameworks) {
            open.file.set_context(context);
        }
        let entries = open.entries.saturating_add(revision);
        let before = open.known_bytes();
        // It may have been found meanwhile that the file is a copy of another.
        let id = match open.file.passphrase() {
            Some(_) => "",
            None => document.id(),
        };
        open.versions = Versions::of(&self.state, id, open.file.path());
        let saved = match self.journal.thread(D::KIND) {
            Some(mut thread) => open.file.save(document, entries, &mut thread),
            None => open.file.save(document, entries, &mut NoSaveJournal),
        };
        match saved {
            Ok(saved) => {
                let kept = match saved {
                    Saved::Already => Ok(()),
                    Saved::Placed | Saved::InPlace => open.keep_hourly(&before),
                };
                let lost = self.is_lost();
                let saved = news(FileNews::Saved { revision, at });
                let told = self.told_kept(kept);
                let more = match lost {
                    true => Some(news(FileNews::TakenOver(self.who_took_over()))),
                    false => told,
                };
                match more {
                    None => saved,
                    Some(more) => {
                        let _ = self.inbox.send(saved);
                        more
                    }
                }
            }
            Err(SaveError::ChangedElsewhere(change)) => {
                let met = self.met(&before, *change);
                // Not a letter more goes into what somebody else has.
                self.then_lost(Some(met)).unwrap_or_else(Self::nothing_open)
            }
            Err(SaveError::Gone(now)) => self.gone(now),
            Err(SaveError::Kept { kept }) => {
                let _ = self.inbox.send(news(FileNews::Saved { revision, at }));
                self.settle_in_new(kept, NewPlace::Beside)
            }
            Err(error) => news(FileNews::NotSaved {
                why: error.to_string(),
            }),
        }
    }

    /// Saves the open file under another name, and goes on there.
    pub(super) fn save_as(
        &mut self,
        document: &D,
        revision: u64,
        at: String,
        name: String,
    ) -> Message {
        let Some(open) = &mut self.open else {
            return Self::nothing_open();
        };
        if let Some(context) = document.context(&self.frameworks) {
            open.file.set_context(context);
        }
        let path = open.file.other_name(&name);
        // What stays where it was keeps its identity, and so its journal and its history; the new file is another.
        let mut document = document.clone();
        if open.file.path().symlink_metadata().is_ok() {
            document.set_id(new_id(&stem_of(&path)));
        }
        let document = &document;
        let entries = open.entries.saturating_add(revision);
        let thread = self.journal.thread(D::KIND);
        let saved = match thread {
            Some(mut thread) => open
                .file
                .save_as(path.clone(), document, entries, &mut thread),
            None => open
                .file
                .save_as(path.clone(), document, entries, &mut NoSaveJournal),
        };
        if let Err(error) = saved {
            let why = error.to_string();
            return Message::File(D::KIND, FileNews::NotSavedAs { name, why });
        }
        let settled = self.settle_in_new(path, NewPlace::Named);
        // The journal is that of the new file before it says that all is in it.
        if let (Some(open), Some(thread)) = (&self.open, self.journal.thread(D::KIND)) {
            open.file.note_saved(entries, thread);
        }
        let saved = FileNews::Saved { revision, at };
        let _ = self.inbox.send(Message::File(D::KIND, saved));
        settled
    }

    /// Looks at the file, as a save does; nothing to report where it is as it was left.
    pub(super) fn look(&mut self) -> Option<Message> {
        let open = self.open.as_mut()?;
        match open.file.status() {
            FileStatus::Changed(version) => {
                let before = open.known_bytes();
                let change = open.file.adopt(*version);
                Some(self.met(&before, change))
            }
            FileStatus::Gone(now) => Some(self.gone(now)),
            FileStatus::Unreadable(error) => {
                let why = error.to_string();
                Some(Message::File(D::KIND, FileNews::NotSaved { why }))
            }
            FileStatus::Foreign => {
                let why =
                    "Another program made something else of the file; a save keeps yours beside it";
                let why = why.to_owned();
                Some(Message::File(D::KIND, FileNews::NotSaved { why }))
            }
            FileStatus::Same => None,
        }
    }

    /// Goes on in another place, to which the file was moved.
    pub(super) fn move_to(&mut self, path: PathBuf) -> Result<Message, String> {
        let lock = self.ask_for(&path)?;
        if let Some(open) = &mut self.open {
            open.file.move_to(path.clone());
        }
        Ok(self.settle(path, lock, NewPlace::Found))
    }

    /// Goes on in a file that was made just now. A lock on it that cannot be had is no reason to lose words: the file is
    /// there all the same.
    fn settle_in_new(&mut self, path: PathBuf, how: NewPlace) -> Message {
        let lock = self.ask_for(&path).ok().flatten();
        self.settle(path, lock, how)
    }

    /// Lets lock, journal and versions be those of the place where the file is now.
    fn settle(&mut self, path: PathBuf, lock: Option<Lock>, how: NewPlace) -> Message {
        let mut identity = String::new();
        if let Some(open) = &mut self.open {
            open.lock = lock.map(Arc::new);
            open.lost = false;
            open.file.id().clone_into(&mut identity);
            let id = open.file.outer_id();
            open.versions = Versions::of(&self.state, id, &path);
            let name = JournalName::new(id, &path);
            let places = places(&self.state, &name);
            if let Some(thread) = self.journal.thread(D::KIND) {
                thread.move_to(name, places, open.lock.as_ref());
            }
        }
        self.look_on();
        let moved = FileNews::Moved {
            path,
            how,
            id: identity,
        };
        Message::File(D::KIND, moved)
    }

    fn nothing_open() -> Message {
        let why = format!("No {} is open.", D::NAME);
        Message::File(D::KIND, FileNews::NotSaved { why })
    }

    fn met(&mut self, before: &KnownBytes, change: ExternalChange<D>) -> Message {
        let lost = self.has_lost();
        let Some(open) = &self.open else {
            return D::changed(change);
        };
        let seen = self.journal.thread(D::KIND).and_then(|thread| {
            let (own, met) = thread.meets();
            let (file, before) = (&open.file, &change.base);
            recovery::handed_over(&self.state, file, before, (&own, met), &self.frameworks)
        });
        let (change, kept) = open.take_in(before, change, seen, lost);
        let changed = D::changed(change);
        match self.told_kept(kept) {
            None => changed,
            Some(told) => {
                let _ = self.inbox.send(changed);
                told
            }
        }
    }

    /// Reports a file that is gone. What stood there is kept as a version.
    fn gone(&mut self, now: Option<PathBuf>) -> Message {
        let kept = match &self.open {
            Some(open) => open.keep(&open.known_bytes(), VersionReason::Replaced),
            None => Ok(()),
        };
        let unkept = kept.err().map(|error| error.to_string());
        Message::File(D::KIND, FileNews::Gone { now, unkept })
    }

    /// Returns what there is to say of a version that could not be kept: once, until one can be again.
    fn told_kept(&mut self, kept: Result<(), FileError>) -> Option<Message> {
        let open = self.open.as_mut()?;
        let told = std::mem::replace(&mut open.told_unkept, kept.is_err());
        let error = kept.err().filter(|_| !told)?;
        let why = format!("Saved, but the version before cannot be kept: {error}");
        Some(Message::Failed(why))
    }
}
