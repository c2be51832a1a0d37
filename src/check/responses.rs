//! The body's answers.

use super::context::at;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Kind, List};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (nth, response) in context.draft.responses.iter().enumerate() {
        let what = match (response.text.trim(), response.by.trim()) {
            ("", _) => "the response has no words",
            (_, "") => "nobody is named for the response",
            _ => continue,
        };
        problems.push(problem(
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
        problems.push(problem(
            Rule::ConcernWithoutResponse,
            at(concern),
            "there is a cause of concern, and the body's answer is not on record",
            "ask for it, and record it under [[responses]]",
        ));
    }
    problems
}
