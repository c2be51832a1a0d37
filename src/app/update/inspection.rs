//! Messages about an inspection, and what follows from them.

use super::file::{OpeningReport, report_opened};
use crate::app::act;
use crate::app::card::DraftCard;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::file::{FileKind, OpenedFile};
use crate::app::inspection::Grid;
use crate::app::message::InspectionNews;
use crate::app::overlay::{AwaitedNews, Overlay, Picker};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Descent, Inspection};

/// Applies news of an inspection.
pub(super) fn handle(state: &mut State, news: InspectionNews) -> Vec<Effect> {
    if let InspectionNews::Opened { file, new } = news {
        return open(state, *file, new);
    }
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    match news {
        InspectionNews::Read { inspection, read } if inspection == grid.file.path => {
            grid.take(read)
        }
        InspectionNews::ChangedElsewhere {
            base,
            theirs,
            descent,
        } => {
            return changed_elsewhere(state, &base, &theirs, descent);
        }
        InspectionNews::Beside(drafts) => beside(state, drafts),
        InspectionNews::Made(named) => return made(state, named),
        InspectionNews::Opened { .. } | InspectionNews::Read { .. } => {}
    }
    Vec::new()
}

/// Merges what another program made of the inspection, and says what that was.
fn changed_elsewhere(
    state: &mut State,
    base: &Inspection,
    theirs: &Inspection,
    descent: Descent,
) -> Vec<Effect> {
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    let ours = grid.file.is_saving() || grid.file.is_unsaved();
    let descent = grid.file.seen_as(descent);
    let merge = grid.merge_in(base, theirs, descent);
    state.let_taken_back_wait(FileKind::Inspection);
    for words in &merge.displaced {
        state.let_wait(words);
    }
    let fields = merge.met.join(", ");
    if descent == Descent::Older {
        if !merge.met.is_empty() {
            state.warn(format!(
                "An older copy was put over the inspection; it lacks {fields}, and what stands here is kept."
            ));
        }
        return merge.effects;
    }
    let key = state.key(Scope::Inspection, Command::Undo);
    let came = match (merge.came.join("; "), state.editor.is_some()) {
        (came, _) if came.is_empty() => came,
        // There the key takes back what was done to the draft.
        (came, true) => format!(" What came in: {came}."),
        (came, false) => format!(" What came in: {came}; {key} takes that back."),
    };
    let lead = "Another program changed the inspection";
    match (merge.met.is_empty(), ours) {
        (false, _) if descent == Descent::FromSuccessor => {
            let told = format!("Both changed {fields}: theirs stands, and yours waits for a place");
            state.was_displaced(FileKind::Inspection, told);
        }
        (false, _) => state.warn(format!(
            "{lead}; both changed {fields}, and yours stands.{came}"
        )),
        (true, true) => state.warn(format!("{lead}; both changes are kept.{came}")),
        (true, false) if came.is_empty() => {
            state.inform(format!("{lead}; nothing of it is new here."));
        }
        (true, false) => state.warn(format!("{lead}.{came}")),
    }
    merge.effects
}

fn open(state: &mut State, mut opened: OpenedFile<Inspection>, new: bool) -> Vec<Effect> {
    if state.editor.is_none() {
        state.overlays.clear();
    }
    let arrived = state.take_arriving(&opened.path);
    for moved in std::mem::take(&mut opened.reopened.moved) {
        opened.reopened.messages.push(format!(
            "Edits wait that {}; `assay recover` shows them.",
            moved.whence()
        ));
    }
    if new {
        state.came_about(&AwaitedNews::NewInspection);
    }
    let report = OpeningReport::of(&opened.reopened);
    let mut grid = Grid::new(opened);
    grid.file.kept.take_typed(&arrived);
    // Opened once more, it is shown where it was left.
    let before = state.grid.take();
    let before = before.filter(|before| before.file.path == grid.file.path);
    let again = before.as_ref().is_some_and(|before| before.file.taken);
    if let Some(mut before) = before {
        grid.succeed(&mut before);
        grid.file.kept.take_typed(&before.file.kept);
        grid.restore_position(*before);
    }
    let effects = grid.read().into_iter().collect();
    state.let_go.remove(&grid.file.path);
    state.grid = Some(Box::new(grid));
    let report = report.words(state, FileKind::Inspection);
    report_opened(state, FileKind::Inspection, report, again);
    if new {
        act::ask_date(state);
    }
    effects
}

fn made(state: &mut State, named: String) -> Vec<Effect> {
    state.came_about(&AwaitedNews::NewBody);
    let Some(grid) = &mut state.grid else {
        return Vec::new();
    };
    let inspection = grid.file.path.clone();
    let done = grid.change(|it| it.drafts.push(named.clone()));
    grid.row = grid.bodies.len().saturating_sub(1);
    grid.relist();
    grid.opened = Some(named.clone());
    state.target = None;
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
        let key = state.key(Scope::Inspection, Command::NewBody);
        state.inform(format!(
            "Every draft beside this file is in the inspection; {key} makes a new one."
        ));
        return;
    }
    let picker = Picker::of_drafts(drafts);
    state.overlays.push(Overlay::Picker(picker));
}
