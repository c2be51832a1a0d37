//! What can be told from one finding alone, so that it can be remembered.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::house::house;
use super::words::{self, Word};
use super::{CheckContext, Fix, Problem, Rule, numbers, problem, said, style, wording};
use crate::assessment::{
    Address, Assessment, Body, Figure, Finding, FindingField, Frame, Kind, Place,
    RecommendationField, bodies,
};
use crate::statement;
use crate::text::Splice;

/// What a frame says before the finding does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Praise,
    Concern,
}

/// All that the look at one text depends on beside the text.
#[derive(Debug)]
pub(super) struct TextContext {
    /// The year of the house style.
    pub(super) year: Option<u16>,
    pub(super) noun: String,
    /// The body's names.
    pub(super) names: Vec<String>,
    /// Numbers of the ledger by their digits: the figure's id and how it is spoken.
    pub(super) ledger: HashMap<String, (String, String)>,
    /// Wholes of which figures were drawn; they have no name in prose.
    pub(super) wholes: HashSet<String>,
    figures: Vec<Arc<Figure>>,
    frames: Vec<Frame>,
    tones: HashMap<String, Tone>,
    /// Other bodies, by the first word of their names.
    others: HashMap<&'static str, Vec<Body>>,
}

fn names(case: &CheckContext) -> Vec<String> {
    let subject = &case.draft.subject;
    let names = [subject.spoken.trim(), subject.name.trim()];
    let names = names.into_iter().filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

impl TextContext {
    pub(super) fn new(case: &CheckContext) -> Self {
        let mut ledger = HashMap::new();
        let mut wholes = HashSet::new();
        let plain = |value: &str| value.trim().replace(',', "");
        for figure in &case.draft.figures {
            let spoken = statement::spoken(figure);
            ledger
                .entry(plain(&figure.value))
                .or_insert_with(|| (figure.id.clone(), spoken));
            wholes.insert(plain(&figure.of));
        }
        let names = names(case);
        let mut others: HashMap<&str, Vec<Body>> = HashMap::new();
        let own = |body: &Body| names.iter().any(|name| name.contains(body.name));
        for body in bodies().filter(|body| !own(body)) {
            let first = body.name.split(' ').next().unwrap_or_default();
            others.entry(first).or_default().push(body);
        }
        Self {
            year: super::context::year(case.draft),
            noun: case.draft.noun().to_owned(),
            names,
            ledger,
            wholes,
            figures: case.draft.figures.clone(),
            frames: case.framework.frames.clone(),
            tones: case.framework.frames.iter().filter_map(tone).collect(),
            others,
        }
    }

    /// Whether texts would be looked at in the same way now.
    pub(super) fn holds(&self, case: &CheckContext) -> bool {
        let same = |(old, new): (&Arc<Figure>, &Arc<Figure>)| Arc::ptr_eq(old, new);
        self.year == super::context::year(case.draft)
            && self.noun == case.draft.noun()
            && self.names == names(case)
            && self.figures.len() == case.draft.figures.len()
            && self.figures.iter().zip(&case.draft.figures).all(same)
            && self.frames == case.framework.frames
    }

    /// Another body that a text opens with, as the one that it is about.
    fn opens_with_another(&self, text: &str) -> Option<&Body> {
        let bare = text.trim_start();
        let bare = bare.strip_prefix("The ").unwrap_or(bare);
        let first = bare.split(' ').next().unwrap_or_default();
        let others = self.others.get(first)?;
        others.iter().find(|body| {
            let rest = bare.strip_prefix(body.name);
            // "Essex Police's" is theirs; "Essex Policeman" is nobody's.
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    }
}

/// The tone of a frame, by its words.
fn tone(frame: &Frame) -> Option<(String, Tone)> {
    let words = words::words(&frame.words);
    let tone = match () {
        () if house().concern.find(&words).is_some() => Tone::Concern,
        () if house().praise.find(&words).is_some() => Tone::Praise,
        () => return None,
    };
    Some((frame.id.clone(), tone))
}

/// Something that was seen in a text.
#[derive(Debug)]
pub(super) struct TextProblem {
    pub(super) rule: Rule,
    pub(super) what: String,
    pub(super) remedy: String,
    pub(super) splice: Option<Splice>,
}

impl TextProblem {
    pub(super) fn new(rule: Rule, what: String, remedy: impl Into<String>) -> Self {
        Self {
            rule,
            what,
            remedy: remedy.into(),
            splice: None,
        }
    }

    /// The same, with words that take the place of those seen.
    pub(super) fn instead(self, text: &str, from: usize, to: usize, inserted: String) -> Self {
        Self {
            splice: Some(Splice {
                at: from,
                removed: text.get(from..to).unwrap_or_default().to_owned(),
                inserted,
            }),
            ..self
        }
    }

    /// As a problem of the text at this place of the draft.
    pub(super) fn at(&self, draft: &Assessment, text: &Place) -> Option<Problem> {
        let owner = draft.address_of(text)?.owner().clone();
        Some(self.of(owner, text))
    }

    /// As a problem of a text of this item.
    fn of(&self, owner: Address, text: &Place) -> Problem {
        let fix = self.splice.as_ref().map(|splice| Fix {
            place: text.clone(),
            splice: splice.clone(),
        });
        Problem {
            fix,
            ..problem(self.rule, owner, self.what.clone(), self.remedy.clone())
        }
    }
}

/// What was seen in one finding.
#[derive(Debug)]
pub(super) struct FindingScan {
    /// In its text.
    told: Vec<TextProblem>,
    /// In what the headline rests on.
    in_ground: Vec<(FindingField, TextProblem)>,
    /// In a recommendation, by its place.
    in_recommendations: Vec<(usize, TextProblem)>,
    /// The words by which it speaks of a change.
    pub(super) change: Option<String>,
    /// What it says, to find its like.
    pub(super) said: said::ComparableText,
    /// The hash of all that it says, once it was asked for.
    hash: OnceLock<String>,
}

impl FindingScan {
    /// The hash of all that the finding says, by which a judgment remembers it.
    pub(super) fn hash(&self, finding: &Finding) -> &str {
        self.hash.get_or_init(|| statement::hash_of(finding))
    }
}

/// Looks at one finding.
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
        said: said::ComparableText::new(&words),
        hash: OnceLock::new(),
    }
}

/// An area for improvement asks for one.
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

/// A frame that says the opposite of the finding.
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

/// What was seen in the findings, as problems where they stand now.
pub(super) fn told(case: &CheckContext, locals: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (nth, (finding, local)) in case.draft.findings.iter().zip(locals).enumerate() {
        let text = Place::Finding(nth, FindingField::Text);
        let owner = || super::context::at(finding);
        problems.extend(local.told.iter().map(|told| told.of(owner(), &text)));
        for (field, told) in &local.in_ground {
            problems.push(told.of(owner(), &Place::Finding(nth, *field)));
        }
        for (at, told) in &local.in_recommendations {
            let text = Place::Recommendation(nth, *at, RecommendationField::Text);
            problems.push(told.of(owner(), &text));
        }
    }
    problems
}
