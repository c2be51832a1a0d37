//! The print before it is written, as a page to read.

use super::{PageKind, PrintForm, ReadAloud, TextPage};
use crate::app::editor::DraftEditor;
use crate::app::inspection::Grid;
use crate::render::{self, Edition, GRADES, Print, PrintFormat, Printed};
use crate::statement::Inspected;
use crate::text::{agreeing, capital, counted};

impl TextPage {
    /// Returns the print of a draft: its gaps come first, then what is not spoken, then the words. `keys` show what is left
    /// out of it, and the grades below it.
    pub fn print(editor: &DraftEditor, form: PrintForm, keys: (&str, &str)) -> Self {
        let mut head = headed("Gaps in what is printed", editor.gaps());
        let unspoken = &editor.document().unspoken;
        let unspoken = unspoken
            .iter()
            .map(|item| render::unspoken(item, &editor.assessment, &editor.framework));
        head.extend(headed("Not spoken", unspoken.collect()));
        let statement = draft_print(editor, form).edition != Edition::Report;
        if statement && !ReadAloud::can_read(editor.document()) {
            head.push("Nothing is spoken yet: a finding or a grade begins it.".to_owned());
            head.push(String::new());
        }
        Self::of_print(&draft_print(editor, form), form, keys, head)
            .titled(form.title(&editor.file.path))
    }

    /// Returns the print itself, made by [`render::print`] or [`render::print_text`].
    pub fn printed<T>(
        editor: &DraftEditor,
        form: PrintForm,
        make: impl FnOnce(&Print<'_>, PrintFormat) -> T,
    ) -> T {
        make(&draft_print(editor, form), form.format)
    }

    /// Returns what is printed of an inspection: which drafts are missing from it comes first, then the words. `keys` show
    /// what is left out of it, and the grades.
    pub fn notice(grid: &Grid, form: PrintForm, keys: (&str, &str)) -> Self {
        let missing = grid.bodies.iter().filter_map(|body| {
            let why = body.why()?;
            Some(format!("{}: {why}", body.name()))
        });
        let drafts = grid.inspected();
        let mut head = headed("Gaps in what is printed", grid.gaps());
        head.extend(headed("Left out", missing.collect()));
        Self::of_print(&inspection_print(grid, &drafts, form), form, keys, head)
            .titled(form.title(&grid.file.path))
    }

    /// Returns the print itself, made by [`render::print`] or [`render::print_text`].
    pub fn noticed<T>(
        grid: &Grid,
        form: PrintForm,
        make: impl FnOnce(&Print<'_>, PrintFormat) -> T,
    ) -> T {
        let drafts = grid.inspected();
        make(&inspection_print(grid, &drafts, form), form.format)
    }

    fn of_print(
        print: &Print<'_>,
        form: PrintForm,
        (key, grades): (&str, &str),
        head: Vec<String>,
    ) -> Self {
        let left = render::left_out(print, form.format);
        let mut lines = Vec::new();
        if form.left_out {
            lines.extend(left.iter().map(ToString::to_string));
            if lines.is_empty() {
                lines.push("Every text is in the print.".to_owned());
            }
        } else {
            if !left.is_empty() {
                // The grades are listed too, and are no text.
                let many = left.iter().filter(|it| it.address != GRADES).count();
                let (texts, are) = (counted(many, "text"), agreeing(many, "is", "are"));
                let grades = match print.has_grades_elsewhere() && form.format.can(Edition::Grades)
                {
                    true => format!(" {grades} puts the grades below it."),
                    false => String::new(),
                };
                let told = match many {
                    0 => grades.trim_start().to_owned(),
                    _ => {
                        let them = agreeing(many, "it", "them");
                        format!("{texts} {are} not in this print; {key} lists {them}.{grades}")
                    }
                };
                lines.push(told);
                lines.push(String::new());
            }
            lines.extend(head);
            // A page is read as it reads in a browser; its tags are nobody's business before it is written.
            let shown = match form.format {
                PrintFormat::Html => PrintFormat::Text,
                format if !format.is_text() => PrintFormat::Text,
                format => format,
            };
            if shown != form.format {
                let title = form.format.entry().title;
                lines.push(format!("The words of the page; it is written as {title}."));
                lines.push(String::new());
            }
            if let Some(lacking) = render::lacking(print, form.format) {
                lines.push(format!("{}.", capital(&lacking)));
                lines.push(String::new());
            }
            let words = render::print_text(print, shown, None);
            if words.trim().is_empty() {
                lines.push("There is nothing to print yet: no word of it is spoken.".to_owned());
            }
            lines.extend(words.lines().map(str::to_owned));
        }
        Self::new(PageKind::Print(form), "", lines)
    }
}

/// Returns lines under a title with their count, and a blank one; none where there are none.
fn headed(title: &str, lines: Vec<String>) -> Vec<String> {
    let many = lines.len();
    let title = (many > 0).then(|| format!("{title}: {many}"));
    let end = title.as_ref().map(|_| String::new());
    let lines = lines.into_iter().map(|line| format!("  {line}"));
    title.into_iter().chain(lines).chain(end).collect()
}

fn draft_print(editor: &DraftEditor, form: PrintForm) -> Print<'_> {
    Print {
        edition: form.edition,
        options: form.options,
        of: Printed::Draft {
            document: editor.document(),
            assessment: &editor.assessment,
            framework: &editor.framework,
            predecessor: &editor.predecessor,
        },
    }
}

fn inspection_print<'a>(grid: &'a Grid, drafts: &'a [Inspected<'a>], form: PrintForm) -> Print<'a> {
    Print {
        edition: form.edition,
        options: form.options,
        of: Printed::Inspection {
            inspection: &grid.inspection,
            drafts,
        },
    }
}
