//! Filling in a form: from one field to the next.
//!
//! A form is a run of fields, one below the other: About, all that is known of a finding, a figure, an item of evidence, the
//! answers. In each of them one rule holds: who is done with a field by Enter or Tab is in the next one.

use super::{DraftEditor, EditorRow};
use crate::app::layout::Pane;
use crate::assessment::Shape;

impl DraftEditor {
    /// Goes to the next field, or the one before, and types there where it takes words that can be typed at once.
    pub(in crate::app) fn go_to_field(&mut self, forwards: bool) -> Result<bool, String> {
        self.stop_typing();
        self.step(if forwards { 1 } else { -1 });
        let place = match self.current() {
            Some(EditorRow::Field(place)) => place.clone(),
            _ => return Ok(false),
        };
        self.left_field = Some(place.clone());
        match place.is_text() && !matches!(place.shape(), Shape::Named | Shape::Id) {
            true => self.type_here(),
            false => Ok(false),
        }
    }

    /// Goes by fields no longer: who has left a text by the way out, or gone elsewhere, fills in no form.
    pub(in crate::app) fn leave_form(&mut self) {
        self.left_field = None;
    }

    /// Returns true where the cursor is on the field that was left last, and another follows: whoever fills in a form
    /// goes on to that.
    pub(in crate::app) fn goes_by_fields(&self) -> bool {
        let here = self.current().zip(self.left_field.as_ref());
        let left =
            here.is_some_and(|(row, left)| matches!(row, EditorRow::Field(it) if it == left));
        left && self.pane == Pane::Findings && self.is_before_field()
    }

    /// Returns true where the row before that of the cursor is the last field of the last recommendation.
    pub(in crate::app) fn is_behind_recommendation(&self) -> bool {
        let mut before = self.rows.iter().take(self.row).rev();
        let before = before.find(|row| row.is_selectable());
        let now = self.current();
        let is = |row: Option<&EditorRow>| row.is_some_and(EditorRow::is_of_recommendation);
        is(before) && !is(now)
    }

    /// Returns true where the cursor is on a field and another follows.
    pub(in crate::app) fn is_before_field(&self) -> bool {
        let mut behind = self.rows.iter().skip(self.row + 1);
        let next = behind.find(|row| row.is_selectable());
        let is_field = |row: Option<&EditorRow>| matches!(row, Some(EditorRow::Field(..)));
        is_field(self.current()) && is_field(next)
    }
}
