//! The voice: names that the framework must know, and an opening that is to take the first need into its sentence.

use super::context::{at, field};
use super::{CheckContext, Problem, Rule, problem};
use crate::statement::WeavingRule;

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let found = [voice(context), form(context), joined(context)];
    let mut problems: Vec<Problem> = found.into_iter().flatten().collect();
    problems.extend(adverbs(context));
    problems
}

fn voice(context: &CheckContext) -> Option<Problem> {
    let named = context.draft.statement.voice.as_str();
    let unknown = !named.is_empty() && context.framework.voice(named).is_none();
    unknown.then(|| {
        problem(
            Rule::UnknownVoice,
            field("statement.voice"),
            format!("the framework has no voice \"{named}\""),
            "choose one of its voices",
        )
    })
}

/// Reports a form of an opening that it has not, or that has no opening.
fn form(context: &CheckContext) -> Option<Problem> {
    let overall = &context.draft.overall;
    let form = overall.form.as_str();
    if form.is_empty() {
        return None;
    }
    let (what, remedy) = match context.framework.rung(&overall.stance) {
        Some(rung) if rung.form(form).is_some() => return None,
        Some(rung) => (
            format!("the opening \"{}\" has no form \"{form}\"", rung.id),
            "choose one of its forms, or take the form out",
        ),
        None => (
            format!("the form \"{form}\" stands without an opening"),
            "choose an opening, or take the form out",
        ),
    };
    Some(problem(
        Rule::UnknownForm,
        field("overall.form"),
        what,
        remedy,
    ))
}

fn joined(context: &CheckContext) -> Option<Problem> {
    if !context.draft.overall.join_need {
        return None;
    }
    let paragraphs = context.document.paragraphs.iter();
    let mut sentences = paragraphs.flat_map(|paragraph| &paragraph.sentences);
    let joined = sentences.any(|sentence| {
        let woven = sentence.woven.as_deref().unwrap_or(sentence);
        let mut rules = woven.rules.iter();
        woven.rules.contains(&WeavingRule::Ladder)
            && rules.any(|rule| matches!(rule, WeavingRule::Join(_)))
    });
    (!joined).then(|| {
        problem(
            Rule::AskedNotDone,
            field("overall.join-need"),
            format!(
                "the opening \"{}\" does not share its sentence with an area for improvement",
                context.draft.overall.stance
            ),
            "let an area for improvement in one plain sentence come first behind it, or do not ask for it",
        )
    })
}

/// Reports adverbs that the frame of their finding has not.
fn adverbs(context: &CheckContext) -> Vec<Problem> {
    let findings = context.draft.findings.iter();
    let unknown = findings.filter_map(|finding| {
        let adverb = finding.adverb.as_str();
        let frame = context.framework.frame(&finding.stance);
        let known = frame.is_some_and(|frame| frame.adverbs.iter().any(|it| it == adverb));
        let (what, remedy) = match frame {
            _ if adverb.is_empty() || known => return None,
            None => (
                format!("has the adverb \"{adverb}\", and no frame that takes it"),
                "choose a frame, or take the adverb out",
            ),
            Some(frame) => (
                format!(
                    "has the adverb \"{adverb}\", which \"{}\" does not take",
                    frame.id
                ),
                "choose one that its frame takes",
            ),
        };
        Some(context.about(Rule::UnknownAdverb, at(finding), what, remedy))
    });
    unknown.collect()
}
