//! Dates that are days of the calendar, and in their order.

use super::context::field;
use super::{CheckContext, Problem, Rule, Where, problem};
use crate::assessment::{Date, Record, Shape};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let draft = context.draft;
    let mut problems = Vec::new();
    for &each in crate::assessment::Period::FIELDS {
        let key = crate::assessment::Period::key(each);
        problems.extend(day(&draft.period, each, || field(&format!("period.{key}"))));
    }
    for evidence in &draft.evidence {
        let place = || Where::Evidence(evidence.id.clone());
        problems.extend(days(evidence.as_ref(), place));
    }
    for (at, response) in draft.responses.iter().enumerate() {
        problems.extend(days(response.as_ref(), || Where::Response(at)));
    }
    for (at, note) in draft.notes.iter().enumerate() {
        problems.extend(days(note.as_ref(), || Where::Note(at)));
    }
    for (at, accepted) in draft.accepted.iter().enumerate() {
        problems.extend(days(accepted.as_ref(), || Where::Acceptance(at)));
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
            "it is published before fieldwork ends",
            "correct one of the two days",
        ));
    }
    problems
}

fn days<R: Record>(record: &R, place: impl Fn() -> Where) -> Vec<Problem> {
    let fields = R::FIELDS.iter();
    fields
        .filter_map(|&field| day(record, field, &place))
        .collect()
}

fn day<R: Record>(record: &R, field: R::Field, place: impl Fn() -> Where) -> Option<Problem> {
    if R::shape(field) != Shape::Date {
        return None;
    }
    let text = record.text(field)?.trim();
    let wrong = !text.is_empty() && Date::parse(text).is_none();
    wrong.then(|| {
        problem(
            Rule::Date,
            place(),
            format!("\"{text}\" is no day of the calendar"),
            "write a day as 2023-05-19",
        )
    })
}
