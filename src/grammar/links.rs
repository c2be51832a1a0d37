//! What ties a sentence to the one before it: a turn, an addition, a word that points back.

use super::lexicon::Classes;
use super::phrase_set::{PhraseSet, phrases, stands_at};
use super::token::{Token, Uses};
use super::tokens::Tokens;
use super::word_set::{WordSet, words};

/// Words and phrases that turn from the sentence before: set apart by commas, and some of them at a head without one.
const TURNS: &PhraseSet = phrases![
    ["mind"],
    ["mind", "you"],
    ["however"],
    ["but"],
    ["yet"],
    ["and", "yet"],
    ["nevertheless"],
    ["nonetheless"],
    ["though"],
    ["still"],
    ["conversely"],
    ["even", "so"],
    ["by", "contrast"],
    ["in", "contrast"],
    ["on", "the", "other", "hand"],
    ["on", "the", "contrary"],
    ["that", "said"],
    ["having", "said", "that"],
    ["all", "the", "same"],
    ["despite", "this"],
    ["in", "spite", "of", "this"],
    ["notwithstanding", "this"],
    ["in", "contrast", "to", "this"],
    ["in", "spite", "of", "all", "this"],
    ["in", "spite", "of", "that"],
    ["despite", "that"],
    ["despite", "all", "this"],
    ["notwithstanding", "all", "of", "that"],
    ["notwithstanding", "that"],
    ["against", "this"],
];

/// Those of them that turn at a head without a comma too.
const TURNS_AT_HEAD: &PhraseSet = phrases![
    ["but"],
    ["yet"],
    ["and", "yet"],
    ["nevertheless"],
    ["nonetheless"],
    ["even", "so"],
];

/// Those of them that turn wherever they stand, and others.
const TURNS_ANYWHERE: &PhraseSet = phrases![
    ["nevertheless"],
    ["nonetheless"],
    ["even", "so"],
    ["by", "contrast"],
    ["in", "contrast"],
    ["despite", "this"],
    ["despite", "that"],
    ["in", "spite", "of", "this"],
    ["in", "spite", "of", "that"],
    ["all", "the", "same"],
    ["for", "all", "that"],
];

/// Words that say wherever they stand that a sentence comes of the one before.
const FOLLOWING: &WordSet = words!["therefore", "consequently", "accordingly"];

/// Words and phrases that add to the sentence before, wherever they stand.
const ADDITIONS: &PhraseSet = phrases![
    ["in", "addition"],
    ["as", "well", "as"],
    ["not", "only"],
    ["additionally"],
    ["moreover"],
    ["furthermore"],
];

/// Those that add at the head of a sentence, or before a comma or a stop.
const ADDITIONS_APART: &PhraseSet = phrases![
    ["too"],
    ["as", "well"],
    ["likewise"],
    ["similarly"],
    ["besides"],
];

/// Words that go on with the sentence before at a head, so that no "and" and no frame can stand before them.
const LINKS: &WordSet = words![
    "and",
    "but",
    "or",
    "nor",
    "yet",
    "which",
    "also",
    "likewise",
    "similarly",
    "besides",
    "moreover",
    "furthermore",
    "additionally",
];

/// Words at a head that go on with what was said before, so that nothing turns before them: "No wonder victims give up".
const GOING_ON: &PhraseSet = phrases![
    ["so", "too"],
    ["so", "also"],
    ["another", "weakness"],
    ["another", "gap"],
    ["another", "fault"],
    ["another", "problem"],
    ["another", "concern"],
    ["a", "further"],
    ["the", "other"],
    ["therefore"],
    ["thus"],
    ["hence"],
    ["plus"],
    ["then"],
    ["better", "still"],
    ["worse", "still"],
    ["no", "wonder"],
    ["little", "wonder"],
    ["small", "wonder"],
    ["not", "that"],
    ["that", "is", "why"],
    ["that's", "why"],
    ["this", "is", "why"],
    ["for", "this", "reason"],
    ["for", "that", "reason"],
    ["for", "these", "reasons"],
    ["next"],
    ["true"],
];

/// Those of them that are words of their own where no comma follows: "next year", "true crime".
const GOING_ON_APART: &WordSet = words!["next", "true"];

/// Returns true where the sentence goes on at its head with what was said before.
pub(super) fn leads_on(tokens: &Tokens) -> bool {
    let apart = tokens.first().is_some_and(Token::is_parted);
    // "A second weakness is", but not "a third of calls"
    let counted = tokens.get(..3).is_some_and(|head| match head {
        [one, nth, noun] => {
            one.is_one_of(words!["a", "another", "one"])
                && nth.is_one_of(words!["second", "third", "fourth", "final", "last"])
                && noun.word != "of"
        }
        _ => false,
    });
    let apart_then = |pair: &[Token]| match pair {
        [before, then] => then.word == "then" && before.is_parted() && then.is_parted(),
        _ => false,
    };
    let then = tokens.may_have(words!["then"]) && tokens.windows(2).any(apart_then);
    counted
        || then
        || tokens.have(FOLLOWING)
        || GOING_ON.at(tokens, 0).any(|phrase| {
            let alone = phrase.iter().any(|word| GOING_ON_APART.contains(word));
            !alone || apart
        })
}

/// Returns true where a phrase that turns stands at this index, set apart from what follows it, and from what is before it.
fn is_turn_apart(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_none_or(Token::is_parted)
        && TURNS.at(tokens, at).any(|phrase| {
            let ends = tokens.get(at + phrase.len() - 1);
            ends.is_some_and(Token::is_parted)
        })
}

/// "However its radios are old", but not "However hard it tries".
fn is_however(tokens: &[Token]) -> bool {
    let opens = |next: &Token| {
        next.is(Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::PRONOUN))
    };
    stands_at(tokens, 0, &["however"])
        && (tokens.first().is_some_and(Token::is_parted) || tokens.get(1).is_none_or(opens))
}

/// Returns true where the sentence has a turn of its own: "However, …", "The force, though, …".
pub(super) fn turns(tokens: &Tokens) -> bool {
    // "The force nevertheless trains its staff.", "It does well despite this.", but not "despite this work"
    let anywhere = |at: usize| {
        TURNS_ANYWHERE.at(tokens, at).any(|phrase| {
            let points = phrase.ends_with(&["this"]) || phrase.ends_with(&["that"]);
            let ends = tokens.get(at + phrase.len() - 1);
            !points || ends.is_some_and(Token::is_parted)
        })
    };
    // "Still its vans rust", but not "Still lifes hang"
    let still = stands_at(tokens, 0, &["still"])
        && tokens.get(1).is_some_and(|next| {
            next.is(Classes::DETERMINER
                .or(Classes::POSSESSIVE)
                .or(Classes::PRONOUN))
        });
    is_however(tokens)
        || still
        || tokens.may_have_phrase(TURNS_ANYWHERE) && (0..tokens.len()).any(anywhere)
        || TURNS_AT_HEAD.stand_at(tokens, 0)
        || tokens.may_have_phrase(TURNS) && (0..tokens.len()).any(|at| is_turn_apart(tokens, at))
}

/// Returns true where the sentence grants something against what it says: "…, but not always enough drivers", "although
/// slowly", and not "The force, though, trains".
pub(super) fn grants(tokens: &Tokens) -> bool {
    let but = |pair: &[Token]| match pair {
        [before, but] => before.after == "," && but.word == "but" && !but.is_parted(),
        _ => false,
    };
    let although =
        |token: &Token| token.is_one_of(words!["although", "though"]) && !token.is_parted();
    tokens.may_have(words!["although", "though", "but"])
        && (tokens.iter().any(although) || tokens.windows(2).any(but))
}

/// Returns true where the sentence adds to the one before it by its own words.
pub(super) fn adds(tokens: &Tokens) -> bool {
    let ends = |at: usize| {
        tokens
            .get(at)
            .is_none_or(|it| it.is_parted() || at + 1 == tokens.len())
    };
    let adds = |at: usize| {
        let apart = ends(at) || ends(at + 1);
        let ended = |phrase: &[&str]| ends(at + phrase.len() - 1);
        ADDITIONS.stand_at(tokens, at) || apart && ADDITIONS_APART.at(tokens, at).any(ended)
    };
    (tokens.may_have_phrase(ADDITIONS) || tokens.may_have_phrase(ADDITIONS_APART))
        && (0..tokens.len()).any(adds)
}

/// Returns true where the sentence says by itself whether something goes on, at its main verb: "still finds", "is now".
pub(super) fn goes_on(tokens: &[Token], verb: usize) -> bool {
    let is = |words: &WordSet| tokens.get(verb).is_some_and(|token| token.is_one_of(words));
    let next = tokens.get(verb + 1);
    let object = next.is_some_and(|next| {
        next.is(Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::QUANTIFIER))
    });
    // "keeps finding", but not "keeps good records".
    let keeps = is(words!["keeps", "keep"]) && next.is_some_and(|next| next.can_be(Uses::ING));
    let lasts = is(words![
        "continues",
        "continue",
        "remains",
        "remain",
        "stays",
        "stay",
    ]) && !object;
    let near = tokens.get(verb.saturating_sub(2)..verb + 3);
    let near = near
        .or_else(|| tokens.get(verb.saturating_sub(2)..))
        .unwrap_or_default();
    let adverb = near.iter().any(|token| {
        token.is_one_of(words![
            "still",
            "now",
            "already",
            "longer",
            "again",
            "progressively",
            "increasingly",
        ])
    });
    keeps || lasts || adverb
}

/// Returns true where the sentence opens with a word that goes on with the one before it.
pub(super) fn opens_linked(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let second = tokens.get(1);
    let link = match first.word {
        "neither" => {
            second.is_some_and(|it| it.can_be(Uses::AUXILIARY)) && !is_neither_of_two(tokens)
        }
        "so" => first.is_parted() || second.is_some_and(opens_subject),
        _ => first.is_one_of(LINKS),
    };
    link || is_however(tokens) || is_turn_apart(tokens, 0) || TURNS_AT_HEAD.stand_at(tokens, 0)
}

/// "Neither is clean", "Neither has improved": neither of two in the sentence before, which the verb follows at once; but
/// not "Neither is the force".
pub(super) fn is_neither_of_two(tokens: &[Token]) -> bool {
    let behind = tokens.iter().skip(2).position(|token| !token.is_adverb());
    let behind = behind.map_or(tokens.len(), |at| at + 2);
    // A subject behind the verb would have its predicate behind it.
    let ends = behind + 1 == tokens.len();
    let predicate = tokens.get(behind).is_some_and(|token| {
        let noun = token.can_be(Uses::ANY_NOUN.or(Uses::CAPITAL)) || token.is_closed();
        let state = token.can_be(Uses::ADJECTIVE.or(Uses::PARTICIPLES).or(Uses::ING));
        ends || state && !noun || token.is_one_of(words!["a", "an", "been", "be"])
    });
    // "Neither do witnesses."
    let inverted = tokens.get(1).is_some_and(|it| {
        it.is(Classes::PLURAL_AUXILIARY) || it.is(Classes::DO) && behind < tokens.len()
    });
    stands_at(tokens, 0, &["neither"]) && predicate && !inverted
}

fn opens_subject(token: &Token) -> bool {
    let plural = token.can_be(Uses::NOUNS) && !token.can_be(Uses::NOUN.or(Uses::THIRD));
    plural
        || token.is(Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::PRONOUN))
}
