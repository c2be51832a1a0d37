//! Every field of every table, as the declaration has them, with each mechanism that walks them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;

/// Returns a value that a field of this shape takes; for another number another one.
fn value(shape: Shape, n: usize) -> Value {
    match shape {
        Shape::Choice(words) => Value::Text(words[n % words.len()].into()),
        Shape::Flag => Value::Flag(true),
        Shape::Whole => Value::Whole(n as i64),
        Shape::List => Value::List(vec![format!("one{n}"), format!("two{n}")]),
        Shape::Recommendations => Value::Recommendations(vec![Recommendation::default(); 2]),
        Shape::Date => Value::Text(format!("2023-05-{:02}", n % 28 + 1)),
        Shape::Amount => Value::Text(format!("{n}.30")),
        Shape::Prose => Value::Text(format!("Prose {n}.\nIt \"goes\" on \u{1b} with é 🙂.")),
        Shape::Line | Shape::Id | Shape::Named => Value::Text(format!("words-{n}")),
    }
}

/// Returns the place of every record of an assessment.
pub(crate) fn records(of: &Assessment) -> Vec<RecordAt<'_>> {
    let recommended = |(at, finding): (usize, &Arc<Finding>)| {
        (0..finding.recommendations.len()).map(move |nth| RecordAt::Recommendation(at, nth))
    };
    let recommended = of.findings.iter().enumerate().flat_map(recommended);
    let records = of.records_of(|_| true).into_iter().map(|(at, _)| at);
    records.chain(recommended).collect()
}

/// Returns the place of every value of these.
fn places(of: &Assessment) -> Vec<Place> {
    let all = records(of).into_iter();
    all.flat_map(RecordAt::places).collect()
}

/// Returns a draft with a value in each field of each table, and two items in each list.
pub(crate) fn full_draft() -> Assessment {
    let mut draft = Assessment::default();
    for list in List::ALL {
        draft.replace(*list, vec![Item::new(*list), Item::new(*list)]);
    }
    draft.grades.insert("victims".into(), Judgment::default());
    for (n, place) in places(&draft).into_iter().enumerate() {
        draft.set(&place, Some(value(place.shape(), n))).unwrap();
    }
    for (n, place) in places(&draft).into_iter().enumerate() {
        if let Place::Recommendation(..) = place {
            draft.set(&place, Some(value(place.shape(), n))).unwrap();
        }
    }
    draft
}

/// Returns the draft with another value at a place.
fn with(draft: &Assessment, place: &Place, n: usize) -> Assessment {
    let other = match (place.shape(), draft.get(place)) {
        (Shape::Flag, Some(_)) => None,
        (Shape::Recommendations, _) => None,
        (shape, now) => {
            let mut others = (n..).map(|n| Some(value(shape, n)));
            others.find(|other| *other != now).unwrap()
        }
    };
    let mut changed = draft.clone();
    changed.set(place, other).unwrap();
    assert_ne!(changed.get(place), draft.get(place), "{place:?}");
    changed
}

/// Returns the full draft, and for each value the draft with another one there.
pub(crate) fn versions() -> (Assessment, Vec<(Place, Assessment)>) {
    let draft = full_draft();
    let one = |place: Place| {
        let changed = with(&draft, &place, 1000);
        (place, changed)
    };
    let all = places(&draft).into_iter().map(one).collect();
    (draft, all)
}

/// Returns true where an item is known by the value.
fn is_key(place: &Place) -> bool {
    match place.parts() {
        (RecordAt::Item(list, _), nth) => list.spec().key == nth,
        _ => false,
    }
}

#[test]
fn no_table_and_no_field_is_empty_in_the_full_draft() {
    let draft = full_draft();
    for place in places(&draft) {
        assert!(draft.get(&place).is_some(), "{place:?}");
        assert_eq!(Place::from_address(&place.address()), Some(place));
    }
    assert!(List::ALL.iter().all(|list| draft.len(*list) == 2));
}

#[test]
fn every_field_is_compared_edited_and_undone() {
    let (draft, versions) = versions();
    for (place, changed) in versions {
        let edits = edits(&draft, &changed);
        let mut now = draft.clone();
        for edit in &edits {
            edit.apply(&mut now).unwrap();
        }
        assert_eq!(now, changed, "{place:?}");
        for edit in edits.iter().rev() {
            edit.inverse().apply(&mut now).unwrap();
        }
        assert_eq!(now, draft, "{place:?}");
        let found = differences(&draft, &changed);
        if !is_key(&place) {
            assert_eq!(found.len(), 1, "{place:?}");
            assert_eq!(edits.len(), 1, "{place:?}");
            let whole = match place {
                Place::Recommendation(at, ..) => Place::Finding(at, FindingField::Recommendations),
                place => place,
            };
            assert_eq!(found[0].place, whole);
        }
        assert!(!found.is_empty());
    }
}

#[test]
fn every_field_is_merged() {
    let (draft, versions) = versions();
    for (place, theirs) in versions.iter().filter(|(place, _)| !is_key(place)) {
        // Another value of the same record is ours.
        let same = |other: &&(Place, Assessment)| {
            other.0.parts().0 == place.parts().0 && other.0 != *place && !is_key(&other.0)
        };
        if let Some((other, ours)) = versions.iter().find(same) {
            let merged = merge(&draft, ours, theirs);
            assert_eq!(merged.conflicts, [], "{place:?} {other:?}");
            assert_eq!(merged.assessment.get(other), ours.get(other));
            assert_eq!(merged.assessment.get(place), theirs.get(place));
        }
        // The same value is ours, and a third one; a flag has none, and recommendations are merged by their own fields.
        if place.shape() == Shape::Recommendations {
            continue;
        }
        let third = with(theirs, place, 2000);
        if third.get(place) != draft.get(place) {
            let merged = merge(&draft, &third, theirs);
            let united = place.shape() == Shape::List;
            let places = merged.conflicts.iter().map(|conflict| &conflict.place);
            let found: Vec<&Place> = places.collect();
            assert_eq!(found, if united { vec![] } else { vec![place] });
            assert!(united || merged.assessment.get(place) == third.get(place));
        }
    }
}
