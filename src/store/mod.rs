//! Files: how a draft is spelt, and how it comes to the disk and back without losing a word.
//!
//! This folder owns the format of drafts and frameworks ([`format`]), the library of drafts, the
//! places on a machine where things are kept, and the one way in which a file is written. It must not
//! know what a screen is or how a sentence is made.

pub mod format;
