//! `assay keys`: the command table, with the keys in force.

use std::fmt::Write as _;

use clap::{Args, ValueEnum};

use super::{CliError, Session};
use crate::app::{KeySequence, KeySet, Keymap, MODES, Scope, TABLE};
use crate::text::vim::VIM_KEYS;
use crate::text::width;

/// `assay keys`
#[derive(Debug, Args)]
pub(super) struct KeysArgs {
    /// The form of the table
    #[arg(long, value_enum, default_value_t = KeysFormat::Text)]
    format: KeysFormat,
    /// Show the keys that Assay comes with, whatever your settings say
    #[arg(long)]
    defaults: bool,
    /// Show the keys of this set, whichever your settings choose
    #[arg(long, value_name = "SET", value_parser = key_set)]
    set: Option<KeySet>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KeysFormat {
    /// Aligned columns
    Text,
    /// Tables for a README
    Markdown,
}

impl KeysArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let map = match self.defaults {
            true => Keymap::of(self.set.unwrap_or_default()),
            false => {
                let mut config = session.settings()?.config.clone();
                config.key_set = self.set.unwrap_or(config.key_set);
                config.keymap()
            }
        };
        session.print(match self.format {
            KeysFormat::Text => text(&map),
            KeysFormat::Markdown => markdown(&map),
        })
    }
}

/// Reads the name of a key set.
fn key_set(name: &str) -> Result<KeySet, String> {
    let names = KeySet::ALL.map(KeySet::name).join(", ");
    KeySet::from_name(name).ok_or_else(|| format!("it may be {names}"))
}

/// Commands that are to be had in the same places, in the table's order.
struct KeyGroup {
    scopes: Vec<Scope>,
    rows: Vec<[String; 3]>,
}

impl KeyGroup {
    fn title(&self) -> String {
        if self.scopes.len() == Scope::ALL.len() {
            return "Everywhere".into();
        }
        let mut title = String::new();
        for scope in &self.scopes {
            if title.is_empty() {
                title.push_str(scope.title());
            } else {
                // "In the headings, the findings, while typing".
                let place = scope.title().to_lowercase();
                let _ = write!(title, ", {}", place.strip_prefix("in ").unwrap_or(&place));
            }
        }
        title
    }
}

/// Returns the lines of all commands: each stands once, with all others that are to be had where it is.
fn groups(map: &Keymap) -> Vec<KeyGroup> {
    let mut groups: Vec<KeyGroup> = Vec::new();
    for entry in TABLE {
        let keys: Vec<String> = map
            .keys(entry.command)
            .iter()
            .map(KeySequence::label)
            .collect();
        let row = [
            keys.join("  "),
            entry.name.to_owned(),
            entry.help.to_owned(),
        ];
        let scopes: Vec<Scope> = entry.scopes().collect();
        match groups.iter_mut().find(|group| group.scopes == scopes) {
            Some(group) => group.rows.push(row),
            None => groups.push(KeyGroup {
                scopes,
                rows: vec![row],
            }),
        }
    }
    groups
}

fn text(map: &Keymap) -> String {
    let groups = groups(map);
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let keys_wide = rows().map(|[keys, ..]| width(keys)).max().unwrap_or(0);
    let names_wide = rows().map(|[_, name, _]| width(name)).max().unwrap_or(0);
    let mut text = String::new();
    for (nth, group) in groups.iter().enumerate() {
        if nth > 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "{}", group.title());
        for [keys, name, help] in &group.rows {
            // Filled up by the cells that a terminal shows, not by characters.
            let keys_gap = " ".repeat(keys_wide - width(keys));
            let name_gap = " ".repeat(names_wide - width(name));
            let _ = writeln!(text, "  {keys}{keys_gap}  {name}{name_gap}  {help}");
        }
    }
    if map.set() == KeySet::Vim {
        let _ = writeln!(text, "\n{MODES}");
        for row in VIM_KEYS {
            let gap = " ".repeat(keys_wide.saturating_sub(width(row.keys)));
            let _ = writeln!(text, "  {}{gap}  {}", row.keys, row.help);
        }
    }
    text
}

/// Returns the tables for README: one for each set of places.
pub fn markdown(map: &Keymap) -> String {
    let mut text = String::new();
    for (nth, group) in groups(map).iter().enumerate() {
        if nth > 0 {
            text.push('\n');
        }
        let _ = writeln!(
            text,
            "**{}**\n\n| keys | command | |\n| --- | --- | --- |",
            group.title()
        );
        for [keys, name, help] in &group.rows {
            let keys: Vec<String> = keys
                .split("  ")
                .filter(|key| !key.is_empty())
                .map(code)
                .collect();
            let _ = writeln!(text, "| {} | `{name}` | {help} |", keys.join(" "));
        }
    }
    if map.set() == KeySet::Vim {
        let _ = writeln!(text, "\n**{MODES}**\n\n| keys | |\n| --- | --- |");
        for row in VIM_KEYS {
            let keys: Vec<String> = row.keys.split(' ').map(code).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), row.help);
        }
    }
    text
}

/// Returns a key as code in a Markdown table, where a bar would end the cell and a backtick the code.
fn code(key: &str) -> String {
    match key.contains('`') {
        true => format!("`` {key} ``"),
        false => format!("`{}`", key.replace('|', "\\|")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_once_in_either_form() {
        let map = Keymap::default();
        let table = text(&map);
        let columns = |line: &str| {
            let cells: Vec<&str> = line
                .split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect();
            cells.iter().rev().nth(1).map(|name| (*name).to_owned())
        };
        let names: Vec<String> = table.lines().filter_map(columns).collect();
        let rows = markdown(&map);
        for entry in TABLE {
            assert_eq!(
                names.iter().filter(|name| *name == entry.name).count(),
                1,
                "{}",
                entry.name
            );
            assert_eq!(
                rows.matches(&format!("| `{}` |", entry.name)).count(),
                1,
                "{}",
                entry.name
            );
        }
        assert!(table.contains("\nEverywhere\n"));
    }
}
