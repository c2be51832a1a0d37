//! The library: every draft with its grades, how far it is and when it was last changed.

use super::bars::footer;
use super::headings::{grade_letter, grade_role};
use super::paint::{Painter, cells, rows};
use crate::app::layout::Area;
use crate::app::{Command, DraftCard, DraftCardGrade, Scope, State};
use crate::assessment::JudgmentState;
use crate::config::StyleRole;

pub(super) fn draw(painter: &mut Painter<'_>, state: &State, top: &mut usize) {
    let (width, height) = (state.size.width, state.size.height);
    let foot = u16::from(height > 1);
    let all = state.size.area();
    footer(painter, all.below(height.saturating_sub(foot)), state);
    let head = all.top(u16::from(height > 2));
    let shown: Vec<&DraftCard> = state.library.shown().collect();
    let many = shown.len();
    if head.height > 0 {
        let count = match (&state.library.cards, state.library.filter.as_str()) {
            (None, _) => "reading the folder …".to_owned(),
            (Some(_), "") if state.library.filling => format!("reading, {many} so far"),
            (Some(cards), "") if cards.is_empty() => String::new(),
            (Some(_), "") => format!("{many} {}", if many == 1 { "draft" } else { "drafts" }),
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
        empty(painter, body, state);
        return;
    }
    for (row, chosen, card) in rows(body, shown.into_iter(), state.library.at, top) {
        draft(painter, row, card, chosen);
    }
}

fn empty(painter: &mut Painter<'_>, area: Area, state: &State) {
    let Some(cards) = &state.library.cards else {
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
        let key = state.key(Scope::Library, command);
        painter.write(left.x, left.y, 6, &key, StyleRole::Key);
        left = left.below(painter.wrapped(left.inset(4), words, StyleRole::Dim));
    }
}

fn draft(painter: &mut Painter<'_>, area: Area, card: &DraftCard, chosen: bool) {
    let role = painter.selected(area, chosen);
    let dim = if chosen { role } else { StyleRole::Dim };
    let mut left = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    if let Some(why) = &card.broken {
        let name = cells(&card.subject).min(left.width / 2);
        let x = painter.write(left.x, left.y, name, &card.subject, role);
        let words = format!("! {why}");
        let room = (left.x + left.width).saturating_sub(x + 2);
        painter.clip(x + 2, left.y, room, &words, StyleRole::Error);
        return;
    }
    if let Some(drafts) = card.inspection {
        let s = if drafts == 1 { "" } else { "s" };
        let words = format!("inspection of {drafts} draft{s}");
        if left.width >= 48 + cells(&card.changed) {
            let taken = painter.right(left, &card.changed, dim);
            left.width = left.width.saturating_sub(taken.max(12) + 2);
        }
        let words = match left.width >= cells(&words) + 14 {
            true => words,
            false => "▤".to_owned(),
        };
        let taken = painter.right(left, &words, dim);
        left.width = left.width.saturating_sub(taken + 2);
        painter.clip(left.x, left.y, left.width, &card.subject, role);
        return;
    }
    // From the right: when, how far, the strip; each only while enough is left for the name.
    for (words, least) in [(card.changed.clone(), 48), (progress(card), 56)] {
        if left.width >= least + cells(&words) {
            let column = cells(&words).max(12);
            let taken = painter.right(left, &words, dim);
            left.width = left.width.saturating_sub(column.max(taken) + 2);
        }
    }
    let strip = u16::try_from(card.grades.len() * 2).unwrap_or(0);
    if left.width >= strip + 14 {
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
    painter.clip(left.x, left.y, left.width, &card.subject, role);
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
        DraftCardGrade::Grade(grade) => (grade_letter(grade), grade_role(grade)),
    }
}
