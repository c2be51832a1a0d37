//! Sentences that lean on the one before them: a word of theirs stands for something in it, they comment on it, or they
//! say how much of it there is. Such a sentence adds nothing, and takes no "also" of itself.

use super::lexicon::{self, Classes};
use super::token::{Token, Uses};
use super::tokens::Tokens;
use super::word_set::{WordSet, words};

/// Words by which a sentence is about what was said before it, and adds nothing to that.
const COMMENTING: &WordSet = words![
    "otherwise",
    "therefore",
    "instead",
    "first",
    "least",
    "us",
    "me",
    "equally",
    "worse",
    "worst",
    "same",
    "either",
    "neither",
    "accordingly",
    "another",
    "further",
    "still",
    "later",
    "lower",
    "higher",
    "none",
];

/// Those at a head: a subject that comments, or words before a verb that has its subject behind it ("So is", "Gone are").
const COMMENTING_AT_HEAD: &WordSet = words![
    "so",
    "here",
    "gone",
    "missing",
    "absent",
    "what",
    "they",
    "these",
    "those",
    "he",
    "she",
    "thus",
    "hence",
    "then",
    "even",
    "fewer",
    "finally",
    "lastly",
    "increasing",
];

/// Nouns of what a sentence is to the one before: "The reason is that", "One weakness is".
const RELATING: &WordSet = words![
    "reason",
    "reasons",
    "cause",
    "causes",
    "effect",
    "effects",
    "result",
    "results",
    "risk",
    "risks",
    "aim",
    "problem",
    "answer",
    "first",
    "second",
    "third",
    "consequence",
    "weakness",
    "example",
    "exception",
    "explanation",
    "solution",
    "difficulty",
    "difference",
    "remedy",
    "rest",
];

/// Verbs of what an inspector does about something, and no finding: "We disagree", "I will return".
const OF_INSPECTORS: &WordSet = words![
    "disagree", "agree", "return", "expect", "hope", "reviewed", "looked", "examined", "read",
    "visited", "spoke", "asked",
];

/// Words of shares and measures.
const SHARES: &WordSet = words![
    "percent",
    "percentage",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fifth",
    "tenth",
    "majority",
];

/// Returns true where a word may stand for something in the sentence before, or comments on that: "needs one", "address
/// this", "make sure that they do so", "act now", "Many give up", "The reason is". In doubt it does.
pub(super) fn leans_back(tokens: &Tokens) -> bool {
    let comments = tokens.have(COMMENTING);
    let at_head = tokens
        .first()
        .is_some_and(|token| token.is_one_of(COMMENTING_AT_HEAD));
    // "Nobody does.", "Victims of fraud are not.": the verb of the sentence before.
    let mut last = tokens.iter().rev();
    let ends = last.find(|token| token.word != "not");
    let elliptical = ends.is_some_and(|token| token.can_be(Uses::AUXILIARY));
    // "It is lowest among the young", but not "needs at least", "those at highest risk".
    let superlative = |(at, token): (usize, &Token)| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        token.word.ends_with("est")
            && before.is_none_or(|it| it.word != "at")
            && lexicon::is_compared(token.word)
            && !token.can_be(Uses::ANY_NOUN)
    };
    comments
        || at_head
        || elliptical
        || tokens.iter().enumerate().any(superlative)
        || is_share(tokens)
        || relates(tokens)
        || is_of_inspector(tokens)
        || tokens.may_have(words!["but", "although", "though"]) && is_half(tokens)
        || would_help(tokens)
        || tokens.may_have(STANDING) && stands_for(tokens)
}

/// Returns true where a sentence does as the one before it says: "has promised to do so by June".
pub(super) fn does_so(tokens: &Tokens) -> bool {
    let does = |pair: &[Token]| match pair {
        [verb, so] => {
            so.word == "so" && verb.is_one_of(words!["do", "does", "did", "done", "doing"])
        }
        _ => false,
    };
    tokens.may_have(words!["so"]) && tokens.windows(2).any(does)
}

/// The words that may stand for what the sentence itself does not name.
const STANDING: &WordSet = words![
    "it", "them", "they", "this", "these", "those", "so", "that", "one", "ones", "now", "start",
    "begin", "succeed", "finish", "have",
];

/// Returns true where a pronoun stands for what the sentence itself does not name.
fn stands_for(tokens: &[Token]) -> bool {
    let verb = Uses::FINITE.or(Uses::AUXILIARY);
    let of = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        before.is_some_and(|it| it.word == "of")
    };
    let (mut named, mut named_several) = (false, false);
    let leans = |(at, token): (usize, &Token)| {
        let next = tokens.get(at + 1).filter(|_| !token.is_parted());
        let (before, several) = (named, named_several);
        named_several |=
            token.can_be(Uses::NOUNS.or(Uses::DIGIT)) || token.is(Classes::COORDINATOR);
        named |= at > 1 && token.can_be(Uses::ANY_NOUN) && !token.is_closed();
        match token.word {
            // "must decide whether it should": its own subject once more.
            "it" => at > 0 && !before && !next.is_some_and(|next| next.can_be(verb)),
            // "train more of them", but not "must wash them"
            "them" | "they" => at > 0 && if of(at) { !several } else { !before },
            "this" if at > 0 => next.is_none_or(|next| is_pronoun(next, tokens.get(at + 2))),
            "this" | "these" | "those" => {
                next.is_none_or(|next| !before && !next.can_be(Uses::ANY_NOUN))
            }
            "so" => {
                next.is_none()
                    || at
                        .checked_sub(1)
                        .and_then(|at| tokens.get(at))
                        .is_some_and(|it| it.word == "do")
            }
            "that" | "one" | "ones" | "now" if next.is_none() => true,
            // "needs one soon", "should start with the estate", "should have done so sooner"
            "one" | "ones" => {
                at > 0 && next.is_some_and(|next| next.is_adverb() || next.word == "soon")
            }
            // "should start in May", "must succeed": what it does so with was said.
            "start" | "begin" | "succeed" | "finish" => {
                at > 0 && next.is_none_or(|it| it.is(Classes::PREPOSITION) || it.is_adverb())
            }
            "have" => {
                let asks = at.checked_sub(1).and_then(|at| tokens.get(at));
                asks.is_some_and(|it| it.is(Classes::MODAL))
                    && next.is_some_and(|next| next.can_be(Uses::PARTICIPLES))
            }
            _ => false,
        }
    };
    tokens.iter().enumerate().any(leans)
}

/// "put this right", "decide this soon", "speed this up", but not "this new plan".
fn is_pronoun(next: &Token, then: Option<&Token>) -> bool {
    let noun = |token: &Token| {
        token.can_be(Uses::ANY_NOUN) && !token.is_closed() && !token.is(Classes::PARTICLE)
    };
    let state = next.can_be(Uses::ADJECTIVE.or(Uses::ADVERB));
    let of_noun = then.is_some_and(noun) && !next.is_parted();
    match state {
        true => !of_noun,
        false => !noun(next),
    }
}

/// "The main reason is that", "One weakness is", "The first is".
fn relates(tokens: &[Token]) -> bool {
    let opens = tokens
        .first()
        .is_some_and(|first| first.is_one_of(words!["the", "one", "a", "its", "their"]));
    let verb = tokens
        .iter()
        .position(|token| token.can_be(Uses::AUXILIARY));
    let subject = verb
        .and_then(|verb| tokens.get(1..verb))
        .unwrap_or_default();
    // "The results of the survey are": only what the subject itself is.
    let alone = !subject.iter().any(|token| token.is(Classes::PREPOSITION));
    let is = verb
        .and_then(|verb| tokens.get(verb))
        .is_some_and(|it| it.is(Classes::BE));
    let of_one = |pair: &[Token]| match pair {
        [one, of] => one.word == "one" && of.word == "of",
        _ => false,
    };
    let ends_one = is
        && verb.is_some_and(|at| tokens.get(at + 1).is_some_and(|it| it.word == "one"))
        && tokens.windows(2).any(of_one);
    let reason = is
        && verb.is_some_and(|at| {
            tokens.get(at + 1).is_some_and(|it| it.word == "one")
                && tokens.get(at + 2).is_some_and(|it| it.is_one_of(RELATING))
        });
    opens && is && alone && subject.last().is_some_and(|it| it.is_one_of(RELATING))
        || ends_one
        || reason
}

/// "We disagree.", "I will return in the autumn."
fn is_of_inspector(tokens: &[Token]) -> bool {
    let speaks = tokens
        .first()
        .is_some_and(|first| first.is_one_of(words!["i", "we"]));
    let verb = tokens.iter().skip(1).find(|token| !token.is_adverb());
    let acts =
        |token: &Token| token.is_one_of(OF_INSPECTORS) || token.is_one_of(words!["will", "shall"]);
    speaks && verb.is_some_and(acts)
}

/// "The force has a plan, but does not follow it": the first half is no further need.
fn is_half(tokens: &[Token]) -> bool {
    let turns = |token: &Token| token.is_one_of(words!["but", "although", "though"]);
    tokens.iter().skip(1).any(turns)
}

/// "Sharing buildings would save more."
fn would_help(tokens: &[Token]) -> bool {
    let gerund = tokens
        .first()
        .is_some_and(|first| first.can_be(Uses::ING) && !first.is_parted());
    let auxiliary = tokens.iter().find(|token| token.can_be(Uses::AUXILIARY));
    gerund
        && auxiliary
            .is_some_and(|it| it.is_one_of(words!["would", "will", "could", "may", "might"]))
}

/// Returns true where the sentence counts: "Over a third of calls were", "in 22 of 30 cases", "One in five officers".
pub(super) fn counts(tokens: &Tokens) -> bool {
    let figure = |token: &Token| {
        let year =
            token.word.len() == 4 && (token.word.starts_with("20") || token.word.starts_with("19"));
        let other = token.is_one_of(words!["101", "999", "111"]) || token.word.starts_with('£');
        !year && !other
    };
    let figure = |token: &Token| {
        token.can_be(Uses::DIGIT) && !token.can_be(Uses::CAPITAL.or(Uses::HYPHEN)) && figure(token)
    };
    let counted = |token: &Token| figure(token) || token.is(Classes::NUMBER);
    let of = |three: &[Token]| match three {
        [one, link, other] => link.word == "in" && counted(one) && counted(other),
        _ => false,
    };
    let share =
        (tokens.can_be(Uses::DIGIT) || tokens.are(Classes::NUMBER)) && tokens.windows(3).any(of);
    let half = tokens.iter().take(2).any(|token| token.word == "half");
    let percent = |token: &Token| token.raw.bytes().any(|byte| byte == b'%');
    share
        || half
        || tokens.have(SHARES)
        || tokens.iter().any(|token| figure(token) || percent(token))
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
