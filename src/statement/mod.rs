//! From findings to a statement.
pub mod document;
pub use document::*;
