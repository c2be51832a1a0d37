//! The page beside the list: what the chosen file has in it. A draft's grades, what is left to do, its statement.

use std::borrow::Cow;

use crate::app::layout::Area;
use crate::app::shown::unfinished_in_full;
use crate::app::{DraftCard, Preview, PreviewedDraft, severity_mark};
use crate::assessment::{Date, Inspection, Judgment, JudgmentState, OVERALL};
use crate::check::{Problem, Severity};
use crate::config::StyleRole;
use crate::statement::{Document, ParagraphRole, minutes_aloud};
use crate::text::counted;
use crate::tui::view::list::severity_role;
use crate::tui::view::marking;
use crate::tui::view::paint::{Painter, cells};
use crate::tui::view::tone::grade_role;

pub(super) fn draw(painter: &mut Painter<'_>, area: Area) {
    let state = painter.state;
    let Some(card) = state.library.chosen() else {
        return;
    };
    match painter.has_ground(StyleRole::Page) {
        true => painter.lay(area, StyleRole::Page),
        false => painter.rule(area, StyleRole::Rule),
    }
    let page = Area {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area.below(u16::from(area.height > 8))
    };
    let preview = state.library.preview();
    let marking = match preview {
        Some(Preview::Draft(draft)) => draft.document.marking.as_str(),
        Some(Preview::Inspection(inspection)) => &inspection.marking,
        Some(Preview::Nothing(_)) | None => "",
    };
    let taken = marking::draw(painter, page.top(1), marking);
    let title = Area {
        width: page.width.saturating_sub(taken + u16::from(taken > 0)),
        ..page
    };
    title_line(painter, title, card);
    let mut below = page.below(1);
    if let Some(waits) = unfinished_in_full(state, card) {
        below = below.below(painter.wrapped(below, &waits, StyleRole::Warning));
    }
    if let Some(found) = state.library.inside(card) {
        let places = counted(found.many, "place");
        let words = format!(
            "{places} with “{}”: {}",
            state.library.filter().trim(),
            found.words
        );
        below = below.below(painter.wrapped(below, &words, StyleRole::Text) + 1);
    }
    match preview {
        Some(Preview::Draft(draft)) => of_draft(painter, below, draft),
        Some(Preview::Inspection(inspection)) => of_inspection(painter, below, inspection),
        Some(Preview::Nothing(why)) => nothing(painter, below, why),
        None if card.sealed => nothing(
            painter,
            below,
            "It is sealed: what it says is shown once it is opened.",
        ),
        None => nothing(painter, below, card.broken.as_deref().unwrap_or_default()),
    }
}

/// Draws the name of the body in full, in as few columns as it takes, and its year.
fn title_line(painter: &mut Painter<'_>, area: Area, card: &DraftCard) {
    let x = painter.clip(area.x, area.y, area.width, &card.subject, StyleRole::Title);
    let room = (area.x + area.width).saturating_sub(x + 1);
    let year = card.year_beside_name();
    if cells(year) <= room {
        painter.write(x + 1, area.y, room, year, StyleRole::Dim);
    }
}

fn nothing(painter: &mut Painter<'_>, area: Area, why: &str) {
    painter.wrapped(area.below(1), why, StyleRole::Text);
}

fn of_draft(painter: &mut Painter<'_>, area: Area, draft: &PreviewedDraft) {
    let assessment = &draft.assessment;
    let measures = draft.document.measures();
    let mut words = format!(
        "{} · {} aloud",
        counted(measures.words, "word"),
        minutes_aloud(measures.words, painter.state.words_a_minute())
    );
    // What has no room is left out whole.
    for part in [
        counted(assessment.findings.len(), "finding"),
        format!("{} evidence", assessment.evidence.len()),
    ] {
        if cells(&words) + cells(&part) + 3 <= area.width {
            words.push_str(" · ");
            words.push_str(&part);
        }
    }
    painter.clip(area.x, area.y, area.width, &words, StyleRole::Dim);
    let mut left = area.below(2);
    left = left.below(grades(painter, left.top(area.height / 3), draft));
    left = left.below(left_to_do(painter, left, &draft.problems));
    statement(painter, left, &draft.document);
}

/// Draws the grades in one column or, where that would be long, in two; returns the rows taken, with a blank one.
fn grades(painter: &mut Painter<'_>, area: Area, draft: &PreviewedDraft) -> u16 {
    let rows = judgments(draft);
    let many = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    if many == 0 || area.height == 0 {
        return 0;
    }
    let columns = if many > area.height && area.width >= 48 {
        2
    } else {
        1
    };
    let height = many.div_ceil(columns).min(area.height);
    let width = area.width / columns;
    let titles = rows.iter().map(|(title, ..)| cells(title)).max();
    let words = rows.iter().map(|(_, words, _)| cells(words)).max();
    let words = words.unwrap_or(0);
    let title = titles.unwrap_or(0).min(width.saturating_sub(words + 3));
    for (nth, (name, words, role)) in (0..height * columns).zip(&rows) {
        let x = area.x + nth / height * width;
        let y = area.y + nth % height;
        painter.clip(x, y, title, name, StyleRole::Text);
        painter.write(
            x + title + 2,
            y,
            width.saturating_sub(title + 2),
            words,
            *role,
        );
    }
    height + 1
}

/// Returns what is graded, each with its grade in words.
fn judgments(draft: &PreviewedDraft) -> Vec<(&str, Cow<'_, str>, StyleRole)> {
    let (assessment, framework) = (&draft.assessment, &draft.framework);
    let words = |id: &str| {
        let judgment = match id {
            OVERALL => Judgment {
                grade: assessment.overall.grade,
                ..Judgment::default()
            },
            id => assessment.judgment(id),
        };
        match (judgment.state, judgment.grade) {
            (Some(JudgmentState::Narrative), _) => (Cow::Borrowed("narrative"), StyleRole::Dim),
            (Some(JudgmentState::NotInspected), _) => {
                (Cow::Borrowed("not inspected"), StyleRole::Ungraded)
            }
            (_, None) => (Cow::Borrowed("no grade yet"), StyleRole::Warning),
            (state, Some(grade)) => {
                let point = framework.scale_point(grade);
                let words = point.map_or("", |point| point.words.as_str());
                let carried = match state {
                    Some(JudgmentState::CarriedOver) => " ↩",
                    _ => "",
                };
                (Cow::Owned(format!("{words}{carried}")), grade_role(grade))
            }
        }
    };
    let whole = framework.graded_overall.then_some(("Overall", OVERALL));
    let graded = framework.graded();
    let graded = graded.map(|heading| (heading.title.as_str(), heading.id.as_str()));
    let all = whole.into_iter().chain(graded);
    all.map(|(title, id)| {
        let (words, role) = words(id);
        (title, words, role)
    })
    .collect()
}

/// Draws the gravest of what the checks tell; returns the rows taken, with a blank one.
fn left_to_do(painter: &mut Painter<'_>, area: Area, problems: &[Problem]) -> u16 {
    let most = usize::from(area.height / 6).clamp(1, 4);
    let (mut y, shown) = (0, problems.len().min(most));
    for problem in problems.iter().take(shown) {
        if y >= area.height {
            return y;
        }
        let row = area.row(y);
        let mark = severity_mark(problem.severity);
        painter.write(
            row.x,
            row.y,
            row.width,
            mark,
            severity_role(problem.severity),
        );
        painter.clip(
            row.x + 2,
            row.y,
            row.width.saturating_sub(2),
            &problem.what,
            StyleRole::Text,
        );
        y += 1;
    }
    let more = problems.len() - shown;
    if more > 0 && y < area.height {
        let of = |severity: Severity| problems.iter().filter(move |it| it.severity == severity);
        let counts = [
            (of(Severity::Error).count(), "error"),
            (of(Severity::Warning).count(), "warning"),
        ];
        let counts = counts.iter().filter(|(many, _)| *many > 0);
        let counts: Vec<String> = counts.map(|(many, noun)| counted(*many, noun)).collect();
        let of = match counts.is_empty() {
            true => String::new(),
            false => format!("; {} in all", counts.join(", ")),
        };
        let words = format!("{more} more{of}");
        painter.clip(
            area.x + 2,
            area.y + y,
            area.width.saturating_sub(2),
            &words,
            StyleRole::Dim,
        );
        y += 1;
    }
    if problems.is_empty() && area.height > 0 {
        painter.write(
            area.x,
            area.y,
            area.width,
            "✓ Nothing is left to do.",
            StyleRole::InBand,
        );
        y = 1;
    }
    y + 1
}

/// Draws as much of the statement as there is room for.
fn statement(painter: &mut Painter<'_>, area: Area, document: &Document) {
    let mut left = area;
    let spoken = document.paragraphs.iter();
    for paragraph in spoken.filter(|it| it.role != ParagraphRole::Title) {
        if left.height == 0 {
            return;
        }
        // No more is wrapped than can be seen.
        let room = usize::from(left.width) * usize::from(left.height);
        let mut words = String::new();
        for (nth, sentence) in paragraph.sentences.iter().enumerate() {
            let begins = paragraph.items.contains(&nth);
            if !words.is_empty() {
                words.push(if begins { '\n' } else { ' ' });
            }
            if begins {
                words.push_str("• ");
            }
            words.push_str(&sentence.text);
            if words.len() > room * 4 {
                break;
            }
        }
        left = left.below(painter.wrapped(left, &words, StyleRole::Text) + 1);
    }
}

fn of_inspection(painter: &mut Painter<'_>, area: Area, inspection: &Inspection) {
    let drafts = counted(inspection.drafts.len(), "draft");
    let words = match inspection.published.as_str() {
        "" => drafts,
        day => {
            let spoken = Date::read(day).map(|day| day.spoken());
            format!(
                "{drafts} · publication {}",
                spoken.as_deref().unwrap_or(day)
            )
        }
    };
    painter.clip(area.x, area.y, area.width, &words, StyleRole::Dim);
    let left = area.below(2);
    for (y, named) in (0..left.height).zip(&inspection.drafts) {
        painter.clip(left.x, left.y + y, left.width, named, StyleRole::Text);
    }
}
