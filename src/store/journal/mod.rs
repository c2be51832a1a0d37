//! The journal: every edit on the disk before it is on the screen.
//!
//! The journal of a draft, or of an inspection, is one file that only grows, in the state folder. Its head says which it
//! belongs to and what that draft held when the journal was begun; after it come the edits, a line each,
//! and a mark for each save. So a journal by itself gives back the draft as it was after any edit, the
//! history of its changes, and the last version that it has in common with a file that somebody else has
//! changed.
//!
//! - `codec`, and `edits` for inspections: an entry of a history as JSON, and back. `record`: a line with its
//!   checksum and number. `boxes`: words that stand in boxes which are not answered.
//! - Writing, and where to go when the disk refuses: [`Journal`]; the same from other threads, so that
//!   nobody waits for a disk longer than a moment: [`JournalThread`].
//! - Whose it is, where its document is taken over or its file is deleted under it: `writer/ownership.rs`.
//! - Reading: [`Replay`].
//!
//! The journal of a sealed draft has every record but its head locked, with a key that stands in the head and
//! that the draft's passphrase opens: `protection`. A draft that is sealed, or whose seal is taken off, takes its
//! journal along: [`rewrite`]; `copied` has its records in another file. `head` is the first line, which is never locked.
//!
//! # What a power cut may cost
//!
//! An edit is handed to the system before the frame that shows it, so that the end of the program alone
//! costs nothing: the system keeps what it was handed. It is brought to the disk itself at latest
//! [`SYNC_AFTER`] later, and before a save is reported. A power cut may cost what was typed in
//! that time, and the time that the disk takes to write it.
//!
//! # Where a journal stands
//!
//! `STATE/journals/IDENTITY/PATH.journal`, both names made of a hash: an identity never becomes a
//! path. Two copies of a draft share the identity and not the path, so they are never mixed up. Where the
//! state folder cannot be written, the draft's own folder is tried, then a temporary one. What is sealed shows no
//! identity: its path stands in for it, and one that was moved is known by the mark in the head and by what the
//! passphrase opens.
//!
//! Words in boxes that cannot go into the journal of their file, since somebody else writes that, stand beside it in
//! `PATH.TIME-PROCESS.words`, a journal for each program that has some: see `recovery/outside.rs`.

mod base;
mod boxes;
mod codec;
mod copied;
mod edits;
mod head;
mod open;
mod place;
mod protection;
mod record;
mod replay;
mod rewrite;
mod shared;
mod thread;
mod writer;

pub use base::{Base, NoSaveJournal, SaveJournal, hash};
pub use edits::JournalEdit;
pub use head::JournalHead;
pub use place::{
    JournalName, OUTSIDE, aside, beside, files, is_beside, outside, places, temporary,
};
pub use protection::{JournalKey, RecordProtection};
pub use replay::{Replay, ReplayError, SaveMark};
pub use rewrite::rewrite;
pub use thread::{JournalThread, SYNC_AFTER};
pub use writer::Journal;
