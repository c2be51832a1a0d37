//! The blocks of a print, before it is set as text, Markdown or HTML. Every text in here is on one line, with nothing
//! hidden in it, and nothing escaped: escaping is the setter's.

use crate::assessment::Grade;

/// A part of a print.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// The title, the one heading of the first level.
    Title(Vec<Run>),
    /// Another heading, from level 2 on; no level is skipped on the way down.
    Heading(u8, String),
    /// A paragraph.
    Words(Vec<Run>),
    /// Words of somebody else: what was said, and who said it when.
    Quote(String, String),
    /// A list without numbers.
    List(Vec<ListItem>),
    /// A table.
    Table(Table),
    /// The sources of numbered sentences: a title, and lines for each number from 1.
    Notes(String, Vec<Vec<String>>),
}

/// A stretch of a paragraph.
#[derive(Clone, Debug)]
pub(super) enum Run {
    /// The number of the sentence that follows.
    Number(usize),
    /// Plain words.
    Plain(String),
    /// Words of somebody else, which have no numbers.
    Said(String),
    /// Words that lead.
    Strong(String),
    /// A sentence, and the number of its note.
    Noted(String, usize),
    /// The evidence that a finding stands on and that weighs against it.
    Cited(Vec<Citation>),
}

/// Items of the list of evidence, with the words around their numbers.
#[derive(Clone, Debug)]
pub(super) struct Citation {
    pub(super) before: String,
    /// The numbers; an id where the draft has no such evidence.
    pub(super) numbers: Vec<Result<usize, String>>,
    pub(super) after: String,
}

/// An item of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListItem {
    pub(super) runs: Vec<Run>,
    /// A list inside of the item.
    pub(super) items: Vec<ListItem>,
}

/// A table; its first column says what a row is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableRow {
    /// Its number in the list of evidence.
    pub(super) number: Option<usize>,
    /// The grade that its last cell says in words.
    pub(super) grade: Option<Grade>,
    pub(super) cells: Vec<String>,
}

impl Table {
    /// Returns the table without columns that no row has anything in.
    pub(super) fn dense(mut self) -> Self {
        let filled = |at: usize| {
            let mut rows = self.rows.iter();
            at == 0 || rows.any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()))
        };
        let keep: Vec<bool> = (0..self.columns.len()).map(filled).collect();
        let thin = |cells: &mut Vec<String>| {
            let mut kept = keep.iter();
            cells.retain(|_| kept.next().copied().unwrap_or(true));
        };
        thin(&mut self.columns);
        for row in &mut self.rows {
            thin(&mut row.cells);
        }
        self
    }
}

impl TableRow {
    /// Returns a row of plain cells.
    pub(super) fn of(cells: Vec<String>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }
}

impl Citation {
    /// Returns the words with their numbers.
    pub(super) fn text(&self) -> String {
        let numbers = self.numbers.iter().map(|number| match number {
            Ok(number) => number.to_string(),
            Err(id) => id.clone(),
        });
        let numbers: Vec<String> = numbers.collect();
        format!("{}{}{}", self.before, numbers.join(", "), self.after)
    }
}

/// Citations in one bracket.
pub(super) fn bracket(citations: &[Citation]) -> String {
    let texts: Vec<String> = citations.iter().map(Citation::text).collect();
    format!("[{}]", texts.join("; "))
}

/// Returns the words of runs alone, without what they stand on and without their numbers.
pub(super) fn bare(all: &[Run]) -> String {
    let words = all.iter().filter_map(|run| match run {
        Run::Plain(words) | Run::Said(words) | Run::Strong(words) | Run::Noted(words, _) => {
            Some(words.as_str())
        }
        Run::Cited(_) | Run::Number(_) => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns a paragraph of plain words.
pub(super) fn words(words: impl Into<String>) -> Block {
    Block::Words(vec![Run::Plain(words.into())])
}

/// Returns an item that says first, strongly and with a colon, what its words are.
pub(super) fn labelled(label: &str, words: impl Into<String>) -> ListItem {
    ListItem {
        runs: vec![Run::Strong(format!("{label}:")), Run::Plain(words.into())],
        items: Vec::new(),
    }
}

/// Returns an item of plain words.
pub(super) fn item(words: impl Into<String>) -> ListItem {
    ListItem {
        runs: vec![Run::Plain(words.into())],
        items: Vec::new(),
    }
}
