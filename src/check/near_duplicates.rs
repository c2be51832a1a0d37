//! Findings that say nearly the same.

use std::collections::HashMap;
use std::sync::Arc;

use super::comparable::MARKS;
use super::context::at;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule, problem};

/// Reports findings that say nearly the same. Each looks only for the first that shares a mark with it, so that the
/// work grows with the findings and not with their pairs.
pub(super) fn check(context: &CheckContext, scans: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(scans.len() * MARKS);
    for (nth, (finding, scan)) in context.draft.findings.iter().zip(scans).enumerate() {
        let mut shared: Vec<usize> = Vec::new();
        for mark in &scan.comparable.marks {
            match first.get(mark) {
                Some(other) => shared.push(*other),
                None => {
                    first.insert(*mark, nth);
                }
            }
        }
        // What the weaving leaves out as said already has a rule of its own.
        if shared.is_empty() || finding.sensitive || context.unspoken.contains(finding.id.as_str())
        {
            continue;
        }
        shared.sort_unstable();
        let like = shared
            .chunk_by(|one, other| one == other)
            .max_by_key(|run| run.len());
        let Some((other, first)) = like
            .filter(|run| run.len() * 2 >= MARKS.min(scan.comparable.marks.len()))
            .and_then(|run| {
                let at = *run.first()?;
                Some((context.draft.findings.get(at)?, scans.get(at)?))
            })
        else {
            continue;
        };
        if !other.sensitive && scan.comparable.is_like(&first.comparable) {
            let ((name, _), (_, other)) = (scan.named(finding), first.named(other));
            problems.push(problem(
                Rule::NearlySaidTwice,
                at(finding),
                format!("{name} says nearly the same as {other}"),
                "say what differs, or take one of them out",
            ));
        }
    }
    problems
}
