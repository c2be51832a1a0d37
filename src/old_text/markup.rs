//! Blocks out of marked-up texts: what HTML and the documents of Word have in common.

use super::block::{BlockKind, OldText, SourceBlock};

/// The most rows that stand in each other.
const DEEPEST: usize = 32;

/// The end of a line within a block.
const LINE_END: char = '\u{2028}';

/// Collects the words between marks into blocks.
#[derive(Default)]
pub(super) struct MarkupPage {
    old: OldText,
    block: Option<SourceBlock>,
    /// The words of a line of the block, so that a word in two marks is one.
    words: String,
    line: usize,
    /// The rows that are open, the cells of the innermost.
    cells: Vec<Vec<String>>,
    /// How many rows were open where each open table began.
    tables: Vec<usize>,
}

impl MarkupPage {
    /// Adds words as they stand.
    pub(super) fn words(&mut self, words: &str, line: usize) {
        if self.words.is_empty() {
            self.line = line;
        }
        self.words.push_str(words);
    }

    /// Ends the block that is open, and begins one of this sort with the next word.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.block = Some(SourceBlock::new(kind));
    }

    /// Ends the block that is open.
    pub(super) fn end(&mut self) {
        let words = std::mem::take(&mut self.words);
        let block = self.block.take();
        if words.trim().is_empty() {
            return;
        }
        if let Some(cells) = self.cells.last_mut() {
            let cell = words.split_whitespace().collect::<Vec<_>>().join(" ");
            cells.push(cell);
            return;
        }
        let mut block = block.unwrap_or_else(|| SourceBlock::new(BlockKind::Paragraph));
        block.add(&words, self.line);
        if block.kind == BlockKind::Paragraph
            && self.old.blocks.is_empty()
            && super::plain::is_heading(&block.text)
        {
            block.kind = BlockKind::Heading;
        }
        self.old.push(block);
    }

    /// Says of the block that is open that it is of this sort.
    pub(super) fn mark(&mut self, kind: BlockKind) {
        let block = self.block.get_or_insert_with(|| SourceBlock::new(kind));
        block.kind = kind;
    }

    /// Ends the line; two ends in a row end the block that is open.
    pub(super) fn line_break(&mut self) {
        let said = self.words.trim_end();
        let behind = self.words.get(said.len()..).unwrap_or_default();
        match behind.contains(LINE_END) {
            true => self.end(),
            false if said.is_empty() => {}
            false => self.words.push(LINE_END),
        }
    }

    /// Begins a table.
    pub(super) fn begin_table(&mut self) {
        self.end();
        self.tables.push(self.cells.len());
    }

    /// Ends the table that is open, and its row.
    pub(super) fn end_table(&mut self) {
        self.end();
        let before = self.tables.pop().unwrap_or_default();
        self.end_rows(before);
    }

    /// Begins a row, whose cells become one block. It ends the row before, of which the end may be left out.
    pub(super) fn begin_row(&mut self) {
        self.end();
        let before = self.rows_before();
        self.end_rows(before.min(DEEPEST - 1));
        self.cells.push(Vec::new());
    }

    /// Returns how many rows were open where the table that is open began.
    fn rows_before(&self) -> usize {
        self.tables.last().copied().unwrap_or_default()
    }

    fn end_rows(&mut self, before: usize) {
        while self.cells.len() > before {
            self.close_row();
        }
    }

    /// Ends the row that is open.
    pub(super) fn end_row(&mut self) {
        self.end();
        if self.cells.len() > self.rows_before() {
            self.close_row();
        }
    }

    fn close_row(&mut self) {
        let Some(cells) = self.cells.pop() else {
            return;
        };
        let row = cells.join(" | ");
        match self.cells.last_mut() {
            Some(outer) => outer.push(row),
            // A table of one column only sets its words apart.
            None if cells.len() == 1 => {
                self.block = Some(SourceBlock::new(BlockKind::Paragraph));
                self.words = row;
                self.end();
            }
            None => {
                let mut block = SourceBlock::new(BlockKind::Row);
                block.add(&row, self.line);
                self.old.push(block);
            }
        }
    }

    /// Returns the blocks.
    pub(super) fn finish(mut self) -> OldText {
        self.end();
        self.end_rows(0);
        self.old
    }
}
