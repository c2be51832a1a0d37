//! Editing a text in another program. What comes back is one edit; where the text was changed meanwhile both are merged,
//! and where it is gone the words wait for a place.

use std::path::{Path, PathBuf};

use super::Effects;
use super::waiting::quoted;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::outside::{OutsideFrom, OutsideOutcome, OutsideText, StandingText};
use crate::app::overlay::Overlay;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Address, Assessment, Descent, Edit};
use crate::text;

/// Hands the text that is typed in to another program.
pub(super) fn edit(state: &mut State) -> Option<Effects> {
    let words = state.field_text()?.to_owned();
    let from = match state.overlays.last() {
        Some(overlay) => OutsideFrom::Box(overlay.box_name()?),
        None => {
            let editor = state.editor.as_deref()?;
            let place = &editor.typing.as_ref()?.place;
            let address = editor.assessment.address_of(place)?;
            OutsideFrom::Draft(address, Box::new(editor.assessment.clone()))
        }
    };
    let mut effects = state.save();
    effects.push(Effect::EditOutside(OutsideText { words, from }));
    Some(effects)
}

/// Takes in what another program has made of a text.
pub(in crate::app) fn take_edited(
    state: &mut State,
    edited: OutsideText,
    outcome: OutsideOutcome,
) -> Effects {
    if let Some(folder) = outcome.stays {
        state.inform("The editor returned at once with nothing changed. Where it goes on by itself, let it wait: EDITOR=\"code --wait\". What is saved there is taken in all the same.");
        let text = edited;
        state.standing.push(StandingText { folder, text });
        return Vec::new();
    }
    let OutsideText { words, from } = edited;
    let lines = words.contains('\n');
    let after = outcome.words.map(|after| {
        let after = text::paste(after.trim_end_matches(['\n', '\r']), lines).text;
        match lines {
            true => after,
            false => after.trim_end().to_owned() + trailing(&words),
        }
    });
    let after = after.filter(|after| *after != words);
    match (after, outcome.failure) {
        (None, None) => state.inform("Nothing was changed there."),
        (None, Some(why)) => state.warn(why),
        // A program that failed has not said that this is what is wanted.
        (Some(after), Some(why)) => wait(state, &after, &why),
        (Some(after), None) => match from {
            OutsideFrom::Draft(address, base) => {
                return take_in_draft(state, &address, &base, (&words, &after));
            }
            OutsideFrom::Box(name) => take_in_box(state, &name, (&words, &after)),
        },
    }
    Vec::new()
}

/// Returns the blanks at the end of a text, which no editor shows and typing goes on behind.
fn trailing(words: &str) -> &str {
    words.get(words.trim_end().len()..).unwrap_or_default()
}

fn take_in_draft(
    state: &mut State,
    address: &Address,
    base: &Assessment,
    (before, after): (&str, &str),
) -> Effects {
    let place = state.editor.as_ref().and_then(|editor| {
        let same = editor.assessment.head.id == base.head.id;
        editor.assessment.place_of(address).filter(|_| same)
    });
    let (Some(place), Some(editor)) = (place, &mut state.editor) else {
        wait(state, after, "The text is no longer there.");
        return Vec::new();
    };
    if editor.assessment.text(&place) == Some(before) {
        let done = editor.replace_text(&place, after);
        if state.warn_on_err(done).is_some() {
            let key = state.key(Scope::Typing, Command::Undo);
            state.inform(format!(
                "The text is as you left it there; {key} takes that back."
            ));
        }
        return state.save();
    }
    let mut theirs = base.clone();
    let there = theirs.place_of(address);
    let edit = there.and_then(|place| {
        let splice = text::splice_between(before, after)?;
        Some(Edit::Splice { place, splice })
    });
    if edit.is_some_and(|edit| edit.apply(&mut theirs).is_ok()) {
        return state.merge_in(
            base,
            &theirs,
            Descent::FromFile,
            "What you wrote there was merged",
        );
    }
    wait(state, after, "The text was changed meanwhile.");
    Vec::new()
}

fn take_in_box(state: &mut State, name: &str, (before, after): (&str, &str)) {
    let top = state.overlays.last_mut();
    let same = top.filter(|overlay| overlay.box_name().as_deref() == Some(name));
    let field = same.and_then(Overlay::field_mut);
    match field.filter(|field| field.text() == before) {
        Some(field) => {
            field.replace(after);
            state.follow_field();
            state.inform("The text is as you left it there.");
        }
        None => wait(state, after, "The box was closed or changed meanwhile."),
    }
}

/// Lets words wait that have no place, and says why.
fn wait(state: &mut State, words: &str, why: &str) {
    state.let_wait(words);
    state.cut_first = false;
    state.warn(format!(
        "{} is kept, and waits for a place. {why}",
        quoted(words)
    ));
}

/// Takes in what a text says that stays written out, where another program has changed it; from then on it is looked at as it
/// is now.
pub(in crate::app) fn take_standing(state: &mut State, folder: &Path, words: String) -> Effects {
    let at = state.standing.iter().position(|it| it.folder == folder);
    let Some(at) = at else {
        return Vec::new();
    };
    let StandingText { folder, text } = state.standing.remove(at);
    let words = words.trim_end_matches(['\n', '\r']).to_owned();
    if words == text.words {
        state.standing.insert(at, StandingText { folder, text });
        return Vec::new();
    }
    let from = text.from.clone();
    let outcome = OutsideOutcome {
        words: Some(words.clone()),
        ..OutsideOutcome::default()
    };
    let mut effects = take_edited(state, text, outcome);
    // Once they are in a journal.
    effects.push(Effect::OutsideKept(folder.clone(), words.clone()));
    let from = match (from, &state.editor) {
        // What is said of another draft is no base for this one.
        (OutsideFrom::Draft(address, base), Some(editor))
            if editor.assessment.head.id == base.head.id =>
        {
            OutsideFrom::Draft(address, Box::new(editor.assessment.clone()))
        }
        (from, _) => from,
    };
    let text = OutsideText { words, from };
    state.standing.insert(at, StandingText { folder, text });
    effects
}

/// Tells of a text that is still open in another program, whose Assay was killed.
pub(in crate::app) fn tell_open(state: &mut State, words: &str) {
    state.inform(format!(
        "{} is still open in another program, where Assay was killed before. What that saves waits here when Assay is started next.",
        quoted(words)
    ));
}

/// Lets words wait that were left, in a folder, by a program which ended while they were edited; then they are known.
pub(in crate::app) fn take_left(state: &mut State, folder: PathBuf, words: &str) -> Effects {
    let why = "Assay ended while a text was edited in another program.";
    wait(state, text::paste(words, false).text.trim(), why);
    vec![Effect::OutsideKept(folder, words.to_owned())]
}
