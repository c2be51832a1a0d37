//! Sealing a draft's file, and taking the seal off again.
//!
//! Each has two steps, so that what stands in the way is known before anybody is asked for a passphrase.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{ENDING, Passphrase, SealError, is_sealed, is_sealed_name, seal, unseal};
use crate::store::claim::claim;
use crate::store::disk;
use crate::store::door::{DoorError, check_new, send, write_new};
use crate::store::file::{FileError, read_bytes};
use crate::store::lock::Lock;

/// The reason why a file was not sealed, or its seal not taken off.
#[derive(Debug, thiserror::Error)]
pub enum SealingError {
    /// It cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is not to be written, or cannot be.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// Its content cannot be sealed or opened.
    #[error("{}: {why}", .path.display())]
    Seal {
        /// The file.
        path: PathBuf,
        /// The reason.
        why: SealError,
    },
    /// It can be, and something speaks against it.
    #[error("{}: {what}", .path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// The objection, and what to do.
        what: String,
    },
}

fn refused(path: &Path, what: impl Into<String>) -> SealingError {
    SealingError::Refused {
        path: path.to_owned(),
        what: what.into(),
    }
}

fn sealing(path: &Path) -> impl Fn(SealError) -> SealingError {
    let path = path.to_owned();
    move |why| SealingError::Seal {
        path: path.clone(),
        why,
    }
}

/// A file that is to be sealed: it can be read, is not sealed yet, nobody has it open, and nothing stands where the
/// sealed one goes.
#[derive(Debug)]
pub struct Sealing {
    path: PathBuf,
    target: PathBuf,
    bytes: Vec<u8>,
    /// Held until the work is done.
    _lock: Lock,
}

impl Sealing {
    /// Looks at a file.
    ///
    /// # Errors
    /// It cannot be sealed.
    pub fn of(path: &Path, state: &Path) -> Result<Self, SealingError> {
        // Before it is read: nobody is to change it in between.
        let lock = claim_file(path, state)?;
        let bytes = read_bytes(path)?;
        if is_sealed(&bytes) {
            return Err(refused(path, "it is sealed already; nothing is to be done"));
        }
        no_link(path)?;
        let mut target = OsString::from(path);
        target.push(ENDING);
        let target = PathBuf::from(target);
        check_new(&target)?;
        Ok(Self {
            path: path.to_owned(),
            target,
            bytes,
            _lock: lock,
        })
    }

    /// Writes the sealed file, `NAME.toml.age`, and gives its path. It is read back and opened, and only when
    /// that gives the same bytes is the plain file taken away. Takes about two seconds.
    ///
    /// # Errors
    /// What failed. The plain file is then as it was.
    pub fn finish(self, passphrase: &Passphrase) -> Result<PathBuf, SealingError> {
        let Self {
            path,
            target,
            bytes,
            _lock,
        } = self;
        let sealed = seal(&bytes, passphrase).map_err(sealing(&path))?;
        write_new(&target, &sealed)?;
        let opened = read_bytes(&target)
            .map_err(SealingError::from)
            .and_then(|sealed| unseal(&sealed, passphrase).map_err(sealing(&target)));
        take_away(&path, &bytes, &target, |back| back == bytes, opened)?;
        Ok(target)
    }

    /// Files that are named as copies of the plain one are: those that Assay kept beside it, and those in
    /// the trash. They stay readable.
    pub fn copies(&self) -> Vec<PathBuf> {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut copies: Vec<PathBuf> = [folder.to_owned(), folder.join(".trash")]
            .iter()
            .filter_map(|folder| std::fs::read_dir(folder).ok())
            .flat_map(Iterator::flatten)
            .map(|entry| entry.path())
            .filter(|path| !is_sealed_name(path))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.strip_prefix(&*stem)
                    .is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".toml"))
            })
            .filter(|path| *path != folder.join(self.path.file_name().unwrap_or_default()))
            .collect();
        copies.sort();
        copies
    }
}

/// A file whose seal is to be taken off.
#[derive(Debug)]
pub struct Unsealing {
    path: PathBuf,
    target: PathBuf,
    bytes: Vec<u8>,
    /// Held until the work is done; nothing where the sealed file stays as it is.
    lock: Option<Lock>,
}

impl Unsealing {
    /// Looks at a file. With `output` the plain file goes there and the sealed one stays; without, the plain
    /// one takes its place, called the same without `.age`.
    ///
    /// # Errors
    /// Its seal cannot be taken off.
    pub fn of(path: &Path, output: Option<&Path>, state: &Path) -> Result<Self, SealingError> {
        let lock = match output {
            Some(_) => None,
            None => Some(claim_file(path, state)?),
        };
        let bytes = read_bytes(path)?;
        if !is_sealed(&bytes) {
            return Err(refused(path, "it is not sealed; nothing is to be done"));
        }
        let target = match output {
            Some(output) => output.to_owned(),
            None => {
                no_link(path)?;
                let ends = path.extension().is_some_and(|ending| ending == "age");
                if !ends || path.file_stem().is_none() {
                    let what = "its name does not end with .age; name the plain file with --output";
                    return Err(refused(path, what));
                }
                path.with_extension("")
            }
        };
        check_new(&target)?;
        Ok(Self {
            path: path.to_owned(),
            target,
            bytes,
            lock,
        })
    }

    /// Writes the plain file and gives its path. It is read back, and only when that gives the same bytes is
    /// the sealed one taken away. Takes about a second.
    ///
    /// # Errors
    /// What failed. The sealed file is then as it was.
    pub fn finish(self, passphrase: &Passphrase) -> Result<PathBuf, SealingError> {
        let plain = unseal(&self.bytes, passphrase).map_err(sealing(&self.path))?;
        match self.lock.is_some() {
            true => write_new(&self.target, &plain)?,
            false => send(&self.target, &plain)?,
        }
        if self.lock.is_some() {
            let back = read_bytes(&self.target).map_err(SealingError::from);
            take_away(
                &self.path,
                &self.bytes,
                &self.target,
                |back| back == plain,
                back,
            )?;
        }
        Ok(self.target)
    }
}

/// Refuses a link: its name would go and what it leads to would stay.
fn no_link(path: &Path) -> Result<(), SealingError> {
    match std::fs::read_link(path) {
        Ok(to) => {
            let to = to.display();
            Err(refused(
                path,
                format!("it is a link; name the file that it leads to, {to}"),
            ))
        }
        Err(_) => Ok(()),
    }
}

/// Takes the lock of a file that is there: a name that is not would get a lock beside it.
fn claim_file(path: &Path, state: &Path) -> Result<Lock, SealingError> {
    read_bytes(path)?;
    Ok(claim(path, state)?)
}

/// Takes the old file away, if what came in its place is good and it is still what was read. Else what came
/// in its place is taken away, and all is as it was.
fn take_away(
    old: &Path,
    was: &[u8],
    new: &Path,
    good: impl Fn(&[u8]) -> bool,
    opened: Result<Vec<u8>, SealingError>,
) -> Result<(), SealingError> {
    let good = match opened {
        Ok(bytes) if good(&bytes) => Ok(()),
        Ok(_) => Err(refused(
            new,
            "the disk gave back something else; nothing was changed",
        )),
        Err(error) => Err(error),
    };
    let good = good.and_then(|()| match read_bytes(old) {
        Ok(bytes) if bytes == was => Ok(()),
        _ => {
            let what = "another program changed it just now; nothing was done, so try again";
            Err(refused(old, what))
        }
    });
    if let Err(error) = good {
        // Where it cannot be taken away, there are two, and no word is lost.
        let _ = disk::remove(new);
        return Err(error);
    }
    let folder = match old.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    disk::remove(old).map_err(|error| {
        let what = format!("it cannot be taken away, so there are two now: {error}");
        refused(old, what)
    })?;
    let synced = disk::sync_folder(folder);
    Ok(synced.map_err(|error| FileError::of(old, "its folder cannot be synced", &error))?)
}

/// The greatest size of a passphrase's file, in bytes.
const MOST_WORDS: u64 = 4096;

/// Returns the passphrase that a file holds: its one line, without the end of the line and without the mark of its
/// encoding that some editors put at its beginning. It may be a pipe, as `/dev/fd/3` is.
///
/// # Errors
/// The file cannot be read, holds more than a line or something else than text, or is empty.
pub fn read_passphrase(path: &Path) -> Result<Passphrase, SealingError> {
    let bytes = disk::read(path, MOST_WORDS + 1)
        .map_err(|error| FileError::of(path, "the passphrase cannot be read", &error))?;
    let long = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_WORDS;
    let text = String::from_utf8(bytes).ok().filter(|_| !long);
    let Some(mut text) = text else {
        let what = "this is no passphrase; write it there as one line of text, saved as UTF-8";
        return Err(refused(path, what));
    };
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    if text.contains('\n') {
        let what = "there is more than one line; a passphrase is one";
        return Err(refused(path, what));
    }
    Passphrase::new(text).map_err(sealing(path))
}

#[cfg(all(test, feature = "seal"))]
mod tests;
