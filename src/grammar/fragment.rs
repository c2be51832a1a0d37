//! Texts that are no sentence: a predicate whose subject is in another, a participle or an infinitive alone.

use super::lexicon::Classes;
use super::no_subject::lacks_subject;
use super::place::is_infinitive;
use super::reading::Certainty;
use super::token::{Token, Uses};
use super::verbs::{VerbCandidate, candidates};
use super::word_set::words;

/// Returns true for a clause that belongs to another sentence, alone: "Because files are thin.", "Which is a concern."
pub(super) fn is_dependent(tokens: &[Token]) -> bool {
    let opens = words![
        "because", "although", "though", "unless", "whereas", "which",
    ];
    let ends = tokens.len().saturating_sub(1);
    let parted = tokens.iter().take(ends).any(Token::is_parted);
    let first = tokens.first();
    if is_way(tokens) {
        return true;
    }
    let of = tokens.get(1).is_some_and(|second| second.word == "of");
    first.is_some_and(|first| first.is_one_of(opens)) && !of && !parted
}

/// "How cases are handled.", "The way cases are handled.": no verb is left for the sentence itself.
fn is_way(tokens: &[Token]) -> bool {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let opens_noun = |token: &Token| {
        let owner = Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::SUBJECT_PRONOUN);
        token.is(owner) || token.can_be(Uses::NOUNS) && !token.can_be(Uses::NOUN)
    };
    let how = first.is_one_of(words!["how", "why", "whether"]) && opens_noun(second);
    let way = first.word == "the"
        && second.is_one_of(words!["way", "ways", "manner", "extent"])
        && tokens
            .get(2)
            .is_some_and(|third| opens_noun(third) || third.word == "to");
    let noun = if way { 2 } else { 1 };
    (how || way)
        && match candidates(tokens, 0, tokens.len()).0.as_slice() {
            [only] => only.certain,
            [first, only] => only.certain && first.at == noun && !first.certain,
            _ => false,
        }
}

/// Returns true for a text without a subject or a finite verb that is no noun phrase: "Well led.", "Having listened.",
/// "And listens.", "To be congratulated.". What stands behind a comma may be its clause. `verb` is the index of what was
/// taken for its main verb.
pub(super) fn is_fragment(tokens: &[Token], verb: Option<usize>) -> bool {
    let (Some((first, rest)), Some(second)) = (tokens.split_first(), tokens.get(1)) else {
        return false;
    };
    let parted = rest
        .split_last()
        .is_none_or(|(_, middle)| first.is_parted() || middle.iter().any(Token::is_parted));
    if parted {
        return false;
    }
    if first.is_one_of(words!["and", "but", "or"]) {
        let alone = tokens.len() == 2 && second.can_be(Uses::THIRD);
        return alone || lacks_subject(rest, verb.is_some_and(|at| at > 1)) != Certainty::No;
    }
    let no_verb_behind = |from: usize| {
        let found = candidates(tokens, from, tokens.len()).0;
        found.is_empty()
    };
    let participle =
        |token: &Token| token.can_be(Uses::PARTICIPLES) && !token.can_be(Uses::ANY_NOUN);
    let degree = first.is_one_of(words![
        "well", "better", "best", "badly", "poorly", "fully", "clearly",
    ]);
    // "To be congratulated."
    let own = if second.word == "be" { 3 } else { 2 };
    let behind = verb.is_none_or(|at| at < own);
    let led = degree && participle(second);
    let committed = participle(first) && second.word == "to";
    // "Good at finding callers.", "Slow to act."
    let state = first.can_be(Uses::ADJECTIVE)
        && second.is_one_of(words!["at", "to"])
        && candidates(tokens, 2, tokens.len())
            .0
            .iter()
            .all(|each| !each.certain || each.of_clause);
    let having = first.word == "having" && second.can_be(Uses::PARTICIPLES);
    let infinitive = is_infinitive(tokens, 0);
    // "To reduce delays."
    let no_sure_verb_behind = |from: usize| {
        let found = candidates(tokens, from, tokens.len()).0;
        let ends = |at: usize| {
            let next = tokens.get(at + 1);
            next.is_none_or(|it| it.is(Classes::PREPOSITION.or(Classes::COORDINATOR)))
        };
        let noun =
            |at: usize| tokens.get(at).is_some_and(|it| it.can_be(Uses::ANY_NOUN)) && ends(at);
        // "To supervise stop and search better.": what it does, or does too, is no verb of the sentence.
        let goes_on = |each: &VerbCandidate| {
            let behind = each.at == from || each.after_coordinator;
            let token = tokens.get(each.at);
            let bare = |it: &Token| it.can_be(Uses::BASE) && !it.can_be(Uses::AUXILIARY);
            each.of_clause || behind && token.is_some_and(bare)
        };
        found
            .iter()
            .all(|each| goes_on(each) || !each.certain && noun(each.at))
    };
    let bare = (led || committed || having) && no_verb_behind(own);
    behind && (bare || state) || infinitive && no_sure_verb_behind(own)
}
