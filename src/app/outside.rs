//! A text that is edited in another program, and what came of it.

use std::path::PathBuf;

use crate::assessment::{Address, Assessment};

/// A text that is edited in another program.
#[derive(Clone, Debug, PartialEq)]
pub struct OutsideText {
    /// The words as they were written out.
    pub words: String,
    /// The place from which they came.
    pub(super) from: OutsideFrom,
}

/// The place of a text that is edited in another program.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum OutsideFrom {
    /// A text of the draft, with the draft as it was.
    Draft(Address, Box<Assessment>),
    /// The box of this name.
    Box(String),
}

/// The outcome of editing a text in another program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutsideOutcome {
    /// The text as that program left it, where it could be read.
    pub words: Option<String>,
    /// The reason for which it is not what was wanted, where it is not.
    pub failure: Option<String>,
    /// The folder in which the text stays, where that program returned at once: it may have handed it to another.
    pub stays: Option<PathBuf>,
}

/// A text that stays written out, since a program that goes on may edit it still.
#[derive(Debug)]
pub(super) struct StandingText {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// The text as it was written out, or was taken in last.
    pub(super) text: OutsideText,
}
