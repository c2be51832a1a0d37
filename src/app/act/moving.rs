//! Going up and down in whatever is on top.

use crate::app::editor::DraftEditor;
use crate::app::layout::{self, Pane, Size};
use crate::app::overlay::{Overlay, ReadAloud};
use crate::app::state::State;
use crate::text::rows;

/// The distance to move in a list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Stride {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

impl Stride {
    fn of(self, page: u16) -> isize {
        let page = isize::try_from(page).unwrap_or(1).max(1);
        match self {
            Self::Up => -1,
            Self::Down => 1,
            Self::PageUp => -page,
            Self::PageDown => page,
            Self::First => -1_000_000,
            Self::Last => 1_000_000,
        }
    }
}

pub(super) fn go(state: &mut State, stride: Stride) {
    let height = state.size.height;
    let by = stride.of(height / 2);
    match state.overlays.last_mut() {
        Some(Overlay::Page(page)) => page.scroll(by, page.laid_out(state.size).inner),
        Some(Overlay::Aloud(reading)) => match stride {
            Stride::Up | Stride::Down => {
                let editor = state.editor.as_deref();
                let shown = editor.map_or(1, |editor| words_shown(reading, editor, state.size));
                reading.step(stride == Stride::Down, shown);
            }
            Stride::PageUp => reading.turn(false),
            Stride::PageDown => reading.turn(true),
            Stride::First => reading.go_to_end(false),
            Stride::Last => reading.go_to_end(true),
        },
        Some(overlay) => overlay.step(by, state.editor.as_deref_mut()),
        None => match (&mut state.editor, &mut state.grid) {
            (Some(editor), _) => in_editor(editor, stride, stride.of(height / 3)),
            (None, Some(grid)) => grid.step(stride.of(height.saturating_sub(6))),
            (None, None) => state.library.step(stride.of(height.saturating_sub(4))),
        },
    }
}

/// Returns how many words of the sentence that is due the window shows at once, in the rows from the one on that is due:
/// as many as stand in so many of its rows, one less, since it may begin within one.
fn words_shown(reading: &ReadAloud, editor: &DraftEditor, size: Size) -> u64 {
    let Some(due) = reading.due() else { return 1 };
    let (_, page, _) = layout::aloud(size);
    let (_, column) = layout::statement(page);
    let sentence = editor.document().sentence(due.at);
    let words = sentence.map_or("", |sentence| &sentence.text);
    let rows = rows(words, usize::from(column.width.max(1))).len() + 1;
    let shown = usize::from(page.height - page.height / 3).saturating_sub(1);
    (due.words * shown / rows) as u64
}

fn in_editor(editor: &mut DraftEditor, stride: Stride, by: isize) {
    let last = by > 0;
    match (editor.pane, stride) {
        (Pane::Headings, Stride::First | Stride::Last) => {
            let pages = editor.pages();
            let end = if last { pages.last() } else { pages.first() };
            editor.turn_page(end.copied().unwrap_or_default());
        }
        (Pane::Headings, _) => editor.turn(last),
        (Pane::Findings, Stride::First | Stride::Last) => editor.step_to_end(last),
        (Pane::Findings, _) => editor.step(by),
        (Pane::Statement, Stride::First | Stride::Last) => editor.sentence_to_end(last),
        (Pane::Statement, _) => editor.step_sentence(by),
    }
}
