//! The report: everything that was judged and found, heading by heading, on what evidence.
//!
//! What it says is the draft's, the words around it are the framework's ([`ReportWords`]). A finding reads as
//! [`alone`] gives it. Nothing that was recorded goes missing: a finding stands under its heading, and what
//! the statement leaves out stands at the end with the reason. A sensitive finding is only counted there, and
//! the evidence and figures that nobody else uses are left out with it.

mod front;
mod headings;
mod ledger;
mod writer;

use std::collections::HashMap;

use super::answers::answers;
use super::block::{Block, ListItem, Table, TableRow, item, words};
use super::numbers::Numbers;
use super::sources::Sources;
use super::words::{fill, first_words, heading};
use super::{line, printed};
use crate::assessment::{
    Assessment, Finding, FindingField, Framework, List, Monitoring, Predecessor, ReportWords,
};
use crate::statement::{Document, ParagraphRole, Reason, Source, alone, weave};
use crate::text::capital;
pub(super) use ledger::Ledger;
use writer::ReportWriter;

/// Returns the report, block by block.
pub(super) fn page(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    predecessor: &Predecessor,
    numbered: bool,
) -> Vec<Block> {
    let mut report = ReportWriter::new(document, assessment, framework);
    report.alone = alone(document, assessment, framework);
    report.front();
    let front = report.blocks.len();
    report.judgments();
    report.other_reasons();
    let chart = super::grades::chart(assessment, framework, predecessor);
    report.blocks.extend(chart);
    // What is read aloud has its own numbers.
    let mut numbers = numbered.then(|| Numbers::behind(document));
    report.number(&mut numbers, front);
    report.summary(numbered);
    let behind = report.blocks.len();
    report.headings();
    report.look_ahead();
    report.number(&mut numbers, behind);
    report.responses();
    report.data();
    report.unspoken();
    report.by_hand();
    report.blocks
}

/// Returns one body's part of a report on several, its headings a level lower under the body's name: the whole, each
/// heading with what was found, and the body's answer. Evidence is not listed there, so no numbers lead to it.
pub(super) fn section(assessment: &Assessment, framework: &Framework, name: &str) -> Vec<Block> {
    let document = weave(assessment, framework);
    let mut report = ReportWriter::new(&document, assessment, framework);
    report.alone = alone(&document, assessment, framework);
    report.blocks.push(Block::Heading(2, line(name)));
    report.part = true;
    report.other_reasons();
    report.headings();
    report.responses();
    report.blocks
}

/// Returns the table of judgments of drafts under one framework: a row a body.
pub(super) fn judgments(bodies: &[(&str, &Assessment)], framework: &Framework) -> Block {
    let terms = &framework.report;
    let mut columns = vec![line(&terms.body)];
    if framework.graded_overall {
        columns.push(line(&terms.overall));
    }
    // A heading that is only described has a column where somebody was judged under it all the same.
    let judged = |id: &String| {
        let mut drafts = bodies.iter();
        drafts.any(|(_, draft)| draft.grades.contains_key(id))
    };
    let headings = framework.headings.iter();
    let headings: Vec<_> = headings
        .filter(|each| each.graded || judged(&each.id))
        .collect();
    columns.extend(headings.iter().map(|each| line(&each.title)));
    let rows = bodies.iter().map(|(name, draft)| {
        let document = Document::default();
        let report = ReportWriter::new(&document, draft, framework);
        let mut cells = vec![line(name)];
        if framework.graded_overall {
            cells.push(capital(&report.judgment(&report.whole(), true)));
        }
        for heading in &headings {
            let judgment = draft.judgment(&heading.id);
            cells.push(capital(&report.judgment(&judgment, heading.graded)));
        }
        TableRow::of(cells)
    });
    Block::Table(Table {
        caption: line(&framework.title),
        rows: rows.collect(),
        columns,
    })
}

/// Returns the numbers of several drafts in one table: the body, what it is, the number, its period, its source.
pub(super) fn figures(
    drafts: &[(&str, &Assessment, &Framework)],
    words: &ReportWords,
) -> Option<Block> {
    let mut rows = Vec::new();
    for (name, draft, framework) in drafts {
        let ledger = Ledger::new(draft, framework);
        for mut row in ledger.figures_by_title() {
            row.cells.insert(0, line(name));
            rows.push(row);
        }
    }
    let columns = [
        &words.body,
        &words.figure,
        &words.value,
        &words.period,
        &words.source,
    ];
    (!rows.is_empty()).then(|| {
        let table = Table {
            caption: line(&words.figures),
            columns: columns.iter().map(|column| line(column)).collect(),
            rows,
        };
        Block::Table(table.dense())
    })
}

/// Returns what was looked at and found, and the recommendations of a finding, as a report has them.
pub(super) fn details(
    finding: &Finding,
    draft: &Assessment,
    framework: &Framework,
) -> Vec<ListItem> {
    let document = Document::default();
    let report = ReportWriter::new(&document, draft, framework);
    let ground = report.ground(finding, &[FindingField::LookedAt, FindingField::Found]);
    let advice = finding.recommendations.iter();
    ground
        .chain(advice.map(|each| report.recommendation(each)))
        .collect()
}

impl ReportWriter<'_> {
    /// Numbers the sentences of the blocks from one on, where numbers are asked for.
    fn number(&mut self, numbers: &mut Option<Numbers>, from: usize) {
        if let (Some(numbers), Some(blocks)) = (numbers, self.blocks.get_mut(from..)) {
            numbers.number_findings(blocks);
        }
    }

    /// Adds the statement's own paragraphs.
    fn summary(&mut self, numbered: bool) {
        let spoken = printed(self.document).filter(|it| *it.role != ParagraphRole::Title);
        let spoken: Vec<Block> = spoken
            .flat_map(|paragraph| paragraph.spoken(numbered))
            .collect();
        if !spoken.is_empty() {
            let terms = self.words;
            self.title(2, &terms.summary);
            self.blocks.extend(spoken);
        }
    }

    /// Adds every item of the look-ahead, those too that are not read aloud, in the framework's words.
    fn look_ahead(&mut self) {
        if self.draft.outlook.is_empty() {
            return;
        }
        let mut draft = self.draft.clone();
        draft.findings.clear();
        draft.monitoring = Monitoring::default();
        draft.statement.closing.clear();
        draft.statement.ending.clear();
        let mut framework = self.framework.clone();
        framework.look_ahead.most = usize::MAX;
        let woven = weave(&draft, &framework);
        let items: Vec<ListItem> = printed(&woven)
            .filter(|paragraph| *paragraph.role == ParagraphRole::LookAhead)
            .flat_map(|paragraph| paragraph.sentences)
            .map(|(said, _)| item(said))
            .collect();
        if !items.is_empty() {
            let terms = self.words;
            self.title(2, &terms.look_ahead);
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds the answers of the body, in its own words; those to one finding stand under it.
    fn responses(&mut self) {
        let has = |id: &str| {
            let mut findings = self.draft.findings.iter();
            findings.any(|finding| finding.id == id && !finding.sensitive)
        };
        let quotes = answers(self.draft, has);
        if !quotes.is_empty() {
            let terms = self.words;
            self.title(2, &terms.responses);
            self.blocks.extend(quotes);
        }
    }

    /// Adds the figures and the evidence.
    fn data(&mut self) {
        let terms = self.words;
        let figures = self.ledger.figures(terms);
        if !figures.is_empty() {
            self.title(2, &terms.data);
            self.words(&terms.data_lead);
            let columns = [&terms.figure, &terms.value, &terms.period, &terms.source];
            self.table(&terms.data, &columns.map(String::as_str), figures);
        }
        let evidence = self.ledger.evidence();
        if !evidence.is_empty() {
            self.title(2, &terms.evidence);
            self.words(&terms.evidence_lead);
            let columns = [
                &terms.number,
                &terms.what,
                &terms.kind,
                &terms.date,
                &terms.place,
                &terms.reference,
                &terms.reliability,
            ];
            self.table(&terms.evidence, &columns.map(String::as_str), evidence);
        }
    }

    /// Adds what the statement leaves out, and why. Of what is sensitive, only that there is something.
    fn unspoken(&mut self) {
        let terms = self.words;
        self.title(2, &terms.unspoken);
        let sources = Sources::new(self.document, self.draft, self.framework);
        // An id alone does not tell a sensitive finding from another of the same id, so the draft is asked.
        let mut sensitive = Vec::new();
        for finding in self.draft.findings.iter().filter(|each| each.sensitive) {
            let heading = heading(self.framework, &finding.heading);
            sensitive.push(item(fill(&terms.sensitive, &[("{heading}", &heading)])));
        }
        let hidden = |source: &Source| {
            let mut findings = self.draft.findings.iter();
            let id = source.id_in(List::Findings);
            id.is_some_and(|id| findings.any(|each| each.id == id && each.sensitive))
        };
        let others = self.document.unspoken.iter();
        let others =
            others.filter(|each| each.reason != Reason::Sensitive && !hidden(&each.source));
        let mut items: Vec<ListItem> = others.map(|each| item(sources.unspoken(each))).collect();
        items.extend(sensitive);
        let block = match items.is_empty() {
            true => words(self.say(&terms.everything)),
            false => Block::List(items),
        };
        self.blocks.push(block);
        if self.ledger.withholds() {
            self.words(&terms.withheld);
        }
    }
}

impl ReportWriter<'_> {
    /// Adds the reasons for which sentences of the summary were worded by hand.
    fn by_hand(&mut self) {
        let spoken = self.document.sentences();
        let spoken = spoken.filter(|sentence| sentence.woven.is_some());
        let keys: HashMap<&str, &str> = spoken
            .map(|sentence| (sentence.key.as_str(), sentence.text.as_str()))
            .collect();
        let edits = self.draft.overrides.iter();
        let items: Vec<ListItem> = edits
            .filter_map(|edit| {
                let (said, why) = (keys.get(edit.sentence.as_str())?, line(&edit.why));
                let first = first_words(said, FEW);
                (!why.is_empty()).then(|| item(format!("“{first}” – {why}")))
            })
            .collect();
        if !items.is_empty() {
            let terms = self.words;
            self.title(2, &terms.by_hand);
            self.blocks.push(Block::List(items));
        }
    }
}

/// The number of words of a sentence that are enough to know it by.
const FEW: usize = 8;

/// Returns the items that are filled, with commas.
fn list(items: &[String]) -> String {
    let filled = items.iter().filter(|item| !item.is_empty());
    filled.cloned().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
