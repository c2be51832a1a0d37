//! Whole paragraphs in the author's own words.
//!
//! A paragraph is rewritten as a sentence is: by a hand edit with a key of its own. Its words are then one sentence
//! of the document that stands on all that the paragraph stood on, and goes stale with any of it. What would be woven
//! is kept beside it, and hand edits of sentences inside it wait until the paragraph is woven again.

use std::sync::Arc;

use super::context::WeavingContext;
use super::sentence_draft::{self, in_order};
use super::{Document, Paragraph, ParagraphRole, Sentence, SentencePart};
use crate::assessment::Framework;

/// The prefix of a paragraph's key. No finding's id has a stop in it.
const PREFIX: &str = "paragraph.";

/// Returns the key by which a hand edit names a paragraph: `paragraph.crime-prevention+victims`, after the headings of
/// its group; `paragraph.begun.f7`; `paragraph.named.cyber`; `paragraph.overall`.
pub fn paragraph_key(framework: &Framework, role: &ParagraphRole) -> String {
    let name = match role {
        ParagraphRole::Title => "title".to_owned(),
        ParagraphRole::Greeting => "greeting".to_owned(),
        ParagraphRole::Overall => "overall".to_owned(),
        ParagraphRole::LookAhead => "look-ahead".to_owned(),
        ParagraphRole::Begun(id) => format!("begun.{id}"),
        ParagraphRole::Named(name) => format!("named.{name}"),
        ParagraphRole::List(id) => format!("list.{id}"),
        ParagraphRole::Group(at) => match framework.plan.get(*at) {
            Some(group) => group.join("+"),
            None => at.to_string(),
        },
    };
    format!("{PREFIX}{name}")
}

/// Returns a paragraph as one sentence: all its words, and all that they stand on.
pub fn whole_paragraph(framework: &Framework, paragraph: &Paragraph) -> Sentence {
    let mut text = String::new();
    let (mut sources, mut parts, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in &paragraph.sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let from = text.len();
        text.push_str(&sentence.text);
        parts.extend(sentence.parts.iter().map(|part| SentencePart {
            range: from + part.range.start..from + part.range.end,
            source: part.source.clone(),
        }));
        sources.extend(sentence.sources.iter().cloned());
        for rule in &sentence.rules {
            if !rules.contains(rule) {
                rules.push(*rule);
            }
        }
    }
    Sentence {
        key: paragraph_key(framework, &paragraph.role),
        text,
        sources: in_order(sources),
        parts,
        rules,
        woven: None,
    }
}

/// Returns the document with the paragraphs that are written by hand in the place of the woven ones; `None` where there
/// are none.
pub(super) fn by_hand(document: &Document, context: &WeavingContext) -> Option<Document> {
    let mut keys = context.by_hand.keys();
    if !keys.any(|key| key.starts_with(PREFIX)) {
        return None;
    }
    let mut shown = document.clone();
    for paragraph in &mut shown.paragraphs {
        let key = paragraph_key(context.framework, &paragraph.role);
        if !context.by_hand.contains_key(&key) {
            continue;
        }
        let whole = whole_paragraph(context.framework, paragraph);
        let sentence = sentence_draft::by_hand(context, whole);
        if sentence.woven.is_some() {
            *paragraph = Arc::new(Paragraph {
                role: paragraph.role.clone(),
                items: Vec::new(),
                sentences: vec![Arc::new(sentence)],
            });
        }
    }
    Some(shown)
}
