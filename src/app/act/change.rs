//! Commands that change a draft, or open a list that does.

use super::{Effects, ask};
use crate::app::command::Command;
use crate::app::editor::{DraftEditor, EditorRow, Page};
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, Picker, Question, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{
    Address, FigureField, FindingField, HeadField, JudgmentField, Kind, List, OVERALL,
    OverallField, Place, StatementField,
};
use crate::text;

/// Returns the draft where it can be changed; warns why where it cannot.
pub(super) fn changeable(state: &mut State) -> Option<&mut DraftEditor> {
    let done = state.editor.as_ref()?.file.may_change();
    state.warn_on_err(done)?;
    state.editor.as_deref_mut()
}

/// Makes a change that says what it did.
pub(super) fn and_report(
    state: &mut State,
    with: fn(&mut DraftEditor) -> Result<String, String>,
) -> Effects {
    let done = changeable(state).map(with);
    match done.and_then(|done| state.warn_on_err(done)) {
        Some(words) => {
            state.inform(words);
            state.save()
        }
        None => Vec::new(),
    }
}

/// Asks the world for what a change begins with.
pub(super) fn request(state: &mut State, effect: Effect) -> Option<Effect> {
    changeable(state).map(|_| effect)
}

pub(super) fn add(state: &mut State) -> Option<()> {
    let editor = changeable(state)?;
    if editor.page == Page::Figures {
        let title = "What is the figure called in texts?";
        let help =
            "A few words, of which its name is made: a text then names it in curly brackets.";
        ask(state, QuestionKind::NewFigure, title, help, "");
        return None;
    }
    let done = editor.add(None);
    state.warn_on_err(done)
}

pub(super) fn add_finding(state: &mut State, kind: Kind) -> Option<()> {
    let done = changeable(state)?.add(Some(kind));
    state.warn_on_err(done)
}

pub(super) fn details(state: &mut State) -> Option<()> {
    changeable(state).map(DraftEditor::toggle_details)
}

pub(super) fn shift(state: &mut State, up: bool) -> Option<()> {
    let done = changeable(state)?.shift(up);
    state.warn_on_err(done)
}

pub(super) fn delete(state: &mut State) -> Option<Effects> {
    let key = state.key(Scope::Findings, Command::Undo);
    let done = changeable(state)?.delete();
    let what = state.warn_on_err(done)?;
    state.inform(format!("Deleted {what}; {key} brings that back."));
    Some(state.save())
}

pub(super) fn move_to(state: &mut State) -> Option<Effect> {
    let editor = changeable(state)?;
    if let (Some(EditorRow::TrayItem(_)), 0) = (editor.current(), editor.marked()) {
        return edit(state);
    }
    choose_of_finding(state, "Move to", FindingField::Heading);
    None
}

/// Opens the list for a field of the chosen findings.
pub(super) fn choose_of_finding(state: &mut State, title: &str, field: FindingField) -> Option<()> {
    let editor = changeable(state)?;
    let (at, many) = (editor.first_chosen()?, editor.chosen().len());
    let title = match many {
        1 => title.to_owned(),
        many => format!("{title} · {}", text::counted(many, "finding")),
    };
    open_picker(state, &title, Place::Finding(at, field))
}

pub(super) fn grade(state: &mut State) -> Option<()> {
    let editor = changeable(state)?;
    let place = editor.judged_place(JudgmentField::Grade, OverallField::Grade)?;
    open_picker(state, "Grade", place)
}

pub(super) fn rationale(state: &mut State) -> Option<()> {
    let editor = changeable(state)?;
    let place = editor.judged_place(JudgmentField::Rationale, OverallField::Rationale)?;
    let done = editor.type_at(&place);
    state.warn_on_err(done).map(drop)
}

pub(super) fn opening(state: &mut State) -> Option<()> {
    changeable(state)?;
    open_picker(state, "Opening", Place::Overall(OverallField::Stance))
}

pub(super) fn voice(state: &mut State) -> Option<()> {
    changeable(state)?;
    open_picker(state, "Voice", Place::Statement(StatementField::Voice))
}

fn open_picker(state: &mut State, title: &str, place: Place) -> Option<()> {
    let picker = Picker::new(title, state.editor.as_deref_mut()?, place)?;
    state.overlays.push(Overlay::Picker(picker));
    Some(())
}

pub(super) fn ask_for_evidence(state: &mut State, against: bool) -> Option<()> {
    let editor = changeable(state)?;
    let many = editor.chosen().len();
    let finding = editor.first_chosen().and_then(|at| {
        let place = Place::Finding(at, FindingField::Text);
        Some(editor.assessment.address_of(&place)?.owner().clone())
    });
    let titles = editor.assessment.evidence.iter();
    let titles = titles.map(|item| item.title.clone());
    let titles: Vec<String> = titles.filter(|it| !it.is_empty()).collect();
    let finding = finding?;
    let title = match (against, many) {
        (true, 1) => "What weighs against this finding?".to_owned(),
        (false, 1) => "What does this finding stand on?".to_owned(),
        (true, many) => format!(
            "What weighs against these {}?",
            text::counted(many, "finding")
        ),
        (false, many) => format!("What do these {} stand on?", text::counted(many, "finding")),
    };
    let help =
        "A line is enough, the details can come later. A few letters find what is on record.";
    let question = Question::new(
        QuestionKind::Evidence { finding, against },
        &title,
        help,
        "",
    );
    let question = question.knowing(titles);
    state.overlays.push(Overlay::Question(question));
    Some(())
}

/// Edits what is under the cursor in the way that fits it: a list, a question, or typing in place.
pub(super) fn edit(state: &mut State) -> Option<Effect> {
    let editor = changeable(state)?;
    let row = editor.current()?.clone();
    match &row {
        EditorRow::Graded(id) => {
            let place = match id.as_str() {
                OVERALL => Place::Overall(OverallField::Grade),
                id => Place::Judgment(id.to_owned(), JudgmentField::Grade),
            };
            editor.show(&place);
        }
        EditorRow::TrayItem(at) => {
            super::frameworks::place_waiting(state, *at);
        }
        EditorRow::Figure(_) => editor.toggle_details(),
        EditorRow::Field(Place::Figure(at, FigureField::Id)) => {
            let now = editor.assessment.figures.get(*at)?.id.clone();
            let figure = Address::Item(List::Figures, now.clone());
            let title = "What is the figure called in texts?";
            let help = "Every text that names it is changed with it.";
            ask(state, QuestionKind::RenameFigure(figure), title, help, &now);
        }
        EditorRow::Field(Place::Head(HeadField::Predecessor)) => {
            return Some(Effect::FindEarlier);
        }
        EditorRow::Field(place) => {
            let place = place.clone();
            if row.is_chosen() {
                let label = place.shown_label().unwrap_or_default();
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
    None
}
