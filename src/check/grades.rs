//! Grades, and whether what was found bears them out.

use super::{Case, Problem, Severity, Where, problem};
use crate::assessment::{Finding, Grade, Kind, State};

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (heading, judgment) in &case.draft.grades {
        let place = Where::Heading(heading.clone());
        let Some(judged) = case.framework.judged(heading) else {
            problems.push(problem(
                Severity::Warning,
                "unknown-heading",
                place,
                format!("the framework has no heading \"{heading}\""),
                "move the judgment to one of its headings",
            ));
            continue;
        };
        if let Some(grade) = judgment.grade {
            problems.extend(grounds(case, &place, grade, &judgment.rationale));
            if !judged.graded {
                problems.push(not_graded(case, place.clone(), &judged.title));
            }
            // One that is carried over stands on an earlier year's findings.
            if judgment.state.is_none() {
                let under = |finding: &Finding| is_under(case, finding, heading);
                problems.extend(bears_out(case, &place, grade, under));
            }
        }
        if judgment.state == Some(State::CarriedOver) && judgment.from.trim().is_empty() {
            problems.push(problem(
                Severity::Warning,
                "carried-over-without-year",
                place,
                "its grade is carried over, and nothing says from which year",
                "write the year in from",
            ));
        }
    }
    let overall = &case.draft.overall;
    if let Some(grade) = overall.grade {
        let place = Where::Field("overall.grade".to_owned());
        problems.extend(grounds(case, &place, grade, &overall.rationale));
        if !case.framework.graded_overall {
            problems.push(not_graded(case, place.clone(), "the whole"));
        }
        problems.extend(bears_out(case, &place, grade, |_| true));
    }
    problems
}

/// Whether a finding stands under a heading, or under one of a pillar's headings.
fn is_under(case: &Case, finding: &Finding, id: &str) -> bool {
    finding.heading == id
        || case
            .framework
            .headings_of(id)
            .any(|heading| heading.id == finding.heading)
            && case.framework.heading(id).is_none()
}

fn not_graded(case: &Case, place: Where, what: &str) -> Problem {
    problem(
        Severity::Warning,
        "grade-not-asked-for",
        place,
        format!("\"{}\" gives no grade for {what}", case.framework.id),
        "take the grade out, or choose the programme that gives one",
    )
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

/// Whether findings of the kinds that the grade stands for are there.
fn bears_out(
    case: &Case,
    place: &Where,
    grade: Grade,
    under: impl Fn(&Finding) -> bool,
) -> Option<Problem> {
    let found = |kind: fn(&Finding) -> bool| {
        let mut findings = case.draft.findings.iter();
        findings.any(|finding| under(finding) && kind(finding))
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
    Some(problem(
        Severity::Warning,
        rule,
        place.clone(),
        what,
        remedy,
    ))
}
