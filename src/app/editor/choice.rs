//! One thing that can be chosen for a field.

use crate::app::list::{ListRow, RowSign};
use crate::assessment::{Place, Value};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its title.
    pub label: String,
    /// Its meaning.
    pub meaning: String,
    /// Other words by which it is found.
    pub words: String,
    /// The values that choosing it sets.
    pub sets: Vec<(Place, Option<Value>)>,
    /// True where it stands now.
    pub current: bool,
    /// True where the grades suggest it; `None` where they have no say.
    pub suggested: Option<bool>,
    /// The reason why it does not fit what it is for, where it does not; it can be chosen all the same.
    pub unfit: Option<&'static str>,
}

impl Choice {
    /// Returns a choice that sets nothing by itself.
    pub(in crate::app) fn plain(label: &str, meaning: &str, current: bool) -> Self {
        Self {
            label: label.to_owned(),
            meaning: meaning.to_owned(),
            words: String::new(),
            sets: Vec::new(),
            current,
            suggested: None,
            unfit: None,
        }
    }

    /// Returns it as a row of a list, which is also found by the ids that it sets.
    pub(in crate::app) fn row(&self) -> ListRow {
        let ids = self.sets.iter().filter_map(|(_, value)| match value {
            Some(Value::Text(id)) => Some(id.as_str()),
            _ => None,
        });
        let words: Vec<&str> = ids.chain([self.words.as_str()]).collect();
        ListRow {
            label: self.label.clone(),
            note: self.meaning.clone(),
            words: words.join(" "),
            sign: match (self.suggested, self.current) {
                (Some(true), _) => RowSign::Suggested,
                (_, true) => RowSign::Current,
                _ => RowSign::None,
            },
            unfit: self.unfit.map(str::to_owned),
            ..ListRow::default()
        }
    }
}
