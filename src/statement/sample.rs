//! What a choice of voice or opening would sound like, shown before it is made.

use super::{ParagraphRole, Sentence, Source, WeavingRule, openings, weave};
use crate::assessment::{Assessment, Framework, OVERALL};

/// The most findings that are woven for a sample.
const MOST: usize = 60;

/// Returns the sentences of the opening as this draft would speak them, with the need that shares the last one where
/// the draft asks for that. Empty where there is no opening.
pub fn opening_spoken(assessment: &Assessment, framework: &Framework) -> String {
    let mut draft = assessment.clone();
    draft.findings.retain(|finding| finding.heading == OVERALL);
    draft.findings.truncate(MOST);
    let document = weave(&draft, framework);
    let paragraphs = document.paragraphs.iter();
    let overall = paragraphs.filter(|it| it.role == ParagraphRole::Overall);
    let chosen = Source::field(openings::KEY);
    let sentences = overall.flat_map(|paragraph| &paragraph.sentences);
    let opening = sentences.filter(|sentence| sentence.sources.contains(&chosen));
    joined(opening.map(AsRef::as_ref))
}

/// Returns up to three sentences of this draft that show its voice, in their order: one that turns, one in a frame, one
/// that is joined. The first sentence of what was found, where there is none of these. Of a long draft, only the first
/// findings are looked at.
pub fn voice_spoken(assessment: &Assessment, framework: &Framework) -> String {
    let mut draft = assessment.clone();
    draft.findings.truncate(MOST);
    draft.overrides.clear();
    let document = weave(&draft, framework);
    let paragraphs = document.paragraphs.iter();
    let found = |sentence: &&Sentence| {
        let mut sources = sentence.sources.iter();
        sources.any(|source| source.id_in(crate::assessment::List::Findings).is_some())
    };
    let sentences: Vec<&Sentence> = paragraphs
        .flat_map(|paragraph| paragraph.sentences.iter().map(AsRef::as_ref))
        .filter(found)
        .collect();
    let shows: [fn(&WeavingRule) -> bool; 3] = [
        |rule| *rule == WeavingRule::Contrast,
        |rule| *rule == WeavingRule::Frame,
        |rule| matches!(rule, WeavingRule::Join(_)),
    ];
    let first = |shows: &fn(&WeavingRule) -> bool| {
        let mut sentences = sentences.iter();
        sentences.position(|it| it.rules.iter().any(shows))
    };
    let mut shown: Vec<usize> = shows.iter().filter_map(first).collect();
    if shown.is_empty() && !sentences.is_empty() {
        shown.push(0);
    }
    shown.sort_unstable();
    shown.dedup();
    joined(shown.iter().filter_map(|at| sentences.get(*at).copied()))
}

fn joined<'a>(sentences: impl Iterator<Item = &'a Sentence>) -> String {
    let texts: Vec<&str> = sentences.map(|sentence| sentence.text.as_str()).collect();
    texts.join(" ")
}
