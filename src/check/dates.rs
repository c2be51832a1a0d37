//! Dates that are days of the calendar, and in their order.

use super::context::field;
use super::{CheckContext, Fix, Problem, Rule, problem};
use crate::assessment::{Date, FieldSpec, Place, RecordAt, Shape};
use crate::text::{Splice, year_in};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let draft = context.draft;
    let mut problems = Vec::new();
    let label = draft.period.label.trim();
    if !label.is_empty() && year_in(label).is_none() {
        let what = format!("\"{label}\" names no year");
        let remedy = "write the year as the programme counts: 2023, or 2023/24";
        problems.push(problem(Rule::Date, field("period.label"), what, remedy));
    }
    let has_days = |at: RecordAt<'_>| at.specs().iter().any(is_day);
    for (at, record) in draft.records_of(has_days) {
        let days = at
            .specs()
            .iter()
            .enumerate()
            .filter(|(_, spec)| is_day(spec));
        let found = days.filter_map(|(nth, _)| {
            let text = record.text_of(nth)?.trim();
            let wrong = !text.is_empty() && Date::parse(text).is_none();
            if !wrong {
                return None;
            }
            let place = Place::of(at, nth)?;
            let owner = draft.address_of(&place)?.owner().clone();
            let Some(day) = Date::read(text) else {
                let what = format!("\"{text}\" is no day of the calendar");
                let remedy = "write a day as 22 June 2023, 22/6/23 or 2023-06-22";
                return Some(problem(Rule::Date, owner, what, remedy));
            };
            let what = format!("\"{text}\" is not how a draft writes {}", day.spoken());
            let remedy = format!("write it as \"{day}\"");
            let splice = Splice {
                at: 0,
                removed: record.text_of(nth)?.to_owned(),
                inserted: day.to_string(),
            };
            Some(Problem {
                fix: Some(Fix { place, splice }),
                ..problem(Rule::Date, owner, what, remedy)
            })
        });
        problems.extend(found);
    }
    problems.extend(order(context));
    problems
}

fn order(context: &CheckContext) -> Vec<Problem> {
    let period = &context.draft.period;
    let mut problems = Vec::new();
    let missing = [
        ("period.fieldwork-from", &period.fieldwork_from),
        ("period.fieldwork-to", &period.fieldwork_to),
    ];
    if let Some((path, _)) = missing.iter().find(|(_, day)| day.trim().is_empty()) {
        problems.push(problem(
            Rule::NoFieldworkDates,
            field(path),
            "nothing says when the fieldwork was",
            "write its first and last day",
        ));
    }
    let (from, to) = (
        Date::parse(&period.fieldwork_from),
        Date::parse(&period.fieldwork_to),
    );
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        problems.push(problem(
            Rule::FieldworkBackwards,
            field("period.fieldwork-to"),
            "fieldwork ends before it begins",
            "correct one of the two days",
        ));
    }
    if let (Some(published), Some(to)) = (Date::parse(&period.published), to)
        && published < to
    {
        problems.push(problem(
            Rule::PublishedTooEarly,
            field("period.published"),
            "the assessment is published before fieldwork ends",
            "correct one of the two days",
        ));
    }
    problems
}

fn is_day(spec: &FieldSpec) -> bool {
    spec.shape == Shape::Date
}
