//! A document as text, Markdown and JSON; and the edition that shows what each sentence stands on.
//!
//! This folder owns how a statement is spelt out. It must not know where the bytes go: nothing here
//! prints or writes. Every character that a file brings with it goes through
//! [`visible`](crate::text::visible()), so that nothing that a draft holds can steer a terminal; JSON
//! escapes the same characters instead, so that nothing is lost to programs.
//!
//! A finding that is marked sensitive is never spelt out, not even among what is not spoken.

mod json;
mod markdown;
mod sources;
mod text;

pub use json::json;
pub use markdown::{markdown, markdown_sources};
pub use sources::unspoken;
pub use text::{text, text_sources};

#[cfg(test)]
mod tests;
