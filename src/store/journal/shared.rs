//! The entries that two journals share: whoever takes a file over goes on with a copy of its journal.

use super::edits::JournalEdit;
use super::replay::Replay;
use super::writer::{Journal, line};
use crate::assessment::{Editable, HistoryEntry};

impl<D: Editable<Edit: JournalEdit>> Replay<D> {
    /// Returns true where another journal has the entry with which this one was begun: one of the two is a copy of the
    /// other, that has gone on by itself.
    pub fn is_begun_as(&self, other: &Self) -> bool {
        let first = || Some((self.before, spelt(self.entries.first()?)));
        let Some((number, entry)) = self.origin.clone().or_else(first) else {
            return false;
        };
        let at = number.checked_sub(other.before);
        let there = at.and_then(|at| other.entries.get(usize::try_from(at).ok()?));
        there.is_some_and(|there| spelt(there) == entry)
    }

    /// Returns the number of entries, from its beginning, that another journal begins with too, as far as entries that are
    /// not in its base show it; else none.
    pub fn shared(&self, other: &Self) -> u64 {
        let first = self.before.max(other.before);
        let from = |replay: &Self| usize::try_from(first - replay.before).unwrap_or(usize::MAX);
        let own = self.entries.iter().skip(from(self));
        let others = other.entries.iter().skip(from(other));
        let same = own.zip(others).take_while(|(own, other)| own == other);
        match same.count() {
            0 => 0,
            many => first + u64::try_from(many).unwrap_or(0),
        }
    }

    /// Returns the number of entries, from its beginning, that a text of this hash has in it, or `None` where it never saw
    /// such a text.
    pub fn all_in(&self, hash: &str) -> Option<u64> {
        let many = self.entries_in(hash)?;
        Some(self.before + u64::try_from(many).unwrap_or(0))
    }
}

impl Journal {
    /// Returns what it has beyond the last save of its file, as it would be read again.
    pub fn replay<D: Editable<Edit: JournalEdit>>(&self) -> Replay<D> {
        let (base, before, lines) = self.since_save();
        let mut replay = Replay::of_lines(self.name(), base, before, lines, self.protection());
        replay.origin = self.origin().cloned();
        replay
    }
}

fn spelt<E: JournalEdit>((time, entry): &(i64, HistoryEntry<E>)) -> String {
    line(*time, entry)
}
