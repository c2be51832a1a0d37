//! The left pane: every page with its state, and how far the draft has come.

use super::bench::title;
use super::paint::{Painter, cells};
use super::years::direction_role;
use crate::app::layout::{Area, Pane};
use crate::app::{Bench, Page, Tally};
use crate::assessment::{Direction, Grade, Judgment, State as HeadingState};
use crate::config::Role;
use crate::text;

pub(super) fn draw(painter: &mut Painter<'_>, area: Area, bench: &Bench) {
    let focused = bench.pane == Pane::Headings;
    title(painter, area, "Headings", "", focused);
    let content = area.content();
    let mut y = content.y;
    let bottom = content.y + content.height;
    let pages = bench.pages();
    let at = pages
        .iter()
        .position(|page| *page == bench.page)
        .unwrap_or(0);
    let room = usize::from(content.height).max(1);
    let skipped = at.saturating_sub(room.saturating_sub(1));
    for (page, tally) in pages.iter().zip(bench.tallies()).skip(skipped) {
        if y >= bottom {
            return;
        }
        line(
            painter,
            Area {
                y,
                height: 1,
                ..content
            },
            bench,
            *page,
            tally,
        );
        y += 1;
    }
    progress(
        painter,
        Area {
            y: y + 1,
            height: bottom.saturating_sub(y + 1),
            ..content
        },
        bench,
    );
}

fn line(painter: &mut Painter<'_>, area: Area, bench: &Bench, page: Page, tally: &Tally) {
    let chosen = bench.page == page;
    let away = bench.pane != Pane::Headings;
    let role = match (chosen, away) {
        (true, false) => Role::Selected,
        (true, true) => Role::SelectedAway,
        (false, _) => Role::Text,
    };
    if chosen {
        let style = painter.style(role);
        painter.tint(area, style);
    }
    let (state, state_role) = state_of(bench, page);
    let mut right = area;
    if bench.predecessor.earlier().is_some() {
        right.width = right.width.saturating_sub(2);
        let beside = bench.judged_id(page).and_then(|id| {
            let (draft, framework) = (&bench.assessment, &bench.framework);
            bench.predecessor.beside(draft, framework, id)
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
    right.width = right.width.saturating_sub(10.max(taken + 1));
    let counts = counts(tally);
    let counted = painter.right(right, &counts, if chosen { role } else { Role::Dim });
    let mark = if chosen { "▌" } else { " " };
    let x = painter.say(
        area.x,
        area.y,
        1,
        mark,
        if away { role } else { Role::RuleFocus },
    );
    let room = right
        .width
        .saturating_sub(counted + u16::from(counted > 0) + 1);
    let words = text::truncate(bench.page_title(page), usize::from(room)).into_owned();
    painter.say(x, area.y, room, &words, role);
}

fn counts(tally: &Tally) -> String {
    let mut words = Vec::new();
    for (many, mark) in [(tally.praise, "+"), (tally.needs, "−"), (tally.other, "·")] {
        if many > 0 {
            words.push(format!("{mark}{many}"));
        }
    }
    words.join(" ")
}

fn state_of(bench: &Bench, page: Page) -> (&'static str, Role) {
    let assessment = &bench.assessment;
    match page {
        Page::About => {
            let whole =
                !assessment.subject.name.is_empty() && !assessment.inspector.name.is_empty();
            if whole {
                ("", Role::Dim)
            } else {
                ("to fill in", Role::Ungraded)
            }
        }
        // The grade of the whole says more than that an opening is chosen.
        Page::Overall if bench.framework.graded_overall => match assessment.overall.grade {
            Some(grade) => judged(&Judgment {
                grade: Some(grade),
                ..Judgment::default()
            }),
            None => ("–", Role::Ungraded),
        },
        Page::Overall if assessment.overall.stance.is_empty() => ("no opening", Role::Ungraded),
        Page::Overall => ("opening ✓", Role::InBand),
        Page::Tray => match bench.waiting() {
            0 => ("set aside", Role::Dim),
            _ => ("! waiting", Role::Warning),
        },
        Page::Pillar(_) | Page::Heading(_) => {
            let id = bench.judged_id(page).unwrap_or_default();
            match assessment.grades.get(id) {
                Some(judgment) => judged(judgment),
                None => ("–", Role::Ungraded),
            }
        }
        Page::Outlook | Page::Answers | Page::Figures | Page::Evidence => ("", Role::Dim),
    }
}

/// A judgment in a word, with the role that it is coloured in.
pub(super) fn judged(judgment: &Judgment) -> (&'static str, Role) {
    let carried = judgment.state == Some(HeadingState::CarriedOver);
    match (judgment.state, judgment.grade) {
        (Some(HeadingState::Narrative), _) => ("narrative", Role::Dim),
        (Some(HeadingState::NotInspected), _) => ("not insp.", Role::Ungraded),
        (_, None) => ("–", Role::Ungraded),
        (_, Some(grade)) => {
            let role = grade_role(grade);
            let words = match (grade, carried) {
                (Grade::Outstanding, false) => "outst.",
                (Grade::Good, false) => "good",
                (Grade::Adequate, false) => "adequate",
                (Grade::RequiresImprovement, false) => "req. imp.",
                (Grade::Inadequate, false) => "inadeq.",
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

/// The role that a grade is coloured in.
pub(super) fn grade_role(grade: Grade) -> Role {
    match grade {
        Grade::Outstanding => Role::Outstanding,
        Grade::Good => Role::Good,
        Grade::Adequate => Role::Adequate,
        Grade::RequiresImprovement => Role::RequiresImprovement,
        Grade::Inadequate => Role::Inadequate,
    }
}

fn progress(painter: &mut Painter<'_>, area: Area, bench: &Bench) {
    let (settled, all) = bench.progress();
    let framework = &bench.framework;
    let more = framework.graded_overall || framework.pillars.iter().any(|pillar| pillar.graded);
    let noun = if more { "grades" } else { "headings" };
    let unspoken = bench.document().unspoken.len();
    let mut lines = vec![format!("{settled} of {all} {noun} settled")];
    if bench.framework.graded_overall && bench.assessment.overall.stance.is_empty() {
        lines.push("no opening yet".to_owned());
    }
    lines.push(match bench.assessment.findings.len() {
        1 => "1 finding".to_owned(),
        many => format!("{many} findings"),
    });
    if unspoken > 0 {
        lines.push(format!("{unspoken} not spoken"));
    }
    for (at, words) in (0..area.height).zip(&lines) {
        let room = area.width.saturating_sub(1).min(cells(words));
        painter.say(area.x + 1, area.y + at, room, words, Role::Dim);
    }
}
