//! A film as an SVG: frames of the program side by side, of which a style sheet shows one after the other. Each row is
//! in the file once, however many frames show it. There is no script in it; whoever wants no motion sees the last frame.

use std::collections::HashMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// A cell, in pixels, and where its letter stands.
const CELL: (f64, f64) = (8.4, 18.0);
const BASE: f64 = 13.5;

/// A film.
#[derive(Default)]
pub struct Film {
    /// The folder of the test, which has another name each time; another stands in its place.
    home: String,
    /// Each frame by its rows, with how many milliseconds it is seen.
    frames: Vec<(Vec<usize>, u64)>,
    /// Each row once, as SVG.
    rows: Vec<String>,
    known: HashMap<String, usize>,
    /// The classes of the style sheet, by what they say.
    looks: Vec<String>,
    ground: Option<Color>,
    size: (u16, u16),
}

impl Film {
    /// Returns an empty film of a sitting in this folder.
    pub fn of(home: &std::path::Path) -> Self {
        Self {
            home: home.display().to_string(),
            ..Self::default()
        }
    }

    /// Adds a frame, which is seen for so many milliseconds. The cell of the cursor, where words are typed, is reversed.
    pub fn add(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>, milliseconds: u64) {
        let mut buffer = buffer.clone();
        if let Some(cell) = cursor.and_then(|at| buffer.cell_mut(at)) {
            cell.modifier.insert(Modifier::REVERSED);
        }
        let buffer = &buffer;
        self.size = (buffer.area.width, buffer.area.height);
        self.ground.get_or_insert(buffer[(0, 0)].bg);
        let rows: Vec<usize> = (0..buffer.area.height)
            .map(|y| self.row(buffer, y))
            .collect();
        match self.frames.last_mut() {
            Some((last, seen)) if *last == rows => *seen += milliseconds,
            _ => self.frames.push((rows, milliseconds)),
        }
    }

    /// Lets the last frame be seen for longer.
    pub fn wait(&mut self, milliseconds: u64) {
        if let Some((_, seen)) = self.frames.last_mut() {
            *seen += milliseconds;
        }
    }

    fn row(&mut self, buffer: &Buffer, y: u16) -> usize {
        let mut svg = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let same = |other: &Cell| {
                (other.fg, other.bg, other.modifier) == (cell.fg, cell.bg, cell.modifier)
            };
            let run = (x..buffer.area.width).take_while(|x| same(&buffer[(*x, y)]));
            let run: Vec<u16> = run.collect();
            let words: String = run.iter().map(|x| buffer[(*x, y)].symbol()).collect();
            self.stretch(&mut svg, x, &words, cell);
            x += run.len() as u16;
        }
        if let Some(known) = self.known.get(&svg) {
            return *known;
        }
        self.rows.push(svg.clone());
        self.known.insert(svg, self.rows.len() - 1);
        self.rows.len() - 1
    }

    fn stretch(&mut self, svg: &mut String, x: u16, words: &str, cell: &Cell) {
        let words = &match self.home.as_str() {
            "" => words.to_owned(),
            home => words.replace(home, "/home/you"),
        };
        let (mut fg, mut bg) = (cell.fg, cell.bg);
        if cell.modifier.contains(Modifier::REVERSED) {
            (fg, bg) = (bg, fg);
        }
        let many = words.chars().count() as f64;
        let left = f64::from(x) * CELL.0;
        if Some(bg) != self.ground {
            let class = self.class(format!("fill:{}", hex(bg)));
            let width = many * CELL.0;
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{left:.0}\" width=\"{width:.0}\" height=\"18\"/>"
            );
        }
        let blanks = words.len() - words.trim_start_matches(' ').len();
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let mut look = format!("fill:{}", hex(fg));
        if cell.modifier.contains(Modifier::BOLD) {
            look.push_str(";font-weight:bold");
        }
        if cell.modifier.contains(Modifier::ITALIC) {
            look.push_str(";font-style:italic");
        }
        if cell.modifier.contains(Modifier::UNDERLINED) {
            look.push_str(";text-decoration:underline");
        }
        let class = self.class(look);
        let left = left + blanks as f64 * CELL.0;
        let many = words.chars().count();
        // A fallback font of another width is set to this one's.
        let length = match many > 9 {
            true => format!(" textLength=\"{:.1}\"", many as f64 * CELL.0),
            false => String::new(),
        };
        let words = words
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{left:.1}\" y=\"{BASE}\"{length}>{words}</text>"
        );
    }

    fn class(&mut self, look: String) -> String {
        let at = self.looks.iter().position(|other| *other == look);
        let at = at.unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        format!("c{at}")
    }

    /// Returns the film.
    pub fn svg(&self) -> String {
        let (width, height) = (
            f64::from(self.size.0) * CELL.0,
            f64::from(self.size.1) * CELL.1,
        );
        let all: u64 = self.frames.iter().map(|(_, seen)| seen).sum();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.1}\" height=\"{height:.1}\">\n<style>\ntext{{font:14px SFMono-Regular,Consolas,\"Liberation Mono\",Menlo,monospace;white-space:pre}}\n"
        );
        for (nth, look) in self.looks.iter().enumerate() {
            let _ = writeln!(svg, ".c{nth}{{{look}}}");
        }
        svg.push_str("@keyframes film{");
        let mut begun = 0;
        for (nth, (_, seen)) in self.frames.iter().enumerate() {
            let share = begun as f64 * 100.0 / all as f64;
            let left = nth as f64 * width;
            let _ = write!(svg, "{share:.3}%{{transform:translateX(-{left:.1}px)}}");
            begun += seen;
        }
        let last = (self.frames.len().saturating_sub(1)) as f64 * width;
        let seconds = all as f64 / 1000.0;
        let _ = write!(
            svg,
            "}}\n.film{{animation:film {seconds:.2}s step-end infinite}}\n@media (prefers-reduced-motion:reduce){{.film{{animation:none;transform:translateX(-{last:.1}px)}}}}\n</style>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n<defs>\n",
            hex(self.ground.unwrap_or(Color::Black))
        );
        for (nth, row) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty())
        {
            let _ = writeln!(svg, "<g id=\"r{nth}\">{row}</g>");
        }
        svg.push_str("</defs>\n<g class=\"film\">\n");
        for (nth, (rows, _)) in self.frames.iter().enumerate() {
            let left = nth as f64 * width;
            let _ = write!(svg, "<g transform=\"translate({left:.1})\">");
            for (y, row) in rows.iter().enumerate() {
                if self.rows.get(*row).is_some_and(|row| !row.is_empty()) {
                    let _ = write!(svg, "<use href=\"#r{row}\" y=\"{}\"/>", y * 18);
                }
            }
            svg.push_str("</g>\n");
        }
        svg.push_str("</g>\n</svg>\n");
        svg
    }
}

fn hex(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => "#d9dce3".to_owned(),
    }
}
