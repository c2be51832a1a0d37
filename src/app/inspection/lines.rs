//! The pages of an inspection that are lists: what each body was told, and what each answered.

use super::{Grid, GridPage, GridRow};

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InspectionLine {
    /// The row that it belongs to.
    pub row: usize,
    /// Its content.
    pub what: What,
}

/// The content of a line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The body's name.
    Body,
    /// The sentence with its telling number.
    Telling,
    /// Something it was told to put right, by its place among them.
    Need(usize),
    /// An answer, by its place in the draft.
    Answer(usize),
    /// That there is nothing.
    Nothing,
}

impl Grid {
    /// Makes the lines of the page anew, with the cursor on the body where it was.
    pub(in crate::app) fn relist(&mut self) {
        let before = self.lines.get(self.line).copied();
        self.lines.clear();
        if self.page.is_table() {
            return;
        }
        for (row, body) in self.bodies.iter().enumerate() {
            self.lines.push(InspectionLine {
                row,
                what: What::Body,
            });
            let whats = match self.page {
                GridPage::Answers => answers(body),
                _ => told(body),
            };
            self.lines
                .extend(whats.into_iter().map(|what| InspectionLine { row, what }));
        }
        let same = before.filter(|line| line.row == self.row);
        let same = same.and_then(|line| self.lines.iter().position(|it| *it == line));
        let head = || self.lines.iter().position(|line| line.row == self.row);
        self.line = same.or_else(head).unwrap_or(0);
    }
}

fn told(body: &GridRow) -> Vec<What> {
    let Some(read) = body.read() else {
        return Vec::new();
    };
    let needs = (0..read.told.needs.len()).map(What::Need);
    let telling = read.told.telling.iter().map(|_| What::Telling);
    or_nothing(telling.chain(needs).collect())
}

fn answers(body: &GridRow) -> Vec<What> {
    let Some(read) = body.read() else {
        return Vec::new();
    };
    let answers = (0..read.assessment.responses.len()).map(What::Answer);
    or_nothing(answers.collect())
}

fn or_nothing(whats: Vec<What>) -> Vec<What> {
    match whats.is_empty() {
        true => vec![What::Nothing],
        false => whats,
    }
}
