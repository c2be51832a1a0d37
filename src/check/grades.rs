//! Grades, and whether what was found bears them out.

use super::{Case, Problem, Severity, Where, problem};
use crate::assessment::{Finding, Grade, Judgment, Kind};

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (heading, judgment) in &case.draft.grades {
        let place = Where::Heading(heading.clone());
        if case.framework.heading(heading).is_none() {
            problems.push(problem(
                Severity::Warning,
                "unknown-heading",
                place,
                format!("the framework has no heading \"{heading}\""),
                "move the judgment to one of its headings",
            ));
            continue;
        }
        if let Some(grade) = judgment.grade {
            problems.extend(grounds(case, &place, grade, &judgment.rationale));
            problems.extend(bears_out(case, heading, judgment, grade));
        }
    }
    let overall = &case.draft.overall;
    if let Some(grade) = overall.grade {
        let place = Where::Field("overall.grade".to_owned());
        problems.extend(grounds(case, &place, grade, &overall.rationale));
    }
    problems
}

/// Whether the grade is one that may be given, and whether it is said why.
fn grounds(case: &Case, place: &Where, grade: Grade, rationale: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let words = grade.word();
    if case.framework.scale_point(grade).is_none() {
        problems.push(problem(
            Severity::Error,
            "grade-off-scale",
            place.clone(),
            format!("{words} is not on the scale of \"{}\"", case.framework.id),
            "choose one of its grades",
        ));
    }
    if rationale.trim().is_empty() {
        problems.push(problem(
            Severity::Warning,
            "grade-without-rationale",
            place.clone(),
            format!("nothing says why it is {words}"),
            "write the rationale",
        ));
    }
    problems
}

/// Whether findings of the kinds that the grade stands for are there. Only grades of this inspection
/// are asked: one that is carried over stands on an earlier year's findings.
fn bears_out(case: &Case, heading: &str, judgment: &Judgment, grade: Grade) -> Option<Problem> {
    if judgment.state.is_some() {
        return None;
    }
    let found = |kind: fn(&Finding) -> bool| {
        let findings = case.draft.under(heading);
        let mut findings = findings.map(|(_, finding)| finding);
        findings.any(|finding| kind(finding))
    };
    let concern = found(|finding| finding.kind == Kind::Concern);
    let need = found(|finding| finding.kind.is_need());
    let (rule, what, remedy) = match grade {
        Grade::Inadequate if !concern => (
            "inadequate-without-concern",
            "it is graded inadequate, and there is no cause of concern",
            "record the concern, or look again at the grade",
        ),
        Grade::Outstanding | Grade::Good if concern => (
            "good-with-concern",
            "it is graded good or better, and there is a cause of concern",
            "look again at the grade, or at whether it is a concern",
        ),
        Grade::RequiresImprovement if !need => (
            "requires-improvement-without-need",
            "it is graded requires improvement, and nothing asks for any",
            "record what needs to improve, or look again at the grade",
        ),
        Grade::Adequate if !need => (
            "adequate-without-improvement",
            "it is graded adequate, and there is no area for improvement",
            "record what falls short of good, or look again at the grade",
        ),
        _ => return None,
    };
    let place = Where::Heading(heading.to_owned());
    Some(problem(Severity::Warning, rule, place, what, remedy))
}
