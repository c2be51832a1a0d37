//! The rules of what one programme says of others, and of the bodies that it watches.

use toml_edit::Item;

use super::super::problem::shown;
use super::{RuleCheck, is_slug};
use crate::assessment::Framework;

impl RuleCheck<'_, '_, '_> {
    pub(super) fn programme(&mut self, framework: &Framework) {
        self.not_compared_with(framework);
        self.topics_of_concerns(framework);
    }

    /// Checks the programmes with which this one is never compared: each is an id, stands once, and is another.
    fn not_compared_with(&mut self, framework: &Framework) {
        let list = self
            .root
            .table
            .get("not-compared-with")
            .and_then(Item::as_array);
        let mut seen: Vec<&str> = Vec::new();
        for value in list.into_iter().flatten() {
            let at = value.span().unwrap_or_default().start;
            let Some(id) = value.as_str() else {
                continue;
            };
            let (what, hint) = if id == framework.id {
                (
                    "a programme compares with itself".to_owned(),
                    "name others only",
                )
            } else if seen.contains(&id) {
                (
                    format!("\"{}\" stands twice in not-compared-with", shown(id)),
                    "name it once",
                )
            } else if id.is_empty() || !is_slug(id) {
                (
                    format!("\"{}\" is no framework's id", shown(id)),
                    "name the framework by its id, of a–z, 0–9 and -",
                )
            } else {
                seen.push(id);
                continue;
            };
            self.reader.problem(at, what, hint);
        }
    }

    /// Checks that every graded heading has a topic where causes of concern are named by theirs.
    fn topics_of_concerns(&mut self, framework: &Framework) {
        let words = framework.monitoring.iter().map(|stage| &stage.words);
        let words = words.chain(framework.closings.iter().map(|closing| &closing.words));
        let mut words = words.chain(framework.ladder.iter().map(|rung| &rung.words));
        if !words.any(|words| words.contains("{concerns}")) {
            return;
        }
        for node in self.tables("headings") {
            let graded = node.table.get("graded").and_then(Item::as_bool);
            if graded != Some(false) && node.text("topic").trim().is_empty() {
                let what = "the heading has no topic, by which {concerns} would name it".to_owned();
                let hint = "write topic = \"…\", as it is called after \"about\"";
                self.problem(&node, "topic", what, hint);
            }
        }
    }
}
