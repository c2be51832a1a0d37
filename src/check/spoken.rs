//! What is spoken, what is not, and in which frames.

use std::collections::BTreeMap;

use super::{Case, Problem, Severity, Where, place_of, problem};
use crate::statement::Reason;

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = frames(case);
    for unspoken in &case.document.unspoken {
        let place = place_of(&unspoken.source, "");
        let (severity, rule, what, remedy) = match &unspoken.reason {
            Reason::Silenced(why) if why.trim().is_empty() => (
                Severity::Advice,
                "silent-without-why",
                "it is kept out of the statement, and nothing says why".to_owned(),
                "say why",
            ),
            Reason::Silenced(_) | Reason::Sensitive => continue,
            Reason::Empty => (
                Severity::Advice,
                "empty",
                "it has no words yet".to_owned(),
                "write it, or take it out",
            ),
            Reason::SaidBy(id) => (
                Severity::Warning,
                "said-twice",
                format!("\"{id}\" says the same, so this is not spoken"),
                "say something else, or take one of them out",
            ),
            Reason::TooMany => (
                Severity::Warning,
                "look-ahead-too-long",
                format!(
                    "no more than {} items of the look-ahead are read aloud",
                    case.framework.look_ahead.most
                ),
                "choose those that matter most",
            ),
            Reason::NoPlace(heading) => (
                Severity::Error,
                "unknown-heading",
                if heading.is_empty() {
                    "it stands under no heading, so it is not spoken".to_owned()
                } else {
                    format!("the framework has no heading \"{heading}\", so it is not spoken")
                },
                "choose one of the framework's headings",
            ),
        };
        problems.push(problem(severity, rule, place, what, remedy));
    }
    problems
}

/// A frame is heard once. Findings that are not spoken use none.
fn frames(case: &Case) -> Vec<Problem> {
    let silent = case.document.unspoken.iter();
    let silent: std::collections::BTreeSet<_> = silent
        .map(|unspoken| place_of(&unspoken.source, ""))
        .collect();
    let mut problems = Vec::new();
    let mut used: BTreeMap<&str, &str> = BTreeMap::new();
    for finding in &case.draft.findings {
        let place = Where::Finding(finding.id.clone());
        if finding.stance.is_empty() || silent.contains(&place) {
            continue;
        }
        let stance = finding.stance.as_str();
        if case.framework.frame(stance).is_none() {
            problems.push(problem(
                Severity::Error,
                "unknown-frame",
                place,
                format!("the framework has no frame \"{stance}\""),
                "choose one of its frames",
            ));
        } else if let Some(first) = used.get(stance) {
            problems.push(problem(
                Severity::Warning,
                "frame-twice",
                place,
                format!("the frame \"{stance}\" is also that of \"{first}\""),
                "choose another frame for one of them",
            ));
        } else {
            used.insert(stance, &finding.id);
        }
    }
    problems
}
