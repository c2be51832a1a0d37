//! The order of paragraphs, and of findings in each.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::frame_fit::fits;
use super::layout::{needs_first, slots};
use super::order::{behind, has_placed_needs};
use super::read::{FindingReading, NormalizedText, ReadSentence};
use super::{ParagraphRole, Reason};
use crate::assessment::{Assessment, Complement, Finding, Framework, OVERALL, TRAY};

/// The frame of a finding; the number is the frame's place in the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FrameUse {
    /// In no frame.
    Unframed,
    /// In a frame that takes a clause.
    Clause(usize),
    /// In a frame that takes a noun phrase.
    Phrase(usize),
    /// In none, because its frame was used before.
    Spent(usize),
    /// In none, because its frame does not fit: a clause in one that takes a noun phrase, or the other way round.
    Unfit(usize),
}

impl FrameUse {
    /// Returns true where the finding is spoken in no frame.
    pub(super) fn is_bare(self) -> bool {
        matches!(self, Self::Unframed | Self::Spent(_) | Self::Unfit(_))
    }
}

/// A finding in its place.
#[derive(Clone, Debug)]
pub(super) struct PlacedFinding {
    pub(super) finding: Arc<Finding>,
    pub(super) reading: Arc<FindingReading>,
    pub(super) frame_use: FrameUse,
    /// True where a finding that stands later in the draft is spoken before it.
    pub(super) moved: bool,
    /// True where it is the first of a paragraph that an author asks to begin.
    pub(super) begins: bool,
    /// True where it is an item of a list, so that nothing passes to it from the one before, nor on from it.
    pub(super) listed: bool,
}

impl PlacedFinding {
    /// Returns true where its first sentence is spoken as one about the body.
    pub(super) fn is_about_body(&self) -> bool {
        let first = self.reading.sentences.first();
        first.is_some_and(ReadSentence::is_about_body)
    }

    /// Returns true where it is spoken inside a frame that takes a clause.
    pub(super) fn is_in_clause_frame(&self) -> bool {
        matches!(self.frame_use, FrameUse::Clause(_))
    }

    /// Returns the place in the framework of its frame, where that takes a noun phrase.
    pub(super) fn phrase_frame(&self) -> Option<usize> {
        match self.frame_use {
            FrameUse::Phrase(at) => Some(at),
            _ => None,
        }
    }

    /// Returns true where another would be spoken alike in the same place. Compares pointers.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.finding, &other.finding)
            && Arc::ptr_eq(&self.reading, &other.reading)
            && self.frame_use == other.frame_use
            && self.moved == other.moved
            && (self.begins, self.listed) == (other.begins, other.listed)
    }
}

/// The place of a finding in the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SpokenPlace {
    /// Spoken in a slot.
    Spoken {
        /// The slot's index in the plan.
        slot: usize,
        /// The index among its findings.
        index: usize,
    },
    /// Not spoken.
    NotSpoken(Reason),
}

/// The findings that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SameText {
    /// The place in the draft of the one that is spoken.
    pub(super) first: usize,
    /// The number of findings that say it.
    pub(super) count: usize,
}

/// The places of all findings in the statement.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The slots in the order in which they are read. Some hold no findings, and some never do.
    pub(super) slots: Vec<(ParagraphRole, Vec<PlacedFinding>)>,
    /// The place of each finding, in the draft's order.
    pub(super) places: Vec<SpokenPlace>,
    /// The findings that say the same, by their normalized text.
    pub(super) by_text: HashMap<NormalizedText, SameText>,
}

/// Returns the group (0 for the whole, then the framework's plan) and the rank of each heading in it.
fn ranks(framework: &Framework) -> HashMap<&str, (usize, usize)> {
    let mut ranks = HashMap::new();
    for (group, ids) in framework.plan.iter().enumerate() {
        for id in ids {
            let rank = framework.headings.iter().position(|each| each.id == *id);
            if let Some(rank) = rank {
                ranks.entry(id.as_str()).or_insert((group + 1, rank));
            }
        }
    }
    ranks.insert(OVERALL, (0, 0));
    ranks
}

/// Gives every finding its place.
pub(super) fn plan(
    draft: &Assessment,
    framework: &Framework,
    readings: &[Arc<FindingReading>],
) -> Plan {
    let ranks = ranks(framework);
    let mut places = Vec::with_capacity(draft.findings.len());
    let mut ranked = Vec::new();
    for (at, (finding, reading)) in draft.findings.iter().zip(readings).enumerate() {
        let reason = match (&reading.reason, ranks.get(finding.heading.as_str())) {
            (Some(reason), _) => Some(reason.clone()),
            (None, None) if finding.heading == TRAY => Some(Reason::InTray),
            (None, None) => Some(Reason::NoPlace(finding.heading.clone())),
            (None, Some(&(group, rank))) => {
                ranked.push((group, rank, at));
                None
            }
        };
        // A finding without a reason is given its place below.
        places.push(SpokenPlace::NotSpoken(reason.unwrap_or(Reason::Empty)));
    }
    ranked.sort_unstable();
    let mut plan = Plan {
        slots: Vec::new(),
        places,
        by_text: HashMap::new(),
    };
    let mut frames = HashSet::new();
    for (role, mut members) in slots(draft, framework, &ranked) {
        let needs_first = needs_first(draft, framework, &role);
        let written = members.clone();
        let listed = matches!(role, ParagraphRole::List(_));
        if listed {
            members.sort_by_key(|&at| {
                let order = draft.findings.get(at).and_then(|finding| finding.order);
                (order.is_none(), order.unwrap_or_default())
            });
        } else if needs_first || has_placed_needs(draft, &written) {
            members.sort_by_key(|&at| sort_key(draft, at, needs_first));
        }
        let members = behind(draft, readings, &written, members, needs_first);
        let slot = plan.slots.len();
        let mut placed: Vec<PlacedFinding> = Vec::with_capacity(members.len());
        let mut latest = 0;
        for at in members {
            let (Some(finding), Some(reading)) = (draft.findings.get(at), readings.get(at)) else {
                continue;
            };
            let new = match plan.count_same(at, reading) {
                Some(first) => SpokenPlace::NotSpoken(Reason::SaidBy(id_of(draft, first))),
                None => {
                    let index = placed.len();
                    placed.push(PlacedFinding {
                        finding: Arc::clone(finding),
                        reading: Arc::clone(reading),
                        frame_use: frame_use(framework, finding, reading, &mut frames),
                        moved: at < latest,
                        listed,
                        begins: placed.is_empty() && matches!(role, ParagraphRole::Begun(_)),
                    });
                    latest = latest.max(at);
                    SpokenPlace::Spoken { slot, index }
                }
            };
            if let Some(place) = plan.places.get_mut(at) {
                *place = new;
            }
        }
        plan.slots.push((role, placed));
    }
    plan
}

fn id_of(draft: &Assessment, at: usize) -> String {
    draft
        .findings
        .get(at)
        .map_or_else(String::new, |finding| finding.id.clone())
}

impl Plan {
    /// Counts a finding among those that say the same. Returns the first of them, or `None` where this is the first.
    fn count_same(&mut self, at: usize, reading: &FindingReading) -> Option<usize> {
        let new = SameText {
            first: at,
            count: 0,
        };
        let same = self.by_text.entry(reading.text.clone()).or_insert(new);
        same.count += 1;
        // "It should be mended" is said of a roof, and of a shed.
        (same.count > 1 && !reading.opens_with_it()).then_some(same.first)
    }
}

/// Returns the sort key of a finding in its paragraph: strengths and context as they stand, needs by their order.
fn sort_key(draft: &Assessment, at: usize, needs_first: bool) -> (bool, bool, i64) {
    match draft.findings.get(at) {
        Some(finding) if finding.kind.is_need() => (
            !needs_first,
            finding.order.is_none(),
            finding.order.unwrap_or_default(),
        ),
        _ => (needs_first, false, 0),
    }
}

/// Returns the frame that a finding is spoken in. One that takes a clause is used once; a noun phrase cannot
/// stand alone, so its frame is spoken again (and the check reports it).
fn frame_use(
    framework: &Framework,
    finding: &Finding,
    reading: &FindingReading,
    used: &mut HashSet<usize>,
) -> FrameUse {
    if finding.stance.is_empty() {
        return FrameUse::Unframed;
    }
    let mut frames = framework.frames.iter().enumerate();
    match frames.find(|(_, frame)| frame.id == finding.stance) {
        None => FrameUse::Unframed,
        Some((at, frame)) if !fits(frame, reading) => FrameUse::Unfit(at),
        Some((at, frame)) if frame.takes == Complement::Phrase => FrameUse::Phrase(at),
        Some((at, _)) if used.insert(at) => FrameUse::Clause(at),
        Some((at, _)) => FrameUse::Spent(at),
    }
}
