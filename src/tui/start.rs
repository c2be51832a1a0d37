//! Starting the full screen, and leaving it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::backend::FrameBackend;
use super::clipboard;
use super::effects::{EffectRunner, Folders, JournalHandle, SettingsFile};
use super::input;
use super::mouse;
use super::outside_editor::OutsideEditor;
use super::run::{Environment, guarded};
use super::terminal::{self, FrameBuffer, Screen};
use super::view::View;
use crate::app::layout::Size;
use crate::app::{Effect, FileNews, Keymap, Message, OutsideText, State, update};
use crate::config::Config;
use crate::store::{clear_outside_texts, new_mark, outside_texts};
use crate::text::printable;

/// The time between two looks at the file that is open: somebody else may have changed it, or taken it over.
const LOOKS: std::time::Duration = std::time::Duration::from_secs(2);

/// The options that the full screen starts with.
#[derive(Debug)]
pub struct StartOptions {
    /// The draft to open; the library where none is given.
    pub file: Option<PathBuf>,
    /// The folders in which things are kept.
    pub folders: Folders,
    /// The settings.
    pub config: Config,
    /// The view, in the theme that the settings and the terminal ask for.
    pub view: View,
    /// The settings, to be changed from inside.
    pub settings: SettingsFile,
}

type Backend = FrameBackend;

/// Runs the full screen until the user leaves it, and returns what is to be known of files that were left unsaved.
///
/// # Errors
/// The terminal cannot be used, or went away; or the draft named cannot be opened, as a message of
/// kind [`io::ErrorKind::InvalidData`].
pub fn start(options: StartOptions) -> io::Result<Vec<String>> {
    let (post, inbox) = channel();
    let StartOptions {
        file,
        folders,
        config,
        mut view,
        settings,
    } = options;
    let mut runner = runner_of(&folders, &config, &post).with_settings(settings);
    let size = terminal::size();
    let mut state = state_of(&config, config.keymap(), size);
    // A draft that is named is there before the first frame; the library is filled in behind it.
    let mut asked = match file {
        Some(file) => open(file, &mut runner, &mut state, &inbox)?,
        None => Vec::new(),
    };
    terminal::leave_on_panic();
    let screen = Screen::enter(config.mouse)?;
    let frame = FrameBuffer::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
    let backend = FrameBackend::new(frame.clone());
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
    let redraw = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    let signals = signals(&post, &redraw)?;
    let keys = post.clone();
    thread::spawn(move || read_keys(&keys));
    #[cfg(unix)]
    {
        let gone = post.clone();
        thread::spawn(move || {
            if terminal::wait_for_hang_up().is_ok() {
                terminal::stop_reading();
                let _ = gone.send(Message::End);
            }
        });
    }
    for left in left_outside(&folders.state) {
        let _ = post.send(left);
    }
    let journal = runner.journal();
    let (orders, worker) = runner.on_a_thread();
    if state.editor.is_none() && state.grid.is_none() {
        asked.push(Effect::List);
    }
    asked
        .into_iter()
        .for_each(|effect| drop(orders.send(effect)));
    let mut environment = TerminalEnvironment {
        orders,
        post,
        frame,
        journal,
        taken_again: redraw,
        redraw: false,
        mouse: config.mouse,
        outside: OutsideEditor::new(&folders.state),
    };
    let pause = Duration::from_secs(config.autosave_seconds.max(1));
    let ended = guarded(
        &mut terminal,
        &mut state,
        &mut view,
        &inbox,
        &mut environment,
        pause,
    );
    // Whatever ended the loop, what was asked of the runner is done before the program goes.
    drop(environment);
    let _ = worker.join();
    drop(screen);
    #[cfg(unix)]
    signals.close();
    let left = ended.map(|()| state.left_unsaved());
    // It is memory only, which the system takes back at once and piece by piece would cost a moment.
    std::mem::forget((state, view));
    left
}

fn runner_of(folders: &Folders, config: &Config, post: &Sender<Message>) -> EffectRunner {
    let now = || jiff::Zoned::now().strftime("%H:%M").to_string();
    EffectRunner::new(folders, config, post.clone(), now)
        .with_marks(new_mark)
        .with_weaving_behind()
        .with_looks(LOOKS)
}

/// Returns the state with which a program begins that has these settings.
pub fn state_of(config: &Config, keymap: Keymap, size: Size) -> State {
    let mut state = State::new(size, keymap).with_pace(config.reading.words_a_minute);
    state.levels = Arc::new(config.check.clone());
    state.print_width = Some(config.print.width).filter(|width| *width > 0);
    state
}

/// Returns what is to be told of texts that were edited elsewhere when a program was killed.
pub fn left_outside(state: &Path) -> Vec<Message> {
    let told = outside_texts(state)
        .into_iter()
        .filter(|left| !left.lives)
        .map(|left| match left.open {
            true => Message::OpenOutside(left.words),
            false => Message::LeftOutside(left.folder, left.words),
        });
    let told = told.collect();
    clear_outside_texts(state);
    told
}

fn read_keys(post: &Sender<Message>) {
    // A program that reads no keys would never end by one.
    let _ = catch_unwind(AssertUnwindSafe(|| input::read(post)));
    let _ = post.send(Message::End);
}

/// Opens a file before anything is shown, and returns the effects that follow.
///
/// # Errors
/// It cannot be opened, as a message of kind [`io::ErrorKind::InvalidData`].
pub fn open(
    file: PathBuf,
    runner: &mut EffectRunner,
    state: &mut State,
    inbox: &Receiver<Message>,
) -> io::Result<Vec<Effect>> {
    let mut effects = Vec::new();
    runner.perform(Effect::Open(file));
    while let Ok(message) = inbox.try_recv() {
        if let Message::NotOpened { why, .. } | Message::Failed(why) = message {
            return Err(io::Error::new(io::ErrorKind::InvalidData, why));
        }
        for effect in update(state, message) {
            match effect {
                // It begins at once, so that it is there with the first frame where it is soon done.
                weaves @ Effect::WeaveDraft { .. } => runner.perform(weaves),
                effect => effects.push(effect),
            }
        }
    }
    Ok(effects)
}

struct TerminalEnvironment {
    orders: Sender<Effect>,
    post: Sender<Message>,
    frame: FrameBuffer,
    journal: JournalHandle,
    /// True where the program was stopped, so that the screen is to be taken again.
    taken_again: Arc<AtomicBool>,
    /// True where the screen is to be drawn anew, whatever stands there.
    redraw: bool,
    mouse: bool,
    outside: OutsideEditor,
}

impl Environment<Backend> for TerminalEnvironment {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Copy(text) => self.copy(text),
            Effect::Journal(note) => self.journal.note(&note),
            Effect::Suspend => self.suspend(),
            Effect::EditOutside(text) => self.edit_outside(text),
            Effect::LookOutside => self.look_outside(),
            Effect::Redraw => self.redraw = true,
            Effect::Shape(shape) => terminal::shape_cursor(shape),
            Effect::CatchMouse(caught) => {
                self.mouse = caught;
                mouse::catch(caught);
            }
            effect => {
                let why =
                    "Not saved: the part of Assay that saves has stopped. Copy the statement."
                        .to_owned();
                if let Err(SendError(Effect::Save { content, .. })) = self.orders.send(effect) {
                    let unsaved = FileNews::NotSaved { why };
                    let _ = self.post.send(Message::File(content.kind(), unsaved));
                }
            }
        }
    }

    fn begin_frame(&mut self, terminal: &mut Terminal<Backend>) -> io::Result<bool> {
        let stopped = self.taken_again.swap(false, Ordering::SeqCst);
        if stopped {
            terminal::take_again(self.mouse)?;
        }
        let anew = std::mem::take(&mut self.redraw) || stopped;
        if anew {
            self.frame.clear()?;
            // Clearing it would ask the terminal where the cursor is, and the thread that reads keys would take
            // the answer.
            let area = terminal.get_frame().area();
            terminal.resize(area)?;
        }
        Ok(anew)
    }

    fn end_frame(&mut self, _: &mut Terminal<Backend>) -> io::Result<()> {
        self.frame.send()
    }

    fn leave_screen(&mut self) {
        terminal::leave();
        terminal::stop_reading();
    }
}

impl TerminalEnvironment {
    /// Hands text to the terminal's clipboard and to those of programs, of which some take their time.
    fn copy(&self, text: String) {
        let post = self.post.clone();
        if let Err(error) = terminal::copy(&text) {
            let _ = post.send(Message::Failed(format!("Not copied: {error}")));
            return;
        }
        thread::spawn(move || {
            let is_set = |name: &str| std::env::var_os(name).is_some_and(|set| !set.is_empty());
            let programs = clipboard::hand_over(&printable(&text), is_set);
            let _ = post.send(Message::Done(clipboard::report(&text, &programs)));
        });
    }

    /// Lets the user edit a text in another program.
    fn edit_outside(&mut self, text: OutsideText) {
        let outcome = terminal::lend(|| self.outside.edit(&text.words));
        self.taken_again.store(true, Ordering::SeqCst);
        let _ = self
            .post
            .send(Message::EditedOutside(text, Box::new(outcome)));
    }

    /// Reads the texts that stay written out.
    fn look_outside(&self) {
        for (folder, words) in self.outside.standing() {
            let _ = self.post.send(Message::StandsOutside(folder, words));
        }
    }

    /// Stops the program until it is continued.
    fn suspend(&mut self) {
        terminal::leave();
        // All that was started together with it stops together, as the shell expects: whoever started Assay to
        // edit a file would else wait for a program that has stopped.
        #[cfg(unix)]
        if rustix::process::kill_current_process_group(rustix::process::Signal::STOP).is_err() {
            let why = "This system cannot stop a program.".to_owned();
            let _ = self.post.send(Message::Failed(why));
        }
        self.taken_again.store(true, Ordering::SeqCst);
    }
}

/// Turns the signals that ask a program to end, to stop or to go on, and those of the window, into messages. A file that may grow no
/// further is an error of the write that met it, and not the end of the program.
#[cfg(unix)]
fn signals(
    post: &Sender<Message>,
    redraw: &Arc<AtomicBool>,
) -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::consts::{
        SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    // No more than that it does not end the program is wanted of this one.
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    let all = [
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGXCPU, SIGTSTP, SIGCONT, SIGWINCH,
    ];
    let mut signals = signal_hook::iterator::Signals::new(all)?;
    let handle = signals.handle();
    let (post, redraw) = (post.clone(), Arc::clone(redraw));
    thread::spawn(move || {
        // The window may have changed before anybody listened.
        let _ = post.send(Message::Resize(terminal::size()));
        for signal in signals.forever() {
            let message = match signal {
                // The keys that send these are for the program that has the terminal.
                SIGINT | SIGQUIT | SIGTSTP if terminal::is_lent() => continue,
                SIGWINCH => Message::Resize(terminal::size()),
                SIGTSTP => Message::Stop,
                SIGCONT => {
                    redraw.store(true, Ordering::SeqCst);
                    Message::Continued
                }
                _ => Message::End,
            };
            if post.send(message).is_err() {
                return;
            }
        }
    });
    Ok(handle)
}
