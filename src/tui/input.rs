//! From the terminal's events to messages.

use std::sync::mpsc::Sender;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::layout::Size;
use crate::app::{Code, Key, Message};

/// Reads the terminal until it is gone, which is a hang-up. Waits without a timer; what is waiting when the
/// loop comes back from a frame is taken in one go, so a burst of keys costs one frame.
pub(super) fn read(inbox: &Sender<Message>) {
    loop {
        let Ok(event) = event::read() else {
            return;
        };
        if let Some(message) = message(event)
            && inbox.send(message).is_err()
        {
            return;
        }
    }
}

/// Returns the message that an event is, or `None` for events that mean nothing here.
pub(super) fn message(event: Event) -> Option<Message> {
    match event {
        // Some terminals tell of keys let go; they are dropped here and nowhere else.
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Message::Key),
        Event::FocusGained => Some(Message::Focus),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(width, height) => Some(Message::Resize(Size { width, height })),
        _ => None,
    }
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
