//! The living statement: the right pane, with the sentence of the finding under the cursor lit, and the page alone, with
//! the sentence lit that is due.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::bars::title;
use super::paint::Painter;
use super::paragraph_label::paragraph_label;
use super::pointer::shows_sentences;
use super::problems::margin;
use super::prose::mark_words;
use super::wrapping::{PIECE, WrappedParagraph, WrappedSentences, address, wrapped};
use crate::app::layout::{self, Area, Pane};
use crate::app::{DraftEditor, DueSentence};
use crate::check::Problem;
use crate::config::StyleRole;
use crate::statement::{Paragraph, ParagraphRole, minutes_aloud};
use crate::text::counted;

/// State that drawing the statement keeps between frames: how each paragraph wraps, and the scroll position.
#[derive(Debug, Default)]
pub(super) struct StatementView {
    paragraphs: HashMap<usize, WrappedParagraph>,
    pieces: HashMap<u64, WrappedSentences>,
    width: usize,
    top: usize,
    frame: u64,
}

/// Returns the problems of the sentences of a piece, each with its range in the piece.
fn problems_in<'b>(
    editor: &'b DraftEditor,
    paragraph: usize,
    first: usize,
    ranges: &[Range<usize>],
) -> Vec<(Range<usize>, Vec<&'b Problem>)> {
    let each = ranges.iter().enumerate();
    each.map(|(nth, range)| {
        (
            range.clone(),
            editor.problems_of_sentence((paragraph, first + nth)),
        )
    })
    .filter(|(_, problems)| !problems.is_empty())
    .collect()
}

/// Returns where the sentences of a paragraph stand in one of its pieces, which begins with its sentence `first`.
fn ranges<'p>(
    piece: &'p WrappedSentences,
    sentences: &[(usize, usize)],
    paragraph: usize,
    first: usize,
) -> Vec<&'p Range<usize>> {
    let here = sentences.iter().filter(|(of, _)| *of == paragraph);
    here.filter_map(|(_, sentence)| piece.ranges.get(sentence.checked_sub(first)?))
        .collect()
}

/// The marks that are shown on the rows beside their words.
#[derive(Clone, Copy)]
struct PageLook {
    /// The sentence that is lit: paragraph and sentence.
    lit: Option<(usize, usize)>,
    focused: bool,
    /// True where the margin has signs.
    signs: bool,
}

/// The signs in the margin of a piece.
struct PieceSigns<'a> {
    stale: Vec<&'a Range<usize>>,
    problems: Vec<(Range<usize>, Vec<&'a Problem>)>,
    dependents: Vec<&'a Range<usize>>,
}

impl PieceSigns<'_> {
    fn draw(&self, painter: &mut Painter<'_>, area: Area, row: &Range<usize>) {
        let meets = |range: &&Range<usize>| range.start < row.end && row.start < range.end;
        if self.stale.iter().any(meets) {
            painter.write(area.x + 1, area.y, 1, "~", StyleRole::Warning);
        } else if self.dependents.iter().any(meets) {
            painter.write(area.x + 1, area.y, 1, "›", StyleRole::Lit);
        } else {
            let begins = row.start..row.end.max(row.start + 1);
            let here = self.problems.iter();
            let here = here.filter(|(range, _)| begins.contains(&range.start));
            let here: Vec<_> = here.flat_map(|(_, problems)| problems.clone()).collect();
            margin(painter, area.x + 1, area.y, &here);
        }
    }
}

impl StatementView {
    pub(super) fn draw(&mut self, painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
        let focused = editor.pane == Pane::Statement;
        if painter.has_ground(StyleRole::Page) {
            // The cells are empty already.
            painter.lay(area, StyleRole::Page);
        }
        let content = area.content();
        let (_, text) = layout::statement(content);
        self.wrap(editor, usize::from(text.width.max(1)));
        let measures = match editor.is_woven() {
            true => self.measures(painter.state.words_a_minute()),
            false => String::new(),
        };
        title(painter, area, "Statement", &measures, focused);
        // What it says comes with the next frame.
        if !editor.is_woven() || content.height == 0 || content.width < 3 {
            return;
        }
        let paragraphs = &editor.document().paragraphs;
        if paragraphs.is_empty() {
            let words = "The statement takes shape here as you write.";
            painter.wrapped(text, words, StyleRole::Dim);
            return;
        }
        let lit = editor.lit();
        let all = self.rows_of_page(editor);
        // A page that goes on says so in its last row.
        let cut = all > usize::from(content.height) && content.height > 3;
        let content = content.top(content.height - u16::from(cut));
        self.scroll(all, editor, lit, usize::from(content.height));
        let below = all.saturating_sub(self.top + usize::from(content.height));
        if below > 0 && cut {
            let words = format!("… {below} more");
            painter.clip(text.x, content.bottom(), text.width, &words, StyleRole::Dim);
        }
        self.draw_rows(
            painter,
            content,
            editor,
            PageLook {
                lit,
                focused,
                signs: true,
            },
        );
    }

    /// Draws the page alone, scrolled so that what is due stands in its upper third.
    pub(super) fn draw_alone(
        &mut self,
        painter: &mut Painter<'_>,
        content: Area,
        editor: &DraftEditor,
        due: Option<DueSentence>,
    ) {
        let (_, text) = layout::statement(content);
        self.wrap(editor, usize::from(text.width.max(1)));
        let row = due.and_then(|due| {
            let (first, last) = self.rows_in_page(editor, due.at)?;
            Some(first + (last - first) * due.spoken / due.words.max(1))
        });
        self.top = row
            .unwrap_or(0)
            .saturating_sub(usize::from(content.height / 3));
        let lit = due.map(|due| due.at);
        self.draw_rows(
            painter,
            content,
            editor,
            PageLook {
                lit,
                focused: true,
                signs: false,
            },
        );
    }

    /// Draws the rows from the place on that was scrolled to.
    fn draw_rows(
        &self,
        painter: &mut Painter<'_>,
        content: Area,
        editor: &DraftEditor,
        PageLook {
            lit,
            focused,
            signs: with_signs,
        }: PageLook,
    ) {
        let (label, text) = layout::statement(content);
        let stale: Vec<(usize, usize)> = editor
            .stale()
            .iter()
            .filter_map(|stale| stale.sentence)
            .collect();
        let dependents = editor.dependents();
        let paragraphs = &editor.document().paragraphs;
        let mut skip = self.top;
        let mut left = content;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let Some(wrapped) = self.paragraphs.get(&address(paragraph)) else {
                continue;
            };
            if skip > wrapped.rows {
                skip -= wrapped.rows + 1;
                continue;
            }
            let lit = lit.filter(|(lit, _)| *lit == at).map(|(_, nth)| nth);
            for (nth, piece) in wrapped.pieces.iter().enumerate() {
                let Some(piece) = self.pieces.get(piece) else {
                    continue;
                };
                if skip >= piece.rows.len() {
                    skip -= piece.rows.len();
                    continue;
                }
                let first = nth * PIECE;
                let signs = PieceSigns {
                    stale: ranges(piece, &stale, at, first),
                    problems: problems_in(editor, at, first, &piece.ranges),
                    dependents: ranges(piece, &dependents, at, first),
                };
                let lit = lit
                    .and_then(|lit| lit.checked_sub(first))
                    .and_then(|lit| piece.ranges.get(lit));
                let found = painter.found_in(&piece.text);
                let style = (&wrapped.paragraph.role, focused, found.as_slice());
                for (at_row, row) in piece.rows.iter().enumerate().skip(skip) {
                    if left.height == 0 {
                        return;
                    }
                    if with_signs {
                        signs.draw(painter, left, row);
                    }
                    if label > 0 && nth == 0 {
                        let role = &wrapped.paragraph.role;
                        let last = at_row + 1 == piece.rows.len();
                        let words = paragraph_label(editor, role, label - 3, (at_row, last));
                        painter.write(left.x + 2, left.y, label - 2, &words, StyleRole::Dim);
                    }
                    let row_area = Area { y: left.y, ..text };
                    line(painter, (left.x, row_area), &piece.text, row, lit, style);
                    shows_sentences(painter, row_area, piece, row, (at, first));
                    left = left.below(1);
                }
                skip = 0;
            }
            // The blank row behind a paragraph may itself be the first to be skipped.
            if skip == 0 {
                left = left.below(1);
            } else {
                skip -= 1;
            }
        }
    }

    /// Wraps what is new or changed, and forgets what is gone.
    fn wrap(&mut self, editor: &DraftEditor, width: usize) {
        if self.width != width {
            self.paragraphs.clear();
            self.pieces.clear();
            self.width = width;
        }
        self.frame += 1;
        let (frame, pieces) = (self.frame, &mut self.pieces);
        let mut changed = false;
        for paragraph in &editor.document().paragraphs {
            let wrapped = self
                .paragraphs
                .entry(address(paragraph))
                .or_insert_with(|| {
                    changed = true;
                    wrapped(paragraph, width, pieces)
                });
            wrapped.used = frame;
        }
        if !changed && self.paragraphs.len() == editor.document().paragraphs.len() {
            return;
        }
        self.paragraphs.retain(|_, wrapped| wrapped.used == frame);
        for key in self.paragraphs.values().flat_map(|wrapped| &wrapped.pieces) {
            if let Some(piece) = self.pieces.get_mut(key) {
                piece.used = frame;
            }
        }
        self.pieces.retain(|_, piece| piece.used == frame);
    }

    /// Returns how many rows the page has.
    fn rows_of_page(&self, editor: &DraftEditor) -> usize {
        let rows = |paragraph: &Arc<Paragraph>| {
            let wrapped = self.paragraphs.get(&address(paragraph));
            wrapped.map_or(0, |wrapped| wrapped.rows + 1)
        };
        let all: usize = editor.document().paragraphs.iter().map(rows).sum();
        all.saturating_sub(1)
    }

    /// Scrolls as little as it takes to have the lit sentence in sight.
    fn scroll(
        &mut self,
        total: usize,
        editor: &DraftEditor,
        lit: Option<(usize, usize)>,
        height: usize,
    ) {
        let wanted = lit.and_then(|lit| self.rows_in_page(editor, lit));
        if let Some((first, last)) = wanted {
            if first < self.top {
                self.top = first.saturating_sub(height / 4);
            } else if last >= self.top + height {
                self.top = (last + 1 + height / 4).saturating_sub(height).min(first);
            }
        }
        self.top = self.top.min(total.saturating_sub(height.min(total)));
    }

    /// Returns the first and the last row of a sentence in the page.
    fn rows_in_page(
        &self,
        editor: &DraftEditor,
        (at, nth): (usize, usize),
    ) -> Option<(usize, usize)> {
        let paragraphs = &editor.document().paragraphs;
        let wrapped = |paragraph: &Arc<Paragraph>| self.paragraphs.get(&address(paragraph));
        let before = paragraphs.iter().take(at).filter_map(wrapped);
        let before: usize = before.map(|wrapped| wrapped.rows + 1).sum();
        let (first, last) = self.rows_of(wrapped(paragraphs.get(at)?)?, nth)?;
        Some((before + first, before + last))
    }

    /// Returns the first and the last row of a sentence in its paragraph.
    fn rows_of(&self, wrapped: &WrappedParagraph, nth: usize) -> Option<(usize, usize)> {
        let rows = |key: &u64| self.pieces.get(key).map_or(0, |piece| piece.rows.len());
        let before: usize = wrapped.pieces.iter().take(nth / PIECE).map(rows).sum();
        let piece = self.pieces.get(wrapped.pieces.get(nth / PIECE)?)?;
        let range = piece.ranges.get(nth % PIECE)?;
        let last = piece.rows.len().saturating_sub(1);
        let row_at = |place: usize| piece.rows.partition_point(|row| row.end <= place).min(last);
        Some((
            before + row_at(range.start),
            before + row_at(range.end.saturating_sub(1)),
        ))
    }

    /// Returns words and minutes aloud, counted when a piece is wrapped; the title is not read.
    fn measures(&self, pace: usize) -> String {
        let words: usize = self.paragraphs.values().map(|wrapped| wrapped.words).sum();
        let aloud = minutes_aloud(words, pace);
        format!("{} · {aloud} aloud", counted(words, "word"))
    }
}

fn line(
    painter: &mut Painter<'_>,
    (margin, area): (u16, Area),
    text: &str,
    row: &Range<usize>,
    lit: Option<&Range<usize>>,
    (role, focused, found): (&ParagraphRole, bool, &[Range<usize>]),
) {
    let role = match role {
        ParagraphRole::Title => StyleRole::Title,
        _ => StyleRole::Text,
    };
    let (x, width) = (area.x, area.width);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let lit = lit
        .map(|lit| lit.start.clamp(row.start, row.end)..lit.end.clamp(row.start, row.end))
        .filter(|lit| lit.start < lit.end);
    match lit {
        None => {
            painter.write(x, area.y, width, part(row.clone()).trim_end(), role);
        }
        Some(lit) => {
            if focused {
                painter.choice_begins_at(margin, area.y);
            }
            painter.bar(margin, area.y, focused);
            let mut end = painter.write(x, area.y, width, part(row.start..lit.start), role);
            let room = |end: u16| (x + width).saturating_sub(end);
            let words = match lit.end < row.end {
                true => part(lit.clone()),
                false => part(lit.clone()).trim_end(),
            };
            end = painter.write(end, area.y, room(end), words, StyleRole::Lit);
            painter.write(
                end,
                area.y,
                room(end),
                part(lit.end..row.end).trim_end(),
                role,
            );
        }
    }
    for range in found {
        mark_words(painter, area, text, row, range, StyleRole::Matched);
    }
}
