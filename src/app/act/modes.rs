//! Keys in a text that has modes: what the keys of vi do there, done as every other edit is.

use super::{Effects, general, typing};
use crate::app::command::{Command, TABLE};
use crate::app::editor::DraftEditor;
use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::state::State;
use crate::text::vim::{VimOutcome, VimReply, VimView, is_held};
use crate::text::{self, splice_between};

/// The outcome of a key in a text that has modes.
pub(in crate::app) enum ModeKey {
    /// It goes on as everywhere.
    Other,
    /// It does what this command does.
    Command(Command),
    /// It did this.
    Done(Effects),
}

/// Takes a key in a text that has modes.
pub(in crate::app) fn take_mode_key(state: &mut State, key: Key) -> ModeKey {
    if !state.has_modes() {
        return ModeKey::Other;
    }
    let Some(sign) = sign_of(state, key) else {
        return ModeKey::Other;
    };
    let inserts = state.modes.vim.inserts();
    if !inserts {
        let cut = state.cut_or_copied();
        state.modes.vim.sync(&cut);
    }
    match reply(state, sign) {
        VimReply::Pass if inserts => ModeKey::Other,
        VimReply::Pass => match key.typed() {
            None => other_key(state, key),
            Some(typed) => typed_key(state, key, typed),
        },
        VimReply::Waits => ModeKey::Done(Vec::new()),
        VimReply::Done(outcome) => ModeKey::Done(take(state, outcome, inserts)),
    }
}

/// Returns true for a key that is held down to go on and on in a text that has modes.
pub(in crate::app) fn is_held_in_mode(state: &State, key: Key) -> bool {
    let moves = state.has_modes() && !state.modes.vim.inserts();
    moves && state.modes.vim.pending().is_empty() && key.typed().is_some_and(is_held)
}

/// Returns the character that a terminal sends for a key.
fn sign_of(state: &State, key: Key) -> Option<char> {
    if key.alt || key.shift {
        return None;
    }
    match (key.code, key.ctrl) {
        (Code::Char(sign), false) => Some(sign),
        (Code::Char(sign), true) if sign.is_ascii_lowercase() => {
            char::from_u32(u32::from(sign) & 0x1F)
        }
        (Code::Esc, false) => Some('\x1b'),
        (Code::Backspace, false) => Some('\x08'),
        // It ends the words that are looked for, and is a command else.
        (Code::Enter, false) if !state.modes.vim.pending().is_empty() => Some('\r'),
        _ => None,
    }
}

fn reply(state: &mut State, sign: char) -> VimReply {
    let text = state.field_text().unwrap_or_default().to_owned();
    let at = state.field_cursor().unwrap_or_default();
    let width = match (state.overlays.last(), &state.editor) {
        (None, Some(editor)) => editor.text_width(state.size),
        _ => usize::MAX,
    };
    let rows = text::rows(&text, width);
    let view = VimView {
        text: &text,
        at,
        rows: &rows,
        lines: text.contains('\n'),
    };
    state.modes.vim.press(sign, view)
}

/// Says what a key does that is none of normal mode: what erases by it elsewhere would surprise here.
fn other_key(state: &mut State, key: Key) -> ModeKey {
    let command = state.keymap.command(state.scope(), key);
    match command.is_some_and(Command::erases) && key.ctrl {
        true => {
            state.inform(format!("{} does nothing in normal mode.", key.label()));
            ModeKey::Done(Vec::new())
        }
        false => ModeKey::Other,
    }
}

/// Does the command that a character is elsewhere, where this text has it too; else says how text is typed.
fn typed_key(state: &mut State, key: Key, typed: char) -> ModeKey {
    let scope = state.scope();
    let mut here = TABLE.iter().filter(|entry| entry.is_in(scope));
    let is = here.find(|entry| {
        let mut keys = state.keymap.keys(entry.command).iter();
        keys.any(|keys| keys.keys() == [key])
    });
    if let Some(entry) = is {
        return ModeKey::Command(entry.command);
    }
    let leaves = state.key(scope, Command::Done);
    state.inform(format!(
        "{typed} does nothing in normal mode: i begins to type, {leaves} leaves the text."
    ));
    ModeKey::Done(Vec::new())
}

/// Makes what a key came to.
fn take(state: &mut State, outcome: VimOutcome, inserted: bool) -> Effects {
    if !inserted {
        typing::end_step(state);
    }
    for splice in &outcome.splices {
        let range = splice.at..splice.at + splice.removed.len();
        typing::replace_part(state, range, &splice.inserted);
    }
    state.with_cursor(|cursor, text| cursor.set(text, outcome.at));
    let mut effects = Vec::new();
    let taken = outcome.cut.as_ref().or(outcome.copied.as_ref());
    if let Some(words) = taken.filter(|words| !words.is_empty()) {
        state.cuts.remember(words, false);
        match outcome.cut.is_some() {
            true => typing::keep_cut(state, words.clone()),
            false => {
                state.clipboard.clone_from(words);
                state.cut_first = true;
            }
        }
        effects.extend(outcome.to_clipboard.then(|| Effect::Copy(words.clone())));
    }
    if let Some(told) = outcome.told {
        state.inform(told);
    }
    effects.extend(undo_often(state, outcome.undo));
    if outcome.opens {
        effects.extend(open_line(state));
    }
    effects
}

/// Takes so many steps back, or makes them again, as far as there are some of this text: what is elsewhere is another
/// count's.
fn undo_often(state: &mut State, many: i32) -> Effects {
    let mut effects = Vec::new();
    let field = state.typed_field();
    let stands = |state: &State| {
        let depth = state.editor.as_deref().map(DraftEditor::undo_depth);
        (depth, state.field_text().map(str::to_owned))
    };
    for _ in 0..many.abs() {
        let before = stands(state);
        effects.extend(undo_redo(state, many > 0));
        let now = state.typed_field();
        let left = field
            .as_ref()
            .is_some_and(|field| !field.is_still(now.as_ref()));
        if left || stands(state) == before {
            break;
        }
    }
    effects
}

/// Opens a line in a text of one: a new item behind this one, where the text is one of several.
fn open_line(state: &mut State) -> Effects {
    let items = state.overlays.is_empty()
        && state
            .editor
            .as_deref()
            .is_some_and(DraftEditor::is_typing_in_item);
    if !items {
        state.inform("This text is one line: none can be opened below it.");
        return Vec::new();
    }
    state.with_cursor(|cursor, text| cursor.set(text, text.len()));
    typing::next(state).unwrap_or_default()
}

/// Takes a step back, or makes it again; the cursor stands where it begins.
fn undo_redo(state: &mut State, back: bool) -> Effects {
    let before = state.field_text().map(str::to_owned);
    let effects = match (state.overlays.is_empty(), back) {
        (true, _) => general::undo_redo(state, back),
        (false, true) => {
            typing::undo(state);
            Vec::new()
        }
        (false, false) => {
            if !typing::redo_in_box(state) {
                general::nothing_to_undo(state, false);
            }
            Vec::new()
        }
    };
    let after = state.field_text();
    let splice = before
        .zip(after)
        .and_then(|(before, after)| splice_between(&before, after));
    if let Some(splice) = splice {
        let newline = usize::from(splice.inserted.starts_with('\n'));
        state.with_cursor(|cursor, text| cursor.set(text, splice.at + newline));
    }
    effects
}
