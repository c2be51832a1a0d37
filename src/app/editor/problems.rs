//! The problems of the open draft: kept up with every key, looked up by address.

use std::collections::HashMap;
use std::sync::Arc;

use super::first_weave::FirstWeave;
use super::{DraftEditor, EditorRow, Page, problem_order::ProblemRound};
use crate::app::effect::Effect;
use crate::app::layout::Pane;
use crate::assessment::{Acceptance, Address, Assessment, Edit, List, Place, Predecessor};
use crate::check::{CheckReport, Checker, Levels, Problem, Severity, spelling};

/// Up to so many findings a draft is checked on the spot, as soon as the hand rests. Above, the background check is asked for
/// then.
const AT_ONCE: usize = 1_500;

/// The problems of a draft, each to be found by where it is.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    report: Arc<CheckReport>,
    at: HashMap<Address, Vec<usize>>,
    /// Of all there are, those that wait until a page is left among them.
    counts: [usize; 3],
}

impl Problems {
    /// Returns the problems that are told, of all there are.
    fn new(report: Arc<CheckReport>, all: &CheckReport) -> Self {
        let mut problems = Self {
            report,
            ..Self::default()
        };
        for problem in &all.problems {
            if let Some(count) = problems.counts.get_mut(problem.severity as usize) {
                *count += 1;
            }
        }
        for (nth, problem) in problems.report.problems.iter().enumerate() {
            match problems.at.get_mut(&problem.place) {
                Some(at) => at.push(nth),
                None => drop(problems.at.insert(problem.place.clone(), vec![nth])),
            }
        }
        problems
    }

    /// Returns all of them, the gravest first.
    pub fn all(&self) -> &[Problem] {
        &self.report.problems
    }

    /// Returns how many were accepted, each with a reason.
    pub fn accepted(&self) -> usize {
        self.report.accepted.len()
    }

    /// Returns how many are errors, warnings and advice, those too that are told where they stand when a page is left.
    pub fn counts(&self) -> [usize; 3] {
        self.counts
    }

    fn of(&self, place: &Address) -> impl Iterator<Item = &Problem> {
        let at = self.at.get(place).into_iter().flatten();
        at.filter_map(|at| self.report.problems.get(*at))
    }
}

/// The state of the checks, kept from key to key.
#[derive(Debug, Default)]
pub(super) struct CheckState {
    levels: Arc<Levels>,
    checker: Checker,
    problems: Problems,
    /// The pages where something weighs more than advice.
    pub(super) warned: Vec<Page>,
    /// The report on the draft, without spelling.
    report: Arc<CheckReport>,
    /// Words that the dictionary does not have, and the draft that they were found in.
    pub(super) spelling: Vec<Problem>,
    pub(super) spelling_of: Assessment,
    /// True where a report came at all: before it, nothing is known of any problem.
    pub(super) reported: bool,
    /// True where the draft was woven anew and not checked since.
    unchecked: bool,
    /// True where the background check has something to read: all, or spelling alone.
    needs_check: bool,
    needs_spelling: bool,
    /// True while the background check runs.
    checking: bool,
    /// The problem that was visited last.
    pub(super) last_problem: Option<Problem>,
    /// The walk from problem to problem.
    pub(super) round: ProblemRound,
}

impl CheckState {
    pub(super) fn new(levels: Arc<Levels>) -> Self {
        Self {
            levels,
            needs_spelling: true,
            ..Self::default()
        }
    }
}

impl DraftEditor {
    /// Returns the problems of the draft.
    pub fn problems(&self) -> &Problems {
        &self.proof.problems
    }

    /// Asks for a check of the draft, once the hand rests.
    pub(super) fn request_check(&mut self) {
        self.proof.unchecked = true;
    }

    /// Returns true where a check was asked for and not made.
    pub(in crate::app) fn wants_check(&self) -> bool {
        self.proof.unchecked
    }

    /// Checks the draft where that was asked for, or lets the background check do it where there is too much for a moment
    /// between two keys. Returns true where other problems are to be shown.
    pub(in crate::app) fn check_changes(&mut self) -> bool {
        // Of a statement that is on its way nothing is known yet.
        if !self.is_woven() || !std::mem::take(&mut self.proof.unchecked) {
            return false;
        }
        if self.assessment.findings.len() > AT_ONCE {
            self.proof.needs_check = true;
            return false;
        }
        let before = (Arc::clone(&self.proof.problems.report), self.balance);
        self.check();
        before.0 != self.proof.problems.report || before.1 != self.balance
    }

    fn check(&mut self) {
        let report = self.proof.checker.report(
            &self.assessment,
            &self.framework,
            self.weaver.document(),
            &self.proof.levels,
        );
        self.proof.report = Arc::new(report);
        self.proof.reported = true;
        self.combine_reports();
        // In proportion to the heading, and so behind the frame as the problems are.
        self.weigh();
    }

    /// Checks once more, beside another year before.
    pub(super) fn check_against(&mut self, predecessor: &Predecessor) {
        self.proof.checker.set_predecessor(predecessor);
        self.request_check();
    }

    /// Goes by other weights of rules, and other words of the house.
    pub(in crate::app) fn set_levels(&mut self, levels: &Arc<Levels>) {
        self.proof.levels = Arc::clone(levels);
        self.request_check();
        self.request_spelling();
    }

    /// Requests a check of the spelling, which follows when the keys pause.
    pub(super) fn request_spelling(&mut self) {
        self.proof.needs_spelling = true;
    }

    /// Combines the report with the misspelt words that still stand as they stood then.
    pub(super) fn combine_reports(&mut self) {
        self.forget_found_problems();
        let spelling = self.standing_slips();
        let (proof, now) = (&mut self.proof, &self.assessment);
        let report = match spelling.is_empty() {
            true => Arc::clone(&proof.report),
            false => {
                let report = CheckReport::clone(&proof.report);
                Arc::new(spelling::with(report, spelling, now, &proof.levels))
            }
        };
        let told = self.told_now(&report.problems);
        let hides = !report.problems.iter().all(&told);
        self.held.hides = hides;
        let mut shown = Arc::clone(&report);
        if hides {
            Arc::make_mut(&mut shown).problems.retain(told);
        }
        self.proof.problems = Problems::new(shown, &report);
        self.proof.warned = self.find_warned();
    }

    /// Returns the effect that starts the background check, where there is something to check and none runs.
    pub(in crate::app) fn next_check(&mut self) -> Option<Effect> {
        let proof = &mut self.proof;
        // What is not woven yet is checked once it is, and what changed since is checked when the hand rests.
        let is_due = self.first_weave == FirstWeave::Done && !proof.unchecked;
        if !is_due || proof.checking || !(proof.needs_check || proof.needs_spelling) {
            return None;
        }
        proof.checking = true;
        proof.needs_spelling = false;
        Some(Effect::CheckDraft {
            assessment: Box::new(self.assessment.clone()),
            framework: Arc::clone(&self.framework),
            predecessor: self.predecessor.clone(),
            levels: Arc::clone(&proof.levels),
            whole: std::mem::take(&mut proof.needs_check),
        })
    }

    /// Takes in what was read.
    pub(in crate::app) fn take_check(
        &mut self,
        draft: Assessment,
        report: Option<CheckReport>,
        spelling: Vec<Problem>,
    ) {
        self.proof.checking = false;
        if draft.head.id != self.assessment.head.id {
            return;
        }
        if let Some(report) = report {
            self.proof.report = Arc::new(report);
            self.proof.reported = true;
        }
        self.proof.spelling = spelling;
        self.proof.spelling_of = draft;
        self.note_misspelt();
        self.combine_reports();
    }

    /// Returns the problems of a row.
    pub fn problems_of_row<'b>(&'b self, row: &EditorRow) -> Vec<&'b Problem> {
        let place = row.place();
        let address = place.as_ref().and_then(|at| self.assessment.address_of(at));
        let (Some(place), Some(address)) = (place, address) else {
            return Vec::new();
        };
        let problems = self.problems().of(address.owner());
        match (row, &address) {
            // In the details each field has its own, and the field that is the item itself has the rest.
            (EditorRow::Field(..), Address::Value(..)) => problems
                .filter(|problem| match &problem.words {
                    Some(words) => words.place == place,
                    None => address.is_main(),
                })
                .collect(),
            _ => problems.collect(),
        }
    }

    /// Returns the problems of a sentence: of its words, and of the words written by hand in its place.
    pub fn problems_of_sentence(&self, at: (usize, usize)) -> Vec<&Problem> {
        let Some(sentence) = self.document().sentence(at) else {
            return Vec::new();
        };
        let (woven, by_hand) = (
            Address::Sentence(sentence.key.clone()),
            Address::Item(List::Overrides, sentence.key.clone()),
        );
        let problems = self.problems();
        problems.of(&woven).chain(problems.of(&by_hand)).collect()
    }

    /// Returns the problems of what the cursor is on.
    pub fn problems_here(&self) -> Vec<&Problem> {
        match (self.pane, self.current()) {
            (Pane::Headings, _) => Vec::new(),
            (Pane::Statement, _) => self.problems_of_sentence(self.sentence),
            (Pane::Findings, Some(row)) => self.problems_of_row(row),
            (Pane::Findings, None) => Vec::new(),
        }
    }

    /// Returns the problem that is told of what the cursor is on, on which the keys act: the one that was gone to
    /// last where it is there, else the gravest; of those that weigh the same, one that a key puts right.
    pub fn problem_here(&self) -> Option<&Problem> {
        let here = self.problems_here();
        let last = self.proof.last_problem.as_ref();
        let gone_to = last.and_then(|last| here.iter().find(|problem| **problem == last));
        let first = || {
            let mut here = here.iter();
            here.clone()
                .min_by_key(|it| (it.severity, !self.is_put_right_by_key(it)))
                .or(here.next())
        };
        gone_to.or_else(first).copied()
    }

    /// Goes to where a problem is, so that it is what the keys act on. False where that is nowhere on the screen.
    pub(in crate::app) fn go_to(&mut self, problem: &Problem) -> bool {
        let shown = self.show_problem(problem);
        if shown {
            self.proof.last_problem = Some(problem.clone());
        }
        shown
    }

    fn show_problem(&mut self, problem: &Problem) -> bool {
        let sentence = match &problem.place {
            Address::Sentence(key) | Address::Item(List::Overrides, key) => self.find_sentence(key),
            _ => None,
        };
        if let Some(at) = sentence {
            self.stop_typing();
            self.pane = Pane::Statement;
            self.sentence = at;
            return true;
        }
        let Some(place) = self.place_of(problem) else {
            return false;
        };
        self.stop_typing();
        self.pane = Pane::Findings;
        self.show(&place)
    }

    /// Returns true where a problem has a place on the screen to go to.
    pub(in crate::app) fn has_place_of(&self, problem: &Problem) -> bool {
        let spoken = match &problem.place {
            Address::Sentence(key) | Address::Item(List::Overrides, key) => self.find_sentence(key),
            _ => None,
        };
        spoken.is_some() || self.place_of(problem).is_some()
    }

    pub(super) fn find_sentence(&self, key: &str) -> Option<(usize, usize)> {
        let mut all = self.document().placed();
        all.find_map(|(at, sentence)| (sentence.key == key).then_some(at))
    }

    /// Returns the place of the draft that a problem is about.
    pub(super) fn place_of(&self, problem: &Problem) -> Option<Place> {
        match (&problem.words, &problem.place) {
            (Some(words), _) => Some(words.place.clone()),
            (None, Address::Nth(List::Notes | List::Accepted, _)) => None,
            (None, address) => self.assessment.place_of(address),
        }
    }

    /// Makes the change that puts a problem right.
    pub(in crate::app) fn put_right(&mut self, problem: &Problem) -> Result<String, String> {
        if let Some(judgment) = self.stale_judgment(problem) {
            return self.is_still_so(&judgment);
        }
        let Some(fix) = &problem.fix else {
            return Err("That is for you to say.".to_owned());
        };
        // The list, or a check that was made elsewhere, may be older than the draft.
        let owner = self.assessment.address_of(&fix.place);
        let still = owner.is_some_and(|it| *it.owner() == problem.place)
            && self.problems().all().contains(problem);
        if !still {
            return Err("What stood there has changed since; look at it again.".to_owned());
        }
        let edit = Edit::Splice {
            place: fix.place.clone(),
            splice: fix.splice.clone(),
        };
        self.stop_typing();
        self.reword(vec![edit])?;
        Ok(match fix.splice.inserted.as_str() {
            "" => "Taken out.".to_owned(),
            words => format!("Now \"{words}\"."),
        })
    }

    /// Lets a problem stand, with the reason.
    pub(in crate::app) fn let_stand(
        &mut self,
        rule: &str,
        on: &str,
        why: &str,
    ) -> Result<(), String> {
        let item = Acceptance {
            rule: rule.to_owned(),
            on: on.to_owned(),
            why: why.trim().to_owned(),
            by: self.assessment.inspector.name.clone(),
            ..Acceptance::default()
        };
        let at = self.assessment.accepted.len();
        self.insert_item(at, item)
    }
}

/// Returns the mark of a weight, the same wherever a problem is told of; no other thing has one of these.
pub fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Advice => "◇",
    }
}
