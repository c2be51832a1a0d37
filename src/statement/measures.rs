//! How long a statement is, read and heard.

use super::words::count;
use super::{Document, ParagraphRole};

/// How many words an inspector speaks in a minute.
pub const WORDS_A_MINUTE: usize = 140;

/// Measures of a statement, without its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// All words.
    pub words: usize,
    /// All sentences.
    pub sentences: usize,
    /// The words of the longest sentence.
    pub longest: usize,
    /// How long it takes to read aloud at [`WORDS_A_MINUTE`], rounded up.
    pub seconds_aloud: usize,
}

impl Measures {
    /// Of one sentence of this many words.
    pub(super) fn of_sentence(words: usize) -> Self {
        Self {
            words,
            sentences: 1,
            longest: words,
            seconds_aloud: aloud(words),
        }
    }

    /// Of both together.
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

fn aloud(words: usize) -> usize {
    (words * 60).div_ceil(WORDS_A_MINUTE)
}

impl Document {
    /// Counts everything that is spoken. [`super::Weaver::measures`] knows the same without counting.
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
