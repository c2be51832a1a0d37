//! `assay list`: the drafts of a folder.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::history::local;
use super::marked::shown_path;
use super::{CliError, Session};
use crate::render;
use crate::store::library::{self, HeadingStatus, LibraryEntry};
use crate::text::{counted, truncate, visible_line, width};

/// `assay list`
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// The folder; yours where none is given
    folder: Option<PathBuf>,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ListFormat {
    /// A line for each draft
    Text,
    /// A JSON list of drafts
    Json,
}

/// A draft as it is listed in JSON.
#[derive(Debug, Serialize)]
struct JsonEntry<'a> {
    file: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    id: &'a str,
    subject: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    year: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    framework: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    inspector: &'a str,
    /// Of what can be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    grades: Option<Vec<Option<&'static str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<usize>,
    /// Of an inspection.
    #[serde(skip_serializing_if = "Option::is_none")]
    drafts: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<String>,
    sealed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<&'a str>,
}

impl<'a> JsonEntry<'a> {
    fn of(card: &'a LibraryEntry) -> Self {
        let known = card.broken.is_none() && !card.sealed && card.inspection.is_none();
        let grades = card.grades.iter().map(|it| match it {
            HeadingStatus::Graded(grade) => Some(grade.word()),
            HeadingStatus::Other(state) => Some(state.word()),
            HeadingStatus::Open => None,
        });
        Self {
            file: card.path.to_string_lossy().into_owned(),
            id: &card.id,
            subject: &card.subject,
            year: &card.year,
            framework: &card.framework,
            inspector: &card.inspector.name,
            grades: known.then(|| grades.collect()),
            findings: known.then_some(card.findings),
            drafts: card.inspection,
            changed: card.changed.map(|at| at.to_string()),
            sealed: card.sealed,
            broken: card.broken.as_deref(),
        }
    }
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
        // A draft of one's own folder is found by its name from everywhere.
        let short = self.folder.is_none() && session.width.is_some();
        session.note_unknown_zone();
        let frameworks = session.frameworks()?;
        let cards = library::list(&folder, &frameworks).map_err(CliError::unusable)?;
        if let ListFormat::Json = self.format {
            let all: Vec<JsonEntry<'_>> = cards.iter().map(JsonEntry::of).collect();
            let json = serde_json::to_string_pretty(&all).unwrap_or_default();
            return session.print(render::escape_hidden(&json) + "\n");
        }
        if cards.is_empty() {
            let folder = shown_path(&folder);
            return session.print(format!("No drafts in {folder}; `assay new` makes one.\n"));
        }
        let room = session.width.unwrap_or(usize::MAX);
        let mut text = table(&cards, short, room);
        if short {
            let _ = writeln!(text, "\nin {}", shown_path(&folder));
        }
        session.print(text)
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
/// The columns that a body's name keeps, however narrow the terminal is.
const NARROWEST: usize = 16;

fn row(card: &LibraryEntry, short: bool) -> [String; 6] {
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
        match card.path.file_name().filter(|_| short) {
            Some(name) => shown_path(Path::new(name)),
            None => shown_path(&card.path),
        },
    ]
}

/// Returns the drafts in columns. Where a line has not room for all, the names of bodies give way to the files'.
fn table(cards: &[LibraryEntry], short: bool, room: usize) -> String {
    let mut rows: Vec<[String; 6]> = cards.iter().map(|card| row(card, short)).collect();
    let titles = TITLES.map(str::to_owned);
    let wide = |rows: &[[String; 6]], at: usize| {
        let cells = rows.iter().chain([&titles]).filter_map(|row| row.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let others: usize = (1..TITLES.len()).map(|at| wide(&rows, at) + 2).sum();
    let names = room.saturating_sub(others).max(NARROWEST);
    for [name, ..] in &mut rows {
        *name = truncate(name, names).into_owned();
    }
    let columns: Vec<usize> = (0..TITLES.len()).map(|at| wide(&rows, at)).collect();
    let line = |text: &mut String, row: &[String; 6]| {
        for (at, cell) in row.iter().enumerate() {
            let gap = match at + 1 < row.len() {
                true => {
                    let column = columns.get(at).copied().unwrap_or(0);
                    " ".repeat(column.saturating_sub(width(cell)) + 2)
                }
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
