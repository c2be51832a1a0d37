//! Rules for lists of the statement.

use super::super::near::one_of;
use super::super::problem::shown;
use super::super::reader::Node;
use super::RuleCheck;
use crate::assessment::{Framework, OVERALL};

impl RuleCheck<'_, '_, '_> {
    /// Checks that every list stands behind a heading and lists what there is.
    pub(super) fn lists(&mut self, framework: &Framework) {
        self.ids("lists", framework.lists.iter().map(|list| &list.id));
        let headings = || framework.headings.iter().map(|heading| heading.id.as_str());
        let places = || std::iter::once(OVERALL).chain(headings());
        let pillars = || {
            framework
                .headings
                .iter()
                .map(|heading| heading.pillar.as_str())
        };
        for node in self.tables("lists") {
            let after = node.text("after");
            if !after.is_empty() && !places().any(|id| id == after) {
                let what = format!(
                    "the list stands behind \"{}\", which there is not",
                    shown(after)
                );
                self.problem(&node, "after", what, one_of(after, places()));
            }
            let pillar = node.text("pillar");
            if !pillar.is_empty() && !pillars().any(|id| id == pillar) {
                let what = format!("there is no pillar \"{}\"", shown(pillar));
                self.problem(&node, "pillar", what, one_of(pillar, pillars()));
            }
            self.list_by_grade(&node, framework);
        }
    }

    /// Checks what only a list by grade has: words for an item, and a voice.
    fn list_by_grade(&mut self, node: &Node<'_>, framework: &Framework) {
        let voices = || framework.voices.iter().map(|voice| voice.id.as_str());
        let voice = node.text("voice");
        if !voice.is_empty() && !voices().any(|id| id == voice) {
            let what = format!("there is no voice \"{}\"", shown(voice));
            self.problem(node, "voice", what, one_of(voice, voices()));
        }
        for key in ["item", "voice", "pillars"] {
            if node.table.contains_key(key) && !node.table.contains_key("grades") {
                let what = format!("\"{key}\" is for a list by grade, and this one has no grades");
                let hint = "write grades = [\"good\"], or leave it out";
                self.problem(node, key, what, hint);
            }
        }
        self.placeholders(node, "item", &["topic", "grade", "is-grade"]);
        let item = node.text("item");
        if !item.is_empty() && !item.contains("{topic}") {
            let what = "\"item\" has no place for the topic".to_owned();
            self.problem(node, "item", what, "write {topic} where it goes");
        }
        self.scale_has(item, "is");
    }
}
