//! One sitting, line by line: a line is done to the state, and what came of it is told.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::findings;
use super::order::{self, Order};
use super::typed::TypedLines;
use super::view::{LinearView, TextEnd};
use super::{help, telling};
use crate::app::layout::Size;
use crate::app::{Effect, Message, State, update};
use crate::config::Config;
use crate::text::{truncate, without_sequences};
use crate::tui::{self, EffectRunner, Folders, SettingsFile};

/// The window that is asked for where something is a page long: nobody sees one.
const SIZE: Size = Size {
    width: 80,
    height: 24,
};

/// The most characters that are told of words that were not ended.
const ENDS: usize = 200;

/// The world beside files, as a sitting in lines reaches it.
pub trait LinearWorld {
    /// Carries out what the runner of effects leaves to others: copying, stopping, editing in another program. Returns
    /// what came of it.
    fn perform(&mut self, effect: Effect) -> Vec<Message>;
}

/// A sitting in lines.
pub struct LinearSession {
    pub(super) state: State,
    runner: EffectRunner,
    inbox: Receiver<Message>,
    world: Box<dyn LinearWorld>,
    /// The view that was told last.
    told: LinearView,
    /// The views that were told of the places that lie over each other, the lowest first: whoever comes back to one has
    /// heard it.
    told_beneath: Vec<LinearView>,
    /// True where the line led to a place for the sake of one row.
    pub(super) is_jump: bool,
    pub(super) typed: TypedLines,
    /// The number of changes to what is open when the last answer was given.
    told_changes: Option<u64>,
    /// How many findings were marked when the last answer was given.
    told_marked: usize,
    /// The lines that are to be said of the line that is done now.
    pub(super) said: Vec<String>,
}

impl LinearSession {
    /// Returns a sitting at the library. `now` returns the time of day, for people.
    pub fn new(
        folders: &Folders,
        config: &Config,
        settings: SettingsFile,
        world: Box<dyn LinearWorld>,
        now: fn() -> String,
    ) -> Self {
        let (post, inbox): (Sender<Message>, _) = channel();
        let runner = EffectRunner::new(folders, config, post, now)
            .with_settings(settings)
            .in_turn();
        let state = tui::state_of(config, config.keymap().by_name(), SIZE);
        Self {
            state,
            runner,
            inbox,
            world,
            told: LinearView::default(),
            told_beneath: Vec::new(),
            is_jump: false,
            typed: TypedLines::default(),
            told_changes: None,
            told_marked: 0,
            said: Vec::new(),
        }
    }

    /// Returns the same with a mark for the new ids of each draft that is opened.
    #[must_use]
    pub fn with_marks(mut self, mark: fn() -> String) -> Self {
        self.runner = self.runner.with_marks(mark);
        self
    }

    /// Begins, at the library or at a file, with what is to be told of the last time. Returns what is said first.
    ///
    /// # Errors
    /// The file cannot be opened, as a message of kind [`io::ErrorKind::InvalidData`].
    pub fn begin(
        &mut self,
        file: Option<PathBuf>,
        news: impl FnOnce() -> Vec<Message>,
    ) -> io::Result<Vec<String>> {
        self.said.extend(help::GREETING.map(str::to_owned));
        match file {
            Some(file) => {
                let effects = tui::open(file, &mut self.runner, &mut self.state, &self.inbox)?;
                self.perform(effects);
            }
            None => self.perform(vec![Effect::List]),
        }
        // What the journals tell comes before what is new: an entry of the same name would take its place.
        self.drain();
        for message in news() {
            self.give(message);
        }
        self.settle();
        Ok(self.tell())
    }

    /// Does a line, and returns what is said of it.
    pub fn answer(&mut self, line: &str) -> Vec<String> {
        // A message stands until the next line.
        self.state.status = None;
        let clean = without_sequences(line);
        if clean != line {
            self.say("Arrow keys and their like do nothing in lines: what they sent was left out.");
            if clean.trim().is_empty() {
                // Nobody meant the empty line, which leaves things.
                self.said.extend(telling::at_hand(&self.told));
                return self.tell();
            }
        }
        let line = clean.as_ref();
        if self.looked_away(line) {
            return self.tell();
        }
        let text = LinearView::of(&self.state).text;
        if self.told_what_begins(text.as_ref(), line) {
            return self.tell();
        }
        match text.filter(|text| text.end != TextEnd::Narrows) {
            Some(text) => self.do_in_text(&text, line),
            None => self.do_line(line),
        }
        self.settle();
        // Whoever opens a text again begins it anew.
        if self.state.overlays.is_empty() && LinearView::of(&self.state).text.is_none() {
            self.typed = TypedLines::default();
        }
        self.tell()
    }

    /// Says of a line that was no text that nothing came of it.
    pub fn refuse(&mut self) -> Vec<String> {
        let why = "That line is not UTF-8, and nothing of it was taken. Set the terminal, or the script, to UTF-8 and send it again.";
        vec![why.to_owned()]
    }

    /// Takes words behind which the lines end without an Enter, and returns what is said of them. In a file that is a line
    /// like any other, where no text is open; else nobody knows how it would have gone on, and it waits for a place.
    pub fn take_unended(&mut self, words: &str, at_terminal: bool) -> Vec<String> {
        if words.trim().is_empty() || self.wants_secret() {
            return Vec::new();
        }
        let text = self.told.text.as_ref();
        let is_open = text.is_some_and(|text| text.end != TextEnd::Narrows);
        if !at_terminal && !is_open && order::read(&self.state, words) != Order::Words {
            return self.answer(words);
        }
        let words = without_sequences(words);
        self.state.let_wait(words.trim());
        self.settle();
        vec![format!(
            "Your last line was not ended by Enter, and was not done. Its words are kept: “{}”.",
            truncate(words.trim(), ENDS)
        )]
    }

    /// Returns what stands before the next line.
    pub fn prompt(&self) -> String {
        match &self.told.text {
            Some(text) if text.end == TextEnd::FullStop => format!("{}, lines>", text.label),
            Some(text) if text.end == TextEnd::Line => format!("{}, one line>", text.label),
            _ => format!("{}>", self.told.prompt),
        }
    }

    /// Returns true where the next line is a secret, not to be seen.
    pub fn wants_secret(&self) -> bool {
        self.told.text.as_ref().is_some_and(|text| text.secret)
    }

    /// Returns true where the sitting is over.
    pub fn is_over(&self) -> bool {
        self.state.is_over()
    }

    /// Returns the state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Ends as where a terminal goes away: comes back when no word is lost by it. After a fault it does not wait for
    /// a disk.
    pub fn end(&mut self, pause: Duration, faulty: bool) {
        let (runner, world) = (&mut self.runner, &mut self.world);
        let mut perform = |effect: Effect| match is_left_to_others(&effect) {
            true => drop(world.perform(effect)),
            false => runner.perform(effect),
        };
        tui::save_at_the_end(&mut self.state, &self.inbox, &mut perform, pause, faulty);
    }

    /// Returns what is to be known of files that were left unsaved.
    pub fn left_unsaved(&self) -> Vec<String> {
        self.state.left_unsaved()
    }

    /// Looks whether something happened to the files meanwhile. True where what the line was meant for is gone by it:
    /// then nothing is done, and the words are kept.
    fn looked_away(&mut self, line: &str) -> bool {
        self.give(Message::Focus);
        self.drain();
        let now = LinearView::of(&self.state);
        let id = |view: &LinearView| view.text.as_ref().map(|text| text.id.clone());
        if (&now.id, id(&now)) == (&self.told.id, id(&self.told)) {
            self.say_status();
            return false;
        }
        self.say_status();
        if line.trim().is_empty() {
            return true;
        }
        let why = "Something came between, and your line was not done";
        match self.state.field_is_open() || self.told.text.as_ref().is_some_and(|it| it.secret) {
            true => self.said.push(format!("{why}.")),
            false => {
                self.give(Message::Paste(line.to_owned()));
                self.said.push(format!("{why}; its words are kept."));
            }
        }
        true
    }

    /// Takes a message in and carries out what follows, without waiting for what comes of it.
    pub(super) fn give(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match is_left_to_others(&effect) {
                true => {
                    for message in self.world.perform(effect) {
                        self.give(message);
                    }
                }
                false => self.runner.perform(effect),
            }
        }
    }

    /// Takes in all that came of what was done, until nothing more comes.
    pub(super) fn drain(&mut self) {
        loop {
            let mut is_new = false;
            while let Ok(message) = self.inbox.try_recv() {
                self.give(message);
                is_new = true;
            }
            while let Some(effect) = self.state.settle() {
                self.perform(vec![effect]);
                is_new = true;
            }
            is_new |= self.state.check();
            while self.state.looks_on() {
                let _ = self.state.look_on();
            }
            while let Some(effect) = self.state.next_check() {
                self.perform(vec![effect]);
                is_new = true;
            }
            if !is_new {
                return;
            }
        }
    }

    /// Takes in all that came of a line, and saves what it changed.
    fn settle(&mut self) {
        self.drain();
        if !self.state.is_over() {
            self.give(Message::Pause);
            self.drain();
        }
    }

    /// Returns what is to be said: of the line, then of what is new since the last.
    fn tell(&mut self) -> Vec<String> {
        let now = LinearView::of(&self.state);
        self.say_status();
        let mut lines = std::mem::take(&mut self.said);
        if self.state.is_over() {
            if lines.is_empty() && self.state.left_unsaved().is_empty() {
                lines.push("Everything is saved.".to_owned());
            }
            return lines;
        }
        let is_jump = std::mem::take(&mut self.is_jump);
        let known = self.told_beneath.iter().position(|it| it.id == now.id);
        let before = known.and_then(|at| self.told_beneath.get(at));
        lines.extend(match before {
            Some(before) if self.told.id != now.id => telling::back_in(before, &now),
            None if self.told.id != now.id && is_jump => telling::led_to(&self.told, &now),
            _ => telling::changed(&self.told, &now),
        });
        let marked = self.state.editor.as_ref().map_or(0, |it| it.marked());
        lines.extend(findings::marks_told(&self.state, self.told_marked));
        self.told_marked = marked;
        let changes = self.state.changes();
        if lines.is_empty() {
            lines.push(match changes == self.told_changes {
                true => "Nothing here is changed by that.".to_owned(),
                false => "Done.".to_owned(),
            });
            lines.extend(telling::at_hand(&now));
        }
        self.told_changes = changes;
        let beneath = match self.state.overlays.is_empty() {
            true => 0,
            false => known.unwrap_or(self.told_beneath.len()),
        };
        self.told_beneath.truncate(beneath);
        self.told_beneath.push(now.clone());
        self.told = now;
        lines
    }

    /// Returns true where the rows of a view are those that were told last.
    pub(super) fn is_told(&self, view: &LinearView) -> bool {
        view.id == self.told.id && view.rows().eq(self.told.rows())
    }

    /// Says what the line of messages has.
    pub(super) fn say_status(&mut self) {
        let Some(status) = self.state.status.clone() else {
            return;
        };
        let text = status.text.replace(" · ", ", ");
        let words = match status.bad {
            true => format!("Attention: {text}"),
            false => text,
        };
        if !self.said.contains(&words) {
            self.said.push(words);
        }
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.said.push(words.into());
    }
}

/// Returns true for what the runner of effects leaves to others.
fn is_left_to_others(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Copy(_)
            | Effect::Suspend
            | Effect::EditOutside(_)
            | Effect::LookOutside
            | Effect::Redraw
            | Effect::Shape(_)
            | Effect::CatchMouse(_)
    )
}
