//! Words where no text takes them: behind a command's name they are its, or the answer says what would be right; all
//! others are what a command is looked for by, or wait for a place.

use super::help;
use super::order::{self, OWN, OrderWithWords, PANES};
use super::session::LinearSession;
use super::values::opens_values;
use super::view::LinearView;
use crate::app::{Command, CommandEntry, Message, Overlay, Scope, TABLE};
use crate::store::format::near;
use crate::text::fold;

/// The fewest words of a refused line that are kept: fewer are quickly typed again.
const KEPT: usize = 3;

impl LinearSession {
    /// Does a command with the words behind its name, where it takes words; else says what is wrong, and what would be
    /// right. It is no text, and none waits for a place; longer words are kept among the earlier ones.
    pub(super) fn do_with_words(&mut self, order: &OrderWithWords, line: &str) {
        let [name] = order.names.as_slice() else {
            let names = order.names.join(", ");
            return self.refuse_words(
                line,
                format!("Several commands begin so: {names}. Type more of one."),
            );
        };
        let words = order.words.as_str();
        let command = Command::from_name(name);
        let is_here = |command: Command| command.entry().is_in(self.state.scope());
        match (*name, command) {
            ("go", _) => self.go_wrong(line, words),
            ("list" | "read", _) => self.refuse_words(
                line,
                format!("“{name}” takes a number behind it, as “{name} 3”, and “{words}” is none."),
            ),
            (_, Some(command)) if is_here(command) => self.command_with_words(command, words, line),
            ("change", _) => self.refuse_words(
                line,
                "In a text, “.change OLD / NEW” puts other words in the place of some: a stroke with blanks around it stands between them.".to_owned(),
            ),
            ("words", _) => self.refuse_words(
                line,
                "“.words” is for a text that is open: “edit 3” opens that of row 3.".to_owned(),
            ),
            (_, Some(command)) => {
                let mut why = format!("Nothing was done: {}", help::elsewhere(command));
                if command == Command::ReplaceFound {
                    why.push_str(" “find WORDS” first, then “replace”; in a text, “.change OLD / NEW”.");
                }
                self.refuse_words(line, why);
            }
            (own, None) => self.refuse_words(
                line,
                format!("Nothing was done: “{own}” takes no words behind it."),
            ),
        }
    }

    fn command_with_words(&mut self, command: Command, words: &str, line: &str) {
        let entry = command.entry();
        match command {
            _ if opens_values(command) && self.state.overlays.is_empty() => {
                if words.split_whitespace().count() >= KEPT {
                    self.state.keep_earlier(line.trim());
                }
                self.choose_value(command, words);
            }
            Command::Find | Command::Filter => {
                self.command(command);
                if self
                    .state
                    .overlays
                    .last()
                    .is_some_and(|it| it.field().is_some())
                {
                    self.give(Message::Command(Command::SelectAll));
                    self.give(Message::Paste(words.to_owned()));
                    self.drain();
                }
                if command == Command::Filter && self.state.scope() == Scope::Asking {
                    self.command(Command::Answer);
                }
            }
            Command::OpenDraft | Command::OpenCell => {
                if let Some(number) = self.only_row_called(words) {
                    if self.light(number) {
                        self.command(command);
                    }
                } else if !self.go_to_row_with(words) {
                    self.say(format!("Nothing here has “{words}” in its name."));
                }
            }
            _ => {
                let why = format!(
                    "Nothing was done: “{}” takes no words behind it. By itself: {}",
                    entry.name, entry.help
                );
                self.refuse_words(line, why);
            }
        }
    }

    /// Says why a line was not done. What is quickly typed again is let go of; all else is kept where it nags nobody.
    fn refuse_words(&mut self, line: &str, why: String) {
        let mut why = why;
        if line.split_whitespace().count() >= KEPT {
            self.state.keep_earlier(line.trim());
            why.push_str(" What you typed is kept: “waiting” lists it.");
        }
        self.say(why);
    }

    /// Says of a page that is none which there are.
    fn go_wrong(&mut self, line: &str, words: &str) {
        if self.state.overlays.is_empty() && self.state.editor.is_none() {
            if !self.go_to_row_with(words) {
                self.say(format!(
                    "Nothing here has “{words}” in its name. “list” tells what is here."
                ));
            }
            return;
        }
        let Some(editor) = self
            .state
            .editor
            .as_ref()
            .filter(|_| self.state.overlays.is_empty())
        else {
            return self.refuse_words(
                line,
                "Pages are those of a draft: leave this first, by an empty line.".to_owned(),
            );
        };
        let titles: Vec<&str> = editor
            .pages()
            .iter()
            .map(|page| editor.page_title(*page))
            .collect();
        let begins = fold(words);
        let begun: Vec<&str> = titles
            .iter()
            .copied()
            .filter(|title| fold(title).starts_with(&begins))
            .collect();
        let (what, titles) = match begun.is_empty() {
            true => (format!("There is no page “{words}”."), titles),
            false => (format!("Several pages begin with “{words}”."), begun),
        };
        let panes = PANES.map(|(name, _)| name).join(", ");
        let why = format!(
            "{what} “go” leads to: {}; and to {panes}.",
            titles.join(", ")
        );
        self.refuse_words(line, why);
    }

    /// Says of a command that is none which was probably meant.
    pub(super) fn help_wrong(&mut self, words: &str) {
        let name = fold(words).replace(' ', "-");
        let names = TABLE.iter().map(|entry| entry.name);
        let all: Vec<&str> = names.chain(OWN.iter().map(|(name, _)| *name)).collect();
        let own = OWN.iter().find(|(own, _)| *own == name);
        if let Some((own, what)) = own {
            return self.say(format!("{own}: {what}."));
        }
        let begun: Vec<&str> = all
            .iter()
            .copied()
            .filter(|it| it.starts_with(&name))
            .take(8)
            .collect();
        let meant = match (begun.is_empty(), near(&name, all)) {
            (false, _) => format!(" These begin so: {}.", begun.join(", ")),
            (true, Some(near)) => format!(" Did you mean “help {near}”?"),
            (true, None) => String::new(),
        };
        self.say(format!(
            "No command is called “{words}”.{meant} “help” tells what can be done here, “help all” every command."
        ));
    }

    /// Returns the command that is left in the list of commands, where it is the only row.
    fn only_command(&self) -> Option<&'static CommandEntry> {
        let Some(Overlay::Palette(palette)) = self.state.overlays.last() else {
            return None;
        };
        let only = palette.list.shown().len() == 1;
        palette.chosen().filter(|_| only).map(Command::entry)
    }

    /// Takes words where no text is open: a few may be what a command is looked for by, any others wait for a place.
    pub(super) fn take_words(&mut self, line: &str) {
        let trimmed = line.trim();
        if !trimmed.contains(char::is_alphabetic)
            && trimmed.contains(|it: char| it.is_ascii_digit())
            && !trimmed.contains(char::is_whitespace)
        {
            return self.say(format!(
                "“{trimmed}” is no number of a row: a number is typed by itself, as “3”."
            ));
        }
        if let Some(order) = order::with_words(&self.state, line).filter(|_| !order::is_prose(line))
        {
            return self.do_with_words(&order, line);
        }
        let few = line.split_whitespace().count() <= 2;
        let in_list = self.state.editor.is_none() && self.state.overlays.is_empty();
        // What is listed here is called by its name.
        if in_list && !order::is_prose(line) && self.go_to_row_with(trimmed) {
            return;
        }
        if few && self.state.overlays.is_empty() {
            self.command(Command::Palette);
            if matches!(self.state.overlays.last(), Some(Overlay::Palette(_))) {
                self.give(Message::Paste(trimmed.to_owned()));
                self.drain();
                let view = LinearView::of(&self.state);
                let mut rows = view.rows();
                match (self.only_command(), rows.next().is_some()) {
                    (Some(entry), _) => {
                        self.command(Command::Back);
                        return self.say(format!(
                            "No command is called “{trimmed}”. Did you mean “{}”? It is: {}",
                            entry.name, entry.help
                        ));
                    }
                    (None, true) => {
                        return self.say(format!(
                            "No command is called “{trimmed}”. Did you mean one of these?"
                        ));
                    }
                    (None, false) => self.command(Command::Back),
                }
            }
        }
        self.give(Message::Paste(line.to_owned()));
        self.drain();
    }
}
