//! The texts that are no finding's: the draft's own words, rationales, the look-ahead and hand edits.

use super::numbers::{self, FigureUse};
use super::text_context::TextContext;
use super::{CheckContext, Problem, style, words};
use crate::assessment::{
    JudgmentField, OutlookField, OverallField, OverrideField, Place, StatementField,
};

pub(super) fn check(case: &CheckContext, setting: &TextContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let draft = case.draft;
    let mut look = |at: Place, text: &str, ledger: Option<FigureUse>| {
        if text.trim().is_empty() {
            return;
        }
        let words = words::words(text);
        let mut seen = style::look(setting, text, &words);
        if let Some(ledger) = ledger {
            seen.extend(numbers::look(setting, text, &words, ledger));
        }
        problems.extend(seen.iter().filter_map(|told| told.at(draft, &at)));
    };
    let own = &draft.statement;
    for (at, text) in [
        (StatementField::Title, &own.title),
        (StatementField::Greeting, &own.greeting),
        (StatementField::Remit, &own.remit),
    ] {
        // A number in a title is a year, and one in a remit a name.
        let ledger = (at == StatementField::Greeting).then_some(FigureUse::Named);
        look(Place::Statement(at), text, ledger);
    }
    let rationale = &draft.overall.rationale;
    look(Place::Overall(OverallField::Rationale), rationale, None);
    for (heading, judgment) in &draft.grades {
        let at = Place::Judgment(heading.clone(), JudgmentField::Rationale);
        look(at, &judgment.rationale, None);
    }
    for (nth, item) in draft.outlook.iter().enumerate() {
        let at = Place::Outlook(nth, OutlookField::Text);
        look(at, &item.text, Some(FigureUse::Named));
    }
    for (nth, edit) in draft.overrides.iter().enumerate() {
        let at = Place::Override(nth, OverrideField::Text);
        look(at, &edit.text, Some(FigureUse::Spoken));
    }
    problems
}
