//! The journal from other threads.
//!
//! Whoever hands entries in writes them, which takes some microseconds, and another thread waits for the disk
//! itself. Where a disk has once let a key wait for longer than a moment, a thread of its own writes from
//! then on: the screen shows that the disk does not answer, and does not stop the typing.

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::base::{Base, SaveJournal};
use super::edits::JournalEdit;
use super::open::sync_file;
use super::place::JournalName;
use super::replay::Replay;
use super::writer::{Journal, line};
use crate::assessment::{BoxEdit, Editable, HistoryEntry, JournalStanding};
use crate::store::disk;
use crate::store::lock::Lock;

/// The longest time after an edit until its bytes are brought to the disk, apart from the time that the disk itself
/// takes.
pub const SYNC_AFTER: Duration = Duration::from_millis(200);

/// The longest time that a key waits for its entry to be written before it is shown all the same, with a warning.
/// Until then what it wrote is in memory only, so that this is for a disk that has stopped answering and not for a
/// busy machine, where making the journal's file alone may take a tenth of a second.
const PATIENCE: Duration = Duration::from_secs(1);

/// A handle on the journal of the open draft. Clones are handles on the same.
#[derive(Clone)]
pub struct JournalThread {
    shared: Arc<SharedJournal>,
}

struct SharedJournal {
    inner: Mutex<JournalQueue>,
    journal: Mutex<Journal>,
    /// Something was handed in, or all is over.
    work: Condvar,
    /// Something is to be synced, or all is over.
    dirty: Condvar,
    /// Something was written.
    written: Condvar,
    on_standing: Box<dyn Fn(JournalStanding) + Send + Sync>,
}

#[derive(Debug)]
struct JournalQueue {
    /// The records that were handed in and are not written yet.
    queue: Vec<QueuedRecords>,
    handed: u64,
    written: u64,
    /// Since when something is written that is not on the disk.
    unsynced: Option<Instant>,
    standing: JournalStanding,
    started: bool,
    closed: bool,
    /// True where the disk has let a key wait: the thread that writes does so from then on.
    slow: bool,
    /// The file whose name is on the disk already.
    named: Option<PathBuf>,
}

/// Records that were handed in together.
#[derive(Debug)]
enum QueuedRecords {
    /// Entries of the history, as they are spelt.
    Entries(Vec<String>),
    /// Changes of the words in boxes, made at this time.
    Boxes(i64, Vec<BoxEdit>),
}

impl fmt::Debug for JournalThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JournalThread").finish_non_exhaustive()
    }
}

/// Locks a mutex whose holder may have panicked: what it guards is whole between two steps all the same.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl JournalThread {
    /// Returns a handle on a journal. `on_standing` is called, from any thread, when the journal's standing changes.
    pub fn new(journal: Journal, on_standing: Box<dyn Fn(JournalStanding) + Send + Sync>) -> Self {
        let inner = JournalQueue {
            queue: Vec::new(),
            handed: 0,
            written: 0,
            unsynced: None,
            standing: JournalStanding::Safe,
            started: false,
            closed: false,
            slow: false,
            named: None,
        };
        Self {
            shared: Arc::new(SharedJournal {
                inner: Mutex::new(inner),
                journal: Mutex::new(journal),
                work: Condvar::new(),
                dirty: Condvar::new(),
                written: Condvar::new(),
                on_standing,
            }),
        }
    }

    /// Hands entries in, made now, and waits a moment until they are written.
    pub fn append<E: JournalEdit>(&self, entries: &[HistoryEntry<E>], now: Timestamp) {
        let time = now.as_millisecond();
        let lines = entries.iter().map(|entry| line(time, entry)).collect();
        self.append_records(QueuedRecords::Entries(lines));
    }

    /// Hands changes of the words in boxes in, in the same way.
    pub fn append_boxes(&self, edits: &[BoxEdit], now: Timestamp) {
        self.append_records(QueuedRecords::Boxes(now.as_millisecond(), edits.to_vec()));
    }

    fn append_records(&self, records: QueuedRecords) {
        let shared = &self.shared;
        let mut inner = lock(&shared.inner);
        inner.handed += 1;
        let mine = inner.handed;
        inner.queue.push(records);
        if !inner.started {
            inner.started = self.start();
        }
        // A system that gives no thread is no reason to lose words: the key waits for the disk.
        let alone = !inner.started;
        // A disk that answers takes some microseconds for a record, and waking another thread takes more. One
        // that has let a key wait is left to the thread.
        let quick = (!inner.slow)
            .then(|| shared.journal.try_lock().ok())
            .flatten();
        if alone || quick.is_some() {
            drop(inner);
            let begun = Instant::now();
            shared.write_queue(quick.unwrap_or_else(|| lock(&shared.journal)));
            if begun.elapsed() >= PATIENCE {
                lock(&shared.inner).slow = true;
            }
            return;
        }
        shared.work.notify_one();
        let waiting = |inner: &mut JournalQueue| {
            inner.written < mine && inner.standing != JournalStanding::Behind
        };
        let (mut inner, timeout) = shared
            .written
            .wait_timeout_while(inner, PATIENCE, waiting)
            .unwrap_or_else(PoisonError::into_inner);
        if timeout.timed_out() && inner.written < mine {
            shared.set_standing(&mut inner, JournalStanding::Behind);
        }
    }

    /// Goes along with a draft that is elsewhere from here on, under this lock.
    pub fn move_to(&self, name: JournalName, places: Vec<PathBuf>, under: Option<&Arc<Lock>>) {
        self.wait();
        let mut journal = lock(&self.shared.journal);
        journal.own_under(under);
        journal.move_to(name, places);
    }

    /// Lets the journal be this program's for as long as this lock is.
    pub fn own_under(&self, under: Option<&Arc<Lock>>) {
        lock(&self.shared.journal).own_under(under);
    }

    /// Looks at the journal's file, and returns true where somebody else has taken its document over, though they may
    /// have let go of it since.
    pub fn was_set_aside(&self) -> bool {
        lock(&self.shared.journal).was_set_aside()
    }

    /// Takes note that the file was read, and that what stands in it is joined with all that was handed in. Returns what
    /// the journal had before beyond the last save, and how much of it the file had in it when it was last read or written.
    pub fn meets<D: Editable<Edit: JournalEdit>>(&self) -> (Replay<D>, u64) {
        self.wait();
        let mut journal = lock(&self.shared.journal);
        let before = (journal.replay(), journal.met());
        journal.meets();
        before
    }

    /// Brings all that was handed in to the disk, and ends the threads. Further entries are lost.
    pub fn close(&self) {
        self.wait();
        let mut journal = lock(&self.shared.journal);
        journal.remove_if_empty();
        let _ = journal.sync();
        // Not left to whichever thread ends last: by then somebody else may be writing to the same file.
        journal.release_space();
        drop(journal);
        lock(&self.shared.inner).closed = true;
        self.shared.work.notify_all();
        self.shared.dirty.notify_all();
    }

    /// Waits until all that was handed in is written.
    fn wait(&self) {
        let inner = lock(&self.shared.inner);
        let all = inner.handed;
        let waiting = |inner: &mut JournalQueue| inner.written < all;
        drop(self.shared.written.wait_while(inner, waiting));
    }

    /// Starts the threads. False where the system gives none that writes.
    fn start(&self) -> bool {
        let (writer, syncer) = (Arc::clone(&self.shared), Arc::clone(&self.shared));
        let spawn = |work: Box<dyn FnOnce() + Send>| thread::Builder::new().spawn(work);
        let writes = spawn(Box::new(move || writer.write())).is_ok();
        // Without the other, the disk is waited for by each save only.
        let _ = writes.then(|| spawn(Box::new(move || syncer.sync())));
        writes
    }
}

impl SaveJournal for JournalThread {
    fn saving(&mut self, hash: &str, entries: u64) {
        self.wait();
        // Where it cannot be noted, the save itself is what keeps the words.
        let noted = lock(&self.shared.journal).note_saving(hash, entries);
        let noted = noted.and_then(|()| self.shared.bring_to_disk());
        self.shared.report_standing(noted.err());
    }

    fn writing_over(&mut self, hash: &str, entries: u64, text: &str) -> bool {
        lock(&self.shared.journal).writing_over(hash, entries, text)
    }

    fn saved(&mut self, text: &Base, entries: u64) {
        lock(&self.shared.journal).saved(text, entries);
        // Entries that could not be written before are safe in the file now.
        self.shared.report_standing(None);
    }
}

impl SharedJournal {
    fn set_standing(&self, inner: &mut JournalQueue, standing: JournalStanding) {
        if inner.standing != standing {
            inner.standing = standing.clone();
            (self.on_standing)(standing);
        }
    }

    fn standing(&self, journal: &Journal) -> JournalStanding {
        match journal.path() {
            _ if journal.is_aside() => JournalStanding::Aside,
            Some(path) if !journal.is_at_home() => {
                JournalStanding::Elsewhere(path.display().to_string())
            }
            _ => JournalStanding::Safe,
        }
    }

    /// Reports how it stands now that the journal was brought to the disk, or was not. A disk that does not
    /// answer is reported by whoever waits for it.
    fn report_standing(&self, failed: Option<io::Error>) {
        let standing = match failed {
            Some(error) => JournalStanding::Nowhere(error.to_string()),
            None => {
                let journal = lock(&self.journal);
                if !journal.is_written() {
                    // What came meanwhile was not; it was reported then.
                    return;
                }
                self.standing(&journal)
            }
        };
        let mut inner = lock(&self.inner);
        if inner.standing != JournalStanding::Behind {
            self.set_standing(&mut inner, standing);
        }
    }

    /// Runs the thread that writes.
    fn write(&self) {
        loop {
            let waiting = |inner: &mut JournalQueue| inner.queue.is_empty() && !inner.closed;
            let inner = lock(&self.inner);
            let inner = self.work.wait_while(inner, waiting);
            let inner = inner.unwrap_or_else(PoisonError::into_inner);
            if inner.queue.is_empty() {
                return;
            }
            drop(inner);
            self.write_queue(lock(&self.journal));
        }
    }

    /// Writes what was handed in. The journal is held from the first: what is taken from the queue is written
    /// before what comes after it.
    fn write_queue(&self, mut journal: MutexGuard<'_, Journal>) {
        let queue = std::mem::take(&mut lock(&self.inner).queue);
        let mut failed = None;
        let many = u64::try_from(queue.len()).unwrap_or(0);
        for records in queue {
            // Others wait for this: whatever happens, it comes to an end.
            let append = AssertUnwindSafe(|| match records {
                QueuedRecords::Entries(lines) => journal.append_lines(lines),
                QueuedRecords::Boxes(time, edits) => journal.append_boxes(&edits, time),
            });
            let done = catch_unwind(append)
                .unwrap_or_else(|_| Err(io::Error::other("a fault in Assay itself")));
            failed = done.err();
        }
        let standing = match failed {
            Some(error) => JournalStanding::Nowhere(error.to_string()),
            None => self.standing(&journal),
        };
        drop(journal);
        let mut inner = lock(&self.inner);
        inner.written += many;
        self.set_standing(&mut inner, standing);
        self.written.notify_all();
        if inner.unsynced.is_none() {
            inner.unsynced = Some(Instant::now());
            self.dirty.notify_one();
        }
    }

    /// Brings what was written to the disk, elsewhere where it must be. The journal is not held while the disk
    /// is waited for, so that no key waits with it.
    fn bring_to_disk(&self) -> io::Result<()> {
        loop {
            let open = lock(&self.journal).file_to_sync()?;
            let Some((file, path)) = open else {
                return Ok(());
            };
            let named = lock(&self.inner).named.as_ref() == Some(&path);
            let done = match named {
                true => disk::sync_data(&file),
                false => sync_file(&file, &path),
            };
            match done {
                Ok(()) => {
                    lock(&self.inner).named = Some(path);
                    lock(&self.journal).is_on_disk(&file);
                    return Ok(());
                }
                Err(error) => lock(&self.journal).sync_failed(&file, error)?,
            }
        }
    }

    /// Runs the thread that waits for the disk.
    fn sync(&self) {
        loop {
            let waiting = |inner: &mut JournalQueue| inner.unsynced.is_none() && !inner.closed;
            let inner = self.dirty.wait_while(lock(&self.inner), waiting);
            let inner = inner.unwrap_or_else(PoisonError::into_inner);
            // What is typed meanwhile goes to the disk with it. What came while the disk was waited for has
            // waited already.
            let waited = inner.unsynced.map(|since| since.elapsed());
            let pause = SYNC_AFTER.saturating_sub(waited.unwrap_or_default());
            let until = |inner: &mut JournalQueue| !inner.closed;
            let waited = self.dirty.wait_timeout_while(inner, pause, until);
            let mut inner = waited.unwrap_or_else(PoisonError::into_inner).0;
            if inner.closed {
                return;
            }
            inner.unsynced = None;
            drop(inner);
            let failed = self.bring_to_disk().err();
            self.report_standing(failed);
        }
    }
}
