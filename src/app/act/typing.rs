//! Typed text, and commands on it: in the draft, in a question, in a list that is narrowed.

use super::{Effects, change};
use crate::app::command::{Command, Scope};
use crate::app::editor::{DraftEditor, EditorRow};
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, QuestionKind};
use crate::app::state::State;
use crate::assessment::Shape;
use crate::text::{self, Erase, Motion, agreeing, counted};

/// Puts typed characters in.
pub(in crate::app) fn typed(state: &mut State, text: &str) {
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            picker.narrowing.narrow(text);
            picker.update_preview(state.editor.as_deref_mut());
        }
        Some(Overlay::Palette(palette)) => {
            palette.narrowing.narrow(text);
            palette.search();
        }
        Some(Overlay::Question(question)) => {
            question.insert(text);
            live_filter(state);
        }
        Some(
            Overlay::Page(_) | Overlay::Comparison(_) | Overlay::Mapping(_) | Overlay::Problems(_),
        ) => {}
        None => try_to(state, |editor| editor.insert(text)),
    }
}

/// Puts pasted text in where text is taken, cleaned of what nobody could see in it; tells how much that was. Where no
/// text is open, nothing is done by it: it is kept until it can be put in, behind what is kept already.
pub(in crate::app) fn pasted(state: &mut State, pasted: &str, continued: bool) {
    state.status = None;
    if state.scope().takes_text() {
        let clean = text::paste(pasted, false);
        match clean.left_out {
            0 => {}
            many => state.inform(format!(
                "{} {} left out.",
                counted(many, "hidden character"),
                agreeing(many, "was", "were")
            )),
        }
        return typed(state, &clean.text);
    }
    if !state.unplaced.is_empty() && !continued {
        state.unplaced.push('\n');
    }
    state.unplaced.push_str(pasted);
    let many = state.unplaced.chars().count();
    state.warn(format!(
        "No text is open: {many} pasted characters are kept.{}",
        way_in(state, Scope::Typing)
    ));
}

/// Puts in what was pasted, and says that its end is not known.
pub(in crate::app) fn pasted_without_end(state: &mut State, text: &str) {
    pasted(state, text, false);
    let what = state.status.take().map_or_else(
        || format!("{} characters were pasted.", text.chars().count()),
        |status| status.text,
    );
    state.warn(format!(
        "{what} The terminal did not say where the paste ends."
    ));
}

/// Says that something waits to be put in, where a text was opened just now.
pub(in crate::app) fn offer_unplaced(state: &mut State, before: Scope) {
    let scope = state.scope();
    if scope == before || state.unplaced.is_empty() || state.status.is_some() {
        return;
    }
    let way_in = way_in(state, scope);
    if !way_in.is_empty() && scope.takes_text() {
        let many = state.unplaced.chars().count();
        state.inform(format!("{many} pasted characters are kept.{way_in}"));
    }
}

/// Returns the key that puts in what is kept, in a sentence; empty where there is none.
fn way_in(state: &State, scope: Scope) -> String {
    let key = state.keymap.label(scope, Command::PasteBack);
    key.map_or_else(String::new, |key| {
        format!(" {key} puts them in where you type.")
    })
}

/// Shows the drafts that match while the filter is typed.
pub(super) fn live_filter(state: &mut State) {
    if let Some(Overlay::Question(question)) = state.overlays.last()
        && question.asked == QuestionKind::Filter
    {
        state.library.filter.clone_from(&question.text);
        state.library.at = 0;
    }
}

/// Does something to the draft, or warns why it cannot be done.
fn try_to(state: &mut State, with: impl FnOnce(&mut DraftEditor) -> Result<(), String>) {
    let done = state.editor.as_deref_mut().map_or(Ok(()), with);
    state.warn_on_err(done);
}

pub(super) fn go(state: &mut State, motion: Motion) {
    if let Some(Overlay::Question(question)) = state.overlays.last_mut() {
        match motion {
            Motion::Up => question.choose(false),
            Motion::Down => question.choose(true),
            _ => question.go(motion),
        }
        live_filter(state);
    } else if let Some(editor) = &mut state.editor {
        let offered = matches!(motion, Motion::Up | Motion::Down);
        if !(offered && editor.choose_offer(matches!(motion, Motion::Down))) {
            editor.move_cursor(motion, false, state.size);
        }
    }
}

pub(super) fn select(state: &mut State, motion: Motion) {
    if let Some(editor) = &mut state.editor {
        editor.move_cursor(motion, true, state.size);
    }
}

pub(super) fn erase(state: &mut State, what: Erase) {
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            picker.narrowing.erase(what);
            picker.update_preview(state.editor.as_deref_mut());
        }
        Some(Overlay::Palette(palette)) => {
            palette.narrowing.erase(what);
            palette.search();
        }
        Some(Overlay::Question(question)) => {
            question.erase(what);
            live_filter(state);
        }
        _ => {
            let size = state.size;
            try_to(state, |editor| editor.erase(what, size));
        }
    }
}

/// Takes the name that is offered, and returns true where there was one, or `None` where it cannot be taken.
fn take_offer(state: &mut State, first: bool) -> Option<bool> {
    let taken = state.editor.as_mut()?.take_offer(first);
    state.warn_on_err(taken)
}

pub(super) fn done(state: &mut State) -> Effects {
    match (take_offer(state, false), &mut state.editor) {
        (Some(false), Some(editor)) => {
            editor.stop_typing();
            state.save()
        }
        _ => Vec::new(),
    }
}

/// Goes on to a new item after the one that is typed in; splits it where the cursor stands inside it. A
/// field has nothing after it, and is done.
pub(super) fn next(state: &mut State) -> Effects {
    let (Some(false), Some(editor)) = (take_offer(state, false), &mut state.editor) else {
        return Vec::new();
    };
    let goes_on = editor.is_typing_in_item();
    if goes_on && editor.is_inside_text() {
        let done = editor.split();
        state.warn_on_err(done);
        return state.save();
    }
    editor.stop_typing();
    let effects = state.save();
    if goes_on {
        change::add(state);
    }
    effects
}

pub(super) fn next_field(state: &mut State) -> Effects {
    let (Some(false), Some(editor)) = (take_offer(state, true), &mut state.editor) else {
        return Vec::new();
    };
    editor.stop_typing();
    editor.step(1);
    let typed = matches!(editor.current(), Some(EditorRow::Field(place, _))
        if place.is_text() && !matches!(place.shape(), Shape::Named | Shape::Id));
    if typed {
        let done = editor.type_here();
        state.warn_on_err(done);
    }
    state.save()
}

pub(super) fn split(state: &mut State) {
    try_to(state, DraftEditor::split)
}

pub(super) fn copy(state: &mut State) -> Option<Effect> {
    let editor = state.editor.as_mut()?;
    let selected = editor.selected()?.to_owned();
    editor.clipboard.clone_from(&selected);
    Some(Effect::Copy(selected))
}

pub(super) fn cut(state: &mut State) -> Option<Effect> {
    let copied = copy(state);
    if copied.is_some() {
        erase(state, Erase::Back);
    }
    copied
}

/// Puts in what was pasted where no text was open, else what was cut or copied. What is put into a question is kept
/// until it is in a draft: questions are given up.
pub(super) fn paste_back(state: &mut State) {
    let of_editor = |state: &State| Some(state.editor.as_ref()?.clipboard.clone());
    let waits = !state.unplaced.is_empty();
    let text = match waits {
        true => text::paste(&state.unplaced, false).text,
        false => of_editor(state).unwrap_or_default(),
    };
    typed(state, &text);
    let refused = state.status.as_ref().is_some_and(|status| status.bad);
    if let (true, false, Some(editor)) = (waits, refused, &mut state.editor)
        && state.overlays.is_empty()
    {
        state.unplaced.clear();
        editor.clipboard = text;
    }
}
