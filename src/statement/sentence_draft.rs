//! A sentence from its words to its end: sources, rules and hand edits.

use std::sync::Arc;

use super::capitals::capital_first;
use super::context::WeavingContext;
use super::plan::PlacedFinding;
use super::read::ReadSentence;
use super::words::collapse;
use super::{Sentence, SentencePart, Source, WeavingRule};
use crate::assessment::{Address, List};

/// Returns the rule of figures, where one was put in.
pub(super) fn figure_rule(uses: &[Source]) -> Vec<WeavingRule> {
    let figure = uses
        .iter()
        .any(|source| source.id_in(List::Figures).is_some());
    figure.then_some(WeavingRule::Figure).into_iter().collect()
}

/// Returns the sentences of one source, keyed `key`, `key.2`, `key.3` …
pub(super) fn source_sentences(
    context: &WeavingContext,
    key: &str,
    read: &[ReadSentence],
    source: &Source,
    rule: Option<WeavingRule>,
) -> Vec<Arc<Sentence>> {
    let finish = |(nth, sentence): (usize, &ReadSentence)| {
        let mut draft = match nth {
            0 => SentenceDraft::new(key),
            _ => SentenceDraft::new(&format!("{key}.{}", nth + 1)),
        };
        draft.rules.extend(rule);
        draft.rules.extend(figure_rule(&sentence.uses));
        let turned = sentence.uses.contains(&context.voice.contrast_source());
        draft.rules.extend(turned.then_some(WeavingRule::Contrast));
        draft.add_words(&capital_first(&sentence.text), source.clone());
        draft.add_sources(sentence.uses.iter().cloned());
        Arc::new(draft.finish(context))
    };
    read.iter().enumerate().map(finish).collect()
}

/// Returns the finding as a source.
pub(super) fn finding_source(placed: &PlacedFinding) -> Source {
    Source::item(List::Findings, &placed.finding.id)
}

/// A sentence in the making.
pub(super) struct SentenceDraft {
    key: String,
    pub(super) text: String,
    parts: Vec<SentencePart>,
    sources: Vec<Source>,
    pub(super) rules: Vec<WeavingRule>,
}

impl SentenceDraft {
    pub(super) fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            text: String::new(),
            parts: Vec::new(),
            sources: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// Adds words, and their source.
    pub(super) fn add_words(&mut self, words: &str, source: Source) {
        let start = self.text.len();
        self.text.push_str(words);
        self.sources.push(source.clone());
        self.parts.push(SentencePart {
            range: start..self.text.len(),
            source,
        });
    }

    /// Adds sources of the words added.
    pub(super) fn add_sources(&mut self, sources: impl IntoIterator<Item = Source>) {
        self.sources.extend(sources);
    }

    /// Adds the rules and sources of a finding's clause.
    pub(super) fn add_basis(
        &mut self,
        placed: &PlacedFinding,
        rules: Vec<WeavingRule>,
        uses: Vec<Source>,
    ) {
        if placed.moved {
            self.rules.push(WeavingRule::Order);
        }
        if placed.listed {
            self.rules.push(WeavingRule::List);
        }
        if placed.begins {
            self.rules.push(WeavingRule::BeginsParagraph);
        }
        self.rules.extend(rules);
        let evidence = placed.finding.evidence.iter();
        self.add_sources(evidence.map(|id| Source::item(List::Evidence, id)));
        self.add_sources(uses);
    }

    /// Notes the contrast word at the sentence's head.
    pub(super) fn add_contrast(&mut self, context: &WeavingContext) {
        self.rules.push(WeavingRule::Contrast);
        self.add_sources([context.voice.contrast_source()]);
    }

    /// Returns the sentence; where the author has written it by hand, with those words in its place.
    pub(super) fn finish(self, context: &WeavingContext) -> Sentence {
        let woven = Sentence {
            key: self.key,
            text: self.text,
            sources: in_order(self.sources),
            parts: self.parts,
            rules: once(self.rules),
            woven: None,
        };
        by_hand(context, woven)
    }
}

/// Returns the sentence with the words that the author has put in its place by hand, where there are any.
pub(super) fn by_hand(context: &WeavingContext, woven: Sentence) -> Sentence {
    let words = context.by_hand.get(&woven.key);
    let words = words.map(|by_hand| collapse(&by_hand.text));
    let Some(words) = words.filter(|words| !words.is_empty()) else {
        return woven;
    };
    let filled = context.fill(&words);
    let field = Source::item(List::Overrides, &woven.key);
    // Nobody knows which of two joined findings says which of the new words.
    let alone = woven.parts.first().filter(|_| woven.parts.len() == 1);
    let source = alone.map_or(&field, |part| &part.source).clone();
    let parts = vec![SentencePart {
        range: 0..filled.text.len(),
        source,
    }];
    // What shaped the woven words did not shape these; they stand in the same place.
    let mut rules = woven.rules.clone();
    rules.retain(|rule| *rule == WeavingRule::Order);
    rules.extend(figure_rule(&filled.uses));
    rules.push(WeavingRule::ByHand);
    let mut sources = woven.sources.clone();
    sources.extend(filled.uses);
    sources.push(field);
    Sentence {
        key: woven.key.clone(),
        text: filled.text,
        sources: in_order(sources),
        parts,
        rules,
        woven: Some(Box::new(woven)),
    }
}

/// Sorts sources: findings first, then figures, evidence, items, fields and the framework's words; each once, and
/// among their like in the order in which they are spoken.
pub(super) fn in_order(sources: Vec<Source>) -> Vec<Source> {
    let mut sources = once(sources);
    sources.sort_by_key(|source| match source {
        Source::Draft(Address::Item(List::Findings, _)) => 0,
        Source::Draft(Address::Item(List::Figures, _)) => 1,
        Source::Draft(Address::Item(List::Evidence, _)) => 2,
        Source::Draft(Address::Item(List::Outlook, _)) => 3,
        Source::Draft(_) => 4,
        Source::Framework(_) => 5,
    });
    sources
}

fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}
