//! What only people do, and so not a plan or a system that an "it" might stand for.

use super::read;
use super::reading::Certainty;
use super::token::{Token, Uses};

/// Verbs of what a body does, or others that consist of people: "It recognises that", "It listens to".
const OF_PEOPLE: [&str; 24] = [
    "accepts",
    "believes",
    "consults",
    "employs",
    "engages",
    "expects",
    "hires",
    "hopes",
    "intends",
    "invites",
    "knows",
    "listens",
    "prides",
    "recognises",
    "recruits",
    "respects",
    "seeks",
    "trains",
    "treats",
    "trusts",
    "understands",
    "values",
    "wants",
    "welcomes",
];

/// Nouns of one group of people.
const GROUPS: [&str; 28] = [
    "agency",
    "authority",
    "board",
    "body",
    "branch",
    "bureau",
    "centre",
    "charity",
    "college",
    "committee",
    "company",
    "council",
    "crew",
    "department",
    "directorate",
    "firm",
    "group",
    "hub",
    "network",
    "office",
    "organisation",
    "panel",
    "partner",
    "partnership",
    "school",
    "squad",
    "team",
    "unit",
];

/// Nouns of those within a body who act for it.
const STAFF: [&str; 2] = ["staff", "workforce"];

/// Nouns of others of the body's kind or beside it, or of somebody who speaks for one.
const OTHERS: [&str; 39] = [
    "ambulance",
    "army",
    "brigade",
    "church",
    "club",
    "commissioner",
    "constabulary",
    "contractor",
    "coroner",
    "force",
    "government",
    "hospice",
    "hospital",
    "inspectorate",
    "institute",
    "landlord",
    "lifeboat",
    "mayor",
    "media",
    "mosque",
    "navy",
    "neighbour",
    "nhs",
    "ombudsman",
    "press",
    "prison",
    "prosecutor",
    "provider",
    "publisher",
    "refuge",
    "regulator",
    "service",
    "shelter",
    "society",
    "supplier",
    "trust",
    "union",
    "university",
    "watch",
];

/// Returns true where a group of people is named from this word on, of which more could be said: "works with the council".
/// What only says of which sort something is names none: "service standards", "the use of force".
pub(super) fn names_group(tokens: &[Token], from: usize) -> bool {
    let named = |at: usize| {
        let Some(token) = tokens
            .get(at)
            .filter(|token| GROUPS.contains(&token.word) || OTHERS.contains(&token.word))
        else {
            return false;
        };
        let sort = !token.is_parted()
            && tokens.get(at + 1).is_some_and(|next| {
                next.can_be(Uses::ANY_NOUN) && !next.is_closed() && !next.can_be(Uses::FINITE)
            });
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let of = before.is_some_and(|it| it.word == "of" && token.word == "force");
        !sort && !of
    };
    (from..tokens.len()).any(named)
}

/// Returns true where an "It" at the head of a text can stand for nothing but the body, of which the sentence `before`
/// speaks: what is said of it only people do, and no other group of people is named there.
pub fn only_body<N: AsRef<str>>(before: &str, text: &str, names: &[N]) -> bool {
    let words = |text: &str| {
        let bare = |word: &str| {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            word.to_lowercase()
        };
        text.split_whitespace().map(bare).collect::<Vec<_>>()
    };
    let said = words(text);
    let at = said.iter().position(|word| word == "it");
    let verb = at.and_then(|at| {
        let behind = said.get(at + 1..)?;
        behind.iter().position(|word| !word.ends_with("ly"))
    });
    let verb = at.zip(verb).map(|(at, verb)| at + 1 + verb);
    let acts = verb.is_some_and(|verb| {
        let is =
            |at: usize, words: &[&str]| said.get(at).is_some_and(|it| words.contains(&it.as_str()));
        let manner = usize::from(
            said.get(verb + 1)
                .is_some_and(|it| it.ends_with("ly") || it == "well"),
        );
        is(verb, &OF_PEOPLE) || is(verb, &["works"]) && is(verb + 1 + manner, &["with"])
    });
    acts && read(before, names).body_is_subject == Certainty::Yes
        && !words(before)
            .iter()
            .any(|word| GROUPS.contains(&word.as_str()) || STAFF.contains(&word.as_str()))
}
