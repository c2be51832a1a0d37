//! Themes: a look for each role, read from a file of them.

use std::ops::Range;

use toml_edit::{Item, Value};

use super::looks::{Colour, Look, StyleRole};
use crate::store::format::{LocatedProblem, MAX_FEW, Refused, one_of, parse, refused, shown};

/// The built-in themes, name and file.
pub const BUILT_IN: [(&str, &str); 3] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("plain", include_str!("../../assets/themes/plain.toml")),
];

/// A look for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// In the order of [`StyleRole::ALL`].
    looks: Vec<Look>,
}

impl Theme {
    /// How something in this role looks.
    pub fn look(&self, role: StyleRole) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// The built-in theme of this name.
    pub fn built_in(name: &str) -> Option<Self> {
        let (name, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Self::parse(text, name, name).ok()
    }

    /// Reads a theme file. A role that the file leaves out looks like `text`; but the protective marking stands
    /// out in every theme, one made before there was such a role among them.
    ///
    /// # Errors
    /// Everything that is wrong with the file: roles that are none, colours that are none.
    pub fn parse(text: &str, name: &str, file: &str) -> Result<Self, Refused> {
        let tree = parse(file, text, MAX_FEW)?;
        let mut found = Vec::new();
        let mut given = Vec::new();
        for (key, item) in tree.as_table().iter() {
            let at = tree.as_table().key(key).and_then(toml_edit::Key::span);
            let Some(role) = StyleRole::from_name(key) else {
                found.push(LocatedProblem {
                    at: at.map_or(0, |span| span.start),
                    what: format!("\"{}\" is no role", shown(key)),
                    hint: one_of(key, StyleRole::ALL.iter().map(|role| role.name())),
                });
                continue;
            };
            given.push((role, look(item, &mut found)));
        }
        if !found.is_empty() {
            return Err(refused(file, text, found));
        }
        let of = |role: StyleRole| given.iter().find(|(other, _)| *other == role);
        let plain = of(StyleRole::Text)
            .map(|(_, look)| *look)
            .unwrap_or_default();
        let left_out = |role: StyleRole| match role {
            StyleRole::Marking => Look {
                bold: true,
                reverse: true,
                ..plain
            },
            _ => plain,
        };
        let looks = StyleRole::ALL
            .iter()
            .map(|role| of(*role).map_or_else(|| left_out(*role), |(_, look)| *look));
        Ok(Self {
            name: name.to_owned(),
            looks: looks.collect(),
        })
    }
}

impl Default for Theme {
    /// The colourless theme, which can be read wherever there are letters.
    fn default() -> Self {
        Self::built_in("plain").unwrap_or(Self {
            name: String::new(),
            looks: Vec::new(),
        })
    }
}

/// What can be said of a look, and its colours.
const PARTS: [&str; 7] = ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"];

fn look(item: &Item, found: &mut Vec<LocatedProblem>) -> Look {
    let mut look = Look::default();
    let mut wrong = |span: Option<Range<usize>>, what: String, hint: String| {
        let at = span.map_or(0, |span| span.start);
        found.push(LocatedProblem { at, what, hint });
    };
    let Some(table) = item.as_table_like() else {
        let hint = "write { fg = \"cyan\", bold = true }".to_owned();
        wrong(item.span(), "a look stands in braces".into(), hint);
        return look;
    };
    for (part, item) in table.iter() {
        let flag = match part {
            "fg" | "bg" => {
                match (colour(item), part) {
                    (Ok(colour), "fg") => look.fg = Some(colour),
                    (Ok(colour), _) => look.bg = Some(colour),
                    (Err((what, hint)), _) => wrong(item.span(), what, hint),
                }
                continue;
            }
            "bold" => &mut look.bold,
            "dim" => &mut look.dim,
            "italic" => &mut look.italic,
            "underline" => &mut look.underline,
            "reverse" => &mut look.reverse,
            _ => {
                let what = format!("\"{}\" is no part of a look", shown(part));
                let at = table.key(part).and_then(toml_edit::Key::span);
                wrong(at, what, one_of(part, PARTS));
                continue;
            }
        };
        match item.as_bool() {
            Some(on) => *flag = on,
            None => wrong(
                item.span(),
                format!("\"{part}\" is on or off"),
                "write true or false, without quotes".into(),
            ),
        }
    }
    look
}

fn colour(item: &Item) -> Result<Colour, (String, String)> {
    match item {
        Item::Value(Value::String(text)) => Colour::parse(text.value()).ok_or_else(|| {
            let hint = one_of(text.value(), Colour::NAMES);
            let what = format!("\"{}\" is no colour", shown(text.value()));
            (
                what,
                format!("{hint}; or a number from 0 to 255, or \"#rrggbb\""),
            )
        }),
        Item::Value(Value::Integer(number)) => {
            let number = *number.value();
            u8::try_from(number).map(Colour::Indexed).map_err(|_| {
                let hint = "write a number from 0 to 255".to_owned();
                (format!("{number} is no colour"), hint)
            })
        }
        _ => Err((
            "this is no colour".into(),
            "write \"cyan\", a number from 0 to 255, or \"#rrggbb\"".into(),
        )),
    }
}

/// What the terminal lets be known of itself, as the environment has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal<'a> {
    /// `NO_COLOR`.
    pub no_color: Option<&'a str>,
    /// `COLORFGBG`, which some terminals set: colour of letters and, last, of the ground.
    pub colorfgbg: Option<&'a str>,
}

/// The name of the theme that a setting means here. A theme that somebody named stands, whatever
/// the environment says; `auto` asks it.
///
/// ```
/// use assay::config::{Terminal, choose};
///
/// let light = Terminal { colorfgbg: Some("0;15"), ..Terminal::default() };
/// assert_eq!(choose("auto", light), "light");
/// assert_eq!(choose("auto", Terminal { no_color: Some("1"), ..light }), "plain");
/// assert_eq!(choose("dark", light), "dark");
/// ```
pub fn choose<'a>(setting: &'a str, terminal: Terminal<'_>) -> &'a str {
    let ground = terminal
        .colorfgbg
        .and_then(|colours| colours.rsplit_once(';'))
        .map(|(_, ground)| ground);
    match setting {
        "auto" if terminal.no_color.is_some_and(|value| !value.is_empty()) => "plain",
        "auto" if matches!(ground, Some("7" | "15")) => "light",
        "auto" => "dark",
        named => named,
    }
}
