//! The places of a search, made once for as long as the draft stays as it is: a key that goes on to the next place folds no
//! text.

use std::sync::Arc;

use super::{DraftEditor, SearchIndex};

/// The places, and how often they were made.
#[derive(Debug, Default)]
pub(super) struct KeptSearch {
    index: Option<Arc<SearchIndex>>,
    made: usize,
    /// The words that were looked for last.
    last: String,
}

impl DraftEditor {
    /// Returns all places of the draft in which words can be found.
    pub(in crate::app) fn search_index(&mut self) -> Arc<SearchIndex> {
        self.weave_changes();
        if let Some(index) = &self.kept_search.index {
            return Arc::clone(index);
        }
        let index = Arc::new(SearchIndex::of(self));
        self.kept_search.made += 1;
        self.kept_search.index = Some(Arc::clone(&index));
        index
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

    /// Takes note that the texts, the statement or what the checks tell may be others now.
    pub(super) fn forget_search_index(&mut self) {
        self.kept_search.index = None;
    }

    /// Returns how often the places were made since the draft was opened.
    pub fn search_indexes_made(&self) -> usize {
        self.kept_search.made
    }
}
