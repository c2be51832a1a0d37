//! The stage in which the body is monitored, the closing, and whose inspectors they are.

use super::context::field;
use super::{CheckContext, Fix, Problem, Rule, problem};
use crate::assessment::{
    Date, InspectorField, Kind, MonitoringStage, Place, StatementField, reigning, reigns,
};
use crate::text::Splice;

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = office(context);
    let (draft, framework) = (context.draft, context.framework);
    let closing = draft.statement.closing.as_str();
    if !closing.is_empty() && framework.closing(closing).is_none() {
        problems.push(problem(
            Rule::UnknownClosing,
            field("statement.closing"),
            format!("the framework has no closing \"{closing}\""),
            "choose one of its closings",
        ));
    }
    let stage = draft.monitoring.stage.as_str();
    match framework.stage(stage) {
        Some(stage) => problems.extend(without_concern(context, stage)),
        None if stage.is_empty() => {}
        None => problems.push(problem(
            Rule::UnknownStage,
            field("monitoring.stage"),
            format!("the framework has no stage of monitoring \"{stage}\""),
            "choose one of its stages",
        )),
    }
    problems.extend(since(context));
    problems
}

fn without_concern(context: &CheckContext, stage: &MonitoringStage) -> Option<Problem> {
    let mut findings = context.draft.findings.iter();
    let wanting = stage.for_concern && !findings.any(|it| it.kind == Kind::Concern);
    wanting.then(|| {
        problem(
            Rule::MonitoringWithoutConcern,
            field("monitoring.stage"),
            format!(
                "the body is in {}, and there is no cause of concern",
                stage.title
            ),
            "record the causes of concern, or correct the stage",
        )
    })
}

fn since(context: &CheckContext) -> Vec<Problem> {
    let monitoring = &context.draft.monitoring;
    let mut problems = Vec::new();
    let stage = context.framework.stage(&monitoring.stage);
    let asked = stage.is_some_and(|stage| stage.for_concern);
    let (path, what, remedy) = match monitoring.since.trim() {
        "" if asked => (
            "monitoring.since",
            "nothing says since when the body is monitored so",
            "write the day",
        ),
        since if !since.is_empty() && monitoring.stage.trim().is_empty() => (
            "monitoring.stage",
            "nothing says in which stage the body is monitored since that day",
            "choose the stage, or take the day out",
        ),
        since => {
            let days = (
                Date::parse(since),
                Date::parse(&context.draft.period.published),
            );
            if let (Some(since), Some(published)) = days
                && since > published
            {
                problems.push(problem(
                    Rule::MonitoringLater,
                    field("monitoring.since"),
                    "the body is monitored so since a day after the assessment is published",
                    "correct one of the two days",
                ));
            }
            return problems;
        }
    };
    problems.push(problem(
        Rule::MonitoringIncomplete,
        field(path),
        what,
        remedy,
    ));
    problems
}

/// Reports the words of another reign than that of the day of publication, where the draft names an office.
fn office(context: &CheckContext) -> Vec<Problem> {
    let draft = context.draft;
    let Some(reign) = Date::parse(&draft.period.published).and_then(reigning) else {
        return Vec::new();
    };
    let spoken = StatementField::SPOKEN.into_iter().map(Place::Statement);
    let places = std::iter::once(Place::Inspector(InspectorField::Office)).chain(spoken);
    let found = places.filter_map(|place| {
        let text = draft.text(&place)?;
        let mut others = reigns().filter(|other| other.words != reign.words);
        let (at, other) = others.find_map(|it| Some((text.find(it.words)?, it)))?;
        let splice = Splice {
            at,
            removed: other.words.to_owned(),
            inserted: reign.words.to_owned(),
        };
        let owner = draft.address_of(&place)?.owner().clone();
        let what = format!(
            "\"{}\" on a day on which it is \"{}\"",
            other.words, reign.words
        );
        Some(Problem {
            fix: Some(Fix { place, splice }),
            ..problem(
                Rule::OfficeOfAnotherReign,
                owner,
                what,
                format!(
                    "write \"{}\", or correct the day of publication",
                    reign.words
                ),
            )
        })
    });
    found.collect()
}
