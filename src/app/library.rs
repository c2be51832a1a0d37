//! The library: every draft in the folder.

use std::path::PathBuf;

use super::kept::KeptWords;
use super::message::DraftCard;

/// The list of drafts.
#[derive(Debug, Default)]
pub struct Library {
    /// Every draft, the newest first; `None` before the folder is read.
    pub cards: Option<Vec<DraftCard>>,
    /// Words that a draft must have to be shown.
    pub filter: String,
    /// The chosen draft, counted among those shown.
    pub at: usize,
    /// True where more of the folder is to come behind what is shown.
    pub filling: bool,
    /// The drafts read again so far, until all of them are.
    again: Vec<DraftCard>,
    /// The words in boxes that are about no file that is open.
    pub kept: KeptWords,
    /// Drafts put into the trash: where they were and where they are.
    pub trashed: Vec<(PathBuf, PathBuf)>,
}

impl Library {
    /// Returns the drafts that have the words of the filter.
    pub fn shown(&self) -> impl Iterator<Item = &DraftCard> {
        let words = self.filter.to_lowercase();
        self.cards.iter().flatten().filter(move |card| {
            let all =
                format!("{} {} {}", card.subject, card.year, card.path.display()).to_lowercase();
            words.split_whitespace().all(|word| all.contains(word))
        })
    }

    /// Returns the draft under the cursor.
    pub fn chosen(&self) -> Option<&DraftCard> {
        self.shown().nth(self.at)
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        let last = self.shown().count().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Takes a part of the folder. What is shown for the first time grows with it; a list that is there already
    /// stays until all was read again, and gives way to it at once.
    pub fn take(&mut self, cards: Vec<DraftCard>, first: bool, last: bool) {
        if first {
            self.again.clear();
            self.filling |= self.cards.is_none();
            if self.filling {
                self.cards = Some(Vec::new());
            }
        }
        if self.filling {
            self.cards.get_or_insert_default().extend(cards);
            self.filling = !last;
            return;
        }
        self.again.extend(cards);
        if last {
            let all = std::mem::take(&mut self.again);
            self.list(all);
        }
    }

    /// Takes the folder as it was read, with the cursor staying on its draft.
    fn list(&mut self, cards: Vec<DraftCard>) {
        let before = self.chosen().map(|card| card.path.clone());
        self.cards = Some(cards);
        let same = before.and_then(|path| self.shown().position(|card| card.path == path));
        self.at = same.unwrap_or(0);
    }
}
