//! The words beside a word, and all that they tell of it: whether it may be a finite verb, and whether it opens a clause that wants one.

use super::lexicon::Classes;
use super::token::{Marks, Token, Uses};
use super::word_set::words;

/// The place of a word in no sentence.
const NOWHERE: (usize, usize) = (0, 0);

/// Notes in each word of a sentence what the others tell of it: it is asked for at each way in which the sentence may be read.
pub(super) fn mark(tokens: &mut [Token]) {
    let of = tokens.len();
    for at in 0..of {
        let marks = Marks {
            stands: (at, of),
            ..marked(tokens, at)
        };
        if let Some(token) = tokens.get_mut(at) {
            token.marks = marks;
        }
    }
}

/// Returns what the words beside the one at this index tell of it: as noted, where these are all the words of its sentence.
pub(super) fn marks(tokens: &[Token], at: usize) -> Marks {
    match tokens.get(at) {
        Some(token) if token.marks.stands == (at, tokens.len()) => token.marks,
        _ => marked(tokens, at),
    }
}

fn marked(tokens: &[Token], at: usize) -> Marks {
    let Some(token) = tokens.get(at) else {
        return Marks::default();
    };
    let written = Uses::CAPITAL
        .or(Uses::DIGIT)
        .or(Uses::HYPHEN)
        .or(Uses::OWNER);
    let verb = token.can_be(Uses::FINITE) && !token.can_be(written) && !token.is_closed();
    let past = || {
        let before = before(tokens, at);
        token.can_be(Uses::PAST_ONLY) && before.is_some_and(|it| it.is(Classes::PREPOSITION))
    };
    let auxiliary = is_auxiliary(tokens, at);
    let finite = verb && (past() || !is_barred(tokens, at));
    Marks {
        stands: NOWHERE,
        opens: opens(tokens, at),
        joins: joins(tokens, at),
        auxiliary,
        finite,
        goes_on: (auxiliary || finite) && goes_on(tokens, at),
    }
}

/// Returns true where the word opens a clause that wants a finite verb of its own, before `end`.
pub(super) fn opens_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    at + 1 < end && marks(tokens, at).opens
}

fn opens(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    if !token.is(Classes::SUBORDINATOR) || token.can_be(Uses::CAPITAL) || token.is_parted() {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let infinitive = next.word == "to";
    let because_of = token.word == "because" && next.word == "of";
    let after_preposition = before(tokens, at).is_some_and(|token| token.is(Classes::PREPOSITION));
    let that = token.word == "that"
        && (after_preposition
            || at == 0 && next.is_one_of(words!["is", "was"])
            || next.is_one_of(words!["too", "and", "or"])
            // "That response has": a determiner before one noun.
            || at == 0 && next.can_be(Uses::NOUN) && !next.can_be(Uses::NOUNS));
    let pronoun = token.is_one_of(words!["what", "which"]) && next.is(Classes::PREPOSITION);
    !(infinitive || because_of || that || pronoun)
}

pub(super) fn before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    tokens.get(at.checked_sub(1)?)
}

/// Returns true where the word goes on with one before "and", "or" and their like: "plans and often reviews".
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let coordinator = |back: usize| {
        let token = at.checked_sub(back).and_then(|at| tokens.get(at));
        token.is_some_and(|token| token.is(Classes::COORDINATOR))
    };
    let adverb = before(tokens, at).is_some_and(|token| token.can_be(Uses::ADVERB));
    at > 1 && coordinator(1) || adverb && coordinator(2)
}

/// Returns true where a clause surely opens behind the word, because a subject follows it: "before everything has", "the
/// progress it has".
fn joins(tokens: &[Token], at: usize) -> bool {
    let object = words!["them", "us", "me", "him", "itself", "themselves", "none"];
    let subject = |next: &Token| next.is(Classes::PRONOUN) && !next.is_one_of(object);
    let joins = tokens
        .get(at)
        .is_some_and(|token| token.is(Classes::CONJUNCTION))
        && tokens.get(at + 1).is_some_and(subject);
    joins || takes_clause(tokens, at)
}

/// Returns true where a noun has a clause about it without "that".
pub(super) fn any_takes_clause(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| takes_clause(tokens, at))
}

/// Returns true for a noun behind which a clause about it opens without "that": "the progress it has made".
fn takes_clause(tokens: &[Token], at: usize) -> bool {
    let subject = words!["it", "they", "we", "he", "she", "i"];
    let (Some(noun), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    if !noun.can_be(Uses::ANY_NOUN) || noun.is_parted() || !next.is_one_of(subject) {
        return false;
    }
    let behind = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it));
    let is_owned = |back: usize| {
        behind(back).is_some_and(|it| it.is(Classes::DETERMINER.or(Classes::POSSESSIVE)))
    };
    // "the changes and improvements it has made": the second is a noun by its form alone.
    let pair = behind(1).is_some_and(|it| it.is_one_of(words!["and", "or"]))
        && is_owned(3)
        && !noun.can_be(Uses::FINITE);
    is_owned(1) || pair
}

/// Returns true where the word is an auxiliary here, and no noun ("a will") and no name ("Do It Yourself").
fn is_auxiliary(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.can_be(Uses::AUXILIARY)) else {
        return false;
    };
    let Some(before) = before(tokens, at) else {
        return true;
    };
    let noun = before.is_one_of(words!["the", "a", "an"])
        && token.is_one_of(words!["am", "may", "will", "can", "must", "might", "do"]);
    let next = tokens.get(at + 1);
    let name = token.is_one_of(words!["do", "may", "will"])
        && before.can_be(Uses::CAPITAL)
        && next.is_some_and(|next| next.can_be(Uses::CAPITAL));
    let infinitive = before.word == "to"
        && !token.is(Classes::BE)
        && !token.is_one_of(words!["has", "had", "does", "did"]);
    !noun && !infinitive && !name
}

/// Returns true where no finite verb can stand because of the word before: after "to", a determiner, a preposition, a
/// number, an adjective.
fn is_barred(tokens: &[Token], at: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(at), before(tokens, at)) else {
        return false;
    };
    let closed = Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::NUMBER)
        .or(Classes::PREPOSITION);
    let quantifier = before.is_one_of(words![
        "this", "these", "those", "such", "various", "other", "several", "more", "fewer", "enough",
        "much", "little", "half",
    ]);
    // "Views on this differ."
    let quantifier = quantifier && token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE).or(Uses::PAST));
    let year = before.word.len() == 4 && before.word.bytes().all(|byte| byte.is_ascii_digit());
    // "Calls to 101 take too long."
    let line = before.is_one_of(words!["101", "999", "111"]);
    // "answers 999 calls", but "Demand on 101 falls."
    let number = token.can_be(Uses::THIRD)
        && !token.can_be(Uses::BASE)
        && at > 1
        && !tokens
            .get(at - 2)
            .is_some_and(|it| it.is(Classes::PREPOSITION) && it.word != "of");
    let figure = before.can_be(Uses::DIGIT) && !year && (!line || number);
    // "at all ranks"
    let of_phrase = before.is(Classes::QUANTIFIER)
        && token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE).or(Uses::PAST))
        && at
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| token.is(Classes::PREPOSITION));
    // "too many boats": no third person follows a plural.
    let many = before.is_one_of(words![
        "many", "few", "several", "both", "some", "most", "all"
    ]) && token.can_be(Uses::THIRD)
        && !token.can_be(Uses::BASE);
    // "for injured dogs", "eleven retired dogs", "a dedicated team"
    let of_participle = before.can_be(Uses::PARTICIPLES)
        && !before.is_parted()
        && token.can_be(Uses::ANY_NOUN)
        && at
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| {
                token.is(Classes::PREPOSITION.or(Classes::NUMBER))
                    || token.is_one_of(words!["a", "an"])
            });
    let participle = token.can_be(Uses::PAST) && !token.can_be(Uses::THIRD.or(Uses::PAST_ONLY));
    let predicate = at > 1
        && tokens
            .get(at - 2)
            .is_some_and(|token| token.is(Classes::BE));
    let adjective = !predicate
        && (before.is(Classes::PLAIN_ADJECTIVE)
            || before.can_be(Uses::ADJECTIVE)
                && !before.can_be(Uses::NOUN.or(Uses::BASE))
                && !before.is_parted());
    // "Victims not told.", "Victims being let down."
    // "everyone involved": neither stands without an object.
    let without_object = token.is_one_of(words!["involved", "concerned"]) && at + 1 == tokens.len();
    is_coupled(tokens, at)
        || without_object
        || before.is_one_of(words!["to", "not", "being"])
        || before.is(closed)
        || quantifier
        || figure
        || many
        || of_participle
        || of_phrase
        || before.can_be(Uses::OWNER)
        || participle && before.is(Classes::CONJUNCTION)
        || adjective
}

/// "uses stop and search fairly": two verbs that are the name of one thing, where nobody is stopped or searched.
fn is_coupled(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map(|it| it.word);
    let coupled = word(at) == Some("stop")
        && matches!(word(at + 1), Some("and" | "or"))
        && word(at + 2) == Some("search");
    let object = Classes::BEFORE_NOUN.or(Classes::PRONOUN);
    coupled
        && tokens.get(at + 3).is_none_or(|it| {
            tokens.get(at + 2).is_some_and(Token::is_parted)
                || !it.is(object) && !it.can_be(Uses::ANY_NOUN)
        })
}
