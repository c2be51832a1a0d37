//! The settings: shown with what each is for, and changed in their file.

use std::path::PathBuf;
use std::sync::Arc;

use super::EffectRunner;
use crate::app::{Message, SettingRow, SettingValue, SettingsNews};
use crate::assessment::Framework;
use crate::config::{self, SETTINGS, Setting};
use crate::store::change_settings;

/// The file of the settings, and the names of the themes that there are.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    /// The file; it need not be there.
    pub path: PathBuf,
    /// The themes, by their names in the settings.
    pub themes: Vec<String>,
    /// True where the environment asks for no colours, so that no theme shows any.
    pub colourless: bool,
}

/// The help of the theme where it shows nothing.
const NO_COLOUR: &str =
    "NO_COLOR is set where Assay was started, so there are no colours, whichever theme is chosen.";

impl EffectRunner {
    /// Returns the same runner with settings that can be changed.
    #[must_use]
    pub fn with_settings(mut self, settings: SettingsFile) -> Self {
        self.settings = Some(settings);
        self
    }

    pub(super) fn list_settings(&self) -> Message {
        match self.setting_rows() {
            Ok(rows) => Message::Settings(SettingsNews::Listed(rows)),
            Err(why) => Message::Failed(why),
        }
    }

    /// Returns the settings as they are.
    fn setting_rows(&self) -> Result<Vec<SettingRow>, String> {
        let Some(SettingsFile {
            path,
            themes,
            colourless,
        }) = &self.settings
        else {
            return Err("The settings cannot be changed here.".to_owned());
        };
        let loaded = config::read(path).map_err(|error| error.to_string())?;
        let rows = SETTINGS.iter().map(|setting| {
            let value = (setting.show)(&loaded.config);
            SettingRow {
                path: setting.path(),
                label: setting.label.to_owned(),
                help: match setting.key {
                    "theme" if *colourless => NO_COLOUR.to_owned(),
                    _ => setting.help.join(" "),
                },
                words: self.in_words(setting, &value),
                values: self.values(setting, &value, themes),
                typed: value.parse::<u64>().is_ok(),
                value,
            }
        });
        Ok(rows.collect())
    }

    /// Returns the values that a setting can have, the one that it has among them; none where any is typed.
    fn values(&self, setting: &Setting, value: &str, themes: &[String]) -> Vec<SettingValue> {
        let quoted = |name: &String| format!("\"{name}\"");
        let known = |value: &str| setting.choices.iter().find(|it| it.value == value);
        let mut values: Vec<String> = match setting.key {
            "theme" => themes.iter().map(quoted).collect(),
            "framework" => {
                let all = self.frameworks.all().iter();
                all.map(|framework| quoted(&framework.id)).collect()
            }
            _ if setting.choices.len() < 2 => return Vec::new(),
            _ => setting
                .choices
                .iter()
                .map(|it| it.value.to_owned())
                .collect(),
        };
        if !values.iter().any(|other| other == value) {
            values.insert(0, value.to_owned());
        }
        let values = values.into_iter().map(|value| SettingValue {
            words: self.in_words(setting, &value),
            meaning: match (known(&value), self.framework_named(setting, &value)) {
                (Some(choice), _) => choice.meaning.to_owned(),
                (None, Some(framework)) => framework.about.clone(),
                (None, None) => String::new(),
            },
            value,
        });
        values.collect()
    }

    /// Returns a setting's value in words.
    fn in_words(&self, setting: &Setting, value: &str) -> String {
        let known = setting.choices.iter().find(|it| it.value == value);
        let framework = self.framework_named(setting, value);
        let framework = framework.map(|framework| framework.title.clone());
        let known = known.map(|it| it.words.to_owned()).or(framework);
        known.unwrap_or_else(|| value.trim_matches('"').to_owned())
    }

    fn framework_named(&self, setting: &Setting, value: &str) -> Option<&Framework> {
        let all = self.frameworks.all().iter();
        let is = setting.key == "framework";
        let mut all = all.filter(|it| is && it.id == value.trim_matches('"'));
        all.next().map(AsRef::as_ref)
    }

    /// Adds a word to those of the house, which the file may have others of by now.
    pub(super) fn add_house_word(&mut self, word: &str) -> Message {
        let file = self.settings.as_ref().map(|it| config::read(&it.path));
        let words = match file {
            Some(Ok(loaded)) => loaded.config.check.words,
            Some(Err(error)) => return Message::Failed(error.to_string()),
            None => String::new(),
        };
        let words = format!("{words} {word}");
        self.change_setting("words".to_owned(), format!("\"{}\"", words.trim()))
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
        let mut keymap = Arc::default();
        if let Ok(loaded) = config::read(file) {
            keymap = Arc::new(loaded.config.keymap());
            let inspector = loaded.config.inspector;
            self.inspector = (inspector.name, inspector.office);
            self.framework = loaded.config.framework;
        }
        let at_once = [
            "theme",
            "framework",
            "key-set",
            "mouse",
            "print.width",
            "reading.words-a-minute",
            "words",
        ];
        let at_once = at_once.contains(&path.as_str());
        let when = match at_once || path.starts_with("inspector.") {
            true => "",
            false => " It holds from the next start on.",
        };
        let setting = SETTINGS.iter().find(|setting| setting.path() == path);
        let said = setting.map_or_else(
            || path.clone(),
            |setting| format!("{}: {}", setting.label, self.in_words(setting, &value)),
        );
        let words = format!("{said}. It is kept in {name}.{when}");
        let rows = self.setting_rows().unwrap_or_default();
        Message::Settings(SettingsNews::Changed {
            path,
            value,
            words,
            rows,
            keymap,
        })
    }
}
