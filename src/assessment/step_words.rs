//! A step of the history in words, for whoever takes it back or makes it again.

use super::{Assessment, Edit, Framework, Item, OVERALL, Place, RecordAt, Step, Value};
use crate::text::truncate;

/// Columns for the words of an item or a value.
const WORDS: usize = 36;

impl Step {
    /// Returns what the step did, in a few words: "finding “The force …” deleted", "grade of Victims set to “good”". The
    /// draft is as it is once the step was taken back or, without `back`, made again.
    pub fn told(&self, draft: &Assessment, framework: &Framework, back: bool) -> String {
        let items = |edit: &&Edit| !matches!(edit, Edit::Splice { .. } | Edit::Set { .. });
        let edit = self.edits.iter().find(items).or(self.edits.first());
        match edit {
            None => String::new(),
            Some(Edit::Insert { item, .. }) => format!("{} added", named(item)),
            Some(Edit::Remove { item, .. }) => format!("{} deleted", named(item)),
            Some(Edit::Move { list, from, to }) => {
                let at = if back { from } else { to };
                let item = draft.item(*list, *at);
                let item = item.map_or_else(|| list.spec().noun.to_owned(), |item| named(&item));
                format!("{item} moved")
            }
            Some(Edit::Set { place, after, .. }) => {
                let what = value_named(place, draft, framework);
                match after {
                    None => format!("{what} cleared"),
                    Some(value) => format!("{what} set to “{}”", value_words(value)),
                }
            }
            Some(Edit::Splice { place, .. }) => {
                let what = value_named(place, draft, framework);
                format!("{} in {what}", self.typed())
            }
        }
    }

    /// Returns what was typed in a step of typing, or erased.
    fn typed(&self) -> String {
        let (mut typed, mut erased) = (String::new(), String::new());
        for edit in &self.edits {
            if let Edit::Splice { splice, .. } = edit {
                typed.push_str(&splice.inserted);
                erased.insert_str(0, &splice.removed);
            }
        }
        let (did, words) = match typed.trim() {
            "" => ("erased", erased.trim()),
            words => ("typed", words),
        };
        format!("“{}” {did}", truncate(words, WORDS))
    }
}

/// Returns an item for people: what it is, and its words.
fn named(item: &Item) -> String {
    let spec = item.list().spec();
    let words = item.fields().value(spec.says);
    match words.map(|value| value_words(&value)) {
        Some(words) if !words.trim().is_empty() => format!("{} “{words}”", spec.noun),
        _ => spec.noun.to_owned(),
    }
}

impl Place {
    /// Returns the value for people, without ids: "grade of Victims", "deadline", "finding “The force …”".
    pub fn named(&self, draft: &Assessment, framework: &Framework) -> String {
        value_named(self, draft, framework)
    }
}

/// Returns a value for people: what it is called, and of what it is.
fn value_named(place: &Place, draft: &Assessment, framework: &Framework) -> String {
    let (record, nth) = place.parts();
    let key = place.key().replace('-', " ");
    match record {
        RecordAt::Judgment(OVERALL) => format!("{key} of the whole"),
        RecordAt::Judgment(id) => {
            let title = framework.judged(id).map_or(id, |it| it.title.as_str());
            format!("{key} of {title}")
        }
        RecordAt::Item(list, at) => {
            let item = draft.item(list, at);
            let item = item.map_or_else(|| list.spec().noun.to_owned(), |item| named(&item));
            match nth == list.spec().says {
                true => item,
                false => format!("{key} of {item}"),
            }
        }
        RecordAt::Single(_) | RecordAt::Recommendation(..) => key,
    }
}

fn value_words(value: &Value) -> String {
    let words = match value {
        Value::Flag(true) => "yes".to_owned(),
        Value::Flag(false) => "no".to_owned(),
        other => other.to_string(),
    };
    truncate(words.trim(), WORDS).into_owned()
}
