//! The state of the screen, and `update`: what a message makes of it.

use std::sync::Arc;

use super::bench::Bench;
use super::command::{Command, Scope};
use super::keymap::Keymap;
use super::layout::{Pane, Size};
use super::library::Library;
use super::message::{Effect, Message};
use super::overlay::Overlay;

/// All that the screen shows.
#[derive(Debug)]
pub struct State {
    /// The size of the window.
    pub size: Size,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// The list of drafts.
    pub library: Library,
    /// The open draft; without one the library is shown.
    pub bench: Option<Box<Bench>>,
    /// What lies over the screen, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What there is to tell, until the next key.
    pub notice: Option<Notice>,
    /// How many columns a printed text has; nothing gives a line a paragraph.
    pub print_width: Option<usize>,
    /// Whether the program ends once what is under way is done.
    pub ending: bool,
    /// Closes the draft once it is saved.
    closing: bool,
}

/// Something told in the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
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
            library: Library::default(),
            bench: None,
            overlays: Vec::new(),
            notice: None,
            print_width: None,
            ending: false,
            closing: false,
        }
    }

    /// Where keys are looked up now.
    pub fn scope(&self) -> Scope {
        match (self.overlays.last(), &self.bench) {
            (Some(overlay), _) => overlay.scope(),
            (None, None) => Scope::Library,
            (None, Some(bench)) if bench.typing.is_some() => Scope::Typing,
            (None, Some(bench)) => match bench.pane {
                Pane::Headings => Scope::Headings,
                Pane::Findings => Scope::Findings,
                Pane::Statement => Scope::Statement,
            },
        }
    }

    /// Whether a pause should be told, so that the draft is saved by itself.
    pub fn wants_pause(&self) -> bool {
        self.bench.as_ref().is_some_and(|bench| {
            bench.is_unsaved()
                && !bench.is_saving()
                && bench.read_only.is_none()
                && bench.not_saved.is_none()
        })
    }

    /// Whether the program can end now: asked to, with nothing left on its way to the disk.
    pub fn is_over(&self) -> bool {
        self.ending && !self.bench.as_ref().is_some_and(|bench| bench.is_saving())
    }

    /// Brings the statement up to what is written: to be called when a batch of messages is taken in,
    /// before it is drawn.
    pub fn settle(&mut self) {
        if let Some(bench) = &mut self.bench {
            bench.settle();
        }
    }

    pub(super) fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            bad: false,
        });
    }

    /// Tells what went wrong. Of many lines there is room for the first.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.notice = Some(Notice {
            text: text.lines().next().unwrap_or_default().to_owned(),
            bad: true,
        });
    }

    /// Tells what went wrong, where something did.
    pub(super) fn heed<T>(&mut self, done: Result<T, String>) -> Option<T> {
        match done {
            Ok(value) => Some(value),
            Err(why) => {
                self.warn(why);
                None
            }
        }
    }

    pub(super) fn save(&mut self) -> Vec<Effect> {
        let effect = self.bench.as_mut().and_then(|bench| bench.save());
        effect.into_iter().collect()
    }

    /// Closes the draft, saving it first, and shows the library.
    pub(super) fn close_draft(&mut self) -> Vec<Effect> {
        if let Some(bench) = &mut self.bench {
            bench.stop_typing();
        }
        let mut effects = self.save();
        let saving = self.bench.as_ref().is_some_and(|bench| bench.is_saving());
        self.closing = saving;
        if !saving {
            self.bench = None;
            effects.push(Effect::List);
        }
        effects
    }

    /// Ends the program, saving first.
    pub(super) fn end(&mut self) -> Vec<Effect> {
        if let Some(bench) = &mut self.bench {
            bench.stop_typing();
        }
        let mut effects = self.save();
        self.ending = true;
        effects.push(Effect::Quit);
        effects
    }
}

/// Takes a message in, and returns what is to be done in the world.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => {
            state.notice = None;
            let scope = state.scope();
            match state.keymap.command(scope, key) {
                Some(command) => {
                    state.settle();
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
        Message::Opened(opened) => {
            let read_only = opened.read_only.clone();
            state.bench = Some(Box::new(Bench::new(*opened)));
            state.overlays.clear();
            if let Some(why) = read_only {
                state.warn(why);
            }
            Vec::new()
        }
        Message::Listed(cards) => {
            state.library.list(cards);
            Vec::new()
        }
        Message::Saved { revision, at } => saved(state, revision, at),
        Message::NotSaved { why } => {
            if let Some(bench) = &mut state.bench {
                bench.was_not_saved(why.clone());
            }
            // Words that are not on disk keep the program open: asked again, it ends all the same.
            state.ending = false;
            state.closing = false;
            state.warn(why);
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
        Message::End => state.end(),
    }
}

fn saved(state: &mut State, revision: u64, at: String) -> Vec<Effect> {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    let again = bench.was_saved(revision, at);
    if again || state.closing || state.ending {
        // What was typed while the save was under way follows it.
        let more = state.save();
        if !more.is_empty() {
            return more;
        }
    }
    if state.closing {
        state.closing = false;
        state.bench = None;
        return vec![Effect::List];
    }
    Vec::new()
}
