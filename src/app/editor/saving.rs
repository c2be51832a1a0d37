//! What is safe on disk, what is on its way there, and what is not yet.

use super::DraftEditor;
use crate::app::message::{Effect, JournalStanding};

impl DraftEditor {
    /// Whether something is not yet safe on disk.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.revision)
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether what is not in the file is not in the journal either.
    pub(in crate::app) fn is_in_memory_only(&self) -> bool {
        self.is_unsaved() && matches!(self.journal, JournalStanding::Nowhere(_))
    }

    /// The effect that saves what is not yet saved or on its way.
    pub(in crate::app) fn save(&mut self) -> Option<Effect> {
        // A draft that cannot be changed has nothing to save, unless it was taken over just now.
        if !self.is_unsaved() {
            return None;
        }
        // One save is under way at a time: what came since follows it, however often it was asked for.
        if self.saving.is_some() {
            self.save_again = self.saving != Some(self.revision);
            return None;
        }
        self.saving = Some(self.revision);
        self.look_at_spelling();
        Some(Effect::Save {
            assessment: Box::new(self.assessment.clone()),
            revision: self.revision,
        })
    }

    /// Takes note of a save. True where another was asked for meanwhile.
    pub(in crate::app) fn was_saved(&mut self, revision: u64, at: String) -> bool {
        self.saved = self.saved.max(Some(revision));
        if self.saving == Some(revision) {
            self.saving = None;
        }
        self.saved_at = Some(at);
        self.not_saved = None;
        std::mem::take(&mut self.save_again)
    }

    /// Takes note that a save was not made because the file has other words now.
    pub(in crate::app) fn save_was_overtaken(&mut self) {
        self.saving = None;
        self.save_again = false;
        self.saved = None;
    }

    /// Takes note that all that there is stands in the file.
    pub(in crate::app) fn is_all_in_file(&mut self) {
        self.saved = Some(self.revision);
    }

    pub(in crate::app) fn was_not_saved(&mut self, why: String) {
        self.saving = None;
        self.save_again = false;
        self.not_saved = Some(why);
    }
}
