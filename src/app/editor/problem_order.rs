//! From problem to problem in the order in which a draft is read: page by page, on each from the top; then the statement.

use std::collections::HashMap;

use super::{Detail, DraftEditor, Page};
use crate::app::layout::Pane;
use crate::assessment::{Address, EvidenceField, FigureField, FindingField, List, Place, RecordAt};
use crate::check::{Problem, Severity};

/// Where a problem comes: its page, the part of that, the item there, the field or sentence of that.
type ProblemOrder = (usize, u8, usize, usize);

impl DraftEditor {
    /// Returns the gravest of what is told of what the cursor is on, and of the sentence that speaks it.
    pub(in crate::app) fn gravest_here(&self) -> Option<&Problem> {
        let lit = self.lit().map(|at| self.problems_of_sentence(at));
        let of_sentence = lit.into_iter().flatten();
        let gravest = self.problems_here().into_iter().chain(of_sentence);
        gravest.min_by_key(|it| it.severity)
    }

    /// Goes to the next problem from where the cursor is, in the order of the pages, and round again; or to the one
    /// before: through errors and warnings first, and through advice behind them. A sentence that was told of as out of
    /// date comes before all. Returns its place among all, counted from one, or `None` where there is none, or none that has a place on
    /// the screen.
    pub(in crate::app) fn step_problem(&mut self, onward: bool) -> Option<(usize, Problem)> {
        let orders = ProblemOrders::of(self);
        let problems = self.problems().all().iter();
        let mut all: Vec<(ProblemOrder, Problem)> = problems
            .filter_map(|problem| Some((orders.of_problem(problem)?, problem.clone())))
            .collect();
        let here = orders.here();
        // Those of one place stay as they are: the gravest first.
        let is_advice = |problem: &Problem| problem.severity == Severity::Advice;
        all.sort_by_key(|(order, problem)| (is_advice(problem), *order));
        let many = all.len();
        let graver = all.partition_point(|(_, problem)| !is_advice(problem));
        let told = onward.then(|| self.take_gone_stale()).flatten();
        // Advice on what the cursor is on keeps nobody from a warning elsewhere, but where it was gone to.
        let gone_to = self.proof.last_problem.as_ref();
        let last = self
            .problem_here()
            .filter(|it| graver == 0 || !is_advice(it) || Some(*it) == gone_to);
        let place = |of: Option<&Problem>| {
            of.and_then(|of| all.iter().position(|(_, problem)| problem == of))
        };
        let walked = last.is_some() && last == gone_to;
        let begun = match walked {
            true => place(self.proof.round_from.as_ref()),
            false => place(last),
        };
        let next_of_item = self.next_of_item(&all, here);
        let told = place(told.as_ref()).or(next_of_item);
        let first = match (told, place(last), onward) {
            (Some(at), _, true) => at,
            (_, Some(at), true) => next_in_round(at, begun, (graver, many)),
            (_, Some(at), false) => at + many - 1,
            (_, None, onward) => {
                let among = if graver > 0 { graver } else { many };
                let behind = all.iter().take(among);
                let next = behind.take_while(|(order, _)| *order < here).count();
                match onward {
                    true => next % among.max(1),
                    false => (next + among.checked_sub(1)?) % among,
                }
            }
        };
        let begun = begun.and_then(|at| all.get(at)).map(|(_, it)| it.clone());
        let found = (0..many).find_map(|step| {
            let at = match onward {
                true => (first + step) % many,
                false => (first + many - step) % many,
            };
            let (_, problem) = all.get(at)?;
            let problem = problem.clone();
            self.go_to(&problem).then_some((at + 1, problem))
        });
        if !walked {
            let first = found.as_ref().map(|(_, problem)| problem.clone());
            self.proof.round_from = begun.or(first);
        }
        found
    }

    /// Returns the next of the problems of the item whose details are shown: whoever looks at those is done with it first.
    fn next_of_item(&self, all: &[(ProblemOrder, Problem)], here: ProblemOrder) -> Option<usize> {
        self.detail?;
        let gone_to = self.proof.last_problem.as_ref();
        let of_item = all.iter().enumerate();
        let of_item = of_item
            .filter(|(_, (order, _))| (order.0, order.1, order.2) == (here.0, here.1, here.2));
        let gone = |(_, (_, problem)): &(usize, &(ProblemOrder, Problem))| Some(problem) == gone_to;
        let behind = match of_item.clone().position(|it| gone(&it)) {
            Some(gone) => gone + 1,
            None => 0,
        };
        of_item.map(|(at, _)| at).nth(behind)
    }
}

/// Returns what comes behind a problem among so many, of which the first are graver than advice: one of these after the
/// other round to where the walk was begun, behind them all advice, and then where it was begun again.
fn next_in_round(at: usize, begun: Option<usize>, (graver, many): (usize, usize)) -> usize {
    let begun = begun.filter(|begun| *begun < graver).unwrap_or(0);
    if at >= graver {
        return if at + 1 == many { begun } else { at + 1 };
    }
    let next = (at + 1) % graver;
    match next == begun && graver < many {
        true => graver,
        false => next,
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
        // Within its details an item is begun with.
        let of_item = editor.detail.map(|detail| match detail {
            Detail::Finding(at) => Place::Finding(at, FindingField::Text),
            Detail::Figure(at) => Place::Figure(at, FigureField::Value),
            Detail::Evidence(at) => Place::Evidence(at, EvidenceField::Title),
        });
        let of_row = || editor.current().and_then(|row| row.place());
        let place = of_item.or_else(of_row);
        match (editor.pane, place) {
            (Pane::Statement, _) => (usize::MAX, 0, editor.sentence.0, editor.sentence.1),
            (Pane::Findings, Some(place)) => self.of_place(&place).unwrap_or((page, 0, 0, 0)),
            _ => (page, 0, 0, 0),
        }
    }
}
