//! The file that a journal is written to.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::place::{aside, files};
use super::protection::RecordProtection;
use super::record;
use crate::store::disk;

/// The space that is set aside at a time, in bytes, so that a disk that fills up does not stop the typing at once.
const AHEAD: u64 = 64 * 1024;

/// A journal's file, and where its next record goes.
#[derive(Debug)]
pub(super) struct OpenJournal {
    pub(super) path: PathBuf,
    pub(super) file: Arc<File>,
    pub(super) records: u64,
    pub(super) length: u64,
    pub(super) allocated: u64,
}

impl OpenJournal {
    /// Returns a file in which nothing is yet.
    pub(super) fn new(path: PathBuf, file: File) -> Self {
        Self {
            path,
            file: Arc::new(file),
            records: 0,
            length: 0,
            allocated: 0,
        }
    }

    /// Appends records.
    pub(super) fn write(
        &mut self,
        lines: &[String],
        protection: &RecordProtection,
    ) -> io::Result<()> {
        let mut bytes = Vec::new();
        for line in lines {
            // The head says how the others are to be read.
            let text = match self.records {
                0 => line.into(),
                nth => protection.protect(nth, line)?,
            };
            record::write(&mut bytes, self.records, &text);
            self.records += 1;
        }
        let more = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.length + more > self.allocated {
            // A disk that has no room to set aside may still have room for this.
            if disk::allocate(&self.file, self.length, more + AHEAD).is_ok() {
                self.allocated = self.length + more + AHEAD;
            }
        }
        disk::write(&self.file, &bytes)?;
        self.length += more;
        Ok(())
    }
}

/// Brings a journal's bytes to the disk, and its name with the first of them.
pub(super) fn sync_file(file: &File, path: &Path) -> io::Result<()> {
    disk::sync_data(file)?;
    disk::sync_folder(path.parent().unwrap_or(Path::new("")))
}

/// Makes the file, under another number where the name is taken.
pub(super) fn create(place: &Path) -> io::Result<(PathBuf, File)> {
    create_first(files(place))
}

/// Makes the file under a name at which nobody looks for one to go on with.
pub(super) fn create_aside(place: &Path) -> io::Result<(PathBuf, File)> {
    create_first(aside(place))
}

fn create_first(paths: impl Iterator<Item = PathBuf>) -> io::Result<(PathBuf, File)> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for path in paths {
        match disk::create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            made => return Ok((path, made?)),
        }
    }
    Err(last)
}
