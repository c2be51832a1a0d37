//! What a command reaches where findings are marked: whoever does not see the marks is told of each.

use super::command::Command;
use super::overlay::{Overlay, PickerPurpose, QuestionKind};
use super::scope::Scope;
use super::state::State;
use crate::assessment::Place;

impl Command {
    /// Returns true where it is done to all findings that are marked, wherever the cursor is.
    pub fn is_done_to_marked(self) -> bool {
        matches!(
            self,
            Self::Kind
                | Self::Frame
                | Self::RecordEvidence
                | Self::RecordAgainst
                | Self::MoveTo
                | Self::MoveUp
                | Self::MoveDown
                | Self::Delete
        )
    }
}

impl State {
    /// Returns the places of the marked findings to which a command would be done now, or the answer that it takes of the
    /// box that is open; none where it is done to no marked one.
    pub fn marked_reached(&self, command: Command) -> Vec<usize> {
        let Some(editor) = self.editor.as_deref().filter(|it| it.marked() > 0) else {
            return Vec::new();
        };
        let draft = &editor.assessment;
        let about = match (self.overlays.last(), command) {
            (None, _) if self.scope() == Scope::Findings && command.is_done_to_marked() => {
                return match editor.detail() {
                    None => editor.chosen(),
                    Some(_) => Vec::new(),
                };
            }
            (Some(Overlay::Picker(picker)), Command::Choose) => match picker.purpose {
                PickerPurpose::Value(Place::Finding(at, _)) => Some(at),
                _ => None,
            },
            (Some(Overlay::Question(question)), Command::Answer) => match &question.asked {
                QuestionKind::Evidence { finding, .. } => match draft.place_of(finding) {
                    Some(Place::Finding(at, _)) => Some(at),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let reached = about.map_or_else(Vec::new, |at| editor.chosen_with(at));
        match reached.iter().any(|at| editor.is_marked(*at)) {
            true => reached,
            false => Vec::new(),
        }
    }
}
