//! What is chosen by its name: a value by a command and its name in one line, a row of a list that is open.

use super::order::{self, Order};
use super::session::LinearSession;
use super::view::LinearView;
use crate::app::{Command, Overlay, Scope};
use crate::text::{Query, fold, same};

impl LinearSession {
    /// Chooses a value by a command and the name of the value in one line, as "grade good". True where the list that the
    /// command opens has just that name; else nothing is done.
    pub(super) fn chose_at_once(&mut self, line: &str) -> bool {
        let Some((name, value)) = line.trim().split_once(char::is_whitespace) else {
            return false;
        };
        let Order::Command(command, None) = order::read(&self.state, name) else {
            return false;
        };
        if !self.state.overlays.is_empty() || !opens_values(command) {
            return false;
        }
        let said = self.said.len();
        self.command(command);
        let chosen = self.state.scope() == Scope::Choosing && self.take_called(value);
        if !chosen && !self.state.overlays.is_empty() {
            self.command(Command::Back);
        }
        if !chosen {
            // What the command would need is no answer to a line that may be prose.
            self.state.status = None;
            self.said.truncate(said);
        }
        chosen
    }

    /// Chooses a value by its name or the beginning of it, for the row of a number where one stands before it. Where no
    /// value is called so, the list is told: what is wrong with the line, and what would be right.
    pub(super) fn choose_value(&mut self, command: Command, words: &str) {
        let (number, value) = match words.split_once(char::is_whitespace) {
            Some((number, value)) => match number.parse::<usize>() {
                Ok(number) => (Some(number), value.trim()),
                Err(_) => (None, words),
            },
            None => (None, words),
        };
        if let Some(number) = number {
            if let Some(why) = super::findings::refused(&self.state, command, number) {
                return self.say(why);
            }
            if !self.light(number) {
                return;
            }
        }
        self.command(command);
        if self.state.scope() != Scope::Choosing || self.take_called(value) {
            return;
        }
        let begins = fold(value);
        let Some(Overlay::Picker(picker)) = self.state.overlays.last() else {
            return;
        };
        let rows = picker.list.shown().enumerate();
        let begun: Vec<(usize, String)> = rows
            .filter(|(_, row)| fold(&row.label).starts_with(&begins))
            .map(|(at, row)| (at, row.label.clone()))
            .collect();
        // "inadequate" begins "inadequate, carried over", and is what is meant by its beginning.
        let shortest = begun.iter().min_by_key(|(_, name)| name.len());
        let plain = shortest.filter(|(_, short)| begun.iter().all(|(_, it)| it.starts_with(short)));
        let begun = plain.cloned().map_or(begun.clone(), |one| vec![one]);
        match begun.as_slice() {
            [(at, _)] => {
                if self.light(at + 1) {
                    self.command(Command::Choose);
                }
            }
            [] => self.say(format!("None of these is called “{value}”:")),
            several => {
                let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
                let names = names.join(", ");
                self.say(format!("Several of these begin with “{value}”: {names}."));
            }
        }
    }

    /// Takes the row of a list that is called just so; a command may be called with hyphens for blanks. True where one is.
    pub(super) fn take_called(&mut self, line: &str) -> bool {
        let words = line.trim();
        let (list, apart) = match self.state.overlays.last() {
            Some(Overlay::Picker(picker)) => (&picker.list, words.to_owned()),
            Some(Overlay::Palette(palette)) => (&palette.list, words.replace('-', " ")),
            _ => return false,
        };
        let is_called = |label: &str| !words.is_empty() && same(label, &apart);
        let Some(at) = list.shown().position(|row| is_called(&row.label)) else {
            return false;
        };
        if self.light(at + 1) {
            self.command(Command::Choose);
        }
        true
    }

    /// Returns the number of the row in which words begin like these, where that is one alone.
    pub(super) fn only_row_called(&self, words: &str) -> Option<usize> {
        let (view, query) = (LinearView::of(&self.state), Query::new(words));
        let mut rows = view.rows().enumerate();
        let mut called = rows.by_ref().filter(|(_, row)| query.begins_words_of(row));
        let (first, second) = (called.next()?, called.next());
        second.is_none().then_some(first.0 + 1)
    }

    /// Goes to the row that has these words, where one row alone does; tells those of several. False where none has.
    pub(super) fn go_to_row_with(&mut self, words: &str) -> bool {
        let (view, wanted) = (LinearView::of(&self.state), fold(words));
        let rows = view.rows().enumerate();
        let found: Vec<(usize, &str)> = rows
            .filter(|(_, row)| fold(row).contains(&wanted))
            .collect();
        match found.as_slice() {
            [] => return false,
            [(at, _)] => self.go_to_row(at + 1),
            several => {
                self.say(format!("Several here have “{words}”; “go 2” goes to one:"));
                let rows = several.iter().take(20);
                let rows: Vec<String> =
                    rows.map(|(at, row)| format!("{}. {row}", at + 1)).collect();
                self.said.extend(rows);
            }
        }
        true
    }
}

/// Returns true for a command that lists the values of something, and changes nothing by that.
pub(super) fn opens_values(command: Command) -> bool {
    matches!(
        command,
        Command::SetGrade
            | Command::Frame
            | Command::Kind
            | Command::Opening
            | Command::Voice
            | Command::MoveTo
    )
}
