//! Pronouns that stand for nothing in the sentence before them: "They listen" at the head of a paragraph.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::at;
use super::finding_scan::FindingScan;
use super::{CheckContext, Problem, Rule};
use crate::assessment::{Address, Finding, List, Refer};
use crate::grammar::{self, Antecedent, Certainty, Pointer, read};
use crate::statement::{Paragraph, Sentence, WeavingRule};

pub(super) fn check(context: &CheckContext, scans: &[Arc<FindingScan>]) -> Vec<Problem> {
    let paragraphs = context.document.paragraphs.iter();
    // Where two have one id, the first is meant, as everywhere.
    let findings = context.draft.findings.iter().zip(scans).rev();
    let scans = findings.map(|(finding, scan)| (finding.id.as_str(), scan.as_ref()));
    let known = Known {
        scans: scans.collect(),
        names: names(context),
    };
    paragraphs
        .flat_map(|paragraph| of_paragraph(context, paragraph, &known))
        .collect()
}

/// The facts about a draft that are the same for each sentence.
struct Known<'c> {
    scans: HashMap<&'c str, &'c FindingScan>,
    /// The names of the body.
    names: Vec<&'c str>,
}

fn of_paragraph(context: &CheckContext, paragraph: &Paragraph, known: &Known<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut before: Option<&str> = None;
    let mut last: Option<&Finding> = None;
    for (nth, sentence) in paragraph.sentences.iter().enumerate() {
        // An item of a list stands by itself.
        if paragraph.items.contains(&nth) {
            (before, last) = (None, None);
        }
        for part in &sentence.parts {
            let spoken = sentence.text.get(part.range.clone()).unwrap_or_default();
            let id = part.source.id_in(List::Findings);
            let scanned = |id| Some((context.findings.get(id).copied()?, *known.scans.get(id)?));
            let finding = id.and_then(scanned);
            if let Some(finding) = finding
                && let Some(pointer) = lost(&known.names, sentence, finding, before)
            {
                let place = match sentence.rules.contains(&WeavingRule::ByHand) {
                    true => Address::Item(List::Overrides, sentence.key.clone()),
                    false => at(finding.0),
                };
                problems.push(problem(context, place, &pointer, before.is_none()));
            }
            if let Some(finding) = finding
                && last.is_none_or(|last| last.id != finding.0.id)
            {
                if is_unclear((context, &known.names), sentence, finding, (last, before)) {
                    problems.push(unclear(context, finding.0, before.is_none()));
                }
                last = Some(finding.0);
            }
            before = Some(spoken);
        }
    }
    problems
}

/// Returns the word of a finding's sentence that stands for nothing in the one `before`.
fn lost(
    names: &[&str],
    sentence: &Sentence,
    (finding, scan): (&Finding, &FindingScan),
    before: Option<&str>,
) -> Option<Pointer> {
    let rules = &sentence.rules;
    let says_it =
        finding.refer == Some(Refer::It) && rules.contains(&WeavingRule::Subject(Refer::It));
    let conceded = rules
        .iter()
        .any(|rule| matches!(rule, WeavingRule::Join(_)));
    if says_it && before.is_none() && !conceded {
        return Some(Pointer {
            word: "it".to_owned(),
            antecedent: Antecedent::Anything,
        });
    }
    // Of what is spoken as typed, a frame or a turn may stand before the words.
    let other = sentence.key.contains('.') || rules.contains(&WeavingRule::ByHand);
    let [behind, alone] = &scan.pointers;
    let pointer = match (other, before) {
        (true, _) => grammar::pointer(&sentence.text, before.is_none()),
        (false, Some(_)) => behind.clone(),
        (false, None) => alone.clone(),
    }?;
    let named = |before| grammar::offers(before, names, pointer.antecedent);
    (!before.is_some_and(named)).then_some(pointer)
}

fn names<'c>(context: &'c CheckContext) -> Vec<&'c str> {
    let subject = &context.draft.subject;
    let names = [context.draft.noun(), &subject.spoken, &subject.name];
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

/// Returns true where a finding opens with an "It" or "Its" that is not spoken straight behind what was written before it,
/// and so may seem to be something else. `last` is the finding that is spoken before it. Behind a sentence that is about the
/// body and names nothing else, it can be that alone.
fn is_unclear(
    (context, names): (&CheckContext, &[&str]),
    sentence: &Sentence,
    (finding, scan): (&Finding, &FindingScan),
    (last, before): (Option<&Finding>, Option<&str>),
) -> bool {
    let said = finding.refer.is_some_and(Refer::names_body) || finding.reads.is_some();
    let by_hand = sentence.rules.contains(&WeavingRule::ByHand);
    let straight = || {
        let mut findings = context.draft.findings.iter().map(AsRef::as_ref);
        let written = findings.position(|it| std::ptr::eq(it, finding));
        let before = written.and_then(|at| context.draft.findings.get(..at));
        let mut before = before.unwrap_or_default().iter().rev();
        let before = before.find(|it| it.heading == finding.heading);
        let follows = match finding.follows.is_empty() {
            true => before.map(|it| it.id.as_str()),
            false => Some(finding.follows.as_str()),
        };
        last.is_some_and(|last| follows == Some(last.id.as_str()))
    };
    let only_body = |before: &str| match last {
        None => names.iter().any(|name| has_words(before, name)),
        Some(_) => {
            let reading = read(before, names);
            let of_body = reading.body_is_subject == Certainty::Yes && !reading.says_it();
            let others = reading.mentions || reading.names_group || reading.says_object_it;
            (of_body || reading.body_behind.is_some()) && !reading.introduces && !others
        }
    };
    !said && !by_hand && scan.opens_with_it && !straight() && !before.is_some_and(only_body)
}

/// Returns true where words stand in a text whole: "force" is none of "workforce".
fn has_words(text: &str, words: &str) -> bool {
    let ends = |part: Option<&str>| part.is_some_and(|it| it.ends_with(char::is_alphanumeric));
    let begins = |part: Option<&str>| part.is_some_and(|it| it.starts_with(char::is_alphanumeric));
    text.match_indices(words)
        .any(|(at, it)| !ends(text.get(..at)) && !begins(text.get(at + it.len()..)))
}

fn unclear(context: &CheckContext, finding: &Finding, head: bool) -> Problem {
    let what = match head {
        true => "says \"it\" or \"its\", and nothing is spoken before it in its paragraph",
        false => {
            "says \"it\" or \"its\", which may seem to be something in the sentence before, behind which it was not written"
        }
    };
    context.about(
        Rule::ItUnclear,
        at(finding),
        what,
        format!(
            "name it (\"The {} …\"), or put it behind what it is about (follows)",
            context.draft.noun()
        ),
    )
}

fn problem(context: &CheckContext, place: Address, pointer: &Pointer, head: bool) -> Problem {
    let word = &pointer.word;
    let what = match head {
        true => format!("says \"{word}\", and nothing is spoken before it in its paragraph"),
        false => {
            format!("says \"{word}\", and the sentence before it names nothing that this could be")
        }
    };
    context.about(
        Rule::PointsToNothing,
        place,
        what,
        "name who or what is meant, or put it behind what it points to (follows)",
    )
}
