//! Texts that open with their verb, the subject left out: "understands the needs of victims".

use super::clauses::clause_end;
use super::lexicon::{self, Classes};
use super::orders::is_order;
use super::predicate::{ends_as_headline, is_hardly_noun, is_never_noun, is_predicate};
use super::reading::Certainty;
use super::token::{Token, Uses};
use super::verbs::{VerbCandidate, candidates, left_over};
use super::word_set::{WordSet, words};

/// Plurals that stand before other nouns: "records checks", "needs assessments".
const BEFORE_NOUNS: &WordSet = words![
    "needs", "records", "drugs", "arms", "sports", "claims", "works", "rights", "goods", "plans",
    "calls", "reports", "leads", "demands", "estates", "controls",
];

/// Third persons that are listed as nouns too, and the words behind them that no noun has.
const BEFORE_WORDS: [(&str, &[&str]); 7] = [
    ("needs", &["to"]),
    ("wants", &["to"]),
    ("fails", &["to"]),
    ("tries", &["to"]),
    ("works", &["with", "to", "alongside", "towards", "together"]),
    ("cares", &["for", "about"]),
    ("looks", &["after", "into", "ahead"]),
];

/// Adverbs that may stand before a subject too: "Mostly plans are".
const BEFORE_SUBJECT: &WordSet = words![
    "only",
    "even",
    "just",
    "mainly",
    "mostly",
    "largely",
    "partly",
    "also",
    "not",
    "especially",
    "particularly",
    "often",
];

/// Verbs that have two objects, the first of which may be staff: "gives staff the time that they need".
const GIVING: &WordSet = words![
    "gives", "offers", "tells", "shows", "pays", "sends", "grants", "teaches", "asks", "allows",
    "promises", "lends", "owes", "awards", "denies", "leaves",
];

/// "Volunteers staff the counter": several who staff something, and no body that volunteers.
fn may_be_staffed(tokens: &[Token], at: usize) -> bool {
    let object = Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::NUMBER);
    let is =
        |behind: usize, test: &dyn Fn(&Token) -> bool| tokens.get(at + behind).is_some_and(test);
    is(0, &|it| it.can_be(Uses::NOUNS) && !it.is_one_of(GIVING))
        && is(1, &|it| it.word == "staff")
        && is(2, &|it| it.is(object))
}

/// Returns whether a text opens with a finite verb, or an adverb and one, and has no subject. `has_verb` is true where
/// another word of it is known as its main verb.
pub(super) fn lacks_subject(tokens: &[Token], has_verb: bool) -> Certainty {
    let small = tokens.first().is_some_and(|first| {
        let letter = first.raw.chars().find(|sign| sign.is_alphabetic());
        letter.is_some_and(char::is_lowercase)
    });
    let (at, certain) = adverbs(tokens, small);
    let Some(token) = tokens.get(at) else {
        return Certainty::No;
    };
    let Some(next) = tokens.get(at + 1) else {
        return behind_adverb(token, certain);
    };
    if may_be_staffed(tokens, at) {
        return Certainty::Unsure;
    }
    let written = Uses::DIGIT.or(Uses::HYPHEN).or(Uses::OWNER);
    let capital = at > 0 && token.can_be(Uses::CAPITAL);
    // "Cases not reviewed."
    let auxiliary = token.can_be(Uses::AUXILIARY) || small && token.is(Classes::MODAL);
    let denied = next.word == "not" && !auxiliary;
    if token.is_parted() || capital || denied || token.can_be(written) {
        return Certainty::No;
    }
    if is_order(tokens, at) {
        return Certainty::Unsure;
    }
    if auxiliary {
        return of_auxiliary(tokens, at, small);
    }
    // "needs of victims" are more often had than felt.
    let of = next.word == "of";
    let behind_noun = of || next.is(Classes::PREPOSITION) || ends_as_headline(tokens, at);
    let hardly = is_never_noun(token) && !of || is_hardly_noun(token) && !behind_noun;
    let noun = token.can_be(Uses::ANY_NOUN) && !hardly || token.word == "lives";
    // "boats that float"
    let relative = next.is_one_of(words!["that", "who", "which", "whose"]) && noun;
    let name = !small && token.is(Classes::NAME.or(Classes::ALSO_NAME));
    let in_doubt = |doubtful: bool| match doubtful && !has_verb {
        true => Certainty::Unsure,
        false => Certainty::No,
    };
    let thanks = token.word == "thanks" && next.word == "to";
    if token.is_closed() || relative || thanks {
        return Certainty::No;
    }
    // "visits repeat victims"
    let then = tokens.get(at + 2);
    if next.word == "repeat" && then.is_some_and(|then| then.can_be(Uses::NOUNS)) {
        return Certainty::Unsure;
    }
    if token.can_be(Uses::THIRD) || is_past_alone(token) {
        let alone = is_only_verb(tokens, at);
        // Behind an adverb, and before what only a verb has behind it, a plural is none.
        let verb = certain > 0 || is_object(tokens, at + 1) || is_predicate(tokens, at);
        let rival = rival(tokens, at);
        let denied = tokens.first().is_some_and(|it| it.word == "not");
        return match (noun || name, alone) {
            _ if denied => in_doubt(rival != Rival::Certain),
            (false, _) if small || alone || rival == Rival::None => Certainty::Yes,
            // "Wells waits longest"
            (_, true) if verb && !(name && at == 0) && !ends_as_headline(tokens, at) => {
                Certainty::Yes
            }
            (false, _) if rival != Rival::Certain => Certainty::Unsure,
            // "Radios fail": a plural with a capital is a subject where anything can be its verb.
            _ => in_doubt(rival != Rival::Certain && (small || rival == Rival::None && !name)),
        };
    }
    let alone = is_only_verb(tokens, at);
    if at > 0 && !small {
        return Certainty::No;
    }
    let object = next.is(Classes::BEFORE_NOUN) && !next.is_one_of(words!["that", "this"]);
    if token.can_be(Uses::PAST) {
        // "Led by a strong team" is no subject either; "Improved training" may be one.
        return in_doubt(alone && (object || next.is(Classes::PREPOSITION)));
    }
    let bare = token.can_be(Uses::BASE) && !token.is_adverb();
    in_doubt(alone && bare && !name && (!noun && !token.can_be(Uses::ADJECTIVE) || object))
}

/// Returns the number of adverbs that a text opens with, and of those among them that never stand before a subject.
fn adverbs(tokens: &[Token], small: bool) -> (usize, usize) {
    let adverb = |at: &usize| {
        let token = tokens.get(*at);
        token.is_some_and(|it| is_before_verb(it, tokens.get(at + 1)) && (small || is_listed(it)))
    };
    let at = (0..tokens.len()).take_while(adverb).count();
    let at = at + usize::from(at > 0 && tokens.get(at).is_some_and(|it| it.word == "longer"));
    let certain = tokens.get(..at).unwrap_or_default();
    let certain = certain.iter().filter(|it| !it.is_one_of(BEFORE_SUBJECT));
    (at, certain.count())
}

/// "Always listens.": a last word behind adverbs, `certain` of which never stand before a subject.
fn behind_adverb(token: &Token, certain: usize) -> Certainty {
    let verb = certain > 0 && token.can_be(Uses::THIRD) && !token.can_be(Uses::CAPITAL);
    match token.can_be(Uses::ANY_NOUN) && !is_hardly_noun(token) {
        _ if !verb => Certainty::No,
        true => Certainty::Unsure,
        false => Certainty::Yes,
    }
}

/// Returns true for an adverb that stands before a verb, with nothing between them.
fn is_before_verb(token: &Token, next: Option<&Token>) -> bool {
    let longer = token.word == "no" && next.is_some_and(|next| next.word == "longer");
    let adverb = token.is_adverb() || token.is_one_of(words!["never", "rarely", "seldom"]);
    // "Better radios"
    let of_noun = token.can_be(Uses::ADJECTIVE)
        && !token.word.ends_with("ly")
        && token.word != "still"
        && !token.is_one_of(BEFORE_SUBJECT);
    // "Both need vans": the two that were named.
    let pronoun = token.is_one_of(words!["both", "each", "all"]);
    longer || adverb && !of_noun && !pronoun && !token.is_parted()
}

/// Returns true for an adverb that is listed, or made of a word that is: "Sally has" has a subject.
fn is_listed(token: &Token) -> bool {
    let stem = token.word.strip_suffix("ly").unwrap_or_default();
    let adjective = Classes::ADJECTIVE.or(Classes::PLAIN_ADJECTIVE);
    let made = [stem, token.word].into_iter().filter(|stem| stem.len() > 2);
    token.is(Classes::MIDDLE_ADVERB.or(Classes::DETERMINER))
        || token.is_one_of(words!["never", "rarely", "seldom"])
        || made
            .filter_map(lexicon::classes)
            .any(|it| it.any(adjective))
}

/// How surely a word behind the first could be the verb of which that, as a plural, is the subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rival {
    None,
    /// It may be a noun or a participle here: "monitors risk", "keeps victims informed".
    Likely,
    /// "Plans reflect", "controls at the desk are".
    Certain,
}

/// Returns the rival of the word at `verb`.
fn rival(tokens: &[Token], verb: usize) -> Rival {
    let end = clause_end(tokens, verb);
    let Some(left) = left_over(tokens, &candidates(tokens, verb, end).0, verb, end) else {
        return Rival::Likely;
    };
    let behind = left.iter().filter(|each| each.at > verb);
    let behind = behind.filter_map(|each| Some((each.certain, tokens.get(each.at)?)));
    behind
        .filter(|(_, token)| token.agrees_with_several())
        .fold(Rival::None, |found, (certain, token)| {
            let other = token.can_be(Uses::ANY_NOUN.or(Uses::PAST));
            match !certain && other && found != Rival::Certain {
                true => Rival::Likely,
                false => Rival::Certain,
            }
        })
}

/// Returns true for a past that is neither a participle nor a noun: "took".
fn is_past_alone(token: &Token) -> bool {
    token.can_be(Uses::PAST_ONLY) && !token.can_be(Uses::PAST.or(Uses::NOUN).or(Uses::BASE))
}

/// Returns true where no word but the one at `verb` could be the main verb.
fn is_only_verb(tokens: &[Token], verb: usize) -> bool {
    let end = clause_end(tokens, verb);
    let (found, _) = candidates(tokens, verb, end);
    // "answers letters", "deals with calls": no third person follows a plural.
    let adverb = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|it| it.is_adverb() || it.word == "well")
    };
    let behind = verb + 1 + (verb + 1..end).take_while(adverb).count();
    let phrase = tokens.get(behind).is_some_and(|it| {
        it.is(Classes::PREPOSITION) || behind == verb + 1 && it.can_be(Uses::DIGIT)
    });
    let object = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            (at == verb + 1 || phrase && !token.can_be(Uses::AUXILIARY))
                && token.can_be(Uses::NOUNS)
                && !token.agrees_with_several()
        })
    };
    let left = left_over(tokens, &found, verb, end);
    left.is_some_and(|left| left.iter().all(|each| each.at == verb || object(each.at)))
}

/// "plans its shifts", "works well with", "reviews old cases", "knows how": behind a plural noun, no phrase goes on so.
fn is_object(tokens: &[Token], at: usize) -> bool {
    let (Some(token), next) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let goes_with = BEFORE_WORDS.iter().any(|(verb, words)| {
        before.is_some_and(|it| it.word == *verb) && words.contains(&token.word)
    });
    let owner = Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::QUANTIFIER)
        .or(Classes::NUMBER);
    let relative = token.is_one_of(words![
        "that", "which", "who", "whom", "whose", "where", "when", "why",
    ]);
    let clause = token.is(Classes::SUBORDINATOR) && !relative;
    let well = token.word == "well" || token.is_adverb();
    let then = next.is_none_or(|next| next.is_closed() || token.is_parted());
    // "answers 999 calls"
    let counted = |next: &Token| next.can_be(Uses::NOUNS) || next.word == "percent";
    let figure = token.can_be(Uses::DIGIT) && next.is_some_and(counted);
    let noun = next.is_some_and(|next| next.can_be(Uses::ANY_NOUN) && !next.is_closed());
    let adjective = token.can_be(Uses::ADJECTIVE)
        && !token.can_be(
            Uses::ANY_NOUN
                .or(Uses::PARTICIPLES)
                .or(Uses::ING)
                .or(Uses::FINITE),
        );
    let pronoun = token.is_one_of(words!["them", "us", "itself", "everyone", "everybody"]);
    // "answers letters", "visits victims"
    let plural = token.can_be(Uses::NOUNS)
        && !token.can_be(Uses::NOUN.or(Uses::OWNER))
        && !before.is_some_and(|it| it.is_one_of(BEFORE_NOUNS));
    goes_with
        || token.is(owner) && !relative
        || clause
        || pronoun
        || figure
        || well && then
        || adjective && noun && !token.is_parted()
        || plural
}

/// "is good at", "has improved", "does not", "must act": and no question that lost its mark.
fn of_auxiliary(tokens: &[Token], at: usize, small: bool) -> Certainty {
    let Some(token) = tokens.get(at) else {
        return Certainty::No;
    };
    let skips = |at: &usize| {
        let skipped = |token: &Token| {
            token.word == "not" || token.is_adverb() && !token.is_parted() && token.word != "no"
        };
        tokens.get(*at).is_some_and(skipped)
    };
    let behind = at + 1 + (at + 1..tokens.len()).take_while(skips).count();
    let Some(next) = tokens.get(behind) else {
        return Certainty::No;
    };
    let several = token.is(Classes::PLURAL_AUXILIARY)
        || token.word.contains('\'') && !token.word.ends_with("n't");
    let subject = next.is(Classes::PRONOUN) || next.can_be(Uses::CAPITAL);
    let end = clause_end(tokens, at);
    let left = left_over(tokens, &candidates(tokens, at, end).0, at, end);
    // "does not tell victims when a case is closed"
    let links = Classes::CONJUNCTION.or(Classes::SUBORDINATOR);
    let in_clause = |verb: usize| {
        let between = tokens.get(at..verb).unwrap_or_default();
        between.iter().any(|token| token.is(links))
    };
    let rival = |each: &VerbCandidate| each.certain && each.at > behind && !in_clause(each.at);
    let other = left.is_none_or(|left| left.iter().any(rival));
    if several || subject || other {
        return Certainty::No;
    }
    let skipped = behind > at + 1;
    // "good at", "failing to": no noun with a verb behind it.
    let links = Classes::PREPOSITION.or(Classes::CONJUNCTION);
    let linked = tokens
        .get(behind + 1)
        .is_none_or(|then| next.is_parted() || then.is(links) || then.word == "to");
    let noun = next.can_be(Uses::ANY_NOUN) && !next.is_closed() && !linked;
    let article = next.is_one_of(words!["a", "an", "no", "its"]);
    let state = next.can_be(Uses::ADJECTIVE.or(Uses::PARTICIPLES).or(Uses::ING));
    let fits = match token.auxiliary() {
        Some(Classes::BE) => {
            let of_phrase = next.is(Classes::PREPOSITION) || next.is_one_of(words!["one", "to"]);
            state && (skipped || !noun || small) || article || of_phrase
        }
        Some(Classes::HAVE) => {
            let participle = next.can_be(Uses::PARTICIPLES) || next.word == "been";
            let quantity = next.is(Classes::QUANTIFIER.or(Classes::DEGREE)) || next.word == "to";
            let object = token.is_one_of(words!["has", "hasn't"]) && is_had(tokens, behind);
            object
                || participle && (!noun || skipped || small)
                || article
                || quantity
                || state && !noun
        }
        Some(Classes::DO) => {
            let well = next.is_one_of(words!["well", "what", "more", "too", "enough"]);
            let verb = next.can_be(Uses::BASE) || next.is_one_of(words!["have", "do", "be"]);
            well || (skipped || token.word.ends_with("n't")) && verb
        }
        Some(Classes::MODAL) => {
            let verb =
                next.can_be(Uses::BASE) || next.is_one_of(words!["be", "have", "do", "like"]);
            // "Should demand rise, it will"
            let small = small && !ends_as_headline(tokens, at);
            verb && (!noun || small || is_only_verb(tokens, at))
        }
        _ => false,
    };
    // What opens so has no subject either way: whether one can be put in is what is not known.
    if fits {
        Certainty::Yes
    } else {
        Certainty::Unsure
    }
}

/// "has good plans", "has 84 officers", "has set up": what only stands behind "has", whose subject is no plural.
fn is_had(tokens: &[Token], at: usize) -> bool {
    let (Some(next), then) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let plural = |it: &Token| it.can_be(Uses::NOUNS) && !it.can_be(Uses::NOUN);
    let several = plural(next) || next.can_be(Uses::ADJECTIVE) && then.is_some_and(plural);
    let counted = next.can_be(Uses::DIGIT) || next.is(Classes::NUMBER) || next.word == "had";
    let set = next.can_be(Uses::PARTICIPLES) && then.is_some_and(|it| it.is(Classes::PARTICLE));
    several || counted || set
}
