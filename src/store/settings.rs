//! The file of the user's settings, where the screen changes one.

use std::path::Path;

use super::disk;
use super::file::{FileError, WriteOutcome, read_bytes, replace};

/// Changes a file of settings, which need not be there yet. What another program wrote to it meanwhile is not written
/// over.
///
/// # Errors
/// It cannot be read or written, or `change` refuses; why.
pub fn change_settings(
    path: &Path,
    change: impl FnOnce(&str) -> Result<String, String>,
) -> Result<(), String> {
    let before = match disk::metadata(path) {
        Err(error) if disk::is_absent(&error) => Vec::new(),
        _ => read_bytes(path).map_err(|error| error.to_string())?,
    };
    let text = String::from_utf8(before.clone());
    let text = text.map_err(|_| format!("{}: it is not UTF-8", path.display()))?;
    let new = change(&text)?;
    let same = |path: &Path| match read_bytes(path) {
        Ok(now) => now == before,
        Err(_) => before.is_empty(),
    };
    let refused = |error: FileError| error.to_string();
    match replace(path, new.as_bytes(), &mut || true, &same).map_err(refused)? {
        WriteOutcome::Placed | WriteOutcome::InPlace => Ok(()),
        WriteOutcome::Unexpected => Err(format!(
            "{}: another program has just written it",
            path.display()
        )),
    }
}
