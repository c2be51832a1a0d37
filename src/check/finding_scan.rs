//! The problems that can be found in one finding alone, so that they can be cached.

use std::sync::{Arc, OnceLock};

use super::comparable::ComparableText;
use super::house::house;
use super::numbers::FigureUse;
use super::text_context::{TextContext, TextProblem};
use super::words::{self, Word};
use super::{CheckContext, Problem, Rule, naming, pasted, text_scan};
use crate::assessment::{
    Change, Finding, FindingField, Kind, List, Place, RecommendationField, Tone,
};
use crate::grammar::{self, Certainty, Pointer, Reading, Typed};
use crate::statement;

/// The words that are told of a finding that has no subject.
const NO_SUBJECT: &str = "seems to open with its verb, and does not say who does it";

/// The results of scanning one finding.
#[derive(Debug)]
pub(super) struct FindingScan {
    /// Problems in its text.
    in_text: Vec<TextProblem>,
    /// Problems in the fields that say what the headline rests on.
    in_ground: Vec<(FindingField, TextProblem)>,
    /// Problems in a recommendation, by its place.
    in_recommendations: Vec<(usize, TextProblem)>,
    /// The words by which it speaks of a change.
    pub(super) change: Option<String>,
    /// Its text, to find others that are like it.
    pub(super) comparable: ComparableText,
    /// Its word that stands for something in the sentence before: behind one, and where none is before it.
    pub(super) pointers: [Option<Pointer>; 2],
    /// True where it opens with an "it" or "its" that may be the body.
    pub(super) opens_with_it: bool,
    /// The hash of all that it says, computed on first use.
    hash: OnceLock<String>,
    /// Its name for people and its first words in quotation marks, made on first use: a draft of lines that are alike has
    /// a problem a line, at each key.
    named: OnceLock<(String, String)>,
}

impl FindingScan {
    /// Returns the hash of all that the finding says, by which a judgment remembers it.
    pub(super) fn hash(&self, finding: &Finding) -> &str {
        self.hash.get_or_init(|| statement::finding_hash(finding))
    }

    /// Returns the finding's name for people, and its first words in quotation marks.
    pub(super) fn named(&self, finding: &Finding) -> &(String, String) {
        let name = || List::Findings.spec().named(&finding.text);
        self.named
            .get_or_init(|| (name(), naming::quoted(&finding.text)))
    }
}

/// Scans one finding.
pub(super) fn scan(context: &TextContext, finding: &Finding) -> FindingScan {
    let words = words::words(&finding.text);
    let mut in_text = text_scan::scan(context, &finding.text, &words, FigureUse::Named);
    let sentences = statement::sentences(&finding.text);
    let read = |sentence: &&str| context.read(sentence);
    let readings: Vec<Reading> = sentences.iter().map(read).collect();
    if !in_text.iter().any(|it| it.rule == Rule::Agreement) {
        in_text.extend(disagreement(&finding.text, &sentences, &readings));
    }
    if context.takes_bare_verb(&finding.stance) {
        in_text.retain(|it| it.rule != Rule::Agreement);
    }
    let asks = need_not_asked(context, finding, &words);
    let half = no_sentence(context, finding, &readings)
        .or_else(|| not_asked_of_anybody(context, finding, readings.first()?));
    // "to train its staff" says what should improve, once it says who.
    in_text.extend(asks.filter(|_| !(half.is_some() && opens_with_to(&finding.text))));
    in_text.extend(frame_against_kind(context, finding));
    in_text.extend(change_against_kind(finding));
    in_text.extend(half);
    let hidden = pasted::scan(finding).into_iter();
    in_text.extend(hidden.map(|(_, found)| found));
    if let Some(body) = context.opens_with_another(&finding.text) {
        in_text.push(TextProblem::new(
            Rule::AnotherBody,
            format!(
                "the finding opens with \"{}\", which is another body",
                body.name
            ),
            "correct the name, or open with the body that is assessed",
        ));
    }
    let mut in_ground = Vec::new();
    for field in FindingField::GROUND {
        let text = finding.ground(field);
        let words = words::words(text);
        let found = text_scan::scan(context, text, &words, FigureUse::Named).into_iter();
        in_ground.extend(found.map(|found| (field, found)));
    }
    let mut in_recommendations = Vec::new();
    for (nth, recommendation) in finding.recommendations.iter().enumerate() {
        let text = &recommendation.text;
        let words = words::words(text);
        // A recommendation may ask for numbers that no ledger has.
        let found = text_scan::scan(context, text, &words, FigureUse::Any).into_iter();
        let hidden = pasted::scan(recommendation).into_iter();
        let found = found.chain(hidden.map(|(_, found)| found));
        in_recommendations.extend(found.map(|found| (nth, found)));
    }
    let house = house();
    let change = house.change.find(&words).and_then(|at| {
        let rest = words.get(at..)?;
        let (first, last) = (rest.first()?, rest.get(house.change.at(rest)? - 1)?);
        finding.text.get(first.at..last.end()).map(str::to_owned)
    });
    FindingScan {
        in_text,
        in_ground,
        in_recommendations,
        change,
        comparable: ComparableText::new(&words),
        pointers: [false, true].map(|alone| grammar::pointer(&finding.text, alone)),
        opens_with_it: opens_with_it(&finding.text, readings.first()),
        hash: OnceLock::new(),
        named: OnceLock::new(),
    }
}

/// Returns true where a text opens with an "it" or "its", the subject of its first sentence or a part of that.
fn opens_with_it(text: &str, first: Option<&Reading>) -> bool {
    let is_it = |it: &Reading| it.says_it() && (!it.is_empty_it() || it.asks_passively);
    let word = text.split_whitespace().next();
    let its = word.is_some_and(|word| word.eq_ignore_ascii_case("its"));
    first.is_some_and(is_it) || its || grammar::leads_in_it(text)
}

/// Reports an area for improvement that does not ask for one.
fn need_not_asked(
    context: &TextContext,
    finding: &Finding,
    words: &[Word<'_>],
) -> Option<TextProblem> {
    let asks = finding.kind != Kind::Improvement
        || words.is_empty()
        || !finding.stance.is_empty()
        || house().asks_anywhere.find(words).is_some();
    (!asks).then(|| {
        TextProblem::of_item(
            Rule::NeedNotAsked,
            "does not say what should improve".to_owned(),
            format!(
                "begin with \"The {} should …\" or \"needs to …\"",
                context.noun
            ),
        )
    })
}

/// Reports a need that opens with "to" and is no sentence: "to train constables, sergeants and inspectors". "To cut delays,
/// the force should hire more staff" is one.
fn not_asked_of_anybody(
    context: &TextContext,
    finding: &Finding,
    reading: &Reading,
) -> Option<TextProblem> {
    let alone = finding.stance.is_empty() && finding.reads.is_none() && finding.refer.is_none();
    if !alone || !finding.kind.is_need() || !opens_with_to(&finding.text) {
        return None;
    }
    match finding.text.split_once(", ") {
        None => (reading.is_clause != Certainty::Yes).then(|| no_subject(context, finding)),
        Some((_, behind)) => {
            let behind = context.read(behind.trim());
            let is_sentence = behind.is_clause == Certainty::Yes || behind.can_be_body();
            (!is_sentence).then(|| lacks_subject(context))
        }
    }
}

fn opens_with_to(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next();
    words.next().is_some() && first.is_some_and(|word| word.eq_ignore_ascii_case("to"))
}

/// Reports the first verb that does not agree with the one noun before it: which of the two is wrong, its author knows.
fn disagreement(text: &str, sentences: &[&str], readings: &[Reading]) -> Option<TextProblem> {
    let mut at = 0;
    for (sentence, reading) in sentences.iter().zip(readings) {
        at += text.get(at..)?.find(sentence)?;
        if let Some((verb, form)) = &reading.disagrees {
            let subject = sentence.get(..verb.start)?.trim_end();
            let word = sentence.get(verb.clone())?;
            let what = format!("\"{subject}\" and \"{word}\" do not agree");
            let remedy = format!("write \"{subject} {form}\", or the noun in its other number");
            return Some(TextProblem::new(Rule::Agreement, what, remedy).at(at + verb.start));
        }
    }
    None
}

/// Reports a finding that is no sentence, and has no frame to make it one.
fn no_sentence(
    context: &TextContext,
    finding: &Finding,
    readings: &[Reading],
) -> Option<TextProblem> {
    let text = finding.text.trim();
    let alone = finding.stance.is_empty() && text.contains(' ');
    let (reading, others) = readings.split_first().filter(|_| alone)?;
    let is_said = finding.reads.is_some() || finding.refer.is_some();
    if reading.lacks_subject == Certainty::Unsure && !is_said {
        return Some(no_subject(context, finding));
    }
    let lacks = |reading: &Reading| reading.lacks_subject == Certainty::Unsure;
    if others.iter().any(lacks) {
        return Some(TextProblem::of_item(
            Rule::NoSubject,
            "has a sentence that seems to open with its verb, and does not say who does it"
                .to_owned(),
            format!("begin it with who it is: \"The {} …\"", context.noun),
        ));
    }
    if reading.is_dependent && !reading.is_question && Typed::of(text) == Typed::AsSentence {
        return Some(TextProblem::of_item(
            Rule::NounPhrase,
            "is half a sentence, and the other half is in none of its own".to_owned(),
            "write it into the sentence that it belongs to",
        ));
    }
    let phrase = reading.is_phrase_alone(Typed::of(text));
    (phrase && reading.lacks_subject != Certainty::Yes && !reading.is_question).then(|| {
        TextProblem::of_item(
            Rule::NounPhrase,
            "is a noun phrase without a verb".to_owned(),
            "write a sentence, or choose a frame that takes a phrase",
        )
    })
}

/// Reports a finding that may lack its subject. What is asked for in a few words is put right by saying who it is asked
/// of, and what is said of one body by naming it.
fn no_subject(context: &TextContext, finding: &Finding) -> TextProblem {
    let at = finding.text.len() - finding.text.trim_start().len();
    let first = finding.text.split_whitespace().next().unwrap_or_default();
    let small = first.to_lowercase();
    let is_bare = grammar::classes(&small).is_some_and(|it| {
        it.any(grammar::Classes::VERB.or(grammar::Classes::BASE))
            && !it.any(grammar::Classes::MODAL)
    });
    let subject = match finding.kind.is_need() {
        true if small == "to" => format!("The {} needs", context.noun),
        true if is_bare => format!("The {} needs to", context.noun),
        _ => format!("The {}", context.noun),
    };
    let rest = finding.text.get(at + first.len()..).unwrap_or_default();
    let with_subject = format!("{subject} {small}{rest}");
    let certain = context.read(with_subject.trim()).body_is_subject == Certainty::Yes;
    match certain {
        true => TextProblem::of_item_certain(
            Rule::NoSubject,
            NO_SUBJECT.to_owned(),
            &finding.text,
            at..at + first.len(),
            format!("{subject} {small}"),
        ),
        false => lacks_subject(context),
    }
}

/// Reports a finding that may lack its subject, where none can be put in for certain.
fn lacks_subject(context: &TextContext) -> TextProblem {
    TextProblem::of_item(
        Rule::NoSubject,
        NO_SUBJECT.to_owned(),
        format!("begin with who it is: \"The {} …\"", context.noun),
    )
}

/// Reports a frame that says the opposite of the finding.
fn frame_against_kind(context: &TextContext, finding: &Finding) -> Option<TextProblem> {
    let tone = context.tones.get(&finding.stance)?;
    let against = match tone {
        Tone::Praise => finding.kind.is_need(),
        Tone::Concern => finding.kind.is_praise(),
    };
    against.then(|| {
        let frame = match tone {
            Tone::Praise => "of praise",
            Tone::Concern => "of concern",
        };
        TextProblem::of_item(
            Rule::FrameAgainstKind,
            format!(
                "is recorded as {}, and its frame \"{}\" is one {frame}",
                finding.kind.title(),
                finding.stance
            ),
            "choose another frame, or look again at what it is",
        )
    })
}

/// Reports progress on what is asked for, and a decline of what is praised.
fn change_against_kind(finding: &Finding) -> Option<TextProblem> {
    let change = match finding.change? {
        Change::Progress if finding.kind.is_need() => "progress",
        Change::Declined if finding.kind.is_praise() => "a decline",
        _ => return None,
    };
    Some(TextProblem::of_item(
        Rule::ChangeAgainstKind,
        format!(
            "is recorded as {}, and as {change} since last year",
            finding.kind.title()
        ),
        "record the change of a finding of the other kind, or look again at what it is",
    ))
}

/// Returns what the scans found, as problems at the findings' present places.
pub(super) fn problems(context: &CheckContext, scans: &[Arc<FindingScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (nth, (finding, scan)) in context.draft.findings.iter().zip(scans).enumerate() {
        let text = Place::Finding(nth, FindingField::Text);
        let of = |found: &TextProblem, text: &Place| {
            let owner = super::context::at(finding);
            found.to_problem(owner, text, |owner| context.named(owner))
        };
        problems.extend(scan.in_text.iter().map(|it| of(it, &text)));
        for (field, found) in &scan.in_ground {
            let text = Place::Finding(nth, *field);
            problems.push(of(found, &text));
        }
        for (at, found) in &scan.in_recommendations {
            let text = Place::Recommendation(nth, *at, RecommendationField::Text);
            problems.push(of(found, &text));
        }
    }
    problems
}
