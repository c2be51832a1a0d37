//! Hand edits: knowing whether a sentence still stands on what it stood on when it was edited.

use std::collections::BTreeMap;

use super::{Document, Sentence, Source};
use crate::assessment::{Address, Assessment, Fields, Finding, FindingField, List, Place, Record};

/// What a hand edit remembers of the sentence that it replaced: 16 hexadecimal digits that are the
/// same for the same words, on every machine and in every version.
///
/// ```
/// use assay::statement::basis;
/// assert_eq!(basis("The force listens."), basis("The force listens."));
/// assert_ne!(basis("The force listens."), basis("The force listens!"));
/// ```
pub fn basis(text: &str) -> String {
    format!("{:016x}", hash(text))
}

/// FNV-1a with 64 bits: short, and the same for ever. It guards against oversight, not against malice.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A hand edit beneath which something has changed, or whose sentence is spoken no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The hand edit, by its place in the draft.
    pub edit: usize,
    /// Its sentence, by paragraph and place there; nothing where it is spoken no more.
    pub sentence: Option<(usize, usize)>,
    /// What has changed: "f3 reworded", "2 findings added".
    pub reasons: Vec<String>,
    /// What would be said there now without it.
    pub woven: String,
}

/// What a sentence stands on, each with a hash of what it says now: what a hand edit remembers.
pub fn stood_on(assessment: &Assessment, sentence: &Sentence) -> Vec<String> {
    let stands = |source: &Source| {
        let (sort, id) = named(source)?;
        let said = says(assessment, source);
        Some(format!("{sort} {id} {}", basis(&said.unwrap_or_default())))
    };
    sentence.sources.iter().filter_map(stands).collect()
}

/// The hand edits of a draft that have gone stale, in the draft's order. One that does not say what it was made
/// on claims nothing, and cannot.
pub fn stale(assessment: &Assessment, document: &Document) -> Vec<Stale> {
    if assessment.overrides.is_empty() {
        return Vec::new();
    }
    let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (paragraph, nth, sentence) in sentences(document) {
        places.entry(&sentence.key).or_insert((paragraph, nth));
    }
    let mut stale = Vec::new();
    for (edit, by_hand) in assessment.overrides.iter().enumerate() {
        let place = places.get(by_hand.sentence.as_str()).copied();
        let sentence = place.and_then(|place| document.sentence(place));
        let (reasons, woven) = match sentence {
            Some(sentence) => {
                let woven = sentence.woven.clone().unwrap_or_default();
                let mut reasons = changes(&by_hand.stood_on, &stood_on(assessment, sentence));
                let said = by_hand.basis.is_empty() || by_hand.basis == basis(&woven);
                if reasons.is_empty() && !said {
                    reasons.push("it would be said in other words now".to_owned());
                }
                (reasons, woven)
            }
            None => {
                let why = "its sentence is spoken no more, or joined with another";
                (vec![why.to_owned()], String::new())
            }
        };
        if !reasons.is_empty() {
            stale.push(Stale {
                edit,
                sentence: place,
                reasons,
                woven,
            });
        }
    }
    stale
}

fn sentences(document: &Document) -> impl Iterator<Item = (usize, usize, &Sentence)> {
    let paragraphs = document.paragraphs.iter().enumerate();
    paragraphs.flat_map(|(at, paragraph)| {
        let sentences = paragraph.sentences.iter().enumerate();
        sentences.map(move |(nth, sentence)| (at, nth, sentence.as_ref()))
    })
}

/// The sort of a line that says what was judged: in place of a hash it has the grade.
pub(super) const JUDGED: &str = "grade";

fn plain(word: &str) -> String {
    word.replace('-', " ")
}

/// How two lists of what something stands on differ, in a few words. Where nothing is known of before, nothing.
pub(super) fn changes(before: &[String], now: &[String]) -> Vec<String> {
    if before.is_empty() {
        return Vec::new();
    }
    let read = |line: &String| {
        let (sort, rest) = line.split_once(' ')?;
        let (id, hash) = rest.rsplit_once(' ')?;
        Some(((sort.to_owned(), id.to_owned()), hash.to_owned()))
    };
    let before: BTreeMap<_, _> = before.iter().filter_map(read).collect();
    let now: BTreeMap<_, _> = now.iter().filter_map(read).collect();
    let mut reasons = Vec::new();
    for ((sort, id), hash) in &before {
        match now.get(&(sort.clone(), id.clone())) {
            None => reasons.push(format!("{id} taken out")),
            Some(other) if other != hash && sort == JUDGED => {
                reasons.push(format!("{id} was {}, is {}", plain(hash), plain(other)));
            }
            Some(other) if other != hash && sort == "finding" => {
                reasons.push(format!("{id} reworded"));
            }
            Some(other) if other != hash => reasons.push(format!("{sort} {id} changed")),
            Some(_) => {}
        }
    }
    for sort in ["finding", "figure", "evidence", "item", JUDGED] {
        let added = now
            .keys()
            .filter(|key| key.0 == sort && !before.contains_key(key));
        match (added.count(), sort) {
            (0, _) => {}
            (many, "evidence") => reasons.push(format!("{many} evidence added")),
            (1, sort) => reasons.push(format!("1 {sort} added")),
            (many, sort) => reasons.push(format!("{many} {sort}s added")),
        }
    }
    reasons
}

/// The sort and id of a source that can change by itself; the draft's fields and the framework's words are
/// in the words that are spoken.
fn named(source: &Source) -> Option<(&'static str, &str)> {
    let Source::Draft(Address::Item(list, id)) = source else {
        return None;
    };
    match list {
        List::Findings => Some(("finding", id)),
        List::Figures => Some(("figure", id)),
        List::Evidence => Some(("evidence", id)),
        List::Outlook => Some(("item", id)),
        _ => None,
    }
}

/// All that a finding says, as one text. How far the drafting has come is nothing that anything stands on.
pub(super) fn said_by(finding: &Finding) -> String {
    fields(finding, Some(FindingField::Status))
}

/// All that an item says, as one text.
fn says(draft: &Assessment, source: &Source) -> Option<String> {
    let Source::Draft(address) = source else {
        return None;
    };
    Some(match draft.place_of(address)? {
        Place::Finding(at, _) => said_by(draft.findings.get(at)?),
        Place::Figure(at, _) => fields(draft.figures.get(at)?.as_ref(), None),
        Place::Evidence(at, _) => fields(draft.evidence.get(at)?.as_ref(), None),
        Place::Outlook(at, _) => fields(draft.outlook.get(at)?.as_ref(), None),
        _ => return None,
    })
}

pub(super) fn fields(record: &dyn Fields, skip: Option<FindingField>) -> String {
    let skip = skip.map(Finding::nth);
    let specs = record.specs().iter().enumerate();
    let lines = specs
        .filter(|(nth, _)| Some(*nth) != skip)
        .filter_map(|(nth, spec)| {
            let value = record.value(nth)?;
            let value = match &value {
                crate::assessment::Value::Recommendations(items) => {
                    items.iter().map(|item| fields(item, None)).collect()
                }
                value => value.to_string(),
            };
            Some(format!("{}={value}\n", spec.key))
        });
    lines.collect()
}

#[cfg(test)]
mod tests;
