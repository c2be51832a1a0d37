//! Words that come while a sealed draft is being opened, which takes a moment. They are meant for it, and what belongs to a
//! sealed draft lies nowhere in clear: until it is open, and with it a journal that is sealed, they are in memory only.
//! Where it is not opened after all, they wait there for another try, and whoever gives that up is told.

use super::kept::KeptWords;

/// The words that come while a sealed draft is being opened.
#[derive(Debug, Default)]
pub(super) struct Arriving {
    pub(super) is_opening: bool,
    pub(super) kept: KeptWords,
}
