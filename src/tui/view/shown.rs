//! The frame that a terminal shows, and the way from it to the next.

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::display_list::{DisplayList, DisplayRow};

/// The rows that a terminal shows. One that is drawn as it was is neither set nor compared nor sent again.
#[derive(Debug, Default)]
pub(super) struct ShownScreen {
    area: Rect,
    rows: Vec<ShownRow>,
}

/// A row that is shown.
#[derive(Debug)]
struct ShownRow {
    /// All that was drawn on it; nothing where the screen is empty.
    drawn: DisplayRow,
    cells: Buffer,
    /// The cells of the frame that is being shown, where they may be others.
    next: Buffer,
    is_changed: bool,
}

impl ShownRow {
    fn empty(area: Rect) -> Self {
        Self {
            drawn: DisplayRow::default(),
            cells: Buffer::empty(area),
            next: Buffer::empty(area),
            is_changed: false,
        }
    }
}

impl ShownScreen {
    /// Forgets what is shown: the terminal was emptied.
    pub(super) fn forget(&mut self) {
        self.rows.clear();
    }

    /// Shows a frame of this size, with the cursor at a cell. The list is to be begun anew for the next.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn show<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        area: Rect,
        list: &mut DisplayList,
        cursor: Option<Position>,
    ) -> Result<(), B::Error> {
        if self.area != area || self.rows.is_empty() {
            self.area = area;
            let row = |y| ShownRow::empty(Rect::new(0, y, area.width, 1));
            self.rows = (0..area.height).map(row).collect();
        }
        for (row, drawn) in self.rows.iter_mut().zip(&mut list.rows) {
            row.is_changed = row.drawn != *drawn;
            if row.is_changed {
                drawn.set(&mut row.next);
                std::mem::swap(&mut row.drawn, drawn);
            }
        }
        let changed = self.rows.iter().filter(|row| row.is_changed);
        let cells = changed.flat_map(|row| row.cells.diff_iter(&row.next));
        terminal.backend_mut().draw(cells)?;
        for row in self.rows.iter_mut().filter(|row| row.is_changed) {
            std::mem::swap(&mut row.cells, &mut row.next);
        }
        match cursor {
            None => terminal.hide_cursor()?,
            Some(at) => {
                terminal.show_cursor()?;
                terminal.set_cursor_position(at)?;
            }
        }
        terminal.backend_mut().flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::num::NonZero;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};
    use ratatui::{TerminalOptions, Viewport};

    use super::*;
    use crate::tui::{FrameBackend, FrameBuffer};

    const AREA: Rect = Rect::new(0, 0, 12, 4);

    /// A thing that is drawn: on a row, from a column on, so wide.
    type Drawn = (u8, (u16, u16, u16), &'static str, Style);

    fn drawn() -> impl Strategy<Value = Drawn> {
        let words = prop::sample::select(vec![
            "",
            "Kent",
            "子ども",
            "é子 ok",
            "a longer text than this",
        ]);
        let style = prop::sample::select(vec![
            Style::new(),
            Style::new().bg(Color::Blue),
            Style::new()
                .fg(Color::Red)
                .add_modifier(Modifier::UNDERLINED),
        ]);
        (0..4u8, (0..5u16, 0..14u16, 0..14u16), words, style)
    }

    fn draw(list: &mut DisplayList, frame: &[Drawn]) {
        list.begin(AREA);
        for (kind, (y, from, width), words, style) in frame {
            match kind {
                0 => list.empty(*y, *from, *width, *style),
                1 => list.tint(*y, *from, *width, *style),
                2 if words.is_ascii() => {
                    list.plain(*y, *from, *width, words, *style);
                }
                _ => {
                    list.words(*y, *from, *width, words, *style);
                }
            }
        }
    }

    fn cells(many: u16) -> NonZero<u16> {
        NonZero::new(many).unwrap()
    }

    /// A terminal in memory, which reads what is sent.
    struct Reader {
        terminal: Terminal<FrameBackend>,
        frame: FrameBuffer,
        parser: vt100::Parser,
    }

    impl Reader {
        fn new() -> Self {
            let frame = FrameBuffer::new();
            let viewport = Viewport::Fixed(AREA);
            let backend = FrameBackend::new(frame.clone());
            Self {
                terminal: Terminal::with_options(backend, TerminalOptions { viewport }).unwrap(),
                frame,
                parser: vt100::Parser::new(cells(AREA.height), cells(AREA.width), 0),
            }
        }

        fn show(&mut self, shown: &mut ShownScreen, list: &mut DisplayList) {
            shown.show(&mut self.terminal, AREA, list, None).unwrap();
            self.parser.process(&self.frame.take());
        }

        fn cell(&self, at: u16) -> vt100::Cell {
            let cell = self.parser.screen().cell(at / AREA.width, at % AREA.width);
            cell.unwrap().clone()
        }
    }

    proptest! {
        #[test]
        fn a_terminal_shows_each_frame_as_one_that_has_shown_no_other(
            frames in vec(vec(drawn(), 0..8), 1..6),
            emptied in 0..6usize,
        ) {
            let (mut list, mut shown, mut long) = (DisplayList::default(), ShownScreen::default(), Reader::new());
            let mut halves = Vec::new();
            for (nth, frame) in frames.iter().enumerate() {
                if nth == emptied {
                    long.parser.process(b"\x1b[m\x1b[2J");
                    shown.forget();
                }
                draw(&mut list, frame);
                long.show(&mut shown, &mut list);
                let mut fresh = Reader::new();
                draw(&mut list, frame);
                fresh.show(&mut ShownScreen::default(), &mut list);
                for at in 0..AREA.width * AREA.height {
                    let (was, is) = (long.cell(at), fresh.cell(at));
                    if is.is_wide_continuation() {
                        halves.push(at);
                        continue;
                    }
                    let sign = |cell: &vt100::Cell| cell.contents().trim_end().to_owned();
                    prop_assert_eq!(sign(&was), sign(&is));
                    // The colours of the second half of a wide sign, when the first is written over, are the terminal's own matter.
                    if !(halves.contains(&at) && sign(&is).is_empty()) {
                        prop_assert_eq!(was.bgcolor(), is.bgcolor());
                        prop_assert_eq!(was.underline(), is.underline());
                    }
                }
            }
        }
    }
}
