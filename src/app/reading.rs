//! The clock of whoever reads aloud. Time comes with a message, and only while the clock runs.

use super::overlay::{Overlay, ReadAloud};
use super::state::State;

impl State {
    /// Returns the pace, in words a minute, by which every time is told that a statement takes.
    pub fn words_a_minute(&self) -> usize {
        self.pace.words_a_minute()
    }

    /// Returns the statement that is read aloud, and shown in place of the draft.
    pub fn read_aloud(&self) -> Option<&ReadAloud> {
        self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Aloud(reading) => Some(reading),
            _ => None,
        })
    }

    /// Returns true while the clock runs: only then is there to be a [`Message::Tick`](super::Message::Tick) a second.
    pub fn wants_tick(&self) -> bool {
        self.read_aloud().is_some_and(ReadAloud::is_running)
    }

    /// Lets the clock go on, on the statement as it is now.
    pub(super) fn tick(&mut self, milliseconds: u64) {
        let reading = self.overlays.iter_mut().find_map(Overlay::aloud);
        if let (Some(reading), Some(editor)) = (reading, &self.editor) {
            reading.follow(editor.document());
            reading.tick(milliseconds);
        }
    }

    /// Stops the clock.
    pub(super) fn stop_clock(&mut self) {
        if let Some(reading) = self.overlays.iter_mut().find_map(Overlay::aloud) {
            reading.stop();
        }
    }
}
