//! From problem to problem in the order in which a draft is read: page by page, on each from the top; then the statement.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Detail, DraftEditor, Page};
use crate::app::layout::Pane;
use crate::assessment::{Address, EvidenceField, FigureField, FindingField, List, Place, RecordAt};
use crate::check::{Problem, Rule, Severity};

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
    /// date comes before all, and the item whose details are shown before other items. Each comes once in a round. Returns
    /// how many of the round were gone to, or `None` where there is none, or none that has a place on the screen.
    pub(in crate::app) fn step_problem(&mut self, onward: bool) -> Option<(usize, Problem)> {
        let told = onward.then(|| self.take_gone_stale()).flatten();
        let (round, next) = self.next_problems(onward, told.as_ref());
        self.proof.round = round;
        let found = next.into_iter().find(|problem| self.go_to(problem))?;
        let many = self.problems().all().len();
        let nth = self.proof.round.meet(&found, onward, many);
        Some((nth, found))
    }

    /// Returns the problems that may be gone to next, the first that has a place is; and the round as it goes on or,
    /// where the cursor was moved meanwhile, another.
    fn next_problems(&self, onward: bool, told: Option<&Problem>) -> (ProblemRound, Vec<Problem>) {
        let all = SortedProblems::of(self);
        // Advice on what the cursor is on keeps nobody from a warning elsewhere, but where it was gone to.
        let gone_to = self.proof.last_problem.as_ref();
        let last = self
            .problem_here()
            .filter(|it| all.graver == 0 || !is_advice(it) || Some(*it) == gone_to);
        let walked = last.is_some() && last == gone_to;
        // What was put right is left behind, and the round goes on.
        let put_right = gone_to.is_some_and(|it| all.find(it).is_none());
        let from = |from: Option<&Problem>| ProblemRound {
            from: from.cloned(),
            ..ProblemRound::default()
        };
        let mut round = match walked || put_right {
            true => self.proof.round.still(&all),
            false => from(last),
        };
        let next = match onward {
            false => all.before(last, walked.then(|| round.before(last)).flatten()),
            true => {
                let item = self.next_of_item(&all);
                let told = told.and_then(|it| all.find(it));
                match all.behind(&round, told, item) {
                    next if next.is_empty() => {
                        round = from(last.or(gone_to));
                        all.behind(&round, None, None)
                    }
                    next => next,
                }
            }
        };
        let next = next.into_iter().filter_map(|at| all.list.get(at));
        let next = next.map(|(_, problem)| (*problem).clone()).collect();
        (round, next)
    }

    /// Returns the next of the problems of the item whose details are shown: whoever looks at those is done with it first.
    fn next_of_item(&self, all: &SortedProblems<'_>) -> Option<usize> {
        self.detail?;
        let (gone_to, here) = (self.proof.last_problem.as_ref(), all.here);
        let of_item = all.list.iter().enumerate();
        let of_item = of_item
            .filter(|(_, (order, _))| (order.0, order.1, order.2) == (here.0, here.1, here.2));
        let gone = of_item
            .clone()
            .position(|(_, (_, problem))| Some(*problem) == gone_to);
        let behind = gone.map_or(0, |gone| gone + 1);
        of_item.map(|(at, _)| at).nth(behind)
    }
}

impl DraftEditor {
    /// Returns the pages where something weighs more than advice, as the last check found it.
    pub fn pages_with_warnings(&self) -> &[Page] {
        &self.proof.warned
    }

    /// Returns true where a problem of this rule was let stand, wherever it is.
    pub fn lets_stand(&self, rule: Rule) -> bool {
        let mut accepted = self.assessment.accepted.iter();
        accepted.any(|it| it.rule == rule.id())
    }

    /// Finds those pages.
    pub(super) fn find_warned(&self) -> Vec<Page> {
        let mut warned = Vec::new();
        let mut headings: Option<HashMap<&str, &str>> = None;
        let all = self.problems().all().iter();
        for problem in all.take_while(|it| !is_advice(it)) {
            let page = match &problem.place {
                Address::Sentence(_) | Address::Item(List::Overrides, _) => None,
                Address::Judgment(heading) => Some(self.page_of(heading)),
                Address::Item(List::Evidence, _) => Some(Page::Evidence),
                Address::Item(List::Figures, _) => Some(Page::Figures),
                Address::Item(List::Findings, id) => {
                    // There may be as many as findings.
                    let known = headings.get_or_insert_with(|| {
                        let findings = self.assessment.findings.iter();
                        findings
                            .map(|it| (it.id.as_str(), it.heading.as_str()))
                            .collect()
                    });
                    known.get(id.as_str()).map(|heading| self.page_of(heading))
                }
                _ => {
                    let place = self.place_of(problem);
                    place.and_then(|place| Some(self.shown_on(&place)?.0))
                }
            };
            if let Some(page) = page.filter(|page| !warned.contains(page)) {
                warned.push(page);
            }
        }
        warned
    }
}

fn is_advice(problem: &Problem) -> bool {
    problem.severity == Severity::Advice
}

/// A walk from problem to problem, in which each comes once.
#[derive(Debug, Default)]
pub(super) struct ProblemRound {
    /// The problem that the cursor was on when it began: it was told there, and comes last.
    from: Option<Problem>,
    /// Those that were gone to, in the order of the walk.
    met: VecDeque<Problem>,
    /// How many of them were gone to backwards from where it began.
    backwards: usize,
}

impl ProblemRound {
    /// Returns the round without what is a problem no more.
    fn still(&self, all: &SortedProblems<'_>) -> Self {
        let is = |problem: &&Problem| all.find(problem).is_some();
        Self {
            from: self.from.as_ref().filter(is).cloned(),
            met: self.met.iter().filter(is).cloned().collect(),
            backwards: self.met.iter().take(self.backwards).filter(is).count(),
        }
    }

    /// Returns the problem that was gone to before this one.
    fn before(&self, problem: Option<&Problem>) -> Option<&Problem> {
        let at = self.met.iter().position(|it| Some(it) == problem)?;
        self.met.get(at.checked_sub(1)?)
    }

    /// Takes note that a problem was gone to, of so many. Returns its number in the round.
    fn meet(&mut self, problem: &Problem, onward: bool, many: usize) -> usize {
        let met = self.met.iter().position(|it| it == problem);
        let at = met.unwrap_or_else(|| {
            if onward {
                self.met.push_back(problem.clone());
                return self.met.len() - 1;
            }
            self.met.push_front(problem.clone());
            self.backwards += 1;
            0
        });
        match at.checked_sub(self.backwards) {
            Some(at) => at + 1,
            None => (many + at + 1).saturating_sub(self.backwards),
        }
    }
}

/// The problems that have a place, in the order in which they are gone through: advice behind all others, and those of one
/// place as they are told, the gravest first.
struct SortedProblems<'d> {
    orders: ProblemOrders<'d>,
    list: Vec<(ProblemOrder, &'d Problem)>,
    /// How many are no advice.
    graver: usize,
    /// Where the cursor comes among them.
    here: ProblemOrder,
}

impl<'d> SortedProblems<'d> {
    fn of(editor: &'d DraftEditor) -> Self {
        let orders = ProblemOrders::of(editor);
        let problems = editor.problems().all().iter();
        let mut list: Vec<(ProblemOrder, &Problem)> = problems
            .filter_map(|problem| Some((orders.of_problem(problem)?, problem)))
            .collect();
        list.sort_by_key(|(order, problem)| (is_advice(problem), *order));
        Self {
            graver: list.partition_point(|(_, problem)| !is_advice(problem)),
            here: orders.here(),
            orders,
            list,
        }
    }

    /// Returns the place of a problem among them.
    fn find(&self, problem: &Problem) -> Option<usize> {
        let wanted = (is_advice(problem), self.orders.of_problem(problem)?);
        let key = |(order, it): &(ProblemOrder, &Problem)| (is_advice(it), *order);
        let first = self.list.partition_point(|it| key(it) < wanted);
        let there = self.list.iter().enumerate().skip(first);
        let mut there = there.take_while(|(_, it)| key(it) == wanted);
        there.find_map(|(at, (_, it))| (*it == problem).then_some(at))
    }

    /// Returns the first so many, those from the cursor on before the others.
    fn beginning_here(&self, many: usize) -> Vec<usize> {
        let first = self.list.iter().take(many);
        let next = first.take_while(|(order, _)| *order < self.here).count();
        (next..many).chain(0..next).collect()
    }

    /// Returns what comes next: what was told of, the item that is looked at, what else weighs more than advice, the
    /// advice, and where the round began; none of it twice in a round.
    fn behind(&self, round: &ProblemRound, told: Option<usize>, item: Option<usize>) -> Vec<usize> {
        let met: HashSet<usize> = round.met.iter().filter_map(|it| self.find(it)).collect();
        let from = round.from.as_ref().and_then(|it| self.find(it));
        let advice = match self.graver {
            0 => self.beginning_here(self.list.len()),
            graver => (graver..self.list.len()).collect(),
        };
        let graver = self.beginning_here(self.graver);
        let rest = item.into_iter().chain(graver).chain(advice);
        let rest = rest.filter(|at| Some(*at) != from).chain(from);
        let rest = rest.filter(|at| !met.contains(at));
        told.into_iter().chain(rest).collect()
    }

    /// Returns what comes before: what was gone to before it in the round, else what stands before it.
    fn before(&self, last: Option<&Problem>, met: Option<&Problem>) -> Vec<usize> {
        let many = self.list.len();
        let at = last.and_then(|it| self.find(it));
        let at = at.unwrap_or_else(|| {
            let among = if self.graver > 0 { self.graver } else { many };
            let first = self.list.iter().take(among);
            match first.take_while(|(order, _)| *order < self.here).count() {
                0 => among,
                next => next,
            }
        });
        let back = (0..at).rev().chain((at..many).rev());
        let met = met.and_then(|it| self.find(it));
        met.into_iter().chain(back).collect()
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
