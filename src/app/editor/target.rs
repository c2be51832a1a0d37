//! The place at which an inspection opens a draft.

use super::{DraftEditor, Page};
use crate::app::layout::Pane;
use crate::assessment::{FigureField, FindingField, JudgmentField, Place};
use crate::text::same;

/// The place at which a draft is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftTarget {
    /// Wherever a draft opens.
    Anywhere,
    /// The statement alone, to be read aloud; the draft is closed with it.
    Aloud,
    /// The whole.
    Overall,
    /// A heading, by id.
    Heading(String),
    /// A finding, by id.
    Finding(String),
    /// A figure, by what it is called.
    Figure(String),
    /// The answers of the body.
    Answers,
}

impl DraftEditor {
    /// Goes where an inspection asks for.
    pub(in crate::app) fn open_at(&mut self, target: &DraftTarget) {
        let draft = &self.assessment;
        let judged = matches!(target, DraftTarget::Heading(_) | DraftTarget::Overall);
        if judged && draft.findings.is_empty() && draft.inspector.name.is_empty() {
            // One that was just made is begun where every new draft is.
            return;
        }
        let place = match target {
            DraftTarget::Anywhere | DraftTarget::Aloud => return,
            DraftTarget::Overall => {
                self.turn_page(Page::Overall);
                self.pane = Pane::Findings;
                return;
            }
            DraftTarget::Heading(id) => {
                // Grades carry the cursor to their page, where there is one.
                let graded = Place::Judgment(id.clone(), JudgmentField::Grade);
                self.framework.judged(id).map(|_| graded)
            }
            DraftTarget::Answers => {
                self.turn_page(Page::Answers);
                self.pane = Pane::Findings;
                return;
            }
            DraftTarget::Finding(id) => {
                let mut findings = self.assessment.findings.iter();
                let at = findings.position(|finding| finding.id == *id);
                at.map(|at| Place::Finding(at, FindingField::Text))
            }
            DraftTarget::Figure(label) => {
                let mut figures = self.assessment.figures.iter();
                let at = figures
                    .position(|figure| same(&figure.label, label) || same(&figure.id, label));
                at.map(|at| Place::Figure(at, FigureField::Value))
            }
        };
        if let Some(place) = place
            && self.show(&place)
        {
            self.pane = Pane::Findings;
        }
    }
}
