//! A text as it is changed, with the splices that change it.

use std::ops::Range;

use super::place::{first_sign, line_end, line_start, on_character};
use super::register::Register;
use crate::text::Splice;
use crate::text::grapheme::{next, prev, prev_word};

/// The most bytes that a command puts in by its count: no text here is as long, and nobody waits for them.
const MOST: usize = 100_000;
/// The most characters that it types one by one, where some of them erase others.
const MOST_TYPED: usize = 2_000;

/// A text, the cursor in it, and what was done to it.
#[derive(Clone, Debug)]
pub(super) struct Scratch {
    pub(super) text: String,
    pub(super) at: usize,
    pub(super) splices: Vec<Splice>,
    /// True where it may have several lines.
    pub(super) lines: bool,
    /// The words that were cut.
    pub(super) cut: Option<String>,
    /// The words that were copied.
    pub(super) copied: Option<String>,
    /// True where either is for the clipboard.
    pub(super) to_clipboard: bool,
    /// True where a line is to be opened in a text that has one alone.
    pub(super) opens: bool,
    /// The words to be said about it.
    pub(super) told: Option<String>,
}

impl Scratch {
    /// Returns a text as a key meets it.
    pub(super) fn of(text: &str, at: usize, lines: bool) -> Self {
        Self {
            text: text.to_owned(),
            at,
            splices: Vec::new(),
            lines,
            cut: None,
            copied: None,
            to_clipboard: false,
            opens: false,
            told: None,
        }
    }

    /// Goes a character back on the line, where there is one.
    pub(super) fn step_back(&mut self) {
        if self.at > line_start(&self.text, self.at) {
            self.at = prev(&self.text, self.at);
        }
    }

    /// Puts words in the place of a stretch. The cursor stays where it is.
    pub(super) fn replace(&mut self, range: Range<usize>, words: &str) {
        let Some(removed) = self.text.get(range.clone()) else {
            return;
        };
        let splice = Splice {
            at: range.start,
            removed: removed.to_owned(),
            inserted: words.to_owned(),
        };
        if splice.removed != splice.inserted && splice.apply(&mut self.text).is_ok() {
            self.splices.push(splice);
        }
    }

    /// Returns how often so many bytes are put in by a count; says so where that is not as often.
    pub(super) fn times(&mut self, bytes: usize, count: usize) -> usize {
        self.at_most(bytes, count, MOST)
    }

    fn at_most(&mut self, bytes: usize, count: usize, most: usize) -> usize {
        let times = count.min((most / bytes.max(1)).max(1));
        if times < count {
            self.told = Some(format!(
                "It is put in {times} times and not {count}: no text is as long."
            ));
        }
        times
    }

    /// Types what was recorded so many times, each behind what is given.
    pub(super) fn retype_often(&mut self, before: &str, typed: &str, count: usize) {
        if !typed.contains(char::is_control) {
            let piece = format!("{before}{typed}");
            let times = self.times(piece.len(), count);
            return self.type_in(&piece.repeat(times));
        }
        let times = self.at_most(typed.len(), count, MOST_TYPED);
        for _ in 0..times {
            self.type_in(before);
            self.retype(typed);
        }
    }

    /// Types what was recorded, with what was erased.
    pub(super) fn retype(&mut self, typed: &str) {
        for sign in typed.chars() {
            match sign {
                super::grammar::control::ERASE => {
                    let from = prev(&self.text, self.at);
                    self.replace(from..self.at, "");
                    self.at = from;
                }
                super::grammar::control::ERASE_WORD => {
                    let from = prev_word(&self.text, self.at);
                    self.replace(from..self.at, "");
                    self.at = from;
                }
                super::grammar::control::ERASE_LINE => {
                    let from = line_start(&self.text, self.at);
                    self.replace(from..self.at, "");
                    self.at = from;
                }
                sign => self.type_in(sign.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// Puts words in at the cursor, which goes behind them.
    pub(super) fn type_in(&mut self, words: &str) {
        self.replace(self.at..self.at, words);
        self.at += words.len();
    }

    /// Puts in what a register holds, so many times, behind the cursor or before it.
    pub(super) fn put(&mut self, register: &Register, before: bool, many: usize) {
        let (start, end) = (
            line_start(&self.text, self.at),
            line_end(&self.text, self.at),
        );
        if register.lines && self.lines {
            let many = self.times(register.text.len() + 1, many);
            let all = vec![register.text.as_str(); many].join("\n");
            match before {
                true => {
                    self.replace(start..start, &format!("{all}\n"));
                    self.at = first_sign(&self.text, start);
                }
                false => {
                    self.replace(end..end, &format!("\n{all}"));
                    self.at = first_sign(&self.text, end + 1);
                }
            }
            return;
        }
        let words = match self.lines {
            true => register.text.clone(),
            // A text of one line stays one.
            false => register.text.replace('\n', " "),
        };
        let many = self.times(words.len(), many);
        let words = words.repeat(many);
        let at = match before || self.at >= end {
            true => self.at,
            false => next(&self.text, self.at),
        };
        self.replace(at..at, &words);
        self.at = match words.contains('\n') {
            true => at,
            false => prev(&self.text, at + words.len()).max(at.min(self.at)),
        };
        self.at = on_character(&self.text, self.at);
    }

    /// Joins so many lines from this one on.
    pub(super) fn join(&mut self, many: usize, blank: bool) -> bool {
        let mut joined = false;
        for _ in 1..many.max(2) {
            let end = line_end(&self.text, self.at);
            if end >= self.text.len() {
                break;
            }
            let behind = self.text.get(end + 1..).unwrap_or_default();
            let indent = match blank {
                true => behind.len() - behind.trim_start_matches([' ', '\t']).len(),
                false => 0,
            };
            let first = behind.get(indent..).and_then(|it| it.chars().next());
            let line = self
                .text
                .get(line_start(&self.text, end)..end)
                .unwrap_or_default();
            let gap = blank
                && !line.is_empty()
                && !line.ends_with([' ', '\t'])
                && !matches!(first, None | Some('\n' | ')'));
            self.replace(end..end + 1 + indent, if gap { " " } else { "" });
            self.at = end;
            joined = true;
        }
        self.at = on_character(&self.text, self.at);
        joined
    }
}
