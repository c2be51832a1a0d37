//! The state of the screen, and `update`: what a message makes of it.

use std::sync::Arc;

use super::command::{Command, Scope};
use super::editor::DraftEditor;
use super::exit::Exit;
use super::inspection::{Goal, Grid};
use super::keymap::Keymap;
use super::layout::{Pane, Size};
use super::library::Library;
use super::message::{Effect, JournalStanding, Message, OpenedDraft};
use super::overlay::{Overlay, Picker, Question, QuestionKind};
use crate::assessment::{Assessment, Predecessor};
use crate::check::Levels;

/// All that the screen shows.
#[derive(Debug)]
pub struct State {
    /// The size of the window.
    pub size: Size,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// What is settled about the rules of the checks.
    pub levels: Arc<Levels>,
    /// The list of drafts.
    pub library: Library,
    /// The open draft; without one the library is shown.
    pub editor: Option<Box<DraftEditor>>,
    /// The open inspection; drafts that are opened from it lie over it.
    pub grid: Option<Box<Grid>>,
    /// What lies over the screen, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What there is to tell, until the next key.
    pub notice: Option<StatusMessage>,
    /// How many columns a printed text has; nothing gives a line a paragraph.
    pub print_width: Option<usize>,
    /// Whether an end was asked for.
    pub exit: Exit,
    /// Where the draft that is being opened is to be shown.
    pub(super) goal: Option<Goal>,
}

/// Something told in the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
}

impl State {
    /// The screen before anything is opened.
    pub fn new(size: Size, keymap: Keymap) -> Self {
        Self {
            size,
            keymap: Arc::new(keymap),
            levels: Arc::default(),
            library: Library::default(),
            editor: None,
            grid: None,
            overlays: Vec::new(),
            notice: None,
            print_width: None,
            exit: Exit::Stay,
            goal: None,
        }
    }

    /// Where keys are looked up now.
    pub fn scope(&self) -> Scope {
        match (self.overlays.last(), &self.editor) {
            (Some(overlay), _) => overlay.scope(),
            (None, None) if self.grid.is_some() => Scope::Inspection,
            (None, None) => Scope::Library,
            (None, Some(editor)) if editor.typing.is_some() => Scope::Typing,
            (None, Some(editor)) => match editor.pane {
                Pane::Headings => Scope::Headings,
                Pane::Findings => Scope::Findings,
                Pane::Statement => Scope::Statement,
            },
        }
    }

    /// Whether a pause should be told, so that the draft is saved by itself.
    pub fn wants_pause(&self) -> bool {
        let grid = self.grid.as_ref();
        let editor = self.editor.as_ref().is_some_and(|editor| {
            editor.is_unsaved()
                && !editor.is_saving()
                && (editor.not_saved.is_none()
                    || self.exit.tries_again()
                    || editor.is_in_memory_only())
        });
        // An inspection has no journal: what is not in its file is tried again until it is.
        editor || grid.is_some_and(|grid| grid.is_unsaved() && !grid.is_saving())
    }

    /// Whether the program can end now: asked to, with nothing left on its way to the disk.
    pub fn is_over(&self) -> bool {
        let editor = self
            .editor
            .as_ref()
            .is_some_and(|editor| editor.is_saving());
        let grid = self.grid.as_ref().is_some_and(|grid| grid.is_saving());
        self.exit.is_ending() && !editor && !grid
    }

    /// Brings the statement up to what is written, and hands out what is to be noted in the journal: to be
    /// called when a batch of messages is taken in, before it is drawn.
    #[must_use]
    pub fn settle(&mut self) -> Option<Effect> {
        self.weave();
        self.note()
    }

    /// What somebody else is to read while the keys go on, where something is.
    #[must_use]
    pub fn next_to_read(&mut self) -> Option<Effect> {
        let editor = self.editor.as_mut()?;
        editor.next_to_hash().or_else(|| editor.next_to_read())
    }

    fn weave(&mut self) {
        if let Some(editor) = &mut self.editor {
            editor.settle();
        }
    }

    /// What is to be noted in the journal.
    fn note(&mut self) -> Option<Effect> {
        let log = self.editor.as_mut()?.take_log();
        (!log.is_empty()).then_some(Effect::Journal(log))
    }

    pub(super) fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(StatusMessage {
            text: text.into(),
            bad: false,
        });
    }

    /// Tells what went wrong. Of many lines there is room for the first.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.notice = Some(StatusMessage {
            text: text.lines().next().unwrap_or_default().to_owned(),
            bad: true,
        });
    }

    /// Tells what went wrong, where something did.
    pub(super) fn warn_on_err<T>(&mut self, done: Result<T, String>) -> Option<T> {
        match done {
            Ok(value) => Some(value),
            Err(why) => {
                self.warn(why);
                None
            }
        }
    }

    pub(super) fn save(&mut self) -> Vec<Effect> {
        let editor = self.editor.as_mut().and_then(|editor| editor.save());
        let grid = self.grid.as_mut().and_then(|grid| grid.save());
        editor.into_iter().chain(grid).collect()
    }

    /// Looks whether something happened to the files of what is shown.
    fn look(&self) -> Vec<Effect> {
        match (&self.editor, &self.grid) {
            (Some(_), _) => vec![Effect::Look],
            (None, Some(grid)) => vec![Effect::LookAtInspection, grid.read_again()],
            (None, None) => Vec::new(),
        }
    }

    /// Closes the inspection, saving it first, and shows the library.
    pub(super) fn close_grid(&mut self) -> Vec<Effect> {
        let effects = self.save();
        if self.grid.as_ref().is_some_and(|grid| grid.is_saving()) {
            self.exit.close();
            return effects;
        }
        self.exit.closed();
        self.grid = None;
        self.goal = None;
        vec![Effect::CloseInspection, Effect::List]
    }

    /// What follows when a draft is closed: what it lay over is shown as it is now.
    fn uncover(&mut self) -> Vec<Effect> {
        self.exit.closed();
        self.editor = None;
        let next = match &mut self.grid {
            Some(grid) => grid.read_opened(),
            None => Some(Effect::List),
        };
        std::iter::once(Effect::Close).chain(next).collect()
    }

    /// Closes the draft, saving it first, and shows the library.
    pub(super) fn close_draft(&mut self) -> Vec<Effect> {
        if let Some(editor) = &mut self.editor {
            editor.stop_typing();
        }
        let mut effects = self.save();
        let saving = self
            .editor
            .as_ref()
            .is_some_and(|editor| editor.is_saving());
        match saving {
            true => self.exit.close(),
            false => effects.extend(self.uncover()),
        }
        effects
    }

    /// Merges what was written elsewhere into the draft, and tells what came and what met.
    pub(super) fn bring_in(
        &mut self,
        base: &Assessment,
        theirs: &Assessment,
        how: &str,
    ) -> Vec<Effect> {
        let Some(editor) = &mut self.editor else {
            return Vec::new();
        };
        let brought = editor.bring_in(base, theirs);
        let s = if brought.values == 1 { "" } else { "s" };
        let came = format!("{how}: {} change{s} came in", brought.values);
        let key = self.keymap.label(Scope::Headings, Command::Differences);
        match brought.conflicts.len() {
            0 if brought.values == 0 => {}
            0 => self.tell(format!("{came}.")),
            many => self.warn(format!(
                "{came}; {many} met yours, and both are kept. {} shows them side by side.",
                key.unwrap_or_default()
            )),
        }
        self.save()
    }

    /// Ends the program by a key, saving first.
    pub(super) fn end(&mut self) -> Vec<Effect> {
        let editor = self.editor.as_ref();
        let failed = editor.is_some_and(|editor| editor.not_saved.is_some());
        self.exit.ask(failed);
        self.save_and_quit()
    }

    fn save_and_quit(&mut self) -> Vec<Effect> {
        if let Some(editor) = &mut self.editor {
            editor.stop_typing();
        }
        let mut effects = self.save();
        effects.push(Effect::Quit);
        effects
    }
}

/// Takes a message in, and returns what is to be done in the world.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    // What was done is in the journal before anything that follows from it: a save says how much of the
    // journal it has in it.
    let draft = state.editor.is_some();
    let mut effects = take(state, message);
    if let Some(editor) = &mut state.editor {
        effects.extend(editor.follow_names());
        effects.extend(editor.missing_framework());
    }
    if draft && !effects.is_empty() {
        let log = state.note();
        effects.splice(0..0, log);
    }
    effects
}

fn take(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        // What is typed while it ends would mean something else than it was typed for.
        Message::Key(_) | Message::Paste(_) if state.exit.is_ending() => Vec::new(),
        Message::Key(key) => {
            state.notice = None;
            let scope = state.scope();
            match state.keymap.command(scope, key) {
                Some(command) => {
                    state.weave();
                    super::act::act(state, command)
                }
                None => match key.typed() {
                    Some(character) if scope.takes_text() => {
                        let mut buffer = [0; 4];
                        super::act::typed(state, character.encode_utf8(&mut buffer))
                    }
                    _ => Vec::new(),
                },
            }
        }
        Message::Paste(text) => {
            state.notice = None;
            super::act::pasted(state, &text)
        }
        Message::Resize(size) => {
            state.size = size;
            Vec::new()
        }
        Message::Pause => state.save(),
        Message::Focus => state.look(),
        Message::Stop => {
            let mut effects = state.save();
            effects.push(Effect::Suspend);
            effects
        }
        // Something may have happened to the file meanwhile.
        Message::Continued => state.look(),
        Message::ChangedElsewhere { base, theirs } => {
            state.bring_in(&base, &theirs, "Another program changed the draft")
        }
        Message::Freed => state.editor.iter().map(|_| Effect::OpenAgain).collect(),
        Message::TakenOver(who) => taken_over(state, who),
        Message::Journal(standing) => {
            journal(state, standing);
            Vec::new()
        }
        Message::OpenedDraft(opened) => {
            open(state, *opened);
            Vec::new()
        }
        Message::Sealed { path, why } => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let title = format!("Passphrase for {name}");
            let help = "What you type is not shown. A wrong passphrase changes nothing.";
            let mut question =
                Question::new(QuestionKind::Passphrase(path.clone()), &title, help, "");
            question.refused = why;
            state.notice = None;
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Message::Listing { cards, first } => {
            state.library.take(cards, first, false);
            Vec::new()
        }
        Message::Earlier { named, predecessor } => {
            if let Some(editor) = &mut state.editor {
                let why = match &predecessor {
                    Predecessor::Unread(why) => Some(why.clone()),
                    Predecessor::None | Predecessor::Read(_) => None,
                };
                editor.take_earlier(&named, predecessor);
                if let Some(why) = why {
                    state.warn(format!("Last year's draft cannot be read: {why}"));
                }
            }
            Vec::new()
        }
        Message::EarlierFound(found) => {
            super::act::offer_earlier(state, found);
            Vec::new()
        }
        Message::Frameworks {
            wanted,
            all,
            likely,
            refused,
        } => {
            let picker = Picker::of_frameworks(wanted, all, &likely, refused);
            state.overlays.push(Overlay::Picker(picker));
            Vec::new()
        }
        Message::Framework(found) => {
            match (found, &mut state.editor) {
                (Ok(framework), Some(editor)) => editor.take_framework(&framework),
                (Ok(_), None) => {}
                (Err(why), _) => state.warn(why),
            }
            Vec::new()
        }
        Message::Listed { cards, first } => {
            state.library.take(cards, first, true);
            Vec::new()
        }
        Message::Inspection(news) => super::inspection::handle(state, news),
        Message::Saved { revision, at } => saved(state, revision, at),
        Message::NotSaved { why } => {
            not_saved(state, why);
            Vec::new()
        }
        Message::Hashed {
            id,
            reference,
            hash,
        } => {
            let editor = state.editor.as_mut();
            if editor.is_some_and(|editor| editor.was_hashed(&id, &reference, hash)) {
                state.tell("The file's hash is kept; `assay verify` tells when it changes.");
                return state.save();
            }
            Vec::new()
        }
        Message::Read {
            assessment,
            report,
            spelling,
        } => {
            if let Some(editor) = &mut state.editor {
                editor.was_read(*assessment, report, spelling);
            }
            Vec::new()
        }
        Message::Told(text) => {
            state.tell(text);
            Vec::new()
        }
        Message::Failed(text) => {
            state.warn(text);
            Vec::new()
        }
        Message::Trashed { from, to } => {
            let name = from
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let key = state.keymap.label(Scope::Library, Command::RestoreDraft);
            state.tell(format!(
                "{} is in the trash; {} brings it back.",
                name.unwrap_or_default(),
                key.unwrap_or_default()
            ));
            state.library.trashed.push((from, to));
            vec![Effect::List]
        }
        Message::End => {
            state.exit = Exit::Summoned;
            state.save_and_quit()
        }
    }
}

fn open(state: &mut State, opened: OpenedDraft) {
    let read_only = opened.read_only.clone();
    let taken = opened.taken;
    let told = opened.told.clone();
    let waiting = opened.waiting.clone();
    let mut editor = DraftEditor::new(opened, Arc::clone(&state.levels));
    // Opened once more, it is shown where it was left.
    let again = state
        .editor
        .as_ref()
        .filter(|before| before.assessment.head.id == editor.assessment.head.id);
    if let Some(before) = again {
        editor.go_where(before);
    }
    let again = again.is_some_and(|before| before.taken);
    let recovered = editor.recovered.as_ref().map(|recovered| {
        let keys = |command| {
            state
                .keymap
                .label(Scope::Headings, command)
                .unwrap_or_default()
        };
        let s = if recovered.steps == 1 { "" } else { "s" };
        format!(
            "Recovered {} edit{s} since {}. {} shows them, and can set them aside.",
            recovered.steps,
            recovered.since,
            keys(Command::Differences)
        )
    });
    if let Some(goal) = state.goal.take() {
        editor.go_for(&goal);
    }
    state.editor = Some(Box::new(editor));
    state.overlays.clear();
    let told: Vec<String> = recovered.into_iter().chain(told).collect();
    if !told.is_empty() {
        state.tell(told.join(" "));
    }
    if let Some(waiting) = waiting {
        let picker = Picker::of_waiting(waiting);
        state.overlays.push(Overlay::Picker(picker));
    }
    match (read_only, again) {
        (Some(why), _) if taken => {
            let key = state.keymap.label(Scope::Headings, Command::TakeOver);
            state.warn(format!(
                "{why}. You can read it; {} takes it over.",
                key.unwrap_or_default()
            ));
        }
        (Some(why), _) => state.warn(why),
        (None, true) => state.tell("The draft is yours to change now."),
        (None, false) => {}
    }
}

/// Somebody else writes the draft from now on. What was typed here goes into the file first.
fn taken_over(state: &mut State, who: String) -> Vec<Effect> {
    let effects = state.save();
    if let Some(editor) = &mut state.editor {
        editor.stop_typing();
        editor.read_only = Some(who.clone());
        editor.taken = true;
    }
    state.warn(format!(
        "{who}. Your words are saved; you can go on reading."
    ));
    effects
}

fn journal(state: &mut State, standing: JournalStanding) {
    let Some(editor) = &mut state.editor else {
        return;
    };
    editor.journal = standing.clone();
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

/// A save failed. Words that are in no file keep the program open; those in the journal come back with the
/// draft, so that it can end when it must.
fn not_saved(state: &mut State, why: String) {
    let Some(editor) = &mut state.editor else {
        return;
    };
    let safe = matches!(
        editor.journal,
        JournalStanding::Safe | JournalStanding::Elsewhere(_)
    );
    editor.was_not_saved(why.clone());
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

fn saved(state: &mut State, revision: u64, at: String) -> Vec<Effect> {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    let again = editor.was_saved(revision, at);
    state.exit.save_succeeded();
    if again || state.exit != Exit::Stay {
        // What was typed while the save was under way follows it.
        let more = state.save();
        if !more.is_empty() {
            return more;
        }
    }
    if state.exit == Exit::Closing {
        return state.uncover();
    }
    Vec::new()
}
