//! From a theme's looks to the styles of the terminal.

use ratatui::style::{Color, Modifier, Style};

use crate::config::{Colour, Look, StyleRole, Theme};

/// A style for each role.
#[derive(Clone, Debug)]
pub(super) struct Styles {
    styles: Vec<Style>,
    ground: Style,
}

impl Styles {
    /// Returns the styles of a theme.
    pub(super) fn new(theme: &Theme) -> Self {
        let ground = style(theme.look(StyleRole::Text));
        // The ground is laid once; letters in a role that has no other one keep the ground on which they stand.
        let styles = StyleRole::ALL.iter().map(|role| {
            let style = style(theme.look(*role));
            match style.bg == ground.bg {
                true => Style { bg: None, ..style },
                false => style,
            }
        });
        Self {
            styles: styles.collect(),
            ground,
        }
    }

    /// Returns how a cell without letters is drawn.
    pub(super) fn ground(&self) -> Style {
        self.ground
    }

    /// Returns how something in this role is drawn.
    pub(super) fn of(&self, role: StyleRole) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

fn style(look: Look) -> Style {
    let modifiers = [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.reverse, Modifier::REVERSED),
    ];
    let mut style = Style::new();
    for (on, modifier) in modifiers {
        if on {
            style = style.add_modifier(modifier);
        }
    }
    if let Some(fg) = look.fg {
        style = style.fg(colour(fg));
    }
    if let Some(bg) = look.bg {
        style = style.bg(colour(bg));
    }
    style
}

fn colour(colour: Colour) -> Color {
    match colour {
        // The terminal's own sixteen, as the user has set them.
        Colour::Named(number) | Colour::Indexed(number) => match number {
            0 => Color::Black,
            1 => Color::Red,
            2 => Color::Green,
            3 => Color::Yellow,
            4 => Color::Blue,
            5 => Color::Magenta,
            6 => Color::Cyan,
            7 => Color::Gray,
            8 => Color::DarkGray,
            9 => Color::LightRed,
            10 => Color::LightGreen,
            11 => Color::LightYellow,
            12 => Color::LightBlue,
            13 => Color::LightMagenta,
            14 => Color::LightCyan,
            15 => Color::White,
            other => Color::Indexed(other),
        },
        Colour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}
