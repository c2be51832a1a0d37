//! How a finding was read, in words for people.

use super::context::{ByHand, WeavingContext};
use super::read::{FindingReading, SentenceSubject};
use crate::assessment::{Assessment, Finding, Framework, Reads};
use crate::grammar::{Certainty, Reading};

/// Returns how the first sentence of a finding is read: its subject and its main verb, and whether the author said so.
/// Empty where nothing is written.
pub fn read_as(assessment: &Assessment, framework: &Framework, finding: &Finding) -> String {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    let read = FindingReading::new(&context, finding);
    let Some(sentence) = read.sentences.first() else {
        return String::new();
    };
    let whose = match finding.reads {
        Some(Reads::Body | Reads::Whole) => ", as you say",
        None => "",
    };
    let named = sentence.text.get(..sentence.predicate_at());
    let named = named.unwrap_or_default().trim_end();
    let subject = match sentence.subject {
        SentenceSubject::Whole if sentence.reading.can_be_body() => {
            format!("kept as typed{whose}: the subject is not certain")
        }
        SentenceSubject::Whole => format!("kept as typed{whose}"),
        _ => format!("subject “{named}”{whose}"),
    };
    let verb = &sentence.reading.verb;
    let verb = verb
        .as_ref()
        .and_then(|verb| sentence.text.get(verb.range.clone()));
    match verb {
        Some(verb) => format!("{subject}; main verb “{verb}”"),
        None => format!("{subject}; {}", without_verb(&sentence.reading)),
    }
}

fn without_verb(reading: &Reading) -> &'static str {
    match reading.is_clause {
        _ if reading.is_question => "a question",
        Certainty::No => "a noun phrase, without a verb",
        Certainty::Yes | Certainty::Unsure => "its main verb is not certain",
    }
}

/// Returns the reading that an author would say in place of the program's: that the body is the subject, or that it is
/// not. `None` where a sentence does not open with the body, so that nothing could be said of it.
pub fn read_otherwise(
    assessment: &Assessment,
    framework: &Framework,
    finding: &Finding,
) -> Option<Reads> {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    let plain = Finding {
        reads: None,
        ..finding.clone()
    };
    let read = FindingReading::new(&context, &plain);
    let sentence = read.sentences.first()?;
    match sentence.is_about_body() {
        true => Some(Reads::Whole),
        false => sentence.reading.opens_with_body().then_some(Reads::Body),
    }
}
