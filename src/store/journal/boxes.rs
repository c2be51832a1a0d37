//! The words in boxes that are not answered, as a journal spells them.
//!
//! A record says which draft it is of, as one does when a draft was moved, and what was typed beside that. To an Assay
//! that knows nothing of boxes it says that the draft is where it is, so that it reads on behind it.

use serde_json::{Value as Json, json};

use super::place::JournalName;
use crate::assessment::BoxEdit;
use crate::text::Splice;

const TYPED: &str = "typed";

/// Returns the record of a change that was made at this time.
pub(super) fn encode(name: &JournalName, time: i64, edit: &BoxEdit) -> String {
    let BoxEdit { on, splice } = edit;
    let typed = json!([time, on, splice.at, splice.removed, splice.inserted]);
    json!({ "draft": name.draft.to_string_lossy(), TYPED: typed }).to_string()
}

/// Returns the change that a record tells of, and its time; `None` where it tells of none.
pub(super) fn decode(record: &Json) -> Option<(i64, BoxEdit)> {
    let parts = record.get(TYPED)?.as_array()?;
    let text = |at: usize| Some(parts.get(at)?.as_str()?.to_owned());
    let edit = BoxEdit {
        on: text(1)?,
        splice: Splice {
            at: usize::try_from(parts.get(2)?.as_u64()?).ok()?,
            removed: text(3)?,
            inserted: text(4)?,
        },
    };
    Some((parts.first()?.as_i64()?, edit))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_record_is_read_again_and_tells_others_no_more_than_where_the_draft_is() {
        let name = JournalName {
            id: "w".to_owned(),
            draft: "/drafts/w.toml".into(),
        };
        let edit = BoxEdit {
            on: "evidence for f1".to_owned(),
            splice: Splice {
                at: 3,
                removed: "é".to_owned(),
                inserted: "\"\n".to_owned(),
            },
        };
        let record: Json = serde_json::from_str(&encode(&name, 7, &edit)).unwrap();
        assert_eq!(decode(&record), Some((7, edit)));
        assert_eq!(record.get("draft").unwrap(), "/drafts/w.toml");
        // Nothing else that a journal of before knew is in it.
        for key in ["saved", "saving", "entries", "text", "base"] {
            assert_eq!(record.get(key), None, "{key}");
        }
        assert_eq!(decode(&json!({ "draft": "/drafts/w.toml" })), None);
    }
}
