//! The problems that can be found in one finding alone, so that they can be cached.

use std::sync::{Arc, OnceLock};

use super::comparable::ComparableText;
use super::house::house;
use super::text_context::{TextContext, TextProblem, Tone};
use super::words::{self, Word};
use super::{CheckContext, Problem, Rule, numbers, style, wording};
use crate::assessment::{Finding, FindingField, Kind, Place, RecommendationField};
use crate::statement;

/// The results of scanning one finding.
#[derive(Debug)]
pub(super) struct FindingScan {
    /// Problems in its text.
    told: Vec<TextProblem>,
    /// Problems in the fields that say what the headline rests on.
    in_ground: Vec<(FindingField, TextProblem)>,
    /// Problems in a recommendation, by its place.
    in_recommendations: Vec<(usize, TextProblem)>,
    /// The words by which it speaks of a change.
    pub(super) change: Option<String>,
    /// Its text, to find others that are like it.
    pub(super) said: ComparableText,
    /// The hash of all that it says, computed on first use.
    hash: OnceLock<String>,
}

impl FindingScan {
    /// Returns the hash of all that the finding says, by which a judgment remembers it.
    pub(super) fn hash(&self, finding: &Finding) -> &str {
        self.hash.get_or_init(|| statement::hash_of(finding))
    }
}

/// Scans one finding.
pub(super) fn look(setting: &TextContext, finding: &Finding) -> FindingScan {
    let words = words::words(&finding.text);
    let mut told = style::look(setting, &finding.text, &words);
    told.extend(numbers::look(
        setting,
        &finding.text,
        &words,
        numbers::FigureUse::Named,
    ));
    told.extend(ask(finding, &words));
    told.extend(framed(setting, finding));
    told.extend(wording::unseen(finding).into_iter().map(|(_, told)| told));
    if let Some(body) = setting.opens_with_another(&finding.text) {
        told.push(TextProblem::new(
            Rule::AnotherBody,
            format!("it is about {}", body.name),
            "correct the name, or open with the body that is assessed",
        ));
    }
    let mut in_ground = Vec::new();
    for field in FindingField::GROUND {
        let text = finding.ground(field);
        let words = words::words(text);
        let ledger = numbers::FigureUse::Named;
        let seen = style::look(setting, text, &words).into_iter();
        let seen = seen.chain(numbers::look(setting, text, &words, ledger));
        in_ground.extend(seen.map(|told| (field, told)));
    }
    let mut in_recommendations = Vec::new();
    for (nth, recommendation) in finding.recommendations.iter().enumerate() {
        let text = &recommendation.text;
        let seen = style::look(setting, text, &words::words(text));
        let hidden = wording::unseen(recommendation)
            .into_iter()
            .map(|(_, told)| told);
        in_recommendations.extend(seen.into_iter().chain(hidden).map(|told| (nth, told)));
    }
    let house = house();
    let change = house.change.find(&words).and_then(|at| {
        let rest = words.get(at..)?;
        let (first, last) = (rest.first()?, rest.get(house.change.at(rest)? - 1)?);
        finding.text.get(first.at..last.end()).map(str::to_owned)
    });
    FindingScan {
        told,
        in_ground,
        in_recommendations,
        change,
        said: ComparableText::new(&words),
        hash: OnceLock::new(),
    }
}

/// Reports an area for improvement that does not ask for one.
fn ask(finding: &Finding, words: &[Word<'_>]) -> Option<TextProblem> {
    let asks = finding.kind != Kind::Improvement
        || words.is_empty()
        || !finding.stance.is_empty()
        || house().asks_anywhere.find(words).is_some();
    (!asks).then(|| {
        TextProblem::new(
            Rule::NeedNotAsked,
            "it does not say what should improve".to_owned(),
            "begin with \"The force should …\" or \"needs to …\"",
        )
    })
}

/// Reports a frame that says the opposite of the finding.
fn framed(setting: &TextContext, finding: &Finding) -> Option<TextProblem> {
    let tone = setting.tones.get(&finding.stance)?;
    let against = match tone {
        Tone::Praise => finding.kind.is_need(),
        Tone::Concern => finding.kind.is_praise(),
    };
    against.then(|| {
        let frame = match tone {
            Tone::Praise => "of praise",
            Tone::Concern => "of concern",
        };
        TextProblem::new(
            Rule::FrameAgainstKind,
            format!(
                "it is recorded as {}, and its frame \"{}\" is one {frame}",
                finding.kind.title(),
                finding.stance
            ),
            "choose another frame, or look again at what it is",
        )
    })
}

/// Returns what the scans found, as problems at the findings' present places.
pub(super) fn told(case: &CheckContext, locals: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (nth, (finding, local)) in case.draft.findings.iter().zip(locals).enumerate() {
        let text = Place::Finding(nth, FindingField::Text);
        let place = || super::context::at(finding);
        problems.extend(local.told.iter().map(|told| told.at(place(), &text)));
        for (field, told) in &local.in_ground {
            problems.push(told.at(place(), &Place::Finding(nth, *field)));
        }
        for (at, told) in &local.in_recommendations {
            let text = Place::Recommendation(nth, *at, RecommendationField::Text);
            problems.push(told.at(place(), &text));
        }
    }
    problems
}
