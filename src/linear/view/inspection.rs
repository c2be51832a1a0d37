//! An inspection of several bodies.

use super::rows::plain;
use super::{LinearLine, LinearView};
use crate::app::shown::{cell_words, line_words};
use crate::app::{Grid, GridRow, InspectionPage, LineContent, State};
use crate::text::{counted, uncapital};

pub(super) fn view(_: &State, grid: &Grid) -> LinearView {
    let mut lead = vec![format!(
        "{}: {}.",
        grid.page.title(),
        counted(grid.bodies.len(), "draft")
    )];
    let programmes = grid.programmes();
    if grid.page == InspectionPage::Grades && !programmes.is_empty() {
        let all = programmes.join(", ");
        lead.push(format!(
            "Of several programmes, whose grades do not compare: {all}."
        ));
    }
    if !grid.marking.is_empty() {
        lead.push(format!("Marked {}.", grid.marking));
    }
    if grid.bodies.is_empty() {
        lead.push(
            "No drafts are in it yet. Each body that is inspected has one of its own.".to_owned(),
        );
    }
    let (lines, at) = match grid.page.is_table() {
        true => {
            let bodies = grid.bodies.iter();
            let rows = bodies.map(|body| LinearLine::Row(table_row(grid, body)));
            (rows.collect(), grid.row)
        }
        false => list(grid),
    };
    let detail = match grid.bodies.is_empty() {
        true => Vec::new(),
        false => vec![plain(&grid.cell())],
    };
    LinearView {
        id: format!("inspection {} {:?}", grid.file.path.display(), grid.page),
        title: format!("The inspection “{}”.", grid.title()),
        lead,
        at: (!grid.bodies.is_empty()).then_some(at),
        lines,
        detail,
        prompt: format!("inspection, {}", uncapital(grid.page.title())),
        ..LinearView::default()
    }
}

/// Returns what a table has of a body, in a line.
fn table_row(grid: &Grid, body: &GridRow) -> String {
    if let Some(why) = body.why() {
        return format!("{} – {}", body.name(), plain(&why));
    }
    let titles: Vec<&str> = match grid.page {
        InspectionPage::Figures => grid.figures.iter().map(String::as_str).collect(),
        _ => grid.columns.iter().map(|it| it.title.as_str()).collect(),
    };
    let cells = titles.iter().enumerate().filter_map(|(at, title)| {
        let (words, _) = cell_words(grid, body, at)?;
        (!words.is_empty()).then(|| format!("{title}: {}", plain(&words)))
    });
    let cells: Vec<String> = cells.collect();
    match cells.is_empty() {
        true => body.name().to_owned(),
        false => format!("{} – {}", body.name(), cells.join("; ")),
    }
}

/// Returns the lines of a list, and the row at hand: each can be gone to.
fn list(grid: &Grid) -> (Vec<LinearLine>, usize) {
    let lines = grid.lines.iter().map(|line| {
        let (_, words, _) = line_words(grid, *line);
        let words = plain(&words);
        LinearLine::Row(match line.content {
            LineContent::Body => words,
            _ => format!("- {words}"),
        })
    });
    (lines.collect(), grid.line)
}
