//! Looking for words in all that is open: headings by their titles, every text that a page shows, the sentences of the
//! statement, what the checks tell.
//!
//! The texts are folded once, when the looking begins; a letter then costs a look through folded texts and no more.
//! While a search is on ([`DraftEditor::search`]), what it finds is lit wherever it is shown, and one goes from one
//! place to the next in the order in which the draft has them.

use std::collections::HashMap;
use std::ops::Range;

use super::{DraftEditor, EditorRow, Page};
use crate::app::card::FoundInside;
use crate::app::layout::Pane;
use crate::assessment::{
    Address, Assessment, Edit, FindingField, Framework, List, Place, RecordAt, Shape, Value,
};
use crate::check::Problem;
use crate::statement::Source;
use crate::text::{Query, fold, truncate};

/// A place in which words can be found.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchPlace {
    /// A page, by its title.
    Page(Page),
    /// A text of the draft.
    Text(Place),
    /// A sentence of the statement: paragraph and sentence.
    Sentence(usize, usize),
    /// A problem that the checks tell.
    Problem(Problem),
}

/// All places of a draft, in the order in which they are walked.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<SearchEntry>,
}

#[derive(Clone, Debug)]
struct SearchEntry {
    place: SearchPlace,
    /// Its words, folded.
    folded: String,
    /// Of a sentence, the entries of the texts that it speaks.
    sources: Vec<usize>,
}

impl SearchEntry {
    fn new(place: SearchPlace, words: &str) -> Self {
        Self {
            place,
            folded: fold(words),
            sources: Vec::new(),
        }
    }
}

/// The characters that are shown before what was found in a long text.
const LEAD: usize = 20;
/// The characters that are shown of a text in a list.
const EXCERPT: usize = 60;

/// Returns a message without the words of the draft that it quotes to name an item: they are found where they stand.
fn unquoted(message: &str) -> String {
    let parts = message.split('“').enumerate();
    let parts = parts.map(|(nth, part)| match nth {
        0 => part,
        _ => part.split_once('”').map_or("", |(_, behind)| behind),
    });
    parts.collect()
}

impl SearchIndex {
    /// Returns the places of a draft.
    pub(super) fn of(editor: &DraftEditor) -> Self {
        let title =
            |page: &Page| SearchEntry::new(SearchPlace::Page(*page), editor.page_title(*page));
        let mut entries: Vec<SearchEntry> = editor.pages().iter().map(title).collect();
        let draft = &editor.assessment;
        // The texts of each record, which is what a sentence names as its source.
        let mut texts: HashMap<Address, Vec<usize>> = HashMap::new();
        for (place, text) in written_texts(draft) {
            if editor.has_page_for(&place) {
                if let Some(address) = draft.address_of(&place) {
                    let owner = address.owner().clone();
                    texts.entry(owner).or_default().push(entries.len());
                }
                entries.push(SearchEntry::new(SearchPlace::Text(place), text));
            }
        }
        let sentences = editor.document().placed();
        entries.extend(sentences.map(|((paragraph, nth), sentence)| {
            let place = SearchPlace::Sentence(paragraph, nth);
            let sources = sentence.sources.iter().filter_map(|source| match source {
                Source::Draft(address) => texts.get(address),
                Source::Framework(_) => None,
            });
            SearchEntry {
                sources: sources.flatten().copied().collect(),
                ..SearchEntry::new(place, &sentence.text)
            }
        }));
        let problems = editor.problems().all().iter();
        entries.extend(problems.map(|problem| {
            let words = format!("{} {}", problem.rule.id(), unquoted(&problem.what));
            SearchEntry::new(SearchPlace::Problem(problem.clone()), &words)
        }));
        Self { entries }
    }

    /// Returns the places that have the words, those first that have them one behind the other. Of a sentence what its
    /// sources say is found there and not once more. Without words, the pages.
    pub fn find(&self, query: &Query) -> Vec<&SearchPlace> {
        let entries = self.entries.iter();
        if query.is_empty() {
            let places = entries.map(|entry| &entry.place);
            return places
                .filter(|place| matches!(place, SearchPlace::Page(_)))
                .collect();
        }
        let ranks: Vec<Option<usize>> = entries
            .map(|entry| query.rank_folded(&entry.folded))
            .collect();
        let rank = |nth: &usize| ranks.get(*nth).copied().flatten();
        let said = |entry: &SearchEntry, rank_here: usize| {
            let mut sources = entry.sources.iter().filter_map(rank);
            sources.any(|rank| rank <= rank_here)
        };
        let mut found: Vec<(usize, &SearchPlace)> = self
            .entries
            .iter()
            .zip(&ranks)
            .filter_map(|(entry, rank)| Some((entry, (*rank)?)))
            .filter(|(entry, rank)| !said(entry, *rank))
            .map(|(entry, rank)| (rank, &entry.place))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// Returns the place that has the words behind where the cursor is, or before it, and round again; with how many there
    /// are and which of them it is. In the statement that is a sentence, elsewhere a text.
    fn step(
        &self,
        query: &Query,
        editor: &DraftEditor,
        onward: bool,
    ) -> Option<(usize, usize, SearchPlace)> {
        let in_statement = editor.pane == Pane::Statement;
        let walked = |place: &SearchPlace| match place {
            SearchPlace::Sentence(..) => in_statement,
            SearchPlace::Page(_) | SearchPlace::Text(_) => !in_statement,
            SearchPlace::Problem(_) => false,
        };
        let here = editor.search_place();
        let here = self.entries.iter().position(|entry| entry.place == here);
        let has = |entry: &SearchEntry| query.rank_folded(&entry.folded).is_some();
        let entries = self.entries.iter().enumerate();
        let found: Vec<usize> = entries
            .filter(|(_, entry)| walked(&entry.place) && has(entry))
            .map(|(at, _)| at)
            .collect();
        let last = found.len().checked_sub(1)?;
        let next = match (here, onward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(here), true) => found.iter().position(|at| *at > here).unwrap_or(0),
            (Some(here), false) => found.iter().rposition(|at| *at < here).unwrap_or(last),
        };
        let entry = self.entries.get(*found.get(next)?)?;
        Some((next + 1, found.len(), entry.place.clone()))
    }
}

/// Returns every text of a draft that is written for readers, and not an id or a choice, with its place; none is empty.
fn written_texts(draft: &Assessment) -> Vec<(Place, &str)> {
    let mut texts = Vec::new();
    let mut add = |at: RecordAt<'_>| {
        let Some(record) = draft.record(at) else {
            return;
        };
        for nth in 0..record.specs().len() {
            let text = record.text_of(nth).filter(|text| !text.trim().is_empty());
            let place = Place::of(at, nth).filter(is_written);
            texts.extend(place.zip(text));
        }
    };
    for (at, _) in draft.records_of(|_| true) {
        add(at);
        if let RecordAt::Item(List::Findings, at) = at {
            let advice = draft.findings.get(at).map(|it| it.recommendations.len());
            (0..advice.unwrap_or(0)).for_each(|nth| add(RecordAt::Recommendation(at, nth)));
        }
    }
    texts
}

fn is_written(place: &Place) -> bool {
    let written = [Shape::Prose, Shape::Line, Shape::Date, Shape::Amount];
    written.contains(&place.shape())
}

/// Returns how a draft has these words; `None` where no text of it has all of them.
pub fn found_inside(
    draft: &Assessment,
    framework: &Framework,
    query: &Query,
) -> Option<FoundInside> {
    let texts = written_texts(draft).into_iter();
    let ranked = texts.filter_map(|(place, text)| {
        let rank = query.rank_folded(&fold(text))?;
        Some((rank, place, text))
    });
    let ranked: Vec<(usize, Place, &str)> = ranked.collect();
    let (_, place, text) = ranked.iter().min_by_key(|(rank, ..)| *rank)?;
    Some(FoundInside {
        words: excerpt(text, query),
        note: note(draft, framework, place),
        many: ranked.len(),
    })
}

/// Returns what a text is, and under which heading where it is under one.
fn note(draft: &Assessment, framework: &Framework, place: &Place) -> String {
    let (record, _) = place.parts();
    let key = place.key().replace('-', " ");
    let heading = |id: &str| {
        let heading = framework.judged(id);
        heading.map_or_else(|| id.to_owned(), |it| it.title.clone())
    };
    let of_finding = |noun: &str, at: usize| {
        let finding = draft.findings.get(at);
        let under = finding.map_or_else(String::new, |it| heading(&it.heading));
        format!("{noun} · {under}")
    };
    match record {
        RecordAt::Item(List::Findings, at) => match place {
            Place::Finding(_, FindingField::Text) => of_finding("finding", at),
            _ => of_finding(&key, at),
        },
        RecordAt::Recommendation(at, _) => of_finding("recommendation", at),
        RecordAt::Item(list, _) => list.spec().noun.to_owned(),
        RecordAt::Judgment(id) => format!("{key} · {}", heading(id)),
        RecordAt::Single(_) => key,
    }
}

impl DraftEditor {
    /// Returns where the cursor is, as a place that can be found.
    fn search_place(&self) -> SearchPlace {
        match self.pane {
            Pane::Headings => SearchPlace::Page(self.page),
            Pane::Statement => SearchPlace::Sentence(self.sentence.0, self.sentence.1),
            Pane::Findings => match self.current().and_then(EditorRow::place) {
                Some(place) => SearchPlace::Text(place),
                None => SearchPlace::Page(self.page),
            },
        }
    }

    /// Goes to a place that was found. False where it is gone.
    pub(in crate::app) fn go_to_found(&mut self, place: &SearchPlace) -> bool {
        match place {
            SearchPlace::Page(page) => {
                let is_there = self.pages().contains(page);
                if is_there {
                    self.turn_page(*page);
                    self.pane = Pane::Headings;
                }
                is_there
            }
            SearchPlace::Text(place) => {
                let shown = self.show(place);
                if shown && self.pane == Pane::Headings {
                    self.pane = Pane::Findings;
                }
                shown
            }
            SearchPlace::Sentence(paragraph, nth) => {
                self.sentence = (*paragraph, *nth);
                self.pane = Pane::Statement;
                self.document().sentence(self.sentence).is_some()
            }
            SearchPlace::Problem(problem) => self.go_to(problem),
        }
    }

    /// Goes to the next place that has the words of the search that is on, or to the one before. Returns which of how many
    /// that is; `None` where there is none.
    pub(in crate::app) fn step_found(&mut self, onward: bool) -> Option<(usize, usize)> {
        let query = self.search.clone()?;
        let (nth, many, place) = self.search_index().step(&query, self, onward)?;
        self.go_to_found(&place).then_some((nth, many))
    }

    /// Returns the words of a place, and what they are: "finding of Victims".
    pub(in crate::app) fn found_words(&self, place: &SearchPlace) -> (String, String) {
        match place {
            SearchPlace::Page(page) => (self.page_title(*page).to_owned(), "page".to_owned()),
            SearchPlace::Text(place) => {
                let text = self.assessment.text(place).unwrap_or_default();
                (
                    text.to_owned(),
                    note(&self.assessment, &self.framework, place),
                )
            }
            SearchPlace::Sentence(paragraph, nth) => {
                let sentence = self.document().sentence((*paragraph, *nth));
                let text = sentence.map_or("", |it| it.text.as_str());
                (text.to_owned(), "sentence of the statement".to_owned())
            }
            SearchPlace::Problem(problem) => (
                problem.what.clone(),
                format!("{} of the checks", problem.severity.word()),
            ),
        }
    }

    /// Returns the edits that put words in the place of those that are found in texts, each with its text before and after;
    /// a text that others have changed since is left as it is.
    pub(in crate::app) fn replacing(&self, made: &[(&Place, &str, &str)]) -> Vec<Edit> {
        let sets: Vec<_> = made
            .iter()
            .filter(|(place, before, _)| self.assessment.text(place) == Some(*before))
            .map(|(place, _, after)| ((*place).clone(), Some(Value::Text((*after).to_owned()))))
            .collect();
        self.setting(&sets)
    }
}

/// Returns the part of a text around the first of what is found in it, for a row of a list.
pub(in crate::app) fn excerpt(text: &str, query: &Query) -> String {
    let first = query.all_in(text).first().map_or(0, |range| range.start);
    let before = text.get(..first).unwrap_or_default();
    let lead = before.chars().count();
    let text = match lead > LEAD + 4 {
        false => text.to_owned(),
        true => {
            let from = before
                .char_indices()
                .nth(lead - LEAD)
                .map_or(0, |(at, _)| at);
            let word = before.get(from..).and_then(|part| part.find(' '));
            let from = from + word.map_or(0, |at| at + 1);
            format!("… {}", text.get(from..).unwrap_or_default())
        }
    };
    truncate(&text, EXCERPT).into_owned()
}

/// Returns those of the ranges that are in no name in braces: what a figure is called is changed where it is called so.
pub(in crate::app) fn outside_names(text: &str, mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.retain(|range| {
        let before = text.get(..range.start).unwrap_or_default();
        let open = before
            .rfind('{')
            .is_some_and(|at| before.rfind('}').is_none_or(|end| end < at));
        !open
    });
    found
}

/// Returns a text with other words in the place of those that are found. Where what was found begins with a capital and the
/// words that were looked for do not, the other words do as well.
pub(in crate::app) fn replaced(
    text: &str,
    found: &[Range<usize>],
    sought: &str,
    by: &str,
) -> String {
    let begins_small = sought.trim().starts_with(char::is_lowercase);
    let mut all = String::with_capacity(text.len());
    let mut from = 0;
    for range in found {
        let was = text.get(range.clone()).unwrap_or_default();
        all.push_str(text.get(from..range.start).unwrap_or_default());
        match begins_small && was.starts_with(char::is_uppercase) {
            true => all.push_str(&crate::text::capital(by)),
            false => all.push_str(by),
        }
        from = range.end;
    }
    all.push_str(text.get(from..).unwrap_or_default());
    all
}
