//! A file that is being edited, a draft or an inspection: its text byte for byte, and saving it.

mod document;
mod earlier;

pub use document::{FileDocument, ReadDocument};

use earlier::{ContentKey, EarlierTexts};

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;

use super::file::{FileError, WriteOutcome, folder_of, read_bytes, replace, write_whole};
use super::format::{self, Refused, RemovedText};
use super::frameworks::Frameworks;
use super::identity;
use super::journal::{SaveJournal, hash};
use super::seal::{Passphrase, SealError, is_sealed, seal, unseal};
use crate::assessment::{Assessment, Inspection};

/// An open file: its text, byte for byte, and its content.
#[derive(Debug)]
pub struct EditedFile<D: FileDocument> {
    path: PathBuf,
    /// The text on the disk as it was last read or written; nothing before the first save of a new file.
    text: Option<String>,
    /// The text that a save tried to write last: one that failed late may be in the file all the same.
    attempted: Option<String>,
    content: D,
    context: D::Context,
    removed_text: RemovedText,
    earlier: EarlierTexts,
    seal: Option<SealState>,
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

/// The reason why a file was not saved as usual.
#[derive(Debug, thiserror::Error)]
pub enum SaveError<D: Debug> {
    /// The file cannot be written; it is as it was.
    #[error("Not saved: {0}")]
    File(#[from] FileError),
    /// It cannot be sealed; the file is as it was.
    #[error("Not saved: {0}")]
    Seal(#[from] SealError),
    /// Another program has changed the file, which is as that program left it. Its content is the new
    /// base of the next save, once what is on the screen has been merged with it.
    #[error("another program changed the file")]
    ChangedElsewhere(Box<ExternalChange<D>>),
    /// Another program has changed the file into something that cannot be read. What is on the screen was
    /// kept beside it, and goes on there.
    #[error("Another program changed the file; your words are safe in {}", .kept.display())]
    Kept {
        /// The file in which the content of the screen was kept.
        kept: PathBuf,
    },
}

/// The content that another program gave a file.
#[derive(Clone, Debug)]
pub struct ExternalChange<D> {
    /// The version that both come from.
    pub base: D,
    /// The content of the file now.
    pub theirs: D,
}

/// The way in which a file was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file had the content already.
    Already,
    /// A new file took the old one's place.
    Placed,
    /// The bytes were written into the file that was there.
    InPlace,
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
        let file = Self {
            path: path.to_owned(),
            text: Some(text),
            attempted: None,
            content: read.document.clone(),
            context: read.context.clone(),
            removed_text: RemovedText::default(),
            earlier: EarlierTexts::default(),
            seal,
        };
        Ok((file, read))
    }

    /// Returns one that has no file yet; the first save makes it.
    pub fn new(path: &Path, document: &D, context: &D::Context) -> Self {
        Self {
            path: path.to_owned(),
            text: None,
            attempted: None,
            content: document.clone(),
            context: context.clone(),
            removed_text: RemovedText::default(),
            earlier: EarlierTexts::default(),
            seal: None,
        }
    }

    /// Sets the context in which it is saved: a draft's framework may have been changed.
    pub fn set_context(&mut self, context: D::Context) {
        self.context = context;
    }

    /// Returns its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns its text on the disk as it was last read or written, or `None` before the first save of a new file.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Returns the passphrase that opens it, where it is sealed.
    pub fn passphrase(&self) -> Option<&Arc<Passphrase>> {
        self.seal.as_ref().map(|seal| &seal.passphrase)
    }

    /// Returns the bytes on the disk as they were last read or written, and whether they are sealed.
    pub fn bytes(&self) -> Option<(&[u8], bool)> {
        match &self.seal {
            Some(seal) => Some((&seal.bytes, true)),
            None => Some((self.text.as_ref()?.as_bytes(), false)),
        }
    }

    /// Saves what differs from the file, and nothing else of it. What is saved already is not written again.
    /// The first so many `entries` of the journal are in the document.
    ///
    /// # Errors
    /// The file cannot be written and is as it was; or another program has changed it meanwhile.
    pub fn save(
        &mut self,
        document: &D,
        entries: u64,
        journal: &mut dyn SaveJournal,
    ) -> Result<Saved, SaveError<D>> {
        if self.content == *document
            && let Some(text) = &self.text
            && self.is_as_known()
        {
            journal.saved(text, entries);
            return Ok(Saved::Already);
        }
        let text = self.text_of(document)?;
        let hash = hash(text.as_bytes());
        journal.saving(&hash, entries);
        let sealed = match &self.seal {
            Some(known) => Some(seal(text.as_bytes(), &known.passphrase)?),
            None => None,
        };
        let plain = sealed.is_none();
        let bytes = sealed.unwrap_or_else(|| text.clone().into_bytes());
        // From here on the file may be the new one, whatever the system says of it afterwards.
        let before = self.remember_attempt(&text, &bytes);
        let written = replace(
            &self.path,
            &bytes,
            // A sealed text may not lie open, not even in its own journal.
            &mut || plain && journal.writing_over(&hash, entries, &text),
            &|target| self.is_ours(target, before.as_deref()),
        )?;
        let saved = match written {
            WriteOutcome::Placed => Saved::Placed,
            WriteOutcome::InPlace => Saved::InPlace,
            WriteOutcome::Unexpected => {
                return Err(self.changed_elsewhere(document, (text, bytes), entries, journal)?);
            }
        };
        journal.saved(&text, entries);
        self.was_written(document, text, bytes);
        Ok(saved)
    }

    /// Returns true where the file holds what was last read or written: a save that failed late may have written
    /// another text.
    fn is_as_known(&self) -> bool {
        let tried = self.attempted.is_some() && self.attempted != self.text;
        !tried
            || read_bytes(&self.path)
                .is_ok_and(|there| self.bytes().is_some_and(|(known, _)| known == there))
    }

    fn was_written(&mut self, document: &D, text: String, bytes: Vec<u8>) {
        if let Some(seal) = &mut self.seal {
            seal.bytes = bytes;
        }
        if let Some(before) = &self.text {
            let content = ContentKey::of(&self.content.fresh(&self.context));
            self.earlier.remember(content, before, &text);
        }
        self.text = Some(text);
        self.content = document.clone();
    }

    fn text_of(&mut self, document: &D) -> Result<String, FileError> {
        let Some(base) = &self.text else {
            return Ok(document.fresh(&self.context));
        };
        let content = ContentKey::of(&document.fresh(&self.context));
        if let Some(text) = self.earlier.find(&content, base)
            && D::read_again("", &text, &self.context).as_ref() == Some(document)
        {
            return Ok(text);
        }
        let removed_text = &mut self.removed_text;
        if let Ok(text) = document.patched(base, &self.content, &self.context, removed_text) {
            return Ok(text);
        }
        // A text that cannot be patched is kept as it is, beside a new one.
        let bytes = self.bytes().map(|(bytes, _)| bytes);
        write_whole(&self.beside("before"), bytes.unwrap_or_default())?;
        Ok(document.fresh(&self.context))
    }

    /// Remembers what a save is about to write. Returns what the one before it tried to.
    fn remember_attempt(&mut self, text: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let before = self.attempted.replace(text.to_owned());
        match &mut self.seal {
            Some(seal) => seal.attempted.replace(bytes.to_owned()),
            None => before.map(String::into_bytes),
        }
    }

    /// Returns what another program has changed in the file, or `None` where none has. The file's content is then the
    /// new base of the next save. A file that cannot be read is left for the next save to meet.
    pub fn external_change(&mut self) -> Option<ExternalChange<D>> {
        let there = read_bytes(&self.path).ok()?;
        let attempted = match &self.seal {
            Some(seal) => seal.attempted.as_deref(),
            None => self.attempted.as_deref().map(str::as_bytes),
        };
        let known = |bytes: Option<&[u8]>| bytes == Some(there.as_slice());
        if known(self.bytes().map(|(bytes, _)| bytes)) || known(attempted) {
            return None;
        }
        self.adopt(there)
    }

    /// Takes the file's content as the new base, where it is still this draft or inspection.
    fn adopt(&mut self, bytes: Vec<u8>) -> Option<ExternalChange<D>> {
        let name = self.path.display().to_string();
        let open = match &self.seal {
            Some(seal) if is_sealed(&bytes) => unseal(&bytes, &seal.passphrase).ok()?,
            // What was sealed and lies open, or the other way round, is not for a save to undo.
            Some(_) => return None,
            None => bytes.clone(),
        };
        let text = format::decode(&name, open).ok()?;
        let theirs = D::read_again(&name, &text, &self.context)?;
        if theirs.id() != self.content.id() {
            return None;
        }
        self.text = Some(text);
        self.earlier.clear();
        self.attempted = None;
        if let Some(seal) = &mut self.seal {
            seal.bytes = bytes;
            seal.attempted = None;
        }
        let base = std::mem::replace(&mut self.content, theirs.clone());
        Some(ExternalChange { base, theirs })
    }

    /// Resolves a save that met a change of another program's.
    fn changed_elsewhere(
        &mut self,
        document: &D,
        (text, bytes): (String, Vec<u8>),
        entries: u64,
        journal: &mut dyn SaveJournal,
    ) -> Result<SaveError<D>, FileError> {
        if let Ok(there) = read_bytes(&self.path)
            && let Some(elsewhere) = self.adopt(there)
        {
            return Ok(SaveError::ChangedElsewhere(Box::new(elsewhere)));
        }
        let kept = self.beside("yours");
        write_whole(&kept, &bytes)?;
        journal.saved(&text, entries);
        // From here on what is typed goes on in the kept file; the other program's stays its own.
        self.path.clone_from(&kept);
        self.was_written(document, text, bytes);
        Ok(SaveError::Kept { kept })
    }

    /// Returns true where the file is still what was last read or written here, or what an earlier save tried to
    /// write. Content is compared, never time. One that was deleted or moved away is made anew.
    fn is_ours(&self, target: &Path, attempted: Option<&[u8]>) -> bool {
        if target.symlink_metadata().is_err() {
            return true;
        }
        let Ok(there) = read_bytes(target) else {
            return false;
        };
        let known = |bytes: Option<&[u8]>| bytes == Some(there.as_slice());
        known(self.bytes().map(|(bytes, _)| bytes)) || known(attempted)
    }

    fn beside(&self, what: &str) -> PathBuf {
        let (stem, ending) = identity::split_name(&self.path);
        let now = Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
        identity::free_name_like(
            folder_of(&self.path),
            &format!("{stem}.{what}-{now}"),
            ending,
        )
    }
}

#[cfg(test)]
mod tests;
