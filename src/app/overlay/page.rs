//! Pages to read: help, and the print before it is written.

use super::provenance;
use crate::app::command::{Scope, TABLE};
use crate::app::editor::DraftEditor;
use crate::app::inspection::Grid;
use crate::app::keymap::Keymap;
use crate::render::{self, Edition, PrintFormat};

/// A page with a place to scroll to.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// What it is.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
    /// Its lines; long ones are wrapped on the screen.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Every key.
    Help,
    /// The print of the open draft.
    Print(PrintForm),
    /// The notice of the open inspection or, as a report, all of it.
    StatusMessage(PrintForm),
    /// What something stands on.
    Provenance,
}

/// How a draft is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintForm {
    /// Text, Markdown, HTML or JSON.
    pub format: Format,
    /// Whether sentences are numbered and their sources listed.
    pub sources: bool,
    /// Whether it is the whole report, which has no edition with sources, and no JSON of its own.
    pub report: bool,
    /// Whether the grades stand below the statement, on their scale; a report has them always.
    pub grades: bool,
}

/// The form of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text, a line a paragraph.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// One page of HTML.
    Html,
    /// JSON with all sources.
    Json,
}

impl Format {
    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Json => "JSON",
        }
    }

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

impl TextPage {
    /// Every key, the place that the user is in first.
    pub fn help(keymap: &Keymap, here: Scope) -> Self {
        let mut lines = Vec::new();
        let others = Scope::ALL.iter().copied().filter(|scope| *scope != here);
        for scope in std::iter::once(here).chain(others) {
            lines.push(scope.title().to_owned());
            for entry in TABLE.iter().filter(|entry| entry.is_in(scope)) {
                let keys: Vec<String> = keymap
                    .keys(entry.command)
                    .iter()
                    .filter(|key| keymap.command(scope, **key) == Some(entry.command))
                    .map(|key| key.label())
                    .collect();
                let keys = match keys.is_empty() {
                    // Found by its name.
                    true if keymap.keys(entry.command).is_empty() => format!(":{}", entry.name),
                    true => continue,
                    false => keys.join(" "),
                };
                lines.push(format!("  {keys:<14} {}", entry.help));
            }
            lines.push(String::new());
        }
        Self {
            kind: PageKind::Help,
            title: "Keys".to_owned(),
            lines,
            top: 0,
        }
    }

    /// What the sentence under the cursor stands on; from evidence or a figure, every sentence that leans on
    /// it. Nothing where nothing is spoken from there.
    pub fn provenance(editor: &DraftEditor) -> Option<Self> {
        let (title, lines) = provenance::of(editor)?;
        Some(Self {
            kind: PageKind::Provenance,
            title,
            lines,
            top: 0,
        })
    }

    /// The print of a draft: what is not spoken comes first, then the words.
    pub fn print(editor: &DraftEditor, form: PrintForm) -> Self {
        let unspoken = &editor.document().unspoken;
        let mut lines = Vec::new();
        if !unspoken.is_empty() {
            lines.push(format!("Not spoken: {}", unspoken.len()));
            let told = unspoken.iter().map(|item| {
                format!(
                    "  {}",
                    render::unspoken(item, &editor.assessment, &editor.framework)
                )
            });
            lines.extend(told);
            lines.push(String::new());
        }
        lines.extend(Self::printed(editor, form, None).lines().map(str::to_owned));
        Self {
            kind: PageKind::Print(form),
            title: format!(
                "Print · {}{}",
                form.format.title(),
                match form {
                    PrintForm { report: true, .. } if form.format != Format::Json => ", report",
                    PrintForm { sources: true, .. } => " with sources",
                    PrintForm { grades: true, .. } if form.format != Format::Json => " with grades",
                    _ => "",
                }
            ),
            lines,
            top: 0,
        }
    }

    /// The print itself.
    pub fn printed(editor: &DraftEditor, form: PrintForm, width: Option<usize>) -> String {
        let (document, assessment, framework) =
            (editor.document(), &editor.assessment, &*editor.framework);
        let before = &editor.predecessor;
        let edition = match form {
            _ if form.report => Edition::Report,
            _ if form.sources => Edition::Sources,
            _ if form.grades => Edition::Grades,
            _ => Edition::Statement,
        };
        let form = match form.format {
            Format::Text => PrintFormat::Text,
            Format::Markdown => PrintFormat::Markdown,
            Format::Html => PrintFormat::Html,
            Format::Json => PrintFormat::Json,
        };
        let print = (edition, form);
        render::print(print, document, assessment, framework, before, width)
    }

    /// What is printed of an inspection: which drafts are missing from it comes first, then the words.
    pub fn notice(grid: &Grid, form: PrintForm) -> Self {
        let missing = grid.bodies.iter().filter_map(|body| {
            let why = body.why()?;
            Some(format!("  {}: {why}", body.name()))
        });
        let mut lines: Vec<String> = missing.collect();
        if !lines.is_empty() {
            lines.insert(0, format!("Left out: {}", lines.len()));
            lines.push(String::new());
        }
        lines.extend(Self::noticed(grid, form, None).lines().map(str::to_owned));
        Self {
            kind: PageKind::StatusMessage(form),
            title: format!(
                "Print · {}{}",
                form.format.title(),
                if form.report { ", report" } else { ", notice" }
            ),
            lines,
            top: 0,
        }
    }

    /// The print itself.
    pub fn noticed(grid: &Grid, form: PrintForm, width: Option<usize>) -> String {
        let drafts = grid.inspected();
        let (inspection, notice) = (&grid.inspection, grid.notice());
        match (form.format, form.report) {
            (Format::Markdown, true) => render::theme_markdown(inspection, &drafts),
            (Format::Markdown, false) => render::notice_markdown(&notice, &drafts),
            (Format::Html, true) => render::theme_html(inspection, &drafts),
            (Format::Html, false) => render::notice_html(&notice, &drafts),
            (_, true) => render::theme_text(inspection, &drafts, width),
            (_, false) => render::notice_text(&notice, &drafts, width),
        }
    }

    /// Scrolls, never past the last line.
    pub fn scroll(&mut self, by: isize) {
        self.top = self
            .top
            .saturating_add_signed(by)
            .min(self.lines.len().saturating_sub(1));
    }
}
