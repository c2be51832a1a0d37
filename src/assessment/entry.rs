//! The part of a history that a journal keeps: every change in the order in which it was made.

use super::Edit;

/// One thing that was done to an assessment, or with another kind of edit to something else.
#[derive(Clone, Debug, PartialEq)]
pub enum HistoryEntry<E = Edit> {
    /// An edit was made.
    Edit {
        /// The edit.
        edit: E,
        /// True where it belongs to the step before, and is undone with it.
        joined: bool,
    },
    /// The last step is what another program did.
    OfAnother,
    /// The last step was taken back.
    Undo,
    /// The step that was last taken back was made again.
    Redo,
}
