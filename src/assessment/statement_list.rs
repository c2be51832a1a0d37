//! Lists that a statement has, as data of a framework.

use super::Grade;

/// A list in the statement: a sentence that leads in, and its items. They are the topics of the headings that have one of
/// its grades; where it names no grades, the findings that name the list as their paragraph, each in full sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementList {
    /// Identity, what a finding names as its paragraph.
    pub id: String,
    /// The words that lead in: "The service is good at:".
    pub words: String,
    /// The heading of the plan behind whose paragraph it stands, or "overall".
    pub after: String,
    /// The grades of the headings or pillars that it lists.
    pub grades: Vec<Grade>,
    /// The pillar of the headings that it lists; empty for those of all.
    pub pillar: String,
    /// True where it lists pillars by their grades, and not headings.
    pub pillars: bool,
    /// The words of an item by grade, with the names that [`Judgments`](super::Judgments) have; its topic alone where
    /// they are empty.
    pub item: String,
    /// The voice that has it; empty where every voice has it.
    pub voice: String,
}
