//! Documents that can be edited in steps that are taken back and made again, kept in a journal, and merged with what
//! somebody else made of it: an assessment, an inspection.

use std::fmt::Debug;

use super::{
    Assessment, Conflict, Edit, EditError, Inspection, InspectionEdit, InspectionField, Record,
    Touched, edits, merge, taken_back,
};

/// The way in which a version that another program wrote comes from what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descent {
    /// It grew out of the file as that was read or written here last.
    FromFile,
    /// It is a version that the file had before: nothing of it comes in, and what it lacks was written since.
    Older,
    /// It was written by a program that had the file before it was taken over here: it has seen all of the base, and what
    /// it took out of that it meant to.
    FromHolder,
    /// It was written by whoever has taken the file over. It is theirs now: where both changed a value, what they say
    /// stands, and what was typed here meanwhile is kept aside.
    FromSuccessor,
}

/// Something that changes by edits with exact inverses.
pub trait Editable: Clone + Debug + Default + PartialEq {
    /// The one way in which it changes.
    type Edit: Clone + Debug + PartialEq;

    /// Returns its identity, made once and kept; only a copy of its file gets another.
    fn id(&self) -> &str;

    /// Makes an edit.
    ///
    /// # Errors
    /// The edit does not fit; nothing is then changed.
    fn apply(&mut self, edit: &Self::Edit) -> Result<(), EditError>;

    /// Returns the edit that undoes one.
    fn inverse(edit: &Self::Edit) -> Self::Edit;

    /// Returns the edits that make `after` of it.
    fn edits_to(&self, after: &Self) -> Vec<Self::Edit>;

    /// Returns true where an edit puts anything in, in place of something or of nothing.
    fn puts_in(edit: &Self::Edit) -> bool;

    /// Makes an edit, and takes note of what it touches.
    ///
    /// # Errors
    /// The edit does not fit; nothing is then changed.
    fn touch(&mut self, edit: &Self::Edit, touched: &mut Touched) -> Result<(), EditError>;

    /// Compares what was touched of a later version with what stands here, and keeps the texts that have more words there.
    fn compare(&self, later: &Self, touched: &mut Touched);

    /// Hands out every text that people type.
    fn each_text(&self, each: &mut dyn FnMut(&str));

    /// Merges two versions that both grew out of `base`. Returns also what both changed differently, where that can
    /// be shown; ours stands there.
    fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, Vec<Conflict>);
}

impl Editable for Assessment {
    type Edit = Edit;

    fn id(&self) -> &str {
        &self.head.id
    }

    fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        edit.apply(self)
    }

    fn inverse(edit: &Edit) -> Edit {
        edit.inverse()
    }

    fn edits_to(&self, after: &Self) -> Vec<Edit> {
        edits(self, after)
    }

    fn puts_in(edit: &Edit) -> bool {
        match edit {
            Edit::Splice { splice, .. } => !splice.inserted.is_empty(),
            Edit::Set { after, .. } => after.is_some(),
            Edit::Insert { .. } => true,
            Edit::Remove { .. } | Edit::Move { .. } => false,
        }
    }

    fn touch(&mut self, edit: &Edit, touched: &mut Touched) -> Result<(), EditError> {
        touched.edit(self, edit)
    }

    fn compare(&self, later: &Self, touched: &mut Touched) {
        touched.compare(self, later);
    }

    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        taken_back::each_of_draft(self, each);
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, Vec<Conflict>) {
        let merged = merge(base, ours, theirs);
        (merged.assessment, merged.conflicts)
    }
}

impl Editable for Inspection {
    type Edit = InspectionEdit;

    fn id(&self) -> &str {
        &self.id
    }

    fn apply(&mut self, edit: &InspectionEdit) -> Result<(), EditError> {
        if self.get(edit.field) != edit.before {
            return Err(EditError::Changed);
        }
        Ok(self.set(edit.field, edit.after.clone())?)
    }

    fn inverse(edit: &InspectionEdit) -> InspectionEdit {
        InspectionEdit {
            field: edit.field,
            before: edit.after.clone(),
            after: edit.before.clone(),
        }
    }

    fn edits_to(&self, after: &Self) -> Vec<InspectionEdit> {
        let edit = |field: &InspectionField| {
            let (before, after) = (self.get(*field), after.get(*field));
            (before != after).then_some(InspectionEdit {
                field: *field,
                before,
                after,
            })
        };
        Self::FIELDS.iter().filter_map(edit).collect()
    }

    fn puts_in(edit: &InspectionEdit) -> bool {
        edit.after.is_some()
    }

    fn touch(&mut self, edit: &InspectionEdit, touched: &mut Touched) -> Result<(), EditError> {
        self.apply(edit)?;
        touched.touch_inspection();
        Ok(())
    }

    fn compare(&self, later: &Self, touched: &mut Touched) {
        touched.compare_inspections(self, later);
    }

    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        taken_back::each_of_inspection(self, each);
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, Vec<Conflict>) {
        (Self::merge_since(ours, base, ours, theirs), Vec::new())
    }
}
