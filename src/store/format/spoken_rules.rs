//! The rules on what a framework says: its statement, openings, frames and voices.

use toml_edit::Item;

use super::problem::shown;
use super::reader::only_tables;
use super::rules::{PLAIN, RuleCheck};
use crate::assessment::NO_OPENING;

impl RuleCheck<'_, '_, '_> {
    /// Checks the forms of each opening, and that none is called as the choice of no opening is.
    pub(super) fn ladder(&mut self) {
        for node in self.tables("ladder") {
            if node.text("id") == NO_OPENING {
                let what = format!("\"{NO_OPENING}\" is what drafts say that have no opening");
                self.problem(&node, "id", what, "give it another id");
            }
            let forms = node.table.get("forms");
            let forms = forms.and_then(|item| only_tables("forms", item));
            let mut seen = Vec::new();
            for form in forms.unwrap_or_default() {
                let id = form.text("id");
                self.slug(&form, id);
                if seen.contains(&id) && !id.is_empty() {
                    let what = format!("\"{}\" stands twice among the forms", shown(id));
                    self.problem(&form, "id", what, "give each its own id");
                }
                seen.push(id);
                self.placeholders(&form, "words", &[]);
            }
        }
    }

    pub(super) fn frames(&mut self) {
        for node in self.tables("frames") {
            let words = node.text("words");
            let times = words.matches("{clause}").count() + words.matches("{phrase}").count();
            if times != 1 && !words.is_empty() {
                let what = match times {
                    0 => "the frame has no place for what was found",
                    _ => "the frame has more than one place for what was found",
                };
                let hint = "write {clause} once where a sentence goes, or {phrase} where a noun phrase goes";
                self.problem(&node, "words", what.to_owned(), hint);
            }
            let slots = words.matches("{adverb}").count();
            let adverbs = node.table.get("adverbs").and_then(Item::as_array);
            let (what, hint) = match (slots, adverbs.is_some_and(|list| !list.is_empty())) {
                (0, false) | (1, true) => continue,
                (0, true) => (
                    "the frame has adverbs, and no place for them",
                    "write {adverb} where it goes: \"{I-am} {adverb} pleased that {clause}\"",
                ),
                (_, false) => (
                    "the frame has a place for an adverb, and none to choose",
                    "write adverbs = [\"very\"], or take {adverb} out",
                ),
                (_, true) => (
                    "the frame has more than one place for its adverb",
                    "write {adverb} once",
                ),
            };
            self.problem(&node, "words", what.to_owned(), hint);
        }
    }

    pub(super) fn statement(&mut self) {
        let Some(node) = self.table("statement") else {
            return;
        };
        self.placeholders(&node, "title", &[]);
        self.placeholders(&node, "greeting", &[]);
        self.placeholders(&node, "remit", PLAIN);
        self.placeholders(&node, "office", PLAIN);
        let joined = node.text("opening-joined");
        self.placeholders(&node, "opening-joined", &["opening", "clause"]);
        let both = joined.starts_with("{opening}") && joined.matches("{clause}").count() == 1;
        if !joined.is_empty() && !both {
            let what = "\"opening-joined\" has no place for both";
            let hint = "write {opening} at its head, and {clause} where the need goes";
            self.problem(&node, "opening-joined", what.to_owned(), hint);
        }
    }

    pub(super) fn voices(&mut self) {
        for node in self.tables("voices") {
            self.placeholders(&node, "title", &[]);
            self.placeholders(&node, "greeting", &[]);
            for key in ["look-ahead-first", "look-ahead-next"] {
                self.placeholders(&node, key, &["item"]);
                if node.table.contains_key(key) && !node.text(key).contains("{item}") {
                    let what = format!("\"{key}\" has no place for the item");
                    self.problem(&node, key, what, "write {item} where it goes");
                }
            }
        }
    }
}
