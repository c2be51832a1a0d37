//! Last year's draft, the framework, and what is chosen of them.

use std::sync::Arc;

use super::{Effects, inspection};
use crate::app::command::Command;
use crate::app::effect::{Effect, FrameworkPurpose};
use crate::app::message::Candidate;
use crate::app::overlay::{MappingTable, Overlay, Picker};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Framework, HeadField, Place};

/// Does what a framework was chosen for.
pub(super) fn framework_chosen(
    state: &mut State,
    purpose: FrameworkPurpose,
    framework: &Arc<Framework>,
) -> Option<Effect> {
    let id = framework.id.clone();
    Some(match purpose {
        FrameworkPurpose::New(subject) => Effect::Create {
            subject,
            framework: Some(id),
        },
        FrameworkPurpose::Body(subject) => Effect::CreateBeside {
            subject,
            framework: Some(id),
            carried: inspection::carried(state),
        },
        FrameworkPurpose::NextYear { from, year } => Effect::Succeed {
            from,
            year,
            framework: id,
        },
        FrameworkPurpose::Example => Effect::CreateExample(id),
        FrameworkPurpose::Change => {
            let editor = state.editor.as_ref()?;
            if editor.framework.id == id {
                state.inform("The draft has this framework already.");
            } else {
                let table = MappingTable::new(editor, Arc::clone(framework));
                state.overlays.push(Overlay::Mapping(table));
            }
            return None;
        }
    })
}

/// Returns the table of where headings go, where it is on top.
pub(super) fn mapping(state: &mut State) -> Option<&mut MappingTable> {
    match state.overlays.last_mut() {
        Some(Overlay::Mapping(table)) => Some(table),
        _ => None,
    }
}

pub(super) fn map_heading(state: &mut State) {
    let picker = mapping(state).and_then(|table| Picker::of_mapping(table));
    state.overlays.extend(picker.map(Overlay::Picker));
}

pub(super) fn map_to_tray(state: &mut State) {
    if let Some(table) = mapping(state) {
        table.send(None);
    }
}

/// Changes the framework as the table says.
pub(super) fn apply_framework(state: &mut State) -> Option<Effects> {
    let Some(Overlay::Mapping(table)) = state.overlays.pop() else {
        return None;
    };
    let editor = state.editor.as_mut()?;
    let done = editor.change_framework(&table.to, &table.mappings());
    let waiting = editor.waiting();
    if state.warn_on_err(done).is_some() {
        let key = state.key(Scope::Headings, Command::Undo);
        let title = &table.to.title;
        state.inform(match waiting {
            0 => format!("Under {title} now, and all has its place; {key} takes it back."),
            many => {
                format!(
                    "Under {title} now; {many} in the tray, nothing is lost. {key} takes it back."
                )
            }
        });
    }
    Some(state.save())
}

/// Offers places for what waits under the cursor.
pub(super) fn place_waiting(state: &mut State, at: usize) -> Option<()> {
    let editor = state.editor.as_ref()?;
    if let Some(picker) = Picker::of_tray(editor, at) {
        state.overlays.push(Overlay::Picker(picker));
        return None;
    }
    let item = editor.assessment.tray.get(at);
    let of = item.map(|item| item.of.clone()).unwrap_or_default();
    let key = |command| state.key(Scope::Findings, command);
    let aside = key(Command::Aside);
    let message = match of.as_str() {
        "overall.stance" | "overall.form" => format!(
            "This framework has other openings: {} chooses one; then {aside} sets this aside.",
            key(Command::Opening)
        ),
        "monitoring.stage" => format!(
            "This framework has other stages: choose one on the page About; then {aside} sets this aside."
        ),
        "statement.closing" => format!(
            "This framework has other closings: choose one on the page Overall; then {aside} sets this aside."
        ),
        "statement.needs-first" => format!(
            "{} on a heading lets its paragraph begin with the areas for improvement; then {aside} sets this aside.",
            key(Command::NeedsFirst)
        ),
        "statement.voice" => format!(
            "This framework has other voices: {} chooses one; then {aside} sets this aside.",
            key(Command::Voice)
        ),
        finding => format!(
            "This framework has other frames: {} on {finding} chooses one; then {aside} sets this aside.",
            key(Command::Frame)
        ),
    };
    state.inform(message);
    None
}

/// Offers the drafts that could be last year's.
pub(in crate::app) fn offer_earlier(state: &mut State, found: Vec<Candidate>) {
    if let Some(editor) = &state.editor {
        let picker = Picker::of_earlier(editor, found);
        state.overlays.push(Overlay::Picker(picker));
    }
}

/// Begins typing the name of last year's draft.
pub(super) fn type_predecessor(state: &mut State) -> Option<bool> {
    let editor = state.editor.as_mut()?;
    let done = editor.type_at(&Place::Head(HeadField::Predecessor));
    state.warn_on_err(done)
}
