//! Text as a person sees it: graphemes, cells, rows, and a cursor among them.
//!
//! Everything here is a function of the strings it is given. It owns:
//!
//! - [`around`]: the word and the sentence at a place;
//! - [`counted`](mod@counted): counts with their nouns;
//! - [`difference`]: the difference of two texts, word by word;
//! - [`mod@fold`]: words as they are looked for, whatever their capitals and accents;
//! - [`grapheme`]: the boundaries of visible characters and of words, widths in cells, and cutting a
//!   string to fit;
//! - [`mod@items`]: a text of many lines as the items that it lists;
//! - [`phrase`]: a capital at the head, a list in a sentence;
//! - [`wrap`]: hard lines into [`Row`]s, and the sums between a byte, a row and a column;
//! - [`prose`]: a [`Cursor`] in an editable text, which moves, inserts and erases;
//! - [`rewrite`]: words and characters swapped, and their case changed;
//! - [`splice`]: the one shape in which a change to a text is handed about;
//! - [`vim`]: the modes and keys of vi in a text;
//! - [`visible`](mod@visible): control and deceptive characters turned into marks, and clean pastes.
//!
//! It must not know what the text is for, who keeps it, how a change is undone, or that there is a
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
//!
//! ```
//! use assay::text::{self, Cursor, Motion};
//!
//! let mut text = String::from("Leaders know the school wel");
//! let mut cursor = Cursor::at_end(&text);
//!
//! // A change is returned, not made: whoever owns the text applies it and can take it back.
//! let splice = cursor.insert(&text, "l").unwrap();
//! splice.apply(&mut text)?;
//! assert_eq!(text, "Leaders know the school well");
//!
//! // Wrapping gives rows of byte ranges; movement up and down needs them.
//! let rows = text::rows(&text, 12);
//! let shown: Vec<&str> = rows.iter().map(|row| &text[row.range.clone()]).collect();
//! assert_eq!(shown, ["Leaders know ", "the school ", "well"]);
//! cursor.go(&text, &rows, Motion::RowStart, false);
//! assert_eq!(&text[cursor.at()..], "well");
//!
//! splice.inverse().apply(&mut text)?;
//! assert_eq!(text, "Leaders know the school wel");
//! # Ok::<(), assay::text::SpliceError>(())
//! ```

pub mod around;
pub mod counted;
pub mod difference;
pub mod fold;
pub mod grapheme;
pub mod items;
pub mod phrase;
pub mod prose;
pub mod rewrite;
pub mod sentence;
mod sequences;
pub mod splice;
pub mod vim;
pub mod visible;
pub mod wrap;
mod year;

#[cfg(test)]
mod properties_tests;

pub use around::{sentence_around, without_end, word_around};
pub use counted::{agreeing, counted, noun_of};
pub(crate) use difference::numbered;
pub use difference::{DiffPiece, word_difference};
pub use fold::{Query, composed, fold, same};
pub use grapheme::{is_plain, shorten_quotation, truncate, truncate_middle, width};
pub use items::items;
pub use phrase::{capital, listed, uncapital};
pub use prose::{Cursor, Erase, Motion};
pub use rewrite::{Rewrite, rewritten};
pub use sentence::stopped;
pub use sequences::without_sequences;
pub use splice::{Splice, SpliceError, erased_at, splice_between};
pub use visible::{Pasted, has_hidden, ligature, mark, paste, printable, visible, visible_line};
pub use wrap::{Row, at_column, column_of, row_of, rows};
pub use year::year_in;
