//! A text that is edited in another program, and what came of it.

use crate::assessment::{Address, Assessment};

/// A text that is edited in another program.
#[derive(Debug, PartialEq)]
pub struct OutsideText {
    /// The words as they were written out.
    pub words: String,
    /// The place from which they came.
    pub(super) from: OutsideFrom,
}

/// The place of a text that is edited in another program.
#[derive(Debug, PartialEq)]
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
}
