//! Findings that say nearly the same.

use std::collections::HashMap;
use std::sync::Arc;

use super::comparable::MARKS;
use super::context::at;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule, problem};

/// Reports findings that say nearly the same. Each looks only for the first that shares a mark with it, so that the
/// work grows with the findings and not with their pairs.
pub(super) fn check(case: &CheckContext, locals: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(locals.len() * MARKS);
    for (nth, (finding, local)) in case.draft.findings.iter().zip(locals).enumerate() {
        let mut shared: Vec<usize> = Vec::new();
        for mark in &local.said.marks {
            match first.get(mark) {
                Some(other) => shared.push(*other),
                None => {
                    first.insert(*mark, nth);
                }
            }
        }
        // What the weaving leaves out as said already is told of there.
        if shared.is_empty() || finding.sensitive || case.silent.contains(finding.id.as_str()) {
            continue;
        }
        shared.sort_unstable();
        let like = shared
            .chunk_by(|one, other| one == other)
            .max_by_key(|run| run.len());
        let Some((other, first)) = like
            .filter(|run| run.len() * 2 >= MARKS.min(local.said.marks.len()))
            .and_then(|run| {
                let at = *run.first()?;
                Some((case.draft.findings.get(at)?, locals.get(at)?))
            })
        else {
            continue;
        };
        if !other.sensitive && local.said.is_like(&first.said) {
            problems.push(problem(
                Rule::NearlySaidTwice,
                at(finding),
                format!("\"{}\" says nearly the same", other.id),
                "say what differs, or take one of them out",
            ));
        }
    }
    problems
}
