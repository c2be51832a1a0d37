//! Where one was: a jump remembers from where it was made, and so does leaving a draft, so that one goes back and forward
//! again, from one draft to another too; and each draft is opened again where it was left.
//!
//! Places are known by what stands there, and so stay right when other things come in. Going about step by step is no
//! jump: only from where such a walk began is remembered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::card::DraftCard;
use super::command::Command;
use super::editor::{DraftEditor, EditorRow, Page};
use super::effect::Effect;
use super::layout::Pane;
use super::library::Library;
use crate::assessment::Address;

/// The most places that are remembered.
const MOST: usize = 100;

/// The panes with the words that are kept of them.
const PANES: [(Pane, &str); 3] = [
    (Pane::Headings, "headings"),
    (Pane::Findings, "findings"),
    (Pane::Statement, "statement"),
];

/// A place in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The draft's file.
    pub(super) file: PathBuf,
    /// The draft's identity, by which it is found where its file has another name meanwhile.
    id: String,
    page: Page,
    pane: Pane,
    /// The value that the row of the cursor stands for.
    on: Option<Address>,
    sentence: (usize, usize),
}

/// The places from which jumps were made, those last that were made last.
#[derive(Debug, Default)]
pub(super) struct Trail {
    back: Vec<Spot>,
    forward: Vec<Spot>,
    /// The place in a draft that is being opened.
    arriving: Option<Spot>,
    /// The place that was set out for where its file was gone, until something else is done.
    lost: Option<Spot>,
    /// True where the last command walked from page to page.
    walking: bool,
    /// The places in which drafts were left, by their identities.
    left: BTreeMap<String, Spot>,
}

impl Trail {
    /// Remembers a place from which a command led to where the cursor is now.
    pub(super) fn remember(&mut self, from: Spot, editor: &DraftEditor, command: Command) {
        if matches!(command, Command::GoBack | Command::GoForward) {
            return;
        }
        let to = editor.spot();
        let walks = matches!(
            command,
            Command::NextHeading | Command::PreviousHeading | Command::Up | Command::Down
        );
        let jumps = from.page != to.page || (leads_elsewhere(command) && from != to);
        let again = std::mem::replace(&mut self.walking, walks) && walks;
        self.arriving = None;
        if jumps && !again {
            self.forward.clear();
            self.push_back(from);
        }
    }

    fn push_back(&mut self, spot: Spot) {
        self.back.push(spot);
        let over = self.back.len().saturating_sub(MOST);
        self.back.drain(..over);
    }

    /// Takes the place from which the last jump was made, or the one that was gone back from; `here` takes its place at the
    /// other end.
    pub(super) fn step(&mut self, here: Option<Spot>, back: bool) -> Option<Spot> {
        let (from, to) = match back {
            true => (&mut self.back, &mut self.forward),
            false => (&mut self.forward, &mut self.back),
        };
        // Somebody may have come back on foot.
        while let Some(spot) = from.pop() {
            if Some(&spot) != here.as_ref() {
                to.extend(here);
                return Some(spot);
            }
        }
        None
    }

    /// Goes to a place of another draft, once that is open.
    pub(super) fn set_out(&mut self, spot: Spot) {
        self.lost = None;
        self.arriving = Some(spot);
    }

    /// Takes note that the draft that was set out for could not be opened.
    pub(super) fn stay(&mut self) {
        self.lost = self.arriving.take();
    }

    /// Looks no longer for a draft that could not be opened.
    pub(super) fn give_up(&mut self) {
        self.lost = None;
    }

    /// Returns true where a draft could not be opened and is looked for.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Sets out again for a draft that could not be opened, where it stands at another place meanwhile. Returns the place.
    pub(super) fn find(&mut self, library: &Library) -> Option<PathBuf> {
        let spot = self.lost.as_ref()?;
        let now = spot.found_in(library);
        if now.file == spot.file {
            return None;
        }
        let path = now.file.clone();
        self.set_out(now);
        Some(path)
    }

    /// Takes note that a draft goes on in another place, perhaps with another identity.
    pub(super) fn went_on(&mut self, from: &Path, to: &Path, id: &str) {
        let all = self.back.iter_mut().chain(&mut self.forward);
        for spot in all.filter(|spot| spot.file == from) {
            to.clone_into(&mut spot.file);
            id.clone_into(&mut spot.id);
        }
    }

    /// Returns the file of the draft that is to be opened.
    pub(super) fn destination(&self) -> Option<&Path> {
        self.arriving.as_ref().map(|spot| spot.file.as_path())
    }

    /// Remembers where a draft is left. Who leaves it for the library can go back to it.
    pub(super) fn leave(&mut self, editor: &DraftEditor) {
        let (id, spot) = (editor.assessment.head.id.clone(), editor.spot());
        if self.arriving.is_none() {
            self.forward.clear();
            self.push_back(spot.clone());
        }
        self.left.insert(id, spot);
        self.walking = false;
    }

    /// Goes to the place for which a draft was opened or, where it was opened for none, to where it was left, now or by a
    /// program that ran before.
    pub(super) fn resume(&mut self, editor: &mut DraftEditor, before: Option<&str>) {
        let arriving = self.arriving.take();
        let arriving = arriving.filter(|spot| spot.file == editor.file.path);
        let left = || self.left.get(&editor.assessment.head.id).cloned();
        let before = || editor.read_spot(before?);
        if let Some(spot) = arriving.or_else(left).or_else(before) {
            editor.go_to_spot(&spot);
        }
    }

    /// Returns true where there is a place to go to, other than where the cursor is.
    pub(super) fn has(&self, here: Option<&Spot>, back: bool) -> bool {
        let spots = match back {
            true => &self.back,
            false => &self.forward,
        };
        spots.iter().any(|spot| Some(spot) != here)
    }
}

/// Returns true for a command that leads to what is somewhere else, and it may be on the same page.
fn leads_elsewhere(command: Command) -> bool {
    matches!(
        command,
        Command::GoToFound
            | Command::GoThere
            | Command::NextProblem
            | Command::PreviousProblem
            | Command::ShowSource
    )
}

impl Spot {
    /// Returns the place with the file that the draft has now, as far as the library knows.
    pub(super) fn found_in(&self, library: &Library) -> Self {
        let cards = library.cards.as_deref().unwrap_or_default();
        let is_it = |card: &&DraftCard| !self.id.is_empty() && card.id == self.id;
        let stands = cards
            .iter()
            .filter(is_it)
            .any(|card| card.path == self.file);
        let mut others = cards.iter().filter(is_it);
        let other = others.next().filter(|_| !stands && others.next().is_none());
        Self {
            file: other.map_or_else(|| self.file.clone(), |card| card.path.clone()),
            ..self.clone()
        }
    }
}

impl DraftEditor {
    /// Returns where the cursor is.
    pub(super) fn spot(&self) -> Spot {
        let place = self.current().and_then(EditorRow::place);
        Spot {
            file: self.file.path.clone(),
            id: self.assessment.head.id.clone(),
            page: self.page,
            pane: self.pane,
            on: place.and_then(|place| self.assessment.address_of(&place)),
            sentence: self.sentence,
        }
    }

    /// Returns the words from which [`DraftEditor::read_spot`] makes the place where the cursor is.
    fn spot_words(&self) -> String {
        let spot = self.spot();
        let (page, (paragraph, sentence)) = (self.page_title(spot.page), spot.sentence);
        let on = spot.on.map_or_else(String::new, |on| on.to_string());
        let mut panes = PANES.into_iter();
        let pane = panes.find(|(pane, _)| *pane == spot.pane);
        let pane = pane.map_or("", |(_, name)| name);
        format!("{page}\t{pane}\t{paragraph}.{sentence}\t{on}")
    }

    /// Reads where the cursor was. What is not there any more is left out; `None` where the page is gone.
    fn read_spot(&self, words: &str) -> Option<Spot> {
        let mut parts = words.split('\t');
        let page = parts.next()?;
        let page = self
            .pages()
            .iter()
            .copied()
            .find(|it| self.page_title(*it) == page)?;
        let pane = parts.next()?;
        let (pane, _) = PANES.into_iter().find(|(_, name)| *name == pane)?;
        let (paragraph, sentence) = parts.next()?.split_once('.')?;
        let on = parts.next().filter(|on| !on.is_empty());
        Some(Spot {
            file: self.file.path.clone(),
            id: self.assessment.head.id.clone(),
            page,
            pane,
            on: on.map(|on| Address::parse(on, &self.assessment)),
            sentence: (paragraph.parse().ok()?, sentence.parse().ok()?),
        })
    }

    /// Returns the effect that remembers where the cursor is for the next time. None for a sealed draft: its pages and the
    /// names of what stands on them are words of it.
    pub(super) fn keep_place(&self) -> Option<Effect> {
        (!self.file.sealed).then(|| Effect::KeepPlace {
            id: self.assessment.head.id.clone(),
            words: self.spot_words(),
        })
    }

    /// Goes to a place, or as near to it as there is still something.
    pub(super) fn go_to_spot(&mut self, spot: &Spot) {
        self.stop_typing();
        if self.pages().contains(&spot.page) {
            self.turn_page(spot.page);
        }
        let place = spot.on.as_ref().and_then(|on| self.assessment.place_of(on));
        if let Some(place) = place {
            self.show(&place);
        }
        self.pane = spot.pane;
        if !self.is_woven() || self.document().sentence(spot.sentence).is_some() {
            self.sentence = spot.sentence;
        }
    }
}
