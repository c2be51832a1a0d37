//! Texts that open with a bare verb, as an order does: "Reduce delays.", "Be kinder.".

use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::verbs::{SAYING, candidates, left_over};
use super::word_set::{WordSet, words};

/// Verbs that are nouns of what is counted, so that no sentence has one alone as its subject: "Review cases."
const ORDERS: &WordSet = words![
    "review",
    "check",
    "audit",
    "test",
    "record",
    "plan",
    "visit",
    "call",
    "target",
    "answer",
    "charge",
    "name",
    "monitor",
    "track",
    "map",
    "survey",
    "interview",
    "brief",
    "update",
    "report",
];

/// "Reduce the number of open cases", "Set up a panel", "Plan how it hires": a bare verb with what no noun has behind it,
/// and no later verb of which that noun would be the subject ("Work the force does is good").
pub(super) fn is_order(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    // "May lose officers.", which may be a name where it has a capital.
    let modal = at == 0
        && token.raw.starts_with(char::is_uppercase)
        && token.is_one_of(words!["may", "will", "might", "could", "would"])
        && tokens.get(1).is_some_and(|next| {
            next.can_be(Uses::BASE) && !next.can_be(Uses::ANY_NOUN.or(Uses::ADVERB))
        });
    if modal {
        return true;
    }
    if token.can_be(Uses::AUXILIARY) || token.word == "be" {
        return at == 0 && is_auxiliary_order(token, tokens.get(at + 1));
    }
    let bare = token.is(Classes::VERB.or(Classes::BASE))
        && !token.can_be(Uses::THIRD)
        && !token.is_closed();
    // "Reduce delays in answering calls": what is nothing but a verb is no subject, but for a name ("Prevent officers are").
    let other = Uses::ANY_NOUN
        .or(Uses::ADJECTIVE)
        .or(Uses::PARTICIPLE)
        .or(Uses::PAST);
    let name = token.is(Classes::NAME.or(Classes::ALSO_NAME));
    let name = name && !token.is(Classes::BASE);
    let only_verb = !token.can_be(other) && !name && token.can_be(Uses::BASE);
    let noun = token.can_be(Uses::ANY_NOUN);
    let particle = |token: &Token| token.is(Classes::PARTICLE) && !token.is_parted();
    let behind = at + 1 + usize::from(tokens.get(at + 1).is_some_and(particle));
    let opens_object = |object: usize| {
        let (Some(token), next) = (tokens.get(object), tokens.get(object + 1)) else {
            return false;
        };
        let owner = token.is(Classes::BEFORE_NOUN)
            && !token.is_one_of(words![
                "that", "such", "all", "both", "most", "much", "enough"
            ]);
        let asks = token.is_one_of(words!["how", "what", "whether", "why"]);
        // "Demand this year fell."
        let time = next.is_some_and(|next| next.is(Classes::TIME))
            && token.is_one_of(words!["this", "these", "those", "each", "every"]);
        (owner || asks) && !time && !token.is_parted()
    };
    let ordered = opens_object(at + 1) || opens_object(behind);
    let alone = || !has_verb_of_noun(tokens, at);
    // "Review cases."
    let object = tokens
        .get(at + 1)
        .is_some_and(|next| next.can_be(Uses::NOUNS));
    if at == 0 && tokens.len() == 2 && object && token.is_one_of(ORDERS) {
        return true;
    }
    let goes_on = token.is_one_of(words!["stop", "start", "keep", "begin", "avoid"])
        && tokens.get(at + 1).is_some_and(|it| it.can_be(Uses::ING));
    let ordered = ordered || goes_on;
    // "Ensure delays are short."
    let sure = ordered && !noun || only_verb && token.is_one_of(SAYING);
    bare && !token.is_adverb() && (sure || (only_verb || ordered) && alone())
}

/// "Do more for victims", "Have a plan", "Be kinder": an order, and no question.
fn is_auxiliary_order(token: &Token, next: Option<&Token>) -> bool {
    let object = words![
        "a", "an", "not", "more", "less", "fewer", "enough", "what", "all", "so", "better",
    ];
    let opens = next.is_some_and(|next| next.is_one_of(object));
    token.word == "be" || token.is_one_of(words!["do", "have"]) && opens
}

/// Returns true where a later word may be the verb of which the word at this index, as a noun, is the subject.
fn has_verb_of_noun(tokens: &[Token], at: usize) -> bool {
    let end = tokens.len();
    let left = left_over(tokens, &candidates(tokens, at, end).0, at, end);
    left.is_none_or(|left| {
        let mut behind = left.iter().filter(|each| each.at > at);
        behind.any(|each| {
            let token = tokens.get(each.at);
            let finite = |token: &Token| {
                token.can_be(Uses::PAST_ONLY)
                    || token.can_be(Uses::THIRD) && !token.can_be(Uses::ANY_NOUN)
            };
            each.certain || token.is_some_and(finite)
        })
    })
}
