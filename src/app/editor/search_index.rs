//! The places of a draft in which words can be found, each with its words folded: made once for as long as the draft stays as
//! it is, a part at a time, so that a key never waits for more than a part.

use std::collections::HashMap;

use super::DraftEditor;
use super::search::{SearchPlace, texts_of_record};
use crate::assessment::Address;
use crate::statement::Source;
use crate::text::fold;

/// The places so far, in the order in which they are walked.
#[derive(Debug, Default)]
pub(super) struct SearchIndex {
    entries: Vec<SearchEntry>,
    /// The texts of each record, which is what a sentence names as its source.
    texts: HashMap<Address, Vec<usize>>,
    next: NextPart,
}

/// The part that is to come next: all pages are one, and else a record, a sentence, a problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum NextPart {
    #[default]
    Pages,
    Record(usize),
    Sentence(usize, usize),
    Problem(usize),
    /// Everything is there.
    Nothing,
}

/// A place with its words.
#[derive(Debug)]
pub(super) struct SearchEntry {
    pub(super) place: SearchPlace,
    /// Its words, folded.
    pub(super) folded: String,
    /// Of a sentence, the entries of the texts that it speaks; they stand before it.
    pub(super) sources: Vec<usize>,
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

impl SearchIndex {
    /// Returns the places that there are so far.
    pub(super) fn entries(&self) -> &[SearchEntry] {
        &self.entries
    }

    /// Returns true where nothing of the draft is missing.
    pub(super) fn is_whole(&self) -> bool {
        self.next == NextPart::Nothing
    }

    /// Returns true where nothing is there yet.
    pub(super) fn is_new(&self) -> bool {
        self.next == NextPart::Pages
    }

    /// Lets go of what the checks told, which they tell anew.
    pub(super) fn forget_problems(&mut self) {
        if matches!(self.next, NextPart::Problem(_) | NextPart::Nothing) {
            while (self.entries)
                .pop_if(|entry| matches!(entry.place, SearchPlace::Problem(_)))
                .is_some()
            {}
            self.next = NextPart::Problem(0);
        }
    }

    /// Adds the next part. To be asked while [`SearchIndex::is_whole`] is false.
    pub(super) fn extend(&mut self, editor: &DraftEditor) {
        self.next = match self.next {
            NextPart::Pages => {
                let entry =
                    |page: &_| SearchEntry::new(SearchPlace::Page(*page), editor.page_title(*page));
                self.entries.extend(editor.pages().iter().map(entry));
                NextPart::Record(0)
            }
            NextPart::Record(nth) => match self.add_record(editor, nth) {
                true => NextPart::Record(nth + 1),
                false => NextPart::Sentence(0, 0),
            },
            NextPart::Sentence(paragraph, nth) => match self.add_sentence(editor, paragraph, nth) {
                true => NextPart::Sentence(paragraph, nth + 1),
                false if paragraph < editor.document().paragraphs.len() => {
                    NextPart::Sentence(paragraph + 1, 0)
                }
                false => NextPart::Problem(0),
            },
            NextPart::Problem(nth) => match editor.problems().all().get(nth) {
                Some(problem) => {
                    let words = format!("{} {}", problem.rule.id(), unquoted(&problem.what));
                    let place = SearchPlace::Problem(problem.clone());
                    self.entries.push(SearchEntry::new(place, &words));
                    NextPart::Problem(nth + 1)
                }
                None => NextPart::Nothing,
            },
            NextPart::Nothing => NextPart::Nothing,
        };
    }

    /// Adds the texts of a record. False where there is no such record.
    fn add_record(&mut self, editor: &DraftEditor, nth: usize) -> bool {
        let draft = &editor.assessment;
        let Some(at) = draft.nth_record(nth) else {
            return false;
        };
        let from = self.entries.len();
        let texts = texts_of_record(draft, at).into_iter();
        let shown = texts.filter(|(place, _)| editor.has_page_for(place));
        let entry = |(place, text)| SearchEntry::new(SearchPlace::Text(place), text);
        self.entries.extend(shown.map(entry));
        for (at, entry) in self.entries.iter().enumerate().skip(from) {
            if let SearchPlace::Text(place) = &entry.place
                && let Some(address) = draft.address_of(place)
            {
                let texts = self.texts.entry(address.owner().clone());
                texts.or_default().push(at);
            }
        }
        true
    }

    /// Adds a sentence of the statement. False where there is no such sentence.
    fn add_sentence(&mut self, editor: &DraftEditor, paragraph: usize, nth: usize) -> bool {
        let Some(sentence) = editor.document().sentence((paragraph, nth)) else {
            return false;
        };
        let sources = sentence.sources.iter().filter_map(|source| match source {
            Source::Draft(address) => self.texts.get(address),
            Source::Framework(_) => None,
        });
        let entry = SearchEntry {
            sources: sources.flatten().copied().collect(),
            ..SearchEntry::new(SearchPlace::Sentence(paragraph, nth), &sentence.text)
        };
        self.entries.push(entry);
        true
    }
}

/// Returns a message without the words of the draft that it quotes to name an item: they are found where they stand.
fn unquoted(message: &str) -> String {
    let parts = message.split('“').enumerate();
    let parts = parts.map(|(nth, part)| match nth {
        0 => part,
        _ => part.split_once('”').map_or("", |(_, behind)| behind),
    });
    parts.collect()
}
