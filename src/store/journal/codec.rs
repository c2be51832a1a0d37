//! How an entry is spelt in a journal: a small JSON array that names what was done first.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::assessment::{
    Acceptance, Edit, Evidence, Figure, Finding, HistoryEntry, Item, List, Note, Outlook, Override,
    Place, Record, Response, TrayItem, Value,
};
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
                json!(["insert", joined, item.list().word(), at, record(item)])
            }
            Edit::Remove { at, item } => {
                json!(["remove", joined, item.list().word(), at, record(item)])
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
        Some(Value::Recommendations(items)) => items.iter().map(fields).collect(),
    }
}

fn read_value(json: &Json) -> Option<Option<Value>> {
    Some(Some(match json {
        Json::Null => return Some(None),
        Json::String(text) => Value::Text(text.clone()),
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Whole(number.as_i64()?),
        Json::Array(items) if items.first().is_some_and(Json::is_object) => {
            Value::Recommendations(items.iter().map(read_fields).collect::<Option<_>>()?)
        }
        Json::Array(items) => {
            let text = |item: &Json| Some(item.as_str()?.to_owned());
            Value::List(items.iter().map(text).collect::<Option<_>>()?)
        }
        Json::Object(_) => return None,
    }))
}

fn fields<R: Record>(record: &R) -> Json {
    let given = R::FIELDS.iter().filter_map(|field| {
        let given = record.get(*field)?;
        Some((R::key(*field).to_owned(), value(Some(&given))))
    });
    Json::Object(given.collect())
}

fn read_fields<R: Record>(json: &Json) -> Option<R> {
    let mut record = R::default();
    for (key, given) in json.as_object()? {
        let mut known = R::FIELDS.iter().copied();
        let field = known.find(|field| R::key(*field) == key)?;
        record.set(field, read_value(given)?).ok()?;
    }
    Some(record)
}

fn record(item: &Item) -> Json {
    match item {
        Item::Finding(item) => fields(item.as_ref()),
        Item::Evidence(item) => fields(item.as_ref()),
        Item::Figure(item) => fields(item.as_ref()),
        Item::Outlook(item) => fields(item.as_ref()),
        Item::Response(item) => fields(item.as_ref()),
        Item::Note(item) => fields(item.as_ref()),
        Item::Acceptance(item) => fields(item.as_ref()),
        Item::TrayItem(item) => fields(item.as_ref()),
        Item::Override(item) => fields(item.as_ref()),
    }
}

fn item(list: List, json: &Json) -> Option<Item> {
    Some(match list {
        List::Findings => Item::Finding(Arc::new(read_fields::<Finding>(json)?)),
        List::Evidence => Item::Evidence(Arc::new(read_fields::<Evidence>(json)?)),
        List::Figures => Item::Figure(Arc::new(read_fields::<Figure>(json)?)),
        List::Outlook => Item::Outlook(Arc::new(read_fields::<Outlook>(json)?)),
        List::Responses => Item::Response(Arc::new(read_fields::<Response>(json)?)),
        List::Notes => Item::Note(Arc::new(read_fields::<Note>(json)?)),
        List::Accepted => Item::Acceptance(Arc::new(read_fields::<Acceptance>(json)?)),
        List::Tray => Item::TrayItem(Arc::new(read_fields::<TrayItem>(json)?)),
        List::Overrides => Item::Override(Arc::new(read_fields::<Override>(json)?)),
    })
}

#[cfg(test)]
mod tests;
