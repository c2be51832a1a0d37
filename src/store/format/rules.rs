//! The rules between the parts of a framework.

use std::collections::BTreeMap;

use toml_edit::Item;

use super::near::{near, one_of};
use super::problem::shown;
use super::reader::{Node, TomlReader, only_tables};
use crate::assessment::{Framework, OVERALL, Speaker};
use crate::text::fold;

mod lists;
mod programme;

/// The names that may stand in braces in the words of a framework.
const PLACEHOLDERS: [&str; 11] = [
    "subject.name",
    "subject.spoken",
    "subject.noun",
    "inspector.name",
    "inspector.office",
    "period.label",
    "majesty",
    "monitoring.since",
    "monitoring.month",
    "remit",
    "concerns",
];

/// The keys of words in which somebody speaks of themselves.
const SPEAKING: [&str; 6] = [
    "greeting",
    "words",
    "first",
    "next",
    "look-ahead-first",
    "look-ahead-next",
];
/// Those of them that stand for texts with names in them: no such text names another.
const NAMED: [&str; 3] = ["inspector.office", "remit", "concerns"];

/// Stands for the names that only one text has, where the text is one that a name stands for: it may name what stands
/// in the draft, and nothing else.
pub(super) const PLAIN: &[&str] = &[""];

/// Notes every rule that a framework breaks.
pub(super) fn check(reader: &mut TomlReader<'_>, root: &Node<'_>, framework: &Framework) {
    let mut rules = RuleCheck { reader, root };
    rules.slug(root, &framework.id);
    rules.scale(framework);
    rules.headings(framework);
    rules.pillars(framework);
    rules.plan(framework);
    rules.ids("ladder", framework.ladder.iter().map(|rung| &rung.id));
    rules.ids("frames", framework.frames.iter().map(|frame| &frame.id));
    rules.ids("voices", framework.voices.iter().map(|voice| &voice.id));
    rules.ladder();
    rules.ids("monitoring", framework.monitoring.iter().map(|it| &it.id));
    rules.ids("closings", framework.closings.iter().map(|it| &it.id));
    rules.frames();
    rules.lists(framework);
    rules.voices();
    rules.statement();
    rules.all_words();
    rules.judgments();
    rules.programme(framework);
}

/// The file that is held to the rules.
pub(super) struct RuleCheck<'r, 't, 'n> {
    pub(super) reader: &'r mut TomlReader<'t>,
    root: &'r Node<'n>,
}

impl<'n> RuleCheck<'_, '_, 'n> {
    /// Notes a problem where the value of a key stands.
    pub(super) fn problem(
        &mut self,
        node: &Node<'_>,
        key: &str,
        what: String,
        hint: impl Into<String>,
    ) {
        self.reader.problem(node.at(key), what, hint);
    }

    pub(super) fn tables(&self, key: &str) -> Vec<Node<'n>> {
        let item = self.root.table.get(key);
        item.and_then(|item| only_tables(&format!("[[{key}]]"), item))
            .unwrap_or_default()
    }

    pub(super) fn table(&self, key: &str) -> Option<Node<'n>> {
        let table = self.root.table.get(key)?.as_table_like()?;
        Some(Node::root(key, table))
    }

    pub(super) fn slug(&mut self, node: &Node<'_>, id: &str) {
        if !node.table.contains_key("id") {
            return;
        }
        if !is_slug(id) {
            let what = format!("\"{}\" cannot be an id", shown(id));
            let hint = format!("write it with a–z, 0–9 and -: \"{}\"", shown(&as_slug(id)));
            self.problem(node, "id", what, hint);
        }
        self.reader.check_length(node.at("id"), "id", id);
    }

    /// Checks that each id of a list is a slug and stands once.
    fn ids<'f>(&mut self, key: &str, ids: impl Iterator<Item = &'f String>) {
        let mut seen = Vec::new();
        // A table that could not be read is not among the ids, so both are gone through by what is written.
        let written: Vec<&str> = ids.map(String::as_str).collect();
        for node in self.tables(key) {
            let id = node.text("id");
            if id.is_empty() || !written.contains(&id) {
                continue;
            }
            self.slug(&node, id);
            if seen.contains(&id) {
                let what = format!("\"{}\" stands twice among the {key}", shown(id));
                self.problem(&node, "id", what, "give each its own id");
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
        // Where a grade could not be read, that is reported already.
        let mut both = grades.iter().zip(&tables);
        if grades.len() != tables.len()
            || both.any(|(grade, node)| node.text("grade") != grade.word())
        {
            return;
        }
        let mut before = None;
        for (nth, (grade, node)) in grades.iter().zip(&tables).enumerate() {
            let word = grade.word();
            if grades.iter().take(nth).any(|earlier| earlier == grade) {
                let what = format!("the grade \"{word}\" stands twice on the scale");
                self.problem(node, "grade", what, "keep one of the two");
            } else if before.is_some_and(|before| before > *grade) {
                let what = format!("the grade \"{word}\" is out of order");
                let hint = "write the best grade first, the worst last";
                self.problem(node, "grade", what, hint);
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
        self.ids("headings", framework.headings.iter().map(|each| &each.id));
        for node in self.tables("headings") {
            if node.text("id") == OVERALL {
                let what = "\"overall\" is the opening paragraph's own id".to_owned();
                self.problem(&node, "id", what, "give the heading another");
            }
        }
    }

    /// Checks pillars. Their judgments stand beside those of headings, so an id is one or the other. Where pillars
    /// are written out, every heading belongs to one of them.
    fn pillars(&mut self, framework: &Framework) {
        let known = || framework.pillars.iter().map(|pillar| pillar.id.as_str());
        self.ids("pillars", framework.pillars.iter().map(|each| &each.id));
        for node in self.tables("pillars") {
            let id = node.text("id");
            if framework.heading(id).is_some() || id == OVERALL {
                let what = format!("\"{}\" is the id of a heading too", shown(id));
                self.problem(&node, "id", what, "give the pillar another");
            }
        }
        if framework.pillars.is_empty() {
            return;
        }
        for node in self.tables("headings") {
            let pillar = node.text("pillar");
            if !known().any(|id| id == pillar) {
                let what = match pillar {
                    "" => "the heading has no pillar".to_owned(),
                    pillar => format!("there is no pillar \"{}\"", shown(pillar)),
                };
                self.problem(&node, "pillar", what, one_of(pillar, known()));
            }
        }
    }

    /// Checks that every point of the scale has the words that a text names in braces as `{is-grade}`.
    fn scale_has(&mut self, words: &str, field: &str) {
        let name = format!("{{{field}-grade}}");
        for node in self.tables("scale") {
            if words.contains(&name) && !node.table.contains_key(field) {
                let what = format!("[[scale]] has no \"{field}\", and {name} is spoken");
                let hint = format!("write {field} = \"{field} good\", or as it is said");
                self.reader.problem(node.at, what, hint);
            }
        }
    }

    /// Checks that every heading stands in exactly one group of the plan.
    fn plan(&mut self, framework: &Framework) {
        let known = || framework.headings.iter().map(|heading| heading.id.as_str());
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        for node in self.tables("plan") {
            let list = node.table.get("headings").and_then(Item::as_array);
            for value in list.into_iter().flatten() {
                let at = value.span().unwrap_or_default().start;
                let Some(id) = value.as_str() else {
                    continue;
                };
                let shown = shown(id);
                if framework.heading(id).is_none() {
                    let what =
                        format!("the plan names the heading \"{shown}\", which there is not");
                    self.reader.problem(at, what, one_of(id, known()));
                }
                let times = groups.entry(id).or_default();
                *times += 1;
                if *times == 2 {
                    let what = format!("the heading \"{shown}\" stands twice in the plan");
                    let hint = "name it in one [[plan]] only";
                    self.reader.problem(at, what, hint);
                }
            }
        }
        for node in self.tables("headings") {
            let id = node.text("id");
            if !id.is_empty() && !groups.contains_key(id) {
                let what = format!("the heading \"{}\" stands in no plan", shown(id));
                let hint = "name it in the headings of a [[plan]]";
                self.problem(&node, "id", what, hint);
            }
        }
    }

    /// Checks that every text of a list that is spoken names only what there is, and that words about something
    /// have a place for it.
    fn all_words(&mut self) {
        let lists: [(&str, &str, &[&str]); 8] = [
            ("pillars", "topic", PLAIN),
            ("headings", "topic", PLAIN),
            ("lists", "words", PLAIN),
            ("ladder", "words", &[]),
            ("monitoring", "words", &[]),
            ("monitoring", "words-without-concern", &[]),
            ("closings", "words", &[]),
            ("frames", "words", &["clause", "phrase", "adverb"]),
        ];
        for (list, key, own) in lists {
            for node in self.tables(list) {
                self.placeholders(&node, key, own);
            }
        }
        for (table, key, own) in [
            ("look-ahead", "first", "item"),
            ("look-ahead", "next", "item"),
            ("changes", "progress", "clause"),
            ("changes", "continues", "infinitive"),
            ("changes", "as-before", "clause"),
            ("changes", "declined", "clause"),
        ] {
            let Some(node) = self.table(table) else {
                continue;
            };
            self.placeholders(&node, key, &[own]);
            let Some(words) = node.table.get(key).and_then(Item::as_str) else {
                continue;
            };
            // A change need not be spoken.
            let unspoken = table == "changes" && words.trim().is_empty();
            if !unspoken && !words.contains(&format!("{{{own}}}")) {
                let place = match own {
                    "item" => "the item".to_owned(),
                    own => format!("{{{own}}}"),
                };
                let what = format!("\"{key}\" of [{table}] has no place for {place}");
                let hint = format!("write {{{own}}} where it goes");
                self.problem(&node, key, what, hint);
            }
        }
    }

    /// Checks the words of grades, which name what others cannot.
    fn judgments(&mut self) {
        const WHOLE: [&str; 2] = ["grade", "is-grade"];
        const PART: [&str; 3] = ["topic", "grade", "is-grade"];
        const CARRIED: [&str; 4] = ["topic", "grade", "is-grade", "from"];
        let Some(table) = self.table("judgments") else {
            return;
        };
        let own: [(&str, &[&str]); 7] = [
            ("overall", &WHOLE),
            ("overall-behind", &WHOLE),
            ("overall-many", &["subjects", "grade", "are-grade"]),
            ("pillar", &PART),
            ("carried-over", &CARRIED),
            ("carried-over-many", &CARRIED),
            ("not-inspected", &["topic"]),
        ];
        for (key, own) in own {
            self.placeholders(&table, key, own);
            for field in ["is", "are"] {
                self.scale_has(table.text(key), field);
            }
        }
    }

    /// Checks the names in braces. `own` are those that only this text has; [`PLAIN`] is for a text that a name
    /// stands for itself.
    pub(super) fn placeholders(&mut self, node: &Node<'_>, key: &str, own: &[&str]) {
        let plain = own == PLAIN;
        let allowed: Vec<&str> = own
            .iter()
            .copied()
            .chain(PLACEHOLDERS)
            .filter(|name| !name.is_empty())
            .filter(|name| !plain || !NAMED.contains(name))
            .collect();
        let speaks = SPEAKING.contains(&key).then_some(Speaker::ALL);
        let speaker = speaks.into_iter().flatten().map(|speaker| speaker.name);
        let allowed: Vec<&str> = allowed.into_iter().chain(speaker).collect();
        for name in named(node.text(key)) {
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
            self.problem(node, key, what, hint);
        }
    }
}

/// Returns the names in the braces of a text; `None` for one that is not closed.
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

/// Returns true where a text is written as ids are.
fn is_slug(id: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.chars().all(good)
}

/// Returns an id made of a text, as it might have been meant.
fn as_slug(text: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    fold(text).chars().map(keep).collect()
}
