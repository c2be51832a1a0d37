//! Commands that mean the same wherever they are given.

use super::Effects;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::help;
use crate::app::overlay::{Overlay, QuestionKind};
use crate::app::state::State;

pub(super) fn help(state: &mut State) {
    let help = help::help(state);
    state.overlays.push(Overlay::Palette(help));
}

pub(super) fn palette(state: &mut State) {
    let palette = help::palette(state);
    state.overlays.push(Overlay::Palette(palette));
}

/// Leaves the walk through the example, or takes it up again.
pub(super) fn walk(state: &mut State) {
    let key = state.key(state.scope(), Command::Walk);
    let said = match &mut state.walk {
        None => "This draft is not one to walk through; the library offers one, as its example."
            .to_owned(),
        Some(walk) => {
            walk.left = !walk.left;
            let id = state.editor.as_ref().map(|it| &it.assessment.head.id);
            state.walk_left = id.filter(|_| walk.left).cloned();
            match walk.left {
                true => format!("The walk is left; {key} takes it up again where it was."),
                false => return,
            }
        }
    };
    state.inform(said);
}

/// Goes back to where the last jump was made from, or forward again; that may be in another draft.
pub(super) fn follow_trail(state: &mut State, back: bool) -> Option<Effects> {
    let here = state.editor.as_ref().map(|editor| editor.spot());
    let spot = state.trail.step(here, back)?.found_in(&state.library);
    let path = spot.file.clone();
    match &mut state.editor {
        Some(editor) if editor.file.path == path => {
            editor.go_to_spot(&spot);
            return Some(state.save());
        }
        _ => state.trail.set_out(spot),
    }
    Some(match state.editor.is_some() {
        true => state.close_file(),
        false => vec![Effect::Open(path)],
    })
}

/// Saves, and stops the program for a while; no clock runs meanwhile.
pub(in crate::app) fn suspend(state: &mut State) -> Effects {
    state.stop_clock();
    let mut effects = state.save();
    effects.push(Effect::Suspend);
    effects
}

pub(super) fn redraw(_: &mut State) -> Effect {
    Effect::Redraw
}

pub(super) fn leave(state: &mut State) -> Effects {
    state.end()
}

/// Closes what is on top; where that is the library, leaves the program. What was typed in a box is kept.
pub(super) fn close(state: &mut State) -> Effects {
    match state.overlays.pop() {
        Some(Overlay::Aloud(reading)) if reading.closes_draft => state.close_file(),
        // The list of what a print leaves out was opened from the print.
        Some(Overlay::Page(page)) if page.is_left_out() => {
            state.overlays.push(Overlay::Page(page));
            super::printing::left_out(state);
            Vec::new()
        }
        Some(overlay) => {
            if let Overlay::Question(question) = &overlay
                && question.asked == QuestionKind::Filter
            {
                state.library.set_filter("");
            }
            if let Overlay::Picker(picker) = &overlay
                && let Some(told) = picker.given_up()
            {
                state.inform(told);
            }
            let sealed = match overlay {
                Overlay::Question(question) => match question.asked {
                    QuestionKind::Passphrase(path) => Some(path),
                    _ => None,
                },
                _ => None,
            };
            // What was asked for is not wanted any more.
            state.awaited = None;
            state.target = None;
            let left = sealed.map(|path| state.left_arriving_told(Some(&path)));
            for left in left.unwrap_or_default() {
                state.warn(format!("{left}."));
            }
            Vec::new()
        }
        None if state.editor.is_some() || state.grid.is_some() => state.close_file(),
        None => state.end(),
    }
}

pub(super) fn undo_redo(state: &mut State, back: bool) -> Effects {
    let stop = state
        .editor
        .as_mut()
        .filter(|_| back)
        .and_then(|it| it.stop_at_start());
    if let Some(next) = stop {
        let key = state.key(state.scope(), Command::Undo);
        state.inform(format!(
            "Nothing more was done to this text. {key} again goes on elsewhere, with what was done before: {next}."
        ));
        return Vec::new();
    }
    let another = match (&mut state.editor, &mut state.grid) {
        _ if !back => None,
        (Some(editor), _) => editor.stop_at_another(),
        (None, grid) => grid.as_mut().and_then(|grid| grid.stop_at_another()),
    };
    if let Some(next) = another {
        let key = state.key(state.scope(), Command::Undo);
        state.inform(format!(
            "What comes next was not done here, but by another program: {next}. {key} again takes it back."
        ));
        return Vec::new();
    }
    let done = match (&mut state.editor, &mut state.grid) {
        (Some(_), _) => state.step_draft(back).map(|told| (told, Vec::new())),
        (None, Some(grid)) => grid.undo_redo(back),
        (None, None) => None,
    };
    let Some((told, effects)) = done else {
        nothing_to_undo(state, back);
        return Vec::new();
    };
    let lead = if back { "Undone" } else { "Made again" };
    state.inform(format!("{lead}: {told}."));
    effects
}

/// Goes on behind a field that was taken away, with the step before or after the one that took it.
pub(super) fn step_behind(state: &mut State, back: bool) -> Effects {
    let mut effects = close(state);
    if state.overlays.is_empty() {
        effects.extend(undo_redo(state, back));
    }
    effects
}

pub(super) fn nothing_to_undo(state: &mut State, back: bool) {
    state.inform(State::no_step(back));
}
