//! Undo and redo without limit.

use super::{Assessment, Edit, EditError};

/// Edits that are undone together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// The edits, in the order in which they were made.
    pub edits: Vec<Edit>,
}

/// What was done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    open: bool,
}

impl History {
    /// Makes an edit and remembers it. With `together` it joins the step before, unless that has been
    /// closed: a word typed letter by letter is undone whole.
    ///
    /// # Errors
    /// The edit does not fit the assessment; nothing is then changed or remembered.
    pub fn make(
        &mut self,
        edit: Edit,
        together: bool,
        assessment: &mut Assessment,
    ) -> Result<(), EditError> {
        edit.apply(assessment)?;
        self.undone.clear();
        match self.done.last_mut() {
            Some(step) if together && self.open => step.edits.push(edit),
            _ => self.done.push(Step { edits: vec![edit] }),
        }
        self.open = true;
        Ok(())
    }

    /// Ends the step: what is made from here on is undone by itself.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Opens the last step again: what is made next with `together` joins it.
    pub fn reopen(&mut self) {
        self.open = true;
    }

    /// Takes the last step back and returns it; nothing where there is none.
    pub fn undo(&mut self, assessment: &mut Assessment) -> Option<Step> {
        self.open = false;
        let step = self.done.pop()?;
        for edit in step.edits.iter().rev() {
            edit.inverse().apply(assessment).ok()?;
        }
        self.undone.push(step.clone());
        Some(step)
    }

    /// Makes the step that was last taken back again, and returns it.
    pub fn redo(&mut self, assessment: &mut Assessment) -> Option<Step> {
        self.open = false;
        let step = self.undone.pop()?;
        for edit in &step.edits {
            edit.apply(assessment).ok()?;
        }
        self.done.push(step.clone());
        Some(step)
    }

    /// How many steps can be taken back.
    pub fn depth(&self) -> usize {
        self.done.len()
    }
}
