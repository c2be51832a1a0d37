//! The opening of a sealed draft, which takes a moment: the words that come meanwhile are for it, and for nothing else that is
//! opened.

use std::path::{Path, PathBuf};

use super::effect::Effect;
use super::file::{BoxName, FileKind, KeptWith, UnplacedWords};
use super::inspection::GridRow;
use super::kept::KeptWords;
use super::message::DraftStatus;
use super::state::State;
use crate::text::{agreeing, counted};

impl State {
    /// Takes note of sealed drafts that are to be opened.
    pub(super) fn note_opening(&mut self, effects: &[Effect]) {
        let opened = effects
            .iter()
            .filter_map(|effect| self.opens_sealed(effect));
        let opened: Vec<(PathBuf, bool)> = opened.collect();
        for (path, unlocks) in opened {
            self.arriving.begins(path, unlocks);
        }
    }

    /// Returns the sealed draft that is opened by an effect, and whether its passphrase was given.
    fn opens_sealed(&self, effect: &Effect) -> Option<(PathBuf, bool)> {
        let is_named = |path: &Path| path.extension().is_some_and(|it| it == "age");
        let (path, is_sealed) = match effect {
            Effect::Unlock { path, .. } => return Some((path.clone(), true)),
            Effect::Open(path) => {
                let mut cards = self.library.cards.iter().flatten();
                (
                    path.clone(),
                    cards.any(|card| card.path == *path && card.sealed),
                )
            }
            Effect::OpenNamed { inspection, named } => {
                let is_sealed =
                    |row: &GridRow| row.named == *named && row.status == DraftStatus::Sealed;
                let grid = self.grid.as_ref();
                (
                    inspection.with_file_name(named),
                    grid.is_some_and(|grid| grid.bodies.iter().any(is_sealed)),
                )
            }
            _ => return None,
        };
        (is_sealed || is_named(&path)).then_some((path, false))
    }

    /// Takes note that what was being opened is open, or is not opened.
    pub(super) fn opening_is_over(&mut self, path: &Path) {
        self.arriving.is_over(path);
    }

    /// Returns the draft that is being opened, to which what is typed belongs.
    pub(super) fn words_arrive(&self) -> Option<&Path> {
        self.arriving.opening().filter(|_| self.editor.is_none())
    }

    /// Returns the name of the draft that is being opened with its passphrase, where nothing lies over the library: no key
    /// is meant for that.
    pub(super) fn is_unlocking(&self) -> Option<String> {
        let covered = self.editor.is_some() || !self.overlays.is_empty();
        self.arriving
            .unlocking()
            .filter(|_| !covered)
            .map(sealed_name)
    }

    /// Returns that with which words are kept which are about an open file, or about none.
    pub(super) fn keeper(&self, file: Option<FileKind>) -> KeptWith {
        match (self.words_arrive(), file) {
            (Some(path), _) => KeptWith::Sealed(path.to_owned()),
            (None, Some(kind)) => KeptWith::File(kind),
            (None, None) => KeptWith::Library,
        }
    }

    /// Hands out the words that came for the file that is open now.
    pub(super) fn take_arriving(&mut self, path: &Path) -> KeptWords {
        self.opening_is_over(path);
        self.arriving.take(path)
    }

    /// Returns the words that came for sealed drafts which were not opened, each with its draft; what a box of the library
    /// has since is not among them.
    pub(super) fn left_arriving(&self) -> Vec<(&Path, UnplacedWords)> {
        let all = self.arriving.all().flat_map(|(path, kept)| {
            let all = kept.boxes().map(move |each| (path, each));
            all.filter(|(_, (on, words))| self.library.kept.get(on) != Some(words))
        });
        let words = |(path, (on, words)): (_, (&str, &str))| {
            let name = BoxName {
                with: KeptWith::Sealed(Path::to_owned(path)),
                on: on.to_owned(),
            };
            let words = words.to_owned();
            (path, UnplacedWords { name, words })
        };
        all.map(words).collect()
    }

    /// Returns the words that are in memory only, since they came for a sealed draft that was not opened.
    pub fn in_memory_only(&self) -> Vec<String> {
        let left = self.left_arriving().into_iter();
        left.map(|(_, each)| each.words).collect()
    }

    /// Returns what is to be known of words that came for drafts which were not opened; of one draft or, where none is
    /// given, of each.
    pub(super) fn left_arriving_told(&self, of: Option<&Path>) -> Vec<String> {
        let left = self.left_arriving();
        let paths = self.arriving.all().map(|(path, _)| path);
        let paths = paths.filter(|path| of.is_none_or(|of| of == *path));
        let told = paths.filter_map(|path| {
            let many = left.iter().filter(|(of, _)| *of == path).count();
            (many > 0).then(|| {
                format!(
                    "{} that came while {} was being opened {} for it in no file, since nothing of what is sealed may lie in clear",
                    counted(many, "text"),
                    sealed_name(path),
                    agreeing(many, "waits", "wait"),
                )
            })
        });
        told.collect()
    }
}

/// Returns the name of a sealed draft for people.
pub(super) fn sealed_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
