//! A click and the wheel do what the keys would that lead there.

use super::moving::{self, Stride};
use super::{Effects, act, typing};
use crate::app::pointer::{PointerDeed, PointerEvent, PointerTarget};
use crate::app::state::State;
use crate::text::{Row, at_column, sentence_around, word_around};

/// Does what was pointed to. A click on what is lit already does what Enter does there.
pub(in crate::app) fn pointed(state: &mut State, event: PointerEvent) -> Effects {
    if state.exit.is_ending() {
        return Vec::new();
    }
    state.keys_rested();
    state.weave();
    // A hand that moves while it clicks leaves what the click said.
    if !matches!(event.deed, PointerDeed::Drag) {
        state.status = None;
        state.pointed_from = None;
    }
    match (event.deed, event.on) {
        (PointerDeed::Wheel { down }, on) => turn(state, down, on),
        (PointerDeed::Click { times }, Some(target)) => {
            let effects = match words_typed(state, target) {
                true => Vec::new(),
                false => click(state, target),
            };
            // Where that opened a text, it is typed in where it was pointed to.
            if words_typed(state, target) {
                point_at(state, target, event.cell.0, times);
            }
            effects
        }
        (PointerDeed::Drag, Some(target)) if words_typed(state, target) => {
            drag(state, target, event.cell.0);
            Vec::new()
        }
        (PointerDeed::Drag, _) => {
            if state.pointed_from.is_none() && state.status.is_none() {
                state.inform("A drag selects in a text that is typed in; with Shift held down, most terminals select whatever is shown.");
            }
            Vec::new()
        }
        (PointerDeed::Click { .. }, None) => Vec::new(),
    }
}

/// Returns true for a row of the text that is typed in now.
fn words_typed(state: &State, target: PointerTarget) -> bool {
    let PointerTarget::Words { row, .. } = target else {
        return false;
    };
    let typed = state.editor.as_ref().filter(|it| it.typing.is_some());
    match (row, state.overlays.is_empty()) {
        (Some(row), true) => typed.is_some_and(|editor| editor.row == row),
        (None, false) => state.field_text().is_some(),
        _ => false,
    }
}

/// Returns the place in the text that is typed in at a column of one of its rows.
fn place_at(state: &State, target: PointerTarget, column: u16) -> Option<usize> {
    let PointerTarget::Words {
        start, end, left, ..
    } = target
    else {
        return None;
    };
    let text = state.field_text()?;
    // It was drawn before what came since.
    let range = start.min(text.len())..end.min(text.len());
    let row = Row { range, width: 0 };
    let column = usize::from(column.saturating_sub(left));
    Some(at_column(text, &row, column))
}

/// Puts the cursor where it was pointed to; a second click takes the word there, a third the sentence.
fn point_at(state: &mut State, target: PointerTarget, column: u16, times: u8) {
    let Some(at) = place_at(state, target, column) else {
        return;
    };
    typing::end_step(state);
    state.modes.vim.moved();
    let text = state.field_text().unwrap_or_default();
    let range = match times {
        2 => word_around(text, at),
        3 => sentence_around(text, at),
        _ => at..at,
    };
    if !range.is_empty() && may_select(state) {
        return state.with_cursor(|cursor, text| cursor.select(text, range.clone()));
    }
    state.pointed_from = Some(at);
    state.with_cursor(|cursor, text| cursor.set(text, at));
}

/// Selects from where the button was pressed up to here.
fn drag(state: &mut State, target: PointerTarget, column: u16) {
    let (Some(at), Some(from)) = (place_at(state, target, column), state.pointed_from) else {
        return;
    };
    if at != from && may_select(state) {
        state.with_cursor(|cursor, text| cursor.reach(text, from, at));
    }
}

/// Returns true where the mouse can select; says what selects where it cannot.
fn may_select(state: &mut State) -> bool {
    let modes = state.has_modes() && !state.modes.vim.inserts();
    if modes {
        state
            .inform("In normal mode v selects, and viw the word: the mouse puts the cursor there.");
    }
    !modes
}

/// Goes up or down in what is under the mouse. Where a text is typed in, it stays as it is.
fn turn(state: &mut State, down: bool, on: Option<PointerTarget>) -> Effects {
    if state.overlays.is_empty()
        && let Some(editor) = &mut state.editor
    {
        let Some(pane) = on.and_then(PointerTarget::pane) else {
            return Vec::new();
        };
        if editor.typing.is_some() {
            return Vec::new();
        }
        if editor.pane != pane {
            editor.go_to_pane(pane);
        }
    }
    moving::go(state, if down { Stride::Down } else { Stride::Up });
    state.save()
}

fn click(state: &mut State, target: PointerTarget) -> Effects {
    match target {
        PointerTarget::Key(command) => return act(state, command),
        PointerTarget::Listed(0) | PointerTarget::Card(0) => return enter(state),
        PointerTarget::Listed(by) => {
            let editor = state.editor.as_deref_mut();
            if let Some(overlay) = state.overlays.last_mut() {
                overlay.step(by, editor);
            }
            return Vec::new();
        }
        PointerTarget::Card(by) => {
            state.library.step(by);
            return Vec::new();
        }
        _ => {}
    }
    // What lies over a draft is answered first.
    if !state.overlays.is_empty() {
        return Vec::new();
    }
    let typed = state.editor.as_ref().and_then(|editor| {
        let row = editor.typing.is_some().then_some(editor.row)?;
        Some(PointerTarget::Row(row))
    });
    // Beside its words, in the row of the text that is typed in.
    if typed == Some(target) {
        return Vec::new();
    }
    let target = match target {
        PointerTarget::Words { row: Some(row), .. } => PointerTarget::Row(row),
        target => target,
    };
    let mut effects = match typed {
        // Whoever points elsewhere is done with a text.
        Some(_) => typing::done(state).unwrap_or_default(),
        None => Vec::new(),
    };
    let Some(editor) = &mut state.editor else {
        return effects;
    };
    let here = match target {
        PointerTarget::Row(row) => editor.row == row,
        PointerTarget::Sentence(at) => editor.sentence == at,
        PointerTarget::Page(page) => editor.pages().get(page) == Some(&editor.page),
        _ => false,
    };
    let lit = target.pane() == Some(editor.pane) && here;
    match target {
        _ if lit && typed.is_none() => {
            effects.extend(enter(state));
            return effects;
        }
        PointerTarget::Page(page) if !here => {
            if let Some(page) = editor.pages().get(page).copied() {
                editor.turn_page(page);
            }
        }
        PointerTarget::Row(row) => editor.row = row,
        PointerTarget::Sentence(at) => {
            editor.sentence = at;
            // What it stands on is shown beside it.
            editor.go_to_source();
            editor.sentence = at;
        }
        _ => {}
    }
    if let Some(pane) = target.pane() {
        editor.pane = pane;
    }
    effects.extend(state.save());
    effects
}

/// Does what Enter does here.
fn enter(state: &mut State) -> Effects {
    let enter = state.keymap.on_enter(state.scope());
    enter.map_or_else(Vec::new, |command| act(state, command))
}
