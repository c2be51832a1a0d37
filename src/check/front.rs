//! The texts outside findings: the draft's own words, rationales, the look-ahead and hand edits.

use std::sync::Arc;

use super::numbers::FigureUse;
use super::text_context::TextContext;
use super::{CheckContext, Problem, text_scan, words};
use crate::assessment::{
    Assessment, Finding, FindingField, JudgmentField, OutlookField, OverallField, OverrideField,
    Place, RecommendationField, StatementField,
};

pub(super) fn check(context: &CheckContext, text_context: &TextContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    each_text(context.draft, &[], |place, text| {
        if text.trim().is_empty() {
            return;
        }
        let words = words::words(text);
        let figures = match place {
            Place::Outlook(..) => FigureUse::Named,
            Place::Statement(field) if StatementField::SENTENCES.contains(&field) => {
                FigureUse::Named
            }
            Place::Override(..) => FigureUse::Spoken,
            // A number in a title is a year, one in a remit a name, and a rationale is not spoken.
            _ => FigureUse::Any,
        };
        let found = text_scan::scan(text_context, text, &words, figures);
        let (draft, framework) = (context.draft, context.framework);
        let found = found.iter();
        problems.extend(found.filter_map(|it| it.to_problem_in(draft, framework, &place)));
    });
    problems
}

/// Visits the texts of a draft that are printed, or that say why a grade was given: those outside findings, and in
/// their midst those of `findings`, which are all of the draft's or none.
pub(super) fn each_text(
    draft: &Assessment,
    findings: &[Arc<Finding>],
    mut visit: impl FnMut(Place, &str),
) {
    for place in StatementField::SPOKEN.map(Place::Statement) {
        let text = draft.text(&place).unwrap_or_default();
        visit(place, text);
    }
    let whole = Place::Overall(OverallField::Rationale);
    visit(whole, &draft.overall.rationale);
    for (heading, judgment) in &draft.grades {
        let place = Place::Judgment(heading.clone(), JudgmentField::Rationale);
        visit(place, &judgment.rationale);
    }
    for (nth, finding) in findings.iter().enumerate() {
        visit(Place::Finding(nth, FindingField::Text), &finding.text);
        for ground in FindingField::GROUND {
            visit(Place::Finding(nth, ground), finding.ground(ground));
        }
        for (index, recommendation) in finding.recommendations.iter().enumerate() {
            let place = Place::Recommendation(nth, index, RecommendationField::Text);
            visit(place, &recommendation.text);
        }
    }
    for (nth, item) in draft.outlook.iter().enumerate() {
        visit(Place::Outlook(nth, OutlookField::Text), &item.text);
    }
    for (nth, edit) in draft.overrides.iter().enumerate() {
        visit(Place::Override(nth, OverrideField::Text), &edit.text);
    }
}
