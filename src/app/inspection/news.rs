//! What is told of an inspection, and what follows from it.

use std::path::PathBuf;

use super::{DraftStatus, Grid, OpenedInspection};
use crate::app::command::{Command, Scope};
use crate::app::exit::Exit;
use crate::app::message::{DraftCard, Effect};
use crate::app::overlay::{Overlay, Picker};
use crate::app::state::State;
use crate::assessment::Inspection;

/// Something about an inspection.
#[derive(Debug)]
pub enum News {
    /// It was opened, or read once more.
    OpenedDraft(Box<OpenedInspection>),
    /// Drafts of it were read, as far as they can be.
    Read {
        /// The inspection's file.
        inspection: PathBuf,
        /// Each by the name that the inspection has for it.
        read: Vec<(String, DraftStatus)>,
    },
    /// It was saved.
    Saved {
        /// Its revision that is safe on disk.
        revision: u64,
        /// The time of day, for people.
        at: String,
    },
    /// It could not be saved; nothing on disk has changed.
    NotSaved {
        /// What went wrong and what to do.
        why: String,
    },
    /// Another program has changed it: this is what both make together, and it is not saved yet.
    Merged(Box<Inspection>),
    /// Another program has changed it while nothing was being saved.
    Changed {
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
    if let News::OpenedDraft(opened) = news {
        return open(state, *opened);
    }
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    match news {
        News::Read { inspection, read } if inspection == grid.path => grid.take(read),
        News::Saved { revision, at } => {
            grid.was_saved(revision, at);
            return saved(state);
        }
        News::NotSaved { why } => {
            grid.was_not_saved(why.clone());
            // There is no journal: the change is in memory alone, and keeps the program open.
            if state.exit.save_failed(false) != Exit::Stay {
                let key = state.keymap.label(Scope::Inspection, Command::Undo);
                state.warn(format!(
                    "{why}. It is tried again; or take the change back with {} and leave without it.",
                    key.unwrap_or_default()
                ));
            } else {
                state.warn(why);
            }
        }
        News::Merged(merged) => {
            let effects = grid.bring_in(&merged);
            state.tell("Another program changed the inspection; both changes are kept.");
            return effects;
        }
        News::Changed { base, theirs } => {
            let effects = grid.follow_file(&base, &theirs);
            state.tell("Another program changed the inspection; what it changed came in.");
            return effects;
        }
        News::Beside(drafts) => beside(state, drafts),
        News::Made(named) => return made(state, named),
        News::OpenedDraft(_) | News::Read { .. } => {}
    }
    Vec::new()
}

fn open(state: &mut State, opened: OpenedInspection) -> Vec<Effect> {
    state.overlays.clear();
    let again = state.grid.as_mut().filter(|it| it.path == opened.path);
    if let Some(grid) = again {
        grid.refresh(opened);
        return grid.read().into_iter().collect();
    }
    if let Some(why) = opened.read_only.clone() {
        state.warn(why);
    }
    let grid = Grid::new(opened);
    let effects = grid.read().into_iter().collect();
    state.grid = Some(Box::new(grid));
    effects
}

fn saved(state: &mut State) -> Vec<Effect> {
    state.exit.save_succeeded();
    // What was changed while the save was under way follows it.
    let more = state.save();
    if more.is_empty() && state.exit == Exit::Closing && state.editor.is_none() {
        return state.close_grid();
    }
    more
}

fn made(state: &mut State, named: String) -> Vec<Effect> {
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    let inspection = grid.path.clone();
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
