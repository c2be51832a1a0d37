//! Keys that wait for what follows.

use super::key::Key;
use super::scope::Scope;

/// Keys that were pressed one after the other, and begin the keys of commands of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WaitingKeys {
    /// The place in which they were pressed.
    pub(super) scope: Scope,
    /// The keys.
    pub(super) keys: Vec<Key>,
}

impl WaitingKeys {
    /// Returns the characters that the keys type, where each types one: they may be the first of a word.
    pub(super) fn typed(&self) -> Option<String> {
        self.keys.iter().map(|key| key.typed()).collect()
    }
}
