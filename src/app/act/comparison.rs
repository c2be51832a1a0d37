//! Commands while two versions stand side by side.

use super::typing::put_in;
use super::{Effects, ask};
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::overlay::{ComparedValue, Comparison, ComparisonKind, Overlay, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::Stray;
use crate::assessment::{NoteField, Place, Value, edits};

/// The message about a value whose place is gone.
const NOWHERE: &str = "It stands nowhere any more; undo brings it back.";

pub(super) fn show(state: &mut State) {
    let comparison = state.editor.as_deref().and_then(Comparison::of);
    state.overlays.extend(comparison.map(Overlay::Comparison));
}

/// Returns what is compared, and the value under the cursor.
fn compared(state: &State) -> Option<(ComparisonKind, Option<ComparedValue>)> {
    match state.overlays.last() {
        Some(Overlay::Comparison(it)) => Some((it.compared, it.pair().cloned())),
        _ => None,
    }
}

pub(super) fn go_there(state: &mut State) -> Option<()> {
    let (_, pair) = compared(state)?;
    let place = pair?.place?;
    let editor = state.editor.as_mut()?;
    editor.pane = Pane::Findings;
    // A hand edit stands in the statement.
    editor.show(&place);
    state.overlays.pop();
    Some(())
}

/// Keeps the words that stand, or takes the others.
pub(super) fn take(state: &mut State, theirs: bool) -> Option<Effects> {
    match compared(state)? {
        (ComparisonKind::Merged, Some(pair)) => return settle(state, &pair, theirs),
        (ComparisonKind::Stale, Some(pair)) => return settle_stale(state, &pair, theirs),
        _ => {}
    }
    None
}

impl State {
    /// Returns what is said of a page with a sentence on it that looks like a box to write in, and is none: the key that
    /// opens one.
    pub fn for_reading(&self) -> Option<String> {
        let (ComparisonKind::Stale, Some(_)) = compared(self)? else {
            return None;
        };
        let key = self.keymap.label(Scope::Comparing, Command::Rewrite)?;
        Some(format!(
            "Letters open the sentence to be written, and so does {key}."
        ))
    }
}

/// Goes on writing by hand from the words that were written by hand.
pub(super) fn rewrite(state: &mut State) {
    let Some((ComparisonKind::Stale, Some(pair))) = compared(state) else {
        return;
    };
    if !matches!(pair.place, Some(Place::Override(..))) {
        return;
    }
    state.overlays.pop();
    ask_rewrite(state, &pair.on, pair.left.as_deref().unwrap_or_default())
}

/// Opens the words that were written by hand for those that were typed on the page which shows both: they go on with what
/// is shown as theirs.
pub(in crate::app) fn write_on(state: &mut State) {
    let Stray::Words(words, _) = &state.stray else {
        return;
    };
    let words = words.clone();
    let reads = state.for_reading().is_some();
    if !reads || state.can(Command::Rewrite, Scope::Comparing).is_err() {
        return;
    }
    let mut waiting = state.waiting().into_iter();
    if let Some(kept) = waiting.find(|kept| kept.words == words) {
        state.set_words(&kept.name, "");
    }
    rewrite(state);
    state.stray = Stray::Nothing;
    state.status = None;
    let apart = state.field_text().is_some_and(|it| !it.is_empty());
    put_in(state, if apart { " " } else { "" });
    put_in(state, &words);
    state.inform("What you type goes on with the words that you wrote by hand.");
}

/// Keeps the words written by hand, or takes the woven ones.
fn settle_stale(state: &mut State, pair: &ComparedValue, woven: bool) -> Option<Effects> {
    let (Some(editor), Some(Place::Override(at, _))) = (&mut state.editor, &pair.place) else {
        return None;
    };
    let done = match woven {
        false => editor.rebase(*at),
        true => editor.without_override(*at),
    };
    let next = Comparison::of_stale(editor, 0);
    state.overlays.pop();
    state.overlays.extend(next.map(Overlay::Comparison));
    state.report(done);
    Some(state.save())
}

/// Asks for the words of a sentence.
pub(super) fn ask_rewrite(state: &mut State, key: &str, words: &str) {
    let empty = state.keymap.told(
        "Empty, the sentence is woven again.",
        "With “.select-all” and “.erase-back”, a full stop alone has the sentence woven again.",
    );
    let help = format!("Your words take the woven ones' place. {empty}");
    let asked = QuestionKind::Rewrite(key.to_owned());
    ask(state, asked, "The sentence by hand", &help, words)
}

/// Puts the draft back to what its file had. It is a step like any other, so nothing is gone.
pub(super) fn set_aside(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    let recovered = editor.recovered.take()?;
    let back = edits(&editor.assessment, &recovered.before);
    let done = editor.change(back);
    state.overlays.pop();
    if state.warn_on_err(done).is_some() {
        let key = state.key(Scope::Headings, Command::Undo);
        state.inform(format!("Set aside; {key} brings it back."));
    }
    Some(state.save())
}

/// Settles one value that was changed in two places: with the words that stand, or with the other ones.
fn settle(state: &mut State, pair: &ComparedValue, theirs: bool) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    let mut all = editor.conflicts.iter();
    let at = all.position(|conflict| pair.is_of(conflict))?;
    let conflict = editor.conflicts.remove(at);
    let mut sets = Vec::new();
    if theirs {
        let Some(place) = conflict.place_in(&editor.assessment) else {
            // Their words go on waiting, here and in the note.
            editor.conflicts.insert(at, conflict);
            state.inform(NOWHERE);
            return None;
        };
        sets.push((place, conflict.theirs.clone()));
    }
    let notes = editor.assessment.notes.iter().enumerate();
    for (nth, _) in notes.filter(|(_, note)| conflict.is_told_by(note)) {
        let place = Place::Note(nth, NoteField::Resolved);
        sets.push((place, Some(Value::Flag(true))));
    }
    let done = editor.change(editor.setting(&sets));
    if done.is_err() {
        editor.conflicts.insert(at, conflict);
    }
    let next = (!editor.conflicts.is_empty())
        .then(|| Comparison::of(editor))
        .flatten();
    state.overlays.pop();
    state.overlays.extend(next.map(Overlay::Comparison));
    state.warn_on_err(done);
    Some(state.save())
}
