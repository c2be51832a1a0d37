//! Names, title, opening and hand edits of the statement.

use super::context::field;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Body, List, bodies};
use crate::statement::{self, ParagraphRole, in_band, tally};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut missing = |value: &str, path: &str, what: &str, remedy: &str| {
        if value.trim().is_empty() {
            problems.push(problem(Rule::MissingName, field(path), what, remedy));
        }
    };
    missing(
        &context.draft.subject.name,
        "subject.name",
        "the body inspected has no name",
        "write its name",
    );
    missing(
        &context.draft.inspector.name,
        "inspector.name",
        "nobody signs the assessment",
        "write the inspector's name",
    );
    problems.extend(title(context));
    problems.extend(rung(context));
    problems.extend(hand_edits(context));
    problems
}

/// Reports a title of the draft's own that names another body or year, or not this body.
fn title(context: &CheckContext) -> Option<Problem> {
    let draft = context.draft;
    if draft.statement.title.trim().is_empty() {
        return None;
    }
    let mut paragraphs = context.document.paragraphs.iter();
    let title = paragraphs.find(|paragraph| paragraph.role == ParagraphRole::Title)?;
    let title = title.text();
    let name = draft.subject.name.trim();
    let spoken = draft.subject.spoken.trim();
    let own = |name: &str| !name.is_empty() && title.contains(name);
    let what = if let Some(other) = other_body(&title, &[name, spoken]) {
        format!("the title names {}", other.name)
    } else if !name.is_empty() && !own(name) && !own(spoken) {
        format!("the title does not name {name}")
    } else {
        let year = super::context::year_in(&draft.period.label)?;
        let other = super::context::year_in(&title)?;
        let agrees =
            title.contains(&year.to_string()) || draft.period.label.contains(&other.to_string());
        if agrees {
            return None;
        }
        format!(
            "the title says {other}, and the assessment is of {}",
            draft.period.label
        )
    };
    let remedy = "correct the title, or take it out: the framework has one";
    Some(problem(
        Rule::WrongTitle,
        field("statement.title"),
        what,
        remedy,
    ))
}

/// Returns another body that a text names.
fn other_body(text: &str, own: &[&str]) -> Option<Body> {
    let mut all = bodies().filter(|body| !own.contains(&body.name));
    all.find(|body| {
        // "Greater Manchester Police" must not be taken for a shorter name inside it.
        text.contains(body.name) && !own.iter().any(|own| own.contains(body.name))
    })
}

fn rung(context: &CheckContext) -> Option<Problem> {
    let stance = context.draft.overall.stance.as_str();
    let place = field("overall.stance");
    if stance.is_empty() {
        return (!context.framework.ladder.is_empty()).then(|| {
            problem(
                Rule::OpeningNotChosen,
                place,
                "the statement has no opening sentence",
                "choose one from the ladder",
            )
        });
    }
    let Some(rung) = context.framework.rung(stance) else {
        return Some(problem(
            Rule::UnknownRung,
            place,
            format!("the framework has no opening \"{stance}\""),
            "choose one of its openings",
        ));
    };
    if in_band(context.draft, context.framework, rung) {
        return None;
    }
    Some(problem(
        Rule::RungOutOfBand,
        place,
        format!("the grades do not suggest the opening \"{stance}\""),
        look_again(context),
    ))
}

/// Returns the remedy for an opening that the grades do not suggest.
pub(super) fn look_again(context: &CheckContext) -> String {
    match tally(context.draft, context.framework).ungraded {
        0 => "look again at the opening, or be ready to say why".to_owned(),
        1 => "grade the heading that is left, then look again".to_owned(),
        many => format!("grade the {many} headings that are left, then look again"),
    }
}

/// Reports hand edits that no longer fit, that fit nothing, or that nobody can account for.
fn hand_edits(context: &CheckContext) -> Vec<Problem> {
    if context.draft.overrides.is_empty() {
        return Vec::new();
    }
    let paragraphs = context.document.paragraphs.iter();
    let sentences = paragraphs.flat_map(|paragraph| &paragraph.sentences);
    let edited =
        sentences.filter(|sentence| sentence.rules.contains(&statement::WeavingRule::ByHand));
    let mut applied = std::collections::HashSet::new();
    let mut problems = Vec::new();
    for sentence in edited {
        applied.insert(sentence.key.as_str());
        if sentence.rules.contains(&statement::WeavingRule::Stale) {
            problems.push(problem(
                Rule::StaleEdit,
                Address::Item(List::Overrides, sentence.key.clone()),
                format!(
                    "what \"{}\" stands on has changed since it was edited by hand",
                    sentence.key
                ),
                "edit it again, or take the edit back",
            ));
        }
    }
    for edit in &context.draft.overrides {
        let place = Address::Item(List::Overrides, edit.sentence.clone());
        if !applied.contains(edit.sentence.as_str()) {
            problems.push(problem(
                Rule::EditUnused,
                place,
                if edit.text.trim().is_empty() {
                    format!("the hand edit of \"{}\" has no words", edit.sentence)
                } else {
                    format!("no sentence \"{}\" is spoken any more", edit.sentence)
                },
                "move its words to where they belong, or take it out",
            ));
        } else if edit.why.trim().is_empty() {
            problems.push(problem(
                Rule::EditWithoutWhy,
                place,
                format!(
                    "\"{}\" was edited by hand, and nothing says why",
                    edit.sentence
                ),
                "say why",
            ));
        }
    }
    problems
}
