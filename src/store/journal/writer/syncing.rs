//! Bringing a journal to the disk, and elsewhere where its place fails.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Journal;
use crate::store::disk;
use crate::store::journal::open::sync_file;

/// The most files that are left in places that failed, while no other has all that they have.
const MOST_LEFT: usize = 2;

impl Journal {
    /// Brings what was written to the disk.
    ///
    /// # Errors
    /// It could be brought nowhere.
    pub fn sync(&mut self) -> io::Result<()> {
        while let Some((file, path)) = self.file_to_sync()? {
            match sync_file(&file, &path) {
                Ok(()) => {
                    self.is_on_disk(&file);
                    return Ok(());
                }
                Err(error) => self.sync_failed(&file, error)?,
            }
        }
        Ok(())
    }

    /// Returns the file to be synced, for a thread that waits for the disk without holding the journal, or `None`
    /// where nothing was done yet. What could not be written before is tried again.
    ///
    /// # Errors
    /// It can be written nowhere.
    pub(in crate::store::journal) fn file_to_sync(
        &mut self,
    ) -> io::Result<Option<(Arc<File>, PathBuf)>> {
        if self.file.is_none() && !self.is_empty() {
            self.write_lines(&[])?;
        }
        let open = self.file.as_ref();
        Ok(open.map(|open| (Arc::clone(&open.file), open.path.clone())))
    }

    /// Goes on after a failed sync. The file may have lost what was written to it: all is written anew elsewhere,
    /// unless that was done meanwhile.
    pub(in crate::store::journal) fn sync_failed(
        &mut self,
        file: &Arc<File>,
        error: io::Error,
    ) -> io::Result<()> {
        let open = self.file.as_ref();
        if open.is_some_and(|open| !Arc::ptr_eq(&open.file, file)) {
            return Ok(());
        }
        self.leave_place(error)?;
        self.write_lines(&[])
    }

    /// Leaves a place that failed for the next; back at the first where it was the last.
    pub(super) fn leave_place(&mut self, error: io::Error) -> io::Result<()> {
        self.left.extend(self.file.take().map(|open| open.path));
        // Each has all that those before it had, but only one of them is known to be on the disk.
        let many = self.left.len().saturating_sub(MOST_LEFT);
        let newest = self.left.split_off(many);
        let mut kept = newest;
        if let Some(at) = self
            .left
            .iter()
            .position(|it| self.synced.as_ref() == Some(it))
        {
            kept.insert(0, self.left.remove(at));
        }
        self.forget_left();
        self.left.extend(kept);
        self.at += 1;
        if self.at < self.places.len() {
            return Ok(());
        }
        self.at = 0;
        Err(error)
    }

    /// Takes note that one of its files was brought to the disk.
    pub(in crate::store::journal) fn is_on_disk(&mut self, file: &Arc<File>) {
        if self
            .file
            .as_ref()
            .is_some_and(|open| Arc::ptr_eq(&open.file, file))
        {
            self.synced = self.path().map(Path::to_owned);
            self.forget_left();
        }
    }

    /// Takes away the files that were left: all that they have is on the disk, here or in the document's file. Left lying
    /// about, they would be taken for edits that wait.
    pub(super) fn forget_left(&mut self) {
        let own = self.path().map(Path::to_owned);
        self.left.retain(|left| {
            own.as_ref() != Some(left)
                && disk::remove(left).is_err_and(|error| error.kind() != io::ErrorKind::NotFound)
        });
    }
}
