//! The main verb of a sentence whose subject is not known.

use super::clauses::end_of_clause;
use super::lexicon::{self, Classes};
use super::marks::opens_clause;
use super::noun_phrase::{
    head, is_behind_pronoun, is_lone_singular, is_noun_phrase, may_be_noun_at_end,
};
use super::token::{Token, Uses};
use super::verbs::{SAYING, VerbCandidate, candidates, left_over};
use super::word_set::{WordSet, words};

/// The main verb, and whether something leads in before the subject.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MainVerb {
    pub(super) at: Option<usize>,
    pub(super) has_lead_in: bool,
}

/// Returns the main verb, where one word alone can be it.
pub(super) fn main_verb(tokens: &[Token], end: usize) -> MainVerb {
    let mut found = MainVerb::default();
    let from = match begin(tokens, end) {
        Begin::At(at) => {
            found.has_lead_in = at > 0;
            at
        }
        Begin::Verb(at) => {
            found.at = Some(at).filter(|&at| !is_in_clause(tokens, 0, at));
            return found;
        }
        Begin::Unsure => return found,
    };
    let end = end_of_clause(tokens, from, end);
    found.at = verb_of_clause(tokens, from, end).filter(|&at| !is_in_clause(tokens, from, at));
    found
}

/// Returns the index of the word behind what leads in before the subject, where that is certain.
pub(super) fn behind_lead_in(tokens: &[Token], end: usize) -> Option<usize> {
    match begin(tokens, end) {
        Begin::At(at) if at > 0 => Some(at),
        _ => None,
    }
}

/// Returns true where the verb may be that of a clause behind another verb: "closed before officers have".
fn is_in_clause(tokens: &[Token], from: usize, verb: usize) -> bool {
    let (before, _) = candidates(tokens, from, verb);
    let opens = |at: usize| {
        let conjunction = tokens
            .get(at)
            .is_some_and(|token| token.is(Classes::CONJUNCTION));
        conjunction && before.iter().any(|each| each.at < at)
    };
    let noun = |at: usize| {
        let between = tokens.get(at + 1..verb).unwrap_or_default();
        between.iter().any(|token| token.can_be(Uses::ANY_NOUN))
    };
    (from + 1..verb).any(|at| opens(at) && noun(at))
}

/// The word at which a sentence begins behind what leads in.
enum Begin {
    /// Its index.
    At(usize),
    /// Something is put in, and one verb alone is left behind it.
    Verb(usize),
    /// It cannot be told.
    Unsure,
}

fn begin(tokens: &[Token], end: usize) -> Begin {
    let comma = (0..end).find(|&at| {
        tokens
            .get(at)
            .is_some_and(|token| token.after.contains(','))
    });
    let (Some(first), Some(comma)) = (tokens.first(), comma.filter(|at| at + 1 < end)) else {
        return Begin::At(0);
    };
    // "The more radios are used, the faster they fail."
    let more = |at: usize| {
        let compared = |token: &Token| {
            token.is_one_of(words!["more", "less", "fewer", "better", "worse"])
                || lexicon::is_compared(token.word)
        };
        let the = tokens.get(at).is_some_and(|token| token.word == "the");
        the && tokens.get(at + 1).is_some_and(compared)
    };
    if more(0) && more(comma + 1) {
        return Begin::Unsure;
    }
    let word = first.can_be(Uses::ADVERB) || first.is_one_of(words!["however", "overall", "but"]);
    if comma == 0 && word {
        return Begin::At(1);
    }
    let opener = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::SUBORDINATOR);
    if first.is(opener) || first.word == "to" {
        let (verbs, _) = candidates(tokens, 0, comma + 1);
        let phrase = first.is(Classes::PREPOSITION)
            || first.is_one_of(words!["since", "after", "before", "as", "until"]);
        let clause = first.is(Classes::CONJUNCTION) && !phrase || first.is(Classes::SUBORDINATOR);
        let one = first.is(Classes::CONJUNCTION) && verbs.len() == 1;
        let rest = tokens.get(comma + 1);
        // The lead-in may go on: "In 2019, after a review, the force".
        let goes_on = rest.is_none_or(|rest| rest.is(opener));
        let leads_in = verbs.len() == usize::from(clause) || verbs.is_empty() || one;
        return if leads_in && !goes_on {
            Begin::At(comma + 1)
        } else {
            Begin::Unsure
        };
    }
    // A list, or something put in: nothing is sure unless one verb alone is left.
    let (verbs, clauses) = candidates(tokens, 0, end);
    let Some(left) = left_over(tokens, &verbs, 0, end) else {
        return Begin::Unsure;
    };
    match left.as_slice() {
        [only] if clauses <= verbs.len() && only.at > comma => Begin::Verb(only.at),
        _ if verbs.first().is_none_or(|verb| verb.at > comma) => Begin::Unsure,
        _ => Begin::At(0),
    }
}

fn verb_of_clause(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    let opening = tokens.get(from)?;
    let auxiliary = tokens
        .get(from + 1)
        .is_some_and(|next| next.can_be(Uses::AUXILIARY));
    if opening.word == "there" && auxiliary {
        return Some(from + 1);
    }
    if opening.word == "this"
        && let Some(at) = behind_lone_this(tokens, from, end)
    {
        return Some(at);
    }
    if from == 0 && is_behind_pronoun(tokens, end - 1) {
        return Some(end - 1);
    }
    let (all, _) = candidates(tokens, from, end);
    let mut left = left_over(tokens, &all, from, end)?;
    drop_unfit(tokens, &mut left, from);
    let first = *left.first()?;
    if first.at == from {
        let contracted = opening.can_be(Uses::AUXILIARY) && opening.word.contains('\'');
        return contracted.then_some(from);
    }
    if opening.can_be(Uses::BASE) && !opening.can_be(Uses::ANY_NOUN) {
        return None;
    }
    let subject = can_be_subject(tokens, from, first.at);
    if let [only] = left.as_slice() {
        if may_be_noun_at_end(tokens, from, only.at, end) {
            return None;
        }
        let fits = only.certain
            || (is_noun_phrase(tokens, from, only.at) || has_clause(tokens, from, only.at))
                && agrees(tokens, from, only.at, end);
        return (subject && fits).then_some(only.at);
    }
    // One auxiliary among words that may be nouns or participles, none of which can have a clause behind it.
    let certain: Vec<&VerbCandidate> = left.iter().filter(|each| each.certain).collect();
    if let [only] = certain.as_slice()
        && first.at < only.at
        && stands_alone(tokens, &left, from, only.at)
    {
        return Some(only.at);
    }
    // The first verb, where nothing but one noun phrase stands before it: an auxiliary, or a verb that only a finite
    // one can be with this word behind it.
    if first.certain && wants_another(tokens, &left) {
        return None;
    }
    let foremost = all.first().is_some_and(|verb| verb.at == first.at);
    let alone = foremost && is_noun_phrase(tokens, from, first.at);
    (alone && (first.certain || governs(tokens, first.at))).then_some(first.at)
}

/// "This means that", "This also makes crews": no plural noun follows "this", so the word is its verb.
fn behind_lone_this(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    let adverb = |at: &usize| tokens.get(*at).is_some_and(Token::is_adverb);
    let at = (from + 1..end).find(|at| !adverb(at))?;
    let token = tokens.get(at)?;
    let third = token.can_be(Uses::THIRD) || token.word == "means";
    let verb = third && !token.is_parted();
    (verb && at + 1 < end).then_some(at)
}

/// "The advice victims are given is": the first verb may be that of a clause without "that", for another one follows
/// it with nothing between them that could go on.
fn wants_another(tokens: &[Token], left: &[VerbCandidate]) -> bool {
    let [first, rest @ ..] = left else {
        return false;
    };
    let links = Classes::CONJUNCTION
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR);
    let goes_on = |token: &Token| token.is_parted() || token.is(links);
    let near = |at: usize| {
        !tokens
            .get(first.at..at)
            .unwrap_or_default()
            .iter()
            .any(goes_on)
    };
    rest.iter().any(|each| each.certain && near(each.at))
}

/// Drops a bare form that no plural stands before, and a first word that may be a verb, where a certain verb follows.
fn drop_unfit(tokens: &[Token], left: &mut Vec<VerbCandidate>, from: usize) {
    if !left.iter().any(|each| each.certain) {
        return;
    }
    let several = left.len() > 1;
    let linked = |at: usize| {
        (from..at).filter_map(|at| tokens.get(at)).any(|token| {
            token.is(Classes::PREPOSITION
                .or(Classes::COORDINATOR)
                .or(Classes::PRONOUN))
                || token.word == "to"
        })
    };
    left.retain(|each| {
        let (Some(token), next) = (tokens.get(each.at), tokens.get(each.at + 1)) else {
            return false;
        };
        if each.certain {
            return true;
        }
        let noun = next.is_some_and(|next| {
            let noun = next.can_be(Uses::ANY_NOUN.or(Uses::AUXILIARY));
            !next.is_closed() && !next.is_adverb() && noun
        });
        let opening = each.at == from && several && !token.is_parted() && noun;
        let before = each.at.checked_sub(1).and_then(|at| tokens.get(at));
        let bare = each.at > from
            && !token.can_be(Uses::OF_ONE)
            && before.is_some_and(is_lone_singular)
            && !linked(each.at);
        !(opening || bare)
    });
}

/// Returns true where something that can be a subject stands before the verb.
fn can_be_subject(tokens: &[Token], from: usize, verb: usize) -> bool {
    let opening = tokens.get(from);
    let half = opening.is_some_and(|first| first.is(Classes::PREPOSITION.or(Classes::DETERMINER)));
    verb > from && !(verb == from + 1 && half)
}

fn has_clause(tokens: &[Token], from: usize, verb: usize) -> bool {
    (from..verb).any(|at| opens_clause(tokens, at, verb))
}

/// Returns true where none of the words before the auxiliary at `verb` can be the main verb.
fn stands_alone(tokens: &[Token], left: &[VerbCandidate], from: usize, verb: usize) -> bool {
    let mut before = left.iter().take_while(|each| each.at < verb);
    let parts = Classes::CONJUNCTION.or(Classes::SUBORDINATOR);
    let whole = (from..verb).filter_map(|at| tokens.get(at)).all(|token| {
        (!token.is_parted() || token.after.starts_with(['\'', '’'])) && !token.is(parts)
    });
    whole
        && left.first().is_some_and(|first| first.at > from)
        && before.all(|each| {
            let coordinated = each.at.checked_sub(1).and_then(|at| tokens.get(at));
            let coordinated = coordinated.is_some_and(|token| token.is(Classes::COORDINATOR));
            !coordinated && is_link(tokens, each.at, verb)
        })
}

/// Returns true where a word that may be a verb cannot be one with a clause behind it: a preposition follows, or the
/// auxiliary itself.
fn is_link(tokens: &[Token], at: usize, verb: usize) -> bool {
    let (Some(token), Some(next), Some(auxiliary)) =
        (tokens.get(at), tokens.get(at + 1), tokens.get(verb))
    else {
        return false;
    };
    if auxiliary.word.contains('\'') && !auxiliary.word.ends_with("n't") {
        return false;
    }
    let phrase = next.is(Classes::PREPOSITION) || next.word == "to";
    at + 1 == verb || !token.is_one_of(SAYING) && phrase
}

/// Returns true where the word behind shows that this one is a finite verb.
fn governs(tokens: &[Token], verb: usize) -> bool {
    let (Some(token), Some(before)) = (
        tokens.get(verb),
        verb.checked_sub(1).and_then(|at| tokens.get(at)),
    ) else {
        return false;
    };
    let next = tokens.get(verb + 1);
    let next_is = |words: &WordSet| next.is_some_and(|next| next.is_one_of(words));
    if token.can_be(Uses::PAST_ONLY) && !token.can_be(Uses::PAST) {
        return true;
    }
    let agrees = if token.can_be(Uses::PAST) {
        next_is(words!["us", "them", "that"])
    } else if token.can_be(Uses::BASE) && !token.can_be(Uses::THIRD) {
        before.can_be(Uses::NOUNS) || before.is_one_of(words!["we", "they", "i", "you"])
    } else {
        !before.can_be(Uses::NOUNS)
    };
    let object = words![
        "to", "that", "the", "a", "an", "its", "their", "us", "them", "how",
    ];
    next_is(object)
        && token.can_be(Uses::THIRD.or(Uses::BASE).or(Uses::PAST))
        && agrees
        && !(token.can_be(Uses::PAST) && next_is(words!["to"]))
}

/// Returns true where a word that need not be a verb agrees with what would be its subject.
fn agrees(tokens: &[Token], from: usize, verb: usize, end: usize) -> bool {
    let (Some(token), Some((head, joined))) = (tokens.get(verb), head(tokens, from, verb)) else {
        return false;
    };
    let next = tokens.get(verb + 1).filter(|_| verb + 1 < end);
    if token.can_be(Uses::PAST_ONLY) {
        return true;
    }
    if token.can_be(Uses::PAST) {
        let object = Classes::BEFORE_NOUN;
        return next.is_none_or(|next| {
            next.is(object)
                || next.can_be(Uses::DIGIT)
                || next.is_one_of(words!["us", "them", "it", "that", "how"])
                || next.is_adverb() && !next.is(Classes::CONJUNCTION.or(Classes::PREPOSITION))
        });
    }
    if token.can_be(Uses::THIRD) {
        let singular = !head.can_be(Uses::NOUNS) || head.can_be(Uses::NOUN);
        return singular || head.can_be(Uses::CAPITAL);
    }
    joined
        || head.can_be(Uses::NOUNS.or(Uses::DIGIT))
        || head.is_one_of(words!["we", "they", "i", "you"])
        || head.is(Classes::NUMBER.or(Classes::QUANTIFIER))
}
