//! The small change of reading a framework: one key of a table at a time, and the tables of a list.

use toml_edit::{Item, TableLike, Value as Toml};

use super::super::near::near;
use super::super::problem::shown;
use super::super::reader::{Node, TomlReader, sort, start};

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Presence {
    Must,
    May,
}
use Presence::{May, Must};

impl TomlReader<'_> {
    /// Refuses keys that are not known.
    pub(super) fn only(&mut self, node: &Node<'_>, known: &[&str]) {
        for (name, item) in node.table.iter() {
            if known.contains(&name) {
                continue;
            }
            let key = node
                .table
                .get_key_value(name)
                .and_then(|(key, _)| key.span());
            let at = key.map_or(start(item), |span| span.start);
            let hint = match near(name, known.iter().copied()) {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => format!("it may have {}", known.join(", ")),
            };
            let what = format!("{} has no key \"{}\"", node.label, shown(name));
            self.problem(at, what, hint);
        }
    }

    pub(super) fn words(&mut self, node: &Node<'_>, key: &str, need: Presence) -> String {
        let Some(item) = node.table.get(key) else {
            if need == Must {
                let what = format!("{} has no \"{key}\"", node.label);
                self.problem(node.at, what, format!("write {key} = \"…\""));
            }
            return String::new();
        };
        match item.as_value().and_then(|value| self.string(value)) {
            Some(text) if !text.trim().is_empty() || need == May => text,
            Some(text) => {
                self.problem(start(item), format!("\"{key}\" is empty"), "write a text");
                text
            }
            None => {
                self.sort(item, key, "write a text between \"…\"");
                String::new()
            }
        }
    }

    pub(super) fn texts(&mut self, node: &Node<'_>, key: &str, need: Presence) -> Vec<String> {
        let Some(item) = node.table.get(key) else {
            if need == Must {
                let what = format!("{} has no \"{key}\"", node.label);
                self.problem(node.at, what, format!("write {key} = [\"…\"]"));
            }
            return Vec::new();
        };
        let texts = item.as_array().and_then(|array| {
            let texts = array.iter().map(|value| self.string(value));
            texts.collect::<Option<Vec<_>>>()
        });
        if texts.is_none() {
            self.sort(item, key, "write a list of texts, [\"…\", \"…\"]");
        }
        texts.unwrap_or_default()
    }

    pub(super) fn flag(&mut self, node: &Node<'_>, key: &str) -> Option<bool> {
        let item = node.table.get(key)?;
        let flag = item.as_bool();
        if flag.is_none() {
            self.sort(item, key, "write true or false, without quotes");
        }
        flag
    }

    pub(super) fn count(&mut self, node: &Node<'_>, key: &str) -> usize {
        let Some(item) = node.table.get(key) else {
            return 0;
        };
        let count = item.as_integer().and_then(|n| usize::try_from(n).ok());
        if count.is_none() {
            self.sort(item, key, "write a whole number, 0 or more");
        }
        count.unwrap_or_default()
    }

    pub(super) fn sort(&mut self, item: &Item, key: &str, hint: &str) {
        let what = match sort(item) {
            "a number" => format!("\"{key}\" is a number that does not fit"),
            sort => format!("\"{key}\" is {sort}"),
        };
        self.problem(start(item), what, hint);
    }

    pub(super) fn table<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Node<'t>> {
        let item = node.table.get(key)?;
        self.node(&format!("[{key}]"), item)
    }

    /// Reads each table of a list.
    pub(super) fn each<T>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        mut one: impl FnMut(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(item) = node.table.get(key) else {
            return Vec::new();
        };
        let label = format!("[[{key}]]");
        let Some(nodes) = nodes(&label, item) else {
            let what = format!("\"{key}\" is a list of tables");
            self.problem(
                start(item),
                what,
                format!("begin each of them with a line {label}"),
            );
            return Vec::new();
        };
        nodes.iter().filter_map(|node| one(self, node)).collect()
    }
}

/// The tables of a list, whichever way it is written; nothing where it is no such list.
pub(in crate::store::format) fn nodes<'t>(label: &str, item: &'t Item) -> Option<Vec<Node<'t>>> {
    let node = |table: &'t dyn TableLike, span: Option<std::ops::Range<usize>>| Node {
        label: label.to_owned(),
        at: span.unwrap_or_default().start,
        table,
    };
    match item {
        Item::ArrayOfTables(tables) => Some(
            tables
                .iter()
                .map(|table| node(table, table.span()))
                .collect(),
        ),
        Item::Value(Toml::Array(array)) => array
            .iter()
            .map(|value| Some(node(value.as_inline_table()?, value.span())))
            .collect(),
        _ => None,
    }
}
