//! Groups of people that a sentence names, for which an "it" might stand as for the body.

use super::token::{Token, Uses};
use super::word_set::{WordSet, words};

/// Nouns of one group of people.
const GROUPS: &WordSet = words![
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

/// Nouns of others of the body's kind or beside it, or of somebody who speaks for one.
const OTHERS: &WordSet = words![
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
/// A noun that only says of which sort something is names none: "service standards", "the use of force".
pub(super) fn names_group(tokens: &[Token], from: usize) -> bool {
    let named = |at: usize| {
        let Some(token) = tokens
            .get(at)
            .filter(|token| token.is_one_of(GROUPS) || token.is_one_of(OTHERS))
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
