//! What commands do to a text.

use std::ops::Range;

use super::grammar::{InsertAt, OperatedOn, VimCommand, VimVerb};
use super::ground::MotionMemory;
use super::operate::{Done, Operand, operand, operate, recase, swapped};
use super::place::{
    column, first_sign, in_column, is_blank, is_end, line_end, line_of, line_start, lines,
    on_character, on_last,
};
use super::register::{Register, Registers};
use super::scratch::Scratch;
use crate::text::Row;
use crate::text::grapheme::next;

/// A change as it can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VimChange {
    pub(super) command: VimCommand,
    /// The characters that were typed behind it, with what was erased.
    pub(super) typed: String,
    /// The selection that it was made on.
    pub(super) span: Option<Span>,
}

/// How far a selection reached, to be taken again from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The number of lines, from 1.
    rows: usize,
    /// The number of characters on the last of them.
    characters: usize,
    /// True where lines are taken whole.
    lines: bool,
}

impl VimChange {
    /// Returns the change that typing at the cursor is.
    pub(super) fn insert() -> Self {
        Self {
            command: VimCommand {
                register: None,
                count: None,
                verb: VimVerb::Insert(InsertAt::Here),
            },
            typed: String::new(),
            span: None,
        }
    }

    /// Types what was typed as often again as the count says.
    pub(super) fn type_again(&self, scratch: &mut Scratch) {
        let VimVerb::Insert(at) = self.command.verb else {
            return;
        };
        let again = self.command.count.unwrap_or(1).saturating_sub(1);
        if again == 0 {
            return;
        }
        let opens = matches!(at, InsertAt::LineBelow | InsertAt::LineAbove) && scratch.lines;
        if opens {
            scratch.at = line_end(&scratch.text, scratch.at);
        }
        scratch.retype_often(if opens { "\n" } else { "" }, &self.typed, again);
    }
}

impl Span {
    /// Returns how far a selection reaches.
    pub(super) fn of(text: &str, range: Range<usize>, lines: bool) -> Self {
        let rows = line_of(text, range.end) - line_of(text, range.start) + 1;
        let start = match rows {
            1 => range.start,
            _ => line_start(text, range.end),
        };
        Self {
            rows,
            characters: column(text, range.end) - column(text, start),
            lines,
        }
    }

    /// Returns the stretch that reaches as far from a place.
    fn from(self, text: &str, at: usize) -> Range<usize> {
        let all = lines(text);
        let last = (line_of(text, at) + self.rows - 1).min(all.len() - 1);
        let start = all.get(last).map_or(at, |line| line.start);
        match (self.lines, self.rows) {
            (true, _) => line_start(text, at)..line_end(text, start),
            (false, 1) => at..in_column(text, at, self.characters),
            (false, _) => at..in_column(text, start, self.characters),
        }
    }
}

/// Makes a change.
pub(super) fn perform(
    change: &VimChange,
    scratch: &mut Scratch,
    (rows, selected): (&[Row], Option<Range<usize>>),
    registers: &mut Registers,
    memory: &mut MotionMemory,
) -> Done {
    let VimCommand {
        register,
        count,
        verb,
    } = &change.command;
    let many = count.unwrap_or(1);
    // Made again, it takes as much as was selected then.
    let selected = match (selected, change.span) {
        (None, Some(span)) => Some(span.from(&scratch.text, scratch.at)),
        (selected, _) => selected,
    };
    let whole_lines = change.span.is_some_and(|span| span.lines);
    match verb {
        VimVerb::Operate(operator, on) => {
            let operand = match (on, selected) {
                (OperatedOn::Selection { .. }, Some(range)) => {
                    let range = match whole_lines {
                        true => {
                            line_start(&scratch.text, range.start)
                                ..line_end(&scratch.text, range.end)
                        }
                        false => range,
                    };
                    let at = range.start;
                    Some(Operand {
                        range,
                        lines: whole_lines,
                        at,
                    })
                }
                (on, _) => operand((*operator, on), *count, scratch, rows, memory),
            };
            let Some(operand) = operand else {
                return Done::Nothing;
            };
            operate(*operator, operand, *register, scratch, registers)
        }
        VimVerb::Insert(at) => insert(*at, scratch),
        VimVerb::Replace(sign) => replace(*sign, many, selected, scratch),
        VimVerb::SwapCaseHere => {
            let end = in_column(&scratch.text, scratch.at, many);
            let range = scratch.at..end;
            recase(range, swapped, scratch);
            scratch.at = end;
            Done::Changed
        }
        VimVerb::Put { before } => put(
            (*before, many),
            *register,
            (selected, whole_lines),
            scratch,
            registers,
        ),
        VimVerb::Join { blank } => {
            let many = match selected {
                Some(range) => {
                    scratch.at = range.start;
                    line_of(&scratch.text, range.end) - line_of(&scratch.text, range.start) + 1
                }
                None => many,
            };
            match scratch.join(many, *blank) {
                true => Done::Changed,
                false => Done::Nothing,
            }
        }
        _ => Done::Nothing,
    }
}

fn insert(at: InsertAt, scratch: &mut Scratch) -> Done {
    let text = &scratch.text;
    let (start, end) = (line_start(text, scratch.at), line_end(text, scratch.at));
    match at {
        InsertAt::Here => {}
        InsertAt::Behind if scratch.at < end => scratch.at = next(text, scratch.at),
        InsertAt::Behind => {}
        InsertAt::FirstSign => {
            let line = text.get(start..end).unwrap_or_default();
            scratch.at = start + (line.len() - line.trim_start_matches(is_blank).len());
        }
        InsertAt::LineEnd => scratch.at = end,
        InsertAt::LineBelow | InsertAt::LineAbove if !scratch.lines => {
            scratch.opens = at == InsertAt::LineBelow;
            if !scratch.opens {
                scratch.told =
                    Some("This text is one line: none can be opened above it.".to_owned());
            }
            return Done::Nothing;
        }
        InsertAt::LineBelow => {
            scratch.at = end;
            scratch.type_in("\n");
        }
        InsertAt::LineAbove => {
            scratch.at = start;
            scratch.replace(start..start, "\n");
        }
    }
    Done::Inserts
}

fn replace(sign: char, many: usize, selected: Option<Range<usize>>, scratch: &mut Scratch) -> Done {
    if sign < ' ' {
        return Done::Nothing;
    }
    let range = match selected.clone() {
        Some(range) => range,
        None => {
            let mut end = scratch.at;
            for _ in 0..many {
                if is_end(&scratch.text, end) {
                    return Done::Nothing;
                }
                end = next(&scratch.text, end);
            }
            scratch.at..end
        }
    };
    let mut words = String::new();
    let mut at = range.start;
    let mut last = at;
    while at < range.end {
        if is_end(&scratch.text, at) {
            words.push('\n');
            at += 1;
        } else {
            last = range.start + words.len();
            words.push(sign);
            at = next(&scratch.text, at);
        }
    }
    let start = range.start;
    scratch.replace(range, &words);
    scratch.at = if selected.is_some() { start } else { last };
    Done::Changed
}

fn put(
    (before, many): (bool, usize),
    name: Option<char>,
    (selected, whole_lines): (Option<Range<usize>>, bool),
    scratch: &mut Scratch,
    registers: &mut Registers,
) -> Done {
    let Some(register) = registers.get(name).cloned() else {
        scratch.told = Some("There is nothing in this register.".to_owned());
        return Done::Nothing;
    };
    let Some(range) = selected else {
        scratch.put(&register, before, many);
        return Done::Changed;
    };
    let range = match whole_lines {
        true => line_start(&scratch.text, range.start)..line_end(&scratch.text, range.end),
        false => range,
    };
    let taken = scratch
        .text
        .get(range.clone())
        .unwrap_or_default()
        .to_owned();
    let many = scratch.times(register.text.len() + 1, many);
    let all = match scratch.lines {
        true if register.lines => vec![register.text.as_str(); many].join("\n"),
        true => register.text.repeat(many),
        false => register.text.replace('\n', " ").repeat(many),
    };
    let apart = register.lines && !whole_lines && scratch.lines;
    let words = if apart { format!("\n{all}\n") } else { all };
    let start = range.start;
    scratch.replace(range, &words);
    scratch.at = match (register.lines && scratch.lines, whole_lines) {
        (true, false) => first_sign(&scratch.text, start + 1),
        (_, true) => first_sign(&scratch.text, start),
        (false, false) if words.contains('\n') => start,
        (false, false) => on_last(&scratch.text, &(start..start + words.len())),
    };
    scratch.at = on_character(&scratch.text, scratch.at);
    if !before {
        scratch.cut = Some(taken.clone());
        registers.keep(
            None,
            Register {
                text: taken,
                lines: whole_lines,
            },
            false,
        );
    }
    Done::Changed
}
