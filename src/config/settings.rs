//! The table of settings: what each is called, takes and is for.

use std::path::PathBuf;

use super::Config;
use crate::store::format::escaped;
use crate::text::has_hidden;

/// A setting, wherever it is read, shown or told about.
#[derive(Clone, Copy)]
pub struct Setting {
    /// The table that it stands in; empty at the top of the file.
    pub table: &'static str,
    /// Its key there.
    pub key: &'static str,
    /// What it is for, a line each.
    pub help: &'static [&'static str],
    /// Its value as TOML.
    pub show: fn(&Config) -> String,
    /// Takes a value.
    pub(super) take: fn(&mut Config, &Given<'_>) -> Result<(), Wrong>,
}

impl Setting {
    /// Table and key: `print.width`.
    pub fn path(&self) -> String {
        match self.table {
            "" => self.key.to_owned(),
            table => format!("{table}.{}", self.key),
        }
    }
}

/// A value that stands in a file.
pub(super) enum Given<'a> {
    Text(&'a str),
    Whole(i64),
    Flag(bool),
    Other(&'static str),
}

/// Why it was not taken: what is wrong and what would be right.
pub(super) struct Wrong(pub(super) String, pub(super) String);

impl Given<'_> {
    fn sort(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Whole(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::Other(sort) => sort,
        }
    }

    fn wrong(&self, wanted: &str, example: &str) -> Wrong {
        Wrong(
            format!("this is {}, and {wanted} is wanted", self.sort()),
            format!("write {example}"),
        )
    }

    fn text(&self, example: &str) -> Result<String, Wrong> {
        match self {
            Self::Text(text) => Ok((*text).to_owned()),
            _ => Err(self.wrong("a text in quotes", example)),
        }
    }

    fn name(&self, example: &str) -> Result<String, Wrong> {
        let text = self.text(example)?;
        if text.trim().is_empty() {
            return Err(Wrong(
                "the name is empty".into(),
                format!("write {example}, or take the line out"),
            ));
        }
        Ok(text)
    }

    fn whole(&self, least: u64, most: u64) -> Result<u64, Wrong> {
        let Self::Whole(number) = self else {
            return Err(self.wrong("a whole number", &least.to_string()));
        };
        u64::try_from(*number)
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| {
                Wrong(
                    format!("{number} is out of bounds"),
                    format!("write a whole number from {least} to {most}"),
                )
            })
    }

    fn flag(&self) -> Result<bool, Wrong> {
        match self {
            Self::Flag(flag) => Ok(*flag),
            _ => Err(self.wrong("true or false", "true or false, without quotes")),
        }
    }
}

/// A text as TOML writes it, with escapes for what cannot be seen.
pub(super) fn quoted(text: &str) -> String {
    match has_hidden(text) {
        true => escaped(text),
        false => toml_edit::Value::from(text).to_string(),
    }
}

/// Every setting but the keys, in the order of the example file.
pub const SETTINGS: &[Setting] = &[
    Setting {
        table: "",
        key: "drafts",
        help: &[
            "The folder that drafts are kept in. Empty means the folder \"assay\" among your documents, or",
            "the data folder where you have none; `assay paths` tells which. A leading ~ is your home.",
        ],
        show: |config| {
            let folder = config.drafts.as_deref().map(|path| path.to_string_lossy());
            quoted(&folder.unwrap_or_default())
        },
        take: |config, given| {
            let folder = given.text("\"~/drafts\"")?;
            config.drafts = (!folder.is_empty()).then(|| PathBuf::from(folder));
            Ok(())
        },
    },
    Setting {
        table: "",
        key: "framework",
        help: &["The framework of a new draft. `assay frameworks` lists them."],
        show: |config| quoted(&config.framework),
        take: |config, given| {
            config.framework = given.name("\"annual\"")?;
            Ok(())
        },
    },
    Setting {
        table: "",
        key: "theme",
        help: &[
            "auto, dark, light, plain (no colour at all), or the name of a file in your themes folder. auto",
            "takes plain where NO_COLOR is set, light where the terminal says that it is light, else dark.",
        ],
        show: |config| quoted(&config.theme),
        take: |config, given| {
            config.theme = given.name("\"auto\"")?;
            Ok(())
        },
    },
    Setting {
        table: "",
        key: "autosave-seconds",
        help: &[
            "How many seconds of pause in typing there are before the draft is saved by itself.",
        ],
        show: |config| config.autosave_seconds.to_string(),
        take: |config, given| {
            config.autosave_seconds = given.whole(1, 60)?;
            Ok(())
        },
    },
    Setting {
        table: "",
        key: "mouse",
        help: &[
            "Catch the mouse. Text can then be selected only with Shift held down, in most terminals.",
        ],
        show: |config| config.mouse.to_string(),
        take: |config, given| {
            config.mouse = given.flag()?;
            Ok(())
        },
    },
    Setting {
        table: "inspector",
        key: "name",
        help: &["Your name, put into new drafts."],
        show: |config| quoted(&config.inspector.name),
        take: |config, given| {
            config.inspector.name = given.text("\"Your Name\"")?;
            Ok(())
        },
    },
    Setting {
        table: "inspector",
        key: "office",
        help: &[
            "Your office as you say it in a greeting: \"I'm …, His Majesty's Inspector of …\".",
        ],
        show: |config| quoted(&config.inspector.office),
        take: |config, given| {
            config.inspector.office = given.text("\"His Majesty's Inspector of Constabulary\"")?;
            Ok(())
        },
    },
    Setting {
        table: "print",
        key: "width",
        help: &[
            "How many columns a text has that the full screen writes to a file, 20 or more; 0 gives a",
            "line a paragraph.",
        ],
        show: |config| config.print.width.to_string(),
        take: |config, given| {
            let width = given.whole(0, 1000)?;
            config.print.width = usize::try_from(width).unwrap_or(usize::MAX);
            Ok(())
        },
    },
];
