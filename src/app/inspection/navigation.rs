//! Going about in an inspection, and from it into a draft.

use super::{Grid, GridRow, InspectionPage, JudgmentColumn, LineContent, figure};
use crate::app::editor::DraftTarget;
use crate::app::layout::step;
use crate::text::stopped;

impl Grid {
    /// Moves the cursor up or down.
    pub(in crate::app) fn step(&mut self, by: isize) {
        if self.page.is_table() {
            step(&mut self.row, by, self.bodies.len());
        } else {
            step(&mut self.line, by, self.lines.len());
            self.row = self.lines.get(self.line).map_or(0, |line| line.row);
        }
    }

    /// Moves the cursor to the next column, or the one before.
    pub(in crate::app) fn step_column(&mut self, right: bool) {
        if !self.page.is_table() {
            return;
        }
        let many = self.column_count();
        let column = match self.page {
            InspectionPage::Figures => &mut self.figured,
            _ => &mut self.judged,
        };
        step(column, if right { 1 } else { -1 }, many);
    }

    /// Shows the next page, or the one before. The cursor stays on its body.
    pub(in crate::app) fn turn(&mut self, forwards: bool) {
        let many = InspectionPage::ALL.len();
        let now = InspectionPage::ALL
            .iter()
            .position(|page| *page == self.page);
        let now = now.unwrap_or(0);
        let next = match forwards {
            true => (now + 1) % many,
            false => (now + many - 1) % many,
        };
        self.go_to_page(InspectionPage::ALL.get(next).copied().unwrap_or_default());
    }

    /// Shows the first page.
    pub(in crate::app) fn turn_to_first(&mut self) {
        self.go_to_page(InspectionPage::default());
    }

    fn go_to_page(&mut self, page: InspectionPage) {
        self.page = page;
        self.lines.clear();
        self.relist();
    }

    /// Returns where the draft under the cursor is to be opened.
    pub(in crate::app) fn target(&self) -> DraftTarget {
        match self.page {
            InspectionPage::Grades => match self.columns.get(self.judged) {
                Some(column) if !self.asks(column) => DraftTarget::Anywhere,
                Some(column) if column.is_overall() => DraftTarget::Overall,
                Some(column) => DraftTarget::Heading(column.id.clone()),
                None => DraftTarget::Anywhere,
            },
            InspectionPage::Figures => match self.figures.get(self.figured) {
                Some(label) => DraftTarget::Figure(label.clone()),
                None => DraftTarget::Anywhere,
            },
            InspectionPage::Notice => self
                .need()
                .map_or(DraftTarget::Anywhere, DraftTarget::Finding),
            InspectionPage::Answers => DraftTarget::Answers,
        }
    }

    /// Returns true where the draft under the cursor is asked what a column says; true of one that is not read.
    fn asks(&self, column: &JudgmentColumn) -> bool {
        let read = self.chosen().and_then(GridRow::read);
        read.is_none_or(|read| column.is_of(&read.framework))
    }

    /// Returns the finding of the need under the cursor, by id.
    fn need(&self) -> Option<String> {
        let LineContent::Need(nth) = self.lines.get(self.line)?.content else {
            return None;
        };
        let read = self.chosen()?.read()?;
        let need = read.notice.needs.get(nth)?;
        let finding = read.assessment.findings.get(need.finding)?;
        Some(finding.id.clone())
    }

    /// Returns what the cell under the cursor says in full, for the line below.
    pub fn cell(&self) -> String {
        let Some(body) = self.chosen() else {
            return String::new();
        };
        if let Some(why) = body.why() {
            return format!("{}: {why}", body.name());
        }
        match self.page {
            InspectionPage::Grades => match self.columns.get(self.judged) {
                Some(column) => self.judged(column),
                None => body.name().to_owned(),
            },
            InspectionPage::Figures => match self.figures.get(self.figured) {
                Some(label) => match figure(body, label) {
                    Some(it) if it.period.is_empty() => {
                        format!("{} · {label}: {}", body.name(), it.value)
                    }
                    Some(it) => format!("{} · {label}: {} ({})", body.name(), it.value, it.period),
                    None => format!("{} · {label}: no such figure", body.name()),
                },
                None => body.name().to_owned(),
            },
            InspectionPage::Notice | InspectionPage::Answers => body.name().to_owned(),
        }
    }

    fn judged(&self, column: &JudgmentColumn) -> String {
        let Some(body) = self.chosen() else {
            return String::new();
        };
        let head = format!("{} · {}", body.name(), column.title);
        let (Some(judgment), Some(read)) = (body.judgment(column), body.read()) else {
            let of = match self.programmes().is_empty() {
                true => String::new(),
                false => format!(" It belongs to {}.", column.programme),
            };
            return format!("{head}: not asked.{of}");
        };
        let words = &read.framework.report;
        let verdict = match (judgment.state, judgment.grade) {
            (Some(crate::assessment::JudgmentState::NotInspected), _) => {
                words.not_inspected.clone()
            }
            (Some(crate::assessment::JudgmentState::Narrative), _) => words.narrative.clone(),
            (_, None) => words.not_graded.clone(),
            (state, Some(grade)) => {
                let grade = read.framework.grade_words(grade);
                match state {
                    Some(_) => words
                        .carried_over
                        .replace("{grade}", grade)
                        .replace("{year}", &judgment.from),
                    None => grade.to_owned(),
                }
            }
        };
        let mut text = match judgment.rationale.trim() {
            "" => stopped(&format!("{head}: {verdict}")),
            why => format!("{} {why}", stopped(&format!("{head}: {verdict}"))),
        };
        for need in read
            .notice
            .needs
            .iter()
            .filter(|it| it.heading == column.id)
        {
            text.push_str(&format!(" {} {}", need.kind.sign(), need.text));
        }
        text
    }
}
