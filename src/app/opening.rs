//! The opening of a sealed draft, which takes a moment: the words that come meanwhile are for it.

use super::effect::Effect;
use super::inspection::GridRow;
use super::kept::KeptWords;
use super::message::DraftStatus;
use super::state::State;
use crate::text::{agreeing, counted};

impl State {
    /// Takes note of a sealed draft that is to be opened.
    pub(super) fn note_opening(&mut self, effects: &[Effect]) {
        self.arriving.is_opening |= effects.iter().any(|effect| self.opens_sealed(effect));
    }

    fn opens_sealed(&self, effect: &Effect) -> bool {
        match effect {
            Effect::Unlock { .. } => true,
            Effect::Open(path) => {
                let mut cards = self.library.cards.iter().flatten();
                cards.any(|card| card.path == *path && card.sealed)
                    || path.extension().is_some_and(|it| it == "age")
            }
            Effect::OpenNamed { named, .. } => {
                let is_sealed =
                    |row: &GridRow| row.named == *named && row.status == DraftStatus::Sealed;
                let grid = self.grid.as_ref();
                grid.is_some_and(|grid| grid.bodies.iter().any(is_sealed))
                    || named.ends_with(".age")
            }
            _ => false,
        }
    }

    /// Takes note that what was being opened is open, or is not opened.
    pub(super) fn opening_is_over(&mut self) {
        self.arriving.is_opening = false;
    }

    /// Returns true where what is typed belongs to a draft that is being opened.
    pub(super) fn words_arrive(&self) -> bool {
        self.arriving.is_opening && self.editor.is_none()
    }

    /// Hands out the words that came for the draft that is open now.
    pub(super) fn take_arriving(&mut self) -> KeptWords {
        self.opening_is_over();
        std::mem::take(&mut self.arriving.kept)
    }

    /// Returns what is to be known of words that came for a draft which was not opened; `None` where there are none.
    pub(super) fn left_arriving(&self) -> Option<String> {
        let many = self.arriving.kept.names().len();
        (many > 0).then(|| {
            format!(
                "{} that came while a sealed draft was being opened {} for it in no file, since nothing of it may lie in clear",
                counted(many, "text"),
                agreeing(many, "waits", "wait"),
            )
        })
    }
}
