//! Commands of normal and visual mode, done.

use super::Vim;
use super::change::{Span, VimChange, perform};
use super::grammar::{OperatedOn, VimCommand, VimMotion, VimVerb};
use super::ground::Ground;
use super::motion::goal;
use super::operate::Done;
use super::outcome::{VimMode, VimOutcome, VimView};
use super::place::on_last;
use super::scratch::Scratch;

impl Vim {
    pub(super) fn run(&mut self, command: VimCommand, view: VimView<'_>) -> VimOutcome {
        let mut scratch = scratch_of(view);
        let keeps_column = matches!(
            command.verb,
            VimVerb::Go(
                VimMotion::Down | VimMotion::Up | VimMotion::Rows { .. } | VimMotion::LineEnd
            )
        );
        if !keeps_column {
            self.memory.column = None;
        }
        let mut outcome = match command.verb {
            VimVerb::Undo | VimVerb::Redo => {
                let many = i32::try_from(command.count.unwrap_or(1)).unwrap_or(1);
                let undo = if command.verb == VimVerb::Undo {
                    many
                } else {
                    -many
                };
                VimOutcome {
                    undo,
                    ..outcome_of(scratch)
                }
            }
            VimVerb::Repeat => self.repeat(command.count, scratch, view),
            VimVerb::Go(ref motion) => {
                self.go(motion, command.count, &mut scratch, view);
                outcome_of(scratch)
            }
            VimVerb::Visual { .. } | VimVerb::OtherEnd | VimVerb::SelectObject { .. } => {
                self.select(&command, &mut scratch);
                outcome_of(scratch)
            }
            _ => self.change(command, scratch, view),
        };
        outcome.at = self.place_in(&outcome, view);
        outcome
    }

    /// Returns the cursor of an outcome as it can be in this mode.
    fn place_in(&self, outcome: &VimOutcome, view: VimView<'_>) -> usize {
        let mut text = view.text.to_owned();
        let all = outcome.splices.iter();
        match all
            .into_iter()
            .try_for_each(|splice| splice.apply(&mut text))
        {
            Ok(()) => self.place(&text, outcome.at),
            Err(_) => outcome.at,
        }
    }

    fn go(
        &mut self,
        motion: &VimMotion,
        count: Option<usize>,
        scratch: &mut Scratch,
        view: VimView<'_>,
    ) {
        let ground = Ground {
            text: view.text,
            at: view.at,
            rows: view.rows,
            operates: false,
            changes: false,
            selects: matches!(self.mode, VimMode::Visual { .. }),
        };
        if let Some(goal) = goal(motion, count, &ground, &mut self.memory) {
            scratch.at = goal.at;
        } else if let VimMotion::Search { words, .. } = motion {
            scratch.told = Some(format!("“{words}” stands nowhere in this text."));
        }
        if *motion == VimMotion::LineEnd {
            self.memory.column = Some(None);
        }
    }

    /// Begins, ends or changes a selection.
    fn select(&mut self, command: &VimCommand, scratch: &mut Scratch) {
        let now = self.mode;
        match (&command.verb, now) {
            (VimVerb::Visual { lines }, VimMode::Visual { lines: now, .. }) if *lines == now => {
                self.mode = VimMode::Normal;
            }
            (VimVerb::Visual { lines }, VimMode::Visual { anchor, .. }) => {
                self.mode = VimMode::Visual {
                    anchor,
                    lines: *lines,
                };
            }
            (VimVerb::Visual { lines }, _) => {
                self.mode = VimMode::Visual {
                    anchor: scratch.at,
                    lines: *lines,
                };
            }
            (VimVerb::OtherEnd, VimMode::Visual { anchor, lines }) => {
                self.mode = VimMode::Visual {
                    anchor: scratch.at,
                    lines,
                };
                scratch.at = anchor;
            }
            (VimVerb::SelectObject { object, around }, VimMode::Visual { anchor, .. }) => {
                let many = command.count.unwrap_or(1);
                let Some(found) = object.at(&scratch.text, scratch.at, many, *around) else {
                    return;
                };
                let fresh = anchor == scratch.at;
                let end = on_last(&scratch.text, &found.range);
                self.mode = VimMode::Visual {
                    anchor: if fresh { found.range.start } else { anchor },
                    lines: found.lines,
                };
                scratch.at = end;
            }
            _ => {}
        }
    }

    /// Makes a change, and takes note of it to be made again.
    fn change(&mut self, command: VimCommand, scratch: Scratch, view: VimView<'_>) -> VimOutcome {
        let span = self.selection(view.text, view.at).map(|range| {
            let lines = matches!(self.mode, VimMode::Visual { lines: true, .. });
            let lines = lines
                || matches!(
                    command.verb,
                    VimVerb::Operate(_, OperatedOn::Selection { lines: true })
                );
            Span::of(view.text, range, lines)
        });
        let change = VimChange {
            command,
            typed: String::new(),
            span,
        };
        self.make(change, scratch, view, false)
    }

    fn repeat(&mut self, count: Option<usize>, scratch: Scratch, view: VimView<'_>) -> VimOutcome {
        let Some(mut change) = self.last.clone() else {
            return outcome_of(scratch);
        };
        change.command.count = count.or(change.command.count);
        self.make(change, scratch, view, true)
    }

    fn make(
        &mut self,
        change: VimChange,
        mut scratch: Scratch,
        view: VimView<'_>,
        again: bool,
    ) -> VimOutcome {
        let selected = self.selection(view.text, view.at);
        let ground = (view.rows, selected);
        let done = perform(
            &change,
            &mut scratch,
            ground,
            &mut self.registers,
            &mut self.memory,
        );
        let was_visual = matches!(self.mode, VimMode::Visual { .. });
        if was_visual {
            self.mode = VimMode::Normal;
        }
        match done {
            Done::Nothing => {}
            Done::Copied => {}
            Done::Changed => self.last = Some(change),
            Done::Inserts if again => {
                scratch.retype(&change.typed);
                change.type_again(&mut scratch);
                scratch.step_back();
                self.last = Some(change);
            }
            Done::Inserts => self.begin_insert(change),
        }
        outcome_of(scratch)
    }
}

pub(super) fn scratch_of(view: VimView<'_>) -> Scratch {
    Scratch::of(view.text, view.at, view.lines)
}

pub(super) fn outcome_of(scratch: Scratch) -> VimOutcome {
    VimOutcome {
        splices: scratch.splices,
        at: scratch.at,
        cut: scratch.cut,
        copied: scratch.copied,
        to_clipboard: scratch.to_clipboard,
        undo: 0,
        opens: scratch.opens,
        told: scratch.told,
    }
}
