//! A look now and then at the file that is open, by a thread of its own: a disk that does not answer keeps no key waiting.
//! It only tells that something may have happened; what it was, is found out by whoever reads the file.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::app::{FileKind, FileNews, Message};
use crate::store::lock::Lock;

/// The looks at a file, which end when this is dropped.
#[derive(Debug)]
pub(super) struct FileWatch {
    _end: Sender<()>,
}

impl FileWatch {
    /// Looks at a file and at its lock, where it is held, after each so long a time.
    pub(super) fn over(
        kind: FileKind,
        path: &Path,
        lock: Option<&Arc<Lock>>,
        every: Duration,
        inbox: &Sender<Message>,
    ) -> Self {
        let (end, ended) = channel();
        // Whoever looks holds no lock.
        let lock = lock.map(Arc::downgrade);
        let (path, inbox) = (path.to_owned(), inbox.clone());
        thread::spawn(move || {
            // The file was read before this began, and may have been written since: the first look tells in any case.
            let mut before = None;
            while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                let now = Some(Seen::of(&path, lock.as_ref()));
                if now != before && inbox.send(Message::File(kind, FileNews::Stirred)).is_err() {
                    return;
                }
                before = now;
            }
        });
        Self { _end: end }
    }
}

/// The state that a look sees.
#[derive(PartialEq, Eq)]
struct Seen {
    /// When the file was written last, and how long it is; `None` where it is gone.
    file: Option<(Option<SystemTime>, u64)>,
    /// True where somebody else has the lock that was held here.
    is_lost: bool,
}

impl Seen {
    fn of(path: &Path, lock: Option<&Weak<Lock>>) -> Self {
        let file = path.metadata().ok();
        Self {
            file: file.map(|file| (file.modified().ok(), file.len())),
            is_lost: lock
                .and_then(Weak::upgrade)
                .is_some_and(|lock| !lock.is_ours()),
        }
    }
}
