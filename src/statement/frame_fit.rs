//! Which frames can take what a text is.

use super::read::FindingReading;
use crate::assessment::{Complement, Frame, Tone};
use crate::grammar::ContentForm;

/// Returns true where a finding can be spoken in a frame.
pub(super) fn fits(frame: &Frame, reading: &FindingReading) -> bool {
    match frame.takes {
        Complement::Phrase => reading.can_be_phrase && takes(frame, reading.content),
        // "I am concerned that the force should": what is asked for is no fact to be pleased with or concerned about.
        Complement::Clause => {
            let asks = frame.tone.is_some() && reading.asks();
            reading.can_be_clause && !asks && !(says_that(frame) && reading.opens_with_that())
        }
    }
}

/// Returns true where the words before the clause end with "that".
fn says_that(frame: &Frame) -> bool {
    let before = frame.words.split_once("{clause}");
    before.is_some_and(|(before, _)| before.trim_end().ends_with(" that"))
}

/// Returns true where a verb behind the frame's words agrees with nothing: "I would like to see the force do more".
pub fn takes_bare_verb(frame: &Frame) -> bool {
    let before = frame.words.split_once("{phrase}");
    before.is_some_and(|(before, _)| SEEING.iter().any(|word| before.trim_end().ends_with(word)))
}

/// Verbs behind which somebody does something.
const SEEING: [&str; 2] = ["see", "seeing"];

/// Returns true where a frame that takes a noun phrase can take what stands for one: "recognise that", "see more done".
fn takes(frame: &Frame, content: ContentForm) -> bool {
    let before = frame.words.split_once("{phrase}");
    let before = before.map_or("", |(before, _)| before.trim_end());
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let (sees, recognises) = (ends(&SEEING), ends(&["recognise"]));
    let praise = frame.tone == Some(Tone::Praise);
    match content {
        ContentForm::Plain | ContentForm::Absolute => true,
        ContentForm::That => sees || recognises,
        ContentForm::Why => !praise || recognises,
        ContentForm::Whether => !praise,
        // "I congratulate the force on winning": it is the force that won.
        ContentForm::Gerund => !sees && (!praise || ends(&[" on", " for"])),
        ContentForm::Participle => sees,
    }
}
