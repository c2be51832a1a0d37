//! A report in the making: what all its parts are made with.

use super::super::block::{Block, Table, TableRow, words};
use super::super::line;
use super::ledger::Ledger;
use crate::assessment::{Assessment, Framework, ReportWords};
use crate::statement::{Document, Values};

/// A report in the making.
pub(super) struct ReportWriter<'a> {
    pub(super) document: &'a Document,
    pub(super) draft: &'a Assessment,
    pub(super) framework: &'a Framework,
    pub(super) words: &'a ReportWords,
    pub(super) values: Values<'a>,
    /// Each finding as it reads by itself.
    pub(super) alone: Vec<String>,
    pub(super) ledger: Ledger<'a>,
    /// True where it is a part of a report on several bodies.
    pub(super) part: bool,
    pub(super) blocks: Vec<Block>,
}

impl<'a> ReportWriter<'a> {
    pub(super) fn new(
        document: &'a Document,
        draft: &'a Assessment,
        framework: &'a Framework,
    ) -> Self {
        Self {
            document,
            draft,
            framework,
            words: &framework.report,
            values: Values::new(draft, framework),
            alone: Vec::new(),
            ledger: Ledger::new(draft, framework),
            part: false,
            blocks: Vec::new(),
        }
    }
}

impl ReportWriter<'_> {
    /// Returns a text with the draft's values in it, on one line.
    pub(super) fn say(&self, text: &str) -> String {
        line(&self.values.fill(text))
    }

    /// Puts a paragraph of words of the framework.
    pub(super) fn words(&mut self, text: &str) {
        let words = words(self.say(text));
        self.blocks.push(words);
    }

    pub(super) fn title(&mut self, level: u8, text: &str) {
        let title = Block::Heading(level + u8::from(self.part), self.say(text));
        self.blocks.push(title);
    }

    /// Adds a table under its own title; nothing where it has no rows.
    pub(super) fn table(&mut self, caption: &str, columns: &[&str], rows: Vec<TableRow>) {
        if rows.is_empty() {
            return;
        }
        let table = Table {
            caption: self.say(caption),
            columns: columns.iter().map(|column| self.say(column)).collect(),
            rows,
        };
        self.blocks.push(Block::Table(table.dense()));
    }
}
