//! Words that are typed where no text is open: they run no commands.
//!
//! A key that does something does it at any speed, and so do signs: no word begins with one. What is a word shows in one
//! of these ways.
//!
//! - A letter that does nothing in its place may be the first of a word. Where another letter or a space follows at the
//!   speed of a hand, and words begin with the two, both are words; behind a small letter only where the next does nothing
//!   either, since that may have been a slip between two commands.
//! - A letter changed the draft, a later one opened a text that has words already, and a letter comes that would be glued
//!   to the last of these, all at the speed of a hand ("delays": one is deleted, another opened, and "lays" goes into
//!   it). Nobody means that: what the letters did is taken back whole, the text is closed, and all of them are words.
//!   Where the text that was opened is a new one, somebody quick may mean it: there the change stays, and stays told of
//!   (`telling`). So it is with a list that a letter opened, until more than one word was typed in it and nothing there
//!   has them ("Officers told us": the voices are listed, and none is called "fficers told us").
//! - Where a field was taken away somebody types already: there the first character is one of words.
//!
//! So is all that comes until the keys rest or one is no character. Words are kept as what is pasted there is.

use super::Effects;
use super::waiting::keep_stray;
use crate::app::editor::DraftEditor;
use crate::app::key::Key;
use crate::app::overlay::Overlay;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::{LetterRun, Stray};
use crate::text::fold;

/// Takes a key as one of words that are typed where no text is open, or where only such words have opened one; returns
/// `None` where it is none.
pub(in crate::app) fn take_stray(state: &mut State, key: Key) -> Option<Effects> {
    let before = std::mem::take(&mut state.stray);
    if state.typed_field().is_some() {
        return take_back(state, before, key);
    }
    let interrupted = state.scope() == Scope::Interrupted;
    // What lies over the screen is answered by Enter.
    let lines = state.overlays.is_empty();
    let (mut words, typed) = match (&before, key.typed()) {
        (Stray::Words(words), typed) => (words.clone(), typed),
        (Stray::Letters(run), Some(typed)) if goes_on(state, run.idle, key) => {
            (String::from_iter(run.idle), Some(typed))
        }
        (_, Some(typed)) if interrupted => (String::new(), Some(typed)),
        _ => {
            // What a letter does shows when it is done.
            state.stray = before;
            return None;
        }
    };
    let new = typed.or_else(|| key.ends_line().filter(|_| lines))?;
    words.push(new);
    keep_words(state, &before, words);
    Some(Vec::new())
}

/// Keeps letters that waited for another as words.
pub(in crate::app) fn keep_typed(state: &mut State, words: String) {
    keep_words(state, &Stray::Nothing, words);
}

/// Keeps words in the place of what was kept of them before.
fn keep_words(state: &mut State, before: &Stray, words: String) {
    let kept = match before {
        Stray::Words(words) => Some(words.as_str()),
        _ => None,
    };
    keep_stray(state, kept, &words);
    state.stray = Stray::Words(words);
}

/// Returns true where a key goes on with the word that a letter began.
fn goes_on(state: &State, first: Option<char>, key: Key) -> bool {
    let letter = key
        .typed()
        .is_some_and(|typed| typed.is_alphabetic() || typed == ' ');
    // The same one again is a key that is pressed until it does something.
    letter
        && first.is_some_and(|first| {
            key.typed()
                .is_some_and(|next| next != first && may_begin(first, next))
                && (first.is_uppercase() || !does_something(state, key))
        })
}

/// Consonants with which words begin, abbreviations among them.
const BEGINNINGS: &str = "bl br cl cr ch cz dj dr dw fl fr fj gh gl gn gr kh kl kn kr ll mc mr ms ng ph pl pr ps pc pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw tv wh wr";

/// Returns true where a word may begin with two letters; a letter may be one by itself.
fn may_begin(first: char, next: char) -> bool {
    if !next.is_alphabetic() {
        return true;
    }
    let is_vowel = |letter: char| !letter.is_ascii() || "aeiouy".contains(letter);
    let folded = fold(&String::from_iter([first, next]));
    let mut letters = folded.chars();
    let (one, two) = (
        letters.next().unwrap_or(first),
        letters.next().unwrap_or(next),
    );
    match (first.is_uppercase(), next.is_uppercase()) {
        (false, true) => false,
        (true, true) => true,
        _ if two == 'q' => "aes".contains(one),
        _ if is_vowel(one) || is_vowel(two) => true,
        _ => BEGINNINGS
            .split(' ')
            .any(|begins| begins.chars().eq([one, two])),
    }
}

fn does_something(state: &State, key: Key) -> bool {
    let scope = state.scope();
    let command = state.keymap.command(scope, key);
    command.is_some_and(|command| state.can(command, scope).is_ok())
}

/// Takes back what letters did where this one shows that they were words: see above.
fn take_back(state: &mut State, before: Stray, key: Key) -> Option<Effects> {
    let Stray::Letters(run) = before else {
        return None;
    };
    let typed = key.typed()?;
    let list = matches!(state.overlays.last(), Some(Overlay::Picker(_)));
    let behind = match list {
        true => words_that_found_nothing(state).filter(|_| typed.is_alphabetic()),
        false => is_glued(state, typed, &run).then(String::new),
    };
    let Some(behind) = behind else {
        // What goes into a list is words as soon as it can be nothing else.
        state.stray = match list {
            true => Stray::Letters(run),
            false => Stray::Nothing,
        };
        return None;
    };
    if list {
        let name = state.top_box();
        state.forget(name.as_ref());
        state.overlays.pop();
    }
    if let Some(editor) = state.editor.as_deref_mut() {
        editor.stop_typing();
    }
    let depth = |state: &State| state.editor.as_deref().map_or(0, DraftEditor::undo_depth);
    let mut changed = false;
    while depth(state) > run.depth && state.step_draft(true).is_some() {
        changed = true;
    }
    let words = format!("{}{behind}{typed}", run.letters);
    state.status = None;
    keep_words(state, &Stray::Nothing, words);
    if changed {
        state.tell_first("What these letters did to the draft is taken back.");
    }
    Some(state.save())
}

/// Returns the words that narrow a list in which nothing has them, where they are more than one.
fn words_that_found_nothing(state: &State) -> Option<String> {
    let Some(Overlay::Picker(picker)) = state.overlays.last() else {
        return None;
    };
    let field = picker.field()?;
    // What was typed there before these letters is none of theirs.
    let words = field.text();
    let typed = !field.is_restored();
    (typed && picker.list.shown().len() == 0 && words.trim().contains(' '))
        .then(|| words.to_owned())
}

/// Returns true where a letter would be glued to the last word of a text that was opened by letters which have changed
/// the draft.
fn is_glued(state: &State, letter: char, run: &LetterRun) -> bool {
    let behind_word = match state.around_cursor() {
        (Some(before), None) => !before.is_whitespace(),
        // In normal mode the cursor stands on the last character.
        (_, Some(last)) if state.stands_on_last() => !last.is_whitespace(),
        _ => false,
    };
    let editor = state
        .editor
        .as_deref()
        .filter(|_| state.overlays.is_empty());
    let changed = editor.is_some_and(|it| it.typing.is_some() && it.undo_depth() > run.depth);
    letter.is_alphabetic() && behind_word && changed
}

/// Takes note of a key that was taken for a command, and of what it has left to be taken back; `steps` are those of the
/// draft before it. One that did nothing may be the first letter of a word, but where it is the same `again`: that is a
/// key which is pressed until it does something.
pub(in crate::app) fn was_command(
    state: &mut State,
    key: Key,
    steps: Option<usize>,
    idle: bool,
    again: bool,
) {
    let before = std::mem::take(&mut state.stray);
    let Some(letter) = key.typed().filter(|typed| typed.is_alphabetic()) else {
        return;
    };
    let mut run = match before {
        Stray::Letters(run) => run,
        Stray::Nothing | Stray::Words(_) => LetterRun {
            letters: String::new(),
            idle: None,
            depth: steps.unwrap_or(usize::MAX),
        },
    };
    run.letters.push(letter);
    run.idle = (idle && !again).then_some(letter);
    // What was taken back, or stands in another draft, was not made by these letters.
    let now = state.editor.as_deref().map(DraftEditor::undo_depth);
    run.depth = run.depth.min(now.unwrap_or(usize::MAX));
    state.stray = Stray::Letters(run);
}
