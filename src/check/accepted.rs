//! Problems that somebody has looked at and lets stand.

use std::collections::{HashMap, HashSet};

use super::{Accepted, CheckReport, Problem, Rule, problem};
use crate::assessment::{Address, Assessment, List};

/// Parts what was accepted from what was not, and tells acceptances that are none. A problem about an acceptance
/// cannot itself be accepted. An acceptance that names a field (`f3/text`) is of the whole item.
pub(super) fn part(draft: &Assessment, problems: Vec<Problem>) -> CheckReport {
    if draft.accepted.is_empty() {
        return CheckReport {
            problems,
            accepted: Vec::new(),
        };
    }
    let mut by: HashMap<(Rule, String), usize> = HashMap::new();
    let mut told = Vec::new();
    for (at, accepted) in draft.accepted.iter().enumerate() {
        let Some(rule) = Rule::from_id(accepted.rule.trim()) else {
            told.push(problem(
                Rule::AcceptedUnknownRule,
                Address::Nth(List::Accepted, at),
                format!("there is no rule \"{}\"", accepted.rule),
                "`assay check --rules` lists them all",
            ));
            continue;
        };
        if accepted.why.trim().is_empty() {
            told.push(problem(
                Rule::AcceptedWithoutWhy,
                Address::Nth(List::Accepted, at),
                format!("\"{rule}\" is accepted, and nothing says why"),
                "say why it stands",
            ));
        }
        let on = accepted.on.trim();
        by.entry((rule, on.to_owned())).or_insert(at);
        let item = Address::item_in(on);
        by.entry((rule, item.to_owned())).or_insert(at);
    }
    let mut used = HashSet::new();
    let mut report = CheckReport::default();
    for problem in problems {
        match by.get(&(problem.rule, problem.place.to_string())) {
            Some(at) => {
                used.insert(*at);
                let why = draft.accepted.get(*at).map(|item| item.why.clone());
                report.accepted.push(Accepted {
                    problem,
                    by: *at,
                    why: why.unwrap_or_default(),
                });
            }
            None => report.problems.push(problem),
        }
    }
    let mut settled: Vec<usize> = by.into_values().filter(|at| !used.contains(at)).collect();
    settled.sort_unstable();
    settled.dedup();
    for at in settled {
        // Spelling is looked at elsewhere, or not at all.
        let accepted = draft.accepted.get(at);
        let Some(accepted) = accepted.filter(|item| item.rule.trim() != Rule::Spelling.id()) else {
            continue;
        };
        told.push(problem(
            Rule::AcceptedNothing,
            Address::Nth(List::Accepted, at),
            format!("\"{}\" tells nothing of \"{}\"", accepted.rule, accepted.on),
            "take the acceptance out, or correct what it names",
        ));
    }
    report.problems.extend(told);
    report
}
