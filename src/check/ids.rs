//! Ids: each stands once, and what names one finds it.

use std::collections::BTreeSet;

use super::context::{at, field};
use super::{CheckContext, Problem, Rule, Where, problem};
use crate::assessment::List;

type WhereFn = fn(String) -> Where;

const LISTS: [(List, &str, WhereFn); 4] = [
    (List::Findings, "finding", Where::Finding),
    (List::Evidence, "item of evidence", Where::Evidence),
    (List::Figures, "figure", Where::Figure),
    (List::Outlook, "item of the look-ahead", Where::Outlook),
];

pub(super) fn check(case: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (list, noun, place) in LISTS {
        let mut seen = BTreeSet::new();
        let mut told = BTreeSet::new();
        for id in case.draft.ids(list) {
            if !seen.insert(id) && told.insert(id) {
                problems.push(problem(
                    Rule::IdTwice,
                    place(id.to_owned()),
                    format!("more than one {noun} has the id \"{id}\""),
                    "give each an id of its own",
                ));
            }
        }
    }
    evidence(case, &mut problems);
    figures(case, &mut problems);
    paragraphs(case, &mut problems);
    notes(case, &mut problems);
    problems
}

fn evidence(case: &CheckContext, problems: &mut Vec<Problem>) {
    for finding in &case.draft.findings {
        for id in finding.evidence.iter().chain(&finding.against) {
            if !case.evidence.contains_key(id.as_str()) {
                problems.push(problem(
                    Rule::UnknownEvidence,
                    at(finding),
                    format!("there is no evidence \"{id}\""),
                    "record it, or correct the id",
                ));
            }
        }
    }
}

fn figures(case: &CheckContext, problems: &mut Vec<Problem>) {
    for figure in &case.draft.figures {
        let place = || Where::Figure(figure.id.clone());
        let (source, whole) = (figure.source.trim(), figure.part_of.trim());
        if !source.is_empty() && !case.evidence.contains_key(source) {
            problems.push(problem(
                Rule::UnknownSource,
                place(),
                format!("there is no evidence \"{source}\" for it to come from"),
                "record it, or correct the id",
            ));
        }
        if !whole.is_empty() && !case.figures.contains_key(whole) {
            problems.push(problem(
                Rule::UnknownWhole,
                place(),
                format!("there is no figure \"{whole}\" for it to be a part of"),
                "put the whole in the ledger, or correct the id",
            ));
        }
    }
}

/// Paragraphs whose needs are to come first: a heading, or a name that findings ask for.
fn paragraphs(case: &CheckContext, problems: &mut Vec<Problem>) {
    let named = |name: &str| {
        let mut findings = case.draft.findings.iter();
        findings.any(|finding| finding.paragraph.trim() == name)
    };
    for name in &case.draft.statement.needs_first {
        let known = name == crate::assessment::OVERALL || case.framework.heading(name).is_some();
        if !known && !named(name) {
            problems.push(problem(
                Rule::UnknownParagraph,
                field("statement.needs-first"),
                format!("there is no paragraph \"{name}\""),
                "name a heading, or the paragraph that findings name",
            ));
        }
    }
}

fn notes(case: &CheckContext, problems: &mut Vec<Problem>) {
    for (nth, note) in case.draft.notes.iter().enumerate() {
        let on = note.on.trim();
        if !on.is_empty() && !note.resolved && !is_something(case, on) {
            problems.push(problem(
                Rule::NoteOnNothing,
                Where::Note(nth),
                format!("the note is on \"{on}\", which there is not"),
                "correct what it is on, or mark it as dealt with",
            ));
        }
    }
}

/// Whether an id or path of a review note names something.
fn is_something(case: &CheckContext, on: &str) -> bool {
    let draft = case.draft;
    let item = on.split('/').next().unwrap_or(on);
    if let Some(heading) = item.strip_prefix("grades.") {
        return case.framework.heading(heading).is_some() || draft.grades.contains_key(heading);
    }
    if let Some(key) = item.strip_prefix("overrides.") {
        return draft.overrides.iter().any(|edit| edit.sentence == key);
    }
    const TABLES: [&str; 8] = [
        "subject",
        "inspector",
        "period",
        "statement",
        "overall",
        "framework",
        "id",
        "figures",
    ];
    case.findings.contains_key(item)
        || case.evidence.contains_key(item)
        || case.figures.contains_key(item)
        || draft.outlook.iter().any(|other| other.id == item)
        || case.framework.heading(item).is_some()
        || TABLES.contains(&item)
        || draft.place_on(on).is_some()
        // The key of a joined sentence.
        || item.contains('+') && item.split('+').all(|id| case.findings.contains_key(id))
}
