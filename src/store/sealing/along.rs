//! What goes along with a draft that is sealed, or whose seal is taken off: its journals, with the words in boxes that are
//! not answered, and its earlier versions. They are written anew, and what was before goes once the draft itself has.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::{SealingError, sealing};
use crate::store::disk;
use crate::store::file::FileError;
use crate::store::format;
use crate::store::journal::{OUTSIDE, RecordProtection, files, rewrite};
use crate::store::recovery::{FileJournals, held};
use crate::store::seal::{Passphrase, seal, unseal};
use crate::store::versions::Versions;

/// A draft that gets another name and another seal.
#[derive(Debug)]
pub(super) struct Leaving<'a> {
    pub(super) state: &'a Path,
    pub(super) from: &'a Path,
    pub(super) to: &'a Path,
    /// Its text, out of its seal.
    pub(super) text: &'a [u8],
    pub(super) passphrase: &'a Passphrase,
    /// True where it is sealed, false where its seal is taken off.
    pub(super) seals: bool,
}

/// The files that were written under the new name, and those that have no more use under the old one.
#[derive(Debug, Default)]
pub(super) struct Along {
    new: Vec<PathBuf>,
    old: Vec<PathBuf>,
    /// The old that a program that opens the draft would take over, held until they are gone.
    held: Vec<File>,
}

impl Along {
    /// Takes the new away again: the draft stays as it is.
    pub(super) fn undo(self) {
        remove(&self.new);
    }

    /// Takes the old away: the draft has gone. Gives what could not be.
    pub(super) fn finish(self) -> Vec<PathBuf> {
        remove(&self.old)
    }
}

/// Takes files away, and gives those that could not be.
fn remove(paths: &[PathBuf]) -> Vec<PathBuf> {
    let stays = |path: &&PathBuf| disk::remove(path).is_err() && path.symlink_metadata().is_ok();
    paths.iter().filter(stays).cloned().collect()
}

impl Leaving<'_> {
    /// Writes journals and versions under the new name. Each version takes about a second.
    ///
    /// # Errors
    /// What failed; nothing new is there then.
    pub(super) fn write(&self) -> Result<Along, SealingError> {
        let mut along = Along::default();
        let written = self.journals(&mut along);
        match written.and_then(|()| self.versions(&mut along)) {
            Ok(()) => Ok(along),
            Err(error) => {
                along.undo();
                Err(error)
            }
        }
    }

    fn id(&self) -> String {
        let text = std::str::from_utf8(self.text).unwrap_or_default();
        let opening = format::read_opening("", text);
        opening.map(|opening| opening.id).unwrap_or_default()
    }

    fn journals(&self, along: &mut Along) -> Result<(), SealingError> {
        let id = self.id();
        let opened_by = (!self.seals).then_some(self.passphrase);
        let old = FileJournals::of(self.state, self.from, &id, !self.seals).all(opened_by);
        if old.is_empty() {
            return Ok(());
        }
        let protection = match self.seals {
            true => RecordProtection::make(self.passphrase, &id).map_err(sealing(self.from))?,
            false => RecordProtection::Open,
        };
        let new = FileJournals::of(self.state, self.to, &id, self.seals);
        for from in old {
            if from.extension().is_some_and(|ending| ending == OUTSIDE) {
                let held = held(&from).ok_or_else(|| self.refused_open())?;
                along.held.push(held);
            }
            // Beside the draft where no better place takes it, as when it is written.
            let mut last = None;
            let written = new.places().into_iter().find_map(|place| {
                let to = free(&place, &from)?;
                match rewrite(&from, opened_by, &new.name, &protection, &to) {
                    Ok(written) => Some(written.then_some(to)),
                    Err(error) => {
                        last = Some(FileError::of(&to, "the journal cannot be written", &error));
                        None
                    }
                }
            });
            match (written, last) {
                (Some(to), _) => {
                    along.new.extend(to);
                    along.old.push(from);
                }
                (None, Some(error)) => return Err(error.into()),
                (None, None) => {
                    let what = "there is no free name for its journal";
                    return Err(FileError::new(&from, what, "move it away first").into());
                }
            }
        }
        Ok(())
    }

    fn refused_open(&self) -> SealingError {
        let what = "another Assay reads it, and words that were typed there wait in a box";
        let hint = "let it be closed there, then try again";
        FileError::new(self.from, what, hint).into()
    }

    fn versions(&self, along: &mut Along) -> Result<(), SealingError> {
        let id = self.id();
        let (before, after) = match self.seals {
            true => (id.as_str(), ""),
            false => ("", id.as_str()),
        };
        let new = Versions::of(self.state, after, self.to);
        for old in Versions::all_of(self.state, before, self.from) {
            for version in old.list() {
                if version.sealed == self.seals {
                    continue;
                }
                let bytes = old.read(&version)?;
                let (bytes, sealed) = match self.seals {
                    true => (
                        seal(&bytes, self.passphrase).map_err(sealing(&version.path))?,
                        true,
                    ),
                    // One that another passphrase opens stays sealed.
                    false => match unseal(&bytes, self.passphrase) {
                        Ok(plain) => (plain, false),
                        Err(_) => (bytes, true),
                    },
                };
                along.new.push(new.adopt(&version, &bytes, sealed)?);
                along.old.push(version.path);
            }
        }
        Ok(())
    }
}

/// Returns a free path at a journal's place, which says the same of it: that it was set aside, or stands outside the
/// file's own.
fn free(place: &Path, from: &Path) -> Option<PathBuf> {
    let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
    let ending = from.extension()?.to_string_lossy().into_owned();
    let when = Path::new(from.file_stem()?).extension();
    match when {
        // Of a journal beside a draft this would be the draft's ending.
        Some(when) if ending != "journal" => {
            let ending = format!("{}.{ending}", when.to_string_lossy());
            let mut all = files(place).map(|path| path.with_extension(&ending));
            all.find(is_free)
        }
        _ => files(place).find(is_free),
    }
}
