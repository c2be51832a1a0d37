//! The words of a sentence that may be its finite verbs, listed generously, and the clauses that take them.

use super::lexicon::Classes;
use super::token::{Token, Uses};

/// Verbs behind which a clause may stand without "that".
pub(super) const SAYING: [&str; 42] = [
    "said",
    "says",
    "say",
    "think",
    "thinks",
    "thought",
    "felt",
    "feels",
    "feel",
    "knew",
    "know",
    "knows",
    "believe",
    "believes",
    "believed",
    "told",
    "hope",
    "hopes",
    "hoped",
    "agree",
    "agreed",
    "agrees",
    "found",
    "find",
    "finds",
    "show",
    "shows",
    "showed",
    "suggest",
    "suggests",
    "suggested",
    "mean",
    "means",
    "meant",
    "ensure",
    "ensures",
    "ensured",
    "claim",
    "claims",
    "claimed",
    "report",
    "reported",
];

/// A word that may be a finite verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbCandidate {
    /// Its index.
    pub(super) at: usize,
    /// True for an auxiliary, which is certainly a verb.
    pub(super) certain: bool,
    /// True where a clause opens right before it, whose verb it is: "staff who are".
    pub(super) of_clause: bool,
    /// True where it goes on with another: "plans and reviews".
    pub(super) after_coordinator: bool,
}

/// Returns true where the word opens a clause that wants a finite verb of its own.
pub(super) fn opens_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    if !token.is(Classes::SUBORDINATOR) || token.can_be(Uses::CAPITAL) || token.is_parted() {
        return false;
    }
    let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < end) else {
        return false;
    };
    let infinitive = next.word == "to";
    let because_of = token.word == "because" && next.word == "of";
    let after_preposition = before(tokens, at).is_some_and(|token| token.is(Classes::PREPOSITION));
    let that = token.word == "that"
        && (after_preposition
            || at == 0 && next.is_one_of(&["is", "was"])
            || next.is_one_of(&["too", "and", "or"])
            // "That response has": a determiner before one noun.
            || at == 0 && next.can_be(Uses::NOUN) && !next.can_be(Uses::NOUNS));
    let pronoun = token.is_one_of(&["what", "which"]) && next.is(Classes::PREPOSITION);
    !(infinitive || because_of || that || pronoun)
}

fn before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
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
fn joins_clause(tokens: &[Token], at: usize) -> bool {
    let object = ["them", "us", "me", "him", "itself", "themselves", "none"];
    let subject = tokens
        .get(at + 1)
        .is_some_and(|next| next.is(Classes::PRONOUN) && !next.is_one_of(&object));
    let joins = subject
        && tokens
            .get(at)
            .is_some_and(|token| token.is(Classes::CONJUNCTION));
    joins || takes_clause(tokens, at)
}

/// Returns true where a noun has a clause about it without "that".
pub(super) fn any_takes_clause(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| takes_clause(tokens, at))
}

/// Returns true for a noun behind which a clause about it opens without "that": "the progress it has made".
fn takes_clause(tokens: &[Token], at: usize) -> bool {
    let subject = ["it", "they", "we", "he", "she", "i"];
    let (Some(noun), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let behind = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it));
    let is_owned = |back: usize| {
        behind(back).is_some_and(|it| it.is(Classes::DETERMINER.or(Classes::POSSESSIVE)))
    };
    // "the changes and improvements it has made": the second is a noun by its form alone.
    let pair = behind(1).is_some_and(|it| it.is_one_of(&["and", "or"]))
        && is_owned(3)
        && !noun.can_be(Uses::FINITE);
    next.is_one_of(&subject)
        && noun.can_be(Uses::ANY_NOUN)
        && !noun.is_parted()
        && (is_owned(1) || pair)
}

/// Returns every word of a stretch that may be a finite verb, and the number of clauses that surely want one of their
/// own.
pub(super) fn candidates(tokens: &[Token], from: usize, to: usize) -> (Vec<VerbCandidate>, usize) {
    let mut found = Vec::new();
    let mut clauses = 0;
    let mut opened = false;
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        if opens_clause(tokens, at, to) {
            clauses += 1;
            opened = true;
            at += 1;
            continue;
        }
        clauses += usize::from(joins_clause(tokens, at));
        let candidate = |certain| VerbCandidate {
            at,
            certain,
            of_clause: opened,
            after_coordinator: goes_on(tokens, at),
        };
        if is_auxiliary(tokens, at) {
            found.push(candidate(!may_be_bare(tokens, from, at)));
            opened = false;
            at = end_of_group(tokens, at, to);
            continue;
        }
        let written = Uses::CAPITAL
            .or(Uses::DIGIT)
            .or(Uses::HYPHEN)
            .or(Uses::OWNER);
        let verb = token.can_be(Uses::FINITE) && !token.can_be(written) && !token.is_closed();
        let after_preposition =
            before(tokens, at).is_some_and(|token| token.is(Classes::PREPOSITION));
        let past = token.can_be(Uses::PAST_ONLY) && after_preposition;
        if verb && (past || !is_barred(tokens, at)) {
            found.push(candidate(false));
        }
        if !token.is_adverb() {
            opened = false;
        }
        at += 1;
    }
    (found, clauses)
}

/// Returns true where the word is an auxiliary here, and no noun ("a will") and no name ("Do It Yourself").
fn is_auxiliary(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.can_be(Uses::AUXILIARY)) else {
        return false;
    };
    let Some(before) = before(tokens, at) else {
        return true;
    };
    let noun = before.is_one_of(&["the", "a", "an"])
        && token.is_one_of(&["am", "may", "will", "can", "must", "might", "do"]);
    let next = tokens.get(at + 1);
    let name = token.is_one_of(&["do", "may", "will"])
        && before.can_be(Uses::CAPITAL)
        && next.is_some_and(|next| next.can_be(Uses::CAPITAL));
    let infinitive = before.word == "to"
        && !token.is(Classes::BE)
        && !token.is_one_of(&["has", "had", "does", "did"]);
    !noun && !infinitive && !name
}

/// Verbs behind which somebody does something: "see victims do well", "help staff have a say".
const BEFORE_BARE: [&str; 21] = [
    "see", "sees", "saw", "seen", "seeing", "let", "lets", "letting", "help", "helps", "helped",
    "helping", "make", "makes", "made", "making", "watch", "hear", "have", "has", "had",
];

/// "would like to see the force do more": a "do" or "have" that need not be finite, behind such a verb and a noun phrase.
fn may_be_bare(tokens: &[Token], from: usize, at: usize) -> bool {
    let bare = tokens
        .get(at)
        .is_some_and(|it| it.is_one_of(&["do", "have"]));
    let verb = |see: &usize| {
        tokens
            .get(*see)
            .is_some_and(|it| it.is_one_of(&BEFORE_BARE))
    };
    bare && (from..at).rev().find(verb).is_some_and(|see| {
        let between = tokens.get(see + 1..at).unwrap_or_default();
        let parts = |token: &Token| {
            token.is_parted() || token.is(Classes::SUBORDINATOR.or(Classes::CONJUNCTION))
        };
        let of_noun = before(tokens, see).is_some_and(|it| {
            it.is(Classes::DETERMINER
                .or(Classes::POSSESSIVE)
                .or(Classes::PREPOSITION))
        });
        !between.is_empty() && !between.iter().any(parts) && !of_noun
    })
}

/// Returns the index behind an auxiliary and what belongs to it: "has not yet been trained".
fn end_of_group(tokens: &[Token], at: usize, to: usize) -> usize {
    let mut end = at + 1;
    for _ in 0..6 {
        let parted = before(tokens, end).is_some_and(Token::is_parted);
        let Some(token) = tokens.get(end).filter(|_| end < to && !parted) else {
            return end;
        };
        let middle = token.is_one_of(&["not", "be", "been", "being", "have", "had", "do", "yet"]);
        if middle || token.is_adverb() {
            end += 1;
            continue;
        }
        let verb = Uses::BASE.or(Uses::PARTICIPLES).or(Uses::ING);
        return match token.can_be(verb) && !token.is_closed() {
            true => end + 1,
            false => end,
        };
    }
    end
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
    let quantifier = before.is_one_of(&[
        "this", "these", "those", "such", "various", "other", "several", "more", "fewer", "enough",
        "much", "little", "half",
    ]);
    // "Views on this differ."
    let quantifier = quantifier && token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE).or(Uses::PAST));
    let year = before.word.len() == 4 && before.word.bytes().all(|byte| byte.is_ascii_digit());
    // "Calls to 101 take too long."
    let line = before.is_one_of(&["101", "999", "111"]);
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
    let many = before.is_one_of(&["many", "few", "several", "both", "some", "most", "all"])
        && token.can_be(Uses::THIRD)
        && !token.can_be(Uses::BASE);
    // "for injured dogs", "eleven retired dogs", "a dedicated team"
    let of_participle = before.can_be(Uses::PARTICIPLES)
        && !before.is_parted()
        && token.can_be(Uses::ANY_NOUN)
        && at
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| {
                token.is(Classes::PREPOSITION.or(Classes::NUMBER)) || token.is_one_of(&["a", "an"])
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
    let without_object = token.is_one_of(&["involved", "concerned"]) && at + 1 == tokens.len();
    is_coupled(tokens, at)
        || without_object
        || before.is_one_of(&["to", "not", "being"])
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

/// Returns the candidates that no clause inside the sentence takes: each such clause takes the next one behind the word
/// that opens it, and what is said in it ("what they think is wrong"). `None` where a clause may have taken a noun for
/// its verb: "in which schools, councils and officers are".
pub(super) fn left_over(
    tokens: &[Token],
    found: &[VerbCandidate],
    from: usize,
    to: usize,
) -> Option<Vec<VerbCandidate>> {
    let mut left: Vec<VerbCandidate> = found
        .iter()
        .copied()
        .filter(|each| !each.after_coordinator)
        .collect();
    for at in from..to {
        if !(opens_clause(tokens, at, to) || joins_clause(tokens, at)) {
            continue;
        }
        let Some(nth) = left.iter().position(|each| each.at > at) else {
            continue;
        };
        let taken = left.remove(nth);
        let token = tokens.get(taken.at)?;
        let parted = tokens.get(at..=taken.at)?.iter().any(Token::is_parted);
        let noun = !taken.certain && token.can_be(Uses::ANY_NOUN) && parted;
        if noun && left.get(nth).is_some() {
            return None;
        }
        if SAYING.contains(&token.word) && left.get(nth).is_some_and(|said| said.at == taken.at + 1)
        {
            left.remove(nth);
        }
    }
    Some(left)
}
