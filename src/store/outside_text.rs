//! Texts that are edited in another program: each in a file for its owner's eyes only, in a folder of its own in the state
//! folder, so that whatever that program leaves beside it goes too. While it is edited a lock is held on the folder; what
//! stands in one without its lock held was left by a program that was killed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::disk;
use super::door::{DoorError, write_new};
use super::file::{FileError, make_folder};
use super::identity::{fingerprint, free_name_like};

/// The folder, in the state folder, with a folder for each text.
const TEXTS: &str = "editing";
/// The text, in its folder; editors know by the ending that it is one.
const TEXT: &str = "text.txt";
/// The lock beside it.
const LOCK: &str = "lock";
/// The bytes that are read back at most.
const LONGEST: u64 = 1 << 22;

/// A text that is edited in another program.
#[derive(Debug)]
pub struct OutsideFile {
    folder: PathBuf,
    /// Held for as long as the text is edited.
    _lock: File,
}

impl OutsideFile {
    /// Writes a text out, to be edited.
    ///
    /// # Errors
    /// It cannot be written; nothing is left.
    pub fn write(state: &Path, text: &str) -> Result<Self, FileError> {
        let texts = state.join(TEXTS);
        let own = format!("{}-{}", fingerprint(text.as_bytes()), std::process::id());
        let folder = free_name_like(&texts, &own, "");
        make_folder(&folder)?;
        let lock = Self::lock(&folder);
        let lock = lock.map_err(|error| FileError::of(&folder, "it cannot be locked", &error));
        let written = lock.and_then(|lock| {
            let text = write_new(&folder.join(TEXT), text.as_bytes());
            text.map(|()| lock).map_err(|error| match error {
                DoorError::Refused(error) | DoorError::Failed(error) => error,
            })
        });
        match written {
            Ok(lock) => Ok(Self {
                folder,
                _lock: lock,
            }),
            Err(error) => {
                clear(&folder);
                Err(error)
            }
        }
    }

    fn lock(folder: &Path) -> std::io::Result<File> {
        let lock = disk::open_lock(&folder.join(LOCK))?;
        disk::try_hold(&lock)?;
        Ok(lock)
    }

    /// Returns the file to be edited.
    pub fn path(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// Returns the text as it is now, and takes the file away with all that stands beside it. Where it cannot be read, it
    /// stays, and is asked for when the program starts again.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub fn take_back(self) -> Result<String, FileError> {
        let text = read(&self.folder)?;
        clear(&self.folder);
        Ok(text)
    }
}

fn read(folder: &Path) -> Result<String, FileError> {
    let path = folder.join(TEXT);
    let bytes = disk::read(&path, LONGEST)
        .map_err(|error| FileError::of(&path, "the text cannot be read back", &error))?;
    // What is no UTF-8 was saved in a set of signs of one byte each: no word is refused for that.
    let of_bytes = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect();
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| of_bytes(error.into_bytes())))
}

/// Takes a text's folder away, with all that stands in it.
fn clear(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let _ = disk::remove(&entry.path());
    }
    let _ = disk::remove_folder(folder);
}

/// Returns the texts, each with its folder, that were changed in programs whose Assay was killed meanwhile. What was not
/// changed is taken away; the others stay until [`forget_outside_text`].
pub fn outside_texts_left(state: &Path) -> Vec<(PathBuf, String)> {
    let folders = fs::read_dir(state.join(TEXTS)).into_iter();
    let mut left = Vec::new();
    for folder in folders.flatten().flatten().map(|entry| entry.path()) {
        let lock = disk::open_lock(&folder.join(LOCK));
        if !lock.is_ok_and(|lock| disk::try_hold(&lock).unwrap_or(false)) {
            continue;
        }
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = read(&folder).unwrap_or_default();
        match text.trim().is_empty() || name.starts_with(&fingerprint(text.as_bytes())) {
            true => clear(&folder),
            false => left.push((folder, text)),
        }
    }
    left
}

/// Takes away a text that was left, once its words are kept elsewhere.
pub fn forget_outside_text(folder: &Path) {
    clear(folder);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_text_is_for_its_owner_alone_and_nothing_of_it_is_left() {
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&file.path()), 0o600);
            assert_eq!(mode(file.path().parent().unwrap()), 0o700);
        }
        fs::write(file.path().with_extension("txt~"), "a backup").unwrap();
        fs::write(file.path(), "The force acts.").unwrap();
        // While it is edited it is nobody else's.
        assert_eq!(outside_texts_left(state.path()), []);
        let folder = file.path().parent().unwrap().to_owned();
        assert_eq!(file.take_back().unwrap(), "The force acts.");
        assert!(!folder.exists());
    }

    #[test]
    fn what_a_killed_program_left_is_found_where_it_was_changed_and_goes_where_it_was_not() {
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.").unwrap();
        fs::write(file.path(), "The force acts.").unwrap();
        drop(file);
        drop(OutsideFile::write(state.path(), "Another.").unwrap());
        let left = outside_texts_left(state.path());
        assert_eq!(left.len(), 1);
        let (folder, text) = left.first().unwrap();
        assert_eq!(text, "The force acts.");
        forget_outside_text(folder);
        assert_eq!(outside_texts_left(state.path()), []);
        assert_eq!(fs::read_dir(state.path().join(TEXTS)).unwrap().count(), 0);
    }
}
