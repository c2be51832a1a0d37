//! What ties a sentence to the one before it: a turn, an addition, a word that points back.

use super::lexicon::Classes;
use super::token::{Token, Uses};

/// Words and phrases that turn from the sentence before: set apart by commas, and some of them at a head without one.
const TURNS: [&[&str]; 20] = [
    &["however"],
    &["but"],
    &["yet"],
    &["and", "yet"],
    &["nevertheless"],
    &["nonetheless"],
    &["though"],
    &["still"],
    &["conversely"],
    &["even", "so"],
    &["by", "contrast"],
    &["in", "contrast"],
    &["on", "the", "other", "hand"],
    &["on", "the", "contrary"],
    &["that", "said"],
    &["having", "said", "that"],
    &["all", "the", "same"],
    &["despite", "this"],
    &["in", "spite", "of", "this"],
    &["notwithstanding", "this"],
];

/// Those of them that turn at a head without a comma too.
const TURNS_AT_HEAD: [&[&str]; 6] = [
    &["but"],
    &["yet"],
    &["and", "yet"],
    &["nevertheless"],
    &["nonetheless"],
    &["even", "so"],
];

/// Words and phrases that add to the sentence before, wherever they stand.
const ADDITIONS: [&[&str]; 6] = [
    &["in", "addition"],
    &["as", "well", "as"],
    &["not", "only"],
    &["additionally"],
    &["moreover"],
    &["furthermore"],
];

/// Those that add at the head of a sentence, or before a comma or a stop.
const ADDITIONS_APART: [&[&str]; 5] = [
    &["too"],
    &["as", "well"],
    &["likewise"],
    &["similarly"],
    &["besides"],
];

/// Words that go on with the sentence before at a head, so that no "and" and no frame can stand before them.
const LINKS: [&str; 13] = [
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

/// Words of the sentence before at a head.
const POINTING: [&str; 11] = [
    "this",
    "these",
    "those",
    "such",
    "they",
    "he",
    "she",
    "therefore",
    "here",
    "elsewhere",
    "otherwise",
];

/// Phrases that point to the sentence before at a head.
const POINTING_PHRASES: [&[&str]; 20] = [
    &["since", "then"],
    &["since", "our", "visit"],
    &["since", "our", "inspection"],
    &["as", "a", "result"],
    &["in", "particular"],
    &["for", "example"],
    &["for", "instance"],
    &["as", "a", "consequence"],
    &["in", "response"],
    &["because", "of", "this"],
    &["for", "this", "reason"],
    &["by", "then"],
    &["until", "then"],
    &["the", "latter"],
    &["the", "former"],
    &["even", "this"],
    &["even", "these"],
    &["the", "same", "is"],
    &["the", "same", "was"],
    &["the", "same", "applies"],
];

/// Nouns for what an inspection says, which "this" and "that" before them point to.
const SAYINGS: [&str; 8] = [
    "finding",
    "findings",
    "matter",
    "matters",
    "concern",
    "concerns",
    "criticism",
    "point",
];

/// Returns true where a phrase stands at this index.
fn stands_at(tokens: &[Token], at: usize, phrase: &[&str]) -> bool {
    let (Some((first, rest)), Some(token)) = (phrase.split_first(), tokens.get(at)) else {
        return false;
    };
    let follows = |(behind, word): (usize, &&str)| {
        tokens
            .get(at + 1 + behind)
            .is_some_and(|it| it.word == *word)
    };
    token.word == *first && rest.iter().enumerate().all(follows)
}

/// Returns true where a phrase at this index is set apart from what follows it, and from what is before it.
fn is_apart(tokens: &[Token], at: usize, phrase: &[&str]) -> bool {
    let ends = tokens.get(at + phrase.len() - 1);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    stands_at(tokens, at, phrase)
        && ends.is_some_and(Token::is_parted)
        && before.is_none_or(Token::is_parted)
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
pub(super) fn turns(tokens: &[Token]) -> bool {
    let apart = |at: usize| {
        let opens = at
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_none_or(Token::is_parted);
        opens && TURNS.iter().any(|phrase| is_apart(tokens, at, phrase))
    };
    // "The force nevertheless trains its staff."
    let anywhere = |token: &Token| token.is_one_of(&["nevertheless", "nonetheless"]);
    is_however(tokens)
        || tokens.iter().any(anywhere)
        || TURNS_AT_HEAD
            .iter()
            .any(|phrase| stands_at(tokens, 0, phrase))
        || (0..tokens.len()).any(apart)
}

/// Returns true where the sentence adds to the one before it by its own words.
pub(super) fn adds(tokens: &[Token]) -> bool {
    let ends = |at: usize| {
        tokens
            .get(at)
            .is_none_or(|it| it.is_parted() || at + 1 == tokens.len())
    };
    let adds = |at: usize| {
        let apart = ends(at) || ends(at + 1);
        let ended = |phrase: &&[&str]| stands_at(tokens, at, phrase) && ends(at + phrase.len() - 1);
        ADDITIONS.iter().any(|phrase| stands_at(tokens, at, phrase))
            || apart && ADDITIONS_APART.iter().any(ended)
    };
    (0..tokens.len()).any(adds)
}

/// Returns true where the sentence says by itself whether something goes on, at its main verb: "still finds", "is now".
pub(super) fn goes_on(tokens: &[Token], verb: usize) -> bool {
    let is = |words: &[&str]| tokens.get(verb).is_some_and(|token| token.is_one_of(words));
    let next = tokens.get(verb + 1);
    let object = next.is_some_and(|next| {
        next.is(Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::QUANTIFIER))
    });
    // "keeps finding", but not "keeps good records".
    let keeps = is(&["keeps", "keep"]) && next.is_some_and(|next| next.can_be(Uses::ING));
    let lasts = is(&[
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
        token.is_one_of(&[
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
    let turn = |phrase: &&[&str]| is_apart(tokens, 0, phrase);
    let second = tokens.get(1);
    let link = match first.word {
        "neither" => second.is_some_and(|it| it.can_be(Uses::AUXILIARY)),
        "so" => first.is_parted() || second.is_some_and(opens_subject),
        word => LINKS.contains(&word),
    };
    link || is_however(tokens)
        || TURNS.iter().any(turn)
        || TURNS_AT_HEAD
            .iter()
            .any(|phrase| stands_at(tokens, 0, phrase))
}

fn opens_subject(token: &Token) -> bool {
    token.is(Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::PRONOUN))
}

/// Returns true where the words point to what was said before: "This helps", "has since acted on both of these". What
/// opens `linked` does.
pub(super) fn points_back(tokens: &[Token], linked: bool) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let second = tokens.get(1);
    let coordinated = tokens.iter().any(|token| token.word == "and");
    let both = first.word == "both" && !coordinated;
    let alone = first.is_one_of(&["that", "neither"])
        && second.is_some_and(|second| second.can_be(Uses::AUXILIARY))
        || first.word == "that's";
    first.is_one_of(&POINTING)
        || both
        || alone
        || linked
        || POINTING_PHRASES
            .iter()
            .any(|phrase| stands_at(tokens, 0, phrase))
        || (1..tokens.len()).any(|at| is_pronoun(tokens, at) || is_since(tokens, at))
        || (0..tokens.len()).any(|at| is_saying(tokens, at) || is_lone_object(tokens, at))
}

/// Words by which a sentence is about what was said before it, and adds nothing to that.
const COMMENTING: [&str; 7] = [
    "us",
    "me",
    "equally",
    "worse",
    "same",
    "either",
    "accordingly",
];

/// Those at a head: a subject that comments, or words before a verb that has its subject behind it ("So is", "Gone are").
const COMMENTING_AT_HEAD: [&str; 6] = ["so", "here", "gone", "missing", "absent", "what"];

/// Returns true where a word may stand for something in the sentence before, or comments on that: "needs one", "address
/// this", "make sure that they do so", "act now", "Many give up". In doubt it does.
pub(super) fn leans_back(tokens: &[Token]) -> bool {
    let comments = tokens.iter().any(|token| token.is_one_of(&COMMENTING));
    let at_head = tokens
        .first()
        .is_some_and(|token| token.is_one_of(&COMMENTING_AT_HEAD));
    let verb = Uses::FINITE.or(Uses::AUXILIARY);
    let mut named = false;
    let leans = |(at, token): (usize, &Token)| {
        let next = tokens.get(at + 1).filter(|_| !token.is_parted());
        let before = named;
        named |= at > 1 && token.can_be(Uses::ANY_NOUN) && !token.is_closed();
        match token.word {
            // "must decide whether it should": its own subject once more.
            "it" => at > 0 && !before && !next.is_some_and(|next| next.can_be(verb)),
            "them" | "they" => at > 0 && !before,
            "this" | "these" | "those" => match next {
                Some(next) => !before && !next.can_be(Uses::ANY_NOUN),
                None => true,
            },
            "that" | "so" | "one" | "ones" | "now" => next.is_none(),
            _ => false,
        }
    };
    comments || at_head || is_share(tokens) || tokens.iter().enumerate().any(leans)
}

/// "Many give up", "One died": some of those in the sentence before.
fn is_share(tokens: &[Token]) -> bool {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let share = first.is(Classes::QUANTIFIER.or(Classes::NUMBER)) || first.word == "others";
    let verb = second.can_be(Uses::FINITE) && !second.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE));
    share && (verb || second.can_be(Uses::AUXILIARY) && !second.is(Classes::MODAL))
}

/// "acted on both of these", "because of this": a pronoun, and no determiner.
fn is_pronoun(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next = tokens.get(at + 1);
    let alone = token.is_parted()
        || next.is_none_or(|next| next.can_be(Uses::AUXILIARY) || next.is(Classes::PREPOSITION));
    let of = token.word == "both" && next.is_some_and(|next| next.word == "of");
    token.is_one_of(&["this", "these", "both"]) && alone || of
}

/// "has since acted": since what the sentence before says.
fn is_since(tokens: &[Token], at: usize) -> bool {
    let has = at.checked_sub(1).and_then(|at| tokens.get(at));
    let has = has.is_some_and(|token| token.is(Classes::HAVE));
    let next = tokens.get(at + 1);
    let participle = next.is_some_and(|next| next.can_be(Uses::PARTICIPLES));
    has && participle && tokens.get(at).is_some_and(|token| token.word == "since")
}

/// "accepted this finding", "on these matters".
fn is_saying(tokens: &[Token], at: usize) -> bool {
    let points = |token: &Token| token.is_one_of(&["this", "that", "these", "those"]);
    tokens.get(at).is_some_and(points)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_one_of(&SAYINGS))
}

/// "is mending them", "has now closed it": an object whose noun is not in the sentence.
fn is_lone_object(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default();
    let is = |word: &str| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.word == word && !token.can_be(Uses::CAPITAL))
    };
    if is("them") {
        let several = Uses::NOUNS.or(Uses::CAPITAL).or(Uses::DIGIT);
        return !before.iter().any(|token| {
            token.can_be(several)
                || token.is(Classes::COORDINATOR
                    .or(Classes::NUMBER)
                    .or(Classes::QUANTIFIER))
                    && !token.is_one_of(&["most", "some", "all", "one", "many", "few", "both"])
                || token.is_one_of(&["who", "everyone", "anyone", "somebody", "anybody"])
        });
    }
    // The body itself would be "itself"; its own noun is the second word.
    let parted = tokens.get(at).is_some_and(Token::is_parted);
    let ends = parted
        || tokens
            .get(at + 1)
            .is_some_and(|it| it.is(Classes::PREPOSITION));
    let noun = |token: &Token| token.can_be(Uses::ANY_NOUN.or(Uses::CAPITAL)) && !token.is_adverb();
    let rest = tokens.get(2..at).unwrap_or_default();
    is("it") && at > 2 && ends && !rest.iter().any(noun)
}
