//! Going about in a draft.

use super::{Detail, DraftEditor, EditorRow, Page, Typing};
use crate::app::layout::Pane;
use crate::assessment::{
    Address, Edit, EvidenceField, FigureField, FindingField, HeadField, Heading, InspectorField,
    List, OverallField, PeriodField, Place, StatementField, SubjectField, TRAY,
};
use crate::statement::Source;

impl DraftEditor {
    /// Turns to a page, with the cursor on its first finding or, where it has none, its first row.
    pub(in crate::app) fn turn_page(&mut self, page: Page) {
        self.leave_form();
        self.page = page;
        self.detail = None;
        self.typing = None;
        self.row = 0;
        self.reshape();
        let mut rows = self.rows.iter();
        let finding = rows.position(|row| matches!(row, EditorRow::Finding(_)));
        let first = self.rows.iter().position(EditorRow::is_selectable);
        self.row = finding.or(first).unwrap_or(0);
        self.arrived = None;
        self.tell_held();
    }

    /// Returns the page behind the one that is open, or before it.
    pub(in crate::app) fn page_beyond(&self, forwards: bool) -> Option<Page> {
        let pages = self.pages();
        let now = pages.iter().position(|page| *page == self.page);
        let now = now.unwrap_or(0);
        let next = match forwards {
            true => now + 1,
            false => now.checked_sub(1)?,
        };
        pages.get(next).copied()
    }

    /// Goes to the first of what every statement says of itself that is not filled in yet: the body, who inspects, the
    /// year.
    pub(super) fn go_to_first_gap(&mut self) {
        let wanted = [
            Place::Subject(SubjectField::Name),
            Place::Inspector(InspectorField::Name),
            Place::Inspector(InspectorField::Office),
            Place::Period(PeriodField::Label),
        ];
        let is_gap = |place: &Place| self.assessment.text(place).is_some_and(str::is_empty);
        let gap = wanted.iter().find(|place| is_gap(place));
        let row = |gap: &Place| {
            let mut rows = self.rows.iter();
            rows.position(|row| row.place().as_ref() == Some(gap))
        };
        self.row = gap.and_then(row).unwrap_or(self.row);
    }

    /// Turns the page forwards or back.
    pub(in crate::app) fn turn(&mut self, forwards: bool) {
        if let Some(page) = self.page_beyond(forwards) {
            self.turn_page(page);
        }
    }

    /// Moves the cursor of the statement to the first sentence of the page that is open, where one of its
    /// findings is spoken, or what its first row is.
    pub(in crate::app) fn follow_page(&mut self) {
        let findings = self.rows.iter().filter_map(|row| match row {
            EditorRow::Finding(at) => self.weaver.place_of(*at),
            _ => None,
        });
        let first = findings.map(|(paragraph, sentences)| (paragraph, sentences.start));
        let first = first.min();
        let first = first.or_else(|| self.document().find(&self.source()?));
        self.sentence = first.unwrap_or(self.sentence);
    }

    /// Moves the cursor of the middle by some rows that it can stand on.
    pub(in crate::app) fn step(&mut self, by: isize) {
        self.leave_form();
        let stops = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.is_selectable());
        let next = if by < 0 {
            let before: Vec<usize> = stops
                .map(|(at, _)| at)
                .take_while(|at| *at < self.row)
                .collect();
            before
                .len()
                .checked_sub(by.unsigned_abs())
                .map_or_else(|| before.first().copied(), |at| before.get(at).copied())
        } else {
            let mut after = stops.map(|(at, _)| at).skip_while(|at| *at <= self.row);
            let mut last = None;
            for _ in 0..by.unsigned_abs() {
                last = after.next().or(last);
            }
            last
        };
        if let Some(row) = next {
            self.row = row;
        }
    }

    /// Goes to the first or the last row.
    pub(in crate::app) fn step_to_end(&mut self, last: bool) {
        self.leave_form();
        let row = if last {
            self.rows.iter().rposition(EditorRow::is_selectable)
        } else {
            self.rows.iter().position(EditorRow::is_selectable)
        };
        self.row = row.unwrap_or(self.row);
    }

    /// Moves the cursor of the statement by some sentences.
    pub(in crate::app) fn step_sentence(&mut self, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let (paragraph, sentence) = self.sentence;
            let paragraphs = &self.document().paragraphs;
            let many = |at: usize| paragraphs.get(at).map_or(0, |p| p.sentences.len());
            let next = if by > 0 {
                if sentence + 1 < many(paragraph) {
                    (paragraph, sentence + 1)
                } else if paragraph + 1 < paragraphs.len() {
                    (paragraph + 1, 0)
                } else {
                    return;
                }
            } else if sentence > 0 {
                (paragraph, sentence - 1)
            } else if paragraph > 0 {
                (paragraph - 1, many(paragraph - 1).saturating_sub(1))
            } else {
                return;
            };
            self.sentence = next;
        }
    }

    /// Goes to the first or the last sentence.
    pub(in crate::app) fn sentence_to_end(&mut self, last: bool) {
        let paragraphs = &self.document().paragraphs;
        self.sentence = match (last, paragraphs.last()) {
            (true, Some(end)) => (paragraphs.len() - 1, end.sentences.len().saturating_sub(1)),
            _ => (0, 0),
        };
    }

    /// Goes to another pane. The statement's cursor starts on the sentence of the finding that the
    /// cursor was on.
    pub(in crate::app) fn go_to_pane(&mut self, pane: Pane) {
        self.leave_form();
        if pane == Pane::Statement
            && self.pane != Pane::Statement
            && let Some(lit) = self.lit()
        {
            self.sentence = lit;
        }
        self.pane = pane;
    }

    /// Goes from the sentence under the cursor to what it stands on. False where that is in the
    /// framework alone.
    pub(in crate::app) fn go_to_source(&mut self) -> bool {
        let sentence = self.document().sentence(self.sentence);
        let sources = sentence.map(|it| it.sources.clone()).unwrap_or_default();
        let shown = sources.iter().any(|source| {
            let place = self.place_of_source(source);
            place.is_some_and(|place| self.show(&place))
        });
        if shown {
            self.pane = Pane::Findings;
        }
        shown
    }

    /// Returns true where the sentence of the cursor stands on something that the draft has.
    pub(in crate::app) fn has_source(&self) -> bool {
        let sentence = self.document().sentence(self.sentence);
        let mut sources = sentence.iter().flat_map(|sentence| &sentence.sources);
        sources.any(|source| self.place_of_source(source).is_some())
    }

    /// Returns where the draft has what a sentence stands on; a hand edit is the sentence itself, from which one goes on.
    fn place_of_source(&self, source: &Source) -> Option<Place> {
        match source {
            Source::Draft(Address::Item(List::Overrides, _)) => None,
            Source::Draft(address) => self.assessment.place_of(address),
            Source::Framework(part) => match part.as_str() {
                "contrast" => Some(Place::Statement(StatementField::Contrast)),
                "greeting" => Some(Place::Statement(StatementField::Greeting)),
                "title" => Some(Place::Statement(StatementField::Title)),
                part if part.starts_with("ladder") => Some(Place::Overall(OverallField::Stance)),
                _ => None,
            },
        }
    }

    /// Goes to where a value stands: its page, and its row there. False where no page shows it.
    pub(in crate::app) fn show(&mut self, place: &Place) -> bool {
        if let Place::Override(at, _) = place {
            let edit = self.assessment.overrides.get(*at);
            let source = edit.map(|edit| Source::item(List::Overrides, &edit.sentence));
            let sentence = source.and_then(|source| self.document().find(&source));
            if let Some(sentence) = sentence {
                self.pane = Pane::Statement;
                self.sentence = sentence;
            }
            return sentence.is_some();
        }
        let Some((page, detail)) = self.shown_on(place) else {
            return false;
        };
        if let Place::Evidence(at, _) = place
            && let Some(item) = self.assessment.evidence.get(*at)
            && !self.evidence_filter.shows(&self.assessment, item)
        {
            self.evidence_filter = super::EvidenceFilter::All;
            self.reshape();
        }
        if self.detail.is_none() || !self.go_to_row(place) {
            if page != self.page || detail != self.detail {
                self.turn_page(page);
            }
            if detail.is_some() {
                self.show_detail(detail);
            }
        }
        self.go_to_row(place)
    }

    /// Goes to a place in the middle and begins to type there.
    pub(in crate::app) fn type_at(&mut self, place: &Place) -> Result<bool, String> {
        self.pane = Pane::Findings;
        self.show(place);
        self.type_here()
    }

    /// Returns true where a page shows a value, or the statement does.
    pub(super) fn has_page_for(&self, place: &Place) -> bool {
        matches!(place, Place::Override(..)) || self.shown_on(place).is_some()
    }

    /// Returns the page that shows a value, and the details that do where its row alone does not.
    pub(super) fn shown_on(&self, place: &Place) -> Option<(Page, Option<Detail>)> {
        let of_finding = |at: &usize| {
            let finding = self.assessment.findings.get(*at)?;
            Some(self.page_of(&finding.heading))
        };
        Some(match place {
            // Set from the headings and findings themselves; no row of its own.
            Place::Statement(StatementField::NeedsFirst) => return None,
            Place::Statement(StatementField::Closing) => (Page::Overall, None),
            Place::Head(HeadField::Predecessor)
            | Place::Subject(_)
            | Place::Inspector(_)
            | Place::Period(_)
            | Place::Monitoring(_)
            | Place::Statement(_)
            | Place::Overall(OverallField::Marking) => (Page::About, None),
            Place::Overall(_) => (Page::Overall, None),
            Place::Judgment(heading, _) => (self.page_of(heading), None),
            Place::Finding(at, FindingField::Text) => (of_finding(at)?, None),
            Place::Finding(at, _) | Place::Recommendation(at, ..) => {
                (of_finding(at)?, Some(Detail::Finding(*at)))
            }
            Place::Outlook(..) => (Page::Outlook, None),
            Place::Response(..) => (Page::Answers, None),
            Place::TrayItem(..) => (Page::Tray, None),
            Place::Figure(_, FigureField::Value) => (Page::Figures, None),
            Place::Figure(at, _) => (Page::Figures, Some(Detail::Figure(*at))),
            Place::Evidence(_, EvidenceField::Title) => (Page::Evidence, None),
            Place::Evidence(at, _) => (Page::Evidence, Some(Detail::Evidence(*at))),
            _ => return None,
        })
    }

    /// Goes to the row of a place. False where the page has none.
    pub(super) fn go_to_row(&mut self, place: &Place) -> bool {
        let mut rows = self.rows.iter();
        let row = rows.position(|row| row.place().as_ref() == Some(place));
        self.row = row.unwrap_or(self.row);
        self.arrived = None;
        row.is_some()
    }

    pub(super) fn page_of(&self, heading: &str) -> Page {
        if heading == TRAY {
            return Page::Tray;
        }
        let place = |of: &[Heading]| of.iter().position(|other| other.id == heading);
        let pillar = place(&self.framework.pillars).map(Page::Pillar);
        let heading = || place(&self.framework.headings).map(Page::Heading);
        pillar.or_else(heading).unwrap_or(Page::Overall)
    }

    /// Goes to where an edit was made; a text that is being typed in stays so.
    pub(super) fn show_edit(&mut self, edit: &Edit) {
        let Some(place) = Self::text_place(edit) else {
            return;
        };
        let typing_here = self
            .typing
            .as_ref()
            .is_some_and(|typing| typing.place == place);
        if let (true, Edit::Splice { splice, .. }) = (typing_here, edit) {
            let text = self.assessment.text(&place).unwrap_or_default().to_owned();
            if let Some(typing) = &mut self.typing {
                typing.cursor.after(&text, splice);
            }
            return;
        }
        let was_typing = self.typing.take().is_some();
        if self.pane != Pane::Findings && !matches!(edit, Edit::Splice { .. }) {
            // A change that was made from the headings or the statement leaves the eye there.
        } else {
            self.pane = Pane::Findings;
        }
        self.show(&place);
        if let (true, Edit::Splice { splice, .. }) = (was_typing, edit) {
            let text = self.assessment.text(&place).unwrap_or_default().to_owned();
            let mut typing = Typing::at_end(place, &text);
            typing.cursor.after(&text, splice);
            self.typing = Some(typing);
        }
    }

    /// Returns true where the framework asks to look at something on this page.
    pub(in crate::app) fn has_prompts(&self) -> bool {
        let heading = self.heading_of(self.page);
        heading.is_some_and(|it| !it.prompts.is_empty() || !it.good.is_empty())
    }

    /// Shows or hides what the framework asks to look at.
    pub(in crate::app) fn toggle_prompts(&mut self) {
        let here = self.current().cloned();
        self.prompts = !self.prompts;
        self.reshape();
        if let Some(row) = self.rows.iter().position(|row| Some(row) == here.as_ref()) {
            self.row = row;
        }
    }

    /// Returns true where every field of an item can be shown, or is.
    pub(in crate::app) fn has_details(&self) -> bool {
        self.detail.or_else(|| self.detail_here()).is_some()
    }

    fn detail_here(&self) -> Option<Detail> {
        match self.current()? {
            EditorRow::Finding(at) => Some(Detail::Finding(*at)),
            EditorRow::Figure(at) => Some(Detail::Figure(*at)),
            EditorRow::Evidence(at) => Some(Detail::Evidence(*at)),
            _ => None,
        }
    }

    /// Shows every field of the item under the cursor, or the page again.
    pub(in crate::app) fn toggle_details(&mut self) {
        if self.leave_details() {
            return;
        }
        let detail = self.detail_here();
        if detail.is_some() {
            self.row = 0;
            self.show_detail(detail);
        }
    }

    /// Shows the details of an item, or the page: the rows, and with them title and keys, are always those of one of the two.
    pub(super) fn show_detail(&mut self, detail: Option<Detail>) {
        self.detail = detail;
        self.reshape();
    }

    /// Shows the page again, with the cursor on the item. False where no details were shown.
    pub(in crate::app) fn leave_details(&mut self) -> bool {
        let Some(detail) = self.detail else {
            return false;
        };
        self.show_detail(None);
        let wanted = match detail {
            Detail::Finding(at) => {
                // Its heading may have been changed meanwhile.
                self.show(&Place::Finding(at, FindingField::Text));
                return true;
            }
            Detail::Figure(at) => EditorRow::Figure(at),
            Detail::Evidence(at) => EditorRow::Evidence(at),
        };
        if let Some(row) = self.rows.iter().position(|row| *row == wanted) {
            self.row = row;
        }
        true
    }
}
