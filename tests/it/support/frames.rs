//! A frame as text that keeps its styles: the words, then below them which stretches look how.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

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
    for y in 0..buffer.area.height {
        for (x, stretch, style) in stretches(buffer, y) {
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
    let style = normal(style);
    style.fg.is_none() && style.bg.is_none() && style.add_modifier.is_empty()
}

fn normal(mut style: Style) -> Style {
    use ratatui::style::Color;
    style.fg = style.fg.filter(|colour| *colour != Color::Reset);
    style.bg = style.bg.filter(|colour| *colour != Color::Reset);
    style.underline_color = None;
    style
}

fn stretches(buffer: &Buffer, y: u16) -> Vec<(u16, String, Style)> {
    let mut found: Vec<(u16, String, Style)> = Vec::new();
    for x in 0..buffer.area.width {
        let cell = &buffer[(x, y)];
        let style = normal(cell.style());
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
        words.push(format!("{fg:?}"));
    }
    if let Some(bg) = style.bg {
        words.push(format!("on {bg:?}"));
    }
    if !style.add_modifier.is_empty() {
        words.push(format!("{:?}", style.add_modifier));
    }
    words.join(" ")
}
