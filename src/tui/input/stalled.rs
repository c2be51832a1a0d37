//! An answer of a terminal that stalled on its way, as on a slow line: what is still to come of it is no typing either.
//!
//! Nobody types many characters at once with the end of an answer behind them, so that what comes like that is the rest of
//! it. A key by itself is a key, at once, and so is what comes without such an end soon: no key is dead.

use std::time::{Duration, Instant};

use super::decode::{Answer, ESC};

/// The time after its beginning in which the rest of an answer is known. A line that stalls for longer has lost it, and
/// whoever asked has given up.
const STALLED: Duration = Duration::from_secs(10);

/// The time for which the end of what may be the rest is waited for: it comes as fast as the line lets it.
const TO_ITS_END: Duration = Duration::from_millis(100);

/// The most bytes of the rest that are held back. More than that nobody answers so late.
const MOST: usize = 1 << 12;

/// An answer that stalled.
#[derive(Debug)]
pub(super) struct StalledAnswer {
    form: Answer,
    /// True where the first byte of its end is there already.
    ends: bool,
    until: Instant,
    /// The bytes that may be its rest.
    held: Vec<u8>,
    /// The time until which these are held back.
    held_until: Instant,
}

/// The bytes that came behind a stalled answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BehindAnswer {
    /// They end it; these come behind it.
    Ended(Vec<u8>),
    /// They may be its rest, and are held back.
    Held,
    /// They are none of it.
    Typed(Vec<u8>),
}

/// The part of some bytes that belongs to an answer.
enum Rest {
    /// As many as this, with its end.
    Whole(usize),
    /// All of them, so far.
    Begun,
    None,
}

impl StalledAnswer {
    /// Returns the answer of this form which began at a time and of which these bytes are there.
    pub(super) fn new(form: Answer, bytes: &[u8], since: Instant) -> Self {
        Self {
            form,
            ends: bytes.last() == Some(&ESC),
            until: since + STALLED,
            held: Vec::new(),
            held_until: since,
        }
    }

    /// Takes bytes that came now.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> BehindAnswer {
        self.held.extend_from_slice(bytes);
        let rest = match now < self.until && self.held.len() <= MOST {
            true => self.rest(),
            false => Rest::None,
        };
        match rest {
            Rest::Whole(many) => BehindAnswer::Ended(self.held.split_off(many)),
            Rest::Begun => {
                self.held_until = now + TO_ITS_END;
                BehindAnswer::Held
            }
            Rest::None => BehindAnswer::Typed(std::mem::take(&mut self.held)),
        }
    }

    /// Returns the time at which what is held back is none of it.
    pub(super) fn deadline(&self) -> Option<Instant> {
        (!self.held.is_empty()).then_some(self.held_until)
    }

    /// Returns what was held back.
    pub(super) fn into_held(self) -> Vec<u8> {
        self.held
    }

    fn rest(&self) -> Rest {
        match self.form {
            Answer::Sequence => rest_of_sequence(&self.held),
            Answer::String if self.ends && self.held.first() == Some(&b'\\') => Rest::Whole(1),
            Answer::String => rest_of_string(&self.held),
        }
    }
}

fn rest_of_string(bytes: &[u8]) -> Rest {
    let printable = |byte: &u8| (0x20..0x7F).contains(byte);
    let many = bytes.iter().take_while(|byte| printable(byte)).count();
    match (many, bytes.get(many..).unwrap_or_default()) {
        (_, [ESC, b'\\', ..]) => Rest::Whole(many + 2),
        (1.., [0x07, ..]) => Rest::Whole(many + 1),
        (1.., [ESC]) | (2.., []) => Rest::Begun,
        _ => Rest::None,
    }
}

/// The rest of a control sequence is known by its numbers.
fn rest_of_sequence(bytes: &[u8]) -> Rest {
    let number = |byte: &u8| byte.is_ascii_digit() || b";:$".contains(byte);
    let many = bytes.iter().take_while(|byte| number(byte)).count();
    match (many, bytes.get(many..).unwrap_or_default()) {
        (1.., [0x40..=0x7E] | [0x40..=0x7E, ESC, ..]) => Rest::Whole(many + 1),
        _ => Rest::None,
    }
}
