//! Words that are typed where no text is open: they run no commands.
//!
//! A key that does something does it at any speed, and so do signs but those of an amount: no word begins with one. What
//! is a word shows in one of these ways.
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
//! Whatever letters did shows for words at the end of the first: where they are a word that is known with what went into the
//! text, box or list which they opened, and that is none by itself ("rates ": the reason is opened, and "ates" goes into
//! it), all of it is taken back whole, and all are words. So they are where a blank is the first that goes into an empty
//! text. Where both may be meant ("a cross", "across") the letter was a command.
//!
//! Whoever erases a letter puts the word right: what it did belongs to the letter before it, or to the next. A rest ends a
//! word that went into what its first letters opened.
//!
//! A letter that takes something back ("u") is one of words where two more come with which it begins one: what it took back
//! is there again, before another command could make that impossible.
//!
//! So is all that comes until the keys rest or one is no character. Words are kept as what is pasted there is.

use super::Effects;
use super::taken_back::{forget_words, keep_words, take_back_for, take_whole_back};
use super::typing::keep_cut;
use super::word_ends::{erases, inserts, may_have_words, take_ended_back, word_ended};
use crate::app::command::Command;
use crate::app::field::TextField;
use crate::app::key::{Code, Key};
use crate::app::keymap::Bound;
use crate::app::overlay::Overlay;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::{
    BeforeKey, Behind, LetterRun, Stray, WordsOfRun, is_last_ended_by, may_begin,
};
use crate::text::without_end;

/// Takes a key as one of words that are typed where no text is open, or where only such words have opened one; returns
/// `None` where it is none.
pub(in crate::app) fn take_stray(state: &mut State, key: Key) -> Option<Effects> {
    let before = std::mem::take(&mut state.stray);
    if state.typed_field().is_some() {
        return take_back(state, before, key);
    }
    let unlocking = state.is_unlocking();
    let interrupted = state.scope() == Scope::Interrupted || unlocking.is_some();
    // What lies over the screen is answered by Enter.
    let lines = state.overlays.is_empty();
    let typed = key.typed();
    if let Some(name) = unlocking.filter(|_| typed.is_none() && !leads_out(state, key)) {
        state.stray = before;
        state.inform(format!(
            "{name} is being opened: what you type waits for it."
        ));
        return Some(Vec::new());
    }
    let ended = match &before {
        Stray::Letters(run) => typed.and_then(|it| run.word_ended_by(it, false)),
        Stray::Nothing | Stray::Words(..) => None,
    };
    let words = match &before {
        // Whoever mistypes puts it right.
        Stray::Words(words, _) if erases(key).is_some() => {
            let whole = erases(key) == Some(true);
            let (left, cut) = without_end(words, whole);
            if whole && !cut.is_empty() {
                keep_cut(state, cut.to_owned());
            }
            if left.is_empty() {
                forget_words(state, words);
                return Some(Vec::new());
            }
            left.to_owned()
        }
        // All of them were erased, and nothing is the first of others.
        Stray::Words(words, _) if words.is_empty() && typed.is_none_or(char::is_whitespace) => {
            return None;
        }
        Stray::Words(words, did) => {
            let new = typed.or_else(|| key.ends_line().filter(|_| lines))?;
            let all = format!("{words}{new}");
            if let Some(did) = did.as_ref().filter(|_| is_last_ended_by(words, new)) {
                return Some(take_back_for(state, did, &before, all));
            }
            all
        }
        Stray::Letters(run) if ended.is_some() || has_undone(run, key) => {
            let typed = typed.map(String::from)?;
            let run = run.words_from(&typed, ended)?;
            return Some(take_whole_back(state, &run, &typed));
        }
        Stray::Letters(run) if goes_on(state, run.idle, key) => {
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

/// Returns true where a key leaves the program, or may be the first of those that do.
fn leads_out(state: &State, key: Key) -> bool {
    match state.keymap.bound(state.scope(), &[key]) {
        Some(Bound::Command(command)) => command == Command::Quit,
        Some(Bound::Prefix(_)) => true,
        None => false,
    }
}

/// Takes the letters of a run for words, with what comes behind them. Where any of them has opened something over the
/// screen, nobody who goes on with the word has meant that: it is closed, and what they did to the draft is taken back.
/// Else what they did stands, and stays told of.
fn take_for_words(state: &mut State, run: Option<WordsOfRun>, behind: &str) -> Effects {
    let (letters, did) = match run {
        None => (String::new(), None),
        Some(run) if state.overlays.len() > run.before.overlays || run.undid => {
            return take_whole_back(state, &run, behind);
        }
        Some(run) => (run.letters.clone(), Some(Box::new(run))),
    };
    keep_words(state, &Stray::Nothing, format!("{letters}{behind}"));
    // What stands so far may be taken back yet.
    if let Stray::Words(_, of) = &mut state.stray {
        *of = did;
    }
    state.save()
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
        words.undid && all.len() > 2 && !again
    })
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
    let Stray::Letters(mut run) = before else {
        return None;
    };
    if let Some(whole) = erases(key) {
        // Whoever erases in a text that was opened by letters which did nothing else is at work in it.
        let steps = state.undo_depth().unwrap_or_default();
        if run.behind().is_empty() && !run.is_opener_erased() && !run.did_anything(steps) {
            return None;
        }
        match whole {
            true => run.erase_word(true),
            false => run.erase(true),
        }
        if !run.is_over() {
            state.stray = Stray::Letters(run);
        }
        return None;
    }
    if !may_have_words(state) {
        return None;
    }
    // Somebody who leaves it, or sends it off, has typed the word too.
    let Some(typed) = key.typed() else {
        let left = matches!(key.code, Code::Enter | Code::Esc);
        return left.then(|| take_ended_back(state, &run))?;
    };
    let inserts = inserts(state);
    let list = matches!(state.overlays.last(), Some(Overlay::Picker(_)));
    let first = run.behind().is_empty();
    let blank = first && typed == ' ' && is_empty(state);
    let at = match blank {
        true => Some(0),
        false => word_ended(state, &run, typed),
    };
    // A word of normal mode's keys is none, but a long one.
    let at = at.filter(|_| inserts || run.behind().chars().count() > 2);
    let is_prose = at.is_some();
    let behind = match list && !is_prose {
        true => words_that_found_nothing(state).filter(|_| typed.is_alphabetic()),
        false => Some(run.behind().to_owned()),
    };
    let words = behind.and_then(|behind| {
        let behind = format!("{behind}{typed}");
        let words = run.words_from(&behind, at)?;
        // Behind what was erased a letter goes on with what stands there.
        let glued = inserts && first && !run.is_opener_erased() && is_glued(state, typed, &words);
        (list || is_prose || glued).then_some((words, behind))
    });
    if let Some((words, behind)) = words {
        return Some(take_whole_back(state, &words, &behind));
    }
    // What goes into a list is words as soon as it can be nothing else; what goes into a text, with its first word.
    if list || typed.is_alphanumeric() {
        run.goes_into(typed, || opened(state));
        state.stray = Stray::Letters(run);
    }
    None
}

/// Returns what letters opened, before anything goes into it.
fn opened(state: &mut State) -> Behind {
    let in_box = state.top_box().map(|name| {
        let waited = state.words_of(&name).unwrap_or_default();
        (name, waited)
    });
    Behind {
        typed: String::new(),
        at_word: stands_at_word(state) && !is_empty(state),
        in_box,
    }
}

/// Returns true where what is typed next goes on with a word.
fn stands_at_word(state: &State) -> bool {
    match state.around_cursor() {
        (Some(before), None) => !before.is_whitespace(),
        // In normal mode the cursor stands on the last character.
        (_, Some(last)) if state.stands_on_last() => !last.is_whitespace(),
        _ => false,
    }
}

/// Returns true where nothing stands in what is typed in, or nobody has typed what does.
fn is_empty(state: &State) -> bool {
    let gives_way = match state.overlays.last() {
        Some(overlay) => overlay.field().is_some_and(TextField::gives_way),
        None => false,
    };
    gives_way || state.field_text().is_some_and(str::is_empty)
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
    let opened = match state.overlays.last() {
        Some(overlay @ Overlay::Question(_)) => {
            let keeps = overlay.field().is_some_and(|it| !it.gives_way());
            keeps && state.overlays.len() > run.before.overlays
        }
        Some(_) => false,
        None => true,
    };
    let changed = state.undo_depth().is_some_and(|it| it > run.before.steps);
    letter.is_alphabetic()
        && opened
        && stands_at_word(state)
        && (changed || run.any_idle || run.undid)
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
    let mut run = match before {
        Stray::Letters(run) => run,
        Stray::Nothing | Stray::Words(..) => LetterRun::default(),
    };
    let Some(letter) = key.typed() else {
        match erases(key).filter(|_| idle) {
            Some(true) => run.erase_word(false),
            Some(false) => run.erase(false),
            None => return,
        }
        state.stray = Stray::Letters(run);
        return;
    };
    if run.push(letter, idle && !again, there) {
        let open = state.open_file();
        run.has_steps(open, state.undo_depth().unwrap_or(usize::MAX));
        state.stray = Stray::Letters(run);
    }
}
