//! Sentences and paragraphs. A sentence ends with a stop, and what closes it, before a blank or the end of a line; an empty
//! line is a paragraph's end and counts as a sentence of its own.

use std::ops::Range;

use super::place::{is_blank, lines};

/// Returns where sentences begin, empty lines among them, in the order of the text.
pub(super) fn sentence_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut begins = true;
    for line in lines(text) {
        let words = text.get(line.clone()).unwrap_or_default();
        if words.is_empty() {
            // Of empty lines the first is where a paragraph has ended.
            if !is_empty_before(text, line.start) {
                starts.push(line.start);
            }
            begins = true;
            continue;
        }
        let mut ended = false;
        for (at, sign) in words.char_indices() {
            if is_blank(sign) {
                begins |= ended;
                ended = false;
                continue;
            }
            if begins {
                starts.push(line.start + at);
                begins = false;
            }
            ended = match sign {
                '.' | '!' | '?' => true,
                ')' | ']' | '"' | '\'' => ended,
                _ => false,
            };
        }
        begins |= ended;
    }
    starts
}

/// Returns true where the line before the one that begins here has nothing in it.
fn is_empty_before(text: &str, start: usize) -> bool {
    let before = text.get(..start.saturating_sub(1)).unwrap_or_default();
    start > 0 && (before.is_empty() || before.ends_with('\n'))
}

/// Returns where the sentence begins so many sentences on; the end of the text where there are not as many.
pub(super) fn sentence_on(text: &str, from: usize, count: usize) -> (usize, bool) {
    let starts = sentence_starts(text);
    let behind: Vec<usize> = starts.into_iter().filter(|start| *start > from).collect();
    match behind.get(count - 1) {
        Some(start) => (*start, true),
        None => (text.len(), behind.len() + 1 == count && from < text.len()),
    }
}

/// Returns where the sentence begins so many sentences back; the start of the text where there are not as many.
pub(super) fn sentence_back(text: &str, from: usize, count: usize) -> (usize, bool) {
    let starts = sentence_starts(text);
    let mut before = starts.into_iter().rev().filter(|start| *start < from);
    match before.nth(count - 1) {
        Some(start) => (start, true),
        None => (0, false),
    }
}

/// Returns the stretches of sentences and of the blanks between them, in order, each with whether it is a sentence. The end
/// of a paragraph belongs to none.
pub(super) fn sentence_pieces(text: &str) -> Vec<(Range<usize>, bool)> {
    let starts = sentence_starts(text);
    let mut pieces = Vec::new();
    let first = starts.first().copied().unwrap_or(text.len());
    if first > 0 {
        pieces.push((0..first, false));
    }
    for (nth, start) in starts.iter().enumerate() {
        let next = starts.get(nth + 1).copied().unwrap_or(text.len());
        let piece = text.get(*start..next).unwrap_or_default();
        let words = piece.trim_end_matches([' ', '\t', '\n']);
        let end = start + words.len();
        let end = if words.is_empty() {
            (start + 1).min(next)
        } else {
            end
        };
        pieces.push((*start..end, true));
        let behind = text.get(end..next).unwrap_or_default();
        let ends_paragraph = text.get(next..).is_some_and(|rest| rest.starts_with('\n'));
        let blanks = match (words.is_empty(), ends_paragraph) {
            (true, _) => 0,
            (false, true) => behind.trim_end_matches('\n').len(),
            (false, false) => behind.len(),
        };
        if blanks > 0 {
            pieces.push((end..end + blanks, false));
        }
    }
    pieces
}

/// Returns the line so many paragraphs on or back: the empty one behind it, the last of the text, or the first. Whether
/// there were as many.
pub(super) fn paragraph(text: &str, from: usize, count: usize, on: bool) -> (Range<usize>, bool) {
    let lines = lines(text);
    let is_empty = |nth: usize| lines.get(nth).is_some_and(|line| line.start == line.end);
    let mut at = super::place::line_of(text, from);
    let last = lines.len().saturating_sub(1);
    let line = |at: usize| lines.get(at).cloned().unwrap_or_default();
    for nth in 1..=count {
        let mut passed = false;
        let mut first = true;
        loop {
            passed |= !is_empty(at);
            if !first && passed && is_empty(at) {
                break;
            }
            first = false;
            let edge = if on { at == last } else { at == 0 };
            if edge {
                return (line(at), nth == count);
            }
            at = if on { at + 1 } else { at - 1 };
        }
    }
    (line(at), true)
}

/// Returns the lines of the paragraphs at a place, or of the empty lines there: so many of them and, where `around`, the
/// empty lines behind or else before, by the numbers of the first and the last.
pub(super) fn paragraph_lines(
    text: &str,
    from: usize,
    count: usize,
    around: bool,
) -> Option<Range<usize>> {
    let lines = lines(text);
    let blank = |nth: usize| {
        let line = lines.get(nth).cloned().unwrap_or_default();
        text.get(line).unwrap_or_default().chars().all(is_blank)
    };
    let run_end = |from: usize| {
        let of = blank(from);
        let mut end = from;
        while end + 1 < lines.len() && blank(end + 1) == of {
            end += 1;
        }
        end
    };
    let here = super::place::line_of(text, from);
    let mut start = here;
    while start > 0 && blank(start - 1) == blank(here) {
        start -= 1;
    }
    let begins_blank = blank(here);
    let mut end = run_end(here);
    let runs = if around { count * 2 } else { count };
    for nth in 1..runs {
        if end + 1 >= lines.len() {
            // Where nothing is empty behind, what is before it goes along.
            let lacks_blank = around && !begins_blank && nth + 1 == runs;
            if !lacks_blank {
                return None;
            }
            while start > 0 && blank(start - 1) {
                start -= 1;
            }
            break;
        }
        end = run_end(end + 1);
    }
    Some(start..end + 1)
}
