//! The library: every draft in the folder. Words that are looked for show those drafts at once whose names have them;
//! what the drafts have inside is read behind the keys and comes below.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::card::{DraftCard, FoundInside, LibraryNews, Preview, TrashedCard, Unfinished};
use super::effect::Effect;
use super::kept::KeptWords;
use super::layout::{self, Size, step};

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
    /// The drafts that have them, by their places among all: those first whose names do.
    shown: Vec<usize>,
    /// The drafts that have these words inside, as far as they were looked into.
    inside: HashMap<PathBuf, FoundInside>,
    /// The words for which the drafts are looked into.
    asked: String,
    /// True where drafts are still to be looked into.
    pub looking: bool,
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
    /// The edits and words that wait of the drafts that were looked into, where any do.
    unfinished: HashMap<PathBuf, Unfinished>,
    /// The drafts in the trash, the one that was put there last at the end.
    pub trashed: Vec<TrashedCard>,
    /// Where drafts were that were put there since the start, to the byte, and where they are: a name in the trash does not
    /// say it so exactly.
    pub(super) put_away: Vec<(PathBuf, PathBuf)>,
}

impl Library {
    /// Returns true where words wait for a place that were typed here.
    pub fn words_wait(&self) -> bool {
        !self.kept.unplaced().is_empty()
    }

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
        self.inside.clear();
        self.narrow(0);
        let chosen = chosen.filter(|_| words.is_empty());
        let same = chosen.and_then(|chosen| self.shown.iter().position(|at| *at == chosen));
        self.at = same.unwrap_or(0);
    }

    /// Narrows the cards from this one on, the ones before having been narrowed.
    fn narrow(&mut self, from: usize) {
        let words = Query::new(&self.filter);
        let cards = self.cards.as_deref().unwrap_or_default();
        let new = cards.iter().enumerate().skip(from);
        let (named, others): (Vec<_>, Vec<_>) = new.partition(|(_, card)| is_named(card, &words));
        let has_inside = |card: &DraftCard| self.inside.contains_key(&card.path);
        let inside = others.into_iter().filter(|(_, card)| has_inside(card));
        self.shown
            .extend(named.into_iter().chain(inside).map(|(at, _)| at));
    }

    /// Asks for a look into the drafts, once for the words that are looked for and each time that the folder was read; once
    /// for all keys that came together. One letter is in every draft, and asks for nothing.
    pub(super) fn look_inside(&mut self, is_seen: bool) -> Option<Effect> {
        let words = self.filter.trim();
        let sought = is_seen && !self.filling && words.chars().count() > 1;
        let words = if sought { words } else { "" };
        if words == self.asked {
            return None;
        }
        words.clone_into(&mut self.asked);
        let cards = self.cards.iter().flatten();
        let cards = cards.filter(|card| card.broken.is_none() && card.inspection.is_none());
        let paths: Vec<PathBuf> = match sought {
            true => cards
                .filter(|it| !it.sealed)
                .map(|it| it.path.clone())
                .collect(),
            false => Vec::new(),
        };
        self.looking = !paths.is_empty();
        let words = self.asked.clone();
        Some(Effect::LookInside { words, paths })
    }

    /// Takes what some drafts have inside of words that are looked for, where they still are.
    fn take_inside(&mut self, words: &str, found: Vec<(PathBuf, Option<FoundInside>)>, last: bool) {
        if words != self.asked {
            return;
        }
        self.looking = !last;
        let query = Query::new(&self.filter);
        // They come in the order of the cards.
        let mut cards = self.cards.iter().flatten().enumerate();
        for (path, inside) in found {
            let Some((at, card)) = cards.find(|(_, card)| card.path == path) else {
                break;
            };
            let has = inside.is_some();
            let had = match inside {
                Some(inside) => self.inside.insert(path, inside).is_some(),
                None => self.inside.remove(&path).is_some(),
            };
            if has == had || is_named(card, &query) {
                continue;
            }
            let shown = self.shown.iter().position(|shown| *shown == at);
            match shown {
                None => self.shown.push(at),
                Some(shown) => {
                    self.shown.remove(shown);
                    self.at = self.at.saturating_sub(usize::from(self.at > shown));
                }
            }
        }
        self.at = self.at.min(self.shown.len().saturating_sub(1));
    }

    /// Returns the words that are looked for, where it is not by its name that the file of this path has them.
    pub(super) fn words_in(&self, path: &Path) -> Option<&str> {
        let mut cards = self.cards.iter().flatten();
        let card = cards.find(|card| card.path == path)?;
        let by_name = is_named(card, &Query::new(&self.filter));
        (self.inside.contains_key(path) && !by_name).then(|| self.filter.trim())
    }

    /// Returns what a draft has inside of the words that are looked for.
    pub fn inside(&self, card: &DraftCard) -> Option<&FoundInside> {
        self.inside.get(&card.path)
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
    fn take_preview(&mut self, path: &Path, read: Preview) {
        if let Some((card, preview)) = &mut self.beside
            && card.path == path
        {
            *preview = Some(read);
        }
    }

    /// Returns what waits of a draft and is not in its file.
    pub fn unfinished(&self, card: &DraftCard) -> Option<Unfinished> {
        self.unfinished.get(&card.path).copied()
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.sought = None;
        let many = self.shown.len();
        step(&mut self.at, by, many);
    }

    /// Takes what was read of the folder.
    pub fn take_news(&mut self, news: LibraryNews) {
        match news {
            LibraryNews::Listed { cards, first, last } => self.take(cards, first, last),
            LibraryNews::InTrash(mut trashed) => {
                for draft in &mut trashed {
                    let known = self.put_away.iter().find(|(_, to)| *to == draft.file);
                    if let Some((was, _)) = known {
                        draft.was.clone_from(was);
                    }
                }
                self.trashed = trashed;
            }
            LibraryNews::Previewed { path, preview } => self.take_preview(&path, preview),
            LibraryNews::Unfinished(found) => {
                for (path, waits) in found {
                    match waits == Unfinished::default() {
                        true => drop(self.unfinished.remove(&path)),
                        false => drop(self.unfinished.insert(path, waits)),
                    }
                }
            }
            LibraryNews::FoundInside { words, found, last } => {
                self.take_inside(&words, found, last);
            }
        }
    }

    /// Takes a part of the folder. What is shown for the first time grows with it; a list that is there already
    /// stays until all was read again, and gives way to it at once.
    fn take(&mut self, cards: Vec<DraftCard>, first: bool, last: bool) {
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
        self.asked.clear();
        self.shown.clear();
        self.narrow(0);
        let same = before.and_then(|path| self.shown().position(|card| card.path == path));
        self.at = same.unwrap_or(0);
    }
}

/// Returns true where the words are in what a draft is called; without words, of every draft.
fn is_named(card: &DraftCard, words: &Query) -> bool {
    let (subject, year, framework) = (&card.subject, &card.year, &card.framework);
    let path = card.path.display();
    words.is_empty() || words.fits(&format!("{subject} {year} {framework} {path}"))
}

/// Returns the words by which a draft is known in a list.
fn read_as(card: &DraftCard) -> (String, String) {
    (fold(card.subject.trim()), card.year.trim().to_owned())
}
