//! A cursor in an editable text.
//!
//! The text belongs to someone else – an undo history, a journal – so nothing here changes it.
//! [`Cursor::insert`] and [`Cursor::erase`] return the [`Splice`] to be made and put the cursor where
//! it will be *after* it; the owner applies the splice before it asks for anything more.
//!
//! What is erased is never a matter of how wide the window is: a stretch of the line goes, a paragraph of the text. Rows,
//! into which a line is wrapped, are for moving alone.

use std::ops::Range;

use super::grapheme::{
    ceil, floor, next, next_word, next_word_end, prev, prev_word, prev_word_start,
};
use super::sentence::{sentence_end, sentence_start};
use super::splice::Splice;
use super::wrap::{Row, at_column, column_of, row_of};

/// A place in a text, and perhaps a selection that reaches there from an anchor.
///
/// ```
/// use assay::text::{Cursor, Erase, Motion, rows};
///
/// let text = "Attendance is low";
/// let rows = rows(text, 40);
/// let mut cursor = Cursor::at_end(text);
/// cursor.go(text, &rows, Motion::WordLeft, true);
/// assert_eq!(cursor.selected(text), "low");
///
/// // An erasure takes the selection when there is one, whatever it was to erase.
/// let splice = cursor.erase(text, Erase::Back).unwrap();
/// assert_eq!((splice.at, splice.removed.as_str()), (14, "low"));
/// assert_eq!(cursor.at(), 14);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cursor {
    at: usize,
    /// The end of the selection that does not move.
    anchor: Option<usize>,
    /// The column that movement up and down is to keep, through rows too short to hold it.
    goal: Option<usize>,
    /// True where the selection goes on with every motion, until something is done with it.
    held: bool,
    /// The selection where the cursor is at none of its ends, or on its last character.
    marked: Option<Range<usize>>,
}

/// A way to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// To the start of this word, or of the one before.
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// To the start of this word, or of the one before, over all that is no word.
    WordStart,
    /// To the end of this word, or of the next, over all that is no word.
    WordEnd,
    /// To the start of this sentence, or of the one before.
    SentenceStart,
    /// To the end of this sentence, or of the next.
    SentenceEnd,
    /// To the start of the row; from there to the start of the line.
    RowStart,
    /// To the last place on the row; from there to the end of the line.
    RowEnd,
    /// To the start of the line, however many rows it fills.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// This many rows up, or to the first.
    PageUp(usize),
    /// This many rows down, or to the last.
    PageDown(usize),
    /// To the start of the text.
    Start,
    /// To the end of the text.
    End,
}

impl Motion {
    /// Returns true where it depends on how the text is wrapped.
    pub fn goes_by_rows(self) -> bool {
        matches!(
            self,
            Self::RowStart
                | Self::RowEnd
                | Self::Up
                | Self::Down
                | Self::PageUp(_)
                | Self::PageDown(_)
        )
    }
}

/// A stretch to erase, as seen from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Erase {
    /// The grapheme before.
    Back,
    /// The grapheme after.
    Forward,
    /// Back to the start of this word, or of the one before.
    WordBack,
    /// On to the start of the next word.
    WordForward,
    /// Back to the start of this word, or of the one before, over all that is no word.
    ToWordStart,
    /// On to the end of this word, or of the next, over all that is no word.
    ToWordEnd,
    /// Back over blanks, and then to the blank before.
    ToBlank,
    /// Back to the start of the line, however many rows it fills.
    ToLineStart,
    /// The rest of the line.
    ToLineEnd,
}

impl Cursor {
    /// Returns a cursor behind the last character of `text`.
    pub fn at_end(text: &str) -> Cursor {
        Cursor {
            at: text.len(),
            ..Cursor::default()
        }
    }

    /// Returns the position, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts the cursor at `at`, clamped to a grapheme boundary, with nothing selected.
    pub fn set(&mut self, text: &str, at: usize) {
        *self = Cursor {
            at: floor(text, at),
            ..Cursor::default()
        };
    }

    /// Returns the selected range; `None` when it is empty.
    pub fn selection(&self) -> Option<Range<usize>> {
        if let Some(marked) = &self.marked {
            return Some(marked.clone()).filter(|marked| !marked.is_empty());
        }
        let anchor = self.anchor.filter(|&anchor| anchor != self.at)?;
        Some(anchor.min(self.at)..anchor.max(self.at))
    }

    /// Returns the selected text; empty when there is none.
    pub fn selected<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.selected_in(text)).unwrap_or_default()
    }

    /// Selects the whole text; the cursor goes to its end.
    pub fn select_all(&mut self, text: &str) {
        self.select(text, 0..text.len());
    }

    /// Selects `range`, widened to whole graphemes; the cursor goes to its end.
    pub fn select(&mut self, text: &str, range: Range<usize>) {
        *self = Cursor {
            at: ceil(text, range.end.max(range.start)),
            anchor: Some(floor(text, range.start)),
            ..Cursor::default()
        };
    }

    /// Selects from here on wherever the cursor goes, until something is done with the selection.
    pub fn hold(&mut self) {
        self.anchor = Some(self.at);
        self.held = true;
    }

    /// Returns true where the selection goes on with every motion.
    pub fn is_held(&self) -> bool {
        self.held
    }

    /// Selects `range`, wherever the cursor is.
    pub fn mark(&mut self, text: &str, range: Range<usize>, at: usize) {
        *self = Cursor {
            at: floor(text, at),
            marked: Some(floor(text, range.start)..ceil(text, range.end)),
            ..Cursor::default()
        };
    }

    /// Selects from where the cursor was set up to `at`, and goes there.
    pub fn reach(&mut self, text: &str, from: usize, at: usize) {
        self.set(text, at);
        self.anchor = Some(floor(text, from));
    }

    /// Drops the selection; the cursor stays.
    pub fn clear_selection(&mut self) {
        self.marked = None;
        self.anchor = None;
        self.held = false;
    }

    /// Moves the cursor. With `extend` the selection grows or shrinks with it; without, it goes, and
    /// from a selection a plain [`Left`](Motion::Left) or [`Right`](Motion::Right) goes to its edge.
    ///
    /// Returns whether the position or the selection is now another: at the edge of the text `false`
    /// lets a form hand the key to the next field.
    ///
    /// ```
    /// use assay::text::{Cursor, Motion, rows};
    ///
    /// let text = "first\n\nthird";
    /// let rows = rows(text, 40);
    /// let mut cursor = Cursor::default();
    /// cursor.set(text, 4);
    /// cursor.go(text, &rows, Motion::Down, false);
    /// assert_eq!(cursor.at(), 6); // the empty row
    /// cursor.go(text, &rows, Motion::Down, false);
    /// assert_eq!(cursor.at(), 11); // the column is kept
    /// assert!(!cursor.go(text, &rows, Motion::Down, false));
    /// ```
    pub fn go(&mut self, text: &str, rows: &[Row], motion: Motion, extend: bool) -> bool {
        let before = (self.at, self.selection());
        let extend = extend || self.held;
        // From within a selection one goes on from where one is.
        self.marked = None;
        let selected = self.selection().is_some() && !extend;
        let range = self.selected_in(text);
        let here = floor(text, self.at);
        // Stale rows can hold places that are none in this text.
        let there = floor(
            text,
            match motion {
                Motion::Left if selected => range.start,
                Motion::Right if selected => range.end,
                Motion::Left => prev(text, here),
                Motion::Right => next(text, here),
                Motion::WordLeft => prev_word(text, here),
                Motion::WordRight => next_word(text, here),
                Motion::WordStart => prev_word_start(text, here),
                Motion::WordEnd => next_word_end(text, here),
                Motion::SentenceStart => sentence_start(text, here),
                Motion::SentenceEnd => sentence_end(text, here),
                // From an end of the row, on to that of the line.
                Motion::RowStart => match row(rows, here).map_or(0, |row| row.range.start) {
                    start if start == here => line_start(text, here),
                    start => start,
                },
                Motion::RowEnd => match row(rows, here).map_or(text.len(), |row| row.last(text)) {
                    end if end == here => line_end(text, here),
                    end => end,
                },
                Motion::LineStart => line_start(text, here),
                Motion::LineEnd => line_end(text, here),
                Motion::Up => self.over_rows(text, rows, -1),
                Motion::Down => self.over_rows(text, rows, 1),
                Motion::PageUp(count) => self.over_rows(text, rows, -row_count(count)),
                Motion::PageDown(count) => self.over_rows(text, rows, row_count(count)),
                Motion::Start => 0,
                Motion::End => text.len(),
            },
        );
        if !matches!(
            motion,
            Motion::Up | Motion::Down | Motion::PageUp(_) | Motion::PageDown(_)
        ) {
            self.goal = None;
        }
        self.anchor = if extend {
            self.anchor.map(|anchor| floor(text, anchor)).or(Some(here))
        } else {
            None
        };
        self.at = there;
        before != (self.at, self.selection())
    }

    /// Puts `what` in place of the selection, or at the cursor. The cursor moves behind it; should
    /// `what` end in the middle of a grapheme of the new text, behind that grapheme.
    ///
    /// `None` when that changes nothing.
    pub fn insert(&mut self, text: &str, what: &str) -> Option<Splice> {
        let range = self.selected_in(text);
        self.replace(text, range, what)
    }

    /// Erases the selection, or else what `what` says. `None` when there is nothing to erase.
    pub fn erase(&mut self, text: &str, what: Erase) -> Option<Splice> {
        let at = floor(text, self.at);
        let selected = self.selected_in(text);
        let range = if selected.is_empty() {
            match what {
                Erase::Back => prev(text, at)..at,
                Erase::Forward => at..next(text, at),
                Erase::WordBack => prev_word(text, at)..at,
                Erase::WordForward => at..next_word(text, at),
                Erase::ToWordStart => prev_word_start(text, at)..at,
                Erase::ToWordEnd => at..next_word_end(text, at),
                Erase::ToBlank => blank_before(text, at)..at,
                Erase::ToLineStart => line_start(text, at)..at,
                Erase::ToLineEnd => at..line_end(text, at),
            }
        } else {
            selected
        };
        self.replace(text, range, "")
    }

    /// Puts the cursor behind a splice that someone else has made (undo, redo): `new_text` is the
    /// text with the splice in it. Nothing stays selected.
    pub fn after(&mut self, new_text: &str, splice: &Splice) {
        let end = splice.at.saturating_add(splice.inserted.len());
        *self = Cursor {
            at: ceil(new_text, end),
            ..Cursor::default()
        };
    }

    /// Returns the selection as it can be in `text`; where there is none, an empty range at the cursor.
    fn selected_in(&self, text: &str) -> Range<usize> {
        let range = self.selection().unwrap_or(self.at..self.at);
        floor(text, range.start)..floor(text, range.end)
    }

    /// Returns the splice that puts `what` in place of `range`, and moves the cursor behind it.
    fn replace(&mut self, text: &str, range: Range<usize>, what: &str) -> Option<Splice> {
        let removed = text.get(range.clone()).unwrap_or_default();
        let splice = Splice {
            at: range.start,
            removed: removed.to_owned(),
            inserted: what.to_owned(),
        };
        // What is put in may join what stands on either side (a combining mark, half of a flag), and
        // so may the two sides of a gap. Only the new text tells where its graphemes end.
        let mut new_text = text.to_owned();
        splice.apply(&mut new_text).ok()?;
        self.after(&new_text, &splice);
        (splice.removed != splice.inserted).then_some(splice)
    }

    /// Returns the place `count` rows down (up when negative), in the column that is being kept.
    fn over_rows(&mut self, text: &str, rows: &[Row], count: isize) -> usize {
        let here = floor(text, self.at);
        let index = row_of(rows, here);
        let last = rows.len().saturating_sub(1);
        let target = index.saturating_add_signed(count).min(last);
        if target == index {
            return here;
        }
        let goal = *self.goal.get_or_insert_with(|| column_of(text, rows, here));
        rows.get(target)
            .map_or(here, |row| at_column(text, row, goal))
    }
}

fn row(rows: &[Row], at: usize) -> Option<&Row> {
    rows.get(row_of(rows, at))
}

/// Returns the rows of a page: one at least, so that the key does something in the smallest window.
fn row_count(count: usize) -> isize {
    isize::try_from(count.max(1)).unwrap_or(isize::MAX)
}

/// Returns where the stretch without blanks begins that ends at a place, with the blanks behind it.
fn blank_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let blank = before
        .char_indices()
        .rfind(|(_, sign)| sign.is_whitespace());
    floor(text, blank.map_or(0, |(at, sign)| at + sign.len_utf8()))
}

/// Returns where the line begins that a place stands on.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).and_then(|before| before.rfind('\n'));
    before.map_or(0, |newline| newline + 1)
}

/// Returns where the line ends that a place stands on: before its newline.
fn line_end(text: &str, at: usize) -> usize {
    let more = text.get(at..).and_then(|after| after.find('\n'));
    floor(text, more.map_or(text.len(), |more| at + more))
}

#[cfg(test)]
mod tests;
