//! Reading records: a table's keys to a record's fields, with everything wrong noted on the way.

use std::collections::HashMap;
use std::ops::Range;

use toml_edit::{Item, TableLike, Value as Toml};

use super::near::{near, one_of};
use super::problem::{LocatedProblem, Refused, line_and_column, shown};
use super::tables::{order, required};
use crate::assessment::{
    FieldSpec, Fields, Item as ListItem, MAX_ID, Record, Refusal, Shape, Value,
};
use crate::text::counted;

/// A table of the file, on its way to a record.
pub(crate) struct Node<'a> {
    /// The name for it in messages: `[[findings]]`.
    pub(crate) label: String,
    /// The byte at which it begins.
    pub(crate) at: usize,
    /// Its keys and values.
    pub(crate) table: &'a dyn TableLike,
}

/// A text that is being read, and what was found wrong with it so far.
pub(crate) struct TomlReader<'a> {
    /// The file's text.
    pub(crate) text: &'a str,
    /// The problems that keep the file from being used.
    pub(super) problems: Vec<LocatedProblem>,
    /// Likely slips.
    pub(super) warnings: Vec<LocatedProblem>,
    /// Words that are none of those which may stand there: where each is, and which may.
    pub(super) unknown_words: Vec<(Range<usize>, Vec<String>)>,
}

impl<'a> TomlReader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            problems: Vec::new(),
            warnings: Vec::new(),
            unknown_words: Vec::new(),
        }
    }

    /// Returns true where nothing was found of which anything is to be said.
    pub(super) fn is_silent(&self) -> bool {
        self.problems.is_empty() && self.warnings.is_empty()
    }

    /// Notes a word that is none of those which may stand there.
    pub(super) fn unknown_word<'w>(
        &mut self,
        item: &Item,
        what: String,
        hint: String,
        may: impl Iterator<Item = &'w str>,
    ) {
        if let Some(span) = item.span() {
            self.unknown_words
                .push((span, may.map(str::to_owned).collect()));
        }
        self.problem(start(item), what, hint);
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, at: usize, what: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(LocatedProblem::new(at, what, hint));
    }

    /// Returns the table behind an item, whichever way it is written.
    pub(super) fn node<'t>(&mut self, label: &str, item: &'t Item) -> Option<Node<'t>> {
        let at = start(item);
        match item.as_table_like() {
            Some(table) => Some(Node {
                label: label.to_owned(),
                at,
                table,
            }),
            None => {
                let what = format!("\"{}\" is not a table", bare(label));
                self.problem(at, what, format!("begin it with a line {label}"));
                None
            }
        }
    }

    /// Reads the record that a table holds.
    pub(super) fn record<R: Record>(&mut self, node: &Node<'_>) -> R {
        let mut record = R::default();
        self.fill(node, &mut record);
        record
    }

    /// Reads what a table holds into an empty record.
    pub(super) fn fill(&mut self, node: &Node<'_>, record: &mut dyn Fields) {
        let specs = record.specs();
        // A record has many fields, of which a table mostly has a few.
        let mut items: Vec<Option<&Item>> = vec![None; specs.len()];
        let mut unknown: Vec<&str> = Vec::new();
        for (name, item) in node.table.iter() {
            let nth = specs.iter().position(|spec| spec.key == name);
            match nth.and_then(|nth| items.get_mut(nth)) {
                Some(place) => *place = Some(item),
                None => unknown.push(name),
            }
        }
        for (nth, (spec, item)) in specs.iter().zip(items).enumerate() {
            let (key, shape) = (spec.key, spec.shape);
            let Some(item) = item else {
                self.missing(node, spec, &unknown);
                continue;
            };
            let Some(value) = self.value(key, item, shape) else {
                continue;
            };
            if shape == Shape::Id && value == Value::Text(String::new()) {
                let what = format!("\"{key}\" is empty");
                self.problem(start(item), what, "give it a short name that no other has");
            }
            if let (Shape::Id, Value::Text(id)) = (shape, &value) {
                self.check_length(start(item), key, id);
            }
            if let Err(refusal) = record.set_value(nth, Some(value)) {
                match refusal {
                    Refusal::Choice { found, allowed } => {
                        let what = format!("\"{}\" is not known as \"{key}\"", shown(&found));
                        let hint = one_of(&found, allowed.iter().copied());
                        self.unknown_word(item, what, hint, allowed.iter().copied());
                    }
                    Refusal::Sort { wanted } => {
                        let what = format!("\"{key}\" is of the wrong sort");
                        self.problem(start(item), what, format!("write {wanted}"));
                    }
                }
            }
        }
    }

    /// Notes an id that is longer than one may be.
    pub(super) fn check_length(&mut self, at: usize, key: &str, id: &str) {
        if id.len() > MAX_ID {
            let what = format!("\"{key}\" has {}", counted(id.len(), "byte"));
            self.problem(at, what, format!("give it a name of {MAX_ID} at most"));
        }
    }

    /// Notes a known key that is not there: a problem where the record cannot be without it, and a warning where a
    /// key that nothing reads is spelt almost like it. `unknown` are the keys that nothing reads.
    fn missing(&mut self, node: &Node<'_>, spec: &FieldSpec, unknown: &[&str]) {
        let (key, shape) = (spec.key, spec.shape);
        let slip = unknown
            .iter()
            .copied()
            .find(|name| near(name, [key]).is_some());
        let at = slip
            .and_then(|name| node.table.get_key_value(name))
            .and_then(|(name, _)| name.span())
            .map_or(node.at, |span| span.start);
        let label = &node.label;
        if required(key, shape) {
            let hint = match slip {
                Some(slip) => format!("did you mean \"{key}\" by \"{}\"?", shown(slip)),
                None => format!("write {} under {label}", example(key, shape)),
            };
            self.problem(at, format!("{label} has no \"{key}\""), hint);
        } else if let Some(slip) = slip {
            let what = format!("\"{}\" in {label} is not read", shown(slip));
            let hint = format!("did you mean \"{key}\"?");
            self.warnings.push(LocatedProblem::new(at, what, hint));
        }
    }

    /// Warns of tables that nothing reads, spelt almost like one that is missing.
    pub(super) fn stray_tables(&mut self, root: &dyn TableLike) {
        for (name, item) in root.iter() {
            let is_table = item.is_table() || item.is_array_of_tables();
            if !is_table || order().any(|table| table == name) {
                continue;
            }
            let missing = order().filter(|table| root.get(table).is_none());
            if let Some(meant) = near(name, missing) {
                let what = format!("\"{}\" is not read", shown(name));
                let hint = format!("did you mean \"{meant}\"?");
                self.warnings
                    .push(LocatedProblem::new(start(item), what, hint));
            }
        }
    }

    /// Reads the tables of a list; what stands among them and is no table is a problem.
    pub(super) fn nodes<'t>(&mut self, label: &str, item: Option<&'t Item>) -> Vec<Node<'t>> {
        let (nodes, others) = item.map(|item| nodes(label, item)).unwrap_or_default();
        for at in others {
            self.not_a_list(label, at);
        }
        nodes
    }

    /// Notes something that is no table of a list.
    pub(super) fn not_a_list(&mut self, label: &str, at: usize) {
        let what = format!("\"{}\" is a list of tables", bare(label));
        self.problem(at, what, format!("begin each of them with a line {label}"));
    }

    /// Notes ids that stand twice. `one` is what one of the items is called.
    pub(super) fn check_unique(&mut self, one: &str, items: &[(usize, ListItem)]) {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (at, item) in items {
            let Some(id) = item.fields().id().filter(|id| !id.is_empty()) else {
                continue;
            };
            let Some(before) = first.get(id) else {
                first.insert(id, *at);
                continue;
            };
            // No more are reported than these, and each line costs a pass through the file.
            let hint = match self.problems.len() < Refused::MOST {
                true => {
                    let (line, _) = line_and_column(self.text, *before);
                    format!("give this one another; the first is on line {line}")
                }
                false => "give this one another".to_owned(),
            };
            let what = format!(
                "two have the id \"{}\": each {one} needs its own",
                shown(id)
            );
            self.problem(*at, what, hint);
        }
    }

    /// Returns the value of a field as it is written, or `None`, and notes a problem, where it is of another sort.
    fn value(&mut self, key: &str, item: &Item, shape: Shape) -> Option<Value> {
        if shape == Shape::Recommendations {
            let label = "[[findings.recommendations]]";
            let nodes = self.nodes(label, Some(item));
            let items = nodes.iter().map(|node| self.record(node)).collect();
            return Some(Value::Recommendations(items));
        }
        let read = item.as_value().and_then(|value| match (shape, value) {
            (Shape::Flag, Toml::Boolean(flag)) => Some(Value::Flag(*flag.value())),
            (Shape::Whole, Toml::Integer(number)) => Some(Value::Whole(*number.value())),
            (Shape::List, Toml::Array(array)) => {
                let texts = array.iter().map(|value| self.string(value));
                texts.collect::<Option<Vec<_>>>().map(Value::List)
            }
            (Shape::Flag | Shape::Whole | Shape::List, _) => None,
            (_, Toml::String(_)) => self.string(value).map(Value::Text),
            // A day may be written with or without quotes, and a deadline is often a day.
            (Shape::Date | Shape::Line, Toml::Datetime(_)) => self.typed(value).map(Value::Text),
            (Shape::Amount, Toml::Integer(_) | Toml::Float(_)) => {
                // The digits as typed: 10.30 stays 10.30. Only the underscores are TOML's.
                let digits = self.typed(value)?.replace('_', "");
                Some(Value::Text(digits))
            }
            _ => None,
        });
        if read.is_none() {
            let typed = item.as_value().and_then(|value| self.typed(value));
            let hint = expected(shape, typed.as_deref());
            let what = format!("\"{key}\" is {}", sort(item));
            self.problem(start(item), what, hint);
        }
        read
    }

    /// Returns a value as it is typed in the file.
    fn typed(&self, value: &Toml) -> Option<String> {
        self.text.get(value.span()?).map(str::to_owned)
    }

    /// Returns the text of a string. The line ends inside a text that runs over several lines are newlines, whichever
    /// way the file ends its lines.
    pub(super) fn string(&self, value: &Toml) -> Option<String> {
        let text = value.as_str()?;
        let raw = || value.span().and_then(|span| self.text.get(span));
        if text.contains('\r') && raw().is_some_and(|raw| raw.contains("\r\n")) {
            return Some(text.replace("\r\n", "\n"));
        }
        Some(text.to_owned())
    }
}

/// Returns the tables of a list, whichever way it is written, and the bytes at which something begins that is no such
/// table.
pub(super) fn nodes<'t>(label: &str, item: &'t Item) -> (Vec<Node<'t>>, Vec<usize>) {
    let node = |table: &'t dyn TableLike, span: Option<Range<usize>>| Node {
        label: label.to_owned(),
        at: span.unwrap_or_default().start,
        table,
    };
    match item {
        Item::ArrayOfTables(tables) => {
            let nodes = tables.iter().map(|table| node(table, table.span()));
            (nodes.collect(), Vec::new())
        }
        Item::Value(Toml::Array(array)) => {
            let (tables, others): (Vec<&Toml>, Vec<&Toml>) =
                array.iter().partition(|value| value.is_inline_table());
            let nodes = tables
                .into_iter()
                .filter_map(|value| Some(node(value.as_inline_table()?, value.span())));
            let at = |value: &Toml| value.span().unwrap_or_default().start;
            (nodes.collect(), others.into_iter().map(at).collect())
        }
        item => (Vec::new(), vec![start(item)]),
    }
}

/// Returns the tables of a list, or `None` where something in it is no table.
pub(super) fn only_tables<'t>(label: &str, item: &'t Item) -> Option<Vec<Node<'t>>> {
    let (nodes, others) = nodes(label, item);
    others.is_empty().then_some(nodes)
}

/// Returns the byte at which an item begins; for keys with dots, that of its first value.
pub(super) fn start(item: &Item) -> usize {
    if let Some(span) = item.span() {
        return span.start;
    }
    let first = item.as_table_like().and_then(|table| {
        let mut starts = table.iter().map(|(_, item)| start(item));
        starts.next()
    });
    first.unwrap_or_default()
}

/// Returns a label without its brackets.
fn bare(label: &str) -> &str {
    label.trim_matches(['[', ']'])
}

/// Returns a line with this key as it might look.
fn example(key: &str, shape: Shape) -> String {
    match shape {
        Shape::Choice(words) => format!("{key} = \"…\", one of {}", words.join(", ")),
        _ => format!("{key} = \"…\""),
    }
}

/// Returns what an item is, in plain words.
pub(crate) fn sort(item: &Item) -> &'static str {
    match item {
        Item::None => "missing",
        Item::Table(_) => "a table",
        Item::ArrayOfTables(_) => "a list of tables",
        Item::Value(value) => match value {
            Toml::String(_) => "a text",
            Toml::Integer(_) | Toml::Float(_) => "a number",
            Toml::Boolean(_) => "a yes or no",
            Toml::Datetime(_) => "a date",
            Toml::Array(_) => "a list",
            Toml::InlineTable(_) => "a table",
        },
    }
}

/// Returns what a field takes, in plain words.
fn expected(shape: Shape, typed: Option<&str>) -> String {
    match (shape, typed) {
        (Shape::Flag, _) => "write true or false, without quotes".into(),
        (Shape::Whole, _) => "write a whole number, without quotes".into(),
        (Shape::List, _) => "write a list of ids, [\"…\", \"…\"]".into(),
        (Shape::Date, _) => "write a day as 2023-05-19".into(),
        (Shape::Amount, _) => "write a number, or words between \"…\"".into(),
        (_, Some(typed)) if typed.len() < 40 && !typed.contains(['"', '\\', '[', '{']) => {
            format!("write it in quotes: \"{}\"", shown(typed))
        }
        _ => "write a text between \"…\"".into(),
    }
}
