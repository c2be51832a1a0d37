//! The checks that come behind a frame: what there is to say about a key, once no other follows it.

use super::state::State;

impl State {
    /// Returns true where the problems are older than what is written.
    pub fn wants_check(&self) -> bool {
        let editor = self.editor.as_ref();
        editor.is_some_and(|editor| editor.wants_check())
    }

    /// Returns true where the hand that typed last may be about to type on.
    pub fn may_type_on(&self) -> bool {
        !self.came_at_once
    }

    /// Brings the problems up to what is written: to be called when the frame that shows it is drawn and nothing waits.
    /// Returns true where that shows something else.
    #[must_use]
    pub fn check(&mut self) -> bool {
        let editor = self.editor.as_mut();
        editor.is_some_and(|editor| editor.check_changes())
    }
}
