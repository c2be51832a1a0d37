//! The modes and keys of vi in a text: normal, insert and visual mode, operators over motions and objects, counts,
//! registers, the last change again.
//!
//! [`Vim`] is told a key and the text as it stands, and says what becomes of both: splices, a place for the cursor, what
//! was cut or copied. It changes nothing itself and knows nothing of commands, files and screens; who calls it makes the
//! splices as every other edit is made, so that undo gives back whatever an operator took.
//!
//! A key is a character as a terminal sends it. Of insert mode only Esc and Ctrl-R are its own: all else is typed by whoever
//! calls, and only taken note of, for the last change to be made again.
//!
//! - `place`: lines, characters, columns;
//! - `word`, `sentence`: what motions and objects go by;
//! - `object`, `motion` with `seek` and `ground`: where they reach;
//! - `grammar`: THE table of keys; `read`: how they are read;
//! - `register`, `scratch`: what words are put in and taken from;
//! - `change` with `operate`: what commands do to a text; `run`: commands, done.
//!
//! # Where this is not vi
//!
//! - j and k go over rows as they are wrapped; with an operator, and in visual mode, over lines.
//! - Looking for words knows no patterns, capitals and accents, as everywhere here.
//! - A text of one line stays one: o begins a new finding, and what is put in is put in as characters.
//! - Quotes are counted from the start of the line, and may be those of print.
//! - `{` in a text of one line goes to its start. An object that is not there, and the joining of more lines than there
//!   are, leave the cursor where it is. From a register that holds nothing a selection is not replaced.
//! - Keys with Ctrl are those of the program, but for Ctrl-R, Ctrl-C, and those that go some rows up or down.
//! - There are no marks, macros, blocks, folds, numbered registers, and no command line.
//!
//! Each of these that a key by itself can show stands with its reason in `tests/data/vim.tsv`.

mod change;
mod grammar;
mod ground;
mod motion;
mod object;
mod operate;
mod outcome;
mod place;
mod read;
mod register;
mod run;
mod scratch;
mod seek;
mod sentence;
mod word;

use std::ops::Range;

use self::change::VimChange;
use self::grammar::control;
use self::ground::MotionMemory;
use self::place::{line_end, line_start, on_character, step_on};
use self::read::{Read, read};
use self::register::Registers;
use self::run::{outcome_of, scratch_of};
pub use grammar::{VIM_KEYS, VimKeys};
pub use outcome::{VimMode, VimOutcome, VimReply, VimView};
pub use read::is_held;

/// The state of the keys: it is that of all texts, but for the mode, which is of the one that is typed in.
#[derive(Clone, Debug, Default)]
pub struct Vim {
    mode: VimMode,
    pending: String,
    registers: Registers,
    memory: MotionMemory,
    last: Option<VimChange>,
    inserting: Option<VimChange>,
}

impl Vim {
    /// Takes note that another text is typed in: in insert mode, or in normal mode.
    pub fn open(&mut self, inserts: bool) {
        self.pending.clear();
        self.memory.column = None;
        self.inserting = None;
        self.mode = VimMode::Normal;
        if inserts {
            self.begin_insert(VimChange::insert());
        }
    }

    /// Returns the mode.
    pub fn mode(&self) -> VimMode {
        self.mode
    }

    /// Returns true where characters are text.
    pub fn inserts(&self) -> bool {
        self.mode == VimMode::Insert
    }

    /// Returns the keys that wait for others.
    pub fn pending(&self) -> &str {
        &self.pending
    }

    /// Returns true where those are words that are looked for.
    pub fn seeks(&self) -> bool {
        self.pending.contains(['/', '?'])
    }

    /// Takes note of what was cut or copied last by other ways.
    pub fn sync(&mut self, words: &str) {
        self.registers.sync(words);
    }

    /// Takes note that the cursor went elsewhere by a key of another sort, so that what is typed from there on is what is
    /// typed again.
    pub fn moved(&mut self) {
        self.pending.clear();
        self.memory.column = None;
        if self.inserting.is_some() {
            self.inserting = Some(VimChange::insert());
        }
    }

    /// Takes note of words that were put in in insert mode by a paste.
    pub fn typed(&mut self, words: &str) {
        if let Some(change) = &mut self.inserting {
            change.typed.push_str(words);
        }
    }

    /// Returns what was cut or copied last; whole lines end with a newline.
    pub fn unnamed(&self) -> String {
        let last = self.registers.last();
        let end = if last.lines { "\n" } else { "" };
        format!("{}{end}", last.text)
    }

    /// Returns a place where the cursor can be in this mode.
    pub fn place(&self, text: &str, at: usize) -> usize {
        match self.mode {
            VimMode::Normal => on_character(text, at),
            VimMode::Insert | VimMode::Visual { .. } => at,
        }
    }

    /// Returns what is selected.
    pub fn selection(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let VimMode::Visual { anchor, lines } = self.mode else {
            return None;
        };
        let anchor = anchor.min(text.len());
        let (low, high) = (anchor.min(at), anchor.max(at));
        Some(match lines {
            true => line_start(text, low)..line_end(text, high),
            false => low..step_on(text, high).map_or(high, |step| step.at()),
        })
    }

    /// Takes a key.
    pub fn press(&mut self, key: char, view: VimView<'_>) -> VimReply {
        if self.inserts() {
            return self.press_inserting(key, view);
        }
        let visual = matches!(self.mode, VimMode::Visual { .. });
        if matches!(key, control::ESC | control::INTERRUPT) {
            return match (self.pending.is_empty(), visual) {
                (false, _) => {
                    self.pending.clear();
                    VimReply::Waits
                }
                (true, true) => {
                    self.mode = VimMode::Normal;
                    let at = on_character(view.text, view.at);
                    VimReply::Done(VimOutcome {
                        at,
                        ..VimOutcome::default()
                    })
                }
                (true, false) if key == control::INTERRUPT => VimReply::Waits,
                (true, false) => VimReply::Pass,
            };
        }
        if key == control::ERASE && self.seeks() {
            self.pending.pop();
            return VimReply::Waits;
        }
        self.pending.push(key);
        match read(&self.pending, visual) {
            Read::More => VimReply::Waits,
            Read::Unknown => {
                let alone = self.pending.chars().count() == 1;
                self.pending.clear();
                if alone {
                    VimReply::Pass
                } else {
                    VimReply::Waits
                }
            }
            Read::Command(command) => {
                self.pending.clear();
                let outcome = self.run(command, view);
                VimReply::Done(outcome)
            }
        }
    }

    fn press_inserting(&mut self, key: char, view: VimView<'_>) -> VimReply {
        if std::mem::take(&mut self.pending).starts_with(control::REDO) {
            let register = self.registers.get(Some(key));
            let words = register.map_or_else(String::new, |it| it.text.clone());
            let words = if view.lines {
                words
            } else {
                words.replace('\n', " ")
            };
            self.typed(&words);
            let mut scratch = scratch_of(view);
            scratch.type_in(&words);
            return VimReply::Done(outcome_of(scratch));
        }
        match key {
            control::ESC | control::INTERRUPT => VimReply::Done(self.end_insert(view)),
            control::REDO => {
                self.pending.push(key);
                VimReply::Waits
            }
            key if key >= ' '
                || matches!(
                    key,
                    control::ERASE | control::ERASE_WORD | control::ERASE_LINE
                ) =>
            {
                self.typed(key.encode_utf8(&mut [0; 4]));
                VimReply::Pass
            }
            _ => VimReply::Pass,
        }
    }

    fn begin_insert(&mut self, change: VimChange) {
        self.mode = VimMode::Insert;
        self.inserting = Some(VimChange {
            typed: String::new(),
            ..change
        });
    }

    /// Goes back to normal mode: what was typed is typed as often as the count says.
    fn end_insert(&mut self, view: VimView<'_>) -> VimOutcome {
        let mut scratch = scratch_of(view);
        if let Some(change) = self.inserting.take() {
            change.type_again(&mut scratch);
            self.last = Some(change);
        }
        self.mode = VimMode::Normal;
        scratch.step_back();
        outcome_of(scratch)
    }
}
