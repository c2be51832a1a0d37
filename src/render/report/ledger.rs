//! Evidence and figures as a report lists them.

use std::collections::{HashMap, HashSet};

use crate::assessment::{
    Assessment, Evidence, Figure, Finding, FindingField, Framework, Place, ReportWords,
    StatementField,
};
use crate::render::block::{Citation, Run, TableRow};
use crate::render::sources::day;
use crate::render::words::{evidence_kind, fill};
use crate::render::{line, line_or};
use crate::statement::{Values, recorded};
use crate::text::capital;

/// The evidence and figures of a draft that a report may list: everything but what sensitive findings use and nobody
/// else does.
pub(in crate::render) struct Ledger<'a> {
    evidence: Vec<&'a Evidence>,
    figures: Vec<&'a Figure>,
    /// Places in the list of evidence, from 1, by id; the first where several have it.
    numbers: HashMap<&'a str, usize>,
    /// Ids of evidence that is left out.
    withheld: HashSet<&'a str>,
    withholds: bool,
}

impl<'a> Ledger<'a> {
    pub(in crate::render) fn new(draft: &'a Assessment, framework: &Framework) -> Self {
        let values = Values::new(draft, framework);
        let (sensitive, open): (Vec<&Finding>, Vec<&Finding>) = draft
            .findings
            .iter()
            .map(AsRef::as_ref)
            .partition(|each| each.sensitive);
        let secret = named(&values, &sensitive);
        let mut known = named(&values, &open);
        known.extend(elsewhere(draft, &values));
        let hidden = |figure: &&Figure| secret.contains(&figure.id) && !known.contains(&figure.id);
        let figures = draft.figures.iter().map(AsRef::as_ref);
        let (hidden, figures): (Vec<&Figure>, Vec<&Figure>) = figures.partition(hidden);
        let mut secret = cited(&sensitive);
        secret.extend(hidden.iter().map(|each| each.source.as_str()));
        let mut known = cited(&open);
        known.extend(figures.iter().map(|each| each.source.as_str()));
        let withheld: HashSet<&str> = secret.difference(&known).copied().collect();
        let evidence = draft.evidence.iter().map(AsRef::as_ref);
        let evidence: Vec<&Evidence> = evidence
            .filter(|each| !withheld.contains(each.id.as_str()))
            .collect();
        let mut numbers = HashMap::new();
        for (at, each) in evidence.iter().enumerate() {
            numbers.entry(each.id.as_str()).or_insert(at + 1);
        }
        Self {
            withholds: !hidden.is_empty() || evidence.len() < draft.evidence.len(),
            evidence,
            figures,
            numbers,
            withheld,
        }
    }

    /// Returns true where anything is left out.
    pub(super) fn withholds(&self) -> bool {
        self.withholds
    }

    /// Returns the figures that are listed.
    pub(in crate::render) fn listed_figures(&self) -> impl Iterator<Item = &'a Figure> {
        self.figures.iter().copied()
    }

    /// Returns the ids of the evidence that is listed.
    pub(in crate::render) fn listed_evidence(&self) -> impl Iterator<Item = &'a str> {
        self.evidence.iter().map(|each| each.id.as_str())
    }

    /// Returns the number of an item of evidence; its id where the draft has none such.
    fn number(&self, id: &str) -> Result<usize, String> {
        self.numbers.get(id).copied().ok_or_else(|| line(id))
    }

    /// Returns the evidence that a finding stands on and that weighs against it, or `None` where there is neither.
    pub(super) fn cited(&self, finding: &Finding, words: &ReportWords) -> Option<Run> {
        let lists = [
            (&finding.evidence, &words.stands_on),
            (&finding.against, &words.against),
        ];
        let citations: Vec<Citation> = lists
            .into_iter()
            .filter(|(ids, _)| !ids.is_empty())
            .map(|(ids, words)| {
                let words = line(words);
                let (before, after) = words.split_once("{numbers}").unwrap_or((&words, ""));
                Citation {
                    before: before.to_owned(),
                    numbers: ids.iter().map(|id| self.number(id)).collect(),
                    after: after.to_owned(),
                }
            })
            .collect();
        (!citations.is_empty()).then_some(Run::Cited(citations))
    }

    /// Rows of figures: what it is, the number, its period and where it comes from.
    pub(super) fn figures(&self, words: &ReportWords) -> Vec<TableRow> {
        self.rows(&|id| match self.number(id) {
            Ok(number) => fill(&words.item, &[("{number}", &number.to_string())]),
            Err(id) => id,
        })
    }

    /// Returns the same with the title of the evidence, for a report that has no list of it.
    pub(super) fn figures_by_title(&self) -> Vec<TableRow> {
        self.rows(&|id| {
            let known = self.evidence.iter().find(|each| each.id == id);
            line_or(known.map_or("", |each| &each.title), || line(id))
        })
    }

    fn rows(&self, source_of: &dyn Fn(&str) -> String) -> Vec<TableRow> {
        let row = |figure: &&Figure| {
            let label = line_or(&figure.label, || line(&figure.id));
            let value = line(&recorded(figure));
            let source = match figure.source.trim() {
                id if id.is_empty() || self.withheld.contains(id) => String::new(),
                id => source_of(id),
            };
            TableRow::of(vec![label, value, line(&figure.period), source])
        };
        self.figures.iter().map(row).collect()
    }

    /// Rows of evidence: number, title, kind, day, place, reference, reliability.
    pub(super) fn evidence(&self) -> Vec<TableRow> {
        let row = |(at, evidence): (usize, &&Evidence)| {
            let title = line_or(&evidence.title, || line(&evidence.id));
            TableRow {
                number: Some(at + 1),
                grade: None,
                cells: vec![
                    (at + 1).to_string(),
                    title,
                    capital(&evidence_kind(&evidence.kind)),
                    day(&evidence.date),
                    line(&evidence.place),
                    line(&evidence.reference),
                    line(&evidence.reliability),
                ],
            }
        };
        self.evidence.iter().enumerate().map(row).collect()
    }
}

/// Returns the figures that texts of these findings name.
fn named(values: &Values, findings: &[&Finding]) -> HashSet<String> {
    let advice = findings.iter().flat_map(|each| &each.recommendations);
    let advice = advice.flat_map(|each| [&each.text, &each.deadline, &each.addressee]);
    let advice = advice.map(String::as_str);
    let ground = findings.iter();
    let ground = ground.flat_map(|each| FindingField::GROUND.map(|field| each.ground(field)));
    let texts = findings.iter().map(|each| each.text.as_str());
    let texts = texts.chain(ground).chain(advice);
    texts.flat_map(|text| values.figures(text)).collect()
}

/// Returns the figures that a report names outside of findings.
fn elsewhere(draft: &Assessment, values: &Values) -> HashSet<String> {
    let rationales = draft.grades.values().map(|each| &each.rationale);
    let outlook = draft.outlook.iter().map(|each| &each.text);
    let edits = draft.overrides.iter().map(|each| &each.text);
    let texts = rationales.chain(outlook).chain(edits);
    let texts = texts.chain([&draft.overall.rationale]).map(String::as_str);
    let sentences = StatementField::SENTENCES.map(Place::Statement);
    let sentences = sentences.iter().filter_map(|place| draft.text(place));
    texts
        .chain(sentences)
        .flat_map(|text| values.figures(text))
        .collect()
}

/// Returns the ids of the evidence that findings name, for and against.
fn cited<'a>(findings: &[&'a Finding]) -> HashSet<&'a str> {
    let ids = findings
        .iter()
        .flat_map(|each| each.evidence.iter().chain(&each.against));
    ids.map(String::as_str).collect()
}
