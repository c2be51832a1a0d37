//! The sentences that are no finding's: title, greeting, the opening rung and the look-ahead.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::capitals::{capital_first, lower_first};
use super::read::{ReadSentence, pieces, says};
use super::sentence::{ParagraphState, SentenceDraft, figure_rule};
use super::voice::Voice;
use super::words::{collapse, with_stop, without_stop};
use super::{Reason, Sentence, Source, Unspoken, WeavingRule, grades};
use crate::assessment::{Address, List, Rung};

/// The title line; it takes no full stop.
pub(super) fn title(voice: &Voice) -> Option<Arc<Sentence>> {
    let (text, source) = own_or_framework(
        (&voice.assessment.statement.title, "statement.title"),
        (&voice.framework.words.title, "title"),
    );
    let filled = voice.fill(&text);
    (!filled.text.is_empty()).then(|| {
        let mut draft = SentenceDraft::new("title");
        draft.rules = figure_rule(&filled.uses);
        draft.say(&filled.text, source);
        draft.stand(filled.uses);
        Arc::new(draft.finish(voice))
    })
}

/// The greeting, a sentence at a time.
pub(super) fn greeting(voice: &Voice) -> Vec<Arc<Sentence>> {
    let (text, source) = own_or_framework(
        (&voice.assessment.statement.greeting, "statement.greeting"),
        (&voice.framework.words.greeting, "greeting"),
    );
    spoken(voice, "greeting", &pieces(voice, &text), &source, None)
}

/// The opening rung, and what the sentence after it must know.
fn rung(voice: &Voice) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let stance = voice.assessment.overall.stance.as_str();
    let Some(rung) = voice.framework.rung(stance) else {
        return (Vec::new(), ParagraphState::default());
    };
    let source = Source::Framework(format!("ladder.{}", rung.id));
    let mut pieces = pieces(voice, &rung.words);
    for piece in &mut pieces {
        piece.uses.push(Source::field("overall.stance"));
    }
    let rule = Some(WeavingRule::Ladder);
    let sentences = spoken(voice, "overall.stance", &pieces, &source, rule);
    let state = ParagraphState {
        about_body: rung.about_body && !sentences.is_empty(),
        ..ParagraphState::default()
    };
    (sentences, state)
}

/// How the statement opens: the rung, then the grade of the whole where that is spoken.
pub(super) fn opening(voice: &Voice) -> (Vec<Arc<Sentence>>, ParagraphState) {
    let (mut sentences, mut state) = rung(voice);
    if let Some((graded, after)) = grades::of_the_whole(voice) {
        sentences.extend(graded);
        state = after;
    }
    (sentences, state)
}

/// The words of a rung.
pub(super) fn rung_words(voice: &Voice, rung: &Rung) -> String {
    let pieces = pieces(voice, &rung.words);
    let sentences: Vec<String> = pieces
        .iter()
        .map(|piece| capital_first(&piece.text))
        .collect();
    sentences.join(" ")
}

/// What the inspector will look at next, and what is left out of it.
pub(super) fn look_ahead(voice: &Voice) -> (Vec<Arc<Sentence>>, Vec<Unspoken>) {
    let words = &voice.framework.look_ahead;
    let mut sentences = Vec::new();
    let mut unspoken = Vec::new();
    let mut said = BTreeMap::new();
    for item in &voice.assessment.outlook {
        let source = Source::item(List::Outlook, &item.id);
        let read = pieces(voice, &item.text);
        let says = says(&read);
        let reason = match (read.first(), said.get(&says)) {
            (None, _) => Reason::Empty,
            (_, Some(first)) => Reason::SaidBy(String::clone(first)),
            _ if said.len() >= words.most => Reason::TooMany,
            (Some(first), None) => {
                let frame = if said.is_empty() {
                    &words.first
                } else {
                    &words.next
                };
                let mut read_aloud = vec![in_frame(voice, frame, first)];
                read_aloud.extend(read.into_iter().skip(1));
                said.insert(says, item.id.clone());
                let key = Address::look_ahead_key(&item.id);
                let rule = Some(WeavingRule::LookAhead);
                sentences.extend(spoken(voice, &key, &read_aloud, &source, rule));
                continue;
            }
        };
        unspoken.push(Unspoken { source, reason });
    }
    (sentences, unspoken)
}

/// An item in the words of the look-ahead.
fn in_frame(voice: &Voice, frame: &str, item: &ReadSentence) -> ReadSentence {
    let said = lower_first(without_stop(&item.text), voice);
    let (before, after) = frame.split_once("{item}").unwrap_or((frame, ""));
    let gap = if before.is_empty() || before.ends_with(' ') {
        ""
    } else {
        " "
    };
    let (before, after) = (voice.fill(before), voice.fill(after));
    let text = with_stop(format!("{}{gap}{said}{}", before.text, after.text));
    let mut uses = item.uses.clone();
    uses.extend(before.uses);
    uses.extend(after.uses);
    uses.push(Source::Framework("look-ahead".to_owned()));
    ReadSentence::whole(text, uses)
}

/// The draft's own words, or the framework's.
fn own_or_framework(own: (&str, &str), framework: (&str, &str)) -> (String, Source) {
    let text = collapse(own.0);
    if text.is_empty() {
        let source = Source::Framework(framework.1.to_owned());
        (collapse(framework.0), source)
    } else {
        (text, Source::field(own.1))
    }
}

/// Sentences that one source speaks, keyed `key`, `key.2`, `key.3` …
pub(super) fn spoken(
    voice: &Voice,
    key: &str,
    pieces: &[ReadSentence],
    source: &Source,
    rule: Option<WeavingRule>,
) -> Vec<Arc<Sentence>> {
    let sentence = |(nth, piece): (usize, &ReadSentence)| {
        let mut draft = match nth {
            0 => SentenceDraft::new(key),
            _ => SentenceDraft::new(&format!("{key}.{}", nth + 1)),
        };
        draft.rules.extend(rule);
        draft.rules.extend(figure_rule(&piece.uses));
        draft.say(&capital_first(&piece.text), source.clone());
        draft.stand(piece.uses.iter().cloned());
        Arc::new(draft.finish(voice))
    };
    pieces.iter().enumerate().map(sentence).collect()
}
