//! Files read whole and written whole.
//!
//! A write never touches the file that stands there: the new bytes go into a new file in the same folder, are
//! synced, and take the old one's place by a rename. Whatever happens on the way, the file is the old one
//! or the new one.

mod left_over;

pub(super) use left_over::{is_left_over, new_name, remove_left_overs};

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::attributes;
use super::disk;
use super::format::MAX_BYTES;
use super::identity::fingerprint;

#[cfg(test)]
mod tests;

/// Something that could not be done with a file.
#[derive(Debug, thiserror::Error)]
#[error("{}: {what}; {hint}", crate::text::visible_line(&.path.display().to_string()))]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// The problem.
    pub what: String,
    /// The advice: what to do.
    pub hint: &'static str,
}

impl FileError {
    pub(super) fn new(path: &Path, what: impl Into<String>, hint: &'static str) -> Self {
        Self {
            path: path.to_owned(),
            what: what.into(),
            hint,
        }
    }

    pub(super) fn of(path: &Path, doing: &str, error: &io::Error) -> Self {
        let (why, hint) = match error.kind() {
            io::ErrorKind::NotFound => ("it is not there", "look whether it was moved or renamed"),
            io::ErrorKind::PermissionDenied => (
                "you may not",
                "ask for the right to this file and its folder, or take another folder",
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                ("the disk is full", "free some space, then save again")
            }
            io::ErrorKind::ReadOnlyFilesystem => ("the disk is read-only", "take another folder"),
            io::ErrorKind::NotADirectory => (
                "a part of its path is a file",
                "take a folder that is there",
            ),
            _ => {
                return Self::new(
                    path,
                    format!("{doing}: {error}"),
                    "try again, or take another folder",
                );
            }
        };
        Self::new(path, format!("{doing}: {why}"), hint)
    }
}

/// Returns the bytes of a file.
///
/// # Errors
/// It cannot be read, is no regular file (a pipe would never end), or is larger than a draft may be.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |error: &io::Error| FileError::of(path, "it cannot be read", error);
    let metadata = disk::metadata(path).map_err(|error| fail(&error))?;
    if !metadata.is_file() {
        let hint = "name a draft; `assay list` shows them";
        return Err(FileError::new(path, "this is not a file", hint));
    }
    let bytes = disk::read(path, MAX_BYTES + 1).map_err(|error| fail(&error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_BYTES {
        let what = format!("it is larger than {} MiB", MAX_BYTES / (1024 * 1024));
        return Err(FileError::new(
            path,
            what,
            "a draft is text; is this another file?",
        ));
    }
    Ok(bytes)
}

/// Writes a file whole. A link is followed to the file that it names, and stays; the file keeps its mode
/// and, where that is possible, its owner. A new file is for its owner's eyes only.
///
/// # Errors
/// What failed. The file is then as it was.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if replace(path, bytes, &mut || false, &|_| true)? != WriteOutcome::Unexpected {
        return Ok(());
    }
    let hint = "look at it, then try again";
    Err(FileError::new(
        path,
        "another program has just made this file",
        hint,
    ))
}

/// The way in which a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    /// A new file took the old one's place.
    Placed,
    /// The bytes were written into the old file: it has other names that are to stay names of it, or attributes that no
    /// new file can have, or its folder takes no new files.
    InPlace,
    /// It was no longer what was expected, and is as it was.
    Unexpected,
}

/// Writes a file whole, unless it is no longer what is expected: `expected` is asked at the last moment,
/// when the new bytes are on the disk already and only the rename is left. Where there was no file, none
/// is written over that came meanwhile.
///
/// Where there is no other way than to write over the old bytes, `before_overwrite` is asked to bring the words to safety
/// first; where it could not, nothing is written.
///
/// # Errors
/// What failed. The file is then as it was.
pub(super) fn replace(
    path: &Path,
    bytes: &[u8],
    before_overwrite: &mut dyn FnMut() -> bool,
    expected: &dyn Fn(&Path) -> bool,
) -> Result<WriteOutcome, FileError> {
    let target = follow(path)?;
    let before = match disk::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(FileError::of(&target, "it cannot be looked at", &error)),
    };
    if let Some(before) = &before {
        if !before.is_file() {
            let hint = "take another name";
            return Err(FileError::new(&target, "this is not a file", hint));
        }
        writable(&target, before)?;
        if disk::names(before) > 1
            && let Some(written) = in_place(&target, bytes, before_overwrite, expected)?
        {
            return Ok(written);
        }
    }
    let folder = folder_of(&target);
    make_folder(folder)?;
    let new = folder.join(new_name(&target));
    let file = match disk::create(&new) {
        Ok(file) => file,
        Err(error) => {
            if before.is_some()
                && refuses_new_files(&error)
                && let Some(written) = in_place(&target, bytes, before_overwrite, expected)?
            {
                return Ok(written);
            }
            return Err(FileError::of(&target, NO_NEW_FILE, &error));
        }
    };
    if before.is_some() && !attributes::copy(&target, &file) {
        // What it would lose by a new file, it keeps as the one that it is.
        let written = in_place(&target, bytes, before_overwrite, expected);
        if !matches!(written, Ok(None)) {
            let _ = disk::remove(&new);
        }
        if let Some(written) = written? {
            return Ok(written);
        }
    }
    let filled = fill(&file, bytes, before.as_ref());
    put(&new, &target, filled, before.is_some(), expected)
}

/// Puts new bytes, for their owner's eyes only, into the place of a file that is there, unless it is no longer what is
/// expected.
///
/// # Errors
/// What failed. The file is then as it was.
pub(super) fn replace_private(
    target: &Path,
    bytes: &[u8],
    expected: &dyn Fn(&Path) -> bool,
) -> Result<WriteOutcome, FileError> {
    let before = disk::metadata(target)
        .map_err(|error| FileError::of(target, "it cannot be looked at", &error))?;
    writable(target, &before)?;
    let new = folder_of(target).join(new_name(target));
    let file = disk::create(&new).map_err(|error| FileError::of(target, NO_NEW_FILE, &error))?;
    put(&new, target, fill(&file, bytes, None), true, expected)
}

const NO_NEW_FILE: &str = "a new file cannot be made beside it";

/// Refuses a file that is write-protected. A rename would replace it all the same, so it is asked first.
fn writable(target: &Path, there: &fs::Metadata) -> Result<(), FileError> {
    match there.permissions().readonly() {
        true => {
            let hint = "allow writing to it (chmod u+w), or take another name";
            Err(FileError::new(target, "it is write-protected", hint))
        }
        false => Ok(()),
    }
}

/// Puts a new file that was filled in its place, or takes it away.
fn put(
    new: &Path,
    target: &Path,
    filled: Result<(), (&'static str, io::Error)>,
    over: bool,
    expected: &dyn Fn(&Path) -> bool,
) -> Result<WriteOutcome, FileError> {
    let placed = filled
        .map_err(|(doing, error)| FileError::of(target, doing, &error))
        .and_then(|()| place(new, target, over, expected));
    if !matches!(placed, Ok(WriteOutcome::Placed)) {
        // Where it cannot be taken away, it stays for the next sweep of the folder.
        let _ = disk::remove(new);
    }
    placed
}

pub(super) fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes a new file and brings it to the disk.
fn fill(
    file: &fs::File,
    bytes: &[u8],
    like: Option<&fs::Metadata>,
) -> Result<(), (&'static str, io::Error)> {
    disk::write(file, bytes).map_err(|error| ("it cannot be written", error))?;
    if let Some(like) = like {
        // An owner who cannot be kept is no reason to lose words.
        let _ = disk::set_owner(file, like);
        disk::set_mode(file, like.permissions())
            .map_err(|error| ("its mode cannot be kept", error))?;
    }
    disk::sync(file).map_err(|error| ("it cannot be synced to the disk", error))
}

fn place(
    new: &Path,
    target: &Path,
    over: bool,
    expected: &dyn Fn(&Path) -> bool,
) -> Result<WriteOutcome, FileError> {
    if !expected(target) {
        return Ok(WriteOutcome::Unexpected);
    }
    let placed = if over {
        disk::rename(new, target)
    } else {
        disk::place_new(new, target)
    };
    match placed {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Ok(WriteOutcome::Unexpected);
        }
        Err(error) => {
            let doing = "it cannot take the old one's place";
            return Err(FileError::of(target, doing, &error));
        }
    }
    disk::sync_folder(folder_of(target))
        .map_err(|error| FileError::of(target, "its folder cannot be synced", &error))?;
    Ok(WriteOutcome::Placed)
}

/// Writes into the file that is there. Room is made before the first byte changes, and a write that fails
/// is taken back. Nothing where the words could not be brought to safety first.
fn in_place(
    target: &Path,
    bytes: &[u8],
    before_overwrite: &mut dyn FnMut() -> bool,
    expected: &dyn Fn(&Path) -> bool,
) -> Result<Option<WriteOutcome>, FileError> {
    let fail = |error: io::Error| FileError::of(target, "it cannot be written", &error);
    let old = disk::read(target, MAX_BYTES).map_err(fail)?;
    let file = disk::open(target, false).map_err(fail)?;
    let length = |bytes: &[u8]| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    disk::allocate(&file, 0, length(bytes).max(1)).map_err(fail)?;
    if !expected(target) {
        return Ok(Some(WriteOutcome::Unexpected));
    }
    if !before_overwrite() {
        return Ok(None);
    }
    let written = disk::write(&file, bytes)
        .and_then(|()| disk::truncate(&file, length(bytes)))
        .and_then(|()| disk::sync(&file));
    if let Err(error) = written {
        if let Ok(again) = disk::open(target, false) {
            let _ = disk::write(&again, &old)
                .and_then(|()| disk::truncate(&again, length(&old)))
                .and_then(|()| disk::sync(&again));
        }
        return Err(fail(error));
    }
    Ok(Some(WriteOutcome::InPlace))
}

/// Returns true where the error is the folder's answer to a new file, and not the disk's.
fn refuses_new_files(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied)
}

/// Makes a folder, and those above it, for its owner only.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    disk::make_folder(folder)
        .map_err(|error| FileError::of(folder, "the folder cannot be made", &error))
}

/// Returns the file that a path leads to, through however many links.
fn follow(path: &Path) -> Result<PathBuf, FileError> {
    let mut target = path.to_owned();
    for _ in 0..40 {
        match fs::read_link(&target) {
            Ok(next) if next.is_absolute() => target = next,
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(FileError::new(
        path,
        "its links go round in a circle",
        "mend the link",
    ))
}

/// Returns the one name of a file, however it was named: links are followed, and the folder is written out from the
/// root. The file need not be there.
///
/// # Errors
/// Its links go round in a circle.
pub(super) fn one_name(path: &Path) -> Result<PathBuf, FileError> {
    let target = follow(path)?;
    let folder = folder_of(&target);
    let folder = fs::canonicalize(folder)
        .or_else(|_| std::path::absolute(folder))
        .unwrap_or_else(|_| folder.to_owned());
    Ok(match target.file_name() {
        Some(name) => folder.join(name),
        None => folder,
    })
}
