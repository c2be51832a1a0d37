//! An inspection of several bodies on the screen: a grid of bodies by headings, what each was told, their figures
//! side by side, their answers.
//!
//! The words live in the drafts; here stands only which drafts there are, and what the report is called. A draft
//! that is missing, broken or sealed has its row all the same, and says so there.

mod columns;
mod edits;
mod gaps;
mod lines;
mod navigation;

pub use columns::{JudgmentColumn, figure};
pub use lines::{InspectionLine, LineContent};

use columns::{columns, figures};

use super::editor::PageTally;
use super::effect::Effect;
use super::file::{FileState, OpenedFile};
use super::message::{DraftStatus, ReadDraft};
use crate::assessment::{History, Inspection, Judgment, JudgmentState};
use crate::statement::{Inspected, marking};

/// A row of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// The draft, as the inspection names it.
    pub named: String,
    /// Its state.
    pub status: DraftStatus,
}

impl GridRow {
    /// Returns what is read of it.
    pub fn read(&self) -> Option<&ReadDraft> {
        match &self.status {
            DraftStatus::Read(read) => Some(read),
            _ => None,
        }
    }

    /// Returns the body's name; the file's where it is not known.
    pub fn name(&self) -> &str {
        let name = self.read().map(|read| read.assessment.subject.name.trim());
        name.filter(|name| !name.is_empty())
            .unwrap_or(self.named.as_str())
    }

    /// Returns why there is nothing to be seen of it, or `None` where there is.
    pub fn why(&self) -> Option<String> {
        match &self.status {
            DraftStatus::Read(_) => None,
            DraftStatus::Reading => Some("reading …".to_owned()),
            DraftStatus::Sealed => Some("sealed: open it to see what it says".to_owned()),
            DraftStatus::Missing => Some("! there is no such file".to_owned()),
            DraftStatus::Broken(why) => {
                let first = why.lines().next().unwrap_or_default();
                Some(format!("! {first}"))
            }
        }
    }

    /// Returns what was found in a column: strengths and practices, needs, and what is neither. Nothing under a heading that
    /// its framework does not have.
    pub fn found(&self, column: &JudgmentColumn) -> PageTally {
        let mut tally = PageTally::default();
        let asked = self.read().filter(|read| column.is_of(&read.framework));
        for finding in asked.iter().flat_map(|read| &read.assessment.findings) {
            if finding.heading == column.id {
                tally.add(finding.kind);
            }
        }
        tally
    }

    /// Returns what was judged in a column, or `None` where its framework has no such heading, or it is not read.
    pub fn judgment(&self, column: &JudgmentColumn) -> Option<Judgment> {
        let read = self.read().filter(|read| column.is_of(&read.framework))?;
        let (draft, framework) = (&read.assessment, &read.framework);
        if column.is_overall() {
            return Some(Judgment {
                rationale: draft.overall.rationale.clone(),
                ..draft.overall.judgment()
            });
        }
        let heading = framework.judged(&column.id)?;
        let mut judgment = draft.judgment(&column.id);
        // A heading that is only described waits for no grade.
        if !heading.graded && judgment.grade.is_none() && judgment.state.is_none() {
            judgment.state = Some(JudgmentState::Narrative);
        }
        Some(judgment)
    }
}

/// The pages of an inspection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InspectionPage {
    /// Bodies by headings.
    #[default]
    Grades,
    /// The notice of each: what it was told.
    Notice,
    /// Figures side by side.
    Figures,
    /// The answers of each.
    Answers,
}

impl InspectionPage {
    /// All pages in order.
    pub const ALL: [Self; 4] = [Self::Grades, Self::Notice, Self::Figures, Self::Answers];

    /// Returns what it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Grades => "Grades",
            Self::Notice => "Told",
            Self::Figures => "Figures",
            Self::Answers => "Answers",
        }
    }

    /// Returns true where it is a table with columns; otherwise it is a list of lines.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Grades | Self::Figures)
    }
}

/// An open inspection.
#[derive(Debug)]
pub struct Grid {
    /// The state of its file.
    pub file: FileState,
    /// Its content.
    pub inspection: Inspection,
    /// A row for each draft, in its order.
    pub bodies: Vec<GridRow>,
    /// The columns of judgments.
    pub columns: Vec<JudgmentColumn>,
    /// The columns of figures: what they are called.
    pub figures: Vec<String>,
    /// The lines of the page, where it is a list.
    pub lines: Vec<InspectionLine>,
    /// Every protective marking of the inspection and of the drafts that were read.
    pub marking: String,
    /// The page shown.
    pub page: InspectionPage,
    /// The row of the cursor.
    pub row: usize,
    /// The column of the cursor among the judgments, and among the figures.
    judged: usize,
    figured: usize,
    /// The line of the cursor, where the page is a list.
    pub line: usize,
    /// The draft that was opened from here.
    pub(super) opened: Option<String>,
    history: History<Inspection>,
    /// The inspection as its file had it when it was opened, with what others have put in since.
    opened_as: Inspection,
}

impl Grid {
    /// Returns an inspection as it comes from its file, none of its drafts read yet.
    pub fn new(opened: OpenedFile<Inspection>) -> Self {
        let mut grid = Self {
            file: FileState::new(&opened),
            opened_as: opened.reopened.in_file().clone(),
            inspection: opened.reopened.document,
            bodies: Vec::new(),
            columns: Vec::new(),
            figures: Vec::new(),
            lines: Vec::new(),
            marking: String::new(),
            page: InspectionPage::Grades,
            row: 0,
            judged: 0,
            figured: 0,
            line: 0,
            opened: None,
            history: opened.reopened.history,
        };
        grid.follow();
        grid
    }

    /// Returns what it is called, for people.
    pub fn title(&self) -> &str {
        match self.inspection.title.trim() {
            "" => "An inspection without a title",
            title => title,
        }
    }

    /// Returns how many drafts are still to be read.
    pub fn unread(&self) -> usize {
        let reading = |body: &&GridRow| body.status == DraftStatus::Reading;
        self.bodies.iter().filter(reading).count()
    }

    /// Asks for all drafts that are still to be read.
    pub(super) fn read(&self) -> Option<Effect> {
        let reading = |body: &&GridRow| body.status == DraftStatus::Reading;
        let named: Vec<String> = self
            .bodies
            .iter()
            .filter(reading)
            .map(|body| body.named.clone())
            .collect();
        (!named.is_empty()).then(|| Effect::ReadDrafts {
            inspection: self.file.path.clone(),
            named,
        })
    }

    /// Asks for the draft once more that was opened from here.
    pub(super) fn read_opened(&mut self) -> Option<Effect> {
        let named = self.opened.take()?;
        Some(Effect::ReadDrafts {
            inspection: self.file.path.clone(),
            named: vec![named],
        })
    }

    /// Asks for every draft once more.
    pub(super) fn read_again(&self) -> Effect {
        Effect::ReadDrafts {
            inspection: self.file.path.clone(),
            named: self.inspection.drafts.clone(),
        }
    }

    /// Takes in what was read.
    pub(super) fn take(&mut self, read: Vec<(String, DraftStatus)>) {
        let mut read: std::collections::BTreeMap<String, DraftStatus> = read.into_iter().collect();
        for body in &mut self.bodies {
            if let Some(status) = read.remove(&body.named) {
                body.status = status;
            }
        }
        self.reshape();
    }

    /// Makes the rows those of the drafts that the inspection names. What was read of them is kept.
    fn follow(&mut self) {
        let before = self.bodies.get(self.row).map(|body| body.named.clone());
        let mut known: std::collections::BTreeMap<String, DraftStatus> =
            std::mem::take(&mut self.bodies)
                .into_iter()
                .map(|body| (body.named, body.status))
                .collect();
        let body = |named: &String| GridRow {
            named: named.clone(),
            status: known.remove(named).unwrap_or_default(),
        };
        self.bodies = self.inspection.drafts.iter().map(body).collect();
        let same = self
            .bodies
            .iter()
            .position(|body| Some(&body.named) == before.as_ref());
        self.row = same
            .unwrap_or(self.row)
            .min(self.bodies.len().saturating_sub(1));
        self.reshape();
    }

    /// Makes columns and lines anew. The cursor stays on its column.
    fn reshape(&mut self) {
        let column = self.columns.get(self.judged).cloned();
        let figure = self.figures.get(self.figured).cloned();
        self.columns = columns(&self.bodies);
        self.figures = figures(&self.bodies);
        let same = |other: &JudgmentColumn| column.as_ref().is_some_and(|it| it.is_same(other));
        self.judged = same_place(&self.columns, same, self.judged);
        let same = |other: &String| figure.as_ref() == Some(other);
        self.figured = same_place(&self.figures, same, self.figured);
        self.marking = marking(&self.inspection, &self.inspected());
        self.relist();
    }

    /// Returns the column of the cursor on the page.
    pub fn column(&self) -> usize {
        match self.page {
            InspectionPage::Figures => self.figured,
            _ => self.judged,
        }
    }

    /// Returns how many columns the page has.
    pub(super) fn column_count(&self) -> usize {
        match self.page {
            InspectionPage::Figures => self.figures.len(),
            _ => self.columns.len(),
        }
    }

    /// Returns the programmes whose grades do not compare, as they are called; nothing where all do.
    pub fn programmes(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = self
            .columns
            .iter()
            .map(|it| it.programme.as_str())
            .collect();
        titles.dedup();
        if titles.len() < 2 {
            titles.clear();
        }
        titles
    }

    /// Returns the draft under the cursor.
    pub fn chosen(&self) -> Option<&GridRow> {
        self.bodies.get(self.row)
    }

    /// Returns the drafts that were read, as a notice takes them.
    pub fn inspected(&self) -> Vec<Inspected<'_>> {
        let read = self.bodies.iter().filter_map(GridRow::read);
        read.map(|read| Inspected {
            assessment: &read.assessment,
            framework: &read.framework,
            part: &read.notice,
        })
        .collect()
    }
}

/// Returns where an item stands now; the old place, within the list, where it is gone.
fn same_place<T>(items: &[T], same: impl Fn(&T) -> bool, at: usize) -> usize {
    let place = items.iter().position(same);
    place.unwrap_or(at.min(items.len().saturating_sub(1)))
}
