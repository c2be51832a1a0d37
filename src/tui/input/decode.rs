//! From the bytes that a terminal sends to keys. A terminal sends more than keys: it answers whoever asked it
//! something, maybe a program that has ended since. Each form that an answer can have is read to its end here and
//! means nothing, so that none of it is taken for typing.

use crate::app::{Code, Key, PointerDeed, PointerEvent};

pub(super) const ESC: u8 = 0x1B;

/// The most bytes of a control sequence, and of a string such as an answer to a question about colours.
const MOST_OF_SEQUENCE: usize = 1 << 12;
const MOST_OF_STRING: usize = 1 << 20;

/// The end of a paste that the terminal marks.
pub(super) const PASTE_END: &[u8] = b"\x1b[201~";

/// The meaning of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InputToken {
    /// A key.
    Key(Key),
    /// The beginning of a paste.
    PasteBegins,
    /// Something was done with the mouse.
    Pointer(PointerEvent),
    /// The window is the one in use again.
    Focus,
    /// Nothing: an answer, or what no terminal should send.
    Nothing,
}

/// The first thing that some bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// The first bytes, as many as this, say this.
    InputToken(usize, InputToken),
    /// More bytes belong to it.
    Unfinished,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A control sequence.
    Sequence,
    /// A string with an end of its own.
    String,
}

/// Returns the form of the answer of which bytes are the beginning, where they are no key by themselves.
pub(super) fn begun_answer(bytes: &[u8]) -> Option<Answer> {
    let form = match bytes {
        [ESC, b'[', b'[' | b'M', ..] => return None,
        [ESC, b'[', _, ..] => Answer::Sequence,
        [ESC, b']' | b'P' | b'_', _, ..] => Answer::String,
        _ => return None,
    };
    (decode(bytes) == Decoded::Unfinished).then_some(form)
}

/// Returns the first thing that bytes say. More bytes behind them never change it.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [] | [ESC] => Decoded::Unfinished,
        [ESC, ESC, ..] => key(1, Key::plain(Code::Esc)),
        [ESC, b'[', rest @ ..] => sequence(rest),
        [ESC, b'O', rest @ ..] => keypad(rest),
        [ESC, introducer @ (b']' | b'P' | b'_'), rest @ ..] => string(*introducer, rest),
        [ESC, rest @ ..] => match single(rest) {
            Decoded::InputToken(many, InputToken::Key(key)) => {
                let key = Key { alt: true, ..key };
                Decoded::InputToken(many + 1, InputToken::Key(key))
            }
            Decoded::InputToken(many, other) => Decoded::InputToken(many + 1, other),
            Decoded::Unfinished => Decoded::Unfinished,
        },
        _ => single(bytes),
    }
}

/// Returns what bytes say to which nothing more will come: how many, and what.
pub(super) fn decode_last(bytes: &[u8]) -> (usize, InputToken) {
    match (bytes, decode(bytes)) {
        (_, Decoded::InputToken(many, token)) => (many, token),
        ([ESC], _) => (1, InputToken::Key(Key::plain(Code::Esc))),
        ([ESC, introducer] | [ESC, introducer @ b'[', b'['], _) if introducer.is_ascii() => {
            with_alt(*introducer)
        }
        ([ESC, ..] | [], _) => (bytes.len().max(1), InputToken::Nothing),
        // The beginning of a character.
        _ => (
            bytes.len(),
            InputToken::Key(Key::char(char::REPLACEMENT_CHARACTER)),
        ),
    }
}

/// Returns true where a byte behind Esc begins something longer than a key with Alt.
pub(super) fn is_introducer(byte: u8) -> bool {
    matches!(byte, b'[' | b'O' | b']' | b'P' | b'_')
}

fn key(many: usize, key: Key) -> Decoded {
    Decoded::InputToken(many, InputToken::Key(key))
}

fn with_alt(byte: u8) -> (usize, InputToken) {
    let alt = Key {
        alt: true,
        ..Key::char(char::from(byte))
    };
    (2, InputToken::Key(alt))
}

/// Returns the key of an introducer that introduces nothing: it was typed.
fn typed(introducer: u8) -> Decoded {
    let (many, token) = with_alt(introducer);
    Decoded::InputToken(many, token)
}

/// Decodes a key that is one character or one control character.
fn single(bytes: &[u8]) -> Decoded {
    let Some(first) = bytes.first().copied() else {
        return Decoded::Unfinished;
    };
    let ctrl = |character: u8| Key {
        ctrl: true,
        ..Key::char(char::from(character))
    };
    match first {
        b'\r' => key(1, Key::plain(Code::Enter)),
        b'\t' => key(1, Key::plain(Code::Tab)),
        0x7F => key(1, Key::plain(Code::Backspace)),
        0 => key(1, ctrl(b' ')),
        0x01..=0x1A => key(1, ctrl(first - 1 + b'a')),
        ESC..=0x1F => key(1, ctrl(first - 0x1C + b'4')),
        0x20..=0x7E => key(1, Key::char(char::from(first))),
        0x80.. => beyond_ascii(bytes),
    }
}

/// Decodes a character of several bytes. What is none shows as a mark: a terminal that does not speak UTF-8 is not to
/// lose letters in silence.
fn beyond_ascii(bytes: &[u8]) -> Decoded {
    let shown = bytes.get(..bytes.len().min(4)).unwrap_or(bytes);
    let (valid, error) = match std::str::from_utf8(shown) {
        Ok(valid) => (valid, None),
        Err(error) => {
            let valid = shown.get(..error.valid_up_to()).unwrap_or_default();
            (
                std::str::from_utf8(valid).unwrap_or_default(),
                error.error_len(),
            )
        }
    };
    match (valid.chars().next(), error) {
        (Some(character), _) if character.is_control() => {
            Decoded::InputToken(character.len_utf8(), InputToken::Nothing)
        }
        (Some(character), _) => key(character.len_utf8(), Key::char(character)),
        (None, Some(_)) => key(1, Key::char(char::REPLACEMENT_CHARACTER)),
        (None, None) => Decoded::Unfinished,
    }
}

/// Decodes what stands behind `Esc O`.
fn keypad(rest: &[u8]) -> Decoded {
    match rest.first().copied() {
        None => Decoded::Unfinished,
        Some(b'M') => key(3, Key::plain(Code::Enter)),
        Some(last) => match named(last) {
            Some(code) => key(3, Key::plain(code)),
            None => typed(b'O'),
        },
    }
}

/// Returns where the first byte stands that ends what was introduced, or what is said by bytes without one: nothing,
/// from so many on that no terminal sends them.
fn end_of(rest: &[u8], most: usize, ends: impl Fn(u8) -> bool) -> Result<usize, Decoded> {
    let end = rest.iter().take(most).position(|byte| ends(*byte));
    end.ok_or(match rest.len() < most {
        true => Decoded::Unfinished,
        false => Decoded::InputToken(most + 2, InputToken::Nothing),
    })
}

/// Decodes a string that a terminal sends, from behind what introduces it: it says nothing to us.
fn string(introducer: u8, rest: &[u8]) -> Decoded {
    let begins = |first: u8| match introducer {
        b']' => first.is_ascii_digit() || matches!(first, b'l' | b'L'),
        b'P' => (b'0'..=b'?').contains(&first) || matches!(first, b'$' | b'+' | b'!' | b'|'),
        _ => first.is_ascii_graphic(),
    };
    match rest.first() {
        None => return Decoded::Unfinished,
        Some(first) if !begins(*first) => return typed(introducer),
        Some(_) => {}
    }
    let end = match end_of(rest, MOST_OF_STRING, |byte| byte < 0x20) {
        Ok(end) => end,
        Err(endless) => return endless,
    };
    match rest.get(end..) {
        Some([0x07, ..]) => Decoded::InputToken(end + 3, InputToken::Nothing),
        Some([ESC, b'\\', ..]) => Decoded::InputToken(end + 4, InputToken::Nothing),
        Some([ESC]) => Decoded::Unfinished,
        // Any other control character is a key, and the string was broken off before it.
        _ => Decoded::InputToken(end + 2, InputToken::Nothing),
    }
}

/// Decodes a control sequence, from behind `Esc [`.
fn sequence(rest: &[u8]) -> Decoded {
    match rest {
        [] | [b'['] => return Decoded::Unfinished,
        // The console of Linux has function keys of its own.
        [b'[', last @ b'A'..=b'E', ..] => return key(4, Key::plain(Code::F(last - b'A' + 1))),
        [b'[', ..] => return typed(b'['),
        // The mouse in its oldest form: three bytes of any kind.
        [b'M', _, _, _, ..] => return Decoded::InputToken(6, InputToken::Nothing),
        [b'M', ..] => return Decoded::Unfinished,
        _ => {}
    }
    let end = match end_of(rest, MOST_OF_SEQUENCE, |byte| !(0x20..0x40).contains(&byte)) {
        Ok(end) => end,
        Err(endless) => return endless,
    };
    let last = rest.get(end).copied().unwrap_or_default();
    match (end, last) {
        (_, 0x40..=0x7E) => {
            let parameters = rest.get(..end).unwrap_or_default();
            Decoded::InputToken(end + 3, meaning(parameters, last))
        }
        (0, _) => typed(b'['),
        // Broken off: what stands there begins something new.
        _ => Decoded::InputToken(end + 2, InputToken::Nothing),
    }
}

/// Returns the meaning of a control sequence with these parameters and this last byte.
fn meaning(parameters: &[u8], last: u8) -> InputToken {
    if let (Some(mouse), b'M') = (parameters.strip_prefix(b"<"), last) {
        return pointer(mouse).map_or(InputToken::Nothing, InputToken::Pointer);
    }
    // Whatever begins with a sign of its own is an answer.
    let own = parameters.first().is_some_and(|first| *first >= b'<');
    let text = std::str::from_utf8(parameters).unwrap_or_default();
    let mut numbers = text.split(';').map(|part| {
        let mut parts = part.split(':').map(|number| number.parse::<u32>().ok());
        (parts.next().flatten(), parts.next().flatten())
    });
    let (first, shifted) = numbers.next().unwrap_or_default();
    let (modifiers, event) = numbers.next().unwrap_or_default();
    // A key that was let go.
    if own || event == Some(3) {
        return InputToken::Nothing;
    }
    let third = numbers.next().unwrap_or_default().0;
    let code = match (last, first) {
        (b'I', None) => return InputToken::Focus,
        (b'~', Some(200)) => return InputToken::PasteBegins,
        (b'Z', _) => Some((Code::Tab, 2)),
        (b'u', Some(number)) => character(number, shifted, modifiers),
        (b'~', Some(27)) => third.and_then(|number| character(number, None, modifiers)),
        (b'~', Some(number)) => numbered(number).map(|code| (code, 1)),
        // Where the cursor is comes in the form of a key.
        (b'R', _) => None,
        (last, _) => named(last).map(|code| (code, 1)),
    };
    match code {
        Some((code, shift)) => InputToken::Key(modified(code, modifiers.unwrap_or(shift))),
        None => InputToken::Nothing,
    }
}

/// Returns what was done with the mouse, in the form that counts cells in digits: a press of the left button, a way
/// with it held down or a turn of the wheel, with no key held down. Anything else means nothing.
fn pointer(parameters: &[u8]) -> Option<PointerEvent> {
    let text = std::str::from_utf8(parameters).ok()?;
    let mut numbers = text.split(';').map(|number| number.parse::<u16>().ok());
    let deed = match numbers.next()?? {
        0 => PointerDeed::Click { times: 1 },
        32 => PointerDeed::Drag,
        64 => PointerDeed::Wheel { down: false },
        65 => PointerDeed::Wheel { down: true },
        _ => return None,
    };
    let (column, row) = (numbers.next()??, numbers.next()??);
    Some(PointerEvent {
        deed,
        // A terminal counts from 1 on.
        cell: (column.saturating_sub(1), row.saturating_sub(1)),
        on: None,
    })
}

/// Returns a key with modifiers as terminals number them.
fn modified(code: Code, modifiers: u32) -> Key {
    let bits = modifiers.saturating_sub(1);
    let ctrl = bits & 4 != 0;
    let (code, shift) = match code {
        // With Ctrl there is no telling capitals from small letters.
        Code::Char(character) if ctrl => (Code::Char(character.to_ascii_lowercase()), false),
        Code::Char(_) => (code, false),
        _ => (code, bits & 1 != 0),
    };
    let alt = bits & 2 != 0;
    Key {
        code,
        ctrl,
        alt,
        shift,
    }
}

/// Returns the key of a character's number, with Shift counted in.
fn character(number: u32, shifted: Option<u32>, modifiers: Option<u32>) -> Option<(Code, u32)> {
    let shift = modifiers.is_some_and(|bits| bits.saturating_sub(1) & 1 != 0);
    let code = match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        // Keys without a character have numbers in here.
        0xE000..=0xF8FF => return None,
        _ => {
            let plain = char::from_u32(number).filter(|character| !character.is_control())?;
            let capital = shifted
                .and_then(char::from_u32)
                .or_else(|| plain.to_uppercase().next());
            Code::Char(if shift { capital? } else { plain })
        }
    };
    Some((code, 1))
}

/// Returns the key that ends a control sequence by itself.
fn named(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

/// Returns the key of a number before `~`.
fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        // The numbers skip one after each group of keys on the oldest keyboards.
        11..=34 => {
            let skipped = [16, 22, 27, 30];
            if skipped.contains(&number) {
                return None;
            }
            let before = skipped.iter().filter(|skipped| **skipped < number).count();
            Code::F(u8::try_from(number as usize - 10 - before).ok()?)
        }
        _ => return None,
    })
}
