//! The state machine of the screen: `update(state, message) → effects`.
//!
//! This folder owns what a key means, what is chosen, what is typed where, and what happens next. It
//! must not know a terminal, a file, a clock or the environment: what touches the world is
//! returned as an [`Effect`] and comes back as a [`Message`]. So every key of every test runs through
//! the code that users run.
//!
//! - [`Command`] and its table: what can be done, and by which key.
//! - [`State`] and [`update`]: all that the screen shows, and what a message makes of it.
//! - [`FileState`]: the state of an open file, a draft's or an inspection's: saved, locked, in the journal. [`Exit`]: the end
//!   of the program.
//! - [`TextField`]: the one field in which words are typed, in whichever box; `keeping`: what is typed is kept, by whatever
//!   the box or the field goes.
//! - [`RowList`]: the one list from which is chosen, whatever it is of, with the law of its lit row.
//! - [`DraftEditor`]: one open draft. [`Library`]: the list of them. [`Grid`]: an inspection of several. [`Overlay`]: lists, questions, pages.
//! - [`SearchList`], [`ReplacementList`]: words that are looked for in all that is open, and put in the place of others.
//! - `stray`: characters that are typed where no text is open, which are words and no commands where they can be none but
//!   that; `waiting`: they wait for a place, with all else that no box has, and are put in by a key; `telling`: what a letter
//!   changed stays told of.
//! - [`Intake`]: lines that were pasted, as findings; `editor`'s `filing`: a number in prose, as a figure.
//! - [`OutsideText`]: a text that is edited in another program.
//! - `trail`: where one was, to go back to and forward again.
//! - [`ReadAloud`]: the statement read aloud by a clock. The time that goes by is told by [`Message::Tick`], which comes only
//!   while [`State::wants_tick`].
//! - [`shown`]: what the state holds, in people's words, for all faces of the program.
//! - [`layout`]: the areas of the screen, shared with the folder that draws them.

mod act;
mod arriving;
mod box_names;
mod card;
mod caret_shape;
mod checking;
mod closing;
mod command;
mod consent;
mod cuts;
mod editor;
mod effect;
mod exit;
mod field;
mod file;
mod footer;
mod help;
mod incoming;
mod inspection;
mod keeping;
mod kept;
mod key;
mod key_sequence;
mod key_set;
mod keymap;
pub mod layout;
mod library;
mod list;
mod looking;
mod marked;
mod message;
mod moded;
mod modes;
mod needs;
mod opening;
mod outside;
mod overlay;
mod pointer;
mod reading;
mod remedy;
mod scope;
pub mod shown;
mod state;
mod status;
mod stray;
mod telling;
mod trail;
mod typed_field;
mod update;
mod waiting;
mod waiting_keys;
mod walk;

pub use box_names::{box_told, has_box, is_search, is_search_by_key};
pub use card::{
    DraftCard, DraftCardGrade, FoundInside, LibraryNews, Preview, PreviewedDraft, TrashedCard,
    Unfinished,
};
pub use caret_shape::CaretShape;
pub use command::{Command, CommandEntry, TABLE};
pub use consent::Consent;
pub use editor::{
    Choice, Detail, DraftEditor, DraftTarget, EditorRow, EvidenceFilter, EvidenceUses,
    ForeignRemoval, MisspeltWord, Page, PageTally, Problems, SearchPlace, Typing, choices,
    found_inside, is_old, severity_mark, uses,
};
pub use effect::{CarriedFields, Effect, FinishedPrint, FrameworkPurpose, OldStatement, Secret};
pub use exit::Exit;
pub use field::{Offer, Offers, Stroke, TakenOffer, TextField};
pub use file::{
    BoxJournal, FileContent, FileKind, FileNews, FileState, JournalNote, MissingFile, NewPlace,
    OpenedFile,
};
pub use footer::FooterKey;
pub use help::MODES;
pub use inspection::{
    Grid, GridRow, InspectionLine, InspectionPage, JudgmentColumn, LineContent, figure,
};
pub use kept::KeptWords;
pub use key::{Code, Key};
pub use key_sequence::KeySequence;
pub use key_set::KeySet;
pub use keymap::{Bound, KeyChanges, KeyClash, Keymap};
pub use library::Library;
pub use list::{ListRow, LitRow, RowList, RowSign};
pub use message::{
    Candidate, DraftStatus, InspectionNews, Message, OpenedDraft, ReadDraft, SettingRow,
    SettingValue, SettingsNews,
};
pub use outside::{OutsideOutcome, OutsideText};
pub use overlay::{
    ComparedValue, Comparison, ComparisonKind, DueSentence, FormatSet, Intake, LibraryFile,
    MappingRow, MappingTable, MissingAnswer, Overlay, PageKind, PagePosition, Palette, Picker,
    PickerPurpose, PrintForm, ProblemList, Question, QuestionKind, ReadAloud, ReplacementList,
    SearchList, SpellingAnswer, TextPage, hanging, theme_looked_at,
};
pub use pointer::{PointerDeed, PointerEvent, PointerTarget};
pub use scope::Scope;
pub use state::State;
pub use status::StatusMessage;
pub use update::update;
pub use waiting::CUT;
pub use walk::{Walk, to_be_walked};
