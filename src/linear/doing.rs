//! A command that is done, and what is said of it by itself: the value that it took, the findings that it reached, the page
//! that it led to.

use super::findings::FindingsBefore;
use super::session::LinearSession;
use crate::app::{Command, Message, Overlay, PickerPurpose, State};
use crate::assessment::Shape;

impl LinearSession {
    /// Does a command, and says what it came to where the state does not say so.
    pub(super) fn command(&mut self, command: Command) {
        let page = |state: &State| state.editor.as_ref().map(|it| it.page);
        let (chosen, before) = (self.lit_value(command), page(&self.state));
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
        if !findings.is_empty() {
            self.say_status();
            self.said.extend(findings);
        }
        // Whoever takes a step back goes where it was made, and that may be another page.
        if matches!(command, Command::Undo | Command::Redo)
            && let Some(editor) = &self.state.editor
            && before.is_some_and(|before| before != editor.page)
        {
            let title = editor.page_title(editor.page).to_owned();
            self.say_status();
            self.state.status = None;
            self.say(format!("That is on another page; you are at {title} now."));
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
