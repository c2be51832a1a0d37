//! Overlays, and pages to read.

use super::dialog::framed;
use super::paint::{Painter, cells};
use super::prose::ScreenPosition;
use crate::app::{Overlay, TextPage, hanging};
use crate::config::StyleRole;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    overlay: &Overlay,
    top: &mut usize,
) -> ScreenPosition {
    match overlay {
        Overlay::Picker(picker) => return super::picker::draw(painter, picker, top),
        Overlay::Palette(palette) => {
            return super::picker::draw_palette(painter, palette, top);
        }
        Overlay::Search(search) => return super::picker::draw_search(painter, search, top),
        Overlay::Replacement(list) => super::picker::draw_replacement(painter, list, top),
        Overlay::Question(question) => return super::question::draw(painter, question),
        Overlay::Page(page) => draw_page(painter, page),
        Overlay::Mapping(table) => super::mapping::draw(painter, table, top),
        Overlay::Problems(list) => super::problems::draw(painter, list, top),
        // It is drawn in place of the draft, below what lies over it.
        Overlay::Aloud(_) => {}
        Overlay::Comparison(pairs) => super::comparison::draw(painter, pairs, top),
    }
    None
}

fn draw_page(painter: &mut Painter<'_>, page: &TextPage) {
    let laid_out = page.laid_out(painter.state.size);
    let inner = framed(painter, laid_out, &page.title, painter.state.scope());
    let mut left = inner;
    let position = page.position(inner);
    for (at, line) in page.lines.iter().enumerate().skip(position.line) {
        if left.height == 0 {
            break;
        }
        let first = if at == position.line { position.row } else { 0 };
        let (area, words, sign) = hanging(line, left);
        if first == 0 && !sign.is_empty() {
            let x = area.x.saturating_sub(cells(sign));
            painter.write(x, area.y, cells(sign), sign, StyleRole::Text);
        }
        left = left.below(painter.wrapped_from(area, words, first, StyleRole::Text));
    }
}
