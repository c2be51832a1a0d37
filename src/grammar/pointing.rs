//! Words that stand for something in the sentence before: a text that points back, what its pronoun can stand for, and
//! whether a sentence names that.

use super::lexicon::Classes;
use super::links::is_neither_of_two;
use super::phrase_set::{PhraseSet, phrases};
use super::read;
use super::reading::{Antecedent, Pointer};
use super::token::{Token, Uses, Words, core};
use super::tokens::{Tokens, end_of_sentence};
use super::word_set::{WordSet, words};

/// Words of the sentence before at a head.
const POINTING: &WordSet = words![
    "this",
    "these",
    "those",
    "such",
    "they",
    "he",
    "she",
    "therefore",
    "here",
    "elsewhere",
    "otherwise",
];

/// Phrases that point to the sentence before at a head.
const POINTING_PHRASES: &PhraseSet = phrases![
    ["since", "then"],
    ["since", "our", "visit"],
    ["since", "our", "inspection"],
    ["as", "a", "result"],
    ["in", "particular"],
    ["for", "example"],
    ["for", "instance"],
    ["as", "a", "consequence"],
    ["in", "response"],
    ["because", "of", "this"],
    ["for", "this", "reason"],
    ["by", "then"],
    ["until", "then"],
    ["the", "latter"],
    ["the", "former"],
    ["even", "this"],
    ["even", "these"],
    ["the", "same", "is"],
    ["the", "same", "was"],
    ["the", "same", "applies"],
];

/// Nouns for what an inspection says, which "this" and "that" before them point to.
const SAYINGS: &WordSet = words![
    "finding",
    "findings",
    "matter",
    "matters",
    "concern",
    "concerns",
    "criticism",
];

/// Nouns that "this" before them shows to whoever hears it, with no sentence before: "this year", "this inspection".
const SHOWN: &WordSet = words![
    "finding",
    "findings",
    "judgments",
    "grades",
    "inspection",
    "inspections",
    "report",
    "reports",
    "assessment",
    "assessments",
    "statement",
    "programme",
    "round",
    "cycle",
    "force",
    "service",
    "constabulary",
    "brigade",
    "region",
    "county",
    "city",
    "area",
    "country",
    "century",
    "decade",
    "occasion",
    "stage",
    "date",
];

/// Singular nouns of several people, for which "they" can stand.
const OF_PEOPLE: &WordSet = words![
    "lead",
    "head",
    "champion",
    "chair",
    "deputy",
    "expert",
    "staff",
    "police",
    "public",
    "team",
    "crew",
    "family",
    "council",
    "board",
    "panel",
    "workforce",
    "leadership",
    "group",
    "unit",
    "community",
    "committee",
    "department",
    "command",
    "squad",
    "victim",
    "child",
    "person",
    "constable",
    "chief",
    "public's",
    "nurse",
    "detective",
    "clerk",
    "friend",
    "youth",
    "girl",
    "colleague",
    "representative",
    "executive",
    "apprentice",
    "cadet",
    "recruit",
];

/// Endings of nouns of people.
const PEOPLE_ENDINGS: [&str; 8] = ["er", "or", "ist", "ant", "ent", "ee", "man", "woman"];

/// Words that may stand for something in the sentence before, at a head.
const AT_HEAD: &WordSet = words![
    "they", "their", "he", "she", "his", "her", "both", "neither", "these", "those", "this",
    "that", "there",
];

/// Words before them.
const LINKS: &WordSet = words!["and", "but", "so", "yet"];

/// All words that may stand for something in the sentence before, at a head or inside a text.
const STANDING: &WordSet = words![
    "they", "they're", "they've", "they'd", "they'll", "their", "them", "his", "her", "he", "she",
    "both", "neither", "these", "those", "this", "that", "that's", "such", "there",
];

/// Returns the word at the head of a text that stands for something in the sentence before. `alone` is true where no
/// sentence is before it: then every word is one that stands for what the text does not name.
pub fn pointer(text: &str, alone: bool) -> Option<Pointer> {
    let words = Words::new(text);
    if !words.have(STANDING) {
        return None;
    }
    let first = text.split_whitespace().next()?;
    let small = stem(core(first)).to_ascii_lowercase();
    let opens = |words: &WordSet| words.contains(&small);
    if !alone && !opens(AT_HEAD) && !opens(LINKS) && !first.ends_with(',') {
        return None;
    }
    let all = words.tokens(text);
    let tokens = all.get(..end_of_sentence(&all))?;
    let first = tokens.first()?;
    let adverb = first.can_be(Uses::ADVERB) || first.is_one_of(words!["however", "overall"]);
    let link = first.is_one_of(LINKS) || adverb && first.is_parted();
    let rest = tokens.get(usize::from(link)..)?;
    let found = at_head(rest, alone).map(|antecedent| (rest.first(), antecedent));
    let inside = || {
        let at = (1..rest.len()).find(|at| alone && is_inside(rest, *at))?;
        Some((rest.get(at), Antecedent::Anything))
    };
    let (token, antecedent) = found.or_else(inside)?;
    let token = token?;
    Some(Pointer {
        word: text.get(token.range())?.to_owned(),
        antecedent,
    })
}

/// Returns true where "it" is the subject behind a few words that lead in: "Too often, it loses files".
pub fn leads_in_it(text: &str) -> bool {
    let comma = text.contains(',').then(|| text.split_once(", it "));
    let Some((before, behind)) = comma.flatten() else {
        return false;
    };
    let few = before.split(' ').count() < 5 && !before.contains(',');
    // "When the room is busy, it": what leads in may name it.
    let names = Words::new(before).tokens(before).iter().any(|token| {
        token.is(Classes::DETERMINER.or(Classes::POSSESSIVE)) || token.can_be(Uses::AUXILIARY)
    });
    few && !names && !behind.is_empty()
}

/// "they" of "They're", "she" of "She's".
fn stem(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word)
}

/// Returns what the first word can stand for, where it is such a word.
fn at_head(tokens: &[Token], alone: bool) -> Option<Antecedent> {
    let (first, next) = (tokens.first()?, tokens.get(1)?);
    if !first.is_one_of(STANDING) {
        return None;
    }
    let verb = |token: &Token| {
        let finite =
            token.can_be(Uses::FINITE) && !token.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE));
        token.can_be(Uses::AUXILIARY) || finite || token.is_adverb()
    };
    let shown = |from: usize| {
        let some = tokens.iter().skip(from);
        some.take(3)
            .any(|token| token.is(Classes::TIME) || token.is_one_of(SHOWN))
    };
    // "This is our first inspection of the force."
    let tells = next.is(Classes::BE) && tokens.iter().skip(2).any(|it| it.is_one_of(SHOWN));
    match first.word {
        "they" | "they're" | "they've" | "they'd" | "they'll" | "their" => {
            Some(Antecedent::Several)
        }
        "his" | "her" if next.is_one_of(words!["majesty", "majesty's", "royal"]) => None,
        "he" | "she" | "his" | "her" => Some(Antecedent::Person),
        "both" if verb(next) => Some(Antecedent::Several),
        "neither" if is_neither_of_two(tokens) => Some(Antecedent::Several),
        "these" | "those" if verb(next) => Some(Antecedent::Several),
        "this" if verb(next) || behind_lone_this(next) => (!tells).then_some(Antecedent::Anything),
        "that" if next.can_be(Uses::AUXILIARY) && !first.is_parted() => Some(Antecedent::Anything),
        "that" if behind_lone_this(next) && tokens.len() == 2 => Some(Antecedent::Anything),
        "that's" => Some(Antecedent::Anything),
        "this" | "these" if alone && next.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE)) => {
            (!shown(1)).then_some(Antecedent::Anything)
        }
        "such" if alone && next.can_be(Uses::ANY_NOUN) => Some(Antecedent::Anything),
        "there" if first.is_parted() || next.is(Classes::BEFORE_NOUN.or(Classes::PRONOUN)) => {
            Some(Antecedent::Anything)
        }
        _ => None,
    }
}

/// "This means", "That matters": no plural follows "this".
fn behind_lone_this(next: &Token) -> bool {
    next.can_be(Uses::THIRD) && !next.can_be(Uses::NOUN.or(Uses::CAPITAL))
}

/// Returns true where a word inside a text stands for what no word before it names: "act on this", "is mending them".
fn is_inside(tokens: &[Token], at: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(at), tokens.get(at - 1)) else {
        return false;
    };
    if !token.is_one_of(STANDING) {
        return false;
    }
    let pronoun = token.is_one_of(words!["this", "these"]) && is_pronoun(tokens, at);
    let object = before.is(Classes::PREPOSITION) || before.can_be(Uses::FINITE.or(Uses::ING));
    let parts = Classes::COORDINATOR
        .or(Classes::SUBORDINATOR)
        .or(Classes::CONJUNCTION);
    let earlier = tokens.get(..at).unwrap_or_default();
    let parted = |token: &Token| token.is_parted() || token.is(parts);
    pronoun && object && !earlier.iter().any(parted)
        || token.word == "them" && is_lone_object(tokens, at)
}

/// Returns true where a sentence may name what a pronoun in the next stands for. `names` are those of the body, which is
/// one, and no person. In doubt it does.
pub fn offers<N: AsRef<str>>(text: &str, names: &[N], antecedent: Antecedent) -> bool {
    if antecedent == Antecedent::Anything {
        return true;
    }
    let reading = read(text, names);
    let verb = reading.verb.map(|verb| verb.range.start);
    let behind = match reading.named {
        Some(_) => reading.predicate,
        None => 0,
    };
    let words = Words::new(text);
    let tokens = words.tokens(text);
    let said = tokens.iter().filter(|token| token.at >= behind);
    let mut said = said.filter(|token| Some(token.range().start) != verb);
    said.any(|token| {
        let unknown = !token.can_be(Uses::KNOWN.or(Uses::DIGIT).or(Uses::HYPHEN));
        let person = token.is_one_of(OF_PEOPLE)
            || token.is_one_of(words![
                "who", "whoever", "someone", "everyone", "anyone", "nobody"
            ])
            || token.can_be(Uses::NOUN)
                && PEOPLE_ENDINGS.iter().any(|end| token.word.ends_with(end));
        let named = token.can_be(Uses::CAPITAL) || unknown || person;
        let several = token.can_be(Uses::NOUNS.or(Uses::DIGIT))
            || token.is(Classes::COORDINATOR
                .or(Classes::NUMBER)
                .or(Classes::PLURAL_NOUN))
            || token.is(Classes::QUANTIFIER) && !token.is_one_of(words!["this", "that", "such"])
            || token.is_one_of(words![
                "they", "them", "their", "we", "us", "our", "neither"
            ]);
        let someone = token.is_one_of(words!["he", "she", "him", "his", "her"]);
        match antecedent {
            Antecedent::Several => named || several,
            Antecedent::Person | Antecedent::Anything => named || someone,
        }
    })
}

/// Returns true where the words point to what was said before: "This helps", "has since acted on both of these". What
/// opens `linked` does.
pub(super) fn points_back(tokens: &Tokens, linked: bool) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let second = tokens.get(1);
    let both = first.word == "both" && !tokens.have(words!["and"]);
    let alone = first.is_one_of(words!["that", "neither"])
        && second.is_some_and(|second| second.can_be(Uses::AUXILIARY))
        || first.word == "that's";
    first.is_one_of(POINTING)
        || words!["they", "he", "she"].contains(stem(first.word))
        || both
        || alone
        || linked
        || POINTING_PHRASES.stand_at(tokens, 0)
        || tokens.may_have(words!["this", "these", "both", "since"])
            && (1..tokens.len()).any(|at| is_pronoun(tokens, at) || is_since(tokens, at))
        || tokens.may_have(words!["this", "that", "these", "those", "them", "it"])
            && (0..tokens.len()).any(|at| is_saying(tokens, at) || is_lone_object(tokens, at))
}

/// "acted on both of these", "because of this": a pronoun, and no determiner.
fn is_pronoun(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next = tokens.get(at + 1);
    let alone = token.is_parted()
        || next.is_none_or(|next| next.can_be(Uses::AUXILIARY) || next.is(Classes::PREPOSITION));
    let of = token.word == "both" && next.is_some_and(|next| next.word == "of");
    token.is_one_of(words!["this", "these", "both"]) && alone || of
}

/// "has since acted": since what the sentence before says.
fn is_since(tokens: &[Token], at: usize) -> bool {
    let has = at.checked_sub(1).and_then(|at| tokens.get(at));
    let has = has.is_some_and(|token| token.is(Classes::HAVE));
    let next = tokens.get(at + 1);
    let participle = next.is_some_and(|next| next.can_be(Uses::PARTICIPLES));
    has && participle && tokens.get(at).is_some_and(|token| token.word == "since")
}

/// "accepted this finding", "on these matters".
fn is_saying(tokens: &[Token], at: usize) -> bool {
    let points = |token: &Token| token.is_one_of(words!["this", "that", "these", "those"]);
    tokens.get(at).is_some_and(points)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_one_of(SAYINGS))
}

/// "is mending them", "has now closed it": an object whose noun is not in the sentence.
fn is_lone_object(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default();
    let is = |word: &str| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.word == word && !token.can_be(Uses::CAPITAL))
    };
    if is("them") {
        let several = Uses::NOUNS.or(Uses::CAPITAL).or(Uses::DIGIT);
        return !before.iter().any(|token| {
            token.can_be(several)
                || token.is(Classes::COORDINATOR
                    .or(Classes::NUMBER)
                    .or(Classes::QUANTIFIER))
                    && !token.is_one_of(words!["most", "some", "all", "one", "many", "few", "both"])
                || token.is_one_of(words!["who", "everyone", "anyone", "somebody", "anybody"])
        });
    }
    if !is("it") || at < 3 {
        return false;
    }
    // The body itself would be "itself"; its own noun is the second word.
    let parted = tokens.get(at).is_some_and(Token::is_parted);
    let ends = parted
        || tokens
            .get(at + 1)
            .is_some_and(|it| it.is(Classes::PREPOSITION));
    let noun = |token: &Token| token.can_be(Uses::ANY_NOUN.or(Uses::CAPITAL)) && !token.is_adverb();
    let rest = tokens.get(2..at).unwrap_or_default();
    ends && !rest.iter().any(noun)
}
