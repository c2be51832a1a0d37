//! The widths of the columns of a table that is set on paper.

use crate::render::block::Table;

/// Longer cells than this many letters are wrapped before they take room from the others; shorter ones are not broken.
const LONG: usize = 34;
const SHORT: usize = 8;

/// The room that a table has, in the smallest unit of a format.
pub(super) struct ColumnRoom<'a> {
    /// Between the margins.
    pub(super) measure: usize,
    /// The room around the words of a cell.
    pub(super) around: usize,
    /// The width of a letter, which is a generous one.
    pub(super) letter: usize,
    /// Returns the width of words.
    pub(super) width: &'a dyn Fn(&str) -> usize,
}

impl ColumnRoom<'_> {
    /// Returns the widths of columns: room for the longest word of each, and the rest by how much there is to say.
    pub(super) fn widths(&self, table: &Table) -> Vec<usize> {
        let rows = table.rows.iter().map(|row| &row.cells);
        let rows: Vec<&Vec<String>> = rows.chain([&table.columns]).collect();
        let columns = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let room = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let each = cells.map(|cell| self.room(cell));
            let letter = (self.letter, self.letter);
            let (least, all) =
                each.fold(letter, |most, one| (most.0.max(one.0), most.1.max(one.1)));
            (least + self.around, all - least)
        };
        let rooms: Vec<(usize, usize)> = (0..columns).map(room).collect();
        let least: usize = rooms.iter().map(|(least, _)| least).sum();
        let more = rooms.iter().map(|(_, more)| more).sum::<usize>().max(1);
        let spare = self.measure.saturating_sub(least);
        // Where even the longest words do not fit, all give way alike.
        let fit = |own: usize| {
            if least > self.measure {
                own * self.measure / least
            } else {
                own
            }
        };
        rooms
            .iter()
            .map(|(own, wish)| fit(*own) + wish * spare / more)
            .collect()
    }

    /// Returns the least room of a cell, and what it would take.
    fn room(&self, cell: &str) -> (usize, usize) {
        let long = LONG * self.letter;
        let all = (self.width)(cell).min(long);
        let least = if cell.chars().count() <= SHORT {
            all
        } else {
            let words = cell.split(' ').map(self.width);
            words.max().unwrap_or_default().min(all)
        };
        (least, all)
    }
}
