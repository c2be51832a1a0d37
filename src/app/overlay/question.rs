//! A question that is answered with one line.

use std::path::PathBuf;

use crate::app::box_names::{
    EVIDENCE_AGAINST, EVIDENCE_FOR, FIGURE_NAME, NUMBER_IN, REASON, STANDS_AT, WHY_BY_HAND, WORDING,
};
use crate::app::editor::{days, figure_name, offers};
use crate::app::field::{Offer, Offers, TakenOffer, TextField};
use crate::app::file::FileKind;
use crate::assessment::{Address, Assessment, Place, SubjectField};
use crate::text::Query;

/// The kind of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// The body that a new draft is about.
    NewDraft,
    /// The year of the draft that follows this one.
    NextYear(LibraryFile),
    /// The body that a new draft of the inspection is about.
    NewBody,
    /// The title of a new inspection.
    NewInspection,
    /// The title of the inspection's report.
    Title,
    /// The day of its publication.
    Published,
    /// The new name of a draft's file.
    Rename(LibraryFile),
    /// The file or folder from which evidence and figures are to come.
    ImportFrom,
    /// The name under which the open file is to be saved.
    SaveAs(FileKind),
    /// The name of a new figure in texts.
    NewFigure,
    /// The new name of a figure.
    RenameFigure(Address),
    /// The thing that a number counts, which becomes a figure.
    FileNumber {
        /// The text that it stands in.
        text: Address,
        /// The number, with its unit.
        number: String,
    },
    /// The value of a setting, by its path.
    Setting(String),
    /// Words to filter the library by.
    Filter,
    /// The words that are to stand in the place of these.
    Replace(String),
    /// The wording of a sentence, by its key.
    Rewrite(String),
    /// The reason why a sentence is worded by hand, by its key.
    WhyByHand(String),
    /// The evidence for a finding, or against it.
    Evidence {
        /// The finding.
        finding: Address,
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

/// A file of the library that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryFile {
    /// The file.
    pub path: PathBuf,
    /// Its identity, where no other file of the library has it; empty where that is not known.
    pub id: String,
}

impl LibraryFile {
    /// Returns what it is known by, whatever it is called from time to time; its path where it has no identity of its own.
    fn known_as(&self) -> String {
        match self.id.as_str() {
            "" => self.path.display().to_string(),
            id => id.to_owned(),
        }
    }
}

/// News that an answer came about. Whatever else is opened, moved or saved meanwhile has nothing to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum AwaitedNews {
    /// A draft was made and opened.
    NewDraft,
    /// A draft was made beside an inspection.
    NewBody,
    /// An inspection was made and opened.
    NewInspection,
    /// This file of the library has another name.
    Renamed(PathBuf),
    /// An open file was saved under another name.
    SavedAs,
    /// A setting has another value.
    Set,
    /// A file was read from which evidence is to come.
    ImportRead,
}

/// The use that is made of an answer.
enum AnswerFor {
    /// It changes the file that lies on top.
    File,
    /// The world is asked for something, and may refuse it.
    World,
    FileAndWorld,
    /// It is used at once, and changes no file.
    Screen,
}

impl QuestionKind {
    /// Returns true where the answer is a whole sentence, shown in rows.
    pub fn is_prose(&self) -> bool {
        matches!(self, Self::Rewrite(_))
    }

    /// Returns true where the answer changes the file that lies on top.
    pub fn changes_file(&self) -> bool {
        matches!(self.spec().0, AnswerFor::File | AnswerFor::FileAndWorld)
    }

    /// Returns the news that its answer came about, where it is for the world.
    pub(in crate::app) fn awaits(&self) -> Option<AwaitedNews> {
        match self {
            Self::NewDraft | Self::NextYear(_) => Some(AwaitedNews::NewDraft),
            Self::NewBody => Some(AwaitedNews::NewBody),
            Self::NewInspection => Some(AwaitedNews::NewInspection),
            Self::Rename(file) => Some(AwaitedNews::Renamed(file.path.clone())),
            Self::SaveAs(_) => Some(AwaitedNews::SavedAs),
            Self::Setting(_) => Some(AwaitedNews::Set),
            Self::ImportFrom => Some(AwaitedNews::ImportRead),
            _ => None,
        }
    }

    /// Returns the file with which its words are kept, where one lies on top: what is about a file goes where that goes, and
    /// is sealed with it.
    pub fn kept_with(&self, top: Option<FileKind>) -> Option<FileKind> {
        match self {
            Self::SaveAs(kind) => Some(*kind),
            // It changes nothing yet, and is words of the draft all the same.
            Self::Replace(_) => top,
            asked => top.filter(|_| asked.changes_file()),
        }
    }

    /// Returns true where the answer is not to be seen, and is kept nowhere.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Passphrase(_))
    }

    /// Returns the name by which the words in its box are kept: what it is about, by id, so that it stays right when
    /// other things change.
    pub fn name(&self) -> String {
        self.spec().1
    }

    fn spec(&self) -> (AnswerFor, String) {
        use AnswerFor::{File, FileAndWorld, Screen, World};
        match self {
            Self::NewDraft => (World, "body of a new draft".into()),
            Self::NextYear(from) => (World, format!("year after {}", from.known_as())),
            Self::NewBody => (FileAndWorld, "body of another draft".into()),
            Self::NewInspection => (World, "title of a new inspection".into()),
            Self::Title => (File, "title".into()),
            Self::Published => (File, "day of publication".into()),
            Self::Rename(file) => (World, format!("new name of {}", file.known_as())),
            Self::ImportFrom => (World, "file of evidence".into()),
            Self::SaveAs(kind) => (World, format!("other name of the {}", kind.name())),
            Self::NewFigure => (File, "name of a new figure".into()),
            Self::RenameFigure(figure) => (File, format!("{FIGURE_NAME}{figure}")),
            Self::FileNumber { text, .. } => (File, format!("{NUMBER_IN}{text}")),
            Self::Setting(path) => (World, format!("setting {path}")),
            Self::Filter => (Screen, "the library".into()),
            Self::Replace(sought) => (Screen, format!("words in place of “{sought}”")),
            Self::Rewrite(key) => (File, format!("{WORDING}{key}")),
            Self::WhyByHand(key) => (File, format!("{WHY_BY_HAND}{key}")),
            Self::Evidence { finding, against } => match against {
                true => (File, format!("{EVIDENCE_AGAINST}{finding}")),
                false => (File, format!("{EVIDENCE_FOR}{finding}")),
            },
            Self::Passphrase(path) => (Screen, format!("passphrase of {}", path.display())),
            Self::LetStand { rule, on } => (File, format!("{REASON}{rule}{STANDS_AT}{on}")),
        }
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
    pub field: TextField,
    /// The reason why the answer was not taken.
    pub refused: Option<String>,
    /// Names that are offered beside those that the question knows.
    pub known: Vec<String>,
}

impl Question {
    /// Returns a question with the answer that is likely.
    pub fn new(asked: QuestionKind, title: &str, help: &str, text: &str) -> Self {
        let field = match asked {
            QuestionKind::Filter => TextField::search(text),
            _ => TextField::new(text),
        };
        Self {
            asked,
            title: title.to_owned(),
            help: help.to_owned(),
            field,
            refused: None,
            known: Vec::new(),
        }
    }

    /// Puts the name that is chosen in the place of what is typed. False where none is.
    pub fn take(&mut self) -> bool {
        let taken = self.field.offers.taken();
        if let TakenOffer::Offer(offer) = &taken {
            self.field.replace(&offer.text);
        }
        let some = taken != TakenOffer::None;
        if some {
            self.field.offers = Offers::default();
        }
        some
    }

    /// Returns the name that the words in the field make for a figure, where they name one and there are any.
    pub(in crate::app) fn named_figure(&self) -> Option<String> {
        let names = matches!(
            self.asked,
            QuestionKind::NewFigure
                | QuestionKind::RenameFigure(_)
                | QuestionKind::FileNumber { .. }
        );
        let name = figure_name(self.field.text());
        (names && !name.is_empty()).then_some(name)
    }

    /// Follows what was typed: typing chooses the foremost name that is offered for it.
    pub(in crate::app) fn typed(&mut self) {
        self.offer();
        if !self.field.text().trim().is_empty() {
            self.field.offers.light();
        }
    }

    /// Returns the question with names that are offered from the beginning.
    #[must_use]
    pub fn knowing(mut self, names: Vec<String>) -> Self {
        self.known = names;
        self.offer();
        self
    }

    /// Offers what fits the answer so far.
    pub(in crate::app) fn offer(&mut self) {
        self.refused = None;
        let text = self.field.text();
        let offers = match self.asked {
            QuestionKind::NewDraft | QuestionKind::NewBody => offers(
                &Assessment::default(),
                (&[], &[]),
                &Place::Subject(SubjectField::Name),
                text,
                self.field.cursor().at(),
            ),
            QuestionKind::Published => days(text),
            _ => {
                let words = Query::new(text);
                let known = self.known.iter().filter(|name| **name != text);
                let mut fitting: Vec<(usize, &String)> = known
                    .filter_map(|name| Some((words.rank(name, &[])?, name)))
                    .collect();
                fitting.sort_by_key(|(rank, _)| *rank);
                fitting
                    .into_iter()
                    .map(|(_, name)| Offer::plain(name))
                    .collect()
            }
        };
        self.field.offers = Offers::of(offers, text);
    }
}
