//! Objects: what a cursor stands in.

use std::ops::Range;

use super::place::{is_blank, is_end, line_end, line_start, lines, sign};
use super::sentence::{paragraph_lines, sentence_pieces};
use super::word::{WordClass, class};
use crate::text::grapheme::{next, prev};

/// A thing that a cursor can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VimObject {
    Word {
        big: bool,
    },
    Sentence,
    Paragraph,
    Quoted(char),
    Bracketed(char, char),
    /// The whole text.
    Whole,
}

/// A stretch, and whether it is of whole lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) range: Range<usize>,
    pub(super) lines: bool,
}

impl VimObject {
    /// Returns the object of a name.
    pub(super) fn named(name: char) -> Option<Self> {
        Some(match name {
            'w' => Self::Word { big: false },
            'W' => Self::Word { big: true },
            's' => Self::Sentence,
            'p' => Self::Paragraph,
            'f' => Self::Whole,
            '"' | '\'' | '`' => Self::Quoted(name),
            '(' | ')' | 'b' => Self::Bracketed('(', ')'),
            '[' | ']' => Self::Bracketed('[', ']'),
            '{' | '}' | 'B' => Self::Bracketed('{', '}'),
            '<' | '>' => Self::Bracketed('<', '>'),
            _ => return None,
        })
    }

    /// Returns so many of it at a place; `around` takes what stands around it along. `None` where there is none.
    pub(super) fn at(self, text: &str, at: usize, count: usize, around: bool) -> Option<Stretch> {
        let characters = |range| Stretch {
            range,
            lines: false,
        };
        match self {
            Self::Word { big } => words(text, at, (count, big, around)).map(characters),
            Self::Sentence => sentences(text, at, count, around).map(characters),
            Self::Paragraph => {
                let numbers = paragraph_lines(text, at, count, around)?;
                let lines = lines(text);
                let (first, last) = (lines.get(numbers.start)?, lines.get(numbers.end - 1)?);
                let range = first.start..last.end;
                Some(Stretch { range, lines: true })
            }
            Self::Quoted(quote) => quoted(text, at, quote, around).map(characters),
            Self::Bracketed(open, close) => {
                bracketed(text, at, (open, close), count, around).map(characters)
            }
            Self::Whole => (!text.is_empty()).then(|| characters(0..text.len())),
        }
    }
}

/// Returns the end of the run of a class that a place stands in, within its line.
fn run_end(text: &str, from: usize, big: bool) -> usize {
    let end = line_end(text, from);
    let of = class(text, from, big);
    let mut at = from;
    while at < end && class(text, at, big) == of {
        at = next(text, at);
    }
    at
}

fn run_start(text: &str, from: usize, big: bool) -> usize {
    let start = line_start(text, from);
    let of = class(text, from, big);
    let mut at = from;
    while at > start && class(text, prev(text, at), big) == of {
        at = prev(text, at);
    }
    at
}

fn words(text: &str, at: usize, (count, big, around): (usize, bool, bool)) -> Option<Range<usize>> {
    if is_end(text, at) {
        return None;
    }
    let start = run_start(text, at, big);
    let on_blank = class(text, at, big) == WordClass::Blank;
    let is_blank = |at: usize| class(text, at, big) == WordClass::Blank && !is_end(text, at);
    let mut end = start;
    for _ in 0..count {
        // A line's end is between two runs, and none.
        if is_end(text, end) {
            end += 1;
        }
        if end > text.len() {
            return None;
        }
        let blank = is_blank(end);
        end = run_end(text, end, big);
        // A word takes the blank behind it along, and a blank the word.
        if around && (blank || is_blank(end)) {
            end = run_end(text, end, big);
        }
    }
    if end > text.len() {
        return None;
    }
    let mut start = start;
    // Without a blank behind it, a word takes the one before it along.
    let line_begins = line_start(text, at);
    let lacks_blank = around && !on_blank && !is_blank(prev(text, end));
    if lacks_blank && start > line_begins && is_blank(prev(text, start)) {
        let blanks = run_start(text, prev(text, start), big);
        // The indent of a line is nobody's.
        if blanks > line_begins {
            start = blanks;
        }
    }
    Some(start..end)
}

fn sentences(text: &str, at: usize, count: usize, around: bool) -> Option<Range<usize>> {
    let pieces = sentence_pieces(text);
    let here = pieces.iter().position(|(range, _)| range.contains(&at));
    let here = here.or(pieces.len().checked_sub(1))?;
    let (first, begins_sentence) = pieces.get(here)?;
    let mut start = first.start;
    let mut last = here;
    if around {
        for nth in 0..count {
            last += usize::from(nth > 0);
            let Some((_, is_sentence)) = pieces.get(last) else {
                break;
            };
            let next = pieces.get(last + 1);
            let goes_along = next.is_some_and(|(_, next)| next != is_sentence);
            last += usize::from(goes_along);
        }
    } else {
        last += count - 1;
    }
    // Where there are not as many, all that there are are taken.
    last = last.min(pieces.len() - 1);
    let (end, ends_sentence) = pieces.get(last)?;
    if around && *begins_sentence && *ends_sentence {
        // Without a blank behind it, a sentence takes the one before it along.
        if let Some((before, false)) = here.checked_sub(1).and_then(|at| pieces.get(at)) {
            start = before.start;
        }
    }
    Some(start..end.end)
}

fn quoted(text: &str, at: usize, quote: char, around: bool) -> Option<Range<usize>> {
    let (start, end) = (line_start(text, at), line_end(text, at));
    let line = text.get(start..end)?;
    let (open, close) = match (quote, line.contains(quote)) {
        // Where a text has the quotes of print, these are meant.
        ('"', false) => ('“', '”'),
        ('\'', false) => ('‘', '’'),
        _ => (quote, quote),
    };
    let mut opened: Option<usize> = None;
    let mut found = None;
    for (more, sign) in line.char_indices() {
        let here = start + more;
        match opened {
            None if sign == open => opened = Some(here),
            Some(begins) if sign == close => {
                if here >= at {
                    found = Some((begins, here));
                    break;
                }
                opened = None;
            }
            _ => {}
        }
    }
    let (begins, ends) = found?;
    let inner = begins + open.len_utf8()..ends;
    if !around {
        return Some(inner);
    }
    let mut whole = begins..ends + close.len_utf8();
    let blanks = |text: &str| text.len() - text.trim_start_matches(is_blank).len();
    let behind = blanks(text.get(whole.end..end)?);
    whole.end += behind;
    if behind == 0 {
        let before = text.get(start..whole.start)?;
        let kept = before.trim_end_matches(is_blank).len();
        whole.start = start + kept;
    }
    Some(whole)
}

fn bracketed(
    text: &str,
    at: usize,
    (open, close): (char, char),
    count: usize,
    around: bool,
) -> Option<Range<usize>> {
    let found = enclosing(text, at, (open, close), count);
    // Where none is around the cursor, the next on its line is meant.
    let ahead = || {
        let rest = text.get(at..line_end(text, at))?;
        rest.find(open).map(|more| at + more)
    };
    let begins = found.or_else(|| ahead().filter(|_| count == 1))?;
    let ends = matching(text, begins, (open, close))?;
    match around {
        true => Some(begins..ends + close.len_utf8()),
        false => Some(begins + open.len_utf8()..ends),
    }
}

/// Returns the bracket that opens so many pairs around a place.
fn enclosing(text: &str, at: usize, (open, close): (char, char), count: usize) -> Option<usize> {
    let mut begins = at;
    let mut depth = count;
    let mut before = text.get(..at)?.char_indices().rev();
    if sign(text, at) == Some(open) {
        depth -= 1;
    }
    while depth > 0 {
        let (here, sign) = before.next()?;
        if sign == close {
            depth += 1;
        } else if sign == open {
            depth -= 1;
        }
        begins = here;
    }
    // One that is never closed is around nothing.
    matching(text, begins, (open, close)).map(|_| begins)
}

/// Returns the bracket that closes the one at a place.
fn matching(text: &str, begins: usize, (open, close): (char, char)) -> Option<usize> {
    let mut depth = 0usize;
    for (more, sign) in text.get(begins..)?.char_indices() {
        if sign == open {
            depth += 1;
        } else if sign == close {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(begins + more);
            }
        }
    }
    None
}

/// The pairs of brackets.
const PAIRS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// Returns the bracket that belongs to the first one from a place on, on its line.
pub(super) fn match_of(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..line_end(text, at))?;
    let is_bracket = |sign: char| {
        PAIRS
            .iter()
            .any(|(open, close)| sign == *open || sign == *close)
    };
    let more = rest.find(is_bracket)?;
    let here = at + more;
    let found = sign(text, here)?;
    let (open, close) = PAIRS
        .into_iter()
        .find(|(open, close)| found == *open || found == *close)?;
    if found == open {
        return matching(text, here, (open, close));
    }
    let mut depth = 0usize;
    for (place, sign) in text.get(..here + close.len_utf8())?.char_indices().rev() {
        if sign == close {
            depth += 1;
        } else if sign == open {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(place);
            }
        }
    }
    None
}
