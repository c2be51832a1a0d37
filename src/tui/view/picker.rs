//! Lists to choose from, narrowed by typing: values, and commands.

use super::dialog::frame;
use super::list;
use super::paint::Painter;
use super::prose::{self, ScreenPosition};
use crate::app::layout::Area;
use crate::app::{Palette, Picker, ReplacementList, RowList, Scope, SearchList, TextField};
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

/// The widest that a box with a list in it is.
const WIDE: u16 = 96;
/// The same where what is said of the lit row stands beside the list.
const WIDE_BESIDE: u16 = 136;
/// The rows of a list in which words are looked for.
const SEARCHED: u16 = 18;
/// Rows for what is said of the lit row, with the blank row before it.
const DETAIL: u16 = 5;

/// The words that are said of the lit row, with those before them.
struct LitDetail<'a> {
    lead: &'a str,
    words: &'a str,
    role: StyleRole,
}

/// Draws a list in a box: the line that narrows it, its rows, and what is said of the lit one, beside the list where
/// there is room for both and else below. The box is as high whatever is typed.
fn boxed(
    painter: &mut Painter<'_>,
    (title, scope): (&str, Scope),
    (field, list): (Option<&TextField>, &RowList),
    (detail, note): (Option<LitDetail<'_>>, &str),
    top: &mut usize,
) -> ScreenPosition {
    let beside = detail.is_some() && painter.state.size.width >= WIDE_BESIDE + 8;
    let width = if beside { WIDE_BESIDE } else { WIDE };
    let below = match detail.is_some() && !beside {
        true => DETAIL,
        false => 0,
    };
    let rows = match scope {
        // What is found changes with each letter.
        Scope::Searching => SEARCHED,
        _ => list::whole_height(list),
    };
    let height =
        rows.saturating_add(3 + u16::from(field.is_some()) + below + u16::from(!note.is_empty()));
    let least = if detail.is_some() { 12 } else { 8 };
    let inner = frame(painter, width, height.max(least), title, scope);
    let cursor = field.and_then(|field| filter(painter, inner, field));
    let head = u16::from(field.is_some());
    let mut rows = inner.below(head);
    if beside {
        rows.width = rows.width / 2 - 1;
    }
    if !note.is_empty() && rows.height > 4 {
        let wanted = prose::lines(note, inner.width);
        let of_note = wanted.min(rows.height - 4);
        rows.height -= of_note;
        let note_area = Area {
            y: rows.bottom(),
            height: of_note,
            ..inner
        };
        painter.wrapped_and_cut(note_area, note, StyleRole::Warning);
    }
    let mut said = inner.below(1 + head).inset(rows.width + 2);
    if below > 0 {
        // Where there is little room, the rows have it.
        let least = 4.min(rows.height);
        let room = below.min(rows.height - least);
        rows.height -= room;
        said = Area {
            y: rows.bottom(),
            height: room,
            ..rows
        }
        .below(1.min(room));
    }
    list::draw(painter, rows, list, list::BOXED, top);
    if let Some(detail) = detail.filter(|_| said.height > 0 && said.width > 0) {
        if !detail.lead.is_empty() && said.height > 1 {
            painter.clip(said.x, said.y, said.width, detail.lead, StyleRole::Dim);
            said = said.below(1);
        }
        painter.wrapped_and_cut(said, detail.words, detail.role);
    }
    cursor
}

pub(super) fn draw(painter: &mut Painter<'_>, picker: &Picker, top: &mut usize) -> ScreenPosition {
    let detail = picker.explains().then_some(LitDetail {
        lead: picker.lead,
        words: &picker.preview,
        role: match picker.lead.is_empty() {
            true => StyleRole::Text,
            false => StyleRole::Lit,
        },
    });
    let of = (picker.field(), &picker.list);
    let title = (picker.title.as_str(), Scope::Choosing);
    boxed(painter, title, of, (detail, &picker.note), top)
}

pub(super) fn draw_palette(
    painter: &mut Painter<'_>,
    palette: &Palette,
    top: &mut usize,
) -> ScreenPosition {
    let lit = palette.list.lit_row();
    let instead = painter.state.sought_instead(palette);
    let detail = LitDetail {
        lead: lit.and_then(|row| row.unfit.as_deref()).unwrap_or_default(),
        words: lit.map_or(instead.as_deref().unwrap_or_default(), |row| &row.note),
        role: StyleRole::Text,
    };
    let of = (Some(&palette.field), &palette.list);
    let title = (palette.title.as_str(), Scope::Choosing);
    boxed(painter, title, of, (Some(detail), ""), top)
}

pub(super) fn draw_search(
    painter: &mut Painter<'_>,
    search: &SearchList,
    top: &mut usize,
) -> ScreenPosition {
    let detail = LitDetail {
        lead: "",
        words: &search.words,
        role: StyleRole::Text,
    };
    let (title, note) = (search.title(), search.note());
    let of = (Some(&search.field), &search.list);
    let title = (title.as_str(), Scope::Searching);
    boxed(painter, title, of, (Some(detail), &note), top)
}

/// Draws the texts in which words are to be replaced, and the lit one as it would be.
pub(super) fn draw_replacement(
    painter: &mut Painter<'_>,
    replacement: &ReplacementList,
    top: &mut usize,
) {
    let title = replacement.title();
    let height = list::whole_height(&replacement.list).saturating_add(4 + DETAIL);
    let inner = frame(painter, WIDE, height.max(12), &title, Scope::Replacing);
    let below = DETAIL.min(inner.height / 2);
    let rows = inner.top(inner.height - below);
    list::draw(painter, rows, &replacement.list, list::BOXED, top);
    let mut said = inner.below(rows.height);
    if said.height > 1 {
        let lead = "It would be:";
        painter.clip(said.x, said.y, said.width, lead, StyleRole::Dim);
        said = said.below(1);
    }
    painter.wrapped_and_cut(said, replacement.after(), StyleRole::Lit);
}
