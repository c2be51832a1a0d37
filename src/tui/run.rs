//! The loop: take what waits, draw once, wait again. It knows neither which terminal it draws on nor
//! where messages come from, so that tests drive the very same one.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use super::view::View;
use crate::app::{Effect, Message, State, update};

/// How many pauses long something may stay unsaved while keys keep coming.
const PAUSES: u32 = 4;

/// What the loop needs of the world.
pub trait World<B: Backend> {
    /// Carries out an effect. What comes of it comes back as a message.
    fn perform(&mut self, effect: Effect);

    /// Called before a frame is drawn.
    ///
    /// # Errors
    /// The terminal is gone.
    fn begin_frame(&mut self, terminal: &mut Terminal<B>) -> io::Result<()>;

    /// Called when a frame is drawn, to send it.
    ///
    /// # Errors
    /// The terminal is gone.
    fn end_frame(&mut self, terminal: &mut Terminal<B>) -> io::Result<()>;
}

/// Runs until the program is over.
///
/// # Errors
/// The terminal is gone.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    state: &mut State,
    view: &mut View,
    inbox: &Receiver<Message>,
    world: &mut dyn World<B>,
    pause: Duration,
) -> io::Result<()> {
    let mut unsaved: Option<Instant> = None;
    while !state.is_over() {
        draw(terminal, state, view, world)?;
        let waiting = state.wants_pause();
        unsaved = waiting.then(|| unsaved.unwrap_or_else(Instant::now));
        let next = match unsaved {
            // Somebody who types without a pause is saved in between all the same.
            Some(since) if since.elapsed() >= pause * PAUSES => Some(Message::Pause),
            _ => wait(inbox, waiting.then_some(pause)),
        };
        take(state, next, inbox, world);
    }
    Ok(())
}

/// Takes what waits and draws once, without waiting for more: a turn of [`run`] for those who have
/// another loop to mind.
///
/// # Errors
/// The terminal is gone.
pub fn step<B: Backend>(
    terminal: &mut Terminal<B>,
    state: &mut State,
    view: &mut View,
    inbox: &Receiver<Message>,
    world: &mut dyn World<B>,
) -> io::Result<()> {
    take(state, inbox.try_recv().ok(), inbox, world);
    draw(terminal, state, view, world)
}

fn draw<B: Backend>(
    terminal: &mut Terminal<B>,
    state: &State,
    view: &mut View,
    world: &mut dyn World<B>,
) -> io::Result<()> {
    let lost = |error: B::Error| io::Error::other(error.to_string());
    // The window says when it changes; it is not asked before each frame.
    if view.is_resized(state.size) {
        let area = Rect::new(0, 0, state.size.width, state.size.height);
        terminal.resize(area).map_err(lost)?;
    }
    world.begin_frame(terminal)?;
    terminal
        .draw(|frame| view.draw(frame, state))
        .map_err(lost)?;
    world.end_frame(terminal)
}

/// Takes all that waits before the next frame: a burst of keys costs one.
fn take<B: Backend>(
    state: &mut State,
    first: Option<Message>,
    inbox: &Receiver<Message>,
    world: &mut dyn World<B>,
) {
    let mut next = first;
    while let Some(message) = next {
        for effect in update(state, message) {
            world.perform(effect);
        }
        next = inbox.try_recv().ok();
    }
    if let Some(effect) = state.settle() {
        world.perform(effect);
    }
}

/// Saves what there is to save, whatever ended the loop: a terminal that is gone, or a fault of ours.
pub(super) fn save_at_the_end<B: Backend>(state: &mut State, world: &mut dyn World<B>) {
    let noted = state.settle();
    let effects = update(state, Message::End);
    for effect in noted.into_iter().chain(effects) {
        world.perform(effect);
    }
}

/// Waits for a message: without any timer, unless something is unsaved.
fn wait(inbox: &Receiver<Message>, pause: Option<Duration>) -> Option<Message> {
    match pause {
        None => Some(inbox.recv().unwrap_or(Message::End)),
        Some(pause) => match inbox.recv_timeout(pause) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => Some(Message::Pause),
            Err(RecvTimeoutError::Disconnected) => Some(Message::End),
        },
    }
}
