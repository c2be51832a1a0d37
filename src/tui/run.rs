//! The loop: take what waits, draw once, wait again. It knows neither which terminal it draws on nor
//! where messages come from, so that tests drive the very same one.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use super::view::View;
use super::waits::{wait, wait_or_tick};
use crate::app::{Effect, FileKind, FileNews, Message, State, update};

/// The number of pauses for which something may stay unsaved while keys keep coming.
const PAUSES: u32 = 4;

/// The time without a key after which what there is to say about the last one is looked for: somebody who types fast leaves
/// less between two keys, and pays for none of it.
const REST: Duration = Duration::from_millis(100);

/// The same behind what came at once: the rest of it comes at once too.
const REST_OF_A_BURST: Duration = Duration::from_millis(10);

/// The environment of the loop: the terminal, and the runner of effects.
pub trait Environment<B: Backend> {
    /// Carries out an effect. What comes of it comes back as a message.
    fn perform(&mut self, effect: Effect);

    /// Prepares the terminal before a frame is drawn. Returns true where it was emptied.
    ///
    /// # Errors
    /// The terminal is gone.
    fn begin_frame(&mut self, terminal: &mut Terminal<B>) -> io::Result<bool>;

    /// Sends a frame that is drawn.
    ///
    /// # Errors
    /// The terminal is gone.
    fn end_frame(&mut self, terminal: &mut Terminal<B>) -> io::Result<()>;

    /// Leaves the screen: nothing more will be drawn, while there may still be something to save.
    fn leave_screen(&mut self) {}
}

/// Runs until the program is over, and then until no word is lost by its end: neither a fault of ours nor a
/// terminal that is gone ends it before what was typed is in the draft's file or in its journal.
///
/// A terminal that hung up is an end like any other, once the words are safe.
///
/// # Errors
/// The terminal cannot be written to, or there was a fault in Assay itself.
pub fn guarded<B: Backend>(
    terminal: &mut Terminal<B>,
    state: &mut State,
    view: &mut View,
    inbox: &Receiver<Message>,
    environment: &mut dyn Environment<B>,
    pause: Duration,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let ended = catch_unwind(AssertUnwindSafe(|| {
        run(terminal, state, view, inbox, environment, pause)
    }));
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(gone)) => {
            environment.leave_screen();
            let perform = &mut |effect| environment.perform(effect);
            save_at_the_end(state, inbox, perform, pause, false);
            match is_hang_up(&gone) {
                true => Ok(()),
                false => Err(gone),
            }
        }
        Err(_) => {
            environment.leave_screen();
            let perform = &mut |effect| environment.perform(effect);
            save_at_the_end(state, inbox, perform, pause, true);
            Err(fault())
        }
    }
}

/// Returns the error of a fault in the program itself, once the words are safe.
pub fn fault() -> io::Error {
    let why =
        "a fault in Assay itself ended it; what was written is kept and comes back with the draft";
    io::Error::other(why)
}

/// Returns true where a terminal's error says that it has hung up.
pub fn is_hang_up(error: &io::Error) -> bool {
    // The screen library hands an error on as it is.
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    let error: &io::Error = inner.unwrap_or(error);
    #[cfg(unix)]
    {
        error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::BrokenPipe
    }
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
    environment: &mut dyn Environment<B>,
    pause: Duration,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let mut unsaved: Option<Instant> = None;
    let mut ticked: Option<Instant> = None;
    let mut is_new = true;
    // True where it was saved while somebody typed, and the rest is still to come.
    let mut was_due = false;
    while !state.is_over() {
        if is_new {
            draw(terminal, state, view, environment)?;
        }
        let waits = inbox.try_recv().ok();
        // A search goes on behind the frame, a part at a time, until the next key.
        if waits.is_none() && state.looks_on() {
            is_new = state.look_on();
            continue;
        }
        // What there is to say about a key comes behind its frame, and behind those of keys that follow at once.
        let waits = match waits {
            None if state.wants_check() => {
                let rest = if state.may_type_on() {
                    REST
                } else {
                    REST_OF_A_BURST
                };
                inbox.recv_timeout(rest).ok()
            }
            waits => waits,
        };
        if waits.is_none() {
            is_new = state.check();
            check_behind(state, environment);
            if is_new {
                continue;
            }
        }
        let waiting = state.wants_pause();
        unsaved = waiting.then(|| unsaved.unwrap_or_else(Instant::now));
        // Somebody who types without a pause is saved in between all the same.
        let is_due = unsaved.is_some_and(|since| since.elapsed() >= pause * PAUSES);
        ticked = state
            .wants_tick()
            .then(|| ticked.unwrap_or_else(Instant::now));
        let next = match waits {
            Some(message) => {
                let effects = is_due.then(|| update(state, Message::Due));
                for effect in effects.into_iter().flatten() {
                    environment.perform(effect);
                }
                Some(message)
            }
            None if is_due => Some(Message::Due),
            None => {
                let waits = std::mem::take(&mut was_due) || waiting;
                wait_or_tick(inbox, waits.then_some(pause), ticked)
            }
        };
        was_due |= is_due;
        // What a key does to the clock, it does after the time until then.
        if let Some(since) = &mut ticked {
            let now = Instant::now();
            let passed = now.duration_since(std::mem::replace(since, now));
            let passed = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX);
            for effect in update(state, Message::Tick(passed)) {
                environment.perform(effect);
            }
        }
        is_new = take(state, view, next, inbox, environment);
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
    environment: &mut dyn Environment<B>,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    take(state, view, inbox.try_recv().ok(), inbox, environment);
    let _ = state.check();
    check_behind(state, environment);
    while state.looks_on() {
        let _ = state.look_on();
    }
    draw(terminal, state, view, environment)
}

fn draw<B: Backend>(
    terminal: &mut Terminal<B>,
    state: &State,
    view: &mut View,
    environment: &mut dyn Environment<B>,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    if environment.begin_frame(terminal)? {
        view.forget();
    }
    // The window says when it changes; it is not asked before each frame.
    let area = Rect::new(0, 0, state.size.width, state.size.height);
    if view.take_window_change() || terminal.get_frame().area() != area {
        view.forget();
        terminal.resize(area).map_err(io::Error::other)?;
    }
    view.draw(terminal, state).map_err(io::Error::other)?;
    environment.end_frame(terminal)
}

/// Takes all that waits before the next frame: a burst of keys costs one. Returns true where there is something new to
/// be drawn.
fn take<B: Backend>(
    state: &mut State,
    view: &mut View,
    first: Option<Message>,
    inbox: &Receiver<Message>,
    environment: &mut dyn Environment<B>,
) -> bool {
    let mut is_new = take_in(state, view, first, inbox, environment);
    // What noting it in a journal told is known before it is drawn: whether the journal is ours.
    if let Ok(news) = inbox.try_recv() {
        is_new |= take_in(state, view, Some(news), inbox, environment);
    }
    check_behind(state, environment);
    is_new
}

/// Begins what the background has to check.
fn check_behind<B: Backend>(state: &mut State, environment: &mut dyn Environment<B>) {
    while let Some(effect) = state.next_check() {
        environment.perform(effect);
    }
}

/// Takes all that waits, and notes in the journals what came of it. Returns true where something is to be shown.
fn take_in<B: Backend>(
    state: &mut State,
    view: &mut View,
    first: Option<Message>,
    inbox: &Receiver<Message>,
    environment: &mut dyn Environment<B>,
) -> bool {
    let mut is_new = false;
    let mut next = first;
    while let Some(mut message) = next {
        if let Message::Pointer(event) = &mut message {
            event.on = view.shown_at(event.cell);
        }
        if matches!(message, Message::Resize(_)) {
            view.window_changed();
        }
        is_new |= state.shows(&message);
        for effect in update(state, message) {
            environment.perform(effect);
        }
        next = inbox.try_recv().ok();
    }
    while let Some(effect) = state.settle() {
        environment.perform(effect);
    }
    is_new
}

/// The number of faults that the last save may meet.
const FAULTS: usize = 3;

/// Saves what there is to save, whatever ended the loop, and comes back when no word is lost by the end. Where
/// neither the draft nor its journal can be written, it tries again after each pause; after a fault
/// the user may have seen it, and a request to end is obeyed.
pub fn save_at_the_end(
    state: &mut State,
    inbox: &Receiver<Message>,
    perform: &mut dyn FnMut(Effect),
    pause: Duration,
    faulty: bool,
) {
    let mut faults = 0;
    let mut carry_out = |state: &mut State, message: Message| {
        // The statement is not woven any more: that may be what went wrong, and nobody sees it.
        let Ok(effects) = catch_unwind(AssertUnwindSafe(|| update(state, message))) else {
            faults += 1;
            return faults < FAULTS;
        };
        for effect in effects {
            if matches!(effect, Effect::Suspend) {
                continue;
            }
            // A fault in one is no reason to leave the others undone: one of them saves.
            let _ = catch_unwind(AssertUnwindSafe(|| perform(effect)));
        }
        true
    };
    if faulty {
        // A save that was asked for may never have been begun; another is none too many.
        let why = "Not saved: a fault in Assay itself.".to_owned();
        for kind in FileKind::ALL {
            let unsaved = FileNews::NotSaved { why: why.clone() };
            carry_out(state, Message::File(kind, unsaved));
        }
    }
    // What was typed and not looked at yet was typed all the same.
    while let Ok(message) = inbox.try_recv() {
        let more = match message {
            Message::Stop => true,
            message => carry_out(state, message),
        };
        if !more {
            break;
        }
    }
    let mut next = Some(Message::End);
    loop {
        if let Some(message) = next
            && !carry_out(state, message)
        {
            return;
        }
        if state.is_over() {
            return;
        }
        next = match wait(inbox, Some(pause)) {
            Some(Message::End) if faulty => return,
            Some(Message::Pause | Message::Due | Message::End) => Some(Message::End),
            // Keys are for the program that has the terminal now.
            Some(
                Message::Key(_)
                | Message::Character(_)
                | Message::Alone
                | Message::Command(_)
                | Message::Paste(_)
                | Message::UnclosedPaste(_)
                | Message::Burst(_)
                | Message::Rested
                | Message::Pointer(_)
                | Message::Resize(_)
                | Message::Focus
                | Message::Stop
                | Message::Continued,
            ) => None,
            other => other,
        };
    }
}
