//! What commands do with a print: show it, in this form or that, write it, copy it.

use super::Effects;
use crate::app::message::Effect;
use crate::app::overlay::{Format, Overlay, PageKind, PrintForm, TextPage};
use crate::app::state::State;

/// The print of what is open, as words.
fn printed(state: &State, form: PrintForm, width: Option<usize>) -> Option<String> {
    match (&state.editor, &state.grid) {
        (Some(editor), _) => Some(TextPage::printed(editor, form, width)),
        (None, Some(grid)) => Some(TextPage::noticed(grid, form, width)),
        (None, None) => None,
    }
}

/// Shows the print of what is open.
fn show(state: &mut State, form: PrintForm) -> Effects {
    let page = match (&state.editor, &state.grid) {
        (Some(editor), _) => Some(TextPage::print(editor, form)),
        (None, Some(grid)) => Some(TextPage::notice(grid, form)),
        (None, None) => None,
    };
    state.overlays.extend(page.map(Overlay::Page));
    Vec::new()
}

pub(super) fn print(state: &mut State) -> Effects {
    show(state, PrintForm::default())
}

pub(super) fn copy_statement(state: &mut State) -> Effects {
    let print = printed(state, PrintForm::default(), None);
    print.map(Effect::Copy).into_iter().collect()
}

/// The form of the print that is looked at.
fn form(state: &State) -> Option<PrintForm> {
    match state.overlays.last() {
        Some(Overlay::Page(page)) => match page.kind {
            PageKind::Print(form) | PageKind::StatusMessage(form) => Some(form),
            PageKind::Help | PageKind::Provenance => None,
        },
        _ => None,
    }
}

/// Shows the print in another form.
fn reshape(state: &mut State, with: impl FnOnce(PrintForm) -> PrintForm) -> Effects {
    match form(state) {
        Some(form) => {
            state.overlays.pop();
            show(state, with(form))
        }
        None => Vec::new(),
    }
}

pub(super) fn show_as(state: &mut State, format: Format) -> Effects {
    if state.editor.is_none() && format == Format::Json {
        return refuse(state);
    }
    reshape(state, |form| PrintForm { format, ..form })
}

fn refuse(state: &mut State) -> Effects {
    state.tell("A draft prints its sources and JSON; an inspection has neither.");
    Vec::new()
}

pub(super) fn sources(state: &mut State) -> Effects {
    if state.editor.is_none() {
        return refuse(state);
    }
    reshape(state, |form| PrintForm {
        sources: !form.sources,
        format: form.format,
        ..PrintForm::default()
    })
}

pub(super) fn report(state: &mut State) -> Effects {
    reshape(state, |form| PrintForm {
        report: !form.report,
        format: form.format,
        ..PrintForm::default()
    })
}

pub(super) fn grades(state: &mut State) -> Effects {
    if state.editor.is_none() {
        return Vec::new();
    }
    reshape(state, |form| PrintForm {
        grades: !form.grades,
        format: form.format,
        ..PrintForm::default()
    })
}

pub(super) fn copy(state: &mut State) -> Effects {
    let print = form(state).and_then(|form| printed(state, form, state.print_width));
    print.map(Effect::Copy).into_iter().collect()
}

pub(super) fn write(state: &mut State) -> Effects {
    let Some(form) = form(state) else {
        return Vec::new();
    };
    let ending = match (state.editor.is_some(), form.format, form.report) {
        (true, format, _) => format.ending(),
        (false, Format::Markdown, false) => "notice.md",
        (false, Format::Html, false) => "notice.html",
        (false, _, false) => "notice.txt",
        (false, Format::Markdown, true) => "report.md",
        (false, Format::Html, true) => "report.html",
        (false, _, true) => "report.txt",
    };
    let print = printed(state, form, state.print_width);
    let write = |text| Effect::WritePrint { text, ending };
    print.map(write).into_iter().collect()
}
