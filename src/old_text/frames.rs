//! The frames of a framework, as they begin a sentence.

use super::fit::speakers;
use crate::assessment::{Complement, Finding, Framework, Person, Tense};
use crate::statement::frame_words;
use crate::text::capital;

/// The words before and behind what was found, in one way of speaking a frame.
struct FrameShape {
    before: String,
    after: String,
    frame: usize,
    adverb: String,
    person: Person,
    tense: Option<Tense>,
}

/// Every way of speaking the frames of a framework, the longest first.
pub(super) struct FrameShapes {
    shapes: Vec<FrameShape>,
}

/// A frame that a sentence is spoken in, and what stands in it.
#[derive(Clone, Debug)]
pub(super) struct Framed {
    /// The place of the frame in the framework.
    pub(super) frame: usize,
    pub(super) adverb: String,
    pub(super) person: Person,
    pub(super) tense: Option<Tense>,
    /// The thing found: a sentence, or a noun phrase without a stop.
    pub(super) inner: String,
    /// True where the frame takes a noun phrase.
    pub(super) is_phrase: bool,
}

impl FrameShapes {
    pub(super) fn new(framework: &Framework, noun: &str) -> Self {
        let mut shapes = Vec::new();
        for (nth, frame) in framework.frames.iter().enumerate() {
            let adverbs = std::iter::once("").chain(frame.adverbs.iter().map(String::as_str));
            for adverb in adverbs {
                for (person, tense) in [
                    (Person::Singular, None),
                    (Person::Plural, None),
                    (Person::Singular, Some(Tense::Past)),
                    (Person::Plural, Some(Tense::Past)),
                ] {
                    let finding = Finding {
                        adverb: adverb.to_owned(),
                        person: Some(person),
                        tense,
                        ..Finding::default()
                    };
                    let plain = crate::assessment::Assessment::default();
                    let words = frame_words(&plain, framework, frame, &finding);
                    let words = words.replace("{subject.noun}", noun);
                    let slot = match frame.takes {
                        Complement::Clause => "{clause}",
                        Complement::Phrase => "{phrase}",
                    };
                    let Some((before, after)) = words.split_once(slot) else {
                        continue;
                    };
                    shapes.push(FrameShape {
                        before: capital(before),
                        after: after.to_owned(),
                        frame: nth,
                        adverb: adverb.to_owned(),
                        person,
                        tense,
                    });
                }
            }
        }
        shapes.sort_by_key(|it| std::cmp::Reverse(it.before.len()));
        Self { shapes }
    }

    /// Returns the frame in which a sentence is spoken.
    pub(super) fn of(&self, framework: &Framework, text: &str) -> Option<Framed> {
        let long = uncontracted(text);
        self.shapes.iter().find_map(|shape| {
            let rest = long.strip_prefix(shape.before.as_str())?;
            let rest = rest.strip_suffix('.').unwrap_or(rest);
            let inner = rest.strip_suffix(shape.after.as_str())?;
            let is_phrase = framework.frames.get(shape.frame)?.takes == Complement::Phrase;
            // "I am pleased with that" and its like say nothing by themselves.
            if inner.split(' ').count() < 2 {
                return None;
            }
            Some(Framed {
                frame: shape.frame,
                adverb: shape.adverb.clone(),
                person: shape.person,
                tense: shape.tense,
                inner: match is_phrase {
                    true => inner.to_owned(),
                    false => capital(inner) + ".",
                },
                is_phrase,
            })
        })
    }
}

/// Returns a text without the contraction of its speaker at its head.
fn uncontracted(text: &str) -> String {
    let short = text.replacen('’', "'", 1);
    for name in ["{I-am}", "{I-would}", "{it-is}"] {
        let ways = speakers(name);
        for pair in ways.chunks(2) {
            if let [long, contracted] = pair
                && let Some(rest) = short.strip_prefix(&format!("{contracted} "))
            {
                return format!("{long} {rest}");
            }
        }
    }
    text.to_owned()
}
