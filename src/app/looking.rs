//! The search that goes on behind the frame: a key is answered by what is found between two frames, and the rest of the draft
//! is looked through while none comes.

use super::command::Command;
use super::overlay::{Overlay, SearchList};
use super::state::State;

impl State {
    /// Returns true where there is more of the draft to be looked through.
    pub fn looks_on(&self) -> bool {
        let Some(editor) = self.editor.as_deref() else {
            return false;
        };
        let mut boxes = self.overlays.iter();
        match boxes.find_map(as_search) {
            Some(search) => search.looks_on(editor),
            // Whoever goes from place to place finds all of it ready at the next key.
            None => {
                editor.search.is_some() && editor.typing.is_none() && !editor.is_looked_through()
            }
        }
    }

    /// Looks through a part of the rest: to be called when the frame is drawn and nothing waits. Returns true where there is
    /// something else to be shown.
    #[must_use]
    pub fn look_on(&mut self) -> bool {
        let Some(editor) = self.editor.as_deref_mut() else {
            return false;
        };
        let mut boxes = self.overlays.iter_mut();
        let search = boxes.find_map(|overlay| match overlay {
            Overlay::Search(search) => Some(search),
            _ => None,
        });
        match search {
            Some(search) => search.look_on(editor),
            None => {
                editor.look_on();
                false
            }
        }
    }

    /// Looks through all the rest before a command that does something with what is found.
    pub(super) fn look_through_for(&mut self, command: Command) {
        if matches!(command, Command::GoToFound | Command::ReplaceFound)
            && let (Some(editor), Some(Overlay::Search(search))) =
                (self.editor.as_deref_mut(), self.overlays.last_mut())
        {
            search.look_through(editor);
        }
    }
}

fn as_search(overlay: &Overlay) -> Option<&SearchList> {
    match overlay {
        Overlay::Search(search) => Some(search),
        _ => None,
    }
}
