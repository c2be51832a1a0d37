//! The commands as a list: those of a place, to find one by its name; or all of them with their keys, as help.

use crate::app::command::Command;
use crate::app::field::TextField;
use crate::app::list::{ListRow, RowList};

/// Commands, narrowed by typing. One that needs something first is there, and says what.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The title of the list.
    pub title: String,
    /// True where it is help: every command of every place, with its keys.
    pub help: bool,
    /// The words that narrow the list.
    pub field: TextField,
    /// The commands as rows, in the same order.
    pub list: RowList,
    commands: Vec<Command>,
}

impl Palette {
    /// Returns a list of commands, each with its row.
    pub(in crate::app) fn of(title: String, help: bool, rows: Vec<(Command, ListRow)>) -> Self {
        let (commands, rows) = rows.into_iter().unzip();
        Self {
            title,
            help,
            field: TextField::search(""),
            list: RowList::new(rows),
            commands,
        }
    }

    /// Returns the command of the lit row.
    pub fn chosen(&self) -> Option<Command> {
        self.commands.get(self.list.lit_at()?).copied()
    }
}
