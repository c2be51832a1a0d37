//! Text to settings, with every problem in its place. Pure: no file is touched.

use std::collections::BTreeMap;

use toml_edit::TableLike;

use super::Config;
use super::keys;
use super::settings::{SETTINGS, Wrong};
use crate::check::{Level, Rule};
use crate::store::format::{
    FileProblem, MAX_FEW, Refused, TomlReader, entries, line_and_column, near, one_of, parse, shown,
};

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
    /// The refusal of a setting that only turned out to be wrong where it was put to use, as the name of
    /// a theme that is nowhere.
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

/// The settings that a text gives; `name` is what problems call it.
///
/// # Errors
/// Everything that is wrong with the text, in its order.
pub fn load(text: &str, name: &str) -> Result<Config, Refused> {
    load_with_places(text, name).map(|loaded| loaded.config)
}

/// The same, with the places of the settings.
///
/// # Errors
/// Everything that is wrong with the text, in its order.
pub fn load_with_places(text: &str, name: &str) -> Result<Loaded, Refused> {
    let tree = parse(name, text, MAX_FEW)?;
    let mut reader = SettingsReader {
        toml: TomlReader::new(text),
        loaded: Loaded {
            name: name.to_owned(),
            ..Loaded::default()
        },
    };
    reader.table("", tree.as_table());
    let SettingsReader { toml, loaded } = reader;
    toml.finish(name, loaded, Refused::MOST)
}

/// The tables of the file, the keys beside those that settings stand in.
const TABLES: [&str; 4] = ["inspector", "print", "check", "keys"];

pub(super) struct SettingsReader<'a> {
    toml: TomlReader<'a>,
    pub(super) loaded: Loaded,
}

impl SettingsReader<'_> {
    pub(super) fn wrong(&mut self, at: usize, Wrong(what, hint): Wrong) {
        self.toml.problem(at, what, hint);
    }

    pub(super) fn stands(&mut self, path: String, at: usize) {
        let place = line_and_column(self.toml.text, at);
        self.loaded.places.insert(path, place);
    }

    fn table(&mut self, name: &str, table: &dyn TableLike) {
        for entry in entries(table) {
            let (key, at) = (entry.key, entry.value_at());
            let known = SETTINGS
                .iter()
                .find(|setting| setting.table == name && setting.key == key);
            match known {
                Some(setting) => {
                    if let Err(wrong) = (setting.take)(&mut self.loaded.config, entry.item) {
                        self.wrong(at, wrong);
                    }
                    self.stands(setting.path(), at);
                }
                None if name.is_empty() && TABLES.contains(&key) => {
                    match (key, entry.item.as_table_like()) {
                        (_, None) => {
                            let what = format!("\"{key}\" is a table");
                            let hint = format!(
                                "write [{key}] on a line of its own, and its settings below"
                            );
                            self.wrong(at, Wrong(what, hint));
                        }
                        ("keys", Some(table)) => keys::take(self, table),
                        ("check", Some(table)) => self.rules(table),
                        (_, Some(table)) => self.table(key, table),
                    }
                }
                None => self.wrong(entry.at(), unknown(name, key)),
            }
        }
    }

    /// The weights of rules.
    fn rules(&mut self, table: &dyn TableLike) {
        for entry in entries(table) {
            let (key, at) = (entry.key, entry.value_at());
            let Some(rule) = Rule::from_id(key) else {
                let hint = match near(key, Rule::ALL.iter().map(|rule| rule.id())) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => "`assay check --rules` lists them all".to_owned(),
                };
                let what = format!("\"{}\" is no rule", shown(key));
                self.wrong(entry.at(), Wrong(what, hint));
                continue;
            };
            match entry.item.as_str().and_then(Level::from_word) {
                Some(level) => self.loaded.config.check.set(rule, level),
                None => {
                    let what = format!("this is no weight of \"{key}\"");
                    let hint = "write \"error\", \"warning\", \"advice\" or \"off\"".to_owned();
                    self.wrong(at, Wrong(what, hint));
                }
            }
            self.stands(format!("check.{key}"), at);
        }
    }
}

/// A key that names nothing: what may stand here, and what was probably meant.
fn unknown(table: &str, key: &str) -> Wrong {
    let here = SETTINGS
        .iter()
        .filter(|setting| setting.table == table)
        .map(|setting| setting.key);
    let tables = TABLES.iter().copied().filter(|_| table.is_empty());
    // The right word in the wrong table is the commonest slip of all.
    let elsewhere = SETTINGS.iter().find(|setting| setting.key == key);
    let hint = match elsewhere {
        Some(setting) if setting.table.is_empty() => {
            format!("\"{key}\" stands above the first [table]")
        }
        Some(setting) => format!("\"{key}\" stands under [{}]", setting.table),
        None => one_of(key, here.chain(tables)),
    };
    let place = match table {
        "" => String::new(),
        table => format!(" of [{table}]"),
    };
    Wrong(format!("\"{}\" is no setting{place}", shown(key)), hint)
}
