//! The capital of a first word, which it keeps or loses inside another sentence.

use super::lexicon::{self, Classes};
use super::reading::Certainty;
use super::token::{Token, Uses, core};

/// Endings of nouns that are no names.
const NOUN_ENDINGS: [&str; 11] = [
    "ing", "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "cy",
];

/// Prefixes that are written with a hyphen.
const PREFIXES: [&str; 24] = [
    "re", "co", "e", "pre", "post", "non", "over", "under", "multi", "cross", "counter", "anti",
    "ill", "ex", "sub", "inter", "self", "semi", "mid", "pro", "intra", "de", "un", "bi",
];

/// Nouns of styles, of which "his" and "her" before them are a part: "His Majesty's".
const STYLES: [&str; 7] = [
    "Majest",
    "Royal",
    "Highness",
    "Excellenc",
    "Honour",
    "Grace",
    "Lordship",
];

/// Months and days, which are names in English.
const DATES: [&str; 18] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "march",
];

/// Returns whether the first word loses its capital. What is not known to be an ordinary word keeps it.
pub(super) fn is_small(tokens: &[Token], is_question: bool) -> Certainty {
    let Some(token) = tokens.first() else {
        return Certainty::No;
    };
    let written = core(token.raw);
    let mut letters = written.chars();
    let Some(first) = letters.next() else {
        return Certainty::No;
    };
    let mixed = letters.any(|sign| sign.is_uppercase() || sign.is_numeric());
    let i = written == "I" || token.word.starts_with("i'");
    if first.is_lowercase() {
        return Certainty::Yes;
    }
    if !token.before.is_empty() || !first.is_alphabetic() || mixed || i {
        return Certainty::No;
    }
    let styled = token.is(Classes::POSSESSIVE)
        && tokens
            .get(1)
            .is_some_and(|next| STYLES.iter().any(|style| next.raw.starts_with(style)));
    if styled {
        return Certainty::No;
    }
    let month_or_name = token.is_one_of(&["may", "will"]) && !is_question;
    let function = token.is(Classes::CLOSED)
        || token.is_one_of(&["to", "only", "even", "not", "also", "just"])
        || token.can_be(Uses::AUXILIARY) && !month_or_name;
    if function {
        return Certainty::Yes;
    }
    let next = tokens.get(1);
    // "Victims' Code"
    let parted = token.is_parted() && !token.can_be(Uses::OWNER);
    if next.is_some_and(opens_with_capital) && !parted {
        return Certainty::No;
    }
    // "Police and Crime Commissioner Ann Hale": a title of several words.
    let title = next.is_some_and(|next| next.word == "and")
        && tokens.get(2..4).is_some_and(|two| {
            let ordinary = two.first().and_then(|it| lexicon::classes(it.word));
            two.iter().all(opens_with_capital)
                && ordinary.is_some_and(|it| it.any(Classes::ORDINARY))
        });
    if title {
        return Certainty::No;
    }
    let word = token.word.strip_suffix("'s").unwrap_or(token.word);
    if DATES.contains(&word) {
        return Certainty::No;
    }
    let classes = lexicon::classes(word).unwrap_or_default();
    // "Street has no bobby": without an article, and with a verb of one, it is the town.
    let town = classes.any(Classes::NAME)
        && next.is_some_and(|next| {
            next.is(Classes::SINGULAR_AUXILIARY)
                || next.can_be(Uses::THIRD) && !next.can_be(Uses::NOUNS)
        });
    if classes.any(Classes::ORDINARY) && !town || is_ordinary_compound(word) {
        return Certainty::Yes;
    }
    if classes.any(Classes::NAME.or(Classes::ALSO_NAME)) || !token.can_be(Uses::KNOWN) {
        return Certainty::Unsure;
    }
    let adverb = token.can_be(Uses::ADVERB) && classes.any(Classes::ADVERB);
    let plural = token.can_be(Uses::NOUNS) && !token.can_be(Uses::OWNER);
    if plural && !adverb {
        return plural_is_small(token, next);
    }
    let noun =
        next.is_some_and(|next| next.can_be(Uses::ANY_NOUN) && !next.can_be(Uses::AUXILIARY));
    let before_noun = token.can_be(Uses::ADJECTIVE.or(Uses::PAST)) && noun;
    let ending = NOUN_ENDINGS
        .iter()
        .any(|ending| token.word.ends_with(ending));
    if adverb || ending || before_noun {
        Certainty::Yes
    } else {
        Certainty::Unsure
    }
}

/// "Non-emergency", "Face-to-face": a word with hyphens whose first part is a prefix or an ordinary word.
fn is_ordinary_compound(word: &str) -> bool {
    let Some((first, _)) = word.split_once('-') else {
        return false;
    };
    let classes = lexicon::classes(first);
    let ordinary = |it: Classes| {
        it.any(Classes::CLOSED.or(Classes::ORDINARY))
            || !it.any(Classes::NAME.or(Classes::ALSO_NAME))
    };
    PREFIXES.contains(&first) || classes.is_some_and(ordinary)
}

fn opens_with_capital(token: &Token) -> bool {
    let letter = token.raw.chars().find(|sign| sign.is_alphanumeric());
    let i = token.word == "i" || token.word.starts_with("i'");
    letter.is_some_and(char::is_uppercase) && !i
}

/// "Patrols are", but not "Bangs says": a name in -s has a verb of one behind it.
fn plural_is_small(token: &Token, next: Option<&Token>) -> Certainty {
    let stem = lexicon::of_stem_s(token.word).unwrap_or_default();
    let name = lexicon::classes(token.word.trim_end_matches('s')).unwrap_or_default();
    let of_name = stem.any(Classes::ALSO_NAME);
    let of_one = next.is_some_and(|next| {
        next.is(Classes::SINGULAR_AUXILIARY)
            || next.can_be(Uses::THIRD) && !next.can_be(Uses::NOUNS)
            || next.word == "said"
    });
    // "Vans break": a name has no verb of several behind it.
    let of_several = next.is_some_and(|next| {
        next.is(Classes::PLURAL_AUXILIARY)
            || next.can_be(Uses::BASE) && !next.can_be(Uses::THIRD.or(Uses::ADVERB))
    });
    if name.any(Classes::NAME) || of_one || of_name && !of_several {
        Certainty::Unsure
    } else {
        Certainty::Yes
    }
}
