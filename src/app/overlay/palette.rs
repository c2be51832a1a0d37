//! The commands as a list: those of a place, to find one by its name; or all of them with their keys, as help.

use crate::app::command::Command;
use crate::app::editor::SearchPlace;
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
    /// The words that narrowed it last, where they are others than now.
    pub last: Option<String>,
    commands: Vec<Command>,
    /// The pages and fields whose rows stand behind those of the commands.
    places: Vec<SearchPlace>,
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
            last: None,
            commands,
            places: Vec::new(),
        }
    }

    /// Returns the same with pages and fields to go to, each with its row.
    #[must_use]
    pub(in crate::app) fn with_places(mut self, places: Vec<(SearchPlace, ListRow)>) -> Self {
        let (places, rows): (_, Vec<ListRow>) = places.into_iter().unzip();
        self.list = RowList::new(self.list.all().iter().cloned().chain(rows).collect());
        self.places = places;
        self
    }

    /// Returns the page or field of the lit row.
    pub fn chosen_place(&self) -> Option<&SearchPlace> {
        let behind = self.list.lit_at()?.checked_sub(self.commands.len())?;
        self.places.get(behind)
    }

    /// Returns the command of the lit row.
    pub fn chosen(&self) -> Option<Command> {
        self.commands.get(self.list.lit_at()?).copied()
    }

    /// Returns the words that no command has, which are looked for in the draft then; help has nothing to do with that.
    pub fn sought(&self) -> Option<&str> {
        let words = self.field.text().trim();
        let none = self.list.shown().len() == 0 && !self.help;
        (none && !words.is_empty()).then_some(words)
    }
}
