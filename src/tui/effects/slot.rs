//! A file that is open: its lock, its journal, its earlier versions. There are two of them, the draft and the
//! inspection, which are opened, saved, looked after and let go of in the same way.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

mod access;

use super::JournalHandle;
use super::outside_journal::OutsideJournal;
use super::watch::FileWatch;
use crate::app::{FileKind, FileNews, Message, OpenedFile};
use crate::store::journal::{Journal, JournalThread};
use crate::store::lock::{self, Lock, LockWait};
use crate::store::recovery;
use crate::store::seal::{self, Passphrase, SealError};
use crate::store::{
    EditedFile, ExternalChange, FileDocument, Frameworks, LastPlaces, OpenError, Versions,
};

/// A document that the screen shows, each kind in its own way.
pub(super) trait ShownDocument: FileDocument {
    /// The kind of file that it stands in.
    const KIND: FileKind;

    /// Returns the message that it was opened; `new` where it was made just now.
    fn opened(file: OpenedFile<Self>, context: Self::Context, new: bool) -> Message;

    /// Returns the message that another program has changed its file.
    fn changed(elsewhere: ExternalChange<Self>) -> Message;
}

/// The operations on an open file, whatever stands in it.
pub(super) trait AnySlot {
    /// Takes the open file over from its holder.
    fn take_over(&mut self) -> Option<Message>;

    /// Waits until whoever has taken the open file over lets go of it.
    fn wait_for_holder(&mut self);

    /// Opens the same file once more: it is free now.
    fn open_again(&mut self) -> Option<Message>;

    /// Checks whether the file was changed or taken over elsewhere.
    fn check(&mut self) -> Option<Message>;

    /// Goes on in another place, where the file is now.
    fn go_on_at(&mut self, path: PathBuf) -> Option<Message>;

    /// Lets the next save write the file anew that is gone.
    fn write_anew(&mut self);

    /// Lets go of the open file.
    fn close(&mut self);
}

/// The slot in which a file of one kind can be open.
#[derive(Debug)]
pub(super) struct FileSlot<D: FileDocument> {
    pub(super) open: Option<OpenFile<D>>,
    /// The passphrase that opens the file, where it is sealed.
    passphrase: Option<Arc<Passphrase>>,
    freed: Arc<Mutex<Freed>>,
    pub(super) journal: JournalHandle,
    pub(super) frameworks: Arc<Frameworks>,
    pub(super) state: PathBuf,
    pub(super) inbox: Sender<Message>,
    /// The time after which the open file is looked at again and again, where it is.
    pub(super) looks: Option<Duration>,
    watch: Option<FileWatch>,
}

/// An open file, outside the state machine.
#[derive(Debug)]
pub(super) struct OpenFile<D: FileDocument> {
    pub(super) file: EditedFile<D>,
    /// Without one the file is only read, or lies where no lock can be made.
    pub(super) lock: Option<Arc<Lock>>,
    pub(super) versions: Versions,
    /// The number of entries that the journal had when the file was opened.
    pub(super) entries: u64,
    /// True where somebody else has taken it over.
    pub(super) lost: bool,
    /// The hour in which an earlier version was kept last, counted since 1970.
    pub(super) kept: Option<i64>,
    /// True where it was told that a version cannot be kept.
    pub(super) told_unkept: bool,
}

/// A lock that is waited for, until the file that it is of is closed.
#[derive(Debug, Default)]
struct Freed {
    wanted: Option<WantedFile>,
    lock: Option<Lock>,
}

/// A file that is wanted for as long as this stands.
#[derive(Debug)]
struct WantedFile {
    path: PathBuf,
    wait: Arc<LockWait>,
}

impl Drop for WantedFile {
    fn drop(&mut self) {
        self.wait.give_up();
    }
}

/// Returns the folder for locks of drafts whose own folder takes none.
pub(super) fn locks(state: &Path) -> PathBuf {
    state.join("locks")
}

/// The lock with which a file can be written here, where one can be made; or why it cannot be written.
pub(super) type WriteAccess = Result<Option<Lock>, String>;

/// Returns what is told of a file that was not opened.
fn refused(error: OpenError) -> Message {
    match error {
        OpenError::Sealed { path, why, tried } if seal::BUILT => {
            if why != SealError::WrongPassphrase {
                return Message::Failed(format!("{}: {why}", path.display()));
            }
            let why = tried.then(|| why.to_string());
            Message::Sealed { path, why }
        }
        error => Message::Failed(error.to_string()),
    }
}

impl<D: ShownDocument> FileSlot<D> {
    /// Returns a slot with nothing in it.
    pub(super) fn new(
        state: &Path,
        frameworks: &Arc<Frameworks>,
        journal: &JournalHandle,
        inbox: &Sender<Message>,
    ) -> Self {
        Self {
            open: None,
            passphrase: None,
            freed: Arc::default(),
            journal: journal.clone(),
            frameworks: Arc::clone(frameworks),
            state: state.to_owned(),
            inbox: inbox.clone(),
            looks: None,
            watch: None,
        }
    }

    /// Returns where the open file is kept, where one is open.
    pub(super) fn path(&self) -> Option<&Path> {
        Some(self.open.as_ref()?.file.path())
    }

    /// Opens a file, with what its journal has beyond it; a sealed one with its passphrase.
    pub(super) fn open(
        &mut self,
        path: &Path,
        passphrase: Option<Passphrase>,
        new: bool,
    ) -> Message {
        self.passphrase = passphrase.map(Arc::new);
        self.open_with(path, new)
    }

    fn open_with(&mut self, path: &Path, new: bool) -> Message {
        let Freed { wanted, lock } = std::mem::take(&mut *self.freed());
        let wanted = wanted.map(|wanted| wanted.path.clone());
        self.close();
        let access = match lock {
            Some(lock) if wanted.as_deref() == Some(path) => Ok(Some(lock)),
            _ => self.ask_for(path),
        };
        self.open_in(path, access, false, new)
    }

    fn freed(&self) -> MutexGuard<'_, Freed> {
        self.freed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the open file from now on, where it is.
    pub(super) fn look_on(&mut self) {
        let open = self.open.as_ref().zip(self.looks);
        self.watch = open.map(|(open, every)| {
            FileWatch::over(
                D::KIND,
                open.file.path(),
                open.lock.as_ref(),
                every,
                &self.inbox,
            )
        });
    }

    fn open_in(&mut self, path: &Path, access: WriteAccess, taken: bool, new: bool) -> Message {
        let (lock, theirs) = match access {
            Ok(lock) => (lock.map(Arc::new), None),
            Err(who) => (None, Some(who)),
        };
        let passphrase = self.passphrase.as_ref();
        let frameworks = &*self.frameworks;
        // It may be this file's.
        self.journal.release(D::KIND);
        let opening = match &theirs {
            None => recovery::open::<D>(&self.state, path, frameworks, passphrase, taken),
            Some(_) => recovery::open_to_read(&self.state, path, frameworks, passphrase),
        };
        let opening = match opening {
            Ok(opening) => opening,
            Err(error) => return refused(error),
        };
        let id = opening.file.outer_id();
        let versions = Versions::of(&self.state, id, path);
        let last_place = LastPlaces::new(&self.state).of(id);
        let entries = opening.journal.as_ref().map_or(0, Journal::entries);
        let journal = opening.journal.map(|mut journal| {
            journal.own_under(lock.as_ref());
            self.threaded(journal)
        });
        let outside = OutsideJournal::new(opening.outside, &self.inbox);
        self.journal.take_up(D::KIND, journal, Some(outside));
        self.open = Some(OpenFile {
            file: opening.file,
            lock,
            versions,
            entries,
            lost: false,
            kept: None,
            told_unkept: false,
        });
        self.look_on();
        // The framework may have been changed after the file was saved last.
        let context = opening.reopened.document.context(&self.frameworks);
        let context = context.unwrap_or(opening.context);
        let opened = OpenedFile {
            path: path.to_owned(),
            taken: opening.read_only.is_none() && theirs.is_some(),
            read_only: opening.read_only.or(theirs),
            sealed: self.passphrase.is_some(),
            last_place,
            reopened: opening.reopened,
        };
        D::opened(opened, context, new)
    }

    /// Starts a file's journal, which reports its state to the screen.
    fn threaded(&self, journal: Journal) -> JournalThread {
        let inbox = self.inbox.clone();
        let report = move |standing| {
            let news = FileNews::Journal(standing);
            let _ = inbox.send(Message::File(D::KIND, news));
        };
        JournalThread::new(journal, Box::new(report))
    }

    /// Returns true where somebody else has taken the open file over. They may have let go of it since, and the journal
    /// tells.
    pub(super) fn has_lost(&self) -> bool {
        let Some(open) = &self.open else {
            return false;
        };
        let is_ours = |lock: &Lock| lock.is_ours_by_all_names(open.file.path(), &self.locks());
        let lock = open.lock.as_ref();
        open.lost || lock.is_some_and(|lock| !is_ours(lock) || self.was_taken_and_freed(lock))
    }

    /// Returns true where nobody has the lock that was had here, since whoever had taken the file over let go of it.
    fn was_taken_and_freed(&self, lock: &Lock) -> bool {
        let aside = || {
            self.journal
                .thread(D::KIND)
                .is_some_and(|it| it.was_set_aside())
        };
        lock.is_gone() && aside()
    }

    /// Lets go of the open file where somebody else has taken it over; it is then only read, and true is returned. A lock
    /// that was merely deleted is made again.
    pub(super) fn is_lost(&mut self) -> bool {
        let Some((path, lock)) = self.open.as_ref().and_then(|open| {
            let lock = open.lock.as_ref()?;
            Some((open.file.path().to_owned(), Arc::clone(lock)))
        }) else {
            return false;
        };
        let mut lost = self.has_lost();
        let mut again = None;
        if !lost && lock.is_gone() {
            match self.ask_for(&path) {
                Ok(lock) => again = lock.map(Arc::new),
                Err(_) => lost = true,
            }
        } else if !lost {
            return false;
        }
        if let Some(open) = &mut self.open {
            open.lost |= lost;
            open.lock = again;
            let journal = self.journal.thread(D::KIND).filter(|_| !lost);
            if let Some(journal) = journal {
                journal.own_under(open.lock.as_ref());
            }
        }
        lost
    }

    /// Returns what was found, or sends it and returns that the file was taken over, where it was.
    pub(super) fn then_lost(&mut self, found: Option<Message>) -> Option<Message> {
        if !self.is_lost() {
            return found;
        }
        if let Some(found) = found {
            let _ = self.inbox.send(found);
        }
        let who = self.who_took_over();
        Some(Message::File(D::KIND, FileNews::TakenOver(who)))
    }
}

impl<D: ShownDocument> AnySlot for FileSlot<D> {
    fn take_over(&mut self) -> Option<Message> {
        let path = self.path()?.to_owned();
        *self.freed() = Freed::default();
        Some(match lock::take_over(&path, &self.locks()) {
            Ok(lock) => self.open_in(&path, Ok(Some(lock)), true, false),
            Err(error) => Message::Failed(format!("It cannot be taken over: {error}")),
        })
    }

    fn wait_for_holder(&mut self) {
        let path = self.path().map(Path::to_owned);
        let waited = self.freed().wanted.as_ref().map(|file| file.path.clone());
        // It may be told more than once.
        if let Some(path) = path.filter(|path| waited.as_ref() != Some(path)) {
            self.wait_for(&path);
        }
    }

    fn open_again(&mut self) -> Option<Message> {
        let path = self.path()?.to_owned();
        // Where it cannot be read, or asks for another passphrase, what is open stays so, with the journals into which
        // words go.
        let read = EditedFile::<D>::open(&path, &self.frameworks, self.passphrase.as_ref());
        Some(match read {
            Ok(_) => self.open_with(&path, false),
            Err(error) => refused(error),
        })
    }

    fn check(&mut self) -> Option<Message> {
        let found = self.look();
        self.try_again();
        self.then_lost(found)
    }

    fn go_on_at(&mut self, path: PathBuf) -> Option<Message> {
        Some(match self.move_to(path) {
            Ok(moved) => moved,
            Err(why) => Message::File(D::KIND, FileNews::NotSaved { why }),
        })
    }

    fn write_anew(&mut self) {
        if let Some(open) = &mut self.open {
            open.file.write_anew();
        }
    }

    fn close(&mut self) {
        self.journal.take_up(D::KIND, None, None);
        // No longer wanted before the lock is let go: whoever still waits for it here would take it.
        *self.freed() = Freed::default();
        self.watch = None;
        // A look at the lock may be on, by another thread, and would hold it until its end.
        if let Some(lock) = self.open.take().and_then(|open| open.lock) {
            lock.release();
        }
    }
}
