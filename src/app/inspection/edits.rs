//! Changing an inspection: every change is saved at once, and can be taken back.

use super::{Grid, OpenedInspection};
use crate::app::message::Effect;
use crate::assessment::Inspection;

impl Grid {
    /// Changes the inspection and saves it. Nothing happens where nothing changes.
    ///
    /// # Errors
    /// It cannot be changed; why.
    pub(in crate::app) fn change(
        &mut self,
        change: impl FnOnce(&mut Inspection),
    ) -> Result<Vec<Effect>, String> {
        if let Some(why) = &self.read_only {
            return Err(why.clone());
        }
        let mut after = self.inspection.clone();
        change(&mut after);
        if after == self.inspection {
            return Ok(Vec::new());
        }
        let before = std::mem::replace(&mut self.inspection, after);
        self.done.push(before);
        self.undone.clear();
        Ok(self.changed())
    }

    /// Takes the last change back, or makes it again. Nothing where there is none.
    pub(in crate::app) fn undo_redo(&mut self, back: bool) -> Option<Vec<Effect>> {
        let (from, to) = match back {
            true => (&mut self.done, &mut self.undone),
            false => (&mut self.undone, &mut self.done),
        };
        let next = from.pop()?;
        to.push(std::mem::replace(&mut self.inspection, next));
        Some(self.changed())
    }

    fn changed(&mut self) -> Vec<Effect> {
        self.revision += 1;
        self.follow();
        let saved = self.save();
        saved.into_iter().chain(self.read()).collect()
    }

    /// Whether something is not yet in the file.
    pub fn is_unsaved(&self) -> bool {
        self.saved != self.revision
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// The effect that saves what is not yet saved or on its way.
    pub(in crate::app) fn save(&mut self) -> Option<Effect> {
        if !self.is_unsaved() || self.is_saving() {
            return None;
        }
        self.saving = Some((self.revision, self.inspection.clone()));
        Some(Effect::SaveInspection {
            inspection: Box::new(self.inspection.clone()),
            revision: self.revision,
        })
    }

    /// Takes note of a save.
    pub(in crate::app) fn was_saved(&mut self, revision: u64, at: String) {
        self.saved = self.saved.max(revision);
        self.saving = None;
        self.saved_at = Some(at);
        self.not_saved = None;
    }

    /// Takes note that a save failed: what changed stays here, and is tried again.
    pub(in crate::app) fn was_not_saved(&mut self, why: String) {
        self.saving = None;
        self.not_saved = Some(why);
    }

    /// Takes in what another program made of the file, together with what was to be saved; what has changed here
    /// since is kept.
    pub(in crate::app) fn bring_in(&mut self, merged: &Inspection) -> Vec<Effect> {
        let sent = self.saving.take();
        let sent = sent.map_or_else(|| self.inspection.clone(), |(_, sent)| sent);
        let both = Inspection::merge(&sent, &self.inspection, merged);
        let before = std::mem::replace(&mut self.inspection, both);
        self.done.push(before);
        self.undone.clear();
        self.changed()
    }

    /// Takes in what another program made of the file; what has changed here since stays, and is saved.
    pub(in crate::app) fn follow_file(
        &mut self,
        base: &Inspection,
        theirs: &Inspection,
    ) -> Vec<Effect> {
        let both = Inspection::merge(base, &self.inspection, theirs);
        if both != self.inspection {
            let before = std::mem::replace(&mut self.inspection, both);
            self.done.push(before);
            self.undone.clear();
        }
        if self.inspection == *theirs && !self.is_saving() {
            self.saved = self.revision;
            self.not_saved = None;
            self.follow();
            return self.read().into_iter().collect();
        }
        self.changed()
    }

    /// Takes the file as it is read once more, where nothing of ours waits to be saved.
    pub(in crate::app) fn refresh(&mut self, opened: OpenedInspection) {
        if !self.is_unsaved() && !self.is_saving() {
            self.read_only = opened.read_only;
            if opened.inspection != self.inspection {
                let before = std::mem::replace(&mut self.inspection, opened.inspection);
                self.done.push(before);
                self.undone.clear();
                self.follow();
            }
        }
    }
}
