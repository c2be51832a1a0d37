//! The table of settings: what each is called, takes and is for.

use std::path::{Path, PathBuf};

use toml_edit::Item;

use super::Config;
use crate::app::KeySet;
use crate::store::format::{escaped, one_of, shown, sort};
use crate::text::has_hidden;

/// A setting, wherever it is read, shown or told about.
#[derive(Clone, Copy)]
pub struct Setting {
    /// The table that it stands in; empty at the top of the file.
    pub table: &'static str,
    /// Its key there.
    pub key: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The lines that explain it.
    pub help: &'static [&'static str],
    /// Values that it is often given. Where there is one alone, it is what stands for none given; any other is typed.
    pub choices: &'static [SettingChoice],
    /// Its value as TOML.
    pub show: fn(&Config) -> String,
    /// Takes a value.
    pub(super) take: fn(&mut Config, &Item) -> Result<(), Wrong>,
}

/// A value that a setting is often given.
#[derive(Clone, Copy)]
pub struct SettingChoice {
    /// The value as TOML.
    pub value: &'static str,
    /// The value in words.
    pub words: &'static str,
    /// Its meaning in a line, where there is more to say.
    pub meaning: &'static str,
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

/// Reads a key set.
fn key_set(given: &Item) -> Result<KeySet, Wrong> {
    let name = text(given, "\"plain\"")?;
    KeySet::from_name(&name).ok_or_else(|| {
        let names = KeySet::ALL.map(KeySet::name);
        Wrong(
            format!("\"{}\" is no key set", shown(&name)),
            one_of(&name, names),
        )
    })
}

fn key_set_shown(set: &KeySet) -> String {
    quoted(set.name())
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
    ($($table:literal $key:literal $label:literal: $($field:ident).+, $show:expr, $read:ident($($limit:expr),*),
       $($help:literal)+ $(=> $value:literal $words:literal $meaning:literal)*;)*) => {
        /// Every setting but the keys, in the order of the example file.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            table: $table,
            key: $key,
            label: $label,
            help: &[$($help),+],
            choices: &[$(SettingChoice { value: $value, words: $words, meaning: $meaning }),*],
            show: |config| $show(&config.$($field).+),
            take: |config, given| {
                config.$($field).+ = $read(given $(, $limit)*)?;
                Ok(())
            },
        }),*];
    };
}

settings! {
    "" "drafts" "Folder of drafts": drafts, folder_shown, folder("\"~/drafts\""),
        "The folder that drafts are kept in. Empty means the folder \"assay\" among your documents, or"
        "the data folder where you have none; `assay paths` tells which. A leading ~ is your home."
        => "\"\"" "the usual one" "";
    "" "framework" "Framework of a new draft": framework, quoted, name("\"annual\""),
        "The framework of a new draft. `assay frameworks` lists them.";
    "" "theme" "Theme": theme, quoted, name("\"auto\""),
        "auto, dark, light, contrast, plain (no colour at all), terminal (the sixteen colours that you"
        "have set), or the name of a file in your themes folder. auto takes terminal where there are only"
        "sixteen, light where the terminal says that it is light, else dark. NO_COLOR means plain."
        => "\"auto\"" "auto" "What your terminal says of itself decides."
        => "\"dark\"" "dark" "Light letters on a dark page."
        => "\"light\"" "light" "Dark letters on a light page."
        => "\"contrast\"" "contrast" "As much contrast as there can be."
        => "\"plain\"" "plain" "No colour at all."
        => "\"terminal\"" "terminal" "The sixteen colours that you have set for your terminal.";
    "" "autosave-seconds" "Save by itself after": autosave_seconds, u64::to_string, whole(1, 60),
        "How many seconds of pause in typing there are before the draft is saved by itself."
        => "1" "a second" "After every pause."
        => "2" "2 seconds" ""
        => "5" "5 seconds" ""
        => "10" "10 seconds" ""
        => "60" "a minute" "Edits are in the journal all the same.";
    "" "mouse" "Mouse": mouse, bool::to_string, flag(),
        "Catch the mouse. Text of the terminal can then be selected only with Shift held down, in most terminals."
        => "false" "left to the terminal" "Text is selected as you are used to."
        => "true" "caught" "A click goes there, and in a text to that character; again on what is lit is Enter; a second takes the word, a third the sentence, a drag what lies between. The wheel goes up and down under it.";
    "" "key-set" "Keys": key_set, key_set_shown, key_set(),
        "The set of keys: plain, emacs, or vim with its modes where words are typed. `assay keys --set vim`"
        "shows one; what stands under [keys] below comes before all of them."
        => "\"plain\"" "plain" "Arrows and letters, and the line editor's keys where words are typed."
        => "\"emacs\"" "emacs" "Ctrl-X Ctrl-S saves, Ctrl-Space marks, Ctrl-Y puts back what was cut."
        => "\"vim\"" "vim" "Normal, insert and visual mode in every text; j, k, h and l as before.";
    "" "words" "Words of the house": check.words, quoted, text("\"Wexmoor Achterberg\""),
        "Words that are spelt right though no dictionary has them, with blanks between them. A list in"
        "a draft adds to them with one key."
        => "\"\"" "none" "";
    "inspector" "name" "Your name": inspector.name, quoted, text("\"Your Name\""),
        "Your name, put into new drafts."
        => "\"\"" "not given" "";
    "inspector" "office" "Your office": inspector.office, quoted, text("\"His Majesty's Inspector of Constabulary\""),
        "Your office as you say it in a greeting: \"I'm …, His Majesty's Inspector of …\"."
        => "\"\"" "not given" "";
    "print" "width" "Lines of a text file": print.width, usize::to_string, whole(0, 1000),
        "How many columns a text has that the full screen writes to a file, 20 or more; 0 gives a"
        "line a paragraph."
        => "0" "a line a paragraph" "As a word processor or a letter takes it."
        => "66" "66 columns wide" ""
        => "72" "72 columns wide" "As letters by e-mail mostly are."
        => "80" "80 columns wide" ""
        => "100" "100 columns wide" "";
    "reading" "words-a-minute" "Pace of reading aloud": reading.words_a_minute, u64::to_string, whole(60, 300),
        "How many words a minute the clock goes by when a statement is read aloud, 60 to 300."
        => "100" "100 words a minute" "Slow, for a hall."
        => "120" "120 words a minute" ""
        => "140" "140 words a minute" "As most people speak to an audience."
        => "160" "160 words a minute" ""
        => "180" "180 words a minute" "Quick.";
}
