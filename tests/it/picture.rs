//! The picture at the head of the README is a frame of the real program, and this test says when it is old.
//! `ASSAY_PICTURE=new cargo test picture` draws it anew.

use std::fmt::Write as _;
use std::path::Path;

use anstyle_svg::Term;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

#[test]
fn the_picture_in_the_readme_is_the_program_as_it_is() {
    let mut sitting = Sitting::at(120, 34, EXAMPLE);
    sitting.keys("<home><down><down><tab>");
    let svg = Term::new().render_svg(&ansi(sitting.buffer()));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/picture.svg");
    if std::env::var_os("ASSAY_PICTURE").is_some() {
        std::fs::write(&path, &svg).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == svg,
        "assets/picture.svg is old: ASSAY_PICTURE=new cargo test picture"
    );
}

/// A frame as the escapes that a terminal would be sent.
fn ansi(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut last = None;
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let look = (cell.fg, cell.bg, cell.modifier);
            if last != Some(look) {
                let _ = write!(
                    text,
                    "\x1b[0{}{}{}m",
                    colour(cell.fg, 30),
                    colour(cell.bg, 40),
                    modifiers(cell.modifier)
                );
                last = Some(look);
            }
            text.push_str(cell.symbol());
        }
        text.push_str("\x1b[0m\n");
    }
    text
}

fn colour(colour: Color, base: u8) -> String {
    let named = |n: u8| {
        if n < 8 {
            format!(";{}", base + n)
        } else {
            format!(";{}", base + 52 + n)
        }
    };
    match colour {
        Color::Reset => String::new(),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Indexed(n) => format!(";{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!(";{};2;{r};{g};{b}", base + 8),
    }
}

fn modifiers(modifier: Modifier) -> String {
    [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ]
    .into_iter()
    .filter(|(flag, _)| modifier.contains(*flag))
    .map(|(_, code)| format!(";{code}"))
    .collect()
}
