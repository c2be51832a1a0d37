//! The widths of the columns of a table that is set on paper.

use crate::render::block::{Table, TableRow};

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
    /// Returns a table as those that fit side by side into the measure without a word being torn: each has the first column,
    /// and as many of the others as have room. Most tables are one.
    pub(super) fn parts(&self, table: &Table) -> Vec<Table> {
        let rooms = self.rooms(table);
        let least = |at: usize| rooms.get(at).map_or(0, |(least, _)| *least);
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut taken = 0;
        for at in 1..rooms.len() {
            match groups.last_mut() {
                Some(group) if taken + least(at) <= self.measure => group.push(at),
                _ => {
                    taken = least(0);
                    groups.push(vec![at]);
                }
            }
            taken += least(at);
        }
        if groups.len() < 2 {
            return vec![table.clone()];
        }
        let last = groups.len() - 1;
        let parts = groups.iter().enumerate().map(|(nth, group)| {
            let pick = |cells: &Vec<String>| {
                let all = std::iter::once(&0).chain(group);
                all.map(|at| cells.get(*at).cloned().unwrap_or_default())
                    .collect()
            };
            let rows = table.rows.iter().map(|row| TableRow {
                number: row.number.filter(|_| nth == 0),
                // It tints the last cell of all.
                grade: row.grade.filter(|_| nth == last),
                cells: pick(&row.cells),
            });
            Table {
                caption: table.caption.clone(),
                columns: match table.columns.is_empty() {
                    true => Vec::new(),
                    false => pick(&table.columns),
                },
                rows: rows.collect(),
            }
        });
        parts.collect()
    }

    /// Returns the least room of each column, and what it would take beside that.
    fn rooms(&self, table: &Table) -> Vec<(usize, usize)> {
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
        (0..columns).map(room).collect()
    }

    /// Returns the widths of columns: room for the longest word of each, and the rest by how much there is to say.
    pub(super) fn widths(&self, table: &Table) -> Vec<usize> {
        let rooms = self.rooms(table);
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
