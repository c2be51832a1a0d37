//! Characters that are typed where no text is open.

/// Characters that were typed last where no text is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Stray {
    /// None.
    #[default]
    Nothing,
    /// Letters, each of which was taken for a command.
    Letters(LetterRun),
    /// Words, which are kept.
    Words(String),
}

/// Letters that were typed one after the other at the speed of a hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LetterRun {
    /// All of them.
    pub(super) letters: String,
    /// The last of them, where it did nothing: it may be the first of a word.
    pub(super) idle: Option<char>,
    /// The number of steps of the draft that none of them has changed; without a draft all there can be.
    pub(super) depth: usize,
}
