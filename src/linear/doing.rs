//! A command that is done, and what is said of it by itself: the value that it took, the findings that it reached, the page
//! that it led to.

use super::findings::FindingsBefore;
use super::session::LinearSession;
use super::view::problems_of;
use crate::app::{Command, EditorRow, Message, Overlay, PickerPurpose, Scope, State};
use crate::assessment::{Place, Shape};

impl LinearSession {
    /// Does a command, and says what it came to where the state does not say so.
    pub(super) fn command(&mut self, command: Command) {
        let page = |state: &State| state.editor.as_ref().map(|it| it.page);
        let (chosen, before) = (self.lit_value(command), page(&self.state));
        let judged = self.judged_in_list(command);
        let told = judged.as_ref().map(|row| self.problems_of(row));
        let findings = FindingsBefore::of(&self.state, command);
        self.is_jump |= leads_to_a_row(command);
        self.give(Message::Command(command));
        self.drain();
        let findings = findings.map_or_else(Vec::new, |it| it.told(&self.state));
        if self.state.status.is_none()
            && let Some(words) = chosen
        {
            let end = if words.ends_with(['.', '…']) {
                ""
            } else {
                "."
            };
            self.say(format!("Chosen: {words}{end}"));
        }
        // Of a judgment that is chosen from elsewhere the checks are heard as at its own row.
        if let (Some(row), Some(told)) = (judged, told) {
            let mut now = self.problems_of(&row);
            now.retain(|problem| !told.contains(problem));
            let here = self.state.editor.as_ref().and_then(|it| it.current());
            if here != Some(&row) {
                self.said.extend(now);
            }
        }
        if !findings.is_empty() {
            self.say_status();
            self.said.extend(findings);
        }
        // Whoever takes a step back goes where it was made, and that may be another page.
        if matches!(command, Command::Undo | Command::Redo)
            && let Some(editor) = &self.state.editor
            && before.is_some_and(|before| before != editor.page)
            && self.state.scope() != Scope::Statement
        {
            let title = editor.page_title(editor.page).to_owned();
            self.say_status();
            self.state.status = None;
            self.say(format!("That is on another page; you are at {title} now."));
        }
    }

    fn problems_of(&self, row: &EditorRow) -> Vec<String> {
        let editor = self.state.editor.as_deref();
        editor.map_or_else(Vec::new, |editor| problems_of(editor, row))
    }

    /// Returns the row of the judgment of which a command is about to take a value from a list.
    fn judged_in_list(&self, command: Command) -> Option<EditorRow> {
        let Some(Overlay::Picker(picker)) = self.state.overlays.last() else {
            return None;
        };
        match &picker.purpose {
            PickerPurpose::Value(place @ (Place::Judgment(..) | Place::Overall(_)))
                if command == Command::Choose =>
            {
                Some(EditorRow::Field(place.clone()))
            }
            _ => None,
        }
    }

    /// Returns the value that a command is about to take from a list, with what it means.
    fn lit_value(&self, command: Command) -> Option<String> {
        let Some(Overlay::Picker(picker)) = self.state.overlays.last() else {
            return None;
        };
        let is_one =
            matches!(&picker.purpose, PickerPurpose::Value(place) if place.shape() != Shape::List);
        let row = picker.list.lit_row()?;
        let words = match row.note.is_empty() {
            true => row.label.clone(),
            false => format!("{} – {}", row.label, row.note),
        };
        (is_one && command == Command::Choose).then_some(words)
    }
}

/// Returns true for a command that leads to a place for the sake of one row there.
fn leads_to_a_row(command: Command) -> bool {
    matches!(
        command,
        Command::NextProblem
            | Command::PreviousProblem
            | Command::GoThere
            | Command::GoToFound
            | Command::ShowSource
            | Command::FindBack
    )
}
