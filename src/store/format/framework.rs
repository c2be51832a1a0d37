//! Reading a framework.
//!
//! A framework makes every statement that is written under it, so its file is held to more than a
//! draft: a key that is not known is refused, not kept, and everything that refers to something
//! else in the file must find it.

mod keys;

use toml_edit::Value as Toml;

use super::limits::MAX_FEW;
use super::near::one_of;
use super::problem::{Refused, line_and_column, located, shown};
use super::reader::{Node, TomlReader, start};
use super::rules;
use super::source::{parse, parse_known};
use crate::assessment::{
    Band, Changes, Counts, Frame, Framework, Grade, Heading, Judgments, LookAhead, ReportWords,
    Rung, ScalePoint, Takes, Wording,
};

pub(super) use keys::nodes;

use keys::Presence::{May, Must};

/// Reads a framework. `name` is the file as the user named it, for messages.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right.
pub fn read(name: &str, text: &str) -> Result<Framework, Refused> {
    read_telling(name, text, Refused::MOST)
}

/// The same, with at most so many problems told.
///
/// # Errors
/// As [`read`] gives them.
pub fn read_telling(name: &str, text: &str, most: usize) -> Result<Framework, Refused> {
    let document = parse(name, text, MAX_FEW)?;
    let mut reader = TomlReader::new(text);
    let root = Node {
        label: "the framework".into(),
        at: 0,
        table: document.as_table(),
    };
    let framework = reader.whole_framework(&root);
    if reader.problems.is_empty() {
        Ok(framework)
    } else {
        let (problems, more) = located(text, reader.problems, most);
        Err(Refused {
            name: name.to_owned(),
            problems,
            more,
        })
    }
}

/// The line and column of a part of a framework's text, both from 1: of a key, or of the table where the key
/// is not there. `at` is the place in a list. What is not there at all stands at the top.
pub fn place(text: &str, table: &str, at: usize, key: &str) -> (usize, usize) {
    let document = parse_known(text);
    let found = document.as_ref().and_then(|document| {
        let root = document.as_table();
        let node = match table {
            "" => Node {
                label: String::new(),
                at: 0,
                table: root,
            },
            table => {
                let item = root.get(table)?;
                let one = item.as_table_like().map(|inner| Node {
                    label: String::new(),
                    at: start(item),
                    table: inner,
                });
                one.or_else(|| nodes(table, item)?.into_iter().nth(at))?
            }
        };
        let key = node.table.get_key_value(key);
        let key = key.and_then(|(key, _)| key.span());
        Some(key.map_or(node.at, |span| span.start))
    });
    line_and_column(text, found.unwrap_or_default())
}

const ROOT: &[&str] = &[
    "format",
    "id",
    "title",
    "version",
    "about",
    "noun",
    "graded-overall",
    "carries-over",
    "bands-count",
    "statement",
    "judgments",
    "changes",
    "look-ahead",
    "scale",
    "pillars",
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
    "office",
    "contrast",
    "join-words",
    "proper",
];
const JUDGMENTS: &[&str] = &[
    "overall",
    "overall-many",
    "pillar",
    "carried-over",
    "not-inspected",
];
const CHANGES: &[&str] = &["progress", "continues", "as-before", "declined"];
const LOOK_AHEAD: &[&str] = &["first", "next", "most"];
const SCALE: &[&str] = &["grade", "words", "meaning", "is", "are"];
const HEADING: &[&str] = &[
    "id", "title", "topic", "question", "pillar", "graded", "prompts", "good",
];
const PILLAR: &[&str] = &[
    "id", "title", "topic", "question", "graded", "prompts", "good",
];
const PLAN: &[&str] = &["headings"];
const RUNG: &[&str] = &["id", "words", "about-body", "band"];
const BAND: &[&str] = &[
    "outstanding",
    "below-good",
    "below-adequate",
    "inadequate",
    "concern",
];
const FRAME: &[&str] = &["id", "words"];

impl TomlReader<'_> {
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
            graded_overall: self.flag(root, "graded-overall").unwrap_or_default(),
            pillars: self.each(root, "pillars", |on, node| Some(on.heading(node, PILLAR))),
            headings: self.each(root, "headings", |on, node| Some(on.heading(node, HEADING))),
            plan: self.each(root, "plan", |on, node| {
                on.only(node, PLAN);
                Some(on.texts(node, "headings", Must))
            }),
            words: self.wording(root),
            judgments: self.judgments(root),
            changes: self.changes(root),
            carries_over: self.flag(root, "carries-over").unwrap_or_default(),
            look_ahead: self.look_ahead(root),
            counts: self.counts(root),
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
            is: self.words(node, "is", May),
            are: self.words(node, "are", May),
        })
    }

    fn heading(&mut self, node: &Node<'_>, known: &[&str]) -> Heading {
        self.only(node, known);
        Heading {
            id: self.words(node, "id", Must),
            title: self.words(node, "title", Must),
            topic: self.words(node, "topic", May),
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
            office: self.words(&node, "office", May),
            contrast: self.words(&node, "contrast", May),
            join_words: self.count(&node, "join-words"),
            proper: self.texts(&node, "proper", May),
        }
    }

    fn judgments(&mut self, root: &Node<'_>) -> Judgments {
        let Some(node) = self.table(root, "judgments") else {
            return Judgments::default();
        };
        self.only(&node, JUDGMENTS);
        Judgments {
            overall: self.words(&node, "overall", May),
            overall_many: self.words(&node, "overall-many", May),
            pillar: self.words(&node, "pillar", May),
            carried_over: self.words(&node, "carried-over", May),
            not_inspected: self.words(&node, "not-inspected", May),
        }
    }

    fn changes(&mut self, root: &Node<'_>) -> Changes {
        let Some(node) = self.table(root, "changes") else {
            return Changes::default();
        };
        self.only(&node, CHANGES);
        Changes {
            progress: self.words(&node, "progress", May),
            continues: self.words(&node, "continues", May),
            as_before: self.words(&node, "as-before", May),
            declined: self.words(&node, "declined", May),
        }
    }

    fn counts(&mut self, root: &Node<'_>) -> Counts {
        let word = self.words(root, "bands-count", May);
        let known = Counts::WORDS.iter().find(|(known, _)| *known == word);
        if let (None, Some(item)) = (known, root.table.get("bands-count")) {
            let what = format!("bands cannot count \"{}\"", shown(&word));
            let hint = one_of(&word, Counts::WORDS.iter().map(|(known, _)| *known));
            self.problem(start(item), what, hint);
        }
        known.map(|(_, counts)| *counts).unwrap_or_default()
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
            below_adequate: self.bounds(node, "below-adequate"),
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
