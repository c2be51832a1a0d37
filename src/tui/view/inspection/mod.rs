//! An inspection of several bodies: the grid of judgments, figures side by side, and the lists of what each body was
//! told and answered.

mod list;
mod spread;
mod table;

use super::bars::{footer, saved};
use super::marking;
use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{Grid, InspectionPage};
use crate::config::StyleRole;
use crate::text::counted;
use table::TALL;

pub(super) use table::InspectionScroll;

pub(super) fn draw(painter: &mut Painter<'_>, grid: &Grid, memory: &mut InspectionScroll) {
    let all = painter.state.size.area();
    let Area { width, height, .. } = all;
    let foot = u16::from(height > 1);
    footer(painter, all.below(height.saturating_sub(foot)));
    let head = all.top(u16::from(height > 2));
    header(painter, head, grid);
    let tabs = all.below(head.height).top(u16::from(height > 6));
    pages(painter, tabs, grid);
    let cell = match height {
        0..=8 => 0,
        height if height < TALL => 1,
        _ => 3,
    };
    let body = all.below(head.height + tabs.height);
    let body = body.top(body.height.saturating_sub(foot + cell));
    if grid.bodies.is_empty() {
        empty(painter, body);
        return;
    }
    let no_figures = grid.page == InspectionPage::Figures && grid.figures.is_empty();
    if no_figures && grid.unread() == 0 {
        let words =
            "None of the drafts has a figure yet. Those of one name will stand side by side here.";
        painter.wrapped(
            body.inset(2).below(u16::from(body.height > 6)),
            words,
            StyleRole::Dim,
        );
    } else if grid.page.is_table() {
        table::draw(painter, body, grid, memory);
    } else {
        list::draw(painter, body, grid, &mut memory.line);
    }
    let cell = Area {
        x: 1,
        y: body.bottom(),
        width: width.saturating_sub(2),
        height: cell,
    };
    painter.wrapped_and_cut(cell, &grid.cell(), StyleRole::Dim);
}

/// Draws what the report is called; whether the inspection is saved; the protective marking.
fn header(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
    if area.height == 0 {
        return;
    }
    let (saved, _, role) = saved(painter.state, &grid.file);
    let saved = match role {
        // That nothing was changed yet is not worth the room.
        StyleRole::Saved if grid.file.saved_at.is_none() => String::new(),
        _ => format!("{saved} "),
    };
    let marked = cells(&marking::of_words(&grid.marking));
    let room = area.width.saturating_sub(marked);
    // Where there is little room the title gives way first, then the save state, the marking last.
    let taken = match cells(&saved) + 4 <= room {
        true => painter.right(area, &saved, role),
        false => 0,
    };
    let left = area.narrowed(taken);
    let taken = marking::draw(painter, left, &grid.marking);
    let room = left.width.saturating_sub(taken + 2);
    painter.clip(1, area.y, room, grid.title(), StyleRole::Title);
}

/// Draws the pages, the one shown marked; how many drafts there are.
fn pages(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
    if area.height == 0 {
        return;
    }
    let mut x = 0;
    for page in InspectionPage::ALL {
        let shown = page == grid.page;
        let (mark, role) = match shown {
            true => ("▸", StyleRole::RuleFocus),
            false => (" ", StyleRole::Heading),
        };
        let room = area.width.saturating_sub(x);
        let words = format!("{mark}{} ", page.title());
        x = painter.write(x, area.y, room, &words, role);
    }
    let many = grid.bodies.len();
    let progress = match grid.unread() {
        0 => {
            let drafts = counted(many, "draft");
            let apart = format!("{} ", apart_words(grid, &drafts));
            match cells(&apart) + x + 2 <= area.width {
                true => apart,
                false => format!("{drafts} "),
            }
        }
        left => format!("reading, {} of {many} ", many - left),
    };
    painter.right(area.inset(x + 1), &progress, StyleRole::Dim);
}

/// Returns how many drafts there are, and of how many programmes whose grades stand beside each other without comparing.
fn apart_words(grid: &Grid, drafts: &str) -> String {
    match grid.programmes().len() {
        0 => drafts.to_owned(),
        many => format!("{drafts} · {many} programmes: their grades do not compare"),
    }
}

fn empty(painter: &mut Painter<'_>, area: Area) {
    use crate::app::{Command, Scope};
    let lead = Area {
        x: 2,
        width: area.width.saturating_sub(4).min(72),
        ..area.below(u16::from(area.height > 6))
    };
    let words = "No drafts are in this inspection yet. Each body that is inspected has one of its own; here their \
        grades, figures and answers stand side by side, and the notice for the press is made of them.";
    let used = match area.height > 10 {
        true => painter.wrapped(lead, words, StyleRole::Text) + 1,
        false => painter
            .clip(2, lead.y, lead.width, words, StyleRole::Text)
            .min(1),
    };
    let first = lead.y + used;
    let lines = [
        (Some(Command::NewBody), "make a new draft for a body"),
        (Some(Command::AddDraft), "add drafts that stand beside it"),
        (Some(Command::Retitle), "say what the report is called"),
        (Some(Command::Publish), "say when it is published"),
    ];
    for (y, (command, words)) in (first..area.bottom()).zip(lines) {
        let key = command.and_then(|it| painter.state.keymap.label(Scope::Inspection, it));
        let x = match &key {
            Some(key) => painter.write(2, y, 5, key, StyleRole::Key).max(6),
            None => 2,
        };
        let room = area.width.saturating_sub(x + 1);
        painter.clip(x, y, room, words, StyleRole::Dim);
    }
}
