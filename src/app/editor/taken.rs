//! The steps that were taken, for whoever asks.

use super::DraftEditor;

impl DraftEditor {
    /// Returns how many steps can be taken back.
    pub fn undo_depth(&self) -> usize {
        self.history.depth()
    }

    /// Returns what the last step did, in a few words.
    pub(in crate::app) fn last_told(&self) -> Option<String> {
        let step = self.history.next(true)?;
        Some(step.told(&self.assessment, &self.framework, false))
    }
}
