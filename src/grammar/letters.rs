//! The signs and letters of a word, and all that they show whatever word it is.

use std::ops::Range;

use super::uses::Uses;

/// Returns a word without the signs around it.
pub(super) fn core(raw: &str) -> &str {
    raw.get(core_range(raw)).unwrap_or_default()
}

/// Returns the place of a word between the signs around it.
pub(super) fn core_range(raw: &str) -> Range<usize> {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let Some(start) = raw.bytes().position(inside) else {
        return 0..0;
    };
    let end = raw.bytes().rposition(inside).map_or(start, |at| at + 1);
    let plain = raw.get(start..end).unwrap_or_default();
    let known = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii());
    if known(plain.bytes().next()) && known(plain.bytes().next_back()) {
        return start..end;
    }
    match plain.trim_start_matches(is_sign) {
        "" => 0..0,
        core => {
            let start = end - core.len();
            start..start + core.trim_end_matches(is_sign).len()
        }
    }
}

/// Returns true for a sign that is no part of a word beside it.
fn is_sign(sign: char) -> bool {
    !sign.is_alphanumeric() && sign != '£'
}

/// All that a byte of a word shows.
const SIGNS: [u8; 256] = {
    let mut signs = [OTHER; 256];
    let mut at = 0_u8;
    while at < 128 {
        let sign = match at {
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => OTHER | DIGIT,
            b'-' | b'/' => OTHER | HYPHEN,
            _ => OTHER,
        };
        let (_, rest) = signs.split_at_mut(at as usize);
        if let [first, ..] = rest {
            *first = sign;
        }
        at += 1;
    }
    signs
};

const UPPER: u8 = 1;
const OTHER: u8 = 2;
const DIGIT: u8 = 4;
const HYPHEN: u8 = 8;

/// Returns what the letters of a word show, and whether all of it are capitals.
pub(super) fn written(core: &str, is_first: bool) -> (Uses, bool) {
    let sign = |byte: u8| SIGNS.get(usize::from(byte)).copied().unwrap_or_default();
    let first = core.bytes().next().map_or(0, sign);
    let rest = core.bytes().skip(1).fold(0, |all, byte| all | sign(byte));
    let (first_upper, upper, is_upper) = match core.is_ascii() {
        true => (
            first & UPPER != 0,
            rest & UPPER != 0,
            (first | rest) & OTHER == 0,
        ),
        false => {
            let mut letters = core.chars();
            let first = letters.next().is_some_and(char::is_uppercase);
            let upper = letters.any(char::is_uppercase);
            (first, upper, core.chars().all(char::is_uppercase))
        }
    };
    let mut uses = Uses::default();
    uses.add_if(first_upper && !is_first || upper, Uses::CAPITAL);
    uses.add_if((first | rest) & DIGIT != 0, Uses::DIGIT);
    uses.add_if((first | rest) & HYPHEN != 0, Uses::HYPHEN);
    (uses, is_upper)
}
