//! A file that may be a draft or an inspection: its opening, and reading it as what it is.

use toml_edit::{Item, TableLike};

use super::draft::{self, Draft, FindFramework};
use super::inspection::{self, ReadInspection};
use super::limits::MAX_ITEMS;
use super::problem::Refused;
use super::source::parse;
use super::tables::{DRAFTS, FORMAT_KEY};

/// The content of a file that was read: a draft or an inspection.
#[derive(Clone, Debug)]
pub enum DraftOrInspection {
    /// A draft.
    Draft(Box<Draft>),
    /// An inspection.
    Inspection(Box<ReadInspection>),
}

/// The opening of a file: enough to know whether it is a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileHead {
    /// The number of its format.
    pub format: Option<i64>,
    /// Its identity.
    pub id: String,
    /// Its framework.
    pub framework: String,
    /// True where it is an inspection, which groups drafts.
    pub is_inspection: bool,
}

impl FileHead {
    /// Returns true where the file is a draft, good or broken.
    pub fn is_draft(&self) -> bool {
        self.format.is_some() && !self.framework.is_empty() && !self.is_inspection
    }

    fn of(root: &dyn TableLike) -> Self {
        let text = |key: &str| {
            root.get(key)
                .and_then(Item::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Self {
            format: root.get(FORMAT_KEY).and_then(Item::as_integer),
            id: text("id"),
            framework: text("framework"),
            is_inspection: root.get(DRAFTS).is_some(),
        }
    }
}

/// Reads the opening of a file.
///
/// # Errors
/// The text is not TOML.
pub fn read_opening(name: &str, text: &str) -> Result<FileHead, Refused> {
    Ok(FileHead::of(parse(name, text, MAX_ITEMS)?.as_table()))
}

/// Reads a file of which it is not known whether it is a draft or an inspection. Returns its opening too, or `None`
/// where it is not TOML: it may be known where the file is refused.
pub fn read_any(
    name: &str,
    text: &str,
    framework_of: &FindFramework<'_>,
) -> (Option<FileHead>, Result<DraftOrInspection, Refused>) {
    let document = match parse(name, text, MAX_ITEMS) {
        Ok(document) => document,
        Err(refused) => return (None, Err(refused)),
    };
    let head = FileHead::of(document.as_table());
    let content = match head.is_inspection {
        true => inspection::read_parsed(name, &document)
            .map(|read| DraftOrInspection::Inspection(Box::new(read))),
        false => draft::read_parsed(name, &document, framework_of)
            .map(|draft| DraftOrInspection::Draft(Box::new(draft))),
    };
    (Some(head), content)
}
