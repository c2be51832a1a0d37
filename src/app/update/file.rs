//! Messages about an open file, and what follows from them.

use std::path::PathBuf;

use crate::app::act;
use crate::app::box_names::{box_told, closed_box_told, is_search};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::exit::Exit;
use crate::app::file::{FileKind, FileNews, FileState, MissingFile, NewPlace, Reopening};
use crate::app::overlay::AwaitedNews;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::waiting::CUT;
use crate::assessment::{Editable, JournalStanding, Reopened, Unanswered, is_earlier, is_unplaced};
use crate::text::{counted, stopped};

/// Applies news of an open file.
pub(super) fn handle(state: &mut State, kind: FileKind, news: FileNews) -> Vec<Effect> {
    let Some(file) = state.file(kind) else {
        return Vec::new();
    };
    match news {
        FileNews::Saved { revision, at } => {
            let again = file.was_saved(revision, at);
            return saved(state, kind, again);
        }
        FileNews::NotSaved { why } => {
            file.was_not_saved(why.clone());
            return not_saved(state, kind, why);
        }
        FileNews::Gone { now, unkept } => return gone(state, kind, now, unkept),
        FileNews::Moved { path, how, id } => {
            if let Some(from) = state.file(kind).map(|file| file.path.clone()) {
                state.trail.went_on(&from, &path, &id);
                if how == NewPlace::Beside {
                    let told = format!(
                        "{}: another program made something else of it; what you typed is in {}",
                        from.display(),
                        path.display()
                    );
                    state.let_go.insert(from, told);
                }
            }
            identify(state, kind, id);
            // Where it was asked for by a name, that is answered.
            if how == NewPlace::Named {
                state.came_about(&AwaitedNews::SavedAs);
            }
            state.inform(format!("{}: {}", how.words(), path.display()));
            if let Some(file) = state.file(kind) {
                file.went_on_at(path, how);
            }
            return state.save();
        }
        FileNews::NotSavedAs { name, why } => {
            file.was_not_saved(why.clone());
            act::ask_name(state, kind, &name, Some(why));
        }
        FileNews::Journal(standing) => {
            file.journal = standing.clone();
            return report_journal(state, kind, standing);
        }
        // A file that was opened since then has a lock of its own.
        FileNews::Freed if !file.taken => {}
        FileNews::Freed => {
            file.wants_reopening(Reopening::Freed);
        }
        FileNews::Stirred => return vec![Effect::CheckFile(kind)],
        FileNews::TakenOver(who) => return taken_over(state, kind, who),
    }
    Vec::new()
}

/// Gives the open file of a kind another identity.
fn identify(state: &mut State, kind: FileKind, id: String) {
    match kind {
        FileKind::Draft => {
            if let Some(editor) = &mut state.editor {
                editor.assessment.head.id = id;
            }
        }
        FileKind::Inspection => {
            if let Some(grid) = &mut state.grid {
                grid.inspection.id = id;
            }
        }
    }
}

fn saved(state: &mut State, kind: FileKind, again: bool) -> Vec<Effect> {
    state.exit.save_succeeded();
    let asked = state.file(kind).is_some_and(FileState::was_asked);
    if asked && kind == state.top_file() && state.exit == Exit::Stay && state.status.is_none() {
        state.inform("Everything is saved.");
    }
    if again || state.exit != Exit::Stay {
        // What was typed while the save was under way follows it.
        let more = state.save();
        if !more.is_empty() {
            return more;
        }
    }
    match state.exit {
        exit if exit.is_closing() && kind == state.top_file() => state.close_top(),
        _ => Vec::new(),
    }
}

/// Reports that a save failed. Words that are in no file keep the program open; those in the journal come back with the
/// file, so that it can end when it must.
fn not_saved(state: &mut State, kind: FileKind, why: String) -> Vec<Effect> {
    // A draft may lie over an inspection: the program ends only where the words of both come back.
    let safe = state
        .files()
        .all(|file| !file.is_unsaved() || file.is_in_journal());
    let before = state.exit.save_failed(safe);
    let asked = state.file(kind).is_some_and(FileState::was_asked);
    if state.exit.is_ending() {
        return Vec::new();
    }
    if state.exit.is_closing() {
        return match kind == state.top_file() {
            true => state.close_top(),
            false => Vec::new(),
        };
    }
    if matches!(before, Exit::Closing | Exit::Asked)
        && let Some(file) = state.file(kind)
    {
        file.hold_open();
    }
    let key = state.key(kind.scope(), Command::SaveAs);
    let why = stopped(&why);
    let way_out = format!("{key} saves it under another name");
    state.warn(match before {
        Exit::Stay => format!("{why} {way_out}."),
        _ if safe => format!(
            "{why} The words are in the journal; {way_out}, leaving again ends all the same."
        ),
        _ => format!("{why} The words are in memory only; {way_out}."),
    });
    // Never under the hands of somebody who types.
    if asked && !state.scope().takes_text() && state.overlays.is_empty() {
        act::ask_about_missing(state, kind);
    }
    Vec::new()
}

/// Takes note of a file that is gone, and asks what is to become of what is here where somebody asked to save it, or
/// leaves. Whoever only reads it is told.
fn gone(
    state: &mut State,
    kind: FileKind,
    now: Option<PathBuf>,
    unkept: Option<String>,
) -> Vec<Effect> {
    let Some(file) = state.file(kind) else {
        return Vec::new();
    };
    let name = kind.name();
    let why = match &now {
        Some(now) => format!(
            "Not saved: the {name}'s file was moved to {}",
            now.display()
        ),
        None => format!("Not saved: the {name}'s file is gone"),
    };
    if file.read_only.is_some() {
        state.warn(why.replacen("Not saved: the", "The", 1));
        return Vec::new();
    }
    let why = match &unkept {
        Some(unkept) => format!("{why}, and what stood in it cannot be kept: {unkept}"),
        None => why,
    };
    let missing = MissingFile {
        now,
        unkept: unkept.is_some(),
    };
    file.is_gone(missing, why.clone());
    not_saved(state, kind, why)
}

/// Takes note of how it stands with a journal. Of one that stands aside somebody else has taken the file over.
fn report_journal(state: &mut State, kind: FileKind, standing: JournalStanding) -> Vec<Effect> {
    match standing {
        // What was typed since goes into the file at once, and the look at it says who has it.
        JournalStanding::Aside => {
            let mut effects = state.save();
            effects.push(Effect::CheckFile(kind));
            return effects;
        }
        JournalStanding::Safe => state.inform("The journal is written again."),
        JournalStanding::Elsewhere(place) => state.warn(format!(
            "The journal cannot be written in its usual place; it goes on in {place}."
        )),
        JournalStanding::Behind => {
            state.warn("The disk does not answer; what was typed last is not on it yet.");
        }
        JournalStanding::Nowhere(why) => state.warn(format!(
            "The journal cannot be written ({why}): only a save keeps your words now. Free some space."
        )),
    }
    Vec::new()
}

/// Makes the file read-only: somebody else writes it from now on. What was typed here goes into it first.
fn taken_over(state: &mut State, kind: FileKind, who: String) -> Vec<Effect> {
    // What leaving a field does to it is saved with the rest.
    if kind == FileKind::Draft
        && let Some(editor) = &mut state.editor
    {
        editor.stop_typing();
    }
    let mut effects = state.save();
    effects.push(Effect::WaitFor(kind));
    let mut words = None;
    if let Some(file) = state.file(kind) {
        file.read_only = Some(who.clone());
        file.taken = true;
        words = file.take_displaced();
    }
    let words = words.unwrap_or_else(|| "Your words are saved".to_owned());
    let key = state.key(kind.scope(), Command::TakeOver);
    state.warn(format!(
        "{who}. {words}; you can go on reading, and {key} takes it back."
    ));
    effects
}

/// The report on a file that was opened.
pub(super) struct OpeningReport {
    /// How many edits were brought back, and since when they were made.
    recovered: Option<(usize, String)>,
    messages: Vec<String>,
    boxes: Unanswered,
    /// The names of the boxes that cannot be opened any more.
    pub(super) closed: Vec<String>,
}

impl OpeningReport {
    /// Returns what there is to report of a file as it was opened.
    pub(super) fn of<D: Editable>(reopened: &Reopened<D>) -> Self {
        let recovered = reopened.recovered.as_ref();
        Self {
            recovered: recovered.map(|recovered| (recovered.steps, recovered.since.clone())),
            messages: reopened.messages.clone(),
            boxes: reopened.unanswered.clone(),
            closed: Vec::new(),
        }
    }

    /// Returns the report in words; empty where there is nothing to tell.
    pub(super) fn words(&self, state: &State, kind: FileKind) -> String {
        let recovered = self.recovered.as_ref().map(|(steps, since)| {
            let (command, what) = match kind {
                FileKind::Draft => (Command::Differences, "shows them, and can set them aside"),
                FileKind::Inspection => (Command::Undo, "takes them back"),
            };
            let key = state.key(kind.scope(), command);
            let edits = counted(*steps, "edit");
            format!("Recovered {edits} since {since}. {key} {what}.")
        });
        // What narrowed a list stands there again when it is opened; nobody misses it before.
        let asked = |on: &&str| {
            *on != CUT
                && !is_unplaced(on)
                && !is_earlier(on)
                && !is_search(on)
                && !self.closed.iter().any(|it| it == on)
        };
        // By its words and not by an id, which no screen shows.
        let named = |on: &str| match (kind, state.editor.as_deref()) {
            (FileKind::Draft, Some(draft)) => box_told(on, &draft.assessment, &draft.framework),
            _ => on.to_owned(),
        };
        let boxes = self.boxes.iter().map(|(on, _)| on).filter(asked);
        let boxes: Vec<String> = boxes.map(named).collect();
        let waiting = (!boxes.is_empty()).then(|| {
            let boxes = boxes.join(", ");
            format!("What you typed and did not answer with waits in its box: {boxes}.")
        });
        let closed = (!self.closed.is_empty()).then(|| {
            let boxes: Vec<String> = self.closed.iter().map(|on| closed_box_told(on)).collect();
            let boxes = boxes.join(", ");
            format!("What was typed about something that is in the draft no more waits for a place: {boxes}.")
        });
        let all = [recovered]
            .into_iter()
            .chain(self.messages.iter().cloned().map(Some))
            .chain([waiting, closed, self.held(state)]);
        all.flatten().collect::<Vec<_>>().join(" ")
    }

    /// Says which key puts in what waits for a place. What was cut and is wanted no more is told of only where somebody may
    /// not have come to put it back.
    fn held(&self, state: &State) -> Option<String> {
        let unplaced = !self.boxes.unplaced().is_empty() || !self.closed.is_empty();
        if unplaced {
            return act::put_in_told(state, Scope::Typing, "where you type");
        }
        let cut = self.boxes.get(CUT).filter(|_| self.recovered.is_some())?;
        let key = state.key(Scope::Typing, Command::PasteBack);
        Some(format!("{key} puts in {CUT}: {}.", act::quoted(cut)))
    }
}

/// Reports on a file that was opened just now, `again` where it was open before and could not be
/// changed because somebody else had it.
pub(super) fn report_opened(state: &mut State, kind: FileKind, report: String, again: bool) {
    if !report.is_empty() {
        state.inform(report.clone());
    }
    let Some(file) = state.file(kind) else {
        return;
    };
    match (file.read_only.clone(), again) {
        (Some(why), _) if file.taken => {
            let key = state.key(kind.scope(), Command::TakeOver);
            state.warn(format!("{why}. You can read it; {key} takes it over."));
        }
        (Some(why), _) => state.warn(why),
        (None, true) => {
            let told = format!("The {} is yours to change now. {report}", kind.name());
            state.inform(told.trim_end());
        }
        (None, false) => {}
    }
}
