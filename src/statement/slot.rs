//! A paragraph, and the states in which it was woven, so that it can be woven again from any finding on.

use std::ops::Range;
use std::sync::Arc;

use super::plan::Unit;
use super::sentence::{self, ParagraphState};
use super::voice::Voice;
use super::words::count;
use super::{Measures, Paragraph, ParagraphRole, Sentence};

/// Findings that share a sentence, and the state before it.
#[derive(Clone, Copy, Debug)]
struct SentenceGroup {
    /// The place of its first unit.
    first: usize,
    /// The place of its first sentence in the paragraph.
    at: usize,
    /// The state before it.
    state: ParagraphState,
    measures: Measures,
}

/// A paragraph's place in the statement; empty ones are not read.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) role: ParagraphRole,
    /// The number of sentences before those of findings.
    lead: usize,
    /// The state before the first finding.
    start: ParagraphState,
    pub(super) units: Vec<Unit>,
    groups: Vec<SentenceGroup>,
    /// The paragraph's place in the document, where it has one.
    pub(super) paragraph: Option<usize>,
    pub(super) measures: Measures,
}

impl Slot {
    pub(super) fn new(role: &ParagraphRole) -> Self {
        Self {
            role: role.clone(),
            lead: 0,
            start: ParagraphState::default(),
            units: Vec::new(),
            groups: Vec::new(),
            paragraph: None,
            measures: Measures::default(),
        }
    }

    /// Puts other sentences before those of findings, unless they are the same.
    pub(super) fn set_lead(
        &mut self,
        voice: &Voice,
        paragraph: &mut Arc<Paragraph>,
        (lead, start): (Vec<Arc<Sentence>>, ParagraphState),
    ) {
        let same = paragraph.sentences.get(..self.lead) == Some(lead.as_slice());
        if same && self.start == start {
            return;
        }
        let sentences = &mut Arc::make_mut(paragraph).sentences;
        for group in &mut self.groups {
            group.at = group.at - self.lead + lead.len();
        }
        let many = lead.len();
        sentences.splice(..self.lead.min(sentences.len()), lead);
        self.lead = many;
        if self.start != start {
            self.start = start;
            self.refold(voice, sentences, 0..1);
        }
        self.measure(sentences);
    }

    /// Gives the paragraph other findings, and weaves anew where they differ from those it had.
    pub(super) fn set_units(
        &mut self,
        voice: &Voice,
        paragraph: &mut Arc<Paragraph>,
        units: Vec<Unit>,
    ) {
        let same = |(old, new): &(&Unit, &Unit)| old.is(new);
        let from = self.units.iter().zip(&units).take_while(same).count();
        let most = self.units.len().min(units.len()) - from;
        let ends = self.units.iter().rev().zip(units.iter().rev()).take(most);
        let tail = ends.take_while(same).count();
        let old_until = self.units.len() - tail;
        let until = units.len() - tail;
        self.units = units;
        if from == until && from == old_until {
            return;
        }
        let sentences = &mut Arc::make_mut(paragraph).sentences;
        // What was woven of findings that are gone goes; what comes after them moves along.
        let first = self.groups.partition_point(|group| group.first < from);
        let last = self.groups.partition_point(|group| group.first < old_until);
        let place = |at: usize| {
            self.groups
                .get(at)
                .map_or(sentences.len(), |group| group.at)
        };
        let (start, end) = (place(first), place(last));
        sentences.drain(start..end);
        self.groups.drain(first..last);
        for group in self.groups.iter_mut().skip(first) {
            group.first = group.first + until - old_until;
            group.at = group.at + start - end;
        }
        self.refold(voice, sentences, from..until);
        self.measure(sentences);
    }

    /// Weaves changed units again: from the sentence before them, until they are woven and what is known
    /// agrees with memory.
    ///
    /// A sentence depends on its own unit, on the next one (which it may join) and on what is known
    /// before it: so a change reaches back no further than the sentence of the unit before.
    pub(super) fn refold(
        &mut self,
        voice: &Voice,
        sentences: &mut Vec<Arc<Sentence>>,
        changed: Range<usize>,
    ) {
        let from = changed.start.saturating_sub(1);
        let begin = self.groups.partition_point(|group| group.first <= from);
        let begin = begin.saturating_sub(1);
        let resumed = self.groups.get(begin).filter(|group| group.first <= from);
        let (mut unit, mut state) = match resumed {
            Some(group) if begin > 0 => (group.first, group.state),
            _ => (0, self.start),
        };
        let at = resumed.map_or(self.lead, |group| group.at);
        let mut end = begin;
        let mut groups = Vec::new();
        let mut fresh = Vec::new();
        while let Some(this) = self.units.get(unit) {
            while self.groups.get(end).is_some_and(|old| old.first < unit) {
                end += 1;
            }
            let old = self.groups.get(end);
            let agrees = old.is_some_and(|old| old.first == unit && old.state == state);
            if agrees && unit >= changed.end && unit > from {
                break;
            }
            let before = state;
            let next = self.units.get(unit + 1);
            let (taken, woven) = sentence::next(voice, &mut state, this, next);
            groups.push(SentenceGroup {
                first: unit,
                at: at + fresh.len(),
                state: before,
                measures: measure(&woven),
            });
            fresh.extend(woven);
            unit += taken;
        }
        if unit >= self.units.len() {
            end = self.groups.len();
        }
        self.put(sentences, begin..end, at, groups, fresh);
    }

    /// Puts groups and their sentences, from this place on, where others stood.
    fn put(
        &mut self,
        sentences: &mut Vec<Arc<Sentence>>,
        old: Range<usize>,
        at: usize,
        groups: Vec<SentenceGroup>,
        fresh: Vec<Arc<Sentence>>,
    ) {
        let until = self.groups.get(old.end);
        let until = until.map_or(sentences.len(), |group| group.at);
        let after = at + fresh.len();
        sentences.splice(at..until, fresh);
        let many = old.start + groups.len();
        self.groups.splice(old, groups);
        if until != after {
            for group in self.groups.iter_mut().skip(many) {
                group.at = group.at + after - until;
            }
        }
    }

    /// Adds up the measures again.
    pub(super) fn measure(&mut self, sentences: &[Arc<Sentence>]) {
        let lead = sentences.get(..self.lead).unwrap_or_default();
        self.measures = self
            .groups
            .iter()
            .fold(measure(lead), |sum, group| sum.and(group.measures));
    }

    /// Returns the sentences that speak a unit, as places in the paragraph.
    pub(super) fn sentences_of(&self, unit: usize, all: usize) -> Range<usize> {
        let next = self.groups.partition_point(|group| group.first <= unit);
        let start = self
            .groups
            .get(next.saturating_sub(1))
            .map_or(all, |group| group.at);
        let end = self.groups.get(next).map_or(all, |group| group.at);
        start..end
    }

    /// Returns the first unit of the sentence at a place in the paragraph; `None` for the lead.
    pub(super) fn unit_of(&self, sentence: usize) -> Option<usize> {
        let next = self.groups.partition_point(|group| group.at <= sentence);
        Some(self.groups.get(next.checked_sub(1)?)?.first)
    }
}

fn measure(sentences: &[Arc<Sentence>]) -> Measures {
    sentences.iter().fold(Measures::default(), |sum, sentence| {
        sum.and(Measures::of_sentence(count(&sentence.text)))
    })
}
