//! The sentences that come from no finding: title, greeting, opening and what stands at the end: monitoring, look-ahead
//! and closing.

use std::collections::HashMap;
use std::sync::Arc;

use super::by_hand::hash;
use super::capitals::{capital_first, lower_known};
use super::context::{ByHand, CONCERNS, WeavingContext, spoken_concerns};
use super::openings;
use super::plan::PlacedFinding;
use super::read::{ReadSentence, normalized, read_sentences, whole_sentences};
use super::sentence_draft::{SentenceDraft, figure_rule, source_sentences};
use super::state::{ParagraphState, Side};
use super::words::{collapse, in_words};
use super::{Reason, Sentence, Source, Unspoken, WeavingRule, grades};
use crate::assessment::{
    Address, Assessment, Closing, Finding, Framework, List, MonitoringStage, Rung,
};
use crate::grammar::Certainty;

/// The last sentences of the draft's own: their field, and the key of the first.
const ENDING: &str = "statement.ending";

/// Returns the title line; it takes no full stop.
pub(super) fn title(context: &WeavingContext) -> Option<Arc<Sentence>> {
    let (text, source) = own_or_framework(
        context,
        (&context.assessment.statement.title, "statement.title"),
        (context.voice.title, "title"),
    );
    let filled = context.fill(&text);
    (!filled.text.is_empty()).then(|| {
        let mut draft = SentenceDraft::new("title");
        draft.rules = figure_rule(&filled.uses);
        draft.add_words(&filled.text, source);
        draft.add_sources(filled.uses);
        Arc::new(draft.finish(context))
    })
}

/// Returns the sentences of the greeting.
pub(super) fn greeting(context: &WeavingContext) -> Vec<Arc<Sentence>> {
    let (text, source) = own_or_framework(
        context,
        (&context.assessment.statement.greeting, "statement.greeting"),
        (context.voice.greeting, "greeting"),
    );
    source_sentences(
        context,
        "greeting",
        &whole_sentences(context, &text),
        &source,
        None,
    )
}

/// Returns the sentences of the opening rung, and the state after them. The last is left to `first`, the finding that
/// comes next, where that takes it into its own.
fn rung(
    context: &WeavingContext,
    first: Option<&PlacedFinding>,
) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let Some(rung) = openings::chosen(context) else {
        return (Vec::new(), ParagraphState::default());
    };
    let mut read = openings::read_chosen(context, rung);
    let taken = openings::takes(context, first)
        .then(|| read.pop())
        .flatten();
    let (source, rule) = (openings::source(rung), Some(WeavingRule::Ladder));
    let sentences = source_sentences(context, openings::KEY, &read, &source, rule);
    let state = ParagraphState {
        about_body: rung.about_body && !sentences.is_empty(),
        side: rung.tone.map(Side::from),
        opening: taken.map_or(0, |last| hash(&last.text)),
        ..ParagraphState::default()
    };
    (sentences, state)
}

/// Returns the opening: the rung, then the grade of the whole where that is spoken; and the state after it. `first` is
/// the finding that comes next.
pub(super) fn opening(
    context: &WeavingContext,
    first: Option<&PlacedFinding>,
) -> (Vec<Arc<Sentence>>, ParagraphState) {
    if context.assessment.overall.grade.is_none() {
        return rung(context, first);
    }
    let (mut sentences, mut before) = rung(context, None);
    // Whoever has written the opening by hand may have left the body out.
    let last = sentences.last();
    before.about_body &= last.is_some_and(|it| context.names_body(&it.text));
    match grades::overall_sentences(context, &before) {
        None => rung(context, first),
        Some((graded, after)) => {
            sentences.extend(graded);
            (sentences, after)
        }
    }
}

/// Returns the words of a rung in this form.
pub(super) fn rung_words(context: &WeavingContext, rung: &Rung, form: &str) -> String {
    spoken_words(context, rung.wording(form))
}

/// Returns words of the framework as they are spoken by themselves.
fn spoken_words(context: &WeavingContext, words: &str) -> String {
    let read = whole_sentences(context, &context.voice.speak(words));
    let sentences: Vec<String> = read
        .iter()
        .map(|sentence| capital_first(&sentence.text))
        .collect();
    sentences.join(" ")
}

/// Returns the sentences at the end, and the items of the look-ahead that are left out.
pub(super) fn end(context: &WeavingContext) -> (Vec<Arc<Sentence>>, Vec<Unspoken>) {
    let framework = context.framework;
    let mut sentences = Vec::new();
    let stage = framework.stage(&context.assessment.monitoring.stage);
    if let Some(stage) = stage {
        let source = Source::Framework(format!("monitoring.{}", stage.id));
        let chosen = ("monitoring.stage", WeavingRule::Monitoring);
        sentences = chosen_words(context, chosen, stage_words(context, stage), &source);
    }
    let (items, unspoken) = look_ahead(context);
    sentences.extend(items);
    let closing = framework.closing(&context.assessment.statement.closing);
    if let Some(closing) = closing {
        let source = Source::Framework(format!("closings.{}", closing.id));
        let chosen = ("statement.closing", WeavingRule::Closing);
        sentences.extend(chosen_words(context, chosen, &closing.words, &source));
    }
    let read = whole_sentences(context, &collapse(&context.assessment.statement.ending));
    let source = Source::field(ENDING);
    sentences.extend(source_sentences(context, ENDING, &read, &source, None));
    (sentences, unspoken)
}

/// Returns the words of a stage: others where it names the causes of concern and there are none.
fn stage_words<'a>(context: &WeavingContext, stage: &'a MonitoringStage) -> &'a str {
    let names_concerns = stage.words.contains(&format!("{{{CONCERNS}}}"));
    // One about the whole has no subject that could be named.
    let headings = &context.framework.headings;
    let is_of_one = |it: &Finding| headings.iter().any(|heading| heading.id == it.heading);
    match names_concerns && !spoken_concerns(context.assessment).any(is_of_one) {
        true => &stage.words_without_concern,
        false => &stage.words,
    }
}

/// Returns the sentences of words of the framework that a field of the draft chose.
fn chosen_words(
    context: &WeavingContext,
    (field, rule): (&str, WeavingRule),
    words: &str,
    source: &Source,
) -> Vec<Arc<Sentence>> {
    let mut read = whole_sentences(context, &context.voice.speak(words));
    for sentence in &mut read {
        sentence.uses.push(Source::field(field));
    }
    source_sentences(context, field, &read, source, Some(rule))
}

/// Returns the words with which a closing would end this statement.
pub fn closing_words(assessment: &Assessment, framework: &Framework, closing: &Closing) -> String {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    spoken_words(&context, &closing.words)
}

/// Returns the words with which the stage in which a body is monitored is spoken; empty where it is not.
pub fn monitoring_words(assessment: &Assessment, framework: &Framework, stage: &str) -> String {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    let stage = framework.stage(stage);
    spoken_words(
        &context,
        stage.map_or("", |stage| stage_words(&context, stage)),
    )
}

/// Returns the sentences of the look-ahead, and the items that are left out.
fn look_ahead(context: &WeavingContext) -> (Vec<Arc<Sentence>>, Vec<Unspoken>) {
    let words = &context.framework.look_ahead;
    let mut sentences = Vec::new();
    let mut unspoken = Vec::new();
    let mut spoken_by = HashMap::new();
    for item in &context.assessment.outlook {
        let source = Source::item(List::Outlook, &item.id);
        let read = read_sentences(context, &item.text);
        let text = normalized(&read, None);
        let reason = match (read.first(), spoken_by.get(&text)) {
            (None, _) => Reason::Empty,
            (_, Some(first)) => Reason::SaidBy(String::clone(first)),
            _ if spoken_by.len() >= words.most => Reason::TooMany,
            (Some(first), None) => {
                let [first_words, next_words] = context.voice.look_ahead;
                let frame = if spoken_by.is_empty() {
                    first_words
                } else {
                    next_words
                };
                let frame = &context.voice.speak(frame);
                let fits = fits_look_ahead(first);
                let (mut read_aloud, rule) = match fits {
                    true => (
                        vec![in_frame(context, frame, first)],
                        WeavingRule::LookAhead,
                    ),
                    false => (Vec::new(), WeavingRule::FrameUnfit),
                };
                read_aloud.extend(read.into_iter().skip(usize::from(fits)));
                spoken_by.insert(text, item.id.clone());
                let key = Address::look_ahead_key(&item.id);
                let rule = Some(rule);
                sentences.extend(source_sentences(context, &key, &read_aloud, &source, rule));
                continue;
            }
        };
        unspoken.push(Unspoken { source, reason });
    }
    (sentences, unspoken)
}

/// Returns true where an item is something that can be looked at: no infinitive, question or demand, and no statement,
/// which "how" and its like make one of.
fn fits_look_ahead(item: &ReadSentence) -> bool {
    let reading = &item.reading;
    let states = item.is_about_body() || reading.is_clause == Certainty::Yes;
    !states && !reading.is_request && !reading.is_question && !reading.opens_with_infinitive
}

/// Returns an item in the words of the look-ahead.
fn in_frame(context: &WeavingContext, frame: &str, item: &ReadSentence) -> ReadSentence {
    let (before, after) = frame.split_once("{item}").unwrap_or((frame, ""));
    let (before, after) = (context.fill(before), context.fill(after));
    let item_text = lower_known(&item.text, item.reading.is_small, context);
    let text = in_words(&before.text, &item_text, &after.text);
    let mut uses = item.uses.clone();
    uses.extend(before.uses);
    uses.extend(after.uses);
    uses.push(Source::Framework("look-ahead".to_owned()));
    ReadSentence::whole(text, uses)
}

/// Returns the draft's own words, or the framework's.
fn own_or_framework(
    context: &WeavingContext,
    own: (&str, &str),
    framework: (&str, &str),
) -> (String, Source) {
    let text = collapse(own.0);
    if text.is_empty() {
        let source = Source::Framework(framework.1.to_owned());
        (collapse(&context.voice.speak(framework.0)), source)
    } else {
        (text, Source::field(own.1))
    }
}
