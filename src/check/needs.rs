//! What follows from a concern: recommendations, each by a day.

use super::{Case, Problem, Severity, Where, problem};
use crate::assessment::Kind;

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for finding in &case.draft.findings {
        let place = || Where::Finding(finding.id.clone());
        if finding.kind == Kind::Concern && finding.recommendations.is_empty() {
            problems.push(problem(
                Severity::Warning,
                "concern-without-recommendation",
                place(),
                "a cause of concern without a recommendation",
                "say what is to be done, and by when",
            ));
        }
        let without = finding.recommendations.iter();
        let without = without
            .filter(|each| each.deadline.trim().is_empty())
            .count();
        if without > 0 {
            problems.push(problem(
                Severity::Warning,
                "recommendation-without-deadline",
                place(),
                match without {
                    1 => "a recommendation has no deadline".to_owned(),
                    many => format!("{many} recommendations have no deadline"),
                },
                "write \"immediately\", \"within 3 months\" or a day",
            ));
        }
    }
    problems
}
