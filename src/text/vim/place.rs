//! Places in a text as lines and characters: a line's end is a place too, where its newline stands or the text ends.

use std::ops::Range;

use crate::text::grapheme::{floor, next, prev};

/// A step to the next place, or to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceStep {
    /// To a character of the same line.
    Within(usize),
    /// To the end of the same line.
    ToEnd(usize),
    /// To another line.
    Across(usize),
}

impl PlaceStep {
    pub(super) fn at(self) -> usize {
        let (Self::Within(at) | Self::ToEnd(at) | Self::Across(at)) = self;
        at
    }
}

/// Returns the place behind one; `None` at the end of the text.
pub(super) fn step_on(text: &str, at: usize) -> Option<PlaceStep> {
    if is_end(text, at) {
        return (at < text.len()).then(|| PlaceStep::Across(at + 1));
    }
    let next = next(text, at);
    Some(match is_end(text, next) {
        true => PlaceStep::ToEnd(next),
        false => PlaceStep::Within(next),
    })
}

/// Returns the place before one; `None` at the start of the text.
pub(super) fn step_back(text: &str, at: usize) -> Option<PlaceStep> {
    match at == line_start(text, at) {
        true if at == 0 => None,
        true => Some(PlaceStep::Across(at - 1)),
        false => Some(PlaceStep::Within(prev(text, at))),
    }
}

/// Returns true where a line ends.
pub(super) fn is_end(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_none_or(|byte| *byte == b'\n')
}

/// Returns the first character from a place on.
pub(super) fn sign(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Returns where the line begins that a place stands on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).and_then(|before| before.rfind('\n'));
    before.map_or(0, |newline| newline + 1)
}

/// Returns where the line ends that a place stands on: before its newline.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let more = text.get(at..).and_then(|after| after.find('\n'));
    more.map_or(text.len(), |more| at + more)
}

/// Returns true where the line has nothing in it that a place stands on.
pub(super) fn is_empty_line(text: &str, at: usize) -> bool {
    line_start(text, at) == line_end(text, at)
}

/// Returns the first character of the line that is no blank; the last where there is none.
pub(super) fn first_sign(text: &str, at: usize) -> usize {
    let (start, end) = (line_start(text, at), line_end(text, at));
    let line = text.get(start..end).unwrap_or_default();
    match line.find(|sign: char| !is_blank(sign)) {
        Some(more) => start + more,
        None => on_character(text, end),
    }
}

/// Returns a place on a character: where a line ends, the last of the line, unless it has none.
pub(super) fn on_character(text: &str, at: usize) -> usize {
    let at = floor(text, at.min(text.len()));
    match is_end(text, at) && at > line_start(text, at) {
        true => prev(text, at),
        false => at,
    }
}

/// Returns true for a blank within a line.
pub(super) fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\t')
}

/// Returns the stretches of the lines of a text, without their newlines.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let lines = text.split('\n').map(|line| {
        let range = at..at + line.len();
        at = range.end + 1;
        range
    });
    lines.collect()
}

/// Returns the number of the line that a place stands on, from 0.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count()
}

/// Returns a place so many characters into the line of a place, or where the line ends.
pub(super) fn in_column(text: &str, start: usize, column: usize) -> usize {
    let mut at = start;
    for _ in 0..column {
        if is_end(text, at) {
            break;
        }
        at = next(text, at);
    }
    at
}

/// Returns the number of characters before a place on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    let mut here = line_start(text, at);
    let mut column = 0;
    while here < at {
        here = next(text, here);
        column += 1;
    }
    column
}

/// Returns the last character of a stretch.
pub(super) fn on_last(text: &str, range: &Range<usize>) -> usize {
    prev(text, range.end).max(range.start)
}
