//! A frame as text that keeps its styles: the words, then below them which stretches look how.

use std::fmt::Write as _;

use assay::config::{Colour, StyleRole, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

/// The words of a frame, one line a row, without the blanks at the ends.
pub fn words(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        text.push_str(row(buffer, y).trim_end());
        text.push('\n');
    }
    text
}

/// The words of a frame and below them each stretch that does not look plain.
pub fn styled(buffer: &Buffer) -> String {
    let mut text = words(buffer);
    text.push_str("---\n");
    let ground = ground(buffer);
    for y in 0..buffer.area.height {
        for (x, stretch, style) in stretches(buffer, y, ground) {
            if !stretch.trim().is_empty() || style.bg.is_some() {
                let _ = writeln!(text, "{y}:{x} {:?} {}", stretch.trim_end(), look(style));
            }
        }
    }
    text
}

fn row(buffer: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut skip = 0;
    for x in 0..buffer.area.width {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let symbol = buffer[(x, y)].symbol();
        text.push_str(symbol);
        skip = assay::text::width(symbol).saturating_sub(1);
    }
    text
}

fn plain(style: Style) -> bool {
    style.fg.is_none() && style.bg.is_none() && style.add_modifier.is_empty()
}

/// The colours of ordinary letters and of what they stand on: those of the dark theme where the frame is in it, else the
/// terminal's own.
fn ground(buffer: &Buffer) -> (Color, Color) {
    let dark = Theme::built_in("dark").expect("a theme");
    let look = dark.look(StyleRole::Text);
    let mixed = |colour| match colour {
        Some(Colour::Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
        _ => Color::Reset,
    };
    let (text, ground) = (mixed(look.fg), mixed(look.bg));
    match buffer.content.iter().any(|cell| cell.bg == ground) {
        true => (text, ground),
        false => (Color::Reset, Color::Reset),
    }
}

fn normal(mut style: Style, (text, ground): (Color, Color)) -> Style {
    style.fg = style
        .fg
        .filter(|colour| *colour != text && *colour != Color::Reset);
    style.bg = style
        .bg
        .filter(|colour| *colour != ground && *colour != Color::Reset);
    style.underline_color = None;
    style
}

fn stretches(buffer: &Buffer, y: u16, ground: (Color, Color)) -> Vec<(u16, String, Style)> {
    let mut found: Vec<(u16, String, Style)> = Vec::new();
    for x in 0..buffer.area.width {
        let cell = &buffer[(x, y)];
        let style = normal(cell.style(), ground);
        match found.last_mut() {
            Some((_, text, last)) if *last == style => text.push_str(cell.symbol()),
            _ => found.push((x, cell.symbol().to_owned(), style)),
        }
    }
    found.retain(|(_, _, style)| !plain(*style));
    found
}

fn look(style: Style) -> String {
    let mut words = Vec::new();
    if let Some(fg) = style.fg {
        words.push(colour(fg));
    }
    if let Some(bg) = style.bg {
        words.push(format!("on {}", colour(bg)));
    }
    if !style.add_modifier.is_empty() {
        words.push(format!("{:?}", style.add_modifier));
    }
    words.join(" ")
}

fn colour(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => format!("{other:?}"),
    }
}

/// The words of a frame, each row with its looks below it where it has any: a letter a look, with how many cells it
/// goes on; a full stop is plain. What the letters stand for comes first; rows without anything are counted.
pub fn compact(buffer: &Buffer) -> String {
    let ground = ground(buffer);
    let mut looks: Vec<String> = Vec::new();
    let mut rows = String::new();
    let mut blank = 0;
    for y in 0..buffer.area.height {
        let mut runs: Vec<(char, usize)> = Vec::new();
        for x in 0..buffer.area.width {
            let style = normal(buffer[(x, y)].style(), ground);
            let letter = match plain(style) {
                true => '.',
                false => {
                    let look = look(style);
                    let at = looks.iter().position(|other| *other == look);
                    letter(at.unwrap_or_else(|| {
                        looks.push(look);
                        looks.len() - 1
                    }))
                }
            };
            match runs.last_mut() {
                Some((last, many)) if *last == letter => *many += 1,
                _ => runs.push((letter, 1)),
            }
        }
        while runs.last().is_some_and(|(letter, _)| *letter == '.') {
            runs.pop();
        }
        let words = row(buffer, y);
        if runs.is_empty() && words.trim().is_empty() {
            blank += 1;
            continue;
        }
        if blank > 0 {
            let _ = writeln!(rows, "⋮{blank}");
            blank = 0;
        }
        let _ = writeln!(rows, "{}", words.trim_end());
        if !runs.is_empty() {
            let runs: String = runs
                .iter()
                .map(|(letter, many)| format!("{letter}{many}"))
                .collect();
            let _ = writeln!(rows, "~{runs}");
        }
    }
    let legend: Vec<String> = looks
        .iter()
        .enumerate()
        .map(|(nth, look)| format!("{}={look}", letter(nth)))
        .collect();
    format!("{}\n{rows}", legend.join(", "))
}

/// The letter of a look.
fn letter(nth: usize) -> char {
    let letters = ('a'..='z').chain('A'..='Z');
    letters.chain('α'..='ω').nth(nth).unwrap_or('?')
}
