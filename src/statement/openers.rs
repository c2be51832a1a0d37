//! Words before a sentence that say how it is meant: "Importantly, …", "Worryingly, …".

use super::plan::PlacedFinding;
use super::state::{ParagraphState, Side, side};
use crate::assessment::vocabulary;
use crate::grammar::Certainty;

/// Words that stand before a finding's sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opener {
    /// The words, with a capital and without their comma.
    pub(super) words: &'static str,
    /// The side that they take by themselves; they turn where the sentences before took the other.
    side: Option<Side>,
}

impl Opener {
    /// Returns the words that a finding asks for, where they can stand before it: it is a single clause or in a frame,
    /// opens with nothing set apart, and is not of the side that they speak against.
    pub(super) fn of(placed: &PlacedFinding) -> Option<Self> {
        let opener = Self::known(&placed.finding.begins_with)?;
        let first = placed.reading.sentences.first()?;
        let reading = &first.reading;
        let clause = !placed.frame_use.is_bare() || reading.is_clause == Certainty::Yes;
        let head = first.text.split(' ').next().unwrap_or_default();
        let apart = placed.frame_use.is_bare() && head.ends_with(',');
        let fits = opener.side.is_none() || side(placed).is_none() || opener.side == side(placed);
        let plain = !reading.turns && !reading.opens_linked && !reading.opens_with_quotation;
        (clause && plain && !apart && fits).then_some(opener)
    }

    /// Returns the words that a finding itself opens with, as typed before a comma, where they take a side: what they
    /// turn from needs no other word. `None` where it is spoken in a frame.
    pub(super) fn typed(placed: &PlacedFinding) -> Option<Self> {
        let first = placed.reading.sentences.first()?;
        let (words, _) = first.text.split_once(", ")?;
        let opener = Self::known(words).filter(|it| it.side == side(placed));
        opener.filter(|it| it.side.is_some() && placed.frame_use.is_bare())
    }

    fn known(words: &str) -> Option<Self> {
        let known = vocabulary();
        let lists = [
            (&known.openers, None),
            (&known.openers_of_praise, Some(Side::Praise)),
            (&known.openers_of_need, Some(Side::Need)),
        ];
        lists.into_iter().find_map(|(list, side)| {
            let same = |each: &&&str| each.eq_ignore_ascii_case(words.trim());
            let words = list.iter().find(same)?;
            Some(Self { words, side })
        })
    }

    /// Returns true where the words themselves turn from what was said before.
    pub(super) fn turns(self, state: &ParagraphState) -> bool {
        let sides = self.side.zip(state.side);
        sides.is_some_and(|(own, before)| own != before)
    }
}
