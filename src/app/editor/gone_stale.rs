//! Hand edits that go stale under their author's hands: told of as soon as that has happened, and gone to by the key of the
//! next problem.

use std::collections::BTreeSet;

use super::DraftEditor;
use crate::assessment::{Address, List};
use crate::check::{Problem, Rule};

/// The sentences by hand of which it is known that they are stale.
#[derive(Debug, Default)]
pub(super) struct StaleWatch {
    known: BTreeSet<String>,
    /// The one that was told of last, until it was gone to.
    told: Option<String>,
}

impl DraftEditor {
    /// Returns how many sentences by hand went stale since this was asked last. What is typed is looked at when it is left.
    pub(in crate::app) fn went_stale(&mut self) -> usize {
        let none = self.assessment.overrides.is_empty() && self.stale_watch.known.is_empty();
        if none || self.typing.is_some() || !self.is_woven() {
            return 0;
        }
        self.weave_changes();
        let spoken = self.stale().iter().filter(|stale| stale.sentence.is_some());
        let edits = spoken.filter_map(|stale| self.assessment.overrides.get(stale.edit));
        let now: BTreeSet<String> = edits.map(|edit| edit.sentence.clone()).collect();
        let gone: Vec<String> = now.difference(&self.stale_watch.known).cloned().collect();
        self.stale_watch.known = now;
        if let Some(first) = gone.first() {
            self.stale_watch.told = Some(first.clone());
        }
        gone.len()
    }

    /// Returns what the checks tell of the sentence that was told of last as stale, once.
    pub(super) fn take_gone_stale(&mut self) -> Option<Problem> {
        let key = self.stale_watch.told.as_ref()?;
        let mut all = self.problems().all().iter();
        let of_it = |it: &&Problem| {
            it.rule == Rule::StaleEdit
                && matches!(&it.place, Address::Item(List::Overrides, id) if id == key)
        };
        // Where it was not checked yet, it is still to be led to.
        let found = all.find(of_it).cloned()?;
        self.stale_watch.told = None;
        Some(found)
    }
}
