//! A question that is answered with one line.

use std::path::PathBuf;

use crate::app::editor::{Offer, days, next_offer, offers};
use crate::app::file::FileKind;
use crate::assessment::{Assessment, Place, SubjectField};
use crate::text::{Cursor, Erase, Motion, Query, rows};

/// The kind of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// The body that a new draft is about.
    NewDraft,
    /// The year of the draft that follows this one.
    NextYear(PathBuf),
    /// The body that a new draft of the inspection is about.
    NewBody,
    /// The title of a new inspection.
    NewInspection,
    /// The title of the inspection's report.
    Title,
    /// The day of its publication.
    Published,
    /// The new name of a draft's file.
    Rename(PathBuf),
    /// The name under which an open file is to be saved.
    SaveAs(FileKind),
    /// The name of a new figure in texts.
    NewFigure,
    /// The new name of a figure, by its place in the ledger.
    RenameFigure(usize),
    /// Words to filter the library by.
    Filter,
    /// The wording of a sentence, by its key.
    Rewrite(String),
    /// The evidence for a finding, or against it.
    Evidence {
        /// The finding, by its place in the draft.
        finding: usize,
        /// True where it weighs against the finding.
        against: bool,
    },
    /// The passphrase of a sealed draft.
    Passphrase(PathBuf),
    /// The reason why a problem stands.
    LetStand {
        /// The rule that found it.
        rule: String,
        /// Its address, as an acceptance names it.
        on: String,
    },
}

impl QuestionKind {
    /// Returns true where the answer is a whole sentence, shown in rows.
    pub fn is_prose(&self) -> bool {
        matches!(self, Self::Rewrite(_))
    }

    /// Returns true where the answer changes the file that lies on top.
    pub fn changes_file(&self) -> bool {
        match self {
            Self::NewBody
            | Self::Title
            | Self::Published
            | Self::NewFigure
            | Self::RenameFigure(_)
            | Self::Rewrite(_)
            | Self::Evidence { .. }
            | Self::LetStand { .. } => true,
            Self::NewDraft
            | Self::NextYear(_)
            | Self::NewInspection
            | Self::Rename(_)
            | Self::SaveAs(_)
            | Self::Filter
            | Self::Passphrase(_) => false,
        }
    }

    /// Returns true where the answer is not to be seen.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Passphrase(_))
    }
}

/// A line to be filled in.
#[derive(Clone, Debug)]
pub struct Question {
    /// The kind of the question.
    pub asked: QuestionKind,
    /// The question.
    pub title: String,
    /// A hint that helps to answer it.
    pub help: String,
    /// The answer so far.
    pub text: String,
    /// The cursor in it.
    pub cursor: Cursor,
    /// Names that are offered.
    pub offers: Vec<Offer>,
    /// The chosen one among them.
    pub chosen: Option<usize>,
    /// The reason why the answer was not taken.
    pub refused: Option<String>,
    /// Names that are offered beside those that the question knows.
    pub known: Vec<String>,
}

impl Question {
    /// Returns a question with the answer that is likely.
    pub fn new(asked: QuestionKind, title: &str, help: &str, text: &str) -> Self {
        Self {
            asked,
            title: title.to_owned(),
            help: help.to_owned(),
            text: text.to_owned(),
            cursor: Cursor::at_end(text),
            offers: Vec::new(),
            chosen: None,
            refused: None,
            known: Vec::new(),
        }
    }

    /// Puts text in.
    pub fn insert(&mut self, what: &str) {
        if let Some(splice) = self.cursor.insert(&self.text, what) {
            // A splice that the cursor made of this very text always fits it.
            let _ = splice.apply(&mut self.text);
        }
        self.offer();
    }

    /// Erases at the cursor.
    pub fn erase(&mut self, what: Erase) {
        let rows = rows(&self.text, usize::MAX);
        if let Some(splice) = self.cursor.erase(&self.text, &rows, what) {
            let _ = splice.apply(&mut self.text);
        }
        self.offer();
    }

    /// Moves the cursor.
    pub fn go(&mut self, motion: Motion) {
        let rows = rows(&self.text, usize::MAX);
        self.cursor.go(&self.text, &rows, motion, false);
    }

    /// Chooses among the names that are offered.
    pub fn choose(&mut self, down: bool) {
        self.chosen = next_offer(&self.offers, self.chosen, down);
    }

    /// Takes the name that is chosen, or with `first` the foremost.
    pub fn take(&mut self, first: bool) -> bool {
        let chosen = self.chosen.or(first.then_some(0));
        let Some(offer) = chosen.and_then(|at| self.offers.get(at)) else {
            return false;
        };
        self.text.clone_from(&offer.text);
        self.cursor = Cursor::at_end(&self.text);
        self.offers.clear();
        self.chosen = None;
        true
    }

    /// Returns the question with names that are offered from the beginning.
    #[must_use]
    pub fn knowing(mut self, names: Vec<String>) -> Self {
        self.known = names;
        self.offer();
        self
    }

    fn offer(&mut self) {
        self.refused = None;
        self.chosen = None;
        self.offers = match self.asked {
            QuestionKind::NewDraft | QuestionKind::NewBody => offers(
                &Assessment::default(),
                &Place::Subject(SubjectField::Name),
                &self.text,
                self.cursor.at(),
            ),
            QuestionKind::Published => days(&self.text),
            _ => {
                let words = Query::new(&self.text);
                let known = self.known.iter().filter(|name| **name != self.text);
                let mut fitting: Vec<(u8, &String)> = known
                    .filter_map(|name| Some((words.rank(name, "")?, name)))
                    .collect();
                fitting.sort_by_key(|(rank, _)| *rank);
                let best = fitting.into_iter().take(6);
                best.map(|(_, name)| Offer::plain(name)).collect()
            }
        };
    }
}
