//! `assay config`: the settings in force.

use std::fmt::Write as _;

use clap::Args;

use super::{CliError, Session};
use crate::app::TABLE;
use crate::check::Rule;
use crate::config::{Loaded, SETTINGS, example, key_list};
use crate::text::visible_line;

/// `assay config`
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// Print a settings file to begin from: every setting and every key, each line commented out
    #[arg(long)]
    example: bool,
}

impl ConfigArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        if self.example {
            return session.print(example());
        }
        let drafts = session.drafts()?.display().to_string();
        let theme = session.theme()?.name;
        let loaded = session.settings()?;
        let text = in_force(loaded, &drafts, &theme);
        session.print(text)
    }
}

/// Returns the settings as TOML that could be a settings file, each with where it comes from.
fn in_force(loaded: &Loaded, drafts: &str, theme: &str) -> String {
    let name = visible_line(&loaded.name);
    let mut text = match loaded.places.is_empty() {
        true => format!("# Nothing is settled in {name}; these are the defaults.\n"),
        false => format!("# Settings of {name}, with the defaults of what it leaves out.\n"),
    };
    let from = |path: &str| match loaded.places.get(path) {
        Some((line, _)) => format!("line {line}"),
        None => "default".to_owned(),
    };
    let mut table = "";
    for setting in SETTINGS {
        if setting.table != table {
            table = setting.table;
            let _ = writeln!(text, "\n[{table}]");
        }
        let path = setting.path();
        let meaning = match path.as_str() {
            "drafts" => format!(": {}", visible_line(drafts)),
            "theme" if loaded.config.theme == "auto" => format!(": {theme} here"),
            _ => String::new(),
        };
        let value = (setting.show)(&loaded.config);
        let _ = writeln!(
            text,
            "{} = {value}  # {}{meaning}",
            setting.key,
            from(&path)
        );
    }
    let _ = writeln!(
        text,
        "\n[check]  # `assay check --rules` lists them with what they look for"
    );
    for rule in Rule::ALL {
        let level = loaded.config.check.of(*rule).word();
        let _ = writeln!(
            text,
            "{rule} = \"{level}\"  # {}",
            from(&format!("check.{rule}"))
        );
    }
    let map = loaded.config.keymap();
    let _ = writeln!(
        text,
        "\n[keys]  # `assay keys` lists them with what they do"
    );
    for entry in TABLE {
        let path = format!("keys.{}", entry.name);
        let keys = key_list(&map, entry.command);
        let _ = writeln!(text, "{} = {keys}  # {}", entry.name, from(&path));
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::config::{load, load_with_places};

    #[test]
    fn what_is_shown_is_a_settings_file_that_says_the_same() {
        let file =
            "theme = \"light\"\n[print]\nwidth = 66\n[keys]\nsave = [\"ctrl-o\", \"alt-\\\"\"]";
        let loaded = load_with_places(file, "c.toml").unwrap();
        let shown = in_force(&loaded, "/d", "light");
        assert_eq!(load(&shown, "shown").unwrap(), loaded.config);
        assert!(shown.contains("width = 66  # line 3"), "{shown}");
        assert!(
            shown.contains("framework = \"annual\"  # default"),
            "{shown}"
        );
        assert!(shown.contains("drafts = \"\"  # default: /d"), "{shown}");
    }
}
