//! The tables of a file: which there are, in the order of a new file, and what is always written of them.

use crate::assessment::{List, Shape, Single, Value};

pub(super) use crate::assessment::GRADES;

/// The key of the format's number.
pub(super) const FORMAT_KEY: &str = "format";

/// The key of an inspection's list of drafts, which no draft has.
pub(super) const DRAFTS: &str = "drafts";

/// Returns the tables that a draft has once and that have a header; the head has none.
pub(super) fn singles() -> impl DoubleEndedIterator<Item = Single> {
    let all = Single::ALL.iter().copied();
    all.filter(|single| *single != Single::Head)
}

/// Returns all tables of a draft, in the order of a new file.
pub(super) fn order() -> impl DoubleEndedIterator<Item = &'static str> {
    let lists = List::ALL.iter().map(|list| list.word());
    singles().map(Single::word).chain([GRADES]).chain(lists)
}

/// Returns true where a file must have the field: ids, and what a finding cannot be read without.
pub(super) fn required(key: &str, shape: Shape) -> bool {
    match shape {
        Shape::Id => true,
        Shape::Named => key == "heading",
        Shape::Choice(_) => key == "kind",
        _ => false,
    }
}

/// Returns the value that stays in the file for a field that is empty: an empty text is a place to write in, and an
/// inspection is known by its list of drafts.
pub(super) fn stays(key: &str, shape: Shape) -> Option<Value> {
    match (shape, key) {
        (Shape::List, DRAFTS) => Some(Value::List(Vec::new())),
        (Shape::Prose, "text") => Some(Value::Text(String::new())),
        _ => required(key, shape).then(|| Value::Text(String::new())),
    }
}
