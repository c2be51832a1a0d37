//! A step of the history in words, for whoever takes it back or makes it again.

use std::collections::HashSet;

use super::difference::edits as differing;
use super::named::{WORDS, heading_title, line, value_named, value_words};
use super::{
    Assessment, Edit, Editable, FindingField, Framework, InspectionEdit, InspectionField, Item,
    List, OverrideField, Place, Step, Value,
};
use crate::text::{
    DiffPiece, Splice, counted, truncate, uncapital, visible_line, width, word_difference,
};

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
            InspectionField::Release => "release",
            InspectionField::Notes => "notes to editors",
            InspectionField::Contact => "contact",
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
    ///
    /// That is what differs between before and after, whatever was done on the way: what was typed and erased again is
    /// not told of.
    pub fn told(&self, draft: &Assessment, framework: &Framework, back: bool) -> String {
        let typed = self.edits.iter().any(is_typed);
        let edits = match typed || self.comes_and_goes() {
            true => self.of_one_text(draft, back).unwrap_or_default(),
            false => self.edits.clone(),
        };
        let told = |edits, draft, back| ToldStep { edits, typed }.told(draft, framework, back);
        if !edits.is_empty() {
            return told(edits, draft, back);
        }
        let Some(other) = self.other_side(draft, back) else {
            return told(self.edits.clone(), draft, back);
        };
        match back {
            true => told(differing(draft, &other), draft, true),
            false => told(differing(&other, draft), &other, true),
        }
    }

    /// Returns true where more was done on the way than differs at its end: an item came and went, or a value was set twice.
    fn comes_and_goes(&self) -> bool {
        let is = |of: fn(&Edit) -> bool| self.edits.iter().any(of);
        let items = is(|edit| matches!(edit, Edit::Insert { .. }))
            && is(|edit| matches!(edit, Edit::Remove { .. }));
        let places = self.edits.iter().filter_map(|edit| match edit {
            Edit::Set { place, .. } => Some(place),
            _ => None,
        });
        let mut seen = HashSet::new();
        items || !places.into_iter().all(|place| seen.insert(place))
    }

    /// Returns the change of the one text in which all was typed, or `None` where other things were done.
    fn of_one_text(&self, draft: &Assessment, back: bool) -> Option<Vec<Edit>> {
        let splices = self.edits.iter().map(|edit| match edit {
            Edit::Splice { place, splice } => Some((place, splice)),
            _ => None,
        });
        let mut splices: Vec<(&Place, &Splice)> = splices.collect::<Option<_>>()?;
        let (place, _) = splices.first().copied()?;
        if splices.iter().any(|(other, _)| *other != place) {
            return None;
        }
        let text = |value: Option<Value>| value.map(|it| it.to_string()).unwrap_or_default();
        let here = text(draft.get(place));
        let mut there = here.clone();
        if !back {
            splices.reverse();
        }
        for (_, splice) in splices {
            let done = match back {
                true => splice.apply(&mut there),
                false => splice.inverse().apply(&mut there),
            };
            done.ok()?;
        }
        let (before, after) = if back { (here, there) } else { (there, here) };
        let value = |text: String| (!text.is_empty()).then_some(Value::Text(text));
        let set = Edit::Set {
            place: place.clone(),
            before: value(before),
            after: value(after),
        };
        Some(vec![set])
    }

    /// Returns the draft on the other side of the step.
    fn other_side(&self, draft: &Assessment, back: bool) -> Option<Assessment> {
        let mut other = draft.clone();
        let done = match back {
            true => self.edits.iter().try_for_each(|edit| other.apply(edit)),
            false => {
                let mut inverses = self.edits.iter().rev().map(Edit::inverse);
                inverses.try_for_each(|edit| other.apply(&edit))
            }
        };
        done.ok().map(|()| other)
    }
}

fn is_typed(edit: &Edit) -> bool {
    matches!(edit, Edit::Splice { .. })
}

/// A step as the edits that are told of.
struct ToldStep {
    edits: Vec<Edit>,
    /// True where it was typed.
    typed: bool,
}

impl ToldStep {
    /// Returns the text of a finding of which the step made two.
    fn split_text(&self) -> Option<&str> {
        let [
            Edit::Set {
                place: Place::Finding(at, FindingField::Text),
                before: Some(Value::Text(whole)),
                after: Some(Value::Text(head)),
            },
            Edit::Insert {
                at: second,
                item: Item::Finding(tail),
            },
        ] = self.edits.as_slice()
        else {
            return None;
        };
        let rest = whole.strip_prefix(head.as_str())?.trim_start();
        let same = uncapital(rest) == uncapital(&tail.text);
        (*second == at + 1 && same).then_some(whole)
    }

    fn told(&self, draft: &Assessment, framework: &Framework, back: bool) -> String {
        if let Some(whole) = self.split_text() {
            let words = line(whole);
            return format!("finding “{}” split in two", truncate(&words, WORDS));
        }
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
            let mut each = made.into_iter().map(|edit| reworded(edit, Reworded::Set));
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
                if self.typed && place.is_text() {
                    let did = edit.and_then(|edit| reworded(edit, Reworded::Typed));
                    let did = did.unwrap_or_else(|| "blanks changed".to_owned());
                    return format!("{did} in {what}");
                }
                if let Some((judged, of)) = what.split_once(" stood on") {
                    return format!("{judged}{of} still so");
                }
                match after {
                    None => format!("{what} cleared"),
                    Some(value) => {
                        let words = value_words(place, value, draft, framework);
                        let told = match width(&words) > WORDS {
                            true => edit.and_then(|edit| reworded(edit, Reworded::Set)),
                            false => None,
                        };
                        told.map(|did| format!("{what}: {did}")).unwrap_or_else(|| {
                            format!("{what}: “{}”", truncate(words.trim(), WORDS))
                        })
                    }
                }
            }
            Some(Edit::Splice { place, .. }) => {
                format!("typed in {}", value_named(place, draft, framework))
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
}

/// How a text came to be another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reworded {
    /// At once, where it was another text before.
    Set,
    /// By typing.
    Typed,
}

/// Returns what an edit did to a text, by the words that differ: “may” became “should”. Two texts that begin alike are told
/// apart by nothing else. `None` where no word differs.
fn reworded(edit: &Edit, how: Reworded) -> Option<String> {
    let Edit::Set {
        place,
        before,
        after,
    } = edit
    else {
        return None;
    };
    let text = |value: &Option<Value>| match value {
        Some(Value::Text(text)) => Some(text.clone()),
        Some(value) if how == Reworded::Typed => Some(value.to_string()),
        None if how == Reworded::Typed => Some(String::new()),
        _ => None,
    };
    let (before, after) = (text(before)?, text(after)?);
    if how == Reworded::Set && !place.is_text() {
        return None;
    }
    let pieces = word_difference(&before, &after);
    let words = |of: fn(&DiffPiece<'_>) -> Option<String>| {
        let words: Vec<String> = pieces.iter().filter_map(of).collect();
        let words: Vec<String> = words.iter().map(|words| line(words)).collect();
        let words = words.into_iter().filter(|words| !words.is_empty());
        let words = words.collect::<Vec<_>>().join(" … ");
        (!words.is_empty()).then(|| format!("“{}”", truncate(&words, WORDS)))
    };
    let old = words(|piece| match piece {
        DiffPiece::Removed(words) => Some((*words).to_owned()),
        _ => None,
    });
    let new = words(|piece| match piece {
        DiffPiece::Added(words) => Some((*words).to_owned()),
        _ => None,
    });
    let (came, went) = match how {
        Reworded::Set => ("put in", "taken out"),
        Reworded::Typed => ("typed", "erased"),
    };
    Some(match (old, new) {
        (Some(old), Some(new)) => format!("{old} became {new}"),
        (None, Some(new)) => format!("{new} {came}"),
        (Some(old), None) => format!("{old} {went}"),
        (None, None) => return None,
    })
}
