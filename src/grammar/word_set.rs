//! Lists of words that the rules look for, made ready as the program is compiled: a word that is not in a list, as most are
//! not, is told from it by one bit.

/// A list of words in small letters.
#[derive(Debug)]
pub(super) struct WordSet {
    /// The bits of its words.
    bits: Bits,
    hashes: &'static [u64],
    words: &'static [&'static str],
}

impl WordSet {
    /// Returns the list of these words, which have these hashes.
    pub(super) const fn new(words: &'static [&'static str], hashes: &'static [u64]) -> Self {
        let mut bits = Bits::NONE;
        let mut left = hashes;
        while let [hash, rest @ ..] = left {
            bits = bits.with(*hash);
            left = rest;
        }
        Self {
            bits,
            hashes,
            words,
        }
    }

    /// Returns true where a word of this hash is in the list.
    #[inline]
    pub(super) fn has(&self, word: &str, hash: u64) -> bool {
        self.bits.have(hash) && self.is_listed(word, hash)
    }

    /// Returns the bits of its words.
    pub(super) fn bits(&self) -> &Bits {
        &self.bits
    }

    #[inline(never)]
    fn is_listed(&self, word: &str, hash: u64) -> bool {
        let at = self.hashes.iter().position(|listed| *listed == hash);
        at.and_then(|at| self.words.get(at)) == Some(&word)
    }

    /// Returns true where a word is in the list, whose hash is not known.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.words.contains(&word)
    }
}

/// One bit of 256 for each of some words, by which they are told from most others.
#[derive(Debug)]
pub(super) struct Bits([u64; 4]);

impl Bits {
    pub(super) const NONE: Self = Self([0; 4]);

    /// Returns them with that of a word of this hash.
    pub(super) const fn with(self, hash: u64) -> Self {
        let Self([first, second, third, fourth]) = self;
        let bit = bit(hash);
        match nth(hash) {
            0 => Self([first | bit, second, third, fourth]),
            1 => Self([first, second | bit, third, fourth]),
            2 => Self([first, second, third | bit, fourth]),
            _ => Self([first, second, third, fourth | bit]),
        }
    }

    /// Adds that of a word of this hash.
    pub(super) fn add(&mut self, hash: u64) {
        if let Some(bits) = self.0.get_mut(nth(hash)) {
            *bits |= bit(hash);
        }
    }

    /// Returns true where one of these words may be one of the others.
    pub(super) fn any(&self, others: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&others.0);
        pairs.any(|(one, other)| one & other != 0)
    }

    /// Returns true where a word of this hash may be one of them.
    #[inline]
    pub(super) fn have(&self, hash: u64) -> bool {
        self.0
            .get(nth(hash))
            .is_some_and(|bits| bits & bit(hash) != 0)
    }
}

const fn nth(hash: u64) -> usize {
    hash as usize & 3
}

const fn bit(hash: u64) -> u64 {
    1 << (hash >> 2 & 63)
}

/// A list of words: `words!["a", "an"]`.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const {
            const HASHES: &[u64] = &[$($crate::grammar::lexicon::hash($word)),*];
            &$crate::grammar::word_set::WordSet::new(&[$($word),*], HASHES)
        }
    };
}

pub(super) use words;
