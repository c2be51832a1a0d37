//! The text that saves took out of a file, kept for the day that it is put back.

use std::collections::HashMap;

use crate::assessment::Value;

/// The texts of tables and lines that were taken out of a draft's file.
///
/// A finding that is deleted takes its comments and the keys that Assay does not know with it. When an
/// undo brings it back, a save finds its text here and puts all of it back. It lives as long as the
/// draft is open.
#[derive(Clone, Debug, Default)]
pub struct RemovedText {
    items: HashMap<(String, String), RemovedItem>,
    values: HashMap<(String, &'static str, String), String>,
    lines: HashMap<(String, &'static str), RemovedLine>,
}

/// An item of a list that was taken out.
#[derive(Clone, Debug)]
pub(super) struct RemovedItem {
    /// Its text.
    pub(super) text: String,
    /// True where it stood against the item after it, and something else between it and the one before.
    pub(super) leans_on_next: bool,
}

/// A line of one field that was taken out.
#[derive(Clone, Debug)]
pub(super) struct RemovedLine {
    /// The whole line.
    pub(super) text: String,
    /// The part of it before the key: blanks, and the keys with dots that lead to it.
    pub(super) before_key: String,
    /// The value that it had.
    pub(super) value: Option<Value>,
    /// The part behind the value on the line: blanks and a comment.
    pub(super) behind: String,
    /// The line above it.
    pub(super) above: String,
}

impl RemovedText {
    /// Keeps an item of a list.
    pub(super) fn keep_item(&mut self, list: &str, key: String, kept: RemovedItem) {
        self.items.insert((list.to_owned(), key), kept);
    }

    /// Returns an item that was taken out.
    pub(super) fn item(&self, list: &str, key: &str) -> Option<&RemovedItem> {
        self.items.get(&(list.to_owned(), key.to_owned()))
    }

    /// Keeps how a value was written, where that is not how a save would write it.
    pub(super) fn keep_value(&mut self, path: &str, key: &'static str, plain: String, text: &str) {
        if plain != text {
            let key = (path.to_owned(), key, plain);
            self.values.insert(key, text.to_owned());
        }
    }

    /// Returns how a value was written that a save would write as `plain`.
    pub(super) fn value(&self, path: &str, key: &'static str, plain: &str) -> Option<&str> {
        let key = (path.to_owned(), key, plain.to_owned());
        self.values.get(&key).map(String::as_str)
    }

    /// Keeps the line of a field of the record at `path`.
    pub(super) fn keep_line(&mut self, path: &str, key: &'static str, line: RemovedLine) {
        self.lines.insert((path.to_owned(), key), line);
    }

    /// Returns the line of a field.
    pub(super) fn line(&self, path: &str, key: &'static str) -> Option<&RemovedLine> {
        self.lines.get(&(path.to_owned(), key))
    }
}
