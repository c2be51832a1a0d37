//! Which kind of finding a sentence is.

use super::cues::{Cue, cues, words_of};
use crate::assessment::{Frame, Kind, Tone};
use crate::grammar::{Certainty, Reading};

/// Returns the kind of a sentence, by its frame, the cues that it has and how it was read; with `opens`, its subject is
/// something or somebody of the body's. `before` is the kind of the sentence before it in its paragraph.
pub(super) fn kind(
    frame: Option<&Frame>,
    found: &[Cue],
    reading: &Reading,
    opens: bool,
    before: Option<Kind>,
) -> Kind {
    let has = |kind: Kind| found.contains(&Cue::Kind(kind));
    if has(Kind::Concern) {
        return Kind::Concern;
    }
    match frame.and_then(|frame| Some((frame, frame.tone?))) {
        Some((_, Tone::Praise)) if has(Kind::Practice) => return Kind::Practice,
        Some((_, Tone::Praise)) => return Kind::Strength,
        Some((frame, Tone::Concern)) => {
            let words = words_of(&frame.words);
            let grave = words.iter().any(|word| cues().grave_frames.contains(word));
            return if grave {
                Kind::Concern
            } else {
                Kind::Improvement
            };
        }
        None => {}
    }
    if has(Kind::Practice) {
        return Kind::Practice;
    }
    let asks = (reading.is_demand || reading.names_need) && !reading.finds_no_fault;
    if asks || reading.is_negative || has(Kind::Improvement) {
        // What is told of a cause of concern belongs to it.
        let told = before == Some(Kind::Concern) && !asks;
        return if told {
            Kind::Concern
        } else {
            Kind::Improvement
        };
    }
    if has(Kind::Context) {
        return Kind::Context;
    }
    let about_body = reading.body_is_subject == Certainty::Yes
        || reading.body_owns.is_some()
        || reading.body_behind.is_some();
    let told = frame.is_some_and(|frame| frame.tone.is_none());
    match has(Kind::Strength) || about_body || opens {
        // What was found, told behind a need, tells of that.
        _ if told && before.is_some_and(Kind::is_need) => before.unwrap_or_default(),
        true => Kind::Strength,
        false => Kind::Context,
    }
}
