//! A file that is being edited, a draft or an inspection: its text byte for byte, and saving it.

mod document;
mod earlier;
mod saving;
mod status;

pub use document::{FileDocument, ReadDocument};
pub use saving::{SaveError, Saved};
pub use status::{ExternalChange, FileStatus, ForeignVersion};

use earlier::EarlierTexts;

use std::collections::HashSet;
use std::fmt::Debug;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk;
use super::door::{DoorError, write_new};
use super::file::{FileError, folder_of, read_bytes};
use super::format::{self, Refused, RemovedText};
use super::frameworks::Frameworks;
use super::identity;
use super::journal::Base;
use super::places::at_home;
use super::seal::{Passphrase, SealError, is_sealed, unseal};
use crate::assessment::{Assessment, Inspection};

/// An open file: its text, byte for byte, and its content.
#[derive(Debug)]
pub struct EditedFile<D: FileDocument> {
    path: PathBuf,
    /// The text on the disk as it was last read or written; nothing before the first save of a new file.
    text: Option<Base>,
    /// The text that a save tried to write last: one that failed late may be in the file all the same.
    attempted: Option<Arc<str>>,
    content: D,
    context: D::Context,
    removed_text: RemovedText,
    /// A text that the file had before it was opened, of which nothing is remembered yet.
    before: Option<Arc<str>>,
    earlier_texts: EarlierTexts,
    seal: Option<SealState>,
    /// The file that was last read or written: it says where that is once it is no longer at its path.
    kept_open: Option<File>,
    /// True where a file that is gone is to be written anew, because somebody said so.
    anew: bool,
    /// The hashes of texts that the file had before.
    earlier: HashSet<String>,
}

/// An open draft's file.
pub type DraftFile = EditedFile<Assessment>;

/// An open inspection's file.
pub type InspectionFile = EditedFile<Inspection>;

/// The parts that a sealed file needs beyond a plain one.
#[derive(Debug)]
struct SealState {
    passphrase: Arc<Passphrase>,
    /// The file's bytes as they were last read or written.
    bytes: Vec<u8>,
    /// The bytes that a save tried to write last.
    attempted: Option<Vec<u8>>,
}

/// The reason why a file was not opened. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Its content is refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It is sealed, and there is no passphrase, or none that opens it.
    #[error("{}: {why}", .path.display())]
    Sealed {
        /// The file.
        path: PathBuf,
        /// The reason; a passphrase is wanted where there was none.
        why: SealError,
        /// True where a passphrase was given.
        tried: bool,
    },
}

impl<D: FileDocument> EditedFile<D> {
    /// Opens a file; a sealed one with its passphrase.
    ///
    /// # Errors
    /// The file cannot be read, or what is in it is refused, or it is sealed and the passphrase is missing or
    /// wrong.
    pub fn open(
        path: &Path,
        frameworks: &Frameworks,
        passphrase: Option<&Arc<Passphrase>>,
    ) -> Result<(Self, ReadDocument<D>), OpenError> {
        let name = path.display().to_string();
        let bytes = read_bytes(path)?;
        let (bytes, seal) = match is_sealed(&bytes) {
            false => (bytes, None),
            true => {
                let refused = |why| OpenError::Sealed {
                    path: path.to_owned(),
                    why,
                    tried: passphrase.is_some(),
                };
                let passphrase = passphrase.ok_or_else(|| refused(SealError::WrongPassphrase))?;
                let open = unseal(&bytes, passphrase).map_err(refused)?;
                let seal = SealState {
                    passphrase: Arc::clone(passphrase),
                    bytes,
                    attempted: None,
                };
                (open, Some(seal))
            }
        };
        let text = format::decode(&name, bytes)?;
        let read = D::read(&name, &text, frameworks)?;
        let base = Base::new(&text);
        let file = Self {
            path: path.to_owned(),
            earlier: HashSet::from([base.hash.clone()]),
            text: Some(base),
            attempted: None,
            content: read.document.clone(),
            context: read.context.clone(),
            removed_text: RemovedText::default(),
            before: None,
            earlier_texts: EarlierTexts::default(),
            seal,
            kept_open: disk::keep_open(path),
            anew: false,
        };
        Ok((file, read))
    }

    /// Makes the file of a new document, which must not be there yet.
    ///
    /// # Errors
    /// Something has the name, or it cannot be written.
    pub fn create(path: &Path, document: &D, context: &D::Context) -> Result<(), DoorError> {
        write_new(path, document.fresh(context).as_bytes())
    }

    /// Sets the context in which it is saved: a draft's framework may have been changed.
    pub fn set_context(&mut self, context: D::Context) {
        self.context = context;
    }

    /// Returns its identity as far as it may be known outside: what is sealed says nothing of itself.
    pub fn outer_id(&self) -> &str {
        match self.seal {
            Some(_) => "",
            None => self.content.id(),
        }
    }

    /// Returns its identity.
    pub fn id(&self) -> &str {
        self.content.id()
    }

    /// Returns its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns its text on the disk as it was last read or written, or `None` before the first save of a new file.
    pub fn text(&self) -> Option<&str> {
        self.text.as_ref().map(|base| &*base.text)
    }

    /// Returns the same with its hash; an empty text before the first save of a new file.
    pub fn base(&self) -> Base {
        self.text.clone().unwrap_or_else(|| Base::new(""))
    }

    /// Returns the passphrase that opens it, where it is sealed.
    pub fn passphrase(&self) -> Option<&Arc<Passphrase>> {
        self.seal.as_ref().map(|seal| &seal.passphrase)
    }

    /// Returns the bytes on the disk as they were last read or written, and whether they are sealed.
    pub fn bytes(&self) -> Option<(&[u8], bool)> {
        match &self.seal {
            Some(seal) => Some((&seal.bytes, true)),
            None => Some((self.text()?.as_bytes(), false)),
        }
    }

    /// Returns where it would be saved under another name: in its own folder where the name says nothing else, and
    /// with the ending of what it is, sealed or not.
    pub fn other_name(&self, name: &str) -> PathBuf {
        let path = folder_of(&self.path).join(at_home(Path::new(name)));
        identity::named_as(&path, self.seal.is_some())
    }

    /// Lets the file be elsewhere from here on.
    pub fn move_to(&mut self, path: PathBuf) {
        self.path = path;
        self.anew = false;
    }

    /// Lets the next save write a file anew that is gone.
    pub fn write_anew(&mut self) {
        self.anew = true;
    }
}

#[cfg(test)]
mod tests;
