//! Commands that change a draft, or open a list that does.

use super::Effects;
use crate::app::command::{Command, Scope};
use crate::app::editor::{EditorRow, Page};
use crate::app::layout::Pane;
use crate::app::message::{Effect, Wanted};
use crate::app::overlay::{Overlay, Picker, Question, QuestionKind};
use crate::app::state::State;
use crate::assessment::{
    FigureField, FindingField, HeadField, JudgmentField, Kind, OverallField, Place, Shape,
};
use crate::text;

/// Commands that change the draft, or ask how.
pub(super) fn change(state: &mut State, command: Command) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    if let Some(why) = editor.file.read_only.clone() {
        state.warn(why);
        return Vec::new();
    }
    let kind = match command {
        Command::AddStrength => Some(Kind::Strength),
        Command::AddImprovement => Some(Kind::Improvement),
        Command::AddConcern => Some(Kind::Concern),
        Command::AddPractice => Some(Kind::Practice),
        Command::AddContext => Some(Kind::Context),
        _ => None,
    };
    let done = match command {
        Command::Add if editor.page == Page::Figures => {
            ask_for_figure(state);
            return Vec::new();
        }
        Command::Add => editor.add(None),
        _ if kind.is_some() => editor.add(kind),
        Command::Edit => return edit(state),
        Command::Details => {
            editor.toggle_details();
            Ok(())
        }
        Command::MoveUp | Command::MoveDown => editor.shift(command == Command::MoveUp),
        Command::Delete => match editor.delete() {
            Ok(words) => {
                let key = state
                    .keymap
                    .label(Scope::Findings, Command::Undo)
                    .unwrap_or_default();
                let words = text::truncate(&words, 40).into_owned();
                state.tell(format!("Deleted “{words}”; {key} brings it back."));
                return state.save();
            }
            Err(why) => Err(why),
        },
        Command::NeedsFirst => match editor.toggle_needs_first() {
            Ok(told) => {
                state.tell(told);
                return state.save();
            }
            Err(why) => Err(why),
        },
        Command::ChangeFramework => return vec![Effect::Frameworks(Wanted::Change)],
        Command::Aside => match editor.set_waiting_aside() {
            Ok(told) => {
                state.tell(told);
                return state.save();
            }
            Err(why) => Err(why),
        },
        Command::MoveTo if matches!(editor.current(), Some(EditorRow::TrayItem(_))) => {
            return edit(state);
        }
        Command::LastYear => return vec![Effect::FindEarlier],
        Command::RecordEvidence | Command::RecordAgainst => {
            ask_for_evidence(state, command == Command::RecordAgainst);
            return Vec::new();
        }
        _ => return pick_for(state, command),
    };
    state.warn_on_err(done);
    Vec::new()
}

/// Commands that open a list for a field of the finding or heading.
fn pick_for(state: &mut State, command: Command) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let finding = editor.finding();
    let of_finding = |field| finding.map(|at| Place::Finding(at, field));
    // In the overview, what the cursor is on.
    let overview = match editor.current() {
        Some(EditorRow::Graded(id)) if editor.pane == Pane::Findings => Some(id.as_str()),
        _ => None,
    };
    let heading = overview
        .or(editor.judged_id(editor.page))
        .filter(|id| *id != crate::assessment::OVERALL);
    let of_heading = |field| heading.map(|id| Place::Judgment(id.to_owned(), field));
    // On the page of the whole: the whole, where it has a grade.
    let whole = editor.page == Page::Overall && editor.framework.graded_overall;
    let of_whole = |field| whole.then_some(Place::Overall(field));
    let (title, place, missing) = match command {
        Command::Kind => (
            "Kind",
            of_finding(FindingField::Kind),
            "Go to a finding first.",
        ),
        Command::Frame => (
            "Frame",
            of_finding(FindingField::Stance),
            "Go to a finding first.",
        ),
        Command::MoveTo => (
            "Move to",
            of_finding(FindingField::Heading),
            "Go to a finding first.",
        ),
        Command::SetGrade => (
            "Grade",
            of_heading(JudgmentField::Grade).or(of_whole(OverallField::Grade)),
            "Go to a heading first.",
        ),
        Command::Opening => ("Opening", Some(Place::Overall(OverallField::Stance)), ""),
        Command::Rationale => {
            let place = of_heading(JudgmentField::Rationale);
            if let Some(place) = place.or(of_whole(OverallField::Rationale)) {
                editor.pane = Pane::Findings;
                editor.detail = None;
                editor.show(&place);
                let done = editor.type_here();
                state.warn_on_err(done);
            } else {
                state.tell("Go to a heading first.");
            }
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    match place {
        Some(place) => open_picker(state, title, place),
        None => state.tell(missing),
    }
    Vec::new()
}

fn open_picker(state: &mut State, title: &str, place: Place) {
    let Some(editor) = &mut state.editor else {
        return;
    };
    if let Some(picker) = Picker::new(title, editor, place) {
        state.overlays.push(Overlay::Picker(picker));
    }
}

fn ask_for_evidence(state: &mut State, against: bool) {
    let Some(editor) = &state.editor else {
        return;
    };
    let Some(finding) = editor.finding() else {
        state.tell("Go to a finding first.");
        return;
    };
    let titles = editor.assessment.evidence.iter();
    let titles = titles
        .map(|item| item.title.clone())
        .filter(|it| !it.is_empty());
    let title = if against {
        "What weighs against this finding?"
    } else {
        "What does this finding stand on?"
    };
    let help =
        "A line is enough, the details can come later. A few letters find what is in the ledger.";
    let question = Question::new(QuestionKind::Evidence { finding, against }, title, help, "");
    let question = question.knowing(titles.collect());
    state.overlays.push(Overlay::Question(question));
}

fn ask_for_figure(state: &mut State) {
    let question = Question::new(
        QuestionKind::NewFigure,
        "What is the figure called in texts?",
        "Small letters, digits and hyphens; a text then names it in curly brackets: {followers}.",
        "",
    );
    state.overlays.push(Overlay::Question(question));
}

/// Edits what is under the cursor in the way that fits it: a list, a question, or typing in place.
fn edit(state: &mut State) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let Some(row) = editor.current().cloned() else {
        return Vec::new();
    };
    match &row {
        EditorRow::Graded(id) => {
            let place = match id.as_str() {
                crate::assessment::OVERALL => Place::Overall(OverallField::Grade),
                id => Place::Judgment(id.to_owned(), JudgmentField::Grade),
            };
            editor.show(&place);
        }
        EditorRow::TrayItem(at) => super::years::place_waiting(state, *at),
        EditorRow::Figure(_) => editor.toggle_details(),
        EditorRow::Field(Place::Figure(at, FigureField::Id), _) => {
            let now = editor
                .assessment
                .figures
                .get(*at)
                .map(|figure| figure.id.clone());
            let question = Question::new(
                QuestionKind::RenameFigure(*at),
                "What is the figure called in texts?",
                "Every text that names it is changed with it.",
                &now.unwrap_or_default(),
            );
            state.overlays.push(Overlay::Question(question));
        }
        EditorRow::Field(Place::Head(HeadField::Predecessor), _) => {
            return vec![Effect::FindEarlier];
        }
        EditorRow::Field(place, label) => {
            let (place, label) = (place.clone(), *label);
            let picked = !matches!(
                place.shape(),
                Shape::Prose | Shape::Line | Shape::Date | Shape::Amount
            ) || matches!(place, Place::Finding(_, FindingField::Status));
            if picked {
                open_picker(state, label, place);
            } else {
                let done = editor.type_here();
                state.warn_on_err(done);
            }
        }
        _ => {
            let done = editor.type_here();
            state.warn_on_err(done);
        }
    }
    Vec::new()
}
