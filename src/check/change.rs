//! Comparisons between years, and the scales that they compare.

use std::collections::HashSet;
use std::sync::Arc;

use super::context::at;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Apart, Change, Date, Finding, JudgmentState, Predecessor};
use crate::text::{noun_of, same, year_in};

/// The first year of the five grades. What was graded before had four.
const FIVE_SINCE: u16 = 2021;

pub(super) fn check(context: &CheckContext, scans: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = predecessor(context);
    for (heading, judgment) in &context.draft.grades {
        let from = year_in(&judgment.from);
        let carried = judgment.state == Some(JudgmentState::CarriedOver);
        if carried && context.has_five_grades() && from.is_some_and(|year| year < FIVE_SINCE) {
            problems.push(context.about(
                Rule::ChangeAcrossScales,
                Address::Judgment(heading.clone()),
                format!(
                    "is carried over from {}, which had four grades",
                    judgment.from.trim()
                ),
                "a grade of the old scale cannot stand on the new one; leave it out",
            ));
        }
    }
    for (finding, scan) in context.draft.findings.iter().zip(scans) {
        let recorded = finding.change.map(Change::word);
        let Some(words) = scan.change.as_deref().or(recorded) else {
            continue;
        };
        let before: Vec<_> = earlier(context, finding).collect();
        let named = !context.draft.head.predecessor.trim().is_empty();
        if before.is_empty() && !named && !compares(context, finding) {
            problems.push(problem(
                Rule::ChangeUnrecorded,
                at(finding),
                format!(
                    "\"{words}\" speaks of an earlier year, and no earlier inspection is recorded"
                ),
                "name last year's draft, the earlier inspection as evidence, or figures of both years",
            ));
        }
        let across = |date: &Option<Date>| date.is_some_and(|date| date.year < FIVE_SINCE);
        // Evidence of its own says what a finding compares with; else it is last year's draft.
        let grounded = !before.is_empty() || compares(context, finding);
        let other = apart(context).filter(|_| !grounded);
        if other.is_some() || context.has_five_grades() && before.iter().any(across) {
            let with = other.unwrap_or_else(|| "a year that had four grades".to_owned());
            problems.push(problem(
                Rule::ChangeAcrossScales,
                at(finding),
                format!("\"{words}\" compares with {with}"),
                "compare what was found, not the grades, and say so",
            ));
        }
    }
    problems
}

/// Returns last year's inspection in words, where its grades do not compare with this year's.
fn apart(context: &CheckContext) -> Option<String> {
    let earlier = context.predecessor.earlier()?;
    Some(match earlier.apart(context.framework)? {
        Apart::Scales => {
            let many = earlier.framework.scale.len();
            let grades = noun_of(many, "grade");
            format!("a year that had {} {grades}", count(many))
        }
        Apart::Programmes => {
            let title = &earlier.framework.title;
            format!("{title}, whose grades do not compare with these")
        }
    })
}

fn count(many: usize) -> String {
    match many {
        4 => "four".to_owned(),
        5 => "five".to_owned(),
        many => many.to_string(),
    }
}

/// Reports a draft of last year that cannot be read, is of another body or is not earlier.
fn predecessor(context: &CheckContext) -> Vec<Problem> {
    let place = || Address::Field("predecessor".to_owned());
    let earlier = match context.predecessor {
        Predecessor::None => return Vec::new(),
        Predecessor::Unread(why) => {
            let remedy = "correct the name, or leave the predecessor out";
            let what = format!("last year's draft: {why}");
            return vec![problem(Rule::PredecessorUnread, place(), what, remedy)];
        }
        Predecessor::Read(earlier) => earlier,
    };
    let mut problems = Vec::new();
    let (then, now) = (&earlier.assessment, context.draft);
    let (its, ours) = (then.subject.name.trim(), now.subject.name.trim());
    if !its.is_empty() && !ours.is_empty() && !same(its, ours) {
        problems.push(problem(
            Rule::PredecessorOfAnother,
            place(),
            format!("last year's draft is about {its}"),
            "name the draft about this body",
        ));
    }
    let years = (year_in(&then.period.label), year_in(&now.period.label));
    if let (Some(before), Some(after)) = years
        && before >= after
    {
        problems.push(problem(
            Rule::PredecessorNotEarlier,
            place(),
            format!("last year's draft is of {}", then.period.label.trim()),
            "name the draft of the year before, or correct the years",
        ));
    }
    problems
}

/// Returns the earlier inspections that a finding stands on, by their days.
fn earlier<'c>(
    context: &'c CheckContext<'_>,
    finding: &'c Finding,
) -> impl Iterator<Item = Option<Date>> + 'c {
    let items = finding.evidence.iter().chain(&finding.against);
    items
        .filter_map(|id| context.evidence.get(id.as_str()))
        .filter(|evidence| evidence.kind == "previous-inspection")
        .map(|evidence| Date::parse(&evidence.date))
}

/// Returns true where a finding names figures of two periods.
fn compares(context: &CheckContext, finding: &Finding) -> bool {
    let names = finding.text.split('{').skip(1);
    let ids = names.filter_map(|rest| Some(rest.split_once('}')?.0));
    let periods: HashSet<&str> = ids
        .filter_map(|id| context.figures.get(id))
        .map(|figure| figure.period.trim())
        .collect();
    periods.len() > 1
}
