//! The texts outside findings: the draft's own words, rationales, the look-ahead and hand edits.

use std::sync::Arc;

use super::context::{at, field};
use super::numbers::{self, FigureUse};
use super::text_context::TextContext;
use super::{CheckContext, Problem, Where, style, words};
use crate::assessment::{
    Assessment, Finding, FindingField, JudgmentField, OutlookField, OverallField, OverrideField,
    Place, RecommendationField, StatementField,
};

pub(super) fn check(context: &CheckContext, text_context: &TextContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    each_text(context.draft, &[], |place, at, text| {
        if text.trim().is_empty() {
            return;
        }
        let words = words::words(text);
        let mut found = style::scan(text_context, text, &words);
        let figures = match at {
            Place::Statement(StatementField::Greeting) | Place::Outlook(..) => FigureUse::Named,
            Place::Override(..) => FigureUse::Spoken,
            // A number in a title is a year, one in a remit a name, and a rationale is not spoken.
            _ => FigureUse::Any,
        };
        found.extend(numbers::scan(text_context, text, &words, figures));
        problems.extend(found.iter().map(|it| it.to_problem(place.clone(), &at)));
    });
    problems
}

/// Visits the texts of a draft that are printed, or that say why a grade was given: those outside findings, and in
/// their midst those of `findings`, which are all of the draft's or none.
pub(super) fn each_text(
    draft: &Assessment,
    findings: &[Arc<Finding>],
    mut visit: impl FnMut(Where, Place, &str),
) {
    let own = &draft.statement;
    for (path, field_of, text) in [
        ("statement.title", StatementField::Title, &own.title),
        (
            "statement.greeting",
            StatementField::Greeting,
            &own.greeting,
        ),
        ("statement.remit", StatementField::Remit, &own.remit),
    ] {
        visit(field(path), Place::Statement(field_of), text);
    }
    let whole = Place::Overall(OverallField::Rationale);
    visit(field("overall.rationale"), whole, &draft.overall.rationale);
    for (heading, judgment) in &draft.grades {
        let place = Place::Judgment(heading.clone(), JudgmentField::Rationale);
        visit(Where::Heading(heading.clone()), place, &judgment.rationale);
    }
    for (nth, finding) in findings.iter().enumerate() {
        let text = Place::Finding(nth, FindingField::Text);
        visit(at(finding), text, &finding.text);
        for ground in FindingField::GROUND {
            let place = Place::Finding(nth, ground);
            visit(at(finding), place, finding.ground(ground));
        }
        for (index, recommendation) in finding.recommendations.iter().enumerate() {
            let place = Place::Recommendation(nth, index, RecommendationField::Text);
            visit(at(finding), place, &recommendation.text);
        }
    }
    for (nth, item) in draft.outlook.iter().enumerate() {
        let place = Place::Outlook(nth, OutlookField::Text);
        visit(Where::Outlook(item.id.clone()), place, &item.text);
    }
    for (nth, edit) in draft.overrides.iter().enumerate() {
        let place = Place::Override(nth, OverrideField::Text);
        visit(Where::Override(edit.sentence.clone()), place, &edit.text);
    }
}
