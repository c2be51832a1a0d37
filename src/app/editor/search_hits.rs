//! The places of a draft that have the words which are looked for, as far as it was looked through.

use super::SearchPlace;
use super::search_index::SearchEntry;
use crate::text::Query;

/// The places that have the words, by their places among all.
#[derive(Debug, Default)]
pub(super) struct SearchHits {
    pub(super) query: Query,
    /// How well each place has them that was looked through.
    ranks: Vec<Option<usize>>,
    /// The places that have the words one behind the other.
    first: Vec<usize>,
    /// The places that have each of them.
    others: Vec<usize>,
}

impl SearchHits {
    /// Returns those of other words, before anything is looked through.
    pub(super) fn of(query: Query) -> Self {
        Self {
            query,
            ..Self::default()
        }
    }

    /// Returns how many places were looked through.
    pub(super) fn looked(&self) -> usize {
        self.ranks.len()
    }

    /// Looks whether the next place has the words. Of a sentence what its sources say is found there and not once more.
    /// Without words, the pages are found.
    pub(super) fn look(&mut self, entry: &SearchEntry) {
        let rank = match self.query.is_empty() {
            true => matches!(entry.place, SearchPlace::Page(_)).then_some(0),
            false => self.query.rank_folded(&entry.folded),
        };
        let nth = self.ranks.len();
        self.ranks.push(rank);
        let Some(rank) = rank else {
            return;
        };
        let rank_of = |nth: &usize| self.ranks.get(*nth).copied().flatten();
        let mut sources = entry.sources.iter().filter_map(rank_of);
        if sources.any(|source| source <= rank) {
            return;
        }
        match rank {
            0 => self.first.push(nth),
            _ => self.others.push(nth),
        }
    }

    /// Returns the places, those first that have the words one behind the other.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> {
        self.first.iter().chain(&self.others).copied()
    }

    /// Returns how many there are.
    pub(super) fn many(&self) -> usize {
        self.first.len() + self.others.len()
    }

    /// Returns true where a place has the words, also where it says what its sources say.
    pub(super) fn has(&self, nth: usize) -> bool {
        self.ranks.get(nth).is_some_and(Option::is_some)
    }
}
