//! Starting the full screen, and leaving it.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{SendError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::desk::Desk;
use super::input;
use super::run::{World, run};
use super::terminal::{self, OneWrite, Screen};
use super::view::View;
use crate::app::layout::Size;
use crate::app::{Effect, Message, State, update};
use crate::config::{Config, Theme};

/// What the full screen starts with.
#[derive(Debug)]
pub struct Setting {
    /// The draft to open; the library where none is given.
    pub file: Option<PathBuf>,
    /// The folder of drafts.
    pub drafts: PathBuf,
    /// The folder of the user's own frameworks.
    pub frameworks: PathBuf,
    /// The settings.
    pub config: Config,
    /// The theme that the settings and the terminal ask for.
    pub theme: Theme,
}

type Backend = CrosstermBackend<OneWrite>;

/// Runs the full screen until the user leaves it.
///
/// # Errors
/// The terminal cannot be used, or went away; or the draft named cannot be opened, as a message of
/// kind [`io::ErrorKind::InvalidData`].
pub fn start(setting: Setting) -> io::Result<()> {
    let (post, inbox) = channel();
    let Setting {
        file,
        drafts,
        frameworks,
        config,
        theme,
    } = setting;
    let mut desk = Desk::new(&drafts, &frameworks, &config, post.clone(), || {
        jiff::Zoned::now().strftime("%H:%M").to_string()
    });
    let (width, height) = crossterm::terminal::size()?;
    let mut state = State::new(Size { width, height }, config.keymap());
    state.print_width = Some(config.print.width).filter(|width| *width > 0);
    // A draft that is named is there before the first frame; the library is filled in behind it.
    if let Some(file) = file {
        desk.perform(Effect::Open(file));
        while let Ok(message) = inbox.try_recv() {
            if let Message::Failed(why) = message {
                return Err(io::Error::new(io::ErrorKind::InvalidData, why));
            }
            update(&mut state, message);
        }
    }
    terminal::leave_on_panic();
    let screen = Screen::enter(config.mouse)?;
    let frame = OneWrite::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let backend = CrosstermBackend::new(frame.clone());
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
    let mut view = View::new(&theme);
    let signals = signals(&post)?;
    let keys = post.clone();
    thread::spawn(move || input::read(&keys));
    let (orders, worker) = desk.on_a_thread();
    if state.bench.is_none() {
        let _ = orders.send(Effect::List);
    }
    let mut real = Real {
        orders,
        post,
        frame,
    };
    let pause = Duration::from_secs(config.autosave_seconds.max(1));
    let ended = run(
        &mut terminal,
        &mut state,
        &mut view,
        &inbox,
        &mut real,
        pause,
    );
    // Whatever ended the loop, what was asked of the desk is done before the program goes.
    drop(real);
    let _ = worker.join();
    drop(screen);
    signals.close();
    ended
}

struct Real {
    orders: Sender<Effect>,
    post: Sender<Message>,
    frame: OneWrite,
}

impl World<Backend> for Real {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Copy(text) => {
                let message = match terminal::copy(&text) {
                    Ok(()) => Message::Told(format!(
                        "{} characters copied to the clipboard.",
                        text.chars().count()
                    )),
                    Err(error) => Message::Failed(format!("Not copied: {error}")),
                };
                let _ = self.post.send(message);
            }
            effect => {
                if let Err(SendError(Effect::Save { .. })) = self.orders.send(effect) {
                    let why =
                        "Not saved: the part of Assay that saves has stopped. Copy the statement.";
                    let _ = self.post.send(Message::NotSaved {
                        why: why.to_owned(),
                    });
                }
            }
        }
    }

    fn begin_frame(&mut self, _: &mut Terminal<Backend>) -> io::Result<()> {
        self.frame.begin()
    }

    fn end_frame(&mut self, _: &mut Terminal<Backend>) -> io::Result<()> {
        self.frame.send()
    }
}

/// Turns the signals that ask a program to end into the message that does.
#[cfg(unix)]
fn signals(post: &Sender<Message>) -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let handle = signals.handle();
    let post = post.clone();
    thread::spawn(move || {
        for _ in signals.forever() {
            if post.send(Message::End).is_err() {
                return;
            }
        }
    });
    Ok(handle)
}
