//! Settings, key bindings and themes.
//!
//! Every default stands once, in [`Config::default`]. What a setting is called, what it takes and what
//! it is for stands once too, in a table of settings (`settings.rs`): reading a file, the example file,
//! and `assay config` all walk that table, so a setting that is added there is read, refused with its
//! line where it is wrong, documented and shown without another word.
//!
//! The files are walked with their places by the reader that frameworks have too; `store/format/plain.rs` says why not
//! by serde. Reading is strict. A key that nothing knows is an error and not ignored, because the setting
//! that somebody misspelt is the one they will miss. Every problem is told at once, each as
//! `FILE:LINE:COLUMN: what is wrong; what would be right`.
//!
//! ```
//! use assay::config;
//!
//! let loaded = config::load("theme = \"dark\"", "config.toml").unwrap();
//! assert_eq!(loaded.theme, "dark");
//!
//! let refused = config::load("\ntheem = \"dark\"", "config.toml").unwrap_err();
//! assert!(refused.to_string().starts_with("config.toml:2:1: \"theem\" is no setting"));
//! ```
//!
//! This folder must not know what a command does, only its name and its keys. Its one way to the file
//! system is `read.rs`; everything else is text in, values out.

mod change;
mod example;
mod keys;
mod load;
mod loaded;
mod looks;
mod read;
mod settings;
mod theme;

pub use change::with_setting;
pub use example::{LEAD, example};
pub use keys::key_list;
pub use load::{load, load_with_places};
pub use loaded::Loaded;
pub use looks::{Colour, Look, StyleRole};
pub use read::{Unusable, read, read_among, read_theme, read_themes};
pub use settings::{SETTINGS, Setting, SettingChoice};
pub use theme::{BUILT_IN, ColourDepth, Terminal, Theme, choose, of_index};

use std::path::PathBuf;

use crate::app::{KeyChanges, KeySet, Keymap};
use crate::check::Levels;

/// The settings of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The folder of drafts; `None` where the usual place is meant.
    pub drafts: Option<PathBuf>,
    /// The framework of a new draft.
    pub framework: String,
    /// The name of the theme, or "auto".
    pub theme: String,
    /// The pause in typing after which the draft is saved by itself, in seconds.
    pub autosave_seconds: u64,
    /// True where the mouse is caught.
    pub mouse: bool,
    /// The inspector who signs new drafts.
    pub inspector: InspectorConfig,
    /// The settings of printed statements.
    pub print: PrintConfig,
    /// The settings of reading aloud.
    pub reading: ReadingConfig,
    /// The rules of the check that weigh other than their table has it, and the words of the house.
    pub check: Levels,
    /// The set of keys.
    pub key_set: KeySet,
    /// The keys of those commands that have others than the set gives them.
    pub keys: KeyChanges,
}

/// The inspector who signs new drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InspectorConfig {
    /// The name.
    pub name: String,
    /// The office, as it is said: "Her Majesty's Inspector of Constabulary".
    pub office: String,
}

/// The settings of printed statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintConfig {
    /// The number of columns of a text that the screen writes to a file; 0 gives a line a paragraph.
    pub width: usize,
}

/// The settings of reading aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingConfig {
    /// The pace that the clock goes by.
    pub words_a_minute: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            drafts: None,
            framework: "annual".into(),
            theme: "auto".into(),
            autosave_seconds: 1,
            // A caught mouse keeps people from selecting text as they are used to.
            mouse: false,
            inspector: InspectorConfig::default(),
            print: PrintConfig { width: 0 },
            reading: ReadingConfig {
                words_a_minute: 140,
            },
            check: Levels::default(),
            key_set: KeySet::default(),
            keys: KeyChanges::new(),
        }
    }
}

impl Config {
    /// Returns the live key bindings.
    ///
    /// Clashes are refused where the file is read, so there are none here; the table's own keys stand in
    /// for bindings that somebody put together by hand and that clash.
    pub fn keymap(&self) -> Keymap {
        Keymap::new(self.key_set, &self.keys).unwrap_or_else(|_| Keymap::of(self.key_set))
    }
}
