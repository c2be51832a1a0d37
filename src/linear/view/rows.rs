//! Rows of lists, in a line each.

use super::LinearLine;
use crate::app::{ListRow, RowList, RowSign};
use crate::text::{counted, truncate, visible_line};

/// The most characters of a row that are told, where it is a text of any length.
const MOST: usize = 240;

/// Returns the lines of a list: its rows, each group below its title.
pub(super) fn lines_of(list: &RowList) -> Vec<LinearLine> {
    let mut lines = Vec::new();
    let mut group = "";
    for row in list.shown() {
        if row.group != group {
            group = row.group;
            lines.push(LinearLine::Plain(format!("{group}:")));
        }
        lines.push(LinearLine::Row(words_of(row)));
    }
    lines
}

/// Returns a row in a line: its name, its sign, what it means, why it does not fit.
pub(super) fn words_of(row: &ListRow) -> String {
    let mut words = row.label.clone();
    match row.sign {
        RowSign::None => {}
        RowSign::Current => words.push_str(" (now)"),
        RowSign::Suggested => words.push_str(" (suggested)"),
        RowSign::Severity(severity) => words = format!("{}: {words}", severity.word()),
    }
    // A key that is told by its name is the row's own name.
    let told = row.right.starts_with('“');
    for more in [&row.note, &row.right] {
        if !(more.is_empty() || told && *more == row.right) {
            words = format!("{words} – {}", more.replace(" · ", ", "));
        }
    }
    match &row.unfit {
        Some(why) => format!("{words} – not now: {why}"),
        None => words,
    }
}

/// Returns a line with the beginning of its words, where there are more than are heard at once.
pub(super) fn shortened(line: &LinearLine) -> LinearLine {
    let short = |words: &String| match words.chars().count() {
        many if many > MOST => {
            format!("{} ({})", truncate(words, MOST), counted(many, "character"))
        }
        _ => words.clone(),
    };
    match line {
        LinearLine::Plain(words) => LinearLine::Plain(short(words)),
        LinearLine::Row(words) => LinearLine::Row(short(words)),
    }
}

/// Returns words in one line, without the signs that a screen has between them.
pub(super) fn plain(words: &str) -> String {
    let words = visible_line(words.trim());
    let ends = [
        (" ✓", ", which fits the grades"),
        (" !", ", to be looked at"),
    ];
    let ended = ends.iter().find_map(|(sign, said)| {
        let before = words.strip_suffix(sign)?;
        Some(format!("{before}{said}"))
    });
    let words = ended.unwrap_or_else(|| words.into_owned());
    let words = words.replace(" ✓ ", ", it ").replace(" · ", ", ");
    let words = words.replace(" ! ", ": ").replace("\n", " ");
    // The sign means a paragraph, where the words behind it do not say so.
    let words = words.replace("\u{b6} new paragraph", "new paragraph");
    let words = words
        .trim_start_matches("! ")
        .replace('\u{b6}', "paragraph");
    match words.trim() {
        "" | "–" => "nothing yet".to_owned(),
        words => words.to_owned(),
    }
}
