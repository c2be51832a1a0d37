//! Entries that were read before: a file that has not changed since is not read again.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::LibraryEntry;
use crate::parallel;

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

/// A file with its stamp.
pub(super) type StampedFile = (Option<FileStamp>, PathBuf);

/// The entries of a folder as they were read last.
#[derive(Debug, Default)]
pub struct KnownEntries {
    entries: HashMap<PathBuf, (FileStamp, Option<LibraryEntry>)>,
    /// The number of files that were read.
    pub read: usize,
}

impl KnownEntries {
    /// Returns the entries of files: as they are known, or as `read` reads them, many at once.
    pub(super) fn entries(
        &mut self,
        files: &[StampedFile],
        read: impl Fn(&StampedFile) -> Option<LibraryEntry> + Sync,
    ) -> Vec<LibraryEntry> {
        let is_known = |(stamp, path): &StampedFile| {
            let known = self.entries.get(path);
            known.is_some_and(|(known, _)| Some(*known) == *stamp)
        };
        let new: Vec<&StampedFile> = files.iter().filter(|file| !is_known(file)).collect();
        // Before they are read, so that what is written meanwhile is noticed the next time.
        let settled = |stamp: Option<FileStamp>| stamp.filter(|stamp| stamp.is_settled());
        let settled: Vec<_> = new.iter().map(|(stamp, _)| settled(*stamp)).collect();
        let entries = parallel::map(&new, |file| read(file));
        self.read += new.len();
        let mut unsettled = HashMap::new();
        for (((_, path), stamp), entry) in new.into_iter().zip(settled).zip(entries) {
            // What cannot be opened may be so for something outside its file: its framework, its permissions.
            let is_broken = entry.as_ref().is_some_and(|entry| entry.broken.is_some());
            self.entries.remove(path);
            match stamp.filter(|_| !is_broken) {
                Some(stamp) => drop(self.entries.insert(path.clone(), (stamp, entry))),
                None => drop(unsettled.insert(path, entry)),
            }
        }
        let entry = |(_, path): &StampedFile| match unsettled.remove(path) {
            Some(entry) => entry,
            None => self.entries.get(path)?.1.clone(),
        };
        files.iter().filter_map(entry).collect()
    }
}
