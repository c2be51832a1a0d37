//! Grades, rationales and the opening that were chosen for findings that have changed since.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::field;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Finding, NO_OPENING};
use crate::statement::{basis_changes, judgment_basis_with, overall_basis_with};

/// Reports stale grades, rationales and openings. `scans` are of the draft's findings, in their order.
pub(super) fn check(context: &CheckContext, scans: &[Arc<FindingScan>]) -> Vec<Problem> {
    let (grades, overall) = (&context.draft.grades, &context.draft.overall);
    let remembered = grades
        .values()
        .any(|it| !(it.grade_stood_on.is_empty() && it.rationale_stood_on.is_empty()))
        || [
            &overall.stance_stood_on,
            &overall.grade_stood_on,
            &overall.rationale_stood_on,
        ]
        .iter()
        .any(|stood| !stood.is_empty());
    if !remembered {
        return Vec::new();
    }
    let address = |finding: &Finding| std::ptr::from_ref(finding) as usize;
    let each = context.draft.findings.iter().zip(scans);
    let known: HashMap<usize, &FindingScan> = each
        .map(|(finding, scan)| (address(finding), scan.as_ref()))
        .collect();
    let mut hash = |finding: &Finding| {
        let scan = known.get(&address(finding));
        scan.map_or_else(String::new, |scan| scan.hash(finding).to_owned())
    };
    let mut problems = Vec::new();
    let mut report = |rule: Rule, place: Address, then: &[String], now: &[String]| {
        let since = basis_changes(context.draft, context.framework, then, now);
        if !since.is_empty() {
            let of = match &place {
                Address::Judgment(id) => format!("\"{}\"", context.title(id)),
                _ => context.named(&place),
            };
            let (what, remedy) = words(rule, &of);
            let what = format!("{what}: {}", since.join(", "));
            problems.push(problem(rule, place, what, remedy));
        }
    };
    for (id, judgment) in grades {
        let (grade, reason) = (&judgment.grade_stood_on, &judgment.rationale_stood_on);
        if grade.is_empty() && reason.is_empty() {
            continue;
        }
        let now = judgment_basis_with(context.draft, context.framework, id, &mut hash);
        let place = || Address::Judgment(id.clone());
        if judgment.grade.is_some() || judgment.state.is_some() {
            report(Rule::GradeStale, place(), grade, &now);
        }
        if !judgment.rationale.trim().is_empty() {
            report(Rule::RationaleStale, place(), reason, &now);
        }
    }
    let now = overall_basis_with(context.draft, context.framework, &mut hash);
    if !overall.stance.is_empty() && overall.stance != NO_OPENING {
        let place = field("overall.stance");
        report(Rule::OpeningStale, place, &overall.stance_stood_on, &now);
    }
    if overall.grade.is_some() {
        let place = field("overall.grade");
        report(Rule::GradeStale, place, &overall.grade_stood_on, &now);
    }
    if !overall.rationale.trim().is_empty() {
        let place = field("overall.rationale");
        report(
            Rule::RationaleStale,
            place,
            &overall.rationale_stood_on,
            &now,
        );
    }
    problems
}

/// Returns what is said first, in which the three differ from the first word on, however little of it has room; and what to
/// do.
fn words(rule: Rule, of: &str) -> (String, &'static str) {
    match rule {
        Rule::RationaleStale => (
            format!("the reason for the grade of {of} was written before what is there now"),
            "read it again, and write what has changed",
        ),
        Rule::OpeningStale => (
            "the statement's opening was chosen before what is there now".to_owned(),
            "look at it again: choose it once more, or another",
        ),
        _ => (
            format!("the grade of {of} was chosen before what is there now"),
            "look at it again: choose it once more, or another",
        ),
    }
}
