//! What operators do, and over what.

use std::ops::Range;

use super::grammar::{OperatedOn, Operator, VimMotion};
use super::ground::{Goal, Ground, MotionMemory, Reach};
use super::motion::goal;
use super::place::{first_sign, is_blank, is_end, line_end, line_of, line_start, lines};
use super::register::{Register, Registers};
use super::scratch::Scratch;
use crate::text::Row;
use crate::text::grapheme::next;

/// The outcome of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    Nothing,
    Copied,
    Changed,
    /// The characters that are typed now belong to it.
    Inserts,
}

/// A stretch that is operated on.
pub(super) struct Operand {
    pub(super) range: Range<usize>,
    pub(super) lines: bool,
    /// The place of the cursor behind it, where nothing is taken.
    pub(super) at: usize,
}

/// Returns the stretch that an operator goes over.
pub(super) fn operand(
    (operator, on): (Operator, &OperatedOn),
    count: Option<usize>,
    scratch: &Scratch,
    rows: &[Row],
    memory: &mut MotionMemory,
) -> Option<Operand> {
    let (text, at) = (scratch.text.as_str(), scratch.at);
    match on {
        OperatedOn::Lines => {
            let all = lines(text);
            let first = line_of(text, at);
            let last = (first + count.unwrap_or(1) - 1).min(all.len() - 1);
            if count.is_some_and(|count| count > 1) && first == all.len() - 1 {
                return None;
            }
            let range = all.get(first)?.start..all.get(last)?.end;
            let empty = text.is_empty() && operator == Operator::Delete;
            let at = match operator {
                Operator::Yank => at,
                _ => at.min(first_sign(text, range.start)),
            };
            (!empty).then_some(Operand {
                range,
                lines: true,
                at,
            })
        }
        OperatedOn::Object { object, around } => {
            let found = object.at(text, at, count.unwrap_or(1), *around)?;
            let at = found.range.start;
            let operand = Operand {
                range: found.range,
                lines: found.lines,
                at,
            };
            Some(adjusted(operator, operand, text))
        }
        OperatedOn::Motion(motion) => over_motion((operator, motion), count, scratch, rows, memory),
        OperatedOn::Selection { .. } => None,
    }
}

/// Returns the stretch that a motion goes over.
fn over_motion(
    (operator, motion): (Operator, &VimMotion),
    count: Option<usize>,
    scratch: &Scratch,
    rows: &[Row],
    memory: &mut MotionMemory,
) -> Option<Operand> {
    let (text, at) = (scratch.text.as_str(), scratch.at);

    let ground = Ground {
        text,
        at,
        rows,
        operates: true,
        changes: operator == Operator::Change,
        selects: false,
    };
    let there = goal(motion, count, &ground, memory);
    // A change over nothing is typing.
    let there = match (there, motion) {
        (None, VimMotion::Right) if operator == Operator::Change => Some(Goal {
            at,
            reach: Reach::Before,
        }),
        (there, _) => there,
    }?;
    let (low, high) = (at.min(there.at), at.max(there.at));
    Some(match there.reach {
        Reach::Lines => Operand {
            range: line_start(text, low)..line_end(text, high),
            lines: true,
            at: low,
        },
        Reach::With => {
            let high = if is_end(text, high) {
                high
            } else {
                next(text, high)
            };
            let operand = Operand {
                range: low..high,
                lines: false,
                at: low,
            };
            adjusted(operator, operand, text)
        }
        Reach::Before => {
            let operand = Operand {
                range: low..high,
                lines: false,
                at: low,
            };
            adjusted(operator, operand, text)
        }
    })
}

/// Returns what is taken where a stretch ends at the start of a line: up to the end of the line before or, where it also
/// begins within the indent of its line, whole lines.
fn adjusted(operator: Operator, operand: Operand, text: &str) -> Operand {
    let Operand { range, lines, at } = operand;
    let mut end = range.end;
    let across = |end: usize| {
        text.get(range.start..end)
            .is_some_and(|taken| taken.contains('\n'))
    };
    let indented = |place: usize| {
        let before = text.get(line_start(text, place)..place).unwrap_or_default();
        before.chars().all(is_blank)
    };
    if lines || !across(end) {
        return Operand { range, lines, at };
    }
    let mut whole = false;
    if end == line_start(text, end) && end > range.start {
        end -= 1;
        whole = indented(range.start);
    }
    // What is deleted over several lines, and leaves none of the first and the last, is lines.
    if operator == Operator::Delete && across(end) && indented(range.start) {
        let rest = text.get(end..line_end(text, end)).unwrap_or_default();
        whole |= rest.chars().all(is_blank);
    }
    match whole {
        true => Operand {
            range: line_start(text, range.start)..line_end(text, end),
            lines: true,
            at,
        },
        false => Operand {
            range: range.start..end,
            lines,
            at,
        },
    }
}

pub(super) fn operate(
    operator: Operator,
    operand: Operand,
    register: Option<char>,
    scratch: &mut Scratch,
    registers: &mut Registers,
) -> Done {
    let Operand { range, lines, at } = operand;
    let words = scratch
        .text
        .get(range.clone())
        .unwrap_or_default()
        .to_owned();
    let some = !range.is_empty() || lines;
    let taken = Register {
        text: words.clone(),
        lines,
    };
    match operator {
        Operator::Yank => {
            registers.keep(register, taken, true);
            scratch.copied = Some(words);
            scratch.to_clipboard = Registers::is_clipboard(register);
            scratch.at = at;
            return Done::Copied;
        }
        Operator::SwapCase => recase(range, swapped, scratch),
        Operator::ToSmall => recase(range, str::to_lowercase, scratch),
        Operator::ToCapitals => recase(range, str::to_uppercase, scratch),
        Operator::Delete | Operator::Change => {
            if some {
                scratch.cut = Some(words).filter(|_| registers.keep(register, taken, false));
                scratch.to_clipboard = Registers::is_clipboard(register);
            }
            let changes = operator == Operator::Change;
            match lines && !changes {
                true => delete_lines(range, scratch),
                false => {
                    scratch.at = range.start;
                    scratch.replace(range, "");
                }
            }
            return match (changes, some) {
                (true, _) => Done::Inserts,
                (false, true) => Done::Changed,
                (false, false) => Done::Nothing,
            };
        }
    }
    scratch.at = at;
    Done::Changed
}

fn delete_lines(range: Range<usize>, scratch: &mut Scratch) {
    let text = &scratch.text;
    if range.end < text.len() {
        let start = range.start;
        scratch.replace(start..range.end + 1, "");
        scratch.at = first_sign(&scratch.text, start);
    } else {
        let start = range.start.saturating_sub(1);
        scratch.replace(start..range.end, "");
        scratch.at = first_sign(&scratch.text, start);
    }
}

pub(super) fn swapped(words: &str) -> String {
    let swap = |sign: char| -> String {
        match sign.is_lowercase() {
            true => sign.to_uppercase().collect(),
            false => sign.to_lowercase().collect(),
        }
    };
    words.chars().map(swap).collect()
}

pub(super) fn recase(range: Range<usize>, how: impl Fn(&str) -> String, scratch: &mut Scratch) {
    let words = scratch.text.get(range.clone()).map(how).unwrap_or_default();
    scratch.replace(range, &words);
}
