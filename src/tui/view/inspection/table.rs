//! The tables of an inspection: a row a body, a column a heading or a figure.

use super::super::list;
use super::super::paint::{Painter, cells};
use super::super::tone::role_of;
use super::spread::spread;
use crate::app::layout::Area;
use crate::app::shown::cell_words;
use crate::app::{DraftStatus, Grid, GridRow, InspectionPage};
use crate::config::StyleRole;
use crate::text;

/// From this height column titles have several rows, and the cell under the cursor is shown in several.
pub(super) const TALL: u16 = 18;

/// The scroll positions of tables and lists.
#[derive(Debug, Default)]
pub(in crate::tui::view) struct InspectionScroll {
    row: usize,
    column: usize,
    pub(super) line: usize,
}

/// Columns for a cell of a table, the blank between two with it; on a narrow screen, but for figures, the other
/// counts.
const WIDE_CELL: u16 = 14;
const NARROW_CELL: u16 = 12;

/// Below this width cells are narrow, and names give way to them.
const NARROW: u16 = 60;

/// The most rows that the titles of columns take.
const TITLE_ROWS: u16 = 3;

/// The layout of a table's columns.
struct ColumnLayout {
    /// Columns for the names of bodies.
    name: u16,
    /// Columns for a cell.
    cell: u16,
    /// The first column shown, and how many are.
    first: usize,
    shown: usize,
    many: usize,
}

impl ColumnLayout {
    fn new(width: u16, grid: &Grid, many: usize, first: &mut usize) -> Self {
        let longest = grid.bodies.iter().map(|body| cells(body.name())).max();
        let most = match width {
            0..NARROW => width * 3 / 10,
            _ => width * 2 / 5,
        };
        let name = longest.unwrap_or(0).min(most.max(6)) + 1;
        let cell = match width {
            _ if grid.page == InspectionPage::Figures => WIDE_CELL,
            0..NARROW => NARROW_CELL,
            _ => WIDE_CELL,
        };
        // The last cell needs no blank behind it.
        let room = (width + 1).saturating_sub(name + 2);
        let shown = usize::from((room / cell).max(1));
        let last = (grid.column() + 1).saturating_sub(shown);
        *first = (*first)
            .min(grid.column())
            .max(last)
            .min(many.saturating_sub(shown));
        Self {
            name,
            cell,
            first: *first,
            shown,
            many,
        }
    }

    /// Returns where a column stands: its left edge and how wide it is.
    fn place(&self, nth: usize, width: u16) -> (u16, u16) {
        let nth = u16::try_from(nth).unwrap_or(u16::MAX);
        let x = self.name + 2 + nth.saturating_mul(self.cell);
        (x, (self.cell - 1).min(width.saturating_sub(x)))
    }
}

pub(super) fn draw(
    painter: &mut Painter<'_>,
    area: Area,
    grid: &Grid,
    memory: &mut InspectionScroll,
) {
    let titles: Vec<&str> = match grid.page {
        InspectionPage::Figures => grid.figures.iter().map(String::as_str).collect(),
        _ => grid.columns.iter().map(|it| it.title.as_str()).collect(),
    };
    let columns = ColumnLayout::new(
        painter.state.size.width,
        grid,
        titles.len(),
        &mut memory.column,
    );
    let tall: u16 = match area.height {
        0..=3 => 0,
        height if height < TALL - 6 => 1,
        _ => title_rows(&titles, &columns, area.width),
    };
    let area = match grid.page == InspectionPage::Grades && tall > 1 {
        true => area.below(programmes(painter, area.top(1), grid, &columns)),
        false => area,
    };
    heads(painter, area.top(tall), &titles, &columns, grid);
    let body = area.below(tall);
    let top = &mut memory.row;
    for (row, chosen, one) in list::rows(painter, body, grid.bodies.iter(), grid.row, top) {
        body_row(painter, row, grid, (chosen, one), &columns);
    }
    let used = u16::try_from(grid.bodies.len()).unwrap_or(u16::MAX);
    if grid.page == InspectionPage::Grades && used < body.height {
        spread(painter, body.below(used), grid);
    }
}

/// Draws which columns are of which programme, where there are several whose grades do not compare. Returns the rows used.
fn programmes(painter: &mut Painter<'_>, area: Area, grid: &Grid, columns: &ColumnLayout) -> u16 {
    if grid.programmes().is_empty() {
        return 0;
    }
    let shown: Vec<_> = grid
        .columns
        .iter()
        .skip(columns.first)
        .take(columns.shown)
        .collect();
    let mut nth = 0;
    for block in shown.chunk_by(|one, next| one.programme == next.programme) {
        let (x, _) = columns.place(nth, area.width);
        nth += block.len();
        let (last, wide) = columns.place(nth - 1, area.width);
        let words = block.first().map_or("", |it| it.programme.as_str());
        painter.clip(x, area.y, last + wide - x, words, StyleRole::Label);
    }
    1
}

/// Returns the rows that the titles of the columns shown need.
fn title_rows(titles: &[&str], columns: &ColumnLayout, width: u16) -> u16 {
    let shown = titles.iter().skip(columns.first).take(columns.shown);
    let rows = shown.enumerate().map(|(nth, title)| {
        let (_, width) = columns.place(nth, width);
        text::rows(title, usize::from(width.max(1))).len()
    });
    let rows = u16::try_from(rows.max().unwrap_or(1)).unwrap_or(TITLE_ROWS);
    rows.clamp(2, TITLE_ROWS)
}

/// Draws the titles of the columns, with marks where there are more on either side.
fn heads(
    painter: &mut Painter<'_>,
    area: Area,
    titles: &[&str],
    columns: &ColumnLayout,
    grid: &Grid,
) {
    if area.height == 0 {
        return;
    }
    let shown = titles.iter().enumerate().skip(columns.first);
    for (nth, (at, title)) in shown.take(columns.shown).enumerate() {
        let (x, width) = columns.place(nth, area.width);
        let role = match at == grid.column() {
            true => StyleRole::RuleFocus,
            false => StyleRole::Heading,
        };
        painter.wrapped_and_cut(Area { x, width, ..area }, title, role);
    }
    let bottom = area.y + area.height - 1;
    if columns.first > 0 {
        let words = format!("‹ {}", columns.first);
        painter.write(1, bottom, columns.name, &words, StyleRole::Mark);
    }
    let more = columns.many.saturating_sub(columns.first + columns.shown);
    if more > 0 {
        let y = match area.height {
            // Beside the mark of what is to the left, where there is one row for both.
            1 => {
                let words = format!("{more} ›");
                let (x, width) = (1, columns.name);
                let room = Area { x, width, ..area };
                painter.right(room, &words, StyleRole::Mark);
                return;
            }
            _ => area.y,
        };
        let words = format!("{more} more ›");
        painter.write(1, y, columns.name, &words, StyleRole::Mark);
    }
}

fn body_row(
    painter: &mut Painter<'_>,
    area: Area,
    grid: &Grid,
    (chosen, body): (bool, &GridRow),
    columns: &ColumnLayout,
) {
    let role = painter.selected_as(StyleRole::SelectedAway, area, chosen);
    painter.clip(area.x + 1, area.y, columns.name, body.name(), role);
    if let Some(why) = body.why() {
        let (x, _) = columns.place(0, area.width);
        let room = area.width.saturating_sub(x);
        let role = match body.status {
            DraftStatus::Missing | DraftStatus::Broken(_) => StyleRole::Error,
            _ => StyleRole::Dim,
        };
        painter.clip(x, area.y, room, &why, role);
        return;
    }
    for nth in 0..columns.shown {
        let column = columns.first + nth;
        let Some((words, tone)) = cell_words(grid, body, column) else {
            continue;
        };
        let (x, width) = columns.place(nth, area.width);
        let here = chosen && column == grid.column();
        let mut role = role_of(tone);
        if here {
            role = StyleRole::Selected;
            let style = painter.style(role);
            painter.tint(Area { x, width, ..area }, style);
        }
        painter.clip(x, area.y, width, &words, role);
    }
}
