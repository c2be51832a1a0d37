//! Commands on a print: show it, in this form or that, write it, copy it.

use crate::app::command::Command;
use crate::app::effect::{Effect, FinishedPrint};
use crate::app::overlay::{Overlay, PageKind, PrintForm, TextPage};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::render::{self, Edition, Print, PrintFormat};
use crate::text::listed;

/// Returns the print that comes first: the statement, or the notice.
fn plain(state: &State) -> PrintForm {
    PrintForm {
        edition: match state.editor {
            Some(_) => Edition::Statement,
            None => Edition::Notice,
        },
        ..PrintForm::default()
    }
}

/// Returns the print of what is open, made by [`render::print`] or [`render::print_text`].
fn printed<T>(
    state: &State,
    form: PrintForm,
    width: Option<usize>,
    make: fn(&Print<'_>, PrintFormat, Option<usize>) -> T,
) -> Option<T> {
    let make = |print: &Print<'_>, format| make(print, format, width);
    match (&state.editor, &state.grid) {
        (Some(editor), _) => Some(TextPage::printed(editor, form, make)),
        (None, Some(grid)) => Some(TextPage::noticed(grid, form, make)),
        (None, None) => None,
    }
}

impl State {
    /// Returns the print that is shown in the words of its text, whatever the form that it is shown in.
    pub fn print_in_words(&self, form: PrintForm) -> Option<TextPage> {
        let format = PrintFormat::Text;
        page(self, PrintForm { format, ..form })
    }
}

/// Returns the print of what is open as a page.
fn page(state: &State, form: PrintForm) -> Option<TextPage> {
    let key = |command| state.key(Scope::Printing, command);
    let (left_out, grades) = (key(Command::PrintLeftOut), key(Command::PrintGrades));
    let keys = (left_out.as_str(), grades.as_str());
    let page = match (&state.editor, &state.grid) {
        (Some(editor), _) => Some(TextPage::print(editor, form, keys)),
        (None, Some(grid)) => Some(TextPage::notice(grid, form, keys)),
        (None, None) => None,
    };
    let target = target(state, form).filter(|_| !form.left_out);
    page.map(|mut page| {
        // Whoever looks for the file later has read where it is.
        let target = target.into_iter().flat_map(|words| [String::new(), words]);
        page.lines.extend(target);
        page
    })
}

/// Shows the print of what is open.
fn show(state: &mut State, form: PrintForm) {
    let page = page(state, form);
    state.overlays.extend(page.map(Overlay::Page));
}

/// Returns where a print is written, and what writes it elsewhere.
fn target(state: &State, form: PrintForm) -> Option<String> {
    let path = &state.files().next()?.path;
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent()?.file_name()?.to_string_lossy();
    let key = state.keymap.label(Scope::Printing, Command::PrintWrite)?;
    let command = match state.editor {
        Some(_) => "print",
        None => "notice",
    };
    let files: Vec<String> = form.written().map(|form| form.file_name(path)).collect();
    let files = listed(&files, "and");
    let with = state.keymap.label(Scope::Printing, Command::PrintWith)?;
    let title = form.format.entry().title;
    let with = match form.with.has(form.format) {
        true => format!("{with} writes {title} no longer beside other formats"),
        false => format!("{with} lets {title} be written too when another format is"),
    };
    Some(format!(
        "{key} writes {files} beside {name}, in the folder “{folder}”, and then says the whole path; {with}; `assay {command} {name} --output PATH` writes it elsewhere."
    ))
}

/// Lets the format that is shown be written with others, or no longer.
pub(super) fn with(state: &mut State) {
    reshape(state, |form| PrintForm {
        with: form.with.toggled(form.format),
        ..form
    })
}

pub(super) fn print(state: &mut State) {
    // What is printed is not worked on any more.
    if let Some(editor) = &mut state.editor {
        editor.tell_held();
    }
    let form = plain(state);
    show(state, form)
}

pub(super) fn copy_statement(state: &mut State) -> Option<Effect> {
    let print = printed(state, plain(state), None, render::print_text);
    print.map(Effect::Copy)
}

/// Returns the form of the print that is looked at.
fn form(state: &State) -> Option<PrintForm> {
    match state.overlays.last() {
        Some(Overlay::Page(page)) => match page.kind {
            PageKind::Print(form) => Some(form),
            PageKind::Provenance | PageKind::Interruption => None,
        },
        _ => None,
    }
}

/// Shows the print in another form.
fn reshape(state: &mut State, with: impl FnOnce(PrintForm) -> PrintForm) {
    if let Some(form) = form(state) {
        state.overlays.pop();
        show(state, with(form));
    }
}

pub(super) fn show_as(state: &mut State, format: PrintFormat) {
    reshape(state, |form| PrintForm { format, ..form })
}

/// Shows this edition or, where it is shown already, the one that comes first.
fn switch(state: &mut State, edition: Edition) {
    let first = plain(state).edition;
    reshape(state, |form| PrintForm {
        edition: if form.edition == edition {
            first
        } else {
            edition
        },
        ..form
    })
}

pub(super) fn sources(state: &mut State) {
    switch(state, Edition::Sources)
}

pub(super) fn report(state: &mut State) {
    match state.editor {
        Some(_) => switch(state, Edition::Report),
        None => switch(state, Edition::Theme),
    }
}

pub(super) fn grades(state: &mut State) {
    switch(state, Edition::Grades)
}

/// Shows the print with a number before each sentence, or without.
pub(super) fn numbers(state: &mut State) {
    reshape(state, |mut form| {
        form.options.numbered = !form.options.numbered;
        form
    })
}

/// Shows the print with the open review notes, or without.
pub(super) fn notes(state: &mut State) {
    reshape(state, |mut form| {
        form.options.notes = !form.options.notes;
        form
    })
}

/// Shows what is left out of the print, or the print again.
pub(super) fn left_out(state: &mut State) {
    reshape(state, |form| PrintForm {
        left_out: !form.left_out,
        ..form
    })
}

pub(super) fn copy(state: &mut State) -> Option<Effect> {
    let form = form(state)?;
    let text = match state.overlays.last() {
        Some(Overlay::Page(page)) if form.left_out => Some(page.lines.join("\n")),
        _ => printed(state, form, state.print_width, render::print_text),
    };
    text.map(Effect::Copy)
}

pub(super) fn write(state: &mut State) -> Option<Effect> {
    let form = form(state)?;
    // The print stays open, and has its own keys.
    let behind_print = |scope, command| {
        let back = state.key(Scope::Printing, Command::Back);
        format!("{back}, then {}", state.key(scope, command))
    };
    let told = match (&state.editor, &state.grid) {
        (Some(editor), _) => {
            let key = behind_print(Scope::Headings, Command::Problems);
            editor.told_of_print(&key)
        }
        (None, Some(grid)) => {
            let key = behind_print(Scope::Inspection, Command::Publish);
            grid.told_of_print(&key)
        }
        (None, None) => String::new(),
    };
    let print = |form: PrintForm| {
        Some(FinishedPrint {
            bytes: printed(state, form, state.print_width, render::print)?,
            name: form.options.name(form.printed()),
            ending: form.ending(),
        })
    };
    let prints = form.written().map(print).collect::<Option<Vec<_>>>()?;
    Some(Effect::WritePrints { prints, told })
}
