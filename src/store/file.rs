//! Files read whole and written whole.
//!
//! A write never touches the file that stands there: the new bytes go into a new file in the same folder, are
//! synced, and take the old one's place by a rename. Whatever happens on the way, the file is the old one
//! or the new one.

use std::fs::{self, File, Permissions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::format::MAX_BYTES;

/// What could not be done with a file.
#[derive(Debug, thiserror::Error)]
#[error("{}: {what}; {hint}", crate::text::visible_line(&.path.display().to_string()))]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: &'static str,
}

impl FileError {
    fn new(path: &Path, what: impl Into<String>, hint: &'static str) -> Self {
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

/// The bytes of a file.
///
/// # Errors
/// It cannot be read, is no regular file (a pipe would never end), or is larger than a draft may be.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |error: &io::Error| FileError::of(path, "it cannot be read", error);
    let metadata = fs::metadata(path).map_err(|error| fail(&error))?;
    if !metadata.is_file() {
        let hint = "name a draft; `assay list` shows them";
        return Err(FileError::new(path, "this is not a file", hint));
    }
    let file = File::open(path).map_err(|error| fail(&error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(MAX_BYTES)).unwrap_or(0));
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fail(&error))?;
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
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if replace(path, bytes, &|_| true)? {
        return Ok(());
    }
    let hint = "look at it, then try again";
    Err(FileError::new(
        path,
        "another program has just made this file",
        hint,
    ))
}

/// Writes a file whole, unless it is no longer what is expected: `expected` is asked at the last moment,
/// when the new bytes are on the disk already and only the rename is left. False where it said no;
/// the file is then as it was. Where there was no file, none is written over that came meanwhile.
///
/// # Errors
/// What failed. The file is then as it was.
pub(super) fn replace(
    path: &Path,
    bytes: &[u8],
    expected: &dyn Fn(&Path) -> bool,
) -> Result<bool, FileError> {
    let target = follow(path)?;
    let fail = |doing: &'static str| {
        let target = target.clone();
        move |error: io::Error| FileError::of(&target, doing, &error)
    };
    let before = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(FileError::of(&target, "it cannot be looked at", &error)),
    };
    if let Some(before) = &before {
        if !before.is_file() {
            return Err(FileError::new(
                &target,
                "this is not a file",
                "take another name",
            ));
        }
        // A rename would replace it all the same, so it is asked first.
        if before.permissions().readonly() {
            let hint = "allow writing to it (chmod u+w), or take another name";
            return Err(FileError::new(&target, "it is write-protected", hint));
        }
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    make_folder(folder)?;
    let mut new = tempfile::Builder::new()
        .prefix(".assay-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(fail("a new file cannot be made beside it"))?;
    new.write_all(bytes).map_err(fail("it cannot be written"))?;
    if let Some(before) = &before {
        keep_owner(new.path(), before);
        let mode: Permissions = before.permissions();
        fs::set_permissions(new.path(), mode).map_err(fail("its mode cannot be kept"))?;
    }
    new.as_file()
        .sync_all()
        .map_err(fail("it cannot be synced to the disk"))?;
    if !expected(&target) {
        return Ok(false);
    }
    let placed = match &before {
        Some(_) => new.persist(&target),
        None => new.persist_noclobber(&target),
    };
    match placed {
        Ok(_) => {
            sync_folder(folder);
            Ok(true)
        }
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(FileError::of(
            &target,
            "it cannot take the old one's place",
            &error.error,
        )),
    }
}

/// Makes a folder, and those above it, for its owner only.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| FileError::of(folder, "the folder cannot be made", &error))
}

/// The file that a path leads to, through however many links.
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

#[cfg(unix)]
fn keep_owner(new: &Path, before: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    if let Ok(own) = fs::metadata(new)
        && (own.uid(), own.gid()) != (before.uid(), before.gid())
    {
        // Only root may give a file away; for others the group at least is tried.
        let _ = chown(new, Some(before.uid()), Some(before.gid()))
            .or_else(|_| chown(new, None, Some(before.gid())));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}

/// Makes the rename itself durable, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        // Some file systems cannot sync a folder; the file's own bytes are on the disk already.
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_new_file_is_for_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/draft.toml");
        write_whole(&path, b"words").unwrap();
        assert_eq!(read_bytes(&path).unwrap(), b"words");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_mode_stays_a_mode() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (
            folder.path().join("real.toml"),
            folder.path().join("link.toml"),
        );
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
        symlink("real.toml", &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 2, "nothing is left behind");
    }

    #[test]
    fn what_is_no_file_and_what_is_protected_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read_bytes(folder.path()).is_err());
        assert!(write_whole(folder.path(), b"x").is_err());
        let path = folder.path().join("draft.toml");
        fs::write(&path, "old").unwrap();
        let mut mode = fs::metadata(&path).unwrap().permissions();
        mode.set_readonly(true);
        fs::set_permissions(&path, mode).unwrap();
        let told = write_whole(&path, b"new").unwrap_err().to_string();
        assert!(told.contains("write-protected"), "{told}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[test]
    fn a_file_that_is_not_as_expected_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.toml");
        fs::write(&path, "theirs").unwrap();
        let ours = |target: &Path| fs::read(target).unwrap() == b"ours";
        assert!(!replace(&path, b"new", &ours).unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        // A file that comes while ours is written is not written over either.
        let late = folder.path().join("late.toml");
        let comes = |target: &Path| fs::write(target, "theirs").is_ok();
        assert!(!replace(&late, b"new", &comes).unwrap());
        assert_eq!(fs::read(&late).unwrap(), b"theirs");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 2, "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::os::unix::fs::symlink("a", &path).unwrap();
        assert!(
            write_whole(&path, b"x")
                .unwrap_err()
                .to_string()
                .contains("circle")
        );
    }
}
