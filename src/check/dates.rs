//! Dates that are days of the calendar, and in their order.

use super::{Case, Problem, Severity, Where, problem};
use crate::assessment::{Date, Record, Shape};

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let draft = case.draft;
    let mut problems = Vec::new();
    for &field in crate::assessment::Period::FIELDS {
        let key = crate::assessment::Period::key(field);
        let place = Where::Field(format!("period.{key}"));
        problems.extend(day(&draft.period, field, place));
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
    let (from, to) = (
        Date::parse(&draft.period.fieldwork_from),
        Date::parse(&draft.period.fieldwork_to),
    );
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        problems.push(problem(
            Severity::Warning,
            "date",
            Where::Field("period.fieldwork-to".to_owned()),
            "fieldwork ends before it begins",
            "correct one of the two days",
        ));
    }
    problems
}

fn days<R: Record>(record: &R, place: impl Fn() -> Where) -> Vec<Problem> {
    let fields = R::FIELDS.iter();
    fields
        .filter_map(|&field| day(record, field, place()))
        .collect()
}

fn day<R: Record>(record: &R, field: R::Field, place: Where) -> Option<Problem> {
    let text = record.text(field)?.trim();
    let wrong = R::shape(field) == Shape::Date && !text.is_empty() && Date::parse(text).is_none();
    wrong.then(|| {
        problem(
            Severity::Warning,
            "date",
            place,
            format!("\"{text}\" is no day of the calendar"),
            "write a day as 2023-05-19",
        )
    })
}
