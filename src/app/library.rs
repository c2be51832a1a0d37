//! The library: every draft in the folder.

use std::collections::HashMap;
use std::path::PathBuf;

use super::kept::KeptWords;
use super::layout::step;
use super::message::DraftCard;
use crate::text::{Query, fold};

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
    /// How many drafts have one body and year.
    alike: HashMap<(String, String), usize>,
    /// The draft that the cursor goes to once it is read.
    sought: Option<PathBuf>,
    /// The words in boxes that are about no file that is open.
    pub kept: KeptWords,
    /// Drafts put into the trash: where they were and where they are.
    pub trashed: Vec<(PathBuf, PathBuf)>,
}

impl Library {
    /// Returns the drafts that have the words of the filter.
    pub fn shown(&self) -> impl Iterator<Item = &DraftCard> {
        let words = Query::new(&self.filter);
        self.cards.iter().flatten().filter(move |card| {
            let path = card.path.display();
            words.fits(&format!("{} {} {path}", card.subject, card.year))
        })
    }

    /// Returns the draft under the cursor.
    pub fn chosen(&self) -> Option<&DraftCard> {
        self.shown().nth(self.at)
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.sought = None;
        let many = self.shown().count();
        step(&mut self.at, by, many);
    }

    /// Takes a part of the folder. What is shown for the first time grows with it; a list that is there already
    /// stays until all was read again, and gives way to it at once.
    pub fn take(&mut self, cards: Vec<DraftCard>, first: bool, last: bool) {
        if first {
            self.again.clear();
            self.filling |= self.cards.is_none();
            if self.filling {
                self.alike.clear();
                self.cards = Some(Vec::new());
            }
        }
        if self.filling {
            self.count(&cards);
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

    fn count(&mut self, cards: &[DraftCard]) {
        for card in cards {
            *self.alike.entry(read_as(card)).or_default() += 1;
        }
    }

    /// Returns true where another draft would read the same, so that only the name of its file tells it apart.
    pub fn has_twin(&self, card: &DraftCard) -> bool {
        self.alike.get(&read_as(card)).is_some_and(|many| *many > 1)
    }

    /// Moves the cursor to a draft, as soon as the folder was read again.
    pub fn seek(&mut self, path: PathBuf) {
        self.sought = Some(path);
    }

    /// Takes the folder as it was read, with the cursor staying on its draft, or going to the one that is sought.
    fn list(&mut self, cards: Vec<DraftCard>) {
        let chosen = |library: &Self| library.chosen().map(|card| card.path.clone());
        let before = self.sought.take().or_else(|| chosen(self));
        self.alike.clear();
        self.count(&cards);
        self.cards = Some(cards);
        let same = before.and_then(|path| self.shown().position(|card| card.path == path));
        self.at = same.unwrap_or(0);
    }
}

/// Returns the words by which a draft is known in a list.
fn read_as(card: &DraftCard) -> (String, String) {
    (fold(card.subject.trim()), card.year.trim().to_owned())
}
