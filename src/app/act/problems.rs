//! What commands do with what the checks tell.

use super::Effects;
use crate::app::command::Command;
use crate::app::overlay::{Overlay, ProblemList, Question, QuestionKind};
use crate::app::state::State;
use crate::check::Problem;

/// Goes to the next problem, or to the one before.
pub(super) fn walk(state: &mut State, onward: bool) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let many = editor.problems().all().len();
    match editor.walk(onward) {
        Some((at, problem)) => {
            let told = format!(
                "{at} of {many} · {}: {}",
                problem.severity.word(),
                problem.what
            );
            state.tell(told);
        }
        None if many == 0 => state.tell("Nothing is left to be put right."),
        None => state.tell("What is left has no place on the screen; `assay check` lists it."),
    }
    // Whoever walks away from a field is done with it.
    state.save()
}

/// Lists every problem.
pub(super) fn list(state: &mut State) {
    let list = state
        .editor
        .as_ref()
        .and_then(|editor| ProblemList::of(editor, 0));
    match list {
        Some(list) => state.overlays.push(Overlay::Problems(list)),
        None => state.tell("Nothing is left to be put right."),
    }
}

/// What commands do while the list is looked at.
pub(super) fn in_list(state: &mut State, command: Command) -> Effects {
    let Some(Overlay::Problems(list)) = state.overlays.last() else {
        return Vec::new();
    };
    let (Some(problem), Some(editor)) = (list.problem().cloned(), &mut state.editor) else {
        return Vec::new();
    };
    match command {
        Command::GoThere => {
            if editor.go_to(&problem) {
                state.overlays.pop();
                state.tell(format!("{}: {}", problem.severity.word(), problem.what));
            } else {
                state.tell("That has no place on the screen: it stands in the file.");
            }
            Vec::new()
        }
        Command::PutRight => {
            let effects = put_right(state, &problem);
            list_again(state);
            effects
        }
        Command::LetStand => {
            ask_why(state, &problem);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Shows the list as it is now, where it is what is looked at.
pub(super) fn list_again(state: &mut State) {
    let Some(Overlay::Problems(list)) = state.overlays.last() else {
        return;
    };
    let editor = state.editor.as_ref();
    let list = editor.and_then(|editor| ProblemList::of(editor, list.at));
    state.overlays.pop();
    state.overlays.extend(list.map(Overlay::Problems));
}

/// Puts right, or lets stand, the gravest problem under the cursor.
pub(super) fn here(state: &mut State, command: Command) -> Effects {
    let Some(editor) = &state.editor else {
        return Vec::new();
    };
    let told = editor.problems_here();
    let fixed = told.iter().find(|problem| problem.fix.is_some());
    let chosen = match command {
        Command::PutRight => fixed.or(told.first()),
        _ => told.first(),
    };
    let Some(problem) = chosen.map(|problem| (*problem).clone()) else {
        state.tell("Nothing is told of this.");
        return Vec::new();
    };
    match command {
        Command::PutRight => put_right(state, &problem),
        _ => {
            ask_why(state, &problem);
            Vec::new()
        }
    }
}

fn put_right(state: &mut State, problem: &Problem) -> Effects {
    let done = state
        .editor
        .as_mut()
        .map_or(Ok(String::new()), |editor| editor.put_right(problem));
    if let Some(told) = state.warn_on_err(done) {
        state.tell(told);
    }
    state.save()
}

fn ask_why(state: &mut State, problem: &Problem) {
    if let Some(why) = state
        .editor
        .as_ref()
        .and_then(|it| it.file.read_only.clone())
    {
        state.warn(why);
        return;
    }
    let asked = QuestionKind::LetStand {
        rule: problem.rule.id().to_owned(),
        on: problem.place.to_string(),
    };
    let help = format!("Why does this stand? {}", problem.what);
    let question = Question::new(asked, "Let it stand", &help, "");
    state.overlays.push(Overlay::Question(question));
}
