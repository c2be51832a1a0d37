//! The layout of a file: which lines belong to which table.
//!
//! To move or remove a table with what its author wrote around it, one must know what belongs to it.
//! The file is cut into pieces, each a stretch of whole lines:
//!
//! - the **root** piece, the keys before the first header;
//! - a piece for each **header**: the blank lines before it, the comments that touch it from above,
//!   its keys, and the comments that touch its last key from below;
//! - **loose** pieces: comments that stand alone between blank lines. They belong to the file and
//!   stay where they are.

use std::collections::HashMap;
use std::ops::Range;

use toml_edit::{Document, Item, Table};

/// The pieces of a file, in order, without a gap between them.
pub(super) struct FileLayout {
    /// Each piece's bytes.
    pub(super) pieces: Vec<Range<usize>>,
    /// The piece of the header that begins at a byte.
    by_header: HashMap<usize, usize>,
}

impl FileLayout {
    /// Cuts a file.
    pub(super) fn of(document: &Document<&str>) -> Self {
        let text = document.raw();
        let mut headers = Vec::new();
        collect(document.as_table(), &mut headers);
        headers.sort_unstable_by_key(|header| header.at);
        let mut pieces = Vec::with_capacity(headers.len() + 1);
        let mut by_header = HashMap::with_capacity(headers.len());
        let mut begun = 0;
        let mut cut = |gap: Range<usize>, headed: bool| {
            let (before, own) = split(text, gap, headed);
            pieces.push(begun..before);
            if before < own {
                pieces.push(before..own);
            }
            begun = own;
            pieces.len()
        };
        for header in headers {
            let line = line_start(text, header.at);
            by_header.insert(header.at, cut(header.gap.min(line)..line, true));
        }
        let trailing = document.trailing().span();
        let end = trailing.map_or(text.len(), |span| span.start);
        cut(end..text.len(), false);
        if begun < text.len() {
            pieces.push(begun..text.len());
        }
        Self { pieces, by_header }
    }

    /// Returns the piece of a table that has a header of its own.
    pub(super) fn piece(&self, table: &Table) -> Option<usize> {
        self.by_header.get(&table.span()?.start).copied()
    }

    /// Returns the pieces of a table and of all tables under it, in the order of the file.
    pub(super) fn group(&self, table: &Table) -> Vec<usize> {
        let mut headers = Vec::new();
        collect(table, &mut headers);
        let mut pieces: Vec<usize> = headers
            .iter()
            .filter_map(|header| self.by_header.get(&header.at).copied())
            .chain(self.piece(table))
            .collect();
        pieces.sort_unstable();
        pieces.dedup();
        pieces
    }

    /// Returns the last piece of all tables under an item.
    pub(super) fn last_of(&self, item: &Item) -> Option<usize> {
        match item {
            Item::Table(table) => self.group(table).last().copied(),
            Item::ArrayOfTables(tables) => {
                let last = |table| self.group(table).last().copied();
                tables.iter().filter_map(last).max()
            }
            _ => None,
        }
    }
}

/// A header, and where the blank lines and comments before it begin.
struct TableHeader {
    at: usize,
    gap: usize,
}

/// Collects all headers under a table.
fn collect(table: &Table, headers: &mut Vec<TableHeader>) {
    let mut one = |table: &Table| {
        if let Some(span) = table
            .span()
            .filter(|_| !table.is_dotted() && !table.is_implicit())
        {
            let prefix = table.decor().prefix().and_then(toml_edit::RawString::span);
            headers.push(TableHeader {
                at: span.start,
                gap: prefix.map_or(span.start, |prefix| prefix.start),
            });
        }
        collect(table, headers);
    };
    for (_, item) in table.iter() {
        match item {
            Item::Table(table) => one(table),
            Item::ArrayOfTables(tables) => tables.iter().for_each(&mut one),
            _ => {}
        }
    }
}

/// Returns the byte at which the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

/// Returns the byte after the line of a byte, its line end included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n')
        .map_or(text.len(), |newline| at + newline + 1)
}

/// Returns where, in the blank lines and comments between two tables, what belongs to the first ends and what belongs
/// to the second begins.
fn split(text: &str, gap: Range<usize>, headed: bool) -> (usize, usize) {
    let lines = text
        .get(gap.clone())
        .unwrap_or_default()
        .split_inclusive('\n');
    let mut blanks = Vec::new();
    let mut at = gap.start;
    for line in lines {
        if line.trim().is_empty() {
            blanks.push(at..at + line.len());
        }
        at += line.len();
    }
    let (Some(first), Some(last)) = (blanks.first(), blanks.last()) else {
        // Comments without a blank line: they speak of what comes after them, if anything does.
        return if headed {
            (gap.start, gap.start)
        } else {
            (gap.end, gap.end)
        };
    };
    if !headed {
        return (first.start, first.start);
    }
    // The blank lines above the second table are its own, from the last that follows a comment.
    let mut own = last.start;
    for blank in blanks.iter().rev().skip(1) {
        if blank.end != own {
            break;
        }
        own = blank.start;
    }
    (first.start, own)
}
