//! What commands do while two versions stand side by side.

use super::Effects;
use crate::app::command::{Command, Scope};
use crate::app::layout::Pane;
use crate::app::overlay::{Compared, ComparedValue, Comparison, Overlay, Question, QuestionKind};
use crate::app::state::State;
use crate::assessment::{Address, NoteField, Place, Value, edits};

pub(super) fn compare(state: &mut State, command: Command) -> Effects {
    let (Some(Overlay::Comparison(comparison)), Some(editor)) =
        (state.overlays.last(), &mut state.editor)
    else {
        return Vec::new();
    };
    let pair = comparison.pair().cloned();
    match (comparison.compared, command) {
        (_, Command::GoThere) => {
            let place = pair.and_then(|pair| pair.place);
            match place {
                Some(place) => {
                    editor.pane = Pane::Findings;
                    editor.detail = None;
                    // A hand edit stands in the statement.
                    editor.show(&place);
                    state.overlays.pop();
                }
                None => state.tell("It stands nowhere any more; undo brings it back."),
            }
            Vec::new()
        }
        (Compared::RecoveredEdits, Command::SetAside) => set_aside(state),
        (Compared::Merged, Command::KeepOurs | Command::TakeTheirs) => {
            let Some(pair) = pair else {
                return Vec::new();
            };
            settle(state, &pair.on, command == Command::TakeTheirs)
        }
        (Compared::Stale, Command::KeepOurs | Command::TakeTheirs | Command::Rewrite) => {
            stale(state, pair, command)
        }
        _ => Vec::new(),
    }
}

/// Keeps the words written by hand, takes the woven ones, or goes on writing.
fn stale(state: &mut State, pair: Option<ComparedValue>, command: Command) -> Effects {
    let (Some(editor), Some(pair)) = (&mut state.editor, pair) else {
        return Vec::new();
    };
    let Some(Place::Override(at, _)) = pair.place else {
        return Vec::new();
    };
    if command == Command::Rewrite {
        state.overlays.pop();
        ask_rewrite(state, &pair.on, pair.left.as_deref().unwrap_or_default());
        return Vec::new();
    }
    let done = match command {
        Command::KeepOurs => editor.rebase(at),
        _ => editor.without_override(at),
    };
    let next = Comparison::of_stale(editor, 0);
    state.overlays.pop();
    state.overlays.extend(next.map(Overlay::Comparison));
    if let Some(told) = state.warn_on_err(done) {
        state.tell(told);
    }
    state.save()
}

/// Asks for the words of a sentence.
pub(super) fn ask_rewrite(state: &mut State, key: &str, words: &str) {
    let help = "Your words take the woven ones' place. Empty, the sentence is woven again.";
    let asked = QuestionKind::Rewrite(key.to_owned());
    let question = Question::new(asked, "The sentence by hand", help, words);
    state.overlays.push(Overlay::Question(question));
}

/// Puts the draft back to what its file had. It is a step like any other, so nothing is gone.
fn set_aside(state: &mut State) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let Some(recovered) = editor.recovered.take() else {
        return Vec::new();
    };
    let back = edits(&editor.assessment, &recovered.before);
    let done = editor.change(back);
    state.overlays.pop();
    if state.warn_on_err(done).is_some() {
        let key = state.keymap.label(Scope::Headings, Command::Undo);
        state.tell(format!(
            "Set aside; {} brings it back.",
            key.unwrap_or_default()
        ));
    }
    state.save()
}

/// Settles one value that was changed in two places: with the words that stand, or with the other ones.
fn settle(state: &mut State, on: &str, theirs: bool) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let Some(at) = editor
        .conflicts
        .iter()
        .position(|conflict| conflict.on == on)
    else {
        return Vec::new();
    };
    let conflict = editor.conflicts.remove(at);
    let mut sets = Vec::new();
    let draft = &editor.assessment;
    if theirs && let Some(place) = draft.place_of(&Address::parse(on, draft)) {
        sets.push((place, conflict.theirs.clone()));
    }
    let notes = editor.assessment.notes.iter().enumerate();
    for (nth, _) in notes.filter(|(_, note)| note.on == on && note.by == "merge") {
        let place = Place::Note(nth, NoteField::Resolved);
        sets.push((place, Some(Value::Flag(true))));
    }
    let done = editor.change(editor.setting(&sets));
    let next = (!editor.conflicts.is_empty())
        .then(|| Comparison::of(editor))
        .flatten();
    state.overlays.pop();
    state.overlays.extend(next.map(Overlay::Comparison));
    state.warn_on_err(done);
    state.save()
}
