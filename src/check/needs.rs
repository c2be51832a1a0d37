//! Recommendations and their deadlines.

use super::context::at;
use super::{CheckContext, Problem, Rule, WordSpot};
use crate::assessment::{Date, Kind, Place, Recommendation, RecommendationField};
use crate::text::same;

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let published = Date::parse(&context.draft.period.published);
    let mut problems = Vec::new();
    for (nth, finding) in context.draft.findings.iter().enumerate() {
        if finding.kind == Kind::Concern && finding.recommendations.is_empty() {
            problems.push(context.about(
                Rule::ConcernWithoutRecommendation,
                at(finding),
                "is a cause of concern, and has no recommendation",
                "say in its details what is to be done, and by when",
            ));
        }
        if finding.kind != Kind::Concern && !finding.recommendations.is_empty() {
            problems.push(context.about(
                Rule::RecommendationWithoutConcern,
                at(finding),
                format!(
                    "is {}, and has a recommendation",
                    with_article(finding.kind)
                ),
                "make it a cause of concern, or take the recommendation out",
            ));
        }
        let bare = finding.looked_at.trim().is_empty() && finding.found.trim().is_empty();
        // Of several sentences the first is the headline, and the others say what it rests on.
        let text = finding.text.trim();
        let one_sentence = !text.is_empty() && !text.contains(". ");
        if finding.kind == Kind::Improvement && bare && one_sentence && context.has_five_grades() {
            problems.push(context.about(
                Rule::ImprovementHeadlineOnly,
                at(finding),
                "is one sentence, and its details say neither what was looked at nor what was found",
                "write in its details what was looked at and how much of it fell short",
            ));
        }
        for (which, recommendation) in finding.recommendations.iter().enumerate() {
            recommendation_problems(recommendation, published, |rule, field, what, remedy| {
                let about = context.about(rule, at(finding), what, remedy);
                let place = Place::Recommendation(nth, which, field);
                // It is put right in a row of its own.
                problems.push(Problem {
                    words: Some(WordSpot { place, at: 0 }),
                    ..about
                });
            });
        }
    }
    problems
}

fn with_article(kind: Kind) -> String {
    match kind {
        Kind::Improvement => "an area for improvement".to_owned(),
        Kind::Context => "context".to_owned(),
        kind => format!("a {}", kind.title()),
    }
}

fn recommendation_problems(
    recommendation: &Recommendation,
    published: Option<Date>,
    mut report: impl FnMut(Rule, RecommendationField, String, &str),
) {
    use RecommendationField::{Deadline, Text};
    if recommendation.text.trim().is_empty() {
        report(
            Rule::RecommendationEmpty,
            Text,
            "has a recommendation without words".into(),
            "say what is to be done",
        );
    }
    let deadline = recommendation.deadline.trim();
    let write = "write \"immediately\", \"within 3 months\" or a day";
    if deadline.is_empty() {
        report(
            Rule::RecommendationWithoutDeadline,
            Deadline,
            "has a recommendation without a deadline".into(),
            write,
        );
    } else if !is_clear(deadline) {
        report(
            Rule::DeadlineUnclear,
            Deadline,
            format!("has the deadline \"{deadline}\", and nobody can tell when that is"),
            write,
        );
    }
    if let Some(said) = deadline_said(&recommendation.text)
        && is_clear(deadline)
        && !is_same_deadline(said, deadline)
    {
        report(
            Rule::DeadlineTwice,
            Deadline,
            format!("has the deadline \"{deadline}\", and its words say \"{said}\""),
            "say once by when",
        );
    }
    if let (Some(day), Some(published)) = (deadline_day(deadline), published)
        && day < published
    {
        report(
            Rule::DeadlinePassed,
            Deadline,
            format!(
                "has the deadline {}, which is before publication",
                day.spoken()
            ),
            "set a day that the body can keep",
        );
    }
}

/// Returns the deadline with which the words of a recommendation begin: "By 31 March 2025, the force should …".
fn deadline_said(text: &str) -> Option<&str> {
    let (begins, _) = text.trim().split_once(',')?;
    is_clear(begins).then_some(begins)
}

fn is_same_deadline(one: &str, other: &str) -> bool {
    match (deadline_day(one), deadline_day(other)) {
        (Some(one), Some(other)) => one == other,
        _ => same(one, other),
    }
}

/// Returns the day that a deadline names.
fn deadline_day(deadline: &str) -> Option<Date> {
    let bare = deadline
        .strip_prefix("by ")
        .or_else(|| deadline.strip_prefix("By "));
    Date::read(bare.unwrap_or(deadline))
}

/// Returns true for a clear deadline: "immediately", "within 3 months", or a day as drafts or as people write it.
fn is_clear(deadline: &str) -> bool {
    if deadline.eq_ignore_ascii_case("immediately") || deadline_day(deadline).is_some() {
        return true;
    }
    let deadline = deadline.to_lowercase();
    let bare = deadline.strip_prefix("by ").unwrap_or(&deadline);
    match bare.split_whitespace().collect::<Vec<_>>().as_slice() {
        [
            "within",
            many,
            "day" | "days" | "week" | "weeks" | "month" | "months",
        ] => is_count(many),
        ["the", "end", "of", month, year] => Date::read(&format!("1 {month} {year}")).is_some(),
        _ => false,
    }
}

fn is_count(word: &str) -> bool {
    const WORDS: [&str; 13] = [
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    word.parse::<u16>().is_ok_and(|many| many > 0) || WORDS.contains(&word)
}
