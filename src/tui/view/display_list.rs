//! A frame before it is cells: what is drawn on each row, in the order in which it is drawn.
//!
//! Drawing says what it does to each row, and does nothing to any cell. A row of which all is said as in the frame before is
//! the same on the screen, so that nothing of it is set, compared or sent ([`super::shown`]): what a key costs is what it
//! changed.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sweep::sweep;

/// All that is drawn in a frame.
#[derive(Debug, Default)]
pub(super) struct DisplayList {
    /// The columns of each row.
    width: u16,
    pub(super) rows: Vec<DisplayRow>,
    /// A row that measures what is not plain.
    measure: Buffer,
}

/// All that is drawn on a row, the words behind one another in one text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct DisplayRow {
    words: String,
    steps: Vec<DrawStep>,
}

/// A thing that is done to the cells of a row.
#[derive(Debug, PartialEq, Eq)]
enum DrawStep {
    /// They are emptied, in a style.
    Empty(RowCells, Style),
    /// A style is laid over them.
    Tint(RowCells, Style),
    /// Words are set, a character in each cell; to this end in the words of the row.
    Plain(RowCells, usize, Style),
    /// Words are set that take more cells or fewer than they have characters; to this end in the words of the row.
    Words(RowCells, usize, Style),
}

/// Columns of a row, from the first to the one behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowCells {
    from: u16,
    to: u16,
}

impl RowCells {
    fn cells(self, row: &mut Buffer) -> &mut [Cell] {
        let columns = usize::from(self.from)..usize::from(self.to);
        row.content.get_mut(columns).unwrap_or_default()
    }
}

impl DisplayList {
    /// Begins a frame of this size on which nothing is drawn yet.
    pub(super) fn begin(&mut self, area: Rect) {
        if self.width != area.width {
            self.width = area.width;
            self.measure = Buffer::empty(Rect::new(0, 0, area.width, 1));
        }
        self.rows
            .resize_with(usize::from(area.height), DisplayRow::default);
        for row in &mut self.rows {
            row.words.clear();
            row.steps.clear();
        }
    }

    /// Empties columns of a row.
    pub(super) fn empty(&mut self, y: u16, from: u16, width: u16, style: Style) {
        if let Some((columns, row)) = self.row_cells(y, from, width) {
            row.steps.push(DrawStep::Empty(columns, style));
        }
    }

    /// Lays a style over columns of a row.
    pub(super) fn tint(&mut self, y: u16, from: u16, width: u16, style: Style) {
        if let Some((columns, row)) = self.row_cells(y, from, width) {
            row.steps.push(DrawStep::Tint(columns, style));
        }
    }

    /// Sets words of which each character has a cell of its own; returns the column behind them.
    pub(super) fn plain(
        &mut self,
        y: u16,
        from: u16,
        width: u16,
        words: &str,
        style: Style,
    ) -> u16 {
        let Some((columns, row)) = self.row_cells(y, from, width) else {
            return from;
        };
        let room = usize::from(columns.to - columns.from);
        let (fit, many) = match words.is_ascii() {
            true => (words.get(..room).unwrap_or(words), words.len().min(room)),
            false => match words.char_indices().nth(room) {
                Some((end, _)) => (words.get(..end).unwrap_or_default(), room),
                None => (words, words.chars().count()),
            },
        };
        let many = u16::try_from(many).unwrap_or(u16::MAX);
        let to = columns.from.saturating_add(many);
        row.words.push_str(fit);
        let columns = RowCells { to, ..columns };
        row.steps
            .push(DrawStep::Plain(columns, row.words.len(), style));
        to
    }

    /// Sets any words; returns the column behind them.
    pub(super) fn words(
        &mut self,
        y: u16,
        from: u16,
        width: u16,
        words: &str,
        style: Style,
    ) -> u16 {
        let many = usize::from(width);
        let (end, _) = self.measure.set_stringn(from, 0, words, many, style);
        let Some((columns, row)) = self.row_cells(y, from, width) else {
            return from;
        };
        row.words.push_str(words);
        row.steps
            .push(DrawStep::Words(columns, row.words.len(), style));
        end
    }

    /// Returns the columns of a row that are on the screen, and the row; `None` where there are none.
    fn row_cells(&mut self, y: u16, from: u16, width: u16) -> Option<(RowCells, &mut DisplayRow)> {
        let to = from.saturating_add(width).min(self.width);
        let row = self.rows.get_mut(usize::from(y)).filter(|_| from < to)?;
        Some((RowCells { from, to }, row))
    }
}

impl DisplayRow {
    /// Sets the cells of the row, in a buffer of one row.
    pub(super) fn set(&self, row: &mut Buffer) {
        row.content.fill(Cell::EMPTY);
        let mut at = 0;
        for step in &self.steps {
            match step {
                DrawStep::Empty(columns, style) => {
                    let mut blank = Cell::EMPTY;
                    blank.set_style(*style);
                    columns.cells(row).fill(blank);
                }
                DrawStep::Tint(columns, style) => {
                    for cell in columns.cells(row) {
                        cell.set_style(*style);
                    }
                }
                DrawStep::Plain(columns, end, style) => {
                    let words = self.words.get(at..*end).unwrap_or_default();
                    for (cell, character) in columns.cells(row).iter_mut().zip(words.chars()) {
                        cell.set_char(character).set_style(*style);
                    }
                    at = *end;
                }
                DrawStep::Words(columns, end, style) => {
                    let words = self.words.get(at..*end).unwrap_or_default();
                    let many = usize::from(columns.to - columns.from);
                    row.set_stringn(columns.from, row.area.y, words, many, *style);
                    at = *end;
                }
            }
        }
        sweep(row);
    }
}
