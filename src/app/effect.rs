//! Effects: what is to be done in the world.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::caret_shape::CaretShape;
use super::file::{FileContent, FileKind, JournalNote};
use super::outside::OutsideText;
use crate::assessment::{Assessment, Framework, Inspector, Predecessor};
use crate::check::Levels;

/// Something that is to be done in the world.
#[derive(Debug)]
pub enum Effect {
    /// Note what was done in the journal, before it is shown.
    Journal(JournalNote),
    /// Look whether another program has changed an open file.
    CheckFile(FileKind),
    /// Take an open file over from its holder.
    TakeOver(FileKind),
    /// Wait until whoever has taken an open file over lets go of it.
    WaitFor(FileKind),
    /// Open an open file once more, now that it is free.
    OpenAgain(FileKind),
    /// Take the hash of a file that an item of evidence names.
    Hash {
        /// The item.
        id: String,
        /// The file, from the draft's folder.
        reference: String,
    },
    /// Weave a draft that was opened, for the first time.
    WeaveDraft {
        /// The draft as it is.
        assessment: Box<Assessment>,
        /// Its framework.
        framework: Arc<Framework>,
    },
    /// Check the draft for misspelt words; `whole`, also by all other rules.
    CheckDraft {
        /// The draft as it is.
        assessment: Box<Assessment>,
        /// Its framework.
        framework: Arc<Framework>,
        /// Last year's draft.
        predecessor: Predecessor,
        /// The levels set for the rules.
        levels: Arc<Levels>,
        /// True where all is to be checked.
        whole: bool,
    },
    /// Keep a journal whose edits were merged in, but do not ask about it again.
    SetAside(PathBuf),
    /// Remember where a draft was left, for the next time that it is opened.
    KeepPlace {
        /// The draft's identity.
        id: String,
        /// The place, in words that only this program reads.
        words: String,
    },
    /// Let go of a file that was open.
    Close(FileKind),
    /// Draw the screen anew, whatever stands there.
    Redraw,
    /// Catch the mouse, or leave it to the terminal.
    CatchMouse(bool),
    /// Give the terminal's cursor a shape.
    Shape(CaretShape),
    /// Stop the program, as Ctrl-Z does elsewhere.
    Suspend,
    /// Save an open file.
    Save {
        /// The content to be saved.
        content: FileContent,
        /// Its revision: how many entries of the journal, since the file was opened, it has in it.
        revision: u64,
    },
    /// Save an open file under another name, and go on there.
    SaveAs {
        /// The content to be saved.
        content: FileContent,
        /// Its revision.
        revision: u64,
        /// The name, from the folder of the open file.
        name: String,
    },
    /// Go on with an open file in the place where it is now.
    GoOnAt(FileKind, PathBuf),
    /// Read the tables of this file, or the names of the files of this folder, as evidence and figures for the open draft.
    ReadImport {
        /// The draft's identity.
        of: String,
        /// The file or the folder, named from the folder of the draft.
        name: String,
    },
    /// Let the next save write an open file anew that is gone.
    WriteAnew(FileKind),
    /// Read the folder of drafts.
    List,
    /// Read the settings.
    Settings,
    /// Give a setting another value, in its file too.
    ChangeSetting {
        /// Its path.
        path: String,
        /// The value, as TOML or as it was typed.
        value: String,
    },
    /// Let the user edit a text in another program, while the screen is theirs.
    EditOutside(OutsideText),
    /// Read the texts that stay written out for programs which may edit them still.
    LookOutside,
    /// Take note that these words of a text which was written out, in this folder, are kept elsewhere.
    OutsideKept(PathBuf, String),
    /// Add a word to those of the house, in the file of the settings.
    AddHouseWord(String),
    /// Look for words that may be meant by one that is misspelt.
    Suggest(String),
    /// Read a file of the library, to be shown beside the list.
    Preview(PathBuf),
    /// Look for words in drafts of the library; nothing is looked for any more where no drafts are named.
    LookInside {
        /// The words.
        words: String,
        /// The drafts.
        paths: Vec<PathBuf>,
    },
    /// Open a draft, or an inspection.
    Open(PathBuf),
    /// Open a draft of an inspection.
    OpenNamed {
        /// The inspection's file.
        inspection: PathBuf,
        /// The name that the inspection has for the draft.
        named: String,
    },
    /// Read drafts of an inspection.
    ReadDrafts {
        /// The inspection's file.
        inspection: PathBuf,
        /// The names that it has for them.
        named: Vec<String>,
    },
    /// Make an inspection of this title and open it.
    CreateInspection(String),
    /// List the drafts beside an inspection's file.
    Beside(PathBuf),
    /// Make a draft beside the open inspection.
    CreateBeside {
        /// The name of the body.
        subject: String,
        /// The framework's id; the configured one where none is given.
        framework: Option<String>,
        /// The fields that it begins with, as another draft of the inspection has them.
        carried: CarriedFields,
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
    /// Read the old statement in a file.
    ReadOld(PathBuf),
    /// Make a draft of an old statement that was read, and open it.
    BeginOld(OldStatement),
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
    /// List the frameworks that there are.
    Frameworks(FrameworkPurpose),
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
        /// The place where it is.
        from: PathBuf,
        /// The place where it was.
        to: PathBuf,
    },
    /// Copy text to the terminal's clipboard.
    Copy(String),
    /// Write prints beside the open draft or, where none is open, the inspection.
    WritePrints {
        /// The prints.
        prints: Vec<FinishedPrint>,
        /// The words for what is missing from them; empty where nothing is.
        told: String,
    },
    /// End, once all that is under way is done.
    Quit,
}

/// An old statement that was read, as a draft without a file.
#[derive(Clone, Debug)]
pub struct OldStatement {
    /// The words that the name of the draft's file is made of.
    pub name: String,
    /// The draft.
    pub draft: Box<Assessment>,
    /// Its framework.
    pub framework: Arc<Framework>,
}

/// A print, as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishedPrint {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The name of its edition inside a sentence: "the report".
    pub name: String,
    /// The ending of the file's name: `txt`, `notice.md`.
    pub ending: String,
}

/// The fields that the drafts of one inspection mostly have in common, with which the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedFields {
    /// Who inspects, and in which office.
    pub inspector: Inspector,
    /// The year.
    pub year: String,
    /// The day of publication.
    pub published: String,
}

/// The purpose that a framework is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameworkPurpose {
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

/// Words that are shown nowhere.
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
