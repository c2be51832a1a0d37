//! Grades that are spoken, where the framework has words for them: of the whole behind the opening, of
//! pillars and of what is carried over or was not inspected at the head of its paragraph.

use std::sync::Arc;

use super::capitals::{capital_first, lower_first};
use super::front::spoken;
use super::read::{ReadSentence, pieces};
use super::sentence::ParagraphState;
use super::voice::{ByHand, Voice};
use super::words::{collapse, with_stop};
use super::{Sentence, Source, WeavingRule};
use crate::assessment::{Assessment, Framework, Grade, Heading, Judgment, JudgmentState};

/// The mark for a year that nobody has written yet.
const MISSING: &str = super::figures::MISSING;

/// Returns the sentences on the grade of the whole, and the state after them.
pub(super) fn of_the_whole(voice: &Voice) -> Option<(Vec<Arc<Sentence>>, ParagraphState)> {
    let words = &voice.framework.judgments.overall;
    let grade = voice.assessment.overall.grade?;
    if words.is_empty() || !voice.framework.graded_overall {
        return None;
    }
    let words = with_grade(voice.framework, words, grade);
    let mut pieces = pieces(voice, &words);
    let state = after(&pieces);
    stand_on(&mut pieces, "overall.grade");
    let source = Source::Framework("judgments.overall".to_owned());
    let sentences = spoken(
        voice,
        "overall.grade",
        &pieces,
        &source,
        Some(WeavingRule::Grade),
    );
    Some((sentences, state))
}

/// Returns the state after these sentences.
fn after(pieces: &[ReadSentence]) -> ParagraphState {
    pieces
        .last()
        .map_or_else(ParagraphState::default, |last| ParagraphState {
            about_body: last.is_about_body(),
            opened_with_it: last.text.starts_with("It "),
            ..ParagraphState::default()
        })
}

/// Returns the words in which a grade for the whole is spoken by itself: "The Mere Police is adequate at …". `None`
/// where there is no grade, or the framework has no words for it. Hand edits are left out: one for several bodies would
/// not fit each of them.
pub fn graded_alone(assessment: &Assessment, framework: &Framework) -> Option<String> {
    let by_hand = ByHand::new();
    let voice = Voice::new(assessment, framework, &by_hand);
    let (sentences, _) = of_the_whole(&voice)?;
    let said: Vec<&str> = sentences.iter().map(|each| each.text.as_str()).collect();
    Some(said.join(" "))
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

/// Returns a judgment that several bodies share, in the words of a report: for frameworks that have no sentence for it.
/// `heading` and the names stand as they are given.
pub(super) fn judged(framework: &Framework, heading: &str, grade: Grade, names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| collapse(name)).collect();
    let words = framework.report.judged.replace("{heading}", heading);
    let words = with_grade(framework, &words, grade).replace("{subjects}", &listed(&names));
    with_stop(capital_first(&collapse(&words)))
}

/// A judgment to be spoken, or several that are alike.
struct Saying<'a> {
    /// The key of the framework's words.
    part: &'static str,
    words: &'a str,
    judgment: &'a Judgment,
    /// The headings or pillars that were judged.
    of: Vec<&'a Heading>,
}

/// Returns the sentences at the head of a group's paragraph, and the state after them.
pub(super) fn of_group(voice: &Voice, group: usize) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let (mut sentences, mut state) = (Vec::new(), ParagraphState::default());
    let words = &voice.framework.judgments;
    let all = [&words.pillar, &words.carried_over, &words.not_inspected];
    if all.iter().all(|words| words.is_empty()) {
        return (sentences, state);
    }
    let mut sayings: Vec<Saying> = Vec::new();
    for judged in heard(voice.framework, group) {
        let Some(next) = saying(voice, judged) else {
            continue;
        };
        let alike = |last: &&mut Saying| {
            let (a, b) = (last.judgment, next.judgment);
            last.part == next.part
                && last.part != "pillar"
                && a.grade == b.grade
                && a.from == b.from
        };
        match sayings.last_mut().filter(alike) {
            Some(last) => last.of.push(judged),
            None => sayings.push(next),
        }
    }
    for said in &sayings {
        let (more, known) = say(voice, said);
        sentences.extend(more);
        state = known;
    }
    (sentences, state)
}

/// Returns the pillars that a group opens, each before the headings of the group.
fn heard(framework: &Framework, group: usize) -> Vec<&Heading> {
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

fn saying<'a>(voice: &Voice<'a>, judged: &'a Heading) -> Option<Saying<'a>> {
    let framework = voice.framework;
    let judgment = voice.assessment.grades.get(&judged.id)?;
    // What is said of a pillar is not said again of each of its headings.
    let pillar = voice.assessment.grades.get(&judged.pillar);
    if pillar.is_some_and(|it| {
        it.state.is_some() && it.state == judgment.state && it.from == judgment.from
    }) {
        return None;
    }
    let is_pillar = framework.heading(&judged.id).is_none();
    let (part, words) = match (judgment.state, judgment.grade) {
        (Some(JudgmentState::CarriedOver), Some(_)) => {
            ("carried-over", &framework.judgments.carried_over)
        }
        (Some(JudgmentState::NotInspected), _) => {
            ("not-inspected", &framework.judgments.not_inspected)
        }
        (None, Some(_)) if is_pillar => ("pillar", &framework.judgments.pillar),
        _ => return None,
    };
    (!words.is_empty()).then(|| Saying {
        part,
        words,
        judgment,
        of: vec![judged],
    })
}

fn say(voice: &Voice, said: &Saying) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let topics: Vec<String> = said.of.iter().map(|judged| topic(voice, judged)).collect();
    let from = match collapse(&said.judgment.from) {
        from if from.is_empty() => MISSING.to_owned(),
        from => from,
    };
    let mut words = said.words.replace("{topic}", &listed(&topics));
    words = words.replace("{from}", &from);
    if let Some(grade) = said.judgment.grade {
        words = with_grade(voice.framework, &words, grade);
    }
    let mut pieces = pieces(voice, &words);
    let state = after(&pieces);
    let ids: Vec<&str> = said.of.iter().map(|judged| judged.id.as_str()).collect();
    for id in &ids {
        stand_on(&mut pieces, &format!("grades.{id}"));
    }
    let key = format!("grades.{}", ids.join("+"));
    let source = Source::Framework(format!("judgments.{}", said.part));
    let sentences = spoken(voice, &key, &pieces, &source, Some(WeavingRule::Grade));
    (sentences, state)
}

fn topic(voice: &Voice, judged: &Heading) -> String {
    match judged.topic.is_empty() {
        true => lower_first(&judged.title, voice),
        false => judged.topic.clone(),
    }
}

/// Puts a grade's words into others.
fn with_grade(framework: &Framework, words: &str, grade: Grade) -> String {
    let Some(point) = framework.scale_point(grade) else {
        // A grade that the scale lacks is told by the check; its plain word keeps the sentence whole.
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

fn stand_on(pieces: &mut [ReadSentence], field: &str) {
    for piece in pieces {
        piece.uses.push(Source::Field(field.to_owned()));
    }
}

/// Returns "one", "one and two", "one, two and three".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests;
