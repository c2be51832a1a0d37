//! Problems that a person has accepted, with a reason.

use std::collections::{HashMap, HashSet};

use super::{Accepted, CheckReport, Problem, Rule, problem};
use crate::assessment::{Address, Assessment, List};

/// Returns the acceptances of a draft by the rule and what they are on, the first of each. One that names a field
/// (`f3/text`) is of the whole item too.
pub(super) fn by_place(draft: &Assessment) -> HashMap<(Rule, String), usize> {
    let mut by = HashMap::new();
    for (at, accepted) in draft.accepted.iter().enumerate() {
        let on = accepted.on.trim();
        if let Some(rule) = Rule::from_id(accepted.rule.trim()) {
            for on in [on, Address::item_in(on)] {
                by.entry((rule, on.to_owned())).or_insert(at);
            }
        }
    }
    by
}

/// Returns a problem as it is accepted by this acceptance.
pub(super) fn accepted(draft: &Assessment, problem: Problem, by: usize) -> Accepted {
    let why = draft.accepted.get(by).map(|item| item.why.clone());
    Accepted {
        problem,
        by,
        why: why.unwrap_or_default(),
    }
}

/// Sets accepted problems apart from the others, and reports acceptances that accept nothing. A problem about an
/// acceptance cannot itself be accepted.
pub(super) fn set_apart(draft: &Assessment, problems: Vec<Problem>) -> CheckReport {
    if draft.accepted.is_empty() {
        return CheckReport {
            problems,
            accepted: Vec::new(),
        };
    }
    let by = by_place(draft);
    // Problems of the acceptances themselves.
    let mut own = Vec::new();
    for (at, accepted) in draft.accepted.iter().enumerate() {
        let Some(rule) = Rule::from_id(accepted.rule.trim()) else {
            own.push(problem(
                Rule::AcceptedUnknownRule,
                Address::Nth(List::Accepted, at),
                format!("there is no rule \"{}\"", accepted.rule),
                "`assay check --rules` lists them all",
            ));
            continue;
        };
        if accepted.why.trim().is_empty() {
            own.push(problem(
                Rule::AcceptedWithoutWhy,
                Address::Nth(List::Accepted, at),
                format!("\"{rule}\" is accepted, and nothing says why"),
                "say why it stands",
            ));
        }
    }
    let mut used = HashSet::new();
    let mut report = CheckReport::default();
    for problem in problems {
        match by.get(&(problem.rule, problem.place.to_string())) {
            Some(at) => {
                used.insert(*at);
                report.accepted.push(accepted(draft, problem, *at));
            }
            None => report.problems.push(problem),
        }
    }
    let mut unused: Vec<usize> = by.into_values().filter(|at| !used.contains(at)).collect();
    unused.sort_unstable();
    unused.dedup();
    for at in unused {
        // Spelling is checked elsewhere, or not at all.
        let accepted = draft.accepted.get(at);
        let Some(accepted) = accepted.filter(|item| item.rule.trim() != Rule::Spelling.id()) else {
            continue;
        };
        own.push(problem(
            Rule::AcceptedNothing,
            Address::Nth(List::Accepted, at),
            format!("\"{}\" tells nothing of \"{}\"", accepted.rule, accepted.on),
            "take the acceptance out, or correct what it names",
        ));
    }
    report.problems.extend(own);
    report
}
