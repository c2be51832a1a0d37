//! Motions that look for something: a character on the line, words in the text.

use super::grammar::VimFind;
use super::ground::{Goal, Ground, MotionMemory, Reach};
use super::place::{line_end, line_start};
use crate::text::Query;
use crate::text::grapheme::{next, prev};

/// Returns the word at a place, or the next on its line.
pub(super) fn word_near(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let (start, end) = (line_start(text, at), line_end(text, at));
    let more = text.get(at..end)?.find(is_word)?;
    let here = at + more;
    let before = text.get(start..here)?;
    let begins = start + before.trim_end_matches(is_word).len();
    let behind = text.get(here..end)?;
    let ends = end - behind.trim_start_matches(is_word).len();
    Some(begins..ends)
}

pub(super) fn found(ground: &Ground<'_>, find: VimFind, many: usize, again: bool) -> Option<Goal> {
    let Ground { text, at, .. } = *ground;
    let (start, end) = (line_start(text, at), line_end(text, at));
    let is = |here: &usize| text.get(*here..)?.starts_with(find.sign).then_some(());
    let mut places: Vec<usize> = Vec::new();
    let mut here = start;
    while here < end {
        if is(&here).is_some() {
            places.push(here);
        }
        here = next(text, here);
    }
    // Found again, one that is stood beside already is none.
    let beside = find.till && again && many == 1;
    if find.on {
        let first = if beside { next(text, at) } else { at };
        let to = *places
            .iter()
            .filter(|place| **place > first)
            .nth(many - 1)?;
        let at = if find.till { prev(text, to) } else { to };
        return Some(Goal {
            at,
            reach: Reach::With,
        });
    }
    let first = if beside { prev(text, at) } else { at };
    let to = *places
        .iter()
        .rev()
        .filter(|place| **place < first)
        .nth(many - 1)?;
    let at = if find.till { next(text, to) } else { to };
    Some(Goal {
        at,
        reach: Reach::Before,
    })
}

pub(super) fn sought(
    ground: &Ground<'_>,
    many: usize,
    reversed: bool,
    memory: &MotionMemory,
) -> Option<usize> {
    let (words, whole, on) = memory.sought.as_ref()?;
    let query = Query::new(words);
    let all = match whole {
        true => query.words_in(ground.text),
        false => query.all_in(ground.text),
    };
    let starts: Vec<usize> = all.iter().map(|range| range.start).collect();
    if starts.is_empty() {
        return None;
    }
    // Round and round, from the one behind the cursor or before it.
    let many = many - 1;
    let at = match *on != reversed {
        true => {
            let first = starts
                .iter()
                .position(|start| *start > ground.at)
                .unwrap_or(0);
            (first + many) % starts.len()
        }
        false => {
            let first = starts.iter().rposition(|start| *start < ground.at);
            let first = first.unwrap_or(starts.len() - 1);
            (first + starts.len() - many % starts.len()) % starts.len()
        }
    };
    starts.get(at).copied()
}
