//! Grades, and whether what was found bears them out.

use std::collections::HashMap;

use super::context::field;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Assessment, Finding, Grade, Judgment, JudgmentState, Kind};

/// The findings under a heading, counted by kind.
#[derive(Clone, Copy, Debug, Default)]
struct KindTally {
    findings: usize,
    praise: usize,
    needs: usize,
    concerns: usize,
    on_evidence: usize,
}

impl KindTally {
    fn add(&mut self, finding: &Finding, on_evidence: bool) {
        self.findings += 1;
        self.praise += usize::from(finding.kind.is_praise());
        self.needs += usize::from(finding.kind.is_need());
        self.concerns += usize::from(finding.kind == Kind::Concern);
        self.on_evidence += usize::from(on_evidence);
    }
}

/// Counts the findings under each heading, and under all together.
fn tallies(
    draft: &Assessment,
    known: impl Fn(&str) -> bool,
) -> (HashMap<&str, KindTally>, KindTally) {
    let mut by_heading: HashMap<&str, KindTally> = HashMap::new();
    let mut all = KindTally::default();
    for finding in &draft.findings {
        let on_evidence = finding.evidence.iter().any(|id| known(id));
        let tally = by_heading.entry(&finding.heading).or_default();
        tally.add(finding, on_evidence);
        all.add(finding, on_evidence);
    }
    (by_heading, all)
}

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (tallies, all) = tallies(context.draft, |id| context.evidence.contains_key(id));
    for (heading, judgment) in &context.draft.grades {
        let place = Address::Judgment(heading.clone());
        let Some(judged) = context.framework.judged(heading) else {
            problems.push(problem(
                Rule::UnknownHeadingGraded,
                place,
                format!("the framework has no heading \"{heading}\""),
                "move the judgment to one of its headings",
            ));
            continue;
        };
        // A pillar's grade rests on what was found under its headings.
        let tally = match context.framework.heading(heading) {
            None => under_pillar(context, heading, &tallies),
            Some(_) => tallies.get(heading.as_str()).copied().unwrap_or_default(),
        };
        problems.extend(state(context, &place, judgment, &tally));
        if let Some(grade) = judgment.grade {
            problems.extend(grounds(context, &place, grade, &judgment.rationale));
            if !judged.graded {
                problems.push(not_graded(context, place.clone(), &judged.title));
            }
            // One that is carried over stands on an earlier year's findings.
            if judgment.state.is_none() {
                problems.extend(borne_out(context, &place, grade, &tally));
            }
        }
    }
    let overall = &context.draft.overall;
    if let Some(grade) = overall.grade {
        let place = field("overall.grade");
        problems.extend(grounds(context, &place, grade, &overall.rationale));
        if !context.framework.graded_overall {
            problems.push(not_graded(context, place.clone(), "the whole"));
        }
        problems.extend(borne_out(context, &place, grade, &all));
    }
    problems.extend(not_settled(context));
    problems
}

/// Reports a state of a judgment (narrative, carried over …) that its grade, year or findings contradict.
fn state(
    context: &CheckContext,
    place: &Address,
    judgment: &Judgment,
    tally: &KindTally,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut report = |rule, what: &str, remedy: &str| {
        problems.push(context.about(rule, place.clone(), what, remedy));
    };
    match judgment.state {
        Some(JudgmentState::CarriedOver) => {
            if judgment.from.trim().is_empty() {
                report(
                    Rule::CarriedOverWithoutYear,
                    "is carried over, and nothing says from which year",
                    "write the year, such as 2016, under From year",
                );
            }
            if judgment.grade.is_none() {
                report(
                    Rule::CarriedOverWithoutGrade,
                    "is carried over, and there is no grade",
                    "write the grade of that year",
                );
            }
        }
        Some(state) if judgment.grade.is_some() => report(
            Rule::GradeWhereNoneBelongs,
            match state {
                JudgmentState::Narrative => "is narrative, and has a grade",
                _ => "was not inspected, and has a grade",
            },
            "take out the grade, or what says that it has none",
        ),
        _ => {}
    }
    if judgment.state == Some(JudgmentState::NotInspected) && tally.findings > 0 {
        report(
            Rule::FindingNotInspected,
            "was not inspected, and there are findings under it",
            "move them, or correct what is said of the heading",
        );
    }
    problems
}

/// Adds up the findings under all headings of a pillar.
fn under_pillar(
    context: &CheckContext,
    pillar: &str,
    tallies: &HashMap<&str, KindTally>,
) -> KindTally {
    let headings = context.framework.headings_of(pillar);
    let under = headings.filter_map(|heading| tallies.get(heading.id.as_str()));
    under.fold(KindTally::default(), |all, each| KindTally {
        findings: all.findings + each.findings,
        praise: all.praise + each.praise,
        needs: all.needs + each.needs,
        concerns: all.concerns + each.concerns,
        on_evidence: all.on_evidence + each.on_evidence,
    })
}

fn not_graded(context: &CheckContext, place: Address, what: &str) -> Problem {
    problem(
        Rule::GradeNotAskedFor,
        place,
        format!("\"{}\" gives no grade for {what}", context.framework.id),
        "take the grade out, or choose the programme that gives one",
    )
}

/// Reports a grade that is not on the scale, or that has no rationale.
fn grounds(context: &CheckContext, place: &Address, grade: Grade, rationale: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let words = grade_words(grade);
    if context.framework.scale_point(grade).is_none() {
        problems.push(context.about(
            Rule::GradeOffScale,
            place.clone(),
            format!(
                "is graded \"{words}\", which is not on the scale of \"{}\"",
                context.framework.id
            ),
            "choose one of its grades",
        ));
    }
    if rationale.trim().is_empty() {
        problems.push(context.about(
            Rule::GradeWithoutRationale,
            place.clone(),
            format!("is graded {words}, and nothing says why"),
            "write why",
        ));
    }
    problems
}

/// Returns the plain words of a grade, whatever the framework calls it.
fn grade_words(grade: Grade) -> String {
    grade.word().replace('-', " ")
}

fn borne_out(
    context: &CheckContext,
    place: &Address,
    grade: Grade,
    tally: &KindTally,
) -> Vec<Problem> {
    let unborne = unborne(grade, tally).into_iter();
    let mut problems: Vec<Problem> = unborne
        .map(|(rule, what, remedy)| context.about(rule, place.clone(), what, remedy))
        .collect();
    // A grade without findings is reported already, and a draft without any evidence once.
    if tally.findings > 0 && tally.on_evidence == 0 && !context.draft.evidence.is_empty() {
        problems.push(context.about(
            Rule::GradeWithoutEvidence,
            place.clone(),
            format!(
                "is graded {}, and no finding behind the grade stands on evidence",
                grade_words(grade)
            ),
            "name the evidence of the findings that it rests on",
        ));
    }
    problems
}

/// Returns the rules by which findings of these kinds do not bear out a grade: the rule, what is wrong, what would be
/// right.
fn unborne(grade: Grade, tally: &KindTally) -> Vec<(Rule, &'static str, &'static str)> {
    let good = matches!(grade, Grade::Outstanding | Grade::Good);
    let all = [
        (
            grade == Grade::Inadequate && tally.concerns == 0,
            Rule::InadequateWithoutConcern,
            "is graded inadequate, and there is no cause of concern",
            "record the concern, or look again at the grade",
        ),
        (
            good && tally.concerns > 0,
            Rule::GoodWithConcern,
            "is graded good or better, and there is a cause of concern",
            "look again at the grade, or at whether it is a concern",
        ),
        (
            good && tally.praise == 0,
            Rule::GoodWithoutStrength,
            "is graded good or better, and no strength is recorded",
            "record what is done well, or look again at the grade",
        ),
        (
            // A concern is reported by the rule before.
            grade == Grade::Outstanding && tally.needs > tally.concerns,
            Rule::OutstandingWithNeed,
            "is graded outstanding, and there is an area for improvement",
            "look again at the grade, or be ready to say why both hold",
        ),
        (
            grade == Grade::RequiresImprovement && tally.needs == 0,
            Rule::RequiresImprovementWithoutNeed,
            "is graded requires improvement, and nothing asks for any",
            "record what needs to improve, or look again at the grade",
        ),
        (
            grade == Grade::Adequate && tally.needs == 0,
            Rule::AdequateWithoutImprovement,
            "is graded adequate, and there is no area for improvement",
            "record what falls short of good, or look again at the grade",
        ),
    ];
    all.into_iter()
        .filter(|(holds, ..)| *holds)
        .map(|(_, rule, what, remedy)| (rule, what, remedy))
        .collect()
}

/// Reports headings that the framework grades and that have neither grade nor state.
fn not_settled(context: &CheckContext) -> Vec<Problem> {
    let settled = |id: &str| {
        let judgment = context.draft.grades.get(id);
        // A missing grade to carry over has a rule of its own.
        judgment.is_some_and(|judgment| judgment.is_settled() || judgment.state.is_some())
    };
    let headings = context.framework.headings.iter();
    headings
        .filter(|heading| heading.graded && !settled(&heading.id))
        .map(|heading| {
            problem(
                Rule::HeadingNotSettled,
                Address::Judgment(heading.id.clone()),
                format!("\"{}\" has no grade yet", heading.title),
                "grade it, or say that it is narrative, not inspected or carried over",
            )
        })
        .collect()
}
