//! Tables: rows of bands, a line of all cells each.

use super::face::whole;
use super::lines::{LineStretch, LinkPlace, TextSpan, lines};
use super::story::{CELL, COLUMN, Drawn, MEASURE, PageBand, Story};
use super::tree::{ROOT, Role};
use crate::render::block::{Table, TableRow};
use crate::render::formats::columns::ColumnRoom;
use crate::render::formats::palette::on_paper;

/// The room between words and the edge of their cell.
const SIDE: f32 = 5.0;
const ABOVE: f32 = 3.5;

/// A head that is longer than this many lines is not repeated, and a row that is longer is cut.
const LONG_HEAD: usize = 8;
const LONG_ROW: usize = 20;

/// A cell before it is set: its words, its place in the tree, and its colours where it has any.
struct TableCell<'a> {
    words: &'a str,
    role: Role,
    tint: Option<[u32; 2]>,
}

impl Story<'_> {
    /// Adds a table, as several where it is too wide.
    pub(super) fn table(&mut self, table: &Table) {
        let bold = &self.faces.bold;
        // Thousandths of a point.
        let thousandths = |points: f32| (points * 1000.0) as usize;
        let room = ColumnRoom {
            measure: thousandths(MEASURE),
            around: thousandths(2.0 * SIDE + 0.5),
            letter: thousandths(CELL.size * 0.6),
            width: &|words| thousandths(bold.width(&whole(words)) * CELL.size),
        };
        let parts = room.parts(table).into_iter();
        let parts = parts.map(|part| (room.widths(&part), part));
        let parts: Vec<(Vec<usize>, Table)> = parts.collect();
        for (widths, part) in parts {
            self.one_table(&part, widths);
        }
    }

    /// Adds a table with columns so wide; its first row is repeated on every page.
    fn one_table(&mut self, table: &Table, widths: Vec<usize>) {
        let widths: Vec<f32> = widths.into_iter().map(|it| it as f32 / 1000.0).collect();
        if widths.is_empty() {
            return;
        }
        let node = self.tree.node(ROOT, Role::Table(table.caption.clone()));
        // A caption that says the heading again is heard twice and seen twice.
        if self.last_heading() != Some(table.caption.as_str()) && !table.caption.is_empty() {
            let caption = self.tree.node(node, Role::TableCaption);
            self.caption(caption, &table.caption);
        }
        let mut head = None;
        if !table.columns.is_empty() {
            let group = self.tree.node(node, Role::TableHead);
            let cells = (0..widths.len()).map(|at| TableCell {
                words: table.columns.get(at).map_or("", String::as_str),
                role: Role::ColumnHead,
                tint: None,
            });
            let first = self.bands.len();
            self.row(group, cells.collect(), &widths, None);
            // The head and the first row stand on one page.
            for band in self.bands.iter_mut().skip(first) {
                band.glued = true;
            }
            if let Some(band) = self.bands.get_mut(first) {
                band.before = 6.0;
            }
            let end = self.bands.len();
            if end - first <= LONG_HEAD {
                head = Some(self.heads.len());
                self.heads.push((first, end));
            }
        }
        if table.rows.is_empty() {
            return;
        }
        let group = self.tree.node(node, Role::TableBody);
        for row in &table.rows {
            let first = self.bands.len();
            let cells = (0..widths.len()).map(|at| body_cell(row, at));
            self.row(group, cells.collect(), &widths, head);
            let number = row.number.map(LinkPlace::Evidence);
            if let Some(band) = self.bands.get_mut(first) {
                band.places.extend(number);
            }
        }
    }

    /// Adds a row, as many bands as its longest cell has lines.
    fn row(
        &mut self,
        group: usize,
        cells: Vec<TableCell<'_>>,
        widths: &[f32],
        head: Option<usize>,
    ) {
        let node = self.tree.node(group, Role::Row);
        let is_head = cells.iter().all(|it| matches!(it.role, Role::ColumnHead));
        let mut bands: Vec<PageBand> = Vec::new();
        let mut x = 0.0;
        let mut tints = Vec::new();
        for (nth, (cell, width)) in cells.into_iter().zip(widths).enumerate() {
            tints.extend(cell.tint.map(|[_, colour]| (x, *width, colour)));
            let lines = self.cell(node, cell, width - 2.0 * SIDE);
            for (at, line) in lines.into_iter().enumerate() {
                if bands.len() <= at {
                    let (row, height) = (Some(self.rows), CELL.leading);
                    bands.push(PageBand {
                        height,
                        row,
                        head,
                        ..PageBand::default()
                    });
                }
                let Some(band) = bands.get_mut(at) else {
                    continue;
                };
                let y = if at == 0 { ABOVE } else { 0.0 };
                let x = x + SIDE;
                let words = line
                    .into_iter()
                    .map(|stretch| Drawn::Words { x, y, stretch });
                band.drawn.extend(words.map(|it| (nth, it)));
            }
            x += width;
        }
        self.rows += 1;
        let many = bands.len();
        for (at, band) in bands.iter_mut().enumerate() {
            let edges =
                if at == 0 { ABOVE } else { 0.0 } + if at + 1 == many { ABOVE } else { 0.0 };
            band.height += edges;
            band.glued = at + 1 < many && (many <= LONG_ROW || at == 0 || at + 2 == many);
            let grounds = tints.iter().map(|(x, width, colour)| {
                let (x, width, colour) = (*x, *width, *colour);
                (0, Drawn::Ground { x, width, colour })
            });
            band.drawn.splice(0..0, grounds);
            if at + 1 == many {
                band.drawn
                    .push((usize::MAX, Drawn::Rule { thick: is_head }));
            }
        }
        self.bands.extend(bands);
    }

    /// Returns the lines of a cell.
    fn cell(&mut self, row: usize, cell: TableCell<'_>, measure: f32) -> Vec<Vec<LineStretch>> {
        let look = match cell.role {
            Role::ColumnHead => COLUMN,
            _ => CELL,
        };
        let ink = cell.tint.map_or(look.ink, |[ink, _]| ink);
        let node = self.tree.node(row, cell.role);
        let slot = self.tree.slot(node);
        let span = TextSpan {
            text: whole(cell.words).into_owned(),
            look: super::lines::TextLook { ink, ..look },
            slot,
            link: None,
        };
        lines(&[span], measure, self.faces)
    }
}

/// Returns a cell of a row. A grade is said in words, and tinted besides.
fn body_cell(row: &TableRow, at: usize) -> TableCell<'_> {
    let tint = row.grade.filter(|_| at + 1 == row.cells.len());
    TableCell {
        words: row.cells.get(at).map_or("", String::as_str),
        role: if at == 0 { Role::RowHead } else { Role::Cell },
        tint: tint.and_then(|grade| on_paper(grade.word())),
    }
}
