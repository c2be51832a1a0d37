//! The words by which an old text is read: `assets/old_text.toml`, read once.
//!
//! The file is ours alone, so serde reads it; a test does so before it is shipped.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::assessment::Kind;
use crate::text::fold;

const TEXT: &str = include_str!("../../assets/old_text.toml");

static CUES: LazyLock<Cues> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

static SPOTTER: LazyLock<Spotter> = LazyLock::new(|| Spotter::new(&CUES));

/// Returns the words by which an old text is read.
pub(super) fn cues() -> &'static Cues {
    &CUES
}

/// Returns everything that a text has of kinds and topics.
pub(super) fn spot(text: &str) -> Vec<Cue> {
    SPOTTER.spot(text)
}

macro_rules! cue_lists {
    ($($list:ident,)*) => {
        /// Lists of words, each explained in `assets/old_text.toml`.
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub(super) struct Cues {
            $(pub(super) $list: Vec<String>,)*
            /// The reason for which a sentence is by hand.
            pub(super) why_by_hand: String,
            pub(super) openings: Vec<OpeningCue>,
            pub(super) outlook: OutlookCues,
            pub(super) topics: Vec<Topic>,
        }
    };
}

cue_lists! {
    concern, practice, improvement, context, strength, grave_frames, deadlines, asks, concern_headings,
    improvement_headings, practice_headings, recommendation_headings, outlook_headings, overall_headings, greetings,
    before_names, not_labels, people,
}

/// The words of an opening, and the rungs that it may be.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpeningCue {
    pub(super) rungs: Vec<String>,
    pub(super) words: Vec<String>,
}

/// The words of the look-ahead.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutlookCues {
    pub(super) leads: Vec<String>,
}

/// A topic: its words, and the headings that it may stand under.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) headings: Vec<String>,
    pub(super) words: Vec<String>,
}

/// Something that a text has words of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A kind.
    Kind(Kind),
    /// A topic, by its place in the list, and how many words it was known by.
    Topic(usize, usize),
}

/// All phrases of kinds and topics, by their first words.
struct Spotter {
    by_first: HashMap<String, Vec<(Vec<String>, Cue)>>,
}

/// Returns the words of a text as phrases are compared: folded, without signs.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let folded = fold(&text.replace('’', "'"));
    let words = folded.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Returns true where a text has one of these phrases.
pub(super) fn has_any(text: &str, phrases: &[String]) -> bool {
    let words = format!(" {} ", words_of(text).join(" "));
    let has = |phrase: &String| words.contains(&format!(" {} ", words_of(phrase).join(" ")));
    phrases.iter().any(has)
}

/// Returns true where a text is one of these phrases and nothing else.
pub(super) fn is_any(text: &str, phrases: &[String]) -> bool {
    let words = words_of(text);
    phrases.iter().any(|phrase| words_of(phrase) == words)
}

impl Spotter {
    fn new(cues: &Cues) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, Cue)>> = HashMap::new();
        let mut add = |phrase: &String, topic: Option<usize>, kind: Kind| {
            let mut words = words_of(phrase).into_iter();
            let Some(first) = words.next() else {
                return;
            };
            let rest: Vec<String> = words.collect();
            let cue = match topic {
                Some(nth) => Cue::Topic(nth, rest.len() + 1),
                None => Cue::Kind(kind),
            };
            by_first.entry(first).or_default().push((rest, cue));
        };
        for (kind, phrases) in [
            (Kind::Concern, &cues.concern),
            (Kind::Practice, &cues.practice),
            (Kind::Improvement, &cues.improvement),
            (Kind::Context, &cues.context),
            (Kind::Strength, &cues.strength),
        ] {
            phrases.iter().for_each(|it| add(it, None, kind));
        }
        for (nth, topic) in cues.topics.iter().enumerate() {
            let phrases = topic.words.iter();
            phrases.for_each(|it| add(it, Some(nth), Kind::Context));
        }
        Self { by_first }
    }

    fn spot(&self, text: &str) -> Vec<Cue> {
        let words = words_of(text);
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let known = self.by_first.get(word).into_iter().flatten();
            let behind = words.get(at + 1..).unwrap_or_default();
            let here = known.filter(|(rest, _)| behind.starts_with(rest));
            found.extend(here.map(|(_, cue)| *cue));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_are_shipped_can_be_read() {
        let read = toml::from_str::<Cues>(TEXT);
        assert!(read.is_ok(), "{read:?}");
    }
}
