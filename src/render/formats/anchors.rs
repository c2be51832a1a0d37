//! The places of a print that something in it leads to.

use std::collections::BTreeSet;

use crate::render::block::Block;

/// The evidence that a table lists, and the notes.
#[derive(Default)]
pub(super) struct Anchors {
    /// The numbers of the evidence.
    evidence: BTreeSet<usize>,
    /// The number of notes, which are counted from 1.
    notes: usize,
}

impl Anchors {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut anchors = Self::default();
        for block in blocks {
            match block {
                Block::Table(table) => {
                    let numbers = table.rows.iter().filter_map(|row| row.number);
                    anchors.evidence.extend(numbers);
                }
                Block::Notes(_, notes) => anchors.notes = anchors.notes.max(notes.len()),
                _ => {}
            }
        }
        anchors
    }

    pub(super) fn has_evidence(&self, number: usize) -> bool {
        self.evidence.contains(&number)
    }

    pub(super) fn has_note(&self, number: usize) -> bool {
        (1..=self.notes).contains(&number)
    }
}
