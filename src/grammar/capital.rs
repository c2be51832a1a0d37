//! The capital of a first word, which it keeps or loses inside another sentence.

use super::lexicon::{self, Classes};
use super::reading::Certainty;
use super::token::{Token, Uses, core};
use super::word_set::{WordSet, words};

/// Endings of nouns of what is not counted, which stand without an article, for all that they may have a plural.
const ABSTRACT_ENDINGS: [&str; 16] = [
    "ing", "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "cy", "ure",
    "age", "hood", "logy", "ery",
];

/// Nouns that open the name of an institution: "Court of Appeal".
const INSTITUTIONS: &WordSet = words![
    "borough",
    "city",
    "county",
    "isle",
    "association",
    "bank",
    "chamber",
    "church",
    "college",
    "council",
    "court",
    "crown",
    "department",
    "house",
    "institute",
    "ministry",
    "office",
    "order",
    "school",
    "university",
];

/// Prefixes that are written with a hyphen.
const PREFIXES: [&str; 24] = [
    "re", "co", "e", "pre", "post", "non", "over", "under", "multi", "cross", "counter", "anti",
    "ill", "ex", "sub", "inter", "self", "semi", "mid", "pro", "intra", "de", "un", "bi",
];

/// Words that are no name, beside those of the closed classes.
const SMALL: &WordSet = words![
    "to",
    "only",
    "even",
    "not",
    "also",
    "just",
    "ours",
    "theirs",
    "sometimes",
];

/// Adjectives that stand before a name and are no part of it.
const DESCRIBING: &WordSet = words![
    "young",
    "younger",
    "old",
    "older",
    "female",
    "male",
    "local",
    "senior",
    "former",
    "nearby",
    "neighbouring",
    "rural",
    "urban",
    "many",
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
const DATES: &WordSet = words![
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
pub(super) fn is_small(tokens: &[Token], verb: Option<usize>, is_question: bool) -> Certainty {
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
    let plain = token.before.is_empty() || token.opens_quotation() && token.is_mentioned();
    if !plain || !first.is_alphabetic() || mixed || i {
        return Certainty::No;
    }
    let styled = token.is(Classes::POSSESSIVE)
        && tokens
            .get(1)
            .is_some_and(|next| STYLES.iter().any(|style| next.raw.starts_with(style)));
    if styled {
        return Certainty::No;
    }
    let initial = written.len() == 1 && tokens.get(1).is_some_and(|next| next.word == "and");
    if initial && tokens.get(2).is_some_and(|it| core(it.raw).len() == 1) {
        // "A and E"
        return Certainty::No;
    }
    let month_or_name = token.is_one_of(words!["may", "will"]) && !is_question;
    if is_counted_place(tokens) || opens_name(tokens) {
        return Certainty::Unsure;
    }
    let function = token.is(Classes::CLOSED)
        || token.is_one_of(SMALL)
        || token.can_be(Uses::AUXILIARY) && !month_or_name;
    if function {
        return Certainty::Yes;
    }
    let next = tokens.get(1);
    // "Victims' Code"
    let parted = token.is_parted() && !token.can_be(Uses::OWNER);
    if next.is_some_and(opens_with_capital) && !parted {
        return match describes_name(tokens) {
            true => Certainty::Yes,
            false => Certainty::No,
        };
    }
    if is_title(tokens) {
        return Certainty::No;
    }
    let word = token.word.strip_suffix("'s").unwrap_or(token.word);
    if DATES.contains(word) {
        return Certainty::No;
    }
    if is_of_name(word) {
        return Certainty::Unsure;
    }
    let classes = lexicon::classes(word).unwrap_or_default();
    let town = classes.any(Classes::NAME) && is_of_one(next, verb);
    if classes.any(Classes::ORDINARY) && !town || is_ordinary_compound(word) {
        return Certainty::Yes;
    }
    if classes.any(Classes::NAME) || !token.can_be(Uses::KNOWN) {
        return Certainty::Unsure;
    }
    // "Branch managers are few": a name hardly stands before another noun.
    let qualifies = verb.is_some_and(|verb| verb > 1)
        && next.is_some_and(|next| next.can_be(Uses::ANY_NOUN) && !next.is_closed());
    let may_be_name = match classes.any(Classes::ALSO_NAME) {
        true => !qualifies || token.can_be(Uses::OWNER),
        false => may_be_name(tokens, classes, verb),
    };
    match may_be_name {
        true => Certainty::Unsure,
        false => Certainty::Yes,
    }
}

/// Returns true where nobody can tell whether the first letter keeps its capital in mid-sentence, which may be that of a name
/// or of a verb: "Reading is a skill", "Policing Harlow is slow work", or stands in brackets.
pub(super) fn opens_doubtfully(tokens: &[Token], is_small: Certainty) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let next = tokens.get(1);
    let is_name = match is_small {
        Certainty::Yes => true,
        Certainty::Unsure => next.is_some_and(|next| next.raw == "the"),
        Certainty::No => !next.is_some_and(|next| next.word.ends_with("'s")),
    };
    let gerund = first.word.ends_with("ing") && !first.word.contains('-');
    first.before.starts_with(['(', '[']) || gerund && !first.is_parted() && !is_name
}

/// "Young Asian men", "Former RAF staff", but not "Local Government": an adjective before a name, and no part of it.
fn describes_name(tokens: &[Token]) -> bool {
    let describes = tokens
        .first()
        .is_some_and(|first| first.is_one_of(DESCRIBING));
    let name = tokens.get(1).and_then(|next| lexicon::classes(next.word));
    let name = name.is_some_and(|it| it.any(Classes::NAME) && !it.any(Classes::ORDINARY));
    describes && name && !tokens.get(2).is_some_and(opens_with_capital)
}

/// "Street has no bobby": without an article, and with a verb of one, it is the town.
fn is_of_one(next: Option<&Token>, verb: Option<usize>) -> bool {
    next.is_some_and(|next| {
        let is_verb = verb == Some(1) || !next.can_be(Uses::NOUNS);
        next.is(Classes::SINGULAR_AUXILIARY) || next.can_be(Uses::THIRD) && is_verb
    })
}

/// Nouns of parts of a body that have a letter for a name: "A Division".
const LETTERED: &WordSet = words![
    "division", "wing", "block", "watch", "shift", "relief", "section", "ward",
];

/// Returns true where a first word, whatever it is elsewhere, may open a name: "A Division", "Year 6", "Over has no", "Children in
/// Need", "Just Stop Oil".
fn opens_name(tokens: &[Token]) -> bool {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    if first.is_parted() {
        return false;
    }
    let lettered = first.word == "a"
        && opens_with_capital(second)
        && second.is_one_of(LETTERED)
        && !tokens.get(2).is_some_and(opens_with_capital);
    let numbered = first.word == "year" && second.can_be(Uses::DIGIT);
    // "Over has no officers": a place.
    let place = first.is(Classes::PREPOSITION)
        && second.can_be(Uses::AUXILIARY)
        && second.is(Classes::SINGULAR_AUXILIARY)
        && tokens.get(2).is_some_and(|it| !it.can_be(Uses::AUXILIARY));
    // An ordinary word with a capital that is no other name's: "in Need", but not "in Kent", "in Special Branch".
    let part = |at: usize| {
        let token = tokens.get(at);
        let next = tokens.get(at + 1).is_some_and(opens_with_capital);
        let parted = token.is_some_and(Token::is_parted);
        token.is_some_and(|it| {
            let classes = lexicon::classes(it.word).unwrap_or_default();
            let name = classes.any(Classes::NAME.or(Classes::ALSO_NAME));
            let plain = it.raw.chars().skip(1).all(|sign| !sign.is_uppercase());
            let known = it.can_be(Uses::KNOWN) && !it.is_one_of(DATES);
            opens_with_capital(it) && plain && known && !name && (parted || !next)
        })
    };
    let noun = first.can_be(Uses::ANY_NOUN) && !first.is_closed();
    let links = second.is_one_of(words!["of", "in", "and", "for"]);
    let gerund = first.can_be(Uses::ING) && second.word == "the";
    // "Barrow and Workington": one of what is counted, without an article, beside a name.
    let beside = second.word == "and"
        && first.can_be(Uses::NOUN)
        && !first.can_be(Uses::NOUNS)
        && lexicon::classes(first.word).is_some_and(|it| it.any(Classes::COUNTED))
        && tokens.get(2).is_some_and(|it| {
            let classes = lexicon::classes(it.word).unwrap_or_default();
            opens_with_capital(it) && !classes.any(Classes::ORDINARY)
        });
    let just = first.is_one_of(words!["just", "only"]) && opens_with_capital(second);
    lettered
        || numbered
        || place
        || noun && links && part(2)
        || gerund && part(2)
        || beside
        || just && {
            let classes = lexicon::classes(second.word).unwrap_or_default();
            !classes.any(Classes::NAME.or(Classes::ALSO_NAME)) && second.can_be(Uses::BASE)
        }
}

/// Returns true for a title of several words, or the name of an institution.
fn is_title(tokens: &[Token]) -> bool {
    let Some(token) = tokens.first() else {
        return false;
    };
    let next = tokens.get(1);
    // "Police and Crime Commissioner Ann Hale": a title of several words.
    let title = next.is_some_and(|next| next.word == "and")
        && tokens.get(2..4).is_some_and(|two| {
            let ordinary = two.first().and_then(|it| lexicon::classes(it.word));
            two.iter().all(opens_with_capital)
                && ordinary.is_some_and(|it| it.any(Classes::ORDINARY))
        });
    let institution = token.is_one_of(INSTITUTIONS)
        && next.is_some_and(|next| next.is_one_of(words!["of", "for"]))
        && tokens.get(2).is_some_and(opens_with_capital);
    title || institution
}

/// "Three Rivers", "Little Marlow": a place.
fn is_counted_place(tokens: &[Token]) -> bool {
    let Some(token) = tokens.first() else {
        return false;
    };
    let counted = token.is(Classes::NUMBER) || token.is_one_of(words!["little", "much"]);
    counted
        && tokens.get(1).is_some_and(|next| {
            let known = lexicon::classes(next.word).unwrap_or_default();
            let plain =
                !known.any(Classes::NAME) && !next.raw.chars().skip(1).any(char::is_uppercase);
            opens_with_capital(next) && plain
        })
}

/// Returns true where an ordinary word may be a name, because it stands as a name does and not as its noun does: one of
/// what is counted, without an article, as the whole subject ("Compass is slow"), or several with a verb of one ("Bangs
/// says").
fn may_be_name(tokens: &[Token], classes: Classes, verb: Option<usize>) -> bool {
    let Some(token) = tokens.first() else {
        return false;
    };
    let next = tokens.get(1);
    let owns = token.can_be(Uses::OWNER);
    if token.can_be(Uses::NOUNS) && !token.can_be(Uses::NOUN) && !owns {
        return may_be_name_in_s(token, verb.and_then(|at| tokens.get(at)).or(next));
    }
    let stands_alone = next.is_none_or(|next| {
        let verb_of_one = next.can_be(Uses::OF_ONE) && !next.can_be(Uses::NOUNS);
        next.can_be(Uses::AUXILIARY) || verb_of_one || next.is_adverb()
    });
    let is_abstract = ABSTRACT_ENDINGS.iter().any(|it| token.word.ends_with(it));
    let counted = classes.any(Classes::COUNTED) && !is_abstract;
    // "Unite has complained."
    let action = token.can_be(Uses::BASE)
        && !token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE).or(Uses::PARTICIPLES))
        && (verb == Some(1) || next.is_some_and(|it| it.is(Classes::SINGULAR_AUXILIARY)));
    counted && (owns || stands_alone || token.is_parted() || verb == Some(1)) || action
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

/// "English-only", "A-level": a word with a hyphen whose first part is a name or a letter.
fn is_of_name(word: &str) -> bool {
    let Some((first, second)) = word.split_once('-') else {
        return false;
    };
    let classes = lexicon::classes(first).unwrap_or_default();
    let limits = matches!(second, "only" | "level" | "levels");
    limits && (first.len() == 1 || classes.any(Classes::NAME))
}

fn opens_with_capital(token: &Token) -> bool {
    let letter = token.raw.chars().find(|sign| sign.is_alphanumeric());
    let i = token.word == "i" || token.word.starts_with("i'");
    letter.is_some_and(char::is_uppercase) && !i
}

/// "Bangs says": a name in -s has a verb of one behind it, and none of several, as "Vans break" has.
fn may_be_name_in_s(token: &Token, verb: Option<&Token>) -> bool {
    let stem = lexicon::of_stem_s(token.word).unwrap_or_default();
    let name = lexicon::classes(token.word.trim_end_matches('s')).unwrap_or_default();
    let of_one = verb.is_some_and(|verb| {
        verb.is(Classes::SINGULAR_AUXILIARY)
            || verb.can_be(Uses::THIRD) && !verb.can_be(Uses::NOUNS)
    });
    let of_several = verb.is_some_and(|verb| {
        verb.is(Classes::PLURAL_AUXILIARY)
            || verb.can_be(Uses::BASE) && !verb.can_be(Uses::THIRD.or(Uses::ADVERB))
    });
    name.any(Classes::NAME) || of_one || stem.any(Classes::ALSO_NAME) && !of_several
}
