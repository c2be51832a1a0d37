//! Any texts and findings, for the laws.

use proptest::prelude::*;
use proptest::sample::select;

use crate::assessment::*;

/// Texts that findings may have.
const TEXTS: &[&str] = &[
    "The force listens.",
    "It listens",
    "the force has good plans",
    "The force needs to listen to  {n} people",
    "The Mere Police has {n} vans.",
    "Mere Police's vans are old",
    "The force and its partners work well.",
    "There are {n.label} in town.",
    "With {n} vans, the force is quick.",
    "Taser use is low",
    "the force's use of vans",
    "It is clear that more is needed.",
    "The force is quick. It also has {m} plans! Are there more? Yes",
    "The service should listen more, and soon.",
    "Staff who are new need to be shown round.",
    "Officers know their beats.",
    "Officers are brave.",
    "The force's cells are dry.",
    "Since 2016 the force has sold {n} vans.",
    "{unknown} and {n",
    "“Safe” is said. “Éire”",
    "İstanbul helped 🚓\n twice",
    "…",
    "",
    " \t",
    "the force listens",
    "The force trains its staff.",
    "The force trains them.",
    "The force should mend its vans.",
    "The force should mend the roof.",
];

/// Returns any text.
pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => select(TEXTS).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        2 => "(The force|It|Mere Police) (has|is|needs to|does not) [a-z]{1,5}( also)?\\.?",
    ]
}

/// Returns any finding.
pub(super) fn finding() -> impl Strategy<Value = Finding> {
    let words = (
        select(&["stock", "stock", "care", "money", "overall", "nowhere"][..]),
        select(Kind::ALL),
        select(&["", "", "", "sure", "worried", "struck", "greet", "none"][..]),
        text(),
        select(&["", "", "", "aside", "later"][..]),
    );
    let wishes = (
        proptest::option::weighted(0.3, select(Join::ALL)),
        proptest::option::weighted(0.2, any::<bool>()),
        proptest::option::weighted(0.2, select(Refer::ALL)),
        proptest::option::weighted(0.3, 0i64..4),
        proptest::option::weighted(0.1, any::<bool>()),
        proptest::bool::weighted(0.05),
        select(&["", "", "", "Importantly", "Worryingly"][..]),
        proptest::bool::weighted(0.15),
        select(&["", "very", "madly"][..]),
    );
    (words, wishes).prop_map(|(words, wishes)| {
        let (heading, kind, stance, text, paragraph) = words;
        let (join, also, refer, order, spoken, sensitive, begins_with, begins_paragraph, adverb) =
            wishes;
        Finding {
            heading: heading.into(),
            kind,
            stance: stance.into(),
            adverb: adverb.into(),
            text,
            paragraph: paragraph.into(),
            join,
            also,
            refer,
            order,
            spoken,
            sensitive,
            begins_with: begins_with.into(),
            begins_paragraph,
            evidence: vec!["e1".into()],
            ..Finding::default()
        }
    })
}
