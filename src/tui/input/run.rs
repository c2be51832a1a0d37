//! Keys that come faster than any hand types. A terminal that does not mark a paste sends it as keys; taken for
//! keys, prose would run as commands wherever no text is open.
//!
//! What came is known when nothing has followed for a while. A character by itself is told of before, as one that may be
//! the first of several: where a text is open it is text either way and nobody waits for it. Whether one is open is
//! known to the state alone, when the message is taken in, so that no text can close in between.

use std::time::{Duration, Instant};

use crate::app::{Code, Key, Message};

/// The time within which what follows a character came together with it.
const TOGETHER: Duration = Duration::from_millis(4);

/// The time for which what follows a paste belongs to it, however little it is: a long one may stall on its way, and no
/// hand is as fast. Nothing is held back for longer, so that a kill loses no more.
const STILL_PASTING: Duration = Duration::from_millis(40);

/// The time after which a key goes on with nothing that was typed before it.
const RESTED: Duration = Duration::from_secs(1);

/// The number of characters that no hand types together. The same one over and over may be a key held down while nobody
/// listened: what it is, whoever knows what the key does says.
const BURST: usize = 3;

/// Characters that came together.
#[derive(Debug, Default)]
pub(super) struct TypedRun {
    keys: Vec<Key>,
    /// True where the first of them was told of already.
    is_told: bool,
    /// The times at which the first and the last of them came.
    came: Option<(Instant, Instant)>,
    /// The time until which what comes belongs to what was handed out as pasted.
    pasting: Option<Instant>,
    /// The time of the last key.
    last: Option<Instant>,
}

impl TypedRun {
    /// Takes a key that came now.
    pub(super) fn key(&mut self, key: Key, now: Instant, out: &mut Vec<Message>) {
        if self.deadline().is_some_and(|deadline| now >= deadline) {
            self.finish(out);
        }
        let last = self.last.replace(now);
        if last.is_some_and(|last| now.duration_since(last) >= RESTED) {
            out.push(Message::Rested);
        }
        if character(key).is_none() {
            self.finish(out);
            self.pasting = None;
            out.push(Message::Key(key));
            return;
        }
        self.keys.push(key);
        let (first, _) = self.came.unwrap_or((now, now));
        self.came = Some((first, now));
    }

    /// Tells of a character that came by itself, so far. What came behind a paste may belong to it, and waits.
    pub(super) fn tell(&mut self, out: &mut Vec<Message>) {
        let ([key], Some((first, _)), false) = (self.keys.as_slice(), self.came, self.is_told)
        else {
            return;
        };
        if key.typed().is_some() && !self.is_continued(first) {
            self.is_told = true;
            out.push(Message::Character(*key));
        }
    }

    /// Returns the time at which what came is to be handed out.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let (first, last) = self.came?;
        Some((last + TOGETHER).min(first + STILL_PASTING))
    }

    /// Hands out what came.
    pub(super) fn finish(&mut self, out: &mut Vec<Message>) {
        let Some((first, last)) = self.came.take() else {
            return;
        };
        let continued = self.is_continued(first);
        let is_burst = continued || self.is_burst();
        // Behind a key that was held down comes another key.
        let goes_on = continued || !self.is_one_key();
        let told = usize::from(std::mem::take(&mut self.is_told));
        let keys = self.keys.drain(..).skip(told);
        if is_burst {
            let text = keys.filter_map(character).collect();
            out.push(Message::Burst(text));
            self.pasting = goes_on.then_some(last + STILL_PASTING);
        } else {
            out.extend((told > 0).then_some(Message::Alone));
            out.extend(keys.map(Message::Key));
            self.pasting = None;
        }
    }

    /// Returns true where what began to come at a time belongs to what was handed out as pasted.
    fn is_continued(&self, first: Instant) -> bool {
        self.pasting.is_some_and(|until| first <= until)
    }

    fn is_burst(&self) -> bool {
        self.keys.iter().filter_map(|key| key.typed()).count() >= BURST
    }

    fn is_one_key(&self) -> bool {
        self.keys.iter().all(|key| Some(key) == self.keys.first())
    }
}

/// Returns the character that a key stands for in a paste.
fn character(key: Key) -> Option<char> {
    let plain = !key.ctrl && !key.alt && !key.shift;
    match key.code {
        Code::Enter if plain => Some('\n'),
        Code::Tab if plain => Some('\t'),
        // A line's end, where the paste has kept it as it was.
        Code::Char('j') if key.ctrl && !key.alt => Some('\n'),
        _ => key.typed(),
    }
}
