//! The body, or "it", as the whole subject of a sentence.

use super::clauses::{end_of_clause, has_rival};
use super::form::{VerbForm, form_of_have};
use super::lexicon::{self, Classes};
use super::predicate::is_never_noun;
use super::reading::Certainty;
use super::token::{Token, Uses};
use super::verbs::candidates;
use super::word_set::{WordSet, words};

/// How certain it is that the body is the whole subject, and the verb's index
/// where that is known.
pub(super) type SubjectReading = (Certainty, Option<usize>);

const NO: SubjectReading = (Certainty::No, None);
const UNSURE: SubjectReading = (Certainty::Unsure, None);

/// Adverbs that may belong to a phrase behind the body, so that no verb has to follow them.
const OF_PHRASE: &WordSet = words![
    "no", "longer", "long", "far", "both", "well", "better", "further", "quite", "rather", "too",
];

/// Returns whether what ends before the word at `from` is the whole subject.
pub(super) fn subject_before(tokens: &[Token], from: usize, end: usize) -> SubjectReading {
    if from
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_none_or(Token::is_parted)
    {
        return NO;
    }
    let Some((at, adverbs)) = behind_adverbs(tokens, from, end) else {
        return UNSURE;
    };
    let Some(token) = tokens.get(at).filter(|_| at < end) else {
        return NO;
    };
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    if token.can_be(Uses::AUXILIARY) {
        let noun = token.is(Classes::MODAL)
            && !token.is_one_of(words!["ought", "needn't"])
            && next.is_some_and(|next| next.word == "to");
        if noun {
            // "The force will to reform is": a noun.
            return NO;
        }
        return match token.word.contains('\'') && !token.word.ends_with("n't") {
            // "The point it's trying to make is"
            true => NO,
            // The body is one: "it have" is no English.
            false if token.is(Classes::PLURAL_AUXILIARY) || next.is_none() => {
                (Certainty::Unsure, Some(at))
            }
            false => (Certainty::Yes, Some(at)),
        };
    }
    let time = next.is_some_and(|next| next.is(Classes::TIME));
    if token.is_one_of(words!["last", "this", "each", "every", "next"]) && time {
        return UNSURE;
    }
    let written = Uses::CAPITAL
        .or(Uses::DIGIT)
        .or(Uses::HYPHEN)
        .or(Uses::OWNER);
    if token.can_be(written) || token.is_closed() {
        return NO;
    }
    if !token.can_be(Uses::KNOWN) {
        return UNSURE;
    }
    if !token.can_be(Uses::OF_ONE) {
        return if adverbs { UNSURE } else { NO };
    }
    if token.is_parted() && next.is_some() {
        return list_of_verbs(tokens, at, end);
    }
    let is_verb = if token.can_be(Uses::THIRD) {
        !token.can_be(Uses::NOUNS) || adverbs || is_third_person(tokens, at, end)
    } else if token.can_be(Uses::PAST_ONLY) && !token.can_be(Uses::PAST) {
        // took, gave; but beat, bit, saw and rose are nouns too.
        let noun = token.can_be(Uses::NOUN.or(Uses::BASE));
        !noun || adverbs || !has_rival(tokens, at, end, Some(false))
    } else {
        is_past(tokens, at, end)
    };
    if is_verb {
        (Certainty::Yes, Some(at))
    } else {
        UNSURE
    }
}

/// Returns the index behind the adverbs that begin at `from`, and whether there are any. `None` where one of them is
/// set apart.
fn behind_adverbs(tokens: &[Token], from: usize, end: usize) -> Option<(usize, bool)> {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at < end) {
        let longer = tokens.get(at + 1).is_some_and(|next| next.word == "longer");
        if let Some(behind) = behind_degrees(tokens, at, end) {
            at = behind;
            continue;
        }
        if token.word == "no" && longer {
            at += 2;
        } else if token.is_adverb() && !token.is_one_of(OF_PHRASE) && token.word != "so" {
            if token.is_parted() {
                return None;
            }
            at += 1;
        } else {
            break;
        }
    }
    Some((at, at > from))
}

/// Returns the index of the adverb behind words of degree: "too often", "far too slowly".
fn behind_degrees(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    let degree = |at: &usize| {
        let token = tokens.get(*at);
        token.is_some_and(|token| token.is(Classes::DEGREE) && !token.is_parted())
    };
    let at = (from..end).take_while(degree).last()? + 1;
    let adverb = tokens.get(at).filter(|_| at < end)?;
    let plain = adverb.is_adverb() && !adverb.is_one_of(OF_PHRASE) && !adverb.is_parted();
    plain.then_some(at)
}

/// "records, reviews and publishes": a list of third persons. "sings, at times": no other word could be a verb.
fn list_of_verbs(tokens: &[Token], at: usize, end: usize) -> SubjectReading {
    let third = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.can_be(Uses::THIRD))
    };
    let comma = tokens.get(at).is_some_and(|token| token.after == ",");
    let is_list = comma
        && third(at)
        && third(at + 1)
        && !has_rival(tokens, at, end, Some(true))
        && candidates(tokens, at + 1, end)
            .0
            .iter()
            .all(|each| third(each.at));
    let only = comma && third(at) && candidates(tokens, at + 1, end).0.is_empty();
    if is_list || only {
        (Certainty::Yes, Some(at))
    } else {
        UNSURE
    }
}

/// Returns true where a word that is a plural noun too is surely the verb: "The force records crime".
fn is_third_person(tokens: &[Token], at: usize, end: usize) -> bool {
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    let next_is = |words: &WordSet| next.is_some_and(|next| next.is_one_of(words));
    let needs = tokens
        .get(at)
        .is_some_and(|token| token.is_one_of(words!["needs", "wants"]));
    if next_is(words!["how", "whether", "why"]) || needs && next_is(words!["to"]) {
        return true;
    }
    if next.is_some_and(|next| next.can_be(Uses::AUXILIARY)) {
        return false;
    }
    // "works closely with the probation service": no noun has an adverb of manner and a phrase behind it.
    let manner = next.is_some_and(|next| next.word.ends_with("ly") && is_manner(next));
    let phrase = tokens.get(at + 2).filter(|_| at + 2 < end);
    if manner && phrase.is_none_or(|phrase| phrase.is(Classes::PREPOSITION)) {
        return true;
    }
    // Where a determiner, a preposition, "to" or an adverb follows, the plural would be the subject's head.
    let head = next.is_none_or(|next| {
        let plain = !next.can_be(Uses::CAPITAL.or(Uses::DIGIT)) && next.can_be(Uses::KNOWN);
        next.is_closed() || next.is_adverb() || plain && !is_noun_like(next)
    });
    // "keeps victims informed": what is no noun is the verb where no auxiliary is.
    let no_auxiliary = || {
        let found = candidates(tokens, at + 1, end_of_clause(tokens, at, end)).0;
        !found.iter().any(|each| each.certain && !each.of_clause)
    };
    let never_noun = tokens.get(at).is_some_and(is_never_noun) && no_auxiliary();
    never_noun || !has_rival(tokens, at, end, head.then_some(true))
}

/// Returns true for an adverb of manner, and of no limit: "closely", but not "mainly".
fn is_manner(token: &Token) -> bool {
    let limits = words![
        "only",
        "mainly",
        "mostly",
        "largely",
        "partly",
        "chiefly",
        "especially",
        "particularly",
        "specifically",
        "solely",
        "purely",
        "nearly",
        "exactly",
    ];
    token.is_adverb()
        && !token.is(Classes::MIDDLE_ADVERB.or(Classes::DEGREE))
        && !token.can_be(Uses::ADJECTIVE)
        && !token.is_parted()
        && !token.is_one_of(limits)
}

/// Returns true where a word could begin or go on with a noun phrase.
fn is_noun_like(token: &Token) -> bool {
    let noun = Uses::NOUN
        .or(Uses::CAPITAL)
        .or(Uses::HYPHEN)
        .or(Uses::ADJECTIVE)
        .or(Uses::ING);
    token.can_be(noun)
        || !token.can_be(Uses::KNOWN)
        || token.can_be(Uses::PAST) && !token.can_be(Uses::BASE)
}

/// Returns true where a past that is a participle too is surely the verb: "The force closed a station".
fn is_past(tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    let after = tokens.get(at + 2).filter(|_| at + 2 < end);
    let time = after.is_some_and(|after| after.is(Classes::TIME));
    let object = next.is_some_and(|next| next.is_one_of(words!["a", "an", "its", "their", "the"]));
    if object && !time && !token.is(Classes::TWO_OBJECTS) && !token.can_be(Uses::BASE) {
        return true;
    }
    // cut, put and set are nouns too: "The force cut in overtime" would need a verb behind it. "The force armed officers
    // train": what would be the subject is a plural.
    let plural = next.is_some_and(|next| next.can_be(Uses::NOUNS) && !next.is_closed());
    let by = next.is_some_and(|next| next.word == "by");
    let rival = |several| has_rival(tokens, at, end, Some(several));
    !(by || rival(false) || plural && rival(true))
}

/// Words behind which an "it" may have stood for what follows them: "it is clear that", "it takes longer for".
const FOR_IT: &WordSet = words![
    "that", "to", "whether", "how", "why", "who", "whom", "whose", "which", "when", "where", "if",
    "for", "until", "before", "because", "what", "as", "since", "while",
];

/// Returns whether an "it" at the head of a sentence stands for the body, or for nothing.
pub(super) fn subject_it(tokens: &[Token], end: usize) -> SubjectReading {
    let skip = |from: usize, skips: fn(&Token) -> bool| {
        let stop = |at: &usize| tokens.get(*at).is_none_or(|token| !skips(token));
        (from..end).find(stop).unwrap_or(end)
    };
    let verb = skip(1, |token| token.is_adverb());
    let Some(token) = tokens.get(verb).filter(|_| verb < end) else {
        return UNSURE;
    };
    let behind = skip(verb + 1, |token| token.is_adverb() || token.word == "not");
    // "It looks bad."
    let bad = tokens
        .get(behind)
        .is_some_and(|it| it.can_be(Uses::ADJECTIVE) && !it.is_closed());
    let seems = is_form_of(token, Classes::SEEMING);
    if seems && bad {
        return UNSURE;
    }
    if tokens
        .get(verb..=behind)
        .unwrap_or_default()
        .iter()
        .any(is_weather)
    {
        return UNSURE;
    }
    let kind = token.auxiliary().filter(|_| token.can_be(Uses::AUXILIARY));
    let head = tokens.get(behind).filter(|_| behind < end);
    let rest = tokens.get(behind + 1..end).unwrap_or_default();
    let is_body = match (kind, head) {
        (Some(Classes::HAVE), Some(head)) => match form_of_have(tokens, verb, end) {
            VerbForm::HasObject | VerbForm::HasTo => true,
            VerbForm::Perfect => !may_be_empty(head) || perfect_of_body(head, rest),
            _ => false,
        },
        (Some(Classes::BE), Some(head)) => be_of_body(head, rest),
        (Some(_), Some(head)) => {
            let verb = head.can_be(Uses::BASE) && head.word != "be";
            let passive = rest.first().filter(|_| head.word == "be");
            let sold = passive.is_some_and(is_passive_of_body) && !has_marker(rest);
            head.word == "need" || sold || verb && (!may_be_empty(head) || !has_marker(rest))
        }
        (Some(_), None) => false,
        (None, _) => {
            if !token.can_be(Uses::OF_ONE) || token.is_closed() {
                return UNSURE;
            }
            let rest = tokens.get(verb + 1..end).unwrap_or_default();
            match is_need(token) {
                true => needs_of_body(rest),
                false => !may_be_empty(token) || !has_marker(rest),
            }
        }
    };
    (
        if is_body {
            Certainty::Yes
        } else {
            Certainty::Unsure
        },
        Some(verb),
    )
}

/// Returns true where "it" may be empty before a form of this verb.
fn may_be_empty(token: &Token) -> bool {
    is_form_of(token, Classes::EMPTY_IT)
}

/// "rains", "snowed", "cold": "it" is always empty before them.
fn is_weather(token: &Token) -> bool {
    is_form_of(token, Classes::WEATHER)
}

/// Returns true where the word, or the verb that it is a form of, has a class.
fn is_form_of(token: &Token, class: Classes) -> bool {
    let stems = [
        lexicon::of_stem_s(token.word),
        lexicon::of_stem_ed(token.word),
        lexicon::of_stem_ing(token.word),
    ];
    token.is(class) || stems.into_iter().flatten().any(|stem| stem.any(class))
}

fn is_need(token: &Token) -> bool {
    token.is_one_of(words!["needs", "needed"])
}

fn has_marker(rest: &[Token]) -> bool {
    rest.iter().any(|token| token.is_one_of(FOR_IT))
}

/// "It needs to improve", but not "It needs to be said that".
fn needs_of_body(rest: &[Token]) -> bool {
    let to = rest.first().is_some_and(|token| token.word == "to");
    let verb = rest.get(1).is_some_and(|token| token.word != "be");
    to && verb || !has_marker(rest)
}

/// "It has been mended", "It should be sold"; what is agreed or said may be a clause that follows.
fn is_passive_of_body(token: &Token) -> bool {
    token.can_be(Uses::PARTICIPLES) && !may_be_empty(token) && !is_weather(token)
}

/// "It has taken steps to", "It has become faster".
fn perfect_of_body(head: &Token, rest: &[Token]) -> bool {
    let objects = words!["steps", "action", "part", "care", "advice"];
    let steps = rest.first().is_some_and(|token| token.is_one_of(objects));
    let passive = rest.first().filter(|_| head.word == "been");
    if passive.is_some_and(is_passive_of_body) {
        return !has_marker(rest);
    }
    head.word == "taken" && steps || head.word != "been" && !has_marker(rest)
}

/// "It is working with schools", "It is in the third year", "It is keen to".
fn be_of_body(head: &Token, rest: &[Token]) -> bool {
    let has = |words: &WordSet| rest.iter().any(|token| token.is_one_of(words));
    if head.can_be(Uses::ING)
        && !head.is_closed()
        && !may_be_empty(head)
        && !head.can_be(Uses::ADJECTIVE)
    {
        return !has(words!["that", "how", "whether", "who", "when"]);
    }
    if head.is(Classes::PREPOSITION) && !has_marker(rest) {
        return true;
    }
    let said = head.is_one_of(words!["a", "an", "one"])
        || head.can_be(Uses::ADJECTIVE.or(Uses::PARTICIPLES));
    let somebody = head.is(Classes::OF_SOMEBODY)
        && !has(words!["that", "who", "for", "when", "if", "how", "why"]);
    // "It is quiet in the cells": of a place.
    let place = matches!(rest, [before, the, ..]
        if before.is_one_of(words!["in", "on", "at", "inside", "outside", "near"])
            && the.is(Classes::DETERMINER.or(Classes::POSSESSIVE)));
    let later = rest
        .iter()
        .any(|token| token.can_be(Uses::ING) || token.is(Classes::SUBJECT_PRONOUN));
    said && (somebody || !place && !has_marker(rest) && !later)
}
