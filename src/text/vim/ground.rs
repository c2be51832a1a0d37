//! Where motions start from, what they remember, and what they lead to.

use super::grammar::VimFind;
use crate::text::Row;

/// How far what a motion goes over reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Up to the place, without it.
    Before,
    /// With the character there.
    With,
    /// Whole lines.
    Lines,
}

/// Where a motion leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) at: usize,
    pub(super) reach: Reach,
}

/// The memory of motions.
#[derive(Clone, Debug, Default)]
pub(super) struct MotionMemory {
    /// The last character that was gone to.
    pub(super) found: Option<VimFind>,
    /// The last words that were looked for, whether as a word of their own, and whether on.
    pub(super) sought: Option<(String, bool, bool)>,
    /// The column that is kept while going down and up; none is the end of the line.
    pub(super) column: Option<Option<usize>>,
}

/// Where a motion is made.
pub(super) struct Ground<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) rows: &'a [Row],
    /// True where an operator waits for it.
    pub(super) operates: bool,
    /// True where the operator changes.
    pub(super) changes: bool,
    /// True in visual mode.
    pub(super) selects: bool,
}
