//! A file of settings while it is read: what it has given so far, and what is wrong with it.

use std::collections::BTreeMap;

use super::Config;
use super::settings::Wrong;
use crate::store::format::{FileProblem, Refused, TomlReader, line_and_column};

/// Settings, and where in the file each one stands that the file names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// The file as the user named it.
    pub name: String,
    /// Line and column of the value, by the setting's path (`print.width`, `keys.save`).
    pub places: BTreeMap<String, (usize, usize)>,
}

impl Loaded {
    /// Returns the refusal of a setting that only turned out to be wrong where it was put to use, as the name of a
    /// theme that is nowhere.
    pub fn refuse(&self, path: &str, what: String, hint: String) -> Refused {
        let (line, column) = self.places.get(path).copied().unwrap_or((1, 1));
        Refused {
            name: self.name.clone(),
            problems: vec![FileProblem {
                line,
                column,
                what,
                hint,
            }],
            more: 0,
        }
    }
}

pub(super) struct SettingsReader<'a> {
    pub(super) toml: TomlReader<'a>,
    pub(super) loaded: Loaded,
    /// Returns what is wrong with the name of a theme, where that can be known.
    pub(super) theme: &'a dyn Fn(&str) -> Option<Wrong>,
}

impl SettingsReader<'_> {
    pub(super) fn wrong(&mut self, at: usize, Wrong(what, hint): Wrong) {
        self.toml.problem(at, what, hint);
    }

    pub(super) fn stands(&mut self, path: String, at: usize) {
        let place = line_and_column(self.toml.text, at);
        self.loaded.places.insert(path, place);
    }
}
