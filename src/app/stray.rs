//! Characters that are typed where no text is open.

/// Characters that were typed last where no text is open, and did nothing there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Stray {
    /// None.
    #[default]
    Nothing,
    /// A letter, which may be the first of a word.
    Letter(char),
    /// Words, which are kept.
    Words(String),
}
