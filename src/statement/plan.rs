//! Who speaks where: the order of paragraphs, and of findings in each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::read::{FindingReading, Says};
use super::{ParagraphRole, Reason};
use crate::assessment::{Assessment, Complement, Finding, Framework, OVERALL, TRAY};

/// How a finding is framed; the number is the frame's place in the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framed {
    /// In no frame.
    No,
    /// In a frame that takes a clause.
    Clause(usize),
    /// In a frame that takes a noun phrase.
    Phrase(usize),
    /// In none, because its frame was used before.
    Spent(usize),
}

/// A finding in its place.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) finding: Arc<Finding>,
    pub(super) reading: Arc<FindingReading>,
    pub(super) framed: Framed,
    /// Whether a finding that stands later in the draft is spoken before it.
    pub(super) moved: bool,
}

impl Unit {
    /// Whether another unit would be spoken alike in the same place. Pointers tell.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.finding, &other.finding)
            && Arc::ptr_eq(&self.reading, &other.reading)
            && self.framed == other.framed
            && self.moved == other.moved
    }
}

/// Where a finding has come to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SpokenPlace {
    /// In the slot, at this place there.
    Spoken {
        /// The slot's place in the plan.
        slot: usize,
        /// The place among its units.
        unit: usize,
    },
    /// Nowhere.
    Left(Reason),
}

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The place in the draft of the finding that is heard.
    pub(super) first: usize,
    /// How many would say it.
    pub(super) many: usize,
}

/// Which finding is spoken where.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The slots in the order in which they are read. Some hold no findings, and some never do.
    pub(super) slots: Vec<(ParagraphRole, Vec<Unit>)>,
    /// Where each finding stands, in the draft's order.
    pub(super) seats: Vec<SpokenPlace>,
    /// What is said.
    pub(super) said: BTreeMap<Says, Speaker>,
}

/// The group (0 for the whole, then the framework's plan) and the rank of each heading.
fn ranks(framework: &Framework) -> BTreeMap<&str, (usize, usize)> {
    let mut ranks = BTreeMap::new();
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

/// Finds every finding its place.
pub(super) fn plan(
    draft: &Assessment,
    framework: &Framework,
    readings: &[Arc<FindingReading>],
) -> Plan {
    let ranks = ranks(framework);
    let mut seats = Vec::with_capacity(draft.findings.len());
    let mut places = Vec::new();
    for (at, (finding, reading)) in draft.findings.iter().zip(readings).enumerate() {
        let reason = match (&reading.reason, ranks.get(finding.heading.as_str())) {
            (Some(reason), _) => Some(reason.clone()),
            (None, None) if finding.heading == TRAY => Some(Reason::InTray),
            (None, None) => Some(Reason::NoPlace(finding.heading.clone())),
            (None, Some(&(group, rank))) => {
                places.push((group, rank, at));
                None
            }
        };
        // Who stays without a reason is given a seat below.
        seats.push(SpokenPlace::Left(reason.unwrap_or(Reason::Empty)));
    }
    places.sort_unstable();
    let mut plan = Plan {
        slots: Vec::new(),
        seats,
        said: BTreeMap::new(),
    };
    let mut frames = BTreeSet::new();
    for (role, mut members) in slots(draft, framework, &places) {
        let needs_first = needs_first(draft, framework, &role);
        members.sort_by_key(|&at| turn(draft, at, needs_first));
        let slot = plan.slots.len();
        let mut units: Vec<Unit> = Vec::with_capacity(members.len());
        let mut latest = 0;
        for at in members {
            let (Some(finding), Some(reading)) = (draft.findings.get(at), readings.get(at)) else {
                continue;
            };
            let seat = match plan.first(at, reading) {
                Some(first) => SpokenPlace::Left(Reason::SaidBy(id_of(draft, first))),
                None => {
                    let unit = units.len();
                    units.push(Unit {
                        finding: Arc::clone(finding),
                        reading: Arc::clone(reading),
                        framed: framed(framework, finding, &mut frames),
                        moved: at < latest,
                    });
                    latest = latest.max(at);
                    SpokenPlace::Spoken { slot, unit }
                }
            };
            if let Some(place) = plan.seats.get_mut(at) {
                *place = seat;
            }
        }
        plan.slots.push((role, units));
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
    /// Who says the same before; nothing where it is new.
    fn first(&mut self, at: usize, reading: &FindingReading) -> Option<usize> {
        let new = Speaker { first: at, many: 0 };
        let said = self.said.entry(reading.says.clone()).or_insert(new);
        said.many += 1;
        (said.many > 1).then_some(said.first)
    }
}

/// The slots in order, each with the places of its findings, by heading and file.
fn slots(
    draft: &Assessment,
    framework: &Framework,
    places: &[(usize, usize, usize)],
) -> Vec<(ParagraphRole, Vec<usize>)> {
    let mut main: Vec<Vec<usize>> = vec![Vec::new(); framework.plan.len() + 1];
    // Named paragraphs by the group that first asks for them, in the order in which they are asked for.
    let mut named: Vec<Vec<(&str, Vec<usize>)>> = vec![Vec::new(); main.len()];
    let mut known: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for &(group, _, at) in places {
        let name = draft.findings.get(at).map_or("", |f| f.paragraph.trim());
        if name.is_empty() {
            main.get_mut(group)
                .into_iter()
                .for_each(|list| list.push(at));
            continue;
        }
        let (group, nth) = *known.entry(name).or_insert_with(|| {
            let list = named.get_mut(group);
            let nth = list.map_or(0, |list| {
                list.push((name, Vec::new()));
                list.len() - 1
            });
            (group, nth)
        });
        if let Some((_, members)) = named.get_mut(group).and_then(|list| list.get_mut(nth)) {
            members.push(at);
        }
    }
    let mut slots = vec![
        (ParagraphRole::Title, Vec::new()),
        (ParagraphRole::Greeting, Vec::new()),
    ];
    for (group, (members, named)) in main.into_iter().zip(named).enumerate() {
        let role = match group {
            0 => ParagraphRole::Overall,
            _ => ParagraphRole::Group(group - 1),
        };
        slots.push((role, members));
        let named = named.into_iter();
        slots.extend(named.map(|(name, members)| (ParagraphRole::Named(name.to_owned()), members)));
    }
    slots.push((ParagraphRole::LookAhead, Vec::new()));
    slots
}

/// Whether the author asks for a paragraph's needs before its strengths.
fn needs_first(draft: &Assessment, framework: &Framework, role: &ParagraphRole) -> bool {
    let asked = |name: &str| draft.statement.needs_first.iter().any(|each| each == name);
    match role {
        ParagraphRole::Overall => asked(OVERALL),
        ParagraphRole::Named(name) => asked(name),
        ParagraphRole::Group(at) => framework
            .plan
            .get(*at)
            .is_some_and(|ids| ids.iter().any(|id| asked(id))),
        ParagraphRole::Title | ParagraphRole::Greeting | ParagraphRole::LookAhead => false,
    }
}

/// A finding's turn in its paragraph: strengths and context as they stand, needs by their order.
fn turn(draft: &Assessment, at: usize, needs_first: bool) -> (bool, bool, i64) {
    match draft.findings.get(at) {
        Some(finding) if finding.kind.is_need() => (
            !needs_first,
            finding.order.is_none(),
            finding.order.unwrap_or_default(),
        ),
        _ => (needs_first, false, 0),
    }
}

/// The frame that a finding is spoken in. One that takes a clause is used once; a noun phrase cannot
/// stand alone, so its frame is spoken again (and the check tells of it).
fn framed(framework: &Framework, finding: &Finding, used: &mut BTreeSet<usize>) -> Framed {
    if finding.stance.is_empty() {
        return Framed::No;
    }
    let mut frames = framework.frames.iter().enumerate();
    match frames.find(|(_, frame)| frame.id == finding.stance) {
        None => Framed::No,
        Some((at, frame)) if frame.takes == Complement::Phrase => Framed::Phrase(at),
        Some((at, _)) if used.insert(at) => Framed::Clause(at),
        Some((at, _)) => Framed::Spent(at),
    }
}
