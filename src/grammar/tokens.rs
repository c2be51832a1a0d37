//! The words of one sentence, with what any of them has: a rule that looks for one of a few words is answered at once where
//! the sentence has none of them, as most have not.

use std::ops::Deref;

use super::lexicon::Classes;
use super::phrase_set::PhraseSet;
use super::token::{Token, Uses};
use super::word_set::{Bits, WordSet};

/// Shortenings whose full stop ends no sentence.
const SHORTENED: [&str; 29] = [
    "dr", "mr", "mrs", "ms", "mx", "st", "no", "prof", "sgt", "supt", "ch", "insp", "det", "i.e",
    "e.g", "etc", "vs", "inc", "ltd", "gen", "rev", "sen", "gov", "lt", "col", "jr", "sr", "hon",
    "approx",
];

/// The words of a sentence.
#[derive(Debug)]
pub(super) struct Tokens<'s, 't> {
    tokens: &'s [Token<'t>],
    bits: Bits,
    uses: Uses,
    classes: Classes,
}

impl<'s, 't> Tokens<'s, 't> {
    pub(super) fn new(tokens: &'s [Token<'t>]) -> Self {
        let mut all = Self {
            tokens,
            bits: Bits::NONE,
            uses: Uses::default(),
            classes: Classes::NONE,
        };
        for token in tokens {
            all.bits.add(token.hash);
            all.uses = all.uses.or(token.uses);
            all.classes = all.classes.or(token.classes);
        }
        all
    }

    /// Returns true where one of its words may be one of these. In doubt it may.
    pub(super) fn may_have(&self, words: &WordSet) -> bool {
        self.bits.any(words.bits())
    }

    /// Returns true where one of its words is one of these.
    pub(super) fn have(&self, words: &WordSet) -> bool {
        self.may_have(words) && self.iter().any(|token| token.is_one_of(words))
    }

    /// Returns true where one of these phrases may stand in it. In doubt it may.
    pub(super) fn may_have_phrase(&self, phrases: &PhraseSet) -> bool {
        phrases.may_be_among(&self.bits)
    }

    /// Returns true where one of its words could be used so.
    pub(super) fn can_be(&self, uses: Uses) -> bool {
        self.uses.any(uses)
    }

    /// Returns true where one of its words has a class.
    pub(super) fn are(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }
}

impl<'t> Deref for Tokens<'_, 't> {
    type Target = [Token<'t>];

    fn deref(&self) -> &Self::Target {
        self.tokens
    }
}

/// Returns the number of words in the first sentence.
pub(super) fn end_of_sentence(tokens: &[Token]) -> usize {
    let ends = |at: &usize| {
        let (Some(token), Some(next)) = (tokens.get(*at), tokens.get(at + 1)) else {
            return false;
        };
        if !token.is_parted() {
            return false;
        }
        let word = token.raw.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
        let capital = || next.raw.chars().find(|sign| sign.is_alphanumeric());
        let short = || {
            let stem = token.word.trim_end_matches('.');
            SHORTENED.contains(&stem) || stem.chars().count() == 1
        };
        word.ends_with(['.', '!', '?', '…'])
            && capital().is_some_and(char::is_uppercase)
            && !short()
    };
    (0..tokens.len())
        .find(ends)
        .map_or(tokens.len(), |at| at + 1)
}
