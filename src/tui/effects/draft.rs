//! The draft that is open: its file, its lock, its journal, its earlier versions.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::thread;

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::EffectRunner;
use crate::app::{JournalStanding, Message, MovedEdits, OpenedDraft, RecoveredEdits, Secret};
use crate::assessment::Assessment;
use crate::store::attachments;
use crate::store::journal::{JournalStatus, JournalThread, NoSaveJournal};
use crate::store::lock::{self, Doubt, Holder, Lock, Locking};
use crate::store::recovery::{self, Attached, RecoveredOpening};
use crate::store::seal::{self, Passphrase, SealError};
use crate::store::{DraftFile, Elsewhere, OpenError, SaveError, Saved, Versions, Why};

/// An open draft, outside the state machine.
#[derive(Debug)]
pub(super) struct OpenDraft {
    file: DraftFile,
    /// Without one the draft is only read, or lies where no lock can be made.
    lock: Option<Lock>,
    versions: Versions,
    /// How many entries the journal had when the draft was opened.
    entries: u64,
    /// The hour in which an earlier version was kept last.
    kept: Option<DateTime>,
}

impl OpenDraft {
    /// Where it is kept.
    pub(super) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Where a print of it goes.
    pub(super) fn print_path(&self, ending: &str) -> PathBuf {
        self.file.path().with_extension(ending)
    }

    /// Keeps what stood in the file, the first time in an hour. That it could not be kept is no reason to
    /// tell a save as failed.
    fn keep(&mut self, before: &[u8], sealed: bool) {
        let now = Timestamp::now();
        let hour = hour_of(now);
        if self.kept != hour {
            self.kept = hour;
            let _ = self.versions.keep(before, sealed, now, Why::Saved);
        }
    }
}

fn hour_of(moment: Timestamp) -> Option<DateTime> {
    let time = moment.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    time.with()
        .minute(0)
        .second(0)
        .subsec_nanosecond(0)
        .build()
        .ok()
}

/// Whether the draft can be written here, and why not.
enum WriteAccess {
    Ours(Option<Lock>),
    Theirs(String),
}

impl EffectRunner {
    /// Opens a draft, with what its journal has beyond its file.
    pub(super) fn open(&mut self, path: &Path, new: bool) -> Message {
        self.passphrase = None;
        self.open_with(path, new)
    }

    /// Opens a sealed draft.
    pub(super) fn unlock(&mut self, path: &Path, words: Secret) -> Message {
        match Passphrase::new(words.0) {
            Ok(passphrase) => {
                self.passphrase = Some(Arc::new(passphrase));
                self.open_with(path, false)
            }
            Err(why) => Message::Sealed {
                path: path.to_owned(),
                why: Some(why.to_string()),
            },
        }
    }

    fn open_with(&mut self, path: &Path, new: bool) -> Message {
        let waited = self.freed.lock();
        let waited = waited.unwrap_or_else(PoisonError::into_inner).take();
        self.close();
        let turn = match waited {
            Some(lock) => WriteAccess::Ours(Some(lock)),
            None => self.ask_for(path),
        };
        self.open_in(path, turn, false, new)
    }

    /// Takes the open draft from whoever has it.
    pub(super) fn take_over(&mut self) -> Option<Message> {
        let path = self.open.as_ref()?.file.path().to_owned();
        match lock::take_over(&path, &self.locks()) {
            Ok(lock) => Some(self.open_in(&path, WriteAccess::Ours(Some(lock)), true, false)),
            Err(error) => Some(Message::Failed(format!("It cannot be taken over: {error}"))),
        }
    }

    /// Opens the same draft once more: it is free now.
    pub(super) fn open_again(&mut self) -> Option<Message> {
        let path = self.open.as_ref()?.file.path().to_owned();
        Some(self.open_with(&path, false))
    }

    /// Lets go of the open draft.
    pub(super) fn close(&mut self) {
        self.journal.take_up(None);
        self.open = None;
    }

    fn locks(&self) -> PathBuf {
        self.state.join("locks")
    }

    fn ask_for(&self, path: &Path) -> WriteAccess {
        match lock::lock(path, &self.locks()) {
            Ok(Locking::Ours(lock)) => WriteAccess::Ours(Some(lock)),
            Ok(Locking::Held(holder)) => {
                self.wait_for(path);
                WriteAccess::Theirs(format!("Open elsewhere: {holder}"))
            }
            Ok(Locking::Doubtful(holder, Doubt::OtherHost)) => {
                WriteAccess::Theirs(format!("Perhaps still open elsewhere: {holder}"))
            }
            Ok(Locking::Doubtful(_, Doubt::Unreadable)) => {
                WriteAccess::Theirs("Perhaps open elsewhere, by another user".to_owned())
            }
            // Where no lock can be made, the look at the file before each save has to do.
            Err(_) => WriteAccess::Ours(None),
        }
    }

    /// Waits, on a thread of its own, until whoever has the draft lets go of it.
    fn wait_for(&self, path: &Path) {
        let (path, locks) = (path.to_owned(), self.locks());
        let (freed, inbox) = (Arc::clone(&self.freed), self.inbox.clone());
        thread::spawn(move || {
            if let Ok(lock) = lock::wait(&path, &locks) {
                *freed.lock().unwrap_or_else(PoisonError::into_inner) = Some(lock);
                let _ = inbox.send(Message::Freed);
            }
        });
    }

    fn open_in(&mut self, path: &Path, turn: WriteAccess, taken: bool, new: bool) -> Message {
        let (lock, theirs) = match turn {
            WriteAccess::Ours(lock) => (lock, None),
            WriteAccess::Theirs(who) => (None, Some(who)),
        };
        let passphrase = self.passphrase.as_ref();
        let opening = match &theirs {
            None => recovery::open(&self.state, path, &self.frameworks, passphrase, taken),
            Some(_) => {
                let opened = DraftFile::open(path, &self.frameworks, passphrase);
                opened.map(|(file, draft)| RecoveredOpening {
                    file,
                    draft,
                    attached: None,
                })
            }
        };
        let opening = match opening {
            Ok(opening) => opening,
            Err(OpenError::Sealed { path, why, tried }) if seal::BUILT => {
                let wrong = why == SealError::WrongPassphrase;
                if !wrong {
                    return Message::Failed(format!("{}: {why}", path.display()));
                }
                let why = tried.then(|| why.to_string());
                return Message::Sealed { path, why };
            }
            Err(error) => return Message::Failed(error.to_string()),
        };
        let (name, draft) = (path.display().to_string(), opening.draft);
        // A sealed draft says nothing of itself outside its seal.
        let id = match passphrase {
            Some(_) => "",
            None => &draft.assessment.head.id,
        };
        let versions = Versions::of(&self.state, id, path);
        let mut opened = OpenedDraft::plain(draft.assessment, draft.framework, name);
        opened.read_only = draft.read_only;
        opened.new = new;
        if opened.read_only.is_none() {
            opened.taken = theirs.is_some();
            opened.read_only = theirs;
        }
        let entries = match opening.attached {
            Some(attached) => self.attach(attached, &mut opened),
            None => {
                self.journal.take_up(None);
                0
            }
        };
        self.open = Some(OpenDraft {
            file: opening.file,
            lock,
            versions,
            entries,
            kept: None,
        });
        Message::OpenedDraft(Box::new(opened))
    }

    /// Takes up a draft's journal, with what it brought back. Gives how many entries it has.
    fn attach(&mut self, attached: Attached, opened: &mut OpenedDraft) -> u64 {
        opened.assessment = attached.assessment;
        // The framework may have been changed after the file was saved last.
        if opened.assessment.head.framework != opened.framework.id
            && let Ok(framework) = self.frameworks.get(&opened.assessment.head.framework)
        {
            opened.framework = framework;
        }
        opened.history = attached.history;
        opened.conflicts = attached.conflicts;
        opened.told = attached.told;
        opened.waiting = attached.doubtful.map(|waiting| MovedEdits {
            journal: waiting.journal,
            was: waiting.was.display().to_string(),
            steps: waiting.steps,
            since: time_of(waiting.since),
            base: Box::new(waiting.base),
            with: Box::new(waiting.with),
        });
        opened.recovered = attached.recovered.map(|recovered| RecoveredEdits {
            steps: recovered.steps,
            since: time_of(recovered.since),
            before: Box::new(recovered.before),
        });
        let entries = attached.journal.entries();
        let inbox = self.inbox.clone();
        let tell = move |standing| {
            let _ = inbox.send(Message::Journal(told(standing)));
        };
        let journal_thread = JournalThread::new(attached.journal, Box::new(tell));
        self.journal.take_up(Some(journal_thread));
        entries
    }

    /// Takes the hash of a file that the open draft names, on a thread of its own: it may be large, or far away.
    /// One that is no file is none.
    pub(super) fn hash(&self, id: String, reference: String) {
        let Some(open) = &self.open else {
            return;
        };
        let folder = open.file.path().parent().unwrap_or(Path::new(""));
        let path = folder.join(&reference);
        let inbox = self.inbox.clone();
        thread::spawn(move || {
            if let Ok(hash) = attachments::hash_of(&path) {
                let _ = inbox.send(Message::Hashed {
                    id,
                    reference,
                    hash,
                });
            }
        });
    }

    pub(super) fn save(&mut self, assessment: &Assessment, revision: u64) -> Message {
        let Some(open) = &mut self.open else {
            let why = "No draft is open.".to_owned();
            return Message::NotSaved { why };
        };
        if let Ok(framework) = self.frameworks.get(&assessment.head.framework) {
            open.file.put_under(&framework);
        }
        let entries = open.entries + revision;
        let before = open
            .file
            .bytes()
            .map(|(bytes, sealed)| (bytes.to_owned(), sealed));
        let saved = match self.journal.journal_thread() {
            Some(mut journal_thread) => open.file.save(assessment, entries, &mut journal_thread),
            None => open.file.save(assessment, entries, &mut NoSaveJournal),
        };
        let at = (self.now)();
        match saved {
            Ok(saved) => {
                if saved != Saved::Already
                    && let Some(before) = before
                {
                    open.keep(&before.0, before.1);
                }
                let lost = open.lock.as_ref().is_some_and(|lock| !lock.is_ours());
                if lost {
                    open.lock = None;
                    let who = self.who_took_over();
                    self.tell(Some(Message::Saved { revision, at }));
                    return Message::TakenOver(who);
                }
                Message::Saved { revision, at }
            }
            Err(SaveError::ChangedElsewhere(elsewhere)) => {
                if let Some((theirs, sealed)) = open.file.bytes() {
                    let now = Timestamp::now();
                    let _ = open.versions.keep(theirs, sealed, now, Why::Merged);
                }
                changed(*elsewhere)
            }
            Err(error @ SaveError::Kept { .. }) => {
                self.tell(Some(Message::Saved { revision, at }));
                Message::Failed(error.to_string())
            }
            Err(error) => Message::NotSaved {
                why: error.to_string(),
            },
        }
    }

    /// Looks whether somebody else has changed the draft, or taken it over.
    pub(super) fn look(&mut self) -> Option<Message> {
        let open = self.open.as_mut()?;
        let changed = open.file.look().map(changed);
        if open.lock.as_ref().is_some_and(|lock| !lock.is_ours()) {
            open.lock = None;
            self.tell(changed);
            return Some(Message::TakenOver(self.who_took_over()));
        }
        changed
    }

    fn who_took_over(&self) -> String {
        let path = self.open.as_ref().map(|open| open.file.path());
        let locking = path.map(|path| lock::lock(path, &self.locks()));
        match locking {
            Some(Ok(Locking::Held(holder) | Locking::Doubtful(holder, Doubt::OtherHost))) => {
                took_over(&holder)
            }
            _ => "Taken over by another Assay".to_owned(),
        }
    }
}

fn took_over(holder: &Holder) -> String {
    format!("Taken over: {holder}")
}

fn changed(elsewhere: Elsewhere) -> Message {
    Message::ChangedElsewhere {
        base: Box::new(elsewhere.base),
        theirs: Box::new(elsewhere.theirs),
    }
}

fn told(standing: JournalStatus) -> JournalStanding {
    match standing {
        JournalStatus::Home => JournalStanding::Safe,
        JournalStatus::Away(path) => JournalStanding::Elsewhere(path.display().to_string()),
        JournalStatus::Behind => JournalStanding::Behind,
        JournalStatus::Nowhere(why) => JournalStanding::Nowhere(why),
    }
}

/// A moment as people name it: the time of day, and the day where it is not today.
fn time_of(moment: Timestamp) -> String {
    let zone = jiff::tz::TimeZone::system();
    let (then, now) = (
        moment.to_zoned(zone.clone()),
        Timestamp::now().to_zoned(zone),
    );
    let form = if then.date() == now.date() {
        "%H:%M"
    } else {
        "%-d %b %H:%M"
    };
    then.strftime(form).to_string()
}
