//! Commands of whoever reads aloud.

use super::Effects;
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

pub(super) fn start_stop(state: &mut State) -> Option<()> {
    state.overlays.last_mut()?.aloud()?.start_stop();
    None
}

/// Reads faster or slower from here on, and the next time as well.
pub(super) fn change_pace(state: &mut State, faster: bool) -> Option<()> {
    state.pace = state.overlays.last_mut()?.aloud()?.change_pace(faster);
    None
}
