//! What the commands need that are given in what lies over a screen, and those on what the checks tell.

use super::{Met, draft_has, met};
use crate::app::command::Command;
use crate::app::editor::{DraftEditor, Page};
use crate::app::field::TakenOffer;
use crate::app::overlay::{
    Comparison, ComparisonKind, Overlay, PageKind, PickerPurpose, PrintForm, ProblemList,
};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::Place;
use crate::check::Problem;
use crate::render::{Edition, PrintFormat};
use crate::text::{capital, listed, stopped};

// What the checks tell

/// Returns the problem that the keys act on: that of the lit row of the list, else of what the cursor is on.
pub(in crate::app) fn problem_here(state: &State) -> Option<&Problem> {
    match state.overlays.last() {
        Some(Overlay::Problems(list)) => ProblemList::problem(list),
        _ => state.editor.as_ref()?.problem_here(),
    }
}

/// Returns the problem that a key puts right: that of the lit row of the list, else one of what the cursor is on.
pub(in crate::app) fn problem_to_put_right(state: &State) -> Option<&Problem> {
    match state.overlays.last() {
        Some(Overlay::Problems(list)) => ProblemList::problem(list),
        _ => state.editor.as_ref()?.problem_to_put_right(),
    }
}

pub(super) fn problem(state: &State, _: Command) -> Met {
    draft_has(
        state,
        |it| it.problems().counts().iter().any(|many| *many > 0),
        "Nothing is left to be put right.",
    )
}

/// A search that is on, or a problem: what the keys go to that go from one thing to the next.
pub(super) fn found_or_problem(state: &State, command: Command) -> Met {
    let searches = |it: &DraftEditor| it.search.is_some();
    draft_has(state, searches, "").or_else(|_| problem(state, command))
}

pub(super) fn replaceable(state: &State, _: Command) -> Met {
    let (words, many) = match state.overlays.last() {
        Some(Overlay::Search(search)) => (search.field.text().trim(), search.many),
        _ => ("", 0),
    };
    let last = state.editor.as_deref().map_or("", DraftEditor::last_sought);
    match words.is_empty() {
        true => met(!last.is_empty(), "Type the words that are to be replaced."),
        false => met(many > 0, "Nothing here has these words."),
    }
}

pub(super) fn chosen_to_replace(state: &State, _: Command) -> Met {
    let chosen = match state.overlays.last() {
        Some(Overlay::Replacement(list)) => list.chosen(),
        _ => 0,
    };
    met(
        chosen > 0,
        "No text is chosen in which words are to be replaced.",
    )
}

pub(super) fn told(state: &State, _: Command) -> Met {
    met(
        problem_here(state).is_some(),
        "The checks tell of nothing here.",
    )
}

pub(super) fn fixable(state: &State, command: Command) -> Met {
    let editor = state.editor.as_deref();
    let asks = |editor: &DraftEditor| state.overlays.is_empty() && editor.slip_here().is_some();
    if editor.is_some_and(asks) {
        return Ok(());
    }
    let number = editor.and_then(DraftEditor::number_told);
    let number = number.filter(|_| state.overlays.is_empty());
    told(state, command).map_err(|nothing| number.clone().unwrap_or(nothing))?;
    let open = |problem: &&Problem| !editor.is_some_and(|it| it.is_put_right_by_key(problem));
    match problem_to_put_right(state).filter(open) {
        None => Ok(()),
        Some(problem) => {
            let remedy = format!("That is for you to say: {}", problem.remedy);
            let words = number.into_iter().chain([stopped(&remedy)]);
            Err(words.collect::<Vec<_>>().join(" "))
        }
    }
}

pub(super) fn slip_at_cursor(state: &State, _: Command) -> Met {
    let words =
        "Put the cursor on a word that is underlined, or on a number to make a figure of it.";
    draft_has(state, |it| it.slip_at_cursor().is_some(), words)
}

/// A text that may lie open for another program to edit.
pub(super) fn open_to_others(state: &State, _: Command) -> Met {
    let secret = state
        .overlays
        .last()
        .is_some_and(|it| it.box_name().is_none());
    let sealed = state.editor.as_ref().is_some_and(|it| it.file.sealed);
    met(
        !(secret || sealed),
        "This is sealed: nothing of it is written where another program could read it.",
    )
}

pub(super) fn waits_listed(state: &State, _: Command) -> Met {
    let listed = match state.overlays.last() {
        Some(Overlay::Picker(picker)) => matches!(picker.purpose, PickerPurpose::Waiting { .. }),
        _ => false,
    };
    met(listed, "Nothing in this list waits for a place.")
}

pub(super) fn has_last_words(state: &State, _: Command) -> Met {
    let last = match state.overlays.last() {
        Some(Overlay::Palette(palette)) => palette.last.is_some(),
        _ => false,
    };
    met(last, "This list was not narrowed before.")
}

pub(super) fn told_place(state: &State, _: Command) -> Met {
    let editor = state.editor.as_deref();
    let place = problem_here(state).zip(editor);
    met(
        place.is_some_and(|(problem, editor)| editor.has_place_of(problem)),
        "That has no place on the screen: it stands in the file.",
    )
}

// Lists, questions, prints

pub(super) fn lit(state: &State, _: Command) -> Met {
    let list = match state.overlays.last() {
        Some(Overlay::Picker(picker)) => &picker.list,
        Some(Overlay::Palette(palette)) => {
            if let Some(why) = palette.list.lit_row().and_then(|row| row.unfit.clone()) {
                return Err(why);
            }
            // What no command has is looked for in the draft.
            if state.editor.is_some() && palette.sought().is_some() {
                return Ok(());
            }
            &palette.list
        }
        Some(Overlay::Search(search)) => &search.list,
        _ => return Ok(()),
    };
    met(list.lit().is_some(), "Nothing here has these words.")
}

pub(super) fn unhelped(state: &State, _: Command) -> Met {
    let open = matches!(state.overlays.last(), Some(Overlay::Palette(it)) if it.help);
    met(!open, "These are the keys.")
}

/// An empty answer that was refused is refused again.
pub(super) fn answerable(state: &State, _: Command) -> Met {
    match state.overlays.last() {
        Some(Overlay::Question(question)) if question.field.text().is_empty() => {
            question.refused.clone().map_or(Ok(()), Err)
        }
        _ => Ok(()),
    }
}

pub(super) fn offer(state: &State, _: Command) -> Met {
    let taken = match state.overlays.last() {
        Some(Overlay::Question(question)) => question.field.offers.taken(),
        _ => TakenOffer::None,
    };
    let down = state.key(state.scope(), Command::CursorDown);
    let words = format!("No name is chosen here: {down} chooses one where names are offered.");
    met(taken != TakenOffer::None, &words)
}

/// Returns the form of the print that is looked at.
fn shown_form(state: &State) -> Option<PrintForm> {
    match state.overlays.last() {
        Some(Overlay::Page(page)) => match page.kind {
            PageKind::Print(form) => Some(form),
            PageKind::Provenance | PageKind::Interruption => None,
        },
        _ => None,
    }
}

/// Returns the format of the print that is looked at.
fn shown_format(state: &State) -> Option<PrintFormat> {
    shown_form(state).map(|form| form.format)
}

pub(super) fn numberable(state: &State, _: Command) -> Met {
    let form = shown_form(state).filter(|form| !form.options.numbered);
    let has = form
        .is_some_and(|form| form.format == PrintFormat::Json || form.printed() == Edition::Sources);
    met(!has, "This print has the numbers of its sentences already.")
}

pub(super) fn edition(state: &State, command: Command) -> Met {
    let edition = match (command, &state.editor) {
        (Command::PrintSources, _) => Edition::Sources,
        (Command::PrintGrades, _) => Edition::Grades,
        (_, Some(_)) => Edition::Report,
        (_, None) => Edition::Theme,
    };
    let format = shown_format(state).filter(|format| !format.can(edition));
    format.map_or(Ok(()), |format| {
        let title = format.entry().title;
        Err(format!(
            "{title} has no print of this; choose another format first."
        ))
    })
}

pub(super) fn format(state: &State, command: Command) -> Met {
    let mut formats = PrintFormat::ALL.iter();
    let name = command.entry().name;
    let format = formats.find(|it| name.strip_prefix("print-") == Some(it.entry().id));
    let shown = shown_format(state);
    met(shown.as_ref() != format, "The print is shown so already.")?;
    if let Some(why) = format.and_then(|format| format.unbuilt()) {
        return Err(format!("{}.", capital(why)));
    }
    match format.is_none_or(|format| format.can(Edition::Notice)) {
        true => Ok(()),
        false => of_draft(state, command),
    }
}

pub(super) fn of_draft(state: &State, _: Command) -> Met {
    let formats = PrintFormat::ALL.iter();
    let formats = formats.filter(|format| !format.can(Edition::Notice));
    let formats = formats.map(|format| format.entry().title);
    let none: Vec<&str> = ["sources", "grades", "review notes"]
        .into_iter()
        .chain(formats)
        .collect();
    let words = format!(
        "An inspection prints no {}: a draft does.",
        listed(&none, "and no")
    );
    met(state.editor.is_some(), &words)
}

// Two versions

/// Returns the comparison that is looked at.
fn compared(state: &State) -> Option<&Comparison> {
    match state.overlays.last() {
        Some(Overlay::Comparison(comparison)) => Some(comparison),
        _ => None,
    }
}

pub(super) fn stands(state: &State, _: Command) -> Met {
    let pair = compared(state).and_then(Comparison::pair);
    met(
        pair.is_some_and(|pair| pair.place.is_some()),
        "It stands nowhere any more; undo brings it back.",
    )
}

pub(super) fn by_hand(state: &State, _: Command) -> Met {
    let stale = compared(state).filter(|it| it.compared == ComparisonKind::Stale);
    let pair = stale.and_then(Comparison::pair);
    met(
        pair.is_some_and(|pair| matches!(pair.place, Some(Place::Override(..)))),
        "Only a sentence that was written by hand is rewritten here.",
    )
}

pub(super) fn worded_by_hand(state: &State, _: Command) -> Met {
    let key = state.key(Scope::Statement, Command::Rewrite);
    let by_hand = state.editor.as_deref().and_then(|it| it.by_hand_here());
    met(
        by_hand.is_some(),
        &format!("This sentence is not by hand: {key} rewrites it."),
    )
}

pub(super) fn choice_of_two(state: &State, _: Command) -> Met {
    let Some(comparison) = compared(state) else {
        return Ok(());
    };
    let words = match comparison.compared {
        ComparisonKind::Replaced => {
            let undo = state.key(Scope::Headings, Command::Undo);
            format!("{undo} takes all that came in back; `assay history` has both versions whole.")
        }
        ComparisonKind::OlderCopy => {
            "What is here is saved; `assay history` has the older copy whole.".to_owned()
        }
        ComparisonKind::Merged | ComparisonKind::Stale | ComparisonKind::RecoveredEdits => {
            return met(
                comparison.pair().is_some(),
                "Nothing is left to choose from.",
            );
        }
    };
    met(false, &words)
}

/// Returns a need that is met on the pages of evidence and figures.
pub(super) fn ledger(state: &State, _: Command) -> Met {
    let words = "Evidence and figures come in on their own pages: go to one first.";
    let there = |editor: &DraftEditor| matches!(editor.page, Page::Evidence | Page::Figures);
    draft_has(state, there, words)
}
