//! The library: every draft in the folder.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::effect::Effect;
use super::kept::KeptWords;
use super::layout::{self, Size, step};
use super::message::{DraftCard, Preview};
use super::overlay::LibraryFile;
use crate::assessment::Inspector;
use crate::text::{Query, fold};

/// The list of drafts.
#[derive(Debug, Default)]
pub struct Library {
    /// Every draft, the newest first; `None` before the folder is read.
    pub cards: Option<Vec<DraftCard>>,
    /// Words that a draft must have to be shown.
    filter: String,
    /// The drafts that have them, by their places among all.
    shown: Vec<usize>,
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
    /// The file that is shown beside the list, as its card was when it was asked for, and its content once it is read.
    beside: Option<(DraftCard, Option<Preview>)>,
    /// The words in boxes that are about no file that is open.
    pub kept: KeptWords,
    /// Drafts put into the trash: where they were and where they are.
    pub trashed: Vec<(PathBuf, PathBuf)>,
}

impl Library {
    /// Returns the drafts that have the words of the filter.
    pub fn shown(&self) -> impl Iterator<Item = &DraftCard> {
        let cards = self.cards.as_deref().unwrap_or_default();
        self.shown.iter().filter_map(|at| cards.get(*at))
    }

    /// Returns who signs the drafts of the folder, the one who wrote last first; each once, and not too many to choose from.
    pub(super) fn inspectors(&self) -> Vec<Inspector> {
        const MOST: usize = 6;
        let cards = self.cards.as_deref().unwrap_or_default();
        let mut all: Vec<Inspector> = Vec::new();
        for card in cards {
            let inspector = &card.inspector;
            if !inspector.name.trim().is_empty() && all.len() < MOST && !all.contains(inspector) {
                all.push(inspector.clone());
            }
        }
        all
    }

    /// Returns how many drafts have the words of the filter.
    pub fn many(&self) -> usize {
        self.shown.len()
    }

    /// Returns the words that a draft must have to be shown.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Shows the drafts that have these words, and goes to the first of them; without words to the one that was chosen.
    pub fn set_filter(&mut self, words: &str) {
        let chosen = self.shown.get(self.at).copied();
        words.clone_into(&mut self.filter);
        self.shown.clear();
        self.narrow(0);
        let chosen = chosen.filter(|_| words.is_empty());
        let same = chosen.and_then(|chosen| self.shown.iter().position(|at| *at == chosen));
        self.at = same.unwrap_or(0);
    }

    /// Narrows the cards from this one on, the ones before having been narrowed.
    fn narrow(&mut self, from: usize) {
        let words = Query::new(&self.filter);
        let cards = self.cards.as_deref().unwrap_or_default();
        let fits = |card: &DraftCard| {
            let path = card.path.display();
            words.is_empty()
                || words.fits(&format!(
                    "{} {} {} {path}",
                    card.subject, card.year, card.framework
                ))
        };
        let new = cards.iter().enumerate().skip(from);
        self.shown
            .extend(new.filter(|(_, card)| fits(card)).map(|(at, _)| at));
    }

    /// Returns the draft under the cursor.
    pub fn chosen(&self) -> Option<&DraftCard> {
        self.cards.as_ref()?.get(*self.shown.get(self.at)?)
    }

    /// Returns a draft as it is asked about: by its identity, where no other has that.
    pub(super) fn file(&self, card: &DraftCard) -> LibraryFile {
        let mut others = self.cards.iter().flatten();
        let shared = others.any(|other| other.id == card.id && other.path != card.path);
        LibraryFile {
            path: card.path.clone(),
            id: if shared {
                String::new()
            } else {
                card.id.clone()
            },
        }
    }

    /// Returns what the file under the cursor has in it, where that was read.
    pub fn preview(&self) -> Option<&Preview> {
        let (card, preview) = self.beside.as_ref()?;
        preview.as_ref().filter(|_| self.chosen() == Some(card))
    }

    /// Asks for what the file under the cursor has in it, where there is room for it and it is not asked for yet: once
    /// for all keys that came together. Where the list is not seen, lets go of it: it may be another afterwards.
    pub(super) fn look_beside(&mut self, size: Size, is_seen: bool) -> Option<Effect> {
        if !is_seen {
            self.beside = None;
            return None;
        }
        layout::library(size).preview?;
        let chosen = self.chosen().filter(|card| card.has_preview())?;
        if self.beside.as_ref().is_some_and(|(card, _)| card == chosen) {
            return None;
        }
        let (path, card) = (chosen.path.clone(), chosen.clone());
        self.beside = Some((card, None));
        Some(Effect::Preview(path))
    }

    /// Takes what a file has in it, where it is still the one that is wanted.
    pub(super) fn take_preview(&mut self, path: &Path, read: Preview) {
        if let Some((card, preview)) = &mut self.beside
            && card.path == path
        {
            *preview = Some(read);
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.sought = None;
        let many = self.shown.len();
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
                self.shown.clear();
                self.cards = Some(Vec::new());
            }
        }
        if self.filling {
            self.count(&cards);
            let known = self.cards.get_or_insert_default();
            let from = known.len();
            known.extend(cards);
            self.narrow(from);
            self.filling = !last;
            if last {
                self.go_to_sought();
            }
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

    fn go_to_sought(&mut self) {
        let sought = self.sought.take();
        let at = sought.and_then(|path| self.shown().position(|card| card.path == path));
        self.at = at.unwrap_or(self.at);
    }

    /// Takes the folder as it was read, with the cursor staying on its draft, or going to the one that is sought.
    fn list(&mut self, cards: Vec<DraftCard>) {
        let chosen = |library: &Self| library.chosen().map(|card| card.path.clone());
        let before = self.sought.take().or_else(|| chosen(self));
        self.alike.clear();
        self.count(&cards);
        self.cards = Some(cards);
        self.shown.clear();
        self.narrow(0);
        let same = before.and_then(|path| self.shown().position(|card| card.path == path));
        self.at = same.unwrap_or(0);
    }
}

/// Returns the words by which a draft is known in a list.
fn read_as(card: &DraftCard) -> (String, String) {
    (fold(card.subject.trim()), card.year.trim().to_owned())
}
