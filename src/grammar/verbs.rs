//! The words of a sentence that may be its finite verbs, listed generously, and the clauses that take them.

use super::lexicon::Classes;
use super::marks::{before, marks};
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Verbs behind which a clause may stand without "that".
pub(super) const SAYING: &WordSet = words![
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

/// Returns every word of a stretch that may be a finite verb, and the number of clauses that surely want one of their
/// own.
pub(super) fn candidates(tokens: &[Token], from: usize, to: usize) -> (Vec<VerbCandidate>, usize) {
    let mut found = Vec::new();
    let mut clauses = 0;
    let mut opened = false;
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let marks = marks(tokens, at);
        if marks.opens && at + 1 < to {
            clauses += 1;
            opened = true;
            at += 1;
            continue;
        }
        clauses += usize::from(marks.joins);
        let candidate = |certain| VerbCandidate {
            at,
            certain,
            of_clause: opened,
            after_coordinator: marks.goes_on,
        };
        if marks.auxiliary {
            found.push(candidate(!may_be_bare(tokens, from, at)));
            opened = false;
            at = end_of_group(tokens, at, to);
            continue;
        }
        if marks.finite {
            found.push(candidate(false));
        }
        if !token.is_adverb() {
            opened = false;
        }
        at += 1;
    }
    (found, clauses)
}

/// Verbs behind which somebody does something: "see victims do well", "help staff have a say".
const BEFORE_BARE: &WordSet = words![
    "see", "sees", "saw", "seen", "seeing", "let", "lets", "letting", "help", "helps", "helped",
    "helping", "make", "makes", "made", "making", "watch", "hear", "have", "has", "had",
];

/// "would like to see the force do more": a "do" or "have" that need not be finite, behind such a verb and a noun phrase.
fn may_be_bare(tokens: &[Token], from: usize, at: usize) -> bool {
    let bare = tokens
        .get(at)
        .is_some_and(|it| it.is_one_of(words!["do", "have"]));
    let verb = |see: &usize| tokens.get(*see).is_some_and(|it| it.is_one_of(BEFORE_BARE));
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
        let middle = token.is_one_of(words![
            "not", "be", "been", "being", "have", "had", "do", "yet"
        ]);
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
        let marks = marks(tokens, at);
        if !(marks.opens && at + 1 < to || marks.joins) {
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
        if token.is_one_of(SAYING) && left.get(nth).is_some_and(|said| said.at == taken.at + 1) {
            left.remove(nth);
        }
    }
    Some(left)
}
