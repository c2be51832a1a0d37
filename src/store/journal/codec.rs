//! An entry as a journal spells it: a small JSON array that names what was done first.

use serde_json::{Value as Json, json};

use crate::assessment::{Edit, Fields, HistoryEntry, Item, List, Place, Recommendation, Value};
use crate::text::Splice;

/// Returns an entry as JSON.
pub(super) fn encode(entry: &HistoryEntry) -> Json {
    match entry {
        HistoryEntry::Undo => json!(["undo"]),
        HistoryEntry::Redo => json!(["redo"]),
        HistoryEntry::OfAnother => json!(["of-another"]),
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

/// Returns the entry that a JSON array spells, or `None` where it spells none.
pub(super) fn decode(json: &Json) -> Option<HistoryEntry> {
    let parts = json.as_array()?;
    let text = |at: usize| parts.get(at).and_then(Json::as_str);
    let number = |at: usize| usize::try_from(parts.get(at)?.as_u64()?).ok();
    match text(0)? {
        "undo" => return Some(HistoryEntry::Undo),
        "redo" => return Some(HistoryEntry::Redo),
        "of-another" => return Some(HistoryEntry::OfAnother),
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
mod tests;
