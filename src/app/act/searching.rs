//! Commands that look for words in the draft, and put others in their place.

use super::{Effects, ask, problems};
use crate::app::command::Command;
use crate::app::overlay::{Overlay, QuestionKind, ReplacementList, SearchList};
use crate::app::state::State;
use crate::assessment::has_word;
use crate::text::{Query, counted};

/// Opens the list of what is looked for.
pub(super) fn find(state: &mut State) {
    let list = state.editor.as_deref_mut().map(SearchList::of);
    state.overlays.extend(list.map(Overlay::Search));
}

/// Stops typing, and opens the list of what is looked for.
pub(super) fn find_from_text(state: &mut State) -> Effects {
    if let Some(editor) = &mut state.editor {
        editor.stop_typing();
    }
    find(state);
    state.save()
}

/// Goes to the place before that has the words which are looked for; where none are, asks for some.
pub(super) fn find_back(state: &mut State) -> Effects {
    match state.editor.as_ref().is_some_and(|it| it.search.is_some()) {
        true => next(state, false).unwrap_or_default(),
        false => find_from_text(state),
    }
}

/// Looks in the draft for the words that no command has.
pub(super) fn find_instead(state: &mut State) -> Option<Effects> {
    let Some(Overlay::Palette(palette)) = state.overlays.last() else {
        return None;
    };
    let words = palette.sought()?.to_owned();
    let list = state.editor.as_deref_mut().map(SearchList::of)?;
    state.overlays.pop();
    state.overlays.push(Overlay::Search(list));
    state.keep_words();
    if let Some(Overlay::Search(search)) = state.overlays.last_mut() {
        search.field.replace(&words);
    }
    state.follow_field();
    None
}

/// Goes to the place of the lit row; its words stay lit.
pub(super) fn go(state: &mut State) -> Option<Effects> {
    let name = state.top_box();
    let Some(Overlay::Search(search)) = state.overlays.pop() else {
        return None;
    };
    state.forget(name.as_ref());
    let editor = state.editor.as_mut()?;
    editor.stop_typing();
    let query = Query::new(search.field.text());
    editor.search = Some(query).filter(|query| !query.is_empty());
    let place = search.lit()?;
    editor.note_sought(search.field.text());
    if !search.has_texts() {
        // Who goes to a page has found it, where nothing else has the words.
        editor.search = None;
    }
    match editor.go_to_found(place) {
        false => state.inform("That has no place on the screen: it stands in the file."),
        true if editor.search.is_some() => {
            let many = counted(search.many, "place");
            state.inform(format!(
                "{many} with “{}”: {}",
                search.field.text().trim(),
                way_on(state, true)
            ));
        }
        true => {}
    }
    Some(state.save())
}

/// Goes on in the draft that was just opened with the words for which it was found in the library.
pub(in crate::app) fn go_on_from_library(state: &mut State) {
    let editor = state.editor.as_mut();
    let words = editor.and_then(|editor| {
        let words = state.library.words_in(&editor.file.path)?;
        editor.search = Some(Query::new(words));
        let (_, many) = editor.step_found(true)?;
        Some((words.to_owned(), many))
    });
    if let Some((words, many)) = words {
        let left = state.trail.has(None, true);
        let (many, way_on) = (counted(many, "place"), way_on(state, left));
        state.inform(format!("{many} with “{words}”: {way_on}"));
    }
}

/// Says which keys go on in a search, which leads back where a place was left for it, and which ends it.
fn way_on(state: &State, left: bool) -> String {
    let scope = state.scope();
    let key = |command| state.key(scope, command);
    let back = match left {
        true => format!("{} leads to where you were, ", key(Command::GoBack)),
        false => String::new(),
    };
    format!(
        "{} and {} go on and back, {back}{} ends it.",
        key(Command::NextProblem),
        key(Command::PreviousProblem),
        key(Command::Back)
    )
}

/// Goes to the next place that has the words that are looked for or, where none are, to the next problem.
pub(super) fn next(state: &mut State, onward: bool) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    if editor.search.is_none() {
        return problems::step_problem(state, onward);
    }
    editor.stop_typing();
    match editor.step_found(onward) {
        Some((nth, many)) => {
            let way_on = way_on(state, true);
            state.inform(format!("{nth} of {many}: {way_on}"));
        }
        None => {
            let back = state.key(state.scope(), Command::Back);
            state.inform(format!(
                "Nothing on the screen has these words any more; {back} ends the search."
            ));
        }
    }
    Some(state.save())
}

/// Asks for the words that are to stand in the place of those that were found.
pub(super) fn ask_by(state: &mut State) -> Option<()> {
    let editor = state.editor.as_deref_mut()?;
    let Some(Overlay::Search(search)) = state.overlays.last() else {
        return None;
    };
    let sought = search.field.text().trim().to_owned();
    if sought.is_empty() {
        last_sought(state);
        return None;
    }
    let many = search.texts(editor).len();
    if many == 0 {
        state.inform("No text that is written here has these words one behind the other.");
        return None;
    }
    let help = format!(
        "Found in {}. Each is shown before anything is changed.",
        counted(many, "text")
    );
    let title = format!("Which words in place of “{sought}”?");
    ask(state, QuestionKind::Replace(sought), &title, &help, "");
    Some(())
}

/// Puts the words that were looked for last into the empty field.
fn last_sought(state: &mut State) {
    let editor = state.editor.as_deref();
    let words = editor.map_or_else(String::new, |it| it.last_sought().to_owned());
    if let Some(Overlay::Search(search)) = state.overlays.last_mut() {
        search.field.replace(&words);
    }
    state.follow_field();
}

/// Lists the texts as they would be.
pub(super) fn list_replacements(state: &mut State, by: &str) {
    let editor = state.editor.as_deref_mut();
    let search = state.overlays.last();
    if let (Some(editor), Some(Overlay::Search(search))) = (editor, search) {
        let list = ReplacementList::of(search, editor, by);
        state.overlays.push(Overlay::Replacement(list));
        // The box is answered, and nothing is replaced yet.
        if has_word(by) {
            state.keep_earlier(by);
        }
    }
}

pub(super) fn toggle(state: &mut State) {
    if let Some(Overlay::Replacement(list)) = state.overlays.last_mut() {
        list.toggle();
    }
}

pub(super) fn toggle_all(state: &mut State) {
    if let Some(Overlay::Replacement(list)) = state.overlays.last_mut() {
        list.toggle_all();
    }
}

/// Replaces the words in the chosen texts, as one step, and closes the search.
pub(super) fn replace(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    let Some(Overlay::Replacement(list)) = state.overlays.last() else {
        return None;
    };
    let edits = list.edits(editor);
    let many = edits.len();
    let done = editor.reword(edits);
    let said = format!(
        "“{}” is “{}” now in {}; undo takes it back in one step.",
        list.sought,
        list.by,
        counted(many, "text")
    );
    let by = list.by.clone();
    if state.warn_on_err(done).is_some() {
        // They stand in the draft now, and are offered again while they do not.
        state.was_placed(&by);
        state.overlays.pop();
        let name = state.top_box();
        state.forget(name.as_ref());
        state.overlays.pop();
        state.inform(said);
    }
    Some(state.save())
}
