//! Findings that are not spoken, that should not be, and the frames of those that are.

use std::collections::{HashMap, HashSet};

use super::context::at;
use super::{CheckContext, Problem, Rule, asked, place_of};
use crate::assessment::{Complement, Frame, List};
use crate::statement::{Reason, Source, WeavingRule, read_as, takes_bare_verb};
use crate::text::{agreeing, counted};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = frames(context);
    problems.extend(unfit_frames(context));
    problems.extend(asked::check(context));
    problems.extend(sensitive(context));
    for unspoken in &context.document.unspoken {
        let place = place_of(&unspoken.source, "");
        let (rule, what, remedy) = match &unspoken.reason {
            Reason::Silenced(why) if why.trim().is_empty() => (
                Rule::SilentWithoutWhy,
                "is kept out of the statement, and nothing says why".to_owned(),
                "say why",
            ),
            Reason::Silenced(_) | Reason::Sensitive => continue,
            Reason::Empty => (
                Rule::Empty,
                "has no words yet".to_owned(),
                "write it, or take it out",
            ),
            Reason::SaidBy(id) => (
                Rule::SaidTwice,
                format!(
                    "is not spoken, because {} says the same",
                    context.finding_quoted(id)
                ),
                "say something else, or take one of them out",
            ),
            Reason::TooMany => (
                Rule::LookAheadTooLong,
                format!(
                    "is not spoken: no more than {} of the look-ahead {} read aloud",
                    counted(context.framework.look_ahead.most, "item"),
                    agreeing(context.framework.look_ahead.most, "is", "are")
                ),
                "choose those that matter most",
            ),
            Reason::InTray => (
                Rule::WaitsInTray,
                "waits in the tray since the framework was changed".to_owned(),
                "give it a place, or set it aside",
            ),
            Reason::NoPlace(heading) => (
                Rule::UnknownHeading,
                if heading.is_empty() {
                    "stands under no heading, so it is not spoken".to_owned()
                } else {
                    format!(
                        "stands under \"{heading}\", which the framework has not, so it is not spoken"
                    )
                },
                "choose one of the framework's headings",
            ),
        };
        problems.push(context.about(rule, place, what, remedy));
    }
    problems
}

/// Reports sensitive findings that are to be spoken, or whose words stand in a sentence.
fn sensitive(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let secret = context.draft.findings.iter();
    let secret: Vec<_> = secret.filter(|finding| finding.sensitive).collect();
    if secret.is_empty() {
        return problems;
    }
    let sentences = context.document.sentences();
    let said: HashSet<String> = sentences.map(|sentence| bare(&sentence.text)).collect();
    for finding in secret {
        let what = match said.contains(&bare(&finding.text)) {
            true => "is sensitive, and a sentence of the statement says its words",
            false if finding.spoken == Some(true) => {
                "is sensitive, and asked to be spoken; it is not"
            }
            false => continue,
        };
        problems.push(context.about(
            Rule::SensitiveSpoken,
            at(finding),
            what,
            "take the words out, or decide that it is not sensitive",
        ));
    }
    problems
}

/// Returns the text in small letters, without stops and blanks at its ends.
fn bare(text: &str) -> String {
    text.trim().trim_end_matches('.').to_lowercase()
}

/// Returns the sources of the sentences that are spoken without their frame because it does not fit.
fn unfit_sources<'a>(context: &'a CheckContext) -> impl Iterator<Item = &'a Source> {
    let sentences = context.document.sentences();
    let unfit = sentences.filter(|it| it.rules.contains(&WeavingRule::FrameUnfit));
    unfit.flat_map(|sentence| &sentence.sources)
}

/// Reports frames that do not fit what is said in them, so that the finding is spoken without.
fn unfit_frames(context: &CheckContext) -> Vec<Problem> {
    let findings = unfit_sources(context).filter_map(|source| {
        if source.id_in(List::Outlook).is_some() {
            return Some(context.about(
                Rule::FrameUnfit,
                place_of(source, ""),
                "does not fit the words of the look-ahead, and is spoken without them",
                "word it as what is looked at (\"how the force …\")",
            ));
        }
        let id = source.id_in(List::Findings)?;
        let finding = *context.findings.get(id)?;
        let frame = context.framework.frame(&finding.stance)?;
        let read = read_as(context.draft, context.framework, finding);
        let reading = read.as_ref().map(|read| &read.reading);
        let asks = frame.tone.is_some()
            && frame.takes == Complement::Clause
            && reading.is_some_and(|it| it.is_request);
        // "I would like to see make better use": what is seen is somebody who does it.
        let ordered = takes_bare_verb(frame) && reading.is_some_and(|it| it.is_order);
        // "I am concerned that I found": nobody speaks twice of himself.
        if finding.text.starts_with("I ") || finding.text.starts_with("I'") {
            return Some(context.about(
                Rule::FrameUnfit,
                at(finding),
                format!("opens with \"I\", as does its frame “{}”", frame.begins()),
                "say what was seen, or take the frame away",
            ));
        }
        let takes = match frame.takes {
            _ if asks => "what is so, and nothing that is asked for",
            Complement::Phrase => "a noun phrase (\"the force's use of vans\")",
            Complement::Clause => "a statement with a verb (\"the force uses vans\")",
        };
        Some(context.about(
            Rule::FrameUnfit,
            at(finding),
            format!(
                "is given the frame “{}”, which takes {takes}, and is not certainly one",
                frame.begins()
            ),
            match ordered {
                true => "put before it who is to do it (\"the force make …\")",
                false => "word it so, or choose another frame",
            },
        ))
    });
    findings.collect()
}

/// Reports unknown frames, and frames that are used twice. Findings that are not spoken use none.
fn frames(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut used: HashMap<&str, &str> = HashMap::new();
    let unfit: HashSet<&str> = unfit_sources(context)
        .filter_map(|source| source.id_in(List::Findings))
        .collect();
    for finding in &context.draft.findings {
        if finding.stance.is_empty()
            || unfit.contains(finding.id.as_str())
            || context.unspoken.contains(finding.id.as_str())
        {
            continue;
        }
        let stance = finding.stance.as_str();
        if context.framework.frame(stance).is_none() {
            problems.push(context.about(
                Rule::UnknownFrame,
                at(finding),
                format!("is to be spoken in \"{stance}\", a frame that the framework has not"),
                "choose one of its frames",
            ));
        } else if let Some(first) = used.get(stance) {
            problems.push(context.about(
                Rule::FrameTwice,
                at(finding),
                format!(
                    "has the frame “{}”, as {} has",
                    context.framework.frame(stance).map_or_else(String::new, Frame::begins),
                    context.finding_quoted(first)
                ),
                "choose another frame for one of them",
            ));
        } else {
            used.insert(stance, &finding.id);
        }
    }
    problems
}
