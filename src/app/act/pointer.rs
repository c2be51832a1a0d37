//! A click and the wheel do what the keys would that lead there.

use super::moving::{self, Stride};
use super::{Effects, act, typing};
use crate::app::pointer::{PointerDeed, PointerEvent, PointerTarget};
use crate::app::state::State;

/// Does what was pointed to. A click on what is lit already does what Enter does there.
pub(in crate::app) fn pointed(state: &mut State, event: PointerEvent) -> Effects {
    if state.exit.is_ending() {
        return Vec::new();
    }
    state.status = None;
    state.keys_rested();
    state.weave();
    match (event.deed, event.on) {
        (PointerDeed::Wheel { down }, on) => turn(state, down, on),
        (PointerDeed::Click, Some(target)) => click(state, target),
        (PointerDeed::Click, None) => Vec::new(),
    }
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
    if typed == Some(target) {
        return Vec::new();
    }
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
        PointerTarget::Sentence(at) => editor.sentence = at,
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
