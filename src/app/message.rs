//! What comes in and what goes out: messages to the state machine, effects from it.

use std::path::PathBuf;
use std::sync::Arc;

use super::key::Key;
use super::layout::Size;
use crate::assessment::{Assessment, Framework, Grade, State as HeadingState};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// Nothing was typed for as long as a save by itself waits.
    Pause,
    /// A draft was opened or made.
    Opened(Box<Opened>),
    /// The folder of drafts was read.
    Listed(Vec<Card>),
    /// A draft was saved.
    Saved {
        /// The revision that is safe on disk.
        revision: u64,
        /// The time of day, for people.
        at: String,
    },
    /// A save did not succeed; nothing on disk has changed.
    NotSaved {
        /// What went wrong and what to do.
        why: String,
    },
    /// Something was done that wants no more than to be told.
    Told(String),
    /// Something failed.
    Failed(String),
    /// A draft went into the trash.
    Trashed {
        /// Where it was.
        from: PathBuf,
        /// Where it is.
        to: PathBuf,
    },
    /// The program is asked to end (a signal, a closed terminal).
    End,
}

/// A draft as it comes from its file.
#[derive(Debug)]
pub struct Opened {
    /// What is in it.
    pub assessment: Assessment,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// Where it is kept, for people.
    pub name: String,
    /// Why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// Whether it was made just now.
    pub new: bool,
}

/// A draft in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its file.
    pub path: PathBuf,
    /// The body inspected, or the file's name.
    pub subject: String,
    /// The year.
    pub year: String,
    /// What stands under each heading, in order.
    pub grades: Vec<CardGrade>,
    /// How many findings it has.
    pub findings: usize,
    /// When it was last changed, for people.
    pub changed: String,
    /// Why it cannot be opened, where it cannot.
    pub broken: Option<String>,
}

/// What stands under a heading, in the library's strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardGrade {
    /// Nothing yet.
    Open,
    /// A grade.
    Grade(Grade),
    /// Something else.
    State(HeadingState),
}

/// Something that is to be done in the world.
#[derive(Debug)]
pub enum Effect {
    /// Save the open draft.
    Save {
        /// What is to be saved.
        assessment: Box<Assessment>,
        /// Its revision.
        revision: u64,
    },
    /// Read the folder of drafts.
    List,
    /// Open a draft.
    Open(PathBuf),
    /// Make a draft about a body and open it.
    Create {
        /// The name of the body.
        subject: String,
        /// The framework's id; the configured one where none is given.
        framework: Option<String>,
    },
    /// Make a draft of the embedded example and open it.
    CreateExample,
    /// Copy a draft.
    Duplicate(PathBuf),
    /// Give a draft's file another name.
    Rename(PathBuf, String),
    /// Put a draft into the trash.
    Trash(PathBuf),
    /// Bring a draft back out of the trash.
    Restore {
        /// Where it is.
        from: PathBuf,
        /// Where it was.
        to: PathBuf,
    },
    /// Copy text to the terminal's clipboard.
    Copy(String),
    /// Write a print beside the open draft.
    WritePrint {
        /// The text.
        text: String,
        /// The ending of the file's name: `txt`, `md`, `json`.
        ending: &'static str,
    },
    /// End, once all that is under way is done.
    Quit,
}
