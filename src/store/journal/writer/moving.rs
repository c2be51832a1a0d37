//! A journal that goes along with its draft, or goes altogether.

use std::io;
use std::path::{Path, PathBuf};

use super::{Journal, OpenJournal};
use crate::store::disk;
use crate::store::journal::copied::rewritten;
use crate::store::journal::head::moved_line;
use crate::store::journal::place::{JournalName, files};

impl Journal {
    /// Goes along with a draft that is elsewhere from here on: the file as well, or where that cannot be moved, a new
    /// one that begins with what is not yet saved. Of a draft that is another from here on it is written once more, for its
    /// head says whose it is; all that can be undone is in it.
    pub(in crate::store::journal) fn move_to(&mut self, name: JournalName, places: Vec<PathBuf>) {
        let is_another = name.id != self.name.id;
        (self.name, self.places) = (name, places);
        if let Some(open) = self.file.take() {
            match self.moved(open, is_another) {
                Ok(open) => {
                    self.file = Some(open);
                    self.at = 0;
                }
                Err(_) => {
                    self.at = 0;
                    // What cannot be written now is with the first key, and reported then.
                    let _ = self.write_lines(&[]);
                }
            }
        }
    }

    fn moved(&self, mut open: OpenJournal, is_another: bool) -> io::Result<OpenJournal> {
        let absent = io::Error::from(io::ErrorKind::NotFound);
        let place = self.places.first().ok_or(absent)?;
        disk::make_folder(place.parent().unwrap_or(Path::new("")))?;
        let free = files(place).find(|path| path.symlink_metadata().is_err());
        let free = free.ok_or(io::Error::from(io::ErrorKind::AlreadyExists))?;
        if is_another {
            let new = rewritten(&open.path, &self.name, &self.protection, free)?;
            if self.held && !disk::try_hold(&new.file)? {
                let _ = disk::remove(&new.path);
                return Err(io::ErrorKind::WouldBlock.into());
            }
            // What cannot be taken away is offered to the file that stays, in which it was typed.
            let _ = disk::remove(&open.path);
            return Ok(new);
        }
        disk::rename(&open.path, &free)?;
        open.path = free;
        open.write(&[moved_line(&self.name)], &self.protection)?;
        Ok(open)
    }

    /// Takes its file away where nothing stands in it that could be had again: no entry, and no words of a box. To be called
    /// by whoever ends with it, while nobody else can have gone on with it.
    pub(in crate::store::journal) fn remove_if_empty(&mut self) {
        if self.entries() > 0 || !self.is_empty() || self.is_aside() {
            return;
        }
        if let Some(open) = &self.file
            && disk::is_still_at(&open.file, &open.path).unwrap_or(false)
            && disk::remove(&open.path).is_ok()
        {
            self.release_space();
            self.file = None;
        }
    }
}
