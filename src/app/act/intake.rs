//! Words that come where no text is open, as findings. They are kept as waiting before they are asked about, so that
//! none is lost whatever the answer.

use super::Effects;
use super::change::changeable;
use super::waiting::{hidden_told, keep_stray, pasted};
use crate::app::command::Command;
use crate::app::overlay::{Intake, Overlay, Picker};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::text;

/// Takes a paste: many lines, where findings can be put, are offered as such.
pub(in crate::app) fn take_paste(state: &mut State, paste: &str) {
    match Intake::of(paste) {
        Some(intake) if state.takes_findings() => {
            keep_stray(state, None, paste);
            state.status = None;
            offer(state, intake);
        }
        _ => pasted(state, paste),
    }
}

fn offer(state: &mut State, intake: Intake) {
    let editor = state.editor.as_deref();
    let picker = editor.map(|editor| {
        let heading = editor.page_title(editor.page);
        Picker::of_intake(intake, editor.kind_of_next(), heading)
    });
    state.overlays.extend(picker.map(Overlay::Picker));
}

/// Takes the last words that wait in as a finding, in which typing goes on; many lines are asked about first.
pub(super) fn take_in(state: &mut State) -> Option<Effects> {
    let words = state.waiting().pop()?.words;
    if let Some(intake) = Intake::of(&words) {
        offer(state, intake);
        return None;
    }
    let texts = [text::paste(&words, false).text];
    let done = changeable(state)?.take_in(&texts);
    state.warn_on_err(done)?;
    state.was_placed(&words);
    let done = changeable(state)?.type_here();
    state.warn_on_err(done);
    Some(state.save())
}

/// Does what was answered.
pub(super) fn answered(state: &mut State, intake: &Intake, at: usize) -> Option<Effects> {
    let texts = intake.texts(at);
    if texts.is_empty() {
        return None;
    }
    let done = changeable(state)?.take_in(&texts);
    let told = state.warn_on_err(done)?;
    state.was_placed(&intake.words);
    let key = state.key(Scope::Findings, Command::Undo);
    let hidden = text::paste(&intake.words, true).left_out;
    let hidden = hidden_told(hidden).unwrap_or_default();
    state.inform(format!(
        "{}; {key} takes that back. {hidden}",
        text::capital(&told)
    ));
    Some(state.save())
}
