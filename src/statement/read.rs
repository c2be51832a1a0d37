//! Texts as sentences, each of them a subject with its predicate, or a whole.
//!
//! A reading depends on the finding, the body's names and the values that it names, and on nothing
//! around it. So it can be kept until one of these changes.

use std::sync::Arc;

use super::context::WeavingContext;
use super::split;
use super::words::{bare_word, collapse, count, first_word, with_stop};
use super::{Reason, Source, by_hand::hash};
use crate::assessment::{Complement, Finding, Reads, Refer, Tone};
use crate::grammar::{self, Certainty, ContentForm, Reading, Typed};

/// The way in which a sentence names the body that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentenceSubject {
    /// It does not open with the body: it is kept whole, as typed.
    Whole,
    /// "The force".
    Noun,
    /// The body's name.
    Name,
    /// "It", where the author says that this is the body: one that was only typed may be any thing, or all that was said.
    It,
}

/// How certain it must be that the body is the subject of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Certain.
    Certain,
    /// Not excluded: the author asks for a name of the body.
    Likely,
    /// The author says that it is.
    Always,
    /// The author says that it is not.
    Never,
}

impl Trust {
    fn of(finding: &Finding) -> Self {
        match (finding.reads, finding.refer) {
            (Some(Reads::Body), _) => Self::Always,
            (Some(Reads::Whole), _) => Self::Never,
            (None, Some(refer)) if refer.names_body() => Self::Likely,
            (None, _) => Self::Certain,
        }
    }
}

/// A sentence as it was read.
#[derive(Debug)]
pub(super) struct ReadSentence {
    /// The words as typed, with values, a full stop and a subject put in.
    pub(super) text: String,
    /// The way in which it names the body.
    pub(super) subject: SentenceSubject,
    /// True where no subject was typed, and the text has one that was put in.
    pub(super) is_supplied: bool,
    /// All that is known of it.
    pub(super) reading: Reading,
    /// The fields, figures and framework words that were put in.
    pub(super) uses: Vec<Source>,
}

impl ReadSentence {
    pub(super) fn new(context: &WeavingContext, raw: &str, last: bool, trust: Trust) -> Self {
        let filled = context.fill(raw);
        let text = if last {
            with_stop(filled.text)
        } else {
            filled.text
        };
        let (mut text, mut is_supplied) = (text, false);
        let (mut subject, mut reading) = read_subject(context, &text, trust);
        if let Some(with_subject) = with_subject(context, &text, &reading, trust) {
            let read = read_subject(context, &with_subject, trust);
            if read.0 == SentenceSubject::Noun {
                (subject, reading) = read;
                (text, is_supplied) = (with_subject, true);
            }
        }
        Self {
            reading,
            is_supplied,
            subject,
            text,
            uses: filled.uses,
        }
    }

    /// Makes a whole sentence of words that come from no finding.
    pub(super) fn whole(text: String, uses: Vec<Source>) -> Self {
        Self {
            text,
            subject: SentenceSubject::Whole,
            is_supplied: false,
            reading: Reading::default(),
            uses,
        }
    }

    /// Returns what is said of the body; the whole text where it does not open with it.
    pub(super) fn predicate(&self) -> &str {
        self.text.get(self.predicate_at()..).unwrap_or_default()
    }

    /// Returns the byte at which the predicate begins; 0 in a whole sentence.
    pub(super) fn predicate_at(&self) -> usize {
        match self.is_about_body() {
            true => self.reading.predicate,
            false => 0,
        }
    }

    /// Returns the words before its main verb; `None` where that is not certain.
    pub(super) fn subject_words(&self) -> Option<&str> {
        self.text.get(..self.reading.verb.as_ref()?.range.start)
    }

    /// Returns true where it opens with an "It" or "Its" that was typed.
    pub(super) fn opens_with_it(&self) -> bool {
        let word = bare_word(first_word(&self.text).0);
        let word = word.split(['\'', '’']).next().unwrap_or_default();
        ["It", "it", "Its", "its"].contains(&word)
    }

    /// Returns true where the body is the subject.
    pub(super) fn is_about_body(&self) -> bool {
        self.subject != SentenceSubject::Whole
    }

    /// Returns the number of words in the predicate, or in the whole.
    pub(super) fn words(&self) -> usize {
        count(self.predicate())
    }

    /// Returns true where it has a comma; one inside a number does not count.
    pub(super) fn has_comma(&self) -> bool {
        self.text.contains(", ")
    }
}

/// A finding as it was read.
#[derive(Debug)]
pub(super) struct FindingReading {
    /// Its sentences; none where nothing is written.
    pub(super) sentences: Vec<ReadSentence>,
    /// Its normalized text: equal for two findings that say the same.
    pub(super) text: NormalizedText,
    /// True where its text can be a clause inside a frame.
    pub(super) can_be_clause: bool,
    /// True where it can be a noun phrase there.
    pub(super) can_be_phrase: bool,
    /// The form of content that it has, where it is neither a plain clause nor a plain noun phrase.
    pub(super) content: ContentForm,
    /// True where the author says how its first sentence names the body.
    pub(super) is_said: bool,
    /// The reason why it is not spoken, as far as the finding alone decides that.
    pub(super) reason: Option<Reason>,
    /// True where values may have been put in, so that it must be read again when one changes.
    pub(super) has_values: bool,
}

/// A text without case, stop and the body's way of being named, with its hash, so that most comparisons end there.
pub(super) type NormalizedText = (u64, Arc<str>);

impl FindingReading {
    pub(super) fn new(context: &WeavingContext, finding: &Finding) -> Self {
        let sentences = sentences(context, &finding.text, Trust::of(finding));
        let reason = if sentences.is_empty() {
            Some(Reason::Empty)
        } else if finding.sensitive {
            Some(Reason::Sensitive)
        } else if finding.spoken == Some(false) {
            Some(Reason::Silenced(finding.why.clone()))
        } else {
            None
        };
        let typed = Typed::of(&finding.text);
        let first = sentences.first();
        // "I am pleased with the choir": what its author says in the first person has no other frame.
        let framed = first.is_some_and(|it| it.text.starts_with("I ") || it.text.starts_with("I'"));
        let first = first.map(|it| &it.reading).filter(|_| !framed);
        let can_be_phrase = first.is_some_and(|it| it.can_be_phrase(typed));
        Self {
            can_be_clause: first.is_some_and(|it| it.can_be_clause(typed)),
            can_be_phrase,
            content: first.map_or(ContentForm::Plain, |it| it.content),
            text: normalized(&sentences, phrase_tone(context, finding)),
            sentences,
            is_said: finding.refer.is_some_and(Refer::names_body) || finding.reads.is_some(),
            reason,
            has_values: finding.text.contains('{'),
        }
    }
}

impl FindingReading {
    /// Returns true where it certainly asks something of its subject.
    pub(super) fn asks(&self) -> bool {
        self.sentences
            .first()
            .is_some_and(|it| it.reading.is_request)
    }
}

/// Splits words that no finding says into sentences: they are spoken as they are, so that none need be read.
pub(super) fn whole_sentences(context: &WeavingContext, text: &str) -> Vec<ReadSentence> {
    let line = collapse(text);
    let sentences = split::sentences(&line);
    let last = sentences.len().saturating_sub(1);
    let whole = |(at, raw): (usize, &str)| {
        let filled = context.fill(raw);
        let text = match at == last {
            true => with_stop(filled.text),
            false => filled.text,
        };
        ReadSentence::whole(text, filled.uses)
    };
    sentences.into_iter().enumerate().map(whole).collect()
}

/// Reads a text as sentences.
pub(super) fn read_sentences(context: &WeavingContext, text: &str) -> Vec<ReadSentence> {
    sentences(context, text, Trust::Certain)
}

/// Does the same; the first is read as the author says.
fn sentences(context: &WeavingContext, text: &str, trust: Trust) -> Vec<ReadSentence> {
    let line = collapse(text);
    let sentences = split::sentences(&line);
    let last = sentences.len().saturating_sub(1);
    sentences
        .into_iter()
        .enumerate()
        .map(|(at, raw)| {
            let trust = if at == 0 { trust } else { Trust::Certain };
            ReadSentence::new(context, raw, at == last, trust)
        })
        .collect()
}

/// Returns the tone of a finding's frame, where that takes a noun phrase: "I welcome this" and "I am concerned about this"
/// do not say the same.
fn phrase_tone(context: &WeavingContext, finding: &Finding) -> Option<Tone> {
    let frame = context.framework.frame(&finding.stance);
    let frame = frame.filter(|it| it.takes == Complement::Phrase);
    frame.and_then(|it| it.tone)
}

/// Returns the words without case, stop and the body's way of being named.
pub(super) fn normalized(sentences: &[ReadSentence], tone: Option<Tone>) -> NormalizedText {
    let mut text = match tone {
        Some(Tone::Concern) => "- ".to_owned(),
        Some(Tone::Praise) | None => String::new(),
    };
    for sentence in sentences {
        if sentence.is_about_body() {
            text.push_str("body: ");
        }
        text.push_str(&sentence.predicate().to_lowercase());
        text.push(' ');
    }
    let text = text.trim_end_matches(['.', ' ']);
    (hash(text), text.into())
}

/// Returns a text that has no subject with the body as its subject: "understands victims." → "The force understands
/// victims.". `None` where it has one, or where that is not certain enough.
fn with_subject(
    context: &WeavingContext,
    text: &str,
    reading: &Reading,
    trust: Trust,
) -> Option<String> {
    let lacks = match trust {
        // "The force to supervise": what is put in makes no sentence of it.
        _ if reading.opens_with_infinitive => false,
        Trust::Never => false,
        Trust::Always | Trust::Likely => reading.lacks_subject != Certainty::No,
        Trust::Certain => reading.lacks_subject == Certainty::Yes,
    };
    lacks.then(|| grammar::with_subject(text, context.noun()))
}

/// Reads a sentence, and says how it names the body.
fn read_subject(context: &WeavingContext, text: &str, trust: Trust) -> (SentenceSubject, Reading) {
    let reading = context.read(text);
    let of_body = match trust {
        Trust::Never => false,
        Trust::Always => reading.predicate > 0,
        Trust::Likely => reading.predicate > 0 && reading.body_is_subject != Certainty::No,
        // "It should not happen": a typed "It" is whatever its author meant, and no reading tells what.
        Trust::Certain => reading.body_is_subject == Certainty::Yes && reading.named.is_some(),
    };
    let subject = match reading.named {
        _ if !of_body => SentenceSubject::Whole,
        None => SentenceSubject::It,
        Some(0) => SentenceSubject::Noun,
        Some(_) => SentenceSubject::Name,
    };
    (subject, reading)
}
