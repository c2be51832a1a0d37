//! The drafts of the folder as the library shows them, and the news of it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::assessment::{Assessment, Framework, Grade, Inspection, Inspector, JudgmentState};
use crate::check::Problem;
use crate::statement::Document;

/// Something about the folder of drafts.
#[derive(Debug)]
pub enum LibraryNews {
    /// Some of it was read.
    Listed {
        /// The drafts that were read.
        cards: Vec<DraftCard>,
        /// True where nothing was read before it.
        first: bool,
        /// True where nothing is left to read.
        last: bool,
    },
    /// The drafts in the trash, the one that was put there last at the end.
    InTrash(Vec<TrashedCard>),
    /// A file was read, to be shown beside the list.
    Previewed {
        /// The file.
        path: PathBuf,
        /// Its content.
        preview: Preview,
    },
    /// The journals of some drafts were looked into.
    Unfinished(Vec<(PathBuf, Unfinished)>),
    /// Some of the drafts were looked into for words.
    FoundInside {
        /// The words.
        words: String,
        /// The drafts that were looked into, each with what it has.
        found: Vec<(PathBuf, Option<FoundInside>)>,
        /// True where no other is left to look into.
        last: bool,
    },
}

/// Edits and words that the journals of a draft have and its file does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// The number of edits.
    pub edits: usize,
    /// The number of texts in boxes that nobody has answered.
    pub texts: usize,
}

/// A draft in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrashedCard {
    /// The file in the trash.
    pub file: PathBuf,
    /// The place where it was.
    pub was: PathBuf,
    /// The time at which it was put there, for people.
    pub at: String,
}

/// The content of a file of the library, as it is shown beside the list.
#[derive(Debug)]
pub enum Preview {
    /// A draft.
    Draft(Box<PreviewedDraft>),
    /// An inspection.
    Inspection(Box<Inspection>),
    /// Nothing, for this reason.
    Nothing(String),
}

/// A draft with its statement and what is left to do in it.
#[derive(Debug)]
pub struct PreviewedDraft {
    /// The draft.
    pub assessment: Assessment,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// Its statement.
    pub document: Document,
    /// The problems of it, the gravest first.
    pub problems: Vec<Problem>,
}

/// The words that are looked for, as a draft of the library has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundInside {
    /// The part of the first text that has them.
    pub words: String,
    /// The kind of that text, and its heading.
    pub note: String,
    /// The number of texts that have them.
    pub many: usize,
}

/// A draft in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftCard {
    /// Its file.
    pub path: PathBuf,
    /// Its identity; empty where that is not known.
    pub id: String,
    /// The body inspected, or the file's name.
    pub subject: String,
    /// The year.
    pub year: String,
    /// The title of its framework.
    pub framework: String,
    /// The person who signs it.
    pub inspector: Inspector,
    /// True where it is sealed: what it says is not known here.
    pub sealed: bool,
    /// The grades of the headings, in order.
    pub grades: Vec<DraftCardGrade>,
    /// True where no opening is chosen and there are some.
    pub lacks_opening: bool,
    /// The number of its findings.
    pub findings: usize,
    /// The time of its last change, for people.
    pub changed: String,
    /// The reason why it cannot be opened, where it cannot.
    pub broken: Option<String>,
    /// The number of drafts that it names, where it is an inspection of several bodies.
    pub inspection: Option<usize>,
}

impl DraftCard {
    /// Returns the year, where the name does not end with it as that of a report does.
    pub fn year_beside_name(&self) -> &str {
        match self.subject.split(' ').next_back() == Some(&self.year) {
            true => "",
            false => &self.year,
        }
    }

    /// Returns true where what its file has in it can be shown beside the list.
    pub fn has_preview(&self) -> bool {
        !self.sealed && self.broken.is_none()
    }

    /// Returns the number of grades that are settled.
    pub fn settled(&self) -> usize {
        let open = |grade: &&DraftCardGrade| **grade != DraftCardGrade::Open;
        self.grades.iter().filter(open).count()
    }
}

/// The grade of a heading, in the library's strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftCardGrade {
    /// Nothing yet.
    Open,
    /// A grade.
    Grade(Grade),
    /// Something else.
    State(JudgmentState),
}
