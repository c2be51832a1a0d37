//! The vocabulary of the field: what an inspector records, and how it changes.
//!
//! This folder owns the [`Assessment`] and everything in it, the [`Framework`] that it is written
//! under, and the [`Edit`] – the one way in which an assessment changes, with an exact inverse.
//! It must not know how a draft is spelt in a file, how a sentence is made or what a screen is.
//!
//! # Records and tables
//!
//! Each table of a draft is a [`Record`]: a plain struct whose fields can also be reached by name
//! (`FindingField::Text`), with the shape of the value each one takes. Whatever walks the fields of any record
//! takes it as [`Fields`]. The tables themselves are declared once, in `tables.rs`. Edits and their inverses,
//! differences, merges, the journal, reading, saving and the search for hidden characters walk that declaration.
//!
//! - **A new field** is a line in its `record!` (`finding.rs`, `records.rs`, `grade.rs`, `figure.rs`): its name, its
//!   type, its key in a file and its [`Shape`]. It is then read, kept, compared, merged and undone. Where the screen
//!   shows it, it is a line in the form as well (`app/editor/rows.rs`).
//! - **A new list** is a `record!` in `records.rs`, and an entry among the lists of `tables.rs`: its name, what new
//!   ids in it begin with, what one of its items is called, and how the items of two versions are known as the same.
//!   Where other tables name its items by id, `merge/follow.rs` says how they follow an id that a merge gives anew.
//!
//! `tables_tests.rs` tries every field of every table with each of these here, and those of the store do so with files
//! and the journal.
//!
//! # Places and addresses
//!
//! One value is named in two ways: a [`Place`] counts items and is right for one version of a draft, an
//! [`Address`] goes by ids and is what files, problems and sentences hold.

mod address;
mod align;
mod apart;
mod bodies;
mod body_noun;
mod date;
mod declare;
mod difference;
mod earlier;
mod edit;
mod editable;
mod entry;
mod field_types;
mod figure;
mod finding;
mod framework;
mod grade;
mod history;
mod insertions;
mod inspection;
mod judgments;
mod labels;
mod majesty;
mod merge;
mod named;
mod place;
mod records;
mod reframe;
mod reopened;
mod report_words;
mod spread;
mod statement_list;
mod step_words;
mod strip;
mod suggestion;
mod tables;
#[cfg(test)]
pub(crate) mod tables_tests;
mod taken_back;
#[cfg(test)]
pub(crate) mod tests_support;
mod touched;
mod unanswered;
mod value;
mod vocabulary;
mod voice;

pub use address::Address;
pub use apart::Apart;
pub use bodies::{Body, bodies};
pub use date::{Date, MONTHS};
pub use difference::{Difference, differences, edits};
pub use earlier::{Direction, Earlier, EarlierJudgment, Predecessor, counterpart, successor};
pub use edit::{Edit, EditError};
pub use editable::{Descent, Editable};
pub use entry::HistoryEntry;
pub use figure::{Figure, FigureField};
pub use finding::{Change, Finding, FindingField, Join, Kind, Reads, Refer};
pub use framework::{
    Band, Closing, Complement, Counts, Frame, Framework, Heading, LookAhead, MonitoringStage, Rung,
    RungForm, ScalePoint, Wording,
};
pub use grade::{Grade, Judgment, JudgmentField, JudgmentState};
pub use history::{History, Step};
pub use inspection::{Inspection, InspectionEdit, InspectionField, MAX_DRAFTS};
pub use judgments::{Changes, Judgments};
pub use majesty::{Reign, reigning, reigns};
pub use merge::{Conflict, Merged, merge, merge_behind, merge_since};
pub use records::*;
pub use reframe::reframe;
pub use reopened::{EditsFrom, JournalStanding, MovedEdits, RecoveredEdits, Reopened};
pub use report_words::ReportWords;
pub use spread::Spread;
pub use statement_list::StatementList;
pub use strip::{Strip, StripRow, strip};
pub use suggestion::{Likeness, Mapping, suggest};
pub use tables::{Assessment, Item, KnownBy, List, ListSpec, Place, RecordAt, Single};
pub use taken_back::WordsTakenBack;
pub use touched::Touched;
pub use unanswered::{
    BoxEdit, MOST_EARLIER, PlacedWords, Unanswered, has_word, is_earlier, is_prose, is_unplaced,
    next_unplaced,
};
pub use value::{
    FieldSpec, FieldType, Fields, Recommendation, RecommendationField, Record, Refusal, Shape,
    Value,
};
pub use voice::{Person, Speaker, Tense, Tone, Voice};

pub(crate) use align::{Pairs, longest_ascending};
pub(crate) use place::GRADES;
pub(crate) use vocabulary::vocabulary;

use std::collections::HashMap;
use std::sync::Arc;

use field_types::one_of_words;

/// The heading of findings that stand in the opening paragraph, beside the headings that the
/// framework names.
pub const OVERALL: &str = "overall";

/// The opening that is none: the statement begins without a sentence of the ladder. No framework has a rung of this id.
pub const NO_OPENING: &str = "none";

/// The heading of findings that found no place when the framework was changed. No framework has it.
pub const TRAY: &str = "tray";

/// The most bytes that an id may have. Those that Assay makes have less than half of it.
pub const MAX_ID: usize = 200;

/// The most items that a list of a draft may have.
pub const MAX_ITEMS: usize = 100_000;

/// Returns items by id, the first of each, as weaving takes it.
pub fn by_id<R>(items: &[Arc<R>], id: fn(&R) -> &String) -> HashMap<&str, &R> {
    let mut found = HashMap::with_capacity(items.len());
    for item in items {
        found.entry(id(item).as_str()).or_insert(item.as_ref());
    }
    found
}

impl Assessment {
    /// Returns an empty assessment under a framework.
    pub fn new(id: &str, framework: &Framework) -> Self {
        Self {
            head: Head {
                id: id.to_owned(),
                framework: framework.id.clone(),
                ..Head::default()
            },
            subject: Subject {
                noun: framework.noun.clone(),
                ..Subject::default()
            },
            ..Self::default()
        }
    }

    /// Returns the judgment of a heading; the default (nothing yet) where nothing is written.
    pub fn judgment(&self, heading: &str) -> Judgment {
        self.grades.get(heading).cloned().unwrap_or_default()
    }

    /// Returns the findings under one heading, with their places in [`Assessment::findings`].
    pub fn under<'a>(
        &'a self,
        heading: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Arc<Finding>)> + 'a {
        self.findings
            .iter()
            .enumerate()
            .filter(move |(_, finding)| finding.heading == heading)
    }

    /// Returns the finding of this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        let found = self.findings.iter().find(|finding| finding.id == id);
        found.map(AsRef::as_ref)
    }

    /// Returns the item of evidence of this id.
    pub fn evidence_item(&self, id: &str) -> Option<&Evidence> {
        let found = self.evidence.iter().find(|item| item.id == id);
        found.map(AsRef::as_ref)
    }

    /// Returns the figure of this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        let found = self.figures.iter().find(|figure| figure.id == id);
        found.map(AsRef::as_ref)
    }

    /// Returns the highest number that an id of the list is made with: 12 where one is `f12` or `f12-k3x9`. 0 where none is.
    pub fn last_number(&self, list: List) -> u64 {
        list.last_number(self.ids(list))
    }

    /// Returns an id that no item of the list has: the prefix and the next free number (`f12`).
    ///
    /// Ids are made once and never read as words, so they do not take their name from a heading or a
    /// text that may change.
    pub fn free_id(&self, list: List) -> String {
        let prefix = list.id_prefix();
        let free = (self.last_number(list) + 1..).map(|number| format!("{prefix}{number}"));
        let mut free = free.filter(|id| self.ids(list).all(|other| other != id));
        free.next().unwrap_or_default()
    }

    /// Returns the noun for the body, "force" where none is written.
    pub fn noun(&self) -> &str {
        match self.subject.noun.as_str() {
            "" => "force",
            noun => noun,
        }
    }

    /// Returns the body's name as it reads inside a sentence.
    pub fn spoken_name(&self) -> &str {
        match self.subject.spoken.as_str() {
            "" => &self.subject.name,
            spoken => spoken,
        }
    }
}
