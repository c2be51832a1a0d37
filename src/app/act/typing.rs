//! Typed text, and commands on it: in the draft, in a question, in a list that is narrowed.

use std::cell::Cell;
use std::ops::Range;

use super::{Effects, change, general};
use crate::app::command::Command;
use crate::app::editor::DraftEditor;
use crate::app::effect::Effect;
use crate::app::field::{Stroke, TextField};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{has_word, is_prose};
use crate::text::{Erase, Motion, erased_at};

/// Does something to the text in the box on top; true where it changes it. `None` where no box is open.
fn in_box(state: &mut State, with: impl FnOnce(&mut TextField) -> bool) -> Option<bool> {
    let field = state.overlays.last_mut()?.field_mut();
    let changed = field.is_some_and(with);
    if changed {
        state.follow_field();
    }
    Some(changed)
}

/// Puts characters in. Those whose place they take in a box are among the earlier words; in the draft undo has them.
pub(in crate::app) fn put_in(state: &mut State, text: &str) {
    if let Some(replaced) = replaced(state) {
        state.keep_earlier(&replaced);
    }
    let stroke = state.stroke_of(text);
    if in_box(state, |field| field.insert(text, stroke)).is_none() {
        try_to(state, |editor| editor.insert(text, stroke));
    } else if state.overlays.last().is_some_and(|it| it.field().is_none())
        && let Some(no_letters) = no_letters(state)
    {
        state.inform(no_letters);
    }
}

/// Returns the words of a box whose place is taken by what is typed: all that were kept in it, or what is selected. Of the
/// words of a list only what is more than is quickly typed again.
fn replaced(state: &State) -> Option<String> {
    let overlay = state.overlays.last()?;
    let field = overlay.box_name().and(overlay.field())?;
    let kept = field.gives_way() && !field.is_search();
    let counts = |words: &&str| match field.is_search() {
        true => is_prose(words),
        false => kept || has_word(words),
    };
    let replaced = field.selected().filter(counts);
    replaced.map(str::to_owned)
}

/// Says that letters do nothing where that is so: in a list, on a page that looks like a box.
pub(super) fn no_letters(state: &State) -> Option<String> {
    if let Some(reading) = state.for_reading() {
        return Some(reading);
    }
    let is_list = state.scope() == Scope::Choosing;
    let key = is_list.then(|| state.key(Scope::Choosing, Command::Choose))?;
    Some(format!(
        "Letters do nothing here: the arrows choose, and {key} takes."
    ))
}

/// Does something to the draft, or warns why it cannot be done.
fn try_to(state: &mut State, with: impl FnOnce(&mut DraftEditor) -> Result<(), String>) {
    let done = state.editor.as_deref_mut().map_or(Ok(()), with);
    state.warn_on_err(done);
}

/// The rows of a page in a text: as many as Ctrl-F goes down where keys have modes.
pub(super) const TEXT_PAGE: usize = 16;

pub(super) fn go(state: &mut State, motion: Motion) {
    let down = matches!(motion, Motion::Down);
    let among_offers = down || matches!(motion, Motion::Up);
    let moved = in_box(state, |field| {
        match among_offers {
            true => {
                field.offers.step(down);
            }
            false => field.go(motion, false),
        }
        false
    });
    if moved.is_none()
        && let Some(editor) = &mut state.editor
        && !(among_offers && editor.choose_offer(down))
    {
        editor.move_cursor(motion, false, state.size);
    }
}

pub(super) fn select(state: &mut State, motion: Motion) {
    let selected = in_box(state, |field| {
        field.go(motion, true);
        false
    });
    if selected.is_none()
        && let Some(editor) = &mut state.editor
    {
        editor.move_cursor(motion, true, state.size);
    }
}

pub(super) fn select_all(state: &mut State) {
    state.with_cursor(|cursor, text| cursor.select_all(text));
}

/// Erases at the cursor. What goes in one piece is cut: it is kept as what was cut last, and one key after the other
/// cuts on.
pub(super) fn erase(state: &mut State, what: Erase) {
    let selected = selected(state).map(str::to_owned);
    let piece = selected.is_some() || !matches!(what, Erase::Back | Erase::Forward);
    state.cut_goes_on &= piece;
    let before = piece
        .then(|| state.typed_text().map(str::to_owned))
        .flatten();
    let stroke = state.stroke_of("");
    if in_box(state, |field| field.erase(what, stroke)).is_none() {
        try_to(state, |editor| editor.erase(what, stroke));
    }
    if let Some(erased) = before.and_then(|before| erased_from(state, &before)) {
        let goes_on = state.cut_goes_on && selected.is_none();
        let cut = match what {
            _ if !goes_on => erased,
            Erase::Forward | Erase::WordForward | Erase::ToWordEnd | Erase::ToLineEnd => {
                state.clipboard.clone() + &erased
            }
            _ => erased + &state.clipboard,
        };
        state.cuts.remember(&cut, goes_on);
        keep_cut(state, cut);
        state.cut_goes_on = true;
    }
}

/// Returns what is gone from the text as it was before.
fn erased_from(state: &mut State, before: &str) -> Option<String> {
    let cursor = Cell::new(0);
    state.with_cursor(|it, _| cursor.set(it.at()));
    let range = erased_at(before, state.field_text()?, cursor.get())?;
    before.get(range).map(str::to_owned)
}

/// Puts words in the place of a stretch of the text; the cursor stands behind them.
pub(super) fn replace(state: &mut State, range: Range<usize>, words: &str) {
    replace_as(state, range, words, Stroke::Other);
}

/// Does the same as a part of one change.
pub(super) fn replace_part(state: &mut State, range: Range<usize>, words: &str) {
    replace_as(state, range, words, Stroke::Part);
}

fn replace_as(state: &mut State, range: Range<usize>, words: &str, stroke: Stroke) {
    if in_box(state, |field| field.splice(range.clone(), words, stroke)).is_none() {
        try_to(state, |editor| editor.replace(range, words, stroke));
    }
}

/// Lets what is done now be a step of its own.
pub(super) fn end_step(state: &mut State) {
    let in_box = in_box(state, |field| {
        field.end_step();
        false
    });
    if in_box.is_none()
        && let Some(editor) = &mut state.editor
    {
        editor.end_step();
    }
}

/// Selects nothing any more.
pub(super) fn unselect(state: &mut State) {
    state.with_cursor(|cursor, _| cursor.clear_selection());
}

/// Keeps what was cut, to be put back in.
pub(super) fn keep_cut(state: &mut State, text: String) {
    state.clipboard = text;
    state.cut_first = true;
    state.keep_cut();
}

/// Takes back what was done last to the text in a box. What goes by that is among the earlier words: the box may be closed
/// before it is made again.
pub(super) fn undo(state: &mut State) {
    let before = state.typed_text().unwrap_or_default().to_owned();
    if in_box(state, |field| field.undo_redo(true)) == Some(false) {
        return general::nothing_to_undo(state, true);
    }
    // All that stood there, for a step may be one word of many; each step behind the first has it less.
    let now = state.field_text().unwrap_or_default();
    let last = state.earlier().pop();
    let known = now.contains(&before) || last.is_some_and(|it| it.words.contains(&before));
    if has_word(&before) && !known {
        state.keep_earlier(&before);
    }
}

/// Makes again what was taken back last in a box; false where nothing was.
pub(super) fn redo_in_box(state: &mut State) -> bool {
    in_box(state, |field| field.undo_redo(false)) == Some(true)
}

/// Takes the name that is chosen, and returns true where the text goes on behind it, or `None` where it cannot be taken.
fn take_offer(state: &mut State) -> Option<bool> {
    let taken = state.editor.as_mut()?.take_offer();
    state.warn_on_err(taken)
}

/// Stops typing. Where a name that is offered is chosen, only lets go of that: no text is changed by leaving it.
pub(super) fn done(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    if editor.leave_offers() {
        return None;
    }
    let refused = editor.refused_day();
    editor.stop_typing();
    editor.leave_form();
    warn_of_day(state, refused);
    Some(state.save())
}

/// Says of a field for a day, which is left, what is wrong with its words: they stay and are marked, and hold nobody, for
/// whatever is typed on would come behind them.
fn warn_of_day(state: &mut State, refused: Option<String>) {
    if let Some(why) = refused {
        state.warn(why);
    }
}

/// Goes on to a new item after the one that is typed in; splits it where the cursor stands inside it. From a field of a form
/// it goes on to the next field, from the last one nowhere: that is done.
pub(super) fn next(state: &mut State) -> Option<Effects> {
    let (Some(false), Some(editor)) = (take_offer(state), &mut state.editor) else {
        return None;
    };
    let refused = editor.refused_day();
    let goes_on = editor.is_typing_in_item();
    if goes_on && editor.is_inside_text() {
        split(state);
        return Some(state.save());
    }
    let untaken = editor.offers_untaken();
    let effects = match editor.is_before_field() {
        true => next_field(state, true)?,
        false => {
            editor.stop_typing();
            let effects = state.save();
            if goes_on {
                change::add(state);
            }
            effects
        }
    };
    if untaken {
        let key = state.key(Scope::Typing, Command::CursorDown);
        state.inform(format!(
            "Nothing was chosen: {key} goes into the names while they are offered."
        ));
    }
    warn_of_day(state, refused);
    Some(effects)
}

/// Goes on to the next field, or to the one before.
pub(super) fn next_field(state: &mut State, forwards: bool) -> Option<Effects> {
    let (Some(false), Some(editor)) = (take_offer(state), &mut state.editor) else {
        return None;
    };
    let refused = editor.refused_day();
    let done = editor.go_to_field(forwards);
    state.warn_on_err(done);
    warn_of_day(state, refused);
    Some(state.save())
}

/// Splits the finding that is typed in, and says so: who meant to be done with it sees that it is two.
pub(super) fn split(state: &mut State) {
    let done = state.editor.as_deref_mut().map(DraftEditor::split);
    if done.is_some_and(|done| state.warn_on_err(done).is_some()) {
        let undo = state.key(Scope::Typing, Command::Undo);
        state.inform(format!(
            "Split in two at the cursor; {undo} makes it one again."
        ));
    }
}

/// Returns the text that is selected. Who can type in a box sees what is in it, but for a secret.
fn selected(state: &State) -> Option<&str> {
    match state.overlays.last() {
        Some(overlay) => overlay.box_name().and(overlay.field())?.selected(),
        None => state.editor.as_ref()?.selected(),
    }
}

fn copy(state: &mut State) -> Option<Effect> {
    state.clipboard = selected(state)?.to_owned();
    let copied = state.clipboard.clone();
    state.cuts.remember(&copied, false);
    state.cut_first = true;
    Some(Effect::Copy(state.clipboard.clone()))
}

/// Copies what is selected; what a mark has selected is let go of then.
pub(super) fn copy_selected(state: &mut State) -> Option<Effect> {
    let copied = copy(state);
    state.with_cursor(|cursor, _| {
        if cursor.is_held() {
            cursor.clear_selection();
        }
    });
    copied
}

pub(super) fn cut(state: &mut State) -> Option<Effect> {
    let copied = copy(state);
    if copied.is_some() {
        erase(state, Erase::Back);
        state.cut_goes_on = false;
        state.keep_cut();
    }
    copied
}
