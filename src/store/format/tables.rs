//! Which table of a file is which record of an assessment: the one place that lists them.
//!
//! Reading, saving and making a new file all walk these, in the order of a new file.

use std::fmt::Debug;
use std::sync::Arc;

use crate::assessment::{
    Acceptance, Assessment, Evidence, Figure, Finding, Inspector, Note, Outlook, Overall, Override,
    Period, Record, Response, Shape, StatementWords, Subject, TrayItem, Value,
};

/// A record that has a table of its own: `[subject]`.
pub(super) trait Single: Record + PartialEq {
    /// The table's key.
    const TABLE: &'static str;
    /// The record in an assessment.
    fn of(assessment: &Assessment) -> &Self;
    /// The same, to be changed.
    fn of_mut(assessment: &mut Assessment) -> &mut Self;
}

/// A record of which there may be many: `[[findings]]`.
pub(super) trait ListTable: Record + PartialEq + Debug {
    /// The list's key.
    const LIST: &'static str;
    /// What one of them is called.
    const ONE: &'static str;
    /// The list in an assessment.
    fn of(assessment: &Assessment) -> &Vec<Arc<Self>>;
    /// The same, to be changed.
    fn of_mut(assessment: &mut Assessment) -> &mut Vec<Arc<Self>>;
}

macro_rules! singles {
    ($($record:ident $field:ident)*) => {
        $(impl Single for $record {
            const TABLE: &'static str = stringify!($field);
            fn of(assessment: &Assessment) -> &Self { &assessment.$field }
            fn of_mut(assessment: &mut Assessment) -> &mut Self { &mut assessment.$field }
        })*
    };
}

macro_rules! lists {
    ($($record:ident $field:ident $one:literal)*) => {
        $(impl ListTable for $record {
            const LIST: &'static str = stringify!($field);
            const ONE: &'static str = $one;
            fn of(assessment: &Assessment) -> &Vec<Arc<Self>> { &assessment.$field }
            fn of_mut(assessment: &mut Assessment) -> &mut Vec<Arc<Self>> { &mut assessment.$field }
        })*
    };
}

singles! {
    Subject subject
    Inspector inspector
    Period period
    StatementWords statement
    Overall overall
}

lists! {
    Finding findings "finding"
    Evidence evidence "item of evidence"
    Figure figures "figure"
    Outlook outlook "item of the look-ahead"
    Response responses "response"
    Note notes "note"
    Acceptance accepted "acceptance"
    TrayItem tray "item of the tray"
    Override overrides "hand edit"
}

/// Runs a method for each record that has a table of its own.
macro_rules! for_each_single {
    ($on:ident.$method:ident($($argument:expr),*)) => {
        $on.$method::<$crate::assessment::Subject>($($argument),*);
        $on.$method::<$crate::assessment::Inspector>($($argument),*);
        $on.$method::<$crate::assessment::Period>($($argument),*);
        $on.$method::<$crate::assessment::StatementWords>($($argument),*);
        $on.$method::<$crate::assessment::Overall>($($argument),*);
    };
}

/// Runs a method for each list.
macro_rules! for_each_list {
    ($on:ident.$method:ident($($argument:expr),*)) => {
        $on.$method::<$crate::assessment::Finding>($($argument),*);
        $on.$method::<$crate::assessment::Evidence>($($argument),*);
        $on.$method::<$crate::assessment::Figure>($($argument),*);
        $on.$method::<$crate::assessment::Outlook>($($argument),*);
        $on.$method::<$crate::assessment::Response>($($argument),*);
        $on.$method::<$crate::assessment::Note>($($argument),*);
        $on.$method::<$crate::assessment::Acceptance>($($argument),*);
        $on.$method::<$crate::assessment::TrayItem>($($argument),*);
        $on.$method::<$crate::assessment::Override>($($argument),*);
    };
}

pub(super) use {for_each_list, for_each_single};

/// The key of the table of judgments.
pub(super) const GRADES: &str = "grades";

/// The key of a finding's recommendations, and of the format's number.
pub(super) const FORMAT_KEY: &str = "format";

/// The key of an inspection's list of drafts, which no draft has.
pub(super) const DRAFTS: &str = "drafts";

/// All tables of a draft, in the order of a new file.
pub(super) const ORDER: [&str; 15] = [
    Subject::TABLE,
    Inspector::TABLE,
    Period::TABLE,
    StatementWords::TABLE,
    Overall::TABLE,
    GRADES,
    Finding::LIST,
    Evidence::LIST,
    Figure::LIST,
    Outlook::LIST,
    Response::LIST,
    Note::LIST,
    Acceptance::LIST,
    TrayItem::LIST,
    Override::LIST,
];

/// Whether a file must have the field: ids, and what a finding cannot be read without.
pub(super) fn required(key: &str, shape: Shape) -> bool {
    match shape {
        Shape::Id => true,
        Shape::Named => key == "heading",
        Shape::Choice(_) => key == "kind",
        _ => false,
    }
}

/// What stays in the file of a field that is empty: an empty text is a place to write in, and an inspection is
/// known by its list of drafts.
pub(super) fn stays(key: &str, shape: Shape) -> Option<Value> {
    match (shape, key) {
        (Shape::List, DRAFTS) => Some(Value::List(Vec::new())),
        (Shape::Prose, "text") => Some(Value::Text(String::new())),
        _ => required(key, shape).then(|| Value::Text(String::new())),
    }
}

/// The field that is a record's identity, where it has one.
pub(super) fn id_field<R: Record>() -> Option<R::Field> {
    let is_id = |field: &R::Field| R::shape(*field) == Shape::Id;
    R::FIELDS.iter().copied().find(is_id)
}
