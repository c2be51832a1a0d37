//! A checker that caches what it found from one key press to the next.

use std::collections::HashMap;
use std::sync::Arc;

use super::accepted;
use super::finding_scan::{self, FindingScan};
use super::text_context::TextContext;
use super::wording::SentenceScan;
use super::{CheckContext, CheckReport, Levels, Problem};
use super::{
    change, coherence, dates, evidence, figures, front, grades, ids, judged, needs, opening,
    responses, said, spoken, wording,
};
use crate::assessment::{Assessment, Finding, Framework, Predecessor};
use crate::statement::{Document, Sentence};

/// Values made from shared items, kept as long as the items are.
#[derive(Debug)]
pub(super) struct PointerCache<T, V> {
    /// The item is kept too, so that no other can come to stand at its address.
    values: HashMap<usize, (Arc<T>, Arc<V>)>,
}

impl<T, V> Default for PointerCache<T, V> {
    fn default() -> Self {
        Self {
            values: HashMap::new(),
        }
    }
}

impl<T, V> PointerCache<T, V> {
    /// Returns the value of each item, made where it is not known; the values of other items are dropped.
    fn all<'i>(
        &mut self,
        items: impl Iterator<Item = &'i Arc<T>>,
        make: impl Fn(&T) -> V,
    ) -> Vec<Arc<V>>
    where
        T: 'i,
    {
        let mut old = std::mem::take(&mut self.values);
        self.values.reserve(old.len());
        let one = |item: &Arc<T>| {
            let address = Arc::as_ptr(item) as usize;
            let kept = self
                .values
                .get(&address)
                .map(|(_, value)| Arc::clone(value));
            if let Some(value) = kept {
                return value;
            }
            let (item, value) = old
                .remove(&address)
                .unwrap_or_else(|| (Arc::clone(item), Arc::new(make(item))));
            self.values.insert(address, (item, Arc::clone(&value)));
            value
        };
        items.map(one).collect()
    }
}

/// A check that is repeated, as after each key press. It returns what [`super::check`] returns, and scans only
/// texts that are new to it.
#[derive(Debug, Default)]
pub struct Checker {
    /// The context of the cached scans; when it changes all are scanned again.
    setting: Option<TextContext>,
    findings: PointerCache<Finding, FindingScan>,
    sentences: PointerCache<Sentence, SentenceScan>,
    predecessor: Predecessor,
}

impl Checker {
    /// Returns a checker with nothing cached.
    pub fn new() -> Self {
        Self::default()
    }

    /// Compares drafts with this predecessor from now on.
    pub fn beside(&mut self, predecessor: &Predecessor) {
        self.predecessor = predecessor.clone();
    }

    /// Returns every problem of a draft, with the weights that are settled, and apart from them those that the draft
    /// accepts. `document` is the draft's woven statement.
    pub fn report(
        &mut self,
        assessment: &Assessment,
        framework: &Framework,
        document: &Document,
        levels: &Levels,
    ) -> CheckReport {
        let predecessor = self.predecessor.clone();
        let case = CheckContext::new(assessment, framework, document, &predecessor);
        let mut problems = self.all(&case);
        levels.apply(&mut problems);
        let mut report = accepted::part(assessment, problems);
        // What is told of acceptances is settled like anything else.
        levels.apply(&mut report.problems);
        report.problems.sort_by_key(|problem| problem.severity);
        report
            .accepted
            .sort_by_key(|accepted| accepted.problem.severity);
        report
    }

    fn all(&mut self, case: &CheckContext) -> Vec<Problem> {
        if self
            .setting
            .as_ref()
            .is_none_or(|setting| !setting.holds(case))
        {
            *self = Self {
                setting: Some(TextContext::new(case)),
                predecessor: std::mem::take(&mut self.predecessor),
                ..Self::default()
            };
        }
        let Some(setting) = &self.setting else {
            return Vec::new();
        };
        let findings = case.draft.findings.iter();
        let locals = self
            .findings
            .all(findings, |finding| finding_scan::look(setting, finding));
        let paragraphs = case.document.paragraphs.iter();
        let sentences = paragraphs.flat_map(|paragraph| &paragraph.sentences);
        let heard = self
            .sentences
            .all(sentences, |sentence| wording::listen(setting, sentence));
        let mut problems = Vec::new();
        let families = [
            ids::check,
            opening::check,
            figures::check,
            grades::check,
            evidence::check,
            needs::check,
            responses::check,
            spoken::check,
            dates::check,
        ];
        problems.extend(families.iter().flat_map(|family| family(case)));
        problems.extend(judged::check(case, &locals));
        problems.extend(said::check(case, &locals));
        problems.extend(change::check(case, &locals));
        problems.extend(coherence::check(case, &heard));
        problems.extend(wording::check(case, &heard));
        problems.extend(finding_scan::told(case, &locals));
        problems.extend(front::check(case, setting));
        problems
    }
}
