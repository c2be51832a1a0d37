//! From the cells of a frame to bytes: no more than say what has changed.
//!
//! The screen library's own backend moves the cursor by its whole place for each gap, sets every colour anew where one
//! changes, and ends each frame with a full reset; over a slow line that is what a key waits for.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use crossterm::style::Colored;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::terminal::FrameBuffer;

/// The modifiers that are seen where nothing is written.
const ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Each modifier with the codes that set it and that end it. Some share the code that ends them.
const CODES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// A backend that writes into a frame.
#[derive(Debug)]
pub struct FrameBackend {
    frame: FrameBuffer,
    /// The screen library's own, for what is asked now and then.
    rest: CrosstermBackend<FrameBuffer>,
    /// True where the cursor is shown; `None` where somebody else may have changed it.
    is_shown: Option<bool>,
    /// The place of the cursor; `None` where something was drawn since.
    at: Option<Position>,
    /// True from when the cells of a frame are drawn until its cursor is placed.
    is_drawn: bool,
}

impl FrameBackend {
    /// Returns a backend that writes into this frame.
    pub fn new(frame: FrameBuffer) -> Self {
        Self {
            rest: CrosstermBackend::new(frame.clone()),
            frame,
            is_shown: None,
            at: None,
            is_drawn: false,
        }
    }
}

impl Backend for FrameBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut pen = Pen::default();
        let mut place = None;
        for (x, y, cell) in cells {
            let symbol = cell.symbol();
            // How wide a terminal draws anything else is its own matter.
            let is_sure = self.go(place, x, y)? && symbol.len() == 1;
            pen.change(&mut self.frame, cell)?;
            self.frame.write_all(symbol.as_bytes())?;
            place = Some((x.saturating_add(1), y, is_sure));
        }
        if place.is_some() {
            self.at = None;
        }
        self.is_drawn = true;
        pen.put_down(&mut self.frame)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.is_drawn = false;
        match self.is_shown.replace(false) {
            Some(false) => Ok(()),
            _ => self.rest.hide_cursor(),
        }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        match self.is_shown.replace(true) {
            Some(true) => Ok(()),
            _ => self.rest.show_cursor(),
        }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.rest.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        let is_drawn = std::mem::take(&mut self.is_drawn);
        if !is_drawn {
            // The screen is taken anew: its size has changed, or another program had it.
            self.is_shown = None;
        }
        match self.at.replace(position) {
            Some(at) if is_drawn && at == position => Ok(()),
            _ => self.rest.set_cursor_position(position),
        }
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.is_shown = None;
        self.rest.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.rest.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.rest.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FrameBackend {
    /// Moves from a place to a cell. Returns true where it is certain that the cursor stands there then.
    fn go(&mut self, from: Option<(u16, u16, bool)>, x: u16, y: u16) -> io::Result<bool> {
        match from {
            Some((column, row, is_sure)) if row == y && column == x => return Ok(is_sure),
            Some((column, row, true)) if row == y && column < x => match x - column {
                1 => self.frame.write_all(b"\x1b[C")?,
                many => write!(self.frame, "\x1b[{many}C")?,
            },
            _ => write!(
                self.frame,
                "\x1b[{};{}H",
                u32::from(y) + 1,
                u32::from(x) + 1
            )?,
        }
        Ok(true)
    }
}

/// The colours and modifiers in which the terminal writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

impl Pen {
    /// Changes as far as a cell shows it.
    fn change(&mut self, out: &mut FrameBuffer, cell: &Cell) -> io::Result<()> {
        let mut wanted = Self {
            fg: cell.fg,
            bg: cell.bg,
            underline: cell.underline_color,
            modifier: cell.modifier,
        };
        if cell.symbol() == " " && !wanted.modifier.intersects(ON_BLANK) {
            wanted = Self {
                bg: cell.bg,
                modifier: self.modifier.difference(ON_BLANK),
                ..*self
            };
        }
        if wanted == *self {
            return Ok(());
        }
        if wanted == Self::default() {
            return self.put_down(out);
        }
        let mut codes = String::new();
        let ended: Vec<u8> = CODES
            .iter()
            .filter(|(modifier, ..)| {
                self.modifier
                    .difference(wanted.modifier)
                    .contains(*modifier)
            })
            .map(|(.., end)| *end)
            .collect();
        for (nth, end) in ended.iter().enumerate() {
            if !ended.iter().take(nth).any(|before| before == end) {
                let _ = write!(codes, "{end};");
            }
        }
        for (modifier, set, end) in CODES {
            let stands = self.modifier.contains(modifier) && !ended.contains(&end);
            if wanted.modifier.contains(modifier) && !stands {
                let _ = write!(codes, "{set};");
            }
        }
        let colours = [
            (wanted.fg != self.fg).then(|| Colored::ForegroundColor(wanted.fg.into_crossterm())),
            (wanted.bg != self.bg).then(|| Colored::BackgroundColor(wanted.bg.into_crossterm())),
            (wanted.underline != self.underline)
                .then(|| Colored::UnderlineColor(wanted.underline.into_crossterm())),
        ];
        for colour in colours.into_iter().flatten() {
            let _ = write!(codes, "{colour};");
        }
        *self = wanted;
        write!(out, "\x1b[{}m", codes.trim_end_matches(';'))
    }

    /// Goes back to nobody's colours.
    fn put_down(&mut self, out: &mut FrameBuffer) -> io::Result<()> {
        match std::mem::take(self) == Self::default() {
            true => Ok(()),
            false => out.write_all(b"\x1b[m"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::num::NonZero;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use ratatui::{Terminal, TerminalOptions, Viewport};

    use super::*;

    const WIDTH: u16 = 9;
    const HEIGHT: u16 = 4;

    /// The cells of a frame: their signs and styles, row by row.
    type Cells = Vec<(&'static str, Style)>;

    fn style() -> impl Strategy<Value = Style> {
        let colour = proptest::sample::select(vec![Color::Reset, Color::Red, Color::Indexed(8)]);
        let modifiers = [
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::DIM,
            // The terminal of this test has one of bold and dim at a time.
            Modifier::BOLD | Modifier::ITALIC,
            Modifier::DIM | Modifier::REVERSED,
            Modifier::UNDERLINED,
        ];
        let modifier = proptest::sample::select(modifiers.to_vec());
        (colour.clone(), colour, modifier)
            .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
    }

    fn drawn() -> impl Strategy<Value = Cells> {
        let sign = proptest::sample::select(vec!["a", "b", " ", " ", "é", "▌", "世"]);
        // A few styles, so that neighbours share one.
        let all = usize::from(WIDTH * HEIGHT);
        (vec(style(), 3), vec((sign, 0..3usize), all)).prop_map(|(styles, cells)| {
            let cell = |(sign, style): (&'static str, usize)| (sign, *styles.get(style).unwrap());
            cells.into_iter().map(cell).collect()
        })
    }

    fn cells(many: u16) -> NonZero<u16> {
        NonZero::new(many).unwrap()
    }

    fn colour(colour: Color) -> vt100::Color {
        match colour {
            Color::Red => vt100::Color::Idx(1),
            Color::Indexed(nth) => vt100::Color::Idx(nth),
            _ => vt100::Color::Default,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn a_terminal_shows_every_frame_as_it_was_drawn(
            frames in vec((drawn(), proptest::option::of((0..WIDTH, 0..HEIGHT))), 1..4),
        ) {
            let frame = FrameBuffer::new();
            let area = Rect::new(0, 0, WIDTH, HEIGHT);
            let options = TerminalOptions { viewport: Viewport::Fixed(area) };
            let mut terminal = Terminal::with_options(FrameBackend::new(frame.clone()), options).unwrap();
            let mut parser = vt100::Parser::new(cells(HEIGHT), cells(WIDTH), 0);
            let mut halves: Vec<u16> = Vec::new();
            for (cells, cursor) in frames {
                let drawn = terminal.draw(|frame| {
                    // No sign is written over half of another: the last look at a frame leaves none such.
                    let mut free = 0;
                    for ((sign, style), at) in cells.iter().zip(0..) {
                        if at >= free || at % WIDTH == 0 {
                            frame.buffer_mut().set_string(at % WIDTH, at / WIDTH, sign, *style);
                            free = at + crate::text::width(sign) as u16;
                        }
                    }
                    if let Some(at) = cursor {
                        frame.set_cursor_position(at);
                    }
                }).unwrap();
                parser.process(&frame.take());
                let screen = parser.screen();
                for (cell, at) in drawn.buffer.content.iter().zip(0..) {
                    let shown = screen.cell(at / WIDTH, at % WIDTH).unwrap();
                    if shown.is_wide_continuation() {
                        continue;
                    }
                    let sign = Some(shown.contents()).filter(|sign| !sign.is_empty());
                    prop_assert_eq!(sign.unwrap_or(" "), cell.symbol());
                    // The colours that a terminal gives to the second half of a wide sign when the first is written
                    // over are its own matter, and the screen library sends nothing there.
                    if halves.contains(&at) && cell.symbol() == " " {
                        continue;
                    }
                    prop_assert_eq!(shown.bgcolor(), colour(cell.bg));
                    prop_assert_eq!(shown.inverse(), cell.modifier.contains(Modifier::REVERSED));
                    prop_assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED));
                    if cell.symbol() != " " || shown.inverse() {
                        prop_assert_eq!(shown.fgcolor(), colour(cell.fg));
                        prop_assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD));
                        prop_assert_eq!(shown.dim(), cell.modifier.contains(Modifier::DIM));
                        prop_assert_eq!(shown.italic(), cell.modifier.contains(Modifier::ITALIC));
                    }
                }
                let wide = drawn.buffer.content.iter().zip(1..);
                let wide = wide.filter(|(cell, _)| crate::text::width(cell.symbol()) > 1);
                halves.extend(wide.map(|(_, second)| second));
                prop_assert_eq!(screen.hide_cursor(), cursor.is_none());
                if let Some((x, y)) = cursor {
                    prop_assert_eq!(screen.cursor_position(), (y, x));
                }
            }
        }
    }

    #[test]
    fn a_frame_in_which_nothing_changed_says_nothing() {
        let frame = FrameBuffer::new();
        let viewport = Viewport::Fixed(Rect::new(0, 0, WIDTH, HEIGHT));
        let options = TerminalOptions { viewport };
        let mut terminal =
            Terminal::with_options(FrameBackend::new(frame.clone()), options).unwrap();
        let mut draw = || {
            let drawn = terminal.draw(|frame| {
                frame.render_widget("words", frame.area());
                frame.set_cursor_position((2, 1));
            });
            drawn.map(|_| ()).unwrap();
            frame.take()
        };
        assert!(!draw().is_empty());
        assert_eq!(draw(), b"");
    }
}
