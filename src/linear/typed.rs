//! The lines that were typed in a text that is still open.

/// The words that were typed in a text so far.
#[derive(Debug, Default)]
pub(super) struct TypedLines {
    /// The text.
    pub(super) id: String,
    /// The number of lines.
    pub(super) many: usize,
    /// True where they go on behind the words that stand there.
    pub(super) behind: bool,
    /// True where a step was made to inside of the text, and the next line goes in there.
    pub(super) inside: bool,
    /// True where names are offered, and one of them or the words as typed are waited for.
    pub(super) held: bool,
    /// The line that is a command's name and was not taken.
    pub(super) doubted: String,
}
