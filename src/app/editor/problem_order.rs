//! From problem to problem in the order in which a draft is read: page by page, on each from the top; then the statement.

use std::collections::HashMap;

use super::{DraftEditor, Page};
use crate::app::layout::Pane;
use crate::assessment::{Address, FindingField, List, Place, RecordAt};
use crate::check::Problem;

/// Where a problem comes: its page, the part of that, the item there, the field or sentence of that.
type ProblemOrder = (usize, u8, usize, usize);

impl DraftEditor {
    /// Goes to the next problem from where the cursor is, in the order of the pages, and round again; or to the one
    /// before. Returns its place among all, counted from one, or `None` where there is none, or none that has a place on
    /// the screen.
    pub(in crate::app) fn step_problem(&mut self, onward: bool) -> Option<(usize, Problem)> {
        let orders = ProblemOrders::of(self);
        let problems = self.problems().all().iter();
        let mut all: Vec<(ProblemOrder, Problem)> = problems
            .filter_map(|problem| Some((orders.of_problem(problem)?, problem.clone())))
            .collect();
        let here = orders.here();
        // Those of one place stay as they are: the gravest first.
        all.sort_by_key(|(order, _)| *order);
        let many = all.len();
        let last = self.problem_here().cloned();
        let at_last = all
            .iter()
            .position(|(_, problem)| Some(problem) == last.as_ref());
        let first = match (at_last, onward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + many - 1,
            (None, true) => all.partition_point(|(order, _)| *order < here),
            (None, false) => {
                all.partition_point(|(order, _)| *order < here) + many.checked_sub(1)?
            }
        };
        (0..many).find_map(|step| {
            let at = match onward {
                true => (first + step) % many,
                false => (first + many - step) % many,
            };
            let (_, problem) = all.get(at)?;
            let problem = problem.clone();
            self.go_to(&problem).then_some((at + 1, problem))
        })
    }
}

/// Tables in which the places of problems are looked up: made once for all, so that a step is in proportion to the draft.
struct ProblemOrders<'d> {
    editor: &'d DraftEditor,
    pages: &'d [Page],
    findings: HashMap<&'d str, usize>,
    sentences: HashMap<&'d str, (usize, usize)>,
}

impl<'d> ProblemOrders<'d> {
    fn of(editor: &'d DraftEditor) -> Self {
        let findings = editor.assessment.findings.iter().enumerate().rev();
        let mut sentences = HashMap::new();
        for (at, sentence) in editor.document().placed() {
            sentences.entry(sentence.key.as_str()).or_insert(at);
        }
        Self {
            editor,
            pages: editor.pages(),
            findings: findings.map(|(at, it)| (it.id.as_str(), at)).collect(),
            sentences,
        }
    }

    fn of_problem(&self, problem: &Problem) -> Option<ProblemOrder> {
        let place = match (&problem.words, &problem.place) {
            (_, Address::Sentence(key) | Address::Item(List::Overrides, key)) => {
                let (paragraph, sentence) = self.sentences.get(key.as_str())?;
                return Some((usize::MAX, 0, *paragraph, *sentence));
            }
            (None, Address::Item(List::Findings, id)) => {
                Place::Finding(*self.findings.get(id.as_str())?, FindingField::Text)
            }
            _ => self.editor.place_of(problem)?,
        };
        self.of_place(&place)
    }

    fn of_place(&self, place: &Place) -> Option<ProblemOrder> {
        let (page, _) = self.editor.shown_on(place)?;
        let page = self.pages.iter().position(|other| *other == page)?;
        let (record, nth) = place.parts();
        Some(match record {
            RecordAt::Single(single) => (page, 0, single as usize, nth),
            RecordAt::Judgment(_) => (page, 1, 0, nth),
            RecordAt::Item(_, at) | RecordAt::Recommendation(at, _) => (page, 2, at, nth),
        })
    }

    /// Returns where the cursor comes among them.
    fn here(&self) -> ProblemOrder {
        let editor = self.editor;
        let page = self.pages.iter().position(|page| *page == editor.page);
        let page = page.unwrap_or(0);
        let place = editor.current().and_then(|row| row.place());
        match (editor.pane, place) {
            (Pane::Statement, _) => (usize::MAX, 0, editor.sentence.0, editor.sentence.1),
            (Pane::Findings, Some(place)) => self.of_place(&place).unwrap_or((page, 0, 0, 0)),
            _ => (page, 0, 0, 0),
        }
    }
}
