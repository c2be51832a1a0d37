//! The library: every draft with its grades and what is left to do in it, and beside the list the one that is chosen.

mod beside;
mod list;
mod welcome;

use super::bars::footer;
use super::paint::Painter;
use crate::app::layout::{self, Area};
use crate::app::shown::library_count;
use crate::config::StyleRole;

pub(super) fn draw(painter: &mut Painter<'_>, top: &mut usize) {
    let state = painter.state;
    let layout = layout::library(state.size);
    footer(painter, layout.footer);
    header(painter, layout.header);
    let library = &state.library;
    if library.many() > 0 {
        list::draw(painter, layout.list, top);
        if let Some(area) = layout.preview {
            beside::draw(painter, area);
        }
        return;
    }
    match &library.cards {
        None => {}
        Some(cards) if cards.is_empty() => {
            let area = Area {
                width: state.size.width,
                ..layout.list
            };
            welcome::draw(painter, area);
        }
        Some(_) => {
            let words = match library.looking {
                true => "No draft is called so; looking inside them …",
                false => "No draft has these words, in its name or inside.",
            };
            let area = layout.list.inset(2);
            painter.write(area.x, area.y, area.width, words, StyleRole::Dim);
        }
    }
}

fn header(painter: &mut Painter<'_>, area: Area) {
    if area.height == 0 {
        return;
    }
    let count = library_count(painter.state);
    let taken = painter.right(area, &format!("{count} "), StyleRole::Dim);
    let room = area.width.saturating_sub(taken + 1);
    painter.write(1, area.y, room, "Assay", StyleRole::Title);
    let room = area.width.saturating_sub(taken + 9);
    let words = "drafts of assessments";
    painter.write(8, area.y, room, words, StyleRole::Dim);
}
