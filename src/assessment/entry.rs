//! What a journal keeps of a history: every change in the order in which it was made.

use super::Edit;

/// One thing that was done to an assessment.
#[derive(Clone, Debug, PartialEq)]
pub enum HistoryEntry {
    /// An edit was made.
    Edit {
        /// The edit.
        edit: Edit,
        /// Whether it belongs to the step before, and is undone with it.
        joined: bool,
    },
    /// The last step was taken back.
    Undo,
    /// The step that was last taken back was made again.
    Redo,
}
