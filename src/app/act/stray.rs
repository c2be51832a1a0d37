//! Words that are typed where no text is open: they run no commands.
//!
//! A key that does something does it at any speed, and so do signs: no word begins with one. What is a word shows in one
//! of these ways.
//!
//! - A letter that does nothing in its place may be the first of a word. Where another letter or a space follows at the
//!   speed of a hand, and words begin with the two, both are words; behind a small letter only where the next does nothing
//!   either, since that may have been a slip between two commands.
//! - A letter changed the draft or did nothing, a later one opened a text that has words already, and a letter comes that
//!   would be glued to the last of these, all at the speed of a hand ("delays": one is deleted, another opened, and "lays"
//!   goes into it). Nobody means that: what the letters did is taken back whole, the text is closed, and all of them are
//!   words. Where the text that was opened is a new one, somebody quick may mean it: there the change stays, and stays told
//!   of (`telling`). So it is with a list that a letter opened, until more than one word was typed in it and nothing there
//!   has them ("Officers told us": the voices are listed, and none is called "fficers told us").
//! - Where a field was taken away somebody types already: there the first character is one of words.
//!
//! What comes before such a letter at the speed of a hand, and can be the beginning of its word or words before it, belongs
//! to the words as well ("people": the print is shown, and "eople" does nothing there). Where any of these opened a page, a
//! list or a question, all that they did is taken back, and that is closed; else it stands, and stays told of: a command
//! that was meant costs a letter among the words that are kept, and a word that was meant costs nothing.
//!
//! A letter that takes something back ("u") is one of words where two more come with which it begins one: what it took back
//! is there again, before another command could make that impossible.
//!
//! So is all that comes until the keys rest or one is no character. Words are kept as what is pasted there is.

use super::Effects;
use super::general::close;
use super::waiting::keep_stray;
use crate::app::editor::DraftEditor;
use crate::app::key::Key;
use crate::app::overlay::Overlay;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::{BeforeKey, LetterRun, Stray, WordsOfRun, may_begin};

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
    let typed = key.typed();
    let words = match &before {
        Stray::Words(words) => {
            let new = typed.or_else(|| key.ends_line().filter(|_| lines))?;
            format!("{words}{new}")
        }
        Stray::Letters(run) if goes_on(state, run.idle, key) || has_undone(run, key) => {
            let typed = typed.map(String::from)?;
            let run = run.words(&typed);
            return Some(take_for_words(state, run, &typed));
        }
        _ if interrupted && typed.is_some() => typed.map(String::from)?,
        _ => {
            // What a letter does shows when it is done.
            state.stray = before;
            return None;
        }
    };
    keep_words(state, &before, words);
    Some(Vec::new())
}

/// Takes the letters of a run for words, with what comes behind them. Where any of them has opened something over the
/// screen, nobody who goes on with the word has meant that: it is closed, and what they did to the draft is taken back.
/// Else what they did stands, and stays told of.
fn take_for_words(state: &mut State, run: Option<WordsOfRun>, behind: &str) -> Effects {
    let (letters, mut effects) = match run {
        None => (String::new(), Vec::new()),
        Some(run) if state.overlays.len() > run.before.overlays => {
            return take_whole_back(state, &run, behind);
        }
        Some(run) => {
            do_again(state, run.undone);
            (run.letters, Vec::new())
        }
    };
    keep_words(state, &Stray::Nothing, format!("{letters}{behind}"));
    effects.extend(state.save());
    effects
}

/// Returns true where a key goes on with the word of which a letter before the last took something back. Nobody sees that,
/// and what is done next would make it for good.
fn has_undone(run: &LetterRun, key: Key) -> bool {
    let letter = key.typed().filter(|it| it.is_alphabetic() || *it == ' ');
    let words = letter.and_then(|letter| run.words(&letter.to_string()));
    // The same again is a key that is pressed until enough is taken back.
    words.zip(letter).is_some_and(|(words, letter)| {
        let all: Vec<char> = words.letters.chars().chain([letter]).collect();
        let again = all.windows(2).any(|two| two.first() == two.last());
        words.undone > 0 && all.len() > 2 && !again
    })
}

/// Makes again what letters took back.
fn do_again(state: &mut State, undone: usize) {
    let again = (0..undone)
        .filter(|_| state.step_draft(false).is_some())
        .count();
    if again > 0 {
        state.tell_first("What these letters took back is there again.");
    }
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
    // The same one again is a key that is pressed until it does something, and so is a capital behind another.
    let begins = |first: char, next: char| {
        let word = first.is_uppercase() && !next.is_uppercase() || !does_something(state, key);
        next != first && may_begin(first, next) && word
    };
    letter
        && first
            .zip(key.typed())
            .is_some_and(|(first, next)| begins(first, next))
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
        false => Some(String::new()),
    };
    let words = behind.and_then(|behind| {
        let behind = format!("{behind}{typed}");
        let words = run.words(&behind)?;
        (list || is_glued(state, typed, &words)).then_some((words, behind))
    });
    let Some((words, behind)) = words else {
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
    }
    Some(take_whole_back(state, &words, &behind))
}

/// Takes back what letters opened and did, and keeps them as words, with what comes behind them.
fn take_whole_back(state: &mut State, run: &WordsOfRun, behind: &str) -> Effects {
    let mut effects = Vec::new();
    while state.overlays.len() > run.before.overlays {
        // A draft that was opened for this page would be closed with it.
        if matches!(state.overlays.last(), Some(Overlay::Aloud(reading)) if reading.closes_draft) {
            break;
        }
        effects.extend(close(state));
    }
    if let Some(editor) = state.editor.as_deref_mut() {
        editor.stop_typing();
    }
    let depth = |state: &State| state.editor.as_deref().map_or(0, DraftEditor::undo_depth);
    let mut changed = false;
    while depth(state) > run.before.steps && state.step_draft(true).is_some() {
        changed = true;
    }
    state.status = None;
    keep_words(state, &Stray::Nothing, format!("{}{behind}", run.letters));
    match changed {
        true => state.tell_first("What these letters did to the draft is taken back."),
        false => do_again(state, run.undone),
    }
    effects.extend(state.save());
    effects
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

/// Returns true where a letter would be glued to the last word of a text or box that was opened by letters, one of which
/// has changed the draft, done nothing, or taken something back.
fn is_glued(state: &State, letter: char, run: &WordsOfRun) -> bool {
    let behind_word = match state.around_cursor() {
        (Some(before), None) => !before.is_whitespace(),
        // In normal mode the cursor stands on the last character.
        (_, Some(last)) if state.stands_on_last() => !last.is_whitespace(),
        _ => false,
    };
    let opened = match state.overlays.last() {
        Some(overlay @ Overlay::Question(_)) => {
            let keeps = overlay.field().is_some_and(|it| !it.gives_way());
            keeps && state.overlays.len() > run.before.overlays
        }
        Some(_) => false,
        None => true,
    };
    let editor = state.editor.as_deref();
    let changed = editor.is_some_and(|it| it.undo_depth() > run.before.steps);
    letter.is_alphabetic() && behind_word && opened && (changed || run.any_idle || run.undone > 0)
}

/// Takes note of a key that was taken for a command, of what it has left to be taken back, and of what was there before it.
/// One that did nothing may be the first letter of a word, but where it is the same `again`: that is a key which is pressed
/// until it does something.
pub(in crate::app) fn was_command(
    state: &mut State,
    key: Key,
    there: BeforeKey,
    idle: bool,
    again: bool,
) {
    let before = std::mem::take(&mut state.stray);
    let Some(letter) = key.typed() else {
        return;
    };
    let mut run = match before {
        Stray::Letters(run) => run,
        Stray::Nothing | Stray::Words(_) => LetterRun::default(),
    };
    if run.push(letter, idle && !again, there) {
        let now = state.editor.as_deref().map(DraftEditor::undo_depth);
        run.has_steps(now.unwrap_or(usize::MAX));
        state.stray = Stray::Letters(run);
    }
}
