//! How keys are read: a register, a count, an operator, and over what it goes.

use super::grammar::{
    ALONE, MOTIONS, OPERATORS, OperatedOn, VISUAL, VimCommand, VimFind, VimMotion, VimVerb, control,
};
use super::object::VimObject;

/// The reading of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// More may follow.
    More,
    /// They are no command.
    Unknown,
    Command(VimCommand),
}

/// Returns true for a key that goes somewhere by itself, so that it is held down to go on.
pub fn is_held(key: char) -> bool {
    let alone = key.encode_utf8(&mut [0; 4]).to_owned();
    MOTIONS.iter().any(|(name, _)| *name == alone)
}

/// Reads a number at the start of keys; 0 begins none.
fn number(keys: &str) -> (Option<usize>, &str) {
    let end = match keys.starts_with(|digit: char| ('1'..='9').contains(&digit)) {
        true => keys
            .find(|digit: char| !digit.is_ascii_digit())
            .unwrap_or(keys.len()),
        false => 0,
    };
    let (digits, rest) = keys.split_at_checked(end).unwrap_or(("", keys));
    // No text has more of anything.
    let number = digits.parse::<usize>().ok().map(|number| number.min(9_999));
    (number.or((end > 0).then_some(9_999)), rest)
}

/// Reads keys.
pub(super) fn read(keys: &str, visual: bool) -> Read {
    let (mut register, mut count, mut rest) = (None, None, keys);
    loop {
        if let Some(after) = rest.strip_prefix('"') {
            let Some(name) = after.chars().next() else {
                return Read::More;
            };
            register = Some(name);
            rest = after.get(name.len_utf8()..).unwrap_or_default();
        } else {
            let (number, after) = number(rest);
            if number.is_none() {
                break;
            }
            (count, rest) = (number, after);
        }
    }
    if rest.is_empty() {
        return Read::More;
    }
    match verb(rest, visual) {
        Parsed::More => Read::More,
        Parsed::Unknown => Read::Unknown,
        Parsed::Is((again, verb)) => {
            // A count before the operator and one behind it are taken together.
            let count = match (count, again) {
                (Some(one), Some(other)) => Some(one.saturating_mul(other).min(9_999)),
                (one, other) => one.or(other),
            };
            Read::Command(VimCommand {
                register,
                count,
                verb,
            })
        }
    }
}

/// The reading of a part of the keys.
enum Parsed<T> {
    More,
    Unknown,
    Is(T),
}

fn verb(keys: &str, visual: bool) -> Parsed<(Option<usize>, VimVerb)> {
    if visual && let Parsed::Is(verb) = exact(keys, VISUAL) {
        return Parsed::Is((None, verb));
    }
    let mut chars = keys.chars();
    if let Some('r') = chars.next() {
        return match chars.next() {
            None => Parsed::More,
            Some(control::ESC) => Parsed::Unknown,
            Some(sign) => Parsed::Is((None, VimVerb::Replace(sign))),
        };
    }
    if visual {
        match object(keys) {
            Parsed::Is((object, around)) => {
                return Parsed::Is((None, VimVerb::SelectObject { object, around }));
            }
            Parsed::More => return Parsed::More,
            Parsed::Unknown => {}
        }
    } else {
        match operated(keys) {
            Parsed::Unknown => {}
            other => return other,
        }
        if let Parsed::Is(verb) = exact(keys, ALONE) {
            return Parsed::Is((None, verb));
        }
    }
    match motion(keys) {
        Parsed::Is(motion) => Parsed::Is((None, VimVerb::Go(motion))),
        Parsed::More => Parsed::More,
        Parsed::Unknown => {
            let others = if visual { VISUAL } else { ALONE };
            match begins(keys, others.iter().map(|(keys, _)| *keys)) {
                true => Parsed::More,
                false => Parsed::Unknown,
            }
        }
    }
}

/// Reads an operator and what it goes over.
fn operated(keys: &str) -> Parsed<(Option<usize>, VimVerb)> {
    let mut operators = OPERATORS.iter();
    let Some((name, operator)) = operators.find(|(name, _)| keys.starts_with(name)) else {
        return match begins(keys, OPERATORS.iter().map(|(name, _)| *name)) {
            true => Parsed::More,
            false => Parsed::Unknown,
        };
    };
    let (again, rest) = number(keys.get(name.len()..).unwrap_or_default());
    if rest.is_empty() {
        return Parsed::More;
    }
    let last = name.get(name.len() - 1..).unwrap_or_default();
    if rest == last || rest == *name {
        return Parsed::Is((again, VimVerb::Operate(*operator, OperatedOn::Lines)));
    }
    let on = match object(rest) {
        Parsed::Is((object, around)) => OperatedOn::Object { object, around },
        Parsed::More => return Parsed::More,
        Parsed::Unknown => match motion(rest) {
            Parsed::Is(motion) => OperatedOn::Motion(motion),
            Parsed::More => return Parsed::More,
            Parsed::Unknown if name.starts_with(rest) => return Parsed::More,
            Parsed::Unknown => return Parsed::Unknown,
        },
    };
    Parsed::Is((again, VimVerb::Operate(*operator, on)))
}

fn object(keys: &str) -> Parsed<(VimObject, bool)> {
    let mut chars = keys.chars();
    let around = match chars.next() {
        Some('a') => true,
        Some('i') => false,
        _ => return Parsed::Unknown,
    };
    match chars.next() {
        None => Parsed::More,
        Some(name) => match VimObject::named(name) {
            Some(object) => Parsed::Is((object, around)),
            None => Parsed::Unknown,
        },
    }
}

fn motion(keys: &str) -> Parsed<VimMotion> {
    let mut chars = keys.chars();
    let first = chars.next();
    if let Some(name @ ('f' | 'F' | 't' | 'T')) = first {
        return match chars.next() {
            None => Parsed::More,
            Some(sign) if sign < ' ' => Parsed::Unknown,
            Some(sign) => Parsed::Is(VimMotion::Find(VimFind {
                sign,
                on: name.is_lowercase(),
                till: name.eq_ignore_ascii_case(&'t'),
            })),
        };
    }
    if let Some(name @ ('/' | '?')) = first {
        let words = chars.as_str();
        return match words.strip_suffix(control::ENTER) {
            None => Parsed::More,
            Some(words) => Parsed::Is(VimMotion::Search {
                on: name == '/',
                words: words.to_owned(),
            }),
        };
    }
    match exact(keys, MOTIONS) {
        Parsed::Unknown if begins(keys, MOTIONS.iter().map(|(name, _)| *name)) => Parsed::More,
        other => other,
    }
}

fn exact<T: Clone>(keys: &str, table: &[(&str, T)]) -> Parsed<T> {
    let found = table.iter().find(|(name, _)| *name == keys);
    found.map_or(Parsed::Unknown, |(_, is)| Parsed::Is(is.clone()))
}

fn begins<'a>(keys: &str, mut names: impl Iterator<Item = &'a str>) -> bool {
    names.any(|name| name.starts_with(keys) && name != keys)
}
