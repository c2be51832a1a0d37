//! Where a command writes: standard output, or what somebody named with `--output`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{CliError, Session};
use crate::store::{ClaimError, DoorError, PrintContent, PrintDoor, send};

/// The names of standard output.
const STANDARD: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Returns true where a path stands for standard output.
pub(super) fn is_standard(path: &Path) -> bool {
    STANDARD.iter().any(|name| path == Path::new(name))
}

/// Writes to standard output, or to a file that must not be there yet. Returns true where it was a file.
///
/// # Errors
/// Something has the name, or it cannot be written.
pub(super) fn put_new(
    session: &mut Session<'_>,
    path: &Path,
    bytes: &[u8],
) -> Result<bool, CliError> {
    if is_standard(path) {
        session.out.write_all(bytes)?;
        session.out.flush()?;
        return Ok(false);
    }
    send(path, bytes)?;
    Ok(true)
}

/// Writes a print to standard output, or to a file, but never over a file that it is made of: `--output` with the wrong
/// name would lose it, and no `--force` was meant for that.
///
/// # Errors
/// Something that is no print of ours, or another edition, has the name, or it cannot be written.
pub(super) fn put_print(
    session: &mut Session<'_>,
    path: Option<&Path>,
    force: bool,
    made_of: &[PathBuf],
    print: PrintContent<'_>,
    is_text: bool,
) -> Result<(), CliError> {
    let Some(path) = path.filter(|path| !is_standard(path)) else {
        match is_text {
            true => session.out.write_all(print.bytes)?,
            false => session.out.write_file(print.bytes)?,
        }
        session.out.flush()?;
        return Ok(());
    };
    let target = path.canonicalize().ok();
    let same = |source: &PathBuf| source.canonicalize().ok() == target;
    if target.is_some() && made_of.iter().any(same) {
        let path = path.display();
        let why = "this is the draft itself; name another file";
        return Err(CliError::Refused(format!("{path}: {why}")));
    }
    let state = session.places()?.state;
    PrintDoor::new(&state).write(path, print, force)?;
    Ok(())
}

impl From<DoorError> for CliError {
    fn from(error: DoorError) -> Self {
        match error {
            DoorError::Refused(_) => Self::Refused(error.to_string()),
            DoorError::Failed(_) => Self::Unusable(error.to_string()),
        }
    }
}

impl From<ClaimError> for CliError {
    fn from(error: ClaimError) -> Self {
        match error {
            ClaimError::Door(error) => error.into(),
            ClaimError::Unusable(why) => Self::Unusable(why),
        }
    }
}
