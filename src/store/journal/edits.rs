//! The edits that a journal can keep: those of a draft, spelt in [`codec`], and those of an inspection, spelt here.

use serde_json::{Value as Json, json};

use super::codec;
use crate::assessment::{
    Edit, HistoryEntry, Inspection, InspectionEdit, InspectionField, Record, Value,
};

/// An edit that can be spelt in a journal.
pub trait JournalEdit: Sized {
    /// Returns an entry as JSON.
    fn encode(entry: &HistoryEntry<Self>) -> Json;

    /// Returns the entry that a JSON array spells, or `None` where it spells none.
    fn decode(json: &Json) -> Option<HistoryEntry<Self>>;
}

impl JournalEdit for Edit {
    fn encode(entry: &HistoryEntry) -> Json {
        codec::encode(entry)
    }

    fn decode(json: &Json) -> Option<HistoryEntry> {
        codec::decode(json)
    }
}

/// The word that an edit of an inspection begins with; none of a draft's does.
const FIELD: &str = "field";

impl JournalEdit for InspectionEdit {
    fn encode(entry: &HistoryEntry<Self>) -> Json {
        match entry {
            HistoryEntry::Undo => json!(["undo"]),
            HistoryEntry::Redo => json!(["redo"]),
            HistoryEntry::OfAnother => json!(["of-another"]),
            HistoryEntry::Edit { edit, joined } => {
                let key = Inspection::key(edit.field);
                let (before, after) = (value(edit.before.as_ref()), value(edit.after.as_ref()));
                json!([FIELD, joined, key, before, after])
            }
        }
    }

    fn decode(json: &Json) -> Option<HistoryEntry<Self>> {
        let parts = json.as_array()?;
        match (parts.as_slice(), parts.first()?.as_str()?) {
            ([_], "undo") => Some(HistoryEntry::Undo),
            ([_], "redo") => Some(HistoryEntry::Redo),
            ([_], "of-another") => Some(HistoryEntry::OfAnother),
            ([_, joined, key, before, after], FIELD) => {
                let is = |field: &&InspectionField| Some(Inspection::key(**field)) == key.as_str();
                let edit = Self {
                    field: *Inspection::FIELDS.iter().find(is)?,
                    before: read_value(before)?,
                    after: read_value(after)?,
                };
                let joined = joined.as_bool()?;
                Some(HistoryEntry::Edit { edit, joined })
            }
            _ => None,
        }
    }
}

fn value(value: Option<&Value>) -> Json {
    match value {
        Some(Value::List(items)) => json!(items),
        Some(text) => json!(text.to_string()),
        None => Json::Null,
    }
}

fn read_value(json: &Json) -> Option<Option<Value>> {
    Some(match json {
        Json::Null => None,
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Array(items) => {
            let text = |item: &Json| Some(item.as_str()?.to_owned());
            Some(Value::List(items.iter().map(text).collect::<Option<_>>()?))
        }
        _ => return None,
    })
}
