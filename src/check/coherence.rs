//! The words of the statement against what was judged and found.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::context::field;
use super::house::house;
use super::wording::{SentenceScan, place};
use super::words;
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Finding, Grade, List, OVERALL};
use crate::statement::{self, Sentence, suggested};

pub(super) fn check(context: &CheckContext, scans: &[Arc<SentenceScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (sentence, scan) in context.document.sentences().zip(scans) {
        let by_hand = sentence.rules.contains(&statement::WeavingRule::ByHand);
        if scan.asks.is_none() && scan.grades.is_empty() && !by_hand {
            continue;
        }
        let behind: Vec<&Finding> = findings(context, sentence).collect();
        problems.extend(need(sentence, scan, &behind));
        problems.extend(grade(context, sentence, scan, &behind));
        if by_hand {
            problems.extend(praise(context, sentence, scan, &behind));
            problems.extend(opening(context, sentence));
        }
    }
    problems
}

/// Returns the findings that a sentence is made of.
fn findings<'c>(
    context: &'c CheckContext<'_>,
    sentence: &'c Sentence,
) -> impl Iterator<Item = &'c Finding> + 'c {
    let ids = sentence.sources.iter();
    let ids = ids.filter_map(|source| source.id_in(List::Findings));
    ids.filter_map(|id| context.findings.get(id).copied())
}

/// Reports something that is asked of the body, with no need behind it.
fn need(sentence: &Sentence, scan: &SentenceScan, behind: &[&Finding]) -> Option<Problem> {
    let words = scan.asks.as_ref()?;
    // The look-ahead and the opening ask nothing of the body.
    let by_hand = sentence.rules.contains(&statement::WeavingRule::ByHand);
    if behind.iter().any(|finding| finding.kind.is_need()) || behind.is_empty() && !by_hand {
        return None;
    }
    Some(problem(
        Rule::NeedWithoutFinding,
        place(sentence),
        format!(
            "\"{words}\" asks something of the body, and no improvement or concern stands behind it"
        ),
        "record it as an area for improvement of its own, or say it otherwise",
    ))
}

/// Words of one grade under headings of another.
fn grade(
    context: &CheckContext,
    sentence: &Sentence,
    scan: &SentenceScan,
    behind: &[&Finding],
) -> Option<Problem> {
    let grades: BTreeSet<Grade> = behind
        .iter()
        .filter_map(|finding| graded(context, finding))
        .collect();
    let against = scan
        .grades
        .iter()
        .find(|words| !grades.is_empty() && !grades.iter().any(|grade| words.fits.contains(grade)));
    let words = against?.words.join(" ");
    let grade_words: Vec<String> = grades
        .iter()
        .map(|grade| grade.word().replace('-', " "))
        .collect();
    Some(problem(
        Rule::WordsAgainstGrade,
        place(sentence),
        format!(
            "\"{words}\" stands under a grade of {}",
            grade_words.join(" and ")
        ),
        "say it otherwise, or look again at the grade",
    ))
}

/// Returns the grade that a finding stands under.
fn graded(context: &CheckContext, finding: &Finding) -> Option<Grade> {
    let own = context
        .draft
        .grades
        .get(&finding.heading)
        .and_then(|judgment| judgment.grade);
    let whole = || context.draft.overall.grade;
    match finding.heading.as_str() {
        OVERALL => whole(),
        _ => own.or_else(whole),
    }
}

/// Reports a hand edit that praises where only needs were found.
fn praise(
    context: &CheckContext,
    sentence: &Sentence,
    scan: &SentenceScan,
    behind: &[&Finding],
) -> Option<Problem> {
    let needs = !behind.is_empty() && behind.iter().all(|finding| finding.kind.is_need());
    if !needs || scan.asks.is_some() {
        return None;
    }
    let house = house();
    let words = words::words(&sentence.text);
    let says = |phrases: &super::house::Phrases| phrases.find(&words).is_some();
    let praises = says(&house.praise) || says(&house.well);
    (praises && !says(&house.asks_anywhere) && !says(&house.concern) && !says(&house.no)).then(
        || {
            context.about(
                Rule::EditAgainstFindings,
                Address::Item(List::Overrides, sentence.key.clone()),
                "praises, and what was found is to be improved",
                "say what needs to improve, or look again at the finding",
            )
        },
    )
}

/// Reports an opening that was edited into the words of a rung which the grades do not suggest.
fn opening(context: &CheckContext, sentence: &Sentence) -> Option<Problem> {
    if sentence.key != "overall.stance" {
        return None;
    }
    let text = sentence.text.to_lowercase();
    let lead = |words: &str| {
        words
            .split('{')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase()
    };
    let ladder = context.framework.ladder.iter();
    let rung = ladder
        .filter(|rung| {
            let lead = lead(&rung.words);
            lead.split(' ').count() > 2 && text.contains(&lead)
        })
        .max_by_key(|rung| lead(&rung.words).len())?;
    let own = rung.id == context.draft.overall.stance;
    let against = suggested(context.draft, context.framework, rung) == Some(false);
    (!own && against).then(|| {
        problem(
            Rule::OpeningAgainstGrades,
            match context
                .draft
                .overrides
                .iter()
                .any(|edit| edit.sentence == sentence.key)
            {
                true => Address::Item(List::Overrides, sentence.key.clone()),
                false => field("overall.stance"),
            },
            format!(
                "the opening says “{}”, and the grades do not suggest that",
                rung.begins()
            ),
            super::opening::look_again(context),
        )
    })
}
