//! What commands do on an inspection.

use super::{Effects, stride};
use crate::app::command::{Command, Scope};
use crate::app::file::FileKind;
use crate::app::inspection::Grid;
use crate::app::message::{Effect, Wanted};
use crate::app::overlay::{
    Chooses, Format, Overlay, Picker, PrintForm, Question, QuestionKind, TextPage,
};
use crate::app::state::State;
use crate::assessment::Inspection;

pub(super) fn on_grid(state: &mut State, command: Command) -> Effects {
    let page = isize::try_from(state.size.height)
        .unwrap_or(1)
        .saturating_sub(6)
        .max(1);
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    if let Some(by) = stride(command, page) {
        grid.step(by);
        return Vec::new();
    }
    match command {
        Command::ColumnLeft => grid.step_column(false),
        Command::ColumnRight => grid.step_column(true),
        Command::NextSheet => grid.turn(true),
        Command::PreviousSheet => grid.turn(false),
        Command::OpenCell => return open_cell(state),
        Command::AddDraft => {
            return match grid.file.read_only.clone() {
                Some(why) => {
                    state.warn(why);
                    Vec::new()
                }
                None => vec![Effect::Beside(grid.file.path.clone())],
            };
        }
        Command::NewBody => new_body(state),
        Command::RemoveDraft => return remove(state),
        Command::MoveUp => return shift(state, false),
        Command::MoveDown => return shift(state, true),
        Command::Retitle => ask_title(state),
        Command::Publish => ask_date(state),
        Command::Reload => return vec![grid.read_again()],
        Command::Undo | Command::Redo => return undo_redo(state, command),
        Command::TakeOver if grid.file.taken => {
            return vec![Effect::TakeOver(FileKind::Inspection)];
        }
        Command::TakeOver => state.tell("Nobody else has this inspection open."),
        Command::Save => {
            let effects = state.save();
            let saved = state
                .grid
                .as_ref()
                .is_some_and(|grid| !grid.file.is_unsaved());
            if effects.is_empty() && saved {
                state.tell("Everything is saved.");
            }
            return effects;
        }
        Command::Print => {
            let sheet = TextPage::notice(grid, PrintForm::default());
            state.overlays.push(Overlay::Page(sheet));
        }
        Command::CopyStatement => {
            let print = TextPage::noticed(grid, PrintForm::default(), None);
            return vec![Effect::Copy(print)];
        }
        Command::Back | Command::Close => return state.close_file(),
        _ => {}
    }
    Vec::new()
}

/// Changes the inspection; tells why where it cannot be.
pub(super) fn change(state: &mut State, with: impl FnOnce(&mut Inspection)) -> Effects {
    let done = state.grid.as_mut().map(|grid| grid.change(with));
    let done = done.and_then(|done| state.warn_on_err(done));
    done.unwrap_or_default()
}

/// Adds the chosen draft to the inspection; more than one may be wanted.
pub(super) fn add(state: &mut State, mut picker: Picker) -> Effects {
    let chosen = picker.chosen();
    let at = chosen.and_then(|choice| picker.choices.iter().position(|other| other == choice));
    let (Some(at), Chooses::Drafts(names)) = (at, &mut picker.chooses) else {
        return Vec::new();
    };
    if at >= names.len() {
        return Vec::new();
    }
    let named = names.remove(at);
    picker.choices.remove(at);
    let effects = change(state, |it| it.drafts.push(named));
    let last = picker.shown().count().saturating_sub(1);
    picker.narrowing.at = picker.narrowing.at.min(last);
    if !picker.choices.is_empty() {
        state.overlays.push(Overlay::Picker(picker));
    }
    effects
}

/// Makes a draft about a body, under the framework of the draft under the cursor.
pub(super) fn make(state: &State, subject: String) -> Effects {
    let read = state.grid.as_ref().and_then(|grid| grid.chosen()?.read());
    match read.map(|read| read.framework.id.clone()) {
        Some(framework) => vec![Effect::CreateBeside {
            subject,
            framework: Some(framework),
        }],
        // The first body decides for those that follow.
        None => vec![Effect::Frameworks(Wanted::Body(subject))],
    }
}

/// What is done with a notice, or the report of an inspection.
pub(super) fn print(state: &mut State, form: PrintForm, command: Command) -> Effects {
    let Some(grid) = &state.grid else {
        return Vec::new();
    };
    let ending = match (form.format, form.report) {
        (Format::Markdown, false) => "notice.md",
        (Format::Html, false) => "notice.html",
        (_, false) => "notice.txt",
        (Format::Markdown, true) => "report.md",
        (Format::Html, true) => "report.html",
        (_, true) => "report.txt",
    };
    let mut next = form;
    match command {
        Command::PrintText => next.format = Format::Text,
        Command::PrintMarkdown => next.format = Format::Markdown,
        Command::PrintHtml => next.format = Format::Html,
        Command::PrintReport => next.report = !form.report,
        Command::PrintCopy => {
            return vec![Effect::Copy(TextPage::noticed(
                grid,
                form,
                state.print_width,
            ))];
        }
        Command::PrintWrite => {
            return vec![Effect::WritePrint {
                text: TextPage::noticed(grid, form, state.print_width),
                ending,
            }];
        }
        Command::PrintJson | Command::PrintSources => {
            state.tell("A draft prints its sources and JSON; an inspection has neither.");
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    let sheet = TextPage::notice(grid, next);
    state.overlays.pop();
    state.overlays.push(Overlay::Page(sheet));
    Vec::new()
}

fn open_cell(state: &mut State) -> Effects {
    let Some((grid, body)) = with_chosen(state) else {
        return Vec::new();
    };
    let goal = grid.goal();
    grid.opened = Some(body.clone());
    let inspection = grid.file.path.clone();
    state.goal = Some(goal);
    vec![Effect::OpenNamed {
        inspection,
        named: body,
    }]
}

/// The grid, and the draft under its cursor by its name; tells where there is none.
fn with_chosen(state: &mut State) -> Option<(&mut Grid, String)> {
    let named = state.grid.as_ref().and_then(|grid| grid.chosen());
    let named = named.map(|body| body.named.clone());
    let Some(named) = named else {
        let key = |command| state.keymap.label(Scope::Inspection, command);
        let (add, new) = (key(Command::AddDraft), key(Command::NewBody));
        state.tell(format!(
            "There is no draft here yet: {} adds one, {} makes one.",
            add.unwrap_or_default(),
            new.unwrap_or_default()
        ));
        return None;
    };
    let grid = state.grid.as_deref_mut()?;
    Some((grid, named))
}

fn remove(state: &mut State) -> Effects {
    let Some((_, named)) = with_chosen(state) else {
        return Vec::new();
    };
    let effects = change(state, |it| it.drafts.retain(|draft| *draft != named));
    if !effects.is_empty() {
        let key = state.keymap.label(Scope::Inspection, Command::Undo);
        state.tell(format!(
            "{named} is out of the inspection; {} brings it back. The draft itself is untouched.",
            key.unwrap_or_default()
        ));
    }
    effects
}

fn shift(state: &mut State, down: bool) -> Effects {
    let Some((grid, _)) = with_chosen(state) else {
        return Vec::new();
    };
    let at = grid.row;
    let other = match down {
        true => Some(at + 1),
        false => at.checked_sub(1),
    };
    let many = grid.inspection.drafts.len();
    match other.filter(|other| *other < many) {
        Some(other) => change(state, |it| it.drafts.swap(at, other)),
        None => Vec::new(),
    }
}

fn undo_redo(state: &mut State, command: Command) -> Effects {
    let back = command == Command::Undo;
    let done = state.grid.as_mut().and_then(|grid| grid.undo_redo(back));
    done.unwrap_or_else(|| {
        state.tell(match back {
            true => "Nothing to take back.",
            false => "Nothing to make again.",
        });
        Vec::new()
    })
}

/// Puts a question, unless the inspection cannot be changed.
fn ask(state: &mut State, question: Question) {
    let read_only = state
        .grid
        .as_ref()
        .and_then(|grid| grid.file.read_only.clone());
    match read_only {
        Some(why) => state.warn(why),
        None => state.overlays.push(Overlay::Question(question)),
    }
}

fn new_body(state: &mut State) {
    let question = Question::new(
        QuestionKind::NewBody,
        "Which body is the new draft about?",
        "It is made beside the inspection, under the framework of the draft under the cursor where there is one.",
        "",
    );
    ask(state, question);
}

fn ask_title(state: &mut State) {
    let now = state
        .grid
        .as_ref()
        .map(|grid| grid.inspection.title.clone());
    let now = now.unwrap_or_default();
    let question = Question::new(QuestionKind::Title, "What is the report called?", "", &now);
    ask(state, question);
}

fn ask_date(state: &mut State) {
    let now = state.grid.as_ref();
    let now = now.map(|grid| grid.inspection.published.clone());
    let question = Question::new(
        QuestionKind::Published,
        "On which day is the report published?",
        "Write it as 2023-05-19; nothing takes it out.",
        &now.unwrap_or_default(),
    );
    ask(state, question);
}
