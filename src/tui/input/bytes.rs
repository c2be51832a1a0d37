//! Bytes as they arrive, and the time at which they do: what is cut in two on its way is put together again, and
//! what never ends is ended, so that no key is dead.

use std::time::{Duration, Instant};

use super::clicks::LastClick;
use super::decode::{
    Decoded, ESC, InputToken, PASTE_END, begun_answer, decode, decode_last, is_introducer,
};
use super::run::TypedRun;
use super::stalled::{BehindAnswer, StalledAnswer};
use crate::app::Message;

/// The time for which what Esc may begin is waited for.
const AFTER_ESC: Duration = Duration::from_millis(20);

/// The time within which a letter behind Esc is that letter with Alt; after it a hand has typed both.
const WITH_ALT: Duration = Duration::from_millis(3);

/// The time for which the rest of something is waited for, where no more than its two first bytes is known.
const AFTER_INTRODUCER: Duration = Duration::from_millis(100);

/// The time in which an answer comes to its end, once begun.
const UNFINISHED: Duration = Duration::from_secs(1);

/// The time without a byte after which a paste is over, though its end is not marked.
const AFTER_PASTE: Duration = Duration::from_secs(1);

/// The least time between two keys of a hand. A paste does not stall for a single key.
const BY_HAND: Duration = Duration::from_millis(50);

/// The bytes and keys that have arrived and are not handed out yet.
#[derive(Debug)]
pub(super) struct Arrivals {
    /// Bytes with something unfinished.
    bytes: Vec<u8>,
    /// The time at which the first of them came.
    since: Instant,
    /// The bytes pasted so far, while the end of the paste is not there.
    paste: Option<Vec<u8>>,
    /// The time at which bytes came last.
    last: Instant,
    /// An answer that did not come to its end in time.
    stalled: Option<StalledAnswer>,
    run: TypedRun,
    clicks: LastClick,
}

impl Arrivals {
    /// Returns nothing.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            bytes: Vec::new(),
            since: now,
            paste: None,
            last: now,
            stalled: None,
            run: TypedRun::default(),
            clicks: LastClick::default(),
        }
    }

    /// Takes bytes that came now.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant, out: &mut Vec<Message>) {
        let stalled = self.stalled.take();
        let Some(mut stalled) = stalled.filter(|_| self.paste.is_none() && self.bytes.is_empty())
        else {
            return self.take_typed(bytes, now, out);
        };
        match stalled.take(bytes, now) {
            BehindAnswer::Ended(behind) if behind.is_empty() => {}
            BehindAnswer::Ended(behind) => self.take_typed(&behind, now, out),
            BehindAnswer::Held => self.stalled = Some(stalled),
            BehindAnswer::Typed(typed) => {
                // The rest may come behind it still.
                self.stalled = Some(stalled);
                self.take_typed(&typed, now, out);
            }
        }
    }

    fn take_typed(&mut self, bytes: &[u8], now: Instant, out: &mut Vec<Message>) {
        if self.paste.is_some() && now.duration_since(self.last) >= BY_HAND && is_one_key(bytes) {
            self.finish_paste(out);
        }
        let letter = bytes.first().is_some_and(|byte| !is_introducer(*byte));
        if self.bytes == [ESC] && letter && now.duration_since(self.since) > WITH_ALT {
            self.give_up(now, out);
        }
        self.last = now;
        match &mut self.paste {
            Some(paste) => paste.extend_from_slice(bytes),
            None => {
                if self.bytes.is_empty() {
                    self.since = now;
                }
                self.bytes.extend_from_slice(bytes);
            }
        }
        // A paste that ends leaves bytes, and those may begin another.
        while self.close_paste(bytes.len(), now, out) || self.decode(now, out) {}
        self.run.tell(out);
    }

    /// Returns the time at which [`Self::rest`] is to be called, unless bytes come before.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let unfinished = match (&self.paste, self.bytes.as_slice()) {
            (Some(_), _) => Some(self.last + AFTER_PASTE),
            (None, []) => None,
            (None, [ESC]) => Some(self.since + AFTER_ESC),
            (None, [ESC, _]) => Some(self.since + AFTER_INTRODUCER),
            (None, _) => Some(self.since + UNFINISHED),
        };
        let stalled = self.stalled.as_ref().and_then(StalledAnswer::deadline);
        let all = unfinished.into_iter().chain(stalled);
        all.chain(self.run.deadline()).min()
    }

    /// Ends what has waited long enough: no byte is there now.
    pub(super) fn rest(&mut self, now: Instant, out: &mut Vec<Message>) {
        if self.run.deadline().is_some_and(|deadline| now >= deadline) {
            self.run.finish(out);
        }
        let stalled = self.stalled.as_ref().and_then(StalledAnswer::deadline);
        if stalled.is_some_and(|deadline| now >= deadline) {
            self.let_go(now, out);
        }
        if self.deadline().is_some_and(|deadline| now >= deadline) {
            self.finish_paste(out);
            self.give_up(now, out);
        }
    }

    /// Hands out everything: nothing will come any more.
    pub(super) fn finish(&mut self, now: Instant, out: &mut Vec<Message>) {
        self.let_go(now, out);
        self.finish_paste(out);
        self.give_up(now, out);
        self.run.finish(out);
    }

    /// Takes what was held back as the rest of an answer for what it is without that.
    fn let_go(&mut self, now: Instant, out: &mut Vec<Message>) {
        let held = self.stalled.take().map(StalledAnswer::into_held);
        if let Some(held) = held.filter(|held| !held.is_empty()) {
            self.take_typed(&held, now, out);
        }
    }

    /// Decodes what can be; returns true where a paste began.
    fn decode(&mut self, now: Instant, out: &mut Vec<Message>) -> bool {
        if self.paste.is_some() {
            return false;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let mut left = bytes.as_slice();
        while let Decoded::InputToken(many, token) = decode(left) {
            left = left.get(many..).unwrap_or_default();
            self.token(token, now, out);
            if token == InputToken::PasteBegins {
                self.paste = Some(left.to_vec());
                return true;
            }
        }
        if left.len() < bytes.len() {
            self.since = now;
        }
        self.bytes = left.to_vec();
        false
    }

    /// Looks for the end of a paste in its last bytes, of which so many are new; returns true where it is there.
    fn close_paste(&mut self, new: usize, now: Instant, out: &mut Vec<Message>) -> bool {
        let Some(paste) = &mut self.paste else {
            return false;
        };
        let from = paste.len().saturating_sub(new + PASTE_END.len());
        let searched = paste.get(from..).unwrap_or_default();
        let mut windows = searched.windows(PASTE_END.len());
        let Some(at) = windows.position(|window| window == PASTE_END) else {
            return false;
        };
        let behind = paste.split_off(from + at);
        self.bytes = behind.get(PASTE_END.len()..).unwrap_or_default().to_vec();
        self.since = now;
        let pasted = self.paste.take().unwrap_or_default();
        hand_out(&pasted, Message::Paste, out);
        true
    }

    /// Ends a paste whose end is not marked.
    fn finish_paste(&mut self, out: &mut Vec<Message>) {
        let Some(mut pasted) = self.paste.take() else {
            return;
        };
        // The mark of its end may have been cut off itself.
        let mut cut = (1..PASTE_END.len()).filter_map(|many| PASTE_END.get(..many));
        if let Some(cut) = cut.find(|cut| pasted.ends_with(cut)) {
            pasted.truncate(pasted.len() - cut.len());
        }
        hand_out(&pasted, Message::UnclosedPaste, out);
    }

    /// Takes what is unfinished for what it is without the rest.
    fn give_up(&mut self, now: Instant, out: &mut Vec<Message>) {
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(form) = begun_answer(&bytes) {
            self.stalled = Some(StalledAnswer::new(form, &bytes, self.since));
        }
        let mut left = bytes.as_slice();
        while !left.is_empty() {
            let (many, token) = decode_last(left);
            left = left.get(many..).unwrap_or_default();
            self.token(token, now, out);
        }
    }

    fn token(&mut self, token: InputToken, now: Instant, out: &mut Vec<Message>) {
        match token {
            InputToken::Key(key) => self.run.key(key, now, out),
            InputToken::PasteBegins => self.run.finish(out),
            InputToken::Focus => {
                self.run.finish(out);
                out.push(Message::Focus);
            }
            InputToken::Pointer(event) => {
                self.run.finish(out);
                out.push(Message::Pointer(self.clicks.counted(event, now)));
            }
            InputToken::Nothing => {}
        }
    }
}

fn hand_out(pasted: &[u8], message: fn(String) -> Message, out: &mut Vec<Message>) {
    if !pasted.is_empty() {
        out.push(message(String::from_utf8_lossy(pasted).into_owned()));
    }
}

/// Returns true where bytes are one key and nothing else.
fn is_one_key(bytes: &[u8]) -> bool {
    let (many, token) = decode_last(bytes);
    many == bytes.len() && matches!(token, InputToken::Key(_))
}
