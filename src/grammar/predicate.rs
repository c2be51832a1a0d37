//! Signs that a text which may open with a noun or with its verb opens with the verb: how it goes on.

use super::clauses::{clause_end, opens_second};
use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Third persons that are listed as nouns too and are never one behind the name of a body.
const VERBS: &WordSet = words![
    "makes", "takes", "gives", "gets", "keeps", "finds", "says", "tells", "listens", "thinks",
    "sees", "knows", "meets", "builds", "spends", "fails", "tries", "wants", "holds", "tackles",
    "handles", "carries", "sets", "puts", "brings", "treats", "lacks",
];

/// Others that are hardly ever one at the head of a text.
const HARDLY_NOUNS: &WordSet = words!["needs", "monitors", "supports", "shares", "uses", "offers"];

/// Returns true for a third person that is listed as a noun too, and is none behind the name of a body.
pub(super) fn is_never_noun(token: &Token) -> bool {
    token.is_one_of(VERBS)
}

/// Returns true for one that is hardly ever a noun at the head of a text.
pub(super) fn is_hardly_noun(token: &Token) -> bool {
    is_never_noun(token) || token.is_one_of(HARDLY_NOUNS)
}

/// Adverbs of manner that do not end in "ly".
const MANNER: &WordSet = words![
    "well", "hard", "ahead", "together", "better", "badly", "fast", "poorly",
];

/// Returns true where the words behind the one at `verb`, of which none could be a verb that a plural has, go on as behind
/// a verb and never as behind a noun: with how it is done ("records crime well"), or with a second clause ("checks in
/// cells, and staff know why").
pub(super) fn is_predicate(tokens: &[Token], verb: usize) -> bool {
    let end = clause_end(tokens, verb);
    let clause = tokens.get(verb + 1..end).unwrap_or_default();
    let parted = clause.iter().filter(|it| it.is_parted()).count();
    let two = parted == 1 && opens_second(tokens, end + 1, tokens.len());
    let of_participle = |at: usize| {
        let before = clause.get(..at).unwrap_or_default();
        before.iter().any(|it| it.can_be(Uses::PARTICIPLES))
    };
    let manner = (0..clause.len()).any(|at| is_manner(clause, at) && !of_participle(at));
    two || manner
}

/// "well", "quickly", where no adjective or participle follows of which it could say how: at the end, before a comma, before a
/// preposition.
fn is_manner(clause: &[Token], at: usize) -> bool {
    let Some(token) = clause.get(at) else {
        return false;
    };
    let listed = token.is_one_of(MANNER);
    let made = token.is_adverb() && token.word.ends_with("ly") && !token.can_be(Uses::ADJECTIVE);
    let before = at.checked_sub(1).and_then(|at| clause.get(at));
    // "as well", "as quickly as": it may belong to what comes behind.
    let compared = before
        .is_some_and(|it| it.is_parted() || it.is(Classes::DEGREE) || it.is(Classes::CONJUNCTION));
    let as_well = before.is_some_and(|it| it.word == "as");
    let next = clause.get(at + 1);
    let ends =
        token.is_parted() || next.is_none_or(|it| it.is(Classes::PREPOSITION) && it.word != "as");
    (listed || made) && ends && !as_well && !compared
}

/// "needs assessments late", "demands on staff rising", "supports for carers in place": what a headline says of its noun,
/// without a verb.
pub(super) fn ends_as_headline(tokens: &[Token], verb: usize) -> bool {
    let [.., before, last] = tokens.get(verb + 1..).unwrap_or_default() else {
        return false;
    };
    let like = last.can_be(Uses::ADJECTIVE.or(Uses::PARTICIPLES)) && !last.can_be(Uses::ANY_NOUN);
    let state = (like || last.can_be(Uses::ING))
        && !last.word.ends_with("ly")
        && !last.is_one_of(words![
            "well", "hard", "better", "together", "ahead", "first"
        ]);
    let placed = last.word == "place" && before.word == "in";
    let noun = before.can_be(Uses::ANY_NOUN) && !before.is_closed() && !before.is_parted();
    state && noun || placed
}
