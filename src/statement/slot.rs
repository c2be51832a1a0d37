//! A paragraph, and the states in which it was woven, so that it can be woven again from any finding on.

use std::ops::Range;
use std::sync::Arc;

use super::context::WeavingContext;
use super::memory::shared_ends;
use super::openings;
use super::plan::PlacedFinding;
use super::sentence;
use super::state::{ParagraphState, Turned};
use super::words::count;
use super::{Document, Measures, Paragraph, ParagraphRole, Sentence};

/// Findings that share a sentence, and the state before it.
#[derive(Clone, Copy, Debug)]
struct SentenceGroup {
    /// The index of its first finding.
    first: usize,
    /// The index of its first sentence in the paragraph.
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
    /// The state after the last one.
    end: ParagraphState,
    pub(super) findings: Vec<PlacedFinding>,
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
            end: ParagraphState::default(),
            findings: Vec::new(),
            groups: Vec::new(),
            paragraph: None,
            measures: Measures::default(),
        }
    }

    /// Puts other sentences before those of findings, unless they are the same.
    pub(super) fn set_lead(
        &mut self,
        context: &WeavingContext,
        paragraph: &mut Arc<Paragraph>,
        (lead, start): (Vec<Arc<Sentence>>, ParagraphState),
    ) {
        let turn = self.start.turn;
        let start = ParagraphState { turn, ..start };
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
            self.reweave(context, sentences, 0..1);
        }
        self.measure(sentences);
    }

    /// Gives the paragraph its place among those that turn, for the word that it takes.
    pub(super) fn set_turn(
        &mut self,
        context: &WeavingContext,
        paragraph: &mut Arc<Paragraph>,
        turn: usize,
    ) {
        if self.start.turn == turn {
            return;
        }
        self.start.turn = turn;
        let sentences = &mut Arc::make_mut(paragraph).sentences;
        self.reweave(context, sentences, 0..1);
        self.measure(sentences);
    }

    /// Returns true where the paragraph turns by the voice's word.
    pub(super) fn turns(&self) -> bool {
        self.end.turned == Turned::ByWord
    }

    /// Gives the paragraph other findings, and weaves again where they differ from those it had.
    pub(super) fn set_findings(
        &mut self,
        context: &WeavingContext,
        paragraph: &mut Arc<Paragraph>,
        findings: Vec<PlacedFinding>,
    ) {
        let (from, tail) = shared_ends(&self.findings, &findings, PlacedFinding::is_same);
        let old_until = self.findings.len() - tail;
        let until = findings.len() - tail;
        self.findings = findings;
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
        self.reweave(context, sentences, from..until);
        self.measure(sentences);
    }

    /// Weaves changed findings again: from the sentence before them, until they are woven and the state is the same
    /// as it was.
    ///
    /// A sentence depends on its own finding, on the two that follow (it may join the first, unless that is to be joined
    /// with the second) and on the state before it: so a change reaches back no further than the sentence of the second
    /// finding before.
    pub(super) fn reweave(
        &mut self,
        context: &WeavingContext,
        sentences: &mut Vec<Arc<Sentence>>,
        changed: Range<usize>,
    ) {
        let from = changed.start.saturating_sub(2);
        let begin = self.groups.partition_point(|group| group.first <= from);
        let begin = begin.saturating_sub(1);
        let resumed = self.groups.get(begin).filter(|group| group.first <= from);
        let (mut index, mut state) = match resumed {
            Some(group) if begin > 0 => (group.first, group.state),
            _ => (0, self.start),
        };
        let at = resumed.map_or(self.lead, |group| group.at);
        let mut end = begin;
        let mut groups = Vec::new();
        let mut fresh = Vec::new();
        while let Some(this) = self.findings.get(index) {
            while self.groups.get(end).is_some_and(|old| old.first < index) {
                end += 1;
            }
            if this.listed {
                state = ParagraphState {
                    turn: state.turn,
                    ..ParagraphState::default()
                };
            }
            let old = self.groups.get(end);
            let agrees = old.is_some_and(|old| old.first == index && old.state == state);
            if agrees && index >= changed.end && index > from {
                break;
            }
            let before = state;
            let unlisted = |at: usize| self.findings.get(at).filter(|next| !next.listed);
            let next = [unlisted(index + 1), unlisted(index + 2)];
            let with_opening = openings::with_need(context, &mut state, this);
            let (taken, woven) = match with_opening {
                Some(sentence) => (1, vec![sentence]),
                None => sentence::next(context, &mut state, this, next),
            };
            groups.push(SentenceGroup {
                first: index,
                at: at + fresh.len(),
                state: before,
                measures: measure(&woven),
            });
            fresh.extend(woven);
            index += taken;
        }
        if index >= self.findings.len() {
            end = self.groups.len();
            self.end = state;
        }
        self.splice(sentences, begin..end, at, groups, fresh);
    }

    /// Puts groups and their sentences, from this place on, where others stood.
    fn splice(
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

    /// Weaves a changed finding again, and what the change reaches.
    pub(super) fn reweave_at(
        &mut self,
        context: &WeavingContext,
        paragraph: &mut Arc<Paragraph>,
        index: usize,
    ) {
        let sentences = &mut Arc::make_mut(paragraph).sentences;
        self.reweave(context, sentences, index..index + 1);
        self.measure(sentences);
        self.set_items(paragraph);
    }

    /// Notes in the paragraph where the items begin, if it is a list: each sentence behind the one that leads in, and
    /// each finding.
    pub(super) fn set_items(&self, paragraph: &mut Arc<Paragraph>) {
        let items: Vec<usize> = match self.role {
            ParagraphRole::List(_) => {
                let findings = self.groups.iter().map(|group| group.at);
                (1..self.lead).chain(findings).collect()
            }
            _ => Vec::new(),
        };
        if paragraph.items != items {
            Arc::make_mut(paragraph).items = items;
        }
    }

    /// Returns the sentences of the finding at this index, as a range in the paragraph.
    pub(super) fn sentences_of(&self, index: usize, all: usize) -> Range<usize> {
        let next = self.groups.partition_point(|group| group.first <= index);
        let start = self
            .groups
            .get(next.saturating_sub(1))
            .map_or(all, |group| group.at);
        let end = self.groups.get(next).map_or(all, |group| group.at);
        start..end
    }

    /// Returns the index of the first finding of a sentence of the paragraph; `None` for the lead.
    pub(super) fn first_finding_of(&self, sentence: usize) -> Option<usize> {
        let next = self.groups.partition_point(|group| group.at <= sentence);
        Some(self.groups.get(next.checked_sub(1)?)?.first)
    }
}

/// Gives each paragraph that turns the next of the words that do.
pub(super) fn take_turns(slots: &mut [Slot], document: &mut Document, context: &WeavingContext) {
    let mut turn = 0;
    for slot in slots {
        let at = slot.paragraph;
        if let Some(paragraph) = at.and_then(|at| document.paragraphs.get_mut(at)) {
            slot.set_turn(context, paragraph, turn);
            if slot.turns() {
                turn = context.voice.next_turn(turn);
            }
        }
    }
}

fn measure(sentences: &[Arc<Sentence>]) -> Measures {
    sentences.iter().fold(Measures::default(), |sum, sentence| {
        sum.and(Measures::of_sentence(count(&sentence.text)))
    })
}
