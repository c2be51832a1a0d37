//! Sentences that name all that they speak of, so that they are understood wherever they are spoken.

use super::lexicon::Classes;
use super::token::{Token, Uses};

/// Nouns that "the" shows to whoever hears it, with no sentence before.
const KNOWN: [&str; 22] = [
    "public",
    "police",
    "community",
    "communities",
    "law",
    "courts",
    "force",
    "service",
    "constabulary",
    "brigade",
    "county",
    "city",
    "region",
    "area",
    "country",
    "future",
    "past",
    "year",
    "chief",
    "government",
    "workforce",
    "way",
];

/// Words behind a noun that say which it is.
const SAYING_WHICH: [&str; 14] = [
    "of", "that", "which", "who", "to", "for", "in", "at", "between", "behind", "with", "it",
    "its", "on",
];

/// Words that stand for a noun where none follows them.
const SHARES: [&str; 16] = [
    "some", "more", "many", "most", "few", "fewer", "all", "both", "each", "any", "none", "others",
    "another", "enough", "several", "less",
];

/// Returns true where every noun phrase of a sentence says what it is of. In doubt it does not.
pub(super) fn names_all(tokens: &[Token]) -> bool {
    !(2..tokens.len()).any(|at| is_open(tokens, at)) && !goes_on_now(tokens)
}

/// "recruit some", "pays them a bonus", "fix the roof": what only the sentence before tells.
fn is_open(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next = tokens.get(at + 1).filter(|_| !token.is_parted());
    let noun = |token: &Token| {
        token.can_be(
            Uses::ANY_NOUN
                .or(Uses::ADJECTIVE)
                .or(Uses::ING)
                .or(Uses::PARTICIPLES),
        ) || !token.can_be(Uses::KNOWN)
    };
    // "more quickly", "all its officers", "each of its teams"
    let followed = |next: &Token| {
        noun(next)
            || next.is(Classes::DETERMINER.or(Classes::POSSESSIVE))
            || next.is_adverb()
            || next.is_one_of(&["of", "than", "well"])
    };
    let earlier = tokens.get(2..at).unwrap_or_default();
    let several = earlier.iter().any(|it| {
        it.can_be(Uses::NOUNS.or(Uses::CAPITAL))
            || it.is(Classes::PLURAL_NOUN)
            || it.word == "people"
    });
    match token.word {
        word if SHARES.contains(&word) => !next.is_some_and(followed),
        "them" | "they" | "their" => !several,
        "him" | "her" | "his" | "then" | "there" | "here" | "now" | "also" => true,
        "the" => !is_shown(tokens, at),
        _ => {
            let number = token.is(Classes::NUMBER) || token.can_be(Uses::DIGIT);
            number
                && !next
                    .is_some_and(|it| noun(it) || it.is_one_of(&["per", "percent", "of", "and"]))
        }
    }
}

/// "the way it records crime", "the public", "the control room": a noun that says which it is, or that is known.
fn is_shown(tokens: &[Token], at: usize) -> bool {
    let mut behind = at + 1;
    while let Some(token) = tokens.get(behind) {
        let in_phrase = token.can_be(
            Uses::ANY_NOUN
                .or(Uses::ADJECTIVE)
                .or(Uses::ING)
                .or(Uses::PARTICIPLES),
        );
        if KNOWN.contains(&token.word) || token.can_be(Uses::CAPITAL) {
            return true;
        }
        if token.is_parted() {
            return false;
        }
        if !in_phrase || token.is_closed() {
            return SAYING_WHICH.contains(&token.word);
        }
        behind += 1;
    }
    false
}

/// "is investigating", "has apologised": what was begun or done because of the sentence before.
fn goes_on_now(tokens: &[Token]) -> bool {
    let pair = |pair: &[Token]| match pair {
        [verb, next] => {
            verb.is(Classes::BE) && next.can_be(Uses::ING) && !next.can_be(Uses::ADJECTIVE)
        }
        _ => false,
    };
    tokens.windows(2).any(pair)
}
