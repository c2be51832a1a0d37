//! Words at the head of a sentence that a comma or brackets set apart.

use super::lexicon::Classes;
use super::phrase_set::{PhraseSet, phrases};
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Words that open a clause or phrase that leads in, where a comma follows.
const LEADING_IN: &WordSet = words![
    "because", "due", "where", "when", "whenever", "while", "although", "though", "if", "unless",
    "until", "despite", "given",
];

/// Phrases that link with the sentence before, so that no turn can stand before them.
const LINKING: &PhraseSet = phrases![
    ["on", "the", "downside"],
    ["on", "the", "negative", "side"],
    ["on", "the", "other"],
    ["for", "all", "that"],
    ["be", "that", "as", "it", "may"],
    ["at", "the", "same", "time"],
    ["without", "this"],
    ["in", "fairness"],
    ["even", "then"],
    ["therefore"],
    ["thus"],
    ["hence"],
    ["consequently"],
    ["accordingly"],
    ["as", "a", "result"],
    ["as", "a", "consequence"],
    ["for", "this", "reason"],
    ["because", "of", "this"],
    ["as", "such"],
    ["if", "so"],
    ["then", "again"],
    ["regardless"],
    ["what", "is", "worse"],
    ["what", "is", "more"],
    ["worse"],
    ["worse", "still"],
    ["worst", "of", "all"],
    ["more", "worryingly"],
    ["less", "happily"],
    ["less", "positively"],
    ["alas"],
    ["too"],
    ["as", "well", "as", "this"],
    ["in", "short"],
    ["in", "fact"],
    ["indeed"],
    ["granted"],
    ["admittedly"],
    ["there"],
    ["here", "too"],
    ["in", "addition"],
    ["in", "particular"],
    ["first"],
    ["firstly"],
    ["second"],
    ["secondly"],
    ["third"],
    ["thirdly"],
    ["finally"],
    ["lastly"],
    ["equally"],
    ["otherwise"],
    ["instead"],
    ["meanwhile"],
];

/// The most words that such a phrase has.
const LONGEST_LINK: usize = 6;

/// Words that open an aside in brackets: "(As before) cells are", but not "(Some of) the cells are".
const ASIDES: &WordSet = words!["as", "in", "on", "at", "see", "this", "we", "i"];

/// Returns true where what opens the sentence leads in as its comma shows: "because of this, cases wait", "too often, cases".
pub(super) fn is_set_off(tokens: &[Token]) -> bool {
    let comma = |token: &Token| token.after.starts_with(',');
    let last = tokens.len().saturating_sub(1);
    let Some(at) = tokens
        .get(..last)
        .and_then(|head| head.iter().position(comma))
    else {
        return false;
    };
    let often = tokens.get(at).is_some_and(|token| token.word == "often");
    let head = tokens
        .first()
        .is_some_and(|first| first.is_one_of(LEADING_IN));
    // "Next year, plans will", "Having listened, the force has"
    let mut opening = tokens.iter().take(at + 1);
    let time = at < 3 && opening.any(|token| token.is(Classes::TIME));
    let having = tokens.first().is_some_and(|first| first.word == "having");
    // "Had it not acted, lives would", "Were it to rain, the roof would"
    let had = tokens
        .first()
        .is_some_and(|first| first.is_one_of(words!["had", "were", "should"]));
    head || having || had || time || often && at < 3
}

/// Words and phrases that begin what comments, where a comma follows: "for all its strengths, …".
const COMMENTS: &PhraseSet = phrases![
    ["again"],
    ["best", "of"],
    ["but"],
    ["even", "though"],
    ["for", "all"],
    ["for", "the", "most"],
    ["in", "conclusion"],
    ["in", "contrast"],
    ["in", "other", "words"],
    ["in", "spite"],
    ["in", "sum"],
    ["more", "than", "that"],
    ["notwithstanding"],
    ["on", "the", "one", "hand"],
    ["on", "the", "whole"],
    ["once", "again"],
    ["once", "more"],
    ["regardless", "of", "that"],
    ["regardless", "of", "this"],
    ["to", "be"],
    ["to", "make"],
    ["with", "all"],
];

/// Verbs of those who sum up: "To sum up, …".
const SUMMING: &WordSet = words!["sum", "conclude", "summarise", "repeat", "recap"];

/// Shortenings at a head that no turn stands before.
const NOTES: [&str; 5] = ["NB", "N.B", "PS", "P.S", "e.g"];

/// Returns true where the sentence opens with a comment that a comma sets apart, or concedes something first.
fn comments(tokens: &[Token]) -> bool {
    let last = tokens.len().saturating_sub(1);
    let head = tokens.get(..last).unwrap_or_default();
    let comma = head.iter().position(|it| it.after.starts_with(','));
    let sums = tokens.first().is_some_and(|first| first.word == "to")
        && tokens.get(1).is_some_and(|it| it.is_one_of(SUMMING));
    // "Though it is slow, …", "While slow, …", but not "While boats float, …"
    let state = tokens
        .get(1)
        .is_some_and(|second| second.can_be(Uses::ADJECTIVE) && !second.can_be(Uses::ANY_NOUN));
    let concedes = tokens.first().is_some_and(|first| {
        first.is_one_of(words!["although", "though", "whereas"])
            || state && first.is_one_of(words!["while", "whilst"])
    });
    comma.is_some_and(|comma| comma < 8 && (COMMENTS.stand_at(tokens, 0) || sums)) || concedes
}

/// Returns true for what is no plain statement: "So is its neighbour", "Slow as it is", "How sad that", "No: it was".
fn is_said_otherwise(tokens: &[Token]) -> bool {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let third = tokens.get(2);
    let so = first.word == "so" && (second.can_be(Uses::AUXILIARY) || second.word == "much");
    let is_state = first.can_be(Uses::ADJECTIVE) && !first.is_closed();
    let subject = |token: &Token| token.is(Classes::SUBJECT_PRONOUN);
    // "Slow as it is", "Slow though it is", "Slow it may be"
    let state = is_state
        && (second.is_one_of(words!["as", "though", "although"]) && third.is_some_and(subject)
            || subject(second) && third.is_some_and(|it| it.can_be(Uses::AUXILIARY)));
    let exclaims = first.word == "what" && second.is_one_of(words!["a", "an"])
        || first.word == "how" && second.can_be(Uses::ADJECTIVE) && !second.is_adverb();
    let colon = tokens.iter().take(2).any(|it| it.after.contains(':'));
    let numbered = first.can_be(Uses::DIGIT) && first.after.starts_with(['.', ')']);
    let raw = first.raw.trim_end_matches(['.', ',', ':']);
    let bracketed =
        first.before.contains('(') && tokens.last().is_some_and(|last| last.after.contains(')'));
    so || state || exclaims || colon || numbered || bracketed || NOTES.contains(&raw)
}

/// Returns true where the sentence opens with words that link, set apart, or with an aside.
pub(super) fn links(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let ended = |phrase: &[&str]| {
        let ends = tokens.get(phrase.len() - 1);
        ends.is_some_and(|it| it.after.starts_with(','))
    };
    let aside = first.before.contains('(') && first.is_one_of(ASIDES);
    // "Although this is good, few do": it turns by itself.
    let concedes = first.is_one_of(words!["although", "though", "while", "whilst"])
        && tokens
            .get(1)
            .is_some_and(|it| it.is_one_of(words!["this", "that", "these", "those", "such"]))
        || first.is_one_of(words!["good", "small"])
            && tokens.get(1).is_some_and(|it| it.word == "as");
    // "Thus victims wait", "Hence the delay"
    let hence = first.is_one_of(words!["thus", "hence", "alas", "indeed"]);
    let apart = || {
        let head = tokens.iter().take(LONGEST_LINK);
        head.map(|it| it.after).any(|after| after.starts_with(','))
    };
    let dash = first.raw.starts_with(['–', '—']);
    let comments = comments(tokens) || is_said_otherwise(tokens);
    aside || hence || concedes || comments || dash || apart() && LINKING.at(tokens, 0).any(ended)
}
