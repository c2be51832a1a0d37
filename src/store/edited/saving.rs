//! Saving an open file.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::earlier::ContentKey;
use super::{EditedFile, ExternalChange, FileDocument, FileStatus};
use crate::store::disk;
use crate::store::file::{FileError, WriteOutcome, folder_of, read_bytes, replace, write_whole};
use crate::store::journal::{Base, SaveJournal};
use crate::store::rescues::{beside, rescue_name};
use crate::store::seal::{SealError, seal};

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
    /// The file is no longer at its path; where it is now, where that can be known. Nothing was written.
    #[error("the file is no longer there")]
    Gone(Option<PathBuf>),
    /// Another program has changed the file into something that cannot be read. What is on the screen was
    /// kept beside it, and goes on there.
    #[error("Another program changed the file; your words are safe in {}", .kept.display())]
    Kept {
        /// The file in which the content of the screen was kept.
        kept: PathBuf,
    },
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
    /// Saves what differs from the file, and nothing else of it. What is saved already is not written again; the file
    /// is looked at all the same. The first so many `entries` of the journal are in the document.
    ///
    /// # Errors
    /// The file cannot be written and is as it was; or another program has changed it, or taken it away.
    pub fn save(
        &mut self,
        document: &D,
        entries: u64,
        journal: &mut dyn SaveJournal,
    ) -> Result<Saved, SaveError<D>> {
        match self.status() {
            FileStatus::Same => {}
            status => return Err(self.met(status, document, entries, journal)?),
        }
        if self.content == *document
            && let Some(text) = &self.text
            && self.is_as_known()
        {
            journal.saved(text, entries);
            return Ok(Saved::Already);
        }
        let (text, sealed) = self.spelt(document)?;
        let bytes = sealed.as_deref().unwrap_or(text.text.as_bytes());
        journal.saving(&text.hash, entries);
        let plain = self.seal.is_none();
        // From here on the file may be the new one, whatever the system says of it afterwards.
        let before = self.remember_attempt(&text, bytes);
        let written = replace(
            &self.path,
            bytes,
            // A sealed text may not lie open, not even in its own journal.
            &mut || plain && journal.writing_over(&text.hash, entries, &text.text),
            &|target| self.is_ours(target, before.as_deref()),
        )?;
        let saved = match written {
            WriteOutcome::Placed => Saved::Placed,
            WriteOutcome::InPlace => Saved::InPlace,
            WriteOutcome::Unexpected => {
                let status = self.status();
                return Err(self.met(status, document, entries, journal)?);
            }
        };
        self.keep_mode();
        journal.saved(&text, entries);
        self.is_in_file(document, text, sealed);
        Ok(saved)
    }

    /// Saves the whole in a new file, and goes on there.
    ///
    /// # Errors
    /// The new file cannot be written, or is there already; nothing has changed then.
    pub fn save_as(
        &mut self,
        path: PathBuf,
        document: &D,
        entries: u64,
        journal: &mut dyn SaveJournal,
    ) -> Result<(), SaveError<D>> {
        if !folder_of(&path).is_dir() {
            let what = "its folder is not there";
            return Err(FileError::new(&path, what, "name a folder that is").into());
        }
        let (text, sealed) = self.spelt(document)?;
        let bytes = sealed.as_deref().unwrap_or(text.text.as_bytes());
        journal.saving(&text.hash, entries);
        let absent = |target: &Path| target.symlink_metadata().is_err();
        if replace(&path, bytes, &mut || false, &absent)? == WriteOutcome::Unexpected {
            let what = "it is there already, and nothing is ever written over";
            return Err(FileError::new(&path, what, "take another name").into());
        }
        self.move_to(path);
        self.is_in_file(document, text, sealed);
        Ok(())
    }

    /// Tells a journal that what the file has in it was saved, with so many of its entries.
    pub fn note_saved(&self, entries: u64, mut journal: impl SaveJournal) {
        if let Some(text) = &self.text {
            journal.saved(text, entries);
        }
    }

    /// Returns the text of a document as it is to stand in the file, and the bytes of that where it is sealed.
    fn spelt(&mut self, document: &D) -> Result<(Base, Option<Vec<u8>>), SaveError<D>> {
        let text = self.text_of(document)?;
        let sealed = match &self.seal {
            Some(known) => Some(seal(text.as_bytes(), &known.passphrase)?),
            None => None,
        };
        Ok((Base::new(&text), sealed))
    }

    /// Gives a file that was written anew the mode of the one that is gone.
    fn keep_mode(&self) {
        let gone = self.kept_open.as_ref().filter(|_| self.anew);
        if let Some(mode) = gone.and_then(|gone| Some(gone.metadata().ok()?.permissions()))
            && let Ok(file) = disk::open(&self.path, true)
        {
            // A mode that cannot be kept is no reason to lose words.
            let _ = disk::set_mode(&file, mode);
        }
    }

    /// Returns true where the file holds what was last read or written: a save that failed late may have written
    /// another text, and one that is to be written anew is not there.
    fn is_as_known(&self) -> bool {
        if self.anew {
            return false;
        }
        let tried = self.attempted.is_some() && self.attempted.as_deref() != self.text();
        !tried
            || read_bytes(&self.path)
                .is_ok_and(|there| self.bytes().is_some_and(|(known, _)| known == there))
    }

    /// Takes note of what the file has in it now.
    pub(super) fn is_in_file(&mut self, document: &D, text: Base, sealed: Option<Vec<u8>>) {
        if let (Some(seal), Some(bytes)) = (&mut self.seal, sealed) {
            seal.bytes = bytes;
        }
        if let Some(before) = &self.text {
            let content = ContentKey::of(&self.content);
            self.earlier_texts
                .remember(content, &before.text, &text.text);
        }
        self.earlier.insert(text.hash.clone());
        self.text = Some(text);
        self.content = document.clone();
        self.kept_open = disk::keep_open(&self.path);
        self.anew = false;
    }

    /// Keeps what an earlier text had that this one has not, as a save from the one to the other would have.
    fn remember_removed(&mut self) {
        if let Some(before) = self.before.take()
            && let Some(document) = D::read_again("", &before, &self.context)
        {
            let removed_text = &mut self.removed_text;
            // Of a text that cannot be patched nothing comes back.
            let _ = (self.content).patched(&before, &document, &self.context, removed_text);
        }
    }

    fn text_of(&mut self, document: &D) -> Result<String, FileError> {
        self.remember_removed();
        let Some(base) = self.text.as_ref().map(|base| &base.text) else {
            return Ok(document.fresh(&self.context));
        };
        let content = ContentKey::of(document);
        if let Some(text) = self.earlier_texts.find(&content, base)
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
        write_whole(&beside(&self.path, "before"), bytes.unwrap_or_default())?;
        Ok(document.fresh(&self.context))
    }

    /// Remembers what a save is about to write. Returns what the one before it tried to.
    fn remember_attempt(&mut self, text: &Base, bytes: &[u8]) -> Option<Vec<u8>> {
        let before = self.attempted.replace(Arc::clone(&text.text));
        match &mut self.seal {
            Some(seal) => seal.attempted.replace(bytes.to_owned()),
            None => before.map(|before| before.as_bytes().to_owned()),
        }
    }

    /// Resolves a save that met another file than the one that was left here.
    fn met(
        &mut self,
        status: FileStatus<D>,
        document: &D,
        entries: u64,
        journal: &mut dyn SaveJournal,
    ) -> Result<SaveError<D>, SaveError<D>> {
        Ok(match status {
            FileStatus::Changed(version) => {
                SaveError::ChangedElsewhere(Box::new(self.adopt(*version)))
            }
            FileStatus::Gone(now) => SaveError::Gone(now),
            FileStatus::Unreadable(error) => SaveError::File(error),
            FileStatus::Same => {
                let what = "another program has just changed it";
                FileError::new(&self.path, what, "save again").into()
            }
            FileStatus::Foreign => {
                let (text, sealed) = self.spelt(document)?;
                let bytes = sealed.as_deref().unwrap_or(text.text.as_bytes());
                let kept = rescue_name(&self.path);
                write_whole(&kept, bytes)?;
                journal.saved(&text, entries);
                // From here on what is typed goes on in the kept file; the other program's stays its own.
                self.move_to(kept.clone());
                self.is_in_file(document, text, sealed);
                SaveError::Kept { kept }
            }
        })
    }

    /// Returns true where the file is still what was last read or written here, or what an earlier save tried to
    /// write.
    fn is_ours(&self, target: &Path, attempted: Option<&[u8]>) -> bool {
        match read_bytes(target) {
            Ok(there) => self.is_known(&there, attempted),
            Err(_) => self.may_be_absent() && target.symlink_metadata().is_err(),
        }
    }
}
