//! Sentences that are understood only behind the one before them: a word of theirs stands for something in it that they do
//! not name themselves, or their verb is the verb of that. Where such a sentence is spoken it keeps that place.

use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::tokens::Tokens;
use super::word_set::{WordSet, words};

/// Words at a head that stand for what was named, or go on from it.
const AT_HEAD: &WordSet = words![
    "their",
    "his",
    "her",
    "others",
    "none",
    "neither",
    "both",
    "therefore",
    "thus",
    "hence",
    "then",
    "consequently",
    "accordingly",
    "so",
];

/// Nouns of one thing that "they" and "them" can stand for.
const OF_SEVERAL: &WordSet = words![
    "staff",
    "police",
    "workforce",
    "team",
    "family",
    "public",
    "crew",
    "everyone",
];

/// Returns true where a sentence can be understood only behind the one before it: "They should be replaced", "The force
/// should cost it", "Children's referrals aren't", "Two re-formed".
pub(super) fn answers(tokens: &Tokens) -> bool {
    let head = tokens
        .first()
        .is_some_and(|first| first.is_one_of(AT_HEAD) && !is_pair(tokens));
    head || is_cut_short(tokens)
        || is_share(tokens)
        || tokens.may_have(POINTERS) && (1..tokens.len()).any(|at| is_pointer(tokens, at))
}

/// "Both the fleet and the estate": it names the two itself.
fn is_pair(tokens: &[Token]) -> bool {
    let joined = tokens
        .iter()
        .any(|token| token.is_one_of(words!["and", "nor"]));
    let majesty = tokens
        .get(1)
        .is_some_and(|it| it.word.starts_with("majest") || it.word == "royal");
    joined
        && tokens
            .first()
            .is_some_and(|it| it.is_one_of(words!["both", "neither"]))
        || majesty
}

/// "Children's referrals aren't.", "It should be.", "They want to.", "should find out why": the verb, or what is asked
/// about, is in the sentence before.
fn is_cut_short(tokens: &[Token]) -> bool {
    let mut last = tokens.iter().rev().skip_while(|token| token.word == "not");
    last.next().is_some_and(|token| {
        token.can_be(Uses::AUXILIARY) || token.is_one_of(words!["be", "to", "so", "why", "how"])
    })
}

/// "Two re-formed.", "Some cannot.", "A few could not.", "One in four could leave.": of those that were named.
fn is_share(tokens: &[Token]) -> bool {
    let few = tokens.first().is_some_and(|it| it.word == "a")
        && tokens
            .get(1)
            .is_some_and(|it| it.is_one_of(words!["few", "third", "quarter", "fifth", "tenth"]));
    let in_four = tokens.get(1).is_some_and(|it| it.word == "in")
        && tokens.get(2).is_some_and(|it| it.is(Classes::NUMBER));
    let at = if in_four {
        3
    } else if few {
        2
    } else {
        1
    };
    let share = few
        || tokens.first().is_some_and(|first| {
            first.is(Classes::QUANTIFIER.or(Classes::NUMBER)) || first.can_be(Uses::DIGIT)
        });
    let demonstrative = tokens
        .first()
        .is_some_and(|it| it.is_one_of(words!["this", "that", "such"]));
    let verb = |token: &Token| {
        let finite =
            token.can_be(Uses::FINITE) && !token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE));
        finite || token.can_be(Uses::AUXILIARY)
    };
    share && !demonstrative && tokens.get(at).is_some_and(verb)
}

/// The words that may stand for what no word before them names.
const POINTERS: &WordSet = words![
    "it", "them", "they", "one", "ones", "this", "these", "those", "such", "same",
];

/// Returns true where the word at this index stands for what no word before it names.
fn is_pointer(tokens: &[Token], at: usize) -> bool {
    let Some((token, before)) = tokens.get(at).zip(tokens.get(..at)) else {
        return false;
    };
    let next = tokens.get(at + 1).filter(|_| !token.is_parted());
    match token.word {
        "it" => is_object_it(tokens, at) && !names_it(tokens, at),
        "them" | "they" => !before.iter().any(names_several),
        "one" | "ones" => {
            let object = before
                .last()
                .is_some_and(|it| it.can_be(Uses::FINITE.or(Uses::PARTICIPLES)));
            let new = before.last().is_some_and(|it| it.can_be(Uses::ADJECTIVE));
            let lone = next.is_none_or(|next| {
                next.is(Classes::PREPOSITION) || new && next.can_be(Uses::AUXILIARY)
            });
            (object || new) && lone
        }
        "this" | "these" | "those" | "such" => is_demonstrative(token, next),
        "same" => true,
        _ => false,
    }
}

/// "should cost it", "lends it 12 officers", but not "the demands it faces", "says that it has".
fn is_object_it(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let (Some(token), Some(before)) = (tokens.get(at), before) else {
        return false;
    };
    if token.word != "it" || token.can_be(Uses::CAPITAL) {
        return false;
    }
    let opens = Classes::SUBORDINATOR
        .or(Classes::CONJUNCTION)
        .or(Classes::COORDINATOR);
    let mut behind = tokens.iter().skip(at + 1).filter(|_| !token.is_parted());
    // "the demands it often faces"
    let next = behind.find(|next| !next.is_adverb() && next.word != "well");
    let goes_on = |next: &Token| !next.can_be(Uses::AUXILIARY.or(Uses::FINITE)) || next.is_closed();
    !before.is(opens)
        && !before.is_parted()
        && (before.is(Classes::PREPOSITION) || next.is_none_or(goes_on))
}

/// Returns true where a sentence says "it" of a thing that it does not name, and that is not its subject.
pub(super) fn says_object_it(tokens: &Tokens) -> bool {
    let object = |at: usize| is_object_it(tokens, at) && !names_it(tokens, at);
    tokens.may_have(words!["it"]) && (1..tokens.len()).any(object)
}

/// Returns true where a sentence says "it" of what has its time or its place: "for when it ends", "more women to it".
pub(super) fn says_another_it(tokens: &Tokens) -> bool {
    let times = words!["when", "until", "before", "after", "once"];
    let timed = |pair: &[Token]| match pair {
        [time, it] => time.is_one_of(times) && it.word == "it",
        _ => false,
    };
    tokens.may_have(words!["it"])
        && (tokens.last().is_some_and(|it| it.word == "it") || tokens.windows(2).any(timed))
}

/// "put this right", "reduce this backlog", but not "this year", "at this time".
fn is_demonstrative(token: &Token, next: Option<&Token>) -> bool {
    let time = |next: &Token| {
        next.is(Classes::TIME)
            || next.is_one_of(words![
                "time",
                "inspection",
                "force",
                "service",
                "constabulary",
                "brigade",
                "area",
                "county",
                "who",
                "as",
            ])
    };
    let some = token.word == "such" || token.word == "those";
    let of_phrase = some && next.is_some_and(|next| next.is(Classes::PREPOSITION));
    !(next.is_some_and(time) || of_phrase)
}

/// Returns true where a noun behind the subject and before the verb may be what the "it" at this index is: "would rather
/// prevent harm than punish it".
fn names_it(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(2..at.saturating_sub(1)).unwrap_or_default();
    before.iter().any(|token| {
        let noun = token.can_be(Uses::NOUN) && !token.can_be(Uses::ING.or(Uses::AUXILIARY));
        noun && !token.is_closed()
    })
}

fn names_several(token: &Token) -> bool {
    token.can_be(Uses::NOUNS.or(Uses::DIGIT).or(Uses::CAPITAL))
        || token.is(Classes::COORDINATOR
            .or(Classes::NUMBER)
            .or(Classes::PLURAL_NOUN))
        || token.is_one_of(OF_SEVERAL)
        || token.is_one_of(words!["who", "people", "some", "many", "others"])
}
