//! `assay list`: the drafts of a folder.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::history::local;
use super::marked::shown_path;
use super::{CliError, Session};
use crate::store::library::{self, HeadingStatus, LibraryEntry};
use crate::text::{counted, truncate, visible_line, width};

/// `assay list`
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// The folder; yours where none is given
    folder: Option<PathBuf>,
}

impl ListArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let folder = match &self.folder {
            // A folder that somebody names is there; one's own is made with the first draft.
            Some(folder) if !folder.is_dir() => {
                let why = "it is no folder; `assay paths` tells where yours is";
                return Err(CliError::file(folder.display(), why));
            }
            Some(folder) => folder.clone(),
            None => session.drafts()?,
        };
        session.note_unknown_zone();
        let frameworks = session.frameworks()?;
        let cards = library::list(&folder, &frameworks).map_err(CliError::unusable)?;
        if cards.is_empty() {
            let folder = shown_path(&folder);
            return session.print(format!("No drafts in {folder}; `assay new` makes one.\n"));
        }
        session.print(table(&cards))
    }
}

/// Returns the judgment of a heading, as a letter: Outstanding, Good, Adequate, Requires improvement, Inadequate, no
/// grade by choice, and none yet.
fn letter(standing: &HeadingStatus) -> &'static str {
    match standing {
        HeadingStatus::Graded(grade) => grade.letter(),
        HeadingStatus::Other(_) => "n",
        HeadingStatus::Open => "–",
    }
}

const TITLES: [&str; 6] = ["SUBJECT", "YEAR", "GRADES", "PROGRESS", "CHANGED", "FILE"];

/// The most columns that a cell may take: a name typed without end must not push the others off the screen.
const WIDEST: usize = 40;

fn row(card: &LibraryEntry) -> [String; 6] {
    let settled = card
        .grades
        .iter()
        .filter(|standing| **standing != HeadingStatus::Open)
        .count();
    let changed = card.changed.map(local);
    let progress = match &card.broken {
        Some(_) => "cannot be opened".to_owned(),
        None if card.sealed => "sealed".to_owned(),
        None if card.inspection.is_some() => {
            let many = card.inspection.unwrap_or_default();
            format!("inspection of {many}")
        }
        None => format!(
            "{settled} of {} graded, {}",
            card.grades.len(),
            counted(card.findings, "finding")
        ),
    };
    // The file comes last and whole, so that it can be copied.
    let cell = |text: &str| truncate(&visible_line(text), WIDEST).to_string();
    [
        cell(&card.subject),
        cell(&card.year),
        card.grades.iter().map(letter).collect(),
        progress,
        changed.unwrap_or_default(),
        shown_path(&card.path),
    ]
}

fn table(cards: &[LibraryEntry]) -> String {
    let rows: Vec<[String; 6]> = cards.iter().map(row).collect();
    let titles = TITLES.map(str::to_owned);
    let wide = |at: usize| {
        let cells = rows.iter().chain([&titles]).filter_map(|row| row.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let line = |text: &mut String, row: &[String; 6]| {
        for (at, cell) in row.iter().enumerate() {
            let gap = match at + 1 < row.len() {
                true => " ".repeat(wide(at) - width(cell) + 2),
                false => "\n".to_owned(),
            };
            let _ = write!(text, "{cell}{gap}");
        }
    };
    let mut text = String::new();
    line(&mut text, &titles);
    for (card, row) in cards.iter().zip(&rows) {
        line(&mut text, row);
        // On a line of its own: a reason is as long as it is, and would tear the columns apart.
        if let Some(why) = &card.broken {
            let _ = writeln!(text, "  {}", visible_line(why));
        }
    }
    text
}
