//! The numbers of sentences, by which those who check the facts of a print speak of them.
//!
//! They are counted, and so they are the same each time that a draft is printed as it is, in whichever format: from 1 in the
//! order in which the statement is spoken, and in a report on from there. What a sentence says may change and it keeps its
//! number; a sentence that is added, taken out or moved moves the numbers behind it. A name that outlives that is
//! a sentence's `key` in JSON.

use std::collections::HashMap;

use super::block::{Block, ListItem, Run};
use super::printed;
use crate::statement::{Document, sentences};

/// The numbers of a print in the making.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers {
    /// The number that was given last.
    last: usize,
}

/// Returns the numbers of the sentences of a statement, by their keys.
pub(super) fn numbers(document: &Document) -> HashMap<&str, usize> {
    let spoken = printed(document).filter_map(|paragraph| Some((paragraph.first?, paragraph)));
    spoken
        .flat_map(|(first, paragraph)| {
            let sentences = paragraph.sentences.into_iter();
            sentences
                .zip(first..)
                .map(|((_, sentence), number)| (sentence.key.as_str(), number))
        })
        .collect()
}

impl Numbers {
    /// Returns the numbers that go on behind those of a statement.
    pub(super) fn behind(document: &Document) -> Self {
        let spoken = printed(document).filter(|paragraph| paragraph.first.is_some());
        let last = spoken.map(|paragraph| paragraph.sentences.len()).sum();
        Self { last }
    }

    /// Numbers every sentence of paragraphs and lists. Headings and tables have none, and neither has what somebody else
    /// said.
    pub(super) fn number_all(&mut self, blocks: &mut [Block]) {
        self.number(blocks, |_| true);
    }

    /// Numbers the sentences of lists, and those of paragraphs that something strong leads: the others are questions and
    /// words of the framework.
    pub(super) fn number_findings(&mut self, blocks: &mut [Block]) {
        self.number(blocks, |runs| matches!(runs.first(), Some(Run::Strong(_))));
    }

    fn number(&mut self, blocks: &mut [Block], has_numbers: impl Fn(&[Run]) -> bool) {
        for block in blocks {
            match block {
                Block::Words(runs) if has_numbers(runs) => self.runs(runs),
                Block::List(items) => self.items(items),
                _ => {}
            }
        }
    }

    fn items(&mut self, items: &mut [ListItem]) {
        for item in items {
            self.runs(&mut item.runs);
            self.items(&mut item.items);
        }
    }

    /// Puts its number before each sentence.
    fn runs(&mut self, runs: &mut Vec<Run>) {
        let mut numbered = Vec::new();
        for run in std::mem::take(runs) {
            let Run::Plain(words) = run else {
                numbered.push(run);
                continue;
            };
            for sentence in sentences(&words) {
                self.last += 1;
                numbered.push(Run::Number(self.last));
                numbered.push(Run::Plain(sentence.to_owned()));
            }
        }
        *runs = numbered;
    }
}
