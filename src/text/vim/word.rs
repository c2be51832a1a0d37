//! Words as a line of them is gone through: letters and digits run together, signs run together, and what has no blank in
//! it is a big word.

use super::place::{PlaceStep, is_empty_line, is_end, line_start, sign, step_back, step_on};

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordClass {
    /// Blanks, and the ends of lines.
    Blank,
    /// Signs; all that is no blank where words are big.
    Sign,
    /// Letters, digits, and what joins them.
    Letter,
}

/// Returns what the character at a place belongs to.
pub(super) fn class(text: &str, at: usize, big: bool) -> WordClass {
    match sign(text, at) {
        None => WordClass::Blank,
        Some(sign) if sign.is_whitespace() => WordClass::Blank,
        Some(_) if big => WordClass::Sign,
        Some(sign) if sign.is_alphanumeric() || sign == '_' => WordClass::Letter,
        Some(_) => WordClass::Sign,
    }
}

fn on_empty_line(text: &str, at: usize) -> bool {
    is_end(text, at) && is_empty_line(text, at)
}

/// Goes on while the class is this one; `None` where the text ends before, with the place at its end.
fn skip_on(text: &str, at: &mut usize, of: WordClass, big: bool) -> Option<()> {
    while class(text, *at, big) == of {
        *at = step_on(text, *at)?.at();
    }
    Some(())
}

fn skip_back(text: &str, at: &mut usize, of: WordClass, big: bool) -> Option<()> {
    while class(text, *at, big) == of {
        *at = step_back(text, *at)?.at();
    }
    Some(())
}

/// Returns the start of the word so many words on. Where an operator goes `to_end`, the last word is left where its line
/// ends and no further. Whether there was one; the place is the end of the text where there was none.
pub(super) fn word_on(
    text: &str,
    from: usize,
    count: usize,
    big: bool,
    to_end: bool,
) -> (usize, bool) {
    let mut at = from;
    for nth in 1..=count {
        let last = nth == count && to_end;
        let start = class(text, at, big);
        let on_last_line = !text.get(at..).unwrap_or_default().contains('\n');
        match step_on(text, at) {
            None => return (at, false),
            Some(step) => {
                at = step.at();
                match step {
                    PlaceStep::Within(_) => {}
                    _ if on_last_line => return (at, false),
                    _ if last => return (at, true),
                    PlaceStep::ToEnd(_) | PlaceStep::Across(_) => {}
                }
            }
        }
        if start != WordClass::Blank {
            while class(text, at, big) == start {
                match step_on(text, at) {
                    None => return (at, true),
                    Some(step) => {
                        at = step.at();
                        if last && !matches!(step, PlaceStep::Within(_)) {
                            return (at, true);
                        }
                    }
                }
            }
        }
        while class(text, at, big) == WordClass::Blank {
            if on_empty_line(text, at) && at > from {
                break;
            }
            match step_on(text, at) {
                None => return (at, true),
                Some(step) => at = step.at(),
            }
        }
    }
    (at, true)
}

/// Returns the start of the word so many words back.
pub(super) fn word_back(text: &str, from: usize, count: usize, big: bool) -> (usize, bool) {
    let mut at = from;
    for _ in 0..count {
        let Some(step) = step_back(text, at) else {
            return (at, false);
        };
        at = step.at();
        let mut on_empty = false;
        while class(text, at, big) == WordClass::Blank {
            if on_empty_line(text, at) && at == line_start(text, at) {
                on_empty = true;
                break;
            }
            match step_back(text, at) {
                None => return (at, true),
                Some(step) => at = step.at(),
            }
        }
        if on_empty {
            continue;
        }
        let of = class(text, at, big);
        if skip_back(text, &mut at, of, big).is_none() {
            return (at, true);
        }
        at = step_on(text, at).map_or(at, PlaceStep::at);
    }
    (at, true)
}

/// Returns the last character of the word so many words on. Where it `stops`, a word that ends here counts.
pub(super) fn word_end_on(
    text: &str,
    from: usize,
    count: usize,
    big: bool,
    stops: bool,
) -> (usize, bool) {
    let mut at = from;
    let mut stops = stops;
    for _ in 0..count {
        let start = class(text, at, big);
        let Some(step) = step_on(text, at) else {
            return (at, false);
        };
        at = step.at();
        let inside = class(text, at, big) == start && start != WordClass::Blank;
        if inside {
            if skip_on(text, &mut at, start, big).is_none() {
                return (at, false);
            }
        } else if !stops || start == WordClass::Blank {
            if skip_on(text, &mut at, WordClass::Blank, big).is_none() {
                return (at, false);
            }
            let of = class(text, at, big);
            if skip_on(text, &mut at, of, big).is_none() {
                return (at, false);
            }
        }
        at = step_back(text, at).map_or(at, PlaceStep::at);
        stops = false;
    }
    (at, true)
}

/// Returns the last character of the word so many words back.
pub(super) fn word_end_back(text: &str, from: usize, count: usize, big: bool) -> (usize, bool) {
    let mut at = from;
    for _ in 0..count {
        let start = class(text, at, big);
        let Some(step) = step_back(text, at) else {
            return (at, false);
        };
        at = step.at();
        if start != WordClass::Blank && skip_back(text, &mut at, start, big).is_none() {
            return (at, true);
        }
        while class(text, at, big) == WordClass::Blank {
            if on_empty_line(text, at) {
                break;
            }
            match step_back(text, at) {
                None => return (at, true),
                Some(step) => at = step.at(),
            }
        }
    }
    (at, true)
}
