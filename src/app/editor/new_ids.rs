//! Ids for what is put into a draft.

use crate::assessment::{Assessment, List};

/// The ids that are given out, each once: what a draft says of a finding (a hand edit, a reason, words
/// that wait) outlives it, and a colleague adds findings to a copy at the same time.
#[derive(Debug)]
pub(super) struct NewIds {
    /// Their ending: another wherever and whenever a draft is opened. None where it is empty.
    mark: String,
    /// The highest number that was given out of each list.
    given: Vec<(List, u64)>,
}

impl NewIds {
    pub(super) fn new(mark: String) -> Self {
        Self {
            mark,
            given: Vec::new(),
        }
    }

    /// Returns an id that no item of the list has or had while the draft was open: `f12-k3x9`.
    pub(super) fn next(&mut self, draft: &Assessment, list: List) -> String {
        let at = self.given.iter().position(|(of, _)| *of == list);
        let at = at.unwrap_or_else(|| {
            self.given.push((list, 0));
            self.given.len() - 1
        });
        let last = self.given.get(at).map_or(0, |(_, last)| *last);
        let prefix = list.id_prefix();
        let named = |number: u64| match self.mark.as_str() {
            "" => format!("{prefix}{number}"),
            mark => format!("{prefix}{number}-{mark}"),
        };
        let first = last.max(draft.last_number(list)) + 1;
        let free = |number: &u64| draft.ids(list).all(|id| id != named(*number));
        let number = (first..).find(free).unwrap_or(first);
        if let Some(given) = self.given.get_mut(at) {
            given.1 = number;
        }
        named(number)
    }
}
