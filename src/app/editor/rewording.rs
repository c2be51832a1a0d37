//! Changes that say nothing new.

use std::collections::HashMap;

use super::DraftEditor;
use crate::assessment::{Edit, OverrideField, Place, Value};
use crate::statement::{basis, grounds_kept};

impl DraftEditor {
    /// Makes edits as one step that says nothing new: words in the place of others, a slip put right. What was judged and
    /// worded by hand on what stood there stands on what is there now, but for what was stale before.
    pub(in crate::app) fn reword(&mut self, edits: Vec<Edit>) -> Result<(), String> {
        let before = self.assessment.clone();
        let woven = self.woven_bases();
        self.history.close();
        for (nth, edit) in edits.into_iter().enumerate() {
            self.make(edit, nth > 0)?;
        }
        let mut kept = grounds_kept(&before, &self.assessment);
        self.weave_changes();
        let now = self.woven_bases();
        let edits = self.assessment.overrides.iter().enumerate();
        kept.extend(edits.filter_map(|(at, edit)| {
            let same = woven.get(&edit.sentence)? == &edit.basis;
            let basis = now.get(&edit.sentence).filter(|_| same)?.clone();
            let place = Place::Override(at, OverrideField::Basis);
            Some((place, Some(Value::Text(basis))))
        }));
        for edit in self.setting(&kept) {
            self.make(edit, true)?;
        }
        self.change(Vec::new())
    }

    /// Returns the digests of sentences that are worded by hand as they would be woven, by their keys.
    fn woven_bases(&self) -> HashMap<String, String> {
        let sentences = self.document().sentences();
        let by_hand = sentences.filter_map(|sentence| {
            let woven = sentence.woven.as_deref()?;
            Some((sentence.key.clone(), basis(&woven.text)))
        });
        by_hand.collect()
    }
}
