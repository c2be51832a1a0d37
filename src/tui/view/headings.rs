//! The left pane: every page with its state, and how far the draft has come.

use std::ops::Range;

use super::bars::title;
use super::paint::{Painter, cells};
use super::prose::mark_words;
use super::tone::role_of;
use crate::app::layout::{Area, Pane};
use crate::app::shown::{self, WordTone};
use crate::app::{DraftEditor, Page, PageTally, PointerTarget};
use crate::assessment::Direction;
use crate::config::StyleRole;
use crate::text;

pub(super) fn draw(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    let focused = editor.pane == Pane::Headings;
    title(painter, area, "Headings", "", focused);
    let content = area.content();
    let pages = editor.pages();
    let at = pages
        .iter()
        .position(|page| *page == editor.page)
        .unwrap_or(0);
    let room = usize::from(content.height).max(1);
    // Where there is room, names have the rows that they need, and a blank row parts the headings from what stands before
    // and behind them.
    let lines: Vec<PageLine> = pages
        .iter()
        .map(|page| PageLine::new(editor, *page))
        .collect();
    let rows = |line: &PageLine| line.name_rows(editor, content.width);
    let wanted: usize = lines.iter().map(rows).sum();
    let whole = wanted + 4 <= room;
    let many = if whole { wanted } else { pages.len() };
    let skipped = match whole {
        true => 0,
        false => at.saturating_sub(room.saturating_sub(1)),
    };
    let mut left = content;
    let airy = room > many + 6;
    let is_heading = |page: &Page| matches!(page, Page::Pillar(_) | Page::Heading(_));
    let mut before = None;
    for (nth, (of_page, tally)) in lines.iter().zip(editor.tallies()).enumerate().skip(skipped) {
        let page = &of_page.page;
        if left.height == 0 {
            return;
        }
        let parted = before.is_some_and(|before: &Page| is_heading(before) != is_heading(page));
        if airy && parted {
            left = left.below(1);
        }
        before = Some(page);
        let height = match whole {
            true => u16::try_from(rows(of_page)).unwrap_or(1).max(1),
            false => 1,
        };
        let area = left.top(height.min(left.height));
        painter.shows(area, PointerTarget::Page(nth));
        line(painter, area, editor, of_page, tally);
        left = left.below(height);
    }
    progress(painter, left.below(1), editor);
}

/// A page with what is said of its state.
struct PageLine {
    page: Page,
    state: &'static str,
    tone: WordTone,
}

impl PageLine {
    fn new(editor: &DraftEditor, page: Page) -> Self {
        let (state, tone) = shown::state_of(editor, page).short();
        Self { page, state, tone }
    }

    /// Returns the columns for the name, beside the state or above it.
    fn name_width(&self, editor: &DraftEditor, width: u16, state_below: bool) -> u16 {
        let direction = if editor.predecessor.earlier().is_some() {
            2
        } else {
            0
        };
        let taken = match state_below {
            true => 0,
            false => cells(self.state) + u16::from(!self.state.is_empty()),
        };
        width.saturating_sub(direction + taken + 2)
    }

    /// Returns true where a word of the name has no room beside the state, which has a row of its own then: names break at
    /// blanks.
    fn state_below(&self, editor: &DraftEditor, width: u16) -> bool {
        let beside = self.name_width(editor, width, false);
        let words = editor.page_title(self.page).split(' ');
        words.map(cells).max() > Some(beside)
    }

    fn name_rows(&self, editor: &DraftEditor, width: u16) -> usize {
        let below = self.state_below(editor, width);
        let width = self.name_width(editor, width, below);
        let name = editor.page_title(self.page);
        text::rows(name, usize::from(width.max(1))).len() + usize::from(below)
    }
}

fn line(
    painter: &mut Painter<'_>,
    area: Area,
    editor: &DraftEditor,
    of_page: &PageLine,
    tally: &PageTally,
) {
    let page = of_page.page;
    let chosen = editor.page == page;
    let away = editor.pane != Pane::Headings;
    let role = match (chosen, away) {
        (true, false) => StyleRole::Selected,
        (true, true) => StyleRole::SelectedAway,
        (false, _) => StyleRole::Text,
    };
    if chosen {
        let style = painter.style(role);
        painter.tint(area, style);
    }
    let (state, tone) = (of_page.state, of_page.tone);
    let state_role = role_of(tone);
    let mut right = area;
    if editor.predecessor.earlier().is_some() {
        right.width = right.width.saturating_sub(2);
        let beside = editor.judged_id(page).and_then(|id| {
            let (draft, framework) = (&editor.assessment, &editor.framework);
            editor.predecessor.beside(draft, framework, id)
        });
        // A grade that is carried over says so itself.
        let beside = beside.filter(|beside| beside.direction != Direction::NotAnew);
        if let Some(beside) = beside {
            let role = match chosen {
                true => role,
                false => role_of(WordTone::Direction(beside.direction)),
            };
            painter.right(area, beside.direction.sign(), role);
        }
    }
    let below = area.height > 1 && of_page.state_below(editor, area.width);
    let of_state = match below {
        true => right.row(right.height - 1),
        false => right,
    };
    let taken = painter.right(of_state, state, if chosen { role } else { state_role });
    if chosen && !away {
        painter.choice_at(area.x, area.y);
    }
    for y in (area.y..area.bottom()).filter(|_| chosen) {
        painter.bar(area.x, y, !away);
    }
    let beside = Area {
        width: right.width.saturating_sub(10.max(taken + 1)),
        ..area
    };
    let of_name = Area {
        x: area.x + 1,
        width: of_page.name_width(editor, area.width, below),
        height: area.height - u16::from(below),
        ..area
    };
    let counts_role = if chosen { role } else { StyleRole::Dim };
    let counts = (tally.to_string(), counts_role);
    name_and_counts(
        painter,
        (of_name, beside, below),
        editor.page_title(page),
        role,
        counts,
    );
}

/// Draws the name of a page, in as many rows as its area has, and on the last one how much was found where that has room
/// too: counts give way to a name.
fn name_and_counts(
    painter: &mut Painter<'_>,
    (area, beside, below): (Area, Area, bool),
    name: &str,
    role: StyleRole,
    (counts, counts_role): (String, StyleRole),
) {
    let rows = text::rows(name, usize::from(area.width.max(1)));
    let whole = area.height > 1 || below;
    let end = match rows.last() {
        _ if below => 0,
        Some(row) if whole => cells(name.get(row.range.clone()).unwrap_or_default()),
        _ => cells(name),
    };
    if end + cells(&counts) + 2 <= beside.width {
        let last = beside.row(beside.height.saturating_sub(1));
        painter.right(last, &counts, counts_role);
    }
    if !whole {
        painter.clip(area.x, area.y, area.width, name, role);
        found_in_name(painter, area, name, &(0..name.len()));
        return;
    }
    for (nth, row) in (0..area.height).zip(&rows) {
        let area = area.row(nth);
        let part = name.get(row.range.clone()).unwrap_or_default();
        painter.write(area.x, area.y, area.width, part.trim_end(), role);
        found_in_name(painter, area, name, &row.range);
    }
}

/// Marks the words that are looked for, in a row of a name.
fn found_in_name(painter: &mut Painter<'_>, cells: Area, name: &str, row: &Range<usize>) {
    for range in painter.found_in(name) {
        mark_words(painter, cells, name, row, &range, StyleRole::Matched);
    }
}

fn progress(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    let lines = shown::progress(editor);
    for (at, words) in (0..area.height).zip(&lines) {
        let room = area.width.saturating_sub(1).min(cells(words));
        painter.write(area.x + 1, area.y + at, room, words, StyleRole::Dim);
    }
}
