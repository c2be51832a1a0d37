//! Figures and other values: what a text names must be there.

use super::{Case, Problem, Severity, Where, place_of, problem};
use crate::assessment::Figure;
use crate::statement::{Source, unknown_names};

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut names = |place: Where, text: &str| {
        if !text.contains('{') {
            return;
        }
        for name in unknown_names(case.draft, case.framework, text) {
            problems.push(problem(
                Severity::Error,
                "unknown-figure",
                place.clone(),
                format!("{{{name}}} names no figure and no field"),
                "put the figure in the ledger, or correct the name",
            ));
        }
    };
    let words = &case.draft.statement;
    for (field, text) in [
        ("statement.title", &words.title),
        ("statement.greeting", &words.greeting),
        ("statement.remit", &words.remit),
    ] {
        names(Where::Field(field.to_owned()), text);
    }
    for finding in &case.draft.findings {
        names(Where::Finding(finding.id.clone()), &finding.text);
    }
    for item in &case.draft.outlook {
        names(Where::Outlook(item.id.clone()), &item.text);
    }
    for edit in &case.draft.overrides {
        names(Where::Override(edit.sentence.clone()), &edit.text);
    }
    problems.extend(missing(case));
    problems
}

/// Values that the statement speaks and that nobody has written yet: they read "…".
fn missing(case: &Case) -> Vec<Problem> {
    let mut places = std::collections::BTreeSet::new();
    for paragraph in &case.document.paragraphs {
        for sentence in &paragraph.sentences {
            if !sentence.text.contains('…') {
                continue;
            }
            let missing = sentence
                .sources
                .iter()
                .filter(|each| is_missing(case, each));
            places.extend(missing.map(|source| place_of(source, &sentence.key)));
        }
    }
    let told = |place: Where| {
        problem(
            Severity::Warning,
            "missing-value",
            place,
            "the statement speaks this, and nothing is written: it reads \"…\"",
            "write it",
        )
    };
    places.into_iter().map(told).collect()
}

fn is_missing(case: &Case, source: &Source) -> bool {
    let draft = case.draft;
    let empty = |text: &str| text.trim().is_empty();
    match source {
        // Names that must be there are told of elsewhere.
        Source::Field(name) => match name.as_str() {
            "inspector.office" => empty(&draft.inspector.office),
            "period.label" => empty(&draft.period.label),
            _ => false,
        },
        Source::Figure(id) => draft.figure(id).is_some_and(|figure: &Figure| {
            empty(&figure.value)
                || empty(&figure.period) && is_named(case, &format!("{{{id}.period}}"))
                || empty(&figure.label) && is_named(case, &format!("{{{id}.label}}"))
        }),
        _ => false,
    }
}

/// Whether any text of the statement names this.
fn is_named(case: &Case, name: &str) -> bool {
    let draft = case.draft;
    draft.findings.iter().any(|each| each.text.contains(name))
        || draft.outlook.iter().any(|each| each.text.contains(name))
        || draft.statement.greeting.contains(name)
        || draft.statement.title.contains(name)
}
