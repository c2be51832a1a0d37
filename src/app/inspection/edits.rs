//! Changing an inspection: every change is noted in the journal and saved at once, and can be taken back.

use super::Grid;
use crate::app::effect::Effect;
use crate::app::file::FileContent;
use crate::assessment::{
    Descent, Editable, HistoryEntry, Inspection, InspectionEdit, InspectionField, Record, Value,
    WordsTakenBack,
};
use crate::text::{truncate, visible_line};

/// Columns for the words of a text that stands in the file.
const THERE: usize = 36;

/// The outcome of a merge of what another program made of an inspection.
pub(in crate::app) struct InspectionMerge {
    /// The changes that came in, in words.
    pub(in crate::app) came: Vec<String>,
    /// The fields of which the file says something else, each with what that is; ours stand, but where somebody else has
    /// taken the file over.
    pub(in crate::app) met: Vec<String>,
    /// The texts of ours in whose place theirs came.
    pub(in crate::app) displaced: Vec<String>,
    /// The effects that follow.
    pub(in crate::app) effects: Vec<Effect>,
}

impl Grid {
    /// Changes the inspection and saves it. Nothing happens where nothing changes.
    ///
    /// # Errors
    /// It cannot be changed; why.
    pub(in crate::app) fn change(
        &mut self,
        change: impl FnOnce(&mut Inspection),
    ) -> Result<Vec<Effect>, String> {
        self.file.may_change()?;
        let mut after = self.inspection.clone();
        change(&mut after);
        match self.make(&after) {
            true => Ok(self.changed()),
            false => Ok(Vec::new()),
        }
    }

    /// Makes the inspection say what `after` says, as one step of the history. False where it did already.
    fn make(&mut self, after: &Inspection) -> bool {
        self.history.close();
        let edits = self.inspection.edits_to(after);
        let some = !edits.is_empty();
        for (nth, edit) in edits.into_iter().enumerate() {
            // An edit that was made by comparing the two fits the one that it was made for.
            let made = self.history.make(edit, nth > 0, &mut self.inspection);
            if made.is_ok() {
                self.file.was_edited();
            }
        }
        self.history.close();
        some
    }

    /// Returns how many steps can be taken back.
    pub(in crate::app) fn undo_depth(&self) -> usize {
        self.history.depth()
    }

    /// Returns true where there is a change to take back, or to make again.
    pub(in crate::app) fn has_step(&self, back: bool) -> bool {
        self.history.next(back).is_some()
    }

    /// Returns the place of the draft before or behind the one under the cursor.
    pub(in crate::app) fn neighbour(&self, up: bool) -> Option<usize> {
        let at = self.row;
        let other = match up {
            true => at.checked_sub(1),
            false => Some(at + 1),
        };
        other.filter(|other| *other < self.inspection.drafts.len())
    }

    /// Returns what another program did, where that is the next step back and nobody was told so yet: then it is not taken,
    /// and the next time it is.
    pub(in crate::app) fn stop_at_another(&mut self) -> Option<String> {
        let stops = self.history.stops_at_another();
        let step = self.history.next(true).filter(|_| stops)?;
        Some(
            step.edits
                .first()
                .map(InspectionEdit::told_of_another)
                .unwrap_or_default(),
        )
    }

    /// Takes the last change back, or makes it again: what it was, and what is to be done; `None` where there is none.
    pub(in crate::app) fn undo_redo(&mut self, back: bool) -> Option<(String, Vec<Effect>)> {
        let step = match back {
            true => self.history.undo(&mut self.inspection)?,
            false => self.history.redo(&mut self.inspection)?,
        };
        let told = step.edits.first().map(InspectionEdit::told);
        self.file.was_edited();
        let effects = self.changed();
        // The cursor goes to what came back.
        let came = step.edits.first().and_then(|edit| edit.came(back));
        if let Some(row) = came.and_then(|name| self.row_of(&name)) {
            self.row = row;
        }
        Some((told.unwrap_or_default(), effects))
    }

    fn row_of(&self, name: &str) -> Option<usize> {
        self.inspection.drafts.iter().position(|it| it == name)
    }

    fn changed(&mut self) -> Vec<Effect> {
        self.follow();
        let saved = self.save(false);
        saved.into_iter().chain(self.read()).collect()
    }

    /// Returns the words that were taken back and to which redo leads no more, since this was asked last.
    pub(in crate::app) fn take_taken_back(&mut self) -> Vec<WordsTakenBack> {
        self.history.take_taken_back()
    }

    /// Takes the place of the grid that had the inspection before it was opened once more.
    pub(in crate::app) fn succeed(&mut self, before: &mut Self) {
        self.history
            .succeed(&self.inspection, &mut before.history, &before.inspection);
    }

    /// Returns what was done since this was asked last, for the journal.
    pub(in crate::app) fn take_log(&mut self) -> Vec<HistoryEntry<InspectionEdit>> {
        self.history.take_log()
    }

    /// Returns the effect that saves what is not yet saved or on its way; where it is asked for, also what is.
    pub(in crate::app) fn save(&mut self, asked: bool) -> Option<Effect> {
        let revision = self.file.begin_save(asked)?;
        let content = self.content();
        Some(Effect::Save { content, revision })
    }

    /// Returns what the file is to have.
    pub(in crate::app) fn content(&self) -> FileContent {
        FileContent::Inspection(Box::new(self.inspection.clone()))
    }

    /// Merges what another program made of the file into what is here, as one step that can be taken back, and
    /// saves what the file does not have.
    pub(in crate::app) fn merge_in(
        &mut self,
        base: &Inspection,
        theirs: &Inspection,
        descent: Descent,
    ) -> InspectionMerge {
        let since = |opened_as, ours| Inspection::merge_since(opened_as, base, ours, theirs);
        let ours = self.inspection.clone();
        let older = descent == Descent::Older;
        let (merged, opened_as) = match descent {
            Descent::Older => (ours.clone(), self.opened_as.clone()),
            Descent::FromFile => {
                let before = &self.opened_as;
                (since(before, &ours), since(before, before))
            }
            Descent::FromHolder => (since(base, &ours), since(base, base)),
            Descent::FromSuccessor => {
                let mut merged = Inspection::merge_since(theirs, base, theirs, &ours);
                merged.id.clone_from(&theirs.id);
                (merged, theirs.clone())
            }
        };
        let met = match descent {
            Descent::Older => ours.edits_to(theirs).iter().map(|it| it.field).collect(),
            Descent::FromSuccessor => Inspection::met(base, &ours, &merged),
            Descent::FromFile | Descent::FromHolder => Inspection::met(base, theirs, &merged),
        };
        let displaced = met.iter().filter(|_| descent == Descent::FromSuccessor);
        let displaced = displaced.filter_map(|field| match ours.get(*field) {
            Some(Value::Text(words)) => Some(words),
            _ => None,
        });
        let displaced = displaced.collect();
        self.opened_as = opened_as;
        let came = self.inspection.edits_to(&merged);
        let any = !came.is_empty();
        let came = came.iter().map(InspectionEdit::told_of_another).collect();
        let saving = self.file.is_saving();
        self.file.was_overtaken();
        self.make(&merged);
        // A save that is under way may put our words over theirs, so another follows it.
        if !saving && self.inspection == *theirs {
            self.file.is_met(any);
        }
        let key = |field: &InspectionField| {
            let key = Inspection::key(*field);
            match theirs.get(*field).filter(|_| !older) {
                Some(Value::Text(words)) => format!(
                    "{key} (there “{}”)",
                    truncate(&visible_line(words.trim()), THERE)
                ),
                _ => key.to_owned(),
            }
        };
        InspectionMerge {
            came,
            met: met.iter().map(key).collect(),
            displaced,
            effects: self.changed(),
        }
    }

    /// Goes to where another grid over the same inspection was, with the drafts that were read for it.
    pub(in crate::app) fn restore_position(&mut self, other: Self) {
        self.page = other.page;
        self.line = other.line;
        (self.row, self.judged, self.figured) = (other.row, other.judged, other.figured);
        self.columns = other.columns;
        self.figures = other.figures;
        self.bodies = other.bodies;
        self.follow();
    }
}
