//! From what a terminal sends to messages.
//!
//! Bytes become keys ([`bytes`], by [`decode`]), and keys that came together become one message ([`run`]). The clock
//! is given, so that a test says what came when.

#[cfg(unix)]
mod bytes;
mod clicks;
#[cfg(unix)]
mod decode;
#[cfg(not(unix))]
mod events;
#[cfg(all(test, unix))]
mod pointer_tests;
mod run;
#[cfg(unix)]
mod stalled;
#[cfg(all(test, unix))]
mod stalled_tests;
#[cfg(all(test, unix))]
mod tests;

#[cfg(not(unix))]
pub(super) use events::read;

/// Reads the terminal until it is gone, which is a hang-up. Waits without a timer, but for the moment in which what
/// has begun may go on; what is waiting when the loop comes back from a frame is taken in one go, so a burst of keys
/// costs one frame.
#[cfg(unix)]
pub(super) fn read(inbox: &std::sync::mpsc::Sender<crate::app::Message>) {
    use std::time::Instant;

    let mut arrivals = bytes::Arrivals::new(Instant::now());
    let mut buffer = [0; 1 << 12];
    let mut messages = Vec::new();
    loop {
        let deadline = arrivals.deadline();
        let many = match super::terminal::read(&mut buffer, deadline) {
            Ok(None) => {
                arrivals.rest(Instant::now(), &mut messages);
                None
            }
            Ok(Some(many)) => Some(many),
            Err(_) => Some(0),
        };
        match many {
            None => {}
            Some(0) => arrivals.finish(Instant::now(), &mut messages),
            Some(many) => {
                let bytes = buffer.get(..many).unwrap_or_default();
                arrivals.take(bytes, Instant::now(), &mut messages);
            }
        }
        for message in messages.drain(..) {
            if inbox.send(message).is_err() {
                return;
            }
        }
        if many == Some(0) {
            return;
        }
    }
}
