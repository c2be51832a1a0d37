#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::assessment::merge::properties_tests::{Hand, base, cases, choices};
use crate::assessment::{Finding, FindingField, Item, Place, SubjectField, Value};
use crate::text::Splice;

fn set(field: SubjectField, before: &str, after: &str) -> Edit {
    let value = |text: &str| (!text.is_empty()).then(|| Value::Text(text.into()));
    Edit::Set {
        place: Place::Subject(field),
        before: value(before),
        after: value(after),
    }
}

#[test]
fn a_step_that_no_longer_fits_is_neither_half_undone_nor_forgotten() {
    let (mut draft, mut history) = (Assessment::default(), History::default());
    for (edit, together) in [
        (set(SubjectField::Name, "", "Kent Police"), false),
        (set(SubjectField::Spoken, "", "Kent"), true),
    ] {
        history.make(edit, together, &mut draft).unwrap();
    }
    // Someone else changes the value that the step would take back last.
    draft.subject.name = "Kent".into();
    let before = draft.clone();
    assert_eq!(history.undo(&mut draft), None);
    assert_eq!((&draft, history.depth()), (&before, 1));

    draft.subject.name = "Kent Police".into();
    assert!(history.undo(&mut draft).is_some());
    assert_eq!(draft, Assessment::default());
    draft.subject.spoken = "the force".into();
    let before = draft.clone();
    assert_eq!(history.redo(&mut draft), None);
    assert_eq!(draft, before);
    draft.subject.spoken.clear();
    assert_eq!(
        history.redo(&mut draft).map(|step| step.edits.len()),
        Some(2)
    );
}

#[test]
fn a_history_that_is_read_back_undoes_like_the_one_that_was_made() {
    let edits = [
        (set(SubjectField::Name, "", "K"), false),
        (set(SubjectField::Name, "K", "Ke"), true),
        (set(SubjectField::Noun, "", "service"), false),
    ];
    let (mut draft, mut made) = (Assessment::default(), History::default());
    let mut read = History::default();
    for (edit, together) in &edits {
        made.make(edit.clone(), *together, &mut draft).unwrap();
        read.remember(edit.clone(), *together);
    }
    made.undo(&mut draft);
    read.remember_undo();
    made.undo(&mut draft);
    read.remember_undo();
    made.redo(&mut draft);
    read.remember_redo();
    assert_eq!(read.steps(), made.steps());
    assert_eq!(read.steps()[0].edits.len(), 2);
    assert_eq!(read.redo(&mut draft), made.undone.last().cloned());
    assert_eq!(
        (draft.subject.noun.as_str(), draft.subject.name.as_str()),
        ("service", "Ke")
    );

    // An undone step is closed: nothing joins it, and nothing is left to make again.
    read.remember_undo();
    read.remember(set(SubjectField::Name, "Ke", "Kent"), true);
    assert_eq!((read.depth(), read.undone.len()), (2, 0));
}

fn finding(nth: usize) -> Finding {
    Finding {
        id: format!("f{nth}"),
        text: format!("Finding {nth}."),
        ..Finding::default()
    }
}

/// A draft of many findings.
fn findings(many: usize) -> Assessment {
    Assessment {
        findings: (0..many).map(|nth| Arc::new(finding(nth))).collect(),
        ..Assessment::default()
    }
}

fn splice(at: usize, removed: &str, inserted: &str) -> Edit {
    Edit::Splice {
        place: Place::Finding(500, FindingField::Text),
        splice: Splice {
            at,
            removed: removed.into(),
            inserted: inserted.into(),
        },
    }
}

/// Makes edits, each a step, and takes all back.
fn undone(draft: &mut Assessment, edits: impl IntoIterator<Item = Edit>) -> History {
    let mut history = History::default();
    for edit in edits {
        history.make(edit, false, draft).unwrap();
    }
    while history.undo(draft).is_some() {}
    history
}

#[test]
fn words_that_were_taken_back_cost_what_was_undone_and_not_what_the_draft_has() {
    for (rounds, findings_there) in [(10, 1_000), (1_000, 1_000), (1_000, 5_000)] {
        let compared = |edits: &mut dyn Iterator<Item = Edit>| {
            let mut draft = findings(findings_there);
            let history = undone(&mut draft, edits);
            let (found, compared) = history.touched(&draft).into_found();
            (found.len(), compared)
        };
        // A text that grows by and by is compared when all of it stands there.
        let mut grows = (0..rounds).map(|_| splice(0, "", "word "));
        assert_eq!(compared(&mut grows), (1, 1));
        // One in which words give way to others, each time, whatever stands beside it.
        let mut gives_way = (0..rounds).flat_map(|nth| {
            let words = format!("word{nth} ");
            [splice(0, "", &words), splice(0, &words, "")]
        });
        assert_eq!(compared(&mut gives_way), (rounds, rounds + 1));
        // Items that come and go are compared when they are there.
        let mut items = (0..rounds).flat_map(|nth| {
            let item = Item::Finding(Arc::new(finding(findings_there + nth)));
            let at = nth;
            [
                Edit::Insert {
                    at,
                    item: item.clone(),
                },
                Edit::Remove { at, item },
            ]
        });
        assert_eq!(compared(&mut items), (rounds, rounds));
    }
}

/// Every text of a draft, in words.
fn words(of: &Assessment) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    of.each_text(&mut |text| all.extend(text.split_whitespace().map(str::to_owned)));
    all
}

proptest! {
    #![proptest_config(cases())]

    /// The same by the long way: each word that stood there between two steps, and stands there no more.
    #[test]
    fn every_word_to_which_redo_led_is_had_when_it_leads_there_no_more(choices in choices(), left in 0..3_usize) {
        let mut draft = base().clone();
        let (mut hand, mut history) = (Hand::new("u"), History::default());
        for choice in choices {
            if let Some(edit) = hand.edit(&draft, choice) {
                history.make(edit, false, &mut draft).unwrap();
            }
        }
        let mut stood = words(&draft);
        while history.depth() > left && history.undo(&mut draft).is_some() {
            stood.extend(words(&draft));
        }
        let now = words(&draft);
        let found = history.words_taken_back(&draft);
        let typed = |word: &&String| word.starts_with("wu");
        for word in stood.difference(&now).filter(typed) {
            prop_assert!(found.iter().any(|it| it.text.contains(word)), "{word} is not in {found:?}");
        }
        for one in &found {
            let mut there = false;
            draft.each_text(&mut |text| there |= text.split_whitespace().eq(one.gone.split_whitespace()));
            prop_assert!(!there, "{one:?} stands in the draft");
        }
    }
}
