//! What is under the cursor, or marked, is deleted, or moved before or behind its neighbour.

use super::{DraftEditor, EditorRow};
use crate::assessment::{Edit, FindingField, Item, List, Place, Value};
use crate::text::{counted, truncate};

impl DraftEditor {
    /// Returns the item that the cursor is on, by its list and its place there.
    fn item_here(&self) -> Option<(List, usize)> {
        match self.current()? {
            EditorRow::Field(Place::Response(at, _)) => Some((List::Responses, *at)),
            row => row.item(),
        }
    }

    /// Says whether there is something under the cursor that can be deleted.
    ///
    /// # Errors
    /// There is nothing; what can be done in its place.
    pub(in crate::app) fn deletable(&self) -> Result<(), String> {
        let recommendation = EditorRow::is_of_recommendation;
        if self.current().is_some_and(recommendation) {
            return Ok(());
        }
        if !self.chosen().is_empty() && self.detail.is_none() {
            return Ok(());
        }
        let why = match (self.detail, self.item_here()) {
            (Some(_), _) => "Leave the details first; then delete the whole of it.",
            (None, None) => "There is nothing to delete here; clear a field by editing it.",
            (None, Some(_)) => return Ok(()),
        };
        Err(why.to_owned())
    }

    /// Deletes what is under the cursor, or the findings that are marked. Returns its words, or how many these are, for the
    /// message.
    pub(in crate::app) fn delete(&mut self) -> Result<String, String> {
        let chosen = self.chosen();
        if self.marked() > 0 && !chosen.is_empty() && self.detail.is_none() {
            let many = counted(chosen.len(), "finding");
            self.change(self.removing(&chosen))?;
            return Ok(many);
        }
        self.delete_here()
            .map(|words| format!("“{}”", truncate(&words, 40)))
    }

    fn delete_here(&mut self) -> Result<String, String> {
        if let Some(EditorRow::Field(Place::Recommendation(at, nth, _))) = self.current() {
            let (at, nth) = (*at, *nth);
            return self.delete_recommendation(at, nth);
        }
        self.deletable()?;
        let (list, at) = self.item_here().ok_or("It is gone already.")?;
        let item = self
            .assessment
            .item(list, at)
            .ok_or("It is gone already.")?;
        let words = match &item {
            Item::Finding(finding) => finding.text.clone(),
            Item::Outlook(item) => item.text.clone(),
            Item::Figure(figure) => format!("{{{}}}", figure.id),
            Item::Evidence(item) => item.title.clone(),
            Item::TrayItem(item) => item.title.clone(),
            Item::Response(item) => item.text.clone(),
            _ => String::new(),
        };
        let mut edits = match &item {
            // Nothing is to stand on what is gone.
            Item::Evidence(item) => self.without_evidence(&item.id),
            _ => Vec::new(),
        };
        edits.push(Edit::Remove { at, item });
        self.change(edits)?;
        Ok(words)
    }

    fn delete_recommendation(&mut self, at: usize, nth: usize) -> Result<String, String> {
        let place = Place::Finding(at, FindingField::Recommendations);
        let Some(Value::Recommendations(mut items)) = self.assessment.get(&place) else {
            return Err("It is gone already.".to_owned());
        };
        let gone = if nth < items.len() {
            items.remove(nth).text
        } else {
            String::new()
        };
        let left = (!items.is_empty()).then_some(Value::Recommendations(items));
        self.set_values(&[(place, left)])?;
        Ok(gone)
    }

    /// Moves the item under the cursor before or behind its neighbour on the page; the findings that are marked, where
    /// some are.
    pub(in crate::app) fn shift(&mut self, up: bool) -> Result<(), String> {
        if self.marked() > 0 {
            let here = self
                .finding()
                .and_then(|at| self.assessment.findings.get(at));
            let here = here.map(|finding| finding.id.clone());
            self.change(self.shifting(&self.chosen(), up))?;
            let now = self
                .assessment
                .ids(List::Findings)
                .position(|id| Some(id) == here.as_deref());
            if let Some(at) = now {
                self.go_to_row(&Place::Finding(at, FindingField::Text));
            }
            return Ok(());
        }
        let Some((edit, row)) = self.neighbour(up) else {
            return Ok(());
        };
        self.change(vec![edit])?;
        self.row = row;
        Ok(())
    }

    /// Returns true where something can be moved up or down.
    pub(in crate::app) fn can_shift(&self, up: bool) -> bool {
        match self.marked() > 0 {
            true => !self.shifting(&self.chosen(), up).is_empty(),
            false => self.neighbour(up).is_some(),
        }
    }

    /// Returns the edit by which the item under the cursor changes places with its neighbour, and the neighbour's row.
    fn neighbour(&self, up: bool) -> Option<(Edit, usize)> {
        let item = self.current().and_then(EditorRow::item);
        let (list, from) = item.filter(|(list, _)| *list != List::Tray)?;
        let row = match up {
            true => self.row.checked_sub(1)?,
            false => self.row + 1,
        };
        let (other, to) = self.rows.get(row)?.item()?;
        let together = other == list && self.detail.is_none();
        together.then_some((Edit::Move { list, from, to }, row))
    }
}
