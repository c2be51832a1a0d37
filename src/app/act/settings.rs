//! Commands on the settings.

use std::sync::Arc;

use super::{Effects, ask};
use crate::app::effect::Effect;
use crate::app::message::{SettingRow, SettingsNews};
use crate::app::overlay::{AwaitedNews, Overlay, Pace, Picker, PickerPurpose, QuestionKind, THEME};
use crate::app::state::State;

pub(super) fn settings(_: &mut State) -> Effect {
    Effect::Settings
}

/// Offers the values of a setting or, where any will do, asks for one.
pub(super) fn change(state: &mut State, row: &SettingRow) {
    match Picker::of_values(row.clone()) {
        Some(picker) => state.overlays.push(Overlay::Picker(picker)),
        None => type_value(state, row),
    }
}

fn type_value(state: &mut State, row: &SettingRow) {
    let value = row.value.trim_matches('"');
    let asked = QuestionKind::Setting(row.path.clone());
    ask(state, asked, &row.label, &row.help, value);
}

/// Takes a value that was chosen: its file has it from now on. Where another is to be typed, asks for it.
pub(super) fn chosen(state: &mut State, row: &SettingRow, at: usize) -> Option<Effects> {
    let Some(chosen) = row.values.get(at) else {
        type_value(state, row);
        return None;
    };
    let (path, value) = (row.path.clone(), chosen.value.clone());
    Some(vec![Effect::ChangeSetting { path, value }])
}

/// Shows the settings, or goes by one that was changed.
pub(in crate::app) fn take_settings(state: &mut State, news: SettingsNews) -> Effects {
    let (path, value, words, rows, keymap) = match news {
        SettingsNews::Listed(rows) => {
            let picker = Picker::of_settings(rows);
            state.overlays.push(Overlay::Picker(picker));
            return Vec::new();
        }
        SettingsNews::Changed {
            path,
            value,
            words,
            rows,
            keymap,
        } => (path, value, words, rows, keymap),
    };
    state.came_about(&AwaitedNews::Set);
    let listed = state.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Picker(picker) if matches!(picker.purpose, PickerPurpose::Settings(_)) => {
            Some(picker)
        }
        _ => None,
    });
    if let Some(picker) = listed {
        let before = std::mem::replace(picker, Picker::of_settings(rows));
        picker.resume(before, None);
    }
    state.inform(words);
    match path.as_str() {
        THEME => state.theme = Some(value.trim_matches('"').to_owned()),
        // Whoever gives commands by their names presses no key.
        "key-set" if !state.keymap.is_by_name() => state.keymap = keymap,
        "mouse" => {
            let caught = value.trim() == "true";
            state.mouse = Some(caught);
            return vec![Effect::CatchMouse(caught)];
        }
        "print.width" => {
            let width = value.trim().parse().ok();
            state.print_width = width.filter(|width| *width > 0);
        }
        "reading.words-a-minute" => {
            state.pace = value.trim().parse().map_or(state.pace, Pace::of);
        }
        "words" => {
            let mut levels = (*state.levels).clone();
            value.trim_matches('"').clone_into(&mut levels.words);
            state.levels = Arc::new(levels);
            if let Some(editor) = &mut state.editor {
                editor.set_levels(&state.levels);
            }
        }
        _ => {}
    }
    Vec::new()
}
