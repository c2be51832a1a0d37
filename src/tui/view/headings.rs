//! The left pane: every page with its state, and how far the draft has come.

use std::ops::Range;

use super::bars::title;
use super::paint::{Painter, cells};
use super::prose::mark_words;
use super::tone::role_of;
use crate::app::layout::{Area, Pane};
use crate::app::shown::{self, WordTone};
use crate::app::{DraftEditor, Page, PageTally, PointerTarget, severity_mark};
use crate::assessment::Direction;
use crate::check::Severity;
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
    let tallied = pages.iter().zip(editor.tallies());
    let lines: Vec<PageLine> = tallied
        .map(|(page, tally)| PageLine::new(editor, *page, tally, content.width))
        .collect();
    let wanted: usize = lines.iter().map(PageLine::height).sum();
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
    let graver = editor.pages_with_warnings();
    for (nth, of_page) in lines.iter().enumerate().skip(skipped) {
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
            true => u16::try_from(of_page.height()).unwrap_or(1).max(1),
            false => 1,
        };
        let area = left.top(height.min(left.height));
        painter.shows(area, PointerTarget::Page(nth));
        let told = graver.contains(page);
        line(painter, area, editor, of_page, (whole, told));
        left = left.below(height);
    }
    progress(painter, left.below(1), editor);
}

/// The fewest columns in which a name can be told from others.
const LEAST: u16 = 8;

/// A page with what is said of its state, how much was found there, and the rows that all of it needs.
struct PageLine {
    page: Page,
    state: &'static str,
    tone: WordTone,
    counts: String,
    /// The rows of the name. Those behind the first stand further in, so that it is seen where a name begins, and beneath the
    /// state, which is beside the first.
    rows: Vec<Range<usize>>,
    /// True where a word of the name has no room beside the state, which has a row of its own then: names break at blanks.
    state_below: bool,
    /// True where neither the last row of the name nor that of the state has room for the counts too.
    counts_below: bool,
}

impl PageLine {
    fn new(editor: &DraftEditor, page: Page, tally: &PageTally, width: u16) -> Self {
        let (state, tone) = shown::state_of(editor, page).short();
        let mut line = Self {
            page,
            state,
            tone,
            counts: tally.to_string(),
            rows: Vec::new(),
            state_below: false,
            counts_below: false,
        };
        let name = editor.page_title(page);
        let beside = line.name_width(editor, width, false);
        line.state_below = name.split(' ').map(cells).max() > Some(beside);
        line.rows = line.name_rows(editor, width);
        line.counts_below = line.has_counts_below(editor, width);
        line
    }

    /// Returns the columns for the name, beside the state or above it.
    fn name_width(&self, editor: &DraftEditor, width: u16, state_below: bool) -> u16 {
        let direction = 2 * u16::from(editor.predecessor.earlier().is_some());
        let taken = match state_below {
            true => 0,
            false => cells(self.state) + u16::from(!self.state.is_empty()),
        };
        width.saturating_sub(direction + taken + 2)
    }

    fn name_rows(&self, editor: &DraftEditor, width: u16) -> Vec<Range<usize>> {
        let room = |below| self.name_width(editor, width, below).max(2);
        let name = editor.page_title(self.page);
        let first_room = room(self.state_below);
        if cells(name) <= first_room {
            return std::iter::once(0..name.len()).collect();
        }
        let first = text::rows(name, usize::from(first_room)).into_iter().next();
        let first = first.map_or(0..name.len(), |row| row.range);
        let rest = name.get(first.end..).unwrap_or_default();
        let behind = text::rows(rest, usize::from(room(true)) - 1).into_iter();
        let behind = behind.map(|row| row.range.start + first.end..row.range.end + first.end);
        let behind = behind.filter(|_| !rest.trim().is_empty());
        std::iter::once(first.clone()).chain(behind).collect()
    }

    fn has_counts_below(&self, editor: &DraftEditor, width: u16) -> bool {
        let (rows, below) = (&self.rows, self.state_below);
        let last = rows.last().cloned().unwrap_or_default();
        let last = editor.page_title(self.page).get(last).unwrap_or_default();
        let end = match below {
            true => 0,
            false => cells(last.trim_end()) + u16::from(rows.len() > 1),
        };
        // The state stands on the first row, or below all.
        let state = match below || rows.len() == 1 {
            true => cells(self.state) + 1,
            false => 0,
        };
        let direction = 2 * u16::from(editor.predecessor.earlier().is_some());
        let taken = end + state + direction + 2;
        !self.counts.is_empty() && taken + cells(&self.counts) > width
    }

    /// Returns the rows that it takes where all of it is shown.
    fn height(&self) -> usize {
        self.rows.len() + usize::from(self.state_below) + usize::from(self.counts_below)
    }
}

fn line(
    painter: &mut Painter<'_>,
    area: Area,
    editor: &DraftEditor,
    of_page: &PageLine,
    (whole, told): (bool, bool),
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
    if told && !chosen {
        let mark = severity_mark(Severity::Warning);
        painter.write(area.x, area.y, 1, mark, StyleRole::Warning);
    }
    let below = whole && of_page.state_below;
    let counts_below = whole && of_page.counts_below;
    let of_state = match below {
        true => right.row(right.height.saturating_sub(1 + u16::from(counts_below))),
        false => right,
    };
    let state_role = if chosen { role } else { state_role };
    let taken = painter.right(of_state, state, state_role);
    if chosen && !away {
        painter.choice_at(area.x, area.y);
    }
    for y in (area.y..area.bottom()).filter(|_| chosen) {
        painter.bar(area.x, y, !away);
    }
    // The state stands beside what has no row of its own.
    let taken = match counts_below {
        true => 0,
        false => taken + 1,
    };
    let counts_role = if chosen { role } else { StyleRole::Dim };
    let roles = (role, counts_role);
    match whole {
        true => whole_name(painter, (area, right), taken, editor, of_page, roles),
        false => cut_name(painter, (area, right), taken, editor, of_page, roles),
    }
}

/// Returns the columns to whose end the counts stand: in a column of their own where what is wanted fits into that, else as
/// far to the right as the state lets them.
fn in_column(width: u16, taken: u16, wanted: u16) -> u16 {
    let column = match taken {
        0 => width,
        taken => width.saturating_sub(taken.max(10)),
    };
    match wanted <= column {
        true => column,
        false => width.saturating_sub(taken),
    }
}

/// Draws the name of a page in the rows that it needs, those behind the first further in, and on the last what was found.
fn whole_name(
    painter: &mut Painter<'_>,
    (area, right): (Area, Area),
    taken: u16,
    editor: &DraftEditor,
    of_page: &PageLine,
    (role, counts_role): (StyleRole, StyleRole),
) {
    let name = editor.page_title(of_page.page);
    let rows = &of_page.rows;
    let of_name = Area {
        x: area.x + 1,
        width: of_page.name_width(editor, area.width, true),
        ..area
    };
    for (nth, row) in (0..area.height).zip(rows) {
        let area = of_name.row(nth).inset(u16::from(nth > 0));
        let part = name.get(row.clone()).unwrap_or_default();
        painter.write(area.x, area.y, area.width, part.trim_end(), role);
        found_in_name(painter, area, name, row);
    }
    let one_row = rows.len() == 1;
    let last = right.row(right.height.saturating_sub(1));
    let is_alone = usize::from(area.height) > rows.len();
    let taken = match one_row || is_alone {
        true => taken,
        // The state is on the first row.
        false => 0,
    };
    let end = match is_alone {
        true => 0,
        false => cells(name) + 1,
    };
    let room = in_column(last.width, taken, end + cells(&of_page.counts) + 1);
    let last = Area {
        width: room,
        ..last
    };
    painter.right(last, &of_page.counts, counts_role);
}

/// Draws the name of a page in one row. One that is cut anyway leaves room for what was found, as far as it can still be
/// read.
fn cut_name(
    painter: &mut Painter<'_>,
    (area, right): (Area, Area),
    taken: u16,
    editor: &DraftEditor,
    of_page: &PageLine,
    (role, counts_role): (StyleRole, StyleRole),
) {
    let name = editor.page_title(of_page.page);
    let width = of_page.name_width(editor, area.width, false);
    let counts = cells(&of_page.counts);
    // A name that has room is not cut for their column.
    let whole = cells(name) + counts + 2;
    let wanted = match whole <= right.width.saturating_sub(taken) {
        true => whole,
        false => cells(name).min(LEAST) + counts + 2,
    };
    let of_counts = Area {
        width: in_column(right.width, taken, wanted),
        ..right.top(1)
    };
    let shown = counts > 0 && wanted <= of_counts.width;
    let of_name = Area {
        x: area.x + 1,
        width: match shown {
            true => width.min(of_counts.width - counts - 2),
            false => width,
        },
        ..area
    };
    painter.clip(of_name.x, of_name.y, of_name.width, name, role);
    found_in_name(painter, of_name, name, &(0..name.len()));
    if shown {
        painter.right(of_counts, &of_page.counts, counts_role);
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
