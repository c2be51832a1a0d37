//! Text to assessment and back.
//!
//! A draft belongs to its author, who may have written it in an editor: with comments, in an order of
//! their own, with keys that Assay does not know. So reading keeps positions, and tells every problem
//! with its line; and [`save`] is not a printer but a patch: it changes the bytes of the values that
//! changed and leaves each other byte where it stands.
//!
//! Nothing in here touches a file. The fields of the records are walked by name
//! ([`Record`](crate::assessment::Record)), so a field added to a record is read and written without
//! another line.

mod arrange;
mod attic;
mod draft;
mod fields;
pub mod framework;
mod fresh;
mod hidden;
mod inline;
mod layout;
mod limits;
mod lines;
mod lists;
mod literal;
mod matching;
mod near;
mod patch;
mod problem;
mod reader;
mod rules;
mod source;
mod tables;
mod write;

pub use attic::Attic;
pub use draft::{Draft, FORMAT, FrameworkMissing, Opening, read, read_opening};
pub use fresh::fresh;
pub use hidden::hidden;
pub use limits::{MAX_BYTES, MAX_DEPTH, MAX_FEW, MAX_ITEMS};
pub use lines::Lines;
pub use near::near;
pub use problem::{Problem, Refused};
pub use source::decode;
pub use write::{Unwritable, save};

// For the other files that people write by hand: settings and themes are read and refused in the same way.
pub(crate) use literal::escaped;
pub(crate) use near::one_of;
pub(crate) use problem::{Found, line_and_column, shown};
pub(crate) use source::{parse, refused};
