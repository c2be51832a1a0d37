//! What the items of a draft are called in a message, so that each message says what it is about.

use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Framework};

/// Returns the name of an item, as it can begin a message: a heading's title, `finding "f1"`, `response 2`.
pub(super) fn name(framework: &Framework, address: &Address) -> String {
    match address {
        Address::Judgment(id) => match framework.judged(id) {
            Some(heading) if !heading.title.trim().is_empty() => heading.title.clone(),
            _ => format!("heading \"{id}\""),
        },
        Address::Item(list, id) => format!("{} \"{id}\"", list.spec().one),
        Address::Nth(list, at) => format!("{} {}", list.spec().one, at + 1),
        Address::Sentence(key) => format!("the sentence \"{key}\""),
        Address::Field(path) => match path.split_once('.').unwrap_or((path, "")) {
            ("overall", _) => "the whole".to_owned(),
            ("statement", _) => "the statement".to_owned(),
            ("inspector", key) => format!("the inspector's {key}"),
            ("subject", key) => format!("the body's {key}"),
            ("period", "label") => "the year".to_owned(),
            _ => path.clone(),
        },
        Address::Value(owner, _) => name(framework, owner),
    }
}

impl CheckContext<'_> {
    /// Returns a problem of the whole of an item. `says` follows the item's name: "is carried over, and …".
    pub(super) fn about(
        &self,
        rule: Rule,
        place: Address,
        says: impl AsRef<str>,
        remedy: impl Into<String>,
    ) -> Problem {
        let what = format!("{} {}", name(self.framework, &place), says.as_ref());
        problem(rule, place, what, remedy)
    }
}
