//! Which findings of a paragraph are spoken behind which: what is understood only behind another keeps its place there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::read::FindingReading;
use crate::assessment::{Assessment, Kind};

/// Puts each finding that answers or points back to another of its paragraph behind that one. `written` is the order of
/// headings and file, `sorted` that of the paragraph; `needs_first` is true where its needs lead it.
pub(super) fn behind(
    draft: &Assessment,
    readings: &[Arc<FindingReading>],
    written: &[usize],
    sorted: Vec<usize>,
    needs_first: bool,
) -> Vec<usize> {
    let anchors = anchors(draft, readings, written, needs_first);
    if anchors.is_empty() {
        return sorted;
    }
    // The findings behind each, the last first. One that an author puts there comes straight behind it, before those that
    // were only typed there.
    let is_asked = |at: &usize| {
        let finding = draft.findings.get(*at);
        finding.is_some_and(|it| !it.follows.is_empty())
    };
    let (asked, typed): (Vec<usize>, Vec<usize>) =
        written.iter().rev().partition(|at| is_asked(at));
    let mut followers: HashMap<usize, Vec<usize>> = HashMap::new();
    for at in typed.into_iter().chain(asked) {
        if let Some(anchor) = anchors.get(&at) {
            followers.entry(*anchor).or_default().push(at);
        }
    }
    let roots = sorted.iter().filter(|at| !anchors.contains_key(at));
    let ordered = with_followers(roots.copied().collect(), &followers);
    if ordered.len() == sorted.len() {
        return ordered;
    }
    // Findings that point to each other in a ring stay where they are.
    let reached: HashSet<usize> = ordered.into_iter().collect();
    followers.retain(|at, _| reached.contains(at));
    let stays = |at: &usize| !anchors.contains_key(at) || !reached.contains(at);
    with_followers(sorted.into_iter().filter(stays).collect(), &followers)
}

/// Returns the finding of its paragraph that each answers or points back to.
fn anchors(
    draft: &Assessment,
    readings: &[Arc<FindingReading>],
    written: &[usize],
    needs_first: bool,
) -> HashMap<usize, usize> {
    let follows = |at: &usize| draft.findings.get(*at).map(|it| it.follows.as_str());
    let mut named: HashMap<&str, usize> = HashMap::new();
    if written.iter().filter_map(follows).any(|id| !id.is_empty()) {
        // The first of an id counts.
        for &at in written.iter().rev() {
            named.extend(draft.findings.get(at).map(|it| (it.id.as_str(), at)));
        }
    }
    let asked = written.iter().filter_map(|&at| {
        let anchor = named.get(follows(&at)?)?;
        (*anchor != at).then_some((at, *anchor))
    });
    let asked: HashMap<usize, usize> = asked.collect();
    let mut anchors = asked.clone();
    // From the first that is kept where it was typed, all of its heading is.
    let mut kept = HashSet::new();
    let mut before = None;
    let placed_needs = has_placed_needs(draft, written);
    for &at in written {
        let Some(finding) = draft.findings.get(at) else {
            continue;
        };
        let is_under_same = |at: usize| {
            let before = draft.findings.get(at);
            finding.order.is_none() && before.is_some_and(|it| it.heading == finding.heading)
        };
        let points = |before: usize| {
            let asks = readings.get(before).is_some_and(|it| it.is_question());
            asks || readings.get(at).is_some_and(|reading| {
                reading.points_back() || reading.opens_with_it() || reading.answers()
            })
        };
        // A figure, a cause or what is being done, told of a need, is understood behind it.
        let tells = |at: usize| {
            let before = draft.findings.get(at);
            let need = before.is_some_and(|it| it.kind.is_need());
            finding.kind == Kind::Context && (need || anchors.contains_key(&at))
        };
        let leans = |before: usize| {
            // Whoever gives a need its place among the others takes it out of the order that was typed.
            let placed = draft
                .findings
                .get(before)
                .is_some_and(|it| it.order.is_some());
            // What is praised may answer the need before it, and a need may be about what is praised: no reading tells. The
            // author may ask for needs to lead or, by the `order` of any of them, to come together at the end.
            let together = || placed_needs && finding.kind.is_need();
            let turns = || !needs_first && turns_on(draft, [before, at]) && !together();
            !placed && (kept.contains(&before) || turns())
        };
        let follows_it = |before: usize| follows_from(&asked, before).any(|each| each == at);
        let free = |before: &usize| {
            finding.follows.is_empty() && is_under_same(*before) && !follows_it(*before)
        };
        if let Some(before) = before.filter(free) {
            let leans = leans(before);
            if leans || points(before) || tells(before) {
                anchors.insert(at, before);
            }
            if leans {
                kept.insert(at);
            }
        }
        before = Some(at);
    }
    anchors
}

/// Returns true where an author gives one of the needs its place: then they come together behind what is praised. Else all
/// are spoken as they were written, heading by heading, for no reading tells whether one leans on what stands before it.
pub(super) fn has_placed_needs(draft: &Assessment, written: &[usize]) -> bool {
    let placed = |at: &usize| {
        let finding = draft.findings.get(*at);
        finding.is_some_and(|it| it.order.is_some() && it.kind.is_need())
    };
    written.iter().any(placed)
}

/// Returns true where a finding is of another side than the one that was typed before it.
fn turns_on(draft: &Assessment, [before, at]: [usize; 2]) -> bool {
    let need = |at: usize| draft.findings.get(at).map(|finding| finding.kind.is_need());
    need(before) != need(at)
}

/// Returns the findings that this one is behind because an author asks for it: the one that it follows, the one that that
/// follows, and so on.
fn follows_from(asked: &HashMap<usize, usize>, at: usize) -> impl Iterator<Item = usize> + '_ {
    let next = |at: &usize| asked.get(at).copied();
    // A ring ends too.
    std::iter::successors(next(&at), next).take(asked.len())
}

/// Returns findings in this order, each with those that are behind it, which are listed the last first.
fn with_followers(mut roots: Vec<usize>, followers: &HashMap<usize, Vec<usize>>) -> Vec<usize> {
    roots.reverse();
    let mut ordered = Vec::with_capacity(roots.len());
    while let Some(at) = roots.pop() {
        ordered.push(at);
        roots.extend(followers.get(&at).into_iter().flatten());
    }
    ordered
}
