//! Commands that mean the same wherever they are given.

use super::Effects;
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, PageKind, Palette, QuestionKind, TextPage};
use crate::app::state::State;

pub(super) fn help(state: &mut State) {
    if !matches!(state.overlays.last(), Some(Overlay::Page(page)) if page.kind == PageKind::Help) {
        let help = TextPage::help(&state.keymap, state.scope());
        state.overlays.push(Overlay::Page(help));
    }
}

pub(super) fn palette(state: &mut State) {
    let palette = Palette::new(state.scope());
    state.overlays.push(Overlay::Palette(palette));
}

pub(super) fn suspend(state: &mut State) -> Effects {
    state.suspend()
}

pub(super) fn redraw(_: &mut State) -> Effect {
    Effect::Redraw
}

pub(super) fn leave(state: &mut State) -> Effects {
    state.end()
}

/// Closes what is on top; where that is the library, leaves the program.
pub(super) fn close(state: &mut State) -> Effects {
    match state.overlays.pop() {
        Some(Overlay::Question(question)) if question.asked == QuestionKind::Filter => {
            state.library.filter.clear();
            Vec::new()
        }
        Some(_) => Vec::new(),
        None if state.editor.is_some() || state.grid.is_some() => state.close_file(),
        None => state.end(),
    }
}

pub(super) fn undo_redo(state: &mut State, back: bool) -> Effects {
    // What another program wrote is a step as well, and whoever only reads must not take it back.
    let may_change = state.file(state.top_file()).map(|file| file.may_change());
    if state.warn_on_err(may_change.unwrap_or(Ok(()))).is_none() {
        return Vec::new();
    }
    let done = match (&mut state.editor, &mut state.grid) {
        (Some(editor), _) => editor.undo_redo(back).then(Vec::new),
        (None, Some(grid)) => grid.undo_redo(back),
        (None, None) => None,
    };
    done.unwrap_or_else(|| {
        state.inform(match back {
            true => "Nothing to take back.",
            false => "Nothing to make again.",
        });
        Vec::new()
    })
}
