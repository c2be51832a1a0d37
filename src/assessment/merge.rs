//! Two versions that grew out of one, made into one again.
//!
//! Where one side changed a value, that side's stands; where both did, ours stands and theirs is
//! kept in a review note, unless ours begins with it, so that no word of either is ever lost, whoever looks. Merging the result
//! with theirs again changes nothing.

mod follow;
mod items;
mod links;
mod values;

#[cfg(test)]
pub(super) mod properties_tests;
#[cfg(test)]
mod small_tests;

use super::align::{single_places, words};
use super::difference::judgment_places;
use super::{Address, Assessment, List, Note, Place, RecordAt, Shape, Value};
use std::sync::Arc;
pub(super) use values::takes_out;
use values::three;

/// The name that signs the notes of a merge.
const BY: &str = "merge";

/// The result of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The one version made of both.
    pub assessment: Assessment,
    /// The values that both changed differently; there is a review note about each, unless ours begins with their value.
    pub conflicts: Vec<Conflict>,
}

/// A value that both versions changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The place in the merged assessment, with our value.
    pub place: Place,
    /// The address by which the review note names it: "f3/text", "grades.victims/grade", "subject/name".
    pub on: String,
    /// Our value, which stands.
    pub ours: Option<Value>,
    /// Their value, which the note has.
    pub theirs: Option<Value>,
}

impl Conflict {
    /// Returns true if the note is the one that keeps their value.
    pub fn is_told_by(&self, note: &Note) -> bool {
        note.on == self.on && note.by == BY && note.text == self.note()
    }

    /// Returns true where ours is free words that begin with all of those that theirs is: a note of them would say nothing
    /// that does not stand. A choice, a name or an amount is none of the longer one that begins with it.
    pub fn stands_already(&self) -> bool {
        let (Some(Value::Text(ours)), Some(Value::Text(theirs))) = (&self.ours, &self.theirs)
        else {
            return false;
        };
        // No word of it is the beginning of another: "well" of "well-led", "£1" of "£1.5m".
        let ends_there = |rest: &str| {
            let rest = rest.trim_start_matches(|it: char| it.is_ascii_punctuation() && it != '-');
            rest.is_empty() || rest.starts_with(char::is_whitespace)
        };
        let free = matches!(self.place.shape(), Shape::Prose | Shape::Line);
        let goes_on = ours.trim_start().strip_prefix(theirs.trim());
        free && !theirs.trim().is_empty() && goes_on.is_some_and(ends_there)
    }

    fn note(&self) -> String {
        match &self.theirs {
            Some(value) => format!("The other version says: {}", words(value)),
            None => "The other version leaves this empty.".to_owned(),
        }
    }

    /// Returns the place of the value in a draft that has grown on since the merge; `None` where it stands nowhere any
    /// more.
    pub fn place_in(&self, draft: &Assessment) -> Option<Place> {
        match self.place.parts() {
            (RecordAt::Item(list, _), field) if !list.has_identity() => {
                let about = Address::about_in(&self.on, list, self.place.key())?;
                let places = draft.places_about(list, about);
                let places = places.filter_map(|at| Place::of(RecordAt::Item(list, at), field));
                let places: Vec<Place> = places.collect();
                // Of several about the same it is the one that still says what ours said, where it was then if it
                // can be.
                let says = |place: &&Place| draft.get(place) == self.ours;
                let there = places.iter().filter(|place| **place == self.place);
                let same = there.chain(&places).find(says);
                same.or(places.first()).cloned()
            }
            _ => draft.place_of(&Address::parse(&self.on, draft)),
        }
    }
}

/// Merges two versions that both grew out of `base`, item by item and value by value.
///
/// - An item that one side removed and the other changed is kept, with the change.
/// - Lists of ids are united; what either side took out of one is out.
/// - The order is ours where ours was re-ordered, else theirs. What one side added stands after the
///   item that it follows there.
/// - An id that both gave to a new item of their own goes to ours; theirs is given the next free
///   one, and what names it in theirs follows.
/// - Two hand edits of one sentence are one item. Responses, review notes and acceptances have no identity: one is
///   taken for the changed form of another only where no doubt is left.
///
/// Ids that are unique in both versions are unique in the result.
pub fn merge(base: &Assessment, ours: &Assessment, theirs: &Assessment) -> Merged {
    merge_since(ours, base, ours, theirs)
}

/// Merges two versions as [`merge`] does, with more care for ours: what was put into it since it was `opened` is not
/// theirs to take out, not even where ours was saved since and theirs grew out of that. It stands, as a conflict.
pub fn merge_since(
    opened: &Assessment,
    base: &Assessment,
    ours: &Assessment,
    theirs: &Assessment,
) -> Merged {
    let whole = |assessment: &Assessment| Merged {
        assessment: assessment.clone(),
        conflicts: Vec::new(),
    };
    if ours == theirs || theirs == base {
        return whole(ours);
    }
    if ours == base && ours == opened {
        return whole(theirs);
    }
    let theirs = follow::apart(base, ours, theirs);
    let mut merged = whole(ours);
    merged.single_values(opened, base, ours, &theirs);
    for list in List::ALL {
        let items = |of: &Assessment| of.items(*list);
        let since = items(opened);
        if let Some(made) = items::merge(*list, &since, &items(base), &items(ours), &items(&theirs))
        {
            merged.assessment.replace(*list, made.items);
            merged.conflicts.extend(made.conflicts);
        }
    }
    merged.note_conflicts();
    merged
}

/// Merges two versions as [`merge`] does, where theirs has the say: theirs stands where both changed a value, and ours is
/// kept in a note; not where theirs says it already.
pub fn merge_behind(base: &Assessment, theirs: &Assessment, ours: &Assessment) -> Merged {
    let mut merged = merge(base, theirs, ours);
    let says = |conflict: &Conflict| match (&conflict.ours, &conflict.theirs) {
        (Some(Value::Text(stands)), Some(Value::Text(late))) => stands.contains(late.trim()),
        _ => false,
    };
    let (said, conflicts) = merged.conflicts.into_iter().partition(says);
    merged.conflicts = conflicts;
    let said: Vec<Conflict> = said;
    let noted = |note: &Note| said.iter().any(|conflict| conflict.is_told_by(note));
    let is_new = |note: &Note| !theirs.notes.iter().any(|it| **it == *note);
    (merged.assessment.notes).retain(|note| !(noted(note) && is_new(note)));
    merged
}

impl Merged {
    fn single_values(
        &mut self,
        opened: &Assessment,
        base: &Assessment,
        ours: &Assessment,
        theirs: &Assessment,
    ) {
        // A heading that only the base has a judgment of has nothing to be merged.
        let places = single_places().into_iter();
        for place in places.chain(judgment_places(ours, theirs)) {
            let (was, own) = (base.get(&place), ours.get(&place));
            let since = opened.get(&place);
            let (value, clashes) = three(since.as_ref(), was, own.clone(), theirs.get(&place));
            // A value that one version holds at this place fits it.
            if value != own && self.assessment.set(&place, value).is_ok() {
                self.assessment.tidy(&place);
            }
            let Some(address) = self.assessment.address_of(&place) else {
                continue;
            };
            self.conflicts
                .extend(clashes.into_iter().map(|clash| Conflict {
                    place: place.clone(),
                    on: address.to_string(),
                    ours: clash.ours,
                    theirs: clash.theirs,
                }));
        }
    }

    /// Writes a note about each conflict, with their words; not where the same one is there, or where ours begins with them.
    fn note_conflicts(&mut self) {
        for conflict in self.conflicts.iter().filter(|it| !it.stands_already()) {
            let mut notes = self.assessment.notes.iter();
            if !notes.any(|note| conflict.is_told_by(note)) {
                self.assessment.notes.push(Arc::new(Note {
                    on: conflict.on.clone(),
                    by: BY.to_owned(),
                    text: conflict.note(),
                    ..Note::default()
                }));
            }
        }
    }
}
