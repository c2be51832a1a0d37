//! The first weaving of a draft that was opened: it is done elsewhere, behind the frame that shows the findings, so that nobody
//! waits for a statement before the first key.

use super::DraftEditor;
use crate::app::effect::Effect;
use crate::statement::Weaver;

/// The state of the first weaving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum FirstWeave {
    /// The draft was woven.
    #[default]
    Done,
    /// It is to be asked for.
    Due,
    /// It was asked for under this identity, and what comes of it is on its way.
    Asked(String),
}

impl DraftEditor {
    /// Returns true where there is a statement, though it may say nothing: until then nothing is known of it.
    pub fn is_woven(&self) -> bool {
        self.first_weave == FirstWeave::Done
    }

    /// Returns true while a statement is on its way that was asked for elsewhere.
    pub(in crate::app) fn awaits_weave(&self) -> bool {
        matches!(self.first_weave, FirstWeave::Asked(_))
    }

    /// Returns the effect that weaves the draft elsewhere, once.
    pub(in crate::app) fn weave_elsewhere(&mut self) -> Option<Effect> {
        if self.first_weave != FirstWeave::Due {
            return None;
        }
        self.first_weave = FirstWeave::Asked(self.assessment.head.id.clone());
        Some(Effect::WeaveDraft {
            assessment: Box::new(self.assessment.clone()),
            framework: self.framework.clone(),
        })
    }

    /// Takes what was woven elsewhere, and brings it up to what is written by now. Where a command could not wait for it,
    /// there is a statement already, and it is not needed any more; what was woven of another draft is of no use here, and
    /// all of this one would be woven before the next key.
    pub(in crate::app) fn take_woven(&mut self, id: &str, weaver: Weaver) {
        if matches!(&self.first_weave, FirstWeave::Asked(asked) if asked == id) {
            // Whatever a weaver has woven, the next statement is the same as that of a new one.
            self.weaver = weaver;
            self.weave_changes();
        }
    }

    /// Takes note that the draft was woven: what was opened knows its statement from here on.
    pub(super) fn was_woven(&mut self) {
        if !self.is_woven() {
            self.first_weave = FirstWeave::Done;
            self.keep_sentence_in_reach();
            self.went_stale();
        }
    }
}
