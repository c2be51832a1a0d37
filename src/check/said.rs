//! What is said nearly twice.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::at;
use super::local::FindingScan;
use super::words::Word;
use super::{CheckContext, Problem, Rule, problem};

/// How many words follow one another in what is compared.
const RUN: usize = 3;
/// How many marks a finding has: those of its runs that come first by number, so that texts alike have marks alike.
const MARKS: usize = 6;
/// Shorter texts are alike by chance.
const LEAST_WORDS: usize = 8;

/// What a text says, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct ComparableText {
    /// A few of its runs of words; none where it is too short to be like another but by chance.
    marks: Vec<u64>,
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

/// Findings that say nearly the same. Each looks only for the first that has a mark of its own, so that the work
/// grows with the findings and not with their pairs.
pub(super) fn check(case: &CheckContext, locals: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(locals.len() * MARKS);
    for (nth, (finding, local)) in case.draft.findings.iter().zip(locals).enumerate() {
        let mut shared: Vec<usize> = Vec::new();
        for mark in &local.said.marks {
            match first.get(mark) {
                Some(other) => shared.push(*other),
                None => {
                    first.insert(*mark, nth);
                }
            }
        }
        // What the weaving leaves out as said already is told of there.
        if shared.is_empty() || finding.sensitive || case.silent.contains(finding.id.as_str()) {
            continue;
        }
        shared.sort_unstable();
        let like = shared
            .chunk_by(|one, other| one == other)
            .max_by_key(|run| run.len());
        let Some((other, first)) = like
            .filter(|run| run.len() * 2 >= MARKS.min(local.said.marks.len()))
            .and_then(|run| {
                let at = *run.first()?;
                Some((case.draft.findings.get(at)?, locals.get(at)?))
            })
        else {
            continue;
        };
        if !other.sensitive && alike(&local.said.words, &first.said.words) {
            problems.push(problem(
                Rule::NearlySaidTwice,
                at(finding),
                format!("\"{}\" says nearly the same", other.id),
                "say what differs, or take one of them out",
            ));
        }
    }
    problems
}

/// Whether four of five words are the same.
fn alike(one: &[u64], other: &[u64]) -> bool {
    let both = one
        .iter()
        .filter(|word| other.binary_search(word).is_ok())
        .count();
    let all = one.len() + other.len() - both;
    both * 5 >= all * 4
}
