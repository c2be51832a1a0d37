//! The live key bindings: the table's keys, with those of the user's config in their place.

use std::collections::{BTreeMap, HashMap};

use super::command::{Command, TABLE};
use super::key::{Code, Key};
use super::scope::Scope;

/// The live bindings.
#[derive(Clone, Debug)]
pub struct Keymap {
    keys: BTreeMap<Command, Vec<Key>>,
    found: HashMap<(Scope, Key), Command>,
}

/// Two commands want one key in one place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{key}\" is bound to both \"{first}\" and \"{second}\"")]
pub struct KeyClash {
    /// The key.
    pub key: Key,
    /// The command that the table has first.
    pub first: &'static str,
    /// The other.
    pub second: &'static str,
}

impl Keymap {
    /// Returns the table's keys with others in their place for the commands named.
    ///
    /// # Errors
    /// Every clash: a key that means two things in one place.
    pub fn new(changes: &BTreeMap<Command, Vec<Key>>) -> Result<Self, Vec<KeyClash>> {
        let mut clashes = Vec::new();
        let mut map = Self {
            keys: BTreeMap::new(),
            found: HashMap::new(),
        };
        for entry in TABLE {
            let keys = changes.get(&entry.command).cloned().unwrap_or_else(|| {
                let parse = |key: &&str| Key::parse(key).ok();
                entry.keys.iter().filter_map(parse).collect()
            });
            let scopes = entry.scopes();
            for (scope, key) in scopes.flat_map(|scope| keys.iter().map(move |key| (scope, *key))) {
                if scope.takes_text() && key.typed().is_some() {
                    continue;
                }
                match map.found.insert((scope, key), entry.command) {
                    Some(other) if other != entry.command => {
                        let clash = KeyClash {
                            key,
                            first: other.entry().name,
                            second: entry.name,
                        };
                        if !clashes.contains(&clash) {
                            clashes.push(clash);
                        }
                    }
                    _ => {}
                }
            }
            map.keys.insert(entry.command, keys);
        }
        if clashes.is_empty() {
            Ok(map)
        } else {
            Err(clashes)
        }
    }

    /// Returns what a key does in a place.
    pub fn command(&self, scope: Scope, key: Key) -> Option<Command> {
        self.found.get(&(scope, key)).copied()
    }

    /// Returns all keys of a command, the foremost first.
    pub fn keys(&self, command: Command) -> &[Key] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// Returns the key to show for a command in a place, as a label.
    pub fn label(&self, scope: Scope, command: Command) -> Option<String> {
        self.keys(command)
            .iter()
            .find(|key| self.command(scope, **key) == Some(command))
            .map(|key| key.label())
    }
}

impl Default for Keymap {
    fn default() -> Self {
        // The table alone has no clashes (a test holds that), so the fallback is never seen.
        Self::new(&BTreeMap::new()).unwrap_or_else(|_| Self {
            keys: BTreeMap::new(),
            found: HashMap::from([((Scope::Library, Key::plain(Code::Esc)), Command::Quit)]),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_table_has_no_clash_and_only_keys_that_terminals_can_send() {
        assert_eq!(Keymap::new(&BTreeMap::new()).err(), None);
        for key in TABLE.iter().flat_map(|entry| entry.keys) {
            let key = Key::parse(key).unwrap();
            assert!(!matches!(key.code, Code::F(_)), "{key}");
            let lost = ['j', 'm', 'i', 'h', '['];
            assert!(
                !(key.ctrl && matches!(key.code, Code::Char(c) if lost.contains(&c))),
                "{key}"
            );
            assert!(!(key.shift && key.code == Code::Enter), "{key}");
        }
    }

    #[test]
    fn a_clash_names_both_commands() {
        let changes = BTreeMap::from([(Command::Add, vec![Key::char('d')])]);
        let clash = Keymap::new(&changes).unwrap_err().remove(0);
        assert_eq!(
            clash.to_string(),
            "\"d\" is bound to both \"add\" and \"delete\""
        );
    }

    #[test]
    fn every_scope_can_be_left() {
        let map = Keymap::default();
        for scope in Scope::ALL {
            assert!(
                map.command(*scope, Key::plain(Code::Esc)).is_some(),
                "{scope:?}"
            );
        }
    }
}
