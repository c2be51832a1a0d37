//! Inspections: their files, and the drafts that they name.

use std::path::{Path, PathBuf};

use super::file::{FileError, WriteOutcome, folder_of, read_bytes, replace, write_whole};
use super::format::{self, ReadInspection, Refused, RemovedText};
use super::frameworks::Frameworks;
use super::identity::{free_name, split_name};
use super::seal::{is_sealed, is_sealed_name};
use crate::assessment::Inspection;

/// An open inspection's file: what it says, byte for byte, and what that means.
#[derive(Debug)]
pub struct InspectionFile {
    path: PathBuf,
    text: String,
    /// The text that a save tried to write last: one that failed late may be in the file all the same.
    attempted: Option<String>,
    said: Inspection,
    removed_text: RemovedText,
}

/// Why an inspection was not opened. Its file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum InspectionError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// What is in it is refused.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InspectionSaved {
    /// The file says what it was to say.
    Done,
    /// Another program had changed the file. Nothing was written: here is what both make together, and the next
    /// save stands on what the file says now.
    Merged(Inspection),
}

impl InspectionFile {
    /// Opens an inspection.
    ///
    /// # Errors
    /// The file cannot be read, or what is in it is refused.
    pub fn open(path: &Path) -> Result<(Self, ReadInspection), InspectionError> {
        let name = path.display().to_string();
        let text = format::decode(&name, read_bytes(path)?)?;
        let read = format::read_inspection(&name, &text)?;
        let file = Self {
            path: path.to_owned(),
            text,
            attempted: None,
            said: read.inspection.clone(),
            removed_text: RemovedText::default(),
        };
        Ok((file, read))
    }

    /// Makes a file for a new inspection. Nothing is ever written over.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn create(
        folder: &Path,
        stem: &str,
        inspection: &Inspection,
    ) -> Result<PathBuf, FileError> {
        let path = free_name(folder, stem);
        write_whole(&path, format::fresh_inspection(inspection).as_bytes())?;
        Ok(path)
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Saves what differs from the file, and nothing else of it.
    ///
    /// # Errors
    /// The file cannot be written, and is as it was.
    pub fn save(&mut self, inspection: &Inspection) -> Result<InspectionSaved, FileError> {
        if self.said == *inspection && self.attempted.is_none() {
            return Ok(InspectionSaved::Done);
        }
        let text = self.text_of(inspection)?;
        let before = self.attempted.replace(text.clone());
        let known = |target: &Path| {
            target.symlink_metadata().is_err()
                || read_bytes(target).is_ok_and(|there| {
                    let is = |text: &str| text.as_bytes() == there;
                    is(&self.text) || before.as_deref().is_some_and(is)
                })
        };
        // Where the bytes have to be written over, a whole copy beside it is the net.
        let copy = self.beside("before");
        let mut net = || write_whole(&copy, self.text.as_bytes()).is_ok();
        match replace(&self.path, text.as_bytes(), &mut net, &known)? {
            WriteOutcome::Unexpected => self.meet(inspection),
            written => {
                if written == WriteOutcome::InPlace {
                    let _ = super::disk::remove(&copy);
                }
                self.said = inspection.clone();
                self.text = text;
                self.attempted = None;
                Ok(InspectionSaved::Done)
            }
        }
    }

    /// Looks whether another program has changed the file: gives what it said when it was last read or written here,
    /// and what it says now, which the next save stands on. A file that cannot be read, or has become something
    /// else, is left for the next save to meet.
    pub fn look(&mut self) -> Option<(Inspection, Inspection)> {
        let there = read_bytes(&self.path).ok()?;
        let is = |text: &str| text.as_bytes() == there;
        if is(&self.text) || self.attempted.as_deref().is_some_and(is) {
            return None;
        }
        let name = self.path.display().to_string();
        let text = format::decode(&name, there).ok()?;
        let theirs = format::read_inspection(&name, &text).ok()?.inspection;
        if theirs.id != self.said.id {
            return None;
        }
        self.text = text;
        self.attempted = None;
        let base = std::mem::replace(&mut self.said, theirs.clone());
        Some((base, theirs))
    }

    /// Brings what another program made of the file together with what was to be saved.
    fn meet(&mut self, ours: &Inspection) -> Result<InspectionSaved, FileError> {
        let base = self.said.clone();
        let Some((_, theirs)) = self.look() else {
            let hint = "mend the file, or take back what you changed; nothing of it was written";
            let what = "another program made something else of the inspection";
            return Err(FileError::new(&self.path, what, hint));
        };
        let merged = Inspection::merge(&base, ours, &theirs);
        Ok(InspectionSaved::Merged(merged))
    }

    fn text_of(&mut self, inspection: &Inspection) -> Result<String, FileError> {
        let removed_text = &mut self.removed_text;
        if let Ok(text) = format::save_inspection(&self.text, &self.said, inspection, removed_text)
        {
            return Ok(text);
        }
        // A text that cannot be patched is kept as it is, beside a new one.
        write_whole(&self.beside("before"), self.text.as_bytes())?;
        Ok(format::fresh_inspection(inspection))
    }

    fn beside(&self, what: &str) -> PathBuf {
        let (stem, _) = split_name(&self.path);
        let now = jiff::Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
        free_name(folder_of(&self.path), &format!("{stem}.{what}-{now}"))
    }
}

/// Whether a file says that it is an inspection, good or broken. What cannot be read is none.
pub fn is_inspection(path: &Path) -> bool {
    if is_sealed_name(path) {
        return false;
    }
    let text = read_bytes(path).ok().map(String::from_utf8);
    let Some(Ok(text)) = text else { return false };
    says_drafts(&text) && format::read_opening("", &text).is_ok_and(|it| it.is_inspection)
}

/// Whether the key can be in the text at all: most drafts need not be parsed twice to tell that they are drafts.
fn says_drafts(text: &str) -> bool {
    text.contains("drafts")
}

/// The file of a draft that an inspection names. Nothing is looked for, and nothing leads out of the
/// inspection's folder but the links that its owner put there.
pub fn draft_path(inspection: &Path, named: &str) -> Option<PathBuf> {
    if format::stray_path(named).is_some() {
        return None;
    }
    let folder = inspection.parent().unwrap_or(Path::new(""));
    let parts = named.split('/').filter(|part| !part.is_empty());
    Some(parts.fold(folder.to_owned(), |path, part| path.join(part)))
}

/// What a draft in the folder of an inspection, or below it, is called in the inspection.
pub fn name_in(inspection: &Path, draft: &Path) -> Option<String> {
    let inside = draft.strip_prefix(inspection.parent()?).ok()?;
    let parts = inside.iter().map(|part| part.to_str());
    let name = parts.collect::<Option<Vec<_>>>()?.join("/");
    format::stray_path(&name).is_none().then_some(name)
}

/// Why a draft of an inspection could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
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
pub fn read_draft(path: &Path, frameworks: &Frameworks) -> Result<format::Draft, Unread> {
    if path.symlink_metadata().is_err() {
        return Err(Unread::Missing);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = read_bytes(path).map_err(|error| Unread::Broken(error.what))?;
    if is_sealed(&bytes) {
        return Err(Unread::Sealed);
    }
    let refused = |refused: Refused| Unread::Broken(refused.to_string());
    let text = format::decode(&name, bytes).map_err(refused)?;
    format::read(&name, &text, &|id| frameworks.get(id)).map_err(refused)
}

#[cfg(test)]
mod tests;
