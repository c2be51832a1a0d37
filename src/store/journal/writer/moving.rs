//! A journal that goes along with its draft.

use std::io;
use std::path::{Path, PathBuf};

use super::{Journal, OpenJournal};
use crate::store::disk;
use crate::store::journal::head::moved_line;
use crate::store::journal::place::{JournalName, files};

impl Journal {
    /// Goes along with a draft that is elsewhere from here on: the file as well, or where that cannot be moved, a new
    /// one that begins with what is not yet saved. A draft that is another from here on has a new one too, whose head says
    /// so; all that the old one had is in it.
    pub(in crate::store::journal) fn move_to(&mut self, name: JournalName, places: Vec<PathBuf>) {
        let is_another = name.id != self.name.id;
        (self.name, self.places) = (name, places);
        if is_another && let Some(open) = self.file.take() {
            self.at = 0;
            if self.write_lines(&[]).is_ok() {
                // What cannot be taken away is the old draft's, which takes nothing of it: no text of its own is in it.
                let _ = disk::remove(&open.path);
            }
        } else if let Some(open) = self.file.take() {
            match self.moved(open) {
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

    fn moved(&self, mut open: OpenJournal) -> io::Result<OpenJournal> {
        let absent = io::Error::from(io::ErrorKind::NotFound);
        let place = self.places.first().ok_or(absent)?;
        disk::make_folder(place.parent().unwrap_or(Path::new("")))?;
        let free = files(place).find(|path| path.symlink_metadata().is_err());
        let free = free.ok_or(io::Error::from(io::ErrorKind::AlreadyExists))?;
        disk::rename(&open.path, &free)?;
        open.path = free;
        open.write(&[moved_line(&self.name)], &self.protection)?;
        Ok(open)
    }
}
