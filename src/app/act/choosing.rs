//! The consequences of a choice from a list.

use super::saving::answered_missing;
use super::{Effects, IntoEffects, act, frameworks, inspection};
use crate::app::editor::{Choice, Page};
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, Picker, PickerPurpose};
use crate::app::state::State;
use crate::assessment::{FindingField, HeadField, MovedEdits, Place, Shape};

/// Takes what is chosen in a list or among the commands.
pub(super) fn choose(state: &mut State) -> Effects {
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        let Some(command) = palette.chosen() else {
            return Vec::new();
        };
        let name = state.top_box();
        state.forget(name.as_ref());
        state.overlays.pop();
        return act(state, command);
    }
    let name = state.top_box();
    // Where nothing has the words, Enter takes nothing and the list stays.
    let lit =
        matches!(state.overlays.last(), Some(Overlay::Picker(picker)) if picker.chosen().is_some());
    match state.overlays.pop_if(|_| lit) {
        Some(Overlay::Picker(mut picker)) => {
            state.forget(name.as_ref());
            picker.field.was_answered();
            chosen(state, picker)
        }
        _ => Vec::new(),
    }
}

fn chosen(state: &mut State, picker: Picker) -> Effects {
    if matches!(picker.purpose, PickerPurpose::Drafts(_)) {
        return inspection::add(state, picker);
    }
    let (Some(choice), Some(at)) = (picker.chosen(), picker.chosen_at()) else {
        return Vec::new();
    };
    if let PickerPurpose::Missing(kind, answers) = &picker.purpose {
        let answer = answers.get(at);
        return answer.map_or_else(Vec::new, |answer| answered_missing(state, *kind, answer));
    }
    match (&picker.purpose, &mut state.editor) {
        (PickerPurpose::Framework(purpose, all), _) => {
            let framework = all.get(at);
            let framework =
                framework.and_then(|it| frameworks::framework_chosen(state, purpose.clone(), it));
            return framework.into_effects();
        }
        (PickerPurpose::Evidence(filters), Some(editor)) => {
            if let Some(filter) = filters.get(at) {
                editor.filter_evidence(filter.clone());
            }
        }
        (PickerPurpose::Mapping(ids), _) => {
            if let (Some(table), Some(id)) = (frameworks::mapping(state), ids.get(at)) {
                table.send(id.clone());
            }
        }
        (PickerPurpose::Tray(waiting, ids), Some(editor)) => {
            if let Some(id) = ids.get(at) {
                let done = editor.place_waiting(*waiting, id);
                state.report(done);
            }
            return state.save();
        }
        (PickerPurpose::MovedEdits(waiting), Some(_)) if at == 0 => {
            return merge_waiting(state, waiting);
        }
        (PickerPurpose::Predecessor, Some(_)) if choice.sets.is_empty() => {
            frameworks::type_predecessor(state);
        }
        (PickerPurpose::Predecessor, Some(_)) => {
            return set_value(state, &picker, choice, &Place::Head(HeadField::Predecessor));
        }
        (PickerPurpose::Value(place), Some(_)) => return set_value(state, &picker, choice, place),
        (
            PickerPurpose::MovedEdits(_) | PickerPurpose::Drafts(_) | PickerPurpose::Missing(..),
            _,
        )
        | (_, None) => {}
    }
    Vec::new()
}

/// Gives a place the value that was chosen for it.
fn set_value(state: &mut State, picker: &Picker, choice: &Choice, place: &Place) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let mut sets = choice.sets.clone();
    sets.extend(editor.stands_on_now(place));
    let done = editor.change(editor.setting(&sets));
    if done.is_ok()
        && let Place::Finding(at, FindingField::Heading) = place
        && editor.detail.is_none()
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
    state.warn_on_err(done);
    state.save()
}

/// Merges in edits that were made to this draft in another file.
fn merge_waiting(state: &mut State, waiting: &MovedEdits) -> Effects {
    let mut effects = state.merge_in(
        &waiting.base,
        &waiting.with,
        false,
        "The edits were brought in",
    );
    effects.push(Effect::SetAside(waiting.journal.clone()));
    effects
}
