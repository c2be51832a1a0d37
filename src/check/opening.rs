//! Names, title, opening and hand edits of the statement.

use super::context::field;
use super::naming::quoted;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Body, List, NO_OPENING, bodies};
use crate::statement::{ParagraphRole, suggested, suggested_words, tally};
use crate::text::{counted, year_in};

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
    // Not every statement is spoken by somebody who says who they are.
    if context.document.says("inspector.name") {
        missing(
            &context.draft.inspector.name,
            "inspector.name",
            "the statement says the inspector's name, and there is none",
            "write it",
        );
    }
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
        let year = year_in(&draft.period.label)?;
        let other = year_in(&title)?;
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
                "choose one of those that the framework offers",
            )
        });
    }
    if stance == NO_OPENING {
        return None;
    }
    let Some(rung) = context.framework.rung(stance) else {
        return Some(problem(
            Rule::UnknownRung,
            place,
            format!("the framework has no opening \"{stance}\""),
            "choose one of its openings",
        ));
    };
    if suggested(context.draft, context.framework, rung) != Some(false) {
        return None;
    }
    Some(problem(
        Rule::RungOutOfBand,
        place,
        format!("the grades do not suggest the opening “{}”", rung.begins()),
        look_again(context),
    ))
}

/// Returns the remedy for an opening that the grades do not suggest: those that they do.
pub(super) fn look_again(context: &CheckContext) -> String {
    let left = match tally(context.draft, context.framework).ungraded {
        0 => String::new(),
        1 => " (1 heading is not yet graded)".to_owned(),
        many => format!(" ({} are not yet graded)", counted(many, "heading")),
    };
    match suggested_words(context.draft, context.framework) {
        Some(words) => format!("the grades suggest {words}{left}; choose, or be ready to say why"),
        None => format!("look again at the opening{left}, or be ready to say why"),
    }
}

/// Reports hand edits that no longer fit, that fit nothing, or that nobody can account for.
fn hand_edits(context: &CheckContext) -> Vec<Problem> {
    let mut stale = context.document.stale.iter().peekable();
    let edits = context.draft.overrides.iter().enumerate();
    let problems = edits.flat_map(|(at, edit)| {
        let place = Address::Item(List::Overrides, edit.sentence.clone());
        let by_hand = match edit.text.trim() {
            "" => "a sentence that was left out by hand".to_owned(),
            words => format!("{}, worded by hand,", quoted(words)),
        };
        let stale = stale.next_if(|stale| stale.edit == at);
        let fits = stale.map(|stale| {
            let since = stale.reasons.join("; ");
            match stale.sentence {
                Some(_) => problem(
                    Rule::StaleEdit,
                    place.clone(),
                    format!("{by_hand} stands on what has changed since: {since}"),
                    "edit it again, or take the edit back",
                ),
                None => problem(
                    Rule::EditUnused,
                    place.clone(),
                    format!("{by_hand} is not spoken: {since}"),
                    "move its words to where they belong, or take it out",
                ),
            }
        });
        let spoken = stale.is_none_or(|stale| stale.sentence.is_some());
        let why = (spoken && edit.why.trim().is_empty()).then(|| {
            problem(
                Rule::EditWithoutWhy,
                place,
                format!("{by_hand} has no reason: nothing says why"),
                "say why",
            )
        });
        fits.into_iter().chain(why)
    });
    problems.collect()
}
