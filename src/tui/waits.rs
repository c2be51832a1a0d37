//! Waiting for what comes: without any timer, unless somebody has to be told that time went by.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::app::Message;

/// The time between two ticks of a clock that runs.
const TICK: Duration = Duration::from_secs(1);

/// Waits for a message, but no longer than until the next tick of a clock that runs.
pub(super) fn wait_or_tick(
    inbox: &Receiver<Message>,
    pause: Option<Duration>,
    ticked: Option<Instant>,
) -> Option<Message> {
    let left = ticked.map(|since| TICK.saturating_sub(since.elapsed()));
    match left.filter(|left| pause.is_none_or(|pause| *left < pause)) {
        None => wait(inbox, pause),
        Some(left) => match wait(inbox, Some(left)) {
            // The time that went by is told by whoever waits.
            Some(Message::Pause) => Some(Message::Tick(0)),
            message => message,
        },
    }
}

/// Waits for a message: without any timer, unless something is unsaved.
pub(super) fn wait(inbox: &Receiver<Message>, pause: Option<Duration>) -> Option<Message> {
    match pause {
        None => Some(inbox.recv().unwrap_or(Message::End)),
        Some(pause) => match inbox.recv_timeout(pause) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => Some(Message::Pause),
            Err(RecvTimeoutError::Disconnected) => Some(Message::End),
        },
    }
}
