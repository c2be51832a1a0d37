//! The state of the screen.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::arriving::Arriving;
use super::command::Command;
use super::cuts::Cuts;
use super::editor::{DraftEditor, DraftTarget};
use super::effect::Effect;
use super::exit::Exit;
use super::file::{BoxName, FileKind, FileNews, FileState, JournalNote, Reopening};
use super::inspection::Grid;
use super::key::Key;
use super::keymap::Keymap;
use super::layout::{Pane, Size};
use super::library::Library;
use super::message::Message;
use super::modes::Modes;
use super::outside::StandingText;
use super::overlay::{AwaitedNews, Overlay, Pace};
use super::scope::Scope;
use super::status::StatusMessage;
use super::stray::Stray;
use super::trail::Trail;
use super::waiting_keys::WaitingKeys;
use super::walk::Walk;
use crate::check::Levels;

/// All that the screen shows.
#[derive(Debug)]
pub struct State {
    /// The size of the window.
    pub size: Size,
    /// The key bindings.
    pub keymap: Arc<Keymap>,
    /// The levels set for the rules of the checks.
    pub levels: Arc<Levels>,
    /// The list of drafts.
    pub library: Library,
    /// The open draft; without one the library is shown.
    pub editor: Option<Box<DraftEditor>>,
    /// The open inspection; drafts that are opened from it lie over it.
    pub grid: Option<Box<Grid>>,
    /// The overlays over the screen, the topmost last.
    pub overlays: Vec<Overlay>,
    /// The message in the line at the bottom, until the next key.
    pub status: Option<StatusMessage>,
    /// The number of columns of a printed text; `None` gives a line a paragraph.
    pub print_width: Option<usize>,
    /// The theme that was chosen here; the one that the program began with where none was.
    pub theme: Option<String>,
    /// True where it was chosen here that the mouse is caught.
    pub mouse: Option<bool>,
    /// The place in a text at which the button of the mouse was pressed last.
    pub(super) pointed_from: Option<usize>,
    /// The walk through the open draft, where it is an example for that.
    pub walk: Option<Walk>,
    /// Where one was.
    pub(super) trail: Trail,
    /// The pace at which a statement is read aloud.
    pub(super) pace: Pace,
    /// The identity of the draft whose walk was left, so that it stays so when the draft is opened again.
    pub(super) walk_left: Option<String>,
    /// The files that were closed unsaved, by path, with what is to be known of each.
    pub(super) let_go: BTreeMap<PathBuf, String>,
    /// The state of a requested end.
    pub exit: Exit,
    /// The text that was last cut or copied.
    pub clipboard: String,
    /// True where that comes before what was pasted where no text was open.
    pub(super) cut_first: bool,
    /// True where that was cut in place, so that undo has it.
    pub(super) cut_in_draft: bool,
    /// True where the last key erased in one piece, so that another cuts on.
    pub(super) cut_goes_on: bool,
    /// The texts that were cut or copied, one behind the other.
    pub(super) cuts: Cuts,
    /// The modes of the text that is open.
    pub(super) modes: Modes,
    /// The keys that wait for what follows.
    pub(super) waiting_keys: Option<WaitingKeys>,
    /// The place at which the draft that is being opened is to be shown.
    pub(super) target: Option<DraftTarget>,
    /// The box whose answer the world was asked for.
    pub(super) awaited: Option<(BoxName, AwaitedNews)>,
    /// The character that waits, where no text is taken, for what came together with it.
    pub(super) first_character: Option<Key>,
    /// The characters that were typed last where no text is open, and did nothing there.
    pub(super) stray: Stray,
    /// The words that come while a sealed draft is being opened.
    pub(super) arriving: Arriving,
    /// The texts that stay written out for another program.
    pub(super) standing: Vec<StandingText>,
    /// The words that wait for a place and were told of, and whether what was cut comes before them: nobody is told twice.
    pub(super) offered: (Vec<String>, bool),
    /// True where what came last was more than a hand types.
    pub(super) came_at_once: bool,
    /// The last key, and whether it left a field or has been repeated since one did.
    pub(super) last_key: Option<(Key, bool)>,
}

impl State {
    /// Returns the screen before anything is opened.
    pub fn new(size: Size, keymap: Keymap) -> Self {
        Self {
            size,
            keymap: Arc::new(keymap),
            levels: Arc::default(),
            library: Library::default(),
            editor: None,
            grid: None,
            overlays: Vec::new(),
            status: None,
            print_width: None,
            theme: None,
            mouse: None,
            pointed_from: None,
            walk: None,
            trail: Trail::default(),
            pace: Pace::default(),
            walk_left: None,
            let_go: BTreeMap::new(),
            exit: Exit::Stay,
            clipboard: String::new(),
            cut_first: false,
            cut_in_draft: false,
            cut_goes_on: false,
            cuts: Cuts::default(),
            modes: Modes::default(),
            waiting_keys: None,
            target: None,
            awaited: None,
            first_character: None,
            stray: Stray::default(),
            arriving: Arriving::default(),
            standing: Vec::new(),
            offered: (Vec::new(), false),
            came_at_once: false,
            last_key: None,
        }
    }

    /// Returns the same with the pace, in words a minute, at which statements are read aloud.
    #[must_use]
    pub fn with_pace(mut self, words_a_minute: u64) -> Self {
        self.pace = Pace::of(words_a_minute);
        self
    }

    /// Returns where keys are looked up now.
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

    /// Returns how it stands with a file, where it is open.
    pub(super) fn file(&mut self, kind: FileKind) -> Option<&mut FileState> {
        match kind {
            FileKind::Draft => self.editor.as_mut().map(|editor| &mut editor.file),
            FileKind::Inspection => self.grid.as_mut().map(|grid| &mut grid.file),
        }
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &FileState> {
        let editor = self.editor.as_ref().map(|editor| &editor.file);
        editor
            .into_iter()
            .chain(self.grid.as_ref().map(|grid| &grid.file))
    }

    /// Returns the file that lies on top.
    pub(super) fn top_file(&self) -> FileKind {
        match self.editor {
            Some(_) => FileKind::Draft,
            None => FileKind::Inspection,
        }
    }

    /// Returns true where a pause is to be reported, so that what is open is saved by itself.
    pub fn wants_pause(&self) -> bool {
        self.files().any(|file| file.wants_pause(self.exit))
    }

    /// Returns true where the program can end now: asked to, with nothing left on its way to the disk.
    pub fn is_over(&self) -> bool {
        self.exit.is_ending() && !self.files().any(FileState::is_saving)
    }

    /// Returns true where a message may change what the screen shows: nobody sees that a character waits, nor that it waited
    /// for nothing.
    pub fn shows(&self, message: &Message) -> bool {
        match message {
            Message::Character(_) => self.takes_text(),
            Message::Alone => self.first_character.is_some(),
            Message::File(_, FileNews::Stirred) => false,
            _ => true,
        }
    }

    /// Brings the statement up to what is written, and hands out what is to be noted in a journal, and then what is to
    /// be read for the screen: to be called when a batch of messages is taken in, before it is drawn, until there is nothing more.
    #[must_use]
    pub fn settle(&mut self) -> Option<Effect> {
        // What is woven elsewhere comes by itself.
        if let Some(editor) = self.editor.as_mut().filter(|it| !it.awaits_weave()) {
            editor.weave_changes();
        }
        let is_seen = self.editor.is_none() && self.grid.is_none();
        self.note()
            .or_else(|| self.library.look_beside(self.size, is_seen))
            .or_else(|| self.library.look_inside(is_seen))
    }

    /// Returns the next task for the background: a file to hash, or a draft to check.
    #[must_use]
    pub fn next_check(&mut self) -> Option<Effect> {
        let editor = self.editor.as_mut()?;
        editor.next_to_hash().or_else(|| editor.next_check())
    }

    pub(super) fn weave(&mut self) {
        if let Some(editor) = &mut self.editor {
            editor.settle();
        }
    }

    /// Returns what is to be noted in a journal.
    pub(super) fn note(&mut self) -> Option<Effect> {
        let editor = self.editor.as_mut().map(|editor| editor.take_log());
        if let Some(log) = editor.filter(|log| !log.is_empty()) {
            return Some(Effect::Journal(JournalNote::Draft(log)));
        }
        let grid = self.grid.as_mut().map(|grid| grid.take_log());
        if let Some(log) = grid.filter(|log| !log.is_empty()) {
            return Some(Effect::Journal(JournalNote::Inspection(log)));
        }
        // What was answered is an edit before its box is forgotten.
        self.note_boxes()
    }

    pub(super) fn inform(&mut self, text: impl Into<String>) {
        self.status = Some(StatusMessage::notice(text.into()));
    }

    /// Returns what is said where there is no step to take back, or to make again.
    pub(super) fn no_step(back: bool) -> &'static str {
        match back {
            true => "Nothing to take back.",
            false => "Nothing to make again.",
        }
    }

    /// Returns the key of a command in a place, for people; empty where it has none.
    pub fn key(&self, scope: Scope, command: Command) -> String {
        self.keymap.label(scope, command).unwrap_or_default()
    }

    /// Reports what was done, or why it could not be.
    pub(super) fn report(&mut self, done: Result<String, String>) {
        if let Some(message) = self.warn_on_err(done) {
            self.inform(message);
        }
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.status = Some(StatusMessage::warning(&text.into()));
    }

    /// Returns the value, or warns of what went wrong.
    pub(super) fn warn_on_err<T>(&mut self, done: Result<T, String>) -> Option<T> {
        done.map_err(|why| self.warn(why)).ok()
    }

    pub(super) fn save(&mut self) -> Vec<Effect> {
        self.save_files(false)
    }

    /// Saves, and looks at a file where words were typed in boxes of it: somebody may have taken it over.
    pub(super) fn save_and_look(&mut self) -> Vec<Effect> {
        let mut effects = self.save();
        for kind in FileKind::ALL {
            if self
                .file(kind)
                .is_some_and(|file| file.kept.was_looked_at())
            {
                effects.push(Effect::CheckFile(kind));
            }
        }
        effects.extend(self.look_outside());
        effects
    }

    /// Looks at the texts that stay written out for another program.
    fn look_outside(&self) -> Option<Effect> {
        (!self.standing.is_empty()).then_some(Effect::LookOutside)
    }

    /// Saves because somebody asked for it, or leaves: what is saved already is looked at all the same.
    pub(super) fn save_asked(&mut self) -> Vec<Effect> {
        self.save_files(true)
    }

    fn save_files(&mut self, asked: bool) -> Vec<Effect> {
        let editor = self.editor.as_mut().and_then(|editor| editor.save(asked));
        let grid = self.grid.as_mut().and_then(|grid| grid.save(asked));
        editor.into_iter().chain(grid).collect()
    }

    /// Saves the file of a kind under another name.
    pub(super) fn save_as(&mut self, kind: FileKind, name: String) -> Option<Effect> {
        let revision = self.file(kind)?.begin_save_as();
        let content = match kind {
            FileKind::Draft => self.editor.as_ref()?.content(),
            FileKind::Inspection => self.grid.as_ref()?.content(),
        };
        Some(Effect::SaveAs {
            content,
            revision,
            name,
        })
    }

    /// Opens a file once more that somebody else had, where that is wanted: when nothing lies over it, so that no box goes
    /// from under the hands, and what is left to save of it is saved.
    pub(super) fn reopen(&mut self) -> Vec<Effect> {
        let at_rest = self.overlays.is_empty() && self.typed_field().is_none();
        let mut kinds = FileKind::ALL.into_iter();
        let wanted = kinds.find(|kind| self.file(*kind).is_some_and(|file| file.is_reopening()));
        let Some(kind) = wanted.filter(|_| at_rest && self.exit == Exit::Stay) else {
            return Vec::new();
        };
        match self.file(kind).and_then(FileState::take_reopening) {
            Some(Reopening::Freed) => vec![Effect::OpenAgain(kind)],
            Some(Reopening::TakenOver) => vec![Effect::TakeOver(kind)],
            None => self.save(),
        }
    }

    /// Looks whether something happened to the files of what is shown.
    pub(super) fn check_files(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for kind in FileKind::ALL {
            if let Some(file) = self.file(kind) {
                // What kept a save from being made may be over.
                let again = file.not_saved.take().is_some() && file.is_unsaved();
                effects.extend((!again).then_some(Effect::CheckFile(kind)));
            }
        }
        if effects.len() < self.files().count() {
            effects.extend(self.save());
        }
        if let (None, Some(grid)) = (&self.editor, &self.grid) {
            effects.push(grid.read_again());
        }
        effects.extend(self.look_outside());
        effects
    }

    /// Ends the program by a key, saving first.
    pub(super) fn end(&mut self) -> Vec<Effect> {
        let again = self.files().any(FileState::may_be_left);
        self.exit.ask(again);
        self.save_and_quit()
    }

    pub(super) fn save_and_quit(&mut self) -> Vec<Effect> {
        if let Some(editor) = &mut self.editor {
            editor.stop_typing();
        }
        let mut effects = self.save_asked();
        effects.extend(self.editor.as_ref().and_then(|editor| editor.keep_place()));
        effects.push(Effect::Quit);
        effects
    }
}
