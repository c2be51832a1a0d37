//! Lists to choose from, narrowed by typing: values, and commands.

use super::dialog::frame;
use super::paint::{Painter, cells, rows};
use super::prose::{self, ScreenPosition};
use crate::app::layout::Area;
use crate::app::{Choice, Palette, Picker, Scope, TextField};
use crate::config::StyleRole;

/// Draws the line in which a list is narrowed by typing.
fn filter(painter: &mut Painter<'_>, area: Area, field: &TextField) -> ScreenPosition {
    if area.height == 0 {
        return None;
    }
    let x = prose::line(painter, area, field, false);
    let (words, role) = match (field.text(), field.is_restored()) {
        ("", _) => ("type to narrow the list", StyleRole::Placeholder),
        (_, true) => (
            " typed here before; typing takes its place",
            StyleRole::Notice,
        ),
        _ => ("", StyleRole::Text),
    };
    let room = area.room(x);
    painter.write(x, area.y, room, words, role);
    Some((x, area.y))
}

pub(super) fn draw(painter: &mut Painter<'_>, picker: &Picker, top: &mut usize) -> ScreenPosition {
    let many = u16::try_from(picker.choices.len()).unwrap_or(u16::MAX);
    let below = match picker.preview.is_empty() {
        true => 0,
        false => 4 + u16::from(!picker.lead.is_empty()),
    };
    let height = many.saturating_add(5 + below + u16::from(!picker.note.is_empty()));
    let inner = frame(painter, 96, height, &picker.title, Scope::Choosing);
    let cursor = filter(painter, inner, &picker.narrowing.field);
    let mut list = inner.below(1);
    if !picker.note.is_empty() && list.height > 4 {
        list.height -= 1;
        let y = list.bottom();
        painter.write(list.x, y, list.width, &picker.note, StyleRole::Warning);
    }
    if below > 0 && list.height > below + 1 {
        list.height -= below;
        preview(
            painter,
            Area {
                y: list.bottom() + 1,
                ..list
            },
            picker,
        );
    }
    let labels = picker.choices.iter().map(|choice| cells(&choice.label));
    let wide = labels.max().unwrap_or(0).min(list.width / 2);
    let shown: Vec<&Choice> = picker.shown().collect();
    for (row, chosen, choice) in rows(list, shown.into_iter(), picker.narrowing.at, top) {
        draw_choice(painter, row, choice, chosen, wide);
    }
    cursor
}

/// Draws what the statement would say with the choice under the cursor.
fn preview(painter: &mut Painter<'_>, area: Area, picker: &Picker) {
    if picker.lead.is_empty() {
        painter.wrapped(area.top(3), &picker.preview, StyleRole::Text);
        return;
    }
    painter.write(area.x, area.y, area.width, picker.lead, StyleRole::Dim);
    let area = area.below(1).top(3);
    painter.wrapped(area, &picker.preview, StyleRole::Lit);
}

fn draw_choice(painter: &mut Painter<'_>, row: Area, choice: &Choice, chosen: bool, wide: u16) {
    let role = selected(painter, row, chosen);
    let (mark, mark_role) = match (choice.suggested, choice.current) {
        (Some(true), _) => ("✓", StyleRole::InBand),
        (_, true) => ("•", role),
        _ => (" ", role),
    };
    painter.write(row.x + 1, row.y, 1, mark, mark_role);
    painter.write(row.x + 3, row.y, wide, &choice.label, role);
    let meaning = row.inset(3 + wide + 2);
    let role = if chosen { role } else { StyleRole::Dim };
    painter.clip(meaning.x, row.y, meaning.width, &choice.meaning, role);
}

/// Draws a row of a list in a frame: where the bar is not, the room for it is the frame's.
fn selected(painter: &mut Painter<'_>, row: Area, chosen: bool) -> StyleRole {
    if !chosen {
        painter.write(row.x, row.y, 1, " ", StyleRole::RuleFocus);
    }
    painter.selected(row, chosen)
}

pub(super) fn draw_palette(
    painter: &mut Painter<'_>,
    palette: &Palette,
    top: &mut usize,
) -> ScreenPosition {
    let height = u16::try_from(palette.shown.len())
        .unwrap_or(u16::MAX)
        .saturating_add(5)
        .clamp(12, 24);
    let inner = frame(painter, 80, height, "Commands", Scope::Choosing);
    let cursor = filter(painter, inner, &palette.narrowing.field);
    let (list, at) = (inner.below(1), palette.narrowing.at);
    for (row, chosen, command) in rows(list, palette.shown.iter(), at, top) {
        let role = selected(painter, row, chosen);
        let key = painter.state.key(palette.scope, *command);
        let taken = painter.right(row, &key, StyleRole::Key);
        let room = row.width.saturating_sub(taken + 3);
        let entry = command.entry();
        let words = format!("{:<20} {}", entry.name, entry.help);
        painter.clip(row.x + 2, row.y, room, &words, role);
    }
    cursor
}
