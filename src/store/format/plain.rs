//! TOML that people write by hand and that is read strictly: frameworks, themes, settings.
//!
//! All of them are walked here, as a tree in which each key and value knows its place, and not by serde. serde
//! stops at the first mistake and has one wording for all files; whoever writes a framework wants everything that
//! is wrong with it at once, each with its line and column, what may stand there and what was probably meant. The
//! walk is not generic, so it is compiled once, where a derived `Deserialize` is compiled for each table. What is
//! only ours (`assets/style.toml`, `assets/words.toml`) is read by serde.

use toml_edit::{Item, TableLike};

use super::near::near_or;
use super::problem::{Refused, located, shown};
use super::reader::{Node, TomlReader, only_tables, sort, start};

/// A key of a table, with what stands there.
pub(crate) struct TomlEntry<'t> {
    table: &'t dyn TableLike,
    pub(crate) key: &'t str,
    pub(crate) item: &'t Item,
}

impl TomlEntry<'_> {
    /// Returns the byte at which the key begins.
    pub(crate) fn at(&self) -> usize {
        let span = self.table.key(self.key).and_then(toml_edit::Key::span);
        span.map_or_else(|| start(self.item), |span| span.start)
    }

    /// Returns the byte at which the value begins; the key's, where it has no place of its own.
    pub(crate) fn value_at(&self) -> usize {
        self.item
            .span()
            .map_or_else(|| self.at(), |span| span.start)
    }
}

/// Returns the keys of a table, in the order of the file.
pub(crate) fn entries(table: &dyn TableLike) -> impl Iterator<Item = TomlEntry<'_>> {
    let entries = table.iter();
    entries.map(move |(key, item)| TomlEntry { table, key, item })
}

impl<'t> Node<'t> {
    /// Returns a node for the whole of a file.
    pub(super) fn root(label: &str, table: &'t dyn TableLike) -> Self {
        Self {
            label: label.to_owned(),
            at: 0,
            table,
        }
    }

    /// Returns the byte at which the value of a key begins; the table's own, where the key is not there.
    pub(super) fn at(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.at, start)
    }

    /// Returns the text of a key, empty where there is none.
    pub(super) fn text(&self, key: &str) -> &'t str {
        let item = self.table.get(key);
        item.and_then(Item::as_str).unwrap_or_default()
    }
}

/// Makes a method for each table that reads it into a record: a row for each field, with its key, the method that
/// reads it and, for tables inside, the method that reads one of those. All other keys are refused, but one that
/// is read elsewhere. After a semicolon come fields that have no key.
macro_rules! records {
    ($($method:ident: $record:ident $(also $also:literal)* {
        $($field:ident: $key:literal $how:ident $($one:ident)?,)*
        $(; $more:ident: $value:expr,)?
    })*) => {
        impl TomlReader<'_> {$(
            pub(super) fn $method(&mut self, node: &Node<'_>) -> $record {
                self.check_keys(node, &[$($also,)* $($key,)*]);
                $record {
                    $($field: self.$how(node, $key $(, Self::$one)?),)*
                    $($more: ($value)(self, node),)?
                }
            }
        )*}
    };
}
pub(super) use records;

impl TomlReader<'_> {
    /// Returns what was read, or, where there were problems, the refusal with at most so many of them.
    ///
    /// # Errors
    /// There were problems.
    pub(crate) fn finish<T>(self, name: &str, read: T, most: usize) -> Result<T, Refused> {
        if self.problems.is_empty() {
            return Ok(read);
        }
        let (problems, more) = located(self.text, self.problems, most);
        Err(Refused {
            name: name.to_owned(),
            problems,
            more,
        })
    }

    /// Refuses keys that are not known.
    pub(super) fn check_keys(&mut self, node: &Node<'_>, known: &[&str]) {
        for entry in entries(node.table) {
            if known.contains(&entry.key) {
                continue;
            }
            let all = || format!("it may have {}", known.join(", "));
            let hint = near_or(entry.key, known.iter().copied(), all);
            let what = format!("{} has no key \"{}\"", node.label, shown(entry.key));
            self.problem(entry.at(), what, hint);
        }
    }

    /// Returns the value of a key as `read` has it, or `None`, and notes a problem, where it is of another sort.
    pub(super) fn key<T>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        wanted: &str,
        read: impl Fn(&Self, &Item) -> Option<T>,
    ) -> Option<T> {
        let item = node.table.get(key)?;
        let value = read(self, item);
        if value.is_none() {
            let what = match sort(item) {
                "a number" => format!("\"{key}\" is a number that does not fit"),
                sort => format!("\"{key}\" is {sort}"),
            };
            self.problem(start(item), what, format!("write {wanted}"));
        }
        value
    }

    /// Notes a key that is not there, and has to be.
    fn require(&mut self, node: &Node<'_>, key: &str, example: &str) {
        if !node.table.contains_key(key) {
            let what = format!("{} has no \"{key}\"", node.label);
            self.problem(node.at, what, format!("write {key} = {example}"));
        }
    }

    /// Reads a text that has to be there.
    pub(super) fn required(&mut self, node: &Node<'_>, key: &str) -> String {
        let text = self.given(node, key);
        match &text {
            Some(text) if text.trim().is_empty() => {
                self.problem(node.at(key), format!("\"{key}\" is empty"), "write a text");
            }
            Some(_) => {}
            None => self.require(node, key, "\"…\""),
        }
        text.unwrap_or_default()
    }

    /// Reads a text that may be left out.
    pub(super) fn optional(&mut self, node: &Node<'_>, key: &str) -> String {
        self.given(node, key).unwrap_or_default()
    }

    /// Reads a text, or `None` where it is left out; it may be empty.
    pub(super) fn given(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        self.key(node, key, "a text between \"…\"", |on, item| {
            on.string(item.as_value()?)
        })
    }

    /// Reads a list of texts.
    pub(super) fn texts(&mut self, node: &Node<'_>, key: &str) -> Vec<String> {
        let texts = self.key(
            node,
            key,
            "a list of texts, [\"…\", \"…\"]",
            |on, item| {
                let texts = item.as_array()?.iter().map(|value| on.string(value));
                texts.collect()
            },
        );
        texts.unwrap_or_default()
    }

    /// Reads a list of texts that has to be there.
    pub(super) fn required_texts(&mut self, node: &Node<'_>, key: &str) -> Vec<String> {
        self.require(node, key, "[\"…\"]");
        self.texts(node, key)
    }

    /// Reads yes or no, or `None` where it is left out.
    pub(super) fn flag(&mut self, node: &Node<'_>, key: &str) -> Option<bool> {
        self.key(node, key, "true or false, without quotes", |_, item| {
            item.as_bool()
        })
    }

    /// Reads yes or no; no where it is left out.
    pub(super) fn flag_or_false(&mut self, node: &Node<'_>, key: &str) -> bool {
        self.flag(node, key).unwrap_or(false)
    }

    /// Reads yes or no; yes where it is left out.
    pub(super) fn flag_or_true(&mut self, node: &Node<'_>, key: &str) -> bool {
        self.flag(node, key).unwrap_or(true)
    }

    /// Reads a whole number; 0 where it is left out.
    pub(super) fn count(&mut self, node: &Node<'_>, key: &str) -> usize {
        self.given_count(node, key).unwrap_or_default()
    }

    /// Reads a whole number, or `None` where it is left out.
    pub(super) fn given_count(&mut self, node: &Node<'_>, key: &str) -> Option<usize> {
        self.key(node, key, "a whole number, 0 or more", |_, item| {
            usize::try_from(item.as_integer()?).ok()
        })
    }

    /// Reads a table; its default where it is left out.
    pub(super) fn table<T: Default>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        read: fn(&mut Self, &Node<'_>) -> T,
    ) -> T {
        let node = node.table.get(key);
        let node = node.and_then(|item| self.node(&format!("[{key}]"), item));
        node.map_or_else(T::default, |node| read(self, &node))
    }

    /// Reads each table of a list; none where it is left out.
    pub(super) fn each<T>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        read: fn(&mut Self, &Node<'_>) -> T,
    ) -> Vec<T> {
        let tables = self.tables(node, key);
        tables.iter().map(|node| read(self, node)).collect()
    }

    fn tables<'t>(&mut self, node: &Node<'t>, key: &str) -> Vec<Node<'t>> {
        let Some(item) = node.table.get(key) else {
            return Vec::new();
        };
        let label = format!("[[{key}]]");
        only_tables(&label, item).unwrap_or_else(|| {
            self.not_a_list(&label, start(item));
            Vec::new()
        })
    }
}
