//! A draft: header, panes, footer.

use super::bars::{footer, saved};
use super::paint::{Painter, cells};
use super::statement::StatementView;
use super::{findings, headings, marking, problems, walk};
use crate::app::layout::{self, Pane};
use crate::app::{DraftEditor, PointerTarget};
use crate::config::StyleRole;

/// State that drawing a draft keeps between frames.
pub(super) struct EditorViewCache<'a> {
    pub(super) middle: &'a mut usize,
    pub(super) statement: &'a mut StatementView,
}

pub(super) fn draw(
    painter: &mut Painter<'_>,
    editor: &DraftEditor,
    memory: EditorViewCache<'_>,
) -> Option<(u16, u16)> {
    let all = painter.state.size;
    let size = layout::Size {
        height: all.height - walk::height(painter.state),
        ..all
    };
    let layout = layout::editor(size, editor.pane);
    header(painter, layout.header, editor);
    for (area, pane) in [
        (layout.headings, Pane::Headings),
        (layout.findings, Pane::Findings),
        (layout.statement, Pane::Statement),
    ] {
        if let Some(area) = area {
            painter.shows(area, PointerTarget::Pane(pane));
        }
    }
    if let Some(area) = layout.headings {
        headings::draw(painter, area, editor);
    }
    let cursor = layout
        .findings
        .and_then(|area| findings::draw(painter, area, editor, memory.middle));
    if let Some(area) = layout.statement {
        memory.statement.draw(painter, area, editor);
    }
    problems::draw_line(painter, layout.problems, editor);
    footer(painter, layout.footer);
    walk::draw(painter, all.area().below(size.height));
    cursor
}

/// Draws the name of the draft on the left; on the right its protective marking and whether it is saved. Where there
/// is little room the name gives way first, then the words of the saved state, the marking last.
fn header(painter: &mut Painter<'_>, area: layout::Area, editor: &DraftEditor) {
    if area.height == 0 {
        return;
    }
    let (saved, sign, role) = saved(painter.state, &editor.file);
    let saved = match area.width >= layout::TWO_PANES {
        // A number is of what stands before it, and of no words behind it.
        true => match problems::signs(editor) {
            signs if !signs.is_empty() && editor.file.words_wait() => format!("{signs}· {saved}"),
            signs => format!("{signs}{saved}"),
        },
        false => saved,
    };
    let marked = marking::width(editor);
    let room = area.width.saturating_sub(marked);
    let (saved, gap) = match cells(&saved) + 2 <= room {
        true => (format!("{saved} "), u16::from(marked > 0)),
        false if room > 0 => (sign.to_owned(), 0),
        false => (String::new(), 0),
    };
    let taken = painter.right(area, &saved, role);
    let left = area.narrowed(taken + gap);
    let marked = marking::right(painter, left, editor);
    let room = left.width.saturating_sub(marked + 2);
    let assessment = &editor.assessment;
    let name = match assessment.subject.name.as_str() {
        "" => "A draft without a name",
        name => name,
    };
    let mut words = name.to_owned();
    let (year, framework) = (&assessment.period.label, &editor.framework);
    for part in [year, &framework.title] {
        if !(part.is_empty() || part == year && framework.says_year(year)) {
            words.push_str(" · ");
            words.push_str(part);
        }
    }
    painter.clip(area.x + 1, area.y, room, &words, StyleRole::Title);
}
