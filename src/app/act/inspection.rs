//! Commands on an inspection.

use super::{Effects, ask};
use crate::app::command::Command;
use crate::app::effect::{CarriedFields, Effect, FrameworkPurpose};
use crate::app::inspection::Grid;
use crate::app::overlay::{Overlay, Picker, PickerPurpose, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Assessment, Inspection};

/// Does something with the grid that cannot fail.
pub(super) fn with(state: &mut State, with: fn(&mut Grid)) {
    if let Some(grid) = &mut state.grid {
        with(grid);
    }
}

/// Returns the grid where the inspection can be changed; warns why where it cannot.
fn changeable(state: &mut State) -> Option<&mut Grid> {
    let done = state.grid.as_ref()?.file.may_change();
    state.warn_on_err(done)?;
    state.grid.as_deref_mut()
}

/// Goes back to the first page.
pub(super) fn first_page(state: &mut State) {
    with(state, Grid::turn_to_first);
}

pub(super) fn reload(state: &mut State) -> Effects {
    let grid = state.grid.iter();
    let read = grid.map(|grid| grid.read_again());
    std::iter::once(Effect::Redraw).chain(read).collect()
}

pub(super) fn add_draft(state: &mut State) -> Option<Effect> {
    let grid = changeable(state);
    grid.map(|grid| Effect::Beside(grid.file.path.clone()))
}

/// Changes the inspection; warns why where it cannot be.
pub(super) fn change(state: &mut State, with: impl FnOnce(&mut Inspection)) -> Effects {
    let done = state.grid.as_mut().map(|grid| grid.change(with));
    let done = done.and_then(|done| state.warn_on_err(done));
    done.unwrap_or_default()
}

/// Adds the chosen draft to the inspection; more than one may be wanted.
pub(super) fn add(state: &mut State, mut picker: Picker) -> Option<Effects> {
    let at = picker.chosen_at()?;
    let PickerPurpose::Drafts(names) = &mut picker.purpose else {
        return None;
    };
    if at >= names.len() {
        return None;
    }
    let named = names.remove(at);
    picker.remove(at);
    let done = named.clone();
    let effects = change(state, |it| it.drafts.push(named));
    let more = !picker.choices.is_empty();
    if !effects.is_empty() {
        let key = state.key(Scope::Choosing, Command::Back);
        state.inform(match more {
            true => format!("{done} is in the inspection; {key} when that is all."),
            false => format!("{done} is in the inspection."),
        });
    }
    if more {
        state.overlays.push(Overlay::Picker(picker));
    }
    Some(effects)
}

/// Makes a draft about a body, under the framework of the draft under the cursor.
pub(super) fn make(state: &State, subject: String) -> Effect {
    let read = state.grid.as_ref().and_then(|grid| grid.chosen()?.read());
    match read.map(|read| read.framework.id.clone()) {
        Some(framework) => Effect::CreateBeside {
            subject,
            framework: Some(framework),
            carried: carried(state),
        },
        // The first body decides for those that follow.
        None => Effect::Frameworks(FrameworkPurpose::Body(subject)),
    }
}

/// Returns what a new draft of the inspection begins with: the day of publication, and who inspects and the year as the draft under the cursor has
/// them or, where it says nothing, the last that does.
pub(super) fn carried(state: &State) -> CarriedFields {
    let Some(grid) = &state.grid else {
        return CarriedFields::default();
    };
    let chosen = grid.chosen().into_iter();
    let all = chosen.chain(grid.bodies.iter().rev());
    let drafts: Vec<&Assessment> = all
        .filter_map(|row| Some(&row.read()?.assessment))
        .collect();
    let mut inspectors = drafts.iter().map(|draft| &draft.inspector);
    let mut years = drafts.iter().map(|draft| &draft.period.label);
    CarriedFields {
        inspector: inspectors
            .find(|inspector| !inspector.name.is_empty())
            .cloned()
            .unwrap_or_default(),
        year: years
            .find(|year| !year.is_empty())
            .cloned()
            .unwrap_or_default(),
        published: grid.inspection.published.clone(),
    }
}

pub(super) fn open_cell(state: &mut State) -> Option<Effect> {
    let (grid, body) = with_chosen(state)?;
    let target = grid.target();
    grid.opened = Some(body.clone());
    let inspection = grid.file.path.clone();
    state.target = Some(target);
    Some(Effect::OpenNamed {
        inspection,
        named: body,
    })
}

/// Returns the grid, and the draft under its cursor by its name.
fn with_chosen(state: &mut State) -> Option<(&mut Grid, String)> {
    let grid = state.grid.as_deref_mut()?;
    let named = grid.chosen()?.named.clone();
    Some((grid, named))
}

pub(super) fn remove(state: &mut State) -> Option<Effects> {
    let (_, named) = with_chosen(state)?;
    let effects = change(state, |it| it.drafts.retain(|draft| *draft != named));
    if !effects.is_empty() {
        let key = state.key(Scope::Inspection, Command::Undo);
        state.inform(format!(
            "{named} is out of the inspection; {key} brings it back. The draft itself is untouched."
        ));
    }
    Some(effects)
}

pub(super) fn shift(state: &mut State, down: bool) -> Option<Effects> {
    let (grid, _) = with_chosen(state)?;
    let at = grid.row;
    let other = grid.neighbour(!down)?;
    Some(change(state, |it| it.drafts.swap(at, other)))
}

pub(super) fn new_body(state: &mut State) -> Option<()> {
    changeable(state)?;
    let title = "Which body is the new draft about?";
    let help = "It is made beside the inspection, under the framework of the draft under the cursor where there is one.";
    ask(state, QuestionKind::NewBody, title, help, "");
    Some(())
}

pub(super) fn ask_title(state: &mut State) -> Option<()> {
    let now = changeable(state)?.inspection.title.clone();
    let title = "What is the report called?";
    ask(state, QuestionKind::Title, title, "", &now);
    Some(())
}

pub(in crate::app) fn ask_date(state: &mut State) -> Option<()> {
    let now = changeable(state)?.inspection.published.clone();
    let title = "On which day is the report published?";
    let alone = state
        .keymap
        .told("Enter alone goes on", "a full stop alone goes on");
    let help = format!("As 19 May 2023, 19/5/2023 or 2023-05-19. Without one it is open: {alone}.");
    ask(state, QuestionKind::Published, title, &help, &now);
    Some(())
}
