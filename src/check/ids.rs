//! Ids: each is used once, and a reference to one finds its item.

use std::collections::{BTreeSet, HashSet};

use super::context::{at, field};
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, List};

/// The lists whose items have ids, each with the word for an item.
const LISTS: [(List, &str); 4] = [
    (List::Findings, "finding"),
    (List::Evidence, "item of evidence"),
    (List::Figures, "figure"),
    (List::Outlook, "item of the look-ahead"),
];

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (list, noun) in LISTS {
        let mut seen = BTreeSet::new();
        let mut reported = BTreeSet::new();
        for id in context.draft.ids(list) {
            if !seen.insert(id) && reported.insert(id) {
                problems.push(problem(
                    Rule::IdTwice,
                    Address::Item(list, id.to_owned()),
                    format!("more than one {noun} has the id \"{id}\""),
                    "give each an id of its own",
                ));
            }
        }
    }
    evidence(context, &mut problems);
    figures(context, &mut problems);
    paragraphs(context, &mut problems);
    notes(context, &mut problems);
    problems
}

/// Reports evidence that findings name and that is not recorded.
fn evidence(context: &CheckContext, problems: &mut Vec<Problem>) {
    for finding in &context.draft.findings {
        for id in finding.evidence.iter().chain(&finding.against) {
            if !context.evidence.contains_key(id.as_str()) {
                problems.push(context.about(
                    Rule::UnknownEvidence,
                    at(finding),
                    format!("names evidence \"{id}\", which is not recorded"),
                    "record it, or correct the id",
                ));
            }
        }
    }
}

/// Reports figures whose source or whole is not recorded.
fn figures(context: &CheckContext, problems: &mut Vec<Problem>) {
    for figure in &context.draft.figures {
        let place = || Address::Item(List::Figures, figure.id.clone());
        let (source, whole) = (figure.source.trim(), figure.part_of.trim());
        if !source.is_empty() && !context.evidence.contains_key(source) {
            problems.push(context.about(
                Rule::UnknownSource,
                place(),
                format!("comes from evidence \"{source}\", which is not recorded"),
                "record it, or correct the id",
            ));
        }
        if !whole.is_empty() && !context.figures.contains_key(whole) {
            problems.push(context.about(
                Rule::UnknownWhole,
                place(),
                format!("is a part of figure \"{whole}\", which there is not"),
                "add the whole to Figures, or correct the name",
            ));
        }
    }
}

/// Reports names in `needs-first` that are neither a heading nor a paragraph that findings name.
fn paragraphs(context: &CheckContext, problems: &mut Vec<Problem>) {
    let findings = context.draft.findings.iter();
    let named: HashSet<&str> = findings.map(|finding| finding.paragraph.trim()).collect();
    for name in &context.draft.statement.needs_first {
        let known = name == crate::assessment::OVERALL || context.framework.heading(name).is_some();
        if !known && !named.contains(name.as_str()) {
            problems.push(problem(
                Rule::UnknownParagraph,
                field("statement.needs-first"),
                format!("there is no paragraph \"{name}\""),
                "name a heading, or the paragraph that findings name",
            ));
        }
    }
}

/// Reports open notes on something that does not exist.
fn notes(context: &CheckContext, problems: &mut Vec<Problem>) {
    for (nth, note) in context.draft.notes.iter().enumerate() {
        let on = note.on.trim();
        if !on.is_empty() && !note.resolved && !exists(context, on) {
            problems.push(problem(
                Rule::NoteOnNothing,
                Address::Nth(List::Notes, nth),
                format!("the note is on \"{on}\", which there is not"),
                "correct what it is on, or mark it as dealt with",
            ));
        }
    }
}

/// Returns true if the target of a review note exists.
fn exists(context: &CheckContext, on: &str) -> bool {
    let draft = context.draft;
    let item = Address::item_in(on);
    let is_finding = |id: &str| context.findings.contains_key(id);
    let known = |address: Address| match &address {
        Address::Judgment(id) => {
            context.framework.heading(id).is_some() || draft.grades.contains_key(id)
        }
        // A heading, or the key of a joined sentence.
        Address::Sentence(key) => {
            context.framework.heading(key).is_some()
                || key.contains('+') && key.split('+').all(is_finding)
        }
        Address::Field(name) => on == name || List::from_word(name).is_none(),
        _ => draft.place_of(&address).is_some(),
    };
    let owner = Address::parse(item, draft);
    if matches!(owner, Address::Judgment(_)) {
        // Any heading has places, whether or not there is such a heading.
        return known(owner);
    }
    is_finding(item)
        || context.evidence.contains_key(item)
        || context.figures.contains_key(item)
        || known(owner)
        || draft.place_of(&Address::parse(on, draft)).is_some()
}
