//! Ids: each stands once, and what names one finds it.

use std::collections::BTreeSet;

use super::context::{at, field};
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, List};

const LISTS: [(List, &str); 4] = [
    (List::Findings, "finding"),
    (List::Evidence, "item of evidence"),
    (List::Figures, "figure"),
    (List::Outlook, "item of the look-ahead"),
];

pub(super) fn check(case: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (list, noun) in LISTS {
        let mut seen = BTreeSet::new();
        let mut told = BTreeSet::new();
        for id in case.draft.ids(list) {
            if !seen.insert(id) && told.insert(id) {
                problems.push(problem(
                    Rule::IdTwice,
                    Address::Item(list, id.to_owned()),
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
        let place = || Address::Item(List::Figures, figure.id.clone());
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
                Address::Nth(List::Notes, nth),
                format!("the note is on \"{on}\", which there is not"),
                "correct what it is on, or mark it as dealt with",
            ));
        }
    }
}

/// Whether what a review note is on is something.
fn is_something(case: &CheckContext, on: &str) -> bool {
    let draft = case.draft;
    let item = Address::item_in(on);
    let is_finding = |id: &str| case.findings.contains_key(id);
    let known = |address: Address| match &address {
        Address::Judgment(id) => {
            case.framework.heading(id).is_some() || draft.grades.contains_key(id)
        }
        // A heading, or the key of a joined sentence.
        Address::Sentence(key) => {
            case.framework.heading(key).is_some()
                || key.contains('+') && key.split('+').all(is_finding)
        }
        Address::Field(name) => on == name || List::from_word(name).is_none(),
        _ => draft.place_of(&address).is_some(),
    };
    is_finding(item)
        || case.evidence.contains_key(item)
        || case.figures.contains_key(item)
        || known(Address::parse(item, draft))
        || draft.place_of(&Address::parse(on, draft)).is_some()
}
