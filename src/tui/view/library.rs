//! The library: every draft with its grades, how far it is and when it was last changed.

use super::bars::footer;
use super::headings::grade_role;
use super::list;
use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{Command, DraftCard, DraftCardGrade, Scope};
use crate::assessment::JudgmentState;
use crate::config::StyleRole;
use crate::text::grapheme::next;
use crate::text::{counted, visible_line};

pub(super) fn draw(painter: &mut Painter<'_>, top: &mut usize) {
    let (state, all) = (painter.state, painter.state.size.area());
    let Area { width, height, .. } = all;
    let foot = u16::from(height > 1);
    footer(painter, all.below(height.saturating_sub(foot)));
    let head = all.top(u16::from(height > 2));
    let shown: Vec<&DraftCard> = state.library.shown().collect();
    let many = shown.len();
    if head.height > 0 {
        let count = match (&state.library.cards, state.library.filter.as_str()) {
            (None, _) => "reading the folder …".to_owned(),
            (Some(_), "") if state.library.filling => format!("reading, {many} so far"),
            (Some(cards), "") if cards.is_empty() => String::new(),
            (Some(_), "") => counted(many, "draft"),
            (Some(cards), filter) => format!("{many} of {} with “{filter}”", cards.len()),
        };
        let taken = painter.right(head, &format!("{count} "), StyleRole::Dim);
        let room = width.saturating_sub(taken + 1);
        painter.write(1, 0, room, "Assay", StyleRole::Title);
        let room = width.saturating_sub(taken + 9);
        painter.write(8, 0, room, "drafts of assessments", StyleRole::Dim);
    }
    let body = all.below(head.height * 2);
    let body = body.top(body.height.saturating_sub(foot));
    if many == 0 {
        empty(painter, body);
        return;
    }
    for (row, chosen, card) in list::rows(painter, body, shown.into_iter(), state.library.at, top) {
        let twin = state.library.has_twin(card);
        draft(painter, row, card, chosen, twin);
    }
}

fn empty(painter: &mut Painter<'_>, area: Area) {
    let Some(cards) = &painter.state.library.cards else {
        return;
    };
    let inner = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    if !cards.is_empty() {
        let words = "No draft has these words.";
        painter.write(inner.x, inner.y, inner.width, words, StyleRole::Dim);
        return;
    }
    let words = "There are no drafts here yet.";
    let mut left = inner.below(painter.wrapped(inner, words, StyleRole::Text) + 1);
    let ways = [
        (
            Command::NewDraft,
            "begin a draft: say which body it is about, and start writing",
        ),
        (
            Command::NewInspection,
            "begin an inspection of several bodies, each with a draft of its own",
        ),
        (
            Command::OpenExample,
            "open a copy of the example, to see what a draft is and try every key",
        ),
        (Command::Help, "show every key"),
    ];
    for (command, words) in ways {
        if left.height == 0 {
            break;
        }
        let key = painter.state.key(Scope::Library, command);
        painter.write(left.x, left.y, 6, &key, StyleRole::Key);
        left = left.below(painter.wrapped(left.inset(4), words, StyleRole::Dim));
    }
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
    if cells(&file) <= room {
        return file;
    }
    let mut end = file.as_str();
    while !end.is_empty() && cells(end) >= room {
        end = end.get(next(end, 0)..).unwrap_or_default();
    }
    format!("…{end}")
}

fn file_name(card: &DraftCard) -> String {
    let name = card.path.file_name().unwrap_or_default().to_string_lossy();
    visible_line(&name).into_owned()
}

fn draft(painter: &mut Painter<'_>, area: Area, card: &DraftCard, chosen: bool, twin: bool) {
    let role = painter.selected(area, chosen);
    let dim = if chosen { role } else { StyleRole::Dim };
    let mut left = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    // What stands at the right gives way to the name of a file.
    let least = match twin {
        true => cells(&file_name(card)).saturating_add(16),
        false => 0,
    };
    if let Some(why) = &card.broken {
        let subject = name(card, twin, left.width / 2);
        let room = cells(&subject).min(left.width / 2);
        let x = painter.write(left.x, left.y, room, &subject, role);
        let words = format!("! {why}");
        let room = left.room(x + 2);
        painter.clip(x + 2, left.y, room, &words, StyleRole::Error);
        return;
    }
    if let Some(drafts) = card.inspection {
        let words = format!("inspection of {}", counted(drafts, "draft"));
        if left.width >= least.max(48) + cells(&card.changed) {
            let taken = painter.right(left, &card.changed, dim);
            left.width = left.width.saturating_sub(taken.max(12) + 2);
        }
        let words = match left.width >= least.max(14) + cells(&words) {
            true => words,
            false => "▤".to_owned(),
        };
        let taken = painter.right(left, &words, dim);
        left.width = left.width.saturating_sub(taken + 2);
        let words = name(card, twin, left.width);
        painter.clip(left.x, left.y, left.width, &words, role);
        return;
    }
    // From the right: when, how far, the strip; each only while enough is left for the name.
    for (words, room) in [(card.changed.clone(), 48), (progress(card), 56)] {
        if left.width >= least.max(room) + cells(&words) {
            let column = cells(&words).max(12);
            let taken = painter.right(left, &words, dim);
            left.width = left.width.saturating_sub(column.max(taken) + 2);
        }
    }
    let strip = u16::try_from(card.grades.len() * 2).unwrap_or(0);
    if left.width >= least.max(14) + strip {
        let mut x = left.x + left.width - strip;
        for grade in &card.grades {
            let (letter, colour) = letter(*grade);
            painter.write(x, left.y, 1, letter, if chosen { role } else { colour });
            x += 2;
        }
        left.width = left.width.saturating_sub(strip + 2);
    }
    if left.width >= 24 && !card.year.is_empty() {
        let taken = painter.right(left, &card.year, dim);
        left.width = left.width.saturating_sub(taken.max(7) + 2);
    }
    let words = name(card, twin, left.width);
    painter.clip(left.x, left.y, left.width, &words, role);
}

fn progress(card: &DraftCard) -> String {
    let open = card
        .grades
        .iter()
        .filter(|grade| **grade == DraftCardGrade::Open)
        .count();
    let settled = card.grades.len() - open;
    format!(
        "{settled}/{} graded, {} found",
        card.grades.len(),
        card.findings
    )
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
