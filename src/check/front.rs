//! The texts that are no finding's: the draft's own words, rationales, the look-ahead and hand edits.

use super::context::field;
use super::numbers::{self, FigureUse};
use super::text_context::TextContext;
use super::{CheckContext, Problem, Where, style, words};
use crate::assessment::{
    JudgmentField, OutlookField, OverallField, OverrideField, Place, StatementField,
};

pub(super) fn check(case: &CheckContext, setting: &TextContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut look = |place: Where, at: Place, text: &str, ledger: Option<FigureUse>| {
        if text.trim().is_empty() {
            return;
        }
        let words = words::words(text);
        let seen = style::look(setting, text, &words);
        problems.extend(seen.iter().map(|told| told.at(place.clone(), &at)));
        if let Some(ledger) = ledger {
            let seen = numbers::look(setting, text, &words, ledger);
            problems.extend(seen.iter().map(|told| told.at(place.clone(), &at)));
        }
    };
    let draft = case.draft;
    let own = &draft.statement;
    for (path, at, text) in [
        ("statement.title", StatementField::Title, &own.title),
        (
            "statement.greeting",
            StatementField::Greeting,
            &own.greeting,
        ),
        ("statement.remit", StatementField::Remit, &own.remit),
    ] {
        // A number in a title is a year, and one in a remit a name.
        let ledger = (at == StatementField::Greeting).then_some(FigureUse::Named);
        look(field(path), Place::Statement(at), text, ledger);
    }
    let rationale = &draft.overall.rationale;
    let at = Place::Overall(OverallField::Rationale);
    look(field("overall.rationale"), at, rationale, None);
    for (heading, judgment) in &draft.grades {
        let at = Place::Judgment(heading.clone(), JudgmentField::Rationale);
        look(
            Where::Heading(heading.clone()),
            at,
            &judgment.rationale,
            None,
        );
    }
    for (nth, item) in draft.outlook.iter().enumerate() {
        let at = Place::Outlook(nth, OutlookField::Text);
        look(
            Where::Outlook(item.id.clone()),
            at,
            &item.text,
            Some(FigureUse::Named),
        );
    }
    for (nth, edit) in draft.overrides.iter().enumerate() {
        let at = Place::Override(nth, OverrideField::Text);
        let place = Where::Override(edit.sentence.clone());
        look(place, at, &edit.text, Some(FigureUse::Spoken));
    }
    problems
}
