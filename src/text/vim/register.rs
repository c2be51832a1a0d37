//! Registers: named ones, what was copied last, and the one that is taken where none is named.

use std::collections::BTreeMap;

/// Words in a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Register {
    pub(super) text: String,
    /// True where it holds whole lines.
    pub(super) lines: bool,
}

/// All registers.
#[derive(Clone, Debug, Default)]
pub(super) struct Registers {
    named: BTreeMap<char, Register>,
    copied: Register,
    last: Register,
}

/// The register that keeps nothing.
const NONE: char = '_';
/// The registers that are the clipboard of the terminal.
const CLIPBOARD: [char; 2] = ['+', '*'];

impl Registers {
    /// Returns true for a name that goes to the clipboard of the terminal.
    pub(super) fn is_clipboard(name: Option<char>) -> bool {
        name.is_some_and(|name| CLIPBOARD.contains(&name))
    }

    /// Takes words in; false where the register keeps none.
    pub(super) fn keep(&mut self, name: Option<char>, register: Register, copied: bool) -> bool {
        match name {
            Some(NONE) => return false,
            Some(name) if name.is_ascii_uppercase() => {
                let before = self.named.entry(name.to_ascii_lowercase()).or_default();
                let lines = before.lines || register.lines;
                let gap = if lines && !before.text.is_empty() {
                    "\n"
                } else {
                    ""
                };
                before.text = format!("{}{gap}{}", before.text, register.text);
                before.lines = lines;
                self.last = before.clone();
                return true;
            }
            Some(name) if name.is_ascii_lowercase() => {
                self.named.insert(name, register.clone());
            }
            _ if copied => self.copied = register.clone(),
            _ => {}
        }
        self.last = register;
        true
    }

    /// Returns what is in a register.
    pub(super) fn get(&self, name: Option<char>) -> Option<&Register> {
        match name {
            Some('0') => Some(&self.copied),
            Some(name) if name.is_ascii_alphabetic() => self.named.get(&name.to_ascii_lowercase()),
            Some(NONE) => None,
            None | Some('"' | '+' | '*') => Some(&self.last),
            Some(_) => None,
        }
        .filter(|register| !register.text.is_empty() || register.lines)
    }

    /// Takes note of what was cut or copied last by other ways.
    pub(super) fn sync(&mut self, words: &str) {
        if self.last.text != words {
            self.last = Register {
                text: words.to_owned(),
                lines: false,
            };
        }
    }

    /// Returns what was cut or copied last.
    pub(super) fn last(&self) -> &Register {
        &self.last
    }
}
