//! The evidence that findings stand on, and the findings without any.

use std::collections::{HashMap, HashSet};

use super::context::{at, field};
use super::house::house;
use super::words::{self, Word};
use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Date, Evidence, Finding, Kind, List, vocabulary};
use crate::text::year_in;

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(no_evidence(context));
    problems.extend(findings(context));
    problems.extend(two_headings(context));
    let used: HashSet<&str> = used(context);
    for evidence in &context.draft.evidence {
        check_item(context, evidence, &used, &mut problems);
    }
    problems
}

fn no_evidence(context: &CheckContext) -> Option<Problem> {
    let draft = context.draft;
    let graded = draft.overall.grade.is_some()
        || draft
            .grades
            .values()
            .any(|judgment| judgment.grade.is_some() && judgment.state.is_none());
    (graded && draft.evidence.is_empty() && !draft.findings.is_empty()).then(|| {
        problem(
            Rule::NoEvidence,
            field("evidence"),
            "there are grades, and no evidence is recorded",
            "record what the findings stand on",
        )
    })
}

fn findings(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let on_evidence: HashSet<&str> = context
        .draft
        .findings
        .iter()
        .filter(|finding| !finding.evidence.is_empty())
        .map(|finding| finding.heading.as_str())
        .collect();
    for finding in &context.draft.findings {
        if finding.evidence.is_empty() && !finding.against.is_empty() {
            problems.push(context.about(
                Rule::OnlyAgainst,
                at(finding),
                "names only evidence that weighs against it",
                "name what it stands on",
            ));
        } else if finding.evidence.is_empty()
            && finding.kind != Kind::Context
            && on_evidence.contains(finding.heading.as_str())
            && !finding.text.trim().is_empty()
        {
            problems.push(context.about(
                Rule::FindingWithoutEvidence,
                at(finding),
                "stands on no evidence",
                "name the evidence",
            ));
        }
        if let Some(both) = finding
            .against
            .iter()
            .find(|id| finding.evidence.contains(id))
        {
            problems.push(context.about(
                Rule::EvidenceBothWays,
                at(finding),
                format!("has \"{both}\" both for and against it"),
                "take one out, or record the two parts as two items",
            ));
        } else {
            problems.extend(unanswered(context, finding));
        }
    }
    problems
}

/// Reports evidence against a finding that no word answers: neither its text, nor the rationale of its heading, nor the
/// note of the evidence.
fn unanswered(context: &CheckContext, finding: &Finding) -> Option<Problem> {
    let against = finding.against.iter();
    let mut unanswered = against.filter(|id| {
        let evidence = context.evidence.get(id.as_str());
        evidence.is_some_and(|evidence| evidence.note.trim().is_empty())
    });
    let first = unanswered.next()?;
    if finding.evidence.is_empty() {
        return None;
    }
    let rationale = match context.draft.grades.get(&finding.heading) {
        Some(judgment) => judgment.rationale.as_str(),
        None => context.draft.overall.rationale.as_str(),
    };
    let balances = |text: &str| house().balance.find(&words::words(text)).is_some();
    (!balances(&finding.text) && !balances(rationale)).then(|| {
        context.about(
            Rule::AgainstUnanswered,
            at(finding),
            format!("has \"{first}\" against it, and nothing is said of that"),
            "say under Why of the grade, or in a note of the evidence, why the finding stands",
        )
    })
}

/// Items that carry judgments under two graded headings.
fn two_headings(context: &CheckContext) -> Vec<Problem> {
    // In the order of the draft, each with its headings in theirs.
    let mut carries: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for finding in &context.draft.findings {
        let graded = context.draft.grades.get(&finding.heading);
        let graded = graded.is_some_and(|judgment| judgment.grade.is_some());
        if !graded || finding.kind == Kind::Context {
            continue;
        }
        let known = |id: &&String| context.evidence.contains_key(id.as_str());
        for id in finding.evidence.iter().filter(known) {
            let nth = *at.entry(id).or_insert_with(|| {
                carries.push((id, Vec::new()));
                carries.len() - 1
            });
            if let Some((_, headings)) = carries.get_mut(nth)
                && !headings.contains(&finding.heading.as_str())
            {
                headings.push(&finding.heading);
            }
        }
    }
    let several = carries
        .into_iter()
        .filter(|(_, headings)| headings.len() > 1);
    let problem = |(id, headings): (&str, Vec<&str>)| {
        let of = |it: &&str| format!("of {}", context.title(it));
        let titles: Vec<String> = headings.iter().map(of).collect();
        context.about(
            Rule::EvidenceOnTwoHeadings,
            Address::Item(List::Evidence, id.to_owned()),
            format!("carries judgments {}", crate::text::listed(&titles, "and")),
            "look whether it is counted twice",
        )
    };
    several.map(problem).collect()
}

fn used<'c>(context: &'c CheckContext<'_>) -> HashSet<&'c str> {
    let mut used = HashSet::new();
    for finding in &context.draft.findings {
        let ids = finding.evidence.iter().chain(&finding.against);
        used.extend(ids.map(String::as_str));
    }
    used.extend(
        context
            .draft
            .figures
            .iter()
            .map(|figure| figure.source.trim()),
    );
    used
}

fn check_item(
    context: &CheckContext,
    evidence: &Evidence,
    used: &HashSet<&str>,
    problems: &mut Vec<Problem>,
) {
    let place = || Address::Item(List::Evidence, evidence.id.clone());
    let mut report = |rule, what: String, remedy: &str| {
        problems.push(context.about(rule, place(), what, remedy));
    };
    if !used.contains(evidence.id.as_str()) {
        report(
            Rule::EvidenceUnused,
            "carries no finding and no figure".into(),
            "name it where it belongs, or take it out",
        );
    }
    let kind = evidence.kind.trim();
    if !kind.is_empty() && !vocabulary().evidence_kinds.contains(&kind) {
        report(
            Rule::EvidenceKindUnknown,
            format!("is of the kind \"{kind}\", which is not known"),
            "choose one of the known kinds",
        );
    }
    // A title may say when.
    if evidence.date.trim().is_empty() && year_in(&evidence.title).is_none() {
        report(
            Rule::EvidenceUndated,
            "has no date".into(),
            "write the day that it dates from",
        );
    }
    if let Some(date) = Date::parse(&evidence.date) {
        check_age(context, evidence, date, &mut report);
    }
    if let Some(name) = person_name(evidence) {
        report(
            Rule::EvidenceNamesPerson,
            format!("is titled \"{name}\", which looks like a person's name"),
            "record the role instead",
        );
    }
}

/// Reports evidence that is too old, or dated after publication.
fn check_age(
    context: &CheckContext,
    evidence: &Evidence,
    date: Date,
    report: &mut impl FnMut(Rule, String, &str),
) {
    let period = &context.draft.period;
    let published = Date::parse(&period.published);
    let ends = Date::parse(&period.fieldwork_to).or(published);
    // What an earlier inspection found is meant to be old.
    if let Some(ends) = ends.filter(|_| evidence.kind != "previous-inspection") {
        let year_before = Date {
            year: ends.year.saturating_sub(1),
            ..ends
        };
        if date < year_before {
            report(
                Rule::EvidenceOld,
                format!(
                    "dates from {}, more than a year before {}",
                    date.spoken(),
                    ends.spoken()
                ),
                "look for something newer, or say why it still holds",
            );
        }
    }
    if let Some(published) = published.filter(|published| *published < date) {
        report(
            Rule::EvidenceLater,
            format!(
                "dates from {}, after publication on {}",
                date.spoken(),
                published.spoken()
            ),
            "correct one of the two days",
        );
    }
}

/// Returns a name that the title of somebody's evidence seems to give: one after a title or rank ("Mrs Poe", "Sergeant
/// Poe"), or two words with capitals that are no role.
fn person_name(evidence: &Evidence) -> Option<String> {
    if !matches!(
        evidence.kind.as_str(),
        "interview" | "focus-group" | "observation"
    ) {
        return None;
    }
    let house = house();
    let words = words::words(&evidence.title);
    let is_name = |word: &Word<'_>| {
        word.has_capital()
            && word
                .text
                .chars()
                .skip(1)
                .all(|sign| sign.is_lowercase() || sign == '-')
            && word.text.len() > 1
            && !house.roles.has(word.text)
    };
    let after = words.windows(2).find_map(|pair| match pair {
        [title, name] if !title.parted && is_name(name) => {
            let titled = house.titles.has(title.text) || house.ranks.has(title.text);
            titled.then(|| format!("{} {}", title.text, name.text))
        }
        _ => None,
    });
    after.or_else(|| match words.as_slice() {
        [first, last] if evidence.kind == "interview" && is_name(first) && is_name(last) => {
            Some(evidence.title.trim().to_owned())
        }
        _ => None,
    })
}
