//! Looking for words in all that is open: headings by their titles, every text that a page shows, the sentences of the
//! statement, what the checks tell.
//!
//! While a search is on ([`DraftEditor::search`]), what it finds is lit wherever it is shown, and one goes from one
//! place to the next in the order in which the draft has them.

use std::ops::Range;

use super::{DraftEditor, EditorRow, Page};
use crate::app::card::FoundInside;
use crate::app::layout::Pane;
use crate::assessment::{
    Assessment, Edit, FindingField, Framework, List, Place, RecordAt, Shape, Value,
};
use crate::check::Problem;
use crate::text::{Query, fold, truncate, uncapital};

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

/// The characters that are shown before what was found in a long text.
const LEAD: usize = 20;
/// The characters that are shown of a text in a list.
const EXCERPT: usize = 120;

/// Returns every text of a draft that is written for readers, and not an id or a choice, with its place; none is empty.
fn written_texts(draft: &Assessment) -> impl Iterator<Item = (Place, &str)> {
    let records = (0..).map_while(|nth| draft.nth_record(nth));
    records.flat_map(|at| texts_of_record(draft, at))
}

/// Returns those of one record, and behind those of a finding those of its recommendations.
pub(super) fn texts_of_record<'d>(
    draft: &'d Assessment,
    at: RecordAt<'_>,
) -> Vec<(Place, &'d str)> {
    let mut texts = Vec::new();
    let mut add = |at: RecordAt<'_>| {
        let Some(record) = draft.record(at) else {
            return;
        };
        for nth in 0..record.specs().len() {
            let text = record.text_of(nth).filter(|text| !text.trim().is_empty());
            let place = text.and_then(|_| Place::of(at, nth)).filter(is_written);
            texts.extend(place.zip(text));
        }
    };
    add(at);
    if let RecordAt::Item(List::Findings, at) = at {
        let advice = draft.findings.get(at).map(|it| it.recommendations.len());
        (0..advice.unwrap_or(0)).for_each(|nth| add(RecordAt::Recommendation(at, nth)));
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
    let ranked = written_texts(draft).filter_map(|(place, text)| {
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
    // What the page calls it.
    let key = match place.shown_label() {
        Some(label) => uncapital(label),
        None => place.key().replace('-', " "),
    };
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
    pub(super) fn search_place(&self) -> SearchPlace {
        match self.pane {
            Pane::Headings => SearchPlace::Page(self.page),
            Pane::Statement => SearchPlace::Sentence(self.sentence.0, self.sentence.1),
            // Whoever came to a page by its name stands on it until the cursor is moved.
            Pane::Findings if self.arrived == Some((self.page, self.row)) => {
                SearchPlace::Page(self.page)
            }
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
                    // In the page itself, whatever the width: where there is room for one pane, it is the one that is shown.
                    self.go_to_pane(Pane::Findings);
                    self.arrived = Some((*page, self.row));
                }
                is_there
            }
            SearchPlace::Text(place) => {
                let shown = self.show(place);
                // Whoever goes to a text is in it, also from the statement; a sentence by hand is in the statement.
                if shown && !matches!(place, Place::Override(..)) {
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
