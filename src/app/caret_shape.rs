//! The shape of the terminal's cursor.

/// The shape of the terminal's cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaretShape {
    /// As the user has it.
    #[default]
    Usual,
    /// On a character.
    Block,
    /// Between two.
    Bar,
}
