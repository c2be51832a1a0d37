//! The pages of an inspection that are lists: what each body was told, and what each answered.

use super::{Grid, GridRow, InspectionPage};

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InspectionLine {
    /// The row that it belongs to.
    pub row: usize,
    /// Its content.
    pub content: LineContent,
}

/// The content of a line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineContent {
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
            let contents = contents(self.page, body).into_iter();
            let contents = std::iter::once(LineContent::Body).chain(contents);
            let lines = contents.map(|content| InspectionLine { row, content });
            self.lines.extend(lines);
        }
        let same = before.filter(|line| line.row == self.row);
        let same = same.and_then(|line| self.lines.iter().position(|it| *it == line));
        let head = || self.lines.iter().position(|line| line.row == self.row);
        self.line = same.or_else(head).unwrap_or(0);
    }
}

/// Returns what a page tells of a body whose draft is read.
fn contents(page: InspectionPage, body: &GridRow) -> Vec<LineContent> {
    let Some(read) = body.read() else {
        return Vec::new();
    };
    let contents: Vec<LineContent> = match page {
        InspectionPage::Answers => {
            let answers = 0..read.assessment.responses.len();
            answers.map(LineContent::Answer).collect()
        }
        _ => {
            let needs = (0..read.notice.needs.len()).map(LineContent::Need);
            let telling = read.notice.key_figure.iter().map(|_| LineContent::Telling);
            telling.chain(needs).collect()
        }
    };
    match contents.is_empty() {
        true => vec![LineContent::Nothing],
        false => contents,
    }
}
