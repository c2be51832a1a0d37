//! Words that come while a sealed draft is being opened, which takes a moment. They are meant for it, and what belongs to a
//! sealed draft lies nowhere in clear: until it is open, and with it a journal that is sealed, they are in memory only.
//! Where it is not opened after all, they wait there for another try, whatever else is opened meanwhile, and whoever gives
//! that up is told: to seal them takes the passphrase as much as to read them, and nobody has given it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kept::KeptWords;

/// The words that come while sealed drafts are being opened.
#[derive(Debug, Default)]
pub(super) struct Arriving {
    /// The drafts that are being opened, the one that was asked for last at the end.
    openings: Vec<OpeningPaths>,
    /// The words that came for each, and are nowhere else.
    kept: BTreeMap<PathBuf, KeptWords>,
}

/// The paths of a draft that is being opened.
#[derive(Debug)]
struct OpeningPaths {
    /// The path by which it was asked for: what comes of that is told by it.
    asked: PathBuf,
    /// The path where it is now.
    path: PathBuf,
    /// True where its passphrase was given.
    unlocks: bool,
}

impl Arriving {
    /// Takes note of a draft that is to be opened; where its passphrase was given, `unlocks`.
    pub(super) fn begins(&mut self, path: PathBuf, unlocks: bool) {
        let asked = path.clone();
        self.openings.push(OpeningPaths {
            asked,
            path,
            unlocks,
        });
    }

    /// Returns the draft that is being opened with its passphrase.
    pub(super) fn unlocking(&self) -> Option<&Path> {
        let last = self.openings.last().filter(|it| it.unlocks);
        last.map(|it| it.path.as_path())
    }

    /// Takes note that a draft is open, or is not opened.
    pub(super) fn is_over(&mut self, path: &Path) {
        let first = self.openings.iter().position(|it| it.asked == path);
        first.map(|at| self.openings.remove(at));
    }

    /// Returns the draft for which words come now.
    pub(super) fn opening(&self) -> Option<&Path> {
        self.openings.last().map(|it| it.path.as_path())
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

    /// Takes note that a file has another path. Words that came for what was there before wait beside its own.
    pub(super) fn moved(&mut self, was: &Path, path: &Path) {
        for opening in &mut self.openings {
            if opening.path == was {
                path.clone_into(&mut opening.path);
            }
        }
        if let Some(kept) = self.kept.remove(was) {
            self.of(path).take_typed(&kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_come_for_a_draft_that_is_renamed_meanwhile_go_where_it_is() {
        let (was, now) = (Path::new("/d/was.age"), Path::new("/d/now.age"));
        let mut arriving = Arriving::default();
        arriving.of(now).add_unplaced("of one that was there");
        arriving.begins(was.to_owned(), true);
        arriving.of(was).add_unplaced("before");
        arriving.moved(was, now);
        assert_eq!(arriving.opening(), Some(now));
        let path = arriving.opening().map(Path::to_owned);
        arriving.of(&path.unwrap_or_default()).add_unplaced("after");
        // What comes of it is told by the path that was asked for.
        arriving.is_over(was);
        assert_eq!(arriving.opening(), None);
        let kept = arriving.take(now);
        let kept = kept.unplaced().into_iter();
        let mut words: Vec<&str> = kept.map(|(_, words)| words).collect();
        words.sort_unstable();
        assert_eq!(words, ["after", "before", "of one that was there"]);
        assert_eq!(arriving.take(was).unplaced(), []);
    }
}
