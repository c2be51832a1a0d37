//! Blocks out of marked-up texts: what HTML and the documents of Word have in common.

use super::block::{BlockKind, OldText, SourceBlock};

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

    /// Begins a row, whose cells become one block.
    pub(super) fn begin_row(&mut self) {
        self.end();
        self.cells.push(Vec::new());
    }

    /// Ends the row that is open.
    pub(super) fn end_row(&mut self) {
        self.end();
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
        while !self.cells.is_empty() {
            self.end_row();
        }
        self.old
    }
}
