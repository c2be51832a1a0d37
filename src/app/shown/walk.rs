//! The walk through the example, in words.

use crate::app::state::State;
use crate::app::walk::Walk;

/// The words where every step is done.
const OVER: &str = "That is the whole way: what was found, how it is known, how it is graded, and the statement that comes \
    of it. The example is yours to try things on; a new draft begins in the library.";

impl State {
    /// Returns the walk and the words of its step, where it is shown.
    pub fn walk_step(&self) -> Option<(&Walk, String)> {
        let walk = self.walk.as_ref().filter(|walk| !walk.left)?;
        let words = walk.step().map(|step| step.words(&self.keymap));
        Some((walk, words.unwrap_or_else(|| OVER.to_owned())))
    }
}
