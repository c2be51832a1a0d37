//! What is told of an open file, and what follows from it.

use super::{FileKind, FileNews, JournalStanding, OpenedFile};
use crate::app::command::Command;
use crate::app::exit::Exit;
use crate::app::message::Effect;
use crate::app::state::State;
use crate::assessment::Editable;

/// Takes in what is told of an open file.
pub(in crate::app) fn handle(state: &mut State, kind: FileKind, news: FileNews) -> Vec<Effect> {
    let Some(file) = state.file(kind) else {
        return Vec::new();
    };
    match news {
        FileNews::Saved { revision, at } => {
            let again = file.was_saved(revision, at);
            return saved(state, kind, again);
        }
        FileNews::NotSaved { why } => {
            let safe = file.is_in_journal();
            file.was_not_saved(why.clone());
            not_saved(state, why, safe);
        }
        FileNews::Journal(standing) => {
            file.journal = standing.clone();
            tell_journal(state, standing);
        }
        FileNews::Freed => return vec![Effect::OpenAgain(kind)],
        FileNews::TakenOver(who) => return taken_over(state, kind, who),
    }
    Vec::new()
}

fn saved(state: &mut State, kind: FileKind, again: bool) -> Vec<Effect> {
    state.exit.save_succeeded();
    if again || state.exit != Exit::Stay {
        // What was typed while the save was under way follows it.
        let more = state.save();
        if !more.is_empty() {
            return more;
        }
    }
    match state.exit {
        Exit::Closing if kind == state.front() => state.uncover(),
        _ => Vec::new(),
    }
}

/// A save failed. Words that are in no file keep the program open; those in the journal come back with the
/// file, so that it can end when it must.
fn not_saved(state: &mut State, why: String, safe: bool) {
    let before = state.exit.save_failed(safe);
    if state.exit.is_ending() {
        return;
    }
    if safe && before != Exit::Stay {
        state.warn(format!(
            "{why}. The words are in the journal; leave again to end all the same."
        ));
    } else {
        state.warn(why);
    }
}

fn tell_journal(state: &mut State, standing: JournalStanding) {
    match standing {
        JournalStanding::Safe => state.tell("The journal is written again."),
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
}

/// Somebody else writes the file from now on. What was typed here goes into it first.
fn taken_over(state: &mut State, kind: FileKind, who: String) -> Vec<Effect> {
    let effects = state.save();
    if kind == FileKind::Draft
        && let Some(editor) = &mut state.editor
    {
        editor.stop_typing();
    }
    if let Some(file) = state.file(kind) {
        file.read_only = Some(who.clone());
        file.taken = true;
    }
    state.warn(format!(
        "{who}. Your words are saved; you can go on reading."
    ));
    effects
}

/// What there is to tell of a file that was opened.
pub(in crate::app) struct Opening {
    kind: FileKind,
    read_only: Option<String>,
    taken: bool,
    /// How many steps were brought back, and since when.
    recovered: Option<(usize, String)>,
    told: Vec<String>,
}

impl Opening {
    /// Returns what there is to tell of a file that was opened.
    pub(in crate::app) fn of<D: Editable>(kind: FileKind, opened: &OpenedFile<D>) -> Self {
        let recovered = opened.recovered.as_ref();
        Self {
            kind,
            read_only: opened.read_only.clone(),
            taken: opened.taken,
            recovered: recovered.map(|recovered| (recovered.steps, recovered.since.clone())),
            told: opened.told.clone(),
        }
    }

    /// Tells it; `again` where the same file was open and could not be changed because somebody else had it.
    pub(in crate::app) fn tell(self, state: &mut State, again: bool) {
        let key = |command| state.keymap.label(self.kind.scope(), command);
        let recovered = self.recovered.map(|(steps, since)| {
            let s = if steps == 1 { "" } else { "s" };
            let what = match self.kind {
                FileKind::Draft => {
                    let key = key(Command::Differences).unwrap_or_default();
                    format!("{key} shows them, and can set them aside.")
                }
                FileKind::Inspection => {
                    let key = key(Command::Undo).unwrap_or_default();
                    format!("{key} takes them back.")
                }
            };
            format!("Recovered {steps} edit{s} since {since}. {what}")
        });
        let take_over = key(Command::TakeOver).unwrap_or_default();
        let told: Vec<String> = recovered.into_iter().chain(self.told).collect();
        if !told.is_empty() {
            state.tell(told.join(" "));
        }
        match (self.read_only, again) {
            (Some(why), _) if self.taken => state.warn(format!(
                "{why}. You can read it; {take_over} takes it over."
            )),
            (Some(why), _) => state.warn(why),
            (None, true) => state.tell(format!("The {} is yours to change now.", self.kind.name())),
            (None, false) => {}
        }
    }
}
