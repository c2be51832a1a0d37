//! Problems of a draft: errors and weaknesses that a reader, a force or a moderation panel would object to.
//!
//! This folder owns the rules of a good draft. It must not know files or screens; it does not change a draft,
//! and it does not judge: no grade is ever computed or proposed here.
//!
//! A framework that somebody writes is checked too ([`check_framework`]).
//!
//! # Contents
//!
//! [`Rule`] is the table: every rule is in it once, with its name, its severity, what it looks for and why that
//! matters. Each family of rules has one file: a function from the draft, its framework and its woven statement to
//! [`Problem`]s. A problem says where it is, what is wrong, what would be right, and where that is certain, the
//! very change ([`Fix`]).
//!
//! [`Levels`] are the settings of a user: a rule can weigh more or less, or be off. A draft can accept a problem,
//! with a reason (`[[accepted]]`); an accepted problem weighs nothing any more and is listed apart. Both are applied
//! in [`Checker::report`], after all families have run.
//!
//! The words to look for are data, in `assets/style.toml`; how a text is searched is here.
//!
//! [`grade_support`] returns what a grade rests on. Spelling is a function of its own,
//! [`spelling::check`], because it needs a dictionary and may take long.
//!
//! # Speed
//!
//! Most rules look at one text or one sentence alone. [`Checker`] caches what they found, by pointer, as the
//! weaving does; at each key only rules that compare items run again, and these look everything up in tables.
//! Nothing here compares each item with each other.

mod accepted;
mod asked;
mod balance;
mod bare_number;
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
mod first_words;
mod framework;
mod front;
mod gaps;
mod grades;
mod house;
mod ids;
mod inspection;
mod judged;
mod levels;
mod monitoring;
mod naming;
mod near_duplicates;
mod needs;
mod numbers;
mod opening;
mod pasted;
mod pointing;
mod responses;
mod rule;
pub mod spelling;
mod spoken;
mod style;
mod support;
mod table;
mod text_context;
mod text_scan;
mod voice;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use balance::{Balance, balance};
pub use bare_number::{BareNumber, bare_number, first_bare_number, number_in_name};
pub use checker::Checker;
pub use family::{Family, RuleEntry};
pub use framework::{FrameworkPart, FrameworkProblem, check_framework};
pub use gaps::gaps_of_inspection;
pub use inspection::{check_inspection, draft_unread};
pub use levels::{Level, Levels};
pub use support::{GradeSupport, Loss, grade_support};
pub use table::Rule;

use crate::assessment::{Address, Assessment, Framework, Place};
use crate::statement::{Document, Source};
use crate::text::Splice;
use context::CheckContext;

/// The rule about characters that cannot be seen. With the text of the file at hand, their lines can be given.
pub const HIDDEN: Rule = Rule::HiddenCharacter;

/// The weight of a problem. The gravest comes first.
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
    /// Returns the word for it: `error`, `warning` or `advice`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A problem to correct, or to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its weight, from the table or as set by the user.
    pub severity: Severity,
    /// The rule that reports it. [`Rule::entry`] says why it matters.
    pub rule: Rule,
    /// The item, field or sentence that has it.
    pub place: Address,
    /// A description of the problem.
    pub what: String,
    /// A way to correct it.
    pub remedy: String,
    /// The words that have it, where it is about words of one text.
    pub words: Option<WordSpot>,
    /// The change that corrects it, where there is no doubt what would be right.
    pub fix: Option<Fix>,
}

impl Problem {
    /// Returns true where what is read out or printed has a gap for it: a name, a value or a figure that is missing.
    pub fn leaves_gap(&self) -> bool {
        matches!(
            self.rule,
            Rule::MissingName | Rule::MissingValue | Rule::UnknownFigure
        )
    }

    /// Returns the name of what has it, for people: "the inspector's office", "finding “The force …”".
    pub fn named(&self, draft: &Assessment, framework: &Framework) -> String {
        naming::name(draft, framework, &self.place)
    }
}

/// Where words stand in a draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WordSpot {
    /// The text.
    pub place: Place,
    /// The byte at which they begin in it.
    pub at: usize,
}

/// A change that corrects a problem: a splice of one text of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The text to change.
    pub place: Place,
    /// The part to remove, and its replacement.
    pub splice: Splice,
}

/// A problem that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The problem as it would be reported.
    pub problem: Problem,
    /// The number of the acceptance in the draft, from 0.
    pub by: usize,
    /// The reason that the acceptance gives.
    pub why: String,
}

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// The problems, the gravest first, and among those of one weight family by family in the draft's order.
    pub problems: Vec<Problem>,
    /// Those that were accepted, in the same order.
    pub accepted: Vec<Accepted>,
}

/// Returns every problem of a draft that is not accepted, each with the severity that the table gives it. `document` is
/// the draft's woven statement. To check a draft again and again, keep a [`Checker`].
pub fn check(assessment: &Assessment, framework: &Framework, document: &Document) -> Vec<Problem> {
    let mut checker = Checker::new();
    let report = checker.report(assessment, framework, document, &Levels::default());
    report.problems
}

/// Returns a problem with the severity of its rule and no fix.
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
        words: None,
        fix: None,
    }
}

/// Returns the address of a source; for a part of the framework, that of the sentence with this key.
fn place_of(source: &Source, key: &str) -> Address {
    match source {
        Source::Draft(address) => address.clone(),
        Source::Framework(_) => Address::Sentence(key.to_owned()),
    }
}
