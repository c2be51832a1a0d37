//! What comes in and what goes out: messages to the state machine, effects from it.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::file::{FileContent, FileKind, FileNews, JournalNote, OpenedFile};
use super::inspection::News;
use super::key::Key;
use super::layout::Size;
use crate::assessment::{Assessment, Framework, Grade, JudgmentState, Predecessor};
use crate::check::{CheckReport, Levels, Problem};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// Nothing was typed for as long as a save by itself waits.
    Pause,
    /// A draft was opened or made.
    OpenedDraft(Box<OpenedDraft>),
    /// A draft is sealed: its passphrase is wanted.
    Sealed {
        /// The draft.
        path: PathBuf,
        /// Why the passphrase that was given does not do; nothing where none was.
        why: Option<String>,
    },
    /// Last year's draft was looked for.
    Earlier {
        /// The file, as the draft names it.
        named: String,
        /// What became of it.
        predecessor: Predecessor,
    },
    /// Drafts that could be the open one's predecessor.
    EarlierFound(Vec<Candidate>),
    /// The frameworks that there are.
    Frameworks {
        /// What they are wanted for.
        wanted: Wanted,
        /// All that can be used.
        all: Vec<Arc<Framework>>,
        /// The one that is likely, by id.
        likely: String,
        /// How many of the user's own are refused.
        refused: usize,
    },
    /// A framework was looked for by its id; why it is not to be had, where it is not.
    Framework(Result<Arc<Framework>, String>),
    /// Some of the folder of drafts was read, and more is to come.
    Listing {
        /// What was read.
        cards: Vec<DraftCard>,
        /// Whether nothing was read before it.
        first: bool,
    },
    /// The rest of the folder of drafts was read.
    Listed {
        /// What was read.
        cards: Vec<DraftCard>,
        /// Whether nothing was read before it: it is all there is.
        first: bool,
    },
    /// Something about the open inspection, or that one was opened.
    Inspection(News),
    /// The window is the one in use again.
    Focus,
    /// The program is asked to stop for a while, as by Ctrl-Z elsewhere.
    Stop,
    /// The program was stopped and goes on.
    Continued,
    /// Another program has changed the open draft's file.
    ChangedElsewhere {
        /// What both versions come from.
        base: Box<Assessment>,
        /// What stands in the file now, which the next save stands on.
        theirs: Box<Assessment>,
    },
    /// Something about the open draft's file, or the open inspection's.
    File(FileKind, FileNews),
    /// A file that an item of evidence names was read.
    Hashed {
        /// The item.
        id: String,
        /// The file.
        reference: String,
        /// Its SHA-256, in hexadecimal.
        hash: String,
    },
    /// The draft was read.
    Read {
        /// The draft as it was then.
        assessment: Box<Assessment>,
        /// What the checks tell, where all was to be checked.
        report: Option<CheckReport>,
        /// Misspelt words.
        spelling: Vec<Problem>,
    },
    /// Something was done that wants no more than to be told.
    Told(String),
    /// Something failed.
    Failed(String),
    /// A draft went into the trash.
    Trashed {
        /// Where it was.
        from: PathBuf,
        /// Where it is.
        to: PathBuf,
    },
    /// The program is asked to end (a signal, a closed terminal).
    End,
}

/// Words that are shown nowhere.
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// A draft as it comes from its file.
#[derive(Debug)]
pub struct OpenedDraft {
    /// Its file, and what is in it.
    pub file: OpenedFile<Assessment>,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// Whether it was made just now.
    pub new: bool,
}

impl OpenedDraft {
    /// A draft as its file has it.
    pub fn plain(assessment: Assessment, framework: Arc<Framework>, path: PathBuf) -> Self {
        Self {
            file: OpenedFile::plain(path, assessment),
            framework,
            new: false,
        }
    }
}

/// A draft that could be another's predecessor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its file, as the other draft would name it.
    pub named: String,
    /// The body inspected, or the file's name.
    pub subject: String,
    /// The year.
    pub year: String,
    /// What its framework is called.
    pub framework: String,
}

/// What a framework is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A new draft about this body.
    New(String),
    /// A new draft about this body for the open inspection.
    Body(String),
    /// This year's draft, begun from last year's.
    NextYear {
        /// Last year's draft.
        from: PathBuf,
        /// The year that the new one is for.
        year: String,
    },
    /// The open draft, in place of the one that it has.
    Change,
    /// An example to be opened.
    Example,
}

/// A draft in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftCard {
    /// Its file.
    pub path: PathBuf,
    /// The body inspected, or the file's name.
    pub subject: String,
    /// The year.
    pub year: String,
    /// What stands under each heading, in order.
    pub grades: Vec<DraftCardGrade>,
    /// How many findings it has.
    pub findings: usize,
    /// When it was last changed, for people.
    pub changed: String,
    /// Why it cannot be opened, where it cannot.
    pub broken: Option<String>,
    /// How many drafts it names, where it is an inspection of several bodies.
    pub inspection: Option<usize>,
}

/// What stands under a heading, in the library's strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftCardGrade {
    /// Nothing yet.
    Open,
    /// A grade.
    Grade(Grade),
    /// Something else.
    State(JudgmentState),
}

/// Something that is to be done in the world.
#[derive(Debug)]
pub enum Effect {
    /// Note what was done in the journal, before it is shown.
    Journal(JournalNote),
    /// Look whether another program has changed an open file.
    Look(FileKind),
    /// Take an open file over from whoever has it.
    TakeOver(FileKind),
    /// Open an open file once more, now that it is free.
    OpenAgain(FileKind),
    /// Take the hash of a file that an item of evidence names.
    Hash {
        /// The item.
        id: String,
        /// The file, from the draft's folder.
        reference: String,
    },
    /// Read the draft for misspelt words; `whole`, also for everything else that the checks tell.
    ReadAlong {
        /// The draft as it is.
        assessment: Box<Assessment>,
        /// Its framework.
        framework: Arc<Framework>,
        /// Last year's draft.
        predecessor: Predecessor,
        /// What is settled about the rules.
        levels: Arc<Levels>,
        /// Whether all is to be checked.
        whole: bool,
    },
    /// Keep a journal whose edits were brought in, but do not ask about it again.
    SetAside(PathBuf),
    /// Let go of a file that was open.
    Close(FileKind),
    /// Stop the program, as Ctrl-Z does elsewhere.
    Suspend,
    /// Save an open file.
    Save {
        /// What is to be saved.
        content: FileContent,
        /// Its revision: how many entries of the journal, since the file was opened, it has in it.
        revision: u64,
    },
    /// Read the folder of drafts.
    List,
    /// Open a draft, or an inspection.
    Open(PathBuf),
    /// Open a draft of an inspection.
    OpenNamed {
        /// The inspection's file.
        inspection: PathBuf,
        /// What the inspection calls the draft.
        named: String,
    },
    /// Read drafts of an inspection.
    ReadDrafts {
        /// The inspection's file.
        inspection: PathBuf,
        /// What it calls them.
        named: Vec<String>,
    },
    /// Make an inspection of this title and open it.
    CreateInspection(String),
    /// Tell which drafts stand beside an inspection's file.
    Beside(PathBuf),
    /// Make a draft beside the open inspection.
    CreateBeside {
        /// The name of the body.
        subject: String,
        /// The framework's id; the configured one where none is given.
        framework: Option<String>,
    },
    /// Open a sealed draft.
    Unlock {
        /// The draft.
        path: PathBuf,
        /// Its passphrase.
        words: Secret,
    },
    /// Make a draft about a body and open it.
    Create {
        /// The name of the body.
        subject: String,
        /// The framework's id; the configured one where none is given.
        framework: Option<String>,
    },
    /// Make a draft of an embedded example and open it, by its framework's id.
    CreateExample(String),
    /// Begin this year's draft from last year's, and open it.
    Succeed {
        /// Last year's draft.
        from: PathBuf,
        /// The year that the new one is for.
        year: String,
        /// The framework's id.
        framework: String,
    },
    /// Read the predecessor that the open draft names.
    ReadEarlier(String),
    /// Look for drafts that could be the open one's predecessor.
    FindEarlier,
    /// Tell which frameworks there are.
    Frameworks(Wanted),
    /// Look for a framework by its id.
    Framework(String),
    /// Copy a draft.
    Duplicate(PathBuf),
    /// Give a draft's file another name.
    Rename(PathBuf, String),
    /// Put a draft into the trash.
    Trash(PathBuf),
    /// Bring a draft back out of the trash.
    Restore {
        /// Where it is.
        from: PathBuf,
        /// Where it was.
        to: PathBuf,
    },
    /// Copy text to the terminal's clipboard.
    Copy(String),
    /// Write a print beside the open draft or, where none is open, the inspection.
    WritePrint {
        /// The text.
        text: String,
        /// The ending of the file's name: `txt`, `notice.md`.
        ending: String,
    },
    /// End, once all that is under way is done.
    Quit,
}
