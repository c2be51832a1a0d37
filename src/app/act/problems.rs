//! Commands on the problems that the checks find.

use super::change::changeable;
use super::{Effects, ask, general, spelling};
use crate::app::editor::{Slip, SlipKind};
use crate::app::overlay::{Overlay, ProblemList, QuestionKind};
use crate::app::state::State;
use crate::app::status::StatusMessage;
use crate::assessment::Place;
use crate::check::Problem;

/// Goes to the next problem, or to the one before.
pub(super) fn step_problem(state: &mut State, onward: bool) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    editor.tell_held();
    let many = editor.problems().all().len();
    match editor.step_problem(onward) {
        Some((at, problem)) => {
            tell(state, &format!("{at} of {many}"), &problem);
        }
        None => state.inform("What is left has no place on the screen; `assay check` lists it."),
    }
    // Whoever walks away from a field is done with it.
    Some(state.save())
}

/// Tells of a problem that was gone to, with what is to be done about it.
fn tell(state: &mut State, which: &str, problem: &Problem) {
    let remedy = state.remedy_of(problem);
    state.status = Some(StatusMessage::problem(which, problem, remedy));
}

/// Lists every problem, that of what the cursor is on lit.
pub(super) fn list(state: &mut State) {
    if let Some(editor) = &mut state.editor {
        editor.tell_held();
    }
    let editor = state.editor.as_deref();
    let list = editor.and_then(|editor| {
        let here = editor.gravest_here();
        let all = editor.problems().all().iter();
        let at = all.clone().position(|problem| Some(problem) == here);
        ProblemList::of(editor, at.unwrap_or(0))
    });
    state.overlays.extend(list.map(Overlay::Problems));
}

/// Returns the problem under the cursor of the list.
fn listed(state: &State) -> Option<Problem> {
    match state.overlays.last() {
        Some(Overlay::Problems(list)) => list.problem().cloned(),
        _ => None,
    }
}

pub(super) fn go_there(state: &mut State) -> Option<()> {
    let problem = listed(state)?;
    go_to(state, &problem)
}

/// Lists the same to be narrowed by what is typed, over the list in which letters are commands.
pub(super) fn filter(state: &mut State) {
    if let Some(Overlay::Problems(list)) = state.overlays.last() {
        let picker = list.to_narrow(|problem| state.remedy_of(problem));
        state.overlays.push(Overlay::Picker(picker));
    }
}

/// Goes to a problem of the list, which is closed then.
pub(super) fn go_to(state: &mut State, problem: &Problem) -> Option<()> {
    if state.editor.as_mut()?.go_to(problem) {
        state
            .overlays
            .pop_if(|it| matches!(it, Overlay::Problems(_)));
        tell(state, problem.severity.word(), problem);
    } else {
        state.inform("That has no place on the screen: it stands in the file.");
    }
    None
}

pub(super) fn put_right(state: &mut State) -> Option<Effects> {
    let problem = listed(state)?;
    let effects = fix(state, &problem);
    list_again(state);
    Some(effects)
}

pub(super) fn let_stand(state: &mut State) -> Option<()> {
    let problem = listed(state)?;
    ask_why(state, &problem)
}

/// Takes back what was done last, or makes it again, and shows what the checks tell then.
pub(super) fn undo_redo(state: &mut State, back: bool) -> Effects {
    let effects = general::undo_redo(state, back);
    state.weave();
    list_again(state);
    effects
}

/// Shows the list as it is now, where it is what is looked at.
pub(super) fn list_again(state: &mut State) {
    let Some(Overlay::Problems(list)) = state.overlays.last() else {
        return;
    };
    let editor = state.editor.as_ref();
    let list = editor.and_then(|editor| ProblemList::of(editor, list.at()));
    state.overlays.pop();
    state.overlays.extend(list.map(Overlay::Problems));
}

/// Puts right the problem that is told of what the cursor is on.
pub(super) fn put_right_here(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_ref()?;
    if let Some(slip) = editor.slip_here() {
        return ask_how(state, &slip);
    }
    let problem = editor.problem_to_put_right().cloned()?;
    Some(fix(state, &problem))
}

/// Lets the problem stand that is told of what the cursor is on.
pub(super) fn let_stand_here(state: &mut State) -> Option<()> {
    let problem = here(state)?;
    ask_why(state, &problem)
}

/// Returns the problem that is told of what the cursor is on.
fn here(state: &State) -> Option<Problem> {
    state.editor.as_ref()?.problem_here().cloned()
}

/// Puts right what the checks tell of at the cursor of the text that is typed in.
pub(super) fn put_right_in_text(state: &mut State) -> Option<Effects> {
    let slip = state.editor.as_ref()?.slip_at_cursor()?;
    ask_how(state, &slip)
}

/// Asks how something is to be put right.
fn ask_how(state: &mut State, slip: &Slip) -> Option<Effects> {
    match slip.kind {
        SlipKind::Number => {
            ask_what_counts(state, &slip.place, slip.at);
            None
        }
        SlipKind::Spelling => spelling::list(state, slip),
    }
}

/// Asks what a number counts, which makes a figure of it.
fn ask_what_counts(state: &mut State, place: &Place, at: usize) -> Option<()> {
    let editor = changeable(state)?;
    let number = editor.number_at(place, at)?;
    let words = editor.assessment.text(place)?.get(number.range)?.to_owned();
    let text = editor.assessment.address_of(place)?;
    let title = format!("What does “{words}” count?");
    let help = "A few words, as “stop and search forms”: they name the figure in the ledger and, in curly brackets, in texts.";
    let asked = QuestionKind::FileNumber {
        text,
        number: words,
    };
    ask(state, asked, &title, help, "");
    Some(())
}

fn fix(state: &mut State, problem: &Problem) -> Effects {
    let slip = state.editor.as_ref().and_then(|it| it.slip_of(problem));
    if let Some(slip) = slip {
        return ask_how(state, &slip).unwrap_or_default();
    }
    if let Some(editor) = &mut state.editor {
        let done = editor.put_right(problem);
        state.report(done);
    }
    state.save()
}

fn ask_why(state: &mut State, problem: &Problem) -> Option<()> {
    changeable(state)?;
    let asked = QuestionKind::LetStand {
        rule: problem.rule.id().to_owned(),
        on: problem.place.to_string(),
    };
    let help = format!("Why does this stand? {}", problem.what);
    ask(state, asked, "Let it stand", &help, "");
    Some(())
}
