//! What passes from one sentence of a paragraph to the next.

use super::clause::takes_change;
use super::plan::PlacedFinding;
use super::reference::SaidSubject;
use crate::assessment::{Change, Tone};

/// The side of a finding: for the body, or asking something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Strengths and practices.
    Praise,
    /// Improvements and concerns.
    Need,
}

/// The state that a sentence depends on, from those before it in its paragraph. Nothing else passes from one
/// sentence to the next, so weaving can begin anywhere and stop as soon as this agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphState {
    /// True where the sentence before was about the body.
    pub(super) about_body: bool,
    /// True where the sentence before opened with "It".
    pub(super) opened_with_it: bool,
    /// The side of the last finding that has one; context has none.
    pub(super) side: Option<Side>,
    /// True where the contrast word is used up.
    pub(super) contrasted: bool,
    /// True where a need was spoken.
    pub(super) need: bool,
    /// The place of the paragraph's word among those that turn, where there are several.
    pub(super) turn: usize,
    /// True where the last sentence of the opening waits for the finding that shares it.
    pub(super) opening: bool,
    /// The subject of the sentence before, where "they" can stand for it.
    pub(super) subject: Option<SaidSubject>,
}

impl From<Tone> for Side {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Praise => Self::Praise,
            Tone::Concern => Self::Need,
        }
    }
}

pub(super) fn side(placed: &PlacedFinding) -> Option<Side> {
    let kind = placed.finding.kind;
    if kind.is_need() {
        Some(Side::Need)
    } else if kind.is_praise() {
        Some(Side::Praise)
    } else {
        None
    }
}

/// Returns true where a finding says "also": where the author asks for it or, behind another need, by `turn`. By itself it
/// never goes under a negative, nor behind what leads in or points back, where it would add something else than was
/// meant: "As a result, victims are also let down".
pub(super) fn says_also(placed: &PlacedFinding, turn: bool) -> bool {
    let leads = || {
        let first = placed.reading.sentences.first();
        let leads = first.is_some_and(|it| {
            let reading = &it.reading;
            // "By next spring, the force should also test its radios" asks for one thing more.
            let leads = reading.has_lead_in && (reading.points_back || !reading.is_demand);
            leads || reading.is_denied
        });
        leads && placed.frame_use.is_bare()
    };
    placed.finding.also.unwrap_or_else(|| turn && !leads())
}

impl ParagraphState {
    /// Notes that a finding was spoken.
    pub(super) fn add(&mut self, placed: &PlacedFinding) {
        let side = side(placed);
        self.side = side.or(self.side);
        self.need |= side == Some(Side::Need);
    }
}

/// Returns true where words on what has changed lead the finding, which want a sentence of their own.
pub(super) fn says_change(placed: &PlacedFinding) -> bool {
    let led = matches!(
        placed.finding.change,
        Some(Change::Progress | Change::Declined)
    );
    led && takes_change(placed)
}
