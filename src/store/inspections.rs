//! Inspections, and the drafts that they name.

use std::path::{Path, PathBuf};

use super::file::read_bytes;
use super::format::{self, DraftOrInspection, Refused};
use super::frameworks::Frameworks;
use super::seal::{is_sealed, is_sealed_name};

/// Returns true where a file says that it is an inspection, good or broken. A file that cannot be read is none.
pub fn is_inspection(path: &Path) -> bool {
    if is_sealed_name(path) {
        return false;
    }
    let text = read_bytes(path).ok().map(String::from_utf8);
    text.is_some_and(|text| text.is_ok_and(|text| says_inspection(&text)))
}

/// Returns true where a text is one of an inspection. Most drafts need not be parsed for that.
pub(super) fn says_inspection(text: &str) -> bool {
    text.contains("drafts")
        && format::read_opening("", text).is_ok_and(|opening| opening.is_inspection)
}

/// Returns the file of a draft that an inspection names. Nothing is looked for, and nothing leads out of the
/// inspection's folder but the links that its owner put there.
pub fn draft_path(inspection: &Path, named: &str) -> Option<PathBuf> {
    if format::stray_path(named).is_some() {
        return None;
    }
    let folder = inspection.parent().unwrap_or(Path::new(""));
    let parts = named.split('/').filter(|part| !part.is_empty());
    Some(parts.fold(folder.to_owned(), |path, part| path.join(part)))
}

/// Returns the name that an inspection has for a draft in its folder, or below it.
pub fn name_in(inspection: &Path, draft: &Path) -> Option<String> {
    let inside = draft.strip_prefix(inspection.parent()?).ok()?;
    let parts = inside.iter().map(|part| part.to_str());
    let name = parts.collect::<Option<Vec<_>>>()?.join("/");
    format::stray_path(&name).is_none().then_some(name)
}

/// The reason why a draft of an inspection could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadDraft {
    /// There is no file of this name.
    Missing,
    /// It is sealed with a passphrase.
    Sealed,
    /// It cannot be opened, for this reason, with its place where it has one.
    Broken(String),
}

/// Reads a draft that an inspection names, whatever is wrong with it.
///
/// # Errors
/// Why it could not be read.
pub fn read_draft(path: &Path, frameworks: &Frameworks) -> Result<format::Draft, UnreadDraft> {
    let (name, text) = read_text(path)?;
    format::read(&name, &text, &|id| frameworks.get(id)).map_err(refused)
}

/// Reads a file of which it is not known whether it is a draft or an inspection.
///
/// # Errors
/// Why it could not be read.
pub fn read_file(path: &Path, frameworks: &Frameworks) -> Result<DraftOrInspection, UnreadDraft> {
    let (name, text) = read_text(path)?;
    let (_, content) = format::read_any(&name, &text, &|id| frameworks.get(id));
    content.map_err(refused)
}

fn refused(refused: Refused) -> UnreadDraft {
    UnreadDraft::Broken(refused.to_string())
}

/// Returns the name of a file, for problems, and its text.
fn read_text(path: &Path) -> Result<(String, String), UnreadDraft> {
    if path.symlink_metadata().is_err() {
        return Err(UnreadDraft::Missing);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = read_bytes(path).map_err(|error| UnreadDraft::Broken(error.what))?;
    if is_sealed(&bytes) {
        return Err(UnreadDraft::Sealed);
    }
    let text = format::decode(&name, bytes).map_err(refused)?;
    Ok((name.into_owned(), text))
}

#[cfg(test)]
mod tests;
