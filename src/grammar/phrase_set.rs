//! Lists of phrases that the rules look for, made ready as the program is compiled: where a word opens none of them, as most
//! do not, that is told by one bit.

use super::lexicon::hash;
use super::token::Token;
use super::word_set::Bits;

/// A list of phrases, each with its words in small letters.
#[derive(Debug)]
pub(super) struct PhraseSet {
    /// The bits of their first words.
    first: Bits,
    /// The bits of their last words.
    last: Bits,
    phrases: &'static [&'static [&'static str]],
}

impl PhraseSet {
    pub(super) const fn new(phrases: &'static [&'static [&'static str]]) -> Self {
        let (mut first, mut last) = (Bits::NONE, Bits::NONE);
        let mut left = phrases;
        while let [phrase, rest @ ..] = left {
            if let [word, ..] = *phrase {
                first = first.with(hash(word));
            }
            if let [.., word] = *phrase {
                last = last.with(hash(word));
            }
            left = rest;
        }
        Self {
            first,
            last,
            phrases,
        }
    }

    /// Returns true where one of the phrases may stand among words that have these bits. In doubt it may.
    pub(super) fn may_be_among(&self, words: &Bits) -> bool {
        words.any(&self.first) && words.any(&self.last)
    }

    /// Returns the phrases that stand at this index.
    pub(super) fn at<'s>(
        &'s self,
        tokens: &'s [Token],
        at: usize,
    ) -> impl Iterator<Item = &'static [&'static str]> + 's {
        let may = |token: &&Token| self.first.have(token.hash);
        let phrases = match tokens.get(at).filter(may) {
            Some(_) => self.phrases,
            None => &[],
        };
        let stands = move |phrase: &&'static [&'static str]| stands_at(tokens, at, phrase);
        phrases.iter().copied().filter(stands)
    }

    /// Returns true where one of the phrases stands at this index.
    pub(super) fn stand_at(&self, tokens: &[Token], at: usize) -> bool {
        self.at(tokens, at).next().is_some()
    }
}

/// Returns true where a phrase stands at this index.
pub(super) fn stands_at(tokens: &[Token], at: usize, phrase: &[&str]) -> bool {
    let (Some((first, rest)), Some(token)) = (phrase.split_first(), tokens.get(at)) else {
        return false;
    };
    let follows = |(behind, word): (usize, &&str)| {
        tokens
            .get(at + 1 + behind)
            .is_some_and(|it| it.word == *word)
    };
    token.word == *first && rest.iter().enumerate().all(follows)
}

/// A list of phrases: `phrases![["in", "addition"], ["moreover"]]`.
macro_rules! phrases {
    ($([$($word:literal),* $(,)?]),* $(,)?) => {
        const { &$crate::grammar::phrase_set::PhraseSet::new(&[$(&[$($word),*]),*]) }
    };
}

pub(super) use phrases;
