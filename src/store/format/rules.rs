//! What holds between the parts of a framework.

use std::collections::BTreeMap;

use toml_edit::{Item, TableLike};

use super::framework::nodes;
use super::near::{near, one_of};
use super::problem::shown;
use super::reader::{Node, TomlReader, start};
use crate::assessment::{Framework, OVERALL};

/// What braces in the words of a framework may name.
const PLACEHOLDERS: [&str; 7] = [
    "subject.name",
    "subject.spoken",
    "subject.noun",
    "inspector.name",
    "inspector.office",
    "period.label",
    "remit",
];

/// Notes every rule that a framework breaks.
pub(super) fn hold(reader: &mut TomlReader<'_>, root: &Node<'_>, framework: &Framework) {
    let mut rules = Rules { reader, root };
    rules.slug(root.table, &framework.id);
    rules.scale(framework);
    rules.headings(framework);
    rules.pillars(framework);
    rules.plan(framework);
    rules.ids(
        "ladder",
        framework.ladder.iter().map(|rung| rung.id.as_str()),
    );
    rules.ids(
        "frames",
        framework.frames.iter().map(|frame| frame.id.as_str()),
    );
    rules.frames();
    rules.all_words();
}

struct Rules<'r, 't, 'n> {
    reader: &'r mut TomlReader<'t>,
    root: &'r Node<'n>,
}

impl<'n> Rules<'_, '_, 'n> {
    fn tables(&self, key: &str) -> Vec<Node<'n>> {
        let item = self.root.table.get(key);
        let label = format!("[[{key}]]");
        item.and_then(|item| nodes(&label, item))
            .unwrap_or_default()
    }

    fn slug(&mut self, table: &dyn TableLike, id: &str) {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if let Some(item) = table.get("id")
            && !id.is_empty()
            && !id.chars().all(good)
        {
            let what = format!("\"{}\" cannot be an id", shown(id));
            let hint = format!("write it with a–z, 0–9 and -: \"{}\"", shown(&as_slug(id)));
            self.reader.problem(start(item), what, hint);
        }
        if let Some(item) = table.get("id") {
            self.reader.short(start(item), "id", id);
        }
    }

    /// Each id of a list is a slug and stands once.
    fn ids<'f>(&mut self, key: &str, ids: impl Iterator<Item = &'f str>) {
        let mut seen = Vec::new();
        // A table that could not be read is not among the ids, so both are gone through by what is written.
        let written: Vec<&str> = ids.collect();
        for node in self.tables(key) {
            let id = node
                .table
                .get("id")
                .and_then(Item::as_str)
                .unwrap_or_default();
            if id.is_empty() || !written.contains(&id) {
                continue;
            }
            self.slug(node.table, id);
            if seen.contains(&id) {
                let at = node.table.get("id").map_or(node.at, start);
                let what = format!("\"{}\" stands twice among the {key}", shown(id));
                self.reader.problem(at, what, "give each its own id");
            }
            seen.push(id);
        }
    }

    fn scale(&mut self, framework: &Framework) {
        let tables = self.tables("scale");
        if tables.is_empty() {
            let what = "the framework has no scale";
            let hint = "write a [[scale]] with grade and words for each grade, best first";
            self.reader.problem(self.root.at, what, hint);
        }
        let grades: Vec<_> = framework.scale.iter().map(|point| point.grade).collect();
        // Where a grade could not be read, that is told already.
        if grades.len() != tables.len() {
            return;
        }
        let mut before = None;
        for (nth, (grade, node)) in grades.iter().zip(&tables).enumerate() {
            let at = node.table.get("grade").map_or(node.at, start);
            if grades.iter().take(nth).any(|earlier| earlier == grade) {
                let what = format!("the grade \"{}\" stands twice on the scale", grade.word());
                self.reader.problem(at, what, "keep one of the two");
            } else if before.is_some_and(|before| before > *grade) {
                let what = format!("the grade \"{}\" is out of order", grade.word());
                self.reader
                    .problem(at, what, "write the best grade first, the worst last");
            }
            before = Some(*grade);
        }
    }

    fn headings(&mut self, framework: &Framework) {
        if framework.headings.is_empty() {
            let what = "the framework has no headings";
            let hint = "write a [[headings]] with id and title for each";
            self.reader.problem(self.root.at, what, hint);
        }
        self.ids(
            "headings",
            framework.headings.iter().map(|heading| heading.id.as_str()),
        );
        for node in self.tables("headings") {
            if let Some(item) = node.table.get("id")
                && item.as_str() == Some(OVERALL)
            {
                let what = "\"overall\" is the opening paragraph's own id";
                self.reader
                    .problem(start(item), what, "give the heading another");
            }
        }
    }

    /// Judgments of pillars stand beside those of headings, so an id is one or the other. Where pillars
    /// are written out, every heading belongs to one of them.
    fn pillars(&mut self, framework: &Framework) {
        let known = || framework.pillars.iter().map(|pillar| pillar.id.as_str());
        self.ids("pillars", known());
        for node in self.tables("pillars") {
            let id = node.table.get("id").and_then(Item::as_str);
            let id = id.unwrap_or_default();
            if framework.heading(id).is_some() || id == OVERALL {
                let what = format!("\"{}\" is the id of a heading too", shown(id));
                let at = node.table.get("id").map_or(node.at, start);
                self.reader.problem(at, what, "give the pillar another");
            }
        }
        if framework.pillars.is_empty() {
            return;
        }
        for node in self.tables("headings") {
            let item = node.table.get("pillar");
            let pillar = item.and_then(Item::as_str).unwrap_or_default();
            if !known().any(|id| id == pillar) {
                let what = match pillar {
                    "" => "the heading has no pillar".to_owned(),
                    pillar => format!("there is no pillar \"{}\"", shown(pillar)),
                };
                let at = item.map_or(node.at, start);
                self.reader.problem(at, what, one_of(pillar, known()));
            }
        }
    }

    /// Every heading stands in exactly one group of the plan.
    fn plan(&mut self, framework: &Framework) {
        let known = || framework.headings.iter().map(|heading| heading.id.as_str());
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for node in self.tables("plan") {
            let list = node.table.get("headings").and_then(Item::as_array);
            for value in list.into_iter().flatten() {
                let at = value.span().unwrap_or_default().start;
                let Some(id) = value.as_str() else {
                    continue;
                };
                if framework.heading(id).is_none() {
                    let what = format!(
                        "the plan names the heading \"{}\", which there is not",
                        shown(id)
                    );
                    self.reader.problem(at, what, one_of(id, known()));
                }
                let times = groups.entry(id.to_owned()).or_default();
                *times += 1;
                if *times == 2 {
                    let what = format!("the heading \"{}\" stands twice in the plan", shown(id));
                    self.reader
                        .problem(at, what, "name it in one [[plan]] only");
                }
            }
        }
        for node in self.tables("headings") {
            let id = node
                .table
                .get("id")
                .and_then(Item::as_str)
                .unwrap_or_default();
            if !id.is_empty() && !groups.contains_key(id) {
                let what = format!("the heading \"{}\" stands in no plan", shown(id));
                let hint = "name it in the headings of a [[plan]]";
                self.reader
                    .problem(node.table.get("id").map_or(node.at, start), what, hint);
            }
        }
    }

    fn frames(&mut self) {
        for node in self.tables("frames") {
            let Some(item) = node.table.get("words") else {
                continue;
            };
            let words = item.as_str().unwrap_or_default();
            let times = words.matches("{clause}").count() + words.matches("{phrase}").count();
            if times != 1 && !words.is_empty() {
                let what = match times {
                    0 => "the frame has no place for what was found",
                    _ => "the frame has more than one place for what was found",
                };
                let hint = "write {clause} once where a sentence goes, or {phrase} where a noun phrase goes";
                self.reader.problem(start(item), what, hint);
            }
        }
    }

    /// Every text that is spoken names only what there is.
    fn all_words(&mut self) {
        let statement = self
            .root
            .table
            .get("statement")
            .and_then(Item::as_table_like);
        if let Some(table) = statement {
            self.placeholders(table, "title", &[]);
            self.placeholders(table, "greeting", &[]);
            self.placeholders(table, "remit", &["remit"]);
            self.placeholders(table, "office", &["inspector.office"]);
        }
        self.judgments();
        self.changes();
        for key in ["pillars", "headings"] {
            for node in self.tables(key) {
                self.placeholders(node.table, "topic", &[]);
            }
        }
        let ahead = self
            .root
            .table
            .get("look-ahead")
            .and_then(Item::as_table_like);
        for key in ["first", "next"] {
            let Some(table) = ahead else { break };
            self.placeholders(table, key, &["item"]);
            if let Some(item) = table.get(key)
                && item.as_str().is_some_and(|words| !words.contains("{item}"))
            {
                let what = format!("\"{key}\" of [look-ahead] has no place for the item");
                self.reader
                    .problem(start(item), what, "write {item} where it goes");
            }
        }
        for node in self.tables("ladder") {
            self.placeholders(node.table, "words", &[]);
        }
        for node in self.tables("frames") {
            self.placeholders(node.table, "words", &["clause", "phrase"]);
        }
    }

    /// The words of changes: each has a place for what it is about.
    fn changes(&mut self) {
        let table = self.root.table.get("changes");
        let Some(table) = table.and_then(Item::as_table_like) else {
            return;
        };
        let own: [(&str, &[&'static str]); 4] = [
            ("progress", &["clause"]),
            ("continues", &["infinitive"]),
            ("as-before", &["clause"]),
            ("declined", &["clause"]),
        ];
        for (key, own) in own {
            self.placeholders(table, key, own);
            let name = own.first().copied().unwrap_or_default();
            if let Some(item) = table.get(key)
                && let Some(words) = item.as_str()
                && !words.trim().is_empty()
                && !words.contains(&format!("{{{name}}}"))
            {
                let what = format!("\"{key}\" of [changes] has no place for {{{name}}}");
                let hint = format!("write {{{name}}} where it goes");
                self.reader.problem(start(item), what, hint);
            }
        }
    }

    /// The words of grades, which name what others cannot.
    fn judgments(&mut self) {
        const WHOLE: [&str; 2] = ["grade", "is-grade"];
        const PART: [&str; 3] = ["topic", "grade", "is-grade"];
        const CARRIED: [&str; 4] = ["topic", "grade", "is-grade", "from"];
        let table = self.root.table.get("judgments");
        let Some(table) = table.and_then(Item::as_table_like) else {
            return;
        };
        let own: [(&str, &[&'static str]); 5] = [
            ("overall", &WHOLE),
            ("overall-many", &["subjects", "grade", "are-grade"]),
            ("pillar", &PART),
            ("carried-over", &CARRIED),
            ("not-inspected", &["topic"]),
        ];
        for (key, own) in own {
            self.placeholders(table, key, own);
            let words = table.get(key).and_then(Item::as_str).unwrap_or_default();
            for (name, field) in [("{is-grade}", "is"), ("{are-grade}", "are")] {
                for node in self.tables("scale") {
                    if words.contains(name) && node.table.get(field).is_none() {
                        let what = format!("[[scale]] has no \"{field}\", and {name} is spoken");
                        let hint = format!("write {field} = \"{field} good\", or as it is said");
                        self.reader.problem(node.at, what, hint);
                    }
                }
            }
        }
    }

    /// `own` are the names that only this text has; one that all have but this has not is the text's own
    /// name: `remit` in the remit itself.
    fn placeholders(&mut self, table: &dyn TableLike, key: &str, own: &[&'static str]) {
        let Some(item) = table.get(key) else {
            return;
        };
        let allowed: Vec<&str> = match own {
            [itself @ ("remit" | "inspector.office")] => PLACEHOLDERS
                .into_iter()
                .filter(|name| name != itself)
                .collect(),
            own => own.iter().copied().chain(PLACEHOLDERS).collect(),
        };
        for name in named(item.as_str().unwrap_or_default()) {
            let (what, hint) = match name {
                Some(name) if allowed.contains(&name) => continue,
                Some(name) => (
                    format!("\"{key}\" names {{{}}}, which there is not", shown(name)),
                    match near(name, allowed.iter().copied()) {
                        Some(meant) => format!("did you mean {{{meant}}}?"),
                        None => format!("it may name {}", allowed.join(", ")),
                    },
                ),
                None => (
                    format!("a brace in \"{key}\" is not closed"),
                    "write {name} with both braces".to_owned(),
                ),
            };
            self.reader.problem(start(item), what, hint);
        }
    }
}

/// What the braces of a text name; nothing for one that is not closed.
fn named(words: &str) -> Vec<Option<&str>> {
    let mut names = Vec::new();
    let mut rest = words;
    while let Some((_, after)) = rest.split_once('{') {
        let end = after.find(['{', '}']).unwrap_or(after.len());
        let (name, beyond) = after.split_at_checked(end).unwrap_or_default();
        names.push(beyond.starts_with('}').then_some(name));
        rest = beyond;
    }
    names
}

/// An id made of a text: what it might have been meant to be.
fn as_slug(text: &str) -> String {
    let keep = |c: char| match c.to_ascii_lowercase() {
        c if c.is_ascii_lowercase() || c.is_ascii_digit() => c,
        _ => '-',
    };
    text.chars().map(keep).collect()
}
