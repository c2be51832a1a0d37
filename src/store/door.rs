//! The one door through which a file goes that a user named, or that is named after what a user has open.
//!
//! Nothing that stands there already is ever overwritten; only a [print](super::prints) may be, by another one.
//!
//! A device, a pipe or a descriptor that the shell opened holds nothing that could be lost, and is written to.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::disk;
use super::file::{FileError, WriteOutcome, folder_of, one_name, replace};
use crate::text::printable;

/// The reason why nothing was written. All is as it was.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// It could be written, and would take something away that is somebody's own.
    #[error(transparent)]
    Refused(FileError),
    /// It cannot be written.
    #[error(transparent)]
    Failed(#[from] FileError),
}

/// The sort of thing that stands where something is to be written.
pub(super) enum Target {
    /// Nothing.
    Free,
    /// A file, by its one name.
    File(PathBuf),
    /// Something that takes bytes and keeps none.
    Stream,
}

/// Writes a file that must not be there yet, for its owner's eyes only. Its folder must be there.
///
/// # Errors
/// Something has the name, or the file cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), DoorError> {
    match look(path)? {
        Target::Stream => {
            let hint = "name a file";
            let error = FileError::new(path, "this is not a file", hint);
            Err(DoorError::Refused(error))
        }
        Target::Free => write_free(path, bytes),
        Target::File(_) => Err(taken(path)),
    }
}

/// Writes to what somebody named for the output of a command: a file that must not be there yet, or what takes bytes and
/// keeps none. Whoever names a pipe waits for its reader.
///
/// # Errors
/// Something has the name, or it cannot be written.
pub fn send(path: &Path, bytes: &[u8]) -> Result<(), DoorError> {
    match look(path)? {
        Target::Stream => Ok(pour(path, bytes)?),
        Target::Free | Target::File(_) => write_new(path, bytes),
    }
}

/// Refuses a path at which [`send`] would write nothing.
///
/// # Errors
/// Something has the name, or it can be no file's.
pub fn check_new(path: &Path) -> Result<(), DoorError> {
    match look(path)? {
        Target::File(_) => Err(taken(path)),
        Target::Free | Target::Stream => Ok(()),
    }
}

pub(super) fn taken(path: &Path) -> DoorError {
    let what = "it is there already, and nothing of somebody's own is ever overwritten";
    let hint = "name another file, or move it away first";
    DoorError::Refused(FileError::new(path, what, hint))
}

/// Looks at what stands at a path.
pub(super) fn look(path: &Path) -> Result<Target, DoorError> {
    if is_descriptor(path) {
        return Ok(Target::Stream);
    }
    let failed = |what: String, hint| Err(DoorError::Failed(FileError::new(path, what, hint)));
    match disk::metadata(path) {
        Ok(there) if there.is_file() => Ok(Target::File(one_name(path)?)),
        Ok(there) if there.is_dir() => {
            let hint = "name a file in it";
            let error = FileError::new(path, "this is a folder", hint);
            Err(DoorError::Refused(error))
        }
        Ok(there) if is_stream(&there) => Ok(Target::Stream),
        Ok(_) => failed("this is not a file".to_owned(), "name a file"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Ok(to) = std::fs::read_link(path) {
                let to = to.display();
                let what = format!("this is a link, and what it leads to is not there: {to}");
                let hint = "name the file itself, or take the link away";
                return Err(DoorError::Refused(FileError::new(path, what, hint)));
            }
            let folder = folder_of(path);
            match disk::metadata(folder) {
                Ok(_) => Ok(Target::Free),
                Err(_) => failed(
                    format!("its folder is not there: {}", folder.display()),
                    "make the folder first, or name another",
                ),
            }
        }
        Err(error) => {
            let doing = "it cannot be written";
            Err(FileError::of(path, doing, &error).into())
        }
    }
}

/// Returns true where a path stands for a descriptor that whoever started the program has opened. Even a file that
/// it leads to is written to from where it is, as a shell would.
fn is_descriptor(path: &Path) -> bool {
    let known = ["/dev/stdout", "/dev/stderr"].map(Path::new);
    let folders = ["/dev/fd", "/proc/self/fd"].map(Path::new);
    let inside = path.parent().is_some_and(|it| folders.contains(&it));
    cfg!(unix) && (known.contains(&path) || inside)
}

#[cfg(unix)]
fn is_stream(there: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let sort = there.file_type();
    sort.is_fifo() || sort.is_char_device()
}

#[cfg(not(unix))]
fn is_stream(_: &std::fs::Metadata) -> bool {
    false
}

/// Writes to what keeps nothing. A reader who has gone has had enough.
pub(super) fn pour(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fail = |error: &io::Error| FileError::of(path, "it cannot be written", error);
    let file = disk::open(path, true).map_err(|error| fail(&error))?;
    // A terminal carries out what is hidden in a text; a program is to have the bytes.
    let text = match std::str::from_utf8(bytes) {
        Err(_) if file.is_terminal() => {
            let what = "this is a terminal, and what is to be written is no text";
            return Err(FileError::new(path, what, "name a file"));
        }
        text => text.ok().filter(|_| file.is_terminal()),
    };
    let shown = text.map(printable);
    let bytes = shown.as_deref().map_or(bytes, str::as_bytes);
    match disk::write(&file, bytes) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(fail(&error)),
        _ => Ok(()),
    }
}

/// Writes a file of a name that was free just now.
pub(super) fn write_free(path: &Path, bytes: &[u8]) -> Result<(), DoorError> {
    let free = |target: &Path| target.symlink_metadata().is_err();
    match replace(path, bytes, &mut || false, &free)? {
        WriteOutcome::Unexpected => Err(taken(path)),
        WriteOutcome::Placed | WriteOutcome::InPlace => Ok(()),
    }
}
