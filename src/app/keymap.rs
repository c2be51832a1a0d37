//! The live key bindings: the table's keys in a set, with those of the user's config in their place.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use super::command::{Command, CommandEntry, TABLE};
use super::key::{Code, Key};
use super::key_sequence::KeySequence;
use super::key_set::KeySet;
use super::scope::Scope;

/// The keys of commands that have others than a set gives them.
pub type KeyChanges = BTreeMap<Command, Vec<KeySequence>>;

/// The live bindings.
#[derive(Clone, Debug)]
pub struct Keymap {
    set: KeySet,
    keys: BTreeMap<Command, Vec<KeySequence>>,
    found: HashMap<(Scope, Key), Bound>,
    longer: BTreeMap<(Scope, Vec<Key>), Bound>,
    /// True where commands are given by their names, and so told by them.
    by_name: bool,
}

/// The meaning of keys in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// They do a command.
    Command(Command),
    /// They wait for what follows.
    Prefix(Command),
}

impl Bound {
    /// Returns the command that they do, or the first of those that they may come to.
    fn named(self) -> &'static str {
        let (Self::Command(command) | Self::Prefix(command)) = self;
        command.entry().name
    }
}

/// Two commands want one key in one place, or one wants a key that begins the keys of another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct KeyClash {
    /// The set in which they do.
    pub set: KeySet,
    /// The keys.
    pub keys: KeySequence,
    /// True where they begin longer ones.
    pub is_prefix: bool,
    /// The command that the table has first.
    pub first: &'static str,
    /// The other.
    pub second: &'static str,
}

impl fmt::Display for KeyClash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            keys,
            first,
            second,
            ..
        } = self;
        match (self.is_prefix, first == second) {
            (false, _) => write!(
                f,
                "\"{keys}\" is bound to both \"{first}\" and \"{second}\""
            )?,
            (true, false) => {
                let begins = "by itself to one of them, and begins the keys of the other";
                write!(
                    f,
                    "\"{keys}\" is bound to both \"{first}\" and \"{second}\", {begins}"
                )?;
            }
            (true, true) => {
                write!(
                    f,
                    "\"{keys}\" is bound to \"{first}\", and begins other keys of it"
                )?;
            }
        }
        match self.set {
            KeySet::Plain => Ok(()),
            set => write!(f, " in the key set \"{}\"", set.name()),
        }
    }
}

impl Keymap {
    /// Returns the table's keys in a set, with others in their place for the commands named.
    ///
    /// # Errors
    /// Every clash: keys that mean two things in one place.
    pub fn new(set: KeySet, changes: &KeyChanges) -> Result<Self, Vec<KeyClash>> {
        let mut clashes = Vec::new();
        let mut map = Self {
            set,
            keys: BTreeMap::new(),
            found: HashMap::new(),
            longer: BTreeMap::new(),
            by_name: false,
        };
        for entry in TABLE {
            let keys = changes.get(&entry.command).cloned();
            let keys = keys.unwrap_or_else(|| entry.sequences(set));
            for scope in entry.scopes() {
                for sequence in &keys {
                    if !(scope.takes_text() && sequence.begins_typed()) {
                        map.bind(scope, sequence, entry.command, &mut clashes);
                    }
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

    /// Returns the table's keys in a set.
    pub fn of(set: KeySet) -> Self {
        // The table alone has no clashes in any set (a test holds that), so the fallback is never seen.
        Self::new(set, &KeyChanges::new()).unwrap_or_else(|_| Self {
            set,
            keys: BTreeMap::new(),
            found: HashMap::new(),
            longer: BTreeMap::new(),
            by_name: false,
        })
    }

    /// Binds keys in a place to a command, and takes note of what clashes with them.
    fn bind(
        &mut self,
        scope: Scope,
        sequence: &KeySequence,
        command: Command,
        clashes: &mut Vec<KeyClash>,
    ) {
        let all = sequence.keys();
        for many in 1..=all.len() {
            let Some(keys) = all.get(..many) else { return };
            let now = match many == all.len() {
                true => Bound::Command(command),
                false => Bound::Prefix(command),
            };
            let before = self.bound(scope, keys);
            match before {
                None => self.set_bound(scope, keys, now),
                // Several may begin alike, and a command may name the same keys twice.
                Some(Bound::Prefix(_)) if matches!(now, Bound::Prefix(_)) => {}
                Some(before) if before == now => {}
                Some(before) => {
                    let clash = KeyClash {
                        set: self.set,
                        keys: KeySequence::from_keys(keys),
                        is_prefix: matches!(before, Bound::Prefix(_))
                            || matches!(now, Bound::Prefix(_)),
                        first: before.named(),
                        second: command.entry().name,
                    };
                    if !clashes.contains(&clash) {
                        clashes.push(clash);
                    }
                }
            }
        }
    }

    fn set_bound(&mut self, scope: Scope, keys: &[Key], bound: Bound) {
        match keys {
            [key] => drop(self.found.insert((scope, *key), bound)),
            keys => drop(self.longer.insert((scope, keys.to_vec()), bound)),
        }
    }

    /// Returns the same for somebody who gives commands by their names: wherever a key would be told, the name is.
    #[must_use]
    pub fn by_name(mut self) -> Self {
        self.by_name = true;
        // Who gives lines is in no mode.
        self.set = KeySet::Plain;
        self
    }

    /// Returns true where commands are given by their names.
    pub fn is_by_name(&self) -> bool {
        self.by_name
    }

    /// Returns words for whoever presses keys, or others for whoever gives commands by their names.
    pub(super) fn told<'w>(&self, by_keys: &'w str, by_name: &'w str) -> &'w str {
        match self.by_name {
            true => by_name,
            false => by_keys,
        }
    }

    /// Returns how a command of a place is given: by its key or its name; where it has no key, in the list of commands.
    pub(super) fn way_to(&self, scope: Scope, command: Command) -> Option<String> {
        if let Some(key) = self.label(scope, command) {
            return Some(key);
        }
        let name = command.entry().name.replace('-', " ");
        let palette = self.label(scope, Command::Palette)?;
        Some(format!("{palette} “{name}”"))
    }

    /// Returns the set of which the keys are.
    pub fn set(&self) -> KeySet {
        self.set
    }

    /// Returns what keys come to in a place that were pressed one after the other; `None` where nothing.
    pub fn bound(&self, scope: Scope, keys: &[Key]) -> Option<Bound> {
        match keys {
            [key] => self.found.get(&(scope, *key)).copied(),
            keys => self.longer.get(&(scope, keys.to_vec())).copied(),
        }
    }

    /// Returns what a key does in a place by itself.
    pub fn command(&self, scope: Scope, key: Key) -> Option<Command> {
        match self.bound(scope, &[key])? {
            Bound::Command(command) => Some(command),
            Bound::Prefix(_) => None,
        }
    }

    /// Returns the command of Enter in a place.
    pub(super) fn on_enter(&self, scope: Scope) -> Option<Command> {
        self.command(scope, Key::plain(Code::Enter))
    }

    /// Returns all keys of a command, the foremost first.
    pub fn keys(&self, command: Command) -> &[KeySequence] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// Returns the keys of a command that do it in a place.
    pub fn keys_in(&self, scope: Scope, command: Command) -> impl Iterator<Item = &KeySequence> {
        let is = move |keys: &&KeySequence| {
            self.bound(scope, keys.keys()) == Some(Bound::Command(command))
        };
        self.keys(command).iter().filter(is)
    }

    /// Returns the keys to show for a command in a place, as a label; or its name, where commands are given by that.
    pub fn label(&self, scope: Scope, command: Command) -> Option<String> {
        if self.by_name {
            let entry = command.entry();
            // Where words are typed, a full stop before a name tells it from them.
            let stop = match scope {
                Scope::Typing | Scope::Asking => ".",
                _ => "",
            };
            return entry
                .is_in(scope)
                .then(|| format!("“{stop}{}”", entry.name));
        }
        let mut keys = self.keys_in(scope, command);
        keys.next().map(KeySequence::label)
    }
}

impl CommandEntry {
    /// Returns its keys in a set.
    pub fn sequences(&self, set: KeySet) -> Vec<KeySequence> {
        let parse = |key: &&str| KeySequence::parse(key).ok();
        self.keys_in(set).iter().filter_map(parse).collect()
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::of(KeySet::default())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::key::Code;
    use super::*;

    fn sequence(text: &str) -> KeySequence {
        KeySequence::parse(text).unwrap()
    }

    #[test]
    fn no_set_has_a_clash_or_keys_that_terminals_cannot_send() {
        for set in KeySet::ALL {
            assert_eq!(Keymap::new(set, &KeyChanges::new()).err(), None);
            for text in TABLE.iter().flat_map(|entry| entry.keys_in(set)) {
                for key in sequence(text).keys() {
                    assert!(!matches!(key.code, Code::F(_)), "{key}");
                    let lost = ['j', 'm', 'i', 'h', '['];
                    assert!(
                        !(key.ctrl && matches!(key.code, Code::Char(c) if lost.contains(&c))),
                        "{key}"
                    );
                    assert!(!(key.shift && key.code == Code::Enter), "{key}");
                }
            }
        }
    }

    #[test]
    fn a_clash_names_both_commands_and_the_set() {
        let clash = |set, keys: &str| {
            let changes = KeyChanges::from([(Command::Add, vec![sequence(keys)])]);
            Keymap::new(set, &changes)
                .unwrap_err()
                .remove(0)
                .to_string()
        };
        assert_eq!(
            clash(KeySet::Plain, "d"),
            "\"d\" is bound to both \"add\" and \"delete\""
        );
        assert_eq!(
            clash(KeySet::Vim, "d"),
            "\"d\" is bound to both \"add\" and \"delete\" in the key set \"vim\""
        );
        let begins = "\"d\" is bound to both \"add\" and \"delete\", by itself to one of them, and begins the keys of the other";
        assert_eq!(clash(KeySet::Plain, "d x"), begins);
        assert!(
            clash(KeySet::Emacs, "ctrl-x")
                .contains("begins the keys of the other in the key set \"emacs\"")
        );
    }

    #[test]
    fn keys_wait_for_those_that_follow() {
        let changes = KeyChanges::from([(Command::Add, vec![sequence("g g"), sequence("g d")])]);
        let without = KeyChanges::from([(Command::SetGrade, Vec::new())]);
        let changes = changes.into_iter().chain(without).collect();
        let map = Keymap::new(KeySet::Plain, &changes).unwrap();
        let bound = |text: &str| map.bound(Scope::Findings, sequence(text).keys());
        assert!(matches!(bound("g"), Some(Bound::Prefix(_))));
        assert_eq!(bound("g d"), Some(Bound::Command(Command::Add)));
        assert_eq!(bound("g x"), None);
        assert_eq!(map.command(Scope::Findings, Key::char('g')), None);
        assert_eq!(map.label(Scope::Findings, Command::Add).unwrap(), "g g");
    }

    #[test]
    fn every_scope_can_be_left() {
        for set in KeySet::ALL {
            let map = Keymap::of(set);
            for scope in Scope::ALL {
                assert!(
                    map.command(*scope, Key::plain(Code::Esc)).is_some(),
                    "{scope:?}"
                );
            }
        }
    }
}
