//! Words that are typed where no text is open: they run no commands.
//!
//! A letter that does nothing in its place may be the first of a word. Where another letter or a space follows at the speed
//! of a hand, both are words, and so is all that comes until the keys rest or one is no character; behind a small letter
//! only where the next does nothing either, since that may have been a slip between two commands. They are kept as what
//! is pasted there is. A key that does something does it at any speed, and so do signs: no word begins with one.
//!
//! Where a field was taken away somebody types already: there the first character is one of words.

use super::typing::keep_stray;
use crate::app::key::Key;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::Stray;

/// Takes a key as one of words that are typed where no text is open; returns false where it is none.
pub(in crate::app) fn take_stray(state: &mut State, key: Key) -> bool {
    let before = std::mem::take(&mut state.stray);
    if state.typed_field().is_some() {
        return false;
    }
    let interrupted = state.scope() == Scope::Interrupted;
    // What lies over the screen is answered by Enter.
    let lines = state.overlays.is_empty();
    let continued = matches!(before, Stray::Words(_));
    let (mut words, typed) = match (before, key.typed()) {
        (Stray::Words(words), typed) => (words, typed),
        (Stray::Letter(first), Some(typed)) if goes_on(state, first, key) => {
            (first.to_string(), Some(typed))
        }
        (Stray::Nothing, Some(typed)) if interrupted => (String::new(), Some(typed)),
        _ => return false,
    };
    let new = typed.or_else(|| key.ends_line().filter(|_| lines));
    let Some(new) = new else {
        return false;
    };
    words.push(new);
    let added = match continued {
        true => new.to_string(),
        false => words.clone(),
    };
    keep_stray(state, &added, continued, &words);
    state.stray = Stray::Words(words);
    true
}

/// Returns true where a key goes on with the word that a letter began.
fn goes_on(state: &State, first: char, key: Key) -> bool {
    let letter = key
        .typed()
        .is_some_and(|typed| typed.is_alphabetic() || typed == ' ');
    letter && (first.is_uppercase() || !does_something(state, key))
}

fn does_something(state: &State, key: Key) -> bool {
    let scope = state.scope();
    let command = state.keymap.command(scope, key);
    command.is_some_and(|command| state.can(command, scope).is_ok())
}

/// Takes note of a letter that did nothing. The same one again is a key that is pressed until it does something.
pub(in crate::app) fn did_nothing(state: &mut State, key: Key, again: bool) {
    if let Some(letter) = key.typed().filter(|typed| typed.is_alphabetic() && !again) {
        state.stray = Stray::Letter(letter);
    }
}
