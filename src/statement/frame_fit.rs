//! Which frames can take what a text is.

use super::read::FindingReading;
use crate::assessment::{Complement, Frame, Tone};
use crate::grammar::ContentForm;

/// Returns true where a finding can be spoken in a frame.
pub(super) fn fits(frame: &Frame, reading: &FindingReading) -> bool {
    match frame.takes {
        Complement::Phrase => reading.can_be_phrase && takes(frame, reading.content),
        // "I am concerned that the force should": what is asked for is no fact to be pleased with or concerned about.
        Complement::Clause => reading.can_be_clause && !(frame.tone.is_some() && reading.asks()),
    }
}

/// Returns true where a frame that takes a noun phrase can take what stands for one: "recognise that", "see more done".
fn takes(frame: &Frame, content: ContentForm) -> bool {
    let before = frame.words.split_once("{phrase}");
    let before = before.map_or("", |(before, _)| before.trim_end());
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let (sees, recognises) = (ends(&["see", "seeing"]), ends(&["recognise"]));
    let praise = frame.tone == Some(Tone::Praise);
    match content {
        ContentForm::Plain | ContentForm::Absolute => true,
        ContentForm::That => sees || recognises,
        ContentForm::Why => !praise || recognises,
        ContentForm::Whether => !praise,
        ContentForm::Gerund => !sees && !praise,
        ContentForm::Participle => sees,
    }
}
