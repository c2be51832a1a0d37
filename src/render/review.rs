//! The review notes of a draft, in a print for those who work on it.
//!
//! No print has them unless they are asked for: what reviewers say to each other is not for the public. Notes that are dealt
//! with are left out, and so are those on what is sensitive.

use std::collections::{BTreeMap, HashSet};

use super::answers::is_sensitive;
use super::block::{Block, ListItem, Run};
use super::report::Ledger;
use super::sources::day;
use super::words::first_words;
use super::{line, printed};
use crate::assessment::{
    Address, Assessment, Framework, List, Note, Place, RecordAt, ResponseField,
};
use crate::statement::{Document, Sentence, Source};
use crate::text::capital;

/// Heads the list of review notes.
const TITLE: &str = "Review notes";

/// The number of words of a sentence that are enough to know it by.
const FEW: usize = 8;

/// A review note, as it is printed.
#[derive(Clone, Debug)]
pub(super) struct ReviewNote<'a> {
    pub(super) note: &'a Note,
    /// The number and the first words of the sentence that it is about.
    sentence: Option<(usize, String)>,
    /// The key of that sentence.
    pub(super) key: Option<&'a str>,
    /// Its subject, where that is no sentence of the print, or something that a sentence does not say.
    about: String,
}

impl ReviewNote<'_> {
    /// Returns the number of the sentence that it is about.
    pub(super) fn number(&self) -> Option<usize> {
        self.sentence.as_ref().map(|(number, _)| *number)
    }

    /// Returns what it is about, where that is more than a sentence of the print.
    pub(super) fn about(&self) -> &str {
        &self.about
    }

    /// Returns the note as an item of a list: what it is about, the words, and who wrote them when.
    fn item(&self, numbered: bool) -> ListItem {
        let sentence = match &self.sentence {
            Some((number, first)) if numbered => format!("[{number}] “{first}”"),
            Some((_, first)) => format!("“{first}”"),
            None => String::new(),
        };
        let about = match (sentence.is_empty(), self.about.is_empty()) {
            (true, true) => String::new(),
            (false, false) => format!("{sentence}, {}:", self.about),
            _ => format!("{sentence}{}:", self.about),
        };
        let signed = [line(&self.note.by), day(&self.note.date)];
        let signed: Vec<String> = signed.into_iter().filter(|it| !it.is_empty()).collect();
        let signed = match signed.is_empty() {
            true => String::new(),
            false => format!("({})", signed.join(", ")),
        };
        let runs = [
            Run::Strong(about),
            Run::Plain(line(&self.note.text)),
            Run::Plain(signed),
        ];
        let filled =
            |run: &Run| !matches!(run, Run::Strong(words) | Run::Plain(words) if words.is_empty());
        ListItem {
            runs: runs.into_iter().filter(filled).collect(),
            items: Vec::new(),
        }
    }
}

/// Returns the review notes that a print for those who work on the draft has, in the order of its sentences; those about
/// none come last.
pub(super) fn review_notes<'a>(
    document: &'a Document,
    draft: &'a Assessment,
    framework: &Framework,
) -> Vec<ReviewNote<'a>> {
    let open: Vec<&Note> = open_notes(draft, framework).map(|(_, note)| note).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let places = SentencePlaces::of(document, draft);
    let one = |note: &'a Note| {
        let on = note.on.trim();
        let found = places.about(on, draft, framework);
        ReviewNote {
            note,
            key: found.map(|(_, sentence)| sentence.key.as_str()),
            about: match found {
                Some(_) if !is_value(on, draft) => String::new(),
                _ => about(on, draft, framework),
            },
            sentence: found.map(|(number, sentence)| (number, first_words(&sentence.text, FEW))),
        }
    };
    let mut notes: Vec<ReviewNote<'_>> = open.into_iter().map(one).collect();
    notes.sort_by_key(|note| (note.sentence.is_none(), note.number()));
    notes
}

/// Returns the list of review notes; no blocks where there are none.
pub(super) fn list(
    document: &Document,
    draft: &Assessment,
    framework: &Framework,
    numbered: bool,
) -> Vec<Block> {
    let notes = review_notes(document, draft, framework);
    if notes.is_empty() {
        return Vec::new();
    }
    let items = notes.iter().map(|note| note.item(numbered));
    vec![
        Block::Heading(2, TITLE.to_owned()),
        Block::List(items.collect()),
    ]
}

/// Returns the notes that are not dealt with and about nothing sensitive, with their places in the draft.
pub(super) fn open_notes<'a>(
    draft: &'a Assessment,
    framework: &Framework,
) -> impl Iterator<Item = (usize, &'a Note)> {
    let secrets = Secrets::of(draft, framework);
    let notes = draft.notes.iter().map(AsRef::as_ref).enumerate();
    notes.filter(move |(_, note)| {
        !note.resolved && !note.text.trim().is_empty() && !secrets.is_about(&note.on)
    })
}

/// The ids of what no print has: sensitive findings, and the evidence and figures that only they use.
struct Secrets<'a> {
    ids: HashSet<&'a str>,
    /// The addresses of answers to such findings.
    answers: HashSet<String>,
}

impl<'a> Secrets<'a> {
    fn of(draft: &'a Assessment, framework: &Framework) -> Self {
        let findings = draft.findings.iter().filter(|it| it.sensitive);
        let mut ids: HashSet<&str> = findings.map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            let ledger = Ledger::new(draft, framework);
            let evidence: HashSet<&str> = ledger.listed_evidence().collect();
            let figures: HashSet<&str> = ledger.listed_figures().map(|it| it.id.as_str()).collect();
            let hidden = |known: HashSet<&'a str>, list| {
                let ids = draft.ids(list);
                ids.filter(move |id| !known.contains(id))
                    .collect::<Vec<_>>()
            };
            ids.extend(hidden(evidence, List::Evidence));
            ids.extend(hidden(figures, List::Figures));
        }
        let answers = draft.responses.iter().enumerate();
        let answers = answers.filter(|(_, answer)| is_sensitive(&answer.on, draft));
        let answers = answers.filter_map(|(at, _)| {
            let place = Place::Response(at, ResponseField::Text);
            Some(draft.address_of(&place)?.owner().to_string())
        });
        Self {
            ids,
            answers: answers.collect(),
        }
    }

    fn is_about(&self, on: &str) -> bool {
        if self.answers.contains(on.trim()) {
            return true;
        }
        let item = Address::item_in(on.trim());
        let item = item.strip_prefix("overrides.").unwrap_or(item);
        // The key of a sentence is made of the ids of all that it says.
        let mut ids = std::iter::once(item).chain(item.split('+'));
        ids.any(|id| {
            let first = id.split('.').next().unwrap_or(id);
            self.ids.contains(id) || self.ids.contains(first)
        })
    }
}

/// The sentences of a statement, quick to be asked for.
struct SentencePlaces<'a> {
    sentences: Vec<(usize, &'a Sentence)>,
    keys: BTreeMap<&'a str, usize>,
    sources: BTreeMap<&'a Source, usize>,
    /// The places of the first sentences under headings.
    headings: BTreeMap<&'a str, usize>,
}

impl<'a> SentencePlaces<'a> {
    fn of(document: &'a Document, draft: &'a Assessment) -> Self {
        let mut places = Self {
            sentences: Vec::new(),
            keys: BTreeMap::new(),
            sources: BTreeMap::new(),
            headings: BTreeMap::new(),
        };
        let findings = crate::assessment::by_id(&draft.findings, |it| &it.id);
        for paragraph in printed(document) {
            let Some(first) = paragraph.first else {
                continue;
            };
            for (number, (_, sentence)) in (first..).zip(paragraph.sentences) {
                let at = places.sentences.len();
                places.keys.entry(&sentence.key).or_insert(at);
                for source in &sentence.sources {
                    places.sources.entry(source).or_insert(at);
                    let finding = source.id_in(List::Findings);
                    let finding = finding.and_then(|id| findings.get(id));
                    if let Some(finding) = finding {
                        places.headings.entry(&finding.heading).or_insert(at);
                    }
                }
                places.sentences.push((number, sentence));
            }
        }
        places
    }

    /// Returns the sentence that a note is about, with its number: the one of that name, else the first that stands on
    /// what the note names, else the first under the heading.
    fn about(
        &self,
        on: &str,
        draft: &Assessment,
        framework: &Framework,
    ) -> Option<(usize, &'a Sentence)> {
        let address = Address::parse(on, draft);
        let heading = |id: &str| {
            let of_heading = framework.heading(id).is_some() || draft.grades.contains_key(id);
            self.headings.get(id).filter(|_| of_heading)
        };
        let at = self.keys.get(on).or_else(|| match address.owner() {
            Address::Sentence(key) => {
                let ids = || key.split('+');
                let finding = |id: &str| self.sources.get(&Source::item(List::Findings, id));
                heading(key).or_else(|| ids().find_map(finding))
            }
            Address::Judgment(id) => {
                let judged = Source::Draft(address.owner().clone());
                self.sources.get(&judged).or_else(|| heading(id))
            }
            Address::Item(List::Overrides, key) => self.keys.get(key.as_str()),
            owner => self.sources.get(&Source::Draft(owner.clone())),
        });
        self.sentences.get(*at?).copied()
    }
}

/// Returns what a note is about, by a name that has none of the draft's words: "Finding f3 · Effect", "Victims · Why".
fn about(on: &str, draft: &Assessment, framework: &Framework) -> String {
    let Some(place) = draft.place_of(&Address::parse(on, draft)) else {
        return match framework.heading(on) {
            Some(heading) => line(&heading.title),
            None => line(on),
        };
    };
    let list = match place.parts().0 {
        RecordAt::Item(list, _) => list,
        RecordAt::Recommendation(..) => List::Findings,
        RecordAt::Single(_) | RecordAt::Judgment(_) => {
            return line(&place.listed(draft, framework));
        }
    };
    let item = format!("{} {}", capital(list.spec().one), Address::item_in(on));
    match is_value(on, draft) {
        true => line(&format!("{item} · {}", place.label())),
        false => line(&item),
    }
}

/// Says whether a note is about a value that is not what stands for the whole.
fn is_value(on: &str, draft: &Assessment) -> bool {
    let address = Address::parse(on, draft);
    matches!(address, Address::Value(..)) && !address.is_main()
}
