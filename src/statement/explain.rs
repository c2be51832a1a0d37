//! How a finding was read, for those who want to see it or to say otherwise.

use super::context::{ByHand, WeavingContext};
use super::read::FindingReading;
use crate::assessment::{Assessment, Finding, Framework, Reads};
use crate::grammar::{Certainty, Reading};

/// The reading of a finding's first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// The words that name the body, where it is the subject; `None` where the sentence is kept as typed.
    pub subject: Option<String>,
    /// True where no subject was typed, and the body is put in.
    pub is_supplied: bool,
    /// The main verb, where it is certain.
    pub verb: Option<String>,
    /// True where the author said how it is read.
    pub is_said: bool,
    /// All that is known of it.
    pub reading: Reading,
}

/// Returns how the first sentence of a finding is read; `None` where nothing is written.
pub fn read_as(
    assessment: &Assessment,
    framework: &Framework,
    finding: &Finding,
) -> Option<ReadAs> {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    let sentence = FindingReading::new(&context, finding)
        .sentences
        .into_iter()
        .next()?;
    let named = sentence.text.get(..sentence.predicate_at());
    let named = named.filter(|_| sentence.is_about_body());
    let verb = sentence.reading.verb.as_ref();
    let verb = verb.and_then(|verb| sentence.text.get(verb.range.clone()));
    Some(ReadAs {
        subject: named.map(|named| named.trim_end().to_owned()),
        verb: verb.map(str::to_owned),
        is_supplied: sentence.is_supplied,
        is_said: finding.reads.is_some(),
        reading: sentence.reading,
    })
}

/// Returns the reading that an author would say in place of the program's: that the body is the subject, or that it is
/// not. `None` where the body is certainly not its subject, so that nothing could be said of it.
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
        false => {
            let reading = &sentence.reading;
            let can_be = reading.can_be_body() || reading.lacks_subject == Certainty::Unsure;
            can_be.then_some(Reads::Body)
        }
    }
}
