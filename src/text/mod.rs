//! Text as a person sees it: graphemes, cells, rows, and a cursor among them.
//!
//! Everything here is a function of the strings it is given. It owns:
//!
//! - [`grapheme`]: where one visible character ends and the next begins, how many cells it fills,
//!   where words begin, and how to cut a string to fit;
//! - [`wrap`]: hard lines into [`Row`]s, and the sums between a byte, a row and a column;
//! - [`visible`](mod@visible): control and deceptive characters turned into marks, and clean pastes.
//!
//! It must not know what the text is for, who keeps it, how it is undone, or that there is a
//! terminal. It reads no file and no clock, and draws nothing.
//!
//! # Positions
//!
//! A position is a byte offset, always on a grapheme boundary when it comes *out* of this folder.
//! One that goes *in* may be stale (the text changed under it): it is clamped down to the nearest
//! boundary and nothing panics.
//!
//! # Widths
//!
//! A width is what the string fills once [`visible()`] has been over it, which is how every string
//! reaches the screen: an escape character is one cell wide because its mark is.

pub mod grapheme;
pub mod visible;
pub mod wrap;

pub use grapheme::{truncate, width};
pub use visible::{has_hidden, paste, visible};
pub use wrap::{Row, at_column, column_of, row_of, rows};
