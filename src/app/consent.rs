//! What reaches beyond what is open here, and so is done only when it was chosen: in a list that is not lit at it, and
//! that no letter answers. Whoever types prose where no text is open does none of it.

use std::path::{Path, PathBuf};

use super::file::FileKind;

/// Something that is asked about before it is done: it changes other files than the open one, or who may write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consent {
    /// An open file is taken over from whoever has it.
    TakeOver(FileKind),
    /// A draft of the library is copied.
    Duplicate(PathBuf),
    /// A draft of the library gets another name.
    Rename(PathBuf, String),
    /// A draft of the library is put in the trash.
    Trash(PathBuf),
}

/// The words in which it is asked about.
#[derive(Debug)]
pub(super) struct ConsentWords {
    pub(super) title: String,
    /// The row of the list that does it.
    pub(super) label: String,
    /// The meaning of that.
    pub(super) meaning: String,
}

impl Consent {
    /// Returns the words in which it is asked about.
    pub(super) fn words(&self) -> ConsentWords {
        let words = |title: String, label: &str, meaning: &str| ConsentWords {
            title,
            label: label.to_owned(),
            meaning: meaning.to_owned(),
        };
        match self {
            Self::TakeOver(kind) => words(
                format!("Take the {} over?", kind.name()),
                "Take it over",
                "It is yours to change then, and whoever has it open can read it and take it back. What was typed there is kept.",
            ),
            Self::Duplicate(path) => words(
                format!("Copy {}?", name(path)),
                "Make a copy",
                "It is a file of its own beside this one, with an identity of its own.",
            ),
            Self::Rename(path, new) => words(
                format!("Rename {} to {new}?", name(path)),
                "Rename it",
                "The file is called so then; the draft itself stays as it is.",
            ),
            Self::Trash(path) => words(
                format!("Put {} in the trash?", name(path)),
                "Put it in the trash",
                "Nothing is ever deleted from there, and it can be brought back.",
            ),
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
