//! Finding a command by its name.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Narrowing;
use crate::app::command::{Command, CommandEntry, Scope, TABLE};
use crate::text::fold;

/// The available commands, narrowed by typing.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The scope in which they are available.
    pub scope: Scope,
    /// The typed filter and the chosen item.
    pub narrowing: Narrowing,
    /// Those that fit, best first.
    pub shown: Vec<Command>,
}

impl Palette {
    /// Returns all commands of a place.
    pub fn new(scope: Scope) -> Self {
        let mut palette = Self {
            scope,
            narrowing: Narrowing::default(),
            shown: Vec::new(),
        };
        palette.search();
        palette
    }

    /// Finds the commands that fit what is typed.
    pub fn search(&mut self) {
        let here = |entry: &&CommandEntry| {
            let reached = entry.is_in(self.scope);
            reached && !matches!(entry.command, Command::Palette | Command::Back)
        };
        // Folded here as everywhere; no sign has a meaning of its own.
        let pattern = Pattern::new(
            &fold(self.narrowing.filter()),
            CaseMatching::Respect,
            Normalization::Never,
            AtomKind::Fuzzy,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut found: Vec<(u32, Command)> = TABLE
            .iter()
            .filter(here)
            .filter_map(|entry| {
                let words = fold(&format!("{} {} {}", entry.name, entry.short, entry.help));
                let score = pattern.score(Utf32Str::new(&words, &mut buffer), &mut matcher)?;
                Some((score, entry.command))
            })
            .collect();
        // Equal scores stay in the table's order.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.shown = found.into_iter().map(|(_, command)| command).collect();
    }

    /// Returns the command under the cursor.
    pub fn chosen(&self) -> Option<Command> {
        self.shown.get(self.narrowing.at).copied()
    }
}
