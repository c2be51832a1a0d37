//! Plain text: to be read aloud, piped and pasted.

use crate::render::block::{Block, ListItem, Run, Table, bracket};
use crate::render::line;
use crate::render::print::Print;
use crate::text::width as cells;

/// No print is narrower than this, whatever is asked for: below it, wrapping makes a column of words.
const NARROWEST: usize = 20;

/// A table is set in columns up to this many, where no width is asked for.
const WIDEST: usize = 100;

/// A blank that no row breaks at. [`crate::render::line`] leaves none in a text, so each one is ours, and becomes
/// a plain blank once the rows are made.
const GLUE: char = '\u{A0}';

/// Writes a print as text: a paragraph a line, or wrapped to `width` columns (at least 20); a blank line
/// between paragraphs, and one newline at the end. A protective marking is the first paragraph and the last.
/// Of an empty document, nothing. Of wide tables each row is given in lines of its own.
///
/// A word that is wider than the width stands on a row of its own, whole: a broken address cannot be
/// followed.
///
/// ```
/// use assay::assessment::{Assessment, Framework};
/// use assay::render::{Print, PrintFormat, print_text};
/// use assay::statement;
///
/// let mut framework = Framework::default();
/// framework.words.greeting = "Good day. I inspect police forces for the public.".into();
/// let draft = Assessment::new("d", &framework);
/// let document = statement::weave(&draft, &framework);
/// assert_eq!(
///     print_text(&Print::statement(&document, &draft, &framework), PrintFormat::Text, Some(24)),
///     "Good day. I inspect\npolice forces for the\npublic.\n",
/// );
/// ```
pub(super) fn write(print: &Print<'_>, width: Option<usize>) -> String {
    set(&print.blocks(), &print.marking(), width)
}

/// Returns the blocks of a print, one under the other, between its marking.
fn set(blocks: &[Block], marking: &str, width: Option<usize>) -> String {
    let mut page = PlainPage::new(width);
    let mut close = false;
    for block in blocks {
        // What a small heading leads stands close under it.
        if !close {
            page.gap();
        }
        close = matches!(block, Block::Heading(3.., _));
        page.block(block);
    }
    page.done(marking)
}

fn run(run: &Run) -> String {
    match run {
        Run::Number(number) => format!("[{number}]"),
        Run::Plain(words) | Run::Said(words) | Run::Strong(words) => words.clone(),
        Run::Noted(words, number) => format!("{words}{GLUE}[{number}]"),
        Run::Cited(citations) => bracket(citations),
    }
}

fn runs(all: &[Run]) -> String {
    let mut set = String::new();
    let mut apart = None;
    for each in all {
        set.extend(apart);
        set.push_str(&run(each));
        // No row ends with the number of what the next begins with.
        apart = Some(if matches!(each, Run::Number(_)) {
            GLUE
        } else {
            ' '
        });
    }
    set
}

/// A page in the making.
struct PlainPage {
    out: String,
    width: Option<usize>,
}

impl PlainPage {
    fn new(width: Option<usize>) -> Self {
        Self {
            out: String::new(),
            width: width.map(|width| width.max(NARROWEST)),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => {
                self.item("", words);
                if *level == 2 {
                    let longest = self.width.unwrap_or(WIDEST);
                    self.row(&"-".repeat(cells(words).min(longest)));
                }
            }
            Block::Title(words) | Block::Words(words) => self.item("", &runs(words)),
            Block::Quote(words, by) => {
                self.item("  ", &format!("“{words}”"));
                self.item("  – ", by);
            }
            Block::List(items) => self.list(items, ""),
            Block::Table(table) => self.table(table),
            Block::Notes(title, notes) => {
                self.block(&Block::Heading(2, title.clone()));
                self.gap();
                for (nth, note) in notes.iter().enumerate() {
                    let mut label = format!("[{}] ", nth + 1);
                    for line in note {
                        self.item(&label, line);
                        label = " ".repeat(label.len());
                    }
                }
            }
        }
    }

    fn list(&mut self, items: &[ListItem], inside: &str) {
        for item in items {
            self.item(&format!("{inside}- "), &runs(&item.runs));
            self.list(&item.items, &format!("{inside}  "));
        }
    }

    /// Columns where they fit, else a few lines a row.
    fn table(&mut self, table: &Table) {
        let mut wide = vec![0; table.columns.len()];
        let rows = table.rows.iter().map(|row| &row.cells);
        for row in std::iter::once(&table.columns).chain(rows) {
            for (wide, cell) in wide.iter_mut().zip(row) {
                *wide = cells(cell).max(*wide);
            }
        }
        let whole = wide.iter().map(|wide| wide + 2).sum::<usize>();
        if whole > self.width.unwrap_or(WIDEST) + 2 {
            return self.records(table);
        }
        let set = |row: &[String]| {
            let mut line = String::new();
            for (cell, wide) in row.iter().zip(&wide) {
                line.push_str(cell);
                line.push_str(&" ".repeat(wide + 2 - cells(cell).min(*wide)));
            }
            line.trim_end().to_owned()
        };
        self.row(&set(&table.columns));
        let rules: Vec<String> = wide.iter().map(|wide| "-".repeat(*wide)).collect();
        self.row(&set(&rules));
        for row in &table.rows {
            self.row(&set(&row.cells));
        }
    }

    fn records(&mut self, table: &Table) {
        for row in &table.rows {
            let mut cells = table.columns.iter().zip(&row.cells);
            let label = match (row.number, cells.next()) {
                (Some(number), _) => format!("[{number}] "),
                (None, Some((_, head))) => {
                    self.item("", head);
                    "  ".to_owned()
                }
                (None, None) => continue,
            };
            let cells = cells.filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = cells
                .enumerate()
                .map(|(nth, (column, cell))| match (nth, row.number) {
                    // The title of a numbered row speaks for itself.
                    (0, Some(_)) => cell.clone(),
                    _ => format!("{column}: {cell}"),
                })
                .collect();
            // A row that is told by its head alone has no second line.
            if !(cells.is_empty() && row.number.is_none()) {
                self.item(&label, &cells.join("; "));
            }
        }
    }

    /// Adds a blank line, but never as the first.
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// Words after a label; the rows that follow stand under the words.
    fn item(&mut self, label: &str, words: &str) {
        let mut row = String::from(label);
        let Some(width) = self.width else {
            row.push_str(words);
            return self.row(&row);
        };
        let mut fresh = true;
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            if fresh {
                row.push_str(word);
                fresh = false;
                continue;
            }
            // The row is measured as a whole, because a mark at the head of a word joins the
            // blank before it.
            let longer = format!("{row} {word}");
            if cells(&longer) <= width {
                row = longer;
            } else {
                self.row(&row);
                row = " ".repeat(cells(label));
                row.push_str(word);
            }
        }
        self.row(&row);
    }

    fn row(&mut self, row: &str) {
        self.out.push_str(row);
        self.out.push('\n');
    }

    /// Returns the whole print, between its marking.
    fn done(self, marking: &str) -> String {
        let out = self.out.replace(GLUE, " ");
        let marking = line(marking);
        if marking.is_empty() || out.is_empty() {
            return out;
        }
        let mut page = Self {
            out: String::new(),
            width: self.width,
        };
        page.item("", &marking);
        let marking = page.out;
        format!("{marking}\n{out}\n{marking}")
    }
}
