//! Soft wrap: a text as the rows it fills, for drawing and for moving up and down alike.
//!
//! The rows of a text *tile* it: every byte but the newlines is in just one row, in order. So each
//! position has a row, nothing is drawn twice, and a blank swallowed at a break can still be reached.
//!
//! A row may be wider than asked in two cases only: the blanks at its end hang over the edge (a
//! space never opens a row of its own), or a single grapheme is wider than the whole width.
//!
//! The wrap is first-fit, written here and not taken from `textwrap`: rows must keep their blanks
//! and break at graphemes, and an editor wraps at each key.

use std::ops::Range;

use super::grapheme::{floor, is_plain, prev, step, width};

/// One row of a wrapped text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the text that stand on this row, with the blanks swallowed at the break and
    /// without the newline.
    pub range: Range<usize>,
    /// Cells that the range fills, blanks at the end counted.
    pub width: usize,
}

impl Row {
    /// Returns true where a hard line ends with this row: no soft break follows.
    pub fn ends_line(&self, text: &str) -> bool {
        matches!(text.as_bytes().get(self.range.end), None | Some(b'\n'))
    }

    /// Returns the last position of a cursor on this row. At a soft break that is before the last grapheme
    /// (mostly the swallowed blank), since the break itself belongs to the row below.
    ///
    /// ```
    /// let text = "hello world";
    /// let rows = assay::text::rows(text, 6);
    /// assert_eq!(rows[0].last(text), 5);
    /// assert_eq!(rows[1].last(text), 11);
    /// ```
    pub fn last(&self, text: &str) -> usize {
        if self.ends_line(text) {
            // Clamped, because the row of a CR LF line ends between the two.
            floor(text, self.range.end)
        } else {
            prev(text, self.range.end)
        }
    }
}

/// Wraps `text` into rows of at most `width` cells, broken at newlines and between words; a word longer than
/// a row is broken between graphemes. There is always at least one row, and a text that ends with a
/// newline has an empty last one.
///
/// A cursor behind a full last row stands in column `width`: wrap one cell short of the box to keep
/// room for it.
///
/// ```
/// use assay::text::rows;
///
/// let text = "Most pupils achieve well.\nSome do not.\n";
/// let shown: Vec<&str> = rows(text, 12).iter().map(|row| &text[row.range.clone()]).collect();
/// assert_eq!(shown, ["Most pupils ", "achieve ", "well.", "Some do not.", ""]);
/// ```
pub fn rows(text: &str, width: usize) -> Vec<Row> {
    let limit = width.max(1);
    let mut wrap = Wrap {
        rows: Vec::with_capacity(text.len() / limit + 1),
        start: 0,
        width: 0,
        word: None,
    };
    let mut after_blank = false;
    let mut at = 0;
    while at < text.len() {
        if text.as_bytes().get(at) == Some(&b'\n') {
            wrap.push(at, wrap.width);
            at += 1;
            wrap.start = at;
            after_blank = false;
            continue;
        }
        let run = plain_run(text, at, limit);
        let (end, cells) = if run > 0 {
            (at + run, run)
        } else {
            step(text, at)
        };
        if is_blank(text, at, end) {
            after_blank = true;
            wrap.width += cells;
            at = end;
            continue;
        }
        if after_blank {
            wrap.word = Some((at, wrap.width));
            after_blank = false;
        }
        if run > 0 {
            // Of a run that is too long for a row, the rest comes round again.
            let fits = wrap.make_room_for_run(at, run, limit);
            wrap.width += fits;
            at += fits;
        } else {
            wrap.make_room(at, cells, limit);
            wrap.width += cells;
            at = end;
        }
    }
    wrap.push(text.len(), wrap.width);
    wrap.rows
}

/// The row being filled.
struct Wrap {
    rows: Vec<Row>,
    start: usize,
    width: usize,
    /// The byte at which the last word on the row begins, and the cells before it. `None` while the row is one
    /// word, which has no better break than between graphemes.
    word: Option<(usize, usize)>,
}

impl Wrap {
    /// Ends rows until a grapheme of `cells` at `at` fits. It may take two: one to take the word to
    /// a row of its own, one to break that word.
    fn make_room(&mut self, at: usize, cells: usize, limit: usize) {
        while self.width + cells > limit && at > self.start {
            let (end, width) = self.word.unwrap_or((at, self.width));
            self.push(end, width);
        }
    }

    /// Does the same for a run of one-cell graphemes, and returns how many of them fit on the row.
    fn make_room_for_run(&mut self, at: usize, run: usize, limit: usize) -> usize {
        if self.width + run > limit
            && let Some((end, width)) = self.word
        {
            self.push(end, width);
        }
        if self.width >= limit && at > self.start {
            self.push(at, self.width);
        }
        run.min(limit.saturating_sub(self.width)).max(1)
    }

    /// Ends the row at `end`, which is `width` cells into it; what lies beyond opens the next row.
    fn push(&mut self, end: usize, width: usize) {
        self.rows.push(Row {
            range: self.start..end,
            width,
        });
        self.start = end;
        self.width -= width;
        self.word = None;
    }
}

/// Counts the one-byte, one-cell graphemes that are no blanks from `at` on, up to `limit`. This is
/// where the speed comes from: a word is one step.
fn plain_run(text: &str, at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let run = bytes
        .iter()
        .take(limit)
        .take_while(|byte| byte.is_ascii_graphic())
        .count();
    match bytes.get(run) {
        // What follows may join the last of them.
        Some(byte) if !byte.is_ascii() => {
            let next = text.get(at + run..).and_then(|rest| rest.chars().next());
            if next.is_some_and(is_plain) {
                run
            } else {
                run.saturating_sub(1)
            }
        }
        _ => run,
    }
}

/// Returns true where the grapheme is a blank at which a row may break: the spaces, but not those whose purpose
/// is to hold two words together.
fn is_blank(text: &str, at: usize, end: usize) -> bool {
    match text.as_bytes().get(at) {
        // A blank that carries a mark (end beyond the byte) is a letter of sorts.
        Some(b' ' | b'\t') => end == at + 1,
        // No other ASCII; and all the blanks below have three bytes, which begin with one of these.
        Some(0xE1..=0xE3) => matches!(
            text.get(at..end),
            Some(
                "\u{1680}"
                    | "\u{2000}"
                    | "\u{2001}"
                    | "\u{2002}"
                    | "\u{2003}"
                    | "\u{2004}"
                    | "\u{2005}"
                    | "\u{2006}"
                    | "\u{2008}"
                    | "\u{2009}"
                    | "\u{200A}"
                    | "\u{205F}"
                    | "\u{3000}"
            )
        ),
        _ => false,
    }
}

/// Returns the index of the row on which a cursor at `at` stands. A soft break belongs to the row that
/// starts there.
///
/// ```
/// # use assay::text::{rows, row_of};
/// let rows = rows("hello world", 6);
/// assert_eq!(row_of(&rows, 5), 0);
/// assert_eq!(row_of(&rows, 6), 1);
/// assert_eq!(row_of(&rows, 11), 1);
/// ```
pub fn row_of(rows: &[Row], at: usize) -> usize {
    rows.partition_point(|row| row.range.start <= at)
        .saturating_sub(1)
}

/// Returns the column, in cells, of a cursor at `at` on its row.
///
/// ```
/// # use assay::text::{rows, column_of};
/// let text = "評価 is hard";
/// assert_eq!(column_of(text, &rows(text, 20), "評価".len()), 4);
/// ```
pub fn column_of(text: &str, rows: &[Row], at: usize) -> usize {
    let at = floor(text, at);
    rows.get(row_of(rows, at))
        .and_then(|row| text.get(row.range.start..at))
        .map_or(0, width)
}

/// Returns the position on `row` nearest to `column`: within the row, never at the soft break that ends it.
///
/// ```
/// # use assay::text::{rows, at_column};
/// let text = "hello world";
/// let rows = rows(text, 6);
/// assert_eq!(at_column(text, &rows[1], 2), 8);
/// assert_eq!(at_column(text, &rows[0], 40), 5);
/// assert_eq!(at_column(text, &rows[1], 40), 11);
/// ```
pub fn at_column(text: &str, row: &Row, column: usize) -> usize {
    let last = row.last(text);
    let (mut at, mut left) = (row.range.start, 0);
    while at < last && left < column {
        let (end, cells) = step(text, at);
        let right = left + cells;
        if right > column && column - left <= right - column {
            break;
        }
        at = end;
        left = right;
    }
    floor(text, at.min(last))
}

#[cfg(test)]
mod tests;
