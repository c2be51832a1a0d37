//! Where a word ends that its first letters were taken for commands of.

use super::Effects;
use super::taken_back::take_whole_back;
use crate::app::command::Command;
use crate::app::key::{Code, Key};
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::stray::{LetterRun, Stray};
use crate::text::fold;

/// Takes note that the keys rest: a word that went into what its first letters opened has come to its end. Returns `None`
/// where there is none.
pub(in crate::app) fn word_rests(state: &mut State) -> Option<Effects> {
    let Stray::Letters(run) = &state.stray else {
        return None;
    };
    let run = run.clone();
    // Nobody means a command that does nothing.
    let opened = state.typed_field().is_some() && !run.behind().is_empty();
    let words = may_have_words(state) && (opened || run.any_idle());
    words.then(|| take_ended_back(state, &run)).flatten()
}

/// Takes back what letters did where they are a word that is over, before a key which erases it: it is erased where it is kept.
/// Returns `None` where they are none; else whether the key is to be pressed there, too.
///
/// A letter that opened a new text may have been a command, and nothing is lost by it; nor is by what changed nothing, unless
/// it is a word that is known.
pub(in crate::app) fn word_ends_before(state: &mut State, key: Key) -> Option<(Effects, bool)> {
    let Stray::Letters(run) = &state.stray else {
        return None;
    };
    let command = state.keymap.command(state.scope(), key);
    let whole = erases(key);
    let erases = whole.is_some() || command.is_some_and(Command::erases);
    let steps = state.undo_depth().unwrap_or_default();
    let is_word = run.is_known_as_one(steps);
    if !erases || !is_word || state.typed_field().is_none() || !may_have_words(state) {
        return None;
    }
    let run = run.clone();
    let effects = take_ended_back(state, &run)?;
    Some((effects, whole.is_some()))
}

/// Takes back what letters did where they are a word that ends here.
pub(super) fn take_ended_back(state: &mut State, run: &LetterRun) -> Option<Effects> {
    let at = word_ended(state, run, '\n').filter(|_| inserts(state))?;
    let words = run.words_from(run.behind(), Some(at))?;
    Some(take_whole_back(state, &words, run.behind()))
}

/// Returns true where what is typed may be words: a secret is none.
pub(super) fn may_have_words(state: &State) -> bool {
    match state.overlays.last() {
        Some(overlay @ Overlay::Question(_)) => overlay.box_name().is_some(),
        _ => true,
    }
}

/// Returns true where what is typed goes into the text: the keys of normal mode do not.
pub(super) fn inserts(state: &State) -> bool {
    !state.has_modes() || state.modes.vim.inserts()
}

/// Returns the place of the first of these letters that are of a word which a character ends. Whoever opens a list may type
/// the beginning of any word that it has.
pub(super) fn word_ended(state: &State, run: &LetterRun, end: char) -> Option<usize> {
    let at = run.word_ended_by(end, state.has_modes())?;
    let Some(Overlay::Picker(picker)) = state.overlays.last() else {
        return Some(at);
    };
    // A letter before a blank narrows nothing.
    if !run.is_last(at) || run.behind().chars().nth(1).is_none() {
        return Some(at);
    }
    let typed = fold(run.behind());
    let begins = |text: &String| {
        let text = fold(text);
        let mut words = text.split(|it: char| !it.is_alphanumeric());
        words.any(|word| word.starts_with(&typed))
    };
    let mut rows = picker.list.shown();
    let narrows = rows.any(|row| [&row.label, &row.note, &row.words].into_iter().any(begins));
    (!narrows).then_some(at)
}

/// Returns true where a key erases a whole word, false where it erases a character; `None` for any other.
pub(super) fn erases(key: Key) -> Option<bool> {
    match (key.code, key.ctrl, key.alt) {
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => Some(false),
        (Code::Backspace, ..) | (Code::Char('w'), true, false) => Some(true),
        _ => None,
    }
}
