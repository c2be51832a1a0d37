//! What a letter changes is told, and stays told of while characters are typed: what the next letter opens does not hide
//! it.

use std::sync::Arc;

use super::command::Command;
use super::editor::DraftEditor;
use super::scope::Scope;
use super::state::State;
use super::status::StatusMessage;
use super::stray::Stray;
use crate::assessment::Assessment;
use crate::text::{capital, counted};

impl State {
    /// Returns the number of changes to what is open, to be compared.
    pub fn changes(&self) -> Option<u64> {
        Some(self.files().next()?.revision())
    }

    /// Returns the number of steps that can be taken back in what is open.
    pub(super) fn undo_depth(&self) -> Option<usize> {
        let draft = self.editor.as_deref().map(DraftEditor::undo_depth);
        draft.or_else(|| self.grid.as_ref().map(|grid| grid.undo_depth()))
    }

    /// Lets what is told be of a change that a letter made; where nothing is, says what the last step did.
    pub(super) fn tell_change(&mut self) {
        if self.status.is_none()
            && let Some(told) = self.editor.as_deref().and_then(DraftEditor::last_told)
        {
            self.inform(format!("{}.", capital(&told)));
        }
        if let Some(status) = &mut self.status {
            let text = &status.text;
            status.change.get_or_insert_with(|| text.clone());
        }
    }

    /// Tells of a change before what there is to tell, and goes on telling of it.
    pub(super) fn tell_first(&mut self, change: &str) {
        self.tell_behind(Some(change.to_owned()));
    }

    /// Goes on telling of a change that a letter before made, before what this one has to tell; not where that is of a
    /// change too.
    pub(super) fn tell_behind(&mut self, change: Option<String>) {
        let Some(change) = change else {
            return;
        };
        let status = self
            .status
            .get_or_insert_with(|| StatusMessage::notice(String::new()));
        if status.change.is_none() {
            status.begin_with(&change);
            status.change = Some(change);
        }
    }

    /// Says of sentences by hand which went stale just now that they did, and how both texts are seen, behind what there is
    /// to tell.
    pub(super) fn tell_stale(&mut self) {
        let many = self
            .editor
            .as_deref_mut()
            .map_or(0, DraftEditor::went_stale);
        if many == 0 {
            return;
        }
        let next = self.key(Scope::Findings, Command::NextProblem);
        let both = self.key(Scope::Statement, Command::Rewrite);
        let what = match many {
            1 => "The sentence that you wrote by hand on this is out of date".to_owned(),
            many => {
                let sentences = counted(many, "sentence");
                format!("{sentences} that you wrote by hand are out of date")
            }
        };
        let told = format!("{what}: {next} leads there, where {both} shows both texts.");
        let status = self
            .status
            .get_or_insert_with(|| StatusMessage::notice(String::new()));
        status.end_with(&told);
    }

    /// Returns the draft as it is before a letter, with the number of changes to it.
    pub(super) fn draft_before(&self) -> Option<(u64, Arc<Assessment>)> {
        let changes = self.changes()?;
        let draft = &self.editor.as_deref()?.assessment;
        let known = match &self.stray {
            Stray::Letters(run) => run.draft_at(changes),
            Stray::Nothing | Stray::Words(..) => None,
        };
        Some((changes, known.unwrap_or_else(|| Arc::new(draft.clone()))))
    }

    /// Lets letters be commands for good: something else has changed what is open, and is not taken back with them.
    pub(super) fn letters_stand(&mut self) {
        match &mut self.stray {
            Stray::Words(_, did) => *did = None,
            Stray::Nothing | Stray::Letters(_) => self.stray = Stray::Nothing,
        }
    }

    /// Takes note that a key comes for which somebody took time: what is told was read, and what was typed before it has
    /// come to its end.
    pub(super) fn keys_rested(&mut self) {
        self.stray = Stray::Nothing;
        if let Some(status) = &mut self.status {
            status.change = None;
        }
    }
}
