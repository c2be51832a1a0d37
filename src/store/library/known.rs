//! Entries that were read before: a file that has not changed since is not read again.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::LibraryEntry;

/// The marks by which it is known without reading a file that it was not written since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileStamp {
    /// The time of its last change.
    pub(super) modified: SystemTime,
    length: u64,
}

impl FileStamp {
    /// Returns the stamp of a file; `None` where it cannot be looked at.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        Some(Self {
            modified: metadata.modified().ok()?,
            length: metadata.len(),
        })
    }

    /// Returns true where a later change would have another stamp: clocks of file systems tick as slowly as once in two
    /// seconds.
    fn is_settled(self) -> bool {
        let age = self.modified.elapsed();
        age.is_ok_and(|age| age > Duration::from_secs(3))
    }
}

/// The entries of a folder as they were read last.
#[derive(Debug, Default)]
pub struct KnownEntries {
    entries: HashMap<PathBuf, (FileStamp, Option<LibraryEntry>)>,
    /// The number of files that were read.
    pub read: usize,
}

impl KnownEntries {
    /// Returns the entry of a file: as it is known, or as `read` reads it.
    pub(super) fn entry(
        &mut self,
        path: &Path,
        stamp: Option<FileStamp>,
        read: impl FnOnce(&Path) -> Option<LibraryEntry>,
    ) -> Option<LibraryEntry> {
        if let Some((known, entry)) = self.entries.get(path)
            && Some(*known) == stamp
        {
            return entry.clone();
        }
        // Before it is read, so that what is written meanwhile is noticed the next time.
        let settled = stamp.filter(|stamp| stamp.is_settled());
        let entry = read(path);
        self.read += 1;
        // What cannot be opened may be so for something outside its file: its framework, its permissions.
        let is_broken = entry.as_ref().is_some_and(|entry| entry.broken.is_some());
        match settled.filter(|_| !is_broken) {
            Some(stamp) => {
                let known = (stamp, entry.clone());
                self.entries.insert(path.to_owned(), known);
            }
            None => {
                self.entries.remove(path);
            }
        }
        entry
    }
}
