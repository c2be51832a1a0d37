//! Themes: a look for each role, read from a file of them.

use toml_edit::Item;

use super::looks::{Colour, Look, StyleRole};
use crate::store::format::{
    MAX_FEW, Refused, TomlEntry, TomlReader, entries, one_of, parse, shown,
};

/// The built-in themes, name and file.
pub const BUILT_IN: [(&str, &str); 5] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    (
        "contrast",
        include_str!("../../assets/themes/contrast.toml"),
    ),
    ("plain", include_str!("../../assets/themes/plain.toml")),
    (
        "terminal",
        include_str!("../../assets/themes/terminal.toml"),
    ),
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
    /// Returns the look of something in this role.
    pub fn look(&self, role: StyleRole) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// Returns the built-in theme of this name.
    pub fn built_in(name: &str) -> Option<Self> {
        let (name, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Self::parse(text, name, name).ok()
    }

    /// Returns the theme as a terminal of so many colours can show it: the nearest of 256; where there are sixteen, a
    /// theme that mixes colours of its own gives way to the terminal's.
    pub fn at(self, depth: ColourDepth) -> Self {
        let mixed = |colour: &Colour| !matches!(colour, Colour::Named(_));
        let colours = |look: &Look| [look.fg, look.bg];
        match depth {
            ColourDepth::Millions => self,
            ColourDepth::Few
                if self
                    .looks
                    .iter()
                    .flat_map(colours)
                    .flatten()
                    .any(|it| mixed(&it)) =>
            {
                Self::built_in("terminal").unwrap_or(self)
            }
            ColourDepth::Few => self,
            ColourDepth::Indexed => Self {
                name: self.name,
                looks: self.looks.into_iter().map(indexed).collect(),
            },
        }
    }

    /// Reads a theme file. A role that the file leaves out looks like `text`; but the protective marking stands
    /// out in every theme, one made before there was such a role among them.
    ///
    /// # Errors
    /// Everything that is wrong with the file: roles that are none, colours that are none.
    pub fn parse(text: &str, name: &str, file: &str) -> Result<Self, Refused> {
        let tree = parse(file, text, MAX_FEW)?;
        let mut reader = TomlReader::new(text);
        let mut given = Vec::new();
        for entry in entries(tree.as_table()) {
            let Some(role) = StyleRole::from_name(entry.key) else {
                let what = format!("\"{}\" is no role", shown(entry.key));
                let hint = one_of(entry.key, StyleRole::ALL.iter().map(|role| role.name()));
                reader.problem(entry.at(), what, hint);
                continue;
            };
            given.push((role, look(&entry, &mut reader)));
        }
        let given = reader.finish(file, given, Refused::MOST)?;
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
            StyleRole::Matched | StyleRole::Misspelt | StyleRole::Figure => Look {
                underline: true,
                ..Look::default()
            },
            // A theme made before there were such grounds has one.
            StyleRole::Page | StyleRole::Box => Look {
                bg: plain.bg,
                ..Look::default()
            },
            StyleRole::Behind => Look::default(),
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
    /// Returns the colourless theme, which can be read wherever there are letters.
    fn default() -> Self {
        Self::built_in("plain").unwrap_or(Self {
            name: String::new(),
            looks: Vec::new(),
        })
    }
}

/// The parts of a look, its colours among them.
const PARTS: [&str; 7] = ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"];

fn look(entry: &TomlEntry<'_>, reader: &mut TomlReader<'_>) -> Look {
    let mut look = Look::default();
    let Some(table) = entry.item.as_table_like() else {
        let hint = "write { fg = \"cyan\", bold = true }";
        reader.problem(entry.value_at(), "a look stands in braces", hint);
        return look;
    };
    for entry in entries(table) {
        let part = entry.key;
        let flag = match part {
            "fg" | "bg" => {
                match (colour(entry.item), part) {
                    (Ok(colour), "fg") => look.fg = Some(colour),
                    (Ok(colour), _) => look.bg = Some(colour),
                    (Err((what, hint)), _) => reader.problem(entry.value_at(), what, hint),
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
                reader.problem(entry.at(), what, one_of(part, PARTS));
                continue;
            }
        };
        match entry.item.as_bool() {
            Some(on) => *flag = on,
            None => {
                let what = format!("\"{part}\" is on or off");
                let hint = "write true or false, without quotes";
                reader.problem(entry.value_at(), what, hint);
            }
        }
    }
    look
}

fn colour(item: &Item) -> Result<Colour, (String, String)> {
    if let Some(text) = item.as_str() {
        return Colour::parse(text).ok_or_else(|| {
            let hint = one_of(text, Colour::NAMES);
            let hint = format!("{hint}; or a number from 0 to 255, or \"#rrggbb\"");
            (format!("\"{}\" is no colour", shown(text)), hint)
        });
    }
    let (what, hint) = match item.as_integer() {
        Some(number) => match u8::try_from(number) {
            Ok(number) => return Ok(Colour::Indexed(number)),
            Err(_) => (
                format!("{number} is no colour"),
                "write a number from 0 to 255",
            ),
        },
        None => (
            "this is no colour".to_owned(),
            "write \"cyan\", a number from 0 to 255, or \"#rrggbb\"",
        ),
    };
    Err((what, hint.to_owned()))
}

/// The number of colours that a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourDepth {
    /// The sixteen that the user has set, or fewer.
    Few,
    /// The 256 of xterm.
    Indexed,
    /// Any mixture of red, green and blue.
    Millions,
}

fn indexed(look: Look) -> Look {
    let nearest = |colour: Colour| match colour {
        Colour::Rgb(red, green, blue) => Colour::Indexed(nearest([red, green, blue])),
        other => other,
    };
    Look {
        fg: look.fg.map(nearest),
        bg: look.bg.map(nearest),
        ..look
    }
}

/// Returns red, green and blue of one of xterm's 256 colours from the sixteenth on: a cube of six steps a side, then 24 greys.
pub fn of_index(index: u8) -> Option<[u8; 3]> {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step = |at: u8| STEPS.get(usize::from(at % 6)).copied();
    match index {
        0..16 => None,
        16..232 => {
            let at = index - 16;
            Some([step(at / 36)?, step(at / 6)?, step(at)?])
        }
        232.. => Some([8 + 10 * (index - 232); 3]),
    }
}

/// Returns the nearest of them.
fn nearest(colour: [u8; 3]) -> u8 {
    let far = |index: &u8| {
        let other = of_index(*index).unwrap_or_default();
        let part = |(one, other): (&u8, &u8)| u32::from(one.abs_diff(*other)).pow(2);
        colour.iter().zip(&other).map(part).sum::<u32>()
    };
    (16..=u8::MAX).min_by_key(far).unwrap_or(u8::MAX)
}

/// The properties that the terminal lets be known of itself, as the environment has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal<'a> {
    /// `NO_COLOR`.
    pub no_color: Option<&'a str>,
    /// `COLORFGBG`, which some terminals set: colour of letters and, last, of the ground.
    pub colorfgbg: Option<&'a str>,
    /// `COLORTERM`, which says `truecolor` or `24bit` where all colours can be shown.
    pub colorterm: Option<&'a str>,
    /// `TERM`.
    pub term: Option<&'a str>,
}

impl Terminal<'_> {
    /// Returns how many colours it has, as far as it says.
    pub fn depth(self) -> ColourDepth {
        let (colorterm, term) = (self.colorterm.unwrap_or(""), self.term.unwrap_or(""));
        if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            ColourDepth::Millions
        } else if term.contains("256color") {
            ColourDepth::Indexed
        } else {
            ColourDepth::Few
        }
    }
}

/// Returns the name of the theme that a setting means here: `auto` asks the environment, and where that wants no colours
/// there are none, whichever is named.
///
/// ```
/// use assay::config::{Terminal, choose};
///
/// let light = Terminal { colorfgbg: Some("0;15"), term: Some("xterm-256color"), ..Terminal::default() };
/// assert_eq!(choose("auto", light), "light");
/// assert_eq!(choose("auto", Terminal { no_color: Some("1"), ..light }), "plain");
/// assert_eq!(choose("auto", Terminal { term: Some("linux"), ..light }), "terminal");
/// assert_eq!(choose("dark", light), "dark");
/// assert_eq!(choose("dark", Terminal { no_color: Some("1"), ..light }), "plain");
/// ```
pub fn choose<'a>(setting: &'a str, terminal: Terminal<'_>) -> &'a str {
    let ground = terminal
        .colorfgbg
        .and_then(|colours| colours.rsplit_once(';'))
        .map(|(_, ground)| ground);
    match setting {
        _ if terminal.no_color.is_some_and(|value| !value.is_empty()) => "plain",
        "auto" if terminal.depth() == ColourDepth::Few => "terminal",
        "auto" if matches!(ground, Some("7" | "15")) => "light",
        "auto" => "dark",
        named => named,
    }
}
