//! Sealing a draft's file, and taking the seal off again.
//!
//! Each has two steps, so that what stands in the way is known before anybody is asked for a passphrase. What belongs
//! to the draft goes along: see [`along`].

mod along;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use self::along::Leaving;
use super::claim::{claim, refuse_waiting};
use super::disk;
use super::door::{DoorError, check_new, send, write_new};
use super::file::{FileError, folder_of, read_bytes};
use super::last_places::LastPlaces;
use super::lock::Lock;
use super::prints::{PrintDoor, identity};
use super::seal::{ENDING, Passphrase, SealError, is_sealed, is_sealed_name, seal, unseal};

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

/// A draft that was sealed, or whose seal was taken off.
#[derive(Debug)]
pub struct Resealed {
    /// Its file.
    pub path: PathBuf,
    /// The files that belonged to it under the old name and could not be taken away; the new one has it all.
    pub left: Vec<PathBuf>,
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
    state: PathBuf,
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
            state: state.to_owned(),
            _lock: lock,
        })
    }

    /// Writes the sealed file, `NAME.toml.age`, with journals and earlier versions that are sealed too. It is read back
    /// and opened, and only when that gives the same bytes is the plain file taken away, with its journals and versions.
    /// Takes about two seconds, and one more for each version.
    ///
    /// # Errors
    /// What failed. The plain file is then as it was.
    pub fn finish(self, passphrase: &Passphrase) -> Result<Resealed, SealingError> {
        let Self {
            path,
            target,
            bytes,
            state,
            _lock,
        } = self;
        let sealed = seal(&bytes, passphrase).map_err(sealing(&path))?;
        let leaving = Leaving {
            state: &state,
            from: &path,
            to: &target,
            text: &bytes,
            passphrase,
            seals: true,
        };
        let back = |sealed: &[u8]| unseal(sealed, passphrase).map_err(sealing(&target));
        let left = change(&leaving, &bytes, &sealed, &bytes, back)?;
        LastPlaces::new(&state).forget(&identity(&bytes));
        Ok(Resealed { path: target, left })
    }

    /// Returns the files beside it, and in the trash, that are named as copies of the plain one are, and its prints. They
    /// stay readable.
    pub fn copies(&self) -> Vec<PathBuf> {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = folder_of(&self.path);
        let prints = PrintDoor::new(&self.state);
        let mut copies: Vec<PathBuf> = [folder.to_owned(), folder.join(".trash")]
            .iter()
            .filter_map(|folder| std::fs::read_dir(folder).ok())
            .flat_map(Iterator::flatten)
            .map(|entry| entry.path())
            .filter(|path| !is_sealed_name(path))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let copy = |rest: &str| rest.starts_with('.') && rest.ends_with(".toml");
                let own = name.strip_prefix(&*stem);
                let print = |rest: &str| rest.starts_with(['.', '-']) && prints.is_print(path);
                own.is_some_and(|rest| copy(rest) || print(rest))
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
    state: PathBuf,
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
            state: state.to_owned(),
            lock,
        })
    }

    /// Writes the plain file, with journals and earlier versions that are plain too. It is read back, and only when that
    /// gives the same bytes is the sealed one taken away. Takes about a second, and one more for each version. Where the
    /// sealed file stays, only the plain one is written.
    ///
    /// # Errors
    /// What failed. The sealed file is then as it was.
    pub fn finish(self, passphrase: &Passphrase) -> Result<Resealed, SealingError> {
        let plain = unseal(&self.bytes, passphrase).map_err(sealing(&self.path))?;
        let left = match self.lock {
            None => {
                send(&self.target, &plain)?;
                Vec::new()
            }
            Some(_) => {
                let text = std::str::from_utf8(&plain).unwrap_or_default();
                refuse_waiting(&self.path, text, Some(passphrase), &self.state)?;
                let leaving = Leaving {
                    state: &self.state,
                    from: &self.path,
                    to: &self.target,
                    text: &plain,
                    passphrase,
                    seals: false,
                };
                change(&leaving, &self.bytes, &plain, &plain, |back| {
                    Ok(back.to_vec())
                })?
            }
        };
        Ok(Resealed {
            path: self.target,
            left,
        })
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

/// Writes a draft's new file and what goes along with it, and takes the old away: if the new is `good` once it is
/// read `back`, and the old is still what was read. Else the new is taken away, and all is as it was. Gives what could
/// not be taken away of what went along.
fn change(
    leaving: &Leaving<'_>,
    was: &[u8],
    new: &[u8],
    good: &[u8],
    back: impl Fn(&[u8]) -> Result<Vec<u8>, SealingError>,
) -> Result<Vec<PathBuf>, SealingError> {
    let (from, to) = (leaving.from, leaving.to);
    write_new(to, new)?;
    let read = read_bytes(to).map_err(SealingError::from);
    let whole = read.and_then(|bytes| match back(&bytes)? == good {
        true => Ok(()),
        false => Err(refused(
            to,
            "the disk gave back something else; nothing was changed",
        )),
    });
    let along = whole.and_then(|()| leaving.write());
    let along = along.and_then(|along| match read_bytes(from) {
        Ok(bytes) if bytes == was => Ok(along),
        _ => {
            along.undo();
            let what = "another program changed it just now; nothing was done, so try again";
            Err(refused(from, what))
        }
    });
    let along = match along {
        Ok(along) => along,
        Err(error) => {
            // Where it cannot be taken away, there are two, and no word is lost.
            let _ = disk::remove(to);
            return Err(error);
        }
    };
    disk::remove(from).map_err(|error| {
        let what = format!("it cannot be taken away, so there are two now: {error}");
        refused(from, what)
    })?;
    let left = along.finish();
    let synced = disk::sync_folder(folder_of(from));
    synced.map_err(|error| FileError::of(from, "its folder cannot be synced", &error))?;
    Ok(left)
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
