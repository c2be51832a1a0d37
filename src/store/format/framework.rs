//! Reading a framework.
//!
//! A framework makes every statement that is written under it, so its file is held to more than a
//! draft: a key that is not known is refused, not kept, and everything that refers to something
//! else in the file must find it.

use toml_edit::{Item, TableLike, Value as Toml};

use super::limits::MAX_FEW;
use super::near::{near, one_of};
use super::problem::{Refused, shown};
use super::reader::{Node, Reader, sort, start};
use super::rules;
use super::source::{parse, refused};
use crate::assessment::{
    Band, Frame, Framework, Grade, Heading, LookAhead, ReportWords, Rung, ScalePoint, Takes,
    Wording,
};

/// Reads a framework. `name` is the file as the user named it, for messages.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right.
pub fn read(name: &str, text: &str) -> Result<Framework, Refused> {
    let document = parse(name, text, MAX_FEW)?;
    let mut reader = Reader::new(text);
    let root = Node {
        label: "the framework".into(),
        at: 0,
        table: document.as_table(),
    };
    let framework = reader.whole_framework(&root);
    if reader.problems.is_empty() {
        Ok(framework)
    } else {
        Err(refused(name, text, reader.problems))
    }
}

const ROOT: &[&str] = &[
    "format",
    "id",
    "title",
    "version",
    "about",
    "noun",
    "statement",
    "look-ahead",
    "scale",
    "headings",
    "plan",
    "ladder",
    "frames",
    "report",
];
const STATEMENT: &[&str] = &[
    "title",
    "greeting",
    "remit",
    "contrast",
    "join-words",
    "proper",
];
const LOOK_AHEAD: &[&str] = &["first", "next", "most"];
const SCALE: &[&str] = &["grade", "words", "meaning"];
const HEADING: &[&str] = &[
    "id", "title", "question", "pillar", "graded", "prompts", "good",
];
const PLAN: &[&str] = &["headings"];
const RUNG: &[&str] = &["id", "words", "about-body", "band"];
const BAND: &[&str] = &["outstanding", "below-good", "inadequate", "concern"];
const FRAME: &[&str] = &["id", "words"];

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    Must,
    May,
}
use Need::{May, Must};

impl Reader<'_> {
    fn whole_framework(&mut self, root: &Node<'_>) -> Framework {
        self.only(root, ROOT);
        match root.table.get("format") {
            Some(item) if item.as_integer() == Some(1) => {}
            item => {
                let at = item.map(start).unwrap_or_default();
                let what = "the framework's format is not known";
                self.problem(at, what, "write format = 1 at the top of the file");
            }
        }
        let framework = Framework {
            id: self.words(root, "id", Must),
            title: self.words(root, "title", Must),
            version: self.words(root, "version", May),
            about: self.words(root, "about", May),
            noun: self.words(root, "noun", May),
            scale: self.each(root, "scale", |on, node| on.scale_point(node)),
            headings: self.each(root, "headings", |on, node| Some(on.heading(node))),
            plan: self.each(root, "plan", |on, node| {
                on.only(node, PLAN);
                Some(on.texts(node, "headings", Must))
            }),
            words: self.wording(root),
            look_ahead: self.look_ahead(root),
            ladder: self.each(root, "ladder", |on, node| Some(on.rung(node))),
            frames: self.each(root, "frames", |on, node| Some(on.frame(node))),
            report: self.report(root),
        };
        rules::hold(self, root, &framework);
        framework
    }

    fn scale_point(&mut self, node: &Node<'_>) -> Option<ScalePoint> {
        self.only(node, SCALE);
        let word = self.words(node, "grade", Must);
        let words = self.words(node, "words", Must);
        let meaning = self.words(node, "meaning", May);
        let grade = Grade::from_word(&word);
        if let (None, Some(item)) = (grade, node.table.get("grade")) {
            let hint = one_of(&word, Grade::WORDS.iter().copied());
            self.problem(
                start(item),
                format!("there is no grade \"{}\"", shown(&word)),
                hint,
            );
        }
        Some(ScalePoint {
            grade: grade?,
            words,
            meaning,
        })
    }

    fn heading(&mut self, node: &Node<'_>) -> Heading {
        self.only(node, HEADING);
        Heading {
            id: self.words(node, "id", Must),
            title: self.words(node, "title", Must),
            question: self.words(node, "question", May),
            pillar: self.words(node, "pillar", May),
            graded: self.flag(node, "graded").unwrap_or(true),
            prompts: self.texts(node, "prompts", May),
            good: self.texts(node, "good", May),
        }
    }

    fn wording(&mut self, root: &Node<'_>) -> Wording {
        let Some(node) = self.table(root, "statement") else {
            return Wording::default();
        };
        self.only(&node, STATEMENT);
        Wording {
            title: self.words(&node, "title", May),
            greeting: self.words(&node, "greeting", May),
            remit: self.words(&node, "remit", May),
            contrast: self.words(&node, "contrast", May),
            join_words: self.count(&node, "join-words"),
            proper: self.texts(&node, "proper", May),
        }
    }

    fn look_ahead(&mut self, root: &Node<'_>) -> LookAhead {
        let Some(node) = self.table(root, "look-ahead") else {
            return LookAhead::default();
        };
        self.only(&node, LOOK_AHEAD);
        LookAhead {
            first: self.words(&node, "first", Must),
            next: self.words(&node, "next", Must),
            most: self.count(&node, "most"),
        }
    }

    /// The words of a report; those that the file says nothing of are what they always are.
    fn report(&mut self, root: &Node<'_>) -> ReportWords {
        let mut words = ReportWords::default();
        let Some(node) = self.table(root, "report") else {
            return words;
        };
        self.only(&node, ReportWords::KEYS);
        for key in ReportWords::KEYS {
            if node.table.contains_key(key)
                && let Some(place) = words.words_mut(key)
            {
                *place = self.words(&node, key, Must);
            }
        }
        words
    }

    fn rung(&mut self, node: &Node<'_>) -> Rung {
        self.only(node, RUNG);
        let words = self.words(node, "words", Must);
        // Most openings speak of the body; one that does not can say so.
        let about_body = self.flag(node, "about-body").unwrap_or_else(|| {
            words.contains("{subject.name}") || words.contains("{subject.spoken}")
        });
        Rung {
            id: self.words(node, "id", Must),
            about_body,
            bands: self.each(node, "band", |on, node| Some(on.band(node))),
            words,
        }
    }

    fn band(&mut self, node: &Node<'_>) -> Band {
        self.only(node, BAND);
        Band {
            outstanding: self.bounds(node, "outstanding"),
            below_good: self.bounds(node, "below-good"),
            inadequate: self.bounds(node, "inadequate"),
            concern: self.flag(node, "concern"),
        }
    }

    fn bounds(&mut self, node: &Node<'_>, key: &str) -> Option<(usize, usize)> {
        let item = node.table.get(key)?;
        let number = |value: &Toml| value.as_integer().and_then(|n| usize::try_from(n).ok());
        let numbers: Vec<Option<usize>> = item
            .as_array()
            .map(|array| array.iter().map(number).collect())
            .unwrap_or_default();
        let (what, hint) = match numbers.as_slice() {
            [Some(fewest), Some(most)] if fewest <= most => return Some((*fewest, *most)),
            [Some(fewest), Some(most)] => (
                format!("the bounds of \"{key}\" are the wrong way round"),
                format!("write the fewest first: [{most}, {fewest}]"),
            ),
            _ => (
                format!("\"{key}\" is not a pair of bounds"),
                "write the fewest and the most, [0, 1]".to_owned(),
            ),
        };
        self.problem(start(item), what, hint);
        None
    }

    fn frame(&mut self, node: &Node<'_>) -> Frame {
        self.only(node, FRAME);
        let words = self.words(node, "words", Must);
        let takes = match words.contains("{phrase}") {
            true => Takes::Phrase,
            false => Takes::Clause,
        };
        Frame {
            id: self.words(node, "id", Must),
            words,
            takes,
        }
    }
}

/// The small change of reading: one key of a table at a time.
impl Reader<'_> {
    /// Refuses keys that are not known.
    fn only(&mut self, node: &Node<'_>, known: &[&str]) {
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

    fn words(&mut self, node: &Node<'_>, key: &str, need: Need) -> String {
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

    fn texts(&mut self, node: &Node<'_>, key: &str, need: Need) -> Vec<String> {
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

    fn flag(&mut self, node: &Node<'_>, key: &str) -> Option<bool> {
        let item = node.table.get(key)?;
        let flag = item.as_bool();
        if flag.is_none() {
            self.sort(item, key, "write true or false, without quotes");
        }
        flag
    }

    fn count(&mut self, node: &Node<'_>, key: &str) -> usize {
        let Some(item) = node.table.get(key) else {
            return 0;
        };
        let count = item.as_integer().and_then(|n| usize::try_from(n).ok());
        if count.is_none() {
            self.sort(item, key, "write a whole number, 0 or more");
        }
        count.unwrap_or_default()
    }

    fn sort(&mut self, item: &Item, key: &str, hint: &str) {
        let what = match sort(item) {
            "a number" => format!("\"{key}\" is a number that does not fit"),
            sort => format!("\"{key}\" is {sort}"),
        };
        self.problem(start(item), what, hint);
    }

    fn table<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Node<'t>> {
        let item = node.table.get(key)?;
        self.node(&format!("[{key}]"), item)
    }

    /// Reads each table of a list.
    fn each<T>(
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
pub(super) fn nodes<'t>(label: &str, item: &'t Item) -> Option<Vec<Node<'t>>> {
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

#[cfg(test)]
mod tests;
