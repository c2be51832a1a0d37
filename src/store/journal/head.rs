//! The first line of a journal: which file it belongs to, and how its other lines are to be read.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::place::JournalName;
use super::protection::RecordProtection;
use super::record;
use crate::store::disk;

/// The most bytes of a journal in which its head is looked for.
const MOST: u64 = 64 * 1024;

/// The head of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalHead {
    /// The file that it belonged to when it was begun. One that was moved since says so further on.
    pub name: JournalName,
    /// True where what follows is locked: the file is sealed.
    pub locked: bool,
    /// The mark of the identity of a sealed file: see [`RecordProtection::make`].
    pub mark: Option<String>,
}

impl JournalHead {
    /// Reads the head of the journal in this file; `None` where it has none.
    pub fn read(path: &Path) -> Option<Self> {
        let is_file = disk::metadata(path).is_ok_and(|there| there.is_file());
        let bytes = is_file.then(|| disk::read(path, MOST).ok())??;
        let (text, _) = record::read(&bytes, 0)?;
        Self::of(&serde_json::from_str(text).ok()?)
    }

    /// Returns the head that a first line is.
    pub(super) fn of(json: &Json) -> Option<Self> {
        let text = |key: &str| json.get(key).and_then(Json::as_str);
        (json.get("journal")?.as_u64()? == 1).then_some(())?;
        Some(Self {
            name: JournalName {
                id: text("id")?.to_owned(),
                draft: PathBuf::from(text("draft")?),
            },
            locked: json.get("key").is_some(),
            mark: text("mark").map(str::to_owned),
        })
    }
}

/// Returns the first line of a journal of this file.
pub(super) fn first_line(name: &JournalName, protection: &RecordProtection) -> String {
    let draft = name.draft.to_string_lossy();
    let head = match protection.key() {
        // What is sealed says nothing of itself outside.
        Some((key, mark)) => {
            json!({ "journal": 1, "id": "", "draft": draft, "key": key, "mark": mark })
        }
        None => json!({ "journal": 1, "id": name.id, "draft": draft }),
    };
    head.to_string()
}

/// Returns the record that says where a file is that was moved.
pub(super) fn moved_line(name: &JournalName) -> String {
    json!({ "draft": name.draft.to_string_lossy() }).to_string()
}
