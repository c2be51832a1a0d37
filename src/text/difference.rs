//! The difference of two texts, word by word.

use std::collections::HashMap;

use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};
use unicode_segmentation::UnicodeSegmentation;

/// The limit of what is compared: the words that differ in one text times those in the other. Two
/// texts of twenty kilobytes with nothing in common stay below it.
const MOST: usize = 20_000_000;

/// A stretch of one of two texts, or of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffPiece<'a> {
    /// A stretch in both.
    Same(&'a str),
    /// A stretch only in the text before.
    Removed(&'a str),
    /// A stretch only in the text after.
    Added(&'a str),
}

/// Compares two texts by words. All that is the same or removed, in order, is the text before;
/// all that is the same or added is the text after. No two pieces of one sort follow each other, and
/// of a change what was removed comes first.
///
/// Very long texts with little in common are compared by sentences, and where these are too many
/// too, as one change between what they begin and end with.
///
/// ```
/// use assay::text::{DiffPiece, word_difference};
///
/// let pieces = word_difference("The force is good.", "The force is very good.");
/// assert_eq!(
///     pieces,
///     [DiffPiece::Same("The force is "), DiffPiece::Added("very "), DiffPiece::Same("good.")]
/// );
/// ```
pub fn word_difference<'a>(before: &'a str, after: &'a str) -> Vec<DiffPiece<'a>> {
    let words = |text: &'a str| text.split_word_bounds().collect::<Vec<_>>();
    let sentences = |text: &'a str| text.split_sentence_bounds().collect::<Vec<_>>();
    let (same, all) = common(&words(before), &words(after));
    if all {
        return pieces(before, after, &same);
    }
    let [head, tail] = [same.first(), same.last()].map(|end| end.map_or(0, |end| end.len));
    let middle = |text: &'a str| text.get(head..text.len() - tail).unwrap_or_default();
    let (inner, _) = common(&sentences(middle(before)), &sentences(middle(after)));
    let inner = inner.into_iter().map(|inner| Common {
        before: inner.before + head,
        after: inner.after + head,
        len: inner.len,
    });
    let mut all: Vec<Common> = same.iter().take(1).copied().collect();
    all.extend(inner);
    all.extend(same.last());
    pieces(before, after, &all)
}

/// A stretch that both texts have: its start in each and its length, in bytes.
#[derive(Clone, Copy)]
struct Common {
    before: usize,
    after: usize,
    len: usize,
}

/// Returns what two texts in pieces have in common, and whether that is all; only how they begin and end where
/// the rest would take too long.
fn common(before: &[&str], after: &[&str]) -> (Vec<Common>, bool) {
    let alike = |(one, other): &(&&str, &&str)| one == other;
    let start = before.iter().zip(after).take_while(alike).count();
    let rest = before.len().min(after.len()) - start;
    let ends = before.iter().rev().zip(after.iter().rev()).take(rest);
    let end = ends.take_while(alike).count();
    let middle = |all: &[&str]| all.len() - start - end;
    let (old, new) = (offsets(before), offsets(after));
    let at = |offsets: &[usize], nth: usize| offsets.get(nth).copied().unwrap_or_default();
    let stretch = |old_index: usize, new_index: usize, len: usize| Common {
        before: at(&old, old_index),
        after: at(&new, new_index),
        len: at(&old, old_index + len) - at(&old, old_index),
    };
    if middle(before).saturating_mul(middle(after)) > MOST {
        let tail = stretch(before.len() - end, after.len() - end, end);
        return (vec![stretch(0, 0, start), tail], false);
    }
    let numbers = numbered(before, after);
    let [before, after] = numbers.each_ref().map(Vec::as_slice);
    let mut ops = Compact::new(Replace::new(Capture::new()), before, after);
    let Ok(()) = myers::diff(&mut ops, before, 0..before.len(), after, 0..after.len());
    let ops = ops.into_inner().into_inner().into_ops();
    let same = ops.iter().filter_map(|op| match *op {
        DiffOp::Equal {
            old_index,
            new_index,
            len,
        } => Some(stretch(old_index, new_index, len)),
        _ => None,
    });
    (same.collect(), true)
}

/// Returns the pieces of two texts as numbers: the same one for the same piece. Numbers are all that is ever compared, so
/// that the search for a difference is compiled for them alone.
pub(crate) fn numbered<'a>(before: &[&'a str], after: &[&'a str]) -> [Vec<u32>; 2] {
    let mut known: HashMap<&'a str, u32> = HashMap::new();
    [before, after].map(|pieces| {
        let number = |piece: &&'a str| {
            // Texts have a cap far below this many pieces.
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(*piece).or_insert(next)
        };
        pieces.iter().map(number).collect()
    })
}

/// Returns where each piece begins, and where the last one ends.
fn offsets(pieces: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let mut all = vec![0];
    for piece in pieces {
        at += piece.len();
        all.push(at);
    }
    all
}

fn pieces<'a>(before: &'a str, after: &'a str, same: &[Common]) -> Vec<DiffPiece<'a>> {
    let (mut old, mut new) = (0, 0);
    let mut all = Vec::new();
    let change = |all: &mut Vec<DiffPiece<'a>>, old: (usize, usize), new: (usize, usize)| {
        let removed = before.get(old.0..old.1).unwrap_or_default();
        let added = after.get(new.0..new.1).unwrap_or_default();
        all.extend((!removed.is_empty()).then_some(DiffPiece::Removed(removed)));
        all.extend((!added.is_empty()).then_some(DiffPiece::Added(added)));
    };
    let mut last: Option<Common> = None;
    for common in same {
        let words = before.get(common.before..common.before + common.len);
        let words = words.unwrap_or_default();
        let changes_before = common.before > old || common.after > new;
        let changes_after =
            common.before + common.len < before.len() || common.after + common.len < after.len();
        // A blank between two changed words tells nobody anything: the words are changed together.
        if words.trim().is_empty() && changes_before && changes_after {
            continue;
        }
        if let (false, Some(last)) = (changes_before, &mut last) {
            last.len += common.len;
        } else {
            all.extend(last.and_then(|last| stretch(before, last)));
            change(&mut all, (old, common.before), (new, common.after));
            last = Some(*common);
        }
        (old, new) = (common.before + common.len, common.after + common.len);
    }
    all.extend(last.and_then(|last| stretch(before, last)));
    change(&mut all, (old, before.len()), (new, after.len()));
    all
}

fn stretch(before: &str, common: Common) -> Option<DiffPiece<'_>> {
    let words = before.get(common.before..common.before + common.len)?;
    (!words.is_empty()).then_some(DiffPiece::Same(words))
}

#[cfg(test)]
mod tests;
