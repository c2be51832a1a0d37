//! A document that is opened again, with what was done to it and with what its file does not have; and how it stands
//! with the journal that remembers that.

use std::path::PathBuf;

use super::{Assessment, Conflict, Editable, History, Unanswered};

/// A document as it was left.
#[derive(Debug)]
pub struct Reopened<D: Editable = Assessment> {
    /// The document itself.
    pub document: D,
    /// The steps that were made in it, for undo.
    pub history: History<D>,
    /// The edits that were brought back and that its file does not have.
    pub recovered: Option<RecoveredEdits<D>>,
    /// Values that another program changed while the journal had other ones.
    pub conflicts: Vec<Conflict>,
    /// Messages for the user.
    pub messages: Vec<String>,
    /// The edits of each that is gone and had this one's identity.
    pub moved: Vec<MovedEdits<D>>,
    /// The words that stand in its boxes and were not answered.
    pub unanswered: Unanswered,
}

/// Edits that the file does not have: they were brought back from its journal.
#[derive(Clone, Debug)]
pub struct RecoveredEdits<D = Assessment> {
    /// The number of steps.
    pub steps: usize,
    /// The time of the first of them, for people.
    pub since: String,
    /// The document as the file has it.
    pub before: Box<D>,
}

/// Where edits are that are offered to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditsFrom {
    /// They were made in a file that is gone. Whether this one is that one is for its author to say: it was changed since.
    Gone,
    /// They went into a file beside this one, while this one could not be written.
    Beside,
}

/// Edits that were made to a document of the same identity in another file.
#[derive(Clone, Debug)]
pub struct MovedEdits<D = Assessment> {
    /// The journal that they are in.
    pub journal: PathBuf,
    /// Where they are.
    pub from: EditsFrom,
    /// The file that they were made to, for people.
    pub was: String,
    /// The number of steps.
    pub steps: usize,
    /// The time of the first of them, for people.
    pub since: String,
    /// The document without them.
    pub base: Box<D>,
    /// The document with them.
    pub with: Box<D>,
}

impl<D> MovedEdits<D> {
    /// Returns where they are, for people: "were made to X, which is gone".
    pub fn whence(&self) -> String {
        let was = &self.was;
        match self.from {
            EditsFrom::Gone => format!("were made to {was}, which is gone"),
            EditsFrom::Beside => {
                format!("went into {was}, while this file could not be written")
            }
        }
    }
}

/// The state of the journal of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum JournalStanding {
    /// Every edit is written, or on its way to the disk.
    #[default]
    Safe,
    /// It is written to another place than usual, named here.
    Elsewhere(String),
    /// The disk does not answer: what was typed last is in memory only.
    Behind,
    /// It can be written nowhere, for this reason: what was typed since the last save is in memory only.
    Nowhere(String),
    /// Somebody else has taken the document over, and goes on with what it had; this one stands aside.
    Aside,
}

impl<D: Editable> Reopened<D> {
    /// Returns the document as its file has it.
    pub fn in_file(&self) -> &D {
        let recovered = self.recovered.as_ref();
        recovered.map_or(&self.document, |recovered| &recovered.before)
    }

    /// Returns a document to which nothing was done.
    pub fn plain(document: D) -> Self {
        Self {
            document,
            history: History::default(),
            recovered: None,
            conflicts: Vec::new(),
            messages: Vec::new(),
            moved: Vec::new(),
            unanswered: Unanswered::default(),
        }
    }
}
