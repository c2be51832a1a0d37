//! How the paragraphs of a statement wrap: in pieces, each of which is wrapped once.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use crate::statement::{Paragraph, ParagraphRole, Sentence, count_words};
use crate::text;

/// The number of sentences that are wrapped together. A paragraph of more is wrapped in pieces, each beginning on a
/// row of its own, so that a key in the middle of a very long one costs no more than in a short one.
pub(super) const PIECE: usize = 24;

/// A paragraph as the pieces that it wraps in.
#[derive(Debug)]
pub(super) struct WrappedParagraph {
    /// Held so that its address stays its own.
    pub(super) paragraph: Arc<Paragraph>,
    pub(super) pieces: Vec<u64>,
    pub(super) rows: usize,
    pub(super) words: usize,
    pub(super) used: u64,
}

/// Some sentences, wrapped.
#[derive(Debug)]
pub(super) struct WrappedSentences {
    /// Held so that their addresses stay their own.
    _sentences: Vec<Arc<Sentence>>,
    pub(super) text: String,
    pub(super) rows: Vec<Range<usize>>,
    /// The range of each sentence in the text.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) words: usize,
    pub(super) used: u64,
}

/// Returns what a paragraph is known by while it is held.
pub(super) fn address(paragraph: &Arc<Paragraph>) -> usize {
    Arc::as_ptr(paragraph) as usize
}

/// Wraps a paragraph; pieces that are wrapped already are taken as they are.
pub(super) fn wrapped(
    paragraph: &Arc<Paragraph>,
    width: usize,
    pieces: &mut HashMap<u64, WrappedSentences>,
) -> WrappedParagraph {
    let mut wrapped = WrappedParagraph {
        paragraph: Arc::clone(paragraph),
        pieces: Vec::with_capacity(paragraph.sentences.len() / PIECE + 1),
        rows: 0,
        words: 0,
        used: 0,
    };
    for (nth, sentences) in paragraph.sentences.chunks(PIECE).enumerate() {
        let first = nth * PIECE;
        let items = paragraph
            .items
            .iter()
            .filter_map(|item| item.checked_sub(first));
        let items: Vec<usize> = items.filter(|item| *item < sentences.len()).collect();
        let mut hasher = DefaultHasher::new();
        items.hash(&mut hasher);
        let addresses: Vec<usize> = sentences
            .iter()
            .map(|it| Arc::as_ptr(it) as usize)
            .collect();
        addresses.hash(&mut hasher);
        let key = hasher.finish();
        let piece = pieces
            .entry(key)
            .or_insert_with(|| piece(sentences, &items, width));
        wrapped.rows += piece.rows.len();
        if paragraph.role != ParagraphRole::Title {
            wrapped.words += piece.words;
        }
        wrapped.pieces.push(key);
    }
    wrapped
}

/// Wraps sentences; those that begin an item of a list, at these places among them, begin a row with a bullet.
fn piece(sentences: &[Arc<Sentence>], items: &[usize], width: usize) -> WrappedSentences {
    let mut text = String::new();
    let mut ranges = Vec::with_capacity(sentences.len());
    for (nth, sentence) in sentences.iter().enumerate() {
        let begins = items.contains(&nth);
        if !text.is_empty() {
            text.push(if begins { '\n' } else { ' ' });
        }
        if begins {
            text.push_str("• ");
        }
        let start = text.len();
        text.push_str(&sentence.text);
        ranges.push(start..text.len());
    }
    WrappedSentences {
        rows: text::rows(&text, width)
            .into_iter()
            .map(|row| row.range)
            .collect(),
        words: count_words(&text),
        _sentences: sentences.to_vec(),
        text,
        ranges,
        used: 0,
    }
}
