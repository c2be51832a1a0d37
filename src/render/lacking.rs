//! The characters of a print that the font of its format lacks: none is dropped, and whoever prints is told.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::block::{Block, ListItem, Run, bracket};
use super::formats::PrintFormat;
use super::line;
use super::print::Print;
use crate::text::{agreeing, counted};

/// So many words are told with the characters that they have and that none before had.
const MOST: usize = 6;

/// Returns a sentence on the characters that the font of a format lacks, each with the place where it first stands; none
/// where it lacks none.
pub fn lacking(print: &Print<'_>, format: PrintFormat) -> Option<String> {
    let lacking = format.lacking()?;
    let mut finder = LackFinder {
        lacking,
        under: String::new(),
        known: BTreeSet::new(),
        told: Vec::new(),
        more: 0,
    };
    finder.text(&line(&print.marking()));
    for block in &print.blocks() {
        finder.block(block);
    }
    let many = finder.known.len();
    if many == 0 {
        return None;
    }
    let (title, characters) = (format.entry().title, counted(many, "character"));
    let (each, is) = (
        agreeing(many, "it", "each"),
        agreeing(many, "it is", "each is"),
    );
    let mut told = format!(
        "the font of {title} lacks {characters}; a box with its number stands for {each}, and {is} itself where it is copied, searched or read aloud: {}",
        finder.told.join("; ")
    );
    if finder.more > 0 {
        // Writing to a text cannot fail.
        let _ = write!(told, "; and {} more", finder.more);
    }
    Some(told)
}

struct LackFinder {
    lacking: fn(&str) -> Vec<char>,
    /// The last heading.
    under: String,
    known: BTreeSet<char>,
    told: Vec<String>,
    /// The number of characters that are not told one by one.
    more: usize,
}

impl LackFinder {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(all) | Block::Words(all) => self.runs(all),
            Block::Heading(_, words) => {
                self.under.clone_from(words);
                self.text(words);
            }
            Block::Quote(words, by) => {
                self.text(words);
                self.text(by);
            }
            Block::List(items) => self.list(items),
            Block::Table(table) => {
                self.text(&table.caption);
                let cells = table.rows.iter().flat_map(|it| &it.cells);
                for words in table.columns.iter().chain(cells) {
                    self.text(words);
                }
            }
            Block::Notes(title, notes) => {
                self.under.clone_from(title);
                for words in std::iter::once(title).chain(notes.iter().flatten()) {
                    self.text(words);
                }
            }
        }
    }

    fn list(&mut self, items: &[ListItem]) {
        for item in items {
            self.runs(&item.runs);
            self.list(&item.items);
        }
    }

    fn runs(&mut self, all: &[Run]) {
        for run in all {
            match run {
                Run::Plain(words)
                | Run::Said(words)
                | Run::Strong(words)
                | Run::Noted(words, _) => self.text(words),
                Run::Number(_) => {}
                Run::Cited(citations) => self.text(&bracket(citations)),
            }
        }
    }

    fn text(&mut self, words: &str) {
        if words.is_ascii() {
            return;
        }
        for word in words.split(' ').filter(|it| !it.is_ascii()) {
            let mut lacking = (self.lacking)(word);
            lacking.retain(|it| self.known.insert(*it));
            if self.told.len() == MOST {
                self.more += lacking.len();
            } else if !lacking.is_empty() {
                let numbers = lacking.iter().map(|it| format!("U+{:04X}", u32::from(*it)));
                let numbers: Vec<String> = numbers.collect();
                let under = match self.under.is_empty() {
                    true => String::new(),
                    false => format!(" under “{}”", self.under),
                };
                self.told
                    .push(format!("“{word}”{under} ({})", numbers.join(", ")));
            }
        }
    }
}
