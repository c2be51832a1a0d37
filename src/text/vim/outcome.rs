//! What a key meets, and what it comes to.

use crate::text::{Row, Splice};

/// The meaning of the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VimMode {
    /// They are commands.
    #[default]
    Normal,
    /// They are text.
    Insert,
    /// They are commands on what is selected.
    Visual {
        /// The end of the selection at which the cursor is not.
        anchor: usize,
        /// True where whole lines are selected.
        lines: bool,
    },
}

/// A text with a cursor, as a key meets it.
#[derive(Clone, Copy, Debug)]
pub struct VimView<'a> {
    /// The text.
    pub text: &'a str,
    /// The cursor.
    pub at: usize,
    /// The rows into which it is wrapped.
    pub rows: &'a [Row],
    /// True where it may have several lines.
    pub lines: bool,
}

/// The outcome of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VimReply {
    /// It is none of this: whoever calls types it, or has another use for it.
    Pass,
    /// It waits for others, or did nothing.
    Waits,
    /// It did this.
    Done(VimOutcome),
}

/// The doing of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VimOutcome {
    /// The changes of the text, one after the other.
    pub splices: Vec<Splice>,
    /// The cursor, in the text that is changed so.
    pub at: usize,
    /// The words that were cut.
    pub cut: Option<String>,
    /// The words that were copied.
    pub copied: Option<String>,
    /// True where that, or what was cut, is for the clipboard of the terminal.
    pub to_clipboard: bool,
    /// The number of steps to take back; less than 0 to make again.
    pub undo: i32,
    /// True where a line is to be opened in a text that has one alone.
    pub opens: bool,
    /// The words to be said about it.
    pub told: Option<String>,
}
