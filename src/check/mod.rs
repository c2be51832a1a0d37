//! Problems of a draft: what a reader, a force or a moderation panel would stumble over.
//!
//! This folder owns the rules about what a good draft is. It must not know files or screens; it does
//! not change a draft, and it does not judge: no grade is ever computed or proposed here.
//!
//! A framework that somebody writes is looked at too ([`check_framework`]).
//!
//! One file a family. Each family is a function from the draft, its framework and its woven
//! statement to problems. A problem says where it is, what is wrong and what would be right.

mod dates;
mod figures;
mod framework;
mod grades;
mod ids;
mod needs;
mod opening;
mod spoken;
mod wording;

#[cfg(test)]
mod tests;

pub use framework::{Part, Slip, check_framework};

use crate::assessment::{Assessment, Framework};
use crate::statement::{Document, Source};

/// The rule about characters that cannot be seen. Whoever has the file's text can tell their very lines.
pub const HIDDEN: &str = "hidden-character";

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

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Where {
    /// A field, as `subject.name`.
    Field(String),
    /// The judgment of a heading, by the heading's id.
    Heading(String),
    /// A finding, by id.
    Finding(String),
    /// An item of evidence, by id.
    Evidence(String),
    /// A figure, by id.
    Figure(String),
    /// An item of the look-ahead, by id.
    Outlook(String),
    /// A response, by its place among them.
    Response(usize),
    /// A review note, by its place among them.
    Note(usize),
    /// A hand edit, by the key of its sentence.
    Override(String),
    /// A woven sentence, by its key.
    Sentence(String),
}

/// Something to be put right, or to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// The rule's name, for lists and for looking it up.
    pub rule: &'static str,
    /// Where it is.
    pub place: Where,
    /// What is wrong.
    pub what: String,
    /// What would put it right.
    pub remedy: String,
}

/// What the families look at.
struct Case<'a> {
    draft: &'a Assessment,
    framework: &'a Framework,
    document: &'a Document,
}

/// Every problem of a draft, the gravest first, and among those of one weight family by family in the
/// draft's order. `document` is the draft's woven statement.
pub fn check(assessment: &Assessment, framework: &Framework, document: &Document) -> Vec<Problem> {
    let case = Case {
        draft: assessment,
        framework,
        document,
    };
    let families = [
        ids::check,
        opening::check,
        figures::check,
        grades::check,
        needs::check,
        spoken::check,
        dates::check,
        wording::check,
    ];
    let mut problems: Vec<Problem> = families.iter().flat_map(|family| family(&case)).collect();
    problems.sort_by_key(|problem| problem.severity);
    problems
}

/// A problem in fewer words.
fn problem(
    severity: Severity,
    rule: &'static str,
    place: Where,
    what: impl Into<String>,
    remedy: impl Into<String>,
) -> Problem {
    Problem {
        severity,
        rule,
        place,
        what: what.into(),
        remedy: remedy.into(),
    }
}

/// The place that a source names.
fn place_of(source: &Source, key: &str) -> Where {
    match source {
        Source::Finding(id) => Where::Finding(id.clone()),
        Source::Figure(id) => Where::Figure(id.clone()),
        Source::Evidence(id) => Where::Evidence(id.clone()),
        Source::Outlook(id) => Where::Outlook(id.clone()),
        Source::Field(name) => match name.strip_prefix("overrides.") {
            Some(sentence) => Where::Override(sentence.to_owned()),
            None => Where::Field(name.clone()),
        },
        Source::Framework(_) => Where::Sentence(key.to_owned()),
    }
}
