//! The left pane: every page with its state, and how far the draft has come.

use super::bars::title;
use super::paint::{Painter, cells};
use super::prose::mark_words;
use super::tone::role_of;
use crate::app::layout::{Area, Pane};
use crate::app::shown::{self, WordTone};
use crate::app::{DraftEditor, Page, PageTally, PointerTarget};
use crate::assessment::Direction;
use crate::config::StyleRole;

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
    let skipped = at.saturating_sub(room.saturating_sub(1));
    let mut left = content;
    // Where there is room, a blank row parts the headings from what stands before and behind them.
    let airy = room > pages.len() + 6;
    let is_heading = |page: &Page| matches!(page, Page::Pillar(_) | Page::Heading(_));
    let mut before = None;
    for (nth, (page, tally)) in pages.iter().zip(editor.tallies()).enumerate().skip(skipped) {
        if left.height == 0 {
            return;
        }
        let parted = before.is_some_and(|before: &Page| is_heading(before) != is_heading(page));
        if airy && parted {
            left = left.below(1);
        }
        before = Some(page);
        painter.shows(left.row(0), PointerTarget::Page(nth));
        line(painter, left.row(0), editor, *page, tally);
        left = left.below(1);
    }
    progress(painter, left.below(1), editor);
}

fn line(
    painter: &mut Painter<'_>,
    area: Area,
    editor: &DraftEditor,
    page: Page,
    tally: &PageTally,
) {
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
    let (state, tone) = shown::state_of(editor, page).short();
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
    let taken = painter.right(right, state, if chosen { role } else { state_role });
    let name = editor.page_title(page);
    let counts = tally.to_string();
    // The counts give way to the name.
    let (before, column) = (right, 10.max(taken + 1));
    right.width = right.width.saturating_sub(column);
    let counted = match cells(name) + cells(&counts) + 2 <= right.width {
        true => painter.right(right, &counts, if chosen { role } else { StyleRole::Dim }),
        false => 0,
    };
    if counted == 0 {
        right.width = before.width.saturating_sub(taken + u16::from(taken > 0));
    }
    if chosen && !away {
        painter.choice_at(area.x, area.y);
    }
    if chosen {
        painter.bar(area.x, area.y, !away);
    }
    let x = area.x + 1;
    let room = right
        .width
        .saturating_sub(counted + u16::from(counted > 0) + 1);
    painter.clip(x, area.y, room, name, role);
    let cells_of_name = Area {
        x,
        width: room,
        ..area
    };
    for range in painter.found_in(name) {
        let (row, role) = (0..name.len(), StyleRole::Matched);
        mark_words(painter, cells_of_name, name, &row, &range, role);
    }
}

fn progress(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    let lines = shown::progress(editor);
    for (at, words) in (0..area.height).zip(&lines) {
        let room = area.width.saturating_sub(1).min(cells(words));
        painter.write(area.x + 1, area.y + at, room, words, StyleRole::Dim);
    }
}
