//! Text to settings, with every problem in its place. Pure: no file is touched.

use toml_edit::TableLike;

use super::loaded::{Loaded, SettingsReader};
use super::settings::{SETTINGS, Wrong};
use super::{Config, keys};
use crate::check::{Level, Rule};
use crate::store::format::{MAX_FEW, Refused, TomlReader, entries, near_or, one_of, parse, shown};

/// Returns the settings that a text gives; `name` is what problems call it.
///
/// # Errors
/// Everything that is wrong with the text, in its order.
pub fn load(text: &str, name: &str) -> Result<Config, Refused> {
    load_with_places(text, name).map(|loaded| loaded.config)
}

/// Returns the same, with the places of the settings.
///
/// # Errors
/// Everything that is wrong with the text, in its order.
pub fn load_with_places(text: &str, name: &str) -> Result<Loaded, Refused> {
    load_among(text, name, &|_| None)
}

/// Returns the same, where it is known what is wrong with the name of a `theme`.
///
/// # Errors
/// Everything that is wrong with the text, in its order.
pub(super) fn load_among(
    text: &str,
    name: &str,
    theme: &dyn Fn(&str) -> Option<Wrong>,
) -> Result<Loaded, Refused> {
    let tree = parse(name, text, MAX_FEW)?;
    let mut reader = SettingsReader {
        toml: TomlReader::new(text),
        loaded: Loaded {
            name: name.to_owned(),
            ..Loaded::default()
        },
        theme,
    };
    table(&mut reader, "", tree.as_table());
    let SettingsReader { toml, loaded, .. } = reader;
    toml.finish(name, loaded, Refused::MOST)
}

/// The tables of the file beside those that settings stand in.
const OTHER_TABLES: [&str; 2] = ["check", "keys"];

/// Returns the tables of the file, each once.
fn tables() -> impl Iterator<Item = &'static str> {
    let mut before = "";
    let of_settings = SETTINGS.iter().filter_map(move |setting| {
        let is_new = setting.table != before;
        before = setting.table;
        is_new.then_some(setting.table)
    });
    of_settings.chain(OTHER_TABLES)
}

fn table(reader: &mut SettingsReader<'_>, name: &str, table: &dyn TableLike) {
    let mut bindings = None;
    for entry in entries(table) {
        let (key, at) = (entry.key, entry.value_at());
        let known = SETTINGS
            .iter()
            .find(|setting| setting.table == name && setting.key == key);
        match known {
            Some(setting) => {
                let taken = (setting.take)(&mut reader.loaded.config, entry.item);
                let themed = || match setting.path().as_str() {
                    "theme" => (reader.theme)(&reader.loaded.config.theme),
                    _ => None,
                };
                if let Some(wrong) = taken.err().or_else(themed) {
                    reader.wrong(at, wrong);
                }
                reader.stands(setting.path(), at);
            }
            None if name.is_empty() && tables().any(|table| table == key) => {
                match (key, entry.item.as_table_like()) {
                    (_, None) => {
                        let what = format!("\"{key}\" is a table");
                        let hint =
                            format!("write [{key}] on a line of its own, and its settings below");
                        reader.wrong(at, Wrong(what, hint));
                    }
                    ("keys", Some(table)) => bindings = Some(table),
                    ("check", Some(table)) => rules(reader, table),
                    (_, Some(table)) => self::table(reader, key, table),
                }
            }
            None => reader.wrong(entry.at(), unknown(name, key)),
        }
    }
    // Which keys differ is known by the set, wherever it stands.
    if let Some(bindings) = bindings {
        keys::read(reader, bindings);
    }
}

/// Reads the weights of rules.
fn rules(reader: &mut SettingsReader<'_>, table: &dyn TableLike) {
    for entry in entries(table) {
        let (key, at) = (entry.key, entry.value_at());
        let Some(rule) = Rule::from_id(key) else {
            let ids = Rule::ALL.iter().map(|rule| rule.id());
            let hint = near_or(key, ids, || {
                "`assay check --rules` lists them all".to_owned()
            });
            let what = format!("\"{}\" is no rule", shown(key));
            reader.wrong(entry.at(), Wrong(what, hint));
            continue;
        };
        match entry.item.as_str().and_then(Level::from_word) {
            Some(level) => reader.loaded.config.check.set(rule, level),
            None => {
                let what = format!("this is no weight of \"{key}\"");
                let hint = "write \"error\", \"warning\", \"advice\" or \"off\"".to_owned();
                reader.wrong(at, Wrong(what, hint));
            }
        }
        reader.stands(format!("check.{key}"), at);
    }
}

/// Returns what is wrong with a key that names nothing: what may stand here, and what was probably meant.
fn unknown(table: &str, key: &str) -> Wrong {
    let here = SETTINGS
        .iter()
        .filter(|setting| setting.table == table)
        .map(|setting| setting.key);
    let tables = tables().filter(|_| table.is_empty());
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
