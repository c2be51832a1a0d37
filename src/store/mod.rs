//! Files: how a draft is spelt, and how it comes to the disk and back without losing a word.
//!
//! This folder owns the format of drafts and frameworks ([`mod@format`]), the library of drafts, the
//! places on a machine where things are kept, and the one way in which a file is written. It must not
//! know what a screen is or how a sentence is made.

pub mod attachments;
mod attributes;
mod built_in;
mod claim;
mod copies;
mod disk;
mod door;
mod draft_change;
mod draft_lock;
mod edited;
#[cfg(test)]
mod faults_tests;
mod file;
pub mod format;
mod frameworks;
mod identity;
mod inspections;
pub mod journal;
mod last_places;
pub mod library;
pub mod lock;
mod old_text;
mod outside_text;
mod places;
mod predecessor;
mod prints;
pub mod recovery;
mod rescues;
pub mod seal;
mod sealing;
mod settings;
mod versions;

pub use built_in::EXAMPLES;
pub use door::{DoorError, check_new, send, write_new};
pub use draft_change::change_draft;
pub use draft_lock::ClaimError;
pub use edited::{
    DraftFile, EditedFile, ExternalChange, FileDocument, FileStatus, ForeignVersion,
    InspectionFile, OpenError, ReadDocument, SaveError, Saved,
};
pub use file::{FileError, make_folder, read_bytes};
pub use frameworks::Frameworks;
pub use identity::{
    free_name, new_id, new_mark, refuse_name, refuse_sealed_name, slug, split_draft_name, stem_of,
};
pub use inspections::{UnreadDraft, draft_path, is_inspection, name_in, read_draft, read_file};
pub use last_places::LastPlaces;
pub use old_text::read_old;
pub use outside_text::{
    OutsideFile, OutsideTextLeft, clear_outside_texts, outside_text_kept, outside_texts,
};
pub use places::{Places, at_home};
pub use predecessor::{candidates, earlier, named_from, predecessor};
pub use prints::{PrintContent, PrintDoor, PrintedFile};
pub use sealing::{Resealed, Sealing, SealingError, Unsealing, read_passphrase};
pub use settings::change_settings;
pub use versions::{Version, VersionReason, Versions};
