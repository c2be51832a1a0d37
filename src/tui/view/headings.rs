//! The left pane: every page with its state, and how far the draft has come.

use super::bars::title;
use super::last_year::direction_role;
use super::paint::{Painter, cells};
use super::prose::mark_words;
use crate::app::layout::{Area, Pane};
use crate::app::{DraftEditor, Page, PageTally};
use crate::assessment::{Direction, Grade, Judgment, JudgmentState, NO_OPENING};
use crate::config::StyleRole;
use crate::statement;
use crate::text::counted;

pub(super) fn draw(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    let focused = editor.pane == Pane::Headings;
    title(painter, area, "Headings", "", focused);
    let content = area.content();
    let pages = editor.pages();
    let at = pages
        .iter()
        .position(|page| *page == editor.page)
        .unwrap_or(0);
    let room = usize::from(content.height).max(1);
    let skipped = at.saturating_sub(room.saturating_sub(1));
    let mut left = content;
    // Where there is room, a blank row parts the headings from what stands before and behind them.
    let airy = room > pages.len() + 6;
    let is_heading = |page: &Page| matches!(page, Page::Pillar(_) | Page::Heading(_));
    let mut before = None;
    for (page, tally) in pages.iter().zip(editor.tallies()).skip(skipped) {
        if left.height == 0 {
            return;
        }
        let parted = before.is_some_and(|before: &Page| is_heading(before) != is_heading(page));
        if airy && parted {
            left = left.below(1);
        }
        before = Some(page);
        line(painter, left.row(0), editor, *page, tally);
        left = left.below(1);
    }
    progress(painter, left.below(1), editor);
}

fn line(
    painter: &mut Painter<'_>,
    area: Area,
    editor: &DraftEditor,
    page: Page,
    tally: &PageTally,
) {
    let chosen = editor.page == page;
    let away = editor.pane != Pane::Headings;
    let role = match (chosen, away) {
        (true, false) => StyleRole::Selected,
        (true, true) => StyleRole::SelectedAway,
        (false, _) => StyleRole::Text,
    };
    if chosen {
        let style = painter.style(role);
        painter.tint(area, style);
    }
    let (state, state_role) = state_of(editor, page);
    let mut right = area;
    if editor.predecessor.earlier().is_some() {
        right.width = right.width.saturating_sub(2);
        let beside = editor.judged_id(page).and_then(|id| {
            let (draft, framework) = (&editor.assessment, &editor.framework);
            editor.predecessor.beside(draft, framework, id)
        });
        // A grade that is carried over says so itself.
        let beside = beside.filter(|beside| beside.direction != Direction::NotAnew);
        if let Some(beside) = beside {
            let role = match chosen {
                true => role,
                false => direction_role(beside.direction),
            };
            painter.right(area, beside.direction.sign(), role);
        }
    }
    let taken = painter.right(right, state, if chosen { role } else { state_role });
    let name = editor.page_title(page);
    let counts = tally.to_string();
    // The counts give way to the name.
    let (before, column) = (right, 10.max(taken + 1));
    right.width = right.width.saturating_sub(column);
    let counted = match cells(name) + cells(&counts) + 2 <= right.width {
        true => painter.right(right, &counts, if chosen { role } else { StyleRole::Dim }),
        false => 0,
    };
    if counted == 0 {
        right.width = before.width.saturating_sub(taken + u16::from(taken > 0));
    }
    if chosen && !away {
        painter.choice_at(area.x, area.y);
    }
    let mark = if chosen { "▌" } else { " " };
    let x = painter.write(
        area.x,
        area.y,
        1,
        mark,
        if away { role } else { StyleRole::RuleFocus },
    );
    let room = right
        .width
        .saturating_sub(counted + u16::from(counted > 0) + 1);
    painter.clip(x, area.y, room, name, role);
    let cells_of_name = Area {
        x,
        width: room,
        ..area
    };
    for range in painter.found_in(name) {
        let (row, role) = (0..name.len(), StyleRole::Matched);
        mark_words(painter, cells_of_name, name, &row, &range, role);
    }
}

fn state_of(editor: &DraftEditor, page: Page) -> (&'static str, StyleRole) {
    let assessment = &editor.assessment;
    match page {
        Page::About => {
            let signs =
                !assessment.inspector.name.is_empty() || !editor.document().says("inspector.name");
            if !assessment.subject.name.is_empty() && signs {
                ("", StyleRole::Dim)
            } else {
                ("to fill in", StyleRole::Ungraded)
            }
        }
        // The grade of the whole says more than that an opening is chosen.
        Page::Overall if editor.framework.graded_overall => judged(&assessment.overall.judgment()),
        Page::Overall if assessment.overall.stance.is_empty() => {
            ("no opening", StyleRole::Ungraded)
        }
        Page::Overall => match opening_fits(editor) {
            Some(true) => ("opening ✓", StyleRole::InBand),
            Some(false) => ("opening !", StyleRole::Warning),
            None => ("opening", StyleRole::Dim),
        },
        Page::Tray => match editor.waiting() {
            0 => ("set aside", StyleRole::Dim),
            _ => ("! waiting", StyleRole::Warning),
        },
        Page::Pillar(_) | Page::Heading(_) => {
            let id = editor.judged_id(page).unwrap_or_default();
            match assessment.grades.get(id) {
                Some(judgment) => judged(judgment),
                None => ("–", StyleRole::Ungraded),
            }
        }
        Page::Outlook | Page::Answers | Page::Figures | Page::Evidence => ("", StyleRole::Dim),
    }
}

/// Returns whether the grades suggest the opening that was chosen; `None` where they have no say.
fn opening_fits(editor: &DraftEditor) -> Option<bool> {
    let stance = &editor.assessment.overall.stance;
    if stance == NO_OPENING {
        return Some(true);
    }
    let rung = editor.framework.rung(stance)?;
    statement::suggested(&editor.assessment, &editor.framework, rung)
}

/// Returns a judgment in a word, with the role that it is coloured in.
pub(super) fn judged(judgment: &Judgment) -> (&'static str, StyleRole) {
    let carried = judgment.state == Some(JudgmentState::CarriedOver);
    match (judgment.state, judgment.grade) {
        (Some(JudgmentState::Narrative), _) => ("narrative", StyleRole::Dim),
        (Some(JudgmentState::NotInspected), _) => ("not insp.", StyleRole::Ungraded),
        (_, None) => ("–", StyleRole::Ungraded),
        (_, Some(grade)) => {
            let role = grade_role(grade);
            let words = match (grade, carried) {
                (grade, false) => short_grade(grade),
                (Grade::Outstanding, true) => "outst. ↩",
                (Grade::Good, true) => "good ↩",
                (Grade::Adequate, true) => "adequate ↩",
                (Grade::RequiresImprovement, true) => "req. im. ↩",
                (Grade::Inadequate, true) => "inadeq. ↩",
            };
            (words, role)
        }
    }
}

/// Returns the role that a grade is coloured in.
pub(super) fn grade_role(grade: Grade) -> StyleRole {
    match grade {
        Grade::Outstanding => StyleRole::Outstanding,
        Grade::Good => StyleRole::Good,
        Grade::Adequate => StyleRole::Adequate,
        Grade::RequiresImprovement => StyleRole::RequiresImprovement,
        Grade::Inadequate => StyleRole::Inadequate,
    }
}

/// Returns a grade in a short word.
pub(super) fn short_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Outstanding => "outst.",
        Grade::Good => "good",
        Grade::Adequate => "adequate",
        Grade::RequiresImprovement => "req. imp.",
        Grade::Inadequate => "inadeq.",
    }
}

fn progress(painter: &mut Painter<'_>, area: Area, editor: &DraftEditor) {
    let (settled, all) = editor.progress();
    let framework = &editor.framework;
    let more = framework.graded_overall || framework.pillars.iter().any(|pillar| pillar.graded);
    let noun = if more { "grades" } else { "headings" };
    let unspoken = editor.document().unspoken.len();
    let mut lines = vec![format!("{settled} of {all} {noun} settled")];
    if editor.framework.graded_overall && editor.assessment.overall.stance.is_empty() {
        lines.push("no opening yet".to_owned());
    }
    lines.push(counted(editor.assessment.findings.len(), "finding"));
    if unspoken > 0 {
        lines.push(format!("{unspoken} not spoken"));
    }
    for (at, words) in (0..area.height).zip(&lines) {
        let room = area.width.saturating_sub(1).min(cells(words));
        painter.write(area.x + 1, area.y + at, room, words, StyleRole::Dim);
    }
}
