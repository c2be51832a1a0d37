//! Words that come from elsewhere, as findings.

use super::{DraftEditor, EditorRow};
use crate::app::layout::Pane;
use crate::assessment::{
    Edit, EditError, Finding, FindingField, Item, Kind, List, MAX_ITEMS, Place, Shape, Value,
};
use crate::text;

impl DraftEditor {
    /// Returns true where words can be taken in as findings: under a heading, where no text is open, or that of a finding
    /// that has no words yet.
    pub(in crate::app) fn takes_findings(&self) -> bool {
        let in_pane = self.pane != Pane::Statement || self.typing.is_some();
        let open = self.typing.is_none() || self.empty_finding().is_some();
        let under_heading = self.heading_id().is_some() && self.detail.is_none();
        self.file.may_change().is_ok() && under_heading && in_pane && open
    }

    /// Returns the finding at the cursor, or the one that is typed in, where it has no words yet.
    fn empty_finding(&self) -> Option<usize> {
        let at = match (&self.typing, self.current()) {
            (Some(typing), _) => match typing.place {
                Place::Finding(at, FindingField::Text) => at,
                _ => return None,
            },
            (None, Some(EditorRow::Finding(at))) if self.pane == Pane::Findings => *at,
            _ => return None,
        };
        let finding = self.assessment.findings.get(at)?;
        finding.text.trim().is_empty().then_some(at)
    }

    /// Returns the kind of the findings that words are taken in as: that of the finding at the cursor.
    pub(in crate::app) fn kind_of_next(&self) -> Kind {
        let here = self.finding().filter(|_| self.pane == Pane::Findings);
        let here = here.and_then(|at| self.assessment.findings.get(at));
        here.map(|finding| finding.kind).unwrap_or_default()
    }

    /// Takes texts in as findings, as one step: the first of them as the empty finding at the cursor, where there is one,
    /// else behind the finding at the cursor. The cursor goes to the first. Returns what is told of it.
    ///
    /// # Errors
    /// There is no heading here, or a draft may have no more findings.
    pub(in crate::app) fn take_in(&mut self, texts: &[String]) -> Result<String, String> {
        let (Some(heading), Some(first_text)) =
            (self.heading_id().map(str::to_owned), texts.first())
        else {
            return Err("Findings stand under a heading: go to one first.".to_owned());
        };
        if self.assessment.findings.len() + texts.len() > MAX_ITEMS {
            return Err(EditError::Full.to_string());
        }
        // What was added for these words is taken back with them.
        let fresh = self.typing.as_ref().is_some_and(|typing| typing.fresh);
        let kind = self.kind_of_next();
        let (first, like) = match self.empty_finding() {
            Some(at) => (at, self.assessment.findings.get(at).cloned()),
            None => self.behind_here(&heading),
        };
        let fills = self.empty_finding().is_some();
        let mut edits = Vec::new();
        if fills {
            let place = Place::Finding(first, FindingField::Text);
            edits = self.setting(&[(place, Some(Value::Text(first_text.clone())))]);
        }
        let paragraph = like.map(|it| it.paragraph.clone()).unwrap_or_default();
        let ids: Vec<String> = texts.iter().map(|_| self.new_id(List::Findings)).collect();
        let texts_and_ids = texts.iter().zip(ids).enumerate();
        for (nth, (text, id)) in texts_and_ids.skip(usize::from(fills)) {
            let finding = Finding {
                id,
                kind,
                text: text.clone(),
                heading: heading.clone(),
                paragraph: paragraph.clone(),
                ..Finding::default()
            };
            edits.push(Edit::Insert {
                at: first + nth,
                item: Item::from(finding),
            });
        }
        self.typing = None;
        match fresh {
            true => self.history.reopen(),
            false => self.history.close(),
        }
        self.join(edits)?;
        self.pane = Pane::Findings;
        self.show(&Place::Finding(first, FindingField::Text));
        Ok(self.last_told().unwrap_or_default())
    }

    /// Puts evidence and figures at the ends of their lists, in one step. Returns what was done, in a few words.
    ///
    /// # Errors
    /// The draft may have no more of them.
    pub(in crate::app) fn take_in_items(&mut self, items: Vec<Item>) -> Result<String, String> {
        let many = items.len();
        let items: Vec<Item> = items
            .into_iter()
            .map(|mut item| {
                let list = item.list();
                if item.fields().id().is_none_or(str::is_empty) {
                    let id = self.new_id(list);
                    let specs = item.fields().specs();
                    let nth = specs.iter().position(|spec| spec.shape == Shape::Id);
                    // An identity is a text, and takes one.
                    let _ = nth.map(|nth| item.fields_mut().set_value(nth, Some(Value::Text(id))));
                }
                item
            })
            .collect();
        let edits = self.assessment.insertions(items);
        self.typing = None;
        self.history.close();
        self.join(edits)?;
        Ok(match many {
            1 => text::capital(&self.last_told().unwrap_or_default()),
            _ => format!("{} came in", text::counted(many, "item")),
        })
    }
}
