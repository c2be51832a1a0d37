//! From problem to problem in the order in which a draft is read: page by page, on each from the top; then the statement.

use super::DraftEditor;
use crate::app::layout::Pane;
use crate::assessment::{Address, List, Place, RecordAt};
use crate::check::Problem;

/// Where a problem comes: its page, the part of that, the item there, the field or sentence of that.
type ProblemOrder = (usize, u8, usize, usize);

impl DraftEditor {
    /// Goes to the next problem from where the cursor is, in the order of the pages, and round again; or to the one
    /// before. Returns its place among all, counted from one, or `None` where there is none, or none that has a place on
    /// the screen.
    pub(in crate::app) fn step_problem(&mut self, onward: bool) -> Option<(usize, Problem)> {
        let mut all: Vec<(ProblemOrder, Problem)> = self
            .problems()
            .all()
            .iter()
            .filter_map(|problem| Some((self.order_of(problem)?, problem.clone())))
            .collect();
        // Those of one place stay as they are: the gravest first.
        all.sort_by_key(|(order, _)| *order);
        let many = all.len();
        let here = self.order_here();
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

    fn order_of(&self, problem: &Problem) -> Option<ProblemOrder> {
        match &problem.place {
            Address::Sentence(key) | Address::Item(List::Overrides, key) => {
                let (paragraph, sentence) = self.find_sentence(key)?;
                Some((usize::MAX, 0, paragraph, sentence))
            }
            _ => self.order_of_place(&self.place_of(problem)?),
        }
    }

    fn order_of_place(&self, place: &Place) -> Option<ProblemOrder> {
        let (page, _) = self.shown_on(place)?;
        let page = self.pages().iter().position(|other| *other == page)?;
        let (record, nth) = place.parts();
        Some(match record {
            RecordAt::Single(single) => (page, 0, single as usize, nth),
            RecordAt::Judgment(_) => (page, 1, 0, nth),
            RecordAt::Item(_, at) | RecordAt::Recommendation(at, _) => (page, 2, at, nth),
        })
    }

    /// Returns where the cursor comes among them.
    fn order_here(&self) -> ProblemOrder {
        let pages = self.pages();
        let page = pages.iter().position(|page| *page == self.page);
        let page = page.unwrap_or(0);
        let place = self.current().and_then(|row| row.place());
        match (self.pane, place) {
            (Pane::Statement, _) => (usize::MAX, 0, self.sentence.0, self.sentence.1),
            (Pane::Findings, Some(place)) => self.order_of_place(&place).unwrap_or((page, 0, 0, 0)),
            _ => (page, 0, 0, 0),
        }
    }
}
