//! Reading a framework.
//!
//! A framework makes every statement that is written under it, so its file is held to more than a
//! draft: a key that is not known is refused, not kept, and everything that refers to something
//! else in the file must find it.

use toml_edit::Value as Toml;

use super::limits::MAX_FEW;
use super::near::one_of;
use super::plain::records;
use super::problem::{Refused, line_and_column, shown};
use super::reader::{Node, TomlReader, only_tables, start};
use super::rules;
use super::source::{parse, parse_known};
use crate::assessment::{
    Band, Changes, Closing, Complement, Counts, Frame, Framework, Grade, Heading, Judgments,
    LookAhead, MonitoringStage, ReportWords, Rung, RungForm, ScalePoint, StatementList, Voice,
    Wording,
};

/// Reads a framework. `name` is the file as the user named it, for messages.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right.
pub fn read(name: &str, text: &str) -> Result<Framework, Refused> {
    read_at_most(name, text, Refused::MOST)
}

/// Reads a framework, and reports at most so many problems.
///
/// # Errors
/// As [`read`] gives them.
pub fn read_at_most(name: &str, text: &str, most: usize) -> Result<Framework, Refused> {
    let document = parse(name, text, MAX_FEW)?;
    let mut reader = TomlReader::new(text);
    let root = Node::root("the framework", document.as_table());
    let mut framework = reader.whole_framework(&root);
    reader.add_common_frames(&root, &mut framework);
    reader.format_of_framework(&root);
    rules::check(&mut reader, &root, &framework);
    reader.finish(name, framework, most)
}

/// Reads a framework that comes with the program. A test holds each of them to all that [`read`] asks for, so none is
/// measured and searched for mistakes at every start.
pub(in crate::store) fn read_built_in(text: &str) -> Option<Framework> {
    let document = parse_known(text)?;
    let mut reader = TomlReader::new(text);
    let root = Node::root("the framework", document.as_table());
    let mut framework = reader.whole_framework(&root);
    reader.add_common_frames(&root, &mut framework);
    reader.problems.is_empty().then_some(framework)
}

/// Returns the line and column of a part of a framework's text, both from 1: of a key, or of the table where the
/// key is not there. `at` is the place in a list. What is not there at all stands at the top.
pub fn place(text: &str, table: &str, at: usize, key: &str) -> (usize, usize) {
    let document = parse_known(text);
    let found = document.as_ref().and_then(|document| {
        let root = Node::root("", document.as_table());
        let node = match (table, root.table.get(table)) {
            ("", _) => root,
            (_, None) => return None,
            (_, Some(item)) => match item.as_table_like() {
                Some(inner) => Node {
                    at: start(item),
                    table: inner,
                    ..root
                },
                None => only_tables(table, item)?.into_iter().nth(at)?,
            },
        };
        let span = node.table.key(key).and_then(toml_edit::Key::span);
        Some(span.map_or(node.at, |span| span.start))
    });
    line_and_column(text, found.unwrap_or_default())
}

records! {
    whole_framework: Framework also "format" also "common-frames" {
        id: "id" required,
        title: "title" required,
        version: "version" optional,
        about: "about" optional,
        noun: "noun" optional,
        graded_overall: "graded-overall" flag_or_false,
        carries_over: "carries-over" flag_or_false,
        counts: "bands-count" counts,
        words: "statement" table wording,
        judgments: "judgments" table judgments,
        changes: "changes" table changes,
        look_ahead: "look-ahead" table look_ahead,
        scale: "scale" scale,
        not_compared_with: "not-compared-with" texts,
        pillars: "pillars" each pillar,
        headings: "headings" each heading,
        plan: "plan" each group,
        lists: "lists" each list,
        ladder: "ladder" each rung,
        frames: "frames" each frame,
        voices: "voices" each voice,
        monitoring: "monitoring" each stage,
        closings: "closings" each closing,
        report: "report" table report,
    }
    file_of_frames: FramesFile {
        frames: "frames" each frame,
    }
    wording: Wording {
        title: "title" optional,
        greeting: "greeting" optional,
        remit: "remit" optional,
        office: "office" optional,
        contrast: "contrast" in_turn,
        join_words: "join-words" count,
        person: "person" speaker,
        contracted: "contracted" flag_or_false,
        pillar_grades: "pillar-grades" flag,
        needs_say_it: "needs-say-it" flag_or_false,
        lists_run_on: "lists-run-on" flag_or_false,
        opening_joined: "opening-joined" optional,
        proper: "proper" texts,
    }
    judgments: Judgments {
        overall: "overall" optional,
        overall_behind: "overall-behind" optional,
        overall_many: "overall-many" optional,
        pillar: "pillar" optional,
        carried_over: "carried-over" optional,
        carried_over_many: "carried-over-many" optional,
        not_inspected: "not-inspected" optional,
    }
    changes: Changes {
        progress: "progress" optional,
        continues: "continues" optional,
        as_before: "as-before" optional,
        declined: "declined" optional,
    }
    look_ahead: LookAhead {
        first: "first" required,
        next: "next" required,
        most: "most" count,
    }
    pillar: Heading {
        id: "id" required,
        title: "title" required,
        topic: "topic" optional,
        question: "question" optional,
        graded: "graded" flag_or_true,
        prompts: "prompts" texts,
        good: "good" texts,
        ; pillar: |_, _| String::new(),
    }
    heading: Heading {
        id: "id" required,
        title: "title" required,
        topic: "topic" optional,
        question: "question" optional,
        pillar: "pillar" optional,
        graded: "graded" flag_or_true,
        prompts: "prompts" texts,
        good: "good" texts,
    }
    list: StatementList {
        id: "id" required,
        words: "words" required,
        after: "after" required,
        grades: "grades" grades_of_list,
        pillar: "pillar" optional,
        pillars: "pillars" flag_or_false,
        item: "item" optional,
        voice: "voice" optional,
    }
    rung: Rung {
        words: "words" required,
        id: "id" required,
        forms: "forms" each form,
        tone: "tone" tone,
        about_body: "about-body" about_body,
        bands: "band" each band,
    }
    form: RungForm {
        id: "id" required,
        words: "words" required,
    }
    voice: Voice {
        id: "id" required,
        about: "about" optional,
        title: "title" given,
        greeting: "greeting" given,
        contrast: "contrast" given_in_turn,
        join_words: "join-words" given_count,
        person: "person" given_speaker,
        contracted: "contracted" flag,
        pillar_grades: "pillar-grades" flag,
        needs_say_it: "needs-say-it" flag,
        lists_run_on: "lists-run-on" flag,
        first: "look-ahead-first" given,
        next: "look-ahead-next" given,
    }
    band: Band {
        outstanding: "outstanding" bounds,
        below_good: "below-good" bounds,
        below_adequate: "below-adequate" bounds,
        inadequate: "inadequate" bounds,
        concern: "concern" flag,
    }
    stage: MonitoringStage {
        id: "id" required,
        title: "title" required,
        words: "words" optional,
        words_without_concern: "words-without-concern" optional,
        for_concern: "for-concern" flag_or_false,
    }
    closing: Closing {
        id: "id" required,
        words: "words" required,
    }
    frame: Frame {
        words: "words" required,
        id: "id" required,
        adverbs: "adverbs" texts,
        tone: "tone" tone,
        strength: "strength" count,
        ; takes: Self::takes,
    }
}

/// The file of the frames that frameworks have in common.
pub(super) struct FramesFile {
    pub(super) frames: Vec<Frame>,
}

impl TomlReader<'_> {
    fn format_of_framework(&mut self, root: &Node<'_>) {
        let format = root.table.get("format");
        if format.and_then(toml_edit::Item::as_integer) != Some(1) {
            let what = "the framework's format is not known";
            let hint = "write format = 1 at the top of the file";
            self.problem(root.at("format"), what, hint);
        }
    }

    /// Reads the words of a report; those that the file does not have keep their defaults.
    fn report(&mut self, node: &Node<'_>) -> ReportWords {
        self.check_keys(node, ReportWords::KEYS);
        let mut words = ReportWords::default();
        for key in ReportWords::KEYS {
            if node.table.contains_key(key)
                && let Some(place) = words.words_mut(key)
            {
                *place = self.required(node, key);
            }
        }
        words
    }

    fn counts(&mut self, root: &Node<'_>, key: &str) -> Counts {
        let word = self.optional(root, key);
        let known = Counts::WORDS.iter().find(|(known, _)| *known == word);
        if known.is_none() && root.table.contains_key(key) {
            let what = format!("bands cannot count \"{}\"", shown(&word));
            let hint = one_of(&word, Counts::WORDS.iter().map(|(known, _)| *known));
            self.problem(root.at(key), what, hint);
        }
        known.map(|(_, counts)| *counts).unwrap_or_default()
    }

    fn scale(&mut self, root: &Node<'_>, key: &str) -> Vec<ScalePoint> {
        let points = self.each(root, key, Self::scale_point);
        points.into_iter().flatten().collect()
    }

    /// Reads a point of the scale, or `None`, with a problem, where it has no grade.
    fn scale_point(&mut self, node: &Node<'_>) -> Option<ScalePoint> {
        self.check_keys(node, &["grade", "words", "meaning", "is", "are"]);
        let grade = self.grade(node, "grade");
        let words = self.required(node, "words");
        Some(ScalePoint {
            meaning: self.optional(node, "meaning"),
            is: self.optional(node, "is"),
            are: self.optional(node, "are"),
            grade: grade?,
            words,
        })
    }

    /// Reads the grades of a list; a word that is none is a problem.
    fn grades_of_list(&mut self, node: &Node<'_>, key: &str) -> Vec<Grade> {
        let mut grades = Vec::new();
        for word in self.texts(node, key) {
            match Grade::from_word(&word) {
                Some(grade) => grades.push(grade),
                None => {
                    let what = format!("there is no grade \"{}\"", shown(&word));
                    let hint = one_of(&word, Grade::WORDS.iter().copied());
                    self.problem(node.at(key), what, hint);
                }
            }
        }
        grades
    }

    /// Reads a grade, or returns `None`, with a problem, where it is none.
    fn grade(&mut self, node: &Node<'_>, key: &str) -> Option<Grade> {
        let word = self.required(node, key);
        let grade = Grade::from_word(&word);
        if grade.is_none() && node.table.contains_key(key) {
            let what = format!("there is no grade \"{}\"", shown(&word));
            let hint = one_of(&word, Grade::WORDS.iter().copied());
            self.problem(node.at(key), what, hint);
        }
        grade
    }

    fn group(&mut self, node: &Node<'_>) -> Vec<String> {
        self.check_keys(node, &["headings"]);
        self.required_texts(node, "headings")
    }

    /// Reads whether an opening speaks of the body, as most do; one that does not can say so.
    fn about_body(&mut self, node: &Node<'_>, key: &str) -> bool {
        let named = ["{subject.name}", "{subject.spoken}"];
        let named = named.iter().any(|name| node.text("words").contains(name));
        self.flag(node, key).unwrap_or(named)
    }

    fn takes(&mut self, node: &Node<'_>) -> Complement {
        match node.text("words").contains("{phrase}") {
            true => Complement::Phrase,
            false => Complement::Clause,
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
}
