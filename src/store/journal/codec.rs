//! How an entry is spelt in a journal: a small JSON array that names what was done first.

use serde_json::{Value as Json, json};

use crate::assessment::{Edit, Fields, HistoryEntry, Item, List, Place, Recommendation, Value};
use crate::text::Splice;

/// An entry as JSON.
pub(super) fn encode(entry: &HistoryEntry) -> Json {
    match entry {
        HistoryEntry::Undo => json!(["undo"]),
        HistoryEntry::Redo => json!(["redo"]),
        HistoryEntry::Edit { edit, joined } => match edit {
            Edit::Splice { place, splice } => json!([
                "splice",
                joined,
                place.address(),
                splice.at,
                splice.removed,
                splice.inserted
            ]),
            Edit::Set {
                place,
                before,
                after,
            } => json!([
                "set",
                joined,
                place.address(),
                value(before.as_ref()),
                value(after.as_ref())
            ]),
            Edit::Insert { at, item } => {
                json!([
                    "insert",
                    joined,
                    item.list().word(),
                    at,
                    fields(item.fields())
                ])
            }
            Edit::Remove { at, item } => {
                json!([
                    "remove",
                    joined,
                    item.list().word(),
                    at,
                    fields(item.fields())
                ])
            }
            Edit::Move { list, from, to } => json!(["move", joined, list.word(), from, to]),
        },
    }
}

/// The entry that a JSON array spells; nothing where it spells none.
pub(super) fn decode(json: &Json) -> Option<HistoryEntry> {
    let parts = json.as_array()?;
    let text = |at: usize| parts.get(at).and_then(Json::as_str);
    let number = |at: usize| usize::try_from(parts.get(at)?.as_u64()?).ok();
    match text(0)? {
        "undo" => return Some(HistoryEntry::Undo),
        "redo" => return Some(HistoryEntry::Redo),
        _ => {}
    }
    let place = || Place::from_address(text(2)?);
    let item = || item(List::from_word(text(2)?)?, parts.get(4)?);
    let edit = match text(0)? {
        "splice" => Edit::Splice {
            place: place()?,
            splice: Splice {
                at: number(3)?,
                removed: text(4)?.to_owned(),
                inserted: text(5)?.to_owned(),
            },
        },
        "set" => Edit::Set {
            place: place()?,
            before: read_value(parts.get(3)?)?,
            after: read_value(parts.get(4)?)?,
        },
        "insert" => Edit::Insert {
            at: number(3)?,
            item: item()?,
        },
        "remove" => Edit::Remove {
            at: number(3)?,
            item: item()?,
        },
        "move" => Edit::Move {
            list: List::from_word(text(2)?)?,
            from: number(3)?,
            to: number(4)?,
        },
        _ => return None,
    };
    let joined = parts.get(1)?.as_bool()?;
    Some(HistoryEntry::Edit { edit, joined })
}

fn value(value: Option<&Value>) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Text(text)) => json!(text),
        Some(Value::Flag(flag)) => json!(flag),
        Some(Value::Whole(number)) => json!(number),
        Some(Value::List(items)) => json!(items),
        Some(Value::Recommendations(items)) => items.iter().map(|item| fields(item)).collect(),
    }
}

fn read_value(json: &Json) -> Option<Option<Value>> {
    Some(Some(match json {
        Json::Null => return Some(None),
        Json::String(text) => Value::Text(text.clone()),
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Whole(number.as_i64()?),
        Json::Array(items) if items.first().is_some_and(Json::is_object) => {
            Value::Recommendations(items.iter().map(recommendation).collect::<Option<_>>()?)
        }
        Json::Array(items) => {
            let text = |item: &Json| Some(item.as_str()?.to_owned());
            Value::List(items.iter().map(text).collect::<Option<_>>()?)
        }
        Json::Object(_) => return None,
    }))
}

fn fields(record: &dyn Fields) -> Json {
    let specs = record.specs().iter().enumerate();
    let given = specs.filter_map(|(nth, spec)| {
        let given = record.value(nth)?;
        Some((spec.key.to_owned(), value(Some(&given))))
    });
    Json::Object(given.collect())
}

fn read_fields(json: &Json, record: &mut dyn Fields) -> Option<()> {
    for (key, given) in json.as_object()? {
        let field = record.position(key)?;
        record.set_value(field, read_value(given)?).ok()?;
    }
    Some(())
}

fn item(list: List, json: &Json) -> Option<Item> {
    let mut item = Item::new(list);
    read_fields(json, item.fields_mut())?;
    Some(item)
}

fn recommendation(json: &Json) -> Option<Recommendation> {
    let mut recommendation = Recommendation::default();
    read_fields(json, &mut recommendation)?;
    Some(recommendation)
}

#[cfg(test)]
mod tests {
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
            also: true,
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
}
