//! Keys, as people write them in a config file and as tests type them.

use std::fmt;

/// A key with its modifiers. A letter with Shift is its capital, without a modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for keys that are not characters.
    pub shift: bool,
}

/// A key without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// Keys that are no characters, as a config file names them and as the screen shows them.
const NAMES: [(&str, Code, &str); 16] = [
    ("enter", Code::Enter, "Enter"),
    ("esc", Code::Esc, "Esc"),
    ("tab", Code::Tab, "Tab"),
    ("backspace", Code::Backspace, "Backspace"),
    ("delete", Code::Delete, "Del"),
    ("insert", Code::Insert, "Ins"),
    ("left", Code::Left, "←"),
    ("right", Code::Right, "→"),
    ("up", Code::Up, "↑"),
    ("down", Code::Down, "↓"),
    ("home", Code::Home, "Home"),
    ("end", Code::End, "End"),
    ("pageup", Code::PageUp, "PgUp"),
    ("pagedown", Code::PageDown, "PgDn"),
    ("space", Code::Char(' '), "Space"),
    (LESS, Code::Char('<'), "<"),
];

/// The name of a character that opens a name where keys are typed in a row; alone it is written as itself.
const LESS: &str = "less";

impl Key {
    /// Returns the names of keys that are no characters, as a config file has them.
    pub fn names() -> Vec<&'static str> {
        let names = NAMES.iter().map(|(name, ..)| *name);
        names.filter(|name| *name != LESS).collect()
    }

    /// Returns a key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// Returns a character.
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// Returns the character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// Returns the newline that the key stands for where lines are typed, if it does for one.
    pub(super) fn ends_line(self) -> Option<char> {
        (self == Self::plain(Code::Enter)).then_some('\n')
    }

    /// Returns Esc and the key behind it, where the bytes of this one are those of both: a terminal sends Alt with a key
    /// as Esc and that key.
    pub fn behind_esc(self) -> Option<[Self; 2]> {
        let sent_so = matches!(
            self.code,
            Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace
        );
        let both = [Self::plain(Code::Esc), Self { alt: false, ..self }];
        (self.alt && sent_so).then_some(both)
    }

    /// Returns the key of which these characters are what it sends while it is held down; `None` where they are not one
    /// and the same.
    pub fn held(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        let code = match first {
            '\n' => Code::Enter,
            '\t' => Code::Tab,
            other => Code::Char(other),
        };
        let same = text.chars().all(|character| character == first);
        same.then_some(Self::plain(code))
    }

    /// Returns a line that was typed and the Enter or Tab behind it, from the characters that these keys stand for;
    /// `None` where it is no line, or more than one.
    pub fn line_and_key(text: &str) -> Option<(&str, Self)> {
        let (at, last) = text.char_indices().next_back()?;
        let code = match last {
            '\n' => Code::Enter,
            '\t' => Code::Tab,
            _ => return None,
        };
        let line = text.get(..at).filter(|line| !line.contains('\n'))?;
        Some((line, Self::plain(code)))
    }

    /// Reads `ctrl-s`, `alt-up`, `shift-tab`, `space`, `?`.
    ///
    /// # Errors
    /// The text names no key; the message says which part of it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            let modifier = [
                ("ctrl-", &mut key.ctrl),
                ("alt-", &mut key.alt),
                ("shift-", &mut key.shift),
            ]
            .into_iter()
            .find_map(|(name, flag)| Some((rest.strip_prefix(name)?, flag)));
            match modifier {
                Some((after, flag)) if !after.is_empty() => {
                    *flag = true;
                    rest = after;
                }
                _ => break,
            }
        }
        let mut characters = rest.chars();
        key.code = match (characters.next(), characters.next()) {
            (Some(character), None) => Code::Char(character),
            _ => named(rest).ok_or_else(|| format!("\"{rest}\" is not a key"))?,
        };
        if let (Code::Char(character), true) = (key.code, key.shift) {
            key.code = Code::Char(character.to_uppercase().next().unwrap_or(character));
            key.shift = false;
        }
        Ok(key)
    }

    /// Reads keys as tests type them: `aThe force.<esc><ctrl-s>`; `<less>` is the sign itself.
    ///
    /// # Errors
    /// What stands between `<` and `>` is not a key.
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let after = rest.get(character.len_utf8()..).unwrap_or_default();
            if character == '<' {
                let (name, after) = after
                    .split_once('>')
                    .ok_or_else(|| format!("\"{rest}\" has no closing >"))?;
                keys.push(Self::parse(name)?);
                rest = after;
            } else {
                keys.push(match character {
                    '\n' => Self::plain(Code::Enter),
                    _ => Self::char(character),
                });
                rest = after;
            }
        }
        Ok(keys)
    }
}

fn named(text: &str) -> Option<Code> {
    let function = |rest: &str| rest.parse().ok().filter(|n| (1..=24).contains(n));
    NAMES
        .iter()
        .find_map(|(name, code, _)| (*name == text).then_some(*code))
        .or_else(|| text.strip_prefix('f').and_then(function).map(Code::F))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.modifiers(["ctrl-", "alt-", "shift-"]))?;
        match (self.named(), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(character)) => write!(f, "{character}"),
            (None, Code::F(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

impl Key {
    /// Returns the key as a label on the screen: `Ctrl-S`, `↑`, `Enter`.
    pub fn label(self) -> String {
        let mut label = self.modifiers(["Ctrl-", "Alt-", "Shift-"]);
        match (self.named(), self.code) {
            (Some((_, name)), _) => label.push_str(name),
            (None, Code::Char(sign)) if self.ctrl => label.extend(sign.to_uppercase()),
            (None, Code::Char(sign)) => label.push(sign),
            (None, Code::F(number)) => label.push_str(&format!("F{number}")),
            (None, _) => {}
        }
        label
    }

    /// Returns its name in a config file and on the screen, where it has one.
    fn named(self) -> Option<(&'static str, &'static str)> {
        let mut names = NAMES.iter().filter(|(name, ..)| *name != LESS);
        names.find_map(|(name, code, label)| (*code == self.code).then_some((*name, *label)))
    }

    fn modifiers(self, names: [&str; 3]) -> String {
        let held = [self.ctrl, self.alt, self.shift].into_iter().zip(names);
        held.filter_map(|(on, name)| on.then_some(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_key_is_written_as_it_is_read() {
        for text in [
            "ctrl-s",
            "alt-up",
            "shift-tab",
            "a",
            "A",
            "-",
            "ctrl--",
            "space",
            "f12",
            "<",
        ] {
            assert_eq!(Key::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Key::parse("shift-a").unwrap(), Key::char('A'));
        assert!(Key::parse("crtl-s").is_err());
        assert!(Key::parse("").is_err());
    }

    #[test]
    fn a_sequence_types_words_and_named_keys() {
        let keys = Key::sequence("a<ctrl-s>b<less>").unwrap();
        let labels: Vec<String> = keys.into_iter().map(Key::label).collect();
        assert_eq!(labels, ["a", "Ctrl-S", "b", "<"]);
    }
}
