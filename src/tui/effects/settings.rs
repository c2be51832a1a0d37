//! The settings: shown with what each is for, and changed in their file.

use std::path::PathBuf;

use super::EffectRunner;
use crate::app::{Message, SettingRow, SettingsNews};
use crate::config::{self, SETTINGS};
use crate::store::change_settings;

/// The file of the settings, and the names of the themes that there are.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    /// The file; it need not be there.
    pub path: PathBuf,
    /// The themes, by their names in the settings.
    pub themes: Vec<String>,
}

impl EffectRunner {
    /// Returns the same runner with settings that can be changed.
    #[must_use]
    pub fn with_settings(mut self, settings: SettingsFile) -> Self {
        self.settings = Some(settings);
        self
    }

    pub(super) fn list_settings(&self) -> Message {
        let Some(SettingsFile { path, themes }) = &self.settings else {
            return Message::Failed("The settings cannot be changed here.".to_owned());
        };
        let loaded = match config::read(path) {
            Ok(loaded) => loaded,
            Err(error) => return Message::Failed(error.to_string()),
        };
        let rows = SETTINGS.iter().map(|setting| {
            let value = (setting.show)(&loaded.config);
            let quoted = |name: &String| format!("\"{name}\"");
            SettingRow {
                path: setting.path(),
                help: setting.help.join(" "),
                values: match (setting.key, value.as_str()) {
                    ("theme", _) => themes.iter().map(quoted).collect(),
                    (_, "true" | "false") => vec!["true".to_owned(), "false".to_owned()],
                    _ => Vec::new(),
                },
                value,
            }
        });
        Message::Settings(SettingsNews::Listed(rows.collect()))
    }

    pub(super) fn change_setting(&mut self, path: String, value: String) -> Message {
        let Some(SettingsFile { path: file, .. }) = &self.settings else {
            return Message::Failed("The settings cannot be changed here.".to_owned());
        };
        let name = file.display().to_string();
        let change = |text: &str| config::with_setting(text, &path, &value, &name);
        if let Err(why) = change_settings(file, change) {
            return Message::Failed(format!("Not changed: {why}"));
        }
        // What new drafts begin with goes by it at once.
        if let Ok(loaded) = config::read(file) {
            let inspector = loaded.config.inspector;
            self.inspector = (inspector.name, inspector.office);
            self.framework = loaded.config.framework;
        }
        let at_once = ["theme", "framework", "print.width"].contains(&path.as_str());
        let when = match at_once || path.starts_with("inspector.") {
            true => "",
            false => " It holds from the next start on.",
        };
        let words = format!("{path} is in {name}.{when}");
        Message::Settings(SettingsNews::Changed { path, value, words })
    }
}
