//! Who speaks, of whom, and how the statement opens.

use super::{Case, Problem, Severity, Where, problem};
use crate::statement::{Rule, in_band, tally};

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut missing = |value: &str, field: &str, what: &str, remedy: &str| {
        if value.trim().is_empty() {
            let place = Where::Field(field.to_owned());
            problems.push(problem(
                Severity::Error,
                "missing-name",
                place,
                what,
                remedy,
            ));
        }
    };
    missing(
        &case.draft.subject.name,
        "subject.name",
        "the body inspected has no name",
        "write its name",
    );
    missing(
        &case.draft.inspector.name,
        "inspector.name",
        "nobody signs the assessment",
        "write the inspector's name",
    );
    problems.extend(rung(case));
    problems.extend(by_hand(case));
    problems
}

fn rung(case: &Case) -> Option<Problem> {
    let stance = case.draft.overall.stance.as_str();
    let place = Where::Field("overall.stance".to_owned());
    if stance.is_empty() {
        return None;
    }
    let Some(rung) = case.framework.rung(stance) else {
        return Some(problem(
            Severity::Error,
            "unknown-rung",
            place,
            format!("the framework has no opening \"{stance}\""),
            "choose one of its openings",
        ));
    };
    if in_band(case.draft, case.framework, rung) {
        return None;
    }
    let remedy = match tally(case.draft, case.framework).ungraded {
        0 => "look again at the opening, or be ready to say why".to_owned(),
        1 => "grade the heading that is left, then look again".to_owned(),
        many => format!("grade the {many} headings that are left, then look again"),
    };
    Some(problem(
        Severity::Warning,
        "rung-out-of-band",
        place,
        format!("the grades do not suggest the opening \"{stance}\""),
        remedy,
    ))
}

/// Hand edits that no longer fit, or that fit nothing.
fn by_hand(case: &Case) -> Vec<Problem> {
    let paragraphs = case.document.paragraphs.iter();
    let sentences = paragraphs.flat_map(|paragraph| &paragraph.sentences);
    let edited = sentences.filter(|sentence| sentence.rules.contains(&Rule::ByHand));
    let mut heard = std::collections::BTreeSet::new();
    let mut problems = Vec::new();
    for sentence in edited {
        heard.insert(sentence.key.as_str());
        if sentence.rules.contains(&Rule::Stale) {
            problems.push(problem(
                Severity::Warning,
                "stale-edit",
                Where::Override(sentence.key.clone()),
                format!(
                    "what \"{}\" stands on has changed since it was edited by hand",
                    sentence.key
                ),
                "edit it again, or take the edit back",
            ));
        }
    }
    for edit in &case.draft.overrides {
        if !heard.contains(edit.sentence.as_str()) {
            problems.push(problem(
                Severity::Warning,
                "edit-unused",
                Where::Override(edit.sentence.clone()),
                if edit.text.trim().is_empty() {
                    format!("the hand edit of \"{}\" has no words", edit.sentence)
                } else {
                    format!("no sentence \"{}\" is spoken any more", edit.sentence)
                },
                "move its words to where they belong, or take it out",
            ));
        }
    }
    problems
}
