//! The vocabulary of the field: what an inspector records, and how it changes.
//!
//! This folder owns the [`Assessment`] and everything in it, the [`Framework`] that it is written
//! under, and the [`Edit`] – the one way in which an assessment changes, with an exact inverse.
//! It must not know how a draft is spelt in a file, how a sentence is made or what a screen is.
//!
//! Each table of a draft is a [`Record`]: a plain struct whose fields can also be reached by name
//! (`FindingField::Text`), with the shape of the value each one takes. Reading, saving, forms on the
//! screen, undo and merging all walk those fields, so that a field added to a record is read, kept,
//! shown and undone without another line.

mod address;
mod align;
mod bodies;
mod difference;
mod earlier;
mod edit;
mod entry;
mod figure;
mod finding;
mod framework;
mod grade;
mod history;
mod inspection;
mod merge;
mod place;
mod records;
mod reframe;
mod report_words;
mod spread;
mod strip;
#[cfg(test)]
pub(crate) mod tests_support;
mod value;

pub use bodies::{Body, bodies};
pub use difference::{Difference, differences, edits};
pub use earlier::{Beside, Direction, Earlier, Predecessor, counterpart, successor};
pub use edit::{Edit, EditError, Item, List};
pub use entry::HistoryEntry;
pub use figure::{Date, Figure, FigureField, MONTHS};
pub use finding::{
    Change, Finding, FindingField, Join, Kind, Recommendation, RecommendationField, Refer,
};
pub use framework::{
    Band, Changes, Counts, Frame, Framework, Heading, Judgments, LookAhead, Rung, ScalePoint,
    Takes, Wording,
};
pub use grade::{Grade, Judgment, JudgmentField, JudgmentState};
pub use history::{History, Step};
pub use inspection::{Inspection, InspectionField, MAX_DRAFTS};
pub use merge::{Conflict, Merged, merge};
pub use place::Place;
pub use records::{
    Acceptance, AcceptanceField, EVIDENCE_KINDS, Evidence, EvidenceField, Head, HeadField,
    Inspector, InspectorField, Note, NoteField, Outlook, OutlookField, Overall, OverallField,
    Override, OverrideField, Period, PeriodField, Response, ResponseField, StatementField,
    StatementWords, Subject, SubjectField, TrayItem, TrayItemField,
};
pub use reframe::{Likeness, Mapping, reframe, suggest};
pub use report_words::ReportWords;
pub use spread::Spread;
pub use strip::{Strip, StripRow, strip};
pub use value::{FieldType, Record, Refusal, Shape, Value};

use std::collections::BTreeMap;
use std::sync::Arc;

/// The heading of findings that stand in the opening paragraph, beside the headings that the
/// framework names.
pub const OVERALL: &str = "overall";

/// The heading of findings that found no place when the framework was changed. No framework has it.
pub const TRAY: &str = "tray";

/// How long an id may be, in bytes. Those that Assay makes have less than half of it.
pub const MAX_ID: usize = 200;

/// The most items that a list of a draft may have.
pub const MAX_ITEMS: usize = 100_000;

/// The nouns by which a body is spoken of. A sentence that opens with one of them, after "The", has
/// the body as its subject.
pub const NOUNS: [&str; 4] = ["force", "constabulary", "service", "brigade"];

/// The whole of one draft.
///
/// Items of lists are shared (`Arc`), so that a copy for a save or for the weaving's memory
/// costs a pointer an item, and "has this item changed?" is a comparison of pointers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Identity and framework.
    pub head: Head,
    /// The body inspected.
    pub subject: Subject,
    /// Who signs.
    pub inspector: Inspector,
    /// The time that the assessment speaks of.
    pub period: Period,
    /// Words of the draft's own that replace the framework's.
    pub statement: StatementWords,
    /// The opening rung, and the grade for the whole where the framework has one.
    pub overall: Overall,
    /// What was judged under each heading, by heading id.
    pub grades: BTreeMap<String, Judgment>,
    /// What was found, in the author's order.
    pub findings: Vec<Arc<Finding>>,
    /// What the findings stand on.
    pub evidence: Vec<Arc<Evidence>>,
    /// Numbers, typed once.
    pub figures: Vec<Arc<Figure>>,
    /// What the inspector will look at next.
    pub outlook: Vec<Arc<Outlook>>,
    /// The body's answers, in its own words.
    pub responses: Vec<Arc<Response>>,
    /// Review notes.
    pub notes: Vec<Arc<Note>>,
    /// Problems of the check that somebody lets stand.
    pub accepted: Vec<Arc<Acceptance>>,
    /// What waits for a place since the framework was changed.
    pub tray: Vec<Arc<TrayItem>>,
    /// Sentences edited by hand.
    pub overrides: Vec<Arc<Override>>,
}

impl Assessment {
    /// An empty assessment under a framework.
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

    /// What was judged under a heading; the default (nothing yet) where nothing is written.
    pub fn judgment(&self, heading: &str) -> Judgment {
        self.grades.get(heading).cloned().unwrap_or_default()
    }

    /// The findings under one heading, with their places in [`Assessment::findings`].
    pub fn under<'a>(
        &'a self,
        heading: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Arc<Finding>)> + 'a {
        self.findings
            .iter()
            .enumerate()
            .filter(move |(_, finding)| finding.heading == heading)
    }

    /// The figure of this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures
            .iter()
            .find(|figure| figure.id == id)
            .map(AsRef::as_ref)
    }

    /// An id that no item of the list has: the prefix and the next free number (`f12`).
    ///
    /// Ids are made once and never read as words, so they do not take their name from a heading or a
    /// text that may change.
    pub fn free_id(&self, list: List) -> String {
        let prefix = list.id_prefix();
        // A number without end, which only a hand or a stranger writes, is no beginning to count on from.
        let most = u64::from(u32::MAX);
        let number = |id: &str| id.strip_prefix(prefix).and_then(|n| n.parse::<u64>().ok());
        let numbers = self.ids(list).filter_map(number).filter(|n| *n < most);
        let next = numbers.max().unwrap_or(0) + 1;
        (next..)
            .map(|number| format!("{prefix}{number}"))
            .find(|id| self.ids(list).all(|other| other != id))
            .unwrap_or_default()
    }

    /// The ids in use in a list; empty for lists whose items have none.
    pub fn ids(&self, list: List) -> Box<dyn Iterator<Item = &str> + '_> {
        match list {
            List::Findings => Box::new(self.findings.iter().map(|item| item.id.as_str())),
            List::Evidence => Box::new(self.evidence.iter().map(|item| item.id.as_str())),
            List::Figures => Box::new(self.figures.iter().map(|item| item.id.as_str())),
            List::Outlook => Box::new(self.outlook.iter().map(|item| item.id.as_str())),
            List::Tray => Box::new(self.tray.iter().map(|item| item.id.as_str())),
            List::Responses | List::Notes | List::Accepted | List::Overrides => {
                Box::new(std::iter::empty())
            }
        }
    }

    /// The noun for the body, "force" where none is written.
    pub fn noun(&self) -> &str {
        match self.subject.noun.as_str() {
            "" => "force",
            noun => noun,
        }
    }

    /// The body's name as it reads inside a sentence.
    pub fn spoken_name(&self) -> &str {
        match self.subject.spoken.as_str() {
            "" => &self.subject.name,
            spoken => spoken,
        }
    }
}
