//! Items and values in words, for people.

use super::{
    Assessment, FindingField, Frame, Framework, Grade, Item, JudgmentField, Kind, ListSpec,
    OVERALL, OverallField, Place, RecordAt, Rung, Shape, Single, Value,
};
use crate::text::{truncate, uncapital, visible_line};

/// Columns for the words of an item or a value.
pub(super) const WORDS: usize = 36;

impl Item {
    /// Returns the item for people, without its id: what it is, and its first words. A figure is known by its label
    /// or, where it has none, by its name in braces.
    pub fn named(&self) -> String {
        let spec = self.list().spec();
        let words = match self {
            Self::Figure(figure) if figure.label.trim().is_empty() => {
                return format!("figure {{{}}}", figure.id);
            }
            Self::Figure(figure) => figure.label.clone(),
            item => {
                let says = item.fields().value(spec.says);
                says.map(|says| says.to_string()).unwrap_or_default()
            }
        };
        spec.named(&words)
    }
}

impl ListSpec {
    /// Returns an item of the list for people, by its words: "finding “The force …”", "an empty finding" where it has none.
    pub fn named(&self, words: &str) -> String {
        match line(words).as_str() {
            "" => format!("an empty {}", self.one),
            words => format!("{} “{}”", self.noun, truncate(words, WORDS)),
        }
    }
}

impl Place {
    /// Returns the value for people, without ids: "grade of Victims", "deadline", "finding “The force …”".
    pub fn named(&self, draft: &Assessment, framework: &Framework) -> String {
        value_named(self, draft, framework)
    }
}

/// Returns what is judged, for people.
pub(super) fn heading_title<'a>(id: &'a str, framework: &'a Framework) -> &'a str {
    match id {
        OVERALL => "Overall",
        id => framework.judged(id).map_or(id, |it| it.title.as_str()),
    }
}

/// Returns a value for people: what it is called, and of what it is.
pub(super) fn value_named(place: &Place, draft: &Assessment, framework: &Framework) -> String {
    let (record, nth) = place.parts();
    let key = place.key().replace('-', " ");
    // A field of the whole is called what the screen calls it: in quotes where that is no name by itself.
    let of_whole = |label: &str| match uncapital(label) {
        label if label == key => label,
        _ => format!("“{label}”"),
    };
    let key = match (record, place.shown_label()) {
        (RecordAt::Judgment(_) | RecordAt::Single(Single::Overall), Some("Why")) => {
            "reason".to_owned()
        }
        (
            RecordAt::Judgment(_) | RecordAt::Item(..) | RecordAt::Recommendation(..),
            Some(label),
        ) => uncapital(label),
        (RecordAt::Single(Single::Period), Some(label)) => uncapital(label),
        (RecordAt::Single(_), Some(label)) => of_whole(label),
        _ => key,
    };
    match record {
        RecordAt::Judgment(OVERALL) => format!("{key} of the whole"),
        RecordAt::Judgment(id) => format!("{key} of {}", heading_title(id, framework)),
        RecordAt::Item(list, at) => {
            let item = draft.item(list, at);
            let item = item.map_or_else(|| list.spec().noun.to_owned(), |item| item.named());
            match nth == list.spec().says {
                true => item,
                false => format!("{key} of {item}"),
            }
        }
        RecordAt::Single(Single::Subject) => format!("body's {key}"),
        RecordAt::Single(Single::Inspector) => format!("inspector's {key}"),
        RecordAt::Single(Single::Statement) => format!("{key} of the statement"),
        RecordAt::Single(Single::Overall) => match place {
            Place::Overall(OverallField::Stance | OverallField::Form) => "opening".to_owned(),
            _ => format!("{key} of the whole"),
        },
        RecordAt::Single(_) | RecordAt::Recommendation(..) => key,
    }
}

/// Returns a value for people: what an id names in place of the id.
pub(super) fn value_words(
    place: &Place,
    value: &Value,
    draft: &Assessment,
    framework: &Framework,
) -> String {
    let word = value.to_string();
    let known = match place {
        Place::Judgment(_, JudgmentField::Grade) | Place::Overall(OverallField::Grade) => {
            let grade = Grade::from_word(&word).and_then(|grade| framework.scale_point(grade));
            grade.map(|point| point.words.clone())
        }
        Place::Overall(OverallField::Stance) => framework.rung(&word).map(Rung::begins),
        Place::Finding(_, FindingField::Stance) => framework.frame(&word).map(Frame::begins),
        Place::Finding(_, FindingField::Kind) => {
            Kind::from_word(&word).map(|kind| kind.title().to_owned())
        }
        Place::Finding(_, FindingField::Heading) => {
            framework.judged(&word).map(|it| it.title.clone())
        }
        _ => None,
    };
    match (known, value) {
        (Some(words), _) => words,
        (None, Value::List(ids)) => {
            let title = |id: &String| match draft.evidence_item(id) {
                Some(item) if !item.title.trim().is_empty() => item.title.clone(),
                _ => id.clone(),
            };
            ids.iter().map(title).collect::<Vec<_>>().join("; ")
        }
        (None, _) if matches!(place.shape(), Shape::Choice(_) | Shape::Named) => {
            word.replace('-', " ")
        }
        (None, _) => word,
    }
}

impl Rung {
    /// Returns the words that the opening begins with, as far as they are the same for every body.
    pub fn begins(&self) -> String {
        begins(&self.words)
    }
}

impl Frame {
    /// Returns the words that the frame begins with: "I am reassured that …".
    pub fn begins(&self) -> String {
        begins(&self.words)
    }
}

/// Returns words on one line, where whatever cannot be seen is a mark.
pub(super) fn line(words: &str) -> String {
    let words = visible_line(words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns words of a framework up to the first that differs from draft to draft. The speaker's words stand in braces,
/// with hyphens for blanks; adverbs need not be there.
fn begins(words: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let inside = word
            .strip_prefix('{')
            .and_then(|word| word.split('}').next());
        match inside {
            None => said.push(word.to_owned()),
            Some("adverb") => {}
            Some(speaker) if speaker.starts_with('I') => said.push(speaker.replace('-', " ")),
            Some(_) => {
                said.push("…".to_owned());
                break;
            }
        }
    }
    said.join(" ")
}
