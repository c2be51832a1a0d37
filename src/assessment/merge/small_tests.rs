//! Every merge of lists so short that all can be tried; and what stands in two assessments alike but for the order.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::sync::Arc;

use super::items::merge;
use crate::assessment::{Assessment, Finding, Item, List, RecordAt, Response, Value, tables_tests};

fn response(by: &str, text: &str) -> Item {
    Item::Response(Arc::new(Response {
        by: by.into(),
        text: text.into(),
        ..Response::default()
    }))
}

/// Returns every list of at most so many of these, each as often as wanted.
fn lists(items: &[Item], most: usize) -> Vec<Vec<Item>> {
    let mut all = vec![Vec::new()];
    let mut last = all.clone();
    for _ in 0..most {
        let longer = |list: &Vec<Item>| -> Vec<Vec<Item>> {
            let with = |item: &Item| [list.as_slice(), std::slice::from_ref(item)].concat();
            items.iter().map(with).collect()
        };
        last = last.iter().flat_map(longer).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Returns every list of some of these findings, each once, in any order and with any of the texts.
fn findings(ids: &[&str], words: &[&str]) -> Vec<Vec<Item>> {
    let mut all = vec![Vec::new()];
    let mut last: Vec<Vec<Item>> = all.clone();
    for _ in ids {
        let longer = |list: &Vec<Item>| -> Vec<Vec<Item>> {
            let free = ids
                .iter()
                .filter(|id| list.iter().all(|item| item.key() != **id));
            let items = free.flat_map(|id| words.iter().map(|text| finding(id, text)));
            items
                .map(|item| [list.as_slice(), &[item]].concat())
                .collect()
        };
        last = last.iter().flat_map(longer).collect();
        all.extend(last.iter().cloned());
    }
    all
}

fn finding(id: &str, text: &str) -> Item {
    Item::Finding(Arc::new(Finding {
        id: id.into(),
        text: format!("{id}{text}"),
        ..Finding::default()
    }))
}

fn texts(items: &[Item]) -> BTreeSet<String> {
    let text = |item: &Item| match item {
        Item::Response(response) => response.text.clone(),
        Item::Finding(finding) => finding.text.clone(),
        _ => String::new(),
    };
    let texts = items.iter().map(text);
    texts.filter(|text| !text.is_empty()).collect()
}

/// Tries all merges of such lists: nothing that either side wrote is lost, and a second merge has nothing to do.
fn all_merge(list: List, all: &[Vec<Item>]) {
    for base in all {
        for ours in all {
            for theirs in all {
                let case = || format!("{base:#?}\n{ours:#?}\n{theirs:#?}");
                let merged = |ours: &[Item]| match merge(list, ours, base, ours, theirs) {
                    Some(made) => (made.items, made.conflicts),
                    None => (ours.to_vec(), Vec::new()),
                };
                let (once, conflicts) = merged(ours);
                let mut kept = texts(&once);
                kept.extend(
                    conflicts
                        .iter()
                        .filter_map(|it| Some(it.theirs.as_ref()?.to_string())),
                );
                for new in [ours, theirs].map(|side| texts(side)).iter().flatten() {
                    assert!(
                        texts(base).contains(new) || kept.contains(new),
                        "{new} of {}",
                        case()
                    );
                }
                let (twice, _) = merged(&once);
                assert_eq!(twice, once, "{}", case());
            }
        }
    }
}

#[test]
fn all_short_lists_merge_and_merging_again_changes_nothing() {
    let three = [
        response("the force", ""),
        response("the force", "x"),
        response("the mayor", "y"),
    ];
    all_merge(List::Responses, &lists(&three, 3));
    let force = ["", "x", "y", "z"].map(|text| response("the force", text));
    all_merge(List::Responses, &lists(&force, 2));
    all_merge(List::Findings, &findings(&["a", "b", "c"], &[""]));
    all_merge(List::Findings, &findings(&["a", "b"], &["", "x"]));
}

/// The same of longer lists, for a build that is quick.
#[test]
#[ignore = "takes minutes; run after a change to merges"]
fn all_longer_lists_merge_and_merging_again_changes_nothing() {
    let force = ["", "x", "y"].map(|text| response("the force", text));
    let mayor = ["", "z"].map(|text| response("the mayor", text));
    all_merge(
        List::Responses,
        &lists(&[&force[..], &mayor[..]].concat(), 3),
    );
    all_merge(List::Findings, &findings(&["a", "b", "c"], &["", "x"]));
}

/// Returns an assessment with everything in an order of its own, and without the notes of merges.
pub(super) fn orderless(mut of: Assessment) -> Assessment {
    of.notes.retain(|note| note.by != super::BY);
    for list in List::ALL {
        let mut items = of.items(*list);
        items.sort_by_cached_key(|item| format!("{item:?}"));
        of.replace(*list, items);
    }
    for place in tables_tests::records(&of.clone())
        .into_iter()
        .flat_map(RecordAt::places)
    {
        match of.get(&place) {
            Some(Value::List(mut all)) => {
                all.sort();
                of.set(&place, Some(Value::List(all))).unwrap();
            }
            Some(Value::Recommendations(mut all)) => {
                all.sort_by_cached_key(|item| format!("{item:?}"));
                of.set(&place, Some(Value::Recommendations(all))).unwrap();
            }
            _ => {}
        }
    }
    of
}

#[test]
fn a_choice_or_an_amount_that_another_begins_with_is_kept_in_a_note() {
    let finding = |text: &str, amount: &str| {
        let mut draft = Assessment::default();
        draft.findings.push(Arc::new(Finding {
            id: "f1".into(),
            text: text.into(),
            ..Finding::default()
        }));
        draft.overall.stance = amount.into();
        draft
    };
    let noted = |ours: &Assessment, theirs: &Assessment| {
        let merged = super::merge(&finding("", ""), ours, theirs);
        assert_eq!(merged.conflicts.len(), 1);
        merged.assessment.notes.len() == 1
    };
    for (ours, theirs, kept) in [
        ("It is well led.", "It is well", false),
        ("It is well.", "It is well", false),
        ("It is well, now.", "It is well", false),
        ("It is well-led.", "It is well", true),
        ("It is wellbeing.", "It is well", true),
        ("It costs £1.5m.", "It costs £1", true),
    ] {
        let is_noted = noted(&finding(ours, ""), &finding(theirs, ""));
        assert_eq!(is_noted, kept, "{theirs} / {ours}");
    }
    let stances = ("pleased-most", "pleased");
    assert!(noted(&finding("", stances.0), &finding("", stances.1)));
}
