//! The consequences of a choice from a list.

use super::saving::answered_missing;
use super::waiting::put_in_told;
use super::{
    Effects, IntoEffects, act, frameworks, importing, inspection, intake, library, problems,
    searching, settings, spelling, waiting,
};
use crate::app::consent::Consent;
use crate::app::editor::{Choice, DraftEditor, Page, SearchPlace};
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::file::Reopening;
use crate::app::layout::{self, Pane};
use crate::app::overlay::{Overlay, Picker, PickerPurpose};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Descent, FindingField, HeadField, MovedEdits, Place, Shape};
use crate::text::{capital, counted};

/// Takes what is chosen in a list or among the commands.
pub(super) fn choose(state: &mut State) -> Option<Effects> {
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        if let Some(place) = palette.chosen_place().cloned() {
            state.overlays.pop();
            let editor = state.editor.as_mut()?;
            editor.stop_typing();
            if editor.go_to_found(&place) && matches!(place, SearchPlace::Text(_)) {
                editor.go_to_pane(Pane::Findings);
            }
            return Some(state.save());
        }
        let Some(command) = palette.chosen() else {
            return searching::find_instead(state);
        };
        state.overlays.pop();
        return Some(act(state, command));
    }
    let name = state.top_box();
    if let Some(Overlay::Picker(picker)) = state.overlays.last_mut()
        && let PickerPurpose::Settings(rows) = &picker.purpose
    {
        // The list stays, with all its rows: more than one may be changed.
        let at = picker.chosen_at()?;
        let row = rows.get(at)?.clone();
        picker.field = TextField::search("");
        picker.list.narrow("");
        picker.list.light(at);
        state.forget(name.as_ref());
        settings::change(state, &row);
        return None;
    }
    // Where nothing has the words, Enter takes nothing and the list stays.
    let lit =
        matches!(state.overlays.last(), Some(Overlay::Picker(picker)) if picker.chosen().is_some());
    match state.overlays.pop_if(|_| lit) {
        Some(Overlay::Picker(mut picker)) => {
            state.forget(name.as_ref());
            picker.field.was_answered();
            chosen(state, picker)
        }
        _ => None,
    }
}

/// Puts in the words by which the list of commands was narrowed last.
pub(super) fn last_words(state: &mut State) {
    if let Some(Overlay::Palette(palette)) = state.overlays.last_mut()
        && let Some(words) = palette.last.take()
    {
        palette.field.replace(&words);
        state.follow_field();
    }
}

fn chosen(state: &mut State, picker: Picker) -> Option<Effects> {
    match &picker.purpose {
        PickerPurpose::Drafts(_) => inspection::add(state, picker),
        PickerPurpose::Import(_) => importing::take(state, picker),
        _ => chosen_once(state, &picker),
    }
}

/// Does what was chosen in a list that is over with it.
fn chosen_once(state: &mut State, picker: &Picker) -> Option<Effects> {
    let (choice, at) = (picker.chosen()?, picker.chosen_at()?);
    match &picker.purpose {
        PickerPurpose::Missing(kind, answers) => {
            return Some(answered_missing(state, *kind, answers.get(at)?));
        }
        PickerPurpose::Consent(consent) => return consented(state, consent, at),
        PickerPurpose::Spelling(word, answers) => {
            let effects = spelling::chosen(state, word, answers.get(at)?);
            problems::list_again(state);
            return effects;
        }
        PickerPurpose::TakeIn(taken) => return intake::answered(state, taken, at),
        PickerPurpose::Problems(all) => {
            problems::go_to(state, all.get(at)?);
            return None;
        }
        _ => {}
    }
    match (&picker.purpose, &mut state.editor) {
        (PickerPurpose::Waiting { waiting, forget }, _) => {
            let is_next = waiting::chosen(state, waiting, *forget, at);
            // Where findings stand it has a place at once.
            if is_next && state.takes_findings() {
                return intake::take_in(state);
            }
            if is_next && let Some(told) = put_in_told(state, Scope::Typing, "where you type") {
                state.inform(format!(
                    "No text is open, and no findings stand here: {told}"
                ));
            }
        }
        (PickerPurpose::Trash(trashed), _) => {
            return Some(library::bring_back(trashed.get(at)?).into_effects());
        }
        (PickerPurpose::Setting(row), _) => return settings::chosen(state, row, at),
        (PickerPurpose::Framework(purpose, all), _) => {
            let effect = frameworks::framework_chosen(state, purpose.clone(), all.get(at)?);
            return Some(effect.into_effects());
        }
        (PickerPurpose::Evidence(filters), Some(editor)) => {
            editor.filter_evidence(filters.get(at)?.clone());
        }
        (PickerPurpose::Mapping(ids), _) => {
            frameworks::mapping(state)?.send(ids.get(at)?.clone());
        }
        (PickerPurpose::Tray(waiting, ids), Some(editor)) => {
            let done = editor.place_waiting(*waiting, ids.get(at)?);
            state.report(done);
            return Some(state.save());
        }
        (PickerPurpose::MovedEdits(waiting), Some(_)) if at == 0 => {
            return Some(merge_waiting(state, waiting));
        }
        (PickerPurpose::Predecessor, Some(_)) if choice.sets.is_empty() => {
            frameworks::type_predecessor(state);
        }
        (PickerPurpose::Predecessor, Some(_)) => {
            return set_value(state, picker, choice, &Place::Head(HeadField::Predecessor));
        }
        (PickerPurpose::Value(place), Some(_)) => return set_value(state, picker, choice, place),
        (
            PickerPurpose::MovedEdits(_)
            | PickerPurpose::Drafts(_)
            | PickerPurpose::Import(_)
            | PickerPurpose::Settings(_)
            | PickerPurpose::Missing(..)
            | PickerPurpose::Consent(_)
            | PickerPurpose::Spelling(..)
            | PickerPurpose::Problems(_)
            | PickerPurpose::TakeIn(_),
            _,
        )
        | (_, None) => {}
    }
    None
}

/// Does what was asked about, where that was chosen. What was typed for it waits where it was not.
fn consented(state: &mut State, consent: &Consent, at: usize) -> Option<Effects> {
    if at == 0 {
        state.awaited = None;
        state.inform("It is left as it is: nothing was done.");
        return None;
    }
    let effect = match consent.clone() {
        Consent::TakeOver(kind) => {
            state.file(kind)?.wants_reopening(Reopening::TakenOver);
            return None;
        }
        Consent::Duplicate(path) => Effect::Duplicate(path),
        Consent::Rename(path, name) => Effect::Rename(path, name),
        Consent::Trash(path) => Effect::Trash(path),
    };
    Some(effect.into_effects())
}

/// Gives a place the value that was chosen for it.
fn set_value(
    state: &mut State,
    picker: &Picker,
    choice: &Choice,
    place: &Place,
) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    let (mut sets, many, unfit) = match place {
        Place::Finding(at, field) => {
            let spread = editor.spread(*at, *field, choice);
            (spread.sets, editor.chosen_with(*at).len(), spread.unfit)
        }
        _ => (choice.sets.clone(), 1, 0),
    };
    sets.extend(editor.stands_on_now(place));
    let edits = editor.setting(&sets);
    let changes = !edits.is_empty();
    let done = editor.change(edits);
    if done.is_ok()
        && let Place::Finding(at, FindingField::Heading) = place
        && editor.detail().is_none()
        && editor.page != Page::Tray
    {
        editor.show(&Place::Finding(*at, FindingField::Text));
    }
    // Of a list more than one may be wanted.
    if place.shape() == Shape::List
        && matches!(place, Place::Finding(..))
        && let Some(mut again) = Picker::new(&picker.title, editor, place.clone())
    {
        again.resume(picker.clone(), state.editor.as_deref_mut());
        state.overlays.push(Overlay::Picker(again));
    }
    // Where one pane fills the window, the row that says so may be on another.
    let is_done = state.warn_on_err(done).is_some();
    let told = state.editor.as_deref().and_then(DraftEditor::last_told);
    // A finding that went to another heading has left the page that the hand was on.
    let moved = matches!(place, Place::Finding(_, FindingField::Heading));
    let unseen = many > 1 || moved || state.size.width < layout::TWO_PANES;
    if let Some(told) = told.filter(|_| is_done && changes && unseen) {
        let unfit = match unfit {
            0 => String::new(),
            unfit => format!(
                " {} cannot be so, and stayed as it was.",
                counted(unfit, "finding")
            ),
        };
        state.inform(format!("{}.{unfit}", capital(&told)));
    }
    Some(state.save())
}

/// Merges in edits that were made to this draft in another file.
fn merge_waiting(state: &mut State, waiting: &MovedEdits) -> Effects {
    let mut effects = state.merge_in(
        &waiting.base,
        &waiting.with,
        Descent::FromFile,
        "The edits were brought in",
    );
    effects.push(Effect::SetAside(waiting.journal.clone()));
    effects
}
