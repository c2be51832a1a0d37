//! The right pane: the living statement, with the sentence of the finding under the cursor lit.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::bench::title;
use super::paint::Painter;
use crate::app::Bench;
use crate::app::layout::{Area, Pane};
use crate::config::Role;
use crate::statement::{Paragraph, Role as Part};
use crate::text;

/// What drawing the statement remembers: how each paragraph wraps, and what is scrolled to.
#[derive(Debug, Default)]
pub(super) struct StatementView {
    blocks: HashMap<usize, Block>,
    width: usize,
    top: usize,
    frame: u64,
}

/// Sentences that are wrapped together. Paragraphs of many sentences are wrapped in pieces, so that a
/// key in a very long one costs no more than in a short one.
#[derive(Debug)]
struct Block {
    /// The paragraph that it was made of, held so that its address stays its own.
    paragraph: Arc<Paragraph>,
    text: String,
    rows: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    words: usize,
    used: u64,
}

impl StatementView {
    pub(super) fn draw(&mut self, painter: &mut Painter<'_>, area: Area, bench: &Bench) {
        let focused = bench.pane == Pane::Statement;
        let content = area.content();
        let width = usize::from(content.width.saturating_sub(2)).max(1);
        self.wrap(bench, width);
        title(painter, area, "Statement", &self.measures(), focused);
        if content.height == 0 || content.width < 3 {
            return;
        }
        let paragraphs = &bench.document().paragraphs;
        if paragraphs.is_empty() {
            painter.wrapped(
                content,
                "The statement takes shape here as you write.",
                Role::Dim,
            );
            return;
        }
        let lit = bench.lit();
        self.scroll(bench, lit, usize::from(content.height));
        let mut skip = self.top;
        let mut y = content.y;
        let bottom = content.y + content.height;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let Some(block) = self.blocks.get(&address(paragraph)) else {
                continue;
            };
            let lit = lit
                .filter(|(lit, _)| *lit == at)
                .and_then(|(_, nth)| block.sentences.get(nth).cloned());
            let many = block.rows.len() + 1;
            if skip >= many {
                skip -= many;
                continue;
            }
            for row in block.rows.iter().skip(skip) {
                if y >= bottom {
                    return;
                }
                line(
                    painter,
                    Area {
                        y,
                        height: 1,
                        ..content
                    },
                    block,
                    row,
                    lit.as_ref(),
                    focused,
                );
                y += 1;
            }
            skip = 0;
            y += 1;
        }
    }

    /// Wraps the paragraphs that are new or changed, and forgets those that are gone.
    fn wrap(&mut self, bench: &Bench, width: usize) {
        if self.width != width {
            self.blocks.clear();
            self.width = width;
        }
        self.frame += 1;
        let frame = self.frame;
        for paragraph in &bench.document().paragraphs {
            let block = self
                .blocks
                .entry(address(paragraph))
                .or_insert_with(|| block(paragraph, width));
            block.used = frame;
        }
        self.blocks.retain(|_, block| block.used == frame);
    }

    /// Scrolls as little as it takes to have the lit sentence in sight.
    fn scroll(&mut self, bench: &Bench, lit: Option<(usize, usize)>, height: usize) {
        let mut before = 0;
        let mut wanted = None;
        for (at, paragraph) in bench.document().paragraphs.iter().enumerate() {
            let Some(block) = self.blocks.get(&address(paragraph)) else {
                continue;
            };
            if let Some((lit, nth)) = lit
                && lit == at
                && let Some(range) = block.sentences.get(nth)
            {
                let row_of = |place: usize| {
                    block
                        .rows
                        .partition_point(|row| row.end <= place)
                        .min(block.rows.len().saturating_sub(1))
                };
                wanted = Some((
                    before + row_of(range.start),
                    before + row_of(range.end.saturating_sub(1)),
                ));
            }
            before += block.rows.len() + 1;
        }
        let total = before.saturating_sub(1);
        if let Some((first, last)) = wanted {
            if first < self.top {
                self.top = first.saturating_sub(height / 4);
            } else if last >= self.top + height {
                self.top = (last + 1 + height / 4).saturating_sub(height).min(first);
            }
        }
        self.top = self.top.min(total.saturating_sub(height.min(total)));
    }

    /// Words and minutes aloud, counted when a paragraph is wrapped; the title is not read.
    fn measures(&self) -> String {
        let words: usize = self.blocks.values().map(|block| block.words).sum();
        let seconds = words * 60 / crate::statement::WORDS_A_MINUTE;
        format!("{words} words · {}:{:02} aloud", seconds / 60, seconds % 60)
    }
}

fn address(paragraph: &Arc<Paragraph>) -> usize {
    Arc::as_ptr(paragraph) as usize
}

fn block(paragraph: &Arc<Paragraph>, width: usize) -> Block {
    let mut text = String::new();
    let mut sentences = Vec::with_capacity(paragraph.sentences.len());
    for sentence in &paragraph.sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(&sentence.text);
        sentences.push(start..text.len());
    }
    let rows = text::rows(&text, width)
        .into_iter()
        .map(|row| row.range)
        .collect();
    let words = match paragraph.role {
        Part::Title => 0,
        _ => crate::statement::count_words(&text),
    };
    Block {
        paragraph: Arc::clone(paragraph),
        text,
        rows,
        sentences,
        words,
        used: 0,
    }
}

fn line(
    painter: &mut Painter<'_>,
    area: Area,
    block: &Block,
    row: &Range<usize>,
    lit: Option<&Range<usize>>,
    focused: bool,
) {
    let role = match block.paragraph.role {
        Part::Title => Role::Title,
        _ => Role::Text,
    };
    let x = area.x + 2;
    let width = area.width.saturating_sub(2);
    let part = |range: Range<usize>| block.text.get(range).unwrap_or_default();
    let lit = lit
        .map(|lit| lit.start.clamp(row.start, row.end)..lit.end.clamp(row.start, row.end))
        .filter(|lit| lit.start < lit.end);
    match lit {
        None => {
            painter.say(x, area.y, width, part(row.clone()).trim_end(), role);
        }
        Some(lit) => {
            let mark = if focused { Role::RuleFocus } else { Role::Rule };
            painter.say(area.x, area.y, 1, "▌", mark);
            let mut end = painter.say(x, area.y, width, part(row.start..lit.start), role);
            let room = |end: u16| (x + width).saturating_sub(end);
            end = painter.say(
                end,
                area.y,
                room(end),
                part(lit.clone()).trim_end_matches('\n'),
                Role::Lit,
            );
            painter.say(
                end,
                area.y,
                room(end),
                part(lit.end..row.end).trim_end(),
                role,
            );
        }
    }
}
