//! One finding as a clause: its subject, its "also" and its frame.

use super::capitals::lower_first;
use super::plan::{Framed, Unit};
use super::read::{ReadSentence, SentenceSubject};
use super::voice::Voice;
use super::words::{
    also_in_predicate, also_in_sentence, has_also, infinitive, with_stop, without_stop,
};
use super::{Source, WeavingRule};
use crate::assessment::{Change, Refer};

/// The demands that a place in a paragraph makes on a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClauseRequest {
    /// True where the body is "it" unless the author asks for another name.
    pub(super) it: bool,
    /// True where "also" is wanted.
    pub(super) also: bool,
}

/// A finding's first sentence, ready to stand inside a sentence: no capital but those that words
/// have of their own.
#[derive(Debug)]
pub(super) struct Clause {
    pub(super) text: String,
    /// The rules that shaped it.
    pub(super) rules: Vec<WeavingRule>,
    /// The fields, figures and framework words that it is made of.
    pub(super) uses: Vec<Source>,
    /// True where the body is its subject.
    pub(super) about_body: bool,
    /// True where it opens with "it".
    pub(super) opens_with_it: bool,
}

/// Returns the name of the body in a clause, and the field that it comes from.
fn name(
    voice: &Voice,
    subject: SentenceSubject,
    refer: Option<Refer>,
    it: bool,
) -> (String, Option<Source>) {
    let chosen = match refer {
        Some(refer) => refer,
        None if it => Refer::It,
        None if subject == SentenceSubject::Name => Refer::Name,
        None => Refer::Noun,
    };
    match chosen {
        Refer::It => ("it".to_owned(), None),
        Refer::Noun => (
            format!("the {}", voice.noun()),
            Some(Source::Field("subject.noun".to_owned())),
        ),
        Refer::Name => {
            let (name, source) = voice.spoken_name();
            (name, Some(source))
        }
    }
}

/// Makes a clause of a finding's first sentence.
pub(super) fn speak(
    voice: &Voice,
    unit: &Unit,
    piece: &ReadSentence,
    asked: ClauseRequest,
) -> Clause {
    let frame = match unit.framed {
        Framed::Clause(at) | Framed::Phrase(at) => voice.framework.frames.get(at),
        Framed::No | Framed::Spent(_) => None,
    };
    let mut clause = Clause {
        text: String::new(),
        rules: Vec::new(),
        uses: piece.uses.clone(),
        about_body: piece.is_about_body() && !matches!(unit.framed, Framed::Phrase(_)),
        opens_with_it: false,
    };
    if piece
        .uses
        .iter()
        .any(|source| matches!(source, Source::Figure(_)))
    {
        clause.rules.push(WeavingRule::Figure);
    }
    let wants_also = asked.also && !has_also(&piece.text);
    let also_here = wants_also && frame.is_none();
    core(
        voice,
        unit,
        piece,
        ClauseRequest {
            also: also_here,
            ..asked
        },
        &mut clause,
    );
    changed(voice, unit, &mut clause);
    if let Some(frame) = frame {
        clause.opens_with_it = false;
        clause.rules.push(WeavingRule::Frame);
        clause
            .uses
            .push(Source::Framework(format!("frame.{}", frame.id)));
        let slot = ["{clause}", "{phrase}"]
            .into_iter()
            .find_map(|slot| frame.words.split_once(slot));
        let (before, after) = slot.unwrap_or((&frame.words, ""));
        let (before, after) = (voice.fill(before), voice.fill(after));
        clause.uses.extend(before.uses);
        clause.uses.extend(after.uses);
        let before = lower_first(&before.text, voice);
        let wants_also = wants_also && !has_also(&before);
        let also = wants_also.then(|| also_in_frame(&before)).flatten();
        if also.is_some() {
            clause.rules.push(WeavingRule::Addition);
        }
        let before = also.unwrap_or(before);
        let gap = if before.is_empty() || before.ends_with(' ') {
            ""
        } else {
            " "
        };
        // The clause gives up its full stop to the words that follow it, and takes it back at the end.
        let said = without_stop(&clause.text);
        clause.text = with_stop(format!("{before}{gap}{said}{}", after.text));
    }
    if let Framed::Spent(_) = unit.framed {
        clause.rules.push(WeavingRule::FrameSpent);
    }
    clause
}

/// Writes the finding's own words into the clause: a subject and its predicate, or the whole.
fn core(
    voice: &Voice,
    unit: &Unit,
    piece: &ReadSentence,
    asked: ClauseRequest,
    clause: &mut Clause,
) {
    if !clause.about_body {
        let text = lower_first(&piece.text, voice);
        let also = asked.also.then(|| also_in_sentence(&text)).flatten();
        if also.is_some() {
            clause.rules.push(WeavingRule::Addition);
        }
        clause.text = also.unwrap_or(text);
        return;
    }
    let (subject, source) = name(voice, piece.subject, unit.finding.refer, asked.it);
    clause.opens_with_it = subject == "it";
    clause.uses.extend(source);
    let predicate = piece.predicate();
    let going_on = going_on(voice, unit, predicate);
    if going_on.is_some() {
        clause.rules.push(WeavingRule::Change);
        clause
            .uses
            .push(Source::Framework("changes.continues".to_owned()));
    }
    let typed_len = piece.text.len() - predicate.len();
    let typed = piece.text.get(..typed_len).unwrap_or_default().trim_end();
    if !typed.eq_ignore_ascii_case(&subject) {
        clause.rules.push(WeavingRule::Subject);
    }
    let predicate = going_on.as_deref().unwrap_or(predicate);
    clause.text = if asked.also {
        clause.rules.push(WeavingRule::Addition);
        format!("{subject} {}", also_in_predicate(predicate))
    } else {
        format!("{subject} {predicate}")
    };
}

/// Returns what the body continues to do, where the finding records that it does and its verb has an infinitive:
/// "listens to victims" → "continues to listen to victims".
fn going_on(voice: &Voice, unit: &Unit, predicate: &str) -> Option<String> {
    let words = &voice.framework.changes.continues;
    let goes_on = unit.finding.change == Some(Change::Continues) && !words.is_empty();
    let infinitive = goes_on.then(|| infinitive(predicate)).flatten()?;
    let (before, after) = words.split_once("{infinitive}")?;
    let (before, after) = (voice.fill(before).text, voice.fill(after).text);
    let said = without_stop(&infinitive);
    let gap = |text: &str| if text.is_empty() { "" } else { " " };
    Some(with_stop(format!(
        "{}{}{said}{}",
        before.trim_end(),
        gap(&before),
        after.trim_end()
    )))
}

/// Puts the change since the last inspection that the finding records around the clause, in the framework's
/// words. A verb that is gone on with has said so already.
fn changed(voice: &Voice, unit: &Unit, clause: &mut Clause) {
    let words = &voice.framework.changes;
    let (key, words) = match unit.finding.change {
        Some(Change::Progress) => ("progress", &words.progress),
        Some(Change::Declined) => ("declined", &words.declined),
        Some(Change::Continues) if !clause.rules.contains(&WeavingRule::Change) => {
            ("as-before", &words.as_before)
        }
        _ => return,
    };
    // A noun phrase says nothing by itself that could have changed.
    if matches!(unit.framed, Framed::Phrase(_)) {
        return;
    }
    let Some((before, after)) = words.split_once("{clause}") else {
        return;
    };
    let (before, after) = (voice.fill(before), voice.fill(after));
    clause.uses.extend(before.uses);
    clause.uses.extend(after.uses);
    clause
        .uses
        .push(Source::Framework(format!("changes.{key}")));
    clause.rules.push(WeavingRule::Change);
    clause.opens_with_it = false;
    let gap = if before.text.is_empty() || before.text.ends_with(' ') {
        ""
    } else {
        " "
    };
    let said = without_stop(&clause.text);
    let before = lower_first(&before.text, voice);
    clause.text = with_stop(format!("{before}{gap}{said}{}", after.text));
}

/// Puts "also" into a frame: "I am also concerned that", "I also welcome".
fn also_in_frame(before: &str) -> Option<String> {
    match before.strip_prefix("I ") {
        Some(predicate) => Some(format!("I {}", also_in_predicate(predicate))),
        None => also_in_sentence(before),
    }
}
