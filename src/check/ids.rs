//! Ids: each stands once, so that what names it names one thing.

use std::collections::BTreeSet;

use super::{Case, Problem, Severity, Where, problem};
use crate::assessment::List;

type Place = fn(String) -> Where;

const LISTS: [(List, &str, Place); 4] = [
    (List::Findings, "finding", Where::Finding),
    (List::Evidence, "item of evidence", Where::Evidence),
    (List::Figures, "figure", Where::Figure),
    (List::Outlook, "item of the look-ahead", Where::Outlook),
];

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (list, noun, place) in LISTS {
        let mut seen = BTreeSet::new();
        let mut told = BTreeSet::new();
        for id in case.draft.ids(list) {
            if !seen.insert(id) && told.insert(id) {
                problems.push(problem(
                    Severity::Error,
                    "id-twice",
                    place(id.to_owned()),
                    format!("more than one {noun} has the id \"{id}\""),
                    "give each an id of its own",
                ));
            }
        }
    }
    problems
}
