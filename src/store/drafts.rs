//! An open draft and its file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;

use super::file::{FileError, WriteOutcome, read_bytes, replace, write_whole};
use super::format::{self, Draft, FrameworkMissing, Refused, RemovedText};
use super::frameworks::Frameworks;
use super::identity;
use super::journal::{SaveJournal, hash};
use super::seal::{Passphrase, SealError, is_sealed, seal, unseal};
use crate::assessment::{Assessment, Framework};

/// An open draft's file: what it says, byte for byte, and what that means.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    /// The text on the disk as it was last read or written; nothing before the first save of a new draft.
    text: Option<String>,
    /// The text that a save tried to write last: one that failed late may be in the file all the same.
    attempted: Option<String>,
    said: Assessment,
    framework: Arc<Framework>,
    removed_text: RemovedText,
    seal: Option<SealState>,
}

/// What a sealed draft's file needs beyond a plain one's.
#[derive(Debug)]
struct SealState {
    passphrase: Arc<Passphrase>,
    /// The file's bytes as they were last read or written.
    bytes: Vec<u8>,
    /// The bytes that a save tried to write last.
    attempted: Option<Vec<u8>>,
}

/// Why a draft was not opened. Its file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// What is in it is refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It is sealed, and there is no passphrase, or none that opens it.
    #[error("{}: {why}", .path.display())]
    Sealed {
        /// The file.
        path: PathBuf,
        /// Why it was not opened; a passphrase is wanted where there was none.
        why: SealError,
        /// Whether a passphrase was given.
        tried: bool,
    },
}

/// Why a draft was not saved as usual.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file cannot be written; it is as it was.
    #[error("Not saved: {0}")]
    File(#[from] FileError),
    /// The draft cannot be sealed; the file is as it was.
    #[error("Not saved: {0}")]
    SealState(#[from] SealError),
    /// Another program has changed the file, which is as that program left it. What it says is the new
    /// ground that the next save stands on, once what is on the screen has been merged with it.
    #[error("another program changed the file")]
    ChangedElsewhere(Box<Elsewhere>),
    /// Another program has changed the file into something that cannot be read. What is on the screen was
    /// kept beside it, and goes on there.
    #[error("Another program changed the file; your words are safe in {}", .kept.display())]
    Kept {
        /// Where what is on the screen was kept.
        kept: PathBuf,
    },
}

/// What another program made of a draft.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// What both versions come from.
    pub base: Assessment,
    /// What stands in the file now.
    pub theirs: Assessment,
}

/// How a draft was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It said what it should already.
    Already,
    /// A new file took the old one's place.
    Placed,
    /// The bytes were written into the file that was there.
    InPlace,
}

impl DraftFile {
    /// Opens a draft; a sealed one with its passphrase.
    ///
    /// # Errors
    /// The file cannot be read, or what is in it is refused, or it is sealed and the passphrase is missing or
    /// wrong.
    pub fn open(
        path: &Path,
        frameworks: &Frameworks,
        passphrase: Option<&Arc<Passphrase>>,
    ) -> Result<(Self, Draft), OpenError> {
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
        let draft = format::read(&name, &text, &|id| frameworks.get(id))?;
        let file = Self {
            path: path.to_owned(),
            text: Some(text),
            attempted: None,
            said: draft.assessment.clone(),
            framework: Arc::clone(&draft.framework),
            removed_text: RemovedText::default(),
            seal,
        };
        Ok((file, draft))
    }

    /// A draft that has no file yet; the first save makes it.
    pub fn new(path: &Path, assessment: &Assessment, framework: &Arc<Framework>) -> Self {
        Self {
            path: path.to_owned(),
            text: None,
            attempted: None,
            said: assessment.clone(),
            framework: Arc::clone(framework),
            removed_text: RemovedText::default(),
            seal: None,
        }
    }

    /// From here on the draft is one under this framework.
    pub fn put_under(&mut self, framework: &Arc<Framework>) {
        self.framework = Arc::clone(framework);
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its text on the disk as it was last read or written; nothing before the first save of a new draft.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The passphrase that opens it, where it is sealed.
    pub fn passphrase(&self) -> Option<&Arc<Passphrase>> {
        self.seal.as_ref().map(|seal| &seal.passphrase)
    }

    /// The bytes on the disk as they were last read or written, and whether they are sealed.
    pub fn bytes(&self) -> Option<(&[u8], bool)> {
        match &self.seal {
            Some(seal) => Some((&seal.bytes, true)),
            None => Some((self.text.as_ref()?.as_bytes(), false)),
        }
    }

    /// Saves what differs from the file, and nothing else of it. What is saved already is not written again.
    /// The first so many `entries` of the journal are in the assessment.
    ///
    /// # Errors
    /// The file cannot be written and is as it was; or another program has changed it meanwhile.
    pub fn save(
        &mut self,
        assessment: &Assessment,
        entries: u64,
        net: &mut dyn SaveJournal,
    ) -> Result<Saved, SaveError> {
        if self.said == *assessment
            && let Some(text) = &self.text
        {
            net.saved(text, entries);
            return Ok(Saved::Already);
        }
        let text = self.text_of(assessment)?;
        let hash = hash(text.as_bytes());
        net.saving(&hash, entries);
        let sealed = match &self.seal {
            Some(known) => Some(seal(text.as_bytes(), &known.passphrase)?),
            None => None,
        };
        let plain = sealed.is_none();
        let bytes = sealed.unwrap_or_else(|| text.clone().into_bytes());
        // From here on the file may be the new one, whatever the system says of it afterwards.
        let before = self.attempt(&text, &bytes);
        let written = replace(
            &self.path,
            &bytes,
            // A sealed draft's text may not lie open, not even in its own journal.
            &mut || plain && net.writing_over(&hash, entries, &text),
            &|target| self.is_ours(target, before.as_deref()),
        )?;
        let saved = match written {
            WriteOutcome::Placed => Saved::Placed,
            WriteOutcome::InPlace => Saved::InPlace,
            WriteOutcome::Unexpected => {
                return Err(self.changed_elsewhere(assessment, (text, bytes), entries, net)?);
            }
        };
        net.saved(&text, entries);
        if let Some(seal) = &mut self.seal {
            seal.bytes = bytes;
        }
        self.text = Some(text);
        self.said = assessment.clone();
        Ok(saved)
    }

    fn text_of(&mut self, assessment: &Assessment) -> Result<String, FileError> {
        let Some(base) = &self.text else {
            return Ok(format::fresh(assessment, &self.framework));
        };
        let removed_text = &mut self.removed_text;
        if let Ok(text) = format::save(base, &self.said, assessment, &self.framework, removed_text)
        {
            return Ok(text);
        }
        // A text that cannot be patched is kept as it is, beside a new one.
        let bytes = self.bytes().map(|(bytes, _)| bytes);
        write_whole(&self.beside("before"), bytes.unwrap_or_default())?;
        Ok(format::fresh(assessment, &self.framework))
    }

    /// Remembers what a save is about to write. Gives what the one before it tried to.
    fn attempt(&mut self, text: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let before = self.attempted.replace(text.to_owned());
        match &mut self.seal {
            Some(seal) => seal.attempted.replace(bytes.to_owned()),
            None => before.map(String::into_bytes),
        }
    }

    /// Looks whether another program has changed the file. What it says is then the new ground that the
    /// next save stands on. A file that cannot be read is left for the next save to meet.
    pub fn look(&mut self) -> Option<Elsewhere> {
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

    /// Takes what stands in the file for the new ground, where it is still this draft.
    fn adopt(&mut self, bytes: Vec<u8>) -> Option<Elsewhere> {
        let name = self.path.display().to_string();
        let open = match &self.seal {
            Some(seal) if is_sealed(&bytes) => unseal(&bytes, &seal.passphrase).ok()?,
            // What was sealed and lies open, or the other way round, is not for a save to undo.
            Some(_) => return None,
            None => bytes.clone(),
        };
        let text = format::decode(&name, open).ok()?;
        let known = Arc::clone(&self.framework);
        let draft = format::read(&name, &text, &|id| match id == known.id {
            true => Ok(Arc::clone(&known)),
            false => Err(FrameworkMissing::Unknown { known: Vec::new() }),
        });
        let theirs = draft.ok()?.assessment;
        if theirs.head.id != self.said.head.id {
            return None;
        }
        self.text = Some(text);
        self.attempted = None;
        if let Some(seal) = &mut self.seal {
            seal.bytes = bytes;
            seal.attempted = None;
        }
        let base = std::mem::replace(&mut self.said, theirs.clone());
        Some(Elsewhere { base, theirs })
    }

    /// What becomes of a save that met a change of another program's.
    fn changed_elsewhere(
        &mut self,
        assessment: &Assessment,
        (text, bytes): (String, Vec<u8>),
        entries: u64,
        net: &mut dyn SaveJournal,
    ) -> Result<SaveError, FileError> {
        if let Ok(there) = read_bytes(&self.path)
            && let Some(elsewhere) = self.adopt(there)
        {
            return Ok(SaveError::ChangedElsewhere(Box::new(elsewhere)));
        }
        let kept = self.beside("yours");
        write_whole(&kept, &bytes)?;
        net.saved(&text, entries);
        // From here on what is typed goes on in the kept file; the other program's stays its own.
        self.path.clone_from(&kept);
        self.text = Some(text);
        if let Some(seal) = &mut self.seal {
            seal.bytes = bytes;
        }
        self.said = assessment.clone();
        Ok(SaveError::Kept { kept })
    }

    /// Whether the file is still what was last read or written here, or what an earlier save tried to write.
    /// Content is compared, never time. One that was deleted or moved away is made anew.
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
        let folder = self.path.parent().unwrap_or(Path::new(""));
        identity::free_name_like(folder, &format!("{stem}.{what}-{now}"), ending)
    }
}

#[cfg(test)]
mod tests;
