//! The pages of a draft, and the item under the cursor.

use super::{Detail, DraftEditor, EditorRow, Page};
use crate::app::layout::Pane;
use crate::assessment::{
    Edit, EvidenceField, FigureField, FindingField, Heading, Item, Judgment, JudgmentField, List,
    OVERALL, OutlookField, OverallField, Place,
};
use crate::statement::{Sentence, Source};

impl DraftEditor {
    /// Returns the pages in the order of the left pane.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Returns the first page on which something is still to be done; a draft is taken up again there.
    pub(super) fn first_open_page(&self) -> Page {
        if self.assessment.subject.name.is_empty() {
            return Page::About;
        }
        let graded = |id: &str| match id {
            OVERALL => self.framework.graded_overall,
            id => self.framework.judged(id).is_some_and(|it| it.graded),
        };
        // The headings come first: a pillar is judged by what stands under it, and the whole last.
        let open = |page: &Page| {
            let id = self.judged_id(*page);
            id.is_some_and(|id| graded(id) && !self.is_settled(id))
        };
        let pages = self.pages();
        let rank = |page: &&Page| match page {
            Page::Heading(_) => 0,
            Page::Pillar(_) => 1,
            _ => 2,
        };
        let open = pages.iter().filter(|page| open(page)).min_by_key(rank);
        open.copied().unwrap_or(Page::Overall)
    }

    /// Returns true where something has been decided for a heading or pillar, or for the whole.
    pub fn is_settled(&self, id: &str) -> bool {
        match id {
            OVERALL => self.assessment.overall.grade.is_some(),
            id => {
                let judgment = self.assessment.grades.get(id);
                judgment.is_some_and(Judgment::is_settled)
            }
        }
    }

    /// Returns how many grades the framework asks for – of headings, of pillars, of the whole – and how many of them are
    /// settled.
    pub fn progress(&self) -> (usize, usize) {
        let whole = self.framework.graded_overall.then_some(OVERALL);
        let graded = self.framework.graded().map(|it| it.id.as_str());
        let all: Vec<&str> = whole.into_iter().chain(graded).collect();
        let settled = all.iter().filter(|id| self.is_settled(id)).count();
        (settled, all.len())
    }

    /// Returns the title of a page.
    pub fn page_title(&self, page: Page) -> &str {
        match page {
            Page::About => "About",
            Page::Overall => "Overall",
            Page::Tray => "Tray",
            Page::Pillar(_) | Page::Heading(_) => {
                self.heading_of(page).map_or("", |heading| &heading.title)
            }
            Page::Outlook => "Look-ahead",
            Page::Answers => "Answers",
            Page::Figures => "Figures",
            Page::Evidence => "Evidence",
        }
    }

    /// Returns the heading or pillar of a page.
    pub(super) fn heading_of(&self, page: Page) -> Option<&Heading> {
        match page {
            Page::Pillar(at) => self.framework.pillars.get(at),
            Page::Heading(at) => self.framework.headings.get(at),
            _ => None,
        }
    }

    /// Returns the heading whose findings are on the page.
    pub fn heading_id(&self) -> Option<&str> {
        match self.page {
            Page::Pillar(_) => None,
            page => self.judged_id(page),
        }
    }

    /// Returns what is judged on a page: a heading, or the whole.
    pub fn judged_id(&self, page: Page) -> Option<&str> {
        match page {
            Page::Overall => Some(OVERALL),
            page => self.heading_of(page).map(|heading| heading.id.as_str()),
        }
    }

    /// Returns what is judged where the cursor is: in the overview the row, on the page of the whole the whole, where it
    /// has a grade.
    pub(in crate::app) fn judged_place(
        &self,
        field: JudgmentField,
        of_whole: OverallField,
    ) -> Option<Place> {
        let overview = match self.current() {
            Some(EditorRow::Graded(id)) if self.pane == Pane::Findings => Some(id.as_str()),
            _ => None,
        };
        let heading = overview.or(self.judged_id(self.page));
        let heading = heading.filter(|id| *id != OVERALL);
        let whole = self.page == Page::Overall && self.framework.graded_overall;
        heading
            .map(|id| Place::Judgment(id.to_owned(), field))
            .or(whole.then_some(Place::Overall(of_whole)))
    }

    /// Returns the row under the cursor.
    pub fn current(&self) -> Option<&EditorRow> {
        self.rows.get(self.row)
    }

    /// Returns the finding that the cursor is on, by its place in the draft.
    pub fn finding(&self) -> Option<usize> {
        match (self.detail, self.current()) {
            (Some(Detail::Finding(at)), _) => Some(at),
            (None, Some(EditorRow::Finding(at))) => Some(*at),
            _ => None,
        }
    }

    /// Returns what the cursor is on, as something that a sentence can stand on.
    pub fn source(&self) -> Option<Source> {
        let place = match (self.finding(), self.current()) {
            (Some(at), _) => Place::Finding(at, FindingField::Text),
            (None, Some(EditorRow::Field(place @ Place::Overall(OverallField::Stance)))) => {
                place.clone()
            }
            (
                None,
                Some(row @ (EditorRow::Outlook(_) | EditorRow::Evidence(_) | EditorRow::Figure(_))),
            ) => row.place()?,
            _ => return None,
        };
        self.source_at(&place)
    }

    fn source_at(&self, place: &Place) -> Option<Source> {
        let address = self.assessment.address_of(place)?;
        Some(Source::Draft(address.owner().clone()))
    }

    /// Returns the sentence that is lit: under the cursor in the statement, or spoken from what the cursor is
    /// on elsewhere.
    pub fn lit(&self) -> Option<(usize, usize)> {
        if self.pane == Pane::Statement {
            return Some(self.sentence);
        }
        // A finding's place is known; only other things are looked for.
        match self.finding() {
            Some(at) => {
                let (paragraph, sentences) = self.weaver.place_of(at)?;
                Some((paragraph, sentences.start))
            }
            None => self.document().find(&self.source()?),
        }
    }

    /// Returns the sentences that are spoken of what the cursor is on: of a finding all in which its words are.
    pub fn spoken_here(&self) -> Vec<&Sentence> {
        let lit = self.lit();
        let sentences = self.finding().and_then(|at| self.weaver.place_of(at));
        let placed = match (sentences, lit) {
            (Some((paragraph, sentences)), _) if self.pane != Pane::Statement => {
                sentences.map(|nth| (paragraph, nth)).collect()
            }
            (_, lit) => lit.into_iter().collect::<Vec<_>>(),
        };
        let sentence = |at| self.document().sentence(at);
        placed.into_iter().filter_map(sentence).collect()
    }

    /// Returns every sentence that rests on the figure or item of evidence under the cursor: what a change of it reaches.
    pub fn dependents(&self) -> Vec<(usize, usize)> {
        if self.pane == Pane::Statement {
            return Vec::new();
        }
        let source = match self.detail {
            Some(Detail::Figure(at)) => self.source_at(&Place::Figure(at, FigureField::Value)),
            Some(Detail::Evidence(at)) => {
                self.source_at(&Place::Evidence(at, EvidenceField::Title))
            }
            _ => self.source(),
        };
        let Some(source) = source.filter(Source::is_in_ledger) else {
            return Vec::new();
        };
        self.document()
            .placed()
            .filter(|(_, sentence)| sentence.sources.contains(&source))
            .map(|(at, _)| at)
            .collect()
    }

    /// Returns the text field of an item of a list, where the cursor should stand after it was added.
    pub(super) fn text_place(edit: &Edit) -> Option<Place> {
        match edit {
            Edit::Splice { place, .. } | Edit::Set { place, .. } => Some(place.clone()),
            Edit::Insert { at, item } | Edit::Remove { at, item } => match item {
                Item::Finding(_) => Some(Place::Finding(*at, FindingField::Text)),
                Item::Evidence(_) => Some(Place::Evidence(*at, EvidenceField::Title)),
                Item::Outlook(_) => Some(Place::Outlook(*at, OutlookField::Text)),
                _ => None,
            },
            Edit::Move {
                list: List::Findings,
                to,
                ..
            } => Some(Place::Finding(*to, FindingField::Text)),
            Edit::Move { .. } => None,
        }
    }
}
