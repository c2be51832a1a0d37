//! The problems that the checks find: in the line above the keys, in the margins, and as a list.

use super::dialog::frame;
use super::list::{self, severity_role};
use super::paint::{Painter, cells};
use crate::app::layout::{Area, Pane};
use crate::app::{Command, DraftEditor, ProblemList, Scope, severity_mark};
use crate::check::{Problem, Severity};
use crate::config::StyleRole;
use crate::text::{self, counted};

/// Draws the sign of the gravest of some problems, in a margin.
pub(super) fn margin(painter: &mut Painter<'_>, x: u16, y: u16, problems: &[&Problem]) {
    let gravest = problems.iter().map(|problem| problem.severity).min();
    if let Some(gravest) = gravest {
        painter.write(x, y, 1, severity_mark(gravest), severity_role(gravest));
    }
}

/// Returns how many errors and warnings there are, in two signs; empty where there are none.
pub(super) fn signs(editor: &DraftEditor) -> String {
    let [errors, warnings, _] = editor.problems().counts();
    let mut signs = String::new();
    for (many, severity) in [(errors, Severity::Error), (warnings, Severity::Warning)] {
        if many > 0 {
            signs.push_str(&format!("{}{many} ", severity_mark(severity)));
        }
    }
    signs
}

/// Draws the line above the keys: the problem of what the cursor is on, else the number of all problems.
pub(super) fn draw_line(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    if area.height == 0 || !painter.state.overlays.is_empty() {
        return;
    }
    let told = editor.problem_here().filter(|_| editor.typing.is_none());
    let state = painter.state;
    let label = |command| state.keymap.label(state.scope(), command);
    let Some(told) = told else {
        summary(painter, area, editor, label(Command::NextProblem));
        return;
    };
    // The keys that act on it are in the line below.
    let others = match editor.problems_here().len() {
        0 | 1 => String::new(),
        many => format!(" {} more here ", many - 1),
    };
    let taken = painter.right(area, &others, StyleRole::Dim);
    let room = area.width.saturating_sub(taken + 1);
    let mark = severity_mark(told.severity);
    let x = painter.write(area.x, area.y, room, mark, severity_role(told.severity)) + 1;
    let room = room.saturating_sub(cells(mark) + 1);
    let role = severity_role(told.severity);
    let remedy = state.remedy_of(told);
    let whole = format!("{}; {remedy}", told.what);
    if cells(&whole) <= room || area.y < 3 {
        painter.clip(x, area.y, room, &whole, role);
        return;
    }
    // What is wrong has a row of its own, and of a quotation in it no more than has room.
    let above = Area {
        y: area.y - 1,
        ..area
    };
    painter.clear(above, StyleRole::Text);
    painter.clear(area, StyleRole::Text);
    painter.write(area.x, above.y, area.width, mark, role);
    let wide = area.width.saturating_sub(2);
    let what = text::shorten_quotation(&told.what, usize::from(wide));
    painter.clip(area.x + 2, above.y, wide, &what, role);
    painter.right(area, &others, StyleRole::Dim);
    let room = wide.saturating_sub(taken);
    // What is to be done is never cut off for the keys that do it, which are in the line below as well.
    let remedy = match cells(&remedy) <= room || cells(&told.remedy) > room {
        true => &remedy,
        false => &told.remedy,
    };
    painter.clip(area.x + 2, area.y, room, remedy, role);
}

fn summary(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor, key: Option<String>) {
    let [errors, warnings, advice] = editor.problems().counts();
    let mut parts = Vec::new();
    for (many, noun, of) in [
        (errors, "error", ""),
        (warnings, "warning", ""),
        (advice, "piece", " of advice"),
    ] {
        if many > 0 {
            parts.push(format!("{}{of}", counted(many, noun)));
        }
    }
    if parts.is_empty() || editor.typing.is_some() {
        return;
    }
    let mut x = painter.write(
        area.x,
        area.y,
        area.width,
        &format!("  {}", parts.join(" · ")),
        StyleRole::Dim,
    );
    if let Some(key) = key.filter(|_| editor.pane != Pane::Statement || x + 24 < area.width) {
        let room = area.room(x + 2);
        x = painter.write(x + 2, area.y, room, &key, StyleRole::Key);
        let room = area.room(x + 1);
        painter.write(x + 1, area.y, room, "goes to the next", StyleRole::Dim);
    }
}

/// Draws the list of problems: each in a line, and the one that is looked at in full.
pub(super) fn draw(painter: &mut Painter<'_>, list: &ProblemList, top: &mut usize) {
    let title = list.title();
    let inner = frame(painter, 110, u16::MAX, &title, Scope::Checking);
    if inner.width < 6 || inner.height == 0 {
        return;
    }
    let detail = (inner.height / 2).min(9);
    let lines = inner.height.saturating_sub(detail);
    list::draw(painter, inner.top(lines), &list.list, list::BOXED, top);
    if let Some(problem) = list.problem() {
        in_full(painter, inner.below(lines), problem, list.place());
    }
}

fn in_full(painter: &mut Painter<'_>, area: Area, problem: &Problem, place: &str) {
    let entry = problem.rule.entry();
    let head = format!("{} · {} · {place}", problem.severity.word(), entry.id);
    let mut left = area.inset(2).below(u16::from(area.height > 6));
    let remedy = painter.state.remedy_of(problem);
    let paragraphs = [
        (problem.what.as_str(), severity_role(problem.severity)),
        (remedy.as_str(), StyleRole::Lit),
        (entry.why, StyleRole::Dim),
        (head.as_str(), StyleRole::Dim),
    ];
    for (words, role) in paragraphs {
        if left.height == 0 {
            return;
        }
        left = left.below(painter.wrapped(left, words, role).max(1));
    }
}
