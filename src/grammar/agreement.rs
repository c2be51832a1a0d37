//! A subject and its verb that do not agree: "Officers is tired", "A plan are made".

use super::lexicon::{self, Classes};
use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Verbs of one and of several, in the same order.
const PAIRS: [(&str, &str); 8] = [
    ("is", "are"),
    ("was", "were"),
    ("has", "have"),
    ("does", "do"),
    ("isn't", "aren't"),
    ("wasn't", "weren't"),
    ("hasn't", "haven't"),
    ("doesn't", "don't"),
];

/// Nouns of which one is often spoken of as several, or that count: "a number of calls are", "a team are".
const OF_MANY: &WordSet = words![
    "number",
    "majority",
    "minority",
    "range",
    "handful",
    "few",
    "third",
    "quarter",
    "half",
    "lot",
    "proportion",
    "couple",
    "variety",
    "series",
    "dozen",
    "hundred",
    "thousand",
    "million",
    "percentage",
    "fraction",
    "mix",
    "host",
    "set",
    "group",
];

/// Endings of plurals that are spoken of as one: "economics is", "the news is".
const AS_ONE: [&str; 9] = [
    "ics",
    "news",
    "series",
    "headquarters",
    "resources",
    "standards",
    "estates",
    "services",
    "operations",
];

/// Returns the verb right behind a subject of one noun with which it certainly does not agree, and the form that would.
pub(super) fn disagreement(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let opens = Classes::DETERMINER.or(Classes::POSSESSIVE);
    let determiner = tokens.first()?;
    if determiner.is_one_of(words!["there", "it"]) {
        return of_nothing(determiner, tokens.get(1)?, tokens.get(2)?, tokens.get(3));
    }
    let from = usize::from(determiner.is(opens));
    // "Recruiting officers is hard": no word in -ing is passed over.
    let before_noun = |at: &usize| {
        let other = Uses::NOUNS
            .or(Uses::ING)
            .or(Uses::CAPITAL)
            .or(Uses::DIGIT)
            .or(Uses::PARTICIPLES);
        let noun = Uses::ADJECTIVE.or(Uses::NOUN);
        let follows = tokens
            .get(*at + 1)
            .is_some_and(|it| it.can_be(Uses::ANY_NOUN));
        tokens.get(*at).is_some_and(|it| {
            follows && it.can_be(noun) && !it.can_be(other) && !it.is_parted() && !it.is_closed()
        })
    };
    let at = from + (from..tokens.len()).take_while(before_noun).count();
    let (noun, verb) = (tokens.get(at)?, tokens.get(at + 1)?);
    let written = Uses::OWNER
        .or(Uses::DIGIT)
        .or(Uses::HYPHEN)
        .or(Uses::CAPITAL);
    if noun.is_parted() || noun.is_closed() || noun.can_be(written) {
        return None;
    }
    // "Wales has its own approach."
    let names = Classes::NAME.or(Classes::ALSO_NAME);
    if at == 0 && lexicon::classes(noun.word).is_some_and(|it| it.any(names)) {
        return None;
    }
    let one = PAIRS.iter().find(|(one, _)| verb.word == *one);
    let several = PAIRS.iter().find(|(_, several)| verb.word == *several);
    let of_one = determiner.is_one_of(words!["a", "an", "this", "each", "every", "another"]);
    let plural =
        noun.can_be(Uses::NOUNS) && !noun.can_be(Uses::NOUN.or(Uses::ING).or(Uses::ADJECTIVE));
    // "Visits is one way to check."
    let told = tokens
        .get(at + 2)
        .is_some_and(|it| it.is_one_of(words!["what", "one", "a", "the"]));
    let as_one = told || AS_ONE.iter().any(|ending| noun.word.ends_with(ending));
    let singular = noun.can_be(Uses::NOUN) && !noun.can_be(Uses::NOUNS) && !noun.is_one_of(OF_MANY);
    match (one, several) {
        (Some((_, several)), _) if plural && !as_one && !of_one => Some((at + 1, several)),
        (_, Some((one, _))) if singular && of_one => Some((at + 1, one)),
        _ => None,
    }
}

/// "There is many gaps", "It have plans".
fn of_nothing(
    first: &Token,
    verb: &Token,
    next: &Token,
    then: Option<&Token>,
) -> Option<(usize, &'static str)> {
    let pair = |(one, several): &&(&str, &str)| verb.word == *one || verb.word == *several;
    let (one, several) = PAIRS.iter().find(pair)?;
    let many = |token: &Token| token.is_one_of(words!["many", "several", "few"]);
    // "There is many a slip."
    let of_one = then.is_some_and(|then| then.is_one_of(words!["a", "an"]));
    let counted = many(next) && !of_one || next.word == "too" && then.is_some_and(many);
    match first.word {
        "there" if verb.word == *one && counted => Some((1, several)),
        "it" if verb.word == *several && verb.word != "were" => Some((1, one)),
        _ => None,
    }
}
