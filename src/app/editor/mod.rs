//! One draft on the screen: headings, findings, statement.
//!
//! The words live in the assessment and nowhere else. Typing is a cursor over one of its texts; each
//! key is an edit, in the history at once and in the statement with the same frame. So there is
//! nothing that Esc could throw away.

mod changing;
mod choice;
mod choices;
mod cursor;
mod deleting;
mod evidence;
mod field_help;
mod filing;
mod findings;
mod first_weave;
mod form;
mod gaps;
mod gone_stale;
mod intake;
mod judging;
mod marks;
mod merging;
mod navigation;
mod new_ids;
mod new_paragraph;
mod offers;
mod overrides;
mod page;
mod predecessor;
mod problem_order;
mod problems;
mod rewording;
mod row;
mod rows;
mod search;
mod search_hits;
mod search_index;
mod search_kept;
mod slips;
mod spoken_choices;
mod stand_in;
mod taken;
mod tally;
mod target;
mod tray;
mod typing;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::effect::Effect;
use super::file::{FileContent, FileState};
use super::layout::{self, Pane, Size};
use super::message::OpenedDraft;
use crate::assessment::{
    Assessment, Conflict, Finding, Framework, History, HistoryEntry, Inspector, List, Place,
    Predecessor, RecoveredEdits,
};
use crate::check::{Balance, Levels, balance};
use crate::statement::{Document, Weaver};
use crate::text::Query;

pub use choice::Choice;
pub use choices::choices;
use choices::headings;
pub use evidence::{EvidenceFilter, EvidenceUses, is_old, uses};
pub(super) use filing::figure_name;
use first_weave::FirstWeave;
use gone_stale::StaleWatch;
use judging::HeldPage;
pub use merging::ForeignRemoval;
use new_ids::NewIds;
pub(super) use offers::{days, offers};
pub use page::{Detail, Page};
use problems::CheckState;
pub use problems::{Problems, severity_mark};
pub use row::EditorRow;
pub use search::{SearchPlace, found_inside};
pub(super) use search::{excerpt, outside_names, replaced};
use search_kept::KeptSearch;
pub use slips::MisspeltWord;
pub(super) use slips::{Slip, SlipKind};
pub(super) use spoken_choices::{sample, ungraded};
pub use tally::PageTally;
pub use target::DraftTarget;
pub use typing::Typing;

/// An open draft.
#[derive(Debug)]
pub struct DraftEditor {
    /// The state of its file.
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
    detail: Option<Detail>,
    /// The rows in the middle.
    pub rows: Vec<EditorRow>,
    /// The row of the cursor.
    pub row: usize,
    /// The sentence of the cursor: paragraph and sentence.
    pub sentence: (usize, usize),
    /// The text that is typed in.
    pub typing: Option<Typing>,
    /// True where the framework's prompts are shown.
    pub prompts: bool,
    /// The items of evidence that are shown.
    pub evidence_filter: EvidenceFilter,
    /// The recovered edits, which the file did not have when it was opened.
    pub recovered: Option<RecoveredEdits>,
    /// Values that another program changed while they were changed here too.
    pub conflicts: Vec<Conflict>,
    /// The words that another program took out, or that an older copy lacks.
    pub removal: Option<ForeignRemoval>,
    /// The page to whose title a search led, with the row on which the cursor was put there.
    arrived: Option<(Page, usize)>,
    /// The words that were looked for last, until Esc: they are lit wherever they are shown.
    pub search: Option<Query>,
    /// The findings that are marked, by id.
    marks: BTreeSet<String>,
    /// The words that were found misspelt.
    misspelt: BTreeSet<String>,
    /// Last year's draft.
    pub predecessor: Predecessor,
    /// People who sign other drafts, offered where this one's inspector is typed.
    pub(super) inspectors: Vec<Inspector>,
    /// The predecessor that was asked for last.
    requested_predecessor: String,
    /// Frameworks that the draft had or may come to have.
    known: Vec<Arc<Framework>>,
    /// The framework that was asked for last.
    requested_framework: String,
    tallies: Vec<PageTally>,
    /// The pages that there are, which come and go with what waits in the tray.
    pages: Vec<Page>,
    history: History,
    /// The draft as its file had it when it was opened, with what others have put in since.
    opened_as: Assessment,
    weaver: Weaver,
    proof: CheckState,
    held: HeldPage,
    /// The field in which typing ended last, or to which it led.
    left_field: Option<Place>,
    stale_watch: StaleWatch,
    balance: Balance,
    widest_label: u16,
    to_hash: Vec<(String, String)>,
    unwoven: bool,
    first_weave: FirstWeave,
    kept_search: KeptSearch,
    new_ids: NewIds,
}

impl DraftEditor {
    /// Returns a draft as it comes from its file.
    pub fn new(opened: OpenedDraft, levels: Arc<Levels>) -> Self {
        let pages = rows::pages(&opened.file.reopened.document, &opened.framework);
        let mut editor = Self {
            file: FileState::new(&opened.file),
            opened_as: opened.file.reopened.in_file().clone(),
            removal: None,
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
            recovered: opened.file.reopened.recovered,
            conflicts: opened.file.reopened.conflicts,
            arrived: None,
            search: None,
            marks: BTreeSet::new(),
            misspelt: BTreeSet::new(),
            predecessor: Predecessor::None,
            inspectors: Vec::new(),
            requested_predecessor: String::new(),
            known: Vec::new(),
            requested_framework: String::new(),
            tallies: Vec::new(),
            pages,
            history: opened.file.reopened.history,
            weaver: Weaver::default(),
            proof: CheckState::new(levels),
            held: HeldPage::default(),
            left_field: None,
            stale_watch: StaleWatch::default(),
            balance: Balance::default(),
            widest_label: 0,
            to_hash: Vec::new(),
            unwoven: true,
            first_weave: FirstWeave::Due,
            kept_search: KeptSearch::default(),
            new_ids: NewIds::new(opened.mark),
        };
        if !opened.unwoven {
            editor.weave_changes();
        }
        if opened.new {
            editor.pane = Pane::Findings;
        } else {
            editor.page = editor.first_open_page();
        }
        editor.turn_page(editor.page);
        if opened.new {
            editor.go_to_first_gap();
        }
        editor
    }

    /// Returns the item whose details the middle shows in place of the page.
    pub fn detail(&self) -> Option<Detail> {
        self.detail
    }

    /// Returns an id for a new item of the list.
    fn new_id(&mut self, list: List) -> String {
        self.new_ids.next(&self.assessment, list)
    }

    /// Returns how many findings each page has, in the order of [`DraftEditor::pages`].
    pub fn tallies(&self) -> &[PageTally] {
        &self.tallies
    }

    /// Returns how many findings the page that is open has.
    pub(super) fn tally(&self) -> PageTally {
        let at = self.pages().iter().position(|page| *page == self.page);
        let tally = at.and_then(|at| self.tallies.get(at));
        tally.copied().unwrap_or_default()
    }

    /// Returns the woven statement.
    pub fn document(&self) -> &Document {
        self.weaver.document()
    }

    /// Returns the words in which a finding would be spoken if it were `changed`.
    pub(super) fn preview(&mut self, at: usize, changed: &Finding) -> String {
        self.weaver
            .preview(&self.assessment, &self.framework, at, changed)
    }

    /// Returns the columns that the widest label of the rows takes.
    pub fn widest_label(&self) -> u16 {
        self.widest_label
    }

    /// Returns what speaks for and against what is judged on the page that is open.
    pub fn balance(&self) -> Balance {
        self.balance
    }

    /// Returns true where there is a step to take back, or to make again.
    pub(super) fn has_step(&self, back: bool) -> bool {
        self.history.next(back).is_some()
    }

    /// Returns what was done since this was asked last, for the journal.
    pub(super) fn take_log(&mut self) -> Vec<HistoryEntry> {
        self.history.take_log()
    }

    /// Returns the effect that saves what is not yet saved or on its way; where it is asked for, also what is.
    pub(super) fn save(&mut self, asked: bool) -> Option<Effect> {
        let revision = self.file.begin_save(asked)?;
        self.request_spelling();
        let content = self.content();
        Some(Effect::Save { content, revision })
    }

    /// Returns what the file is to have.
    pub(super) fn content(&self) -> FileContent {
        FileContent::Draft(Box::new(self.assessment.clone()))
    }

    /// Brings the statement and the problems up to what is written, as everything but typing asks for first.
    pub(super) fn settle(&mut self) {
        self.weave_changes();
        self.check_changes();
    }

    /// Brings the statement up to what is written. Keys that arrive together are woven together: typing leaves this to
    /// the end of the batch.
    pub(in crate::app) fn weave_changes(&mut self) {
        if std::mem::take(&mut self.unwoven) {
            self.weave();
        }
    }

    fn weave(&mut self) {
        self.forget_search_index();
        self.weaver.weave(&self.assessment, &self.framework);
        self.request_check();
        self.was_woven();
    }

    /// Counts what stands on each side of what is judged on the page.
    fn weigh(&mut self) {
        let judged = self.judged_id(self.page);
        self.balance = judged.map_or_else(Balance::default, |id| balance(&self.assessment, id));
    }

    /// Lays the rows anew after items came, went or moved, keeping the cursor near where it was.
    fn reshape(&mut self) {
        self.pages = rows::pages(&self.assessment, &self.framework);
        if !self.pages.contains(&self.page) {
            self.page = Page::Overall;
            self.detail = None;
            self.typing = None;
        }
        self.weigh();
        self.prune_marks();
        self.tallies = tally::tallies(&self.assessment, &self.framework, &self.pages);
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
        let labels = self.rows.iter().filter_map(EditorRow::label);
        let widest = labels.map(crate::text::width).max().unwrap_or(0);
        self.widest_label = u16::try_from(widest).unwrap_or(u16::MAX);
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
        if self.is_woven() {
            self.keep_sentence_in_reach();
        }
    }

    /// Lets the cursor of the statement stand on a sentence that there is.
    fn keep_sentence_in_reach(&mut self) {
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

    /// Returns how wide the text at the cursor wraps on a screen of this size.
    pub fn text_width(&self, size: Size) -> usize {
        let area = layout::editor(size, Pane::Findings)
            .findings
            .unwrap_or_default();
        let content = area.content().width;
        let width = match self.current() {
            Some(EditorRow::Field(..)) => layout::value_width(content, self.widest_label),
            _ => layout::finding_width(content),
        };
        usize::from(width)
    }
}
