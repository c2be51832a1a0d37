//! Wishes of authors that a sentence cannot be given: the weaving leaves the words as they are, and the check tells.

use std::collections::HashMap;

use super::context::at;
use super::{CheckContext, Problem, Rule};
use crate::assessment::{Change, Finding, Join, List, Refer};
use crate::statement::{WeavingRule, frame_words, read_as};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let asks = |finding: &Finding| {
        finding.join.is_some()
            || finding.refer.is_some()
            || finding.person.is_some()
            || finding.tense.is_some()
            || finding.change.is_some()
            || finding.also == Some(true)
            || !finding.begins_with.is_empty()
            || finding.begins_paragraph && !finding.paragraph.trim().is_empty()
    };
    let mut asked: HashMap<&str, (&Finding, Vec<WeavingRule>)> = HashMap::new();
    for finding in context.draft.findings.iter().filter(|it| asks(it)) {
        if !context.unspoken.contains(finding.id.as_str()) {
            asked.entry(&finding.id).or_insert((finding, Vec::new()));
        }
    }
    if asked.is_empty() {
        return Vec::new();
    }
    let paragraphs = context.document.paragraphs.iter();
    for sentence in paragraphs.flat_map(|paragraph| &paragraph.sentences) {
        // Of words by hand nothing more is asked.
        let by_hand = sentence.rules.contains(&WeavingRule::ByHand);
        for id in sentence
            .sources
            .iter()
            .filter_map(|it| it.id_in(List::Findings))
        {
            if by_hand {
                asked.remove(id);
            } else if let Some((_, rules)) = asked.get_mut(id) {
                rules.extend(&sentence.rules);
            }
        }
    }
    let findings = context.draft.findings.iter();
    findings
        .filter_map(|finding| asked.remove(finding.id.as_str()))
        .flat_map(|(finding, rules)| {
            let not_done = [
                join(finding, &rules),
                refer(context, finding, &rules),
                also(context, finding, &rules),
                begins_with(finding, &rules),
                begins_paragraph(finding),
                speaker(context, finding, &rules),
                change(context, finding, &rules),
            ];
            let not_done = not_done.into_iter().flatten();
            not_done
                .map(|(what, remedy)| context.about(Rule::AskedNotDone, at(finding), what, remedy))
        })
        .collect()
}

/// Returns what is asked by `join` and not done, and a remedy.
fn join(finding: &Finding, rules: &[WeavingRule]) -> Option<(&'static str, &'static str)> {
    let joined = rules.iter().any(|rule| match (rule, finding.join) {
        (WeavingRule::Join(_), Some(Join::Always)) => true,
        (WeavingRule::Join(done), asked) => Some(*done) == asked,
        _ => false,
    });
    let turns = "put a single clause of the other side beside it, with no turn of its own, or ask for no join";
    match finding.join? {
        Join::Never => None,
        _ if joined => None,
        Join::Always => Some((
            "is to be joined with its neighbour, and is not: neither side of it has one that can be",
            "put a single sentence of its kind beside it, or ask for no join",
        )),
        Join::But => Some((
            "is to be joined with its neighbour by \"but\", and is not",
            turns,
        )),
        Join::Although => Some((
            "is to be joined with its neighbour by \"although\", and is not",
            turns,
        )),
        Join::While => Some((
            "is to be joined with its neighbour by \"while\", and is not",
            turns,
        )),
    }
}

/// Returns what is asked by `refer` and not done, and a remedy.
fn refer(
    context: &CheckContext,
    finding: &Finding,
    rules: &[WeavingRule],
) -> Option<(&'static str, &'static str)> {
    let refer = finding.refer?;
    if rules.contains(&WeavingRule::Subject(refer)) {
        return None;
    }
    match refer {
        Refer::Its => Some((
            "is to open with \"its\", and does not",
            "open with \"The force's …\", straight behind a sentence about the body",
        )),
        Refer::They => Some((
            "is to open with \"they\", and does not",
            "say it of several, in the words in which the sentence before says its subject",
        )),
        Refer::It | Refer::Noun | Refer::Name => {
            let read = read_as(context.draft, context.framework, finding)?;
            let is_body = read.subject.is_some() || read.reading.body_behind.is_some();
            Some(match refer == Refer::It && is_body {
                true => (
                    "is to call the body \"it\", and the sentence before does not name the body",
                    "put it behind a sentence about the body, or ask for no \"it\"",
                ),
                false => (
                    "is to name the body otherwise, and the body is not certainly its subject",
                    "make the body its subject, or ask for no other name",
                ),
            })
        }
    }
}

/// Returns what is asked by `also` and not done, and a remedy.
fn also(
    context: &CheckContext,
    finding: &Finding,
    rules: &[WeavingRule],
) -> Option<(&'static str, &'static str)> {
    let asked = finding.also == Some(true) && !rules.contains(&WeavingRule::Addition);
    let read = asked.then(|| read_as(context.draft, context.framework, finding))??;
    let said = finding.text.split(|sign: char| !sign.is_alphabetic());
    let said = said
        .into_iter()
        .any(|word| word.eq_ignore_ascii_case("also"));
    (!said && !read.reading.adds).then_some((
        "is to say \"also\", and has no certain place for it",
        "write the word where it belongs, or ask for none",
    ))
}

/// Returns what is asked by `begins-with` and not done, and a remedy.
fn begins_with(finding: &Finding, rules: &[WeavingRule]) -> Option<(&'static str, &'static str)> {
    let asked = !finding.begins_with.is_empty() && !rules.contains(&WeavingRule::BeginsWith);
    asked.then_some((
        "asks for words before its sentence that do not fit there, and is spoken without them",
        "choose words that `assay frameworks ID` lists, and of its side; a word that turns, a question, what leads in by itself and the \
         second half of a sentence take none",
    ))
}

/// Returns what is asked by `person` and `tense` and not done, and a remedy: both are of a frame's words.
fn speaker(
    context: &CheckContext,
    finding: &Finding,
    rules: &[WeavingRule],
) -> Option<(&'static str, &'static str)> {
    let frame = context.framework.frame(&finding.stance);
    let frame = frame.filter(|_| rules.contains(&WeavingRule::Frame));
    let says = |of: &Finding| frame.map(|it| frame_words(context.draft, context.framework, it, of));
    let asks = |finding: &Finding| finding.person.is_some() || finding.tense.is_some();
    let present = Finding {
        tense: None,
        ..finding.clone()
    };
    let no_tense = finding.tense.is_some() && says(finding) == says(&present);
    let no_speaker = finding.person.is_some() && frame.is_none_or(|it| !it.words.contains("{I"));
    (asks(finding) && (no_tense || no_speaker)).then_some((
        "says who speaks, or when, and has no words of a frame that say so",
        "choose a frame that has them (\"I was pleased\", \"we are\"), or take that out",
    ))
}

/// Returns the change that is recorded and that the sentence cannot say, and a remedy. One that does not suit its kind is
/// told of by itself, and some texts say themselves that they go on.
fn change(
    context: &CheckContext,
    finding: &Finding,
    rules: &[WeavingRule],
) -> Option<(&'static str, &'static str)> {
    let words = &context.framework.changes;
    let (words, fits) = match finding.change? {
        Change::Progress => (&words.progress, !finding.kind.is_need()),
        Change::Declined => (&words.declined, !finding.kind.is_praise()),
        Change::Continues => return None,
    };
    let said = rules
        .iter()
        .any(|rule| matches!(rule, WeavingRule::Change(_)));
    (fits && !said && words.contains(',')).then_some((
        "records a change since the last inspection, which its sentence cannot be led in by",
        "say what has become of it (\"has improved …\"), with nothing before the subject",
    ))
}

/// Returns what is asked by `begins-paragraph` and not done, and a remedy.
fn begins_paragraph(finding: &Finding) -> Option<(&'static str, &'static str)> {
    let asked = finding.begins_paragraph && !finding.paragraph.trim().is_empty();
    asked.then_some((
        "is to begin a paragraph, and stands in one that has a name",
        "take out the name, or the mark",
    ))
}
