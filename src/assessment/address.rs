//! The places that review notes name.

use super::{Assessment, List, Place};

impl Assessment {
    /// The place that a review note names: `f3/text`, `f3/recommendations.1/text` (counted from 1),
    /// `grades.victims/grade`, `overrides.f3/text`, `subject/name`, `framework`.
    pub fn place_on(&self, on: &str) -> Option<Place> {
        let Some((owner, key)) = on.rsplit_once('/') else {
            return Place::from_address(&format!("head/{on}"));
        };
        if let Some(heading) = owner.strip_prefix("grades.") {
            return Place::from_address(&format!("grades/{heading}/{key}"));
        }
        if let Some(sentence) = owner.strip_prefix("overrides.") {
            let mut overrides = self.overrides.iter();
            let at = overrides.position(|item| item.sentence == sentence)?;
            return Place::from_address(&format!("overrides/{at}/{key}"));
        }
        let (id, nth) = match owner.split_once("/recommendations.") {
            Some((id, nth)) => (id, Some(nth.parse::<usize>().ok()?.checked_sub(1)?)),
            None => (owner, None),
        };
        let item = |list: &List| {
            let at = self.ids(*list).position(|other| other == id)?;
            let list = list.word();
            Place::from_address(&match nth {
                Some(nth) => format!("{list}/{at}/recommendations/{nth}/{key}"),
                None => format!("{list}/{at}/{key}"),
            })
        };
        let found = List::ALL.iter().find_map(item);
        found.or_else(|| Place::from_address(on))
    }
}
