//! The way in which an open file stands to what was last read from it or written to it: one look at the file
//! itself, for a save, for a window that is used again and for whoever leaves.

use std::path::PathBuf;
use std::sync::Arc;

use super::{EditedFile, FileDocument};
use crate::assessment::Descent;
use crate::store::disk;
use crate::store::file::{FileError, read_bytes};
use crate::store::format;
use crate::store::journal::{Base, hash};
use crate::store::seal::{is_sealed, unseal};

/// The way in which an open file stands to what was last read or written here.
#[derive(Debug)]
pub enum FileStatus<D> {
    /// It holds that, or what a save tried to write; a new one is not there yet.
    Same,
    /// Another program wrote it.
    Changed(Box<ForeignVersion<D>>),
    /// Something else stands there.
    Foreign,
    /// It is no longer there, but in this place, where that can be known.
    Gone(Option<PathBuf>),
    /// It is there and cannot be read.
    Unreadable(FileError),
}

/// The version of the same document that another program wrote.
#[derive(Debug)]
pub struct ForeignVersion<D> {
    bytes: Vec<u8>,
    text: String,
    document: D,
    older: bool,
}

/// The content that another program gave a file.
#[derive(Clone, Debug)]
pub struct ExternalChange<D> {
    /// The version that both come from.
    pub base: D,
    /// The content of the file now.
    pub theirs: D,
    /// The way in which that comes from what was here.
    pub descent: Descent,
}

impl<D: FileDocument> EditedFile<D> {
    /// Looks at the file. Content is compared, never time.
    pub fn status(&self) -> FileStatus<D> {
        if let Err(error) = disk::metadata(&self.path) {
            return match disk::is_absent(&error) {
                true if self.may_be_absent() => FileStatus::Same,
                true => FileStatus::Gone(self.moved_to()),
                false => {
                    let doing = "it cannot be looked at";
                    FileStatus::Unreadable(FileError::of(&self.path, doing, &error))
                }
            };
        }
        match read_bytes(&self.path) {
            Err(error) => FileStatus::Unreadable(error),
            Ok(bytes) if self.is_known(&bytes, self.attempted_bytes()) => FileStatus::Same,
            Ok(bytes) => match self.read_foreign(bytes) {
                Some(version) => FileStatus::Changed(Box::new(version)),
                None => FileStatus::Foreign,
            },
        }
    }

    /// Remembers texts of these hashes as ones that the file had before.
    pub(in crate::store) fn remember_earlier(&mut self, hashes: impl IntoIterator<Item = String>) {
        self.earlier.extend(hashes);
    }

    /// Lets what this text of the file had and the one now has not come back, with the comments around it, where an
    /// undo goes back so far.
    pub(in crate::store) fn remember_text(&mut self, before: &Arc<str>) {
        let differs = self.text() != Some(&**before);
        self.before = Some(Arc::clone(before)).filter(|_| differs);
    }

    /// Returns true where there need be no file: a new one is not there before its first save, and one that was
    /// deleted is written anew only where that was asked for.
    pub(super) fn may_be_absent(&self) -> bool {
        self.text.is_none() || self.anew
    }

    /// Returns where the file is that was last read or written, if that is elsewhere now.
    fn moved_to(&self) -> Option<PathBuf> {
        let file = self.kept_open.as_ref()?;
        let now = disk::path_of(file)?;
        disk::is_still_at(file, &now).ok()?.then_some(now)
    }

    /// Returns true where these are the bytes that were last read or written, or that a save tried to write.
    pub(super) fn is_known(&self, there: &[u8], attempted: Option<&[u8]>) -> bool {
        let known = |bytes: Option<&[u8]>| bytes == Some(there);
        known(self.bytes().map(|(bytes, _)| bytes)) || known(attempted)
    }

    fn attempted_bytes(&self) -> Option<&[u8]> {
        match &self.seal {
            Some(seal) => seal.attempted.as_deref(),
            None => self.attempted.as_ref().map(|text| text.as_bytes()),
        }
    }

    /// Reads what another program wrote; `None` where it is not this document any more.
    fn read_foreign(&self, bytes: Vec<u8>) -> Option<ForeignVersion<D>> {
        let name = self.path.display().to_string();
        let open = match &self.seal {
            Some(seal) if is_sealed(&bytes) => unseal(&bytes, &seal.passphrase).ok()?,
            // What was sealed and lies open, or the other way round, is not for a save to undo.
            Some(_) => return None,
            None => bytes.clone(),
        };
        let text = format::decode(&name, open).ok()?;
        let document = D::read_again(&name, &text, &self.context)?;
        let older = self.earlier.contains(&hash(text.as_bytes()));
        (document.id() == self.content.id()).then_some(ForeignVersion {
            bytes,
            text,
            document,
            older,
        })
    }

    /// Takes what another program wrote as the base of the next save.
    pub fn adopt(&mut self, version: ForeignVersion<D>) -> ExternalChange<D> {
        let ForeignVersion {
            bytes,
            text,
            document: theirs,
            older,
        } = version;
        self.attempted = None;
        if let Some(seal) = &mut self.seal {
            seal.attempted = None;
        }
        let base = self.content.clone();
        if let Some(before) = self.text.as_ref().map(|base| &base.text) {
            // What they took out may be kept here, and then has its comments again; of a text that cannot be patched
            // nothing comes back.
            let _ = theirs.patched(before, &base, &self.context, &mut self.removed_text);
        }
        self.is_in_file(&theirs, Base::new(&text), Some(bytes));
        self.earlier_texts.clear();
        let descent = match older {
            true => Descent::Older,
            false => Descent::FromFile,
        };
        ExternalChange {
            base,
            theirs,
            descent,
        }
    }
}
