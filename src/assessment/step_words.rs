//! A step of the history in words, for whoever takes it back or makes it again.

use super::{
    Assessment, Edit, FindingField, Frame, Framework, Grade, InspectionEdit, InspectionField, Item,
    JudgmentField, Kind, List, ListSpec, OVERALL, OverallField, OverrideField, Place, RecordAt,
    Rung, Shape, Single, Step, Value,
};
use crate::text::{counted, splice_between, truncate, uncapital, visible_line, width};

/// Columns for the words of an item or a value.
const WORDS: usize = 36;

impl InspectionEdit {
    /// Returns what the edit did, in a few words: "draft “kent.toml” taken out", "title: “Rural crime”".
    pub fn told(&self) -> String {
        let what = match self.field {
            InspectionField::Drafts => match (self.came(false), self.came(true)) {
                (Some(name), None) => return format!("draft “{name}” taken in"),
                (None, Some(name)) => return format!("draft “{name}” taken out"),
                _ => return "order of the drafts changed".to_owned(),
            },
            InspectionField::Published => "day of publication",
            InspectionField::Title => "title",
            InspectionField::Marking => "marking",
            InspectionField::Introduction => "introduction",
            InspectionField::Id => "identity",
        };
        match &self.after {
            None => format!("{what} cleared"),
            Some(value) => {
                let words = visible_line(&value.to_string()).into_owned();
                format!("{what}: “{}”", truncate(words.trim(), WORDS))
            }
        }
    }

    /// Returns what somebody else's edit did, with the words that it took away: "title: “Rural crime” in place of “Crime”".
    pub fn told_of_another(&self) -> String {
        let told = self.told();
        match &self.before {
            Some(Value::Text(before)) => {
                let words = line(before);
                let place = match self.after {
                    Some(_) => "in place of",
                    None => "where it was",
                };
                format!("{told} {place} “{}”", truncate(&words, WORDS))
            }
            _ => told,
        }
    }

    /// Returns the first draft that is there after the edit and was not before or, `back`, after it is taken back.
    pub fn came(&self, back: bool) -> Option<String> {
        let (before, after) = match back {
            true => (&self.after, &self.before),
            false => (&self.before, &self.after),
        };
        let Some(Value::List(after)) = after else {
            return None;
        };
        let was = |name: &&String| matches!(before, Some(Value::List(it)) if it.contains(name));
        after.iter().find(|name| !was(name)).cloned()
    }
}

impl Step {
    /// Returns what the step did, in a few words: "finding “The force …” deleted", "grade of Victims set to “good”". The
    /// draft is as it is once the step was taken back or, without `back`, made again.
    pub fn told(&self, draft: &Assessment, framework: &Framework, back: bool) -> String {
        let alike = self.told_of_many(framework);
        if let Some(told) = alike.or_else(|| self.told_of_values(draft, framework)) {
            return told;
        }
        let set = |edit: &Edit| matches!(edit, Edit::Set { place, .. } if place.is_text());
        // What was judged on these texts is kept as it is.
        let follows = |edit: &&Edit| match edit {
            Edit::Set { place, .. } => {
                place.is_ground() || matches!(place, Place::Override(_, OverrideField::Basis))
            }
            _ => false,
        };
        let made: Vec<&Edit> = self.edits.iter().filter(|edit| !follows(edit)).collect();
        let many = made.len();
        if many > 1 && made.iter().all(|edit| set(edit)) {
            let texts = counted(many, "text");
            let mut each = made.into_iter().map(reworded);
            let first = each.next().flatten();
            return match first.filter(|first| each.all(|other| other.as_ref() == Some(first))) {
                Some(did) => format!("{did} in {texts}"),
                None => format!("{texts} changed"),
            };
        }
        let items = |edit: &&Edit| !matches!(edit, Edit::Splice { .. } | Edit::Set { .. });
        let edit = self.edits.iter().find(items).or(self.edits.first());
        match edit {
            None => String::new(),
            Some(Edit::Insert { item, .. }) => format!("{} added", item.named()),
            Some(Edit::Remove { item, .. }) => format!("{} deleted", item.named()),
            Some(Edit::Move { list, from, to }) => {
                let at = if back { from } else { to };
                let item = draft.item(*list, *at);
                let item = item.map_or_else(|| list.spec().noun.to_owned(), |item| item.named());
                format!("{item} moved")
            }
            Some(Edit::Set { place, after, .. }) => {
                let what = value_named(place, draft, framework);
                if let Some((judged, of)) = what.split_once(" stood on") {
                    return format!("{judged}{of} still so");
                }
                match after {
                    None => format!("{what} cleared"),
                    Some(value) => {
                        let words = value_words(place, value, draft, framework);
                        let told = match width(&words) > WORDS {
                            true => edit.and_then(reworded),
                            false => None,
                        };
                        told.map(|did| format!("{what}: {did}")).unwrap_or_else(|| {
                            format!("{what}: “{}”", truncate(words.trim(), WORDS))
                        })
                    }
                }
            }
            Some(Edit::Splice { place, .. }) => {
                let what = value_named(place, draft, framework);
                format!("{} in {what}", self.typed())
            }
        }
    }

    /// Returns what the step did to several findings alike, or `None` where it did something else.
    fn told_of_many(&self, framework: &Framework) -> Option<String> {
        let of = |edit: &Edit| match edit {
            Edit::Insert { item, .. } => Some((item.list(), "added")),
            Edit::Remove { item, .. } => Some((item.list(), "deleted")),
            Edit::Move { list, .. } => Some((*list, "moved")),
            Edit::Set { .. } | Edit::Splice { .. } => None,
        };
        let made: Vec<_> = self.edits.iter().filter_map(of).collect();
        let (list, did) = made.first().copied()?;
        if list != List::Findings || made.iter().any(|other| *other != (list, did)) {
            return None;
        }
        // The first of what was taken in may have been there, without words.
        let filled = did == "added" && self.edits.first().and_then(of).is_none();
        let many = made.len() + usize::from(filled);
        let heading = self.edits.iter().find_map(|edit| match edit {
            Edit::Insert {
                item: Item::Finding(finding),
                ..
            } => Some(heading_title(&finding.heading, framework)),
            _ => None,
        });
        let to = heading.map_or_else(String::new, |title| format!(" to {title}"));
        (many > 1).then(|| format!("{} {did}{to}", counted(many, "finding")))
    }

    /// Returns what the step did to one field of several findings, or `None` where it did something else.
    fn told_of_values(&self, draft: &Assessment, framework: &Framework) -> Option<String> {
        let of = |edit: &Edit| match edit {
            Edit::Set {
                place: Place::Finding(_, field),
                after,
                ..
            } if *field != FindingField::Text => Some((*field, after.clone())),
            _ => None,
        };
        let (field, first) = self.edits.iter().find_map(of)?;
        let same = |edit: &&Edit| of(edit).is_some_and(|(other, _)| other == field);
        let sets: Vec<&Edit> = self.edits.iter().filter(same).collect();
        let many = counted(sets.len(), "finding");
        let place = match sets.as_slice() {
            [Edit::Set { place, .. }, _, ..] => place,
            _ => return None,
        };
        let item = self.edits.iter().find_map(|edit| match edit {
            Edit::Insert { item, .. } => Some(item.named()),
            _ => None,
        });
        let all = sets
            .iter()
            .all(|edit| of(edit).is_some_and(|(_, it)| it == first));
        let value = first.filter(|_| all);
        let words = value.map(|value| value_words(place, &value, draft, framework));
        let label = place.shown_label().map(uncapital).unwrap_or_default();
        Some(match (item, field, words) {
            (Some(item), ..) => format!("{item} added to {many}"),
            (None, FindingField::Heading, Some(title)) => format!("{many} moved to {title}"),
            (None, _, Some(words)) => format!("{label} of {many}: “{}”", truncate(&words, WORDS)),
            (None, _, None) => format!("{label} of {many} changed"),
        })
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

/// Returns what an edit did to a text that was there before, by the words that differ: “may” became “should”. Two texts that
/// begin alike are told apart by nothing else.
fn reworded(edit: &Edit) -> Option<String> {
    let Edit::Set {
        place,
        before: Some(Value::Text(before)),
        after: Some(Value::Text(after)),
    } = edit
    else {
        return None;
    };
    let splice = splice_between(before, after).filter(|_| place.is_text())?;
    // Whole words: no letter of them is a word of its own.
    let inside = |sign: char| sign.is_alphanumeric();
    let head = before.get(..splice.at)?;
    let tail = before.get(splice.at + splice.removed.len()..)?;
    let head = head.get(head.trim_end_matches(inside).len()..)?;
    let tail = tail.get(..tail.len() - tail.trim_start_matches(inside).len())?;
    let quoted = |words: &str| {
        let words = line(&format!("{head}{words}{tail}"));
        (!words.is_empty()).then(|| format!("“{}”", truncate(&words, WORDS)))
    };
    Some(match (quoted(&splice.removed), quoted(&splice.inserted)) {
        (Some(old), Some(new)) => format!("{old} became {new}"),
        (None, Some(new)) => format!("{new} put in"),
        (Some(old), None) => format!("{old} taken out"),
        (None, None) => return None,
    })
}

/// Returns what is judged, for people.
fn heading_title<'a>(id: &'a str, framework: &'a Framework) -> &'a str {
    match id {
        OVERALL => "Overall",
        id => framework.judged(id).map_or(id, |it| it.title.as_str()),
    }
}

/// Returns a value for people: what it is called, and of what it is.
fn value_named(place: &Place, draft: &Assessment, framework: &Framework) -> String {
    let (record, nth) = place.parts();
    let key = place.key().replace('-', " ");
    let key = match (record, place.shown_label()) {
        (RecordAt::Judgment(_) | RecordAt::Single(Single::Overall), Some("Why")) => {
            "reason".to_owned()
        }
        (
            RecordAt::Judgment(_) | RecordAt::Item(..) | RecordAt::Recommendation(..),
            Some(label),
        ) => uncapital(label),
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
        RecordAt::Single(Single::Period) if key == "label" => "year".to_owned(),
        RecordAt::Single(_) | RecordAt::Recommendation(..) => key,
    }
}

/// Returns a value for people: what an id names in place of the id.
fn value_words(place: &Place, value: &Value, draft: &Assessment, framework: &Framework) -> String {
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
fn line(words: &str) -> String {
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
