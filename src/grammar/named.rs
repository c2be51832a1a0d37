//! The body's name, at the head of a sentence and behind what leads in.

use super::body;
use super::lexicon::Classes;
use super::main_verb;
use super::reading::{BodyBehind, Certainty};
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Prepositions that may open a time without a comma behind it: "Since 2016 the force has".
const OF_TIME: &WordSet = words!["since", "in", "by", "until", "from", "during", "before"];

/// Returns the index of the word behind the body's name, where the tokens open with it.
pub(super) fn behind_name(tokens: &[Token], name: &str) -> Option<usize> {
    let behind = behind_words(tokens, name, |token, part| token.raw == part)?;
    (behind < tokens.len()).then_some(behind)
}

/// Returns the byte behind "The force's" and its blank, where the tokens open with it.
pub(super) fn behind_owner<N: AsRef<str>>(tokens: &[Token], names: &[N]) -> Option<usize> {
    let owns = |token: &Token, part: &str| {
        let rest = token.raw.strip_prefix(part);
        rest.is_some_and(|rest| matches!(rest, "'s" | "’s"))
    };
    names.iter().find_map(|name| {
        let behind = behind_words(tokens, name.as_ref(), owns)?;
        tokens.get(behind).map(|token| token.at)
    })
}

/// Does the same for a name whose last word is known by `is_last`.
fn behind_words(tokens: &[Token], name: &str, is_last: fn(&Token, &str) -> bool) -> Option<usize> {
    let plain = |at: usize| tokens.get(at).filter(|token| token.before.is_empty());
    let the = plain(0).is_some_and(|token| token.word == "the");
    let is_noun = name.starts_with(char::is_lowercase);
    let mut behind = usize::from(the);
    let mut parts = name.split(' ').peekable();
    while let Some(part) = parts.next() {
        let token = plain(behind)?;
        let is_part = match parts.peek() {
            Some(_) => token.raw == part,
            None => is_last(token, part),
        };
        if !is_part {
            return None;
        }
        behind += 1;
    }
    (the || !is_noun).then_some(behind)
}

/// Finds the body as the whole subject behind something that certainly leads in: "In 2025, the force has", "Since 2016
/// the force has".
pub(super) fn behind_lead_in<N: AsRef<str>>(
    tokens: &[Token],
    names: &[N],
    end: usize,
) -> Option<BodyBehind> {
    let at = main_verb::behind_lead_in(tokens, end).or_else(|| behind_time(tokens, end))?;
    let rest = tokens.get(at..end)?;
    names.iter().enumerate().find_map(|(named, name)| {
        let behind = behind_name(rest, name.as_ref())?;
        let (sure, _) = body::subject_before(rest, behind, rest.len());
        let (first, verb) = (rest.first()?, rest.get(behind)?);
        (sure == Certainty::Yes).then_some(BodyBehind {
            named,
            range: first.at..verb.at.saturating_sub(1),
        })
    })
}

/// Returns the index of the word behind a time that leads in without a comma, where the sentence has no other comma.
fn behind_time(tokens: &[Token], end: usize) -> Option<usize> {
    let whole = tokens.get(..end)?;
    let first = whole.first().filter(|token| token.is_one_of(OF_TIME))?;
    if first.is_parted() || whole.iter().any(|token| token.after.contains(',')) {
        return None;
    }
    // "Since 2016", "In the past year", "By March 2025".
    let is_time = |token: &Token| token.is(Classes::TIME) || is_year(token);
    let time = whole.iter().skip(1).take(4).position(is_time)? + 1;
    let inside = |token: &Token| {
        token.is(Classes::DETERMINER.or(Classes::TIME).or(Classes::NUMBER))
            || token.is_one_of(words!["past", "recent", "early", "late"])
            || token.can_be(Uses::CAPITAL.or(Uses::DIGIT))
    };
    let plain = whole.get(1..time)?.iter().all(inside);
    let mut behind = time + 1;
    while whole.get(behind).is_some_and(is_time) {
        behind += 1;
    }
    plain.then_some(behind)
}

fn is_year(token: &Token) -> bool {
    token.raw.len() == 4 && token.raw.bytes().all(|sign| sign.is_ascii_digit())
}
