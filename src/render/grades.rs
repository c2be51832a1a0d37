//! The grades on their scale, as a table that is read by row, without any colour.

use super::block::{Block, Table, TableRow, words};
use super::{line, line_or};
use crate::assessment::{
    Apart, Assessment, Direction, Framework, JudgmentState, Predecessor, Strip, strip,
};
use crate::statement::Values;
use crate::text::capital;

/// The signs of this year and of last year.
const NOW: &str = "●";
const THEN: &str = "○";

/// Returns a heading, the table, and where the scales do not compare a word on that; no blocks where nothing is
/// graded yet.
pub(super) fn chart(
    assessment: &Assessment,
    framework: &Framework,
    predecessor: &Predecessor,
) -> Vec<Block> {
    let strip = strip(assessment, framework, predecessor);
    if strip.rows.iter().all(|row| row.now.is_none()) {
        return Vec::new();
    }
    let values = Values::new(assessment, framework);
    let say = |text: &str| line(&values.fill(text));
    let terms = &framework.report;
    let mut columns = vec![say(&terms.heading)];
    columns.extend(strip.scale.iter().map(|grade| capital(&line(grade))));
    if strip.last_year.is_some() {
        columns.push(say(&terms.since));
    }
    let caption = say(&terms.scale);
    let mut blocks = vec![Block::Heading(2, caption.clone())];
    if let Some(apart) = strip.apart {
        blocks.push(words(say(match apart {
            Apart::Scales => &terms.two_scales,
            Apart::Programmes => &terms.two_programmes,
        })));
    }
    let rows = rows(&strip, &say, framework);
    blocks.push(Block::Table(Table {
        caption,
        columns,
        rows,
    }));
    blocks
}

fn rows(strip: &Strip, say: &dyn Fn(&str) -> String, framework: &Framework) -> Vec<TableRow> {
    let terms = &framework.report;
    let or = |year: &str, otherwise: &str| line_or(year, || say(otherwise));
    let now = format!("{NOW} {}", or(&strip.year, &terms.this_year));
    let then = strip.last_year.as_deref();
    let then = then.map(|year| format!("{THEN} {}", or(year, &terms.last_year)));
    let one = |row: &crate::assessment::StripRow| {
        let mut cells = vec![line_or(&row.title, || say(&terms.overall))];
        for at in 0..strip.scale.len() {
            let mut parts = Vec::new();
            if row.now == Some(at) {
                let sign = Direction::NotAnew.sign();
                parts.push(match row.carried_over {
                    true => format!("{now} {sign}"),
                    false => now.clone(),
                });
            }
            if row.before == Some(at) {
                parts.extend(then.clone());
            }
            cells.push(parts.join(" "));
        }
        if then.is_some() {
            cells.push(since(strip, row));
        }
        TableRow::of(cells)
    };
    let mut rows: Vec<TableRow> = strip.rows.iter().map(one).collect();
    // What has no grade says so where the best would stand.
    for (row, from) in rows.iter_mut().zip(&strip.rows) {
        let words = match (from.now, from.state) {
            (Some(_), _) => continue,
            (None, Some(JudgmentState::Narrative)) => say(&terms.narrative),
            (None, Some(JudgmentState::NotInspected)) => say(&terms.not_inspected),
            (None, _) => say(&terms.not_graded),
        };
        if let Some(title) = row.cells.first_mut() {
            *title = format!("{title} ({words})");
        }
    }
    rows
}

fn since(strip: &Strip, row: &crate::assessment::StripRow) -> String {
    let way = match row.direction {
        Direction::Unknown => String::new(),
        way => format!("{} {}", way.sign(), way.words()),
    };
    // Where grades do not compare, no place shows what it was.
    match strip.apart.is_some() && !row.before_words.is_empty() {
        true => format!("{} {way}", line(&row.before_words)),
        false => way,
    }
}
