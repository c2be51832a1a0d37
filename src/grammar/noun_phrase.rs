//! Noun phrases: the head of a subject, and texts that are nothing else.

use super::lexicon::Classes;
use super::marks::opens_clause;
use super::reading::Certainty;
use super::token::{Token, Uses};
use super::verbs::{candidates, left_over};
use super::word_set::words;

/// Returns true where a word from this index on may name one thing. In doubt it does.
pub(super) fn names_one(tokens: &[Token], from: usize) -> bool {
    let one = Uses::NOUN.or(Uses::CAPITAL);
    (from..tokens.len()).any(|at| {
        let (Some(token), Some(before)) = (
            tokens.get(at),
            at.checked_sub(1).and_then(|at| tokens.get(at)),
        ) else {
            return false;
        };
        // "is kind, and quick": what the subject is like.
        let state = Classes::BE.or(Classes::COORDINATOR).or(Classes::DEGREE);
        let predicate = token.can_be(Uses::ADJECTIVE) && before.is(state);
        // "has funded one", "pays for this"
        let stands_for =
            token.is_one_of(words!["one", "this"]) && (token.is_parted() || at + 1 == tokens.len());
        if stands_for {
            return true;
        }
        let other = token.is_closed() || token.is_adverb() || predicate;
        !other && (token.can_be(one) || !token.can_be(Uses::KNOWN))
    })
}

/// Returns true where no word can be the verb of the whole: "A new youth club in Harlow".
pub(super) fn has_no_verb(tokens: &[Token], end: usize) -> bool {
    let (all, _) = candidates(tokens, 0, end);
    let Some(left) = left_over(tokens, &all, 0, end) else {
        return false;
    };
    // "Sergeants back their teams": a verb after all, by the words around it.
    let verb = |at: usize| {
        let owner = Classes::DETERMINER.or(Classes::POSSESSIVE);
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        tokens
            .get(at)
            .is_some_and(|token| token.is(Classes::NO_VERB) && token.is(Classes::VERB))
            && before.is_some_and(|before| before.can_be(Uses::NOUNS))
            && tokens.get(at + 1).is_some_and(|next| next.is(owner))
    };
    // "What it says is true": which verb is whose cannot be told.
    let doubtful = opens_clause(tokens, 0, end) && all.len() > 1;
    // A bare form behind one singular noun is a noun too.
    !doubtful
        && !(1..end).any(|at| verb(at) || likes(tokens, at))
        && left.iter().all(|each| {
            let opening = each.at == 0 && !each.certain;
            if opening && tokens.first().is_some_and(|it| it.can_be(Uses::ANY_NOUN)) {
                // Nothing stands before it that could be its subject.
                return true;
            }
            let (Some(token), Some(before)) = (
                tokens.get(each.at),
                each.at.checked_sub(1).and_then(|at| tokens.get(at)),
            ) else {
                return false;
            };
            let bare = token.can_be(Uses::ANY_NOUN) && !token.can_be(Uses::OF_ONE);
            let between = tokens.get(..each.at).unwrap_or_default();
            let several = between
                .iter()
                .any(|it| it.is(Classes::COORDINATOR.or(Classes::PRONOUN)));
            !each.certain
                && bare
                && is_lone_singular(before)
                && !several
                && !governs(tokens, each.at)
        })
}

/// "Most staff like it", "Detectives in Thanet like their hub": a "like" that may be a verb, by what follows it.
fn likes(tokens: &[Token], at: usize) -> bool {
    let object = Classes::PRONOUN.or(Classes::POSSESSIVE);
    at > 0
        && tokens.get(at).is_some_and(|token| token.word == "like")
        && tokens.get(at + 1).is_some_and(|next| next.is(object))
}

/// "Delays in care leave children at risk": a bare form behind one noun is the verb of a plural before that, where what
/// follows it goes on no noun phrase.
fn governs(tokens: &[Token], at: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let plural = |token: &Token| {
        let several = token.can_be(Uses::NOUNS) && !token.can_be(Uses::NOUN);
        several || token.is_one_of(words!["those", "others", "many", "most", "some", "few"])
    };
    let several = tokens.iter().take(at.saturating_sub(1)).any(plural);
    let object = next.is(Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::NUMBER))
        || plural(next)
        || next.is_one_of(words!["them", "us", "it", "themselves"])
        || next.can_be(Uses::ADJECTIVE.or(Uses::PARTICIPLES)) && !next.can_be(Uses::ANY_NOUN);
    let lacks = token.word == "lack" && next.word != "of";
    several && (object || lacks)
}

/// Returns true where more words may be finite verbs than clauses inside the sentence take, by the loosest reading: "This
/// helps.", "One in ten lives alone.".
pub(super) fn may_have_verb(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let end = tokens.len();
    let written = Uses::CAPITAL.or(Uses::HYPHEN).or(Uses::OWNER);
    // "A new youth club": one has no bare form for its verb.
    let share = tokens.get(1).is_some_and(|it| {
        it.is_one_of(words!["few", "third", "quarter", "fifth", "half", "number"])
    });
    let of_one = first.is_one_of(words!["a", "an", "another", "one", "each"]) && !share;
    let may = |at: &usize| {
        let (Some(token), Some(before)) = (tokens.get(*at), tokens.get(*at - 1)) else {
            return false;
        };
        let form = if of_one { Uses::OF_ONE } else { Uses::FINITE };
        if token.word != "like" && !token.can_be(form.or(Uses::AUXILIARY)) {
            return false;
        }
        // "Few lead to action."
        let next = tokens.get(*at + 1);
        let few = before.is_one_of(words!["few", "many"]) && !of_one;
        let no_noun = !token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE));
        let goes_on = next
            .is_some_and(|it| it.is(Classes::PREPOSITION.or(Classes::PRONOUN)) || it.word == "to");
        let of_few = few && (no_noun || goes_on);
        let of_noun = !of_few
            && before.is_one_of(words![
                "the", "a", "an", "no", "every", "to", "few", "many", "not", "being",
            ])
            || before.is(Classes::POSSESSIVE.or(Classes::PREPOSITION));
        let like = token.word == "like" && (before.can_be(Uses::NOUNS) || likes(tokens, *at));
        let verb = token.can_be(form) && !token.is_closed() || like;
        !of_noun && !token.can_be(written) && (token.can_be(Uses::AUXILIARY) || verb)
    };
    // "Happily, that is changing", "Leaving that aside, all is good"
    let stands = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let next = tokens.get(at + 1);
        let verb = next.is_some_and(|next| next.can_be(Uses::AUXILIARY));
        tokens.get(at).is_some_and(|it| it.word == "that")
            && (verb && before.is_some_and(Token::is_parted)
                || next.is_some_and(|next| next.word == "aside")
                || before.is_some_and(|before| before.is_one_of(words!["before", "after"])))
    };
    let clauses = (1..end).filter(|at| opens_clause(tokens, *at, end) && !stands(*at));
    let clauses = clauses.count();
    // No noun phrase opens so: "It means that".
    let pronoun = first.is(Classes::SUBJECT_PRONOUN) && first.word != "there";
    pronoun && end > 1 || (1..end).filter(may).count() > clauses
}

/// "the work of its drone pilots", "The force's losing boats": a last word that may be the noun of a phrase before it.
pub(super) fn may_be_noun_at_end(tokens: &[Token], from: usize, verb: usize, end: usize) -> bool {
    let links = Classes::PREPOSITION.or(Classes::COORDINATOR);
    let linked = tokens
        .get(from..verb)
        .unwrap_or_default()
        .iter()
        .any(|token| token.is(links) || token.can_be(Uses::OWNER));
    let noun = tokens
        .get(verb)
        .is_some_and(|token| token.can_be(Uses::ANY_NOUN) && !token.can_be(Uses::AUXILIARY));
    linked && noun && verb + 1 == end
}

/// "This helps.", "These help.", "They work.": a verb by the word before it, of which it could not be the noun.
pub(super) fn is_behind_pronoun(tokens: &[Token], verb: usize) -> bool {
    let (Some(token), Some(first)) = (tokens.get(verb), tokens.first()) else {
        return false;
    };
    let adverbs = tokens.get(1..verb).unwrap_or_default();
    let agrees = match first.word {
        "this" | "that" => token.can_be(Uses::THIRD),
        "these" | "those" => token.can_be(Uses::BASE) && !token.can_be(Uses::NOUNS),
        _ => first.is(Classes::SUBJECT_PRONOUN),
    };
    agrees && adverbs.iter().all(Token::is_adverb)
}

/// Returns the head of the noun phrase before a verb, the last noun before the first preposition or clause, and whether
/// it is joined with another.
pub(super) fn head<'a, 't>(
    tokens: &'a [Token<'t>],
    from: usize,
    verb: usize,
) -> Option<(&'a Token<'t>, bool)> {
    let mut head = None;
    let mut joined = false;
    for at in from..verb {
        let token = tokens.get(at)?;
        let ends = token.is(Classes::PREPOSITION.or(Classes::SUBORDINATOR))
            || token.word == "to"
            || token.can_be(Uses::PAST) && !token.can_be(Uses::NOUN)
            || token.is_parted() && at + 1 < verb;
        if at > from && head.is_some() && ends && !joined {
            break;
        }
        let coordinator = token.is(Classes::COORDINATOR);
        joined |= coordinator;
        let link = token.is(Classes::PREPOSITION) || token.is_adverb() || token.word == "to";
        if !coordinator && !link {
            head = Some(token);
        }
    }
    Some((head?, joined))
}

pub(super) fn is_lone_singular(token: &Token) -> bool {
    token.can_be(Uses::NOUN)
        && !token.is_adverb()
        && !token.can_be(Uses::NOUNS.or(Uses::THIRD).or(Uses::CAPITAL))
        && !token.is_closed()
}

/// Returns true where a stretch is one noun phrase, perhaps with phrases behind it, and no second noun phrase begins in
/// it without a preposition.
pub(super) fn is_noun_phrase(tokens: &[Token], from: usize, to: usize) -> bool {
    let mut noun = false;
    for at in from..to {
        let Some(token) = tokens.get(at) else {
            return false;
        };
        let before = at
            .checked_sub(1)
            .filter(|_| at > from)
            .and_then(|at| tokens.get(at));
        let parted = token.is_parted() && at + 1 < to && !token.after.starts_with(['\'', '’']);
        let clause = token.is(Classes::SUBORDINATOR) && token.word != "that";
        if parted || clause || token.is(Classes::CONJUNCTION) {
            return false;
        }
        let opens = Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::PRONOUN);
        let link = Classes::PREPOSITION.or(Classes::COORDINATOR);
        if noun && let Some(before) = before {
            let second = token.is(opens) && !before.is(link);
            let plural = before.can_be(Uses::NOUNS)
                && !before.can_be(Uses::OWNER.or(Uses::THIRD))
                && !token.is(link)
                && !token.is_adverb();
            if second || plural {
                return false;
            }
        }
        noun |= !token.is_closed();
    }
    true
}

/// Returns whether what stands before the verb is several, and no count or part of them: "some officers" may be others
/// in the next sentence.
pub(super) fn several(tokens: &[Token], verb: usize) -> Certainty {
    let (Some(subject), Some(verb)) = (tokens.get(..verb), tokens.get(verb)) else {
        return Certainty::Unsure;
    };
    let limits = |token: &Token| {
        token.is(Classes::QUANTIFIER.or(Classes::NUMBER).or(Classes::PRONOUN))
            || token.can_be(Uses::DIGIT)
            || token.is_parted()
            || token.is_one_of(words![
                "a", "an", "no", "only", "neither", "either", "each", "every",
            ])
    };
    // "On nights officers are", "There are cells": what stands first is no part of the subject, or stands for nothing.
    let opens_else = |token: &Token| {
        token.is(Classes::PREPOSITION
            .or(Classes::CONJUNCTION)
            .or(Classes::SUBORDINATOR))
            || token.is_one_of(words!["there", "here", "it", "what", "to"])
    };
    let of_several = words![
        "are", "were", "have", "do", "aren't", "weren't", "haven't", "don't",
    ];
    if subject.first().is_none_or(opens_else) || subject.iter().any(limits) {
        Certainty::No
    } else if verb.is_one_of(of_several) {
        Certainty::Yes
    } else if verb.can_be(Uses::AUXILIARY) {
        match verb.is(Classes::MODAL) || verb.is_one_of(words!["had", "did"]) {
            true => Certainty::Unsure,
            false => Certainty::No,
        }
    } else if verb.can_be(Uses::PAST_ONLY.or(Uses::PAST)) {
        Certainty::Unsure
    } else if verb.can_be(Uses::BASE) && !verb.can_be(Uses::THIRD) {
        Certainty::Yes
    } else {
        Certainty::No
    }
}
