//! Text to settings, with every problem in its place. Pure: no file is touched.

use std::collections::BTreeMap;
use std::ops::Range;

use toml_edit::{Item, TableLike, Value};

use super::Config;
use super::keys;
use super::settings::{Given, SETTINGS, Wrong};
use crate::check::{Level, Rule};
use crate::store::format::{
    FileProblem, LocatedProblem, MAX_FEW, Refused, line_and_column, near, one_of, parse, refused,
    shown,
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
        text,
        found: Vec::new(),
        loaded: Loaded {
            name: name.to_owned(),
            ..Loaded::default()
        },
    };
    reader.table("", tree.as_table());
    let SettingsReader { found, loaded, .. } = reader;
    if found.is_empty() {
        Ok(loaded)
    } else {
        Err(refused(name, text, found))
    }
}

/// The tables of the file, the keys beside those that settings stand in.
const TABLES: [&str; 4] = ["inspector", "print", "check", "keys"];

pub(super) struct SettingsReader<'a> {
    text: &'a str,
    found: Vec<LocatedProblem>,
    pub(super) loaded: Loaded,
}

impl SettingsReader<'_> {
    pub(super) fn wrong(&mut self, at: Option<Range<usize>>, wrong: Wrong) {
        let Wrong(what, hint) = wrong;
        let at = at.map_or(0, |span| span.start);
        self.found.push(LocatedProblem { at, what, hint });
    }

    pub(super) fn stands(&mut self, path: String, at: Option<Range<usize>>) {
        let place = line_and_column(self.text, at.map_or(0, |span| span.start));
        self.loaded.places.insert(path, place);
    }

    fn table(&mut self, name: &str, table: &dyn TableLike) {
        for (key, item) in table.iter() {
            let at = table.key(key).and_then(toml_edit::Key::span);
            let known = SETTINGS
                .iter()
                .find(|setting| setting.table == name && setting.key == key);
            match known {
                Some(setting) => {
                    let at = item.span().or(at);
                    if let Err(wrong) = (setting.take)(&mut self.loaded.config, &given(item)) {
                        self.wrong(at.clone(), wrong);
                    }
                    self.stands(setting.path(), at);
                }
                None if name.is_empty() && TABLES.contains(&key) => {
                    match (key, item.as_table_like()) {
                        (_, None) => self.wrong(
                            item.span().or(at),
                            Wrong(
                                format!("\"{key}\" is a table"),
                                format!(
                                    "write [{key}] on a line of its own, and its settings below"
                                ),
                            ),
                        ),
                        ("keys", Some(table)) => keys::take(self, table),
                        ("check", Some(table)) => self.rules(table),
                        (_, Some(table)) => self.table(key, table),
                    }
                }
                None => {
                    let wrong = unknown(name, key);
                    self.wrong(at, wrong);
                }
            }
        }
    }
}

impl SettingsReader<'_> {
    /// The weights of rules.
    fn rules(&mut self, table: &dyn TableLike) {
        for (key, item) in table.iter() {
            let at = table.key(key).and_then(toml_edit::Key::span);
            let Some(rule) = Rule::from_id(key) else {
                let hint = match near(key, Rule::ALL.iter().map(|rule| rule.id())) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => "`assay check --rules` lists them all".to_owned(),
                };
                self.wrong(at, Wrong(format!("\"{}\" is no rule", shown(key)), hint));
                continue;
            };
            let at = item.span().or(at);
            match item.as_str().and_then(Level::from_word) {
                Some(level) => self.loaded.config.check.set(rule, level),
                None => {
                    let what = format!("this is no weight of \"{key}\"");
                    let hint = "write \"error\", \"warning\", \"advice\" or \"off\"".to_owned();
                    self.wrong(at.clone(), Wrong(what, hint));
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

fn given(item: &Item) -> Given<'_> {
    match item {
        Item::Value(Value::String(text)) => Given::Text(text.value()),
        Item::Value(Value::Integer(number)) => Given::Whole(*number.value()),
        Item::Value(Value::Boolean(flag)) => Given::Flag(*flag.value()),
        Item::Value(Value::Float(_)) => Given::Other("a number with a fraction"),
        Item::Value(Value::Datetime(_)) => Given::Other("a date"),
        Item::Value(Value::Array(_)) => Given::Other("a list"),
        _ => Given::Other("a table"),
    }
}
