//! Grades, rationales and the opening that were chosen for findings that have changed since.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::field;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule, Where, problem};
use crate::assessment::Finding;
use crate::statement::{judged_on_by, judged_since, whole_stands_on_by};

/// Reports stale grades, rationales and openings. `scans` are of the draft's findings, in their order.
pub(super) fn check(case: &CheckContext, locals: &[Arc<FindingScan>]) -> Vec<Problem> {
    let (grades, overall) = (&case.draft.grades, &case.draft.overall);
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
    let each = case.draft.findings.iter().zip(locals);
    let known: HashMap<usize, &FindingScan> = each
        .map(|(finding, local)| (address(finding), local.as_ref()))
        .collect();
    let mut hash = |finding: &Finding| {
        let local = known.get(&address(finding));
        local.map_or_else(String::new, |local| local.hash(finding).to_owned())
    };
    let mut problems = Vec::new();
    let mut tell = |rule: Rule, place: Where, then: &[String], now: &[String]| {
        let since = judged_since(then, now);
        if !since.is_empty() {
            let (what, remedy) = words(rule);
            let what = format!("{what}: {}", since.join(", "));
            problems.push(problem(rule, place, what, remedy));
        }
    };
    for (id, judgment) in grades {
        let (grade, reason) = (&judgment.grade_stood_on, &judgment.rationale_stood_on);
        if grade.is_empty() && reason.is_empty() {
            continue;
        }
        let now = judged_on_by(case.draft, case.framework, id, &mut hash);
        let place = || Where::Heading(id.clone());
        if judgment.grade.is_some() || judgment.state.is_some() {
            tell(Rule::GradeStale, place(), grade, &now);
        }
        if !judgment.rationale.trim().is_empty() {
            tell(Rule::RationaleStale, place(), reason, &now);
        }
    }
    let now = whole_stands_on_by(case.draft, case.framework, &mut hash);
    if !overall.stance.is_empty() {
        let place = field("overall.stance");
        tell(Rule::OpeningStale, place, &overall.stance_stood_on, &now);
    }
    if overall.grade.is_some() {
        let place = field("overall.grade");
        tell(Rule::GradeStale, place, &overall.grade_stood_on, &now);
    }
    if !overall.rationale.trim().is_empty() {
        let place = field("overall.rationale");
        tell(
            Rule::RationaleStale,
            place,
            &overall.rationale_stood_on,
            &now,
        );
    }
    problems
}

fn words(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::RationaleStale => (
            "the reason was written before what is there now",
            "read it again, and write what has changed",
        ),
        Rule::OpeningStale => (
            "the opening was chosen before what is there now",
            "look at it again: choose it once more, or another",
        ),
        _ => (
            "the grade was chosen before what is there now",
            "look at it again: choose it once more, or another",
        ),
    }
}
