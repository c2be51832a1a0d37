//! Texts that stand for a noun phrase and are none: a clause with "that", a question, a participle.

use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::verbs::candidates;
use super::word_set::words;

/// The form of a text that stands for a noun phrase or a clause. Not every frame can take each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContentForm {
    /// A plain clause, a plain noun phrase, or what cannot be told.
    #[default]
    Plain,
    /// "that the force listens".
    That,
    /// "why victims are not told".
    Why,
    /// "whether victims are told".
    Whether,
    /// "working with schools".
    Gerund,
    /// "more done for victims".
    Participle,
    /// "the force having listened".
    Absolute,
}

/// Returns the form of a text that is no plain clause and no plain noun phrase.
pub(super) fn content_form(tokens: &[Token]) -> ContentForm {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return ContentForm::Plain;
    };
    let owner = Classes::DETERMINER.or(Classes::POSSESSIVE);
    let subject = second.is(owner.or(Classes::SUBJECT_PRONOUN));
    let plural = second.can_be(Uses::NOUNS) && !second.can_be(Uses::NOUN.or(Uses::THIRD));
    match first.word {
        "that" if subject || plural => return ContentForm::That,
        "why" => return ContentForm::Why,
        "whether" => return ContentForm::Whether,
        _ => {}
    }
    // "working with schools", "seeing more patrols", but not "training for officers".
    let object =
        second.is(owner.or(Classes::QUANTIFIER)) && second.word != "that" || second.word == "with";
    if first.can_be(Uses::ING) && !first.is_parted() && object {
        return ContentForm::Gerund;
    }
    // "more done for victims", but not "more trained officers".
    let ends = tokens.get(2).is_none_or(|it| {
        second.is_parted() || it.is(Classes::PREPOSITION) || it.is_one_of(words!["to", "by"])
    });
    let participle = second.can_be(Uses::PARTICIPLES) && !second.can_be(Uses::ANY_NOUN);
    if first.is_one_of(words!["more", "less", "much", "enough"]) && participle && ends {
        return ContentForm::Participle;
    }
    let having = tokens
        .iter()
        .skip(1)
        .position(|token| token.word == "having");
    let absolute = having.map(|at| at + 1).is_some_and(|at| {
        let none = |from: usize, to: usize| from >= to || candidates(tokens, from, to).0.is_empty();
        let noun = tokens.get(at - 1).is_some_and(|before| {
            !before.is_parted() && !before.is(Classes::PREPOSITION) && before.can_be(Uses::ANY_NOUN)
        });
        let perfect = tokens
            .get(at + 1)
            .is_some_and(|next| next.can_be(Uses::PARTICIPLES));
        noun && perfect && none(0, at) && none(at + 2, tokens.len())
    });
    match absolute {
        true => ContentForm::Absolute,
        false => ContentForm::Plain,
    }
}
