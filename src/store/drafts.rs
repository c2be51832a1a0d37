//! An open draft and its file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;

use super::file::{FileError, Written, read_bytes, replace, write_whole};
use super::format::{self, Attic, Draft, Refused};
use super::frameworks::Frameworks;
use super::identity;
use crate::assessment::{Assessment, Framework};

/// An open draft's file: what it says, byte for byte, and what that means.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    /// The text on the disk as it was last read or written; nothing before the first save of a new draft.
    text: Option<String>,
    said: Assessment,
    framework: Arc<Framework>,
    attic: Attic,
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
}

/// Why a draft was not saved as usual.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file cannot be written; it is as it was.
    #[error("Not saved: {0}")]
    File(#[from] FileError),
    /// Another program has changed the file. What is on the screen was kept beside it.
    #[error("Another program changed the file; your words are safe in {}", .kept.display())]
    ChangedElsewhere {
        /// Where what is on the screen was kept.
        kept: PathBuf,
    },
}

impl DraftFile {
    /// Opens a draft.
    ///
    /// # Errors
    /// The file cannot be read, or what is in it is refused.
    pub fn open(path: &Path, frameworks: &Frameworks) -> Result<(Self, Draft), OpenError> {
        let name = path.display().to_string();
        let text = format::decode(&name, read_bytes(path)?)?;
        let draft = format::read(&name, &text, &|id| frameworks.get(id))?;
        let file = Self {
            path: path.to_owned(),
            text: Some(text),
            said: draft.assessment.clone(),
            framework: Arc::clone(&draft.framework),
            attic: Attic::default(),
        };
        Ok((file, draft))
    }

    /// A draft that has no file yet; the first save makes it.
    pub fn new(path: &Path, assessment: &Assessment, framework: &Arc<Framework>) -> Self {
        Self {
            path: path.to_owned(),
            text: None,
            said: assessment.clone(),
            framework: Arc::clone(framework),
            attic: Attic::default(),
        }
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Saves what differs from the file, and nothing else of it. What is saved already is not written again.
    ///
    /// # Errors
    /// The file cannot be written and is as it was; or another program has changed it meanwhile, and what
    /// is on the screen was kept beside it.
    pub fn save(&mut self, assessment: &Assessment) -> Result<(), SaveError> {
        if self.text.is_some() && self.said == *assessment {
            return Ok(());
        }
        let text = match &self.text {
            Some(base) => {
                let saved = format::save(
                    base,
                    &self.said,
                    assessment,
                    &self.framework,
                    &mut self.attic,
                );
                match saved {
                    Ok(text) => text,
                    // A text that cannot be patched is kept as it is, beside a new one.
                    Err(_) => {
                        write_whole(&self.beside("before"), base.as_bytes())?;
                        format::fresh(assessment, &self.framework)
                    }
                }
            }
            None => format::fresh(assessment, &self.framework),
        };
        let written = replace(&self.path, text.as_bytes(), false, &|target| {
            self.is_ours(target)
        })?;
        let kept = (written == Written::Unexpected).then(|| self.beside("yours"));
        if let Some(kept) = &kept {
            write_whole(kept, text.as_bytes())?;
            // From here on what is typed goes on in the kept file; the other program's stays its own.
            self.path.clone_from(kept);
        }
        self.text = Some(text);
        self.said = assessment.clone();
        match kept {
            None => Ok(()),
            Some(kept) => Err(SaveError::ChangedElsewhere { kept }),
        }
    }

    /// Whether the file is still what was last read or written here. Content is compared, never time. One
    /// that was deleted or moved away is made anew.
    fn is_ours(&self, target: &Path) -> bool {
        match (&self.text, target.symlink_metadata()) {
            (_, Err(_)) => true,
            (None, Ok(_)) => false,
            (Some(text), Ok(_)) => read_bytes(target).is_ok_and(|bytes| bytes == text.as_bytes()),
        }
    }

    fn beside(&self, what: &str) -> PathBuf {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let now = Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
        let folder = self.path.parent().unwrap_or(Path::new(""));
        identity::free_name(folder, &format!("{stem}.{what}-{now}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    const DRAFT: &str = "# mine\nformat = 1\nid = \"a\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\" # ours\n";

    fn opened(folder: &Path) -> (DraftFile, Assessment) {
        let path = folder.join("draft.toml");
        std::fs::write(&path, DRAFT).unwrap();
        let frameworks = Frameworks::load(&folder.join("none"));
        let (file, draft) = DraftFile::open(&path, &frameworks).unwrap();
        (file, draft.assessment)
    }

    #[test]
    fn opening_and_saving_unchanged_never_writes() {
        let folder = tempfile::tempdir().unwrap();
        let (mut file, assessment) = opened(folder.path());
        let before = std::fs::metadata(file.path()).unwrap().modified().unwrap();
        file.save(&assessment).unwrap();
        assert_eq!(
            std::fs::metadata(file.path()).unwrap().modified().unwrap(),
            before
        );
    }

    #[test]
    fn a_save_touches_only_what_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (mut file, mut assessment) = opened(folder.path());
        assessment.subject.name = "Wexmoor Police".into();
        file.save(&assessment).unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        assert_eq!(
            text,
            DRAFT.replace("Wexmoor Constabulary", "Wexmoor Police")
        );
    }

    #[test]
    fn a_file_changed_by_another_program_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (mut file, mut assessment) = opened(folder.path());
        let path = file.path().to_owned();
        let theirs = DRAFT.replace("# ours", "# theirs");
        std::fs::write(&path, &theirs).unwrap();
        assessment.subject.name = "Wexmoor Police".into();
        let Err(SaveError::ChangedElsewhere { kept }) = file.save(&assessment) else {
            panic!("the change must be noticed");
        };
        assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
        assert!(
            std::fs::read_to_string(&kept)
                .unwrap()
                .contains("Wexmoor Police")
        );
        assessment.subject.noun = "force".into();
        file.save(&assessment).unwrap();
        assert!(
            std::fs::read_to_string(&kept)
                .unwrap()
                .contains("\"force\"")
        );
    }
}
