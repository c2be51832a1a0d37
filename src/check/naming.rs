//! What the items of a draft are called in a message, so that each message says what it is about. No id is shown, but
//! those that people type: the names of figures.

use super::{CheckContext, Problem, Rule, problem};
use crate::assessment::{Address, Assessment, Framework, List};
use crate::text::truncate;

/// Columns for the words of a sentence.
const WORDS: usize = 36;

/// Returns the name of an item, as it can begin a message: a heading's title, "finding “The force …”", "the body's name".
pub(super) fn name(draft: &Assessment, framework: &Framework, address: &Address) -> String {
    match address {
        Address::Judgment(id) => match framework.judged(id) {
            Some(heading) if !heading.title.trim().is_empty() => heading.title.clone(),
            _ => format!("heading \"{id}\""),
        },
        Address::Item(List::Findings, id) => {
            let words = draft.finding(id).map_or("", |finding| &finding.text);
            List::Findings.spec().named(words)
        }
        Address::Item(list, _) | Address::Nth(list, _) => {
            let place = draft.place_of(address);
            place.map_or_else(
                || list.spec().one.to_owned(),
                |place| place.named(draft, framework),
            )
        }
        Address::Sentence(_) => "a sentence of the statement".to_owned(),
        Address::Field(path) => match path.split_once('.').unwrap_or((path, "")) {
            ("overall", _) => "the whole".to_owned(),
            ("statement", _) => "the statement".to_owned(),
            _ => match draft.place_of(address) {
                Some(place) => format!("the {}", place.named(draft, framework)),
                None => path.clone(),
            },
        },
        Address::Value(owner, _) => name(draft, framework, owner),
    }
}

/// Returns a sentence by its first words, in quotation marks.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", truncate(words.trim(), WORDS))
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
        let what = format!("{} {}", self.named(&place), says.as_ref());
        problem(rule, place, what, remedy)
    }

    /// Returns the name of an item, looked up by its id.
    pub(super) fn named(&self, place: &Address) -> String {
        let (list, words) = match place {
            Address::Item(list @ List::Findings, id) => {
                let found = self.findings.get(id.as_str());
                (*list, found.map(|it| it.text.as_str()))
            }
            Address::Item(list @ List::Evidence, id) => {
                let found = self.evidence.get(id.as_str());
                (*list, found.map(|it| it.title.as_str()))
            }
            _ => return name(self.draft, self.framework, place),
        };
        list.spec().named(words.unwrap_or_default())
    }

    /// Returns a finding's first words, in quotation marks, by its id.
    pub(super) fn finding_quoted(&self, id: &str) -> String {
        quoted(self.findings.get(id).map_or("", |finding| &finding.text))
    }

    /// Returns the title of a heading or, where it has none, its id.
    pub(super) fn title<'t>(&'t self, id: &'t str) -> &'t str {
        self.framework.judged(id).map_or(id, |it| it.title.as_str())
    }
}
