//! Where drafts were left, so that one can go on there when the program starts the next time: for each a line in the
//! state folder, whose words are the screen's: a page and the name of what the cursor was on. Nothing is lost with it, and a
//! sealed draft has none.

use std::path::{Path, PathBuf};

use super::disk;
use super::file::{make_folder, write_whole};
use super::identity::fingerprint;

/// The folder, in the state folder, with a record for each draft.
const RECORDS: &str = "places";
/// The bytes that a record has at most; a longer one is not ours.
const LONGEST: u64 = 4096;

/// The records of where drafts were left.
#[derive(Clone, Debug)]
pub struct LastPlaces {
    folder: PathBuf,
}

impl LastPlaces {
    /// Returns those in this state folder.
    pub fn new(state: &Path) -> Self {
        Self {
            folder: state.join(RECORDS),
        }
    }

    /// Keeps where the draft with this identity was left. Where that cannot be written, it is forgotten.
    pub fn keep(&self, id: &str, words: &str) {
        if make_folder(&self.folder).is_ok() {
            let _ = write_whole(&self.record(id), words.as_bytes());
        }
    }

    /// Returns where the draft with this identity was left, where that is known.
    pub fn of(&self, id: &str) -> Option<String> {
        let bytes = disk::read(&self.record(id), LONGEST).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Forgets where the draft with this identity was left: it is sealed now.
    pub(super) fn forget(&self, id: &str) {
        let _ = disk::remove(&self.record(id));
    }

    fn record(&self, id: &str) -> PathBuf {
        self.folder.join(fingerprint(id.as_bytes()))
    }
}
