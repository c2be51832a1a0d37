//! Messages to the state machine, and their data.

use std::path::PathBuf;
use std::sync::Arc;

use super::card::{DraftCard, LibraryNews};
use super::command::Command;
use super::effect::FrameworkPurpose;
use super::effect::OldStatement;
use super::file::{FileKind, FileNews, OpenedFile};
use super::key::Key;
use super::keymap::Keymap;
use super::layout::Size;
use super::outside::{OutsideOutcome, OutsideText};
use super::pointer::PointerEvent;
use crate::assessment::{Assessment, Descent, Framework, Inspection, Predecessor, Unanswered};
use crate::check::{CheckReport, Problem};
use crate::exchange::ImportSource;
use crate::statement::{NoticeDraft, Weaver};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// A character came by itself, and others may still have come together with it. Where text is taken it is text either way;
    /// elsewhere it waits for what the next message from the terminal says.
    Character(Key),
    /// Nothing came together with the character before: its key was pressed.
    Alone,
    /// A command was given by its name.
    Command(Command),
    /// Text was pasted.
    Paste(String),
    /// Text was pasted, and the terminal did not mark its end.
    UnclosedPaste(String),
    /// Characters came faster than any hand types: text was pasted that the terminal did not mark. Tab and Enter are
    /// among them as tabs and newlines. The character that was told of before is the first of them, and not among these.
    Burst(String),
    /// A key comes for which somebody took time: it goes on with nothing that was typed before.
    Rested,
    /// Something was done with the mouse.
    Pointer(PointerEvent),
    /// The window has another size.
    Resize(Size),
    /// Nothing was typed for as long as a save by itself waits.
    Pause,
    /// Somebody types without a pause, and is saved in between.
    Due,
    /// The clock of whoever reads aloud went on by so many milliseconds.
    Tick(u64),
    /// A draft was opened or made.
    OpenedDraft(Box<OpenedDraft>),
    /// A draft is sealed: its passphrase is needed.
    Sealed {
        /// The draft.
        path: PathBuf,
        /// The reason why the given passphrase does not do; `None` where none was given.
        why: Option<String>,
    },
    /// Last year's draft was looked for.
    Earlier {
        /// The file, as the draft names it.
        named: String,
        /// The outcome.
        predecessor: Predecessor,
    },
    /// Drafts that could be the open one's predecessor.
    EarlierFound(Vec<Candidate>),
    /// The frameworks that there are.
    Frameworks {
        /// The purpose that one is chosen for.
        purpose: FrameworkPurpose,
        /// All that can be used.
        all: Vec<Arc<Framework>>,
        /// The one that is likely, by id.
        likely: String,
        /// The number of the user's own that are refused.
        refused: usize,
    },
    /// A framework was looked for by its id; the reason where there is none.
    Framework(Result<Arc<Framework>, String>),
    /// Something about the folder of drafts.
    Library(LibraryNews),
    /// Something about the open inspection, or that one was opened.
    Inspection(InspectionNews),
    /// The window is the one in use again.
    Focus,
    /// The program is asked to stop for a while, as by Ctrl-Z elsewhere.
    Stop,
    /// The program was stopped and goes on.
    Continued,
    /// Another program has changed the open draft's file.
    ChangedElsewhere {
        /// The common base of both versions.
        base: Box<Assessment>,
        /// The content of the file now, on which the next save builds.
        theirs: Box<Assessment>,
        /// The way in which that comes from what is here.
        descent: Descent,
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
    /// An old statement was read.
    OldRead(OldStatement),
    /// A file or a folder was read that evidence and figures are to come from.
    ImportRead {
        /// The identity of the draft into which they are to come; another may be open by now.
        of: String,
        /// Its name.
        name: String,
        /// The content.
        source: ImportSource,
    },
    /// A draft that was opened was woven for the first time; another may be open by now.
    Woven {
        /// The draft's identity.
        id: String,
        /// The weaver, which has its statement.
        weaver: Box<Weaver>,
    },
    /// The draft was checked.
    Checked {
        /// The draft as it was then.
        assessment: Box<Assessment>,
        /// The report of the checks, where all was to be checked.
        report: Option<CheckReport>,
        /// Misspelt words.
        spelling: Vec<Problem>,
    },
    /// A text was edited in another program.
    EditedOutside(OutsideText, Box<OutsideOutcome>),
    /// A text was left, in this folder, by a program that was killed while it was edited.
    LeftOutside(PathBuf, String),
    /// A text that such a program left is still open in another.
    OpenOutside(String),
    /// A text that stays written out says this.
    StandsOutside(PathBuf, String),
    /// Words that may be meant by one that is misspelt were looked for.
    Suggested {
        /// The misspelt word.
        word: String,
        /// The words that may be meant, the likeliest first.
        spellings: Vec<String>,
    },
    /// Something about the settings.
    Settings(SettingsNews),
    /// Words wait in boxes of the library.
    Unanswered(Unanswered),
    /// Something was done, as the text says.
    Done(String),
    /// A draft of the library was copied, renamed or brought back.
    Moved {
        /// The file that it was; `None` where that stays.
        was: Option<PathBuf>,
        /// The file that it is now, or that the copy is.
        path: PathBuf,
        /// The words for it.
        words: String,
    },
    /// Something failed.
    Failed(String),
    /// A file cannot be opened.
    NotOpened {
        /// The file.
        path: PathBuf,
        /// The fault, and what to do.
        why: String,
    },
    /// A draft went into the trash.
    Trashed {
        /// The place where it was.
        from: PathBuf,
        /// The place where it is.
        to: PathBuf,
    },
    /// The program is asked to end (a signal, a closed terminal).
    End,
}

impl Message {
    /// Returns true for what somebody types or pastes, and where they rest.
    pub(super) fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Key(_)
                | Self::Character(_)
                | Self::Alone
                | Self::Command(_)
                | Self::Paste(_)
                | Self::UnclosedPaste(_)
                | Self::Burst(_)
                | Self::Rested
                | Self::Pause
                | Self::Due
        )
    }
}

/// A draft as it comes from its file.
#[derive(Debug)]
pub struct OpenedDraft {
    /// Its file, and what is in it.
    pub file: OpenedFile<Assessment>,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// True where it was made just now.
    pub new: bool,
    /// The ending of the ids of items that are put in, so that they are no others' wherever the draft is open.
    pub mark: String,
    /// True where it is to be shown before it is woven.
    pub unwoven: bool,
}

impl OpenedDraft {
    /// Returns a draft as its file has it.
    pub fn plain(assessment: Assessment, framework: Arc<Framework>, path: PathBuf) -> Self {
        Self {
            file: OpenedFile::plain(path, assessment),
            framework,
            new: false,
            mark: String::new(),
            unwoven: false,
        }
    }
}

/// Something about the settings.
#[derive(Debug)]
pub enum SettingsNews {
    /// They stand like this.
    Listed(Vec<SettingRow>),
    /// One has another value.
    Changed {
        /// Its path.
        path: String,
        /// The value, as TOML or as it was typed.
        value: String,
        /// The words for it.
        words: String,
        /// All settings as they are now.
        rows: Vec<SettingRow>,
        /// The key bindings that are in force now.
        keymap: Arc<Keymap>,
    },
}

/// A setting as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Its path: `print.width`.
    pub path: String,
    /// Its name for people.
    pub label: String,
    /// Its value as TOML.
    pub value: String,
    /// Its value in words.
    pub words: String,
    /// The purpose of it, in a line.
    pub help: String,
    /// The values that it is often given; none where any is typed.
    pub values: Vec<SettingValue>,
    /// True where another can be typed.
    pub typed: bool,
}

/// A value that a setting can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingValue {
    /// It as TOML.
    pub value: String,
    /// It in words.
    pub words: String,
    /// Its meaning, where there is more to say.
    pub meaning: String,
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
    /// The title of its framework.
    pub framework: String,
}

/// Something about an inspection.
#[derive(Debug)]
pub enum InspectionNews {
    /// It was opened, or opened once more.
    Opened {
        /// Its file.
        file: Box<OpenedFile<Inspection>>,
        /// True where it was made just now.
        new: bool,
    },
    /// Drafts of it were read, as far as they can be.
    Read {
        /// The inspection's file.
        inspection: PathBuf,
        /// Each by the name that the inspection has for it.
        read: Vec<(String, DraftStatus)>,
    },
    /// Another program has changed it.
    ChangedElsewhere {
        /// The common base of both.
        base: Box<Inspection>,
        /// The content of the file now, on which the next save builds.
        theirs: Box<Inspection>,
        /// The way in which that comes from what is here.
        descent: Descent,
    },
    /// The drafts beside it, each with its name there.
    Beside(Vec<(String, DraftCard)>),
    /// A draft was made beside it; its name there.
    Made(String),
}

/// A draft of an inspection, read.
#[derive(Debug, PartialEq)]
pub struct ReadDraft {
    /// The draft.
    pub assessment: Assessment,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// Its part of a notice.
    pub notice: NoticeDraft,
}

/// The state of a draft of an inspection.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DraftStatus {
    /// It is still to be read.
    #[default]
    Reading,
    /// It was read.
    Read(Arc<ReadDraft>),
    /// It is sealed: what it says is not known here.
    Sealed,
    /// Its file is not there.
    Missing,
    /// It cannot be opened, for this reason.
    Broken(String),
}
