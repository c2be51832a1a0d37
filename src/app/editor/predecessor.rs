//! Last year's draft, kept in step with what this one names.

use super::DraftEditor;
use crate::app::effect::Effect;
use crate::assessment::{HeadField, Place, Predecessor};

impl DraftEditor {
    /// Returns what is to be read because the draft has come to name another predecessor. Nobody reads a name that is
    /// still being typed.
    pub(in crate::app) fn follow_names(&mut self) -> Vec<Effect> {
        let typed = self
            .typing
            .as_ref()
            .is_some_and(|typing| typing.place == Place::Head(HeadField::Predecessor));
        let named = self.assessment.head.predecessor.trim().to_owned();
        if typed || named == self.requested_predecessor {
            return Vec::new();
        }
        self.requested_predecessor.clone_from(&named);
        self.predecessor = Predecessor::None;
        self.check_against(&Predecessor::None);
        match named.is_empty() {
            true => Vec::new(),
            false => vec![Effect::ReadEarlier(named)],
        }
    }

    /// Takes last year's draft, unless another is named by now.
    pub(in crate::app) fn take_earlier(&mut self, named: &str, predecessor: Predecessor) {
        if named == self.requested_predecessor {
            self.check_against(&predecessor);
            self.predecessor = predecessor;
        }
    }
}
