//! The form of a verb: what may stand in front of it, and behind it.

use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// The form of a sentence's main verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// A form of "be".
    Be,
    /// A modal verb: "should", "needs not".
    Modal,
    /// "does" or "did" before another verb: "does not".
    Do,
    /// "has" before a participle: "has improved".
    Perfect,
    /// "has" with an object: "has a plan".
    HasObject,
    /// "has to".
    HasTo,
    /// A verb in the third person: "records".
    Third,
    /// A verb of a plural subject: "record".
    Plural,
    /// A past: "recorded", "took".
    Past,
    /// It cannot be told: "has detailed plans".
    Unsure,
}

/// Adverbs behind "has" that may belong to an object: "has no plans", "has better plans".
const OF_OBJECT: &WordSet = words!["no", "both", "better", "well", "yet", "further", "only"];

/// Returns the form of the verb at this index.
pub(super) fn form_at(tokens: &[Token], verb: usize, end: usize) -> VerbForm {
    let Some(token) = tokens.get(verb) else {
        return VerbForm::Unsure;
    };
    let kind = token.auxiliary().filter(|_| token.can_be(Uses::AUXILIARY));
    match kind {
        Some(Classes::BE) => VerbForm::Be,
        Some(Classes::HAVE) => form_of_have(tokens, verb, end),
        Some(Classes::DO) => form_of_do(tokens, verb),
        Some(Classes::MODAL) => VerbForm::Modal,
        Some(_) => VerbForm::Unsure,
        None => {
            let base = token.can_be(Uses::BASE);
            let past = token.can_be(Uses::PAST);
            let also_base = token.is(Classes::BASE);
            if token.can_be(Uses::PAST_ONLY) || past && !also_base {
                VerbForm::Past
            } else if token.can_be(Uses::THIRD) {
                VerbForm::Third
            } else if past && base {
                // put, cut, set
                VerbForm::Unsure
            } else {
                VerbForm::Plural
            }
        }
    }
}

/// "does not", "does it know": an auxiliary. "does well": a verb.
fn form_of_do(tokens: &[Token], verb: usize) -> VerbForm {
    let Some(token) = tokens.get(verb) else {
        return VerbForm::Unsure;
    };
    let auxiliary = tokens.get(verb + 1).is_some_and(|next| {
        next.is_one_of(words!["not", "have"]) || next.can_be(Uses::BASE) && !next.is_closed()
    });
    match token.word {
        "does" | "do" | "did" if !auxiliary => match token.word {
            "does" => VerbForm::Third,
            "do" => VerbForm::Plural,
            _ => VerbForm::Past,
        },
        _ => VerbForm::Do,
    }
}

/// Returns the index of what "has" is about: behind "not" and adverbs.
fn behind_have(tokens: &[Token], verb: usize, end: usize) -> Option<usize> {
    let mut at = verb + 1;
    loop {
        let parted = tokens.get(at - 1).is_some_and(Token::is_parted);
        let token = tokens.get(at).filter(|_| at < end)?;
        let next = tokens.get(at + 1);
        let to = next.is_some_and(|next| next.word == "to");
        let participle = next.is_some_and(|next| next.can_be(Uses::PARTICIPLES));
        let skipped = token.word == "not"
            || token.is_adverb() && !token.is_one_of(OF_OBJECT)
            || token.is_one_of(words!["only", "yet", "both"]) && participle
            || token.word == "yet" && to;
        if parted || !skipped {
            return Some(at);
        }
        at += 1;
    }
}

/// "has" before a participle, an object, or "to".
pub(super) fn form_of_have(tokens: &[Token], verb: usize, end: usize) -> VerbForm {
    let Some(at) = behind_have(tokens, verb, end) else {
        return VerbForm::Unsure;
    };
    let Some(token) = tokens.get(at) else {
        return VerbForm::Unsure;
    };
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    let opens_object = Classes::BEFORE_NOUN.or(Classes::PRONOUN);
    let written = Uses::HYPHEN.or(Uses::CAPITAL).or(Uses::DIGIT);
    if token.word == "to" {
        // "has to date paid"
        return match next.is_some_and(|next| next.word == "date") {
            true => VerbForm::Unsure,
            false => VerbForm::HasTo,
        };
    }
    if token.word.ends_with("'d") {
        return VerbForm::Unsure;
    }
    if token.can_be(written)
        || token.raw.starts_with(['£', '“', '"', '‘'])
        || token.is(opens_object)
    {
        return VerbForm::HasObject;
    }
    if token.word == "lost" && next.is_some_and(|next| next.word == "property") {
        return VerbForm::HasObject;
    }
    if token.is_one_of(words!["had", "been"]) {
        return VerbForm::Perfect;
    }
    if !token.can_be(Uses::PARTICIPLES) {
        let unsure = !token.can_be(Uses::KNOWN)
            || token.is_one_of(words!["well", "better", "further"])
            || token.is_closed();
        return if unsure {
            VerbForm::Unsure
        } else {
            VerbForm::HasObject
        };
    }
    if token.is(Classes::PARTICIPIAL_ADJECTIVE) {
        let owner = Classes::DETERMINER
            .or(Classes::POSSESSIVE)
            .or(Classes::PRONOUN);
        let object = next.is_some_and(|next| next.is(owner));
        return if object {
            VerbForm::Perfect
        } else {
            VerbForm::HasObject
        };
    }
    match next {
        None => VerbForm::Perfect,
        Some(_) if token.is_parted() => VerbForm::Unsure,
        Some(next) if next.is_one_of(words!["and", "or"]) => VerbForm::Unsure,
        Some(next) if ends_perfect(next) || token.is(Classes::PERFECT) => VerbForm::Perfect,
        Some(_) => VerbForm::Unsure,
    }
}

/// Returns true where the word before this one, behind "has", is a participle and no adjective.
fn ends_perfect(next: &Token) -> bool {
    let opens = Classes::BEFORE_NOUN
        .or(Classes::PREPOSITION)
        .or(Classes::SUBORDINATOR)
        .or(Classes::CONJUNCTION)
        .or(Classes::PRONOUN)
        .or(Classes::PARTICLE);
    next.is(opens)
        || next.word == "to"
        || next.can_be(Uses::DIGIT)
        || next.raw.starts_with('£')
        || next.is_adverb()
}
