//! Graphemes: what a reader calls one character, and how many cells it fills.
//!
//! A position that is not on a boundary (or is past the end) is clamped down to one, so that a
//! stale position moves a little instead of panicking. No function here looks at more of the text
//! than the neighbourhood of the position, whatever the length of the text.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

use super::visible;

/// The number of bytes back to which the start of a word is searched. Only a word longer than this is
/// affected, which no one reads.
const WORD_WINDOW: usize = 4096;

/// Counts the cells that `s` fills on one row of the screen, as it is shown: grapheme by grapheme, with each hidden
/// character as its [mark](super::visible()). A newline fills none.
///
/// By grapheme, because that is how a screen is filled: where a font would join two graphemes into a
/// narrower shape (as with Arabic lam and alef), the cells still do not.
///
/// ```
/// use assay::text::width;
///
/// assert_eq!(width("naïve"), 5);
/// assert_eq!(width("nai\u{308}ve"), 5);
/// assert_eq!(width("評価"), 4);
/// assert_eq!(width("👩\u{200D}👩\u{200D}👧"), 2);
/// assert_eq!(width("\u{1b}[1m"), 4); // ␛[1m
/// ```
pub fn width(s: &str) -> usize {
    let (mut at, mut cells) = (0, 0);
    while at < s.len() {
        let (end, grapheme_cells) = step(s, at);
        cells += grapheme_cells;
        at = end;
    }
    cells
}

/// Steps over the grapheme that starts at the boundary `at`. Returns where it ends and the cells it fills.
///
/// The two halves of CR LF are stepped over singly: the wrap needs the LF on its own.
pub(super) fn step(s: &str, at: usize) -> (usize, usize) {
    // Between two plain characters there is always a boundary (CR LF aside): most prose never reaches
    // the tables, and most of it is ASCII.
    if let Some([byte, after, ..]) = s.as_bytes().get(at..)
        && byte.is_ascii()
        && after.is_ascii()
    {
        return (at + 1, usize::from(*byte != b'\n'));
    }
    let mut chars = s.get(at..).unwrap_or_default().chars();
    if let Some(c) = chars.next()
        && is_plain(c)
        && chars.next().is_none_or(is_plain)
    {
        return (at + c.len_utf8(), usize::from(c != '\n'));
    }
    match s.get(at..).and_then(|rest| rest.graphemes(true).next()) {
        Some(grapheme) => (at + grapheme.len(), cells(grapheme)),
        // Not a boundary, which a caller with stale rows may ask for. Always step, so loops end.
        None => (at + 1, 0),
    }
}

/// Returns true where `c` fills one cell (the newline none) and joins no other plain character: ASCII, the Latin
/// letters, the quotes, dashes and dots of ordinary prose, and what frames are drawn with.
pub fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{7F}' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259F}')
}

/// Returns the cells of one grapheme.
fn cells(grapheme: &str) -> usize {
    if grapheme == "\n" {
        return 0;
    }
    let shown = visible::visible(grapheme);
    // Terminals, and what draws to them, give the halfwidth voicing marks a cell of their own.
    let marks = shown
        .chars()
        .filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}'));
    shown.width() + marks.count()
}

/// Returns the grapheme boundary at `at`, or else the nearest before it.
///
/// ```
/// use assay::text::grapheme::floor;
///
/// let s = "e\u{301}!";
/// assert_eq!(floor(s, 1), 0);
/// assert_eq!(floor(s, 3), 3);
/// assert_eq!(floor(s, 99), 4);
/// ```
pub fn floor(s: &str, at: usize) -> usize {
    if at >= s.len() {
        return s.len();
    }
    let at = (0..=at)
        .rev()
        .find(|&at| s.is_char_boundary(at))
        .unwrap_or(0);
    let mut cursor = GraphemeCursor::new(at, s.len(), true);
    // With the whole text as the one chunk the cursor never asks for more: errors cannot happen.
    match cursor.is_boundary(s, 0) {
        Ok(false) => cursor.prev_boundary(s, 0).ok().flatten().unwrap_or(0),
        _ => at,
    }
}

/// Returns the grapheme boundary at `at`, or else the nearest after it.
///
/// ```
/// # use assay::text::grapheme::ceil;
/// assert_eq!(ceil("e\u{301}!", 1), 3);
/// assert_eq!(ceil("e\u{301}!", 3), 3);
/// ```
pub fn ceil(s: &str, at: usize) -> usize {
    let low = floor(s, at);
    if low < at { next(s, low) } else { low }
}

/// Returns the boundary after the grapheme at `at`; the end of the text when there is none.
///
/// ```
/// # use assay::text::grapheme::next;
/// assert_eq!(next("e\u{301}!", 0), 3);
/// assert_eq!(next("e\u{301}!", 4), 4);
/// ```
pub fn next(s: &str, at: usize) -> usize {
    let at = floor(s, at);
    let mut cursor = GraphemeCursor::new(at, s.len(), true);
    cursor.next_boundary(s, 0).ok().flatten().unwrap_or(s.len())
}

/// Returns the boundary before the grapheme that ends at `at`; 0 when there is none.
///
/// ```
/// # use assay::text::grapheme::prev;
/// assert_eq!(prev("e\u{301}!", 4), 3);
/// assert_eq!(prev("e\u{301}!", 3), 0);
/// assert_eq!(prev("e\u{301}!", 0), 0);
/// ```
pub fn prev(s: &str, at: usize) -> usize {
    let at = floor(s, at);
    let mut cursor = GraphemeCursor::new(at, s.len(), true);
    cursor.prev_boundary(s, 0).ok().flatten().unwrap_or(0)
}

/// Returns the start of the next word: past the word at `at`, then past blanks and newlines.
///
/// ```
/// # use assay::text::grapheme::next_word;
/// let s = "Pupils’ work isn't";
/// assert_eq!(next_word(s, 0), 6);                  // before ’
/// assert_eq!(next_word(s, 6), "Pupils’ ".len());   // before “work”
/// assert_eq!(next_word(s, s.len() - 5), s.len());  // “isn't” is one word
/// ```
pub fn next_word(s: &str, at: usize) -> usize {
    let here = word_at(s, at);
    if here.end >= s.len() || is_blank_run(s, &here) {
        return here.end;
    }
    let after = word_at(s, here.end);
    if is_blank_run(s, &after) {
        after.end
    } else {
        here.end
    }
}

/// Returns the start of the word before `at`: back over blanks and newlines, then to where the word begins.
///
/// ```
/// # use assay::text::grapheme::prev_word;
/// assert_eq!(prev_word("Good teaching  ", 15), 5);
/// assert_eq!(prev_word("Good teaching  ", 7), 5);
/// assert_eq!(prev_word("Good", 0), 0);
/// ```
pub fn prev_word(s: &str, at: usize) -> usize {
    let at = floor(s, at);
    if at == 0 {
        return 0;
    }
    let before = word_at(s, prev(s, at));
    if before.start > 0 && is_blank_run(s, &before) {
        word_at(s, prev(s, before.start)).start
    } else {
        before.start
    }
}

/// Returns the end of the word at `at`, or of the next one, over all that is no word.
///
/// ```
/// # use assay::text::grapheme::next_word_end;
/// assert_eq!(next_word_end("so, they say", 2), "so, they".len());
/// assert_eq!(next_word_end("so...", 2), 5);
/// ```
pub fn next_word_end(s: &str, at: usize) -> usize {
    let mut at = floor(s, at);
    while at < s.len() {
        let run = word_at(s, at);
        at = run.end;
        if is_word_run(s, &run) {
            break;
        }
    }
    at
}

/// Returns the start of the word before `at`, over all that is no word.
///
/// ```
/// # use assay::text::grapheme::prev_word_start;
/// assert_eq!(prev_word_start("they say...", 11), 5);
/// assert_eq!(prev_word_start("...", 3), 0);
/// ```
pub fn prev_word_start(s: &str, at: usize) -> usize {
    let mut at = floor(s, at);
    while at > 0 {
        let run = word_at(s, prev(s, at));
        at = run.start;
        if is_word_run(s, &run) {
            break;
        }
    }
    at
}

/// Returns the run that the grapheme at `at` belongs to: a word, a run of punctuation, or a run of blanks.
/// At the end of the text, the run that ends there.
///
/// ```
/// # use assay::text::grapheme::word_at;
/// let s = "can’t wait...  yes";
/// assert_eq!(&s[word_at(s, 2)], "can’t");
/// assert_eq!(&s[word_at(s, "can’t wait.".len())], "...");
/// assert_eq!(&s[word_at(s, s.len())], "yes");
/// ```
pub fn word_at(s: &str, at: usize) -> Range<usize> {
    let mut at = floor(s, at);
    if at == s.len() {
        at = prev(s, at);
    }
    let from = word_sync(s, at);
    let mut run = from..from;
    let mut kind = None;
    for word in s.get(from..).unwrap_or_default().split_word_bounds() {
        let this = CharKind::of(word);
        // Blanks and punctuation run together; two words that touch (as ideographs do) stay two.
        if kind == Some(this) && this != CharKind::Word {
            run.end += word.len();
            continue;
        }
        if run.end > at {
            break;
        }
        run = run.end..run.end + word.len();
        kind = Some(this);
    }
    // In a few scripts a word boundary may fall inside a grapheme; a cursor may not.
    floor(s, run.start)..ceil(s, run.end)
}

/// Returns a place at or before `at` where a word surely starts, so that the words from there on are those
/// of the whole text: an ASCII character after a blank, the start of the text, or (for a run of
/// unseemly length) the edge of the window.
fn word_sync(s: &str, at: usize) -> usize {
    let bytes = s.as_bytes();
    let edge = at.saturating_sub(WORD_WINDOW);
    (edge + 1..=at)
        .rev()
        .find(|&place| {
            matches!(bytes.get(place - 1), Some(b' ' | b'\n'))
                && bytes.get(place).is_some_and(u8::is_ascii_graphic)
        })
        .unwrap_or_else(|| floor(s, edge))
}

/// The kind of a run of text for movement by words.
#[derive(Clone, Copy, PartialEq)]
enum CharKind {
    Word,
    Blank,
    Other,
}

impl CharKind {
    fn of(run: &str) -> CharKind {
        if run.chars().all(char::is_whitespace) {
            CharKind::Blank
        } else if run.chars().any(|c| c.is_alphanumeric() || c == '_') {
            CharKind::Word
        } else {
            CharKind::Other
        }
    }
}

fn is_word_run(s: &str, run: &Range<usize>) -> bool {
    s.get(run.clone())
        .is_some_and(|run| CharKind::of(run) == CharKind::Word)
}

fn is_blank_run(s: &str, run: &Range<usize>) -> bool {
    s.get(run.clone())
        .is_some_and(|run| CharKind::of(run) == CharKind::Blank)
}

/// Cuts `s` to fit `cells`, with “…” where it was cut. A grapheme is never split, and no blank is left
/// before the “…”.
///
/// ```
/// use assay::text::truncate;
///
/// assert_eq!(truncate("Quality of education", 20), "Quality of education");
/// assert_eq!(truncate("Quality of education", 12), "Quality of…");
/// assert_eq!(truncate("評価する", 4), "評…");
/// assert_eq!(truncate("Leadership", 0), "");
/// ```
pub fn truncate(s: &str, cells: usize) -> Cow<'_, str> {
    let (mut at, mut used, mut fits) = (0, 0, 0);
    while at < s.len() {
        let (end, grapheme_cells) = step(s, at);
        used += grapheme_cells;
        if used > cells {
            if cells == 0 {
                return Cow::Borrowed("");
            }
            let kept = s.get(..floor(s, fits)).unwrap_or_default().trim_end();
            return Cow::Owned(format!("{kept}…"));
        }
        at = end;
        // The “…” needs the last cell.
        if used < cells {
            fits = at;
        }
    }
    Cow::Borrowed(s)
}

/// Cuts `s` to fit `cells`, with “…” in its middle: what differs only at the end can be told apart.
///
/// ```
/// use assay::text::truncate_middle;
///
/// assert_eq!(truncate_middle("Inspector of Constabulary", 15), "Inspect…abulary");
/// assert_eq!(truncate_middle("Inspector", 15), "Inspector");
/// ```
pub fn truncate_middle(s: &str, cells: usize) -> Cow<'_, str> {
    if width(s) <= cells {
        return Cow::Borrowed(s);
    }
    let begins = truncate(s, cells - cells / 2);
    let (mut at, mut left) = (0, width(s));
    while at < s.len() && left > cells / 2 {
        let (end, grapheme_cells) = step(s, at);
        (at, left) = (end, left - grapheme_cells.min(left));
    }
    let ends = s.get(at..).unwrap_or_default();
    Cow::Owned(format!("{begins}{}", ends.trim_start()))
}

/// The cells of a quotation that are kept, so that what it is of can be known.
const QUOTED: usize = 16;

/// Cuts `s` to fit `cells` inside its longest quotation in “ ”, so that what is said of it stays; where little of the
/// quotation would be left, at its end too.
///
/// ```
/// use assay::text::shorten_quotation;
///
/// let told = "finding “The force records crime well” is not graded";
/// assert_eq!(shorten_quotation(told, 42), "finding “The force records…” is not graded");
/// assert_eq!(shorten_quotation(told, 32), "finding “The force recor…” is n…");
/// ```
pub fn shorten_quotation(s: &str, cells: usize) -> Cow<'_, str> {
    let over = width(s).saturating_sub(cells);
    let quoted = s.split('“').skip(1).filter_map(|it| it.split_once('”'));
    let longest = quoted.map(|(words, _)| words).max_by_key(|it| width(it));
    match longest {
        Some(words) if over > 0 && width(words) > QUOTED => {
            let kept = width(words).saturating_sub(over).max(QUOTED);
            let fits = truncate(words.trim_end_matches('…'), kept);
            Cow::Owned(truncate(&s.replacen(words, &fits, 1), cells).into_owned())
        }
        _ => truncate(s, cells),
    }
}

#[cfg(test)]
mod tests;
