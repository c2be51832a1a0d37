//! Whole paragraphs in the author's own words.
//!
//! A paragraph is rewritten as a sentence is: by a hand edit with a key of its own. Its words are then one sentence
//! of the document that stands on all that the paragraph stood on, and goes stale with any of it. What would be woven
//! is kept beside it, and hand edits of sentences inside it wait until the paragraph is woven again.

use std::sync::Arc;

use super::context::WeavingContext;
use super::draft::in_order;
use super::words::collapse;
use super::{
    Document, Paragraph, ParagraphRole, Sentence, SentencePart, Source, WeavingRule, basis,
};
use crate::assessment::{Framework, List};

/// The prefix of a paragraph's key. No finding's id has a stop in it.
const PREFIX: &str = "paragraph.";

/// Returns the key by which a hand edit names a paragraph: `paragraph.crime-prevention+victims`, after the headings of
/// its group; `paragraph.named.cyber`; `paragraph.overall`.
pub fn paragraph_key(framework: &Framework, role: &ParagraphRole) -> String {
    let name = match role {
        ParagraphRole::Title => "title".to_owned(),
        ParagraphRole::Greeting => "greeting".to_owned(),
        ParagraphRole::Overall => "overall".to_owned(),
        ParagraphRole::LookAhead => "look-ahead".to_owned(),
        ParagraphRole::Named(name) => format!("named.{name}"),
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
        let words = context.by_hand.get(&key).map(|it| collapse(&it.text));
        let (Some(edit), Some(words)) =
            (context.by_hand.get(&key), words.filter(|it| !it.is_empty()))
        else {
            continue;
        };
        let mut sentence = whole_paragraph(context.framework, paragraph);
        sentence.rules.push(WeavingRule::ByHand);
        if !edit.basis.is_empty() && edit.basis != basis(&sentence.text) {
            sentence.rules.push(WeavingRule::Stale);
        }
        let filled = context.fill(&words);
        let field = Source::item(List::Overrides, &key);
        sentence.woven = Some(std::mem::replace(&mut sentence.text, filled.text));
        sentence.sources.extend(filled.uses);
        sentence.sources.push(field.clone());
        sentence.sources = in_order(sentence.sources);
        sentence.parts = vec![SentencePart {
            range: 0..sentence.text.len(),
            source: field,
        }];
        *paragraph = Arc::new(Paragraph {
            role: paragraph.role.clone(),
            sentences: vec![Arc::new(sentence)],
        });
    }
    Some(shown)
}
