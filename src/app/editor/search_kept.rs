//! The search of a draft: what is looked through, and what was found in it, kept for as long as the draft stays as it is.
//!
//! A key is answered by what one turn of work finds; what that leaves is looked through behind the frame, turn by turn,
//! before which the next key comes. So a letter costs the same in a draft of any length.

use super::search_hits::SearchHits;
use super::search_index::SearchIndex;
use super::{DraftEditor, SearchPlace};
use crate::app::layout::Pane;
use crate::text::Query;

/// The work of one turn, in bytes of text; a small part of what goes by between two frames.
const TURN: usize = 256 * 1024;
/// The cost of a place that is put among the others, beside the bytes of its words.
const PLACE: usize = 512;
/// The cost of a look at a place; so many bytes of its words cost one more.
const LOOKED: usize = 8;

/// The places, what has the words, and how much was done for them.
#[derive(Debug, Default)]
pub(super) struct KeptSearch {
    index: SearchIndex,
    hits: SearchHits,
    /// How often what is looked through became something else.
    changed: usize,
    made: usize,
    folded: usize,
    /// The words that were looked for last.
    last: String,
}

impl KeptSearch {
    /// Returns true where everything was looked through.
    fn is_over(&self) -> bool {
        self.index.is_whole() && self.hits.looked() == self.index.entries().len()
    }

    /// Looks on until so much work is done, or all of it.
    fn look(&mut self, editor: &DraftEditor, mut work: usize) {
        while work > 0 && !self.is_over() {
            let spent = match self.index.entries().get(self.hits.looked()) {
                Some(entry) => {
                    self.hits.look(entry);
                    LOOKED + entry.folded.len() / LOOKED
                }
                None => {
                    let before = self.index.entries().len();
                    self.made += usize::from(self.index.is_new());
                    self.index.extend(editor);
                    let new = self.index.entries().get(before..).unwrap_or_default();
                    self.folded += new.len();
                    PLACE + new.iter().map(|it| PLACE + it.folded.len()).sum::<usize>()
                }
            };
            work = work.saturating_sub(spent);
        }
    }

    fn place(&self, nth: usize) -> Option<&SearchPlace> {
        self.index.entries().get(nth).map(|entry| &entry.place)
    }

    /// Returns the place that has the words behind where the cursor is, or before it, and round again; with how many there
    /// are and which of them it is. In the statement that is a sentence, elsewhere a text.
    fn step(&self, editor: &DraftEditor, onward: bool) -> Option<(usize, usize, SearchPlace)> {
        let in_statement = editor.pane == Pane::Statement;
        let walked = |place: &SearchPlace| match place {
            SearchPlace::Sentence(..) => in_statement,
            SearchPlace::Page(_) | SearchPlace::Text(_) => !in_statement,
            SearchPlace::Problem(_) => false,
        };
        let here = editor.search_place();
        let entries = self.index.entries();
        let here = entries.iter().position(|entry| entry.place == here);
        let entries = entries.iter().enumerate();
        let found: Vec<usize> = entries
            .filter(|(at, entry)| walked(&entry.place) && self.hits.has(*at))
            .map(|(at, _)| at)
            .collect();
        let last = found.len().checked_sub(1)?;
        let next = match (here, onward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(here), true) => found.iter().position(|at| *at > here).unwrap_or(0),
            (Some(here), false) => found.iter().rposition(|at| *at < here).unwrap_or(last),
        };
        let place = self.place(*found.get(next)?)?;
        Some((next + 1, found.len(), place.clone()))
    }
}

impl DraftEditor {
    /// Looks for words: goes through as much of the draft as a key has time for.
    pub(in crate::app) fn look_for(&mut self, query: Query) {
        if self.kept_search.hits.query != query {
            self.kept_search.hits = SearchHits::of(query);
        }
        self.look(TURN);
    }

    /// Looks through the rest of the draft, as far as a turn goes.
    pub(in crate::app) fn look_on(&mut self) {
        self.look(TURN);
    }

    /// Looks through all the rest of the draft.
    pub(in crate::app) fn look_through(&mut self) {
        self.look(usize::MAX);
    }

    fn look(&mut self, work: usize) {
        self.weave_changes();
        let mut kept = std::mem::take(&mut self.kept_search);
        kept.look(self, work);
        self.kept_search = kept;
    }

    /// Returns true where nothing of the draft is left to be looked through.
    pub(in crate::app) fn is_looked_through(&self) -> bool {
        self.kept_search.is_over()
    }

    /// Returns the places that have the words, as far as was looked, those first that have them one behind the other.
    /// Without words, the pages.
    pub(in crate::app) fn found(&self) -> impl Iterator<Item = &SearchPlace> {
        let kept = &self.kept_search;
        kept.hits.all().filter_map(|nth| kept.place(nth))
    }

    /// Returns how many places have the words, as far as was looked.
    pub(in crate::app) fn many_found(&self) -> usize {
        self.kept_search.hits.many()
    }

    /// Goes to the next place that has the words of the search that is on, or to the one before. Returns which of how many
    /// that is; `None` where there is none.
    pub(in crate::app) fn step_found(&mut self, onward: bool) -> Option<(usize, usize)> {
        self.look_for(self.search.clone()?);
        self.look_through();
        let (nth, many, place) = self.kept_search.step(self, onward)?;
        self.go_to_found(&place).then_some((nth, many))
    }

    /// Takes note of words that were looked for.
    pub(in crate::app) fn note_sought(&mut self, words: &str) {
        if !words.trim().is_empty() {
            words.trim().clone_into(&mut self.kept_search.last);
        }
    }

    /// Returns the words that were looked for last; empty where none were.
    pub(in crate::app) fn last_sought(&self) -> &str {
        &self.kept_search.last
    }

    /// Takes note that the texts or the statement may be others now.
    pub(super) fn forget_search_index(&mut self) {
        let kept = &mut self.kept_search;
        kept.changed += 1;
        kept.index = SearchIndex::default();
        kept.hits = SearchHits::of(std::mem::take(&mut kept.hits.query));
    }

    /// Takes note that what the checks tell may be something else now.
    pub(super) fn forget_found_problems(&mut self) {
        let kept = &mut self.kept_search;
        kept.changed += 1;
        kept.index.forget_problems();
        kept.hits = SearchHits::of(std::mem::take(&mut kept.hits.query));
    }

    /// Returns how often what is looked through became something else since the draft was opened.
    pub(in crate::app) fn search_changed(&self) -> usize {
        self.kept_search.changed
    }

    /// Returns how often the places were made since the draft was opened.
    pub fn search_indexes_made(&self) -> usize {
        self.kept_search.made
    }

    /// Returns how many texts were folded for them.
    pub fn search_texts_folded(&self) -> usize {
        self.kept_search.folded
    }
}
