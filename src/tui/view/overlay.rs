//! Overlays, and pages to read.

use super::dialog::frame;
use super::paint::Painter;
use super::prose::ScreenPosition;
use crate::app::{Overlay, PageKind, State, TextPage};
use crate::config::StyleRole;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    state: &State,
    overlay: &Overlay,
    top: &mut usize,
) -> ScreenPosition {
    match overlay {
        Overlay::Picker(picker) => return super::picker::draw(painter, state, picker, top),
        Overlay::Palette(palette) => {
            return super::picker::draw_palette(painter, state, palette, top);
        }
        Overlay::Question(question) => return super::question::draw(painter, state, question),
        Overlay::Page(page) => draw_page(painter, state, page),
        Overlay::Mapping(table) => super::mapping::draw(painter, state, table, top),
        Overlay::Problems(list) => super::problems::draw(painter, state, list, top),
        Overlay::Comparison(pairs) => super::comparison::draw(painter, state, pairs, top),
    }
    None
}

fn draw_page(painter: &mut Painter<'_>, state: &State, page: &TextPage) {
    let (width, height) = match page.kind {
        PageKind::Interruption => (84, 16),
        _ => (100, u16::MAX),
    };
    let inner = frame(painter, state, width, height, &page.title, state.scope());
    let mut left = inner;
    for line in page.lines.iter().skip(page.top) {
        if left.height == 0 {
            break;
        }
        let role = match page.kind {
            PageKind::Help if !line.starts_with(' ') => StyleRole::Heading,
            _ => StyleRole::Text,
        };
        left = left.below(painter.wrapped(left, line, role));
    }
    // A large screen shows the message in the line at the bottom.
    if let Some(status) = &state.status
        && inner.bottom() + 1 >= state.size.height
    {
        let role = match status.bad {
            true => StyleRole::Error,
            false => StyleRole::Notice,
        };
        let row = inner.row(inner.height.saturating_sub(1));
        painter.clear(row, StyleRole::Text);
        painter.clip(row.x, row.y, row.width, &status.text, role);
    }
}
