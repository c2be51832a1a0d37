//! The middle pane: the rows of a page, with the text that is typed in.

mod item;
mod offered;
mod rows;

use super::bars::{focused, title};
use super::chart::Chart;
use super::paint::{Painter, scrolled};
use super::prose::ScreenPosition;
use crate::app::layout::{Area, Pane};
use crate::app::{Detail, DraftEditor, EditorRow, Page};
use item::FormPage;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    area: Area,
    editor: &DraftEditor,
    top: &mut usize,
) -> ScreenPosition {
    let (words, right) = heads(editor);
    title(painter, area, &words, &right, editor.pane == Pane::Findings);
    let content = area.content();
    if content.height == 0 || content.width == 0 {
        return None;
    }
    let form = FormPage {
        state: painter.state,
        editor,
        focused: focused(painter.state, editor, Pane::Findings),
        roomy: content.height >= 20,
        most_offered: offered::most(content.height),
        chart: Chart::of(editor),
    };
    keep_in_sight(&form, content, top);
    if form.focused {
        // A page without a row to stand on is read from its beginning.
        painter.choice_at(content.x, content.y);
    }
    let mut left = content;
    let mut cursor = None;
    for (at, row) in editor.rows.iter().enumerate().skip(*top) {
        if left.height == 0 {
            break;
        }
        let pointed = row.is_selectable().then_some(at);
        let (used, found) = painter.shows_row(left, pointed, |painter| {
            form.row(painter, left, row, at == editor.row)
        });
        left = left.below(used);
        cursor = cursor.or(found);
    }
    cursor
}

/// Returns the title of the pane, and what stands at its right end: how many findings are marked, in the whole draft.
fn heads(editor: &DraftEditor) -> (String, String) {
    let (title, right) = title_of(editor);
    match editor.marked() {
        0 => (title, right),
        many => (title, format!("● {many} marked")),
    }
}

fn title_of(editor: &DraftEditor) -> (String, String) {
    let page = editor.page_title(editor.page);
    match (editor.detail(), editor.page) {
        (Some(Detail::Finding(_)), _) => (format!("{page} › a finding"), String::new()),
        (Some(Detail::Figure(_)), _) => (format!("{page} › a figure"), String::new()),
        (Some(Detail::Evidence(_)), _) => (format!("{page} › an item"), String::new()),
        (None, Page::Evidence) => (page.to_owned(), editor.evidence_filter.title()),
        (None, Page::Heading(at)) => {
            let heading = editor.framework.headings.get(at);
            let mut pillars = editor.framework.pillars.iter();
            let pillar = pillars.find(|it| heading.is_some_and(|heading| heading.pillar == it.id));
            let pillar = pillar.map_or("", |pillar| pillar.title.as_str());
            (page.to_owned(), pillar.to_owned())
        }
        (None, _) => (page.to_owned(), String::new()),
    }
}

/// Scrolls so that the row of the cursor is in sight.
fn keep_in_sight(form: &FormPage<'_>, content: Area, top: &mut usize) {
    let editor = form.editor;
    let selectable = |at: &usize| editor.rows.get(*at).is_some_and(EditorRow::is_selectable);
    // Standing on the first row, the lines above it are worth seeing too.
    if !(0..editor.row).any(|at| selectable(&at)) && editor.row < usize::from(content.height) / 2 {
        *top = 0;
    }
    let height = |at: usize| {
        let row = editor.rows.get(at);
        row.map_or(0, |row| form.height(row, content.width, at == editor.row))
    };
    let many = editor.rows.len();
    scrolled(top, editor.row, many, content.height, height);
    // Nobody can go to what stands behind the last row that the cursor goes to.
    let mut behind = editor.row + 1..many;
    let below = || (editor.row..many).map(height).fold(0, u16::saturating_add);
    if !behind.any(|at| selectable(&at)) && below() <= content.height {
        scrolled(top, many.saturating_sub(1), many, content.height, height);
    }
}
