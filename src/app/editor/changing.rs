//! Changes of a draft: edits that are made together, taken back together and made again.

use std::collections::BTreeSet;

use super::DraftEditor;
use super::typing::Typing;
use crate::assessment::{
    Edit, FindingField, Item, Place, PlacedWords, SubjectField, Value, WordsTakenBack,
};

/// A step that was taken back, or made again.
#[derive(Debug)]
pub(in crate::app) struct StepTaken {
    /// The changes that the step had made, in words.
    pub(in crate::app) told: String,
    /// The words that waited for a place until it was made.
    pub(in crate::app) placed: Vec<PlacedWords>,
}

impl DraftEditor {
    /// Makes edits as one step of the history.
    pub(in crate::app) fn change(&mut self, edits: Vec<Edit>) -> Result<(), String> {
        self.history.close();
        self.join(edits)
    }

    /// Makes edits as part of the last step, where that is open; else as one of their own.
    pub(super) fn join(&mut self, edits: Vec<Edit>) -> Result<(), String> {
        for edit in edits {
            self.make(edit, true)?;
        }
        self.history.close();
        self.follow_framework();
        self.settle();
        self.reshape();
        Ok(())
    }

    /// Makes one edit; with `together` it joins the step before.
    pub(super) fn make(&mut self, edit: Edit, together: bool) -> Result<(), String> {
        self.file.may_change()?;
        self.history
            .make(edit, together, &mut self.assessment)
            .map_err(|error| error.to_string())?;
        self.file.was_edited();
        self.unwoven = true;
        Ok(())
    }

    /// Lets nothing be made again that was taken back: nobody has meant it. The step that ends it changes nothing, and undo
    /// passes over it.
    pub(in crate::app) fn forget_undone(&mut self) {
        let place = Place::Subject(SubjectField::Name);
        let value = self.assessment.get(&place);
        let same = Edit::Set {
            place,
            before: value.clone(),
            after: value,
        };
        // It fits: it says what is there.
        let _ = self.change(vec![same]);
    }

    /// Returns the words that were taken back and to which redo leads no more, since this was asked last.
    pub(in crate::app) fn take_taken_back(&mut self) -> Vec<WordsTakenBack> {
        self.history.take_taken_back()
    }

    /// Takes the place of the editor that had the draft before it was opened once more.
    pub(in crate::app) fn succeed(&mut self, before: &mut Self) {
        self.history
            .succeed(&self.assessment, &mut before.history, &before.assessment);
    }

    /// Takes note that the last step put in words that had waited for a place.
    pub(in crate::app) fn was_placed(&mut self, words: PlacedWords) {
        self.history.placed(words);
    }

    /// Returns the edits that give places their values, without those that change nothing.
    pub(in crate::app) fn setting(&self, sets: &[(Place, Option<Value>)]) -> Vec<Edit> {
        sets.iter()
            .filter_map(|(place, after)| {
                let before = self.assessment.get(place);
                (before != *after).then(|| Edit::Set {
                    place: place.clone(),
                    before,
                    after: after.clone(),
                })
            })
            .collect()
    }

    /// Sets values, as one step.
    pub(super) fn set_values(&mut self, sets: &[(Place, Option<Value>)]) -> Result<(), String> {
        let edits = self.setting(sets);
        self.change(edits)
    }

    /// Takes the last step back (or makes it again) and goes to where it was; `None` where there was nothing to take back.
    pub(in crate::app) fn undo_redo(&mut self, back: bool) -> Option<StepTaken> {
        let before = self.assessment.clone();
        let typed_in = self.typing.as_ref().map(|typing| typing.place.clone());
        let step = loop {
            let step = match back {
                true => self.history.undo(&mut self.assessment),
                false => self.history.redo(&mut self.assessment),
            };
            let step = step?;
            if self.assessment != before {
                break step;
            }
            // What was added and left empty was nothing, and so it is again.
            self.file.was_edited();
        };
        let told = step.told(&self.assessment, &self.framework, back);
        self.file.was_edited();
        self.unwoven = true;
        self.follow_framework();
        self.settle();
        self.reshape();
        let at_end = if back {
            step.edits.first()
        } else {
            step.edits.last()
        };
        // What was filed for something else was filed from there.
        let user = step.edits.iter().find(|edit| !is_filed(edit));
        let user = user.filter(|_| step.edits.iter().any(is_filed));
        let last = user
            .or_else(|| step.edits.iter().find(|edit| is_unfiled(edit)))
            .or(at_end);
        if let Some(edit) = last {
            let edit = if back { edit.inverse() } else { edit.clone() };
            // Of several findings no details are shown, nor are they opened for what was changed from the list.
            let findings: BTreeSet<usize> = step.edits.iter().filter_map(finding_of).collect();
            let in_list = findings.len() > 1 || self.detail.is_none();
            match finding_of(&edit).filter(|_| in_list) {
                Some(at) => {
                    self.typing = None;
                    self.show(&Place::Finding(at, FindingField::Text));
                }
                None => self.show_edit(&edit),
            }
        }
        if let Some((place, at)) = joined(&step.edits, typed_in.as_ref()).filter(|_| back) {
            self.show(&place);
            let text = self.assessment.text(&place).unwrap_or_default().to_owned();
            let mut typing = Typing::at_end(place, &text);
            typing.cursor.set(&text, at);
            self.typing = Some(typing);
        }
        // What is offered is offered for what stands there now; nobody is typing a name that stands whole again.
        self.offer();
        self.withdraw_known_name();
        let placed = step.placed;
        Some(StepTaken { told, placed })
    }
}

/// Returns the text that is one again where edits had split it and its second part is typed in, with where that begins.
fn joined(edits: &[Edit], typed_in: Option<&Place>) -> Option<(Place, usize)> {
    let [Edit::Set { place, after, .. }, Edit::Insert { at, .. }] = edits else {
        return None;
    };
    let (Place::Finding(first, FindingField::Text), Some(Value::Text(head))) = (place, after)
    else {
        return None;
    };
    let second = Place::Finding(*at, FindingField::Text);
    let is_split = *at == first + 1 && typed_in == Some(&second);
    is_split.then(|| (place.clone(), head.len()))
}

/// Returns the finding of which an edit sets a value that its details show.
fn finding_of(edit: &Edit) -> Option<usize> {
    match edit {
        Edit::Set {
            place: Place::Finding(at, field),
            ..
        } if *field != FindingField::Text => Some(*at),
        _ => None,
    }
}

/// Returns true for what puts an item into the ledger.
fn is_filed(edit: &Edit) -> bool {
    matches!(edit, Edit::Insert { item, .. } if is_of_ledger(item))
}

/// Returns true for what takes an item out of the ledger.
fn is_unfiled(edit: &Edit) -> bool {
    matches!(edit, Edit::Remove { item, .. } if is_of_ledger(item))
}

fn is_of_ledger(item: &Item) -> bool {
    matches!(item, Item::Evidence(_) | Item::Figure(_))
}
