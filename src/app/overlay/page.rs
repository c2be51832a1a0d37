//! Pages to read: help, and the print before it is written.

use super::provenance;
use crate::app::command::{Scope, TABLE};
use crate::app::editor::DraftEditor;
use crate::app::inspection::Grid;
use crate::app::keymap::Keymap;
use crate::render::{self, Edition, Print, PrintFormat, Printed};

/// A page with a place to scroll to.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// Its kind.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
    /// Its lines; long ones are wrapped on the screen.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}

/// The kind of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Every key.
    Help,
    /// A print of what is open.
    Print(PrintForm),
    /// The grounds of something.
    Provenance,
    /// The reason why what was typed in is typed in no longer.
    Interruption,
}

/// The form of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintForm {
    /// The format.
    pub format: PrintFormat,
    /// The print that is shown; where the format cannot make it, its own.
    pub edition: Edition,
}

impl PrintForm {
    /// Returns the title of its page.
    fn title(self) -> String {
        let edition = match self.edition {
            edition if !self.format.can(edition) => "",
            Edition::Statement => "",
            Edition::Sources => " with sources",
            Edition::Grades => " with grades",
            Edition::Report | Edition::Theme => ", report",
            Edition::Notice => ", notice",
        };
        format!("Print · {}{edition}", self.format.entry().title)
    }
}

impl TextPage {
    /// Returns what took a field away, and where its words are.
    pub(in crate::app) fn interruption(lines: Vec<String>) -> Self {
        Self {
            kind: PageKind::Interruption,
            title: "You were typing".to_owned(),
            lines,
            top: 0,
        }
    }

    /// Returns every key, the place that the user is in first.
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

    /// Returns what the sentence under the cursor stands on; from evidence or a figure, every sentence that rests on
    /// it, or `None` where nothing is spoken from there.
    pub fn provenance(editor: &DraftEditor) -> Option<Self> {
        let (title, lines) = provenance::of(editor)?;
        Some(Self {
            kind: PageKind::Provenance,
            title,
            lines,
            top: 0,
        })
    }

    /// Returns the print of a draft: what is not spoken comes first, then the words.
    pub fn print(editor: &DraftEditor, form: PrintForm) -> Self {
        let unspoken = &editor.document().unspoken;
        let mut lines = Vec::new();
        if !unspoken.is_empty() {
            lines.push(format!("Not spoken: {}", unspoken.len()));
            let listed = unspoken.iter().map(|item| {
                format!(
                    "  {}",
                    render::unspoken(item, &editor.assessment, &editor.framework)
                )
            });
            lines.extend(listed);
            lines.push(String::new());
        }
        lines.extend(Self::printed(editor, form, None).lines().map(str::to_owned));
        Self {
            kind: PageKind::Print(form),
            title: form.title(),
            lines,
            top: 0,
        }
    }

    /// Returns the print itself.
    pub fn printed(editor: &DraftEditor, form: PrintForm, width: Option<usize>) -> String {
        let of = Printed::Draft {
            document: editor.document(),
            assessment: &editor.assessment,
            framework: &editor.framework,
            predecessor: &editor.predecessor,
        };
        let edition = form.edition;
        render::print(&Print { edition, of }, form.format, width)
    }

    /// Returns what is printed of an inspection: which drafts are missing from it comes first, then the words.
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
            kind: PageKind::Print(form),
            title: form.title(),
            lines,
            top: 0,
        }
    }

    /// Returns the print itself.
    pub fn noticed(grid: &Grid, form: PrintForm, width: Option<usize>) -> String {
        let of = Printed::Inspection {
            inspection: &grid.inspection,
            drafts: &grid.inspected(),
        };
        let edition = form.edition;
        render::print(&Print { edition, of }, form.format, width)
    }

    /// Scrolls, never past the last line.
    pub fn scroll(&mut self, by: isize) {
        self.top = self
            .top
            .saturating_add_signed(by)
            .min(self.lines.len().saturating_sub(1));
    }
}
