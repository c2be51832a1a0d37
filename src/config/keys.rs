//! The `[keys]` table: names of commands, and the keys that reach them.

use std::collections::BTreeMap;

use toml_edit::{TableLike, Value};

use super::loaded::SettingsReader;
use super::settings::Wrong;
use crate::app::{Code, Command, Key, KeySequence, KeySet, Keymap, Scope, TABLE};
use crate::store::format::{TomlEntry, entries, near, shown};

/// Reads the table, and reports everything that is wrong with it: commands that are none, keys that are
/// none or that no terminal sends, keys that mean two things in one place, places that nothing leaves.
pub(super) fn read(reader: &mut SettingsReader<'_>, table: &dyn TableLike) {
    let mut places = BTreeMap::new();
    let mut sound = true;
    for entry in entries(table) {
        let (name, at) = (entry.key, entry.at());
        let Some(command) = Command::from_name(name) else {
            let meant = near(name, TABLE.iter().map(|entry| entry.name));
            let hint = match meant {
                Some(meant) => format!("did you mean \"{meant}\"? `assay keys` lists them all"),
                None => "`assay keys` lists every command by its name".to_owned(),
            };
            reader.wrong(
                at,
                Wrong(format!("\"{}\" is no command", shown(name)), hint),
            );
            continue;
        };
        match keys(reader, command, &entry) {
            Some(keys) => {
                // Only what differs is kept, so that a config that spells out a default is the default.
                let set = reader.loaded.config.key_set;
                if keys != command.entry().sequences(set) {
                    reader.loaded.config.keys.insert(command, keys);
                }
                reader.stands(format!("keys.{name}"), entry.value_at());
                places.insert(command, at);
            }
            None => sound = false,
        }
    }
    // A clash that comes only from a key left out as wrong would mislead.
    if sound {
        together(reader, &places);
    }
}

/// Reports what is wrong with bindings that are right each for itself.
fn together(reader: &mut SettingsReader<'_>, places: &BTreeMap<Command, usize>) {
    let place = |name: &str| places.get(&Command::from_name(name)?).copied();
    let set = reader.loaded.config.key_set;
    match Keymap::new(set, &reader.loaded.config.keys) {
        Ok(map) => {
            for scope in Scope::ALL {
                if let Some(wrong) = no_way_out(&map, *scope) {
                    let emptied = LEAVING
                        .iter()
                        .find_map(|command| place(command.entry().name));
                    reader.wrong(emptied.unwrap_or_default(), wrong);
                }
            }
        }
        Err(clashes) => {
            for clash in clashes {
                let at = place(clash.second).or_else(|| place(clash.first));
                let hint = format!(
                    "give one of the two another key; the table gives \"{}\" {} and \"{}\" {}",
                    clash.first,
                    default_keys(clash.first, set),
                    clash.second,
                    default_keys(clash.second, set),
                );
                reader.wrong(at.unwrap_or_default(), Wrong(clash.to_string(), hint));
            }
        }
    }
}

/// Commands by which a place is left.
const LEAVING: [Command; 4] = [Command::Back, Command::Done, Command::Close, Command::Quit];

fn no_way_out(map: &Keymap, scope: Scope) -> Option<Wrong> {
    let here = || {
        LEAVING
            .iter()
            .filter(|command| command.entry().is_in(scope))
    };
    if here().any(|command| map.label(scope, *command).is_some()) {
        return None;
    }
    let names: Vec<&str> = here().map(|command| command.entry().name).collect();
    Some(Wrong(
        format!("{}, no key leads out any more", scope.title()),
        format!("give a key to one of {}", names.join(", ")),
    ))
}

fn default_keys(name: &str, set: KeySet) -> String {
    let entry = TABLE.iter().find(|entry| entry.name == name);
    list(entry.map_or(&[], |entry| entry.keys_in(set)))
}

/// Keys as the file writes them.
pub(super) fn list(keys: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = keys
        .iter()
        .map(|key| super::settings::quoted(key.as_ref()))
        .collect();
    format!("[{}]", quoted.join(", "))
}

fn keys(
    reader: &mut SettingsReader<'_>,
    command: Command,
    entry: &TomlEntry<'_>,
) -> Option<Vec<KeySequence>> {
    let Some(array) = entry.item.as_array() else {
        let hint = format!(
            "write {}",
            default_keys(command.entry().name, reader.loaded.config.key_set)
        );
        let wrong = Wrong("a list of keys is wanted".into(), hint);
        reader.wrong(entry.value_at(), wrong);
        return None;
    };
    let mut keys = Vec::new();
    let mut sound = true;
    for value in array {
        match key(command, value) {
            Ok(key) if keys.contains(&key) => {}
            Ok(key) => keys.push(key),
            Err(wrong) => {
                reader.wrong(value.span().unwrap_or_default().start, wrong);
                sound = false;
            }
        }
    }
    sound.then_some(keys)
}

fn key(command: Command, value: &Value) -> Result<KeySequence, Wrong> {
    let text = value.as_str().ok_or_else(|| {
        Wrong(
            "a key is a text".into(),
            "write it in quotes: \"ctrl-s\"".into(),
        )
    })?;
    let keys = KeySequence::parse(text).map_err(|_| {
        let what = format!("\"{}\" is not a key", shown(text));
        let hint = match meant(text) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => {
                "write a character, a name as enter, esc, tab, space, up, pageup, or one of them \
                     after ctrl-, alt- or shift-; keys one after the other with a blank between them"
                    .to_owned()
            }
        };
        Wrong(what, hint)
    })?;
    keys.keys().iter().try_for_each(|key| sendable(*key))?;
    let mut scopes = command.entry().scopes();
    if keys.begins_typed() && scopes.all(Scope::takes_text) {
        return Err(Wrong(
            format!(
                "\"{text}\" is typed as text where \"{}\" is to be had",
                command.entry().name
            ),
            format!("write \"ctrl-{text}\" or \"alt-{text}\""),
        ));
    }
    Ok(keys)
}

/// Refuses keys that reach a program as others: a terminal sends the same byte for both.
fn sendable(key: Key) -> Result<(), Wrong> {
    let (Code::Char(character), true) = (key.code, key.ctrl) else {
        return Ok(());
    };
    let same = match character {
        'i' | 'I' => "tab".to_owned(),
        'm' | 'M' => "enter".to_owned(),
        '[' => "esc".to_owned(),
        _ if character.is_uppercase() => {
            let small = character.to_lowercase().next().unwrap_or(character);
            Key {
                code: Code::Char(small),
                ..key
            }
            .to_string()
        }
        _ => return Ok(()),
    };
    Err(Wrong(
        format!("terminals do not tell \"{key}\" from \"{same}\""),
        format!("write \"{same}\", or take another key"),
    ))
}

/// Returns the key that was probably meant: other spellings that people know from elsewhere, other cases, and slips of
/// a letter.
fn meant(text: &str) -> Option<Key> {
    const MODIFIERS: [&str; 3] = ["ctrl", "alt", "shift"];
    const OTHERS: [(&str, &str); 13] = [
        ("c", "ctrl"),
        ("control", "ctrl"),
        ("m", "alt"),
        ("meta", "alt"),
        ("option", "alt"),
        ("escape", "esc"),
        ("return", "enter"),
        ("del", "delete"),
        ("ins", "insert"),
        ("pgup", "pageup"),
        ("pgdn", "pagedown"),
        ("page-up", "pageup"),
        ("page-down", "pagedown"),
    ];
    let word = |word: &str, among: &[&'static str]| {
        let other = OTHERS.iter().find(|(other, _)| *other == word);
        let other = other
            .map(|(_, name)| *name)
            .filter(|name| among.contains(name));
        other.or_else(|| near(word, among.iter().copied()))
    };
    let lower = text.to_lowercase().replace(['+', '_', ' '], "-");
    let mut rest = lower.as_str();
    let mut modifiers = Vec::new();
    while let Some((first, after)) = rest.split_once('-') {
        // The rest may be a name with a hyphen of its own ("page-up").
        match word(first, &MODIFIERS) {
            Some(modifier) if !after.is_empty() => modifiers.push(modifier),
            _ => break,
        }
        rest = after;
    }
    let name = match rest.chars().count() {
        1 => rest,
        _ => word(rest, &Key::names()).or_else(|| Key::parse(rest).is_ok().then_some(rest))?,
    };
    modifiers.push(name);
    Key::parse(&modifiers.join("-")).ok()
}

/// Returns the keys of a command as a settings file writes them.
pub fn key_list(map: &Keymap, command: Command) -> String {
    let keys: Vec<String> = map
        .keys(command)
        .iter()
        .map(KeySequence::to_string)
        .collect();
    list(&keys)
}
