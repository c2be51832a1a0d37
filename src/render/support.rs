//! The support of each sentence, for whoever looks for the weakest.

use std::collections::{BTreeSet, HashMap};

use super::block::{Block, Table, TableRow};
use super::words::first_words;
use super::{line, printed};
use crate::assessment::{Assessment, Finding, List, by_id};
use crate::statement::{Document, Sentence};

/// Heads the table.
const TITLE: &str = "Sentences by what they stand on, least first";
const COLUMNS: [&str; 5] = ["Sentence", "Findings", "Evidence", "Against", "Figures"];

/// The number of words of a sentence that the table shows: so few that it fits into a terminal.
const FEW: usize = 5;

/// The sources of a sentence, counted. The title is none.
pub(super) struct SentenceSupport<'a> {
    /// The number of the sentence.
    pub(super) number: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) findings: usize,
    /// Items of evidence that support its findings.
    pub(super) evidence: usize,
    /// Items of evidence that weigh against its findings.
    pub(super) against: usize,
    pub(super) figures: usize,
}

/// Returns every sentence, those with the least evidence first, then those with the fewest findings and figures; else
/// in the order in which they are spoken.
pub(super) fn support<'a>(
    document: &'a Document,
    assessment: &Assessment,
) -> Vec<SentenceSupport<'a>> {
    let findings = by_id(&assessment.findings, |it| &it.id);
    let mut all = Vec::new();
    for paragraph in printed(document) {
        let Some(first) = paragraph.first else {
            continue;
        };
        for (nth, (_, sentence)) in paragraph.sentences.into_iter().enumerate() {
            all.push(one(first + nth, sentence, &findings));
        }
    }
    all.sort_by_key(|each| (each.evidence, each.findings, each.figures));
    all
}

fn one<'a>(
    number: usize,
    sentence: &'a Sentence,
    findings: &HashMap<&str, &Finding>,
) -> SentenceSupport<'a> {
    let count = |list| {
        let sources = sentence.sources.iter();
        sources.filter(|each| each.id_in(list).is_some()).count()
    };
    let against = against(sentence, |id| findings.get(id).copied());
    SentenceSupport {
        number,
        sentence,
        findings: count(List::Findings),
        evidence: count(List::Evidence),
        against: against.len(),
        figures: count(List::Figures),
    }
}

/// Returns the ids of the evidence that weighs against what a sentence says, each once.
pub(super) fn against<'f>(
    sentence: &Sentence,
    finding: impl Fn(&str) -> Option<&'f Finding>,
) -> Vec<&'f str> {
    let mut seen = BTreeSet::new();
    let found = sentence.sources.iter();
    let found = found.filter_map(|source| finding(source.id_in(List::Findings)?));
    let ids = found.flat_map(|finding| finding.against.iter().map(String::as_str));
    ids.filter(|id| seen.insert(*id)).collect()
}

/// Returns the table of all sentences, or `None` where there are none.
pub(super) fn table(document: &Document, assessment: &Assessment) -> Option<[Block; 2]> {
    let rows: Vec<TableRow> = support(document, assessment)
        .iter()
        .map(|each| {
            let counts = [each.findings, each.evidence, each.against, each.figures];
            let words = first_words(&line(&each.sentence.text), FEW);
            let mut cells = vec![format!("[{}] {words}", each.number)];
            cells.extend(counts.map(|count| count.to_string()));
            TableRow::of(cells)
        })
        .collect();
    let table = Table {
        caption: TITLE.to_owned(),
        columns: COLUMNS.map(str::to_owned).into(),
        rows,
    };
    (!table.rows.is_empty()).then(|| [Block::Heading(2, TITLE.to_owned()), Block::Table(table)])
}
