//! How much of a journal its file had in it, when that was last read or written here.

use super::Journal;
use crate::store::journal::base::Base;
use crate::store::journal::place::JournalName;

impl Journal {
    /// Returns the number of entries that were handed in, from its beginning.
    pub fn entries(&self) -> u64 {
        self.saved + u64::try_from(self.since.len()).unwrap_or(0)
    }

    /// Takes entries as they are spelt.
    pub(super) fn takes(&mut self, lines: &[String]) {
        if let (None, Some(first)) = (&self.origin, lines.first()) {
            self.origin = Some((self.entries(), first.clone()));
        }
        self.since.extend_from_slice(lines);
    }

    /// Takes note that the file was read, and that what stands in it is joined with all that was handed in.
    pub fn meets(&mut self) {
        self.met = self.entries();
    }

    /// Returns the number of entries that were handed in when the file was last read or written: what came of both has
    /// them all.
    pub fn met(&self) -> u64 {
        self.met
    }

    /// Returns the journal as one that was begun with this entry.
    #[must_use]
    pub(in crate::store::journal) fn begun_with(mut self, origin: Option<(u64, String)>) -> Self {
        self.origin = origin;
        self
    }

    /// Returns the entry with which it was begun, and its number from the beginning.
    pub(in crate::store::journal) fn origin(&self) -> Option<&(u64, String)> {
        self.origin.as_ref()
    }

    pub(in crate::store::journal) fn name(&self) -> &JournalName {
        &self.name
    }

    /// Returns the text at the last save, the number of entries that it had in it, and those since.
    pub(in crate::store::journal) fn since_save(&self) -> (Base, u64, &[String]) {
        (self.base.clone(), self.saved, &self.since)
    }
}
