//! Changes to findings and other items: add, split, move, delete.

use std::sync::Arc;

use super::{Detail, DraftEditor, EditorRow, Page, Typing};
use crate::app::layout::Pane;
use crate::assessment::{
    Edit, Figure, Finding, FindingField, Item, Kind, List, MAX_ID, OVERALL, Outlook, OutlookField,
    Place, Recommendation, Response, ResponseField, Value,
};
use crate::text::capital;

impl DraftEditor {
    /// Adds an item after the one under the cursor and begins typing in it: a finding on a heading,
    /// an item of the look-ahead on that page. Figures are asked for by name first.
    pub(in crate::app) fn add(&mut self, kind: Option<Kind>) -> Result<(), String> {
        if let (Some(Detail::Finding(at)), None) = (self.detail, kind) {
            return self.add_recommendation(at);
        }
        match (self.page, kind) {
            (Page::Outlook, None) => self.add_outlook(),
            (Page::Answers, None) => self.add_answer(),
            (Page::Evidence, None) => self.add_evidence(),
            _ => self.add_finding(kind),
        }
    }

    /// Returns true where something can be added.
    pub(in crate::app) fn can_add(&self) -> bool {
        let own = matches!(
            self.page,
            Page::Outlook | Page::Answers | Page::Evidence | Page::Figures
        );
        own || self.heading_id().is_some() || matches!(self.detail, Some(Detail::Finding(_)))
    }

    fn add_finding(&mut self, kind: Option<Kind>) -> Result<(), String> {
        let Some(heading) = self.heading_id().map(str::to_owned) else {
            return Err("Findings stand under a heading: go to one first.".to_owned());
        };
        let (at, before) = self.behind_here(&heading);
        let like = before.as_ref().map(|finding| finding.kind);
        let finding = Finding {
            id: self.new_id(List::Findings),
            kind: kind.or(like).unwrap_or_default(),
            paragraph: before
                .map(|finding| finding.paragraph.clone())
                .unwrap_or_default(),
            heading,
            ..Finding::default()
        };
        self.insert_and_type(at, finding, Place::Finding(at, FindingField::Text))
    }

    /// Returns where a finding behind the one at the cursor has its place, with that one; without one, the end of the
    /// heading.
    pub(super) fn behind_here(&self, heading: &str) -> (usize, Option<Arc<Finding>>) {
        let here = self.finding().filter(|_| self.pane == Pane::Findings);
        let here = here.and_then(|at| Some((at, self.assessment.findings.get(at)?)));
        match here {
            Some((at, finding)) => (at + 1, Some(finding.clone())),
            None => (self.end_of(heading), None),
        }
    }

    /// Returns where a finding at the end of a heading has its place: behind the last one of the heading, or of
    /// the nearest heading before it that has some, so that a new file is in the order of the framework.
    fn end_of(&self, heading: &str) -> usize {
        let order: Vec<&str> = super::headings(&self.framework).map(|(id, _)| id).collect();
        let rank = |id: &str| order.iter().position(|other| *other == id);
        let own = rank(heading);
        self.assessment
            .findings
            .iter()
            .rposition(|finding| rank(&finding.heading) <= own)
            .map_or(0, |at| at + 1)
    }

    fn add_outlook(&mut self) -> Result<(), String> {
        let at = match self.current() {
            Some(EditorRow::Outlook(at)) => at + 1,
            _ => self.assessment.outlook.len(),
        };
        let item = Outlook {
            id: self.new_id(List::Outlook),
            text: String::new(),
        };

        self.insert_and_type(at, item, Place::Outlook(at, OutlookField::Text))
    }

    /// Adds an answer of the body and begins typing who said it.
    fn add_answer(&mut self) -> Result<(), String> {
        let at = match self.current() {
            Some(EditorRow::Field(Place::Response(at, _))) => at + 1,
            _ => self.assessment.responses.len(),
        };
        self.insert_and_type(
            at,
            Response::default(),
            Place::Response(at, ResponseField::By),
        )
    }

    /// Adds a figure of this name and begins typing its value.
    pub(in crate::app) fn add_figure(&mut self, id: &str) -> Result<(), String> {
        let at = self.assessment.figures.len();
        let figure = Figure {
            id: id.to_owned(),
            ..Figure::default()
        };
        self.insert_item(at, figure)?;
        self.pane = Pane::Findings;
        let place = Place::Figure(at, crate::assessment::FigureField::Value);
        self.turn_page(Page::Figures);
        self.show_detail(Some(Detail::Figure(at)));
        self.go_to_row(&place);
        self.typing = Some(Typing::at_end(place, ""));
        Ok(())
    }

    /// Returns why a name will not do for a figure, or `None` where it will.
    pub(in crate::app) fn refuse_id(
        &self,
        list: List,
        id: &str,
        own: Option<usize>,
    ) -> Option<String> {
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(slug) {
            return Some(
                "A name is made of small letters, digits and hyphens: stop-searches".to_owned(),
            );
        }
        if id.len() > MAX_ID {
            return Some(format!("A name has at most {MAX_ID} letters."));
        }
        let taken = self.assessment.ids(list).position(|other| other == id);
        (taken.is_some() && taken != own)
            .then(|| format!("There is a figure of the name {id} already."))
    }

    /// Gives a figure another name, in the ledger and in every text that names it.
    pub(in crate::app) fn rename_figure(&mut self, at: usize, id: &str) -> Result<(), String> {
        let place = Place::Figure(at, crate::assessment::FigureField::Id);
        let Some(Value::Text(before)) = self.assessment.get(&place) else {
            return Err("The figure is gone.".to_owned());
        };
        let renamed = |text: &str| {
            text.replace(&format!("{{{before}}}"), &format!("{{{id}}}"))
                .replace(&format!("{{{before}."), &format!("{{{id}."))
        };
        let findings =
            (0..self.assessment.findings.len()).map(|at| Place::Finding(at, FindingField::Text));
        let outlook =
            (0..self.assessment.outlook.len()).map(|at| Place::Outlook(at, OutlookField::Text));
        let parts = (0..self.assessment.figures.len())
            .map(|at| Place::Figure(at, crate::assessment::FigureField::PartOf));
        let sentences = crate::assessment::StatementField::SENTENCES.map(Place::Statement);
        let mut sets = vec![(place, Some(Value::Text(id.to_owned())))];
        for place in findings.chain(outlook).chain(sentences) {
            let text = self.assessment.text(&place).unwrap_or_default();
            let changed = renamed(text);
            if changed != text {
                sets.push((place, Some(Value::Text(changed))));
            }
        }
        for place in parts {
            if self.assessment.text(&place) == Some(before.as_str()) {
                sets.push((place, Some(Value::Text(id.to_owned()))));
            }
        }
        self.set_values(&sets)
    }

    fn add_recommendation(&mut self, at: usize) -> Result<(), String> {
        let place = Place::Finding(at, FindingField::Recommendations);
        let mut items = match self.assessment.get(&place) {
            Some(Value::Recommendations(items)) => items,
            _ => Vec::new(),
        };
        let nth = items.len();
        items.push(Recommendation::default());
        self.set_values(&[(place, Some(Value::Recommendations(items)))])?;
        let text = Place::Recommendation(at, nth, crate::assessment::RecommendationField::Text);
        self.show(&text);
        self.typing = Some(Typing::at_end(text, ""));
        Ok(())
    }

    /// Puts an item into its list, as one step.
    pub(super) fn insert_item(&mut self, at: usize, item: impl Into<Item>) -> Result<(), String> {
        let item = item.into();
        self.change(vec![Edit::Insert { at, item }])
    }

    /// Inserts an item and begins typing in this place of it; it goes again if nothing is typed.
    pub(super) fn insert_and_type(
        &mut self,
        at: usize,
        item: impl Into<Item>,
        place: Place,
    ) -> Result<(), String> {
        let added_from = self.current().cloned().map(|row| (self.pane, row));
        self.insert_item(at, item)?;
        self.pane = Pane::Findings;
        self.show(&place);
        let mut typing = Typing::at_end(place, "");
        typing.fresh = true;
        typing.added_from = added_from;
        self.typing = Some(typing);
        Ok(())
    }

    /// Splits the finding that is typed in at the cursor: what stands behind it becomes a finding of its
    /// own, of the same kind and heading.
    pub(in crate::app) fn split(&mut self) -> Result<(), String> {
        let Some(typing) = &self.typing else {
            return Ok(());
        };
        let Place::Finding(at, FindingField::Text) = typing.place else {
            return Err("Only the text of a finding can be split.".to_owned());
        };
        let cut = typing.cursor.at();
        let Some(finding) = self.assessment.findings.get(at).cloned() else {
            return Ok(());
        };
        let (head, tail) = finding
            .text
            .split_at_checked(cut)
            .unwrap_or((&finding.text, ""));
        let (head, tail) = (head.trim_end().to_owned(), capital(tail.trim_start()));
        if head.is_empty() || tail.is_empty() {
            return Err("Put the cursor between the two parts first.".to_owned());
        }
        let place = Place::Finding(at, FindingField::Text);
        let mut edits = self.setting(&[(place, Some(Value::Text(head)))]);
        let second = Finding {
            id: self.new_id(List::Findings),
            text: tail,
            stance: String::new(),
            begins_with: String::new(),
            begins_paragraph: false,
            recommendations: Vec::new(),
            ..finding.as_ref().clone()
        };
        let (at, item) = (at + 1, second.into());
        edits.push(Edit::Insert { at, item });
        self.change(edits)?;
        let place = Place::Finding(at, FindingField::Text);
        self.show(&place);
        let text = self.assessment.text(&place).unwrap_or_default().to_owned();
        let mut typing = Typing::at_end(place, &text);
        typing.cursor.set(&text, 0);
        self.typing = Some(typing);
        Ok(())
    }

    /// Returns the heading, or the named paragraph of the finding under the cursor, that can begin with its needs.
    pub(in crate::app) fn needs_first_name(&self) -> Option<String> {
        let finding = self
            .finding()
            .and_then(|at| self.assessment.findings.get(at));
        let named = finding.map(|finding| finding.paragraph.clone());
        let named = named.filter(|name| !name.is_empty());
        named.or_else(|| self.heading_id().map(str::to_owned))
    }

    /// Lets the paragraph of this heading, or the named paragraph of the finding under the cursor,
    /// begin with its needs, or no longer. Returns what it does now, in words.
    pub(in crate::app) fn toggle_needs_first(&mut self) -> Result<String, String> {
        let name = self.needs_first_name().ok_or("Go to a heading first.")?;
        let mut names = self.assessment.statement.needs_first.clone();
        let before = names.len();
        names.retain(|other| *other != name);
        let now = names.len() == before;
        if now {
            names.push(name.clone());
        }
        let place = Place::Statement(crate::assessment::StatementField::NeedsFirst);
        let value = (!names.is_empty()).then_some(Value::List(names));
        self.set_values(&[(place, value)])?;
        let heading = self.framework.heading(&name);
        let title = match name.as_str() {
            OVERALL => "Overall",
            other => heading.map_or(other, |heading| &heading.title),
        };
        Ok(if now {
            format!("{title}: its paragraph now begins with the areas for improvement.")
        } else {
            format!("{title}: its paragraph begins with the strengths again.")
        })
    }
}
