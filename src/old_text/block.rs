//! The blocks of an old text, whichever file they came from.

use super::MAX_TEXT;
use crate::text::paste;

/// The sort of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
}

/// A block on one line, with single blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceBlock {
    /// Its sort.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
    /// The bytes at which lines of the file begin in it, each with the number of the line, counted from 1.
    lines: Vec<(usize, usize)>,
}

/// The blocks of an old text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldText {
    /// The blocks, none of them empty.
    pub blocks: Vec<SourceBlock>,
    /// The number of characters that cannot be seen, which were left out.
    pub hidden: usize,
    /// True where the text was longer than is read.
    pub cut: bool,
    bytes: usize,
}

impl SourceBlock {
    /// Returns an empty block of this sort.
    pub(super) fn new(kind: BlockKind) -> Self {
        Self {
            kind,
            text: String::new(),
            lines: Vec::new(),
        }
    }

    /// Adds the words of a line of the file.
    pub(super) fn add(&mut self, words: &str, line: usize) {
        let mut at = None;
        for word in words.split_whitespace() {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            at.get_or_insert(self.text.len());
            self.text.push_str(word);
        }
        self.lines.extend(at.map(|at| (at, line)));
    }

    /// Returns the line of the file in which a byte of the text stood.
    pub fn line_at(&self, byte: usize) -> usize {
        let before = self.lines.iter().take_while(|(at, _)| *at <= byte);
        before.last().or(self.lines.first()).map_or(1, |it| it.1)
    }
}

impl OldText {
    /// Adds a block, unless it has no words or the text is too long.
    pub(super) fn push(&mut self, mut block: SourceBlock) {
        let clean = paste(&block.text, false);
        self.hidden += clean.left_out;
        if clean.text != block.text {
            let line = block.lines.first().map_or(1, |it| it.1);
            block.text.clear();
            block.lines.clear();
            block.add(&clean.text, line);
        }
        if block.text.is_empty() {
            return;
        }
        self.bytes += block.text.len();
        match self.bytes > MAX_TEXT {
            true => self.cut = true,
            false => self.blocks.push(block),
        }
    }
}
