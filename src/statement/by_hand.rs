//! Hand edits: what each is made on, and THE function that says which have gone stale since. The weaver calls it, and all
//! others read [`Document::stale`].

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::context::Values;
use super::{Document, Sentence, Source, Stale};
use crate::assessment::{
    Address, Assessment, Fields, Finding, FindingField, Framework, List, Override, Place, Record,
    Value,
};
use crate::text::counted;

/// Returns the digest that a hand edit keeps of the sentence that it replaced: 16 hexadecimal digits that are the
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

/// Returns the FNV-1a hash with 64 bits: short, and stable. It guards against oversight, not against malice.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Returns a hand edit of a sentence, with what it is made on: the woven words and, with a hash of its present text,
/// all that the words stand on.
pub fn hand_edit(
    assessment: &Assessment,
    framework: &Framework,
    sentence: &Sentence,
    words: &str,
) -> Override {
    let woven = sentence.woven.as_deref().unwrap_or(sentence);
    let named = Values::for_one(assessment, framework).figures(words);
    let named = named.map(|id| Source::item(List::Figures, &id));
    let sources: BTreeSet<Source> = woven.sources.iter().cloned().chain(named).collect();
    Override {
        sentence: sentence.key.clone(),
        text: words.to_owned(),
        basis: basis(&woven.text),
        stood_on: stood_on(assessment, &sources),
        ..Override::default()
    }
}

/// Returns the sources that can change by themselves, each with a hash of its present text.
fn stood_on<'s>(
    assessment: &Assessment,
    sources: impl IntoIterator<Item = &'s Source>,
) -> Vec<String> {
    let line = |source: &Source| {
        let (kind, id) = kind_and_id(source)?;
        let text = source_text(assessment, source);
        Some(format!("{kind} {id} {}", basis(&text.unwrap_or_default())))
    };
    sources.into_iter().filter_map(line).collect()
}

/// Returns the stale hand edits of a draft, in the draft's order. One that does not record what it was made on is
/// never stale while it is spoken.
pub(super) fn stale(
    assessment: &Assessment,
    framework: &Framework,
    document: &Document,
) -> Vec<Stale> {
    if assessment.overrides.is_empty() {
        return Vec::new();
    }
    let mut places: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut inside = HashSet::new();
    for (paragraph, nth, sentence) in sentences(document) {
        places.entry(&sentence.key).or_insert((paragraph, nth));
        let edits = sentence.sources.iter();
        let edits = edits.filter_map(|source| source.id_in(List::Overrides));
        inside.extend(edits.filter(|key| *key != sentence.key));
    }
    // Where two have one key, the last is spoken.
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (edit, by_hand) in assessment.overrides.iter().enumerate() {
        last.insert(&by_hand.sentence, edit);
    }
    let edits = assessment.overrides.iter().enumerate();
    let edits = edits.filter_map(|(edit, by_hand)| {
        let key = by_hand.sentence.as_str();
        let place = places.get(key).copied();
        let sentence = place.and_then(|place| document.sentence(place));
        let last = last.get(key) == Some(&edit);
        let woven = sentence.and_then(|sentence| sentence.woven.as_deref());
        let (sentence, reasons) = match (sentence, woven) {
            _ if by_hand.text.trim().is_empty() => (None, vec![WORDLESS.to_owned()]),
            (Some(_), _) if !last => (None, vec![ANOTHER.to_owned()]),
            (Some(sentence), Some(woven)) => {
                let now = stood_on(assessment, &sentence.sources);
                let mut reasons = changes(assessment, framework, &by_hand.stood_on, &now);
                let same = by_hand.basis.is_empty() || by_hand.basis == basis(&woven.text);
                if reasons.is_empty() && !same {
                    reasons.push(OTHER_WORDS.to_owned());
                }
                (place, reasons)
            }
            _ if inside.contains(key) => (None, vec![INSIDE.to_owned()]),
            _ => (None, vec![UNSPOKEN.to_owned()]),
        };
        let woven = woven.map(|woven| woven.text.clone()).unwrap_or_default();
        (!reasons.is_empty()).then_some(Stale {
            edit,
            sentence,
            reasons,
            woven,
        })
    });
    edits.collect()
}

const OTHER_WORDS: &str = "it would be said in other words now";
const WORDLESS: &str = "it has no words";
const ANOTHER: &str = "another hand edit of the same sentence is spoken";
const INSIDE: &str = "its paragraph is written by hand as a whole";
const UNSPOKEN: &str = "its sentence is spoken no more, or joined with another";

/// Returns every sentence with the numbers of its paragraph and of its place there.
fn sentences(document: &Document) -> impl Iterator<Item = (usize, usize, &Sentence)> {
    let paragraphs = document.paragraphs.iter().enumerate();
    paragraphs.flat_map(|(at, paragraph)| {
        let sentences = paragraph.sentences.iter().enumerate();
        sentences.map(move |(nth, sentence)| (at, nth, sentence.as_ref()))
    })
}

/// The kind of a line about a judgment: in place of a hash it has the grade.
pub(super) const JUDGED: &str = "grade";

/// Returns what a line is about for people: a finding by its first words.
fn named(draft: &Assessment, framework: &Framework, (kind, id): &(String, String)) -> String {
    if kind == JUDGED {
        return framework.judged(id).map_or(id, |it| &it.title).clone();
    }
    let list = list_of(kind).unwrap_or(List::Outlook);
    let at = draft.ids(list).position(|other| other == id);
    let item = at.and_then(|at| draft.item(list, at));
    item.map_or_else(|| list.spec().one.to_owned(), |item| item.named())
}

/// Returns the word with blanks for hyphens.
fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

/// Describes the differences between two lists of sources, each in a few words. Empty where `before` is empty.
pub(super) fn changes(
    draft: &Assessment,
    framework: &Framework,
    before: &[String],
    now: &[String],
) -> Vec<String> {
    if before.is_empty() {
        return Vec::new();
    }
    let read = |line: &String| {
        let (kind, rest) = line.split_once(' ')?;
        let (id, hash) = rest.rsplit_once(' ')?;
        Some(((kind.to_owned(), id.to_owned()), hash.to_owned()))
    };
    let before: BTreeMap<_, _> = before.iter().filter_map(read).collect();
    let now: BTreeMap<_, _> = now.iter().filter_map(read).collect();
    let mut reasons = Vec::new();
    let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
    for (about, hash) in &before {
        match now.get(about) {
            None if about.0 == JUDGED => {
                reasons.push(format!("{} not graded", named(draft, framework, about)));
            }
            None => *gone.entry(&about.0).or_default() += 1,
            Some(other) if other == hash => {}
            Some(other) if about.0 == JUDGED => {
                let title = named(draft, framework, about);
                reasons.push(format!(
                    "{title} was {}, is {}",
                    spaced(hash),
                    spaced(other)
                ));
            }
            Some(_) => reasons.push(format!("{} changed", named(draft, framework, about))),
        }
    }
    let many = |many: usize, kind: &str| match kind {
        "evidence" => counted(many, "piece") + " of evidence",
        kind => counted(many, kind),
    };
    let gone = gone.into_iter();
    reasons.extend(gone.map(|(kind, count)| format!("{} taken out", many(count, kind))));
    for kind in ["finding", "figure", "evidence", "item", JUDGED] {
        let added = now
            .keys()
            .filter(|key| key.0 == kind && !before.contains_key(key));
        match added.count() {
            0 => {}
            added => reasons.push(format!("{} added", many(added, kind))),
        }
    }
    reasons
}

/// Returns the kind and id of a source that can change by itself. The draft's fields and the framework's words are part
/// of the spoken text anyway.
fn kind_and_id(source: &Source) -> Option<(&'static str, &str)> {
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

/// Returns true where a hand edit, a grade or a reason goes stale with the field.
fn is_basis(field: FindingField) -> bool {
    use FindingField as F;
    match field {
        // How far the drafting has come changes nothing that is said.
        F::Status => false,
        F::Id
        | F::Heading
        | F::Kind
        | F::Stance
        | F::Adverb
        | F::Person
        | F::Tense
        | F::Text
        | F::Join
        | F::Also
        | F::Refer
        | F::BeginsWith
        | F::BeginsParagraph
        | F::Reads
        | F::Follows
        | F::Change
        | F::Order
        | F::Paragraph
        | F::LookedAt
        | F::Found
        | F::Comparison
        | F::Effect
        | F::Evidence
        | F::Against
        | F::Spoken
        | F::Was
        | F::Why
        | F::Sensitive
        | F::Recommendations => true,
    }
}

/// Returns all fields of a finding that something can rest on, as one text.
pub(super) fn finding_text(finding: &Finding) -> String {
    lines(finding, &|nth| {
        Finding::FIELDS.get(nth).copied().is_none_or(is_basis)
    })
}

/// Returns the grounds of judgments and hand edits as they are to be kept after a change that says nothing new – other
/// words for the same things – with where they are kept: what stood as it stood in `before` stands as it does in `after`,
/// and what was stale before stays so.
pub fn grounds_kept(before: &Assessment, after: &Assessment) -> Vec<(Place, Option<Value>)> {
    let records = after.records_of(|_| true).into_iter();
    let places = records.flat_map(|(at, _)| at.places());
    let grounds = places.filter(Place::is_ground);
    let kept = grounds.filter_map(|place| {
        let then = after.ids_at(&place);
        let now: Vec<String> = then.iter().map(|line| kept(line, before, after)).collect();
        (now != then).then_some((place, Some(Value::List(now))))
    });
    kept.collect()
}

/// Returns a line of a ground with the hash of what it names in `after`, where it has that of what it names in `before`.
fn kept(line: &str, before: &Assessment, after: &Assessment) -> String {
    let parts = line.split_once(' ').zip(line.rsplit_once(' '));
    let source = parts.and_then(|((kind, _), (about, hash))| {
        let id = about.strip_prefix(kind)?.trim_start();
        Some((about, hash, Source::item(list_of(kind)?, id)))
    });
    let Some((about, hash, source)) = source else {
        return line.to_owned();
    };
    let hashed = |draft| source_text(draft, &source).map(|text| basis(&text));
    match (hashed(before), hashed(after)) {
        (Some(then), Some(now)) if then == hash => format!("{about} {now}"),
        _ => line.to_owned(),
    }
}

/// Returns the list of a kind of line; `None` of one about a judgment.
fn list_of(kind: &str) -> Option<List> {
    Some(match kind {
        "finding" => List::Findings,
        "figure" => List::Figures,
        "evidence" => List::Evidence,
        "item" => List::Outlook,
        _ => return None,
    })
}

/// Returns all fields of the source's item as one text.
fn source_text(draft: &Assessment, source: &Source) -> Option<String> {
    let Source::Draft(address) = source else {
        return None;
    };
    Some(match draft.place_of(address)? {
        Place::Finding(at, _) => finding_text(draft.findings.get(at)?),
        Place::Figure(at, _) => fields(draft.figures.get(at)?.as_ref()),
        Place::Evidence(at, _) => fields(draft.evidence.get(at)?.as_ref()),
        Place::Outlook(at, _) => fields(draft.outlook.get(at)?.as_ref()),
        _ => return None,
    })
}

/// Returns the fields of a record as lines of key and value.
pub(super) fn fields(record: &dyn Fields) -> String {
    lines(record, &|_| true)
}

fn lines(record: &dyn Fields, keep: &dyn Fn(usize) -> bool) -> String {
    let specs = record.specs().iter().enumerate();
    let lines = specs
        .filter(|(nth, _)| keep(*nth))
        .filter_map(|(nth, spec)| {
            let value = record.value(nth)?;
            let value = match &value {
                Value::Recommendations(items) => items.iter().map(|item| fields(item)).collect(),
                value => value.to_string(),
            };
            Some(format!("{}={value}\n", spec.key))
        });
    lines.collect()
}

#[cfg(test)]
mod tests;
