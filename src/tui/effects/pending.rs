//! Files that are still to be read, behind whatever is asked for.

use std::path::PathBuf;

use crate::store::library::Listing;

/// Something that is read a few files at a time, so that whoever asks for anything else waits for no more than
/// these.
#[derive(Debug)]
pub(super) enum PendingReads {
    /// A file of the folder, to be shown beside the list.
    Preview(PathBuf),
    /// The folder of drafts.
    Library {
        listing: Listing,
        /// True where nothing of it was read yet.
        first: bool,
        /// The drafts that were read.
        read: Vec<PathBuf>,
    },
    /// Drafts whose journals are looked into, the last of them first.
    Unfinished(Vec<PathBuf>),
    /// Drafts that are looked into for words, the last of them first.
    Inside { words: String, rest: Vec<PathBuf> },
    /// Drafts of an inspection, by the names that it has for them.
    Drafts {
        inspection: PathBuf,
        named: Vec<String>,
    },
}

/// The number of files of the library that are read at once.
pub(super) const AT_ONCE: usize = 64;

/// The number of drafts whose journals are read at once: those are longer.
pub(super) const JOURNALS_AT_ONCE: usize = 8;
