//! The list of drafts: in two rows each where the window is high enough, what it is and where it stands; else in one.

use crate::app::layout::Area;
use crate::app::shown::{WordTone, file_name, left_to_do, unfinished};
use crate::app::{DraftCard, DraftCardGrade, PointerTarget};
use crate::assessment::JudgmentState;
use crate::config::StyleRole;
use crate::store::split_draft_name;
use crate::text::grapheme::next;
use crate::text::truncate;
use crate::tui::view::paint::{Painter, cells, scrolled};
use crate::tui::view::tone::{grade_role, role_of};

/// From this height a draft has two rows.
const TALL: u16 = 16;
/// The columns for what is left to do.
const LEFT_TO_DO: u16 = 19;

pub(super) fn draw(painter: &mut Painter<'_>, area: Area, top: &mut usize) {
    let library = &painter.state.library;
    let many = library.many();
    let tall = area.height >= TALL && area.width >= 50;
    let area = match tall {
        true => area.below(titles(painter, area)),
        false => area,
    };
    // Where all have room, a blank row parts them.
    let airy = tall && usize::from(area.height) >= many * 3;
    let rows = u16::from(tall) + 1;
    let height = rows + u16::from(airy);
    scrolled(top, library.at, many, area.height + u16::from(airy), |_| {
        height
    });
    let mut left = area;
    for (nth, card) in library.shown().enumerate().skip(*top) {
        if left.height < rows {
            return;
        }
        let (row, chosen) = (left.top(rows), nth == library.at);
        painter.shows(row, PointerTarget::Card(nth as isize - library.at as isize));
        match tall {
            true => two_rows(painter, row, card, chosen),
            false => one_row(painter, row, card, chosen, library.has_twin(card)),
        }
        left = left.below(height);
    }
}

/// Draws what stands in the columns; returns the rows taken.
fn titles(painter: &mut Painter<'_>, area: Area) -> u16 {
    let line = inner(area);
    let (_, done) = columns(line);
    painter.write(line.x, line.y, 20, "Body", StyleRole::Label);
    let room = done.width;
    painter.write(done.x, line.y, room, "To choose", StyleRole::Label);
    2
}

/// Returns the columns of a row inside its bar.
fn inner(row: Area) -> Area {
    Area {
        x: row.x + 2,
        width: row.width.saturating_sub(3),
        ..row
    }
}

/// Returns the columns of a row for its name and grades, and those for what is left to do.
fn columns(inner: Area) -> (Area, Area) {
    let left = inner.width.saturating_sub(LEFT_TO_DO + 2);
    let name = Area {
        width: left,
        ..inner
    };
    (name, inner.inset(left + 2))
}

/// Draws a draft in two rows: the body, its year and grades, what is left to do; framework and file, the last change.
fn two_rows(painter: &mut Painter<'_>, area: Area, card: &DraftCard, chosen: bool) {
    let role = painter.selected(area, chosen);
    if chosen {
        painter.write(area.x, area.y + 1, 1, "▌", StyleRole::RuleFocus);
    }
    let dim = if chosen { role } else { StyleRole::Dim };
    let line = inner(area);
    let below = line.below(1);
    let mut taken = painter.right(below, &card.changed, dim);
    if let Some(waits) = unfinished(painter.state, card) {
        let before = Area {
            width: below.width.saturating_sub(taken + 2),
            ..below
        };
        let warning = if chosen { role } else { StyleRole::Warning };
        taken += 2 + painter.right(before, &waits, warning);
    }
    let file = file_name(card);
    let room = below.width.saturating_sub(taken + 2);
    let found = painter.state.library.inside(card);
    // The name of the file is what a command needs: the framework gives way to it. What was looked for comes before both.
    let before = room.saturating_sub(cells(&file) + 3);
    if let Some(found) = found {
        let words = format!("{} – {}", found.words, found.note);
        painter.clip(below.x, below.y, room, &words, dim);
    } else {
        let x = match card.framework.is_empty() || before < 6 {
            true => below.x,
            false => {
                let x = painter.clip(below.x, below.y, before, &card.framework, dim);
                painter.write(x, below.y, 3, " · ", dim)
            }
        };
        let room = (below.x + room).saturating_sub(x);
        painter.clip(x, below.y, room, &file, dim);
    }
    let (name, done) = columns(line);
    let (words, tone) = left_to_do(card);
    let done_role = if chosen { role } else { role_of(tone) };
    let mut left = match words.is_empty() {
        // Nothing stands beside it: the room is the name's.
        true => line,
        false => {
            painter.clip(done.x, done.y, done.width, &words, done_role);
            name
        }
    };
    left.width = left
        .width
        .saturating_sub(grades(painter, left, card, chosen.then_some(role)));
    let strong = if chosen { role } else { StyleRole::Text };
    let year = card.year_beside_name();
    let year = match cells(&card.subject) + cells(year) < left.width {
        true => year,
        false => "",
    };
    let x = painter.clip(left.x, left.y, left.width, &card.subject, strong);
    painter.write(x + 1, left.y, cells(year), year, dim);
}

/// Draws the letters of the grades at the right of an area, with a blank between them where there is room; returns the
/// columns that they take.
fn grades(
    painter: &mut Painter<'_>,
    area: Area,
    card: &DraftCard,
    chosen: Option<StyleRole>,
) -> u16 {
    let many = u16::try_from(card.grades.len()).unwrap_or(u16::MAX);
    let name = cells(&card.subject).max(24).min(area.width);
    let room = area.width - name;
    let step = match many {
        0 => return 0,
        many if many.saturating_mul(2) < room => 2,
        many if many < room => 1,
        _ => return 0,
    };
    let width = many * step;
    let mut x = area.x + area.width - width;
    for grade in &card.grades {
        let (letter, colour) = letter(*grade);
        painter.write(x, area.y, 1, letter, chosen.unwrap_or(colour));
        x += step;
    }
    width + 1
}

/// Returns the name of a draft in so many cells: the body and, where another draft has the same, the file. Where both do
/// not fit, the end of the file's name stays, in which copies differ.
fn name(card: &DraftCard, twin: bool, room: u16) -> String {
    if !twin {
        return card.subject.clone();
    }
    let file = file_name(card);
    let whole = format!("{} · {file}", card.subject);
    if cells(&whole) <= room {
        return whole;
    }
    // The body is told by its beginning, the file by its end.
    let stem = split_draft_name(&file).map_or(file.as_str(), |(stem, _)| stem);
    let subject = truncate(&card.subject, usize::from(room * 2 / 3));
    let left = room.saturating_sub(cells(&subject) + 2);
    let mut end = stem;
    while !end.is_empty() && cells(end) > left {
        end = end.get(next(end, 0)..).unwrap_or_default();
    }
    format!("{subject} …{end}")
}

/// Draws a draft in one row: what stands at the right gives way to the name, and to the file of one that has a twin.
fn one_row(painter: &mut Painter<'_>, area: Area, card: &DraftCard, chosen: bool, twin: bool) {
    let role = painter.selected(area, chosen);
    let dim = if chosen { role } else { StyleRole::Dim };
    let mut left = inner(area);
    let wanted = match twin {
        true => cells(&file_name(card)).max(cells(&card.subject)),
        false => cells(&card.subject),
    };
    let waits = unfinished(painter.state, card);
    let (words, tone) = match (painter.state.library.inside(card), &waits) {
        (Some(found), _) => (found.note.clone(), WordTone::Quiet),
        (None, Some(waits)) => (waits.clone(), WordTone::Warning),
        (None, None) => left_to_do(card),
    };
    let short = match card.inspection {
        _ if waits.is_some() => "●",
        Some(_) => "▤",
        None if card.broken.is_some() => "!",
        None => "",
    };
    let words = match wanted + cells(&words) + 2 <= left.width {
        true if words == "all chosen" => "",
        true => words.as_str(),
        false => short,
    };
    let done_role = if chosen { role } else { role_of(tone) };
    let taken = painter.right(left, words, done_role);
    left.width = left.width.saturating_sub(taken + u16::from(taken > 0) * 2);
    let many = u16::try_from(card.grades.len()).unwrap_or(u16::MAX);
    if left.width >= wanted.min(22).saturating_add(many) {
        let taken = grades(painter, left, card, chosen.then_some(role));
        left.width = left.width.saturating_sub(taken);
    }
    let year = card.year_beside_name();
    if left.width >= wanted + cells(year) + 2 {
        let taken = painter.right(left, year, dim);
        left.width = left.width.saturating_sub(taken + 2);
    }
    let words = name(card, twin, left.width);
    painter.clip(left.x, left.y, left.width, &words, role);
}

/// Returns the letter of a grade in the strip.
fn letter(grade: DraftCardGrade) -> (&'static str, StyleRole) {
    match grade {
        DraftCardGrade::Open => ("·", StyleRole::Ungraded),
        DraftCardGrade::State(JudgmentState::Narrative) => ("n", StyleRole::Dim),
        DraftCardGrade::State(JudgmentState::NotInspected) => ("–", StyleRole::Dim),
        DraftCardGrade::State(JudgmentState::CarriedOver) => ("↩", StyleRole::Dim),
        DraftCardGrade::Grade(grade) => (grade.letter(), grade_role(grade)),
    }
}
