//! Saving under another name, and what is asked about a file that is gone.

use super::{Effects, IntoEffects};
use crate::app::effect::Effect;
use crate::app::file::FileKind;
use crate::app::overlay::{MissingAnswer, Overlay, Picker, Question, QuestionKind};
use crate::app::state::State;

/// Saves what is on top.
pub(super) fn save(state: &mut State) -> Effects {
    // What came of it is told when the file was looked at.
    state.save_asked()
}

/// Asks for another name for what is on top.
pub(super) fn save_as(state: &mut State) -> Option<()> {
    let kind = state.top_file();
    let file = state.file(kind)?;
    let name = file.path.display().to_string();
    let may_change = file.may_change();
    state.warn_on_err(may_change)?;
    ask_name(state, kind, &name, None);
    Some(())
}

/// Asks for another name; `refused` says why the one before was not taken.
pub(in crate::app) fn ask_name(
    state: &mut State,
    kind: FileKind,
    name: &str,
    refused: Option<String>,
) {
    let title = format!("Under which name is the {} to be saved?", kind.name());
    let help = "A file that is not there yet, in its own folder or in one that you name; it goes on there.";
    let own = state.file(kind).map(|file| file.path.display().to_string());
    // A name that was refused was typed, and is kept as what is typed is.
    let begun = own.filter(|_| refused.is_some());
    let begun = begun.as_deref().unwrap_or(name);
    let mut question = Question::new(QuestionKind::SaveAs(kind), &title, help, begun);
    if name != begun {
        question.field.replace(name);
    }
    question.refused = refused;
    state.overlays.push(Overlay::Question(question));
}

/// Asks what is to become of what is here, where its file is gone.
pub(in crate::app) fn ask_about_missing(state: &mut State, kind: FileKind) {
    let picker = state.file(kind).and_then(|file| {
        let missing = file.missing.as_ref()?;
        Some(Picker::of_missing(kind, &file.path, missing))
    });
    state.overlays.extend(picker.map(Overlay::Picker));
}

/// Does what was answered about a file that is gone.
pub(super) fn answered_missing(
    state: &mut State,
    kind: FileKind,
    answer: &MissingAnswer,
) -> Effects {
    match answer {
        MissingAnswer::GoOnAt(path) => Effect::GoOnAt(kind, path.clone()).into_effects(),
        MissingAnswer::WriteAnew => {
            let mut effects = vec![Effect::WriteAnew(kind)];
            effects.extend(state.save_asked());
            effects
        }
        MissingAnswer::SaveAs => {
            save_as(state);
            Vec::new()
        }
    }
}
