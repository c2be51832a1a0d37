//! Texts made ready to be compared, so that those that say nearly the same are found.

use super::words::Word;

/// The number of words in each run that is compared.
const RUN: usize = 3;
/// The largest number of marks of a text: the lowest hashes of its runs, so that like texts have like marks.
pub(super) const MARKS: usize = 6;
/// Shorter texts are alike by chance.
const LEAST_WORDS: usize = 8;

/// The words of a text as hashes, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct ComparableText {
    /// A few of its runs of words; none where it is too short to be like another but by chance.
    pub(super) marks: Vec<u64>,
    /// Its words, each once, in order.
    words: Vec<u64>,
}

impl ComparableText {
    pub(super) fn new(words: &[Word<'_>]) -> Self {
        if words.len() < LEAST_WORDS {
            return Self::default();
        }
        let mut hashes: Vec<u64> = words.iter().map(|word| hash(word.text)).collect();
        let marks = marks(&hashes);
        hashes.sort_unstable();
        hashes.dedup();
        Self {
            marks,
            words: hashes,
        }
    }

    /// Returns true where four of five words are the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let mine = self.words.iter();
        let both = mine
            .filter(|word| other.words.binary_search(word).is_ok())
            .count();
        let all = self.words.len() + other.words.len() - both;
        both * 5 >= all * 4
    }
}

fn marks(hashes: &[u64]) -> Vec<u64> {
    let mut marks: Vec<u64> = hashes
        .windows(RUN)
        .map(|run| {
            run.iter().fold(7, |sum: u64, hash| {
                sum.rotate_left(17).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ hash
            })
        })
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks.truncate(MARKS);
    marks
}

fn hash(word: &str) -> u64 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, sign| {
            (hash ^ u64::from(u32::from(sign))).wrapping_mul(0x0000_0100_0000_01b3)
        })
}
