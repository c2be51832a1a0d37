//! The house style: `assets/style.toml`, read once.
//!
//! No user edits the file, so serde reads it: what is missing, misspelt or of another type there fails the test
//! that reads it, and no user sees the message.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::de::{Deserialize, Deserializer, Error};

use super::Rule;
use super::first_words::FirstWords;
use super::words::{Word, begin_with};
use crate::assessment::Grade;

const TEXT: &str = include_str!("../../assets/style.toml");

static HOUSE: LazyLock<House> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// Returns the house style.
pub(super) fn house() -> &'static House {
    &HOUSE
}

/// A phrase and its replacement.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its words, in small letters unless it is exact.
    pub(super) words: Vec<&'static str>,
    /// The words to use instead.
    pub(super) becomes: &'static str,
    pub(super) usage: Arc<Usage>,
}

/// The part that the phrases of one `[[say]]` have in common.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Usage {
    #[serde(deserialize_with = "rule")]
    pub(super) rule: Rule,
    /// The reason, for the problem.
    pub(super) why: &'static str,
    /// The first year in which it holds.
    pub(super) since: Option<u16>,
    /// The last year in which it holds.
    pub(super) until: Option<u16>,
    /// True where its capitals must be these.
    #[serde(default)]
    pub(super) exact: bool,
    /// True where it stays before a word with a capital, because it is a title then.
    #[serde(default)]
    pub(super) not_before_capital: bool,
    /// True where it stays at the start of a sentence.
    #[serde(default)]
    pub(super) not_opening: bool,
    #[serde(borrow)]
    instead_of: HashMap<&'static str, &'static str>,
}

/// A word of a grade, with the grades that it fits.
#[derive(Debug)]
pub(super) struct GradeWords {
    pub(super) words: Vec<&'static str>,
    pub(super) fits: Arc<[Grade]>,
}

/// A list of words or phrases, to be looked up by the first word in small letters.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: FirstWords<Vec<&'static str>>,
}

impl Phrases {
    /// Returns the number of words that the longest fitting phrase has at the start of `words`.
    pub(super) fn at(&self, words: &[Word<'_>]) -> Option<usize> {
        let phrases = self.by_first.get(words.first()?.text)?.iter();
        let fits = |phrase: &&Vec<&str>| begin_with(words, phrase);
        phrases.filter(fits).map(Vec::len).max()
    }

    /// Returns the number of the word at which the first of the phrases begins.
    pub(super) fn find(&self, words: &[Word<'_>]) -> Option<usize> {
        (0..words.len()).find(|at| words.get(*at..).and_then(|rest| self.at(rest)).is_some())
    }

    /// Returns true if one of the phrases begins with this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.by_first.get(word).is_some()
    }
}

/// The content of `assets/style.toml`. A list that is added there is a field here.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct House {
    pub(super) contractions_from: u16,
    #[serde(borrow)]
    pub(super) contractions_before: Vec<&'static str>,
    #[serde(borrow)]
    pub(super) contractions: HashMap<&'static str, &'static str>,
    pub(super) named_by: Phrases,
    pub(super) known_numbers: Phrases,
    pub(super) units: Phrases,
    pub(super) spans: Phrases,
    pub(super) times: Phrases,
    pub(super) asks: Phrases,
    pub(super) asks_anywhere: Phrases,
    pub(super) change: Phrases,
    pub(super) balance: Phrases,
    pub(super) praise: Phrases,
    pub(super) concern: Phrases,
    pub(super) well: Phrases,
    pub(super) no: Phrases,
    pub(super) openers: Phrases,
    #[serde(borrow)]
    pub(super) one: Vec<&'static str>,
    #[serde(borrow)]
    pub(super) many: Vec<&'static str>,
    /// Words behind a "need" that is of one too: "need not".
    pub(super) need_behind: Vec<&'static str>,
    pub(super) parts: Phrases,
    pub(super) be: Phrases,
    pub(super) irregular: Phrases,
    pub(super) by: Phrases,
    pub(super) titles: Phrases,
    pub(super) ranks: Phrases,
    pub(super) roles: Phrases,
    /// Phrases to replace, by the first word in small letters.
    #[serde(deserialize_with = "say")]
    pub(super) say: FirstWords<Phrase>,
    /// Words of grades, by the first word in small letters.
    #[serde(deserialize_with = "grade_words")]
    pub(super) grade_words: FirstWords<GradeWords>,
}

impl Deserialize<'static> for Phrases {
    fn deserialize<D: Deserializer<'static>>(from: D) -> Result<Self, D::Error> {
        let mut by_first = FirstWords::default();
        for phrase in Vec::deserialize(from)? {
            add(&mut by_first, phrase, |words| words);
        }
        Ok(Self { by_first })
    }
}

fn say<D: Deserializer<'static>>(from: D) -> Result<FirstWords<Phrase>, D::Error> {
    let mut by_first = FirstWords::default();
    for usage in Vec::<Usage>::deserialize(from)? {
        let usage = Arc::new(usage);
        for (phrase, becomes) in &usage.instead_of {
            add(&mut by_first, phrase, |words| Phrase {
                words,
                becomes,
                usage: Arc::clone(&usage),
            });
        }
    }
    Ok(by_first)
}

fn grade_words<D: Deserializer<'static>>(from: D) -> Result<FirstWords<GradeWords>, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct GradedPhrases {
        #[serde(borrow)]
        words: Vec<&'static str>,
        #[serde(borrow)]
        fits: Vec<&'static str>,
    }
    let mut by_first = FirstWords::default();
    for entry in Vec::<GradedPhrases>::deserialize(from)? {
        let fits = entry.fits.iter().map(|word| Grade::from_word(word));
        let fits: Option<Arc<[Grade]>> = fits.collect();
        let fits = fits.ok_or_else(|| D::Error::custom("there is no such grade"))?;
        for phrase in entry.words {
            let fits = Arc::clone(&fits);
            add(&mut by_first, phrase, |words| GradeWords { words, fits });
        }
    }
    Ok(by_first)
}

fn rule<D: Deserializer<'static>>(from: D) -> Result<Rule, D::Error> {
    let id = <&str>::deserialize(from)?;
    Rule::from_id(id).ok_or_else(|| D::Error::custom(format!("there is no rule \"{id}\"")))
}

/// Files a phrase under its first word, in small letters.
fn add<T>(
    by_first: &mut FirstWords<T>,
    phrase: &'static str,
    with: impl FnOnce(Vec<&'static str>) -> T,
) {
    let words: Vec<&str> = phrase.split(' ').collect();
    let first = words.first().copied().unwrap_or_default();
    by_first.add(first, with(words));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_house_style_can_be_read() {
        let read = toml::from_str::<House>(TEXT);
        assert!(read.is_ok(), "{read:?}");
        assert!(house().say.get("ensure").is_some());
        assert!(house().grade_words.all().next().is_some());
    }
}
