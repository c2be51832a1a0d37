//! Questions that a few answers are offered for, as lists that no letter narrows.

use std::path::PathBuf;

/// An answer to the question what is to become of what is here where its file is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingAnswer {
    /// It goes on where the file is now.
    GoOnAt(PathBuf),
    /// The file is written anew where it was.
    WriteAnew,
    /// It is saved under another name.
    SaveAs,
}
