//! What commands do while a text is typed in.

use super::change::change;
use super::editor::{save_now, undo_redo};
use super::{Effects, erasing, motion};
use crate::app::command::Command;
use crate::app::editor::EditorRow;
use crate::app::message::Effect;
use crate::app::state::State;
use crate::assessment::Shape;
use crate::text::{Erase, Motion};

pub(super) fn typing(state: &mut State, command: Command) -> Effects {
    let size = state.size;
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    if let Some((motion, extend)) = motion(command) {
        let offered = !extend && matches!(motion, Motion::Up | Motion::Down);
        if !(offered && editor.choose_offer(matches!(motion, Motion::Down))) {
            editor.move_cursor(motion, extend, size);
        }
        return Vec::new();
    }
    if let Some(erase) = erasing(command) {
        let done = editor.erase(erase, size);
        state.warn_on_err(done);
        return Vec::new();
    }
    match command {
        Command::Done => match editor.take_offer(false) {
            Ok(true) => Vec::new(),
            Ok(false) => {
                editor.stop_typing();
                state.save()
            }
            Err(why) => {
                state.warn(why);
                Vec::new()
            }
        },
        Command::Next => next(state),
        Command::NextField => match editor.take_offer(true) {
            Ok(true) => Vec::new(),
            Ok(false) => {
                editor.stop_typing();
                editor.step(1);
                let typed = matches!(editor.current(), Some(EditorRow::Field(place, _)) if place.is_text() && !matches!(place.shape(), Shape::Named | Shape::Id));
                if typed {
                    let done = editor.type_here();
                    state.warn_on_err(done);
                }
                state.save()
            }
            Err(why) => {
                state.warn(why);
                Vec::new()
            }
        },
        Command::Split => {
            let done = editor.split();
            state.warn_on_err(done);
            Vec::new()
        }
        Command::SelectAll => {
            editor.select_all();
            Vec::new()
        }
        Command::Copy | Command::Cut => {
            let Some(selected) = editor.selected().map(str::to_owned) else {
                return Vec::new();
            };
            editor.clipboard.clone_from(&selected);
            if command == Command::Cut {
                let done = editor.erase(Erase::Back, size);
                state.warn_on_err(done);
            }
            vec![Effect::Copy(selected)]
        }
        Command::PasteBack => {
            let text = editor.clipboard.clone();
            let done = editor.insert(&text);
            state.warn_on_err(done);
            Vec::new()
        }
        Command::Undo | Command::Redo => undo_redo(state, command),
        Command::Save => save_now(state),
        _ => Vec::new(),
    }
}

/// Goes on to a new item after the one that is typed in; splits it where the cursor stands inside it. A
/// field has nothing after it, and is done.
fn next(state: &mut State) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let taken = editor.take_offer(false);
    let Some(false) = state.warn_on_err(taken) else {
        return Vec::new();
    };
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let goes_on = editor.is_typing_in_item();
    if goes_on && editor.is_inside_text() {
        let done = editor.split();
        state.warn_on_err(done);
        return state.save();
    }
    editor.stop_typing();
    let mut effects = state.save();
    if goes_on {
        effects.extend(change(state, Command::Add));
    }
    effects
}
