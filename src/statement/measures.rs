//! The length of a statement in words, sentences and seconds.

use super::words::count;
use super::{Document, ParagraphRole};

/// The number of words that an inspector speaks in a minute.
pub const WORDS_A_MINUTE: usize = 140;

/// Measures of a statement, without its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// The number of words.
    pub words: usize,
    /// The number of sentences.
    pub sentences: usize,
    /// The number of words in the longest sentence.
    pub longest: usize,
    /// The seconds that it takes to read aloud at [`WORDS_A_MINUTE`], rounded up.
    pub seconds_aloud: usize,
}

impl Measures {
    /// Returns the measures of one sentence of this many words.
    pub(super) fn of_sentence(words: usize) -> Self {
        Self {
            words,
            sentences: 1,
            longest: words,
            seconds_aloud: aloud(words),
        }
    }

    /// Returns the measures of both together.
    pub(super) fn and(self, other: Self) -> Self {
        let words = self.words + other.words;
        Self {
            words,
            sentences: self.sentences + other.sentences,
            longest: self.longest.max(other.longest),
            seconds_aloud: aloud(words),
        }
    }
}

/// Returns the whole seconds in which so many words are read aloud at a pace, in words a minute, as minutes and seconds:
/// "3:27".
pub fn minutes_aloud(words: usize, pace: usize) -> String {
    let seconds = words * 60 / pace.max(1);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn aloud(words: usize) -> usize {
    (words * 60).div_ceil(WORDS_A_MINUTE)
}

impl Document {
    /// Measures everything that is spoken. [`super::Weaver::measures`] returns the same without counting again.
    pub fn measures(&self) -> Measures {
        self.paragraphs
            .iter()
            .filter(|paragraph| paragraph.role != ParagraphRole::Title)
            .flat_map(|paragraph| &paragraph.sentences)
            .fold(Measures::default(), |sum, sentence| {
                sum.and(Measures::of_sentence(count(&sentence.text)))
            })
    }
}
