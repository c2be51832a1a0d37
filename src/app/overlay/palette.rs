//! Finding a command by its name.

use crate::app::command::{Command, CommandEntry, Scope, TABLE};
use crate::app::field::TextField;
use crate::app::keymap::Keymap;
use crate::app::list::{ListRow, RowList};

/// The available commands, narrowed by typing.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The words that narrow the list.
    pub field: TextField,
    /// The commands as rows, in the same order.
    pub list: RowList,
    commands: Vec<Command>,
}

impl Palette {
    /// Returns all commands of a place.
    pub fn new(keymap: &Keymap, scope: Scope) -> Self {
        let here = |entry: &&CommandEntry| {
            let reached = entry.is_in(scope);
            reached && !matches!(entry.command, Command::Palette | Command::Back)
        };
        let row = |entry: &CommandEntry| ListRow {
            label: entry.name.replace('-', " "),
            note: entry.help.to_owned(),
            words: format!("{} {}", entry.name, entry.short),
            right: keymap.label(scope, entry.command).unwrap_or_default(),
            ..ListRow::default()
        };
        let entries = || TABLE.iter().filter(here);
        Self {
            field: TextField::default(),
            list: RowList::new(entries().map(row).collect()),
            commands: entries().map(|entry| entry.command).collect(),
        }
    }

    /// Returns the command of the lit row.
    pub fn chosen(&self) -> Option<Command> {
        self.commands.get(self.list.lit_at()?).copied()
    }
}
