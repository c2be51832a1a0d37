//! What a line editor does besides: cut text put back, a selection that goes on with the cursor, words rewritten.

use super::{Effects, general, typing};
use crate::app::command::Command;
use crate::app::state::State;
use crate::text::{Rewrite, rewritten};

/// Puts in what was cut or copied last.
pub(super) fn yank(state: &mut State) {
    let cut = state.cut_or_copied();
    let before = state.field_text().map_or(0, str::len);
    typing::unselect(state);
    typing::put_in(state, &cut);
    let after = state.field_text().map_or(0, str::len);
    if after > before {
        state.cuts.was_put_back(after - before);
        if state.overlays.is_empty() {
            state.was_put_back(&cut);
        }
    }
}

/// Puts in the place of what was put back last what was cut or copied before it.
pub(super) fn yank_older(state: &mut State) {
    let at = state.field_cursor().unwrap_or_default();
    match state.cuts.older() {
        Some((bytes, older)) => {
            let from = at.saturating_sub(bytes);
            typing::replace(state, from..at, &older);
        }
        None => {
            let key = state.key(state.scope(), Command::Yank);
            state.inform(format!(
                "Nothing was put back by the last key; {key} puts back what was cut last."
            ));
        }
    }
}

/// Makes again what was taken back; where nothing was, puts in what was cut or copied last.
pub(super) fn redo_or_yank(state: &mut State) -> Effects {
    let redo = state.editor.as_ref().is_some_and(|it| it.has_step(false));
    match redo || state.cut_or_copied().is_empty() {
        true => general::undo_redo(state, false),
        false => {
            yank(state);
            Vec::new()
        }
    }
}

/// The same in a box.
pub(super) fn redo_or_yank_in_box(state: &mut State) {
    match typing::redo_in_box(state) {
        true => {}
        false if state.cut_or_copied().is_empty() => general::nothing_to_undo(state, false),
        false => yank(state),
    }
}

/// Selects from the cursor on, wherever it goes.
pub(super) fn set_mark(state: &mut State) {
    state.with_cursor(|cursor, _| cursor.hold());
    state.inform("The mark is set: what lies between it and the cursor is selected.");
}

/// Selects nothing any more.
pub(super) fn drop_mark(state: &mut State) {
    typing::unselect(state);
    state.inform("Nothing is selected.");
}

/// Rewrites what stands at the cursor.
pub(super) fn rewrite(state: &mut State, how: Rewrite) {
    let at = state.field_cursor().unwrap_or_default();
    let text = state.field_text().unwrap_or_default();
    match rewritten(text, at, how) {
        Some((range, words)) => {
            let end = range.start + words.len();
            typing::replace(state, range, &words);
            // Where it is as it was, the cursor goes behind it all the same.
            state.with_cursor(|cursor, text| cursor.set(text, end));
        }
        None => state.inform("There is nothing here that this key could rewrite."),
    }
}
