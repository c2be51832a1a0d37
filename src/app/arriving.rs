//! Words that come while a sealed draft is being opened, which takes a moment. They are meant for it, and what belongs to a
//! sealed draft lies nowhere in clear: until it is open, and with it a journal that is sealed, they are in memory only.
//! Where it is not opened after all, they wait there for another try, whatever else is opened meanwhile, and whoever gives
//! that up is told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kept::KeptWords;

/// The words that come while sealed drafts are being opened.
#[derive(Debug, Default)]
pub(super) struct Arriving {
    /// The drafts that are being opened, the one that was asked for last at the end.
    openings: Vec<PathBuf>,
    /// The words that came for each, and are nowhere else.
    kept: BTreeMap<PathBuf, KeptWords>,
}

impl Arriving {
    /// Takes note of a draft that is to be opened.
    pub(super) fn begins(&mut self, path: PathBuf) {
        self.openings.push(path);
    }

    /// Takes note that a draft is open, or is not opened.
    pub(super) fn is_over(&mut self, path: &Path) {
        let first = self.openings.iter().position(|it| it == path);
        first.map(|at| self.openings.remove(at));
    }

    /// Returns the draft for which words come now.
    pub(super) fn opening(&self) -> Option<&Path> {
        self.openings.last().map(PathBuf::as_path)
    }

    /// Returns the words that came for a draft.
    pub(super) fn of(&mut self, path: &Path) -> &mut KeptWords {
        self.kept.entry(path.to_owned()).or_default()
    }

    /// Returns the drafts that words came for, with these.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Path, &KeptWords)> {
        self.kept.iter().map(|(path, kept)| (path.as_path(), kept))
    }

    /// Hands out the words that came for a draft.
    pub(super) fn take(&mut self, path: &Path) -> KeptWords {
        self.kept.remove(path).unwrap_or_default()
    }

    /// Takes note that a file has another path.
    pub(super) fn moved(&mut self, was: &Path, path: &Path) {
        if let Some(kept) = self.kept.remove(was) {
            self.of(path).take_typed(&kept);
        }
    }
}
