//! One draft on the screen: headings, findings, statement.
//!
//! The words live in the assessment and nowhere else. Typing is a cursor over one of its texts; each
//! key is an edit, in the history at once and in the statement with the same frame. So there is
//! nothing that Esc could throw away.

mod by_hand;
mod choices;
mod evidence;
mod findings;
mod go;
mod judging;
mod merging;
mod offers;
mod problems;
mod rows;
mod tally;
mod tray;
mod typing;
mod years;

use std::sync::Arc;

use super::file::{FileContent, FileState};
use super::layout::{self, Pane, Size};
use super::message::{Effect, OpenedDraft};
use crate::assessment::{
    Assessment, Conflict, Edit, EvidenceField, FigureField, Finding, FindingField, Framework,
    History, HistoryEntry, OVERALL, OutlookField, Place, Predecessor, RecoveredEdits, Value,
};
use crate::check::{Balance, Levels, balance};
use crate::statement::{Document, Source, Stale, Weaver};

use choices::headings;
pub use choices::{Choice, choices};
pub use evidence::{EvidenceFilter, Uses, is_old, uses};
pub use offers::Offer;
pub(super) use offers::offers;
use problems::Proof;
pub use problems::{Problems, severity_mark};
pub use rows::EditorRow;
use rows::pages;
pub use tally::PageTally;
pub use typing::Typing;

/// A page of the middle pane, an entry of the left one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The body, the inspector, the period, the draft's own words.
    #[default]
    About,
    /// The opening and the findings about the whole.
    Overall,
    /// What waits for a place since the framework was changed.
    Tray,
    /// A graded pillar of the framework, by its place.
    Pillar(usize),
    /// A heading of the framework, by its place.
    Heading(usize),
    /// What will be looked at next.
    Outlook,
    /// What the body has answered, in its own words.
    Answers,
    /// The ledger of figures.
    Figures,
    /// The ledger of evidence.
    Evidence,
}

/// Something whose every field is shown in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A finding.
    Finding(usize),
    /// A figure.
    Figure(usize),
    /// An item of evidence.
    Evidence(usize),
}

/// An open draft.
#[derive(Debug)]
pub struct DraftEditor {
    /// How it stands with its file.
    pub file: FileState,
    /// The draft.
    pub assessment: Assessment,
    /// Its framework.
    pub framework: Arc<Framework>,
    /// The pane in use.
    pub pane: Pane,
    /// The page in the middle.
    pub page: Page,
    /// The item whose every field is shown in place of the page.
    pub detail: Option<Detail>,
    /// The rows in the middle.
    pub rows: Vec<EditorRow>,
    /// The row of the cursor.
    pub row: usize,
    /// The sentence of the cursor: paragraph and sentence.
    pub sentence: (usize, usize),
    /// The text that is typed in.
    pub typing: Option<Typing>,
    /// Whether the framework's prompts are shown.
    pub prompts: bool,
    /// Which items of evidence are shown.
    pub evidence_filter: EvidenceFilter,
    /// What was last cut or copied.
    pub clipboard: String,
    /// What was brought back that the file did not have when it was opened.
    pub recovered: Option<RecoveredEdits>,
    /// Values that another program changed while they were changed here too.
    pub conflicts: Vec<Conflict>,
    /// Last year's draft.
    pub predecessor: Predecessor,
    /// The predecessor that was asked for last.
    asked_for: String,
    /// Frameworks that the draft had or may come to have.
    known: Vec<Arc<Framework>>,
    /// The framework that was asked for last.
    wanted: String,
    tallies: Vec<PageTally>,
    stale: Vec<Stale>,
    history: History,
    weaver: Weaver,
    proof: Proof,
    balance: Balance,
    to_hash: Vec<(String, String)>,
    unwoven: bool,
}

impl DraftEditor {
    /// A draft as it comes from its file.
    pub fn new(opened: OpenedDraft, levels: Arc<Levels>) -> Self {
        let mut editor = Self {
            file: FileState::new(&opened.file),
            assessment: opened.file.reopened.document,
            framework: opened.framework,
            pane: Pane::Headings,
            page: Page::About,
            detail: None,
            rows: Vec::new(),
            row: 0,
            sentence: (0, 0),
            typing: None,
            prompts: false,
            evidence_filter: EvidenceFilter::All,
            clipboard: String::new(),
            recovered: opened.file.reopened.recovered,
            conflicts: opened.file.reopened.conflicts,
            predecessor: Predecessor::None,
            asked_for: String::new(),
            known: Vec::new(),
            wanted: String::new(),
            tallies: Vec::new(),
            stale: Vec::new(),
            history: opened.file.reopened.history,
            weaver: Weaver::default(),
            proof: Proof::new(levels),
            balance: Balance::default(),
            to_hash: Vec::new(),
            unwoven: false,
        };
        editor.weave();
        if opened.new {
            editor.pane = Pane::Findings;
        } else {
            editor.page = editor.first_open_page();
        }
        editor.turn_page(editor.page);
        editor
    }

    /// The pages in the order of the left pane.
    pub fn pages(&self) -> Vec<Page> {
        pages(&self.assessment, &self.framework)
    }

    /// The first page on which something is still to be done; a draft is taken up again there.
    fn first_open_page(&self) -> Page {
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

    /// Whether something has been decided for a heading or pillar, or for the whole.
    pub fn is_settled(&self, id: &str) -> bool {
        match id {
            OVERALL => self.assessment.overall.grade.is_some(),
            id => {
                let judgment = self.assessment.grades.get(id);
                judgment.is_some_and(crate::assessment::Judgment::is_settled)
            }
        }
    }

    /// How many grades the framework asks for – of headings, of pillars, of the whole – and how many of them are
    /// settled.
    pub fn progress(&self) -> (usize, usize) {
        let whole = self.framework.graded_overall.then_some(OVERALL);
        let graded = self.framework.graded().map(|it| it.id.as_str());
        let all: Vec<&str> = whole.into_iter().chain(graded).collect();
        let settled = all.iter().filter(|id| self.is_settled(id)).count();
        (settled, all.len())
    }

    /// How many findings each page has, in the order of [`DraftEditor::pages`].
    pub fn tallies(&self) -> &[PageTally] {
        &self.tallies
    }

    /// The title of a page.
    pub fn page_title(&self, page: Page) -> &str {
        match page {
            Page::About => "About",
            Page::Overall => "Overall",
            Page::Tray => "Tray",
            Page::Pillar(at) => self
                .framework
                .pillars
                .get(at)
                .map_or("", |pillar| &pillar.title),
            Page::Heading(at) => self
                .framework
                .headings
                .get(at)
                .map_or("", |heading| &heading.title),
            Page::Outlook => "Look-ahead",
            Page::Answers => "Answers",
            Page::Figures => "Figures",
            Page::Evidence => "Evidence",
        }
    }

    /// The heading whose findings are on the page.
    pub fn heading_id(&self) -> Option<&str> {
        match self.page {
            Page::Overall => Some(OVERALL),
            Page::Heading(at) => self
                .framework
                .headings
                .get(at)
                .map(|heading| heading.id.as_str()),
            _ => None,
        }
    }

    /// What is judged on a page: a heading, or the whole.
    pub fn judged_id(&self, page: Page) -> Option<&str> {
        match page {
            Page::Overall => Some(OVERALL),
            Page::Pillar(at) => self
                .framework
                .pillars
                .get(at)
                .map(|pillar| pillar.id.as_str()),
            Page::Heading(at) => self
                .framework
                .headings
                .get(at)
                .map(|heading| heading.id.as_str()),
            _ => None,
        }
    }

    /// The woven statement.
    pub fn document(&self) -> &Document {
        self.weaver.document()
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&EditorRow> {
        self.rows.get(self.row)
    }

    /// The finding that the cursor is on, by its place in the draft.
    pub fn finding(&self) -> Option<usize> {
        match (self.detail, self.current()) {
            (Some(Detail::Finding(at)), _) => Some(at),
            (None, Some(EditorRow::Finding(at))) => Some(*at),
            _ => None,
        }
    }

    /// What the cursor is on, as something that a sentence can stand on.
    pub fn source(&self) -> Option<Source> {
        let place = match (self.finding(), self.current()) {
            (Some(at), _) => Place::Finding(at, FindingField::Text),
            (
                None,
                Some(EditorRow::Field(
                    place @ Place::Overall(crate::assessment::OverallField::Stance),
                    _,
                )),
            ) => place.clone(),
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

    /// The sentence that is lit: under the cursor in the statement, or spoken from what the cursor is
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

    /// Every sentence that leans on the figure or item of evidence under the cursor: what a change of it reaches.
    pub fn leaning(&self) -> Vec<(usize, usize)> {
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
        let paragraphs = self.document().paragraphs.iter().enumerate();
        let sentences = paragraphs.flat_map(|(at, paragraph)| {
            let each = paragraph.sentences.iter().enumerate();
            each.map(move |(nth, sentence)| ((at, nth), sentence))
        });
        sentences
            .filter(|(_, sentence)| sentence.sources.contains(&source))
            .map(|(at, _)| at)
            .collect()
    }

    /// The words in which a finding would be spoken if it were `changed`.
    pub(super) fn preview(&mut self, at: usize, changed: &Finding) -> String {
        self.weaver
            .preview(&self.assessment, &self.framework, at, changed)
    }

    /// What speaks for and against what is judged on the page that is open.
    pub fn balance(&self) -> Balance {
        self.balance
    }

    /// How many steps can be taken back.
    pub fn undo_depth(&self) -> usize {
        self.history.depth()
    }

    /// What was done since this was asked last, for the journal.
    pub(super) fn take_log(&mut self) -> Vec<HistoryEntry> {
        self.history.take_log()
    }

    /// The effect that saves what is not yet saved or on its way.
    pub(super) fn save(&mut self) -> Option<Effect> {
        let revision = self.file.begin_save()?;
        self.look_at_spelling();
        Some(Effect::Save {
            content: FileContent::Draft(Box::new(self.assessment.clone())),
            revision,
        })
    }

    // Changing

    /// Makes edits as one step of the history.
    pub(super) fn change(&mut self, edits: Vec<Edit>) -> Result<(), String> {
        self.history.close();
        for (nth, edit) in edits.into_iter().enumerate() {
            self.make(edit, nth > 0)?;
        }
        self.history.close();
        self.follow_framework();
        self.settle();
        self.reshape();
        Ok(())
    }

    /// Makes one edit; with `together` it joins the step before.
    fn make(&mut self, edit: Edit, together: bool) -> Result<(), String> {
        self.file.may_change()?;
        self.history
            .make(edit, together, &mut self.assessment)
            .map_err(|error| error.to_string())?;
        self.file.was_edited();
        self.unwoven = true;
        Ok(())
    }

    /// Brings the statement up to what is written. Keys that arrive together are woven together: typing
    /// leaves this to the end of the batch, everything else asks for it first.
    pub(super) fn settle(&mut self) {
        if std::mem::take(&mut self.unwoven) {
            self.weave();
        }
    }

    /// The edits that give places their values, without those that change nothing.
    pub(super) fn setting(&self, sets: &[(Place, Option<Value>)]) -> Vec<Edit> {
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

    /// Takes the last step back (or makes it again) and goes to where it was. False where there was
    /// nothing to take back.
    pub(super) fn undo_redo(&mut self, back: bool) -> bool {
        let step = if back {
            self.history.undo(&mut self.assessment)
        } else {
            self.history.redo(&mut self.assessment)
        };
        let Some(step) = step else { return false };
        self.file.was_edited();
        self.unwoven = true;
        self.follow_framework();
        self.settle();
        self.reshape();
        let last = if back {
            step.edits.first()
        } else {
            step.edits.last()
        };
        if let Some(edit) = last {
            let edit = if back { edit.inverse() } else { edit.clone() };
            self.show_edit(&edit);
        }
        true
    }

    fn weave(&mut self) {
        self.weaver.weave(&self.assessment, &self.framework);
        self.look_for_stale();
        self.look_for_problems();
        self.weigh();
    }

    /// What stands on each side of what is judged on the page: looked up for each frame, and counted here.
    fn weigh(&mut self) {
        let judged = self.judged_id(self.page);
        self.balance = judged.map_or_else(Balance::default, |id| balance(&self.assessment, id));
    }

    /// Lays the rows anew after items came, went or moved, keeping the cursor near where it was.
    fn reshape(&mut self) {
        let pages = self.pages();
        if !pages.contains(&self.page) {
            self.page = Page::Overall;
            self.detail = None;
            self.typing = None;
        }
        self.weigh();
        self.tallies = tally::tallies(&self.assessment, &self.framework, &pages);
        self.rows = match self.detail {
            Some(Detail::Finding(at)) if at < self.assessment.findings.len() => {
                rows::of_finding(at, &self.assessment)
            }
            Some(Detail::Figure(at)) if at < self.assessment.figures.len() => rows::of_figure(at),
            Some(Detail::Evidence(at)) if at < self.assessment.evidence.len() => {
                evidence::of_evidence(at)
            }
            _ => {
                self.detail = None;
                match self.page {
                    Page::Evidence => evidence::rows(&self.assessment, &self.evidence_filter),
                    _ => rows::of_page(self.page, &self.assessment, &self.framework, self.prompts),
                }
            }
        };
        if !self.current().is_some_and(EditorRow::is_selectable) {
            let after = self
                .rows
                .iter()
                .skip(self.row)
                .position(EditorRow::is_selectable);
            self.row = match after {
                Some(more) => self.row + more,
                None => self
                    .rows
                    .iter()
                    .rposition(EditorRow::is_selectable)
                    .unwrap_or(0),
            };
        }
        let document = self.weaver.document();
        let paragraph = self
            .sentence
            .0
            .min(document.paragraphs.len().saturating_sub(1));
        let sentences = document
            .paragraphs
            .get(paragraph)
            .map_or(0, |p| p.sentences.len());
        self.sentence = (paragraph, self.sentence.1.min(sentences.saturating_sub(1)));
    }

    /// How wide the text at the cursor wraps on a screen of this size.
    pub fn text_width(&self, size: Size) -> usize {
        let area = layout::editor(size, Pane::Findings)
            .findings
            .unwrap_or_default();
        let content = area.content().width;
        let width = match self.current() {
            Some(EditorRow::Field(..)) => layout::value_width(content),
            _ => layout::finding_width(content),
        };
        usize::from(width)
    }

    /// The text field of an item of a list, where the cursor should stand after it was added.
    fn text_place(edit: &Edit) -> Option<Place> {
        match edit {
            Edit::Splice { place, .. } | Edit::Set { place, .. } => Some(place.clone()),
            Edit::Insert { at, item } | Edit::Remove { at, item } => match item {
                crate::assessment::Item::Finding(_) => {
                    Some(Place::Finding(*at, FindingField::Text))
                }
                crate::assessment::Item::Evidence(_) => Some(Place::Evidence(
                    *at,
                    crate::assessment::EvidenceField::Title,
                )),
                crate::assessment::Item::Outlook(_) => {
                    Some(Place::Outlook(*at, OutlookField::Text))
                }
                _ => None,
            },
            Edit::Move {
                list: crate::assessment::List::Findings,
                to,
                ..
            } => Some(Place::Finding(*to, FindingField::Text)),
            Edit::Move { .. } => None,
        }
    }
}
