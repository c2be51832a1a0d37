//! A checker that caches what it found from one key press to the next.

use std::collections::HashMap;
use std::sync::Arc;

use super::accepted;
use super::finding_scan::{self, FindingScan};
use super::text_context::TextContext;
use super::wording::SentenceScan;
use super::{CheckContext, CheckReport, Levels, Problem};
use super::{
    change, coherence, dates, evidence, figures, front, grades, ids, judged, monitoring,
    near_duplicates, needs, opening, pasted, pointing, responses, spoken, voice, wording,
};
use crate::assessment::{Assessment, Finding, Framework, Predecessor};
use crate::parallel;
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
        make: impl Fn(&T) -> V + Sync,
    ) -> Vec<Arc<V>>
    where
        T: Send + Sync + 'i,
        V: Send,
    {
        let address = |item: &Arc<T>| Arc::as_ptr(item) as usize;
        let mut old = std::mem::take(&mut self.values);
        let items: Vec<&Arc<T>> = items.collect();
        let new = items
            .iter()
            .filter(|item| !old.contains_key(&address(item)));
        let new: Vec<&Arc<T>> = new.copied().collect();
        let made = parallel::map(&new, |item| make(item));
        for (item, value) in new.into_iter().zip(made) {
            old.insert(address(item), (Arc::clone(item), Arc::new(value)));
        }
        self.values.reserve(items.len());
        let one = |item: &Arc<T>| {
            let address = address(item);
            if let Some(kept) = old.remove(&address) {
                self.values.insert(address, kept);
            }
            let (_, value) = self.values.get(&address)?;
            Some(Arc::clone(value))
        };
        items.into_iter().filter_map(one).collect()
    }
}

/// A check that is repeated, as after each key press. It returns what [`super::check`] returns, and scans only
/// texts that are new to it.
#[derive(Debug, Default)]
pub struct Checker {
    /// The context of the cached scans; when it changes all are scanned again.
    text_context: Option<TextContext>,
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
    pub fn set_predecessor(&mut self, predecessor: &Predecessor) {
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
        let context = CheckContext::new(assessment, framework, document, &predecessor);
        let mut problems = self.all(&context);
        levels.apply(&mut problems);
        let mut report = accepted::set_apart(assessment, problems);
        // Problems of acceptances have weights like any others.
        levels.apply(&mut report.problems);
        report.problems.sort_by_key(|problem| problem.severity);
        report
            .accepted
            .sort_by_key(|accepted| accepted.problem.severity);
        report
    }

    fn all(&mut self, context: &CheckContext) -> Vec<Problem> {
        let current = self.text_context.as_ref();
        if current.is_none_or(|current| !current.is_current(context)) {
            *self = Self {
                text_context: Some(TextContext::new(context)),
                predecessor: std::mem::take(&mut self.predecessor),
                ..Self::default()
            };
        }
        let Some(text_context) = &self.text_context else {
            return Vec::new();
        };
        let findings = context.draft.findings.iter();
        let finding_scans = self.findings.all(findings, |finding| {
            finding_scan::scan(text_context, finding)
        });
        let sentences = context.document.sentences();
        let sentence_scans = self
            .sentences
            .all(sentences, |sentence| wording::scan(text_context, sentence));
        let mut problems = Vec::new();
        let families = [
            ids::check,
            opening::check,
            voice::check,
            figures::check,
            grades::check,
            evidence::check,
            needs::check,
            responses::check,
            spoken::check,
            dates::check,
            monitoring::check,
            pasted::check,
        ];
        problems.extend(families.iter().flat_map(|family| family(context)));
        problems.extend(pointing::check(context, &finding_scans));
        problems.extend(judged::check(context, &finding_scans));
        problems.extend(near_duplicates::check(context, &finding_scans));
        problems.extend(change::check(context, &finding_scans));
        problems.extend(coherence::check(context, &sentence_scans));
        problems.extend(wording::check(context, &sentence_scans));
        problems.extend(finding_scan::problems(context, &finding_scans));
        problems.extend(front::check(context, text_context));
        problems
    }
}
