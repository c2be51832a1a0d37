//! The state machine of the screen: `update(state, message) → effects`.
//!
//! This folder owns what a key means, what is chosen, what is typed where, and what happens next. It
//! must not know a terminal, a file, a clock or the environment: what touches the world is
//! returned as an [`Effect`] and comes back as a [`Message`]. So every key of every test runs through
//! the code that users run.
//!
//! - [`Command`] and its table: what can be done, and by which key.
//! - [`State`] and [`update`]: all that the screen shows, and what a message makes of it.
//! - [`Bench`]: one open draft. [`Library`]: the list of them. [`Grid`]: an inspection of several. [`Overlay`]: lists, questions, pages.
//! - [`layout`]: where things stand, shared with the folder that draws them.

mod act;
mod bench;
mod command;
mod inspection;
mod key;
mod keymap;
pub mod layout;
mod library;
mod message;
mod overlay;
mod state;

pub use bench::{
    Bench, Choice, Detail, EvidenceFilter, Offer, Page, Problems, Row, Tally, Typing, Uses,
    choices, is_old, severity_mark, uses,
};
pub use command::{Command, Entry, Scope, TABLE};
pub use inspection::{
    Body, Column, Goal, Grid, GridPage, Line, News, OpenedInspection, ReadDraft, Standing, What,
    figure,
};
pub use key::{Code, Key};
pub use keymap::{Clash, Keymap};
pub use library::Library;
pub use message::{
    Candidate, Card, CardGrade, Effect, JournalStanding, Message, Opened, Recovered, Secret,
    Waiting, Wanted,
};
pub use overlay::{
    Asked, Chooses, Compared, Comparison, Format, MappingRow, MappingTable, Narrowing, Overlay,
    Page as Sheet, PageKind, Pair, Palette, Picker, PrintForm, ProblemList, Question,
};
pub use state::{Notice, State, update};
