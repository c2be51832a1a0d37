//! Grades that are spoken, where the framework has words for them: of the whole behind the opening, of
//! pillars and of what is carried over or was not inspected at the head of its paragraph.

use std::sync::Arc;

use super::capitals::{capital_first, lower_known};
use super::context::{ByHand, WeavingContext};
use super::figures::or_missing;
use super::joins::SentenceHead;
use super::read::{ReadSentence, read_sentences};
use super::sentence_draft::source_sentences;
use super::state::{ParagraphState, Side, Turned};
use super::words::{collapse, listed, with_stop};
use super::{Sentence, Source, WeavingRule};
use crate::assessment::{Address, Assessment, Framework, Grade, Heading, Judgment, JudgmentState};
use crate::grammar::Certainty;

/// Returns the sentences on the grade of the whole, and the state after them. `before` is the state after the opening:
/// behind one that names the body they need not name it again, and they turn where the grade does.
pub(super) fn overall_sentences(
    context: &WeavingContext,
    before: &ParagraphState,
) -> Option<(Vec<Arc<Sentence>>, ParagraphState)> {
    let judgments = &context.framework.judgments;
    let grade = context.assessment.overall.grade?;
    if judgments.overall.is_empty() || !context.framework.graded_overall {
        return None;
    }
    let (key, words) = match before.about_body && !judgments.overall_behind.is_empty() {
        true => ("overall-behind", &judgments.overall_behind),
        false => ("overall", &judgments.overall),
    };
    let words = with_grade(context.framework, words, grade);
    let mut sentences = read_sentences(context, &words);
    let mut state = after(&sentences, Some(grade));
    let turns = before.side.is_some() && state.side.is_some() && before.side != state.side;
    let first = sentences.first_mut().filter(|_| turns);
    if let (Some(first), Some(word)) = (first, context.voice.contrast(state.turn)) {
        let text = lower_known(&first.text, first.reading.is_small, context);
        first.text = SentenceHead::Contrast(word).before(&text);
        first.uses.push(context.voice.contrast_source());
        (state.turned, state.just_turned) = (Turned::ByWord, true);
    }
    add_source(&mut sentences, &Address::Field("overall.grade".to_owned()));
    let source = Source::Framework(format!("judgments.{key}"));
    let sentences = source_sentences(
        context,
        "overall.grade",
        &sentences,
        &source,
        Some(WeavingRule::Grade(None)),
    );
    Some((sentences, state))
}

/// Returns the state after these sentences, which say a grade: what comes after it can be a turn.
fn after(sentences: &[ReadSentence], grade: Option<Grade>) -> ParagraphState {
    let side = grade.and_then(|grade| match (grade.is_wanting(), grade.is_below_good()) {
        (true, _) => Some(Side::Need),
        (false, true) => None,
        (false, false) => Some(Side::Praise),
    });
    sentences
        .last()
        .map_or_else(ParagraphState::default, |last| ParagraphState {
            about_body: last.is_about_body(),
            opened_with_it: last.text.starts_with("It "),
            side,
            ..ParagraphState::default()
        })
}

/// Returns the words in which a grade for the whole is spoken by itself: "The Mere Police is adequate at …". `None`
/// where there is no grade, or the framework has no words for it. Hand edits are ignored, so that each of several bodies
/// is spoken of in the same words.
pub fn graded_alone(assessment: &Assessment, framework: &Framework) -> Option<String> {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    let (sentences, _) = overall_sentences(&context, &ParagraphState::default())?;
    let texts: Vec<&str> = sentences.iter().map(|each| each.text.as_str()).collect();
    Some(texts.join(" "))
}

/// Returns the words in which several bodies with the same grade for the whole are spoken of: "The Mere Police
/// and Fen Constabulary are adequate at …". `None` where the framework has no words for it, or nobody is
/// named.
pub fn graded_together(framework: &Framework, grade: Grade, names: &[&str]) -> Option<String> {
    let words = &framework.judgments.overall_many;
    if words.is_empty() || names.is_empty() {
        return None;
    }
    let names: Vec<String> = names.iter().map(|name| collapse(name)).collect();
    let words = with_grade(framework, words, grade).replace("{subjects}", &listed(&names));
    Some(with_stop(capital_first(&collapse(&words))))
}

/// Returns a judgment that several bodies share, in the words of a report, for frameworks that have no sentence for it.
/// `heading` and the names stand as they are given.
pub(super) fn judged(framework: &Framework, heading: &str, grade: Grade, names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| collapse(name)).collect();
    let words = framework.report.judged.replace("{heading}", heading);
    let words = with_grade(framework, &words, grade).replace("{subjects}", &listed(&names));
    with_stop(capital_first(&collapse(&words)))
}

/// A judgment to be spoken, or several that are alike.
struct SpokenJudgment<'a> {
    /// The key of the framework's words.
    key: &'static str,
    words: &'a str,
    judgment: &'a Judgment,
    /// The headings or pillars that were judged.
    headings: Vec<&'a Heading>,
}

/// Returns the sentences at the head of a group's paragraph, and the state after them.
pub(super) fn group_sentences(
    context: &WeavingContext,
    group: usize,
) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let (mut sentences, mut state) = (Vec::new(), ParagraphState::default());
    let words = &context.framework.judgments;
    let all = [&words.pillar, &words.carried_over, &words.not_inspected];
    if all.iter().all(|words| words.is_empty()) {
        return (sentences, state);
    }
    let mut spoken: Vec<SpokenJudgment> = Vec::new();
    for heading in headings_of_group(context.framework, group) {
        let Some(next) = spoken_judgment(context, heading) else {
            continue;
        };
        let alike = |last: &&mut SpokenJudgment| {
            let (a, b) = (last.judgment, next.judgment);
            last.key == next.key && last.key != "pillar" && a.grade == b.grade && a.from == b.from
        };
        match spoken.last_mut().filter(alike) {
            Some(last) => last.headings.push(heading),
            None => spoken.push(next),
        }
    }
    for judgment in &spoken {
        let (more, after) = judgment_sentences(context, judgment);
        sentences.extend(more);
        state = after;
    }
    (sentences, state)
}

/// Returns the pillars that a group opens, each before the headings of the group.
fn headings_of_group(framework: &Framework, group: usize) -> Vec<&Heading> {
    let headings = |ids: &[String]| -> Vec<&Heading> {
        let headings = ids.iter().filter_map(|id| framework.heading(id));
        headings.collect()
    };
    let before = framework.plan.get(..group).unwrap_or_default();
    let earlier: Vec<&Heading> = before.iter().flat_map(|ids| headings(ids)).collect();
    let own = framework
        .plan
        .get(group)
        .map_or_else(Vec::new, |ids| headings(ids));
    let opened = framework.pillars.iter().filter(|pillar| {
        let of_it = |heading: &&Heading| heading.pillar == pillar.id;
        own.iter().any(&of_it) && !earlier.iter().any(of_it)
    });
    opened.chain(own.iter().copied()).collect()
}

/// Returns the judgment of a heading or pillar, if it is one that is spoken.
fn spoken_judgment<'a>(
    context: &WeavingContext<'a>,
    heading: &'a Heading,
) -> Option<SpokenJudgment<'a>> {
    let framework = context.framework;
    let judgment = context.assessment.grades.get(&heading.id)?;
    // What is said of a pillar is not said again of each of its headings.
    let pillar = context.assessment.grades.get(&heading.pillar);
    if pillar.is_some_and(|it| {
        it.state.is_some() && it.state == judgment.state && it.from == judgment.from
    }) {
        return None;
    }
    let is_pillar = framework.heading(&heading.id).is_none();
    let (key, words) = match (judgment.state, judgment.grade) {
        (Some(JudgmentState::CarriedOver), Some(_)) => {
            ("carried-over", &framework.judgments.carried_over)
        }
        (Some(JudgmentState::NotInspected), _) => {
            ("not-inspected", &framework.judgments.not_inspected)
        }
        (None, Some(_)) if is_pillar && context.voice.pillar_grades => {
            ("pillar", &framework.judgments.pillar)
        }
        _ => return None,
    };
    (!words.is_empty()).then(|| SpokenJudgment {
        key,
        words,
        judgment,
        headings: vec![heading],
    })
}

fn judgment_sentences(
    context: &WeavingContext,
    spoken_judgment: &SpokenJudgment,
) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let headings = spoken_judgment.headings.iter();
    let topics: Vec<String> = headings.clone().map(|it| topic(context, it)).collect();
    let many = &context.framework.judgments.carried_over_many;
    let (key, words) = match (spoken_judgment.key, topics.as_slice()) {
        ("carried-over", [_, _, ..]) if !many.is_empty() => ("carried-over-many", many.as_str()),
        (key, _) => (key, spoken_judgment.words),
    };
    let mut words = words.replace("{topic}", &listed(&topics));
    words = words.replace("{from}", &or_missing(&spoken_judgment.judgment.from));
    if let Some(grade) = spoken_judgment.judgment.grade {
        words = with_grade(context.framework, &words, grade);
    }
    let mut sentences = read_sentences(context, &words);
    let state = after(&sentences, spoken_judgment.judgment.grade);
    let ids: Vec<&str> = headings.map(|heading| heading.id.as_str()).collect();
    for id in &ids {
        add_source(&mut sentences, &Address::Judgment((*id).to_owned()));
    }
    let source = Source::Framework(format!("judgments.{key}"));
    let key = format!("grades.{}", ids.join("+"));
    let rule = WeavingRule::Grade(spoken_judgment.judgment.state);
    let sentences = source_sentences(context, &key, &sentences, &source, Some(rule));
    (sentences, state)
}

/// Returns what a heading is called inside a sentence.
pub(super) fn topic(context: &WeavingContext, heading: &Heading) -> String {
    match heading.topic.is_empty() {
        // A title is no sentence: only a word that is surely a name has its capital by itself.
        true => match context.read(&heading.title).is_small {
            Certainty::No => heading.title.clone(),
            _ => lower_known(&heading.title, Certainty::Yes, context),
        },
        false => heading.topic.clone(),
    }
}

/// Puts a grade's words into others.
pub(super) fn with_grade(framework: &Framework, words: &str, grade: Grade) -> String {
    let Some(point) = framework.scale_point(grade) else {
        // The check reports a grade that the scale lacks; its plain word keeps the sentence whole.
        let word = grade.word();
        let names = ["{grade}", "{is-grade}", "{are-grade}"];
        return names
            .iter()
            .fold(words.to_owned(), |text, name| text.replace(name, word));
    };
    words
        .replace("{grade}", &point.words)
        .replace("{is-grade}", &point.is)
        .replace("{are-grade}", &point.are)
}

/// Adds an address of the draft to what the sentences are made of.
fn add_source(sentences: &mut [ReadSentence], address: &Address) {
    for sentence in sentences {
        sentence.uses.push(Source::Draft(address.clone()));
    }
}

#[cfg(test)]
mod tests;
