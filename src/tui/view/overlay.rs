//! What lies over a screen: lists, questions, pages.

use super::marking;
use super::paint::{Painter, cells};
use super::prose::ScreenPosition;
use crate::app::layout::Area;
use crate::app::{Overlay, Palette, Picker, Question, Scope, State, TextPage};
use crate::config::StyleRole;
use crate::text;

pub(super) fn draw(
    painter: &mut Painter<'_>,
    state: &State,
    overlay: &Overlay,
    top: &mut usize,
) -> ScreenPosition {
    match overlay {
        Overlay::Picker(picker) => draw_picker(painter, state, picker, top),
        Overlay::Palette(palette) => draw_palette(painter, state, palette, top),
        Overlay::Question(question) => draw_question(painter, state, question),
        Overlay::Page(sheet) => {
            draw_sheet(painter, state, sheet);
            None
        }
        Overlay::Mapping(table) => {
            super::mapping::draw(painter, state, table, top);
            None
        }
        Overlay::Problems(list) => {
            super::problems::draw(painter, state, list, top);
            None
        }
        Overlay::Comparison(comparison) => {
            super::comparison::draw(painter, state, comparison, top);
            None
        }
    }
}

/// A box in the middle of the screen, as large as asked while there is room; the whole screen where there
/// is little. Gives the area inside it, above a line of keys.
pub(super) fn frame(
    painter: &mut Painter<'_>,
    state: &State,
    width: u16,
    height: u16,
    title: &str,
    scope: Scope,
) -> Area {
    let all = state.size;
    let small = all.width < 30 || all.height < 10;
    let (width, height) = if small {
        (all.width, all.height)
    } else {
        (width.min(all.width - 4), height.min(all.height - 2))
    };
    let area = Area {
        x: (all.width - width) / 2,
        y: (all.height - height) / 2,
        width,
        height,
    };
    painter.clear(area, StyleRole::Text);
    if area.height == 0 || area.width == 0 {
        return area;
    }
    if small {
        // The header is covered, and the marking must not be.
        let room = area.width - marking::over(painter, state, area);
        painter.say(
            area.x,
            area.y,
            room,
            &text::truncate(title, usize::from(room)),
            StyleRole::Title,
        );
        let foot = u16::from(area.height > 3);
        painter.keys(
            Area {
                y: area.y + area.height - 1,
                height: foot,
                ..area
            },
            state,
            scope,
        );
        return Area {
            y: area.y + 1,
            height: area.height.saturating_sub(1 + foot),
            ..area
        };
    }
    border(painter, area);
    let room = area.width.saturating_sub(6);
    let words = format!(" {} ", text::truncate(title, usize::from(room)));
    painter.say(
        area.x + 2,
        area.y,
        area.width.saturating_sub(4),
        &words,
        StyleRole::Title,
    );
    let keys = Area {
        x: area.x + 2,
        y: area.y + area.height - 2,
        width: area.width.saturating_sub(4),
        height: 1,
    };
    painter.keys(keys, state, scope);
    Area {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(3),
    }
}

fn border(painter: &mut Painter<'_>, area: Area) {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    for x in area.x..=right {
        painter.say(x, area.y, 1, "─", StyleRole::RuleFocus);
        painter.say(x, bottom, 1, "─", StyleRole::RuleFocus);
    }
    for y in area.y..=bottom {
        painter.say(area.x, y, 1, "│", StyleRole::RuleFocus);
        painter.say(right, y, 1, "│", StyleRole::RuleFocus);
    }
    for (x, y, corner) in [
        (area.x, area.y, "╭"),
        (right, area.y, "╮"),
        (area.x, bottom, "╰"),
        (right, bottom, "╯"),
    ] {
        painter.say(x, y, 1, corner, StyleRole::RuleFocus);
    }
}

/// The line in which a list is narrowed by typing.
fn filter(painter: &mut Painter<'_>, area: Area, typed: &str) -> ScreenPosition {
    if area.height == 0 {
        return None;
    }
    let x = painter.say(area.x, area.y, area.width, "› ", StyleRole::Key);
    if typed.is_empty() {
        painter.say(
            x,
            area.y,
            area.width.saturating_sub(2),
            "type to narrow the list",
            StyleRole::Placeholder,
        );
        return Some((x, area.y));
    }
    let end = painter.say(
        x,
        area.y,
        area.width.saturating_sub(2),
        typed,
        StyleRole::Text,
    );
    Some((end, area.y))
}

pub(super) fn scrolled(top: &mut usize, at: usize, room: usize) {
    *top = (*top).min(at).max((at + 1).saturating_sub(room.max(1)));
}

fn draw_picker(
    painter: &mut Painter<'_>,
    state: &State,
    picker: &Picker,
    top: &mut usize,
) -> ScreenPosition {
    let told = !picker.preview.is_empty();
    let rows = u16::try_from(picker.choices.len()).unwrap_or(u16::MAX);
    let below = if told {
        4 + u16::from(!picker.lead.is_empty())
    } else {
        0
    };
    let height = rows.saturating_add(5 + below + u16::from(!picker.note.is_empty()));
    let inner = frame(painter, state, 96, height, &picker.title, Scope::Choosing);
    let cursor = filter(painter, inner, &picker.narrowing.filter);
    let mut list = Area {
        y: inner.y + 1,
        height: inner.height.saturating_sub(1),
        ..inner
    };
    if !picker.note.is_empty() && list.height > 4 {
        list.height -= 1;
        painter.say(
            list.x,
            list.y + list.height,
            list.width,
            &picker.note,
            StyleRole::Warning,
        );
    }
    if told && list.height > below + 1 {
        list.height -= below;
        let mut y = list.y + list.height + 1;
        if !picker.lead.is_empty() {
            painter.say(list.x, y, list.width, picker.lead, StyleRole::Dim);
            y += 1;
        }
        let role = if picker.lead.is_empty() {
            StyleRole::Text
        } else {
            StyleRole::Lit
        };
        painter.wrapped(
            Area {
                y,
                height: 3,
                ..list
            },
            &picker.preview,
            role,
        );
    }
    let label_width = picker
        .choices
        .iter()
        .map(|choice| cells(&choice.label))
        .max()
        .unwrap_or(0)
        .min(list.width / 2);
    let room = usize::from(list.height);
    scrolled(top, picker.narrowing.at, room);
    for (line, (place, choice)) in (0..list.height).zip(picker.shown().enumerate().skip(*top)) {
        let row = Area {
            y: list.y + line,
            height: 1,
            ..list
        };
        let chosen = place == picker.narrowing.at;
        let role = if chosen {
            StyleRole::Selected
        } else {
            StyleRole::Text
        };
        if chosen {
            let style = painter.style(role);
            painter.tint(row, style);
        }
        let bar = if chosen { "▌" } else { " " };
        painter.say(row.x, row.y, 1, bar, StyleRole::RuleFocus);
        let mark = match (choice.suggested, choice.current) {
            (Some(true), _) => "✓",
            (_, true) => "•",
            _ => " ",
        };
        let mark_role = if choice.suggested == Some(true) {
            StyleRole::InBand
        } else {
            role
        };
        painter.say(row.x + 1, row.y, 1, mark, mark_role);
        painter.say(row.x + 3, row.y, label_width, &choice.label, role);
        let x = row.x + 3 + label_width + 2;
        let room = (row.x + row.width).saturating_sub(x);
        let words = text::truncate(&choice.meaning, usize::from(room));
        painter.say(
            x,
            row.y,
            room,
            &words,
            if chosen { role } else { StyleRole::Dim },
        );
    }
    cursor
}

fn draw_palette(
    painter: &mut Painter<'_>,
    state: &State,
    palette: &Palette,
    top: &mut usize,
) -> ScreenPosition {
    let height = u16::try_from(palette.shown.len())
        .unwrap_or(u16::MAX)
        .saturating_add(5)
        .clamp(12, 24);
    let inner = frame(painter, state, 80, height, "Commands", Scope::Choosing);
    let cursor = filter(painter, inner, &palette.narrowing.filter);
    let list = Area {
        y: inner.y + 1,
        height: inner.height.saturating_sub(1),
        ..inner
    };
    scrolled(top, palette.narrowing.at, usize::from(list.height));
    for (line, (place, command)) in
        (0..list.height).zip(palette.shown.iter().enumerate().skip(*top))
    {
        let row = Area {
            y: list.y + line,
            height: 1,
            ..list
        };
        let chosen = place == palette.narrowing.at;
        let role = if chosen {
            StyleRole::Selected
        } else {
            StyleRole::Text
        };
        if chosen {
            let style = painter.style(role);
            painter.tint(row, style);
        }
        painter.say(
            row.x,
            row.y,
            1,
            if chosen { "▌" } else { " " },
            StyleRole::RuleFocus,
        );
        let label = state
            .keymap
            .label(palette.scope, *command)
            .unwrap_or_default();
        let taken = painter.right(row, &label, StyleRole::Key);
        let room = row.width.saturating_sub(taken + 3);
        let entry = command.entry();
        let words = format!("{:<20} {}", entry.name, entry.help);
        painter.say(
            row.x + 2,
            row.y,
            room,
            &text::truncate(&words, usize::from(room)),
            role,
        );
    }
    cursor
}

/// A question whose answer is a whole sentence: in rows, with what helps below.
fn draw_prose_question(
    painter: &mut Painter<'_>,
    state: &State,
    question: &Question,
) -> ScreenPosition {
    let inner = frame(painter, state, 84, 14, &question.title, Scope::Asking);
    if inner.height == 0 || inner.width == 0 {
        return None;
    }
    let rows = text::rows(&question.text, usize::from(inner.width));
    let at = text::row_of(&rows, question.cursor.at());
    let room = usize::from(inner.height.saturating_sub(2).max(1));
    let top = (at + 1).saturating_sub(room);
    let mut y = inner.y;
    for row in rows.iter().skip(top).take(room) {
        let words = question.text.get(row.range.clone()).unwrap_or_default();
        painter.say(
            inner.x,
            y,
            inner.width,
            words.trim_end_matches('\n'),
            StyleRole::Text,
        );
        y += 1;
    }
    let below = Area {
        y: y + 1,
        height: (inner.y + inner.height).saturating_sub(y + 1),
        ..inner
    };
    painter.wrapped(below, &question.help, StyleRole::Dim);
    let column = text::column_of(&question.text, &rows, question.cursor.at());
    let column = u16::try_from(column).unwrap_or(0).min(inner.width - 1);
    let down = u16::try_from(at.saturating_sub(top)).unwrap_or(0);
    Some((inner.x + column, inner.y + down))
}

fn draw_question(painter: &mut Painter<'_>, state: &State, question: &Question) -> ScreenPosition {
    if question.asked.is_prose() {
        return draw_prose_question(painter, state, question);
    }
    let offers = u16::try_from(question.offers.len()).unwrap_or(u16::MAX);
    let inner = frame(painter, state, 72, 13, &question.title, Scope::Asking);
    if inner.height == 0 {
        return None;
    }
    let bottom = inner.y + inner.height;
    let room = inner.width.saturating_sub(2);
    let x = painter.say(inner.x, inner.y, inner.width, "› ", StyleRole::Key);
    let hidden;
    let (answer, at) = if question.asked.is_secret() {
        // A sign a character: how many there are helps whoever types, and whoever looks little.
        let signs = |words: &str| "•".repeat(words.chars().count());
        let before = question.text.get(..question.cursor.at());
        let at = signs(before.unwrap_or_default()).len();
        hidden = signs(&question.text);
        (hidden.as_str(), at)
    } else {
        (question.text.as_str(), question.cursor.at())
    };
    // A long answer is shown around the cursor.
    let before = answer.get(..at).unwrap_or_default();
    let skipped = cells(before).saturating_sub(room.saturating_sub(1));
    let whole = text::rows(answer, usize::MAX);
    let from = whole
        .first()
        .map_or(0, |row| text::at_column(answer, row, usize::from(skipped)));
    painter.say(
        x,
        inner.y,
        room,
        answer.get(from..).unwrap_or_default(),
        StyleRole::Text,
    );
    let column = cells(answer.get(from..at).unwrap_or_default());
    let mut y = inner.y + 1;
    let (words, role) = match &question.refused {
        Some(why) => (why.as_str(), StyleRole::Error),
        None => (question.help.as_str(), StyleRole::Dim),
    };
    if y < bottom {
        y += painter.wrapped(
            Area {
                y,
                height: bottom - y,
                ..inner
            },
            words,
            role,
        );
    }
    for (at, offer) in question.offers.iter().enumerate().take(usize::from(offers)) {
        if y >= bottom {
            break;
        }
        let chosen = question.chosen == Some(at);
        let role = if chosen {
            StyleRole::OfferChosen
        } else {
            StyleRole::Offer
        };
        let mark = if chosen { "▌ " } else { "  " };
        let end = painter.say(
            inner.x,
            y,
            inner.width,
            &format!("{mark}{}", offer.text),
            role,
        );
        let left = (inner.x + inner.width).saturating_sub(end + 2);
        painter.say(end + 2, y, left, &offer.note, StyleRole::Dim);
        y += 1;
    }
    Some((x + column, inner.y))
}

fn draw_sheet(painter: &mut Painter<'_>, state: &State, sheet: &TextPage) {
    let inner = frame(painter, state, 100, u16::MAX, &sheet.title, state.scope());
    let bottom = inner.y + inner.height;
    let mut y = inner.y;
    for line in sheet.lines.iter().skip(sheet.top) {
        if y >= bottom {
            break;
        }
        let role = if line.starts_with(' ') || !matches!(sheet.kind, crate::app::PageKind::Help) {
            StyleRole::Text
        } else {
            StyleRole::Heading
        };
        y += painter.wrapped(
            Area {
                y,
                height: bottom - y,
                ..inner
            },
            line,
            role,
        );
    }
    // A large screen has the notice in its line at the bottom.
    if let Some(notice) = &state.notice
        && bottom + 1 >= state.size.height
    {
        let role = if notice.bad {
            StyleRole::Error
        } else {
            StyleRole::Notice
        };
        let words = text::truncate(&notice.text, usize::from(inner.width)).into_owned();
        let y = bottom.saturating_sub(1).max(inner.y);
        painter.clear(
            Area {
                y,
                height: 1,
                ..inner
            },
            StyleRole::Text,
        );
        painter.say(inner.x, y, inner.width, &words, role);
    }
}
