//! Commands on the settings.

use super::{Effects, ask};
use crate::app::effect::Effect;
use crate::app::message::{SettingRow, SettingsNews};
use crate::app::overlay::{Overlay, Picker, QuestionKind, THEME};
use crate::app::state::State;

pub(super) fn settings(_: &mut State) -> Effect {
    Effect::Settings
}

/// Offers the values of a setting or, where any will do, asks for one.
pub(super) fn change(state: &mut State, row: &SettingRow) {
    match Picker::of_values(row.clone()) {
        Some(picker) => state.overlays.push(Overlay::Picker(picker)),
        None => {
            let title = format!("{} =", row.path);
            let value = row.value.trim_matches('"');
            let asked = QuestionKind::Setting(row.path.clone());
            ask(state, asked, &title, &row.help, value);
        }
    }
}

/// Takes a value that was chosen: its file has it from now on.
pub(super) fn chosen(row: &SettingRow, at: usize) -> Option<Effects> {
    let value = row.values.get(at)?.clone();
    let path = row.path.clone();
    Some(vec![Effect::ChangeSetting { path, value }])
}

/// Shows the settings, or goes by one that was changed.
pub(in crate::app) fn take_settings(state: &mut State, news: SettingsNews) {
    let (path, value, words) = match news {
        SettingsNews::Listed(rows) => {
            let picker = Picker::of_settings(rows);
            return state.overlays.push(Overlay::Picker(picker));
        }
        SettingsNews::Changed { path, value, words } => (path, value, words),
    };
    state.came_about();
    state.inform(words);
    match path.as_str() {
        THEME => state.theme = Some(value.trim_matches('"').to_owned()),
        "print.width" => {
            let width = value.trim().parse().ok();
            state.print_width = width.filter(|width| *width > 0);
        }
        _ => {}
    }
}
