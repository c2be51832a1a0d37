//! The differences of two texts by lines, as other programs print them.
//!
//! The library prints them too, but makes a copy of each of its algorithms for every type that it compares; this one
//! compares numbers, with the one algorithm that the crate has anyway. A property holds that both print alike.

use std::time::{Duration, Instant};

use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::{DiffOp, DiffTag, group_diff_ops};

use crate::text::numbered;

/// The time for which two texts may be compared. What is found by then is right, if not the shortest way to say it.
const PATIENCE: Duration = Duration::from_millis(500);

/// The differences of two texts, by lines.
pub(super) struct LineDiff<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
    ops: Vec<DiffOp>,
}

impl<'a> LineDiff<'a> {
    pub(super) fn of(old: &'a str, new: &'a str) -> Self {
        let (old, new) = (lines(old), lines(new));
        let numbers = numbered(&old, &new);
        let [before, after] = numbers.each_ref().map(Vec::as_slice);
        let mut ops = Compact::new(Replace::new(Capture::new()), before, after);
        let deadline = Some(Instant::now() + PATIENCE);
        let (all, others) = (0..before.len(), 0..after.len());
        let Ok(()) = myers::diff_deadline(&mut ops, before, all, after, others, deadline);
        let ops = ops.into_inner().into_inner().into_ops();
        Self { old, new, ops }
    }

    /// Returns the number of lines that differ: one that was replaced by another is one.
    pub(super) fn changed(&self) -> usize {
        let lines = self.ops.iter().map(|op| match op.tag() {
            DiffTag::Equal => 0,
            _ => op.old_range().len().max(op.new_range().len()),
        });
        lines.sum()
    }

    /// Returns the differences with three lines around them, as other programs print them; empty where the texts are
    /// the same.
    pub(super) fn unified(&self, old_name: &str, new_name: &str) -> String {
        let mut out = String::new();
        for hunk in group_diff_ops(self.ops.clone(), 3) {
            let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else {
                continue;
            };
            if out.is_empty() {
                out = format!("--- {old_name}\n+++ {new_name}\n");
            }
            let old = span(first.old_range().start, last.old_range().end);
            let new = span(first.new_range().start, last.new_range().end);
            out.push_str(&format!("@@ -{old} +{new} @@\n"));
            for op in &hunk {
                let (old, new) = (self.old.get(op.old_range()), self.new.get(op.new_range()));
                if op.tag() == DiffTag::Equal {
                    push_lines(&mut out, ' ', old);
                } else {
                    push_lines(&mut out, '-', old);
                    push_lines(&mut out, '+', new);
                }
            }
        }
        out
    }
}

/// Returns the lines of a text, each with what ends it: as on Unix, on Windows or on the first Macs.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['\r', '\n']).map_or(rest.len(), |at| {
            let ending = rest.get(at..).unwrap_or_default();
            at + if ending.starts_with("\r\n") { 2 } else { 1 }
        });
        let (line, after) = rest.split_at(end);
        lines.push(line);
        rest = after;
    }
    lines
}

/// Returns a run of lines, counted from 1: where it begins and how long it is.
fn span(start: usize, end: usize) -> String {
    match end.saturating_sub(start) {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        many => format!("{},{many}", start + 1),
    }
}

fn push_lines(out: &mut String, sign: char, lines: Option<&[&str]>) {
    for line in lines.unwrap_or_default() {
        out.push(sign);
        out.push_str(line);
        if !line.ends_with(['\n', '\r']) {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_that_was_replaced_is_one_line_that_differs() {
        let differ = |old: &str, new: &str| LineDiff::of(old, new).changed();
        assert_eq!(differ("a\nb\nc\n", "a\nB\nc\n"), 1);
        assert_eq!(differ("a\nb\nc\n", "a\nc\n"), 1);
        assert_eq!(differ("a\n", "a\nx\ny\n"), 2);
        assert_eq!(differ("a\nb\n", "a\nb\n"), 0);
    }

    proptest! {
        #[test]
        fn a_difference_is_printed_as_the_library_prints_it(
            old in prop::collection::vec("[ab]{0,1}(\n|\r\n|\r)", 0..40),
            new in prop::collection::vec("[ab]{0,1}(\n|\r\n|\r)", 0..40),
            (old_end, new_end) in ("[ab]{0,2}", "[ab]{0,2}"),
        ) {
            let (old, new) = (old.concat() + &old_end, new.concat() + &new_end);
            let theirs = similar::TextDiff::from_lines(&old, &new);
            let theirs = theirs.unified_diff().header("old", "new").to_string();
            prop_assert_eq!(LineDiff::of(&old, &new).unified("old", "new"), theirs);
        }
    }
}
