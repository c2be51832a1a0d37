//! The state of an open file: the draft, or the inspection that it may have been opened from. News of
//! the two, and what follows from it, are the same.

mod standing;

pub(in crate::app) use standing::Reopening;
pub use standing::{FileState, MissingFile};

use std::path::PathBuf;

use super::scope::Scope;
use crate::assessment::{
    Assessment, BoxEdit, Editable, HistoryEntry, Inspection, InspectionEdit, JournalStanding,
    Reopened,
};

/// One of the files that can be open at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The draft.
    Draft,
    /// The inspection.
    Inspection,
}

impl FileKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Draft, Self::Inspection];

    /// Returns what it is called, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Inspection => "inspection",
        }
    }

    /// Returns where the keys that concern it are looked up.
    pub(super) fn scope(self) -> Scope {
        match self {
            Self::Draft => Scope::Headings,
            Self::Inspection => Scope::Inspection,
        }
    }
}

/// Something about a file that is open.
#[derive(Debug)]
pub enum FileNews {
    /// It was saved.
    Saved {
        /// The revision that is safe on disk.
        revision: u64,
        /// The time of day, for people.
        at: String,
    },
    /// A save did not succeed; nothing on disk has changed.
    NotSaved {
        /// The fault, and what to do.
        why: String,
    },
    /// It is no longer where it was; nothing was written.
    Gone {
        /// The place where it is now, where that can be known.
        now: Option<PathBuf>,
        /// The reason why what stood there could not be kept as a version, where it could not.
        unkept: Option<String>,
    },
    /// It goes on in another place.
    Moved {
        /// The place.
        path: PathBuf,
        /// How it came there.
        how: NewPlace,
        /// Its identity from now on: another where it was copied from a file that stays.
        id: String,
    },
    /// It could not be saved under another name.
    NotSavedAs {
        /// The name that was given.
        name: String,
        /// The fault, and what to do.
        why: String,
    },
    /// The state of the journal changed.
    Journal(JournalStanding),
    /// Something may have happened to it or to its lock: a look at it tells.
    Stirred,
    /// Whoever had it has let go of it.
    Freed,
    /// Somebody else writes it from now on; who.
    TakenOver(String),
}

/// How a file came to another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewPlace {
    /// It was saved there, under the name that was given.
    Named,
    /// It was moved there.
    Found,
    /// Another program made something else of the file, and what stands here was saved beside it.
    Beside,
}

impl NewPlace {
    /// Returns the words for it, before the place.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Named => "Saved",
            Self::Found => "It goes on",
            Self::Beside => "Another program changed the file; your words are safe in another",
        }
    }
}

/// The content that a file is to have.
#[derive(Debug)]
pub enum FileContent {
    /// A draft.
    Draft(Box<Assessment>),
    /// An inspection.
    Inspection(Box<Inspection>),
}

impl FileContent {
    /// Returns whose content it is.
    pub fn kind(&self) -> FileKind {
        match self {
            Self::Draft(_) => FileKind::Draft,
            Self::Inspection(_) => FileKind::Inspection,
        }
    }
}

/// The edits made to a file, or the words typed into boxes, for a journal.
#[derive(Debug)]
pub enum JournalNote {
    /// To the draft.
    Draft(Vec<HistoryEntry>),
    /// To the inspection.
    Inspection(Vec<HistoryEntry<InspectionEdit>>),
    /// To the words in boxes.
    Boxes(BoxJournal, Vec<BoxEdit>),
}

/// The journal that words in boxes go into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxJournal {
    /// The file's own.
    Own(FileKind),
    /// One beside it, where somebody else writes the file and its journal.
    Outside(FileKind),
    /// The library's, where they are about no open file.
    Library,
}

/// That with which the words of a box are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeptWith {
    /// A file that is open.
    File(FileKind),
    /// The library.
    Library,
    /// A sealed draft that is being opened, or was not opened after all.
    Sealed(PathBuf),
}

/// A box in which words are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BoxName {
    /// That with which its words are kept.
    pub(super) with: KeptWith,
    /// Its name there: what it is about.
    pub(super) on: String,
}

/// Words that wait for a place, and came at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnplacedWords {
    /// The name under which they are kept.
    pub(super) name: BoxName,
    /// The words.
    pub words: String,
}

/// A draft, or an inspection, as it comes from its file.
#[derive(Debug)]
pub struct OpenedFile<D: Editable> {
    /// Its file.
    pub path: PathBuf,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// True where it cannot be changed because somebody else has it, so that it can be taken over.
    pub taken: bool,
    /// True where it is sealed, so that nothing of it may lie open elsewhere.
    pub sealed: bool,
    /// The place where it was left, as [`Effect::KeepPlace`](super::Effect::KeepPlace) said it.
    pub last_place: Option<String>,
    /// Its content.
    pub reopened: Reopened<D>,
}

impl<D: Editable> OpenedFile<D> {
    /// Returns the content of a file, with nothing to report on it.
    pub fn plain(path: PathBuf, document: D) -> Self {
        Self {
            path,
            read_only: None,
            taken: false,
            sealed: false,
            last_place: None,
            reopened: Reopened::plain(document),
        }
    }
}
