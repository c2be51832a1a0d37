//! Going on with a journal that was found.

use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::belonging::FileJournals;
use super::handed_over::{replayed, shared};
use super::rescued::{Rescue, rescues};
use super::{PRUNED_FROM, count_steps, set_aside, since};
use crate::assessment::{
    Editable, EditsFrom, HistoryEntry, MovedEdits, RecoveredEdits, Reopened, Unanswered,
};
use crate::store::edited::{EditedFile, FileDocument};
use crate::store::frameworks::Frameworks;
use crate::store::journal::{Base, Journal, RecordProtection, Replay, SaveJournal};
use crate::store::rescues::is_rescued_from;
use crate::store::seal::Passphrase;

/// The facts about a file while its journal is looked for and gone on with.
pub(super) struct Recovery<D: Editable> {
    journals: FileJournals,
    base: Base,
    content: D,
    passphrase: Option<Arc<Passphrase>>,
    /// True where it was taken over from a program that may go on writing its journal.
    taken_over: bool,
    /// The messages for the user.
    messages: Vec<String>,
    moved: Vec<MovedEdits<D>>,
    /// Words in boxes of a draft of this identity that is gone.
    others: Vec<Replay<D>>,
}

impl<D: FileDocument> Recovery<D> {
    pub(super) fn of(state: &Path, file: &EditedFile<D>, content: &D, taken_over: bool) -> Self {
        let sealed = file.passphrase().is_some();
        Self {
            journals: FileJournals::of(state, file.path(), content.id(), sealed),
            base: file.base(),
            content: content.clone(),
            passphrase: file.passphrase().cloned(),
            taken_over,
            messages: Vec::new(),
            moved: Vec::new(),
            others: Vec::new(),
        }
    }

    /// Begins again with this file and its content.
    pub(super) fn begin_again(&mut self, file: &EditedFile<D>, content: &D) {
        self.base = file.base();
        self.content = content.clone();
    }

    /// Reports that a file is a copy of another.
    pub(super) fn report_copy(&mut self, original: Option<&Path>) {
        if let Some(original) = original {
            let name = original.file_name().unwrap_or_default().to_string_lossy();
            let apart =
                "its history is kept apart, and the next save gives it an identity of its own";
            self.report(match is_rescued_from(&self.journals.name.draft, original) {
                true => format!(
                    "Kept beside {name}, which has the identity and offers these words when it is opened: {apart}."
                ),
                false => format!("A copy of {name}: {apart}."),
            });
        }
    }

    /// Offers what went into files beside this one, since it could not be written. Words in their boxes come along.
    pub(super) fn offer_rescued(
        &mut self,
        state: &Path,
        file: &EditedFile<D>,
        frameworks: &Frameworks,
    ) {
        for rescue in rescues(state, file, &self.content, frameworks) {
            match rescue {
                Rescue::Edits(edits, replay) => {
                    self.moved.push(*edits);
                    if !replay.boxes.is_empty() {
                        self.others.push(*replay);
                    }
                }
                Rescue::Closed(path) => {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    self.report(format!(
                        "Words of this {} may stand in {name}, which was kept beside it: look into that.",
                        D::NAME
                    ));
                }
            }
        }
    }

    fn report(&mut self, text: impl Into<String>) {
        self.messages.push(text.into());
    }

    /// Returns the document with what its journal has beyond its file.
    pub(super) fn attach(
        mut self,
        found: Option<Replay<D>>,
        frameworks: &Frameworks,
    ) -> (Journal, Reopened<D>) {
        let unanswered = found.as_ref().map(|replay| replay.boxes.clone());
        let unanswered = unanswered.unwrap_or_default();
        let attached = found
            .as_ref()
            .and_then(|replay| self.follow(replay, frameworks));
        let messages = std::mem::take(&mut self.messages);
        let moved = std::mem::take(&mut self.moved);
        let others = std::mem::take(&mut self.others);
        let (journal, reopened) = attached.unwrap_or_else(|| {
            let (journal, reopened) = self.begin();
            let mut journal = journal.with_boxes(unanswered.clone());
            // On the disk before the other one is out of sight; with nothing in it, it is not begun.
            if journal.sync().is_ok()
                && let Some(replay) = &found
            {
                set_aside(&replay.path);
            }
            (journal, reopened)
        });
        let mut journal = journal;
        let mut reopened = Reopened {
            messages,
            moved,
            unanswered,
            ..reopened
        };
        for other in others {
            let _ = take_words(&other, &mut journal, &mut reopened.unanswered);
        }
        (journal, reopened)
    }

    /// Returns the document as its file has it, with a journal that is not begun.
    fn begin(self) -> (Journal, Reopened<D>) {
        // Where there is no randomness for a key, a journal would lie open: it goes nowhere instead.
        let cover = self
            .passphrase
            .as_deref()
            .map(|passphrase| RecordProtection::make(passphrase, self.content.id()))
            .transpose();
        let (cover, places) = match cover {
            Ok(cover) => (cover.unwrap_or_default(), self.journals.places()),
            Err(_) => (RecordProtection::default(), Vec::new()),
        };
        let journal = Journal::new(self.journals.name, places, self.base).under(cover);
        (journal, Reopened::plain(self.content))
    }

    /// Returns the journal of this draft: the one written last where there are several, since a journal that is begun
    /// elsewhere has all of the one before it that was not saved. Or that of a draft that was moved here.
    pub(super) fn find(&mut self, frameworks: &Frameworks) -> Option<Replay<D>> {
        let mut found = self.journals.own(self.passphrase.as_deref());
        if !self.journals.left_locked(&found).is_empty() {
            self.report(format!(
                "Edits of this {} may wait that another passphrase opens: `assay recover PATH --output NEW` writes them to a new file with that one.",
                D::NAME
            ));
        }
        let last = found.pop();
        for replay in &found {
            // What it has beyond a save, the one that was begun after it has too.
            set_aside(&replay.path);
        }
        let own = self.moved(last, frameworks);
        // One that is opened for the first time may stand where another was.
        if own.is_none() && self.journals.of_another::<D>().is_some() {
            self.report(
                "What waits of another draft that was in this place waits for that one; `assay recover` tells of it.",
            );
        }
        own
    }

    /// Returns its own journal, or else that of a draft of this identity that is no longer where it was and had this text.
    /// Of every other such draft the edits that no save has are to be offered, and the words in boxes come along.
    fn moved(&mut self, own: Option<Replay<D>>, frameworks: &Frameworks) -> Option<Replay<D>> {
        let mut own = own;
        for mut replay in self.journals.elsewhere(self.passphrase.as_deref()) {
            let was = replay.name.draft.display().to_string();
            if own.is_none() && replay.knows_as_last(&self.base.hash) {
                let Some(place) = self.journals.places().into_iter().next() else {
                    continue;
                };
                if replay.moved(&self.journals.name, &place).is_ok() {
                    if was != replay.name.draft.display().to_string() {
                        let what = D::NAME;
                        self.report(format!(
                            "This {what} was {was} before; its history came along."
                        ));
                    }
                    own = Some(replay);
                    continue;
                }
            }
            let known = replay.entries_in(&self.base.hash);
            if replay.entries.len() > known.unwrap_or_else(|| replay.last_saved()) {
                match moved_edits(&replay, &self.base.hash, frameworks) {
                    Some(edits) => self.moved.push(edits),
                    None => self.report(format!(
                        "Edits wait that were made to {was}, which is gone; `assay recover` shows them."
                    )),
                }
            }
            if !replay.boxes.is_empty() {
                self.others.push(replay);
            }
        }
        own
    }

    /// Returns the draft as the journal leaves it, or `None`, with a message, where the journal does not fit.
    fn follow(
        &mut self,
        replay: &Replay<D>,
        frameworks: &Frameworks,
    ) -> Option<(Journal, Reopened<D>)> {
        if replay.torn {
            self.report("The end of the journal was torn when the machine went down.");
        }
        let Some(done) = replay.entries_in(&self.base.hash) else {
            return self.merge(replay, frameworks);
        };
        let pending = replay.entries.get(done..).unwrap_or_default();
        if pending.is_empty() && replay.length > PRUNED_FROM {
            let most = PRUNED_FROM / (1024 * 1024);
            self.report(format!(
                "Undo begins here: the journal had grown past {most} MiB. The one before is kept."
            ));
            return None;
        }
        let mut document = self.content.clone();
        let history = match replay.apply_to(done, &mut document) {
            Ok(history) => history,
            Err(error) => {
                self.report(format!("{error}; it is kept in {}", replay.path.display()));
                return None;
            }
        };
        let journal = self.resume(replay, self.base.clone(), done)?;
        let recovered = self.recovered(&document, pending);
        let reopened = Reopened {
            history,
            recovered,
            ..Reopened::plain(document)
        };
        Some((journal, reopened))
    }

    /// Brings together what was done here and what another program has changed in the file since it was last saved
    /// here.
    fn merge(
        &mut self,
        replay: &Replay<D>,
        frameworks: &Frameworks,
    ) -> Option<(Journal, Reopened<D>)> {
        let saved = replay.last_saved();
        let pending = replay.entries.get(saved..).unwrap_or_default();
        // Where whoever wrote the file took it over, or it was taken over from them, both have what was handed over.
        let shared = shared(&self.journals, replay, &self.base.hash).unwrap_or(0);
        let shared = usize::try_from(shared.saturating_sub(replay.before)).unwrap_or(0);
        let common = saved.max(shared);
        let Some((mut common, mut ours, mut history)) = replayed(replay, common, frameworks)?
        else {
            self.report(format!(
                "Another program changed this {}, and its journal does not fit any more; it is kept in {}",
                D::NAME,
                replay.path.display()
            ));
            return None;
        };
        // It may have been begun under another identity.
        for document in [&mut common, &mut ours] {
            document.set_id(self.content.id().to_owned());
        }
        let (merged, conflicts) = D::merge(&common, &ours, &self.content);
        let mut came = false;
        for (nth, edit) in ours.edits_to(&merged).into_iter().enumerate() {
            // An edit that was made of the two by comparing them fits the one that it was made for.
            if history.make(edit, nth > 0, &mut ours).is_ok() {
                came = true;
            }
        }
        if came {
            history.was_of_another();
        }
        history.close();
        // The entries do not fit what the file says now.
        let mut journal = self.resume(replay, replay.base.clone(), 0)?;
        // Where this cannot be written now it is with the first key, and reported then.
        let _ = journal.append(&history.take_log(), Timestamp::now());
        journal.meets();
        let recovered = self.recovered(&ours, pending);
        if recovered.is_none() {
            let entries = journal.entries();
            journal.saved(&self.base, entries);
        }
        self.report(format!(
            "Another program changed this {}; undo goes back to before.",
            D::NAME
        ));
        let reopened = Reopened {
            history,
            recovered,
            conflicts,
            ..Reopened::plain(ours)
        };
        Some((journal, reopened))
    }

    /// Returns the edits that were brought back, or `None` where the file has them all.
    fn recovered(&self, now: &D, pending: &Pending<D>) -> Option<RecoveredEdits<D>> {
        (*now != self.content).then(|| RecoveredEdits {
            steps: count_steps(pending),
            since: since(pending),
            before: Box::new(self.content.clone()),
        })
    }

    /// Goes on with a journal, where `base` has the first `done` of its entries in it.
    fn resume(&mut self, replay: &Replay<D>, base: Base, done: usize) -> Option<Journal> {
        let (name, places) = (self.journals.name.clone(), self.journals.places());
        if self.taken_over {
            let Ok(copy) = replay.copied(&name, &places) else {
                return Some(replay.begin_anew(name, places, base, done));
            };
            // On the disk before the other one is out of sight.
            set_aside(&replay.path);
            return copy.resume(name, places, base, done).ok();
        }
        match replay.resume(name, places, base, done) {
            Ok(journal) => Some(journal),
            Err(error) => {
                self.report(format!(
                    "The journal {} cannot be written: {error}",
                    replay.path.display()
                ));
                None
            }
        }
    }
}

/// Brings words in boxes from the journal of a draft that is gone into another's; they are gone there then.
fn take_words<D: FileDocument>(
    from: &Replay<D>,
    journal: &mut Journal,
    unanswered: &mut Unanswered,
) -> io::Result<()> {
    let joined = from.boxes.iter();
    let joined = joined.filter_map(|(on, words)| unanswered.take_in(on, words));
    let now = Timestamp::now().as_millisecond();
    journal.append_boxes(&joined.collect::<Vec<_>>(), now)?;
    journal.sync()?;
    let done = from.last_saved();
    let mut before = from.resume(from.name.clone(), Vec::new(), from.base.clone(), done)?;
    let mut left = from.boxes.clone();
    let names: Vec<String> = left.iter().map(|(on, _)| on.to_owned()).collect();
    let forgotten = names.iter().filter_map(|on| left.set(on, ""));
    before.append_boxes(&forgotten.collect::<Vec<_>>(), now)?;
    before.sync()
}

/// Entries that the file does not have.
type Pending<D> = [(i64, HistoryEntry<<D as Editable>::Edit>)];

/// Returns the edits that a journal has beyond a text of this hash, or where it does not know that, beyond the last save of
/// its draft, or `None` where it does not fit what it
/// was begun on.
fn moved_edits<D: FileDocument>(
    replay: &Replay<D>,
    hash: &str,
    frameworks: &Frameworks,
) -> Option<MovedEdits<D>> {
    // An older copy has what was saved then.
    let known = replay.entries_in(hash);
    let known = known.unwrap_or_else(|| replay.last_saved());
    let (base, with, _) = replayed(replay, known, frameworks)??;
    let pending = replay.entries.get(known..).unwrap_or_default();
    Some(MovedEdits {
        journal: replay.path.clone(),
        from: EditsFrom::Gone,
        was: replay.name.draft.display().to_string(),
        since: since(pending),
        steps: count_steps(pending),
        base: Box::new(base),
        with: Box::new(with),
    })
}
