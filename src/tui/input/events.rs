//! Where the terminal's events are no bytes: keys come from the system as they are.

use std::io;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use super::clicks::LastClick;
use super::run::TypedRun;
use crate::app::layout::Size;
use crate::app::{Code, Key, Message, PointerDeed, PointerEvent};

/// Reads the terminal until it is gone. Waits without a timer, but for the moment in which what has begun may go on.
pub(in crate::tui) fn read(inbox: &Sender<Message>) {
    let mut run = TypedRun::default();
    let mut messages = Vec::new();
    let mut clicks = LastClick::default();
    loop {
        let event = next(run.deadline());
        match event {
            Ok(Some(Event::Key(key))) => {
                // Some terminals tell of keys let go; they are dropped here and nowhere else.
                if let Some(key) = key_of(key).filter(|_| key.kind != KeyEventKind::Release) {
                    run.key(key, Instant::now(), &mut messages);
                    run.tell(&mut messages);
                }
            }
            Ok(event) => {
                run.finish(&mut messages);
                let message = event.and_then(message).map(|message| match message {
                    Message::Pointer(event) => {
                        Message::Pointer(clicks.counted(event, Instant::now()))
                    }
                    other => other,
                });
                messages.extend(message);
            }
            Err(_) => run.finish(&mut messages),
        }
        for message in messages.drain(..) {
            if inbox.send(message).is_err() {
                return;
            }
        }
        if event.is_err() {
            return;
        }
    }
}

/// Waits for an event, or for a time to come.
fn next(deadline: Option<Instant>) -> io::Result<Option<Event>> {
    if let Some(deadline) = deadline {
        let wait: Duration = deadline.saturating_duration_since(Instant::now());
        if !event::poll(wait)? {
            return Ok(None);
        }
    }
    event::read().map(Some)
}

/// Returns the message that an event is, or `None` for events that mean nothing here.
fn message(event: Event) -> Option<Message> {
    match event {
        Event::FocusGained => Some(Message::Focus),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Mouse(mouse) => pointer(mouse).map(Message::Pointer),
        Event::Resize(width, height) => Some(Message::Resize(Size::of_terminal(width, height))),
        _ => None,
    }
}

fn pointer(event: MouseEvent) -> Option<PointerEvent> {
    let deed = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => PointerDeed::Click { times: 1 },
        MouseEventKind::Drag(MouseButton::Left) => PointerDeed::Drag,
        MouseEventKind::ScrollUp => PointerDeed::Wheel { down: false },
        MouseEventKind::ScrollDown => PointerDeed::Wheel { down: true },
        _ => return None,
    };
    event.modifiers.is_empty().then_some(PointerEvent {
        deed,
        cell: (event.column, event.row),
        on: None,
    })
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let mut key = Key {
        code: Code::Esc,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift,
    };
    key.code = match event.code {
        KeyCode::Char(character) => {
            key.shift = false;
            // With Ctrl there is no telling capitals from small letters.
            Code::Char(if key.ctrl {
                character.to_ascii_lowercase()
            } else {
                character
            })
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            key.shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(key)
}
