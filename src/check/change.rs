//! Years against each other: what is said to have changed, and by which scale.

use std::collections::HashSet;
use std::sync::Arc;

use super::case::{at, year_in};
use super::local::Local;
use super::{Case, Problem, Rule, Where, problem};
use crate::assessment::{Date, Finding, State};

/// The first year of the five grades. What was graded before had four.
const FIVE_SINCE: u16 = 2021;

pub(super) fn check(case: &Case, locals: &[Arc<Local>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (heading, judgment) in &case.draft.grades {
        let from = year_in(&judgment.from);
        let carried = judgment.state == Some(State::CarriedOver);
        if carried && case.has_five_grades() && from.is_some_and(|year| year < FIVE_SINCE) {
            problems.push(problem(
                Rule::ChangeAcrossScales,
                Where::Heading(heading.clone()),
                format!(
                    "it is carried over from {}, which had four grades",
                    judgment.from.trim()
                ),
                "a grade of the old scale cannot stand on the new one; leave it out",
            ));
        }
    }
    for (finding, local) in case.draft.findings.iter().zip(locals) {
        let Some(words) = &local.change else { continue };
        let before: Vec<_> = earlier(case, finding).collect();
        if before.is_empty() && !compares(case, finding) {
            problems.push(problem(
                Rule::ChangeUnrecorded,
                at(finding),
                format!(
                    "\"{words}\" speaks of an earlier year, and no earlier inspection is recorded"
                ),
                "name the earlier inspection as evidence, or figures of both years",
            ));
        }
        let across = |date: &Option<Date>| date.is_some_and(|date| date.year < FIVE_SINCE);
        if case.has_five_grades() && before.iter().any(across) {
            problems.push(problem(
                Rule::ChangeAcrossScales,
                at(finding),
                format!("\"{words}\" compares with a year that had four grades"),
                "compare what was found, not the grades, and say so",
            ));
        }
    }
    problems
}

/// The earlier inspections that a finding stands on, by their days.
fn earlier<'c>(
    case: &'c Case<'_>,
    finding: &'c Finding,
) -> impl Iterator<Item = Option<Date>> + 'c {
    let items = finding.evidence.iter().chain(&finding.against);
    items
        .filter_map(|id| case.evidence.get(id.as_str()))
        .filter(|evidence| evidence.kind == "previous-inspection")
        .map(|evidence| Date::parse(&evidence.date))
}

/// Whether a finding names figures of two periods.
fn compares(case: &Case, finding: &Finding) -> bool {
    let names = finding.text.split('{').skip(1);
    let ids = names.filter_map(|rest| Some(rest.split_once('}')?.0));
    let periods: HashSet<&str> = ids
        .filter_map(|id| case.figures.get(id))
        .map(|figure| figure.period.trim())
        .collect();
    periods.len() > 1
}
