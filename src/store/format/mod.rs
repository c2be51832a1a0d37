//! Text to assessment and back.
//!
//! A draft belongs to its author, who may have written it in an editor: with comments, in an order of
//! their own, with keys that Assay does not know. So reading keeps positions, and reports every problem
//! with its line; and [`save`] is not a printer but a patch: it changes the bytes of the values that
//! changed and leaves each other byte where it stands.
//!
//! # What a file may be made of
//!
//! A file may come from a stranger. Each of these is checked first, and a file that is refused is left as
//! it was.
//!
//! | the file | what becomes of it |
//! | --- | --- |
//! | is no ordinary file (a folder, a device, a FIFO) | refused before it is opened |
//! | has more than [`MAX_BYTES`]; settings and themes: 1 MiB | refused before it is parsed |
//! | is not UTF-8, UTF-16 among it | refused with the place of the first wrong byte |
//! | stands deeper in itself than [`MAX_DEPTH`] | refused before it is parsed |
//! | has a list or table of more than [`MAX_ITEMS`]; all but drafts: [`MAX_FEW`] | refused |
//! | has an id of more than [`MAX_ID`](crate::assessment::MAX_ID) bytes, or an empty one | refused |
//! | holds a NUL or another control character as it is | refused: TOML has escapes for them |
//! | holds one as an escape, or a direction control, a separator, a tag as it is | read, kept, shown as a mark, found by [`hidden`] |
//! | begins with a byte order mark | read; it stays through a save |
//! | ends its lines as Windows does | read; they stay so through a save, and new lines end so too |
//! | holds a lone carriage return | refused |
//! | has a key or a table twice | refused |
//! | has a key that nothing reads | a draft: kept, with a warning where it is spelt almost like one that is missing; all others: refused |
//! | has an id twice in a list | refused |
//! | is an inspection that names a draft twice, or outside of its own folder, or more than [`MAX_DRAFTS`](crate::assessment::MAX_DRAFTS) | refused |
//!
//! An id is compared and never opened: no file or folder is called by one.
//!
//! What people write is read with places, so that all that is wrong is reported at once: drafts and inspections by
//! `reader.rs`, record by record; frameworks, themes and settings by `plain.rs`, which explains why not by serde.
//!
//! Nothing in here touches a file. The tables and their fields are walked as they are declared
//! ([`Fields`](crate::assessment::Fields)), so one that is added there is read and written without
//! another line.

mod arrange;
mod content;
mod dotted;
mod draft;
mod fields;
pub mod framework;
mod fresh;
mod hidden;
mod inline;
mod inspection;
mod layout;
mod limits;
mod lines;
mod lists;
mod literal;
mod matching;
mod near;
mod partly;
mod parts;
mod patch;
mod plain;
mod problem;
mod reader;
mod removed;
mod rules;
mod source;
mod spoken_rules;
mod tables;
mod voices;
mod write;
mod writer;

pub use content::{DraftOrInspection, FileHead, read_any, read_opening};
pub use draft::{Draft, FORMAT, FindFramework, FrameworkMissing, read};
pub use fresh::fresh;
pub use hidden::hidden;
pub use inspection::{
    ReadInspection, fresh_inspection, read_inspection, save_inspection, stray_path,
};
pub use limits::{MAX_BYTES, MAX_DEPTH, MAX_FEW, MAX_ITEMS};
pub use lines::Lines;
pub use near::{near, near_or};
pub use partly::{PartlyRead, read_partly};
pub use problem::{FileProblem, Refused};
pub use removed::RemovedText;
pub use source::decode;
pub use voices::common_frames;
pub use write::{Unwritable, save};

// For the other files that people write by hand: settings and themes are read and refused in the same way.
pub(crate) use literal::escaped;
pub(crate) use near::one_of;
pub(crate) use plain::{TomlEntry, entries};
pub(crate) use problem::{line_and_column, shown};
pub(crate) use reader::{TomlReader, sort};
pub(crate) use source::parse;
