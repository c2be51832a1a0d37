//! The field that has the keys, by what tells it from others.

use crate::assessment::Address;
use crate::text::fold;

/// The field that is typed in.
#[derive(Debug)]
pub(super) struct TypedField {
    /// The number of overlays down to it; none lies over what is typed in place.
    pub(super) depth: usize,
    /// The name of the box, or the draft.
    pub(super) on: String,
    /// The address in the draft, where it is typed in place.
    pub(super) address: Option<Address>,
    /// The words in it; none of a secret.
    pub(super) words: String,
}

impl TypedField {
    /// Returns true where that is the field still, whatever stands in it.
    pub(super) fn is_still(&self, now: Option<&Self>) -> bool {
        now.is_some_and(|now| {
            (self.depth, &self.on, &self.address) == (now.depth, &now.on, &now.address)
        })
    }

    /// Returns true where all that stood in it stands in the one that is open now, in its place: two texts are one again.
    pub(super) fn goes_on_in(&self, now: Option<&Self>) -> bool {
        let (words, places) = (fold(&self.words), (self.depth, &self.on));
        let in_text = |now: &Self| now.address.is_some() && self.address.is_some();
        now.is_some_and(|now| {
            let same = places == (now.depth, &now.on) && in_text(now);
            same && !words.trim().is_empty() && fold(&now.words).contains(words.trim())
        })
    }
}
