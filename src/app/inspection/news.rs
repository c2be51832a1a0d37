//! What is told of an inspection, and what follows from it.

use std::path::PathBuf;

use super::{DraftStatus, Grid};
use crate::app::command::{Command, Scope};
use crate::app::file::{FileKind, OpenedFile, tell_opened, told};
use crate::app::message::{DraftCard, Effect};
use crate::app::overlay::{Overlay, Picker};
use crate::app::state::State;
use crate::assessment::Inspection;

/// Something about an inspection.
#[derive(Debug)]
pub enum News {
    /// It was opened, or opened once more.
    Opened(Box<OpenedFile<Inspection>>),
    /// Drafts of it were read, as far as they can be.
    Read {
        /// The inspection's file.
        inspection: PathBuf,
        /// Each by the name that the inspection has for it.
        read: Vec<(String, DraftStatus)>,
    },
    /// Another program has changed it.
    ChangedElsewhere {
        /// What both come from.
        base: Box<Inspection>,
        /// What stands in the file now, which the next save stands on.
        theirs: Box<Inspection>,
    },
    /// The drafts beside it, each with its name there.
    Beside(Vec<(String, DraftCard)>),
    /// A draft was made beside it; its name there.
    Made(String),
}

/// Takes in what is told of an inspection.
pub(in crate::app) fn handle(state: &mut State, news: News) -> Vec<Effect> {
    if let News::Opened(opened) = news {
        return open(state, *opened);
    }
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    match news {
        News::Read { inspection, read } if inspection == grid.file.path => grid.take(read),
        News::ChangedElsewhere { base, theirs } => {
            let ours = grid.file.is_saving() || grid.file.is_unsaved();
            let (met, effects) = grid.bring_in(&base, &theirs);
            let told = match ours {
                true if met.is_empty() => "both changes are kept.".to_owned(),
                true => format!("both changed {}, and yours stands.", met.join(", ")),
                false => "what it changed came in.".to_owned(),
            };
            state.tell(format!("Another program changed the inspection; {told}"));
            return effects;
        }
        News::Beside(drafts) => beside(state, drafts),
        News::Made(named) => return made(state, named),
        News::Opened(_) | News::Read { .. } => {}
    }
    Vec::new()
}

fn open(state: &mut State, mut opened: OpenedFile<Inspection>) -> Vec<Effect> {
    if state.editor.is_none() {
        state.overlays.clear();
    }
    if let Some(moved) = opened.reopened.moved.take() {
        opened.reopened.messages.push(format!(
            "Edits wait that were made to {}, which is gone; `assay recover` shows them.",
            moved.was
        ));
    }
    let told = told(state, FileKind::Inspection, &opened.reopened);
    let mut grid = Grid::new(opened);
    // Opened once more, it is shown where it was left.
    let before = state.grid.take();
    let before = before.filter(|before| before.file.path == grid.file.path);
    let again = before.as_ref().is_some_and(|before| before.file.taken);
    if let Some(before) = before {
        grid.go_where(*before);
    }
    let effects = grid.read().into_iter().collect();
    state.grid = Some(Box::new(grid));
    tell_opened(state, FileKind::Inspection, told, again);
    effects
}

fn made(state: &mut State, named: String) -> Vec<Effect> {
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    let inspection = grid.file.path.clone();
    let done = grid.change(|it| it.drafts.push(named.clone()));
    grid.row = grid.bodies.len().saturating_sub(1);
    grid.relist();
    grid.opened = Some(named.clone());
    state.goal = None;
    let mut effects = state.warn_on_err(done).unwrap_or_default();
    effects.push(Effect::OpenNamed { inspection, named });
    effects
}

/// Offers the drafts beside the inspection that it does not name yet.
fn beside(state: &mut State, mut drafts: Vec<(String, DraftCard)>) {
    let Some(grid) = &state.grid else {
        return;
    };
    drafts.retain(|(named, card)| {
        card.inspection.is_none() && !grid.inspection.drafts.contains(named)
    });
    if drafts.is_empty() {
        let key = state.keymap.label(Scope::Inspection, Command::NewBody);
        state.tell(format!(
            "Every draft beside this file is in the inspection; {} makes a new one.",
            key.unwrap_or_default()
        ));
        return;
    }
    let picker = Picker::of_drafts(drafts);
    state.overlays.push(Overlay::Picker(picker));
}
