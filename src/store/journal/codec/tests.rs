#![allow(clippy::unwrap_used)]
use std::sync::Arc;

use super::*;
use crate::assessment::{
    Finding, FindingField, JudgmentField, Kind, Note, Record, RecordAt, StatementField,
    tables_tests,
};

#[test]
fn what_was_spelt_is_read_again() {
    let finding = Finding {
        id: "f1".into(),
        heading: "victims".into(),
        kind: Kind::Concern,
        text: "Line\nline \u{1b}[0m \"quoted\" é 🙂".into(),
        also: Some(true),
        order: Some(-2),
        evidence: vec!["e1".into()],
        spoken: Some(false),
        recommendations: vec![Recommendation {
            text: "Act".into(),
            ..Recommendation::default()
        }],
        ..Finding::default()
    };
    let recommendations = finding.get(FindingField::Recommendations);
    let edits = [
        Edit::Insert {
            at: 3,
            item: Item::Finding(Arc::new(finding)),
        },
        Edit::Splice {
            place: Place::Finding(3, FindingField::Text),
            splice: Splice {
                at: 4,
                removed: "\n".into(),
                inserted: " ".into(),
            },
        },
        Edit::Set {
            place: Place::Finding(3, FindingField::Recommendations),
            before: recommendations,
            after: None,
        },
        Edit::Set {
            place: Place::Judgment("victims".into(), JudgmentField::Grade),
            before: None,
            after: Some(Value::Text("good".into())),
        },
        Edit::Set {
            place: Place::Statement(StatementField::NeedsFirst),
            before: Some(Value::List(vec!["victims".into()])),
            after: None,
        },
        Edit::Remove {
            at: 0,
            item: Item::Note(Arc::new(Note::default())),
        },
        Edit::Move {
            list: List::Outlook,
            from: 1,
            to: 0,
        },
    ];
    let edits = edits
        .into_iter()
        .map(|edit| HistoryEntry::Edit { edit, joined: true });
    for entry in edits.chain([HistoryEntry::Undo, HistoryEntry::Redo]) {
        let line = encode(&entry).to_string();
        assert!(!line.contains('\n'));
        let again: Json = serde_json::from_str(&line).unwrap();
        assert_eq!(decode(&again), Some(entry), "{line}");
    }
}

#[test]
fn every_field_is_spelt_and_read_again() {
    let (draft, versions) = tables_tests::versions();
    for (place, changed) in versions {
        let (before, after) = (draft.get(&place), changed.get(&place));
        let mut edits = vec![Edit::Set {
            place: place.clone(),
            before,
            after,
        }];
        if let (RecordAt::Item(list, at), _) = place.parts() {
            let item = changed.item(list, at).unwrap();
            edits.push(Edit::Insert { at, item });
        }
        for edit in edits {
            let entry = HistoryEntry::Edit {
                edit,
                joined: false,
            };
            assert_eq!(decode(&encode(&entry)), Some(entry));
        }
    }
}

#[test]
fn what_spells_nothing_is_not_read() {
    for text in [
        "[]",
        "{}",
        "[\"splice\"]",
        "[\"set\",true,\"x\",1,2]",
        "[1]",
        "[\"insert\",true,\"findings\",0,{\"no\":1}]",
    ] {
        assert_eq!(decode(&serde_json::from_str(text).unwrap()), None, "{text}");
    }
}
