//! Commands of whoever reads aloud.

use super::Effects;
use crate::app::editor::DraftTarget;
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, ReadAloud};
use crate::app::state::State;

/// Shows the statement alone, from its first sentence on. What was written is saved: nobody pauses for that in front of
/// an audience.
pub(super) fn open(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_ref()?;
    let reading = ReadAloud::new(editor.document(), state.pace);
    state.overlays.push(Overlay::Aloud(reading));
    Some(state.save())
}

/// Opens the chosen draft to read it aloud, and to close it afterwards.
pub(super) fn from_library(state: &mut State) -> Option<Effect> {
    let path = state.library.chosen()?.path.clone();
    state.target = Some(DraftTarget::Aloud);
    Some(Effect::Open(path))
}

/// Reads the draft aloud that was opened for that.
pub(in crate::app) fn read_aloud(state: &mut State) {
    // It may have been opened just now, and not be woven yet.
    state.weave();
    let Some(editor) = state.editor.as_ref() else {
        return;
    };
    if !ReadAloud::can_read(editor.document()) {
        return state.inform("There is nothing to be read aloud yet.");
    }
    let mut reading = ReadAloud::new(editor.document(), state.pace);
    reading.closes_draft = true;
    state.overlays.push(Overlay::Aloud(reading));
}

pub(super) fn start_stop(state: &mut State) -> Option<()> {
    state.overlays.last_mut()?.aloud()?.start_stop();
    None
}

/// Reads faster or slower from here on, and the next time as well.
pub(super) fn change_pace(state: &mut State, faster: bool) -> Option<()> {
    state.pace = state.overlays.last_mut()?.aloud()?.change_pace(faster);
    None
}
