//! The table of settings: what each is called, takes and is for.

use std::path::{Path, PathBuf};

use toml_edit::Item;

use super::Config;
use crate::store::format::{escaped, sort};
use crate::text::has_hidden;

/// A setting, wherever it is read, shown or told about.
#[derive(Clone, Copy)]
pub struct Setting {
    /// The table that it stands in; empty at the top of the file.
    pub table: &'static str,
    /// Its key there.
    pub key: &'static str,
    /// The lines that explain it.
    pub help: &'static [&'static str],
    /// Its value as TOML.
    pub show: fn(&Config) -> String,
    /// Takes a value.
    pub(super) take: fn(&mut Config, &Item) -> Result<(), Wrong>,
}

impl Setting {
    /// Returns table and key: `print.width`.
    pub fn path(&self) -> String {
        match self.table {
            "" => self.key.to_owned(),
            table => format!("{table}.{}", self.key),
        }
    }
}

/// The reason for which a value was not taken: what is wrong and what would be right.
pub(super) struct Wrong(pub(super) String, pub(super) String);

fn wrong(given: &Item, wanted: &str, example: &str) -> Wrong {
    let sort = match given.type_name() {
        "boolean" => "true or false",
        "float" => "a number with a fraction",
        _ => sort(given),
    };
    Wrong(
        format!("this is {sort}, and {wanted} is wanted"),
        format!("write {example}"),
    )
}

fn text(given: &Item, example: &str) -> Result<String, Wrong> {
    let text = given.as_str().map(str::to_owned);
    text.ok_or_else(|| wrong(given, "a text in quotes", example))
}

fn name(given: &Item, example: &str) -> Result<String, Wrong> {
    let name = text(given, example)?;
    match name.trim().is_empty() {
        true => Err(Wrong(
            "the name is empty".into(),
            format!("write {example}, or take the line out"),
        )),
        false => Ok(name),
    }
}

fn whole<T: TryFrom<i64>>(given: &Item, least: i64, most: i64) -> Result<T, Wrong> {
    let number = given.as_integer();
    let number = number.ok_or_else(|| wrong(given, "a whole number", &least.to_string()))?;
    let within = T::try_from(number).ok();
    let within = within.filter(|_| (least..=most).contains(&number));
    within.ok_or_else(|| {
        Wrong(
            format!("{number} is out of bounds"),
            format!("write a whole number from {least} to {most}"),
        )
    })
}

fn flag(given: &Item) -> Result<bool, Wrong> {
    let flag = given.as_bool();
    flag.ok_or_else(|| wrong(given, "true or false", "true or false, without quotes"))
}

/// Returns a text as TOML writes it, with escapes for what cannot be seen.
pub(super) fn quoted(text: &str) -> String {
    match has_hidden(text) {
        true => escaped(text),
        false => toml_edit::Value::from(text).to_string(),
    }
}

/// Reads a folder; an empty one is the usual place.
fn folder(given: &Item, example: &str) -> Result<Option<PathBuf>, Wrong> {
    let folder = text(given, example)?;
    Ok((!folder.is_empty()).then(|| PathBuf::from(folder)))
}

fn folder_shown(folder: &Option<PathBuf>) -> String {
    let folder = folder.as_deref().map(Path::to_string_lossy);
    quoted(&folder.unwrap_or_default())
}

/// Makes the table of settings: where each stands in [`Config`], how it is shown and read, and what it is for.
macro_rules! settings {
    ($($table:literal $key:literal: $($field:ident).+, $show:expr, $read:ident($($limit:expr),*), $($help:literal)+;)*) => {
        /// Every setting but the keys, in the order of the example file.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            table: $table,
            key: $key,
            help: &[$($help),+],
            show: |config| $show(&config.$($field).+),
            take: |config, given| {
                config.$($field).+ = $read(given $(, $limit)*)?;
                Ok(())
            },
        }),*];
    };
}

settings! {
    "" "drafts": drafts, folder_shown, folder("\"~/drafts\""),
        "The folder that drafts are kept in. Empty means the folder \"assay\" among your documents, or"
        "the data folder where you have none; `assay paths` tells which. A leading ~ is your home.";
    "" "framework": framework, quoted, name("\"annual\""),
        "The framework of a new draft. `assay frameworks` lists them.";
    "" "theme": theme, quoted, name("\"auto\""),
        "auto, dark, light, contrast, plain (no colour at all), terminal (the sixteen colours that you"
        "have set), or the name of a file in your themes folder. auto takes plain where NO_COLOR is set,"
        "terminal where there are only sixteen, light where the terminal says that it is light, else dark.";
    "" "autosave-seconds": autosave_seconds, u64::to_string, whole(1, 60),
        "How many seconds of pause in typing there are before the draft is saved by itself.";
    "" "mouse": mouse, bool::to_string, flag(),
        "Catch the mouse. Text can then be selected only with Shift held down, in most terminals.";
    "inspector" "name": inspector.name, quoted, text("\"Your Name\""),
        "Your name, put into new drafts.";
    "inspector" "office": inspector.office, quoted, text("\"His Majesty's Inspector of Constabulary\""),
        "Your office as you say it in a greeting: \"I'm …, His Majesty's Inspector of …\".";
    "print" "width": print.width, usize::to_string, whole(0, 1000),
        "How many columns a text has that the full screen writes to a file, 20 or more; 0 gives a"
        "line a paragraph.";
}
