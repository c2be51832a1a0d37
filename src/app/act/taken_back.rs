//! Letters that were words: what they did is taken back, and they are kept.

use super::Effects;
use super::general::close;
use super::waiting::keep_stray;
use crate::app::state::State;
use crate::app::stray::{Stray, WordsOfRun};
use crate::assessment::edits;

/// Keeps letters that waited for another as words.
pub(in crate::app) fn keep_typed(state: &mut State, words: String) {
    keep_words(state, &Stray::Nothing, words);
}

/// So many words that nobody knows may stand before the first that is known: a rank, names.
const NAMED: usize = 4;

/// Keeps words in the place of what was kept of them before.
pub(super) fn keep_words(state: &mut State, before: &Stray, words: String) {
    let (kept, did) = match before {
        Stray::Words(words, did) => (Some(words.as_str()), did.clone()),
        Stray::Nothing | Stray::Letters(_) => (None, None),
    };
    keep_stray(state, kept, &words);
    let did = did.filter(|_| words.matches(' ').count() < NAMED);
    state.stray = Stray::Words(words, did);
}

/// Lets go of words of which every character was erased; what is typed next is words still.
pub(super) fn forget_words(state: &mut State, words: &str) {
    if let Some(all) = state.name_of_waiting(words) {
        state.set_words(&all, "");
    }
    state.status = None;
    state.stray = Stray::Words(String::new(), None);
}

/// Takes back what letters opened and did, and keeps them as words, with what comes behind them.
pub(super) fn take_whole_back(state: &mut State, run: &WordsOfRun, behind: &str) -> Effects {
    let words = format!("{}{behind}", run.letters);
    take_back_for(state, run, &Stray::Nothing, words)
}

/// Takes back what letters opened and did, and keeps these words in the place of what was kept of them before.
pub(super) fn take_back_for(
    state: &mut State,
    run: &WordsOfRun,
    kept: &Stray,
    words: String,
) -> Effects {
    let mut effects = Vec::new();
    if let Some((name, waited)) = &run.in_box {
        // What went into the box is none of its words.
        state.set_words(name, waited);
    }
    while state.overlays.len() > run.before.overlays {
        effects.extend(close(state));
    }
    let changed = put_back(state, run, &mut effects);
    state.status = None;
    keep_words(state, kept, words);
    if changed {
        let told = match run.undid {
            true => "What these letters took back is there again.",
            false => "What these letters did to the draft is taken back.",
        };
        state.tell_first(told);
    }
    effects.extend(state.save());
    effects
}

/// Makes what is open what it was before letters. Returns true where it was not.
fn put_back(state: &mut State, run: &WordsOfRun, effects: &mut Effects) -> bool {
    let (before, undid) = (&run.before, run.undid);
    if let Some(editor) = state.editor.as_deref_mut() {
        editor.stop_typing();
    }
    let mut changed = false;
    // What is open now may be another file, which they did not change; nor do they change what somebody else writes.
    let file = before.open.and_then(|kind| state.file(kind));
    let theirs = file.is_some_and(|file| file.is_theirs());
    if state.open_file() != before.open || theirs {
        return changed;
    }
    while state.undo_depth().is_some_and(|it| it > before.steps) && step(state, true, effects) {
        changed = true;
    }
    if !changed {
        while state.undo_depth().is_some_and(|it| it < before.depth) && step(state, false, effects)
        {
            changed = true;
        }
    }
    // What was taken back by one letter, and cannot be made again since another did something, is put in anew.
    let (Some(editor), Some((_, draft))) = (state.editor.as_deref_mut(), &before.draft) else {
        return changed;
    };
    let edits = match editor.assessment.head.id == draft.head.id {
        true => edits(&editor.assessment, draft),
        false => Vec::new(),
    };
    let anew = !edits.is_empty() && editor.change(edits).is_ok();
    if changed && !anew && !undid {
        editor.forget_undone();
    }
    changed || anew
}

/// Takes back the last step of what is open, or makes it again. Returns false where there is none.
fn step(state: &mut State, back: bool, effects: &mut Effects) -> bool {
    match (&state.editor, &mut state.grid) {
        (None, Some(grid)) => grid.undo_redo(back).map(|(_, more)| effects.extend(more)),
        _ => state.step_draft(back).map(|_| ()),
    }
    .is_some()
}
