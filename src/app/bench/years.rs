//! Last year's draft, kept in step with what this one names.

use super::Bench;
use crate::app::message::Effect;
use crate::assessment::{HeadField, Place, Predecessor};

impl Bench {
    /// What is to be read because the draft has come to name another predecessor. Nobody reads a name that is
    /// still being typed.
    pub(in crate::app) fn follow_names(&mut self) -> Vec<Effect> {
        let typed = self
            .typing
            .as_ref()
            .is_some_and(|typing| typing.place == Place::Head(HeadField::Predecessor));
        let named = self.assessment.head.predecessor.trim();
        if typed || named == self.asked_for {
            return Vec::new();
        }
        self.asked_for = named.to_owned();
        self.predecessor = Predecessor::None;
        match named {
            "" => Vec::new(),
            named => vec![Effect::ReadEarlier(named.to_owned())],
        }
    }

    /// Takes last year's draft, unless another is named by now.
    pub(in crate::app) fn take_earlier(&mut self, named: &str, predecessor: Predecessor) {
        if named == self.asked_for {
            self.predecessor = predecessor;
        }
    }
}
