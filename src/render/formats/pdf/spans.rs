//! The runs of a block as spans: words of one look, each in its place of the tree.

use super::face::whole;
use super::lines::{LinkPlace, TextLook, TextSpan};
use super::story::{STRONG, Story, TEXT};
use super::tree::Role;
use crate::render::block::{Citation, Run};
use crate::render::formats::palette::on_paper;

/// Returns the look of what leads to another place.
fn linked(look: TextLook) -> TextLook {
    let ink = on_paper("link").map_or(look.ink, |[ink, _]| ink);
    TextLook { ink, ..look }
}

/// Returns the look of the number of a sentence.
fn numbering(look: TextLook) -> TextLook {
    let ink = on_paper("quiet").map_or(look.ink, |[ink, _]| ink);
    let size = look.size * 0.8;
    TextLook { ink, size, ..look }
}

impl Story<'_> {
    /// Returns runs as spans, each in its place of the tree.
    pub(super) fn spans(&mut self, runs: &[Run], node: usize, look: TextLook) -> Vec<TextSpan> {
        let slot = self.tree.slot(node);
        let strong = match look == TEXT {
            true => STRONG,
            false => TextLook { bold: true, ..look },
        };
        let mut spans = SpanList {
            spans: Vec::new(),
            slot,
        };
        let mut apart = "";
        for run in runs {
            spans.add(std::mem::replace(&mut apart, " "), look);
            match run {
                Run::Number(number) => {
                    spans.add(&format!("[{number}]"), numbering(look));
                    // No line ends with the number of what the next begins with.
                    apart = "\u{a0}";
                }
                Run::Plain(words) | Run::Said(words) => spans.add(words, look),
                Run::Strong(words) => spans.add(words, strong),
                Run::Noted(words, number) => {
                    // No line begins with a mark.
                    spans.add(&format!("{words}\u{a0}"), look);
                    let mark = format!("[{number}]");
                    let place =
                        Some(LinkPlace::Note(*number)).filter(|_| self.anchors.has_note(*number));
                    self.leading(&mut spans, node, &mark, look, place);
                }
                Run::Cited(citations) => self.cited(&mut spans, node, citations, look),
            }
        }
        if spans.spans.is_empty() {
            spans.spans.push(TextSpan {
                text: String::new(),
                look,
                slot,
                link: None,
            });
        }
        spans.spans
    }

    fn cited(&mut self, spans: &mut SpanList, node: usize, citations: &[Citation], look: TextLook) {
        spans.add("[", look);
        for (nth, citation) in citations.iter().enumerate() {
            if nth > 0 {
                spans.add("; ", look);
            }
            spans.add(&citation.before, look);
            for (nth, number) in citation.numbers.iter().enumerate() {
                if nth > 0 {
                    spans.add(", ", look);
                }
                match number {
                    Ok(number) => {
                        let place = Some(LinkPlace::Evidence(*number));
                        let place = place.filter(|_| self.anchors.has_evidence(*number));
                        self.leading(spans, node, &number.to_string(), look, place);
                    }
                    Err(id) => spans.add(id, look),
                }
            }
            spans.add(&citation.after, look);
        }
        spans.add("]", look);
    }

    /// Adds words that lead to another place, where there is such a place; what follows them has a place of its own.
    fn leading(
        &mut self,
        spans: &mut SpanList,
        node: usize,
        words: &str,
        look: TextLook,
        place: Option<LinkPlace>,
    ) {
        if place.is_none() {
            return spans.add(words, look);
        }
        let parent = match place {
            Some(LinkPlace::Note(_)) => self.tree.node(node, Role::Reference),
            _ => node,
        };
        let link = self.tree.node(parent, Role::Link);
        let slot = self.tree.slot(link);
        spans.spans.push(TextSpan {
            text: words.to_owned(),
            look: linked(look),
            slot,
            link: place,
        });
        spans.slot = self.tree.slot(node);
    }
}

/// Spans in the making.
struct SpanList {
    spans: Vec<TextSpan>,
    slot: usize,
}

impl SpanList {
    /// Adds words to the last span where they look alike, or as one of their own.
    fn add(&mut self, words: &str, look: TextLook) {
        let words = whole(words);
        let slot = self.slot;
        match self.spans.last_mut() {
            Some(last) if last.slot == slot && last.look == look => last.text.push_str(&words),
            _ if words.is_empty() => {}
            _ => self.spans.push(TextSpan {
                text: words.into_owned(),
                look,
                slot,
                link: None,
            }),
        }
    }
}
