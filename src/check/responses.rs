//! The body's answers.

use super::context::at;
use super::{CheckContext, Problem, Rule};
use crate::assessment::{Address, Kind, List};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (nth, response) in context.draft.responses.iter().enumerate() {
        let what = match (response.text.trim(), response.by.trim()) {
            ("", _) => "has no words",
            (_, "") => "does not say whose it is",
            _ => continue,
        };
        problems.push(context.about(
            Rule::ResponseIncomplete,
            Address::Nth(List::Responses, nth),
            what,
            "write the words, and whose they are",
        ));
    }
    let mut findings = context.draft.findings.iter();
    if context.draft.responses.is_empty()
        && let Some(concern) = findings.find(|finding| finding.kind == Kind::Concern)
    {
        problems.push(context.about(
            Rule::ConcernWithoutResponse,
            at(concern),
            "is a cause of concern, and the body's answer is not on record",
            "ask for it, and record it under Answers",
        ));
    }
    problems
}
