//! Problems of a draft: what a reader, a force or a moderation panel would stumble over.
//!
//! This folder owns the rules about what a good draft is. It must not know files or screens; it does
//! not change a draft, and it does not judge: no grade is ever computed or proposed here.
//!
//! A framework that somebody writes is looked at too ([`check_framework`]).
//!
//! # What there is
//!
//! [`Rule`] is the table: every rule stands in it once, with its name, its weight, what it looks for and why that
//! matters. One file a family: a function from the draft, its framework and its woven statement to
//! [`Problem`]s. A problem says where it is, what is wrong, what would be right, and where that is certain, the
//! very change ([`Fix`]).
//!
//! [`Levels`] are what a user has settled: a rule can weigh more or less, or be off. A draft can accept a problem,
//! with a reason (`[[accepted]]`); an accepted problem weighs nothing any more and is listed apart. Both are applied
//! in [`Checker::report`], after all families have spoken.
//!
//! The words that are looked for are data, in `assets/style.toml`; how a text is searched is here.
//!
//! [`grade_support`] returns what a grade rests on. Spelling is a function of its own,
//! [`spelling::check`], because it needs a dictionary and may take its time.
//!
//! # How it stays quick
//!
//! Most rules look at one text or one sentence alone. [`Checker`] remembers what they found, by pointer, as the
//! weaving does; what is left for each key are rules that compare items, and these look everything up in tables.
//! Nothing here compares each with each.

mod accepted;
mod balance;
mod change;
mod checker;
mod coherence;
mod comparable;
mod context;
mod dates;
mod evidence;
mod family;
mod figures;
mod finding_scan;
mod framework;
mod front;
mod grades;
mod house;
mod ids;
mod judged;
mod levels;
mod near_duplicates;
mod needs;
mod numbers;
mod opening;
mod responses;
pub mod spelling;
mod spoken;
mod style;
mod support;
mod table;
mod text_context;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use balance::{Balance, balance};
pub use checker::Checker;
pub use family::{Family, RuleEntry};
pub use framework::{FrameworkPart, FrameworkProblem, check_framework};
pub use levels::{Level, Levels};
pub use support::{GradeSupport, Loss, grade_support};
pub use table::Rule;

use crate::assessment::{Address, Assessment, Framework, Place};
use crate::statement::{Document, Source};
use crate::text::Splice;
use context::CheckContext;

/// The rule about characters that cannot be seen. Whoever has the file's text can tell their very lines.
pub const HIDDEN: Rule = Rule::HiddenCharacter;

/// How much a problem weighs. The gravest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The statement would be wrong or incomplete.
    Error,
    /// It will be asked about.
    Warning,
    /// It could be better.
    Advice,
}

impl Severity {
    /// A word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// Something to be put right, or to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it weighs, by the table or as settled.
    pub severity: Severity,
    /// The rule that tells it. Why it matters stands in [`Rule::entry`].
    pub rule: Rule,
    /// Where it is.
    pub place: Address,
    /// What is wrong.
    pub what: String,
    /// What would put it right.
    pub remedy: String,
    /// The change that puts it right, where there is no doubt about it.
    pub fix: Option<Fix>,
}

/// A change that puts a problem right: a splice of one text of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The text.
    pub place: Place,
    /// What is taken out, and what takes its place.
    pub splice: Splice,
}

/// A problem that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The problem as it would be told.
    pub problem: Problem,
    /// The acceptance, by its place among them.
    pub by: usize,
    /// Why it stands.
    pub why: String,
}

/// What a check gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// The problems, the gravest first, and among those of one weight family by family in the draft's order.
    pub problems: Vec<Problem>,
    /// Those that were accepted, in the same order.
    pub accepted: Vec<Accepted>,
}

/// Every problem of a draft that is not accepted, each with the weight that the table gives it. `document` is the
/// draft's woven statement. Where it is asked again and again, keep a [`Checker`].
pub fn check(assessment: &Assessment, framework: &Framework, document: &Document) -> Vec<Problem> {
    let mut checker = Checker::new();
    let report = checker.report(assessment, framework, document, &Levels::default());
    report.problems
}

/// A problem in fewer words.
fn problem(
    rule: Rule,
    place: Address,
    what: impl Into<String>,
    remedy: impl Into<String>,
) -> Problem {
    Problem {
        severity: rule.entry().severity,
        rule,
        place,
        what: what.into(),
        remedy: remedy.into(),
        fix: None,
    }
}

/// The place that a source names.
fn place_of(source: &Source, key: &str) -> Address {
    match source {
        Source::Draft(address) => address.clone(),
        Source::Framework(_) => Address::Sentence(key.to_owned()),
    }
}
