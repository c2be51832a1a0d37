//! A table as somebody else wrote it: columns with names, and rows of texts.

use std::ops::Range;

use crate::assessment::List;
use crate::text::same;

/// The most bytes of a table that are read: 16 MiB.
const MAX_TABLE: usize = 16 << 20;
/// The most columns of a table.
const MAX_COLUMNS: usize = 200;

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceTable {
    /// The list that it is of, where it says so itself.
    pub list: Option<List>,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<SourceRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRow {
    /// The line of the file in which it begins, counted from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The reason why a table cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {what}; {hint}")]
pub struct TableError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// The fault.
    pub what: String,
    /// The advice on what would be right.
    pub hint: &'static str,
}

impl TableError {
    fn new(line: usize, column: usize, what: impl Into<String>, hint: &'static str) -> Self {
        Self {
            line,
            column,
            what: what.into(),
            hint,
        }
    }
}

impl SourceTable {
    /// Reads the tables of a file: TOML where its name ends so, else one with commas, semicolons or tabs.
    ///
    /// # Errors
    /// They cannot be read; see [`SourceTable::from_csv`] and [`SourceTable::from_toml`].
    pub fn read(name: &str, text: &str) -> Result<Vec<Self>, TableError> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match same(ending, "toml") {
            true => Self::from_toml(text),
            false => Ok(vec![Self::from_csv(text)?]),
        }
    }

    /// Reads a table with a first line of names, its cells parted by commas, semicolons or tabs, as spreadsheets save it.
    /// Lines with nothing in them are no rows.
    ///
    /// # Errors
    /// It is too large, its first line names no columns, or a row has more cells than there are columns.
    pub fn from_csv(text: &str) -> Result<Self, TableError> {
        too_large(text)?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(parted_by(text))
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut table = Self::default();
        for record in reader.records() {
            let record = record
                .map_err(|error| TableError::new(line_of(&error), 1, error.to_string(), QUOTES))?;
            let line = record.position().map_or(1, csv::Position::line);
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.columns.is_empty() {
                table.columns = named(cells, line)?;
                continue;
            }
            let over = cells.len().saturating_sub(table.columns.len());
            let many = cells.len();
            let extra = cells.split_off(many - over);
            if let Some(nth) = extra.iter().position(|cell| !cell.trim().is_empty()) {
                let place = table.columns.len() + nth + 1;
                let what = format!("cell {place} stands under no column");
                return Err(TableError::new(line, 1, what, COLUMNS));
            }
            cells.resize(table.columns.len(), String::new());
            table.rows.push(SourceRow { line, cells });
        }
        match table.columns.is_empty() {
            true => Err(TableError::new(1, 1, "the table is empty", COLUMNS)),
            false => Ok(table),
        }
    }

    /// Reads tables of evidence and figures that are spelt as a draft spells them: `[[evidence]]`, `[[figures]]`.
    ///
    /// # Errors
    /// It is too large, is no TOML, or has something else in it.
    pub fn from_toml(text: &str) -> Result<Vec<Self>, TableError> {
        too_large(text)?;
        let parsed = text.parse::<toml_edit::Document<String>>();
        let parsed = parsed.map_err(|error| {
            let (line, column) = position(text, error.span());
            TableError::new(line, column, error.message().trim(), LISTS)
        })?;
        let mut tables = Vec::new();
        for (key, item) in parsed.iter() {
            let list = LISTED.into_iter().find(|list| list.spec().word == key);
            let items = item.as_array_of_tables();
            let (Some(list), Some(items)) = (list, items) else {
                let (line, column) = position(text, item.span());
                let what = format!("\"{key}\" is no list of evidence or figures");
                return Err(TableError::new(line, column, what, LISTS));
            };
            let mut table = Self {
                list: Some(list),
                ..Self::default()
            };
            for item in items {
                let (line, _) = position(text, item.span());
                let mut row = SourceRow {
                    line,
                    cells: vec![String::new(); table.columns.len()],
                };
                for (key, value) in item {
                    let Some(cell) = cell(value, text) else {
                        let (line, column) = position(text, value.span());
                        let what = format!("\"{key}\" is no text, number or day");
                        return Err(TableError::new(line, column, what, CELLS));
                    };
                    let nth = table.columns.iter().position(|column| column == key);
                    match nth.and_then(|nth| row.cells.get_mut(nth)) {
                        Some(there) => *there = cell,
                        None => {
                            table.columns.push(key.to_owned());
                            row.cells.push(cell);
                        }
                    }
                }
                table.rows.push(row);
            }
            for row in &mut table.rows {
                row.cells.resize(table.columns.len(), String::new());
            }
            tables.push(table);
        }
        match tables.is_empty() {
            true => Err(TableError::new(1, 1, "nothing stands in it", LISTS)),
            false => Ok(tables),
        }
    }
}

/// The lists that a table can be of.
pub(super) const LISTED: [List; 2] = [List::Evidence, List::Figures];

const COLUMNS: &str = "let the first line name each column";
const QUOTES: &str = "save it as CSV in UTF-8";
const LISTS: &str = "write [[evidence]] or [[figures]], with a line for each field";
const CELLS: &str = "write a text between quotes, a number or a day";
const SMALLER: &str = "cut it into several files";

fn too_large(text: &str) -> Result<(), TableError> {
    match text.len() > MAX_TABLE {
        true => Err(TableError::new(1, 1, "it is larger than 16 MiB", SMALLER)),
        false => Ok(()),
    }
}

fn named(mut columns: Vec<String>, line: usize) -> Result<Vec<String>, TableError> {
    while columns
        .last()
        .is_some_and(|column| column.trim().is_empty())
    {
        columns.pop();
    }
    if columns.len() > MAX_COLUMNS {
        let what = format!("there are {} columns, and 200 are the most", columns.len());
        return Err(TableError::new(line, 1, what, COLUMNS));
    }
    match columns.iter().position(|column| column.trim().is_empty()) {
        Some(nth) => {
            let what = format!("column {} has no name", nth + 1);
            Err(TableError::new(line, 1, what, COLUMNS))
        }
        None => Ok(columns),
    }
}

/// Returns the sign that parts the cells: the one that stands most often in the first line, outside of quotes.
fn parted_by(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let outside = line.unwrap_or_default().split('"').step_by(2);
    let bare: String = outside.collect();
    let count = |sign: u8| bare.bytes().filter(|byte| *byte == sign).count();
    let signs = [b';', b'\t', b','];
    signs
        .into_iter()
        .max_by_key(|sign| count(*sign))
        .unwrap_or(b',')
}

fn line_of(error: &csv::Error) -> usize {
    let line = error.position().map_or(1, csv::Position::line);
    usize::try_from(line).unwrap_or(1)
}

fn position(text: &str, span: Option<Range<usize>>) -> (usize, usize) {
    let at = span.map_or(0, |span| span.start);
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn cell(item: &toml_edit::Item, text: &str) -> Option<String> {
    match item.as_value()? {
        toml_edit::Value::String(words) => Some(words.value().clone()),
        toml_edit::Value::Array(_) | toml_edit::Value::InlineTable(_) => None,
        // As it was typed, with all its digits.
        other => Some(text.get(other.span()?)?.trim().to_owned()),
    }
}

/// Returns a table as CSV, which spreadsheets open. A text that one would take for a formula has a `'` before it, which
/// reading it again takes off.
pub fn csv_text(columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Into memory, nothing fails.
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The signs with which a formula begins.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

fn guarded(cell: &str) -> String {
    let number = cell.parse::<f64>().is_ok();
    match cell.starts_with(FORMULA) && !number {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// Returns a cell without the sign that keeps it from being a formula.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}
