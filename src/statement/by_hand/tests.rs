use super::*;

#[test]
fn the_hash_is_the_published_one() {
    assert_eq!(basis(""), "cbf29ce484222325");
    assert_eq!(basis("a"), "af63dc4c8601ec8c");
    assert_eq!(basis("foobar"), "85944171f73967e8");
}

mod properties {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use std::collections::BTreeSet;
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::*;
    use crate::assessment::{Evidence, Figure, Finding, Join, Kind, Override};
    use crate::statement::tests_support::framework;
    use crate::statement::weave;

    /// Findings about so many things, each on evidence of its own, some naming a figure.
    fn draft(kinds: &[u8]) -> Assessment {
        let headings = ["crime-prevention", "victims", "offenders"];
        let mut draft = Assessment::default();
        draft.subject.name = "Wexmoor Constabulary".into();
        for (at, kind) in kinds.iter().enumerate() {
            let figure = if kind % 3 == 0 { " in {n1} places" } else { "" };
            draft.findings.push(Arc::new(Finding {
                id: format!("f{at}"),
                heading: headings[at % 3].into(),
                kind: if kind % 2 == 0 {
                    Kind::Strength
                } else {
                    Kind::Improvement
                },
                text: format!("The force minds matter number {at}{figure}."),
                join: (kind % 5 == 0).then_some(Join::Never),
                evidence: vec![format!("e{at}")],
                ..Finding::default()
            }));
            draft.evidence.push(Arc::new(Evidence {
                id: format!("e{at}"),
                title: format!("Paper {at}"),
                ..Evidence::default()
            }));
        }
        draft.figures.push(Arc::new(Figure {
            id: "n1".into(),
            value: "12".into(),
            ..Figure::default()
        }));
        draft
    }

    fn keys(document: &Document) -> BTreeSet<String> {
        sentences(document)
            .map(|(_, _, it)| it.key.clone())
            .collect()
    }

    proptest! {
        #[test]
        fn exactly_the_sentences_whose_ground_changed_go_stale(
            kinds in prop::collection::vec(any::<u8>(), 1..8),
            what in 0..4u8,
            which in any::<prop::sample::Index>(),
        ) {
            let mut draft = draft(&kinds);
            let document = weave(&draft, &framework());
            // Every sentence is rewritten by hand.
            for (_, _, sentence) in sentences(&document) {
                draft.overrides.push(Arc::new(Override {
                    sentence: sentence.key.clone(),
                    text: format!("By hand: {}", sentence.text),
                    basis: basis(&sentence.text),
                    stood_on: stood_on(&draft, &sentence.sources),
                    ..Override::default()
                }));
            }
            let before = weave(&draft, &framework());
            prop_assert!(before.stale.is_empty());
            let at = which.index(kinds.len());
            let changed = match what {
                0 => {
                    Arc::make_mut(&mut draft.findings[at]).text.push_str(" Still.");
                    Source::item(List::Findings, &format!("f{at}"))
                }
                1 => {
                    Arc::make_mut(&mut draft.findings[at]).evidence.push("e0".into());
                    Source::item(List::Findings, &format!("f{at}"))
                }
                2 => {
                    Arc::make_mut(&mut draft.evidence[at]).title.push('!');
                    Source::item(List::Evidence, &format!("e{at}"))
                }
                _ => {
                    Arc::make_mut(&mut draft.figures[0]).value = "13".into();
                    Source::item(List::Figures, "n1")
                }
            };
            let after = weave(&draft, &framework());
            let there = keys(&after);
            let expected: BTreeSet<String> = sentences(&before)
                .filter(|(_, _, it)| it.sources.contains(&changed) || !there.contains(&it.key))
                .map(|(_, _, it)| it.key.clone())
                .collect();
            let found: BTreeSet<String> = after
                .stale
                .iter()
                .map(|stale| draft.overrides[stale.edit].sentence.clone())
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
