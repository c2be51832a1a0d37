//! The needs of commands: each says whether it is met as things stand, and else what would meet it. They stand in the
//! command table; the footer, the palette, help and dispatch ask them, so that a key that is named does something, and
//! one that would do nothing says what it needs.
//!
//! They are asked for each frame: none goes through a whole draft.

mod boxes;

use crate::app::command::{Command, command_rows, command_table};
use crate::app::editor::{DraftEditor, EditorRow, Page};
use crate::app::inspection::InspectionPage;
use crate::app::layout::Pane;
use crate::app::overlay::{Comparison, ReadAloud, TextPage};
use crate::app::scope::Scope;
use crate::app::scope::scopes::*;
use crate::app::state::State;
use crate::assessment::{JudgmentField, OverallField};
use crate::render::print_formats;
use crate::text::{agreeing, counted};
pub(super) use boxes::problem_to_put_right;
use boxes::*;

/// Met, or a sentence that says what it takes.
type Met = Result<(), String>;

macro_rules! needs {
    ($($group:literal { $($command:ident: $name:expr, $short:expr,
       [$($scopes:expr => $file:ident::$function:ident($($argument:expr),*) $(if $($need:ident)&+)?),+],
       [$($key:expr),*] $($set:ident [$($other:expr),*])*, $footer:expr, $help:expr $(, $also:literal)?;)* })*) => {
        fn needs(command: Command, scope: Scope) -> &'static [fn(&State, Command) -> Met] {
            match command {
                $($(Command::$command => {
                    $(if $scopes.contains(&scope) {
                        return &[$($($need),+)?];
                    })+
                })*)*
            }
            &[]
        }
    };
}
command_table!(needs);

impl State {
    /// Says whether a command would do something in a scope as things stand.
    ///
    /// # Errors
    /// What it needs first, in a sentence.
    pub(super) fn can(&self, command: Command, scope: Scope) -> Met {
        let mut needs = needs(command, scope).iter();
        needs.try_for_each(|need| need(self, command))
    }

    /// Returns true where words that come now can be taken in as findings.
    pub(super) fn takes_findings(&self) -> bool {
        let editor = self.editor.as_deref().filter(|_| self.overlays.is_empty());
        editor.is_some_and(DraftEditor::takes_findings)
    }
}

/// Returns a need that is met, or says so.
fn met(is: bool, words: &str) -> Met {
    match is {
        true => Ok(()),
        false => Err(words.to_owned()),
    }
}

/// Returns a need that is met by the open draft, or says so.
fn draft_has(state: &State, has: impl FnOnce(&DraftEditor) -> bool, words: &str) -> Met {
    met(state.editor.as_deref().is_some_and(has), words)
}

/// Returns the key of a command where the user is.
fn key(state: &State, command: Command) -> String {
    state.key(state.scope(), command)
}

// Files and drafts

fn changeable(state: &State, _: Command) -> Met {
    let file = match (&state.editor, &state.grid) {
        (Some(editor), _) => Some(&editor.file),
        (None, grid) => grid.as_ref().map(|grid| &grid.file),
    };
    file.map_or(Ok(()), |file| file.may_change())
}

fn words_wait(state: &State, _: Command) -> Met {
    met(!state.waiting().is_empty(), "No words wait for a place.")
}

fn words_are_kept(state: &State, _: Command) -> Met {
    let own = !state.waiting().is_empty() || !state.earlier().is_empty();
    let any = own || !state.left_arriving().is_empty();
    met(any, "No words wait for a place.")
}

fn takes_findings(state: &State, _: Command) -> Met {
    let words = "Findings stand under a heading: go to one first.";
    draft_has(state, DraftEditor::takes_findings, words)
}

fn draft_chosen(state: &State, _: Command) -> Met {
    if state.library.chosen().is_some() {
        return Ok(());
    }
    let new = key(state, Command::NewDraft);
    met(false, &format!("There is no draft here: {new} begins one."))
}

fn any_draft(state: &State, _: Command) -> Met {
    let any = state.library.cards.iter().flatten().next().is_some();
    met(any, "There are no drafts here to look through.")
}

fn filtered(state: &State, _: Command) -> Met {
    let leave = key(state, Command::Close);
    met(
        !state.library.filter().is_empty(),
        &format!("{leave} leaves Assay."),
    )
}

fn trashed(state: &State, _: Command) -> Met {
    let words = "Nothing is in the trash.";
    met(!state.library.trashed.is_empty(), words)
}

fn body_chosen(state: &State, _: Command) -> Met {
    let grid = state.grid.as_ref();
    if grid.is_some_and(|grid| grid.chosen().is_some()) {
        return Ok(());
    }
    let (add, new) = (key(state, Command::AddDraft), key(state, Command::NewBody));
    let words = format!("There is no draft here yet: {add} adds one, {new} makes one.");
    met(false, &words)
}

fn taken(state: &State, _: Command) -> Met {
    let (file, words) = match (&state.editor, &state.grid) {
        (Some(editor), _) => (Some(&editor.file), "Nobody else has this draft open."),
        (None, grid) => (
            grid.as_ref().map(|grid| &grid.file),
            "Nobody else has this inspection open.",
        ),
    };
    met(file.is_some_and(|file| file.taken), words)
}

fn history(state: &State, command: Command) -> Met {
    let back = command == Command::Undo;
    let some = match (&state.editor, &state.grid) {
        (Some(editor), _) => editor.has_step(back),
        (None, grid) => grid.as_ref().is_some_and(|grid| grid.has_step(back)),
    };
    met(some, State::no_step(back))
}

fn redo_or_yank(state: &State, command: Command) -> Met {
    match was_cut(state, command) {
        Ok(()) => Ok(()),
        Err(_) => history(state, command),
    }
}

fn was_cut(state: &State, _: Command) -> Met {
    met(
        !state.cut_or_copied().is_empty(),
        "Nothing was cut or copied yet.",
    )
}

fn differences(state: &State, _: Command) -> Met {
    draft_has(
        state,
        |it| Comparison::of(it).is_some(),
        "Nothing was recovered, and no other program met your changes.",
    )
}

// What the cursor is on

fn page_beyond(state: &State, command: Command) -> Met {
    let forwards = command == Command::NextHeading;
    let words = match forwards {
        true => "This is the last heading.",
        false => "This is the first heading.",
    };
    draft_has(state, |it| it.page_beyond(forwards).is_some(), words)
}

fn been_elsewhere(state: &State, command: Command) -> Met {
    let back = command == Command::GoBack;
    let words = match back {
        true => "You have not jumped anywhere yet, nor left a draft.",
        false => "You have not gone back from anywhere.",
    };
    let here = state.editor.as_ref().map(|editor| editor.spot());
    met(state.trail.has(here.as_ref(), back), words)
}

fn prompts(state: &State, _: Command) -> Met {
    let words = "There are no prompts here: they belong to a heading.";
    draft_has(state, DraftEditor::has_prompts, words)
}

fn row(state: &State, _: Command) -> Met {
    let stands = |it: &DraftEditor| it.current().is_some_and(EditorRow::is_selectable);
    let add = key(state, Command::Add);
    draft_has(
        state,
        stands,
        &format!("There is nothing here yet: {add} adds it."),
    )
}

fn addable(state: &State, _: Command) -> Met {
    draft_has(
        state,
        DraftEditor::can_add,
        "Findings stand under a heading: go to one first.",
    )
}

fn finding(state: &State, _: Command) -> Met {
    draft_has(state, |it| it.finding().is_some(), "Go to a finding first.")
}

/// Some findings that are marked, or the one at the cursor: for commands that know many.
fn findings(state: &State, _: Command) -> Met {
    let words = "Go to a finding first, or mark some.";
    draft_has(state, |it| !it.chosen().is_empty(), words)
}

/// A finding on the page, or one that words which are looked for may be in.
fn any_finding(state: &State, _: Command) -> Met {
    let any = |it: &DraftEditor| {
        let mut rows = it.rows.iter();
        it.search.is_some() || rows.any(|row| matches!(row, EditorRow::Finding(_)))
    };
    draft_has(state, any, "There is no finding on this page.")
}

/// Nothing is marked: for commands on findings that know one alone.
fn one(state: &State, _: Command) -> Met {
    let marked = state.editor.as_ref().map_or(0, |it| it.marked());
    let (many, key) = (counted(marked, "finding"), key(state, Command::Back));
    let are = agreeing(marked, "is", "are");
    met(
        marked == 0 || state.scope() != Scope::Findings,
        &format!(
            "This is done to one finding at a time, and {many} {are} marked: {key} lets go of marks."
        ),
    )
}

/// Esc goes from pane to pane, and never out of a draft.
fn pane_behind(state: &State, _: Command) -> Met {
    let behind =
        |it: &DraftEditor| it.pane != Pane::Headings || it.search.is_some() || it.marked() > 0;
    let key = state.key(state.scope(), Command::Close);
    draft_has(
        state,
        behind,
        &format!("{key} closes the draft; all of it is kept."),
    )
}

/// The same of an inspection: it goes from page to page, and never out.
fn page_behind(state: &State, _: Command) -> Met {
    let first = InspectionPage::default();
    let behind = state.grid.as_ref().is_some_and(|grid| grid.page != first);
    let key = state.key(Scope::Inspection, Command::Close);
    met(
        behind,
        &format!("{key} closes the inspection; all of it is kept."),
    )
}

fn movable(state: &State, command: Command) -> Met {
    let waits = |it: &DraftEditor| matches!(it.current(), Some(EditorRow::TrayItem(_)));
    match draft_has(state, waits, "") {
        Ok(()) => Ok(()),
        Err(_) => findings(state, command),
    }
}

fn details(state: &State, _: Command) -> Met {
    draft_has(
        state,
        DraftEditor::has_details,
        "Go to a finding, a figure or an item of evidence first.",
    )
}

fn neighbour(state: &State, command: Command) -> Met {
    let up = command == Command::MoveUp;
    let is = match (&state.editor, &state.grid) {
        (Some(editor), _) => editor.can_shift(up),
        (None, grid) => grid
            .as_ref()
            .is_some_and(|grid| grid.neighbour(up).is_some()),
    };
    met(
        is,
        match up {
            true => "Nothing stands above this that it could change places with.",
            false => "Nothing stands below this that it could change places with.",
        },
    )
}

fn deletable(state: &State, _: Command) -> Met {
    state.editor.as_ref().map_or(Ok(()), |it| it.deletable())
}

fn heading(state: &State, _: Command) -> Met {
    draft_has(
        state,
        |it| it.needs_first_name().is_some(),
        "Go to a heading first.",
    )
}

fn judged(state: &State, _: Command) -> Met {
    let judged = |it: &DraftEditor| {
        it.judged_place(JudgmentField::Grade, OverallField::Grade)
            .is_some()
    };
    let words = state.editor.as_deref().map_or_else(String::new, no_grade);
    draft_has(state, judged, &words)
}

/// Says of a page that it has no grade, by its name; of the whole that its framework grades no whole.
fn no_grade(editor: &DraftEditor) -> String {
    match editor.page {
        Page::Overall => format!(
            "{} has no overall grade: the opening speaks for the whole.",
            editor.framework.title
        ),
        page => format!(
            "“{}” has no grade: go to a heading first.",
            editor.page_title(page)
        ),
    }
}

fn waiting(state: &State, _: Command) -> Met {
    let waits = |it: &DraftEditor| match it.current() {
        Some(EditorRow::TrayItem(_)) => true,
        Some(EditorRow::Finding(_)) => it.page == Page::Tray,
        _ => false,
    };
    draft_has(
        state,
        waits,
        "Only what waits in the tray can be set aside.",
    )
}

fn sentence(state: &State, _: Command) -> Met {
    let spoken = |it: &DraftEditor| it.document().sentence(it.sentence).is_some();
    draft_has(state, spoken, "There is no sentence here yet.")
}

fn spoken(state: &State, _: Command) -> Met {
    let words = "There is nothing to be read aloud yet.";
    draft_has(state, |it| ReadAloud::can_read(it.document()), words)
}

fn source(state: &State, _: Command) -> Met {
    draft_has(
        state,
        DraftEditor::has_source,
        "These words are the framework's; the draft's own can be set under About.",
    )
}

fn grounds(state: &State, _: Command) -> Met {
    draft_has(
        state,
        TextPage::has_provenance,
        "Nothing is spoken from here.",
    )
}

fn read_otherwise(state: &State, _: Command) -> Met {
    let editor = state.editor.as_ref();
    editor.map_or(Ok(()), |it| it.other_reading().map(|_| ()))
}

fn inside(state: &State, _: Command) -> Met {
    draft_has(
        state,
        DraftEditor::is_inside_text,
        "Put the cursor between two parts of a finding first.",
    )
}
